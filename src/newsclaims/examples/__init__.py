"""Example articles to try the library on. They are invented: people, places and events.

>>> import newsclaims as nc
>>> from newsclaims import examples
>>> examples.names()
('summit', 'quarter', 'reef', 'library', 'interview')
>>> article = nc.extract(examples.read("summit"))
>>> article.published, article.source
('2026-03-12', 'Meridian Wire')
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from newsclaims.document import Document
from newsclaims.errors import ArgumentError


def names() -> tuple[str, ...]:
    """Names of the example articles."""
    return tuple(_catalogue())


def title(name: str) -> str:
    """What an example shows, in a line.

    Raises:
        ArgumentError: There is no example of this name.
    """
    return _entry(name)["title"]


def read(name: str = "summit") -> Document:
    """An example article with its date of publication.

    Raises:
        ArgumentError: There is no example of this name.
    """
    entry = _entry(name)
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf8")
    return Document(text, published=entry["published"], source=entry["source"], id=name)


def _entry(name: str) -> dict[str, str]:
    try:
        return _catalogue()[name]
    except KeyError:
        raise ArgumentError(f"no example is called {name!r}; there are {', '.join(names())}") from None


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("catalogue.toml").read_text(encoding="utf8"))
