"""Joints: where one coordinate clause of a sentence ends and the next begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.conditions import forms
from newsclaims.extractors.claims.main_verb import main_verb
from newsclaims.extractors.claims.openings import (
    ADVERBIAL,
    CONTRASTS,
    behind_adverbial,
    opens_behind_front,
    opens_clause,
    opens_with_pronoun,
)
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_start
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    NOMINAL,
    NOUN,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.claims.clause import Clause

_LINKS = CONTRASTS | {"so"}
_AWAITING = frozenset({"say", "saying", "says", "said", "think", "thinking", "know", "mean", "that"})
_ADDING = frozenset({"and", "but"})
_DEFINITE = frozenset({"the", "my", "our", "his", "her", "their"})
_JOINTS = COORDINATOR | STOP | COMMA | DASH


def cut(clause: Clause, lang: str = "en", *, spoken: bool = False) -> list[Clause]:
    """The coordinate clauses of a sentence, each with its own subject and finite verb.

    Args:
        clause: The tokens of the sentence.
        lang: Language of the lexicons.
        spoken: Whether it stands in quotation marks, where clauses are also joined by nothing but a comma.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
    >>> document = Document("Rents rose, while wages fell, and the mayor who had promised a cap said he was sorry.")
    >>> for part in cut(Clause.of(document, range(len(document.tokens)))):
    ...     print(" ".join(part.lowers))
    rents rose
    wages fell
    the mayor who had promised a cap said he was sorry .
    """
    tags, lowers = clause.tags, clause.lowers
    possible = [
        position
        for position, tag in enumerate(tags[:-1])
        if tag & _JOINTS
        # Unless it is spoken, a comma alone joins nothing.
        and (spoken or not tag & COMMA or tags[position + 1] & COORDINATOR or lowers[position + 1] in _LINKS)
    ]
    if not possible:
        return [clause]
    parts = []
    begin = 0
    for position in possible:
        if position > begin:
            length = _joint(clause, begin, position, spoken, lang)
            if length:
                parts.append(clause.part(begin, position))
                begin = position + length
    parts.append(clause.part(begin, len(tags)))
    return parts


def _joint(clause: Clause, begin: int, position: int, spoken: bool, lang: str) -> int:
    """Length of what joins two clauses at a position; 0 where nothing does.

    The less there is to join them, the surer the beginning of the second one has to be.
    """
    tags, lowers = clause.tags, clause.lowers
    tag = tags[position]
    behind = position + 1
    if behind >= len(tags) or (tag & STOP and lowers[position] not in {";", "...", "…"}):
        return 0
    linked = bool(tag & COORDINATOR)
    if not linked and (tags[behind] & COORDINATOR or lowers[behind] in _LINKS):
        linked, behind = True, behind + 1
    bare = bool(tag & COMMA) and not linked
    closed = bool(tag & STOP) or (linked and not tag & COORDINATOR)
    opens = opens_with_pronoun(clause, behind)
    if closed:
        behind = _behind_that(clause, behind)
        opens = opens or opens_clause(clause, behind) or opens_behind_front(clause, behind)
    elif tag & COMMA and lowers[behind] in _DEFINITE:
        opens = opens or opens_clause(clause, behind)
    elif opens and linked and _is_bare_relative(clause, begin, position):
        return 0
    elif not opens and tag & COORDINATOR and lowers[behind] != "that":  # "died in May and the seat is empty"
        opens = _is_separate(clause, begin, position, lang) and opens_clause(clause, behind)
    elif linked and lowers[behind] == "that":  # "said that rents fell and that wages rose"
        behind = _behind_that(clause, behind)
        opens = opens_clause(clause, behind)
    if not opens or (bare and (not spoken or _awaits_clause(clause, begin, position))):
        return 0
    return behind - position if _is_whole(clause.part(begin, position), closed) else 0


def _awaits_clause(clause: Clause, begin: int, position: int) -> bool:
    """Whether what stands before a comma still waits for its clause: "you are saying, ..."."""
    last = position - 1
    while last > begin and clause.tags[last] & (ADVERB | COMMA):
        last -= 1
    return clause.lowers[last] in _AWAITING


def _is_bare_relative(clause: Clause, begin: int, position: int) -> bool:
    """Whether two noun phrases meet before a coordinator: "the house my husband and I bought"."""
    start = core_start(clause.tags, clause.lowers, position, begin)
    if not begin < start < position:
        return False
    return bool(clause.tags[start] & DETERMINER and clause.tags[start - 1] & NOMINAL)


def _is_separate(clause: Clause, begin: int, position: int, lang: str) -> bool:
    """Whether what follows a coordinator can be joined to no phrase before it: "she died in May and the seat is empty".

    It can in "he thinks the mayor and the council agreed", "trips to Lemuria and Oster have", "cars and trucks". Where
    a clause below the main one or a list has begun, nobody can tell.
    """
    tags, lowers = clause.tags, clause.lowers
    main = main_verb(clause.part(begin, position))
    if main is None or lowers[position] not in _ADDING or holds(tags, begin + main + 1, position, COMMA | WH):
        return False
    if "that" in lowers[begin + main + 1 : position]:
        return False
    start, following = core_start(tags, lowers, position, begin), tags[position + 1]
    definite = lowers[position + 1] in _DEFINITE or (bool(following & NAME) and not tags[position - 1] & NAME)
    if start == position:  # "rents rose and wages fell"
        return bool(tags[position - 1] & (FINITE | PARTICIPLE)) and (definite or following == NOUN)
    before = tags[start - 1]
    if not definite or before & SUBORDINATOR:
        return False
    if before & VERB:
        return lowers[start - 1] not in forms("beliefs", lang) and lowers[start - 1] not in forms("openers", lang)
    return bool(before & (PREPOSITION | TO))


def _behind_that(clause: Clause, position: int) -> int:
    """The position behind "that", where a clause follows it."""
    if position + 1 < len(clause.tags) and clause.lowers[position] == "that" and not clause.tags[position + 1] & FINITE:
        return position + 1 if opens_clause(clause, position + 1) else position
    return position


def _awaits_verb(part: Clause, main: int) -> bool:
    """Whether a "that" behind the main verb still waits for its verb: "I know that in this war, the longest yet"."""
    tags, lowers = part.tags, part.lowers
    if "that" not in lowers[main:]:
        return False
    that = len(lowers) - 1 - lowers[::-1].index("that")
    joins = lowers[that - 1] in _AWAITING or bool(tags[that - 1] & (SUBJECT | OBJECT))
    return joins and that + 1 < len(tags) and not holds(tags, that + 1, len(tags), FINITE)


def _is_whole(part: Clause, closed: bool) -> bool:
    """Whether what stands before a joint is a clause by itself, and the joint is in no subordinate clause of it."""
    main = main_verb(part)
    if main is None or behind_adverbial(part) is None or _awaits_verb(part, main):
        return False
    return closed or not any(
        part.tags[position] & SUBORDINATOR and part.lowers[position] in ADVERBIAL and opens_clause(part, position + 1)
        for position in range(main + 1, len(part.tags))
    )
