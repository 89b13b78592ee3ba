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

    __slots__ = ("_first", "_last", "cue", "effects", "runs", "said", "source")

    said: Quote | Attribution
    runs: list[range]
    """The tokens of the segments of its content."""
    cue: range | None
    """Those of the cue."""
    source: range | None
    """Those of the source."""
    effects: frozenset[str]
    """What the cue does to a proposition; see `effects_of`."""

    def __init__(self, document: Document, said: Quote | Attribution) -> None:
        at, cue, source = document.tokens.at, said.cue, said.source
        self.said = said
        self.runs = [range(at(segment.start), at(segment.end)) for segment in said.segments]
        self.cue = range(at(cue.start), at(cue.end)) if cue is not None else None
        self.source = range(at(source.start), at(source.end)) if source is not None else None
        self.effects = effects_of(cue, document.lang) if cue is not None else NO_EFFECT
        self._first, self._last = self.runs[0].start, self.runs[-1].stop
        for part in self._beside(document):
            self._first, self._last = min(self._first, part.start), max(self._last, part.stop)

    def _beside(self, document: Document) -> list[range]:
        """The tokens of each part beside the content."""
        at, addressee, medium = document.tokens.at, self.said.addressee, self.said.medium
        parts = [part for part in (self.cue, self.source) if part is not None]
        if addressee is not None:
            parts.append(range(at(addressee.start), at(addressee.end)))
        if medium is not None:
            parts.append(range(at(medium.start), at(medium.end)))
        return parts

    def content_in(self, stretch: Stretch) -> Sequence[int]:
        """Indexes of the tokens of the content that lie in a sentence."""
        if len(self.runs) == 1:
            first, last = max(stretch.first, self.runs[0].start), min(stretch.last, self.runs[0].stop)
            return range(first, last) if first < last else ()
        inside = _inside(self.runs, stretch)
        return inside[0] if len(inside) == 1 else [index for run in inside for index in run]

    def hull_in(self, document: Document, stretch: Stretch) -> range:
        """The tokens of a sentence from the first to the last that any part stands on."""
        if stretch.first <= self._first and self._last <= stretch.last:  # as with nearly all
            return range(self._first, self._last)
        inside = _inside([*self.runs, *self._beside(document)], stretch)
        return range(min(part.start for part in inside), max(part.stop for part in inside)) if inside else range(0)


def _inside(parts: Sequence[range], stretch: Stretch) -> list[range]:
    """What of some runs of tokens lies in a sentence."""
    first, last = stretch.first, stretch.last
    return [
        range(max(first, part.start), min(last, part.stop))
        for part in parts
        if part.start < part.stop and part.start < last and first < part.stop
    ]
