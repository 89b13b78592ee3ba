"""A candidate: an attribution that may yet be dropped, as offsets and tokens; cheap to make, unlike what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.source_form import make_source
from newsclaims.model import Attribution, Cue, Span

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import Confidence, QuoteKind

Stretch = tuple[int, int]
"""Start and end, half-open: of characters, or of tokens."""


class Candidate:
    """Source, cue and content of one act of saying or thinking, before overlaps are resolved.

    ``segments`` and ``cue`` are characters; ``source``, ``addressee``, ``medium`` and ``when`` are tokens of the
    reading.
    """

    __slots__ = (
        "addressee", "class_", "confidence", "cue", "kind", "lemma", "medium", "parent", "position", "rule", "segments",
        "source", "thought", "when",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of an attribution
        self,
        rule: str,
        kind: QuoteKind,
        segments: tuple[Stretch, ...],
        cue: Stretch | None,
        lemma: str,
        class_: str,
        source: Stretch | None,
        addressee: Stretch | None,
        confidence: Confidence,
        *,
        thought: bool = False,
    ) -> None:
        self.rule = rule
        self.kind: QuoteKind = kind
        self.segments = segments
        self.position = segments[0][0], -segments[-1][1]
        """Sorts in text order, the longer one first where two start at one place."""
        self.cue = cue
        self.lemma = lemma
        self.class_ = class_
        self.source = source
        self.addressee = addressee
        self.confidence: Confidence = confidence
        self.thought = thought
        self.parent: Candidate | None = None
        """The candidate whose content holds this one."""
        self.medium: Stretch | None = None
        self.when: Stretch | None = None

    def cut(self, end: int) -> None:
        """Let the content end at an offset inside its last segment."""
        self.segments = (*self.segments[:-1], (self.segments[-1][0], end))
        self.position = self.segments[0][0], -end

    def move(self, tokens: int) -> None:
        """Count the tokens of its parts from so many tokens further in front."""
        if self.source is not None:
            self.source = self.source[0] + tokens, self.source[1] + tokens
        if self.addressee is not None:
            self.addressee = self.addressee[0] + tokens, self.addressee[1] + tokens

    def attribution(self, reading: Reading, parent: Attribution | None) -> Attribution:
        """What comes out."""
        segments, cue, text = self.segments, self.cue, reading.text
        start, end = segments[0][0], segments[-1][1]
        return Attribution(
            start=start,
            end=end,
            text=text[start:end],
            rule=f"attributions.{self.rule}",
            kind=self.kind,
            segments=tuple([Span(*segment) for segment in segments]),
            cue=Cue(start=cue[0], end=cue[1], text=text[slice(*cue)], lemma=self.lemma, class_=self.class_)
            if cue is not None
            else None,
            source=make_source(reading, *self.source) if self.source is not None else None,
            addressee=reading.mention(*self.addressee) if self.addressee is not None else None,
            medium=reading.mention(*self.medium) if self.medium is not None else None,
            when=reading.mention(*self.when) if self.when is not None else None,
            parent=parent,
            thought=self.thought,
            confidence=self.confidence,
        )


def finish(reading: Reading, candidates: list[Candidate]) -> list[Attribution]:
    """The attributions of the candidates that stand; a candidate that holds another one comes before it."""
    made: dict[int, Attribution] = {}
    for candidate in candidates:
        parent = made.get(id(candidate.parent))
        made[id(candidate)] = candidate.attribution(reading, parent)
    return list(made.values())
