"""Units of measure and currencies: the tables, and the views of a quantity for people who calculate.

The tables are built from CLDR (``tools/build_units.py``) and shipped, so that nothing is needed at run time. A unit is
known by the English name that stands on the wire, with its CLDR id, its UCUM code and its name in pint.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from newsclaims import lexicons
from newsclaims.errors import ArgumentError


@frozen
class Unit:
    """A unit of measure."""

    name: str
    """English name in the singular, British spelling: "kilometre per hour"."""
    cldr: str | None = None
    """CLDR id: ``speed-kilometer-per-hour``."""
    ucum: str | None = None
    """UCUM code: ``km/h``."""
    pint: str | None = None
    """Expression that pint parses: ``kilometre / hour``."""
    dimension: str | None = None
    """What it measures: ``length``, ``time``, ``data rate``."""


@frozen(kw_only=True)
class Money:
    """An amount of money: how much of which currency, or of which currencies it may be."""

    amount: Decimal
    """The amount, in units of the currency."""
    currency: str | None
    """ISO 4217 code; None while it is not settled."""
    symbol: str | None = None
    """The sign as written."""
    candidates: tuple[str, ...] = ()
    """What the sign may stand for while the currency is not settled."""


@frozen
class Currency:
    """A currency, or a family of currencies that share a sign."""

    code: str | None
    """ISO 4217 code; None for a family."""
    name: str
    """Name of the family, else the code; it stands in rates: "dollar per barrel"."""
    symbol: str | None = None
    """The sign of the family."""
    candidates: tuple[str, ...] = ()
    """Codes that the sign may stand for."""


def _column(column: str) -> list[str]:
    return [entry.strip() for entry in column.split(";") if entry.strip() not in ("", "-")]


@cache
def units() -> dict[str, Unit]:
    """All units by name.

    >>> units()["kilometre per hour"].ucum
    'km/h'
    """
    known = {}
    for name, row in lexicons.table("units").items():
        cldr, ucum, pint, dimension = (None if column == "-" else column for column in row[:4])
        known[name] = Unit(name, cldr, ucum, pint, dimension)
    return known


@cache
def surfaces() -> dict[str, str]:
    """Unit names by surface: abbreviations as written, names in lower case."""
    return {surface: name for name, row in lexicons.table("units").items() for surface in _column(row[4])}


@cache
def glued_surfaces() -> dict[str, str]:
    """Unit names by surface, for surfaces directly behind a digit."""
    return {surface: name for name, row in lexicons.table("units").items() for surface in _column(row[5])}


@cache
def families() -> dict[str, Currency]:
    """Currency families by sign: ``$`` and what it may be."""
    known = {}
    for sign, row in lexicons.table("currency_families").items():
        known[sign] = Currency(None, row[1], sign, tuple(row[2].split()))
    return known


@cache
def currency_names() -> dict[str, Currency]:
    """Currencies by name in lower case: "danish kroner", "euros", "dollars"."""
    known = {}
    for code, row in lexicons.table("currencies").items():
        known.update({name: Currency(code, code) for name in _column(row[0])})
    for sign, row in lexicons.table("currency_families").items():
        known.update({name: families()[sign] for name in _column(row[0])})
    return known


@cache
def currency_signs(*, behind: bool) -> dict[str, Currency]:
    """Currencies by the signs that stand before a number, or behind one."""
    known = {sign: family for sign, family in families().items() if not sign.isalpha() or sign == "Rs"}
    known["Rs."] = known["Re"] = families()["Rs"]
    for code, row in lexicons.table("currencies").items():
        known.update({sign: Currency(code, code, sign) for sign in _column(row[2 if behind else 1])})
    return known


@cache
def country_currency(country: str) -> str:
    """The ISO 4217 code of a country's currency.

    Raises:
        ArgumentError: The country is not an ISO 3166-1 code.

    >>> country_currency("AU")
    'AUD'
    """
    row = lexicons.table("country_currencies").get(country.upper())
    if row is None:
        raise ArgumentError(f"country must be an ISO 3166-1 code of two letters such as 'AU', not {country!r}")
    return row[0]


PINT_WORD = re.compile(r"[A-Za-z]+")


def pint_expression(unit: str) -> str | None:
    """The expression that pint parses for a unit name of the wire; None where pint has none.

    >>> pint_expression("square foot"), pint_expression("barrel per hour"), pint_expression("USD per barrel")
    ('foot ** 2', '(oil_barrel) / (hour)', None)
    """
    known = units().get(unit)
    if known is not None:
        return known.pint
    head, per, rest = unit.partition(" per ")
    over = units().get(head)
    under = units().get(rest)
    if not per or over is None or under is None or over.pint is None or under.pint is None:
        return None
    return f"({over.pint}) / ({under.pint})"


def to_pint(value: Decimal, unit: str) -> Any:
    """A value with a unit of the wire as a pint Quantity in the application registry.

    Raises:
        ArgumentError: pint does not know the unit.
    """
    expression = pint_expression(unit)
    if expression is None:
        raise ArgumentError(f"pint knows no unit {unit!r}")
    import pint  # noqa: PLC0415 - an extra

    registry = pint.get_application_registry()  # type: ignore[no-untyped-call]
    if _is_unit(expression):
        return registry.Quantity(float(value), registry.parse_units(expression))
    return float(value) * registry.parse_expression(expression)


def _is_unit(expression: str) -> bool:
    return not any(character.isdigit() for character in re.sub(r"\*\* -?\d", "", expression).replace("g_0", ""))


def to_money(value: Decimal, unit: str | None, symbol: str | None, candidates: tuple[str, ...]) -> Money:
    """An amount as money: parts of a currency, such as pence, become the currency."""
    currency = unit.partition(" per ")[0] if unit else None
    if currency in _subunits():
        whole = candidates[0] if len(candidates) == 1 else _subunits()[currency]
        return Money(amount=value / 100, currency=whole, symbol=symbol, candidates=candidates)
    settled = currency if currency and currency.isupper() else None
    return Money(amount=value, currency=settled, symbol=symbol, candidates=candidates)


@cache
def _subunits() -> dict[str | None, str | None]:
    rows = lexicons.table("currency_subunits").items()
    return {name: row[1] if len(row[1].split()) == 1 else None for name, row in rows}
