"""What a weekday, or a date without a year, is counted from: the tense of its clause, the dates spoken of before."""

from __future__ import annotations

import datetime
import re
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
OPENING = ("“", '"', "''", "‘")
CLOSING = ("”", '"', "''", "’")
DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that", "of"})
BE = frozenset({"be", "is", "are"})
# An explicit year so far from the year of publication is of another time than the report.
NEAR_YEARS = 1
DEICTIC_WEIGHT = 3
FOUR_FIGURES = 1000
TOLD_DATES = 2
LONG_HISTORY = 6
HALF_YEAR = 6
# A date so many days nearer than another is meant even against the tense: news writes far dates with their year.
WRONG_SIDE: dict[Tense | None, int] = {"past": 200, "future": 330, None: 0}
SENTENCE_BETWEEN = re.compile(r"[.!?][\"'”’)]*\s|\n")
# "the Nov. 8 election": the verb of the clause does not tell when it is.
MODIFIER = re.compile(r"[ \u00a0][a-z]")
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
    """Words of the clause before an offset, within its quotation, the nearest first, without marks."""
    found = []
    begin = max(0, start - REACH)
    for word in reversed(text[max(begin, text.rfind("\n", begin, start) + 1) : start].split()):
        if word.endswith(ENDS) and len(word) > 4:
            break
        found.append(word.strip(MARKS))
        if len(found) == MAX_WORDS or word.startswith(OPENING):
            break
    return found


def _clause_after(text: str, end: int) -> list[str]:
    """Words of the clause behind an offset, within its quotation, without marks."""
    found = []
    for word in text[end : end + REACH].partition("\n")[0].split():
        found.append(word.strip(MARKS))
        is_last = word.endswith(CLOSING) or (word.endswith(ENDS) and len(word) > 4)
        if is_last or len(found) == MAX_WORDS:
            break
    return found


def _tense_before(words: list[str]) -> Tense | None:
    for i, word in enumerate(words):
        if _is_future(word) or (word == "to" and words[i + 1 : i + 2] and words[i + 1] in BE):
            return "future"
        is_progressive = word in BE and i > 0 and words[i - 1].endswith("ing")
        if is_progressive or (i < 2 and (word in BE or word in _schedule_verbs())):
            return "future"
        if _is_past(word) and not (words[i + 1 : i + 2] and words[i + 1] in DETERMINERS):  # "a contested convention"
            return _of_participle(words[i + 1 : i + 4])
    return None


def _of_participle(auxiliaries: list[str]) -> Tense | None:
    """The tense of a past form by the words before it, the nearest first: "will be held", "is held", "held"."""
    if "be" in auxiliaries or any(map(_is_future, auxiliaries[:2])):
        return "future"
    return None if auxiliaries and auxiliaries[0] in BE else "past"


def _tense_after(words: list[str]) -> Tense | None:
    for i, word in enumerate(words):
        if _is_future(word):
            return "future"
        if word == "to" and i and words[i - 1] in BE:
            return "future"
        if _is_past(word):
            return None if i and words[i - 1] in BE else "past"
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
        return SENTENCE_BETWEEN.search(text, self.recent_end, start) is None

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
        is_modifier = day is not None and MODIFIER.match(text, end) and text.endswith(("the ", "the\u00a0"), 0, start)
        return nearest_year(self.published, month, day, None if is_modifier else tense(text, start, end))


def nearest_year(base: datetime.date, month: int, day: int | None, tense: Tense | None) -> int:
    """The year that puts a month or day nearest to the base, on the side that the tense asks for.

    >>> base = datetime.date(2025, 1, 20)
    >>> nearest_year(base, 12, 10, None), nearest_year(base, 12, 10, "future"), nearest_year(base, 1, 19, "past")
    (2024, 2025, 2025)
    """

    def distance(year: int) -> tuple[bool, int]:
        months = (year - base.year) * 12 + month - base.month
        date = make_date(year, month, day) if day else None
        days = (date - base).days if date else months * 30
        wrong_side = (tense == "past" and days > 0) or (tense == "future" and days < 0)
        return (day is not None and date is None, abs(days) + WRONG_SIDE[tense] * wrong_side)

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
