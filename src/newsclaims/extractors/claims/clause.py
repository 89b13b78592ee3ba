"""A clause: some tokens of a text with their classes, as plain lists that every rule of the package walks over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.wordclass import COLON, COMMA, COORDINATOR, DASH, QUOTE, STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.predicate import Predicate

UNKNOWN = -2
"""The main verb has not been looked for."""
_MARKS = COMMA | STOP | COLON | DASH | QUOTE
_EDGES = _MARKS | COORDINATOR
_APOSTROPHES = frozenset({"'", "’", "‘"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})


class Clause:
    """Some tokens of a text; they need not be neighbours: '"We won," she said, "and they lost."'."""

    __slots__ = ("found_main", "indexes", "lowers", "predicate", "tags")

    indexes: Sequence[int]
    """Indexes of the tokens in the text."""
    tags: list[int]
    """Their classes."""
    lowers: list[str]
    """Their surfaces in lower case."""
    found_main: int | None
    """Position of the main verb once it has been looked for, None where there is none; see `main_verb`."""
    predicate: Predicate | None
    """The main verb with what stands round it, once it has been asked for; see `predicate_at`."""

    def __init__(self, indexes: Sequence[int], tags: list[int], lowers: list[str]) -> None:
        self.indexes = indexes
        self.tags = tags
        self.lowers = lowers
        self.found_main: int | None = UNKNOWN
        self.predicate = None

    @classmethod
    def of(cls, document: Document, indexes: Sequence[int]) -> Clause:
        """The clause of these tokens."""
        tags, lowers = document.word_classes.tags, document.tokens.lowers
        if isinstance(indexes, range):
            return cls(indexes, tags[indexes.start : indexes.stop], lowers[indexes.start : indexes.stop])
        return cls(indexes, [tags[index] for index in indexes], [lowers[index] for index in indexes])

    def part(self, start: int, end: int) -> Clause:
        """The tokens between two positions."""
        if start == 0 and end == len(self.tags):
            return self
        return Clause(self.indexes[start:end], self.tags[start:end], self.lowers[start:end])

    def skip(self, position: int, classes: int) -> int:
        """Position of the first token from here on that is of none of these classes."""
        tags = self.tags
        while position < len(tags) and tags[position] & classes:
            position += 1
        return position


def trim(clause: Clause) -> Clause:
    """The clause without the marks and the coordinators at its ends.

    >>> from newsclaims.document import Document
    >>> document = Document("And (so it rained.)")
    >>> trim(Clause.of(document, range(len(document.tokens)))).lowers
    ['so', 'it', 'rained']
    """
    begin, end = _trimmed_bounds(clause.tags, clause.lowers, 0, len(clause.tags))
    return clause.part(begin, end)


def trimmed(document: Document, indexes: Sequence[int]) -> Clause:
    """The clause of these tokens, trimmed; cheaper than making it first where they are neighbours."""
    if not isinstance(indexes, range):
        return trim(Clause.of(document, indexes))
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    begin, end = _trimmed_bounds(tags, lowers, indexes.start, indexes.stop)
    return Clause(range(begin, end), tags[begin:end], lowers[begin:end])


def _trimmed_bounds(tags: list[int], lowers: list[str], floor: int, limit: int) -> tuple[int, int]:
    """Where the clause that stands between two positions begins and ends without marks and coordinators."""
    begin, end = floor, limit
    while begin < end and tags[begin] & _EDGES:
        begin += 1
    while begin < end and (tags[end - 1] & _EDGES or lowers[end - 1] in _APOSTROPHES):
        end -= 1
    if end - begin > 1 and lowers[begin] in _OPENING and lowers[end - 1] in _CLOSING:
        return _trimmed_bounds(tags, lowers, begin + 1, end - 1)
    if begin < end and lowers[end - 1] in _CLOSING and _OPENING.isdisjoint(lowers[begin:end]):  # "(Moss left.)"
        return _trimmed_bounds(tags, lowers, begin, end - 1)
    if begin < end and lowers[begin] in _OPENING and _CLOSING.isdisjoint(lowers[begin:end]):
        return _trimmed_bounds(tags, lowers, begin + 1, end)
    if begin > floor and tags[begin - 1] & QUOTE and sum(bool(tag & QUOTE) for tag in tags[begin:end]) % 2:
        begin -= 1  # '"She" is my sister': the mark has its other half inside
    return begin, end
