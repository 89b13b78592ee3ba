"""References that need the context: pronouns, and noun phrases that only point back ("the company")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.model import Date, Span
from newsclaims.text.wordclass import COMMA, NAME, NOMINAL, PREPOSITION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.claims.grammar import Clause

_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "it", "that's", "it's"})


@cache
def _lists(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    known = lexicons.document("references", lang)
    return frozenset(known["pronouns"]), frozenset(known["nouns"])


def unresolved(document: Document, clause: Clause, dates: Iterable[Date] = ()) -> tuple[Span, ...]:
    """Spans of a proposition that only its context can fill.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.grammar import Clause
    >>> document = Document("They told the company that prices rose.")
    >>> [document.text[s.start:s.end] for s in unresolved(document, Clause.of(document, range(8)))]
    ['They', 'the company']
    """
    pronouns, nouns = _lists(document.lang)
    starts, ends = document.tokens.starts, document.tokens.ends
    found = [Span(date.start, date.end) for date in dates if date.value is None]
    for position, word in enumerate(clause.lowers):
        index = clause.indexes[position]
        if word in pronouns:
            if word not in _DEMONSTRATIVES or _stands_alone(clause, position):
                found.append(Span(starts[index], ends[index]))
        elif word in nouns and position and clause.lowers[position - 1] in {"the", "this", "that", "these", "those"}:
            following = clause.tags[position + 1] if position + 1 < len(clause.tags) else COMMA
            if not following & (NAME | NOMINAL) and not (
                following & PREPOSITION and clause.lowers[position + 1] == "of"
            ):
                found.append(Span(starts[clause.indexes[position - 1]], ends[index]))
    return tuple(sorted(set(found)))


def _stands_alone(clause: Clause, position: int) -> bool:
    """Whether a demonstrative points back by itself, and neither goes with a noun nor joins clauses."""
    if clause.lowers[position] == "that" and position and not clause.tags[position - 1] & COMMA:
        return False
    following = clause.tags[position + 1] if position + 1 < len(clause.tags) else COMMA
    return not following & NOMINAL
