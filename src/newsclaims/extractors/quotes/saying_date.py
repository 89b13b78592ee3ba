"""When something was said: the date that stands beside the cue and its source, outside the content."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclaims.document import Document
    from newsclaims.model import Attribution, Date, Span

REACH = 60
"""Characters between the date and the nearest word of the frame."""

# Between a date and the frame: a preposition, an addressee or medium, no end of a clause.
GAP = re.compile(r"[^.!?;:\"“”\n]{0,60}")


class SayingDates:
    """The dates of an article by position, with the content that each stands in."""

    def __init__(self, document: Document, dates: Sequence[Date], attributions: Sequence[Attribution]) -> None:
        self._text = document.text
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._content = list(_round_each(dates, attributions)) if dates else []

    def of(self, attribution: Attribution) -> Date | None:
        """The date that overlaps the words marked as such, else the nearest one beside the cue or the source."""
        cue, source, when = attribution.cue, attribution.source, attribution.when
        if cue is None or not self._dates:
            return None
        first, last = cue.start, cue.end
        for anchor in (source, when):
            if anchor is not None:
                first, last = min(first, anchor.start), max(last, anchor.end)
        low, high = bisect_left(self._starts, first - REACH - 40), bisect_left(self._starts, last + REACH)
        if when is not None:
            near = [index for index in range(low, high) if self._is_free(index, cue.start)]
            dates = (self._dates[index] for index in near)
            return next((date for date in dates if date.start < when.end and when.start < date.end), None)
        beside = [
            self._dates[index]
            for index in range(low, high)
            if self._is_free(index, cue.start) and _beside(self._text, attribution, self._dates[index])
        ]
        return min(beside, key=lambda date: _distance(attribution, date), default=None)

    def _is_free(self, index: int, cue: int) -> bool:
        """Whether a date stands in no content that leaves the cue out: that would be a date of what is said."""
        return all(content.start <= cue < content.end for content in self._content[index])


def _round_each(dates: Sequence[Date], attributions: Sequence[Attribution]) -> Iterator[list[Span]]:
    """For each date in text order the content that holds it."""
    segments = [segment for attribution in attributions for segment in attribution.segments]
    coming = sorted(segments, key=attrgetter("start", "end"), reverse=True)
    open_content: list[Span] = []
    for date in dates:
        open_content = [content for content in open_content if content.end > date.start]
        while coming and coming[-1].start <= date.start:
            content = coming.pop()
            if content.end > date.start:
                open_content.append(content)
        yield open_content


def _distance(attribution: Attribution, date: Date) -> int:
    anchors = [m for m in (attribution.cue, attribution.source) if m is not None]
    return min(max(date.start - a.end, a.start - date.end, 0) for a in anchors)


def _beside(text: str, attribution: Attribution, date: Date) -> bool:
    if any(date.start < segment.end and segment.start < date.end for segment in attribution.segments):
        return False
    anchors = [m for m in (attribution.cue, attribution.source) if m is not None]
    if any(anchor.start < date.end and date.start < anchor.end for anchor in anchors):
        return False  # the date stands inside the source: it is no date of the saying
    for anchor in anchors:
        low, high = (anchor.end, date.start) if anchor.end <= date.start else (date.end, anchor.start)
        crosses = any(low <= segment.start < high for segment in attribution.segments)
        if not crosses and high - low <= REACH and GAP.fullmatch(text, low, high):
            return True
    return False
