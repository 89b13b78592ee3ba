"""Quantities: number grammar against num2words, masks class by class, options, invariants, worst cases."""

from __future__ import annotations

import pickle
import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

import newsclaims as nc
from newsclaims.document import Document
from newsclaims.errors import ArgumentError, PipelineError
from newsclaims.extractors.protocol import Found
from newsclaims.extractors.quantities import QuantityExtractor, numbers, shapes
from newsclaims.model import Date, Quantity

EXTRACTOR = QuantityExtractor()


def quantities(text: str, extractor: QuantityExtractor = EXTRACTOR) -> list[Quantity]:
    return list(extractor.extract(Document(text), Found({Date: ()})))


def only_number(text: str) -> Decimal:
    (number,) = numbers.iterate(text)
    assert (number.start, number.end) == (0, len(text))
    assert number.low == number.high
    return number.low


# The number grammar


@given(st.integers(min_value=1, max_value=999_999_999_999_999))
def test_a_number_written_out_reads_back(value: int) -> None:
    assert only_number(num2words(value).replace(",", "")) == value


@given(st.integers(min_value=1, max_value=999_999))
def test_a_number_written_out_without_and_reads_back(value: int) -> None:
    assert only_number(num2words(value).replace(",", "").replace(" and ", " ")) == value


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=0, max_value=99))
def test_a_decimal_written_out_reads_back(whole: int, part: int) -> None:
    value = Decimal(f"{whole}.{part:02}")
    words = num2words(whole).replace(",", "") + " point " + " ".join(num2words(int(digit)) for digit in f"{part:02}")
    assert only_number(words.replace("zero", "nought")) == value


def indian(value: int) -> str:
    head, tail = divmod(value, 1000)
    groups = [f"{tail:03}"]
    while head:
        head, group = divmod(head, 100)
        groups.append(f"{group:02}")
    return ",".join(reversed(groups)).lstrip("0")


@given(st.integers(min_value=1000, max_value=99_999_999_999), st.integers(min_value=0, max_value=9999))
def test_digits_formatted_any_way_read_back(value: int, part: int) -> None:
    decimals = f".{part:04}"
    for written in (str(value), f"{value:,}", f"{value:,}".replace(",", "\u202f"), indian(value)):
        assert only_number(written) == value
        assert only_number(written + decimals) == Decimal(f"{value}{decimals}")


@given(st.integers(min_value=1, max_value=999), st.sampled_from([("bn", 9), ("tn", 12), ("mn", 6), ("k", 3)]))
def test_a_glued_scale_is_its_scale(value: int, scale: tuple[str, int]) -> None:
    abbreviation, exponent = scale
    assert only_number(f"{value}{abbreviation}") == Decimal(value).scaleb(exponent)


@given(st.integers(min_value=-60, max_value=60))
def test_an_exponent_within_bounds_is_read(exponent: int) -> None:
    assert only_number(f"3e{exponent}") == Decimal(3).scaleb(exponent)


@pytest.mark.parametrize("text", ["9" * 41, "1e61", "1e-61", "3 x 10^99", "1" + ",000" * 20])
def test_numbers_too_long_to_be_meant_are_left_out(text: str) -> None:
    assert [number for number in numbers.iterate(text) if number.start == 0] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two three", [2, 3]),
        ("nineteen eighty-four", [19, 84]),
        ("one hundred and two hundred", [100, 200]),
        ("five and ten", [5, 10]),
        ("the first and the second", []),
        ("twenty-first", []),
        ("a third man", []),
        ("the million", []),
    ],
)
def test_numbers_end_where_the_grammar_ends(text: str, values: list[int]) -> None:
    assert [number.low for number in numbers.iterate(text)] == values


# Masks


@pytest.mark.parametrize(
    ("text", "at", "mask"),
    [
        ("the 22nd floor", "22", "ordinal"),
        ("at 10.45pm", "10", "clock"),
        ("at 19:30", "19", "clock"),
        ("at 0401 GMT", "0401", "clock"),
        ("call 555-123-4567", "555", "phone"),
        ("call 555-0199", "555", "phone"),
        ("dial 911", "911", "phone"),
        ("version 9.3.2", "9", "version"),
        ("on 12/11/2025", "12", "date"),
        ("since 9/11", "9", "date"),
        ("in 2012-13", "2012", "year"),
        ("the 1990s", "1990", "year"),
        ("agent 007", "007", "code"),
        ("a 401(k) plan", "401", "code"),
        ("odds of 3:1", "3", "code"),
        ("ISBN 978-3-16-148410-0", "978", "code"),
        ("3 1 4 1 5 9 2 6 5 3 5 8 9", "3", "table"),
        ("about 500 people", "500", None),
        ("a 1/2 share", "1", None),
    ],
)
def test_masks_by_shape(text: str, at: str, mask: str | None) -> None:
    found = shapes.shape(text, text.index(at))
    assert (found[0] if found else None) == mask


@pytest.mark.parametrize(
    ("text", "at", "mask"),
    [
        ("Covid-19", "19", "name"),
        ("the G20", "20", "name"),
        ("see #42", "42", "code"),
        ("'90s", "90", "code"),
        ("sub-300", "300", None),
        ("0-to-60", "60", None),
        ("of 12", "12", None),
    ],
)
def test_masks_by_what_a_number_is_tied_to(text: str, at: str, mask: str | None) -> None:
    assert shapes.glued(text, text.index(at)) == mask


# Options


def test_a_country_settles_the_dollar_and_nothing_else() -> None:
    extractor = QuantityExtractor(country="au")
    assert [quantity.unit for quantity in quantities("It cost $5 and €3.", extractor)] == ["AUD", "EUR"]
    assert quantities("It cost $5.")[0].candidates[0] == "USD"


def test_two_forms_of_a_family_settle_nothing() -> None:
    found = quantities("It cost US$5, then A$6, then $7.")
    assert [quantity.unit for quantity in found] == ["USD", "AUD", None]


def test_options_are_checked() -> None:
    with pytest.raises(ArgumentError, match="ISO 3166"):
        QuantityExtractor(country="Austria")
    with pytest.raises(ArgumentError, match="ISO 4217"):
        QuantityExtractor(currency="$")
    with pytest.raises(PipelineError, match="country"):
        nc.Pipeline.default(options={"quantities": {"country": "Austria"}})


def test_the_extractor_with_options_can_be_pickled() -> None:
    extractor = QuantityExtractor(country="NZ", units={"cord": "cords"}, uncounted=["comment"])
    again = pickle.loads(pickle.dumps(extractor))
    assert again == extractor
    assert quantities("40 cords cost $3.", again) == quantities("40 cords cost $3.", extractor)


# Invariants

ALPHABET = st.sampled_from(
    [
        *("5", "12", "1,234", "3.5", "½", "1/2", "2016", "$", "£", "€", "US$", "%", "-", "–", " ", " ", ",", ".", "("),
        *(")", '"', "one", "two", "twenty", "hundred", "million", "dozens", "half", "third", "twice", "a", "of", "and"),
        *("to", "in", "from", "rose", "fell", "by", "up", "about", "more than", "between", "people", "years", "old"),
        *("per", "day", "barrel", "km/h", "C", "m", "bn", "per cent", "points", "Smith", "page", "\n", "\u00a0"),
        *("\ud800", "\x00", "ß", "م"),
    ]
)


@settings(max_examples=300)
@given(st.lists(ALPHABET, max_size=40).map("".join) | st.lists(ALPHABET, max_size=40).map(" ".join) | st.text())
def test_no_text_raises_and_every_span_cuts_its_surface(text: str) -> None:
    found = quantities(text)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert (quantity.value is None) == (quantity.low is not None)
        if quantity.counted:
            assert text[quantity.counted.start : quantity.counted.end] == quantity.counted.text
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.lists(ALPHABET, max_size=30).map(" ".join))
def test_links_lead_to_quantities_of_the_same_text(text: str) -> None:
    found = quantities(text)
    for quantity in found:
        for other in (quantity.from_, quantity.to):
            assert other is None or any(other is known for known in found)


@pytest.mark.parametrize(
    "unit",
    [
        *('"', "1,", "1-", "1 to ", "one ", "one hundred and ", "up 1% to ", "from 1% to ", "$1 ", "half a ", "5 old "),
        *("1/2 ", "1:", "more than ", "of the ", "A1 ", "Aaa 1 ", "between 1 and ", "0", "1e9", "5'", "-", "http://1"),
    ],
)
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    def cost(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        quantities(text)
        return time.process_time() - start

    cost(2_000)
    short, long = min(cost(4_000) for _ in range(3)), cost(64_000)
    assert long < 16 * 4 * short + 0.1
