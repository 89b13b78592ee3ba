"""Where a noun phrase ends that is content itself: "criticized the ruling of the court | on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.attributions.from_cues.boundaries import Shape, closes_clause, joins_the_cue
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOMINAL,
    NOUN,
    OBJECT,
    PREPOSITION,
    QUOTE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading

_WEAK_JOINTS = frozenset({"by", "through"})
_NEARNESS = frozenset({"last", "this", "next", "earlier", "late", "early", "that"})
_BINDING = SUBORDINATOR | WH


def object_end(reading: Reading, start: int, limit: int, *, main_clause: bool = False) -> int:
    """Token behind a noun phrase that is content itself: "criticized the ruling of the court on Monday".

    In a main clause a finite verb behind it is one of its own: no other verb can follow there.
    """
    tags, lowers = reading.tags, reading.lowers
    index = max(core_end(tags, lowers, start, limit), start + 1)
    if start in reading.quotation_ends:
        index = start
    while index < limit:
        if reading.quoted[index] and index in reading.quotation_ends:
            quotation = reading.quotation_ends[index]
            main_verb_follows = quotation < limit and tags[quotation] & FINITE and not tags[quotation] & SUBJECT
            if quotation >= limit or main_verb_follows or closes_clause(reading, quotation):
                return quotation
            index = quotation
            continue
        if _ends_object(reading, start, index, limit, main_clause=main_clause):
            return index
        index += 1
    return limit


def _ends_object(reading: Reading, start: int, index: int, limit: int, *, main_clause: bool) -> bool:
    tags, lowers = reading.tags, reading.lowers
    tag = tags[index]
    following = index + 1
    if tag & (COMMA | DASH | COLON) or lowers[index] == ";":
        return _mark_ends(reading, index, limit)
    if following >= limit:
        return False
    if tag & COORDINATOR:
        return _coordinator_ends(reading, start, index)
    if tag & FINITE and not main_clause and tags[index - 1] & NOMINAL and not holds(tags, start, index, _BINDING):
        return not _contact_clause(reading, start, index)
    if holds(tags, start, index, _BINDING & ~PREPOSITION):
        return lowers[index] in lexicons.words("clause_openers")
    return _adverbial_opens(reading, index, limit) or lowers[index] in lexicons.words("clause_openers")


def _mark_ends(reading: Reading, index: int, limit: int) -> bool:
    """Whether an object ends before a comma, dash or colon: it goes on with a list, or what it consists of."""
    tags, lowers, following = reading.tags, reading.lowers, index + 1
    if following >= limit:
        return True
    if tags[index] & COMMA and _enumerates(reading, following, limit):
        return False
    if tags[index] & COLON:
        return False
    return lowers[following] not in _EXTENDING or (following + 1 < limit and bool(tags[following + 1] & WH))


def _coordinator_ends(reading: Reading, start: int, index: int) -> bool:
    """Whether a coordinator joins another verb to the cue and not another object."""
    tags, after = reading.tags, reading.tags[index + 1]
    if after & GERUND and not after & NOMINAL and not holds(tags, start, index, GERUND | COMMA):
        return True
    return bool(after & FINITE) or joins_the_cue(reading, start, index, Shape(finite=False))


def _adverbial_opens(reading: Reading, index: int, limit: int) -> bool:
    """Whether an adverbial of the cue starts at a token: its time, means or medium."""
    tags, lowers = reading.tags, reading.lowers
    tag, after = tags[index], tags[index + 1]
    if tag & TIME and tags[index - 1] & (NOMINAL | OBJECT) and not tags[index - 1] & TIME:
        return True
    if after & TIME and (tag & PREPOSITION or lowers[index] in _NEARNESS):
        return True
    if not tag & PREPOSITION:
        return False
    if lowers[index] in _WEAK_JOINTS and (after & GERUND or lowers[index] != "by"):
        return True
    return lowers[index] in {"in", "on", "during", "at"} and _medium_follows(reading, index + 1, limit)


_EXTENDING = frozenset({"as", "especially", "from", "including", "particularly", "such", "with"})
"""What adds to an object behind a comma."""


def _enumerates(reading: Reading, index: int, limit: int) -> bool:
    """Whether a comma stands between members of a list: "his tactics, his record and his words"."""
    tags, lowers = reading.tags, reading.lowers
    if index < limit and tags[index] & ADVERB:
        return False
    for _ in range(4):
        if index >= limit or tags[index] & (SUBJECT & ~DETERMINER | COORDINATOR):
            return False
        end = phrase_end(tags, lowers, index, limit)
        if end == index or end >= limit:
            return end > index and holds(tags, index, end, COORDINATOR)
        if tags[end] & FINITE:
            return False
        if holds(tags, index, end, COORDINATOR):
            return True
        while end < limit - 1 and not tags[end] & (COMMA | COORDINATOR | FINITE | QUOTE):
            end += 1
        if tags[end] & COORDINATOR:
            return end + 1 < limit and not tags[end + 1] & (FINITE | SUBJECT & ~DETERMINER)
        if not tags[end] & COMMA:
            return False
        index = end + 1 + bool(end + 1 < limit and tags[end + 1] & COORDINATOR)
        if tags[index - 1] & COORDINATOR:
            return core_end(tags, lowers, index, limit) > index
    return False


def _contact_clause(reading: Reading, start: int, verb: int) -> bool:
    """Whether the verb belongs to a relative clause without pronoun: "the strategy Orr described"."""
    tags = reading.tags
    index = verb - 1
    while index > start and tags[index] & NAME and not tags[index] & NOUN:
        index -= 1
    return index > start and index < verb - 1 and bool(tags[index] & NOUN) and not tags[index] & TITLE


def _medium_follows(reading: Reading, start: int, limit: int) -> bool:
    media = lexicons.words("media_nouns")
    end = core_end(reading.tags, reading.lowers, start, min(limit, start + 5))
    return end > start and reading.lowers[end - 1] in media
