"""Numbers in digits: grouping, decimals, fractions, exponents, and the scale behind them ("1.2bn", "3 million")."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from newsclaims import lexicons, units
from newsclaims.extractors.quantities import wordnumbers
from newsclaims.extractors.quantities.number import SCALES, WORD, Number, number_words

LONGEST = 40
"""Digits of the longest number that is read."""
HIGHEST_EXPONENT = 60
"""Largest exponent, either sign, of a number that is read."""
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

NUMERAL = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,11},[0-9]{3}(?![0-9])"  # 1,234,567 and 12,34,567
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,11}(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3}){2,11}(?![0-9])|[0-9]{1,2} 000(?![0-9])"
    r"|[0-9]+)?"
    r"(?:\.[0-9]+)?"
)
SEPARATOR = re.compile(r"[, \u00a0\u202f\u2009]")
# "14 . 8 %", "80 , 000": texts that come with their marks apart. A number may begin behind a full stop or a comma too:
# so a measure must follow the decimals, and the group must be one that begins no number.
SPACED = re.compile(r"(?: , 000){1,3}(?![0-9])| \. [0-9]{1,4}(?= ?(?:%|per ?cent\b|(?:m|b|tr)illion\b|points?\b))")
SPACES = re.compile(r" ")
EXPONENT_SIGNS = frozenset("eEx×")
EXPONENT = re.compile(r"[eE]([+\-−]?[0-9]{1,4})(?![0-9A-Za-z])|\s?[x×]\s?10\s?\^?\s?([+\-−]?[0-9]{1,4})(?![0-9A-Za-z])")
POWER = re.compile(r"\^([+\-]{0,2})([0-9]{1,2})(?![0-9.])")
STROKES = frozenset("/⁄")
CONTINUING = STROKES | frozenset("^×- \u00a0")
FRACTION = re.compile(r"([0-9]{1,3})[/⁄]([0-9]{1,3})(?![0-9/⁄])")
MIXED = re.compile(rf"[ \-\u00a0]{{0,2}}(?:([0-9]{{1,2}})[/⁄]([0-9]{{1,3}})(?![0-9/⁄])|([{VULGAR}]))")
GAPS = frozenset(" \u00a0-")
PLURAL_VERBS = frozenset({"are", "had", "have", "were"})
FOLLOWING_WORDS = re.compile(r" [a-z]+(?: [a-z]+)?")
COMMON_DENOMINATOR = 5040
"""Every vulgar fraction that has a sign is a whole number of its parts."""


@cache
def _abbreviations() -> dict[str, tuple[Decimal, str]]:
    return {form: (Decimal(row[0]), row[1]) for form, row in lexicons.table("scale_abbreviations").items()}


def read(text: str, start: int, *, money: bool) -> Number | None:
    """The number in digits that begins at an offset; None where it is too long to be meant.

    Args:
        text: The text.
        start: Offset of the first digit, or of the point before it.
        money: Whether a currency sign stands before it: "m" is then a million and not a metre.

    >>> read("12,34,567.5", 0, money=False).low, read("2 1/2 hours", 0, money=False).low
    (Decimal('1234567.5'), Decimal('2.5'))
    """
    match = NUMERAL.match(text, start)
    if match is None or match.end() - start > LONGEST:
        return None
    numeral, end = match[0], match.end()
    plain = numeral.isdigit()
    if plain and text[end : end + 1] in STROKES:
        fraction = FRACTION.match(text, start)
        if fraction is not None:
            value = _quotient(fraction[1], fraction[2])
            return Number(start, fraction.end(), value, value, fraction=True) if value is not None else None
    if plain and text[end : end + 3] in (" . ", " , "):
        spaced = SPACED.match(text, end)
        if spaced is not None:
            numeral, end, plain = SPACES.sub("", numeral + spaced[0]), spaced.end(), False
    value = Decimal(numeral if plain else SEPARATOR.sub("", numeral) or 0)
    sign = _sign_behind(text, end)
    if numeral and not (sign.isalnum() or sign in CONTINUING):  # two characters settle it for most numbers
        return Number(start, end, value, value)
    if numeral and sign.isalpha() and sign not in EXPONENT_SIGNS:
        return _scaled(text, start, end, value, money=money)
    mixed = MIXED.match(text, end) if plain or not numeral else None
    part = _part(mixed) if mixed else None
    if mixed is not None and part is not None:
        return _scaled(text, start, mixed.end(), value + part, money=money)
    if not numeral:
        return None
    power = EXPONENT.match(text, end)
    if power is not None:
        return _with_exponent(start, value, power)
    power = POWER.match(text, end)
    if power is not None:
        return _with_power(start, value, power)
    return _scaled(text, start, end, value, money=money)


def _sign_behind(text: str, end: int) -> str:
    """The first character behind a numeral, or behind the gap that follows it."""
    sign = text[end : end + 1]
    return text[end + 1 : end + 2] if sign == "-" or sign.isspace() else sign


def _with_power(start: int, value: Decimal, power: re.Match[str]) -> Number | None:
    """The number to a power: "1.1^23", "2.5^-1"."""
    exponent = int(power[2])
    if exponent > HIGHEST_EXPONENT or (value and abs(value.adjusted()) * exponent > HIGHEST_EXPONENT) or not value:
        return None
    result = value**-exponent if power[1] == "-" else value**exponent
    return Number(start, power.end(), result, result)


def _with_exponent(start: int, value: Decimal, power: re.Match[str]) -> Number | None:
    exponent = int((power[1] or power[2]).replace("−", "-"))
    if abs(exponent) > HIGHEST_EXPONENT:
        return None
    return Number(start, power.end(), value.scaleb(exponent), value.scaleb(exponent))


def _quotient(numerator: str, denominator: str) -> Decimal | None:
    """The value of a proper fraction; None where it is none."""
    if int(numerator) >= int(denominator):
        return None
    return Decimal(numerator) / Decimal(denominator)


def _part(mixed: re.Match[str]) -> Decimal | None:
    """The part behind a whole: "1/2" in "2 1/2"; None where it is none."""
    if mixed[3]:  # by way of a whole number: a third is a third as far as Decimal goes
        return Decimal(round(unicodedata.numeric(mixed[3]) * COMMON_DENOMINATOR)) / COMMON_DENOMINATOR
    return _quotient(mixed[1], mixed[2])


def _scaled(text: str, start: int, end: int, value: Decimal, *, money: bool) -> Number:
    """The numeral with the scale behind it, and with the words that may follow that."""
    glued = text[end : end + 1] not in GAPS
    word = WORD.match(text, end if glued else end + 1)
    if word is None:
        return Number(start, end, value, value)
    scale = _abbreviated(text, word, value, glued=glued, money=money)
    known = number_words().get(word[0].lower()) if scale is None else None
    if known is not None and known[1] in SCALES:
        if not glued:
            return wordnumbers.read_behind(text, start, end, value)
        scale = known[0] if money else None  # "$38million"
    if scale is None:
        return Number(start, end, value, value)
    return Number(start, word.end(), value * scale, value * scale, scale=scale)


def _abbreviated(text: str, word: re.Match[str], value: Decimal, *, glued: bool, money: bool) -> Decimal | None:
    """The scale that the word behind a numeral abbreviates; "m" may be metres, "b" a gate, "k" a run."""
    form = _abbreviations().get(word[0])
    if form is None or text[word.end() : word.end() + 1].isalnum():
        return None
    scale, where = form
    if money or (where == "any" and (glued or len(word[0]) > 1)):
        return scale
    if not glued or where == "money":
        return None
    decimal = where == "decimal" and value != value.to_integral_value()
    return scale if decimal or _plural_follows(text, word.end()) else None


def _plural_follows(text: str, position: int) -> bool:
    """Whether what stands behind makes a million of "m": "12.3m tonnes", "300m yuan", "of whom 200m are"."""
    match = FOLLOWING_WORDS.match(text, position)
    if match is None:
        return False
    words = match[0].split()
    return words[0] in PLURAL_VERBS or words[0] in units.currency_names() or any(map(_is_plural, words))


def _is_plural(word: str) -> bool:
    if word == "people":
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "hurdles"
