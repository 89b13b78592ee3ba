"""Nominal cues: "Kline's claim that the vote was rigged", "her warning that …", "remarks about …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.boundaries import Shape, content_end, object_end
from newsclaims.extractors.attributions.making import make
from newsclaims.extractors.attributions.sources import possessor_before
from newsclaims.text.wordclass import ADVERB, BASE, COMMA, FINITE, TIME, TO

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import SentenceView
    from newsclaims.model import Attribution


def find_nominal(sentence: SentenceView, cue: CueOccurrence) -> Attribution | None:
    """The attribution of a noun of saying or thinking with its possessor and complement."""
    reading, floor, limit = sentence.reading, sentence.first, sentence.limit
    tags, lowers = reading.tags, reading.lowers
    source = possessor_before(reading, cue.first, floor)
    index = cue.last
    if index >= limit or source is None:
        return None
    complements = cue.entry.complements
    if tags[index] & TIME and index + 1 < limit:  # "his claim Monday that"
        index += 1
    if "that" in complements and lowers[index] == "that" and index + 1 < limit and not tags[index + 1] & FINITE:
        last = content_end(reading, index + 1, limit, Shape())
        return make(reading, cue, "noun-clause", ((index + 1, last),), source)
    if "infinitive" in complements and tags[index] & TO and index + 1 < limit and tags[index + 1] & (BASE | ADVERB):
        last = content_end(reading, index, limit, Shape(finite=False))
        return make(reading, cue, "noun-infinitive", ((index, last),), source)
    for words in cue.entry.prepositions:
        if lowers[index] == words[0] and index + 1 < limit:
            last = object_end(reading, index + 1, limit)
            return make(
                reading, cue, "noun-preposition", ((index + 1, last),), source, cue_last=index + 1, confidence="medium"
            )
    if (
        "in-front" in complements
        and tags[index] & COMMA
        and lowers[source[0] - 1] in {"in", "to"}
        and index + 1 < limit
    ):
        last = content_end(reading, index + 1, limit, Shape())
        return make(reading, cue, "noun-in-front", ((index + 1, last),), source)
    return None
