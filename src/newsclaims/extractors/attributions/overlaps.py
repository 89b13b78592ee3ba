"""The one overlap policy: which candidates survive where those of both halves of the extractor collide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.model import Attribution, Span


def resolve(marks_led: Iterable[Attribution], cue_led: Iterable[Attribution]) -> list[Attribution]:
    """The candidates that stand, in text order.

    - A cue has one content, and a stretch of text is the content of one cue. What quotation marks lead to wins over
      what a cue leads to, speech over thought, more content over less.
    - What a cue leads to inside quotation marks, inside the content of another cue, or inside a source ("who asked not
      to be named") is part of what is said or of who says it.
    - One exception: where somebody's saying is all of the content ("Reuters reported that Orr said …"), both stand, the
      outer one as `parent`.
    """
    kept = sorted(marks_led, key=_position)
    taken = _Occupied(kept)
    for candidate in sorted(cue_led, key=_rank, reverse=True):
        outer = taken.holder(candidate)
        if outer is None:
            kept.append(candidate)
            taken.add(candidate)
        elif _is_chained(candidate, outer):
            kept.append(evolve(candidate, parent=outer))
    return sorted((a for a in kept if not taken.names(a)), key=_position)


def _position(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, -attribution.end


def _rank(attribution: Attribution) -> tuple[bool, int, int]:
    return not attribution.thought, sum(map(len, attribution.segments)), -attribution.start


_REPORTED_CLAUSES = frozenset({"attributions.that-clause", "attributions.bare-clause", "attributions.question-clause"})


def _is_chained(inner: Attribution, outer: Attribution) -> bool:
    """Whether the content of the outer attribution is that somebody else says something."""
    if inner.thought or outer.thought or outer.kind == "direct" or inner.rule not in _REPORTED_CLAUSES:
        return False
    if inner.source is None or inner.source.form == "pronoun":
        return False
    content = outer.segments[-1]
    return content.start == inner.source.start and inner.end <= content.end


class _Occupied:
    """The characters that are content, cue or source of an attribution already, by stretches of 256 characters."""

    def __init__(self, kept: Iterable[Attribution]) -> None:
        self._cues: dict[int, Attribution] = {}
        self._content: dict[int, list[tuple[Span, Attribution]]] = {}
        self._sources: dict[int, list[Attribution]] = {}
        for attribution in kept:
            self.add(attribution)

    def add(self, attribution: Attribution) -> None:
        """Note what an attribution takes."""
        if attribution.cue is not None:
            self._cues[attribution.cue.start] = attribution
        for segment in attribution.segments:
            for page in range(segment.start >> 8, (segment.end >> 8) + 1):
                self._content.setdefault(page, []).append((segment, attribution))
        source = attribution.source
        if source is not None:
            for page in range(source.start >> 8, (source.end >> 8) + 1):
                self._sources.setdefault(page, []).append(attribution)

    def holder(self, candidate: Attribution) -> Attribution | None:
        """The attribution that already has the cue of a candidate, or content that holds the cue or meets its own."""
        cue = candidate.cue
        if cue is not None:
            if cue.start in self._cues:
                return self._cues[cue.start]
            for segment, owner in self._content.get(cue.start >> 8, ()):
                if segment.start <= cue.start < segment.end:
                    return owner
        for own in candidate.segments:
            for page in range(own.start >> 8, (own.end >> 8) + 1):
                for segment, owner in self._content.get(page, ()):
                    if segment.overlaps(own):
                        return owner
        return None

    def names(self, attribution: Attribution) -> bool:
        """Whether the cue of an attribution stands inside the source of another one."""
        cue = attribution.cue
        if cue is None:
            return False
        return any(
            owner is not attribution and owner.source.start < cue.start < owner.source.end
            for owner in self._sources.get(cue.start >> 8, ())
            if owner.source is not None
        )
