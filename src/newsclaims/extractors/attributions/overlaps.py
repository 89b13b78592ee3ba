"""The one overlap policy: which candidates survive where those of both halves of the extractor collide."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.source_form import source_form
from newsclaims.text.wordclass import COLON, COMMA, COORDINATOR, DASH, QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.attributions.candidate import Candidate
    from newsclaims.extractors.attributions.reading import Reading


SHORTEST_CUT = 12
"""Characters of content that are left, at least, where it is cut before a quotation."""


def resolve(reading: Reading, marks_led: Iterable[Candidate], cue_led: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand, in text order.

    - A cue has one content, and a stretch of text is the content of one cue. What quotation marks lead to wins over
      what a cue leads to, a frame behind or inside its sentence over what stands in the sentence, more content over
      less.
    - What a cue leads to inside quotation marks, inside the content of another cue, or inside a source ("who asked not
      to be named"; but not "who said that …") is part of what is said or of who says it.
    - Two exceptions, in which both stand, the outer one as `parent`: somebody's saying is all of the content ("Reuters
      reported that Orr said …"), or the outer one is a thought that holds what was said ("Few believe that Orr said
      …"). What somebody wants or plans to say was not said: it stays a part of the thought.
    """
    kept = sorted(marks_led, key=_position)
    taken = _Occupied(reading, kept)
    quotations = [candidate.segments[0][0] for candidate in kept]
    cues = {candidate.cue[0] for candidate in kept if candidate.cue is not None}
    for candidate in cue_led:
        if candidate.cue is not None and candidate.cue[0] not in cues:
            _stop_before(reading, candidate, quotations)
    for candidate in sorted(cue_led, key=_rank, reverse=True):
        outer = taken.holder(candidate)
        if outer is None or _is_nested(reading, candidate, outer):
            candidate.parent = outer
            kept.append(candidate)
            taken.add(candidate)
    standing = [candidate for candidate in kept if not taken.names(candidate)]
    if len(standing) < len(kept):
        _leave_dropped_parents(standing)
    return sorted(standing, key=_position)


_position = attrgetter("position")


def _stop_before(reading: Reading, candidate: Candidate, quotations: list[int]) -> None:
    """Cut content that runs over a dash into a quotation of its own: "Orr said it failed — “so we left,” she said"."""
    start, end = candidate.segments[-1]
    index = bisect_right(quotations, start)
    if index == len(quotations) or quotations[index] >= end:
        return
    last = bisect_left(reading.starts, quotations[index]) - 1
    if last < 1 or not (reading.tags[last] & DASH or (reading.tags[last] & QUOTE and reading.tags[last - 1] & DASH)):
        return
    while last >= 0 and reading.tags[last] & (QUOTE | COMMA | DASH | COLON | COORDINATOR):
        last -= 1
    if last >= 0 and reading.ends[last] > start + SHORTEST_CUT:
        candidate.cut(reading.ends[last])


def _leave_dropped_parents(standing: Iterable[Candidate]) -> None:
    left = set(map(id, standing))
    for candidate in standing:
        if id(candidate.parent) not in left:
            candidate.parent = None


_PARENTHETICALS = frozenset({"cue-after", "inverted-cue", "split-by-cue"})


def _rank(candidate: Candidate) -> tuple[bool, int, int]:
    """What frames a whole sentence goes before what stands in it; else more content goes before less."""
    segments = candidate.segments
    size = sum([end - start for start, end in segments])
    return candidate.rule in _PARENTHETICALS, size, -segments[0][0]


_REPORTED_CLAUSES = frozenset({"that-clause", "bare-clause", "question-clause"})


def _is_nested(reading: Reading, inner: Candidate, outer: Candidate) -> bool:
    """Whether a candidate stands inside the content of another one in its own right."""
    start, end = outer.segments[-1]
    if inner.thought or outer.kind == "direct" or inner.rule not in _REPORTED_CLAUSES or inner.segments[-1][1] > end:
        return False
    if inner.source is None or inner.cue is None:
        return False
    source, behind = reading.starts[inner.source[0]], reading.source_end(inner.source[1])
    if source < start:
        return False
    if outer.thought:
        return behind <= inner.cue[0] and not reading.text.startswith("to ", inner.cue[0])
    return start == source and source_form(reading, *inner.source) != "pronoun"


class _Occupied:
    """The characters that are content, cue or source of a candidate already, by stretches of 256 characters."""

    def __init__(self, reading: Reading, kept: Iterable[Candidate]) -> None:
        self._reading = reading
        self._cues: dict[int, Candidate] = {}
        self._content: dict[int, list[tuple[int, int, Candidate]]] = {}
        self._sources: dict[int, list[tuple[int, int, Candidate]]] = {}
        for candidate in kept:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """Note what a candidate takes."""
        if candidate.cue is not None:
            self._cues[candidate.cue[0]] = candidate
        for start, end in candidate.segments:
            for page in range(start >> 8, (end >> 8) + 1):
                self._content.setdefault(page, []).append((start, end, candidate))
        if candidate.source is not None:
            start, end = self._reading.starts[candidate.source[0]], self._reading.source_end(candidate.source[1])
            for page in range(start >> 8, (end >> 8) + 1):
                self._sources.setdefault(page, []).append((start, end, candidate))

    def holder(self, candidate: Candidate) -> Candidate | None:
        """The candidate that already has the cue of another one, or content that holds the cue or meets its own."""
        if candidate.cue is not None:
            cue = candidate.cue[0]
            if cue in self._cues:
                return self._cues[cue]
            for start, end, owner in self._content.get(cue >> 8, ()):
                if start <= cue < end:
                    return owner
        for first, last in candidate.segments:
            for page in range(first >> 8, (last >> 8) + 1):
                for start, end, owner in self._content.get(page, ()):
                    if start < last and first < end:
                        return owner
        return None

    def names(self, candidate: Candidate) -> bool:
        """Whether the cue of a candidate stands inside the source of another one."""
        if candidate.cue is None or candidate.rule in _REPORTED_CLAUSES:
            return False  # "Orr, who said that …, left" says something too
        cue = candidate.cue[0]
        for start, end, owner in self._sources.get(cue >> 8, ()):
            if start < cue < end and owner is not candidate:
                return True
        return False
