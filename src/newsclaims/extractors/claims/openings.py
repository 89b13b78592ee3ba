"""Openings: whether a clause with its own subject and finite verb begins at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    GERUND,
    NEGATION,
    NOMINAL,
    PREPOSITION,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATOR,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.claims.clause import Clause

# Words that open an adverbial clause, as against "that" and the relative words.
ADVERBIAL = frozenset(
    {
        "after", "although", "as", "because", "before", "if", "once", "since", "though", "till", "unless", "until",
        "when", "whenever", "where", "wherever", "whereas", "while",
    }
)  # fmt: skip
CONTRASTS = frozenset({"while", "whereas"})
CONDITIONS = frozenset({"if", "unless"})
RELATIVES = frozenset({"which", "who", "whom", "whose", "where", "when"})
FILLERS = frozenset(
    {("you", "know"), ("you", "see"), ("i", "mean"), ("i", "think"), ("i", "guess"), ("i", "believe"), ("i", "suppose")}
)
# Pronouns that are coordinated as often as they begin a clause: "Americans and others".
_QUANTIFIERS = frozenset(
    {"all", "another", "both", "each", "few", "many", "more", "most", "none", "one", "others", "some"}
)
LEAD = (COORDINATOR | ADVERB | PUNCTUATION) & ~SUBORDINATOR
"""What may stand in front of a clause."""
_LONGEST_FRONT = 8


def opens_clause(clause: Clause, position: int) -> bool:
    """Whether a subject with its finite verb begins here.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
    >>> opens_clause(Clause.of(Document("but the old mayor of Lenmouth left"), range(7)), 1)
    True
    """
    tags, lowers = clause.tags, clause.lowers
    if position >= len(tags) or lowers[position] in RELATIVES or is_filler(clause, position):
        return False
    if subject_and_verb(tags, lowers, position, len(tags)) is not None:
        return True
    if tags[position] & GERUND and not tags[position - 1] & COMMA:  # "putting on a show takes time"
        return any(tag & FINITE for tag in tags[position + 1 : position + _LONGEST_FRONT])
    return _opens_with_relative(clause, position)


def is_filler(clause: Clause, position: int) -> bool:
    """Whether "you know" or "I mean" stands here between commas."""
    return tuple(clause.lowers[position : position + 2]) in FILLERS and (
        position + 2 >= len(clause.tags) or bool(clause.tags[position + 2] & PUNCTUATION)
    )


def _opens_with_relative(clause: Clause, position: int) -> bool:
    """Whether a noun phrase with a bare relative clause is the subject: "the best offer we got is this"."""
    tags = clause.tags
    end = core_end(tags, clause.lowers, position, len(tags))
    if end in (position, len(tags)) or not tags[end] & SUBJECT or tags[end] & WH:
        return False
    return sum(bool(tag & FINITE) for tag in tags[end + 1 : end + _LONGEST_FRONT]) > 1


def opens_with_pronoun(clause: Clause, position: int) -> bool:
    """Whether a pronoun with its finite verb begins here: the surest beginning of a clause."""
    tags = clause.tags
    if position >= len(tags) or not tags[position] & SUBJECT or clause.lowers[position] in _QUANTIFIERS:
        return False
    if tags[position] & WH or is_filler(clause, position):
        return False
    if tags[position] & FINITE:  # "they're"
        return True
    position += 1
    while position < len(tags) and tags[position] & (ADVERB | NEGATION) and not tags[position] & FINITE:
        position += 1
    return position < len(tags) and bool(tags[position] & FINITE)


def opens_behind_front(clause: Clause, position: int) -> bool:
    """Whether a clause begins here with a phrase before its subject: "at one point the crowd rose"."""
    tags, lowers = clause.tags, clause.lowers
    if position >= len(tags) or not tags[position] & (PREPOSITION | ADVERB) or lowers[position] in ADVERBIAL:
        return False
    for behind in range(position + 1, min(len(tags), position + _LONGEST_FRONT)):
        tag = tags[behind]
        if tag & COMMA:
            return opens_clause(clause, behind + 1)
        if (tag & SUBORDINATOR and lowers[behind] in ADVERBIAL) or (tag & VERB and not tag & NOMINAL):
            return False
        if tag & (SUBJECT | DETERMINER) and not tags[behind - 1] & (PREPOSITION | DETERMINER):
            return opens_clause(clause, behind)
    return False


def behind_adverbial(clause: Clause) -> int | None:
    """Position of the main clause behind an adverbial one; 0 where none stands in front, None where nothing follows it.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
    >>> behind_adverbial(Clause.of(Document("If he leaves, we stay."), range(7)))
    4
    """
    tags = clause.tags
    begin = clause.skip(0, LEAD)
    if begin >= len(tags) or not tags[begin] & SUBORDINATOR or clause.lowers[begin] not in ADVERBIAL:
        return 0
    seen = False
    gerund = None
    for position in range(begin + 1, len(tags)):
        if tags[position] & FINITE:
            if gerund is not None:  # "If the tide turns, rowing tires them"
                return gerund
            seen = True
        elif tags[position] & COMMA:
            if not seen:  # "As a young reporter, ...", "After the vote, ...": a phrase
                return 0
            if opens_clause(clause, position + 1) or opens_behind_front(clause, position + 1):
                return position + 1
            gerund = position + 1 if position + 1 < len(tags) and tags[position + 1] & GERUND else None
        elif tags[position] & (WH | SUBORDINATOR):  # ", hitting back when he was asked"
            gerund = None
    return None if seen else 0
