"""Years and what is made of them: "2015", "2012-13", "fiscal 2019", "’96", "347 AD"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.portions import portion_before
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import APOSTROPHE, DASH, SPACE
from newsclaims.extractors.dates.year_or_count import is_glued, is_year

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

YEAR_SPAN = re.compile(
    rf"(?P<first>[12][0-9]{{3}})(?P<sign>[-–—/])(?P<last>[12][0-9]{{3}}|[0-9]{{2}})(?![\w]|{DASH}[0-9]|[/.,:][0-9])"
)
FISCAL_BEFORE = re.compile(rf"\b(?:[Ff]iscal|[Ff]inancial)(?:{SPACE}year)?{SPACE}\Z|\bFY{SPACE}\Z")
FISCAL_CODE = re.compile(rf"FY(?:{SPACE})?['’]?(?P<year>[12][0-9]{{3}}|[0-9]{{2}})(?![\w-])")
FISCAL_WORDS = frozenset({"fiscal", "financial", "fy", "year"})
APOSTROPHE_BEFORE = re.compile(rf"(?:^|[\s(–—-]){APOSTROPHE}\Z")
OPEN_RANGE_BEFORE = re.compile(rf"(?<![0-9])(?P<first>[12][0-9]{{3}}){SPACE}?{DASH}{SPACE}?\Z")
OPEN_RANGE_REACH = 9
WORD_ENDS = re.compile(r"[\s,.;)](?![0-9])|\Z")
ERA = re.compile(rf"{SPACE}(?P<era>AD|A\.D\.|CE|C\.E\.|BC|B\.C\.|BCE|B\.C\.E\.)(?!\w)")
ERA_WORDS = frozenset({"AD", "A.D."})
CIRCA_WORDS = frozenset({"c.", "(c.", "ca.", "(ca.", "circa", "(circa"})
ANCIENT_CUE = re.compile(rf"(?:\b(?:[Ii]n|[Aa]round|[Bb]y|[Uu]ntil|[Ss]ince|[Aa]bout|[Ff]rom)|{DASH}){SPACE}\Z|\(\Z")
ANCIENT_AFTER = re.compile(rf"[,.;)](?![0-9])|{SPACE}(?:{DASH}{SPACE}|[A-Z]|(?:he|she|the|and|to|at|in)\b)|\Z")


def _is_before_christ(era: str) -> bool:
    return era.startswith("B")


def _fiscal_before(reader: Reader, start: int) -> int:
    """Length of the words before an offset that make the year there a fiscal one."""
    match = reader.claim(start, FISCAL_BEFORE) if reader.word_before(start).lower() in FISCAL_WORDS else None
    return len(match[0]) if match else 0


def year(reader: Reader, start: int, word: str) -> Reading | None:
    """ "2015", "early 2015", "fiscal 2019"; not "2,015", "2016 votes", "$2000", "Highway 2001"."""
    end, moment = start + len(word), Moment(int(word))
    if len(word) != 4 or word[0] not in "12" or not is_year(reader, start, end, moment.year):
        return None
    fiscal = _fiscal_before(reader, start)
    begin = start - (fiscal or portion_before(reader, start))
    return Reading(begin, end, "date", moment.iso, "fiscal-year" if fiscal else "year", moment, explicit=True)


def fiscal_code(reader: Reader, start: int, word: str) -> Reading | None:
    """ "FY2019", "FY 19"."""
    match = FISCAL_CODE.match(reader.text, start)
    if not match:
        return None
    number = int(match["year"])
    moment = Moment(reader.timeline.full_year(number) if number < 100 else number)
    return Reading(start, match.end(), "date", moment.iso, "fiscal-year", moment, explicit=True)


def year_span(reader: Reader, start: int, word: str) -> Reading | None:
    """ "2012-13", "1914–1918", "2012/13", "fiscal 2012-13": years joined by a closed mark."""
    match = YEAR_SPAN.match(reader.text, start)
    if not match:
        return None
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        if match["sign"] == "-" and last <= 12 and last != (first + 1) % 100:  # "2025-01" is a month
            return None
        last += first - first % 100 + (100 if last < first % 100 else 0)
    if not first < last < first + 100 or not is_year(
        reader, start, match.end(), first, cued=bool(first % 50 or last % 50)
    ):
        return None
    begin, value = start - _fiscal_before(reader, start), calendar.through(Moment(first), Moment(last))
    return Reading(begin, match.end(), "period", value, "year-range", Moment(first), explicit=True)


def closing_year(reader: Reader, start: int, word: str) -> Reading | None:
    """The "91" of "1890 – 91": an open dash leaves the two years dates of their own."""
    text, reach = reader.text, max(0, start - OPEN_RANGE_REACH)
    if start < reach + 2 or reader.floor <= reach:  # the first year has just been read
        return None
    stands_alone = len(word) == 2 and WORD_ENDS.match(text, start + 2) is not None
    match = OPEN_RANGE_BEFORE.search(text[reach:start]) if stands_alone else None
    if not match or reader.floor != reach + match.end("first"):
        return None
    first = int(match["first"])
    moment = Moment(first - first % 100 + int(word))
    return Reading(start, start + 2, "date", moment.iso, "year", moment, explicit=True) if moment.year > first else None


def present(reader: Reader, start: int, word: str) -> Reading | None:
    """The "present" of "2013 – present": the day of publication."""
    reach = max(0, start - OPEN_RANGE_REACH)
    match = OPEN_RANGE_BEFORE.search(reader.text[reach:start])
    if not match or reader.floor != reach + match.end("first"):
        return None
    published = reader.timeline.published
    return Reading(start, start + len(word), "date", published.isoformat() if published else None, "present")


def short_year(reader: Reader, start: int, word: str) -> Reading | None:
    """ "in ’96", "the class of ’08"."""
    is_marked = len(word) == 2 and APOSTROPHE_BEFORE.search(reader.left(start)) is not None
    if not is_marked or not WORD_ENDS.match(reader.text, start + 2):
        return None
    moment = Moment(reader.timeline.full_year(int(word)))
    return Reading(start - 1, start + 2, "date", moment.iso, "short-year", moment, explicit=True)


def era_year(reader: Reader, start: int, word: str) -> Reading | None:
    """ "347 AD", "AD 79", "44 BC", "c. 314"; in a text that has named such a year also "in 348"."""
    if len(word) > 4 or is_glued(reader.text, start):
        return None
    end, number = start + len(word), int(word)
    era, before = ERA.match(reader.text, end), reader.word_before(start)
    if era:
        moment = Moment(1 - number if _is_before_christ(era["era"]) else number)
        return Reading(start, era.end(), "date", moment.iso, "era-year", moment, explicit=True)
    told = len(word) == 3 and reader.timeline.ancient and ANCIENT_CUE.search(reader.left(start))
    is_era, is_circa = before in ERA_WORDS, before in CIRCA_WORDS and len(word) >= 3
    if is_era or is_circa or (told and ANCIENT_AFTER.match(reader.text, end)):
        begin = start - len(before) - 1 if is_era else start
        return Reading(begin, end, "date", Moment(number).iso, "era-year", Moment(number), explicit=True)
    return None
