"""Drafts: attributions that quotation marks lead to, while their pieces are being put together."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.sources import make_source
from newsclaims.model import Attribution, Cue, Span

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.frame import Frame
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.extractors.attributions.regions import Region
    from newsclaims.model import Confidence, QuoteKind


class Draft:
    """One act of saying: its frame, where there is one, and the stretches of its content."""

    __slots__ = ("confidence", "frame", "kind", "reach", "regions", "rule", "segments", "sentence", "source")

    def __init__(
        self,
        rule: str,
        frame: Frame | None,
        source: tuple[int, int] | None,
        *,
        kind: QuoteKind = "direct",
        confidence: Confidence = "high",
    ) -> None:
        self.rule = rule
        self.frame = frame
        self.source = source
        self.kind: QuoteKind = kind
        self.confidence: Confidence = confidence
        self.segments: list[Span] = []
        self.regions: list[Region] = []
        """The quotations among its segments."""
        self.reach = 0
        """Token behind everything that belongs to it so far."""
        self.sentence = -1
        """Index of the sentence of its last piece or frame."""

    def take_frame(self, frame: Frame) -> None:
        """Fill in the frame of a draft that has none."""
        self.frame, self.source, self.rule = frame, frame.source, frame.rule

    def finish(self, reading: Reading, *, parent: Attribution | None = None) -> Attribution:
        """The attribution, inside another one where there is a parent."""
        segments = tuple(sorted(self.segments, key=attrgetter("start", "end")))
        start, end = segments[0].start, segments[-1].end
        frame = self.frame
        cue = None
        if frame is not None:
            first, last = reading.cue_start(frame.cue[0]), reading.ends[frame.cue[1] - 1]
            words = reading.text[first:last]
            lemma = frame.entry.lemma or words.lower()
            cue = Cue(start=first, end=last, text=words, lemma=lemma, class_=frame.entry.class_)
        return Attribution(
            start=start,
            end=end,
            text=reading.text[start:end],
            rule=f"attributions.{self.rule}",
            kind=self.kind,
            segments=segments,
            cue=cue,
            source=make_source(reading, *self.source) if self.source else None,
            addressee=reading.mention(*frame.addressee) if frame and frame.addressee else None,
            parent=parent,
            confidence=self.confidence,
        )
