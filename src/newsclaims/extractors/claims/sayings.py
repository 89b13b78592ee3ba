"""Sayings: quotes and thoughts with the tokens of their parts, which are looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.polarity import NO_EFFECT, effects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.units import Stretch
    from newsclaims.model import Attribution, Quote


class Saying:
    """A quote or a thought with the tokens of its parts."""

    __slots__ = ("_parts", "_runs", "cue", "effects", "hull", "said", "source")

    said: Quote | Attribution
    cue: range | None
    """The tokens of the cue."""
    source: range | None
    """Those of the source."""
    hull: range
    """Those from the first to the last part."""
    effects: frozenset[str]
    """What the cue does to a proposition; see `effects_of`."""

    def __init__(self, document: Document, said: Quote | Attribution) -> None:
        at = document.tokens.at
        self.said = said
        self._runs = [range(at(segment.start), at(segment.end)) for segment in said.segments]
        self.cue = range(at(said.cue.start), at(said.cue.end)) if said.cue is not None else None
        self.source = range(at(said.source.start), at(said.source.end)) if said.source is not None else None
        beside = [part for part in (self.cue, self.source) if part is not None]
        beside += [range(at(p.start), at(p.end)) for p in (said.addressee, said.medium) if p is not None]
        self._parts = [*self._runs, *beside]
        self.hull = range(min([part.start for part in self._parts]), max([part.stop for part in self._parts]))
        self.effects = effects_of(said.cue, document.lang) if said.cue is not None else NO_EFFECT

    @property
    def begin(self) -> int:
        """The first token of the content."""
        return self._runs[0].start

    def content_in(self, stretch: Stretch) -> Sequence[int]:
        """Indexes of the tokens of the content that lie in a sentence."""
        inside = _inside(self._runs, stretch)
        return inside[0] if len(inside) == 1 else [index for run in inside for index in run]

    def hull_in(self, stretch: Stretch) -> range:
        """The tokens of a sentence from the first to the last that any part stands on."""
        if stretch.first <= self.hull.start and self.hull.stop <= stretch.last:  # as with nearly all
            return self.hull
        inside = _inside(self._parts, stretch)
        return range(min(part.start for part in inside), max(part.stop for part in inside)) if inside else range(0)


def _inside(parts: Sequence[range], stretch: Stretch) -> list[range]:
    """What of some runs of tokens lies in a sentence."""
    first, last = stretch.first, stretch.last
    return [
        range(max(first, part.start), min(last, part.stop))
        for part in parts
        if part.start < part.stop and part.start < last and first < part.stop
    ]
