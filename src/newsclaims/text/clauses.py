"""Clauses over the tagged tokens: where a finite clause begins, whether a stretch holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    BRACKET,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    NEGATION,
    OBJECT,
    STOP,
    SUBJECT,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def first_finite(tags: Sequence[int], start: int, limit: int) -> int | None:
    """Index of the first finite verb of a stretch.

    >>> from newsclaims.document import Document
    >>> first_finite(Document("the old bridge was closed").word_classes.tags, 0, 5)
    3
    """
    for index in range(start, limit):
        if tags[index] & FINITE:
            return index
    return None


def holds(tags: Sequence[int], start: int, limit: int, classes: int) -> bool:
    """Whether a stretch holds a token of one of some classes.

    >>> from newsclaims.document import Document
    >>> holds(Document("the old bridge was closed").word_classes.tags, 0, 3, FINITE)
    False
    """
    for tag in tags[start:limit]:  # noqa: SIM110 - a generator would take twice the time
        if tag & classes:
            return True
    return False


_NO_PRONOUN = DETERMINER | FINITE | NAME | ADVERB | WH


def subject_and_verb(tags: Sequence[int], lowers: Sequence[str], start: int, limit: int) -> int | None:
    """Index of the finite verb, where a noun phrase starts at the token and a finite verb follows it.

    >>> from newsclaims.document import Document
    >>> document = Document("the members of the board never met him")
    >>> subject_and_verb(document.word_classes.tags, document.tokens.lowers, 0, 8)
    6
    """
    if start + 1 < limit and tags[start] & SUBJECT and tags[start + 1] & FINITE and not tags[start] & _NO_PRONOUN:
        return start + 1  # "he said": most subjects are found so
    while start < limit and lowers[start] in lexicons.words("degree_words"):  # "nearly half said"
        start += 1
    if start >= limit:
        return None
    if tags[start] & FINITE:
        return start if tags[start] & SUBJECT else None  # "they're"
    if tags[start] & OBJECT and not tags[start] & (SUBJECT | DETERMINER):  # "him"
        return None
    end = core_end(tags, lowers, start, limit)
    if end == start:
        return None
    verb = _verb_at(tags, end, limit)
    if verb is None:
        end = _behind_bracket(tags, lowers, phrase_end(tags, lowers, start, limit), limit)
        verb = _verb_at(tags, end, limit)
    while verb is None and end < limit and tags[end] & COORDINATOR:  # "Lee and Orr have"
        following = phrase_end(tags, lowers, end + 1, limit)
        if following == end + 1:
            break
        end = following
        verb = _verb_at(tags, end, limit)
    if verb is None and end < limit and (tags[end] & WH or lowers[end] == "that"):
        # a relative clause: its verb, then the one of the subject
        inner = first_finite(tags, end, min(limit, end + 8))
        verb = first_finite(tags, inner + 1, min(limit, inner + 12)) if inner is not None else None
    return verb


_LONGEST_BRACKET = 6


def _behind_bracket(tags: Sequence[int], lowers: Sequence[str], index: int, limit: int) -> int:
    """The token behind an abbreviation or party in brackets: "small firms (SMFs)", "the senator (Ind.)"."""
    if index >= limit or lowers[index] != "(":
        return index
    for closing in range(index + 1, min(limit, index + _LONGEST_BRACKET)):
        if tags[closing] & BRACKET and lowers[closing] == ")":
            return closing + 1
    return index


def _verb_at(tags: Sequence[int], index: int, limit: int) -> int | None:
    while index < limit and tags[index] & (ADVERB | NEGATION) and not tags[index] & FINITE:
        index += 1
    if index < limit and tags[index] & FINITE:
        return index
    if index < limit and tags[index] & (COMMA | DASH):  # "they, too, have"; "the mayor - and others - have"
        mark = tags[index] & (COMMA | DASH)
        for closing in range(index + 2, min(limit - 1, index + 8)):
            if tags[closing] & mark and tags[closing + 1] & FINITE and not tags[closing + 1] & SUBJECT:
                return closing + 1
    return None


def clause_floor(tags: Sequence[int], index: int, floor: int) -> int:
    """Start of the stretch between a token and the mark before it: comma, full stop, quotation mark, colon or dash."""
    while index > floor and not tags[index - 1] & (COMMA | STOP):
        index -= 1
    return index
