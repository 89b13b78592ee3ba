"""Fractions in words: "two-thirds", "half a million", "a quarter of adults", "three and a half", "five point two"."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.number import (
    ONE,
    SCALES,
    Number,
    denominator_at,
    number_words,
    scale_at,
    vocabulary,
)

OF_A = re.compile(r"(?: of)?(?: an?)? ")
HALF_OF = re.compile(r" (?:of|the|its|his|her|their|our|my|your|all|those|these|as|that|what|an?)\b")
CLOSING = re.compile(r"[,.;)?!\n]|\Z")
PART = re.compile(r"[ -]and[ -]([A-Za-z]+)[ -]")
FRACTION_JOINT = re.compile(r" - | |-")
POINT = re.compile(r" point((?:[ -][a-z]+){1,6})")
DIGIT_WORD = re.compile(r"[ -]([a-z]+)")
SMALL = Decimal(1000)
"""Numbers of this size and more are no numerators."""


def _of_scale(text: str, start: int, end: int, value: Decimal) -> Number:
    """The fraction with the scale that it is a part of: "half a million"."""
    gap = OF_A.match(text, end)
    scale = scale_at(text, gap.end()) if gap else None
    if scale is not None:
        return Number(start, scale[1], value * scale[0], value * scale[0], written=True, scale=scale[0])
    return Number(start, end, value, value, written=True, fraction=True)


def read_half(text: str, start: int, end: int) -> Number | None:
    """The fraction that "half" or "quarter" begins: "half the homes", "more than half", "a quarter million".

    >>> read_half("half a million", 0, 4).low
    Decimal('500000.0')
    >>> read_half("the second half", 11, 15)
    """
    quarter = text[start] in "qQ"
    number = _of_scale(text, start, end, ONE / (4 if quarter else 2))
    before = words_before(text, start, 2)
    article = bool(before) and before[0] in ("a", "one") and not quarter
    if before and before[0] in ("a", "one"):
        number = evolve(number, start=start - len(before[0]) - 1)
    if not number.fraction:
        return number
    if before[1:] == ["and"]:
        return None  # "a year and a half"
    if quarter or text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return None
    if before and before[0] in vocabulary("before_half_of_a_game"):
        return None
    if article or (before and before[0] in vocabulary("before_fraction")):
        return number
    return number if HALF_OF.match(text, end) or CLOSING.match(text, end) else None


def read_one_part(text: str, start: int, position: int) -> Number | None:
    """One part: "a third of voters", "fell by a quarter", "one third"; an ordinal ("a third man") is none."""
    found = denominator_at(text, position)
    if found is None or (found[0].endswith("s") and found[1] != 2):
        return None
    word, denominator, end = found
    number = _of_scale(text, start, end, ONE / denominator)
    before = words_before(text, start, 1)
    if before == ["and"] and number.fraction and (word == "half" or not text.startswith(" of ", end)):
        return None  # "a year and a half"
    if not number.fraction or text.startswith(" of ", end) or text[start] in "oO":
        return number
    if word == "half":
        return None if text.startswith("-", end) else number
    closes = CLOSING.match(text, end) is not None
    if not closes:
        following = DIGIT_WORD.match(text, end)
        closes = following is not None and following[1] in vocabulary("behind_fraction")
    return number if closes and (not before or before[0] in vocabulary("before_fraction")) else None


def with_part(text: str, number: Number) -> Number:
    """The number in words with what makes a fraction of it: "two-thirds", "three and a half", "five point two"."""
    if number.written and number.low < SMALL:
        joint = FRACTION_JOINT.match(text, number.end)
        if joint is not None:
            fraction = _over(text, number, joint)
            if fraction is not None:
                return fraction
        point = POINT.match(text, number.end)
        if point is not None:
            return _decimals(text, number, point)
    part = PART.match(text, number.end)
    return _and_part(text, number, part) if part else number


def _and_part(text: str, number: Number, part: re.Match[str]) -> Number:
    """The number with its part: "three and a half", "two and three quarters", "3 million and a half"."""
    found = denominator_at(text, part.end())
    numerator = ONE if part[1] in ("a", "an") else number_words().get(part[1].lower(), (Decimal(0), ""))[0]
    if found is None or numerator == 0 or number.low != number.low.to_integral_value():
        return number
    word, denominator, end = found
    if numerator > 1 and not word.endswith("s"):
        return number
    whole = number.scale if number.scale >= SMALL else ONE  # "3 million and a half", "one hundred and a half"
    value = number.low + numerator / denominator * whole
    return _then_scale(text, number, end, value)


def _then_scale(text: str, number: Number, end: int, value: Decimal) -> Number:
    """The number with the scale behind its fraction: "three and a half million"."""
    scale = scale_at(text, end + 1) if number.scale == ONE and text[end : end + 1] in (" ", "-") else None
    if scale is not None:
        return Number(number.start, scale[1], value * scale[0], value * scale[0], written=True, scale=scale[0])
    return Number(number.start, end, value, value, written=number.written, scale=number.scale)


def _over(text: str, number: Number, joint: re.Match[str]) -> Number | None:
    """The number as the numerator of the denominator behind it: "two-thirds"; "three quarters of growth" is none."""
    found = denominator_at(text, joint.end())
    if found is None or number.low == 0:
        return None
    word, denominator, end = found
    hyphen = "-" in joint[0]
    plural = word.endswith("s")
    if plural != (number.low != 1) and not (hyphen and plural):
        return None
    if word.startswith("quarter") and not hyphen:
        before = words_before(text, number.start, 1)
        of = text.startswith(" of ", end) or CLOSING.match(text, end) is not None
        if not of or (before and before[0] in vocabulary("before_time")):
            return None
    return _of_scale(text, number.start, end, number.low / denominator)


def _decimals(text: str, number: Number, point: re.Match[str]) -> Number:
    """The number with its decimals: "five point two five", "nought point eleven"."""
    digits, end = "", number.end
    for match in DIGIT_WORD.finditer(point[1]):
        known = number_words().get(match[1])
        if known is None or known[1] in SCALES or (len(str(known[0])) > 1 and digits):
            break
        digits += str(known[0])
        end = point.start(1) + match.end()
    if not digits:
        return number
    return _then_scale(text, number, end, Decimal(f"{int(number.low)}.{digits}"))
