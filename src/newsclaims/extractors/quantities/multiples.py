"""Multiples: "twice as many", "doubled", "a threefold increase", "four times the number", "3x"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import word_before
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.extractors.quantities.number import WORD, Number, number_words, vocabulary

if TYPE_CHECKING:
    from newsclaims.model import Change

NEXT_WORD = re.compile(r"[ -]([a-z]+|[0-9])")
COMPARED = re.compile(r" (?:as|the(?! (?:time|fun|trouble)\b)|that|those|what|its|his|her|their|over|[0-9]|[a-z]+er\b)")
ON_THE_FIELD = re.compile(r" (?:to (?:left|right|cent|deep)|off|home|in the|down the)")
INITIALS = frozenset("tfx")
"""What such words begin with, behind any gap."""
TIMES = re.compile(r"[ -]times\b|[ -]?fold\b|x\b")
BEHIND_TIMES = re.compile(
    r" (?:as|more|less|the|those|its|their|his|her|what|that|over|earnings|book|sales|revenue|profit|[a-z]+er"
    r"|EBITDA|annual|average|core|forward|(?:last|next|this) (?:month|quarter|season|week|year)['’]s)\b"
)


@cache
def _multiples() -> dict[str, tuple[Decimal, Change | None]]:
    table = lexicons.table("multiples").items()
    return {word: (Decimal(row[0]), cast("Change | None", row[1] or None)) for word, row in table}


def words() -> frozenset[str]:
    """The words that begin a multiple."""
    return frozenset(_multiples())


def read(text: str, start: int) -> Draft | None:
    """The multiple that begins at an offset: how many times something is something.

    >>> read("It doubled.", 3).low, read("a sixfold rise", 2).low
    (Decimal('2'), Decimal('6'))
    >>> read("a double room", 2)
    """
    word = WORD.match(text, start)
    if word is None:
        return None
    change: Change | None = None
    lower = word[0].lower()
    if lower.endswith("fold"):
        known = number_words().get(lower.removesuffix("fold"))
        if known is None:
            return None
        value = known[0]
    elif lower in _multiples():
        value, change = _multiples()[lower]
        if word_before(text, start)[0].lower() in vocabulary("before_verb"):
            change = change or ("up" if value > 1 else "down")  # "will triple"
        if not _is_multiple(text, start, word.end(), change):
            return None
    else:
        return None
    number = Number(start, word.end(), value, value, written=True)
    return Draft(start, word.end(), value, value, number, kind="multiple", rule="multiple", change=change)


def _is_multiple(text: str, start: int, end: int, change: Change | None) -> bool:
    """Whether the word is one of size: not "double-check", "double room", "he doubled off the wall"."""
    following = NEXT_WORD.match(text, end)
    if text[end : end + 1] == "-" or (following is not None and following[1] in vocabulary("not_doubled")):
        return False
    if change is None:
        return COMPARED.match(text, end) is not None
    person = word_before(text, start)[0]
    return not (ON_THE_FIELD.match(text, end) and (person in ("he", "she") or person[:1].isupper()))


def attach_times(text: str, draft: Draft) -> None:
    """Make a multiple of a number that "times" stands behind; of "he called 7 times" it makes none."""
    match = TIMES.match(text, draft.end)
    if match is None or (match[0] == "x" and draft.number.written):
        return
    part = draft.low != draft.low.to_integral_value()  # nobody does a thing 2.3 times
    if part or not match[0].endswith("times") or BEHIND_TIMES.match(text, match.end()):
        draft.kind, draft.rule, draft.end = "multiple", "times", match.end()
