"""Days and months by their names: "Jan. 20, 2025", "20 January", "May, 1750", "March of last year", "in October"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import clock
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.portions import portion_before
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import (
    DASH,
    SPACE,
    all_months,
    month_number,
    month_pattern,
    months,
    ordinal,
    ordinal_pattern,
    year_tail,
)
from newsclaims.extractors.dates.written_day import WrittenDay, read_day, read_month, reading_of, written_year

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

GLUED_BEFORE = frozenset("$£€-–/.,:#")
NAME_BEFORE = frozenset("-'’&/")
# What shows that a month's name alone is the month, and not a person's name or a verb.
CUE = re.compile(
    rf"(?:^|[\s(“\"'])(?:(?P<cue>[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Tt]hrough|[Bb]etween|[Bb]efore|[Aa]fter|"
    rf"[Aa]round|[Oo]f|(?:year|months?|quarter|weeks?){SPACE}to)|(?P<determiner>[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)){SPACE}\Z|(?P<possessive>[a-z]['’]s){SPACE}\Z"
)
STEP_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"']))(?:(?P<every>[Ee]very|[Ee]ach)|[Tt]he{SPACE}(?P<told>following|previous)|(?:[Tt]his{SPACE})?(?P<step>[Ll]ast|[Pp]ast|[Nn]ext|[Tt]his)){SPACE}\Z"
)
NOUN_AFTER = re.compile(
    rf"{SPACE}(?!(?:against|and|as|at|by|for|from|had|has|in|is|of|on|or|said|says|that|to|was|will|with|would)\b)[a-z0-9]|['’]s\b"
)
# March, April, May, June and August are also verbs and people.
AMBIGUOUS = frozenset({3, 4, 5, 6, 8})
INTRODUCED = ("rom ", "etween ")


@cache
def _of_month() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<day>{ordinal_pattern()}){SPACE}(?:day{SPACE})?of{SPACE}\Z")


@cache
def _month_span() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<month>{month_pattern()})(?:{SPACE}?(?:{DASH}|/){SPACE}?|{SPACE}(?P<joint>to|through|until|till|and){SPACE})"
        rf"(?P<month2>{month_pattern()})(?!{SPACE}[0-9]{{1,2}}\b){year_tail()}"
    )


def month_day(reader: Reader, start: int, word: str) -> Reading | None:
    """ "Jan. 20", "January 20th, 2025", "Jan. 3-5", with the time of day that follows."""
    written = read_day(reader, start)
    return written and clock.with_time(reader, reading_of(reader, start, written, "month-day"))


def day_month(reader: Reader, start: int, word: str) -> Reading | None:
    """ "20 January 2025", "3rd of May", "3-5 January"."""
    if len(word) > 2 or (start and reader.text[start - 1] in GLUED_BEFORE):
        return None
    written = read_day(reader, start)
    return written and clock.with_time(reader, reading_of(reader, start, written, "day-month"))


def ordinal_of_month(reader: Reader, start: int, word: str) -> Reading | None:
    """ "third of May"."""
    if reader.word_before(start) != "of":
        return None
    before, month = reader.claim(start, _of_month()), read_month(reader, start)
    if not before or not month:
        return None
    written = month._replace(day=ordinal(before["day"]))
    return reading_of(reader, start - len(before[0]), written, "day-month")


def month_span(reader: Reader, start: int, word: str) -> Reading | None:
    """ "from May to July", "May-June 2016", "between July and August in 1963"."""
    match = _month_span().match(reader.text, start)
    if not match:
        return None
    year, relative = written_year(match, reader.timeline)
    introduced = reader.left(start).endswith(INTRODUCED)
    if not introduced and (match["joint"] == "and" or (match["joint"] and year is None)):
        return None
    last = (month_number(match["month2"]), None)
    written = WrittenDay(match.end(), month_number(match["month"]), None, last, year, relative)
    return reading_of(reader, start, written, "month-range")


def month_year(reader: Reader, start: int, word: str) -> Reading | None:
    """ "January 2025", "May, 1750", "December of 384", "March last year", "early June 2016"."""
    written = read_month(reader, start)
    if not written or (written.year is None and written.relative is None):
        return None
    return reading_of(reader, start - portion_before(reader, start), written, "month-year")


def month_alone(reader: Reader, start: int, word: str) -> Reading | None:
    """ "in October", "last March", "the May election", "mid-July"; a bare "October" but not a bare "May"."""
    end, month, portion = start + len(word), all_months()[word], portion_before(reader, start)
    begin = start - portion
    if start and reader.text[start - 1] in NAME_BEFORE and not portion:
        return None
    step = reader.claim(begin, STEP_BEFORE)
    if word not in months():  # "in Sept." but not "Jan" or "Mar"
        if reader.text[end : end + 1] != "." or not (step or _has_cue(reader, begin, end)):
            return None
        end += 1
    elif not (step or portion or _has_cue(reader, begin, end)) and (month in AMBIGUOUS or word.isupper()):
        return None
    if step and step["every"]:
        return Reading(begin - len(step[0]), end, "set", f"XXXX-{month:02d}", "every-month")
    if step:
        moment = _told(reader, month, step["told"]) if step["told"] else _stepped(reader, month, step["step"].lower())
        return Reading(begin - len(step[0]), end, "date", moment and moment.iso, "month", moment)
    return reading_of(reader, begin, WrittenDay(end, month), "month")


def _has_cue(reader: Reader, begin: int, end: int) -> bool:
    """Whether a preposition, or a determiner with a noun behind, shows the month: "in May", "the May election"."""
    cue = CUE.search(reader.left(begin))
    return cue is not None and (cue["cue"] is not None or NOUN_AFTER.match(reader.text, end) is not None)


def _stepped(reader: Reader, month: int, step: str) -> Moment | None:
    """ "last March": the last before the month of publication; "next March": the first behind it."""
    published = reader.timeline.published
    if published is None:
        return None
    year = published.year
    if step in ("last", "past"):
        year -= month >= published.month
    elif step == "next":
        year += month <= published.month
    return Moment(year, month)


def _told(reader: Reader, month: int, step: str) -> Moment | None:
    """ "the following March": the first behind the month spoken of; "the previous March": the last before it."""
    recent = reader.timeline.recent
    if recent is None:
        return None
    if step == "following":
        return Moment(recent.year + (recent.month is None or month <= recent.month), month)
    return Moment(recent.year - (recent.month is None or month >= recent.month), month)
