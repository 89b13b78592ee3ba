"""A unit of time with the words that determine it: "the past five years", "that day", "two weeks"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.dates.vocabulary import SPACE, number, number_pattern, numbers, units

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

PASSED = frozenset({"last", "past", "previous", "preceding"})
COMING = frozenset({"next", "coming", "following", "upcoming"})
STEPS = dict.fromkeys(PASSED, -1) | dict.fromkeys(COMING, 1)
REPEATED = frozenset({"every", "each"})
OPENING = frozenset("\n(“\"'‘—–-")
"""What may stand directly before a unit, beside a space."""
LONGEST_COUNT = 4
"""Figures of the longest number before a unit."""
CLOCK_UNITS = frozenset({"hour", "minute"})


class UnitPhrase(NamedTuple):
    """A unit of time with what stands before it."""

    start: int
    end: int
    unit: str
    """The unit in the singular."""
    plural: bool
    determiner: str
    """"the", "this", "that", "these", "those" or nothing."""
    step: str
    """"last", "next", "same", "every" and the like, or nothing."""
    quantity: str | None
    """The number as written."""
    other: bool
    """Whether it is "every other"."""
    bare: bool = False
    """Whether nothing stands before the unit that determines or counts it."""

    @property
    def amount(self) -> int | None:
        """The number, where one is said."""
        return number(self.quantity) if self.quantity else None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\s(“\"'‘—–-]))(?P<words>(?:(?P<determiner>[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose){SPACE}(?!every\b|each\b))?"
        rf"(?:(?P<step>[Ff]irst|[Ff]inal|[Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Nn]ext|[Cc]oming|[Uu]pcoming|[Ff]ollowing|[Ss]ame|[Cc]urrent|"
        rf"[Ee]very|[Ee]ach)(?:{SPACE}(?P<other>other|single))?{SPACE})?"
        rf"(?:(?P<count>{number_pattern()}){SPACE}(?:(?:full|more|long|short|calendar|whole){SPACE})?)?)\Z"
    )


@cache
def _last_words() -> frozenset[str]:
    """The words that may stand directly before a unit and belong to it; a number in digits may too."""
    determiners = {"the", "this", "that", "these", "those", "first", "final", "same", "current", "other", "single"}
    fillers = {"full", "more", "long", "short", "calendar", "whole"}
    return frozenset({*determiners, *fillers, *STEPS, *REPEATED, *(name.split()[-1] for name in numbers())})


def _is_bare(reader: Reader, start: int) -> bool:
    """Whether the word before a unit shows at once that nothing determines it, as before most units."""
    if start and reader.text[start - 1] in OPENING:
        return True
    word = reader.word_before(start)
    return word.isalpha() and word.lower() not in _last_words()


def _only_count(reader: Reader, start: int) -> str:
    """The figures before a unit where the word before them shows at once that nothing else determines it."""
    figures = reader.word_before(start)
    if not (figures.isascii() and figures.isdigit() and len(figures) <= LONGEST_COUNT):
        return ""
    if reader.text[start - len(figures) - 1 : start - 1] != figures:  # two spaces
        return ""
    word = reader.word_before(start - len(figures) - 1)
    return figures if word.isalpha() and word.lower() not in _last_words() else ""


def read_unit_phrase(reader: Reader, start: int, word: str) -> UnitPhrase | None:
    """The phrase whose head is the unit at an offset."""
    end, text = start + len(word), reader.text
    if text[end : end + 1] == "-":
        return None
    unit = units()[word.lower()]
    if _is_bare(reader, start):
        return UnitPhrase(start, end, unit, word.lower() != unit, "", "", None, other=False, bare=True)
    figures = _only_count(reader, start)
    if figures:
        begin = start - len(figures) - 1
        return UnitPhrase(begin, end, unit, word.lower() != unit, "", "", figures, other=False)
    before = _before().search(reader.left(start))
    if before is None:
        return None
    begin = start - len(before["words"])
    if before["words"] and begin and text[begin - 1] in "-–" and before["count"]:
        return None
    return UnitPhrase(
        begin,
        end,
        unit,
        word.lower() != unit,
        (before["determiner"] or "").lower(),
        (before["step"] or "").lower(),
        before["count"],
        before["other"] == "other",
    )
