"""The main verb: which finite verb of a clause is its own, and what stands round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.clause import UNKNOWN, Clause
from newsclaims.extractors.claims.openings import LEAD, behind_adverbial
from newsclaims.extractors.claims.predicate import Predicate
from newsclaims.text.wordclass import (
    ADVERB,
    BASE,
    COMMA,
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
    PREPOSITION,
    PUNCTUATION,
    QUOTE,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TITLE,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.document import Document

PLURALS = frozenset({"children", "men", "people", "police", "women"})
PRESENT_BE = frozenset({"is", "are", "am", "isn't", "aren't"})
BE_FORMS = PRESENT_BE | {"was", "were", "wasn't", "weren't"}
# Share of words with a capital in a headline that has all its words so.
_TITLED = 0.6
# What the search for the main verb looks at: finite verbs and what lets one wait ("that" can join clauses).
_COUNTED = FINITE | WH | SUBORDINATOR
_NOUNS = NOMINAL & ~NUMBER | TITLE
_PREDETERMINERS = frozenset({"all", "both", "half"})
# What follows a verb and hardly a noun of a list.
_COMPLEMENT = ADVERB | DETERMINER | NAME | NUMBER | OBJECT | PREPOSITION | SUBJECT | TO
_MANY = frozenset({"all", "both", "few", "many", "most", "others", "several", "some"})


def main_verb(clause: Clause) -> int | None:
    """Position of the main finite verb.

    The verb of a relative clause, of a clause in subject position or of an adverbial clause in front is passed over.

    >>> from newsclaims.document import Document
    >>> clause = Clause.of(Document("When he left, the man who came yesterday says that he stays."), range(13))
    >>> clause.lowers[main_verb(clause)]
    'says'
    """
    found = clause.found_main
    if found == UNKNOWN:
        found = clause.found_main = _find(clause)
    return found


def _find(clause: Clause) -> int | None:
    tags, lowers = clause.tags, clause.lowers
    start = clause.skip(0, LEAD)
    if start < len(tags) and tags[start] & SUBORDINATOR:
        start = behind_adverbial(clause) or start
    waiting = 0
    for position in range(start, len(tags)):
        tag = tags[position]
        if not tag & _COUNTED:  # as nearly all words are
            continue
        if tag & FINITE:
            if not waiting:
                return position
            waiting -= 1
        elif lowers[position] == "that":
            before = position - 1
            while before > start and tags[before] & QUOTE:  # 'what he calls a "dream" that ended'
                before -= 1
            waiting += position > start and bool(tags[before] & (NOMINAL | OBJECT))
        elif tag & WH and not _asks_for_no_verb(clause, position):
            waiting += 1
    return None


def _asks_for_no_verb(clause: Clause, position: int) -> bool:
    """Whether a question word opens no clause: "however" before a comma, "for whatever reason"."""
    tags, word = clause.tags, clause.lowers[position]
    if word == "however":
        return position + 1 < len(tags) and bool(tags[position + 1] & COMMA)
    return word == "whatever" and position > 0 and bool(tags[position - 1] & PREPOSITION)


def with_weak_verb(document: Document, clause: Clause) -> Clause:
    """The clause with the word that has to be its verb marked as one, where no finite verb is to be seen.

    >>> from newsclaims.document import Document
    >>> document = Document("Women work for less")
    >>> main_verb(with_weak_verb(document, Clause.of(document, range(4))))
    1
    """
    tags = clause.tags
    possible = document.word_classes.possible
    words = [document.tokens.words[index] for index in clause.indexes]
    titled = sum(word[0].isupper() for word in words) > _TITLED * len(words)
    end = len(tags) - bool(tags and tags[-1] & PUNCTUATION)
    for position in range(1, end):
        before = tags[position - 1]
        if tags[position] & PARTICIPLE and before & BASE and any(tag & WH for tag in tags[:position]):
            return _with_finite(clause, position, PAST)  # "the miners who did not strike lost their jobs"
        subject = _possible_subject(clause, position)
        if subject is not None:
            classes = possible[clause.indexes[position]]
            if classes & (BASE if _is_plural(clause, subject) else THIRD) or (classes & (PAST | FINITE) and titled):
                return _with_finite(clause, position, classes & ~NAME)
    unlisted = next((position for position in range(1, end - 1) if _is_unlisted_verb(clause, position)), None)
    return clause if unlisted is None else _with_finite(clause, unlisted, THIRD)


def _is_unlisted_verb(clause: Clause, position: int) -> bool:
    """Whether a word that only looks like a plural noun has to be a verb: "the guide dubs the chef a master".

    A noun is followed by no article, and a singular by no plural.
    """
    tags, word, following = clause.tags, clause.lowers[position], clause.lowers[position + 1]
    if tags[position] != NOUN or not word.endswith("s") or word.endswith("ss") or following in _PREDETERMINERS:
        return False
    if not tags[position - 1] & (NOUN | NAME | GERUND) or _is_plural(clause, position - 1):
        return False
    return bool(tags[position + 1] & DETERMINER) and not tags[position + 1] & (WH | SUBORDINATOR)


def _is_plural(clause: Clause, subject: int) -> bool:
    """Whether the subject that ends here is a plural or two coordinated ones: "the mayor and the council"."""
    lowers = clause.lowers
    return lowers[subject].endswith("s") or lowers[subject] in PLURALS | _MANY or "and" in lowers[:subject]


def _possible_subject(clause: Clause, position: int) -> int | None:
    """Position of the noun that a word at a position can be the verb of: the one before it, adverbs aside.

    Behind a comma it is the one before an apposition, where a complement follows: "Lind, the senator, leads Orr".
    """
    tags = clause.tags
    before = position - 1
    while before > 0 and tags[before] & (ADVERB | QUOTE):
        before -= 1
    if tags[before] & _NOUNS or clause.lowers[before] in _MANY:
        return before
    if not tags[before] & COMMA or position + 1 >= len(tags) or not tags[position + 1] & _COMPLEMENT:
        return None
    first = next(at for at, tag in enumerate(tags) if tag & COMMA)
    return first - 1 if 0 < first < before and tags[first - 1] & _NOUNS else None


def _with_finite(clause: Clause, position: int, tag: int) -> Clause:
    tags = clause.tags.copy()
    tags[position] = tag | FINITE
    return Clause(clause.indexes, tags, clause.lowers)


def predicate_at(clause: Clause, position: int) -> Predicate:
    """The predicate with its finite verb at a position; that of the main verb is made once."""
    if position != clause.found_main:
        return Predicate(clause.lowers, clause.tags, position)
    if clause.predicate is None:
        clause.predicate = Predicate(clause.lowers, clause.tags, position)
    return clause.predicate


def is_state(clause: Clause) -> bool:
    """Whether a clause only says what something is like now: "the plan is a mess", "the party is divided".

    Not so "the plan is working", "the plan is backed by both".
    """
    main = main_verb(clause)
    if main is None:
        return True
    predicate = predicate_at(clause, main)
    if predicate.verb not in PRESENT_BE:
        return False
    return not predicate.tag(0) & (GERUND | PARTICIPLE) or (
        bool(predicate.tag(0) & PARTICIPLE) and predicate.follows(1) != "by"
    )
