"""Where numbers may begin, and the number there. Whether it is an amount, and of what, is decided elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims.extractors.quantities import multiples, numerals, wordnumbers
from newsclaims.extractors.quantities.number import (
    Number,
    both_cases,
    denominators,
    number_words,
    plurals,
)
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = re.compile(rf"[0-9{numerals.VULGAR}]+")
FIRST_CHARACTERS = frozenset("0123456789." + numerals.VULGAR)
LONGEST_HEAD = 40
"""Characters of the beginning of a text in which its first word is looked for."""
SIGNS = ("minus", "negative")
LAST_OF_SIGNS = frozenset("seSE")
BEFORE_SIGN = frozenset(" (\u00a0\n[:=<>≤≥~≈")


@cache
def _anchors() -> tuple[re.Pattern[str], ...]:
    """Patterns for the words that begin a number or a multiple, each with the character before.

    Nearly all stand behind a space: a pattern that begins with one is several times as fast as one with a boundary.
    """
    words = both_cases(sorted({*number_words(), *plurals(), *multiples.words(), "half", "quarter"}))
    head = rf"{trie(words)}(?:fold)?\b"
    part = rf"(?={trie(sorted(denominators()))}\b)"
    return (
        re.compile(f" {head}"),
        re.compile(f" an? {part}"),
        re.compile(rf"[^ 0-9A-Za-z.,](?:{head}|[Aa]n? {part})"),
    )


def starts(text: str) -> list[int]:
    """Where a number may begin, in text order: few plain scans."""
    found = [match.start() for match in DIGITS.finditer(text)]
    for anchor in _anchors():
        found += [match.start() + 1 for match in anchor.finditer(text)]
    if text and _anchors()[-1].match("\n" + text[:LONGEST_HEAD]):
        found.append(0)
    found.sort()
    return found


def read(text: str, start: int, *, money: bool = False) -> Number | None:
    """The number that begins at an offset; None where there is none, or one too long to be meant.

    Args:
        text: The text.
        start: Where `starts` found a number.
        money: Whether a currency sign stands before it: "m" is then a million and not a metre.

    >>> read("twenty-five people", 0).low, read("3.5 million people", 0).low
    (Decimal('25'), Decimal('3500000.0'))
    """
    if text[start] in FIRST_CHARACTERS:
        return numerals.read(text, start, money=money)
    return wordnumbers.read(text, start)


def signed(text: str, number: Number, *, money: bool) -> Number:
    """The number with the sign before it: "-5C", "minus 5", "$-50.8bn"; a hyphen between words or digits is none.

    >>> signed("It was -5C", read("It was -5C", 8), money=False).low
    Decimal('-5')
    """
    start = number.start
    if not start or (text[start - 1] not in "-−" and text[start - 2 : start - 1] not in LAST_OF_SIGNS):
        return number  # most: neither a sign before it nor the end of "minus"
    begin = _sign(text, number, money=money)
    if begin is None:
        return number
    return evolve(number, start=begin, low=-number.high, high=-number.low)


def _sign(text: str, number: Number, *, money: bool) -> int | None:
    start = number.start
    before = text[start - 1 : start] if start else ""
    if before in ("-", "−") and not number.written:
        free = start == 1 or text[start - 2] in BEFORE_SIGN or money
        if free and not (start > 2 and text[start - 3].isdigit()):
            return start - 1
    if before not in (" ", "-", "\u00a0") or text[start - 2 : start - 1] not in LAST_OF_SIGNS:
        return None
    for word in SIGNS:
        begin = start - len(word) - 1
        if begin >= 0 and text[begin : start - 1].lower() == word and (begin == 0 or not text[begin - 1].isalnum()):
            return None if text[max(0, begin - 3) : begin] == "or " else begin  # "plus or minus 3 points"
    return None


def iterate(text: str) -> Iterator[Number]:
    """All numbers of a text, whatever they are.

    >>> [str(number.low) for number in iterate("two hundred and five of 1,200")]
    ['205', '1200']
    """
    end = 0
    for start in starts(text):
        if start >= end:
            number = read(text, start)
            if number is not None:
                end = number.end
                yield number
