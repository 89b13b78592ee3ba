"""Units of time told by where they lie: "this week", "last year", "that day", "the past five years"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar, counts
from newsclaims.extractors.dates.parts_of_year import months_of_year
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import tense
from newsclaims.extractors.dates.unit_phrase import CLOCK_UNITS, COMING, PASSED, STEPS, UnitPhrase, read_unit_phrase
from newsclaims.extractors.dates.vocabulary import SPACE, ordinal, ordinal_pattern
from newsclaims.extractors.dates.written_day import place, read_day, read_month

if TYPE_CHECKING:
    import datetime

    from newsclaims.extractors.dates.calendar import Moment
    from newsclaims.extractors.dates.reading import Reader

OF = re.compile(rf"{SPACE}of{SPACE}")
OF_MONTH = re.compile(rf"{SPACE}(?:of|in){SPACE}(?=[A-Z])")
LAST_WEEK = 5
"""The last week of a month; where a month has four, the fourth."""
WITHIN = re.compile(rf"\b(?:[Oo]ver|[Ii]n|[Ww]ithin|[Ff]or|[Dd]uring|[Tt]hroughout|[Bb]y){SPACE}\Z")
BESIDE = re.compile(rf"{SPACE}(?P<side>before|after)(?={SPACE}?[,.;:)\n]|\Z)")
RUNNING = re.compile(
    rf"\b(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Ss]o{SPACE}far){SPACE}in{SPACE}\Z|\b(?:end|rest|start|beginning|remainder|middle){SPACE}of{SPACE}\Z"
)
ENDED = re.compile(rf"\bend{SPACE}of{SPACE}\Z")
AT_WEEKEND = re.compile(rf"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Tt]hroughout){SPACE}\Z")
ANAPHORIC = frozenset({"same", "following", "previous", "preceding"})
NEEDS_DETERMINER = frozenset({"past", "coming", "current", "upcoming", "same", "following", "previous", "preceding"})
STRETCHES = frozenset({"weekend", "quarter", "decade", "century"})
SATURDAY = 6
HALF_YEAR = 6
MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "to", "will", "would"})
DAY_ANCHORED = frozenset({"day", "week", "weekend"})


def unit(reader: Reader, start: int, word: str) -> Reading | None:
    """A word for a unit of time with what stands round it; alone it is no date."""
    phrase = read_unit_phrase(reader, start, word)
    if phrase is None:
        return None
    for rule in BARE_RULES if phrase.bare else PHRASE_RULES:
        reading = rule(reader, phrase)
        if reading is not None:
            return reading
    return None


def stretch(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "the past five years", "the next two weeks", "over the next year": up to, or from, publication."""
    counted = phrase.quantity is not None and phrase.step in PASSED | COMING
    several = phrase.plural and phrase.determiner == "the" and phrase.step in PASSED | COMING
    one = phrase.step == "past" and phrase.determiner == "the"
    ahead = phrase.step in ("next", "coming") and phrase.determiner == "the"
    ahead = ahead and WITHIN.search(reader.left(phrase.start)) is not None
    if not (counted or several or one or ahead) or phrase.unit in CLOCK_UNITS:
        return None
    is_verb = phrase.step == "last" and reader.word_before(phrase.start) in MODALS  # "would last four years"
    if is_verb or OF.match(reader.text, phrase.end):
        return None
    rule = "last-units" if phrase.step in PASSED else "next-units"
    return Reading(phrase.start, phrase.end, "period", _stretch_value(reader, phrase), rule)


def _stretch_value(reader: Reader, phrase: UnitPhrase) -> str | None:
    timeline = reader.timeline
    spoken = timeline.recent_day.date if timeline.recent_day else None
    base = spoken if spoken and timeline.is_history else timeline.published
    amount = phrase.amount if phrase.quantity else None if phrase.plural else 1
    if base is None or amount is None or phrase.unit == "weekend":
        return None
    other = _moved(base, amount * STEPS[phrase.step], phrase.unit)
    return "/".join(date.isoformat() for date in sorted((base, other))) if other else None


def _moved(base: datetime.date, count: int, unit: str) -> datetime.date | None:
    """The same day so many units on; the last of the month where it has no such day."""
    if abs(count) > calendar.MAX_COUNT:
        return None
    if unit in calendar.DAYS_OF:
        return calendar.add_days(base, count * calendar.DAYS_OF[unit])
    month = calendar.add_months(base.year, base.month, count * calendar.MONTHS_OF[unit])
    if month is None:
        return None
    days = (calendar.make_date(month.year, month.month or 1, base.day - less) for less in range(4))
    return next(filter(None, days), None)


def this_unit(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "this week", "last year", "next month": told from publication."""
    if phrase.plural or phrase.quantity or phrase.determiner in ("that", "these", "those"):
        return None
    if phrase.unit in CLOCK_UNITS or phrase.unit == "day" or phrase.step in ANAPHORIC:
        return None
    if not phrase.determiner and phrase.step in NEEDS_DETERMINER:
        return None
    if phrase.step in ("first", "final") or (not phrase.step and phrase.determiner != "this"):
        return None
    if phrase.determiner == "the" and (phrase.step == "next" or OF.match(reader.text, phrase.end)):
        return None
    count = STEPS.get(phrase.step, 0)
    if phrase.unit == "weekend" and phrase.determiner == "this" and not phrase.step:
        count = _weekend_step(reader, phrase, default=0)
    return _reading(phrase, _published(reader), count)


def _weekend_step(reader: Reader, phrase: UnitPhrase, *, default: int) -> int:
    """Whether a weekend is that of the week of publication (0) or the one before (-1)."""
    published = reader.timeline.published
    if published is None or published.isoweekday() >= SATURDAY:
        return 0
    return {"past": -1, "future": 0, None: default}[tense(reader.text, phrase.start, phrase.end)]


def _published(reader: Reader) -> Moment | None:
    published = reader.timeline.published
    return calendar.of_date(published) if published else None


def that_unit(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "that year", "the same day", "the following month", "the next day": told from what was spoken of before."""
    anaphoric = (phrase.determiner == "that" and phrase.step in ("", "same")) or (
        phrase.determiner == "the" and phrase.step in ANAPHORIC | {"next"}
    )
    if not anaphoric or phrase.plural or phrase.quantity or phrase.unit in CLOCK_UNITS:
        return None
    return _reading(phrase, _spoken_of(reader, phrase), STEPS.get(phrase.step, 0))


def _spoken_of(reader: Reader, phrase: UnitPhrase) -> Moment | None:
    return reader.timeline.recent_day if phrase.unit in DAY_ANCHORED else reader.timeline.recent


def the_unit(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "the day before", "later in the year", "the end of the month", "over the weekend"."""
    if phrase.determiner != "the" or phrase.step or phrase.quantity or phrase.plural or phrase.unit in CLOCK_UNITS:
        return None
    beside = BESIDE.match(reader.text, phrase.end)
    if beside:
        reading = _reading(phrase, _spoken_of(reader, phrase), -1 if beside["side"] == "before" else 1)
        return reading._replace(end=beside.end())
    left, timeline = reader.left(phrase.start), reader.timeline
    published = _published(reader)
    if phrase.unit == "weekend" and AT_WEEKEND.search(left):
        return _reading(phrase, published, _weekend_step(reader, phrase, default=-1))
    if phrase.unit == "day" or not RUNNING.search(left):
        return None
    is_over = ENDED.search(left) is not None and tense(reader.text, phrase.start, phrase.end) == "past"
    is_over = is_over and published is not None and (published.month or 0) <= HALF_YEAR
    return _reading(phrase, timeline.recent if timeline.is_history else published, -1 if is_over else 0)


def week_of(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "the week of Jan. 20"."""
    of = OF.match(reader.text, phrase.end) if phrase.unit == "week" and not phrase.step and not phrase.plural else None
    written = of and read_day(reader, of.end())
    if not of or not written:
        return None
    _, moment = place(reader, of.end(), written)
    week = calendar.of_week(moment.date) if moment and moment.date else None
    explicit = written.year is not None
    return Reading(phrase.start, written.end, "date", week and week.iso, "week-of", week, explicit=explicit)


@cache
def _nth_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<nth>[Ll]ast|[Ff]inal|[Ff]irst|{ordinal_pattern()}){SPACE}\Z")


def week_of_month(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "the third week of August": the ISO week that holds most of its days."""
    of = OF_MONTH.match(reader.text, phrase.end) if phrase.unit == "week" and not phrase.plural else None
    start = phrase.end - len("week")
    before = reader.claim(start, _nth_before()) if of else None
    month = read_month(reader, of.end()) if before and of else None
    if not before or not month:
        return None
    name = before["nth"].lower()
    nth = LAST_WEEK if name in ("last", "final") else ordinal(name)
    _, moment = place(reader, start, month)
    middle = calendar.make_date(moment.year, month.month, 7 * nth - 3) if moment and nth <= LAST_WEEK else None
    if middle is None and nth == LAST_WEEK and moment:
        middle = calendar.make_date(moment.year, month.month, 7 * nth - 10)
    week = calendar.of_week(middle) if middle else None
    explicit = month.year is not None
    return Reading(start - len(before[0]), month.end, "date", week and week.iso, "week-of-month", week, explicit)


def _reading(phrase: UnitPhrase, base: Moment | None, count: int) -> Reading:
    """The unit so many units from the one that holds the base."""
    unit = phrase.unit
    if unit in STRETCHES:
        value = _stretch_of(unit, base, count) if base else None
        return Reading(phrase.start, phrase.end, "period", value, "relative-unit")
    moment = calendar.shift(base, count, unit) if base else None
    return Reading(phrase.start, phrase.end, "date", moment and moment.iso, "relative-unit", moment)


def _stretch_of(unit: str, base: Moment, count: int) -> str | None:
    if unit == "weekend":
        moved = base.date and calendar.add_days(base.date, 7 * count)
        return calendar.weekend(moved) if moved else None
    if unit == "quarter":
        first = base.month and calendar.add_months(base.year, base.month - (base.month - 1) % 3, 3 * count)
        return calendar.months(first.year, first.month or 1, 3) if first else None
    size = 10 if unit == "decade" else 100
    return calendar.years(base.year - base.year % size + size * count, size)


# The first that reads a date wins.
PHRASE_RULES = (
    counts.counted,
    counts.from_day,
    counts.repeated,
    months_of_year,
    stretch,
    counts.in_count,
    week_of,
    week_of_month,
    this_unit,
    that_unit,
    the_unit,
)
BARE_RULES = (counts.counted, week_of, week_of_month)
"""Those that read a unit with nothing before it: "years ago", "week of Jan. 20"."""
