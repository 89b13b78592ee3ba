"""References that need the context: pronouns, and noun phrases that only point back ("the company")."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.claims.located import Located
from newsclaims.model import Date, Span
from newsclaims.text.wordclass import COLON, COMMA, COORDINATOR, DASH, NOMINAL, PREPOSITION, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.document import Document

_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "it", "that's", "it's"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BEFORE_CLAUSE = COMMA | STOP | QUOTE | COLON | DASH | COORDINATOR


@cache
def lists(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Pronouns, and nouns that point back."""
    known = lexicons.document("references", lang)
    return frozenset(known["pronouns"]), frozenset(known["nouns"])


class References:
    """The references of one document that only its context can fill.

    Args:
        document: The text.
        dates: Its dates.
        marked: The tokens that the lists hold, and perhaps others.

    >>> from newsclaims.document import Document
    >>> document = Document("They told the company that prices rose.")
    >>> [document.text[s.start : s.end] for s in References(document, (), range(8)).within([(0, 39)])]
    ['They', 'the company']
    """

    def __init__(self, document: Document, dates: Iterable[Date], marked: Iterable[int]) -> None:
        pronouns, nouns = lists(document.lang)
        tokens, tags = document.tokens, document.word_classes.tags
        lowers, starts, ends = tokens.lowers, tokens.starts, tokens.ends
        found = [(date.start, date.end) for date in dates if date.value is None]
        for at in marked:
            word = lowers[at]
            if word in pronouns:
                if word not in _DEMONSTRATIVES or _stands_alone(tags, lowers, at):
                    found.append((starts[at], ends[at]))
            elif word in nouns and at and lowers[at - 1] in _POINTING and not _is_completed(tags, lowers, at):
                found.append((starts[at - 1], ends[at]))
        self._found = Located(found, key=itemgetter(0, 1))

    def within(self, stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Those inside some stretches."""
        return tuple([Span(start, end) for start, end in self._found.within(stretches)])


def _stands_alone(tags: list[int], lowers: list[str], at: int) -> bool:
    """Whether a demonstrative points back by itself, and neither goes with a noun nor joins clauses."""
    if lowers[at] == "that" and at and not tags[at - 1] & _BEFORE_CLAUSE:
        return False
    return at + 1 >= len(tags) or not tags[at + 1] & NOMINAL


def _is_completed(tags: list[int], lowers: list[str], at: int) -> bool:
    """Whether what follows a noun says which one it is: "the company town", "the company of players"."""
    if at + 1 >= len(tags):
        return False
    return bool(tags[at + 1] & NOMINAL) or (bool(tags[at + 1] & PREPOSITION) and lowers[at + 1] == "of")
