"""The table of units and currencies, and what is made of it."""

from __future__ import annotations

import runpy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pint
import pytest

import newsclaims as nc
from newsclaims import lexicons, units
from newsclaims.errors import ArgumentError

REGISTRY: Any = pint.UnitRegistry()


def first(text: str) -> nc.Quantity:
    return nc.Pipeline.default().only("quantities").extract(text).quantities[0]


@pytest.mark.parametrize("unit", units.units().values(), ids=lambda unit: unit.name)
def test_every_pint_name_parses(unit: units.Unit) -> None:
    assert unit.pint is not None
    REGISTRY.parse_expression(unit.pint)


def test_every_surface_means_one_unit() -> None:
    for column in (4, 5):
        seen: dict[str, str] = {}
        for name, row in lexicons.table("units").items():
            for surface in filter(None, (entry.strip() for entry in row[column].split(";"))):
                assert seen.setdefault(surface, name) == name


def test_units_know_their_codes() -> None:
    unit = units.units()["kilometre per hour"]
    assert (unit.cldr, unit.ucum, unit.dimension) == ("speed-kilometer-per-hour", "km/h", "speed")


@pytest.mark.parametrize(
    ("text", "target", "magnitude"),
    [
        ("It is 3 kilometres away.", "metre", 3000),
        ("Winds of 36 km/h blew.", "metre / second", 10),
        ("It was 20 degrees Celsius.", "degree_Fahrenheit", 68),
        ("It covers 10 square kilometres.", "hectare", 1000),
        ("It took 2 hours.", "minute", 120),
        ("Turnout was 50%.", "dimensionless", 0.5),
        ("It flew at 5 miles per second.", "mile / hour", 18000),
        ("He stands 5ft 11in tall.", "foot", 71 / 12),
    ],
)
def test_quantities_become_pint_quantities(text: str, target: str, magnitude: float) -> None:
    assert first(text).to_pint().to(target).magnitude == pytest.approx(magnitude)


def test_the_application_registry_is_used() -> None:
    registry = pint.get_application_registry()
    assert first("It is 3 metres high.").to_pint() == 3 * registry.metre


@pytest.mark.parametrize("text", ["It cost $5.", "It has 5 doors.", "It is 3 to 5 metres high."])
def test_what_pint_does_not_know_says_so(text: str) -> None:
    with pytest.raises(ArgumentError):
        first(text).to_pint()


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("It cost US$5.50.", "5.5", "USD"),
        ("It cost £2m.", "2000000", "GBP"),
        ("It cost 50p.", "0.5", "GBP"),
        ("It cost $5.", "5", None),
        ("It cost €5 a day.", "5", "EUR"),
    ],
)
def test_money_views(text: str, amount: str, currency: str | None) -> None:
    money = first(text).to_money()
    assert (money.amount, money.currency) == (Decimal(amount), currency)
    assert (currency is None) == ("USD" in money.candidates)


def test_only_money_is_money() -> None:
    with pytest.raises(ArgumentError, match="no single amount"):
        first("It is 5 metres high.").to_money()
    with pytest.raises(ArgumentError, match="no single amount"):
        first("It cost $5 to $7.").to_money()


def test_countries_have_currencies() -> None:
    assert [units.country_currency(code) for code in ("US", "au", "GB", "JP")] == ["USD", "AUD", "GBP", "JPY"]
    with pytest.raises(ArgumentError, match="ISO 3166"):
        units.country_currency("XQ")


def test_the_tables_are_what_the_script_builds() -> None:
    root = Path(__file__).parent.parent
    script = root / "tools" / "build_units.py"
    if not script.exists():
        pytest.skip("not in a checkout")
    for name, text in runpy.run_path(str(script))["tables"]().items():
        assert (root / "src" / "newsclaims" / "lexicons" / "en" / name).read_text(encoding="utf8") == text
