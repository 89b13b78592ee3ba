"""Finds who is spoken to: "the Global Times" in "told the Global Times"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    COMMA,
    FINITE,
    NAME,
    NOUN,
    OBJECT,
    PREPOSITION,
    QUOTE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading

QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which", "whom", "whose"})


def find_addressee(reading: Reading, cue: CueOccurrence, limit: int) -> tuple[int, int] | None:
    """The noun phrase that is spoken to: "the Global Times" in "told the Global Times"."""
    tags, lowers, index = reading.tags, reading.lowers, cue.last
    if index >= limit or lowers[index] == "that" or lowers[index] in QUESTION_WORDS:
        return None
    if tags[index] & (SUBORDINATOR | PREPOSITION | QUOTE | COMMA | TO) or (
        tags[index] & TIME and not tags[index] & NAME
    ):
        return None
    end = core_end(tags, lowers, index, limit)
    if end == index:
        return None
    if end < limit and tags[end] & FINITE:
        before = _before_subject(reading, index, end)
        told = cue.entry.lemma in lexicons.words("telling_verbs")
        if before == end and not (told or _all_names(tags, index, end)):
            return None  # "warn the toll could rise"
        end = before
    while end < limit and lowers[end] in {"of", "and", "for", "at"}:
        further = core_end(tags, lowers, end + 1, limit)
        if further == end + 1 or (further < limit and tags[further] & FINITE):
            break
        end = further
    only_subject = tags[index] & SUBJECT and not tags[index] & OBJECT and lowers[index] not in {"you", "it", "her"}
    if only_subject and end < limit and tags[end] & FINITE:
        return None
    return index, end


def _all_names(tags: Sequence[int], first: int, last: int) -> bool:
    return all(tag & NAME for tag in tags[first:last])


def _before_subject(reading: Reading, index: int, end: int) -> int:
    """End of those spoken to, where the name behind them is the subject of what is said: "told reporters Orr had"."""
    if end - index == 2 and _all_names(reading.tags, index, end):
        return index + 1  # "told Reuters Orr had"
    for name in range(index + 1, end):
        plural = reading.tags[name - 1] & NOUN and not reading.tags[name - 1] & NAME
        if plural and reading.tags[name] & NAME and reading.lowers[name - 1].endswith("s"):
            return name
    return end
