"""Noun phrases over the tagged tokens: where one ends that starts here, where one starts that ends here.

All functions work on token indexes, half-open, and never leave the bounds given; each walk is linear in what it walks
over. Inside a sentence a full stop belongs to an abbreviation ("Mr. Orr", "Ohio Gov. Ray Alder").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOMINAL,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    TO,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = NOMINAL | TITLE
_INSIDE = HEAD | POSSESSIVE
LONGEST = 60
"""Tokens that a walk looks at, at most."""


def is_nominal(tags: Sequence[int], index: int) -> bool:
    """Whether the token can stand inside a noun phrase, determiners and pronouns aside."""
    tag = tags[index]
    return bool(tag & _INSIDE) and not tag & FINITE


def core_end(tags: Sequence[int], lowers: Sequence[str], start: int, limit: int) -> int:
    """End of the noun phrase without modifiers that starts at a token; ``start`` where none does.

    >>> from newsclaims.document import Document
    >>> document = Document("the two new ministers of trade said")
    >>> core_end(document.word_classes.tags, document.tokens.lowers, 0, 7)
    4
    """
    index = start
    if limit - start > LONGEST:
        limit = start + LONGEST
    if index + 1 < limit and tags[index] & OBJECT and tags[index + 1] & DETERMINER:  # "called her a liar"
        return index + 1
    while index < limit and tags[index] & DETERMINER and not tags[index] & FINITE:
        index += 1
    begun = index
    while index < limit:
        tag = tags[index]
        if tag & _INSIDE and not tag & FINITE:
            if tag & PREPOSITION and index > begun and index + 1 < limit and tags[index + 1] & DETERMINER:
                break  # "the street outside a church"
            # A day after the head ("the bank Monday said") does not belong to it; a month after a number does.
            if (
                tag & TIME
                and index > begun
                and not tag & TITLE
                and not tags[index - 1] & (ADJECTIVE | NUMBER | DETERMINER | POSSESSIVE)
            ):
                break
            index += 1
        elif (
            (tag & DETERMINER and index > begun and tags[index - 1] & POSSESSIVE)
            or (
                tag & (ADVERB | GERUND | PARTICIPLE)
                and index + 1 < limit
                and tags[index + 1] & _INSIDE
                and (index == begun and begun > start and not tags[index + 1] & FINITE)
            )
            or (tag & STOP and index > begun and lowers[index] == "." and tags[index - 1] & (TITLE | NAME | NOUN))
            or (lowers[index] == "/" and index > begun and index + 1 < limit and tags[index + 1] & HEAD)
        ):
            index += 1
        else:
            break
    if index == begun and begun == start and index < limit and tags[index] & (SUBJECT | OBJECT):
        return index + 1
    if index > begun and tags[index - 1] & STOP and index >= limit:
        index -= 1
    return index


def phrase_end(tags: Sequence[int], lowers: Sequence[str], start: int, limit: int) -> int:
    """End of the noun phrase with its prepositional phrases and its coordinated phrases.

    >>> from newsclaims.document import Document
    >>> document = Document("the ministers of trade and of labor in the state said")
    >>> phrase_end(document.word_classes.tags, document.tokens.lowers, 0, 11)
    10
    """
    end = core_end(tags, lowers, start, limit)
    if end == start or (end == start + 1 and tags[start] & (SUBJECT | OBJECT) and not tags[start] & DETERMINER):
        return end
    if limit - start > LONGEST:
        limit = start + LONGEST
    while end < limit - 1:
        tag = tags[end]
        if (tag & PREPOSITION and lowers[end] in lexicons.words("attaching_prepositions")) or tag & TO:
            following = core_end(tags, lowers, end + 1, limit)
            if following == end + 1 or tags[end + 1] & TIME or (tag & TO and tags[end + 1] & VERB):
                break
        elif tag & COORDINATOR:
            begin = end + 1 + bool(tags[end + 1] & PREPOSITION)
            following = core_end(tags, lowers, begin, limit)
            if following == begin or (following < limit and tags[following] & FINITE):
                break
        else:
            break
        end = following
    return end


def core_start(tags: Sequence[int], lowers: Sequence[str], end: int, floor: int) -> int:
    """Start of the noun phrase without modifiers that ends before a token; ``end`` where none does.

    >>> from newsclaims.document import Document
    >>> document = Document("Later the two new ministers said")
    >>> core_start(document.word_classes.tags, document.tokens.lowers, 5, 0)
    1
    """
    index = end
    floor = end - LONGEST if end - floor > LONGEST else floor
    while index > floor:
        tag = tags[index - 1]
        if tag & _INSIDE and not tag & FINITE:
            day = tag & TIME and index < end and not tag & TITLE and lowers[index] not in {"'s", "'"}
            owned = index - 1 > floor and tags[index - 2] & (DETERMINER | POSSESSIVE)
            if day and not owned:  # but "the April survey", "Orr's Monday statement"
                break
            index -= 1
        elif tag & DETERMINER:
            if tag & SUBORDINATOR and index < end and _is_complementiser(tags, index - 1, floor):
                break
            index -= 1
            while index > floor and tags[index - 1] & DETERMINER and not tags[index - 1] & SUBORDINATOR:
                index -= 1
            if not (index > floor and tags[index - 1] & POSSESSIVE):
                break
        elif index < end and index - 1 > floor and _joins(tags, lowers, index - 1):
            index -= 1
        else:
            break
    if index == end and index > floor and tags[index - 1] & (SUBJECT | OBJECT) and not tags[index - 1] & PREPOSITION:
        return index - 1
    while index < end and tags[index] & STOP:
        index += 1
    return index


def _joins(tags: Sequence[int], lowers: Sequence[str], index: int) -> bool:
    """Whether a token inside a noun phrase is no nominal: "Mr. Orr", "the Lee/Orr poll", "the rising tide"."""
    tag, before = tags[index], tags[index - 1]
    if tag & STOP:
        return lowers[index] == "." and bool(before & (TITLE | NAME))
    if tag & (GERUND | PARTICIPLE | ADVERB):
        return bool(before & (DETERMINER | POSSESSIVE))
    return lowers[index] == "/" and bool(before & HEAD)


def _is_complementiser(tags: Sequence[int], index: int, floor: int) -> bool:
    """Whether "that" opens a clause and does not point at the noun behind it."""
    return bool(tags[index + 1] & (NAME | DETERMINER | NUMBER)) or (
        index > floor and bool(tags[index - 1] & (VERB | FINITE | NOMINAL | COMMA | ADVERB))
    )


def at_boundary(tags: Sequence[int], index: int, floor: int) -> bool:
    """Whether a clause can start at a token: nothing before it that it could be the object of."""
    if index <= floor:
        return True
    before = tags[index - 1]
    return not before & (NOMINAL | VERB | FINITE | OBJECT | POSSESSIVE | TO) and (
        not before & (PREPOSITION | DETERMINER) or bool(before & SUBORDINATOR)
    )


def phrase_start(tags: Sequence[int], lowers: Sequence[str], end: int, floor: int) -> int:
    """Start of the noun phrase that ends before a token, with what its head is modified by or coordinated with.

    The phrase grows to the left over a preposition, a coordinator or a restrictive relative clause when what it would
    reach is itself a noun phrase at the beginning of a clause, and over "of" in any case.

    >>> from newsclaims.document import Document
    >>> document = Document("But a spokesman for the bank and an ally of hers said")
    >>> phrase_start(document.word_classes.tags, document.tokens.lowers, 11, 0)
    1
    """
    if end > floor + 1 and tags[end - 1] & PARTICIPLE and tags[end - 2] & (NOMINAL | SUBJECT | OBJECT):
        start = core_start(tags, lowers, end - 1, floor)  # "those surveyed"
        start = end if start == end - 1 else start
    else:
        start = core_start(tags, lowers, end, floor)
    if start == end:
        return end
    floor = end - LONGEST if end - floor > LONGEST else floor
    best = start = _with_degree(tags, lowers, start, floor)
    listed = False
    while start > floor + 1:
        joint = _joint(tags, lowers, start, floor, listed=listed)
        if joint is None:
            break
        reached = core_start(tags, lowers, joint, floor)
        if reached == joint or tags[reached] & TIME:
            break
        certain = lowers[joint] == "of" or bool(tags[joint - 1] & NUMBER and tags[start] & NUMBER)
        listed = listed or bool(tags[start - 1] & COORDINATOR)
        start = _with_degree(tags, lowers, reached, floor)
        if certain or at_boundary(tags, start, floor):
            best = start
    return best


def _with_degree(tags: Sequence[int], lowers: Sequence[str], start: int, floor: int) -> int:
    """The start moved back over a word of degree before a number: "nearly half", "at least 40", "more than ten"."""
    if not tags[start] & (NUMBER | DETERMINER | SUBJECT) or start <= floor:
        return start
    if lowers[start - 1] in lexicons.words("degree_words"):
        again = start - 1 > floor and lowers[start - 2] in lexicons.words("degree_words")
        return start - 1 - again
    pair = start - 1 > floor and (lowers[start - 2], lowers[start - 1]) in _DEGREE_PAIRS
    return start - 2 if pair else start


_DEGREE_PAIRS = {("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")}


def _joint(tags: Sequence[int], lowers: Sequence[str], start: int, floor: int, *, listed: bool) -> int | None:
    """End of the phrase that could be what the phrase at ``start`` modifies or is coordinated with."""
    before = tags[start - 1]
    if (before & PREPOSITION and lowers[start - 1] in lexicons.words("attaching_prepositions")) or before & TO:
        joint = start - 1
        if joint - 1 > floor and lowers[joint - 1] == "out" and tags[start] & tags[joint - 2] & NUMBER:
            return joint - 1  # "nine out of 10"
        if joint - 1 > floor and _modifies(tags, joint - 1):
            joint -= 1
        elif joint - 2 > floor and tags[joint - 1] & TIME and _modifies(tags, joint - 2):
            joint -= 2  # "a poll released Sunday by"
        if joint > floor and tags[joint - 1] & (ADVERB | COORDINATOR):  # "in the city and in the suburbs"
            joint -= 1
        return joint
    if listed and before & COMMA and not _is_pronoun(tags[start]):
        reached = core_start(tags, lowers, start - 1, floor)
        return start - 1 if reached <= floor or tags[reached - 1] & (COMMA | COORDINATOR | QUOTE) else None
    if before & COORDINATOR:
        if lowers[start - 1] not in {"and", "or", "nor", "&"} or _is_pronoun(tags[start]):
            return None
        joint = start - 1
        if joint > floor and tags[joint - 1] & COMMA:
            joint -= 1
        return joint
    return _relative_joint(tags, lowers, start, floor)


def _modifies(tags: Sequence[int], index: int) -> bool:
    """Whether a participle modifies the noun before it: "officials briefed on the talks"; not "they stopped at"."""
    if not tags[index] & (PARTICIPLE | PAST | GERUND):
        return False
    return not tags[index] & FINITE or bool(tags[index - 1] & NOUN)


def _is_pronoun(tag: int) -> bool:
    return bool(tag & SUBJECT) and not tag & DETERMINER


def _relative_joint(tags: Sequence[int], lowers: Sequence[str], start: int, floor: int) -> int | None:
    """End of the phrase whose participle or relative clause ends with the phrase at ``start``."""
    before = tags[start - 1]
    if before & GERUND and start - 1 > floor and tags[start - 2] & NOMINAL:  # "groups urging a boycott"
        return start - 1
    if before & (VERB | FINITE) and not before & WH:  # "people who know him", "officials involved in it"
        for index in range(start - 1, max(floor, start - 8), -1):
            if lowers[index] in {"who", "that", "which"}:
                return index
            if tags[index] & (COMMA | STOP):
                break
    return None
