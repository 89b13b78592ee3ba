"""The day that stands at an offset, in whatever form: for the rules that count from it or set a time on it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import days, holidays, months, weekdays
from newsclaims.extractors.dates.vocabulary import SPACE, all_months, all_weekdays, closed, with_both_apostrophes
from newsclaims.extractors.dates.vocabulary import holidays as named_days
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader, Reading

WORD = re.compile(rf"[A-Z][a-z]+|[A-Z]{{3,}}|today|tomorrow|yesterday|[0-9]{{1,2}}(?={SPACE}[A-Z]|st|nd|rd|th)")


@cache
def _named_day() -> re.Pattern[str]:
    return re.compile(rf"{trie(with_both_apostrophes(named_days()))}(?!\w)")


def read_any_day(reader: Reader, start: int) -> Reading | None:
    """A weekday, a day counted from today, a named day, or a day by its month."""
    named = _named_day().match(reader.text, start)
    if named:
        return holidays.holiday(reader, start, named[0])
    match = WORD.match(reader.text, start)
    word = match[0] if match else ""
    if word in all_weekdays():
        return weekdays.weekday(reader, start, word)
    if word in closed("days"):
        return days.deictic_day(reader, start, word)
    if word in all_months():
        return months.month_day(reader, start, word)
    return months.day_month(reader, start, word) if word[:1].isdigit() else None
