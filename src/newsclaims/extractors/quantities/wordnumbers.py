"""Numbers in words: "two hundred and five", "a dozen", "tens of thousands", "several hundred"."""

from __future__ import annotations

import re
from decimal import Decimal

from newsclaims.extractors.quantities import fractions
from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.number import (
    ONE,
    WORD,
    Number,
    WordClass,
    denominator_at,
    number_words,
    plurals,
    scale_at,
)

HUNDRED = Decimal(100)
SUMMED = Decimal(1000)
"""The least plural that "tens of" may stand before."""
JOINT = re.compile(r"(?: - |[ \u00a0]{1,3}|-)(?:(?:and|&)(?: {1,3}|-))?")
DIGITS = re.compile(r"[1-9][0-9]{0,2}(?![0-9,.%/:–-]|[a-zA-Z])")
ORDINAL = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)s?\b| (?:hundred|thousand|million)th\b"
)
AND_BEHIND = re.compile(r"(?:[ -][A-Za-z]+){0,3} and ")
OF_PLURAL = re.compile(r" of ([a-z]+)")


class Sum:
    """A number in words as it adds up: hundreds and less in ``group``, what has a scale in ``total``."""

    def __init__(self, group: Decimal | None = None) -> None:
        self.group = group
        self.total = Decimal(0)
        self.last_scale: Decimal | None = None
        self.closed = False

    @property
    def value(self) -> Decimal:
        """What the words have come to so far."""
        return self.total + (self.group or 0)

    def accepts(self, value: Decimal, kind: WordClass, *, joined: bool) -> bool:
        """Whether the next word may follow: "five" after "twenty", not after "thirty-two"."""
        if self.closed:
            return False
        if kind in ("unit", "ten"):
            return self._accepts_small(value, kind, joined=joined)
        if joined:
            return False
        if kind == "scale" and self.group is None:
            return self.total > 0
        if kind == "scale":
            return self.last_scale is None or value < self.last_scale
        return self.group is not None and (kind == "dozen" or self.group < HUNDRED)

    def _accepts_small(self, value: Decimal, kind: WordClass, *, joined: bool) -> bool:
        group = self.group
        if group is None:
            return True
        if group >= HUNDRED and group % HUNDRED == 0:
            return value > 0
        ten = group % HUNDRED
        return kind == "unit" and not joined and ten >= 20 and ten % 10 == 0 and 0 < value < 10

    def add(self, value: Decimal, kind: WordClass) -> None:
        """Take the next word in."""
        if kind in ("unit", "ten"):
            self.group = value + (self.group or 0)
        elif kind in ("hundred", "dozen"):
            self.group = (ONE if self.group is None else self.group) * value
            self.closed = kind == "dozen"
        elif self.group is None:  # "thousand million"
            self.total *= value
            self.last_scale = value
        else:
            self.total += self.group * value
            self.group = None
            self.last_scale = value


def read(text: str, start: int) -> Number | None:  # noqa: PLR0911 - one sort of word, one answer
    """The number in words that begins at an offset.

    >>> read("two hundred and five", 0).low, read("several thousand", 8).high
    (Decimal('205'), Decimal('10000'))
    """
    first = WORD.match(text, start)
    if first is None:
        return None
    word, end = first[0].lower(), first.end()
    if word in ("a", "an"):
        return fractions.read_one_part(text, start, end + 1)
    if word == "one" and text[end : end + 1] == " " and denominator_at(text, end + 1):
        return fractions.read_one_part(text, start, end + 1)
    if word in ("half", "quarter"):
        return fractions.read_half(text, start, end)
    if word in plurals():
        return _vague(text, start, end)
    known = number_words().get(word)
    if known is None:
        return None
    value, kind = known
    if kind in ("unit", "ten"):
        return _finish(text, start, end, Sum(value), written=True)
    return _read_scale(text, start, end, value, kind)


def read_behind(text: str, start: int, end: int, value: Decimal) -> Number:
    """The number whose digits end at ``end``, with the words that go on with it: "3 million", "4 hundred"."""
    return _finish(text, start, end, Sum(value), written=False) or Number(start, end, value, value)


def _finish(text: str, start: int, end: int, total: Sum, *, written: bool) -> Number | None:
    scale, last = _add_words(text, start, end, total)
    number = Number(start, last, total.value, total.value, written=written, scale=scale)
    whole = fractions.with_part(text, number)
    return None if whole.end == last and ORDINAL.match(text, last) else whole


def _read_scale(text: str, start: int, end: int, value: Decimal, kind: WordClass) -> Number | None:
    """The number of a scale with an article or a vague word: "a million", "a few hundred thousand"."""
    before = words_before(text, start, 3)
    if not before:
        return None
    if before[0] in ("a", "an"):
        total = Sum(ONE)
        total.add(value, kind)
        number = _finish(text, start - len(before[0]) - 1, end, total, written=True)
        if number is not None and number.scale == ONE and number.low % value == 0:
            return Number(number.start, number.end, number.low, number.high, written=True, scale=value)
        return number
    scale, last = value, end
    further = scale_at(text, end + 1) if text[end : end + 1] == " " else None
    if further is not None:  # "several hundred thousand"
        value, scale, last = value * further[0], further[0], further[1]
    if before[0] == "couple" or before[:2] == ["of", "couple"]:
        begin = start - len(" ".join(before[: before.index("couple") + 2])) - 1 if "a" in before else start
        return Number(begin, last, value * 2, value * 2, written=True, scale=scale)
    if before[0] in ("several", "many") or before[:2] == ["few", "a"]:
        begin = start - len("a few " if before[0] == "few" else before[0] + " ")
        return Number(begin, last, value, value * 10, written=True, scale=scale)
    return None


def _add_words(text: str, start: int, end: int, total: Sum) -> tuple[Decimal, int]:
    """Add the words behind as long as they go on with the number; the last scale, and where the number ends."""
    scale = ONE
    while True:
        joint = JOINT.match(text, end)
        digits = _digits_inside(text, joint.end(), total) if joint and scale != ONE else None
        if digits is not None:
            total.add(Decimal(digits[0]), "unit")  # "4 thousand 3 hundred and 21"
            end, scale = digits.end(), ONE
            continue
        word = WORD.match(text, joint.end()) if joint else None
        known = _known(word[0].lower()) if word else None
        if joint is None or word is None or known is None:
            return scale, end
        joined = "and" in joint[0] or "&" in joint[0]
        if not total.accepts(*known, joined=joined) or (joined and _ends_here(text, word.end(), known[0], total)):
            return scale, end
        if joined and not AND_BEHIND.match(text, word.end()) and words_before(text, start, 1) == ["between"]:
            return scale, end
        total.add(*known)
        end = word.end()
        if known[1] != "dozen":
            scale = known[0] if known[1] in ("hundred", "scale") else ONE


def _digits_inside(text: str, start: int, total: Sum) -> re.Match[str] | None:
    """The digits that go on with a number in words; in "2 million and 3 million" they begin another."""
    digits = DIGITS.match(text, start)
    if digits is None or not total.accepts(Decimal(digits[0]), "unit", joined=False):
        return None
    scale = scale_at(text, digits.end() + 1) if text[digits.end() : digits.end() + 1] == " " else None
    if scale is not None and (total.last_scale is None or scale[0] >= total.last_scale):
        return None
    return digits


def _known(word: str) -> tuple[Decimal, WordClass] | None:
    """Value and class of a word inside a number; a plural is its singular there: "three dozens"."""
    known = number_words().get(word)
    if known is None and word in plurals():
        return number_words().get(word.removesuffix("s"))
    return known


def _ends_here(text: str, end: int, value: Decimal, total: Sum) -> bool:
    """Whether the word behind "and" is no part of the number: "two million and one half"."""
    if denominator_at(text, end + 1):
        return True
    following = WORD.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    known = number_words().get(following[0].lower()) if following else None
    if known is None or known[1] not in ("hundred", "scale") or value >= HUNDRED:
        return False
    if known[1] == "hundred":
        return total.group is not None and total.group >= HUNDRED
    return total.last_scale is not None and known[0] >= total.last_scale


def _vague(text: str, start: int, end: int) -> Number | None:
    """A vague amount, from the least that it means to ten times that: "dozens", "tens of thousands"."""
    word = text[start:end].lower()
    low = plurals()[word]
    of = OF_PLURAL.match(text, end)
    further = plurals().get(of[1]) if of else None
    if of is not None and further is not None and further >= SUMMED:
        return Number(start, of.end(), low * further, low * further * 10, written=True, scale=further)
    if word == "tens" or (word == "scores" and of is None):
        return None
    if words_before(text, start, 1) in (["the"], ["by"]) and of is None:
        return None  # "in the thousands"
    return Number(start, end, low, low * 10, written=True, scale=low if low >= SUMMED else ONE)
