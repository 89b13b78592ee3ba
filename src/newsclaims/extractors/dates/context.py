"""What a weekday, or a date without a year, is counted from: publication, and the dates spoken of before."""

from __future__ import annotations

import datetime
import re

from attrs import define

from newsclaims.extractors.dates.calendar import Moment, make_date
from newsclaims.extractors.dates.tense import Look, look

# An explicit year so far from the year of publication is of another time than the report.
NEAR_YEARS = 1
DEICTIC_WEIGHT = 3
FOUR_FIGURES = 1000
TOLD_DATES = 2
LONG_HISTORY = 6
HALF_YEAR = 6
SOON = 4
# A date so many days nearer than another is meant even against the tense: news writes far dates with their year.
AGAINST_TENSE, AGAINST_SURE_TENSE = 200, 330
LONGEST_SENTENCE = 600
SENTENCE_BETWEEN = re.compile(r"[.!?][\"'”’)]*\s|\n")
# "the Nov. 8 election": the verb of the clause does not tell when it is.
MODIFIER = re.compile(r"[ \u00a0][a-z]")
MODIFIED = ("the ", "the\u00a0", "'s ", "’s ", "s' ", "s’ ", "eir ", "his ", "her ", "its ", "our ")
# Two figures are a year up to so many years after publication, or after this year where it is not known.
AHEAD = 10
UNDATED = 2019
NO_LOOK = Look(None, False)


def against(days: int, seen: Look) -> int:
    """What counts against a day so many days after publication (before it, where negative), by where the clause looks.

    >>> against(30, Look("past", True)), against(-30, Look("past", True))
    (330, 0)
    """
    if (seen.tense == "past" and days > 0) or (seen.tense == "future" and days < 0):
        return AGAINST_SURE_TENSE if seen.sure else AGAINST_TENSE
    return 0


@define
class Timeline:
    """The dates of one article as they are read: what is published when, and which time was spoken of last."""

    published: datetime.date | None
    """Date of publication."""
    recent: Moment | None = None
    """The moment spoken of last."""
    recent_day: Moment | None = None
    """The day spoken of last."""
    recent_end: int = 0
    """Offset behind the words that named it."""
    story: tuple[int, int] = (0, 0)
    """The year of another time that the last dates shared, and how many they were."""
    distant: int = 0
    """How many explicit years were of another time than the publication's."""
    near: int = 0
    """How many explicit years were of the publication's own time."""
    deictic: int = 0
    """How many dates were counted from publication: weekdays, "yesterday", "last week"."""
    ancient: bool = False
    """Whether a year of less than four figures was named."""
    day_first: bool | None = None
    """Whether the article writes the day before the month; None while it has not shown."""

    def note(self, moment: Moment | None, end: int, *, explicit: bool) -> None:
        """Remember what the text has just named; ``explicit``: with its year."""
        if moment is None:
            return
        self.recent, self.recent_end = moment, end
        if moment.day:
            self.recent_day = moment
        self.ancient = self.ancient or moment.year < FOUR_FIGURES
        far = self.published is None or abs(moment.year - self.published.year) > NEAR_YEARS
        self.distant += far and explicit
        self.near += explicit and not far
        self.deictic += not (explicit or far)
        if not far:
            self.story = (0, 0)
        elif moment.month:
            year, count = self.story
            self.story = (moment.year, count + 1 if year == moment.year else 1)

    @property
    def is_history(self) -> bool:
        """Whether the text tells of another time than that of its publication."""
        return self.distant >= 2 and self.distant > DEICTIC_WEIGHT * self.deictic + self.near

    def full_year(self, figures: int) -> int:
        """The year of two figures: the latest that is not more than ten years after publication.

        >>> Timeline(None).full_year(16), Timeline(datetime.date(2025, 1, 20)).full_year(84)
        (2016, 1984)
        """
        latest = (self.published.year if self.published else UNDATED) + AHEAD
        return latest - (latest - figures) % 100

    def told_year(self, text: str, start: int) -> int | None:
        """The year that the story is in, where it is not that of the publication."""
        if self.recent is None:
            return None
        if self.published is None or self.story[1] >= TOLD_DATES:
            return self.recent.year
        if self.is_history and (self.recent.month or self.distant >= LONG_HISTORY):
            return self.recent.year
        is_told = self.story[1] and self.recent.month and self._same_sentence(text, start)
        return self.recent.year if is_told else None

    def _same_sentence(self, text: str, start: int) -> bool:
        near = start - self.recent_end <= LONGEST_SENTENCE
        return near and SENTENCE_BETWEEN.search(text, self.recent_end, start) is None

    def year_of(self, text: str, start: int, end: int, month: int, day: int | None) -> int | None:
        """The year of a month or day without one: that of the story, else by tense, else the nearest."""
        told = self.told_year(text, start)
        if told is not None and self.recent and self.recent.month and month + HALF_YEAR <= self.recent.month:
            return told + 1  # the story goes on: "in the fall of 2007 ... by Jan. 18"
        if told is not None or self.published is None:
            return told
        recent = self.recent
        goes_on = day is None and recent is not None and recent.month in (month, month - 1)
        if goes_on and recent and self._same_sentence(text, start):  # "in January, in February"
            return recent.year
        is_modifier = day is not None and MODIFIER.match(text, end) and text.endswith(MODIFIED, 0, start)
        return nearest_year(self.published, month, day, NO_LOOK if is_modifier else look(text, start, end))


def nearest_year(base: datetime.date, month: int, day: int | None, seen: Look) -> int:
    """The year that puts a month or day nearest to the base, on the side that the clause looks to.

    >>> base = datetime.date(2025, 1, 20)
    >>> nearest_year(base, 12, 10, NO_LOOK), nearest_year(base, 12, 10, Look("future", True))
    (2024, 2025)
    """

    def distance(year: int) -> tuple[bool, int]:
        months = (year - base.year) * 12 + month - base.month
        date = make_date(year, month, day) if day else None
        days = (date - base).days if date else months * 30
        return (day is not None and date is None, abs(days) + against(days, seen))

    return min((base.year, base.year - 1, base.year + 1), key=distance)


def weekday_date(base: datetime.date, weekday: int, seen: Look) -> datetime.date | None:
    """The weekday that a report means: the last one, the day of publication among them, or the coming one.

    Where the clause may look ahead ("she is restoring peace Sunday"), the nearer of the two.

    >>> weekday_date(datetime.date(2025, 1, 20), 7, Look("past", True))
    datetime.date(2025, 1, 19)
    >>> weekday_date(datetime.date(2025, 1, 20), 4, Look("future", False))
    datetime.date(2025, 1, 23)
    """
    ahead = (weekday - base.isoweekday()) % 7
    looks_ahead = seen.tense == "future" and (seen.sure or ahead <= SOON)
    try:
        return base + datetime.timedelta(days=ahead if looks_ahead or not ahead else ahead - 7)
    except OverflowError:
        return None
