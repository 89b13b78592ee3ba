"""What is known about an annotation class: which kinds an article has, which fields hold spans, which are links."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_args, get_type_hints

import attrs

from newsclaims.errors import PipelineError
from newsclaims.model import Annotation, Claim, Date, Mention, Quantity, Quote, Reason, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

ARTICLE_KINDS: dict[str, type[Annotation]] = {
    "quotes": Quote,
    "claims": Claim,
    "quantities": Quantity,
    "dates": Date,
    "speakers": Speaker,
}
"""The kinds that every article has, by the key under which they stand on the wire."""

ARTICLE_KEYS = frozenset({"schema", "text", "id", "published", "source", "problems", *ARTICLE_KINDS})
"""Keys of the wire format that a plugin's kind cannot take."""


class Link(NamedTuple):
    """A field that refers to other annotations."""

    kind: type[Annotation]
    """What it refers to."""
    several: bool
    """Whether it holds a tuple of them."""


def once_per_kind(make: Callable[[type[Annotation]], T]) -> Callable[[type[Annotation]], T]:
    """`functools.cache` for a function of an annotation class; mypy does not take the classes of attrs for hashable."""
    return cast("Callable[[type[Annotation]], T]", cache(make))


@once_per_kind
def fields_with_spans(kind: type[Annotation]) -> tuple[str, ...]:
    """Fields that hold mentions, spans or reasons, one or several."""
    return tuple(name for name, types in _types_by_field(kind).items() if _any_of(types, (Mention, Span, Reason)))


@once_per_kind
def links(kind: type[Annotation]) -> dict[str, Link]:
    """Fields that refer to other annotations, by name.

    >>> list(links(Quote))
    ['speaker', 'date', 'parent']
    """
    found = {}
    for name, types in _types_by_field(kind).items():
        for one in types:
            if _any_of((one,), (Annotation,)):
                found[name] = Link(one, ... in types)
    return found


def _types_by_field(kind: type[Annotation]) -> dict[str, tuple[Any, ...]]:
    try:
        hints = get_type_hints(kind)
    except NameError as error:
        raise PipelineError(
            f"{kind.__name__}: {error}; what its annotations name must be imported outside `if TYPE_CHECKING`"
        ) from error
    names = [attribute.name for attribute in attrs.fields(kind)]
    return {name: (hints[name], *get_args(hints[name])) for name in names}


def _any_of(types: tuple[Any, ...], wanted: tuple[type, ...]) -> bool:
    return any(isinstance(one, type) and issubclass(one, wanted) for one in types)
