"""Located: things by their place in the text, to be cut out by span."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Placed = TypeVar("Placed")
_START_AND_END: Callable[[object], tuple[int, int]] = attrgetter("start", "end")


class Located(Generic[Placed]):
    """Things in the order of their places.

    Args:
        things: The things, in any order.
        key: Gives their start and end, for those that have no attributes of these names.

    >>> from newsclaims.model import Span
    >>> Located([Span(7, 9), Span(2, 4), Span(4, 8)]).within([(0, 8)])
    [Span(start=2, end=4), Span(start=4, end=8)]
    """

    def __init__(self, things: Iterable[Placed], key: Callable[[Placed], tuple[int, int]] = _START_AND_END) -> None:
        self._things = sorted(things, key=key)
        self._starts: tuple[int, ...] = ()
        self._ends: tuple[int, ...] = ()
        if self._things:
            self._starts, self._ends = zip(*map(key, self._things), strict=True)

    def within(self, stretches: Sequence[tuple[int, int]]) -> list[Placed]:
        """Those that lie inside one of the stretches, each given by its start and end."""
        starts, ends, things = self._starts, self._ends, self._things
        found: list[Placed] = []
        for start, end in stretches:
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            if first < last:
                if max(ends[first:last]) <= end:
                    found += things[first:last]
                else:
                    found += [things[index] for index in range(first, last) if ends[index] <= end]
        return found
