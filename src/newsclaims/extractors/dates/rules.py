"""The one table of rules: which words call which rules, in the order in which they are tried.

The first rule that reads a date wins. A word that calls none ("Sunday Times") hides the words in it.
"""

from __future__ import annotations

import re
from functools import cache

from newsclaims import lexicons
from newsclaims.extractors.dates import (
    adverbs,
    clock,
    days,
    decades,
    fallback,
    holidays,
    months,
    numeric,
    parts_of_year,
    seasons,
    times,
    units,
    vocabulary,
    weekdays,
    years,
)
from newsclaims.extractors.dates.reading import Rule
from newsclaims.extractors.dates.vocabulary import SPACE

Rules = tuple[Rule, ...]

FOUR_FIGURES: Rules = (
    numeric.iso_date,
    fallback.rare_date,
    years.year_span,
    numeric.iso_week_or_month,
    decades.decade,
    times.clock_time,
    years.era_year,
    years.year,
)
BARE_YEAR: Rules = (fallback.rare_date, times.clock_time, years.era_year, years.year)
"""Those of four figures with no mark directly behind them."""
FEWER_FIGURES: Rules = (
    numeric.numeric_date,
    months.day_month,
    fallback.rare_date,
    times.clock_time,
    decades.short_decade,
    years.closing_year,
    years.short_year,
    years.era_year,
)
MONTH: Rules = (
    months.month_day,
    months.month_span,
    months.ordinal_of_month,
    months.month_year,
    fallback.rare_date,
    months.month_alone,
)
WEEKDAY: Rules = (weekdays.weekday_span, weekdays.weekday_of_month, weekdays.weekday)
UNIT: Rules = (units.unit,)


@cache
def by_word() -> dict[str, Rules]:
    """Words, as written, with their rules."""
    table: dict[str, Rules] = {}
    for word, unit in vocabulary.units().items():
        table[word] = UNIT
        if word != unit:  # "Years ago", but no name such as "Day"
            table[word.capitalize()] = UNIT
    table |= dict.fromkeys(("century", "centuries"), (decades.century, units.unit))
    table |= dict.fromkeys(("quarter", "Quarter"), (parts_of_year.part_of_year, units.unit))
    table["present"] = (years.present,)
    table["FY"] = (years.fiscal_code,)
    table |= dict.fromkeys(("half",), (parts_of_year.part_of_year,))
    table |= dict.fromkeys((f"Q{number}" for number in range(1, 5)), (parts_of_year.quarter_code,))
    table |= dict.fromkeys(vocabulary.closed("adverbs"), (adverbs.adverb,))
    table |= dict.fromkeys(vocabulary.closed("parts"), (times.part_of_day,))
    table |= dict.fromkeys(clock.WORDS, (times.clock_time,))
    table |= dict.fromkeys(vocabulary.decades(), (decades.word_decade,))
    table |= _also_capitalised(vocabulary.seasons(), (seasons.season,))
    table |= _also_capitalised(vocabulary.closed("days"), (days.deictic_day,))
    table |= dict.fromkeys(vocabulary.all_months(), MONTH)
    table |= dict.fromkeys(vocabulary.all_weekdays(), WEEKDAY)
    plurals = (f"{name}s" for name in vocabulary.weekdays() if not name.isupper())
    table |= dict.fromkeys(plurals, (weekdays.weekday_plural,))
    table |= dict.fromkeys(vocabulary.with_both_apostrophes(vocabulary.holidays()), (holidays.holiday,))
    table |= dict.fromkeys(vocabulary.with_both_apostrophes(lexicons.lines("date_false_names")), ())
    return table


def _also_capitalised(words: dict[str, int], rules: Rules) -> dict[str, Rules]:
    return dict.fromkeys((*words, *(word.capitalize() for word in words)), rules)


# What a date of one or two figures has beside them: behind them a mark, a suffix, a month, a time, an era or the other
# end of a stretch, ...
DATED_BEHIND = re.compile(
    rf"[/.\-–—:'’snrtapAP]"
    rf"|{SPACE}(?:J[auAU]|F[eE]|[MP][aAmM.]|A[puPUDM. ]|S[eE]|O[cC]|N[oO]|D[eE]|[BC–—\-]"
    rf"|o['’]|(?:day{SPACE})?of{SPACE}[A-Z]|[ap]\.? ?m"
    rf"|(?:to|and|until|till|through|thru){SPACE}[0-9])"
)
BEHIND_SIGN: dict[str, frozenset[Rule]] = {
    "": frozenset(),
    ":": frozenset({times.clock_time}),
    "/": frozenset({numeric.numeric_date, fallback.rare_date}),
    ".": frozenset({numeric.numeric_date, fallback.rare_date, times.clock_time}),
    "-–—": frozenset({numeric.numeric_date, fallback.rare_date, times.clock_time, months.day_month}),
    " \u00a0": frozenset({months.day_month, times.clock_time, years.era_year}),
    "'’": frozenset({decades.short_decade}),
    "s": frozenset({decades.short_decade, months.day_month}),
    "nrt": frozenset({months.day_month}),
    "apAP": frozenset({times.clock_time}),
}
# ... or before them what opens a year: an apostrophe, a dash, the end of "AD" or "A.D."
MARKS_BEFORE = frozenset("'’‘-–—")
MARKS_BEHIND_YEAR = frozenset("'’s-–—/.:")
"""What dates, spans and decades that begin with four figures have behind these."""
LAST_BEFORE = MARKS_BEFORE | frozenset("D. \u00a0")
SPACES = frozenset(" \u00a0")


def of_figures(text: str, start: int, end: int) -> Rules:
    """The rules that a run of digits calls: most short numbers are no dates, as two characters show.

    >>> text = "won 3, lost 20 May"
    >>> of_figures(text, 4, 5), months.day_month in of_figures(text, 12, 14)
    ((), True)
    """
    length = end - start
    if length == 4:
        return FOUR_FIGURES if text[end : end + 1] in MARKS_BEHIND_YEAR else BARE_YEAR
    if length > 4:
        return ()
    if length == 3:
        return FEWER_FIGURES
    behind = DATED_BEHIND.match(text, end)
    return _by_sign()[behind[0][0] if behind else "", _is_dated_before(text, start)]


@cache
def _by_sign() -> dict[tuple[str, bool], Rules]:
    """The rules for one or two figures, by the sign behind them and whether what stands before may make a year."""
    before = {years.closing_year, years.short_year, years.era_year}
    return {
        (sign, dated): tuple(rule for rule in FEWER_FIGURES if rule in rules or (dated and rule in before))
        for signs, rules in BEHIND_SIGN.items()
        for sign in signs or ("",)
        for dated in (False, True)
    }


def _is_dated_before(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before in MARKS_BEFORE or (before in SPACES and text[start - 2 : start - 1] in LAST_BEFORE)
