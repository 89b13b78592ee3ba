"""Frames: what stands in front of a proposition, comments on it and is no part of it."""

from __future__ import annotations

from functools import cache

from newsclaims import lexicons
from newsclaims.extractors.claims.clause import Clause, trim
from newsclaims.extractors.claims.main_verb import main_verb
from newsclaims.extractors.claims.openings import opens_clause
from newsclaims.text.tokens import tokenize
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    COLON,
    COMMA,
    FINITE,
    NOMINAL,
    PREPOSITION,
    PUNCTUATION,
)

_LONGEST_FRAME = 12
# Words that link a sentence to the one before it: "So the mayor left".
_LINKS = frozenset({"so", "yet"})
_SOFTENERS = frozenset({"please", "just", "so", "then", "now", "and"})
_COMMANDS = frozenset({"let", "let's", "imagine", "please", "don't", "do"})
_BEFORE_COMMAND = PUNCTUATION | BASE


@cache
def _frames(lang: str) -> dict[str, dict[str, list[list[str]]]]:
    """The phrases of the lexicon ``frames`` by first and second word ("" where there is none), longest first."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    for words in sorted((tokenize(entry).lowers for entry in lexicons.lines("frames", lang)), key=len, reverse=True):
        second = words[1] if len(words) > 1 else ""
        found.setdefault(words[0], {}).setdefault(second, []).append(words)
    return found


def strip(clause: Clause, lang: str = "en") -> Clause:
    """A trimmed clause without what in front only comments on it.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import trimmed
    >>> for text in ("But, in fact, it's worth noting that rents fell.", "Let me just say one thing: rents fell."):
    ...     document = Document(text)
    ...     print(" ".join(strip(trimmed(document, range(len(document.tokens)))).lowers))
    rents fell
    rents fell
    """
    while clause.tags:
        length = _frame_length(clause, lang)
        if not length or main_verb(clause.part(length, len(clause.tags))) is None:
            break
        clause = trim(clause.part(length, len(clause.tags)))
    return clause


def _frame_length(clause: Clause, lang: str) -> int:
    """Length of the frame that a clause begins with, its comma or "that" included."""
    lowers = clause.lowers
    if lowers[0] in _LINKS and len(lowers) > 1 and not clause.tags[1] & (ADVERB | ADJECTIVE | COMMA):
        return 0 if lowers[1] == "that" and not any(tag & FINITE for tag in clause.tags[2:3]) else 1
    length = _phrase_length(clause, 0, lang)
    if length:
        return length
    if is_command(clause):  # "let me just say one thing: ..."
        behind = _behind_mark(clause, COMMA | COLON)
        return behind if opens_clause(clause, behind) else 0
    if "that" not in lowers:  # as in most clauses
        return 0
    # "For those who ask, it's worth noting that ..."
    front = _behind_mark(clause, COMMA)
    length = _phrase_length(clause, front, lang) if front else 0
    if not length or lowers[length - 1] != "that":
        return 0
    return length if clause.tags[0] & PREPOSITION or main_verb(clause.part(0, front)) is None else 0


def _phrase_length(clause: Clause, start: int, lang: str) -> int:
    """Position behind the phrase of the lexicon that begins here and the comma or "that" that follows it; else 0."""
    lowers = clause.lowers
    known = _frames(lang).get(lowers[start])
    if known is None or start + 1 >= len(lowers):
        return 0
    for words in (*known.get(lowers[start + 1], ()), *known.get("", ())):
        end = start + len(words)
        if lowers[start:end] == words and end < len(lowers):
            if clause.tags[end] & COMMA:
                return end + 1
            if lowers[end] == "that" and end + 1 < len(lowers) and not clause.tags[end + 1] & FINITE:
                return end + 1
    return 0


def _behind_mark(clause: Clause, marks: int) -> int:
    """Position behind the first such mark near the beginning; 0 where there is none, or nothing behind it."""
    for position, tag in enumerate(clause.tags[: min(len(clause.tags) - 1, _LONGEST_FRAME)]):
        if tag & marks and position:
            return position + 1
    return 0


def is_command(clause: Clause) -> bool:
    """Whether the clause begins with a bare verb, or with "let us".

    >>> from newsclaims.document import Document
    >>> is_command(Clause.of(Document("So imagine that it rains."), range(5)))
    True
    """
    tags, lowers = clause.tags, clause.lowers
    if not tags or not (tags[0] & _BEFORE_COMMAND or lowers[0] in _COMMANDS or lowers[0] in _SOFTENERS):
        return False  # as nearly all
    position = 0
    while position < len(tags) and (tags[position] & PUNCTUATION or lowers[position] in _SOFTENERS):
        position += 1
    if position + 1 >= len(tags):
        return False
    if lowers[position] in _COMMANDS:
        return True
    return bool(tags[position] & BASE) and not tags[position] & (AUXILIARY | NOMINAL)
