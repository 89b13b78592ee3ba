"""Quarters and halves of a year: "third quarter of 2015", "Q3 2019", "first-quarter", "second half of last year"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import tense
from newsclaims.extractors.dates.vocabulary import SPACE, YEAR, closed, ordinals
from newsclaims.extractors.dates.written_day import relative_year
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader
    from newsclaims.extractors.dates.unit_phrase import UnitPhrase

YEAR_AFTER = re.compile(
    rf"(?:{SPACE}(?:of|in)|,)?(?:{SPACE}(?:the{SPACE})?(?:fiscal|financial)(?:{SPACE}year)?)?{SPACE}"
    rf"(?:(?P<year>{YEAR})(?![0-9]|,[0-9])|(?P<relative>(?:last|this|next|that|the|the{SPACE}same){SPACE}year)\b)"
)
BEFORE = re.compile(
    r"(?:^|(?<=[\s(“\"'‘-]))(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ \u00a0-]"
    r"(?:fiscal[ \u00a0-])?\Z"
)
MONTHS = {"quarter": 3, "half": 6}
MONTHS_OF = {"month": 1, "quarter": 3}
SPORT_REACH = 120


def part_of_year(reader: Reader, start: int, word: str) -> Reading | None:
    """A quarter or half told by its number; not the quarters of a game."""
    before = reader.claim(start, BEFORE)
    if not before:
        return None
    length, spelled = MONTHS[word.lower()], before["ordinal"].lower()
    number = ordinals().get(spelled) or int(spelled[0])
    return _part(reader, start - len(before[0]), start + len(word), number, length) if number * length <= 12 else None


def months_of_year(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "the first nine months of 2015", "the last two quarters of this year"."""
    year_after = YEAR_AFTER.match(reader.text, phrase.end) if phrase.step in ("first", "last", "final") else None
    length = MONTHS_OF.get(phrase.unit, 12) * (phrase.amount or 12 if phrase.quantity else 12)
    if not year_after or length >= 12:
        return None
    month = 1 if phrase.step == "first" else 13 - length
    year, end = _year_after(reader, phrase.start, year_after, month + length - 1), year_after.end()
    if year is None:
        return Reading(phrase.start, end, "period", None, "part-of-year")
    moment, explicit = Moment(year, month), bool(year_after["year"])
    return Reading(phrase.start, end, "period", calendar.months(year, month, length), "part-of-year", moment, explicit)


def _year_after(reader: Reader, begin: int, after: re.Match[str], last_month: int) -> int | None:
    """The year behind a part of it; "the year" is the one before where its part was over and has yet to come."""
    if after["year"]:
        return int(after["year"])
    words, published = after["relative"], reader.timeline.published
    if words != "the year":
        return relative_year(reader.timeline, words)
    if published is None:
        return None
    is_over = last_month > published.month and tense(reader.text, begin, after.end()) == "past"
    return published.year - is_over


def quarter_code(reader: Reader, start: int, word: str) -> Reading | None:
    """ "Q3 2019", "Q3"."""
    return _part(reader, start, start + len(word), int(word[1]), MONTHS["quarter"])


def _part(reader: Reader, begin: int, end: int, number: int, length: int) -> Reading | None:
    after = YEAR_AFTER.match(reader.text, end)
    if after:
        year = _year_after(reader, begin, after, number * length)
    elif length != MONTHS["quarter"] or _tells_sport(reader, begin, end):
        return None
    else:
        year = _last_year_of(reader, begin, end, number)
    end = after.end() if after else end
    if year is None:
        return Reading(begin, end, "period", None, "part-of-year")
    month = (number - 1) * length + 1
    value, explicit = calendar.months(year, month, length), bool(after and after["year"])
    return Reading(begin, end, "period", value, "part-of-year", Moment(year, month), explicit)


@cache
def _sport() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){trie(closed('sport'))}(?![a-z])")


def _tells_sport(reader: Reader, begin: int, end: int) -> bool:
    """Whether a word of sport stands near: an article is searched once, and all its quarters look it up."""
    if reader.sport is None:
        reader.sport = [match.start() for match in _sport().finditer(reader.text)]
    at = bisect_left(reader.sport, begin - SPORT_REACH)
    return at < len(reader.sport) and reader.sport[at] < end + SPORT_REACH


def _last_year_of(reader: Reader, begin: int, end: int, quarter: int) -> int | None:
    """The year of the last such quarter that was over at publication; of the running or coming one, if so told."""
    published = reader.timeline.published
    if published is None:
        return None
    running = (published.month - 1) // MONTHS["quarter"] + 1
    if tense(reader.text, begin, end) == "future":
        return published.year + (quarter < running)
    return published.year - (quarter >= running)
