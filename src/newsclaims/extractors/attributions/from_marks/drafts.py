"""Drafts: attributions that quotation marks lead to, while their pieces are being put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.candidate import Candidate, Stretch

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.from_marks.frame import Frame
    from newsclaims.extractors.attributions.from_marks.regions import Region
    from newsclaims.extractors.attributions.reading import Reading
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
        self.segments: list[Stretch] = []
        self.regions: list[Region] = []
        """The quotations among its segments."""
        self.reach = 0
        """Token behind everything that belongs to it so far."""
        self.sentence = -1
        """Index of the sentence of its last piece or frame."""

    def take_frame(self, frame: Frame) -> None:
        """Fill in the frame of a draft that has none."""
        self.frame, self.source, self.rule = frame, frame.source, frame.rule

    def finish(self, reading: Reading) -> Candidate:
        """The candidate; its source and addressee are those of the frame."""
        frame = self.frame
        segments = tuple(sorted(self.segments))
        if frame is None:
            return Candidate(self.rule, self.kind, segments, None, "", "", self.source, None, self.confidence)
        cue = reading.cue_start(frame.cue[0]), reading.ends[frame.cue[1] - 1]
        lemma = frame.entry.lemma or reading.text[slice(*cue)].lower()
        return Candidate(
            self.rule,
            self.kind,
            segments,
            cue,
            lemma,
            frame.entry.class_,
            self.source,
            frame.addressee,
            self.confidence,
        )
