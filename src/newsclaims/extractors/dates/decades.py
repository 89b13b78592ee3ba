"""Decades and centuries: "the 1990s", "mid-2010s", "the ’90s", "the nineties", "the 20th century"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.portions import portion_before
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import APOSTROPHE, DASH, SPACE, closed, decades, ordinal, ordinal_pattern
from newsclaims.extractors.dates.years import ERA

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

DECADE = re.compile(rf"(?P<year>[12][0-9]{{2}}0)['’]?s\b(?!{DASH}[0-9])")
SHORT_DECADE = re.compile(r"(?P<tens>[0-9]0)['’]?s\b")
AGE_BEFORE = re.compile(rf"\b(?:[Hh]er|[Hh]is|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our){SPACE}(?:[a-z]{{2,8}}[ \u00a0-])?\Z")
SHORT_BEFORE = re.compile(rf"(?:(?P<mark>{APOSTROPHE})|\b(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id)[ \u00a0-])\Z")
WORD_BEFORE = re.compile(rf"\b(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id)(?:{SPACE}[a-z]{{2,12}})?[ \u00a0-]\Z")
WEATHER_REACH = 60
# "the ’10s" and "the ’00s" are those of this century.
FIRST_OF_LAST_CENTURY = 20
FIRST_OF_THIS_CENTURY = 2000
# "the 1860s and ’70s"
LIST_REACH = 7


def decade(reader: Reader, start: int, word: str) -> Reading | None:
    """ "1990s", "the early 1990’s", "mid-2010s"."""
    match = DECADE.match(reader.text, start)
    return match and _decade(reader, start, match.end(), int(match["year"]))


def _decade(reader: Reader, start: int, end: int, first: int) -> Reading:
    is_century = first % 100 == 0 and first < FIRST_OF_THIS_CENTURY  # "the late 1800s"
    begin, value = start - portion_before(reader, start), calendar.years(first, 100 if is_century else 10)
    return Reading(begin, end, "period", value, "decade", Moment(first), explicit=True)


def _in_its_century(tens: int) -> int:
    return tens + (2000 if tens < FIRST_OF_LAST_CENTURY else 1900)


def short_decade(reader: Reader, start: int, word: str) -> Reading | None:
    """ "the ’90s", "the late 80s"; not "her 80s", nor temperatures "in the 80s"."""
    match = SHORT_DECADE.match(reader.text, start)
    before = SHORT_BEFORE.search(reader.left(start)) if match else None
    if not match or not before or AGE_BEFORE.search(reader.left(start)):
        return None
    if not before["mark"] and _tells_weather(reader.text, start, match.end()):
        return None
    begin, tens, recent = start - len(before["mark"] or ""), int(match["tens"]), reader.timeline.recent
    goes_on = recent is not None and 0 <= begin - reader.timeline.recent_end <= LIST_REACH
    first = recent.year - recent.year % 100 + tens if recent and goes_on else _in_its_century(tens)
    return _decade(reader, begin, match.end(), first)


def _tells_weather(text: str, start: int, end: int) -> bool:
    around = re.findall(r"[a-z]+", text[max(0, start - WEATHER_REACH) : end + WEATHER_REACH].lower())
    return not closed("weather").isdisjoint(around)


def word_decade(reader: Reader, start: int, word: str) -> Reading | None:
    """ "the nineties", "the swinging sixties"; not "her nineties"."""
    if not WORD_BEFORE.search(reader.left(start)):
        return None
    return _decade(reader, start, start + len(word), _in_its_century(decades()[word.lower()]))


@cache
def _century_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[ \u00a0-])?"
        rf"\b(?:(?P<first>{ordinal_pattern()})(?:{SPACE}(?:and|to|or){SPACE}(?:(?:early|late|mid)[ \u00a0-])?|{DASH}))?"
        rf"(?P<ordinal>{ordinal_pattern()})(?:{SPACE}|-)\Z"
    )


def century(reader: Reader, start: int, word: str) -> Reading | None:
    """ "the 20th century", "17th-century", "the late nineteenth century", "the 18th and 19th centuries"."""
    before = reader.claim(start, _century_before())
    if not before:
        return None
    number = ordinal(before["ordinal"])
    first = ordinal(before["first"]) if before["first"] else number
    end, value = start + len(word), None
    if first <= number:
        value = calendar.years(first * 100 - 100, (number - first + 1) * 100)
    era = ERA.match(reader.text, end)
    if era:
        end, value = era.end(), None if era["era"].startswith("B") else value
    return Reading(start - len(before[0]), end, "period", value, "century")
