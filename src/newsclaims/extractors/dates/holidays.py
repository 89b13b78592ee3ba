"""Named days: "Christmas Day", "last Thanksgiving", "Easter 1916", "9/11"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.context import against
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import Look, look
from newsclaims.extractors.dates.vocabulary import SPACE, YEAR, holidays
from newsclaims.extractors.dates.written_day import relative_year

if TYPE_CHECKING:
    import datetime

    from newsclaims.extractors.dates.calendar import Moment
    from newsclaims.extractors.dates.reading import Reader

YEAR_AFTER = re.compile(
    rf",?{SPACE}(?:(?:of|in){SPACE})?(?:(?P<year>{YEAR})(?![0-9]|,[0-9])|(?P<relative>(?:last|this|next|that){SPACE}year)\b)"
)
BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?:(?P<step>[Ll]ast|[Tt]his|[Nn]ext|[Ee]very|[Ee]ach)|"
    rf"(?:[Oo]n|[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|[Oo]ver|[Dd]uring|[Aa]round|past|of)){SPACE}\Z"
)
# "Christmas tree", "Thanksgiving dinner", "Easter Island" are no days.
NOUN_AFTER = re.compile(
    rf"{SPACE}(?:[A-Z]|(?!(?:after|and|as|at|before|but|by|for|in|is|morning|or|to|was|weekend|when|with)\b)[a-z])"
)
SIDES = {"last": Look("past", True), "next": Look("future", True)}


def holiday(reader: Reader, start: int, word: str) -> Reading | None:
    """A named day, by its rule in the lexicon."""
    entry, end = holidays()[word.replace("’", "'")], start + len(word)
    if "year" in entry:
        moment = calendar.Moment(entry["year"], entry["month"], entry["day"])
        return Reading(start, end, "date", moment.iso, "named-day")
    after, before = YEAR_AFTER.match(reader.text, end), BEFORE.search(reader.left(start))
    doubtful = not after and not entry.get("bare")
    if reader.text[end : end + 1] in ("-", "/") or (doubtful and (not before or NOUN_AFTER.match(reader.text, end))):
        return None
    step = (before["step"] or "").lower() if before else ""
    begin = start - len(before[0]) if before and step else start
    if step in ("every", "each"):
        return Reading(begin, end, "set", "P1Y", "every-holiday")
    year = _written_year(reader, after) if after else _meant_year(reader, entry, start, end, step)
    day = day_in(entry, year) if year is not None else None
    moment_of_day: Moment | None = calendar.of_date(day) if day else None
    end, explicit = after.end() if after else end, bool(after and after["year"])
    return Reading(begin, end, "date", moment_of_day and moment_of_day.iso, "holiday", moment_of_day, explicit)


def day_in(entry: dict[str, Any], year: int) -> datetime.date | None:
    """The day on which a holiday falls in a year, by its entry in the lexicon.

    >>> day_in({"month": 11, "weekday": 4, "nth": 4}, 2024)
    datetime.date(2024, 11, 28)
    """
    if "easter" in entry:
        sunday = calendar.easter(year)
        return sunday and calendar.add_days(sunday, entry["easter"])
    if "weekday" in entry:
        date = calendar.nth_weekday(year, entry["month"], entry["weekday"], entry["nth"])
        return date and calendar.add_days(date, entry.get("plus", 0))
    return calendar.make_date(year, entry["month"], entry["day"])


def _written_year(reader: Reader, after: re.Match[str]) -> int | None:
    return int(after["year"]) if after["year"] else relative_year(reader.timeline, after["relative"])


def _meant_year(reader: Reader, entry: dict[str, Any], start: int, end: int, step: str) -> int | None:
    """The year of the story, or that whose holiday is nearest to publication on the side that the words ask for."""
    told, published = reader.timeline.told_year(reader.text, start), reader.timeline.published
    if told is not None or published is None:
        return told
    seen = SIDES.get(step) or look(reader.text, start, end)

    def distance(year: int) -> int:
        date = day_in(entry, year)
        days = (date - published).days if date else calendar.MAX_COUNT
        return abs(days) + against(days, seen)

    return min((published.year, published.year - 1, published.year + 1), key=distance)
