"""Makes an attribution out of tokens: spans, kind and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.sources import make_source
from newsclaims.model import Attribution, Cue, Span
from newsclaims.text.wordclass import COMMA

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import Confidence, QuoteKind

Tokens = tuple[int, int]


def make(  # noqa: PLR0913 - the parts of an attribution
    reading: Reading,
    cue: CueOccurrence,
    rule: str,
    segments: tuple[Tokens, ...],
    source: Tokens | None,
    *,
    cue_last: int | None = None,
    addressee: Tokens | None = None,
    adjunct: Tokens | None = None,
    confidence: Confidence = "high",
) -> Attribution:
    """The attribution with these parts, given as tokens."""
    spans = tuple([_trimmed(reading, *segment) for segment in segments])
    cue_start, cue_end = reading.cue_start(cue.first), reading.ends[(cue_last or cue.last) - 1]
    start, end = spans[0].start, spans[-1].end
    return Attribution(
        start=start,
        end=end,
        text=reading.text[start:end],
        rule=f"attributions.{rule}",
        kind="mixed" if rule == "that-clause" and reading.quoted[segments[0][0]] else _kind(reading, segments),
        segments=spans,
        cue=Cue(
            start=cue_start,
            end=cue_end,
            text=reading.text[cue_start:cue_end],
            lemma=cue.entry.lemma,
            class_=cue.entry.class_,
        ),
        source=make_source(reading, *source) if source is not None else None,
        addressee=reading.mention(*addressee) if addressee is not None else None,
        when=None,
        thought=cue.entry.thought,
        confidence=confidence,
    )


def _trimmed(reading: Reading, first: int, last: int) -> Span:
    """The segment without outer quotation marks and without a last comma."""
    tags = reading.tags
    if reading.quotation_ends.get(first) == last and last - first > 2:
        first, last = first + 1, last - 1
    while last - first > 1 and tags[last - 1] & COMMA:
        last -= 1
    return reading.span(first, last)


def _kind(reading: Reading, segments: tuple[Tokens, ...]) -> QuoteKind:
    quoted = tokens = 0
    for first, last in segments:
        quoted += reading.quoted.count(1, first, last)
        tokens += last - first
    if not quoted:
        return "indirect"
    return "direct" if quoted >= tokens else "mixed"
