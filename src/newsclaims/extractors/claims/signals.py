"""Signals: what speaks for or against checking a claim: its words, its figures and dates, its form.

The whole text is looked through once; a claim then takes the signals that lie inside it.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclaims.extractors.claims.located import Located
from newsclaims.extractors.claims.signal_words import find_signal_words
from newsclaims.text.wordclass import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.clause import Clause
    from newsclaims.extractors.claims.signal_words import Signal
    from newsclaims.extractors.claims.units import Unit
    from newsclaims.model import Date, Quantity

_CODES = {
    "percent": "percent", "percentage_point": "percent", "money": "money", "ratio": "ratio", "multiple": "ratio",
    "duration": "duration", "age": "duration", "count": "count", "measure": "count", "score": "number",
    "number": "number",
}  # fmt: skip
_DIGIT = re.compile(r"\d")
_BIG = 1000
# Numbers that name no number: "millions of them".
_VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions", "billions", "trillions", "scores", "tens"})
# What makes a date relative, or too wide to check.
_RELATIVE = frozenset(
    {
        "ago", "century", "coming", "current", "earlier", "last", "later", "next", "now", "past", "previous", "recent",
        "this", "today", "tomorrow", "tonight", "yesterday",
    }
)  # fmt: skip
_POINTERS = frozenset({"it", "that", "this"})


class Signals:
    """The signals, quantities and dates of one document."""

    def __init__(
        self, document: Document, quantities: Sequence[Quantity], dates: Sequence[Date], marked: Iterable[int]
    ) -> None:
        self._quantities = Located(quantities)
        self._dates = Located(dates)
        signals = find_signal_words(document, marked)
        signals += [signal for quantity in quantities for signal in _of_quantity(quantity)]
        signals += [(date.start, date.end, "date") for date in dates if _is_named(date)]
        self._signals = Located(signals, key=itemgetter(0, 1))

    def of(self, unit: Unit, quantities: Sequence[Quantity], stretches: Sequence[tuple[int, int]]) -> Iterable[Signal]:
        """The signals of a unit that holds these quantities, with what only the whole shows; in text order."""
        found = self._signals.within(stretches)
        start, end = stretches[0][0], stretches[-1][1]
        more: list[Signal] = []
        if len(quantities) > 1:
            more.append((quantities[1].start, quantities[1].end, "figures"))
        if _points_back(unit.clause):
            more.append((start, start + len(unit.clause.lowers[0]), "unresolved"))
        if unit.is_question:
            more.append((start, end, "question"))
        return sorted(found + more) if more else found

    def quantities_in(self, stretches: Sequence[tuple[int, int]]) -> tuple[Quantity, ...]:
        """The quantities inside some stretches."""
        return tuple(self._quantities.within(stretches))

    def dates_in(self, stretches: Sequence[tuple[int, int]]) -> tuple[Date, ...]:
        """The dates inside some stretches."""
        return tuple(self._dates.within(stretches))


def _of_quantity(quantity: Quantity) -> Iterator[Signal]:
    start, end = quantity.start, quantity.end
    value = quantity.value if quantity.value is not None else quantity.high
    if _DIGIT.search(quantity.text) is None and (
        value == 1 or not _VAGUE.isdisjoint(quantity.text.lower().split())
    ):  # "one of the reasons", "millions of them"
        return
    yield (start, end, _CODES[quantity.kind])
    if value is not None and abs(value) >= _BIG:
        yield (start, end, "big_number")
    if quantity.bound or quantity.approximate:
        yield (start, end, "bound")


def _is_named(date: Date) -> bool:
    """Whether a date is a day, month or year of the calendar, and not "today", "last week" or "the 21st century"."""
    lower = date.text.lower()
    return (lower != date.text or _DIGIT.search(lower) is not None) and _RELATIVE.isdisjoint(lower.split())


def _points_back(clause: Clause) -> bool:
    """Whether the subject is a bare "that", "this" or "it"."""
    return clause.lowers[0] in _POINTERS and len(clause.lowers) > 1 and bool(clause.tags[1] & FINITE)
