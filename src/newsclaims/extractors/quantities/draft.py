"""A quantity in the making: what the rules know of it so far."""

from __future__ import annotations

from decimal import Decimal, getcontext
from typing import TYPE_CHECKING

from attrs import define

from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.counted import Word, phrase
from newsclaims.model import Quantity

if TYPE_CHECKING:
    from newsclaims.extractors.quantities.number import Number
    from newsclaims.model import Bound, Change, Counted, QuantityKind

WHOLE = Decimal(1)
SHORTEST = Decimal("1E-15")
"""The last place that is kept of a third."""
WORDS_BEFORE = 7
"""The most words before a number that a rule looks at, but for those about an age."""


@define
class Draft:
    """A number with what it measures; rules fill it in, `finish` makes it a `Quantity`."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    number: Number
    """The number as it was read, or the last one of a range."""
    kind: QuantityKind = "number"
    rule: str = "number"
    unit: str | None = None
    per: str | None = None
    """What the unit is divided by: "barrel"."""
    symbol: str | None = None
    candidates: tuple[str, ...] = ()
    counted: Counted | None = None
    bound: Bound | None = None
    approximate: bool = False
    change: Change | None = None
    source: Draft | None = None
    """The level before a change."""
    target: Draft | None = None
    """The level after a change."""
    linked: bool = False
    """Whether it is a level that another draft leads to: links make no chains."""
    reach: int = -1
    """Where the words end that say what a count is divided by: a number in them is no quantity of its own."""
    ranged: bool = False
    """Whether low and high are two numbers of the text."""
    prefixed: bool = False
    """Whether a currency sign stands before the number."""
    body: int = -1
    """Offset of the number or its sign, behind any modifier."""
    _words: tuple[int, list[str]] = (-1, [])
    """The words before an offset, as they were last asked for."""
    _phrase: tuple[int, list[Word]] = (-1, [])
    """The words behind an offset, as they were last asked for."""

    def words_before(self, text: str) -> list[str]:
        """The words before it, the nearest first; nearly every rule asks for them, so they are cut once."""
        if self._words[0] != self.start:
            self._words = self.start, words_before(text, self.start, WORDS_BEFORE)
        return self._words[1]

    def words_behind(self, text: str) -> list[Word]:
        """The words behind it that may belong to the noun phrase which it counts."""
        if self._phrase[0] != self.end:
            self._phrase = self.end, phrase(text, self.end)
        return self._phrase[1]

    def link(self, *, source: Draft | None = None, target: Draft | None = None) -> bool:
        """Link the levels before and after the change that this draft tells of; False where that would make a chain."""
        other = source or target
        if other is None or other.source or other.target or self.linked:
            return False
        self.source, self.target = source or self.source, target or self.target
        other.linked = True
        return True

    @property
    def has_unit(self) -> bool:
        """Whether a unit or a currency stands with the number."""
        return self.kind not in ("number", "count")

    def finish(self, text: str, made: dict[int, Quantity]) -> Quantity:
        """The quantity, with its links; made once."""
        if id(self) in made:
            return made[id(self)]
        single = self.low == self.high and not self.ranged
        unit = f"{self.unit} per {self.per}" if self.unit and self.per else self.unit
        quantity = Quantity(
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            rule=f"quantities.{self.rule}",
            kind=self.kind,
            value=plain(self.low) if single else None,
            low=None if single else plain(self.low),
            high=None if single else plain(self.high),
            unit=unit,
            symbol=self.symbol,
            candidates=self.candidates,
            counted=self.counted,
            bound=self.bound,
            approximate=self.approximate,
            change=self.change,
            from_=self.source.finish(text, made) if self.source else None,
            to=self.target.finish(text, made) if self.target else None,
        )
        made[id(self)] = quantity
        return quantity


def plain(value: Decimal) -> Decimal:
    """The number without an exponent or empty decimals, so that its string is what a person would write.

    >>> str(plain(Decimal("1.2E+9"))), str(plain(Decimal("2.50"))), str(plain(Decimal(1) / 3))
    ('1200000000', '2.5', '0.333333333333333')
    """
    if value and value.same_quantum(WHOLE):  # most numbers: they stand as they were read
        return value
    if value == value.to_integral_value():
        return Decimal(int(value))
    if len(value.as_tuple().digits) == getcontext().prec and value.adjusted() < 12:  # a quotient that goes on and on
        value = value.quantize(SHORTEST)
    return value.normalize()
