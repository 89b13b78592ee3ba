"""Weekdays: "on Monday", "next Friday", "Monday, Jan. 20", "Monday night", "Tuesday of last week", "every Friday"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.context import weekday_date
from newsclaims.extractors.dates.days import day_reading, with_part
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import Look, look
from newsclaims.extractors.dates.vocabulary import (
    DASH,
    SPACE,
    all_weekdays,
    month_pattern,
    ordinal,
    ordinal_pattern,
    weekdays,
)
from newsclaims.extractors.dates.written_day import WrittenDay, place, read_day, read_month
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    import datetime

    from newsclaims.extractors.dates.reading import Reader
    from newsclaims.model import DateKind

BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?:(?:(?P<determiner>[Tt]he|[Tt]his|[Tt]hat){SPACE})?(?P<step>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|"
    rf"following)|(?P<this>[Tt]his)|(?P<every>[Ee]very(?:{SPACE}(?:other|second|third|fourth))?|[Ee]ach|[Aa]lternate)|[Ee]arly|[Ll]ate){SPACE}\Z"
)
BEFORE_WORDS = frozenset(
    {
        "last",
        "past",
        "previous",
        "next",
        "coming",
        "following",
        "this",
        "every",
        "other",
        "second",
        "third",
        "fourth",
        "each",
        "alternate",
        "early",
        "late",
    }
)
# "on a Monday" is any of them; "a Monday speech" is one.
ANY = re.compile(rf"\b(?:[Aa]|[Oo]ne|[Ss]ome){SPACE}\Z")
ANY_ENDS = ("a", "one", "some")
ON_ANY = re.compile(rf"\bon{SPACE}a{SPACE}\Z")
NOUN_AFTER = re.compile(rf"{SPACE}(?!(?:and|as|at|but|from|in|of|or|through|to|when|with)\b)[a-z]+\b(?<!ing)")
NAME_AFTER = re.compile(rf"{SPACE}(?:Morning|Night|Evening)\b")
DATE_AFTER = re.compile(rf"\.?(?:,{SPACE}|{SPACE}(?:the{SPACE})?)(?=[A-Z0-9])")
DAY_OF_MONTH = re.compile(rf"{SPACE}the{SPACE}(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)\b")
WEEK_AFTER = re.compile(
    rf"{SPACE}(?:of{SPACE})?(?:(?P<told>that|the{SPACE}same|the{SPACE}following|the{SPACE}previous)|(?P<step>last|this|next)){SPACE}week\b"
)
# "on Monday week": the Monday behind the coming one.
WEEK_LATER = re.compile(rf"{SPACE}week(?=[,.;:)]|\Z|{SPACE}(?:and|as|at|for|in|to|with)\b)")
OF_MONTH = re.compile(rf"{SPACE}(?:of|in){SPACE}(?=[A-Z])")
BACK, AHEAD = Look("past", True), Look("future", True)
POSSESSIVE = re.compile(rf"(?:{SPACE}[a-z]+)?['’]s\b")
LIMITS = frozenset({"by", "until", "till", "through"})
STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
# A weekday and a day of the month meet about twice a year.
FURTHEST_MEETING = 200


@cache
def _nth_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<nth>last|{ordinal_pattern()}){SPACE}\Z")


@cache
def _span() -> re.Pattern[str]:
    dated = rf",?{SPACE}(?:{month_pattern()}|[0-9]{{1,2}}{SPACE}[A-Z])"
    return re.compile(rf"(?:{SPACE}(?:to|through|thru){SPACE}|{DASH})(?P<last>{trie(weekdays())})\b(?!{dated})")


def weekday_span(reader: Reader, start: int, word: str) -> Reading | None:
    """ "Monday to Friday", "Monday-Friday": a schedule."""
    end = start + len(word)
    match = _span().match(reader.text, end) if word in weekdays() else None
    if not match:
        return None
    value = f"XXXX-WXX-{weekdays()[word]}/XXXX-WXX-{weekdays()[match['last']]}"
    return Reading(start, match.end(), "set", value, "weekday-range")


def weekday_of_month(reader: Reader, start: int, word: str) -> Reading | None:
    """ "the first Monday of October", "the last Friday in August 2014"."""
    of = OF_MONTH.match(reader.text, start + len(word))
    before = reader.claim(start, _nth_before()) if of else None
    month = read_month(reader, of.end()) if before and of else None
    if not before or not month or word not in weekdays():
        return None
    _, moment = place(reader, start, month)
    nth = -1 if before["nth"] == "last" else ordinal(before["nth"])
    date = calendar.nth_weekday(moment.year, month.month, weekdays()[word], nth) if moment else None
    reading = day_reading(start - len(before[0]), month.end, date, "weekday-of-month")
    return reading._replace(explicit=month.year is not None)


def weekday(reader: Reader, start: int, word: str) -> Reading | None:
    """A weekday with what stands round it."""
    text, number, end = reader.text, all_weekdays()[word], start + len(word)
    after = DATE_AFTER.match(text, end)
    written = read_day(reader, after.end()) if after else None
    if written:
        return with_part(reader, _dated(reader, start, number, written))
    if word not in weekdays() or (start and text[start - 1] in "-’'&") or NAME_AFTER.match(text, end):
        return None
    word_before = reader.word_before(start).lower()
    before = reader.claim(start, BEFORE) if word_before in BEFORE_WORDS else None
    begin = start - len(before[0]) if before else start
    if before and before["every"]:
        every = with_part(reader, Reading(begin, end, "date", None, "every-weekday"))
        return every._replace(kind="set", value=f"XXXX-WXX-{number}")
    left = reader.left(start) if word_before.endswith(ANY_ENDS) else ""
    if not before and left and ANY.search(left) and (ON_ANY.search(left) or not NOUN_AFTER.match(text, end)):
        return None
    words_follow = text[end + 1 : end + 3].strip(" \u00a0")[:1].islower()
    for pattern, pick in ((WEEK_AFTER, _in_week), (DAY_OF_MONTH, _meeting)) if words_follow else ():
        match = pattern.match(text, end)
        if match:
            return with_part(reader, day_reading(begin, match.end(), pick(reader, number, match), "weekday"))
    week_later = WEEK_LATER.match(text, end) if words_follow and not before else None
    if week_later:
        date = _meant(reader, start, end, number, None, ahead=True)
        return day_reading(begin, week_later.end(), date and calendar.add_days(date, 7), "weekday")
    meant = with_part(reader, day_reading(begin, end, _meant(reader, start, end, number, before), "weekday"))
    return meant._replace(value=f"XXXX-WXX-{number}") if meant.kind == "set" else meant


def _dated(reader: Reader, start: int, number: int, written: WrittenDay) -> Reading:
    """A weekday with its date: it helps to find the year that the date leaves out."""
    value, moment = place(reader, start, written)
    if written.year is None and moment and written.day:
        years = (moment.year, moment.year - 1, moment.year + 1)
        dates = (calendar.make_date(year, written.month, written.day) for year in years)
        year = next((date.year for date in dates if date and date.isoweekday() == number), None)
        if year is not None and reader.timeline.published:
            value, moment = place(reader, start, written._replace(year=year))
    kind: DateKind = "period" if written.last else "date"
    return Reading(start, written.end, kind, value, "weekday-date", moment, explicit=written.year is not None)


def _meant(
    reader: Reader, start: int, end: int, number: int, before: re.Match[str] | None, *, ahead: bool = False
) -> datetime.date | None:
    """The day that a weekday means: by "last" and "next", else by the tense of its clause."""
    timeline = reader.timeline
    published = timeline.published
    if published is None:
        return None
    if before and before["step"]:
        step = before["step"].lower()
        told = step in ("following", "previous") or (before["determiner"] or "").lower() == "the"
        base = (timeline.recent_day and timeline.recent_day.date) if told else None
        moved = calendar.add_days(base or published, STEPS[step])
        return moved and weekday_date(moved, number, BACK if STEPS[step] < 0 else AHEAD)
    if ahead:
        return weekday_date(published, number, AHEAD)
    return weekday_date(published, number, _look(reader, start, end, is_this=bool(before and before["this"])))


def _look(reader: Reader, start: int, end: int, *, is_this: bool) -> Look:
    """Where the words round a weekday look."""
    seen, word = look(reader.text, start, end), reader.word_before(start).lower()
    if word == "earlier":
        return BACK
    if seen.tense is None and (is_this or word in LIMITS):
        return AHEAD
    is_past = seen.tense == "past" and seen.sure
    text = reader.text
    if text.endswith("head of ", 0, start) or (text.endswith("efore ", 0, start) and not is_past):
        return Look("future", seen.tense == "future")
    if seen.tense == "future" and POSSESSIVE.match(text, end):  # its verb does not tell when the event is
        return Look("future", False)
    return seen


def _in_week(reader: Reader, number: int, after: re.Match[str]) -> datetime.date | None:
    """The weekday of last week, this week, or the week spoken of."""
    timeline = reader.timeline
    if after["told"]:
        base = timeline.recent_day.date if timeline.recent_day else None
        weeks = -1 if "previous" in after["told"] else 1 if "following" in after["told"] else 0
    else:
        base, weeks = timeline.published, {"last": -1, "this": 0, "next": 1}[after["step"]]
    return calendar.add_days(base, number - base.isoweekday() + 7 * weeks) if base else None


def _meeting(reader: Reader, number: int, after: re.Match[str]) -> datetime.date | None:
    """The date nearest to publication that is this weekday and this day of a month: "Tuesday the 13th"."""
    published = reader.timeline.published
    if published is None:
        return None
    steps = (step for distance in range(FURTHEST_MEETING) for step in (-distance, distance + 1))
    dates = (calendar.add_days(published, step) for step in steps)
    day = int(after["day"])
    return next((date for date in dates if date and date.day == day and date.isoweekday() == number), None)


def weekday_plural(reader: Reader, start: int, word: str) -> Reading:
    """ "Mondays"."""
    return Reading(start, start + len(word), "set", f"XXXX-WXX-{weekdays()[word[:-1]]}", "weekdays")
