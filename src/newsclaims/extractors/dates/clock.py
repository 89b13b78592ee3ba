"""Clock times as written: "10 a.m.", "10.45pm", "14:30 GMT", "noon", "2-4 p.m.", "3 o'clock"."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.dates.vocabulary import DASH, SPACE, closed, either

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader, Reading
    from newsclaims.model import DateKind

HOURS = r"2[0-3]|1[0-9]|0?[0-9]"
BARE_HALF = r"[ap]m\b|[AP]M\b|[ap]\. ?m\b\.?|[AP]\. ?M\b\.?"
HALF = rf"(?P<half>{BARE_HALF})"
BARE_CUE = re.compile(
    rf"\b(?:[Aa]t|[Bb]y|[Uu]ntil|till|[Ff]rom|to|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|[Ss]ince|[Bb]etween|and){SPACE}\Z"
)
COLON = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:]|[-–.][0-9])")
FOUR_FIGURES = re.compile(
    rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]){SPACE}?(?:GMT|UTC|hours|hrs|local{SPACE}time)\b"
)
O_CLOCK = re.compile(
    rf"(?P<hour>1[0-2]|[1-9]){SPACE}o['’]clock\b"
    rf"(?:{SPACE}(?:in{SPACE}the{SPACE}(?:(?P<morning>morning)|(?P<later>afternoon|evening))|at{SPACE}(?P<night>night)))?"
)
WORD = re.compile(r"noon\b|midnight\b")
# What stands behind the figures of every clock time: a cheap look before five patterns.
OPENING = re.compile(rf"[0-9]{{1,4}}{SPACE}?(?:[:.apAPtuo–—GUhl\-])|[nm]")
WORDS = {"noon": "T12:00", "midnight": "T00:00"}
BETWEEN = ("between ", "Between ")
HALF_DAY = 12


class Clock(NamedTuple):
    """A time of day, or a stretch of it, as ISO 8601 writes it behind a date."""

    end: int
    value: str | None
    """None where the half of the day is not said: "3 o'clock"."""
    last: str | None = None
    """The other end: "2-4 p.m." shares its half of the day, and so is one stretch."""


@cache
def _zone() -> re.Pattern[str]:
    zones = either(closed("zones"))
    return re.compile(rf"(?:{SPACE}(?:{zones}\b|\({zones}\)|local{SPACE}time\b|[Ee]astern(?:{SPACE}[Tt]ime)?\b))?")


@cache
def _half_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<from_hour>{HOURS})(?:[:.](?P<from_minute>[0-5][0-9]))?(?:{SPACE}?(?P<from_half>{BARE_HALF}))?"
        rf"(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?P<joint>to|and|until){SPACE}))?"
        rf"(?P<hour>{HOURS})(?:[:.](?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?{SPACE}?{HALF}"
    )


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(
        rf",?{SPACE}(?:(?:at|by|around|about){SPACE})?(?=[0-9])|{SPACE}(?:at{SPACE})?(?=noon\b|midnight\b)"
    )


def _value(hour: str, minute: str | None, half: str = "") -> str:
    number = int(hour)
    if half:
        number = number % HALF_DAY + (HALF_DAY if half[0] in "pP" else 0)
    return f"T{number:02d}:{minute or '00'}"


def _read_half_day(text: str, match: re.Match[str]) -> Clock | None:
    """A time with its half of the day; the first of two shares it, unless it would then come last."""
    hour, half = int(match["hour"]), match["half"]
    if hour > HALF_DAY and half[0] in "aA":
        return None
    end, value = _end_of_zone(text, match.end()), _value(match["hour"], match["minute"], half)
    if not match["from_hour"]:
        return Clock(end, value)
    if match["from_half"]:
        return Clock(end, _value(match["from_hour"], match["from_minute"], match["from_half"]), value)
    crosses = half[0] in "pP" and int(match["from_hour"]) % HALF_DAY > hour % HALF_DAY
    return Clock(end, _value(match["from_hour"], match["from_minute"], "a" if crosses else half), value)


def _end_of_zone(text: str, end: int) -> int:
    zone = _zone().match(text, end)
    return zone.end() if zone else end


def read_clock(reader: Reader, start: int) -> Clock | None:
    """The clock time written at an offset; a bare "14:30" needs a zone behind it or a preposition before it."""
    text = reader.text
    if OPENING.match(text, start) is None:
        return None
    match = _half_day().match(text, start)
    if match and match["from_half"] and match["joint"] == "and" and not text.endswith(BETWEEN, 0, start):
        match = _half_day().match(text, start, match.end("from_half"))  # "at 9am and 2pm": two times
    if match:
        return _read_half_day(text, match)
    match = WORD.match(text, start)
    if match:
        return Clock(match.end(), WORDS[match[0]])
    match = FOUR_FIGURES.match(text, start)
    if match:
        return Clock(match.end(), _value(match["hour"], match["minute"]))
    match = O_CLOCK.match(text, start)
    if match:
        half = "a" if match["morning"] else "p" if match["later"] or match["night"] else ""
        return Clock(match.end(), _value(match["hour"], None, half) if half else None)
    match = COLON.match(text, start)
    end = _end_of_zone(text, match.end()) if match else start
    if not match or (end == match.end() and not BARE_CUE.search(reader.left(start))):
        return None
    return Clock(end, _value(match["hour"], match["minute"]))


def kind_of(clock: Clock) -> DateKind:
    """Two ends make a period."""
    return "period" if clock.last else "time"


def at_clock(clock: Clock, day: str | None) -> str | None:
    """The ISO value of a time of day, on a day where one is known."""
    if clock.value is None:
        return day
    first = f"{day or ''}{clock.value}"
    if clock.last is None:
        return first
    over_night = day is not None and clock.last < clock.value
    return f"{first}/{(_next_day(day) if day and over_night else day) or ''}{clock.last}"


def _next_day(day: str) -> str:
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):  # no day of the calendar, or its last
        return day


def with_time(reader: Reader, day: Reading) -> Reading:
    """A day with the time that follows it: "Jan. 20 at 10 a.m."."""
    if day.kind != "date" or (day.moment is not None and day.moment.day is None):
        return day
    after = _after_day().match(reader.text, day.end)
    clock = read_clock(reader, after.end()) if after else None
    if not clock:
        return day
    return day._replace(end=clock.end, kind=kind_of(clock), value=at_clock(clock, day.value) if day.value else None)
