"""One number at a time: is it an amount, and what unit stands with it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import (
    ages,
    counted,
    lengths,
    masks,
    measures,
    money,
    multiples,
    numbers,
    numerals,
    shapes,
)
from newsclaims.extractors.quantities.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclaims.model import Date
    from newsclaims.units import Currency

Sign = tuple["Currency", int, str]
CONSOLE = re.compile(r"[1-6](?![0-9.,]*[0-9]| ?(?:million|billion|bn|m|k)\b)")
"""What makes a console of "PS": "PS5", which in some archives stands for pounds sterling."""
GAPS = frozenset(" -\u00a0")
NO_UNIT = frozenset({"", *"0123456789.,;:()- \n"})
"""What stands behind many numbers, alone or behind a gap, and begins no unit."""
CLOSING = frozenset({"", *".,;:)?!\n"})
CHAINING = frozenset("-–/")
ANOTHER = re.compile(r" [0-9]{1,2}(?![0-9/⁄])")
"""Another number, and neither the thousands nor the fraction of the one before it."""
CALENDAR = frozenset(
    f"dates.{rule}" for rule in ("day-month", "iso-date", "month-day", "month-year", "weekday-date", "year")
)
"""Rules for dates in which no stretch of time is counted."""
TIMED = frozenset({"duration", "age"})
"""Kinds that may stand inside a date: "two weeks ago" is both."""


def iterate(text: str, dates: Sequence[Date], surfaces: measures.Index) -> Iterator[Draft]:
    """The amounts of a text with their units, in order; numbers inside dates are none."""
    end = position = 0
    for start in shapes.outside_addresses(text, shapes.outside_tables(text, numbers.starts(text))):
        if start < end:
            continue
        while position < len(dates) and dates[position].end <= start:
            position += 1
        dated = position < len(dates) and dates[position].start <= start
        if dated and _is_plainly_dated(text, start, dates[position]):
            end = dates[position].end
            continue
        draft, end = read(text, start, end, surfaces)
        if draft is not None and not (dated and _belongs(draft, dates[position])):
            yield draft


def _is_plainly_dated(text: str, start: int, date: Date) -> bool:
    """Whether a number is part of a date and nothing else, as can be seen without reading it: "in 2016.", "5 May"."""
    if date.rule not in CALENDAR:
        return False
    behind = text[date.end : date.end + 2]
    if not text[start : date.end].isdigit():  # a month or a year stands behind it, and no unit
        return behind[:1] not in CHAINING
    if behind[:1] == " " and (behind[1:].isupper() or ANOTHER.match(text, date.end)):
        return True  # "on May 5 GB News said", "in 2016 US dollars", "on May 5 40 people"
    return behind[:1] in CLOSING and not behind[1:].isdigit()


def _belongs(draft: Draft, date: Date) -> bool:
    """Whether a number is part of a date, and neither a stretch of time inside one nor a measure like a year."""
    if draft.end > date.end:
        return not draft.has_unit
    return draft.kind not in TIMED


def read(text: str, start: int, floor: int, surfaces: measures.Index) -> tuple[Draft | None, int]:
    """The amount that begins at an offset, and where the search goes on.

    Args:
        text: The text.
        start: Where `numbers.starts` found a number.
        floor: Where the number before it ends: a sign before that offset is not this number's.
        surfaces: Units and currencies to look for.
    """
    if text[start] in numbers.FIRST_CHARACTERS:
        return _read_digits(text, start, floor, surfaces)
    if shapes.is_hyphened(text, start) or shapes.is_name(text, start):
        return None, start + 1
    multiple = multiples.read(text, start)
    return (multiple, multiple.end) if multiple else _read(text, start, None, surfaces)


def _read_digits(text: str, start: int, floor: int, surfaces: measures.Index) -> tuple[Draft | None, int]:
    life = ages.decade_of_life(text, start) if text[start + 1 : start + 2] == "0" else None
    if life is not None:
        return life, life.end
    before = text[start - 1 : start]
    if text[start] in numerals.VULGAR and before.isdigit():
        return None, start + 1
    if before == "." and not text[max(0, start - 2) : start - 1].isalnum():
        start -= 1  # ".500"
    sign = _sign(text, start, floor)
    if sign is None:
        mask = shapes.shape(text, start)
        if mask is not None:
            return None, mask[1]
        if shapes.is_list_item(text, start):
            return None, start + 1
        if before != " " and shapes.glued(text, start) is not None:
            number = numbers.read(text, start)
            return None, shapes.chain_end(text, number.end) if number else start + 1
    return _read(text, start, sign, surfaces)


def _sign(text: str, start: int, floor: int) -> Sign | None:
    """The currency sign before a number, with or without a minus between them."""
    sign = money.sign_before(text, start)
    if sign is None and start and text[start - 1] in "-−" and not text[start - 2 : start - 1].isdigit():
        sign = money.sign_before(text, start - 1)
    if sign is None or sign[1] < floor:
        return None
    return None if sign[2] == "PS" and CONSOLE.match(text, start) else sign


def _read(text: str, start: int, sign: Sign | None, surfaces: measures.Index) -> tuple[Draft | None, int]:
    number = numbers.read(text, start, money=sign is not None)
    if number is None:
        return None, start + 1
    number = numbers.signed(text, number, money=sign is not None)
    draft = Draft(number.start, number.end, number.low, number.high, number)
    if sign is not None:
        money.set_prefix(draft, sign)
    else:
        _attach_unit(text, draft, surfaces)
    if draft.kind == "money":
        money.attach_nation(text, draft)
    if draft.kind not in ("number", "multiple"):
        measures.attach_rate(text, draft, surfaces)
    ages.attach(text, draft)
    counts = draft.kind == "number" and counted.counts(draft.words_behind(text), single=draft.low == draft.high == 1)
    if masks.context(text, draft, counts=counts) is not None:
        return None, number.end if number.written else shapes.chain_end(text, number.end)
    return draft, max(number.end, draft.end)


def _attach_unit(text: str, draft: Draft, surfaces: measures.Index) -> None:
    """Give a draft the unit behind its number; its first character says which rules may find one."""
    first = text[draft.end : draft.end + 1]
    initial = text[draft.end + 1 : draft.end + 2] if first in GAPS else first
    if initial in NO_UNIT:
        return
    if initial in lengths.INITIALS:
        lengths.attach(text, draft)
    if draft.kind == "number":
        measures.attach(text, draft, surfaces)
    if draft.kind == "number" and initial == "M":
        money.attach_millions(text, draft)
    if draft.kind == "number" and initial in multiples.INITIALS:
        multiples.attach_times(text, draft)
