"""Calendar arithmetic and its ISO 8601 names. Nothing here reads a text or a clock.

A stretch is written ``first/end`` and, like every span of this library, holds its first unit and not its end:
``1990/2000`` is the nineties, ``2015-07/2015-10`` the third quarter, ``2025-01-03/2025-01-06`` the 3rd to the 5th.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

ONE_DAY = datetime.timedelta(days=1)
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
MAX_COUNT = 9999
KEPT = 1024
"""Stretches remembered: an article names the same few over and over."""


class Moment(NamedTuple):
    """A year, month, day or ISO week: what is not said is None.

    >>> Moment(2025, 1).iso, Moment(2025, week=3).iso, Moment(347).iso
    ('2025-01', '2025-W03', '0347')
    """

    year: int
    month: int | None = None
    day: int | None = None
    week: int | None = None

    @property
    def iso(self) -> str:
        """The ISO 8601 name, as fine as what is known."""
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if self.week is not None:
            return f"{year}-W{self.week:02d}"
        if self.month is None:
            return year
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    @property
    def date(self) -> datetime.date | None:
        """The day, where it is one that exists."""
        if self.month is None or self.day is None:
            return None
        return make_date(self.year, self.month, self.day)

    @property
    def first_date(self) -> datetime.date | None:
        """The first day of the year, month, week or day."""
        if self.week is not None:
            return datetime.date.fromisocalendar(self.year, self.week, 1)
        return make_date(self.year, self.month or 1, self.day or 1)


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None where there is no such day.

    >>> make_date(2025, 2, 30) is None
    True
    """
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def of_date(date: datetime.date) -> Moment:
    """A date as a moment."""
    return Moment(date.year, date.month, date.day)


def of_week(date: datetime.date) -> Moment:
    """The ISO week that holds a date."""
    year, week, _ = date.isocalendar()
    return Moment(year, week=week)


def add_days(date: datetime.date, days: int) -> datetime.date | None:
    """The date so many days on, or None where the calendar ends."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> Moment | None:
    """The month so many months on, or None outside the years 1 to 9999.

    >>> add_months(2025, 1, -2).iso
    '2024-11'
    """
    index = year * 12 + month - 1 + months
    return Moment(index // 12, index % 12 + 1) if 12 <= index < 120_000 else None


def shift(base: Moment, count: int, unit: str) -> Moment | None:
    """The moment so many units after the base (before it, where negative), as fine as the unit.

    None where the base is coarser than the unit or the calendar ends: nobody knows which day "the next day" after
    1724 was.

    >>> shift(Moment(2025, 1, 20), -2, "week").iso, shift(Moment(1724), 2, "year").iso
    ('2025-W02', '1726')
    >>> shift(Moment(1724), 1, "day") is None
    True
    """
    if abs(count) > MAX_COUNT:
        return None
    if unit in DAYS_OF:
        date = base.date or (base.first_date if base.week is not None and unit != "day" else None)
        moved = date and add_days(date, count * DAYS_OF[unit])
        if not moved:
            return None
        return of_date(moved) if unit == "day" else of_week(moved)
    months = MONTHS_OF[unit] * count
    if unit in ("month", "quarter"):
        return add_months(base.year, base.month, months) if base.month else None
    year = base.year + months // 12
    return Moment(year) if 1 <= year <= 9999 else None


def stretch(first: Moment, end: Moment | None) -> str | None:
    """A stretch from its first unit up to its end, which is not part of it."""
    return f"{first.iso}/{end.iso}" if end else None


def after(moment: Moment) -> Moment | None:
    """The year, month, week or day that follows.

    >>> after(Moment(2024, 12)).iso, after(Moment(2024, 2, 29)).iso
    ('2025-01', '2024-03-01')
    """
    if moment.week is not None:
        return shift(moment, 1, "week")
    unit = "day" if moment.day else "month" if moment.month else "year"
    return shift(moment, 1, unit)


def through(first: Moment, last: Moment) -> str | None:
    """The stretch that holds both units and all between them; None where the last comes first.

    >>> through(Moment(2012), Moment(2013)), through(Moment(2025, 1, 30), Moment(2025, 2, 2))
    ('2012/2014', '2025-01-30/2025-02-03')
    """
    earliest, latest = first.first_date, last.first_date
    if not earliest or not latest or latest < earliest:
        return None
    return stretch(first, after(last))


def years(first: int, count: int) -> str | None:
    """A decade or century by its first year.

    >>> years(1990, 10)
    '1990/2000'
    """
    return stretch(Moment(first), Moment(first + count)) if 0 <= first <= 9999 - count else None


@lru_cache(maxsize=KEPT)
def months(year: int, month: int, count: int) -> str | None:
    """A season, quarter or half year by its first month.

    >>> months(2014, 12, 3)
    '2014-12/2015-03'
    """
    return stretch(Moment(year, month), add_months(year, month, count))


def weekend(date: datetime.date) -> str | None:
    """The Saturday and Sunday of the ISO week that holds a date.

    >>> weekend(datetime.date(2025, 1, 20))
    '2025-01-25/2025-01-27'
    """
    saturday = add_days(date, 6 - date.isoweekday())
    return through(of_date(saturday), of_date(saturday + ONE_DAY)) if saturday and saturday.year < 9999 else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date | None:
    """The nth Monday (1) to Sunday (7) of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 4, 4)
    datetime.date(2024, 11, 28)
    """
    first = make_date(year, month, 1)
    if first is None:
        return None
    date = add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1 if nth > 0 else 4))
    return add_days(date, -7) if date and date.month != month else date


def easter(year: int) -> datetime.date | None:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return make_date(year, month, day + 1)
