"""Days counted from publication: "today", "yesterday morning", "tonight", "the day after tomorrow"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar, clock
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import tense
from newsclaims.extractors.dates.vocabulary import SPACE, closed, either

if TYPE_CHECKING:
    import datetime

    from newsclaims.extractors.dates.reading import Reader

BESIDE_BEFORE = re.compile(rf"\b[Tt]he{SPACE}day{SPACE}(?P<side>before|after){SPACE}\Z")
NOWADAYS_AFTER = re.compile(rf"{SPACE}(?:as|than)\b|['’]s{SPACE}(?:society|standards|world|young|youth)\b")
# "Today" within a sentence is a broadcast or a paper.
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;—–-][\"'”’)]*[ \u00a0]+|(?:^|[.!?,:;—–-][ \u00a0]+)[\"'“‘(]+)\Z")
NOWADAYS_REACH = 50


@cache
def _part_after() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}(?:(?:early|late|mid){SPACE})?{either(closed('parts'))}(?P<plural>s?)\b")


def day_reading(start: int, end: int, date: datetime.date | None, rule: str) -> Reading:
    """A day as a reading."""
    moment = calendar.of_date(date) if date else None
    return Reading(start, end, "date", moment and moment.iso, rule, moment)


def with_part(reader: Reader, day: Reading) -> Reading:
    """A day with the part of it, or the time, that follows: "Monday night", "yesterday at 3 p.m."."""
    part = _part_after().match(reader.text, day.end)
    if not part:
        return clock.with_time(reader, day)
    if part["plural"]:
        return day._replace(end=part.end(), kind="set", moment=None)
    timed = clock.with_time(reader, day._replace(end=part.end()))
    return timed._replace(kind="time") if timed.kind == "date" else timed


def deictic_day(reader: Reader, start: int, word: str) -> Reading | None:
    """ "today", "yesterday", "tomorrow", "tonight"; not "today" for nowadays."""
    name, end, published = word.lower(), start + len(word), reader.timeline.published
    if word != name and not OPENS_SENTENCE.search(reader.left(start)):
        return None
    if name == "today" and _means_nowadays(reader, start, end):
        return None
    step = closed("days")[name]
    beside = reader.claim(start, BESIDE_BEFORE) if step else None
    if beside:
        step += 1 if beside["side"] == "after" else -1
    date = calendar.add_days(published, step) if published else None
    reading = with_part(reader, day_reading(start - (len(beside[0]) if beside else 0), end, date, "deictic-day"))
    return reading._replace(kind="time") if name == "tonight" and reading.kind == "date" else reading


def _means_nowadays(reader: Reader, start: int, end: int) -> bool:
    before = [word.strip(".,;:'\"“”’").lower() for word in reader.text[max(0, start - NOWADAYS_REACH) : start].split()]
    if before and (before[-1] in closed("nowadays") or "still" in before):
        return True
    if NOWADAYS_AFTER.match(reader.text, end):
        return True
    return reader.timeline.is_history and tense(reader.text, start, end) is None
