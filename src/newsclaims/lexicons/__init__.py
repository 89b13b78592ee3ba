"""Word lists and tables, read from the data files beside this module, once each.

Files hold one entry a line, sorted; lines that start with ``#`` say what the list is and where it comes from. In a
table the columns are separated by ``|``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


def _read(name: str, lang: str) -> str:
    return files(__package__).joinpath(lang, name).read_text(encoding="utf8")


@cache
def lines(name: str, lang: str = "en") -> tuple[str, ...]:
    """The entries of ``<lang>/<name>.txt`` in file order.

    >>> "Dr" in lines("titles")
    True
    """
    rows = (line.strip() for line in _read(f"{name}.txt", lang).splitlines())
    return tuple(row for row in rows if row and not row.startswith("#"))


@cache
def words(name: str, lang: str = "en") -> frozenset[str]:
    """The entries of ``<lang>/<name>.txt`` as a set."""
    return frozenset(lines(name, lang))


@cache
def table(name: str, lang: str = "en") -> dict[str, tuple[str, ...]]:
    """The rows of ``<lang>/<name>.txt``: first column to the other columns.

    >>> table("irregular_verbs")["say"]
    ('said', 'said')
    """
    rows = (tuple(column.strip() for column in line.split("|")) for line in lines(name, lang))
    return {row[0]: row[1:] for row in rows}


@cache
def document(name: str, lang: str = "en") -> dict[str, Any]:
    """The contents of ``<lang>/<name>.toml``; not to be changed by the caller."""
    import tomllib  # noqa: PLC0415 - only tables need it, and it is slow to import

    return tomllib.loads(_read(f"{name}.toml", lang))
