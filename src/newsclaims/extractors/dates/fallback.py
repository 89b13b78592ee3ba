"""The rare absolute forms that no rule of ours reads, by dateparser: "20-Jan-2025", "2025 January 20", "20.Jan.2025".

dateparser is only ever given a string that our own pattern has found, at most 40 characters, with the language and the
base said, and so often an article and no more: a call costs about half a millisecond. It is imported at the first call.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaims.extractors.dates.calendar import Moment
from newsclaims.extractors.dates.reading import Reader, Reading
from newsclaims.extractors.dates.vocabulary import YEAR, month_pattern

LONGEST = 40
BUDGET = 32
CACHED = 1024
JOINTS = frozenset("-./ ")
"""What joins the parts of such a date."""


@cache
def _rare() -> re.Pattern[str]:
    month, day = month_pattern(), r"[0-3]?[0-9]"
    day_first = rf"{day}[-./]{month}[-./](?:{YEAR}|[0-9]{{2}})"
    year_first, month_first = rf"{YEAR}[-./ ]{month}[-./ ]{day}", rf"{month}[-/]{day}[-/]{YEAR}"
    return re.compile(rf"(?:{day_first}|{year_first}|{month_first})(?![\w-])")


@lru_cache(maxsize=CACHED)
def _parse(surface: str) -> Moment | None:
    import dateparser.date  # noqa: PLC0415 - slow to import, and seldom needed

    parser = dateparser.date.DateDataParser(languages=["en"], settings={"STRICT_PARSING": True})
    found = parser.get_date_data(surface).date_obj
    return Moment(found.year, found.month, found.day) if found else None


def rare_date(reader: Reader, start: int, word: str) -> Reading | None:
    """A date in a form that only dateparser reads."""
    end = start + len(word)
    if reader.text[end : end + 1] not in JOINTS or reader.text[end + 1 : end + 2].isspace():
        return None
    match = _rare().match(reader.text, start)
    if not match or len(match[0]) > LONGEST or reader.fallbacks >= BUDGET:
        return None
    reader.fallbacks += 1
    moment = _parse(match[0])
    return moment and Reading(start, match.end(), "date", moment.iso, "dateparser", moment, explicit=True)
