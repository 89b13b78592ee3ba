"""Extractors that other distributions bring, by the entry-point group ``newsclaims.extractors``.

Found is not run: a plugin runs when a pipeline names it.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, cast

from newsclaims.errors import PipelineError
from newsclaims.extractors import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclaims.extractors.protocol import AnyExtractor

GROUP = "newsclaims.extractors"


def _installed() -> dict[str, str]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, needed only for plugins

    return {point.name: point.value for point in entry_points(group=GROUP)}


def available() -> tuple[str, ...]:
    """Names of all extractors that a pipeline can be made of: the built-in ones, then the plugins installed.

    >>> available()[:2]
    ('dates', 'quantities')
    """
    return (*BUILT_IN, *sorted(_installed().keys() - BUILT_IN.keys()))


def load(name: str) -> Callable[..., AnyExtractor]:
    """The class of an extractor, built-in or installed.

    Raises:
        PipelineError: No extractor has this name, or its module cannot be imported.
    """
    target = BUILT_IN.get(name) or _installed().get(name)
    if target is None:
        close = get_close_matches(name, available(), n=1)
        hint = f"did you mean {close[0]!r}?" if close else "install the distribution that brings it"
        raise PipelineError(f"no extractor is called {name!r}: {hint} Available: {', '.join(available())}")
    module, _, attribute = target.partition(":")
    try:
        return cast("Callable[..., AnyExtractor]", getattr(import_module(module), attribute))
    except (ImportError, AttributeError) as error:
        raise PipelineError(f"extractor {name!r} cannot be loaded from {target!r}: {error}") from error
