"""Units counted from a day: "two weeks ago", "a year earlier", "ten years later", "in five years' time"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import calendar
from newsclaims.extractors.dates.any_day import read_any_day
from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.tense import tense
from newsclaims.extractors.dates.unit_phrase import CLOCK_UNITS, REPEATED, UnitPhrase
from newsclaims.extractors.dates.vocabulary import SPACE, YEAR

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader
    from newsclaims.model import DateKind

AFTER = re.compile(
    rf"(?:{SPACE}and{SPACE}a{SPACE}(?P<half>half))?{SPACE}(?P<word>ago|earlier|later|previously|beforehand|afterwards?|hence|back|on|"
    rf"from{SPACE}(?:now|today)|before|after|prior)\b"
)
APPOSED_YEAR = re.compile(rf",{SPACE}in{SPACE}(?P<year>{YEAR})(?![0-9]|,[0-9])")
TIME_AFTER = re.compile(rf"['’]s?{SPACE}time\b")
CLAUSE_END = re.compile(rf"[,.;:)”\"](?![0-9])|{SPACE}(?:that|he|she|it|they|and|but)\b|\Z|\n")
FROM_PUBLICATION = {"ago": -1, "back": -1, "from": 1, "hence": 1}
EARLIER = frozenset({"earlier", "previously", "beforehand", "before", "prior"})
NEEDS_CLAUSE_END = frozenset({"before", "after", "prior", "on", "back"})
WITHOUT_NUMBER = frozenset({"ago", "later", "earlier"})
FROM_DAY = re.compile(rf"{SPACE}(?P<word>before|after|from){SPACE}(?=[A-Z0-9ty])")
SECOND_PART = re.compile(rf"\b(?:years?|months?|weeks?|days?|hours?),?{SPACE}(?:and{SPACE})?\Z|[0-9],\Z")
IN_BEFORE = re.compile(rf"(?:^|(?<=[\s(“\"]))[Ii]n{SPACE}\Z")
SUPERLATIVE = re.compile(r"\b(?:first|second|third|only|time|most|least|best|worst|[a-z]{3,}est|once)\b")
OF = re.compile(rf"{SPACE}of\b")
DAY_ANCHORED = frozenset({"day", "week", "fortnight"})
# No date further back is what "earlier" is earlier than.
TOLD_REACH = 600
PERIODS = {
    "day": (1, "D"),
    "week": (1, "W"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
}


def counted(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "two weeks ago", "a year earlier", "ten years later", "weeks ago"."""
    if phrase.step or phrase.determiner:
        return None
    after = AFTER.match(reader.text, phrase.end)
    if not after or SECOND_PART.search(reader.left(phrase.start)):
        return None
    word = re.split(r"\s", after["word"])[0]
    if phrase.quantity is None and (not phrase.plural or word not in WITHOUT_NUMBER):
        return None
    if word in NEEDS_CLAUSE_END and not CLAUSE_END.match(reader.text, after.end()):
        return None
    sign = FROM_PUBLICATION.get(word, -1 if word in EARLIER else 1)
    moment = _counted_moment(_anchor(reader, phrase, word), phrase, sign, half=bool(after["half"]))
    apposed = APPOSED_YEAR.match(reader.text, after.end()) if phrase.unit in ("year", "decade", "century") else None
    if apposed:
        moment = Moment(int(apposed["year"]))
    kind: DateKind = "time" if phrase.unit in CLOCK_UNITS else "date"
    rule = "count-from-publication" if word in FROM_PUBLICATION else "count-from-anchor"
    return Reading(phrase.start, after.end(), kind, moment and moment.iso, rule, moment)


def _anchor(reader: Reader, phrase: UnitPhrase, word: str) -> Moment | None:
    """What a count is from: "ago" publication, "later" the time spoken of, "earlier" that, or else publication."""
    timeline = reader.timeline
    published = calendar.of_date(timeline.published) if timeline.published else None
    recent = timeline.recent_day if phrase.unit in DAY_ANCHORED else timeline.recent
    if phrase.unit == "month" and recent and recent.month is None:
        recent = timeline.recent_day
    if word in FROM_PUBLICATION:
        return published
    if word not in EARLIER or published is None or timeline.is_history:
        return recent
    if recent is None:
        return published
    if phrase.start - timeline.recent_end > TOLD_REACH:
        return published
    is_near = "\n" not in reader.text[timeline.recent_end : phrase.start]
    return recent if is_near or recent.year < published.year - 1 else published


def _counted_moment(base: Moment | None, phrase: UnitPhrase, sign: int, *, half: bool) -> Moment | None:
    """The moment so many units from the base; None where the number is not said."""
    if base is None or phrase.amount is None:
        return None
    count, unit = sign * phrase.amount, phrase.unit
    if half:
        months = calendar.MONTHS_OF.get(unit, 0)
        count = count * months + sign * months // 2
        moved = calendar.add_months(base.year, base.month or 1, count) if months >= 12 else None
        return moved and Moment(moved.year)
    if unit == "decade":
        return calendar.shift(base, count * 10, "year")
    if unit == "quarter":
        return calendar.shift(base, count * 3, "month")
    return calendar.shift(base, count, unit) if unit in ("day", "week", "fortnight", "month", "year") else None


def from_day(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "two days after Christmas", "a week before Jan. 20", "three weeks from Monday"."""
    joint = (
        FROM_DAY.match(reader.text, phrase.end) if phrase.quantity and not (phrase.step or phrase.determiner) else None
    )
    day = read_any_day(reader, joint.end()) if joint else None
    if not joint or not day or day.kind != "date" or day.start != joint.end():
        return None
    sign = -1 if joint["word"] == "before" else 1
    moment = _counted_moment(day.moment, phrase, sign, half=False)
    return Reading(phrase.start, day.end, "date", moment and moment.iso, "count-from-day", moment, day.explicit)


def in_count(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "in two weeks", "in five years' time"; "in two weeks of talks" and "the first in two years" are durations."""
    if not phrase.quantity or phrase.step or phrase.determiner or phrase.unit in CLOCK_UNITS:
        return None
    lead = (
        IN_BEFORE.search(reader.left(phrase.start)) if reader.word_before(phrase.start).endswith(("in", "In")) else None
    )
    if not lead:
        return None
    start, time = phrase.start - len(lead[0]), TIME_AFTER.match(reader.text, phrase.end)
    if not time:
        ahead = tense(reader.text, start, phrase.end) == "future"
        if not ahead or OF.match(reader.text, phrase.end) or SUPERLATIVE.search(reader.left(start)):
            return None
    published = reader.timeline.published
    moment = _counted_moment(calendar.of_date(published), phrase, 1, half=False) if published else None
    end = time.end() if time else phrase.end
    return Reading(start, end, "date", moment and moment.iso, "count-from-publication", moment)


def repeated(reader: Reader, phrase: UnitPhrase) -> Reading | None:
    """ "every day", "every two years", "each week", "every other month"."""
    if phrase.step not in REPEATED:
        return None
    value = None
    amount = 2 if phrase.other else phrase.amount if phrase.quantity else 1
    if phrase.unit == "weekend":
        value = "XXXX-WXX-WE"
    elif amount and phrase.unit in PERIODS:
        size, letter = PERIODS[phrase.unit]
        value = f"P{size * amount}{letter}"
    return Reading(phrase.start, phrase.end, "set", value, "every-unit")
