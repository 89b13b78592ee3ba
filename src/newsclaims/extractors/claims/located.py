"""Located: things by their place in the text, to be cut out by span."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.model import Span


class HasPlace(Protocol):
    """What has a start and an end."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""

    @property
    def end(self) -> int:
        """Offset behind the last code point."""


Placed = TypeVar("Placed", bound=HasPlace)


class Located(Generic[Placed]):
    """Things in the order of their places.

    >>> from newsclaims.model import Span
    >>> Located([Span(7, 9), Span(2, 4), Span(4, 8)]).within([Span(0, 8)])
    [Span(start=2, end=4), Span(start=4, end=8)]
    """

    def __init__(self, things: Iterable[Placed]) -> None:
        self._things = sorted(things, key=attrgetter("start", "end"))
        self._starts = [thing.start for thing in self._things]

    def within(self, spans: Sequence[Span]) -> list[Placed]:
        """Those that lie inside one of the spans."""
        found: list[Placed] = []
        for span in spans:
            first = bisect_left(self._starts, span.start)
            if first < len(self._starts) and self._starts[first] < span.end:
                last = bisect_left(self._starts, span.end, first)
                found += [thing for thing in self._things[first:last] if thing.end <= span.end]
        return found
