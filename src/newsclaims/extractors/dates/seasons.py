"""Seasons: "the summer of 2012", "winter 2015-16", "last fall", "in the spring"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import DASH, SPACE, YEAR, seasons
from newsclaims.extractors.dates.written_day import relative_year

if TYPE_CHECKING:
    import datetime

    from newsclaims.extractors.dates.reading import Reader

SECOND_YEAR = rf"(?:{SPACE}?(?:{DASH}|/){SPACE}?(?:{YEAR}|[0-9]{{2,3}})\b)?"
YEAR_AFTER = re.compile(
    rf"(?:{SPACE}(?:of|in)|,)?{SPACE}(?:(?P<year>{YEAR}|[1-9][0-9]{{2}}(?={SPACE}{DASH})){SECOND_YEAR}(?![0-9]|,[0-9])"
    rf"|(?P<relative>(?:last|this|next|that|the{SPACE}same){SPACE}year)\b)"
)
BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?:[Tt]h(?:e|at|is){SPACE})?(?P<step>[Ll]ast|[Tt]his|[Tt]hat|[Nn]ext|[Pp]ast|[Cc]oming|[Ff]ollowing|[Pp]revious|"
    rf"[Ss]ame|[Ee]very|[Ee]ach){SPACE}\Z"
)
PORTION = re.compile(r"(?:^|(?<=[\s(“\"'‘]))(?:[Ee]arly|[Ll]ate|[Mm]id)[ \u00a0-]\Z")
CUE = re.compile(
    rf"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]ver|[Dd]uring|[Tt]hroughout|[Oo]f|[Bb]efore|[Aa]fter|[Ff]rom){SPACE}the{SPACE}\Z|\b[Bb]y{SPACE}\Z"
)
# "the fall of the wall", "a spring in their step"
NO_SEASON = re.compile(rf"-|{SPACE}(?:of|in|from|to|apart|short|through|into|back|behind)\b")
DOUBTFUL = frozenset({"fall", "spring"})
LENGTH = 3


def season(reader: Reader, start: int, word: str) -> Reading | None:
    """ "summer 2012", "the winter of 2015-16", "last spring", "this fall", "in the autumn"."""
    end, month = start + len(word), seasons()[word.lower()]
    portion = PORTION.search(reader.left(start))
    begin = start - (len(portion[0]) if portion else 0)
    year = YEAR_AFTER.match(reader.text, end)
    if year:
        first = int(year["year"]) if year["year"] else relative_year(reader.timeline, year["relative"])
        return _reading(begin, year.end(), first, month, explicit=bool(year["year"]))
    if word[0].isupper() or reader.text[end : end + 1] == "-":
        return None
    before = reader.claim(begin, BEFORE)
    if before:
        return _stepped(reader, begin - len(before[0]), end, month, before["step"].lower())
    if not (portion or CUE.search(reader.left(begin))) or (word in DOUBTFUL and NO_SEASON.match(reader.text, end)):
        return None
    return _reading(begin, end, reader.timeline.year_of(reader.text, begin, end, month, None), month, explicit=False)


def _reading(begin: int, end: int, year: int | None, month: int, *, explicit: bool) -> Reading:
    if year is None:
        return Reading(begin, end, "period", None, "season")
    return Reading(begin, end, "period", calendar.months(year, month, LENGTH), "season", Moment(year, month), explicit)


def _stepped(reader: Reader, begin: int, end: int, month: int, step: str) -> Reading:
    if step in ("every", "each"):
        return Reading(begin, end, "set", "P1Y", "every-season")
    if step in ("following", "previous", "same", "that"):
        year = _year_from(reader.timeline.recent, month, step)
    else:
        year = _year_at(reader.timeline.published, month, step)
    return _reading(begin, end, year, month, explicit=False)


def _year_from(recent: Moment | None, month: int, step: str) -> int | None:
    """The year in which the season before or after the time spoken of begins."""
    if recent is None:
        return None
    begun = recent.month is not None and recent.month >= month
    return recent.year + {"following": begun, "previous": begun - 1}.get(step, 0)


def _year_at(published: datetime.date | None, month: int, step: str) -> int | None:
    """The year in which the season that publication calls "last", "this" or "next" begins."""
    if published is None:
        return None
    if step == "this":  # "this winter" is the nearer one: in spring the one that is just over
        return published.year - (month == 12 and published.month < 6)
    if step in ("last", "past"):  # the last that was over
        now, end = published.year * 12 + published.month, month + LENGTH
        return (now - end) // 12
    return published.year + (published.month >= month)
