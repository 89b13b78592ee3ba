"""What a number is, and the words that make numbers up."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Literal

from attrs import define

from newsclaims import lexicons

ONE = Decimal(1)
WORD = re.compile(r"[A-Za-z]+")

COMPOUND_DENOMINATOR = re.compile(r"([A-Za-z]+ty)[ -]([a-z]+)\b")
ORDINAL_UNITS = {"first": Decimal(1), "second": Decimal(2)}
"""Ordinals that are denominators behind tens only: "a twenty-first"."""

WordClass = Literal["unit", "ten", "hundred", "scale", "dozen"]
SCALES = frozenset({"hundred", "scale", "dozen"})
"""Classes of the words that multiply what stands before them."""


@define(eq=False)
class Number:
    """A number where it stands. ``low`` and ``high`` are the same unless the words are vague ("dozens")."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    low: Decimal
    """Its value, or the least that the words stand for."""
    high: Decimal
    """Its value, or the most that the words stand for."""
    written: bool = False
    """Whether it is written in words."""
    scale: Decimal = ONE
    """The scale that it ends with: a million in "3 million"."""
    fraction: bool = False
    """Whether it is a part of a whole: "two-thirds", "half"."""

    @property
    def vague(self) -> bool:
        """Whether it stands for a span of values: "dozens"."""
        return self.low != self.high


@cache
def vocabulary(name: str) -> frozenset[str]:
    """A list of words that the rules for quantities look at, by its name in ``quantity_words.toml``."""
    return frozenset(lexicons.document("quantity_words")[name])


@cache
def number_words() -> dict[str, tuple[Decimal, WordClass]]:
    """Value and class of the words that make numbers up."""
    return {word: (Decimal(row[0]), row[1]) for word, row in lexicons.table("number_words").items()}  # type: ignore[misc]


@cache
def plurals() -> dict[str, Decimal]:
    """The least that a vague amount stands for: ten for "tens"."""
    return {word: Decimal(row[0]) for word, row in lexicons.table("number_plurals").items()}


@cache
def denominators() -> dict[str, Decimal]:
    """Value of the words for denominators: three for "third" and "thirds"."""
    return {word: Decimal(row[0]) for word, row in lexicons.table("number_denominators").items()}


def scale_at(text: str, position: int) -> tuple[Decimal, int] | None:
    """The scale in words at an offset, and where it ends.

    >>> scale_at("3 million people", 2)
    (Decimal('1000000'), 9)
    """
    word = WORD.match(text, position)
    known = number_words().get(word[0].lower()) if word else None
    if word is None or known is None or known[1] not in SCALES:
        return None
    return known[0], word.end()


def denominator_at(text: str, position: int) -> tuple[str, Decimal, int] | None:
    """The denominator in words at an offset: the word, its value, where it ends."""
    compound = COMPOUND_DENOMINATOR.match(text, position)
    if compound is not None:
        tens, units = number_words().get(compound[1].lower(), (Decimal(0), "")), denominators().get(compound[2].lower())
        units = ORDINAL_UNITS.get(compound[2].lower().removesuffix("s"), units)
        if tens[1] == "ten" and units is not None and units < 10:
            return compound[0].lower(), tens[0] + units, compound.end()
    word = WORD.match(text, position)
    value = denominators().get(word[0].lower()) if word else None
    if word is None or value is None or text[word.end() : word.end() + 1].isalnum():
        return None
    return word[0].lower(), value, word.end()


def both_cases(words: list[str]) -> list[str]:
    """The words with a small and with a capital first letter."""
    return words + [word.capitalize() for word in words]
