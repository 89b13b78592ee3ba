"""What a weekday, or a date without a year, is counted from: the tense of its clause, the dates spoken of before."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Literal

from attrs import define

from newsclaims import lexicons
from newsclaims.extractors.dates.calendar import Moment, make_date

Tense = Literal["past", "future"]

REACH = 110
MAX_WORDS = 14
ENDS = (".", "!", "?", ";", ":")
MARKS = ".,;:!?\"'“”‘’()[]"
WEAK_FUTURE = frozenset({"by", "until", "till", "through", "before"})
BE = frozenset({"be", "is", "are"})
# An explicit year so far from the year of publication is of another time than the report.
NEAR_YEARS = 1
HISTORY = 3
FOUR_FIGURES = 1000
# Two figures are a year up to so many years after publication, or after this year where it is not known.
AHEAD = 10
UNDATED = 2019


@cache
def _past_forms() -> frozenset[str]:
    forms = {form for base, rest in lexicons.table("irregular_verbs").items() for form in rest if form != base}
    return frozenset(forms | {"was", "were", "had", "did"})


@cache
def _future_cues() -> frozenset[str]:
    return lexicons.words("date_future_cues")


@cache
def _schedule_verbs() -> frozenset[str]:
    return lexicons.words("date_schedule_verbs")


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 3) or word in _past_forms()


def _is_future(word: str) -> bool:
    return word in _future_cues() or word.endswith(("'ll", "’ll"))


def _clause_before(text: str, start: int) -> list[str]:
    """Words of the clause before an offset, the nearest first, without marks."""
    found = []
    begin = max(0, start - REACH)
    for word in reversed(text[max(begin, text.rfind("\n", begin, start) + 1) : start].split()):
        if word.endswith(ENDS) and len(word) > 4:
            break
        found.append(word.strip(MARKS))
        if len(found) == MAX_WORDS:
            break
    return found


def _clause_after(text: str, end: int) -> list[str]:
    """Words of the clause behind an offset, without marks."""
    found = []
    for word in text[end : end + REACH].partition("\n")[0].split():
        found.append(word.strip(MARKS))
        if (word.rstrip("\"”'’").endswith(ENDS) and len(word) > 4) or len(found) == MAX_WORDS:
            break
    return found


def _tense_before(words: list[str]) -> Tense | None:
    weak = bool(words) and words[0] in WEAK_FUTURE
    for i, word in enumerate(words):
        if _is_future(word):
            return "future"
        if word == "to" and i + 1 < len(words) and words[i + 1] in BE:
            return "future"
        if i < 2 and (word in _schedule_verbs() or word in BE):
            return "future"
        if _is_past(word):
            auxiliaries = words[i + 1 : i + 4]
            if "be" in auxiliaries or any(map(_is_future, auxiliaries[:2])):
                return "future"
            return "future" if weak and i > 3 else "past"
    return "future" if weak else None


def _tense_after(words: list[str]) -> Tense | None:
    for i, word in enumerate(words):
        if _is_future(word):
            return "future"
        if word == "to" and i and words[i - 1] in BE:
            return "future"
        if _is_past(word):
            return "past"
    return None


def tense(text: str, start: int, end: int) -> Tense | None:
    """Whether the clause round a date looks back or ahead: the nearest verb before it decides, else the first behind.

    >>> tense("The panel will meet Monday, she said.", 20, 26)
    'future'
    >>> tense("She said Monday that the panel will meet.", 9, 15)
    'past'
    """
    return _tense_before(_clause_before(text, start)) or _tense_after(_clause_after(text, end))


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
    distant: int = 0
    """How many explicit years were of another time than the publication's."""
    near: int = 0
    """How many dates were of the publication's own time: weekdays, "yesterday", its own year."""
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
        self.near += not far

    @property
    def is_history(self) -> bool:
        """Whether the text tells of another time than that of its publication."""
        return self.recent is not None and self.distant >= 2 and self.distant > HISTORY * self.near

    def full_year(self, figures: int) -> int:
        """The year of two figures: the latest that is not more than ten years after publication.

        >>> Timeline(None).full_year(16), Timeline(datetime.date(2025, 1, 20)).full_year(84)
        (2016, 1984)
        """
        latest = (self.published.year if self.published else UNDATED) + AHEAD
        return latest - (latest - figures) % 100

    def told_year(self, text: str, start: int) -> int | None:
        """The year that the story is in, where it is not that of the publication."""
        recent = self.recent
        if recent is None:
            return None
        same_paragraph = recent.month is not None and "\n" not in text[self.recent_end : start]
        if self.published is None or self.is_history:
            return recent.year
        if same_paragraph and abs(recent.year - self.published.year) > NEAR_YEARS:
            return recent.year
        return None

    def year_of(self, text: str, start: int, end: int, month: int, day: int | None) -> int | None:
        """The year of a month or day without one: that of the story, else by tense, else the nearest."""
        told = self.told_year(text, start)
        if told is not None or self.published is None:
            return told
        return nearest_year(self.published, month, day, tense(text, start, end))


def nearest_year(base: datetime.date, month: int, day: int | None, tense: Tense | None) -> int:
    """The year that puts a month or day nearest to the base, on the side that the tense asks for.

    >>> base = datetime.date(2025, 1, 20)
    >>> nearest_year(base, 12, 10, None), nearest_year(base, 12, 10, "future"), nearest_year(base, 1, 19, "past")
    (2024, 2025, 2025)
    """

    def distance(year: int) -> tuple[int, int]:
        months = (year - base.year) * 12 + month - base.month
        date = make_date(year, month, day) if day else None
        days = (date - base).days if date else months * 30
        wrong_side = (tense == "past" and days > 0) or (tense == "future" and days < 0)
        missing = day is not None and date is None
        return (missing + wrong_side, abs(days))

    return min((base.year, base.year - 1, base.year + 1), key=distance)


def weekday_date(base: datetime.date, weekday: int, tense: Tense | None) -> datetime.date | None:
    """The weekday that a report means: the last one, the day of publication among them, or the coming one.

    >>> weekday_date(datetime.date(2025, 1, 20), 7, "past")
    datetime.date(2025, 1, 19)
    """
    ahead = (weekday - base.isoweekday()) % 7
    try:
        return base + datetime.timedelta(days=ahead if tense == "future" or not ahead else ahead - 7)
    except OverflowError:
        return None
