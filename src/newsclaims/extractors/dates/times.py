"""Times of a day as anchors of their own: "at 10 a.m. Monday", "noon", "this morning", "the following night"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar, clock
from newsclaims.extractors.dates.any_day import read_any_day
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import SPACE

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

DAY_AFTER = re.compile(rf",?{SPACE}(?:on{SPACE})?(?=[A-Z0-9ty])")
RELATIVE_AFTER = re.compile(rf"{SPACE}(?:last|next|this){SPACE}(?=[A-Z])")
GLUED_BEFORE = frozenset("$£€¥#/.,:+-–_'’")
SENTENCE_BETWEEN = re.compile(r"[.!?]\s|\n")
SAME_SENTENCE = 160
NO_NOON = re.compile(rf"(?:{SPACE}|-)(?:blue|mass|oil|snack|sun|train)\b")
PART_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?P<words>(?:(?P<determiner>[Tt]he|[Tt]his|[Tt]hat){SPACE})?"
    rf"(?:(?P<step>[Ll]ast|[Ss]ame|[Ff]ollowing|[Nn]ext|[Pp]revious|[Ee]very|[Ee]ach){SPACE})?)\Z"
)
PART_BESIDE = re.compile(rf"{SPACE}(?P<side>before|after)(?={SPACE}?[,.;:)\n]|\Z)")
STEPS = {"following": 1, "next": 1, "previous": -1, "same": 0, "": 0}
LAST_PARTS = frozenset({"night", "evening"})


def clock_time(reader: Reader, start: int, word: str) -> Reading | None:
    """ "10 a.m.", "10.45pm", "at 14:30", "noon", alone or with its day behind it: "9am on Tuesday"."""
    if start and reader.text[start - 1] in GLUED_BEFORE:
        return None
    found = clock.read_clock(reader, start)
    if not found or (not word[0].isdigit() and NO_NOON.match(reader.text, found.end)):
        return None
    day, kind = _day_after(reader, found.end), clock.kind_of(found)
    if day:
        value = clock.at_clock(found, day.value) if day.value else None
        return day._replace(start=start, kind=kind, value=value, rule="clock-and-day")
    return Reading(start, found.end, kind, clock.at_clock(found, _day_before(reader, start)), "clock")


def _day_after(reader: Reader, end: int) -> Reading | None:
    """The day that follows a clock time directly."""
    match = DAY_AFTER.match(reader.text, end)
    found = read_any_day(reader, match.end()) if match else None
    if match and found and found.start == match.end() and found.kind == "date":
        return found
    match = RELATIVE_AFTER.match(reader.text, end)
    found = read_any_day(reader, match.end()) if match else None
    return found if found and found.kind == "date" and found.rule == "weekday" else None


def _day_before(reader: Reader, start: int) -> str | None:
    """The day spoken of before in the same sentence."""
    timeline = reader.timeline
    day, end = timeline.recent_day, timeline.recent_end
    if day is None or day is not timeline.recent or start - end > SAME_SENTENCE:
        return None
    return None if SENTENCE_BETWEEN.search(reader.text, end, start) else day.iso


def part_of_day(reader: Reader, start: int, word: str) -> Reading | None:
    """ "this morning", "last night", "that evening", "the following night", "the night before"."""
    end, before = start + len(word), PART_BEFORE.search(reader.left(start))
    if reader.text[end : end + 1] == "-" or not before or not before["words"]:
        return None
    begin, step = start - len(before["words"]), (before["step"] or "").lower()
    determiner, timeline = (before["determiner"] or "").lower(), reader.timeline
    if step in ("every", "each"):
        return Reading(begin, end, "set", "P1D", "every-part")
    beside = PART_BESIDE.match(reader.text, end) if determiner == "the" and not step else None
    published = calendar.of_date(timeline.published) if timeline.published else None
    if beside:
        base, count, end = timeline.recent_day, -1 if beside["side"] == "before" else 1, beside.end()
    elif determiner == "this" and not step:
        base, count = published, 0
    elif step == "last" and not determiner and word in LAST_PARTS:
        base, count = published, -1
    elif determiner and step in STEPS and (step or determiner == "that"):
        base, count = timeline.recent_day, STEPS[step]
    else:
        return None
    moment = calendar.shift(base, count, "day") if base else None
    return Reading(begin, end, "time", moment and moment.iso, "part-of-day", moment)
