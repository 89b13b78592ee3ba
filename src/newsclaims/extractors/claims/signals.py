"""Signals: what in a text speaks for or against checking the claim that holds it.

Words come from the lexicon ``claim_signals``, figures and dates from what was found before. The whole text is looked
through once; a claim then takes the signals that lie inside it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from newsclaims import lexicons
from newsclaims.model import Date, Quantity, Span
from newsclaims.text.morphology import compared, plural, verb_forms
from newsclaims.text.tokens import tokenize
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    DETERMINER,
    FINITE,
    NEGATION,
    PARTICIPLE,
    PAST,
    TO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.grammar import Clause
    from newsclaims.extractors.claims.units import Unit

# The words of a phrase behind its first one, its code, and whether it is a verb.
Phrase = tuple[tuple[str, ...], str, bool]

_CODES = {
    "percent": "percent", "percentage_point": "percent", "money": "money", "ratio": "ratio", "multiple": "ratio",
    "duration": "duration", "age": "duration", "count": "count", "measure": "count", "score": "number",
    "number": "number",
}  # fmt: skip
_BIG = 1000
_VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions", "billions", "trillions", "scores", "tens"})
_POINTERS = frozenset({"it", "that", "this"})
# What makes a date relative, or too wide to check.
_RELATIVE = frozenset(
    {
        "ago", "century", "coming", "current", "earlier", "last", "later", "next", "now", "past", "previous", "recent",
        "this", "today", "tomorrow", "tonight", "yesterday",
    }
)  # fmt: skip
_PRESENT_BE = frozenset({"am", "are", "aren't", "be", "being", "i'm", "is", "isn't", "they're", "we're", "you're"})


class Signal(NamedTuple):
    """Words that carry a signal."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    code: str
    """Name of the signal, a code of `newsclaims.checkworthiness`."""


def _surfaces(kind: str, entry: str) -> Iterable[str]:
    """The forms under which an entry of the lexicon is met."""
    if kind == "verbs":
        return verb_forms(entry)
    return (entry, plural(entry)) if kind == "nouns" else (entry,)


@cache
def _phrases(lang: str) -> dict[str, tuple[Phrase, ...]]:
    """The lexicon by first word, longest phrase first."""
    found: dict[str, dict[Phrase, None]] = {}
    known = lexicons.document("claim_signals", lang)
    for kind in ("phrases", "nouns", "verbs"):
        for code, entries in known[kind].items():
            for surface in (surface for entry in entries for surface in _surfaces(kind, entry)):
                first, *rest = tokenize(surface).lowers
                found.setdefault(first, {})[tuple(rest), code, kind == "verbs"] = None
    for adjective in known["adjectives"]["compared"]:
        comparative, superlative = compared(adjective)
        found.setdefault(comparative, {})[("than",), "comparison", False] = None
        found.setdefault(superlative, {})[(), "superlative", False] = None
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


@cache
def _states(lang: str) -> frozenset[str]:
    """Past forms and participles that tell no event."""
    verbs = lexicons.document("claim_signals", lang)["states"]["event"]
    return frozenset(form for verb in verbs for form in verb_forms(verb))


def _of_words(document: Document) -> Iterator[Signal]:
    phrases, states = _phrases(document.lang), _states(document.lang)
    tokens, tags = document.tokens, document.word_classes.tags
    lowers, starts, ends = tokens.lowers, tokens.starts, tokens.ends
    for at in [index for index, word in enumerate(lowers) if word in phrases]:
        for rest, code, is_verb in phrases[lowers[at]]:
            last = at + len(rest)
            if rest and tuple(lowers[at + 1 : last + 1]) != rest:
                continue
            if is_verb and tags[at] & BASE and not tags[at] & FINITE:  # "to cut", "will cut": nothing is cut yet
                continue
            yield Signal(starts[at], ends[last], code)
    for at in [index for index, tag in enumerate(tags) if tag & (PAST | PARTICIPLE)]:
        if lowers[at] not in states and (tags[at] & FINITE or _is_done(tags, lowers, at)):
            yield Signal(starts[at], ends[at], "event")


def _is_done(tags: list[int], lowers: list[str], at: int) -> bool:
    """Whether a participle tells of something done: "was closed", "jobs lost", not "is divided", "a closed shop"."""
    before = at - 1
    while before >= 0 and tags[before] & (ADVERB | NEGATION) and not tags[before] & AUXILIARY:
        before -= 1
    return before >= 0 and lowers[before] not in _PRESENT_BE and not tags[before] & (DETERMINER | ADJECTIVE | TO)


def _of_quantity(quantity: Quantity) -> Iterator[Signal]:
    start, end = quantity.start, quantity.end
    value = quantity.value if quantity.value is not None else quantity.high
    if not any(character.isdigit() for character in quantity.text) and (
        value == 1 or not _VAGUE.isdisjoint(quantity.text.lower().split())
    ):  # "one of the reasons", "millions of them"
        return
    yield Signal(start, end, _CODES[quantity.kind])
    if value is not None and abs(value) >= _BIG:
        yield Signal(start, end, "big_number")
    if quantity.bound or quantity.approximate:
        yield Signal(start, end, "bound")


def _is_named(date: Date) -> bool:
    """Whether a date is a day, month or year of the calendar, and not "today", "last week" or "the 21st century"."""
    words = date.text.lower().split()
    if not _RELATIVE.isdisjoint(words):
        return False
    return any(character.isdigit() or character.isupper() for character in date.text)


def _points_back(clause: Clause) -> bool:
    """Whether the subject is a bare "that", "this" or "it"."""
    return clause.lowers[0] in _POINTERS and len(clause.lowers) > 1 and clause.finite(1)


Placed = TypeVar("Placed", Quantity, Date, Signal)


class _Sorted(Generic[Placed]):
    """Annotations or signals by position, to be cut out by span."""

    def __init__(self, items: Iterable[Placed]) -> None:
        self.items: list[Placed] = sorted(items, key=attrgetter("start", "end"))
        self.starts = [item.start for item in self.items]

    def within(self, spans: Sequence[Span]) -> list[Placed]:
        """Those that lie inside one of the spans."""
        return [
            item
            for span in spans
            for item in self.items[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
            if item.end <= span.end
        ]


class Signals:
    """The signals, quantities and dates of one document."""

    def __init__(self, document: Document, quantities: Iterable[Quantity], dates: Iterable[Date]) -> None:
        self._quantities = _Sorted(quantities)
        self._dates = _Sorted(dates)
        of_quantities = (signal for quantity in self._quantities.items for signal in _of_quantity(quantity))
        of_dates = (Signal(date.start, date.end, "date") for date in self._dates.items if _is_named(date))
        self._signals = _Sorted([*_of_words(document), *of_quantities, *of_dates])

    def of(self, unit: Unit) -> list[Signal]:
        """The signals of a unit, with what only the whole shows."""
        found = self._signals.within(unit.segments)
        start, end = unit.segments[0].start, unit.segments[-1].end
        if len(numbers := self._quantities.within(unit.segments)) > 1:
            found.append(Signal(numbers[1].start, numbers[1].end, "figures"))
        if _points_back(unit.clause):
            found.append(Signal(start, start + len(unit.clause.lowers[0]), "unresolved"))
        if unit.is_question:
            found.append(Signal(start, end, "question"))
        return found

    def quantities_in(self, spans: Sequence[Span]) -> tuple[Quantity, ...]:
        """The quantities inside some spans."""
        return tuple(self._quantities.within(spans))

    def dates_in(self, spans: Sequence[Span]) -> tuple[Date, ...]:
        """The dates inside some spans."""
        return tuple(self._dates.within(spans))
