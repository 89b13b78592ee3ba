"""Where an adverbial ends: "on Monday", "in a statement"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    DETERMINER,
    GERUND,
    NOUN,
    PREPOSITION,
    TIME,
    TO,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading


def adverbial_end(reading: Reading, index: int, limit: int) -> int:
    """End of a day, adverb or prepositional phrase that starts at a token, without the subject behind it."""
    tags, lowers = reading.tags, reading.lowers
    tag = tags[index]
    if lowers[index] == "last" and index + 2 < limit and tags[index + 1] & NOUN and tags[index + 2] & COMMA:
        return index + 2  # "noted last fall,"
    if tag & (TIME | ADVERB) and not tag & PREPOSITION:
        return index + 1
    if tag & DETERMINER and index + 1 < limit and tags[index + 1] & TIME:
        return index + 2
    if tag & COMMA and index + 1 < limit and tags[index + 1] & (PREPOSITION | ADVERB | GERUND):  # "said, in Rome, that"
        closing = next((k for k in range(index + 1, min(limit, index + 14)) if tags[k] & COMMA), limit)
        return closing + 1 if closing + 1 < limit and lowers[closing + 1] == "that" else index
    if not tag & (PREPOSITION | TO):
        return index
    return _prepositional_end(reading, index, limit)


def _prepositional_end(reading: Reading, index: int, limit: int) -> int:
    tags, lowers = reading.tags, reading.lowers
    end = core_end(tags, lowers, index + 1, limit)
    if end == index + 1:
        return index
    for split in range(index + 2, end):  # "said on Monday the bank failed"
        if tags[split - 1] & TIME and not tags[split] & TIME:
            return split
    while end < limit and lowers[end] in {"of", "with", "at", "in", "on", "for", "to", "by"}:
        further = core_end(tags, lowers, end + 1, limit)
        if further == end + 1:
            break
        end = further
    return end
