"""Finds the noun phrase that follows a cue and names its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.attributions.sources_before import DENOTING, LONGEST_SOURCE
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    COMMA,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOMINAL,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    TIME,
    TITLE,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading


def source_after(reading: Reading, index: int, limit: int) -> tuple[int, int] | None:
    """Tokens of the noun phrase that follows a cue: the subject of an inverted clause, the source of a preposition.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.attributions.lexicon import cue_lexicon
    >>> from newsclaims.extractors.attributions.reading import Reading
    >>> reading = Reading.of(Document("said Mara Quint, who runs the port of Elm, on Friday."), cue_lexicon())
    >>> reading.text[reading.span(*source_after(reading, 1, 14)).slice]
    'Mara Quint, who runs the port of Elm'
    """
    tags, lowers = reading.tags, reading.lowers
    limit = min(limit, index + LONGEST_SOURCE)
    end = phrase_end(tags, lowers, index, limit)
    if end == index or not any(tags[k] & DENOTING and not tags[k] & TIME for k in range(index, end)):
        return None
    end = _trimmed(reading, index, end)
    if end < limit and lowers[end] == "(":
        closed = next((k for k in range(end, min(limit, end + 8)) if lowers[k] == ")"), None)
        end = closed + 1 if closed is not None else end
    if end < limit and tags[end] & WH and lowers[end] in {"who", "whose"}:
        return index, _relative_end(reading, end, limit)
    if end + 1 < limit and tags[end] & (PARTICIPLE | PAST) and tags[end + 1] & (PREPOSITION | TIME | ADVERB):
        end = _relative_end(reading, end, limit)  # "a poll released on Monday"
    while end + 1 < limit and tags[end] & COMMA:
        following = _apposition_end(reading, end + 1, limit)
        if following is None:
            break
        end = following
    return index, end


def _trimmed(reading: Reading, start: int, end: int) -> int:
    """The end moved back over a phrase of time or medium that the walk took in: "said Lee in a statement"."""
    tags, lowers = reading.tags, reading.lowers
    for index in range(start + 1, end):
        if tags[index] & PREPOSITION and lowers[index] not in {"of"}:
            follower = index + 1
            while follower < end and tags[follower] & DETERMINER:
                follower += 1
            inside = [lowers[k] for k in range(follower, min(end, follower + 4))]
            if tags[index - 1] & NAME or lowers[index - 1] in {"he", "she"}:
                if any(word in _media() for word in inside) or (
                    lowers[index] in {"in", "on", "at", "during", "after", "to", "by", "with", "from", "about"}
                    and not tags[start] & DETERMINER
                ):
                    return index
            elif any(word in _media() for word in inside) and lowers[index] in {"in", "on", "during", "at"}:
                return index
    return end


def _media() -> frozenset[str]:
    return lexicons.words("media_nouns")


def _apposition_end(reading: Reading, start: int, limit: int) -> int | None:  # noqa: PLR0911
    """End of the apposition or relative clause that starts behind a comma; None where something else does."""
    tags, lowers = reading.tags, reading.lowers
    tag = tags[start]
    if tag & WH and lowers[start] in {"who", "whose", "which"}:
        return _relative_end(reading, start, limit)
    if tag & NUMBER and start + 1 < limit and tags[start + 1] & (COMMA | STOP):
        return start + 1
    if lowers[start] == "of":  # "Rachel Orr, 20, of Elm"
        end = core_end(tags, lowers, start + 1, limit)
        return end if end > start + 1 else None
    if lowers[start] in {"then", "now"} and start + 1 < limit and tags[start + 1] & (DETERMINER | NOUN | ADJECTIVE):
        start += 1
        tag = tags[start]
    if not tag & (DETERMINER | NOMINAL | TITLE) or tag & (FINITE | SUBORDINATOR | TIME):
        return None
    end = phrase_end(tags, lowers, start, limit)
    if end == start:
        return None
    if end < limit and tags[end] & (FINITE | QUOTE):  # a clause of its own
        return None
    if end < limit and tags[end] & WH and lowers[end] in {"who", "whose", "that", "which"}:
        return _relative_end(reading, end, limit)
    if end < limit and tags[end] & (PARTICIPLE | GERUND):
        return _relative_end(reading, end, limit)
    return end


def _relative_end(reading: Reading, start: int, limit: int) -> int:
    index = start
    while index + 1 < limit:
        index += 1
        if reading.tags[index] & (COMMA | DASH) or reading.lowers[index] in {";", ":", "("}:
            return index
        if reading.quoted[index]:  # "who said that it was “a shame”"
            behind = reading.quotation_ends.get(index, limit + 1)
            if behind > limit or index == start + 1:
                return index
            index = behind - 1
    return limit - 1 if reading.tags[limit - 1] & STOP else limit
