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
      what a cue leads to, a frame behind or inside its sentence over what stands in the sentence, more content over
      less.
    - What a cue leads to inside quotation marks, inside the content of another cue, or inside a source ("who asked not
      to be named"; but not "who said that …") is part of what is said or of who says it.
    - Two exceptions, in which both stand, the outer one as `parent`: somebody's saying is all of the content ("Reuters
      reported that Orr said …"), or the outer one is a thought that holds what was said ("Few believe that Orr said
      …"). What somebody wants or plans to say was not said: it stays a part of the thought.
    """
    kept = sorted(marks_led, key=_position)
    taken = _Occupied(kept)
    for candidate in sorted(cue_led, key=_rank, reverse=True):
        outer = taken.holder(candidate)
        if outer is None:
            kept.append(candidate)
            taken.add(candidate)
        elif _is_nested(candidate, outer):
            nested = evolve(candidate, parent=outer)
            kept.append(nested)
            taken.add(nested)
    standing: dict[int, Attribution] = {}
    for attribution in kept:  # a parent was kept before its children
        if not taken.names(attribution):
            parent = attribution.parent
            now = standing.get(id(parent)) if parent is not None else None
            standing[id(attribution)] = attribution if now is parent else evolve(attribution, parent=now)
    return sorted(standing.values(), key=_position)


def _position(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, -attribution.end


_PARENTHETICALS = frozenset({"attributions.cue-after", "attributions.inverted-cue", "attributions.split-by-cue"})


def _rank(attribution: Attribution) -> tuple[bool, int, int]:
    """What frames a whole sentence goes before what stands in it; else more content goes before less."""
    size = sum(map(len, attribution.segments))
    return attribution.rule in _PARENTHETICALS, size, -attribution.start


_REPORTED_CLAUSES = frozenset({"attributions.that-clause", "attributions.bare-clause", "attributions.question-clause"})


def _is_nested(inner: Attribution, outer: Attribution) -> bool:
    """Whether an attribution stands inside the content of another one in its own right."""
    content = outer.segments[-1]
    if inner.thought or outer.kind == "direct" or inner.rule not in _REPORTED_CLAUSES or inner.end > content.end:
        return False
    if inner.source is None or inner.cue is None or inner.source.start < content.start:
        return False
    if outer.thought:
        return inner.source.end <= inner.cue.start and not inner.cue.text.startswith("to ")
    return content.start == inner.source.start and inner.source.form != "pronoun"


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
        if cue is None or attribution.rule in _REPORTED_CLAUSES:  # "Orr, who said that …, left" says something too
            return False
        return any(
            owner is not attribution and owner.source.start < cue.start < owner.source.end
            for owner in self._sources.get(cue.start >> 8, ())
            if owner.source is not None
        )
