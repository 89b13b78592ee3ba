"""A day or month as it is written, and the moment that it stands for: "Jan. 20, 2025", "20 January", "Jan. 3-5"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import DASH, DAY, SPACE, YEAR, month_number, month_pattern, year_tail

if TYPE_CHECKING:
    from newsclaims.extractors.dates.context import Timeline
    from newsclaims.extractors.dates.reading import Reader
    from newsclaims.model import DateKind

SUFFIX = r"(?:st|nd|rd|th)?"
NO_NUMBER = rf"(?![0-9]|[:.,/][0-9]|{SPACE}?(?:%|[ap]\.?m\b))"
RANGE_SIGN = re.compile(rf"(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|through|thru|until|till){SPACE})")
AND_SIGN = rf"{SPACE}and{SPACE}"
"""Joins two days behind "between" only."""
BETWEEN = ("between ", "Between ")
RELATIVE_STEPS = {"last": -1, "this": 0, "next": 1}


class WrittenDay(NamedTuple):
    """A day or a month as written: what the text leaves out is None."""

    end: int
    month: int
    day: int | None = None
    last: tuple[int, int | None] | None = None
    """Month and day of the other end of a range."""
    year: int | None = None
    relative: str | None = None
    """Words in the place of a year: "last year"."""


@cache
def _month_day(sign: str = RANGE_SIGN.pattern) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<month>{month_pattern()})(?:{SPACE}(?:the{SPACE})?|(?<=\.))(?P<day>{DAY}){SUFFIX}{NO_NUMBER}"
        rf"(?:{sign}(?P<day2>{DAY}){SUFFIX}{NO_NUMBER}(?!{DASH}[a-z]))?{year_tail()}"
    )


@cache
def _month_day_span() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<month>{month_pattern()}){SPACE}(?P<day>{DAY}){SUFFIX}{RANGE_SIGN.pattern}"
        rf"(?P<month2>{month_pattern()}){SPACE}(?P<day2>{DAY}){SUFFIX},?{SPACE}(?P<year>{YEAR})\b"
    )


@cache
def _day_month(sign: str = RANGE_SIGN.pattern) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>{DAY}){SUFFIX}(?:{sign}(?P<day2>{DAY}){SUFFIX})?{SPACE}(?:(?:day{SPACE})?of{SPACE})?"
        rf"(?P<month>{month_pattern()}){year_tail()}"
    )


@cache
def _day_month_span() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>{DAY}){SUFFIX}{SPACE}(?P<month>{month_pattern()}){RANGE_SIGN.pattern}"
        rf"(?P<day2>{DAY}){SUFFIX}{SPACE}(?P<month2>{month_pattern()}),?{SPACE}(?P<year>{YEAR})\b"
    )


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{month_pattern()}){year_tail()}")


@cache
def _shared_year() -> re.Pattern[str]:
    joint = rf"(?:,?{SPACE}(?:and|or|to|until|through){SPACE}|,{SPACE}|{SPACE}?{DASH}{SPACE}?)"
    day = rf"{DAY}{SUFFIX}"
    month = rf"(?P<month>{month_pattern()})"
    return re.compile(rf"{joint}(?:{day}{SPACE})?{month}(?:{SPACE}{day})?,?{SPACE}(?P<year>{YEAR})(?![0-9]|,[0-9])")


def written_year(match: re.Match[str], timeline: Timeline) -> tuple[int | None, str | None]:
    """The year that the `year_tail` of a match gives, or the words in its place."""
    if match["year"] or match["old"]:
        return int(match["year"] or match["old"]), None
    if match["short"]:
        return timeline.full_year(int(match["short"])), None
    return None, match["relative"]


def read_day(reader: Reader, start: int) -> WrittenDay | None:
    """The day written at an offset."""
    text = reader.text
    day_leads = text[start : start + 1].isdigit()
    pattern = _day_month if day_leads else _month_day
    match = pattern(AND_SIGN).match(text, start) if text.endswith(BETWEEN, 0, start) else None
    if match is None or match["day2"] is None:
        match = pattern().match(text, start)
    if not match:
        return None
    if RANGE_SIGN.match(text, match.end()):
        span = (_day_month_span if day_leads else _month_day_span)().match(text, start)
        if span:
            last = (month_number(span["month2"]), int(span["day2"]))
            return WrittenDay(span.end(), month_number(span["month"]), int(span["day"]), last, int(span["year"]))
    reader.timeline.day_first = day_leads
    month, (year, relative) = month_number(match["month"]), written_year(match, reader.timeline)
    last_day = (month, int(match["day2"])) if match["day2"] else None
    return WrittenDay(match.end(), month, int(match["day"]), last_day, year, relative)


def read_month(reader: Reader, start: int) -> WrittenDay | None:
    """The month written at an offset, with its year where it has one: "May, 1750", "October"."""
    match = _month().match(reader.text, start)
    if not match:
        return None
    year, relative = written_year(match, reader.timeline)
    return WrittenDay(match.end(), month_number(match["month"]), year=year, relative=relative)


def relative_year(timeline: Timeline, words: str) -> int | None:
    """The year that "last year", "that year" or "the following year" means.

    >>> import datetime
    >>> from newsclaims.extractors.dates.context import Timeline
    >>> relative_year(Timeline(datetime.date(2025, 1, 20)), "last year")
    2024
    """
    step = RELATIVE_STEPS.get(words.split(maxsplit=1)[0].lower())
    if step is not None:
        return timeline.published.year + step if timeline.published else None
    if timeline.recent is None:
        return None
    return timeline.recent.year + (1 if "following" in words else -1 if "previous" in words else 0)


def _year_of(reader: Reader, start: int, written: WrittenDay) -> int | None:
    timeline = reader.timeline
    if written.year is not None:
        return written.year
    if written.relative is None:
        shared = _shared_year().match(reader.text, written.end)
        if shared:  # "12 June and 15 July 1941", "Dec. 30 to Jan. 2, 2016"
            return int(shared["year"]) - (month_number(shared["month"]) < written.month)
        return timeline.year_of(reader.text, start, written.end, written.month, written.day)
    if len(written.relative.split()) > 1:
        return relative_year(timeline, written.relative)
    # "the 12th of October last": the one before publication, or before the time spoken of.
    base = timeline.recent.first_date if timeline.is_history and timeline.recent else timeline.published
    if base is None:
        return None
    is_past = (written.month, written.day or 0) < (base.month, base.day)
    return base.year - (not is_past) if written.relative == "last" else base.year + is_past


def place(reader: Reader, start: int, written: WrittenDay) -> tuple[str | None, Moment | None]:
    """The ISO value of a written day or month, and the moment that it stands for."""
    year = _year_of(reader, start, written)
    if year is None or not 0 < year <= calendar.MAX_COUNT:
        return None, None
    first = Moment(year, written.month, written.day)
    if written.day and first.date is None:
        return None, None
    if written.last is None:
        return first.iso, first
    month, day = written.last
    last = Moment(year, month, day)
    if month < written.month:  # over the turn of the year, whose second half has the year written
        first, last = (first._replace(year=year - 1), last) if written.year else (first, last._replace(year=year + 1))
    value = calendar.through(first, last)
    return value, first if value else None


def reading_of(reader: Reader, start: int, written: WrittenDay, rule: str) -> Reading:
    """A written day as a reading."""
    value, moment = place(reader, start, written)
    kind: DateKind = "period" if written.last else "date"
    return Reading(start, written.end, kind, value, rule, moment, explicit=written.year is not None)
