"""Subjects: which noun phrases of a sentence are subjects, which are objects, by the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsclaims.text.nounphrases import phrase_start
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NAME,
    NOMINAL,
    NOUN,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    TITLE,
    TO,
    VERB,
)

if TYPE_CHECKING:
    from newsclaims.document import Document

Place = Literal["subject", "object", "owner", "other"]
LONGEST_ASIDE = 20
"""Tokens between two commas behind a subject."""
LONGEST_SENTENCE = 120
"""Tokens of a sentence in which subjects are looked for."""


class Subjects:
    """Grammar of one text, as far as pronouns need it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._tags = document.word_classes.tags
        self._length = len(self._tags)

    def place(self, start: int, end: int) -> Place:
        """What the noun phrase at a span is in its clause.

        Args:
            start: Offset of its first word, title included.
            end: Offset behind its last word.
        """
        tokens, tags, length = self._tokens, self._tags, self._length
        behind = tokens.at(end)
        if behind < length and tokens.lowers[behind] in {"'s", "'"} and tokens.starts[behind] == end:
            return "other" if self._opens_clause(tokens.at(start) - 1) else "owner"
        while behind < length and tags[behind] & ADVERB:
            behind += 1
        if behind < length and tags[behind] & FINITE:
            return "subject"
        before = tokens.at(start) - 1
        while before >= 0 and tags[before] & (DETERMINER | ADJECTIVE | TITLE) and not tags[before] & PREPOSITION:
            before -= 1
        if before >= 0 and tags[before] & (VERB | TO) and not tags[before] & (NOUN | NAME):
            return "object"
        if before >= 0 and tags[before] & PREPOSITION and not tags[before] & SUBORDINATOR:
            return "object"
        if behind < length and tags[behind] & COMMA and self._opens_clause(before):
            return "subject"
        return "other"

    def _opens_clause(self, before: int) -> bool:
        tags = self._tags
        if before > 0 and tags[before] & COORDINATOR and tags[before - 1] & NOMINAL:
            return False
        return before < 0 or bool(tags[before] & (STOP | QUOTE | SUBORDINATOR | COORDINATOR))

    def _before_aside(self, closed: int, first: int) -> int:
        """Index of the comma that opens what the comma at an index closes; the index itself where none does."""
        for index in range(closed - 1, max(first, closed - LONGEST_ASIDE), -1):
            if self._tags[index] & COMMA:
                return index
        return closed

    def of_sentence(self, index: int, limit: int) -> list[tuple[int, int]]:
        """Spans of the subjects in a sentence that end before an offset, the last first."""
        document, tokens, tags = self._document, self._tokens, self._tags
        if not 0 <= index < len(document.sentences):
            return []
        first, last = document.sentence_tokens[index]
        last = min(last, first + LONGEST_SENTENCE)
        found = []
        for at in range(first + 1, last):
            if tokens.starts[at] >= limit:
                break
            if not tags[at] & FINITE or tags[at - 1] & FINITE:
                continue
            end = at
            while end > first and tags[end - 1] & ADVERB:
                end -= 1
            if end > first and tags[end - 1] & COMMA:  # "The email, sent by Orr, was short"
                end = self._before_aside(end - 1, first)
            start = phrase_start(tags, tokens.lowers, end, first)
            if start < end:
                found.append((tokens.starts[start], tokens.ends[end - 1]))
        return found[::-1]
