"""The one overlap policy: which candidates survive where those of both halves of the extractor collide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.model import Attribution, Source, Span


def resolve(marks_led: Iterable[Attribution], cue_led: Iterable[Attribution]) -> list[Attribution]:
    """The candidates that stand, in text order.

    - A cue has one content, a stretch of text is content once: of two candidates that share their cue, or of which one
      has its content inside the other's, the one that quotation marks lead to wins.
    - What a cue leads to inside quotation marks, or inside the content of another cue, is part of what is said there.
    """
    kept = sorted(marks_led, key=_start)
    taken = _Occupied(kept)
    for candidate in sorted(cue_led, key=_size, reverse=True):
        if not taken.holds(candidate):
            kept.append(candidate)
            taken.add(candidate)
    return sorted(kept, key=_start)


def _start(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, attribution.end


def _size(attribution: Attribution) -> tuple[int, int]:
    return sum(map(len, attribution.segments)), -attribution.start


class _Occupied:
    """The characters that are content, cue or source of an attribution already."""

    def __init__(self, kept: Iterable[Attribution]) -> None:
        self._cues: set[int] = set()
        self._sources: dict[int, list[Source]] = {}
        self._content: list[Span] = []
        self._pages: dict[int, list[Span]] = {}
        for attribution in kept:
            self.add(attribution)

    def add(self, attribution: Attribution) -> None:
        if attribution.cue is not None:
            self._cues.add(attribution.cue.start)
        source = attribution.source
        if source is not None and source.form == "document":
            for page in range(source.start >> 8, (source.end >> 8) + 1):
                self._sources.setdefault(page, []).append(source)
        for segment in attribution.segments:
            for page in range(segment.start >> 8, (segment.end >> 8) + 1):
                self._pages.setdefault(page, []).append(segment)

    def holds(self, candidate: Attribution) -> bool:
        cue = candidate.cue
        if cue is not None:
            if cue.start in self._cues:
                return True
            if any(s.start <= cue.start < s.end for s in self._pages.get(cue.start >> 8, ())):
                return True
            if any(s.start <= cue.start < s.end for s in self._sources.get(cue.start >> 8, ())):
                return True  # "a statement the firm posted on its site": the relative clause is part of the source
        segment = candidate.segments[0]
        return any(
            s.overlaps(segment)
            for page in range(segment.start >> 8, (segment.end >> 8) + 1)
            for s in self._pages.get(page, ())
        )
