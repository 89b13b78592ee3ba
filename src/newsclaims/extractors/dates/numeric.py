"""Dates in figures: "2025-01-20", "2025-W03", "2025-01-20T14:30Z", "20/01/2025", "1/20/25", "20.01.2025"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import clock
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reading

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

ISO = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<mark>[-/])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[0-3]?[0-9])"
    r"(?:[T ](?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    r"(?![\w/]|[-.:][0-9])"
)
ISO_WEEK = re.compile(r"(?P<year>[12][0-9]{3})-W(?P<week>0[1-9]|[1-4][0-9]|5[0-2])\b(?!-)")
ISO_MONTH = re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>0[1-9]|1[0-2])(?![\w]|[-–—/.,:][0-9])")
NUMERIC = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<mark>[/.-])(?P<second>[0-9]{1,2})(?P=mark)(?P<year>[12][0-9]{3}|(?<=/)[0-9]{2})"
    r"(?![\w/]|[.-][0-9])"
)
# A path or a longer number: "/2016/03/12/", "5.12.2016.1".
GLUED_BEFORE = frozenset("/.-_#$£€=&")
STAMP_BEFORE = re.compile(r"[A-Z][A-Z ,.]{1,35}[-–] \Z")
CENTURY, MONTHS = 100, 12


def _is_glued(reader: Reader, start: int) -> bool:
    return start > 0 and reader.text[start - 1] in GLUED_BEFORE


def _is_stamp(reader: Reader, start: int, end: int) -> bool:
    """Whether a date is the stamp of a picture agency: when the picture was filed, not what the story tells."""
    return reader.text[end : end + 1] == ":" and STAMP_BEFORE.match(reader.left(start)) is not None


def iso_date(reader: Reader, start: int, word: str) -> Reading | None:
    """ "2025-01-20", "2025/01/20", "2025-01-20T14:30Z"."""
    match = ISO.match(reader.text, start)
    if not match or _is_glued(reader, start) or _is_stamp(reader, start, match.end()):
        return None
    moment = Moment(int(match["year"]), int(match["month"]), int(match["day"]))
    if moment.date is None:
        return None
    time = f"T{match['time']}" if match["time"] else ""
    return Reading(start, match.end(), "time" if time else "date", moment.iso + time, "iso-date", moment, explicit=True)


def iso_week_or_month(reader: Reader, start: int, word: str) -> Reading | None:
    """ "2025-W03", "2025-01"."""
    match = ISO_WEEK.match(reader.text, start) or ISO_MONTH.match(reader.text, start)
    if not match or _is_glued(reader, start):
        return None
    parts = {name: int(figures) for name, figures in match.groupdict().items()}
    moment = Moment(**parts)
    return Reading(start, match.end(), "date", moment.iso, "iso-date", moment, explicit=True)


def numeric_date(reader: Reader, start: int, word: str) -> Reading | None:
    """ "20/01/2025", "1/20/25", "20.01.2025".

    Where both figures may be the month, the article's own order of day and month decides, else the American one;
    full stops are only used with the day first.
    """
    match = NUMERIC.match(reader.text, start)
    if not match or _is_glued(reader, start):
        return None
    first, second, timeline = int(match["first"]), int(match["second"]), reader.timeline
    year = int(match["year"])
    if year < CENTURY:
        year = timeline.full_year(year)
    day_first = first > MONTHS or (second <= MONTHS and (match["mark"] == "." or bool(timeline.day_first)))
    moment = Moment(year, second, first) if day_first else Moment(year, first, second)
    if moment.date is None:
        return None
    if first > MONTHS or second > MONTHS:  # the article shows which comes first
        timeline.day_first = day_first
    day = Reading(start, match.end(), "date", moment.iso, "numeric-date", moment, explicit=True)
    return clock.with_time(reader, day)
