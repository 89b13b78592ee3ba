"""The words of the date lexicons as look-ups and as pieces of patterns, each made once, when first asked for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclaims import lexicons
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    from collections.abc import Iterable

SPACE = "(?:[ \u00a0]{1,2})"
DASH = "[-–—]"
APOSTROPHE = "['’‘]"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
YEAR = r"[12][0-9]{3}"


def _names(table: str, *, short: bool) -> dict[str, int]:
    rows = lexicons.table(table).items()
    found = {name: int(columns[0]) for name, columns in rows if short or "short" not in columns}
    return found | {name.upper(): number for name, number in found.items()}


@cache
def months() -> dict[str, int]:
    """Month names, as written and in capitals, with their numbers."""
    return _names("date_months", short=False)


@cache
def all_months() -> dict[str, int]:
    """Month names and their abbreviations, without full stop."""
    return _names("date_months", short=True)


@cache
def weekdays() -> dict[str, int]:
    """Weekday names with their ISO numbers."""
    return _names("date_weekdays", short=False)


@cache
def all_weekdays() -> dict[str, int]:
    """Weekday names and their abbreviations, without full stop."""
    return _names("date_weekdays", short=True)


@cache
def seasons() -> dict[str, int]:
    """Seasons with their first months."""
    return {name: int(columns[0]) for name, columns in lexicons.table("date_seasons").items()}


@cache
def units() -> dict[str, str]:
    """Words for units of time with their singular."""
    return {name: columns[0] for name, columns in lexicons.table("date_units").items()}


@cache
def numbers() -> dict[str, int | None]:
    """Number words; None where no number is said ("several")."""
    rows = lexicons.table("date_numbers").items()
    return {name: None if columns[0] == "?" else int(columns[0]) for name, columns in rows}


@cache
def ordinals() -> dict[str, int]:
    """Ordinals in words."""
    return {name: int(columns[0]) for name, columns in lexicons.table("date_ordinals").items()}


@cache
def decades() -> dict[str, int]:
    """Decades in words, with their first year within the century."""
    return {name: int(columns[0]) for name, columns in lexicons.table("date_decades").items()}


@cache
def holidays() -> dict[str, dict[str, Any]]:
    """Named days with the rule that gives their date."""
    days: dict[str, dict[str, Any]] = lexicons.document("date_holidays")["days"]
    return days


@cache
def closed(name: str) -> Any:
    """A closed class of ``date_words.toml``: a table, or the tuple of its words."""
    entry = lexicons.document("date_words")[name]
    return frozenset(entry["words"]) if "words" in entry else entry


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def with_both_apostrophes(names: Iterable[str]) -> tuple[str, ...]:
    """The names as listed and with the curly apostrophe.

    >>> with_both_apostrophes(["Women's March"])
    ("Women's March", 'Women’s March')
    """
    return tuple(dict.fromkeys(form for name in names for form in (name, name.replace("'", "’"))))


def _with_abbreviations(names: dict[str, int], every: dict[str, int]) -> str:
    return rf"(?:{trie(names)}\b|{trie(name for name in every if name not in names)}\b\.?)"


@cache
def month_pattern() -> str:
    """Any month, an abbreviation with or without its full stop."""
    return _with_abbreviations(months(), all_months())


@cache
def weekday_pattern() -> str:
    """Any weekday, an abbreviation with or without its full stop."""
    return _with_abbreviations(weekdays(), all_weekdays())


@cache
def number_pattern() -> str:
    """A number before a unit, in words or up to four digits."""
    return rf"(?:{trie([*numbers(), *(word.capitalize() for word in numbers())])}|[0-9]{{1,4}})"


@cache
def ordinal_pattern() -> str:
    """An ordinal, in words or digits."""
    return rf"(?:{trie(ordinals())}|[0-9]{{1,2}}(?:st|nd|rd|th))"


def month_number(surface: str) -> int:
    """The number of a month as written.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    return all_months()[surface.rstrip(".")]


def number(surface: str) -> int | None:
    """The value of a number before a unit; None where it is not said.

    >>> number("Twenty-five"), number("several")
    (25, None)
    """
    return int(surface) if surface[0].isdigit() else numbers()[surface.lower()]


def ordinal(surface: str) -> int:
    """The value of an ordinal.

    >>> ordinal("third"), ordinal("21st")
    (3, 21)
    """
    return int(surface[:-2]) if surface[0].isdigit() else ordinals()[surface.lower()]


@cache
def counted_pattern() -> str:
    """A noun that a four-figure number before it counts."""
    return rf"(?:{trie(lexicons.words('date_counted_nouns'))}\b)"


@cache
def year_tail() -> str:
    """What gives a month or day its year: four figures, two behind an apostrophe, or words ("last year")."""
    joint = rf"(?:,|{SPACE}of|{SPACE}in)?{SPACE}"
    figures = rf"(?P<year>{YEAR})(?![0-9]|,[0-9]{{3}}|{DASH}[0-9]|{SPACE}{counted_pattern()})"
    step = rf"(?:last|this|next|that|the{SPACE}(?:same|following|previous)){SPACE}year"
    old = rf"(?:{SPACE}of)?{SPACE}(?P<old>[1-9][0-9]{{2}})(?=[),;.](?![0-9]))"
    return (
        rf"(?:{joint}{figures}|{joint}(?P<relative>{step}|(?:last|next)(?=[,.;)]))\b|{old}"
        rf"|{SPACE}{APOSTROPHE}(?P<short>[0-9]{{2}})\b)?"
    )
