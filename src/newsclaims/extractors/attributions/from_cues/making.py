"""Makes a candidate out of a cue and the tokens of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.candidate import Candidate, Stretch
from newsclaims.text.wordclass import COMMA

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import Confidence, QuoteKind


def make(  # noqa: PLR0913 - the parts of an attribution
    reading: Reading,
    cue: CueOccurrence,
    rule: str,
    segments: tuple[Stretch, ...],
    source: Stretch | None,
    *,
    cue_last: int | None = None,
    addressee: Stretch | None = None,
    confidence: Confidence = "high",
) -> Candidate:
    """The candidate with these parts, given as tokens."""
    entry = cue.entry
    return Candidate(
        rule,
        "mixed" if rule == "that-clause" and reading.quoted[segments[0][0]] else _kind(reading, segments),
        tuple([_trimmed(reading, *segment) for segment in segments]),
        (reading.cue_start(cue.first), reading.ends[(cue_last or cue.last) - 1]),
        entry.lemma,
        entry.class_,
        source,
        addressee,
        confidence,
        thought=entry.thought,
    )


def _trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The characters of a segment without outer quotation marks and without a last comma."""
    tags = reading.tags
    if reading.quotation_ends.get(first) == last and last - first > 2:
        first, last = first + 1, last - 1
    while last - first > 1 and tags[last - 1] & COMMA:
        last -= 1
    return reading.starts[first], reading.ends[last - 1]


def _kind(reading: Reading, segments: tuple[Stretch, ...]) -> QuoteKind:
    quoted = tokens = 0
    for first, last in segments:
        quoted += reading.quoted.count(1, first, last)
        tokens += last - first
    if not quoted:
        return "indirect"
    return "direct" if quoted >= tokens else "mixed"
