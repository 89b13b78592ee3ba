"""Masks by shape: numbers whose characters show that they are no amounts.

`shape` says how far such a mask goes (a phone number, a clock time, a version), `glued` looks at what a number is tied
to ("Covid-19", "#5"). Each class has a name, so that a person can see why a number is left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import word_before
from newsclaims.extractors.quantities.number import number_words, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

MaskClass = Literal[
    "table", "address", "clock", "code", "date", "idiom", "name", "ordinal", "phone", "section", "version", "year"
]

ZONE = r"(?:GMT|BST|UTC|CET|EST|EDT|PST|PDT)"
SHAPE = re.compile(
    r"(?P<ordinal>[0-9]{1,4}(?:,[0-9]{3}){0,3}"
    r"(?:th\b|TH\b|(?<=1)(?<!11)(?:st|ST)\b|(?<=2)(?<!12)(?:nd|ND)\b|(?<=3)(?<!13)(?:rd|RD)\b))"  # not "18st", stone
    r"|(?P<clock>[0-9]{1,2}(?:[:.][0-9]{2}){0,2}[ \u00a0]?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?|o['’]clock)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,3})?(?![0-9])"
    rf"|[0-9]{{4}} (?:{ZONE}|hours|hrs)\b|[0-9]{{1,2}}\.[0-9]{{2}}(?= {ZONE}\b))"
    r"|(?P<phone>1?[-.]?[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}(?![0-9])|[0-9]{3}\) ?[0-9]{3}[-.][0-9]{4}(?![0-9])"
    r"|[0-9]{1,3}[- ][0-9]{3}[- ][0-9]{4}(?:/[0-9]{4})?(?![0-9])"
    r"|0[0-9]{2,4}[- ][0-9]{3,4}[- ][0-9]{3,4}(?![0-9])|0[0-9]{3,4} [0-9]{6}(?![0-9])"
    r"|1-8[0-9]{2}-[A-Z0-9][A-Z0-9\-]{3,12})"
    r"|(?P<code>97[89][-– ]?[0-9][0-9\-– ]{8,13}[0-9X]|0[0-9]{1,40}(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,12}[A-Z]{1,6}[0-9][A-Z0-9]{0,12}\b|[0-9]{1,4}\([a-z0-9]\)|[0-9]{1,4}:[0-9]{1,4}(?![0-9]))"
    r"|(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){2,4}(?![0-9]))"
    r"|(?P<date>[0-9]{1,4}[/\-][0-9]{1,2}[/\-][0-9]{1,4}(?![0-9/])|9/11\b|24/7\b|7/7\b|50[/-]50\b|20/20\b|9-to-5\b)"
    r"|(?P<year>(?:1[5-9]|20)[0-9]{2}(?:[-–/][0-9]{2}|(?:[-–/]| to | and )(?:1[5-9]|20)[0-9]{2})(?![0-9,%])"
    r"(?! ?(?:per ?cent|percent|people))"
    r"|[0-9]{2,4}['’]?s\b)"
)
EMERGENCY = re.compile(
    r"(?:911|999|112)\b(?![,.:%-][0-9])(?: (call|dispatch|emergency|operator|recording|system|tape))?"
)
TABLE = re.compile(r"(?:[0-9]{1,12}(?:[.,][0-9]{1,12})?[ ,;|\t\n]{1,3}){12,}(?:[0-9]{1,12}\b)?")
"""A dozen numbers and more with nothing between them: a table or a list of results."""
DIGITS = re.compile(r"[0-9]+")
DASHES = frozenset("-–")
LONGEST_BARE = 3
OPENING_CODES = ("0", "97", "911", "999", "112")
INITIALS_OF_TIME = frozenset("apoAPO")
CLOSING = frozenset(".,;:)")
CROWD, CROWD_OF_PAIRS, CROWD_ROOM = 12, 18, 134
"""So many numbers in so many characters are a table; more where dashes join them, as the sets of a match are told.

The densest sentence of 2,500 articles held eight of the first sort.
"""
FARTHEST_NEIGHBOUR = 16
"""Characters between the beginnings of two numbers of a table."""
SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion")
MOST_GROUPS = 4
"""Groups and decimals of the longest number of a table."""
LOCAL_PHONE = re.compile(r"[0-9]{3}-[0-9]{4}(?![0-9\-])")
FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(/?)")
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100, 1000})
"""Denominators of fractions in digits; "9/11" and "7/13" are something else."""
BEFORE_CODE = frozenset("#@_=&\\:'’`*^/%")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}")


def outside_addresses(text: str, starts: Iterable[int]) -> Iterable[int]:
    """The offsets, of those given in order, that stand in no web address."""
    if "://" not in text and "www." not in text:
        return starts
    inside = [match.span() for match in WEB_ADDRESS.finditer(text)]
    kept, position = [], 0
    for start in starts:
        while position < len(inside) and inside[position][1] <= start:
            position += 1
        if position == len(inside) or start < inside[position][0]:
            kept.append(start)
    return kept


def outside_tables(text: str, starts: list[int]) -> list[int]:
    """The offsets, of those given in order, that do not stand as close to each other as in a table.

    So many numbers in so few characters are a table, a list of results or no text at all, whatever the marks and
    letters between them are. No sentence holds as many; the mask also bounds what a kilobyte of numbers costs.

    >>> outside_tables("7 of 9 teams met in the old hall: " + "3-2 " * 12, [0, 5, *range(34, 82, 2)])
    [0, 5]
    """
    if not _crowds([starts], CROWD):
        return starts
    single = [start for start in starts if text[start - 1 : start] not in DASHES or not text[start - 2].isdigit()]
    crowds = _crowds(_runs(text, single), CROWD) + _crowds(_runs(text, starts), CROWD_OF_PAIRS)
    crowds.sort()
    kept, position = [], 0
    for start in starts:
        while position < len(crowds) and crowds[position][1] < start:
            position += 1
        if position == len(crowds) or start < crowds[position][0]:
            kept.append(start)
    return kept


def _crowds(runs: list[list[int]], size: int) -> list[tuple[int, int]]:
    """Where the first and the last number begin of each so many that stand in the room of a table."""
    spans = (span for run in runs for span in zip(run, run[size - 1 :], strict=False))
    return [(first, last) for first, last in spans if last - first < CROWD_ROOM]


def _runs(text: str, starts: list[int]) -> list[list[int]]:
    """Where numbers begin, in runs without a word of any length between; "1,234,567.8" and "5 million" begin once."""
    runs: list[list[int]] = [[]]
    inside = 0
    for start in starts:
        mark = text[start - 1 : start]
        goes_on = mark == "." or (mark == "," and text[start : start + 3].isdigit())
        goes_on = (goes_on or text.startswith(SCALE_WORDS, start)) and text[start - 2 : start - 1].isdigit()
        inside = inside + 1 if goes_on and inside < MOST_GROUPS else 0
        if inside:
            continue
        if runs[-1] and start - runs[-1][-1] > FARTHEST_NEIGHBOUR:
            runs.append([])
        runs[-1].append(start)
    return runs


def shape(text: str, start: int) -> tuple[MaskClass, int] | None:
    """The mask that begins with the digit at an offset, and where it ends.

    >>> shape("Call 555-123-4567 now", 5), shape("at 10.45pm", 3), shape("the 22nd", 4)
    (('phone', 17), ('clock', 10), ('ordinal', 8))
    >>> shape("some 22 people", 5)
    """
    if _is_bare(text, start):
        return None
    match = SHAPE.match(text, start)
    if match is not None:
        return cast("MaskClass", match.lastgroup), match.end()
    fraction = FRACTION.match(text, start) if "/" in text[start : start + 6] else None
    if fraction is not None:
        proper = int(fraction[1]) < int(fraction[2]) and int(fraction[2]) in DENOMINATORS and not fraction[3]
        return None if proper else ("code", fraction.end())
    table = TABLE.match(text, start)
    if table is not None:
        return "table", table.end()
    if not text[start : start + 3].isdigit():
        return None  # all telephone numbers begin with three digits
    emergency = EMERGENCY.match(text, start)
    if emergency is not None and (emergency[1] or word_before(text, start)[0].lower() in vocabulary("before_phone")):
        return "phone", start + 3
    phone = LOCAL_PHONE.match(text, start)
    if phone is not None and word_before(text, start)[0].lower() in vocabulary("before_phone"):
        return "phone", phone.end()
    return None


def _is_bare(text: str, start: int) -> bool:
    """Whether no shape can begin with the digits at an offset, as what stands behind them shows: "22 people", "7."."""
    digits = DIGITS.match(text, start)
    if digits is None or len(digits[0]) > LONGEST_BARE or digits[0].startswith(OPENING_CODES):
        return False
    end = digits.end()
    first, second = text[end : end + 1], text[end + 1 : end + 2]
    if first == " ":
        return second.isalpha() and second not in INITIALS_OF_TIME
    return not first or first == "%" or (first in CLOSING and (not second or text[end + 1 : end + 3].strip().isalpha()))


def glued(text: str, start: int) -> MaskClass | None:  # noqa: PLR0911 - one sort of character, one answer
    """The mask of a number that is tied to what stands before it: "B12", "Covid-19", "#5".

    >>> glued("Covid-19", 6), glued("The G20 met", 5), glued("a sub-300 m run", 6)
    ('name', 'name', None)
    """
    if not start:
        return None
    before = text[start - 1]
    if before.isalpha():
        return "name"
    if before in BEFORE_CODE or text[start - 2 : start] == '="':
        return "code"
    further = text[start - 2] if start > 1 else " "
    if before == "." and further.isalnum():
        return "section" if is_designator(word_before(text, start - 1)[0]) else "code"
    if before in "-–" and further.isalpha():
        tied = word_before(text, start - 1)[0].lower().rpartition("-")[2]
        return None if tied in vocabulary("before_open_number") else "name"
    if before == "-" and further == " " and text[max(0, start - 3) : start - 2].isupper():
        return "name"  # "COVID -19"
    return "code" if before == "+" and further.isalnum() else None


LIST_ITEM = re.compile(r"[0-9]{1,2}[).](?=[ \t\u00a0])")


def is_list_item(text: str, start: int) -> bool:
    """Whether the number opens a line as the number of an item: "1) The race", "2. The rest"."""
    return (not start or text[start - 1] == "\n") and LIST_ITEM.match(text, start) is not None


CHAIN = re.compile(r"(?:[-–/][0-9A-Za-z]{1,12}){0,6}")


def chain_end(text: str, end: int) -> int:
    """Where a masked number ends with all that is tied to it: "No. 14-915", "16-18 Almond Avenue"."""
    match = CHAIN.match(text, end)
    return match.end() if match else end


def is_open_prefix(text: str, start: int) -> bool:
    """Whether the hyphen before a number ties it to a word that leaves it a number: "minus-five", "0-to-60"."""
    word = word_before(text, start - 1)[0].lower().rpartition("-")[2]
    return word in vocabulary("before_open_number") or word in number_words()


@cache
def _names() -> tuple[str, ...]:
    return lexicons.lines("number_names")


def is_name(text: str, start: int) -> bool:
    """Whether a number begins a name: "Four Seasons", "3M"."""
    return text.startswith(_names(), start)


def is_hyphened(text: str, start: int) -> bool:
    """Whether a number in words is the second part of a compound: "four" in "production-four-door"."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum() and not is_open_prefix(text, start)


def is_designator(word: str) -> bool:
    """Whether a noun makes a name of the number behind it: "page", "Section", "No."."""
    return word.lower().rstrip(".") in lexicons.words("designators")
