"""Multiples: "twice as many", "doubled", "a threefold increase", "four times the number", "3x"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.extractors.quantities.number import Number, both_cases, number_words, trie, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.model import Change

NEXT_WORD = re.compile(r"[ -]([a-z]+|[0-9])")
COMPARED = re.compile(r" (?:as|the(?! (?:time|fun|trouble)\b)|that|those|what|its|his|her|their|over|[0-9]|[a-z]+er\b)")
PERSON_BEFORE = re.compile(r"(?:he|she|[A-Z][a-z]+) ")
ON_THE_FIELD = re.compile(r" (?:to|off|home|in|and|over|down)\b")
TIMES = re.compile(r"[ -]times\b|[ -]?fold\b|x\b")
BEHIND_TIMES = re.compile(
    r" (?:as|more|less|the|its|their|his|her|what|that|over|earnings|book|sales|revenue|profit|[a-z]+er)\b"
)


@cache
def _multiples() -> dict[str, tuple[Decimal, Change | None]]:
    table = lexicons.table("multiples").items()
    return {word: (Decimal(row[0]), cast("Change | None", row[1] or None)) for word, row in table}


@cache
def _pattern() -> re.Pattern[str]:
    words = both_cases(sorted(_multiples()))
    folds = both_cases(sorted(number_words()))
    return re.compile(rf"\b(?:{trie(words)}\b|({trie(folds)})-?fold\b)")


def iterate(text: str) -> Iterator[Draft]:
    """The words that say how many times something is.

    >>> [draft.low for draft in iterate("It doubled, a sixfold rise, twice as much.")]
    [Decimal('2'), Decimal('6'), Decimal('2')]
    """
    for match in _pattern().finditer(text):
        start, end = match.span()
        change: Change | None = None
        if match[1]:
            value = number_words()[match[1].lower()][0]
        else:
            value, change = _multiples()[match[0].lower()]
            if not _is_multiple(text, start, end, change):
                continue
        number = Number(start, end, value, value, written=True)
        yield Draft(start, end, value, value, number, kind="multiple", rule="multiple", change=change)


def _is_multiple(text: str, start: int, end: int, change: Change | None) -> bool:
    """Whether the word is one of size: not "double-check", "double room", "he doubled off the wall"."""
    following = NEXT_WORD.match(text, end)
    if text[end : end + 1] == "-" or (following is not None and following[1] in vocabulary("not_doubled")):
        return False
    if change is None:
        return COMPARED.match(text, end) is not None
    return not (ON_THE_FIELD.match(text, end) and PERSON_BEFORE.search(text, max(0, start - 12), start))


def attach_times(text: str, draft: Draft) -> None:
    """Make a multiple of a number that "times" stands behind; of "he called 7 times" it makes none."""
    match = TIMES.match(text, draft.end) if draft.kind == "number" else None
    if match is None or (match[0] == "x" and draft.number.written):
        return
    if not match[0].endswith("times") or BEHIND_TIMES.match(text, match.end()):
        draft.kind, draft.rule, draft.end = "multiple", "times", match.end()
