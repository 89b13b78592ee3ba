"""Dates: what holds for every date and every text, whatever the cases of tests/cases/en/dates say of single ones."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclaims as nc
from newsclaims.extractors.dates import DateExtractor, fallback
from newsclaims.extractors.protocol import Found

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PUBLISHED = datetime.date(2025, 1, 20)

days = st.dates(min_value=datetime.date(1500, 1, 1), max_value=datetime.date(2099, 12, 31))


def read(text: str, published: datetime.date | str | None = None) -> list[nc.Date]:
    return list(DateExtractor().extract(nc.Document(text, published=published), Found()))


def ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMS = {
    "month day, year": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "abbreviated": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "day month year": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal day": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "ordinal of month": lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "weekday, day first": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "ISO": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.year}/{d.month:02d}/{d.day:02d}",
    "full stops": lambda d: f"{d.day}.{d.month}.{d.year}",
    "narrow space": lambda d: f"{MONTHS[d.month - 1]}\u00a0{d.day}, {d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=days, published=st.none() | days)
def test_a_day_written_out_is_read_back(form: str, day: datetime.date, published: datetime.date | None) -> None:
    written = FORMS[form](day)
    found = read(f"The mill burned down on {written} and was never rebuilt.", published)
    assert [(date.text, date.value, date.kind) for date in found] == [(written, day.isoformat(), "date")]


@given(day=days, published=st.none() | days)
def test_a_month_written_out_is_read_back(day: datetime.date, published: datetime.date | None) -> None:
    found = read(f"The mill burned down in {MONTHS[day.month - 1]} {day.year}.", published)
    assert [date.value for date in found] == [f"{day.year}-{day.month:02d}"]


@given(year=st.integers(1500, 2099), published=st.none() | days)
def test_a_year_and_its_decade_are_read_back(year: int, published: datetime.date | None) -> None:
    first = year - year % 10
    found = read(f"The mill burned down in {year}, the worst of the {first}s.", published)
    length = 100 if first in (1500, 1600, 1700, 1800, 1900) else 10  # "the 1800s" is the century
    assert [date.value for date in found] == [str(year), f"{first}/{first + length}"]


@given(day=days, hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_written_out_is_read_back(day: datetime.date, hour: int, minute: int) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    written = f"{MONTHS[day.month - 1]} {day.day}, {day.year}, at {hour % 12 or 12}:{minute:02d} {half}"
    found = read(f"It began on {written} with a bang.")
    assert [(date.text, date.value) for date in found] == [(written, f"{day.isoformat()}T{hour:02d}:{minute:02d}")]


@given(published=days, back=st.integers(0, 6))
def test_a_weekday_in_a_report_is_within_the_last_week(published: datetime.date, back: int) -> None:
    day = published - datetime.timedelta(days=back)
    found = read(f"The mayor resigned on {WEEKDAYS[day.weekday()]}.", published)
    assert [date.value for date in found] == [day.isoformat()]


@given(published=days, ahead=st.integers(0, 6))
def test_a_weekday_that_will_be_is_within_the_next_week(published: datetime.date, ahead: int) -> None:
    day = published + datetime.timedelta(days=ahead)
    found = read(f"The mayor will resign on {WEEKDAYS[day.weekday()]}.", published)
    assert [date.value for date in found] == [day.isoformat()]


@given(published=days, count=st.integers(2, 400))
def test_days_ago_are_counted_back(published: datetime.date, count: int) -> None:
    found = read(f"The mayor resigned {count} days ago.", published)
    assert [date.value for date in found] == [(published - datetime.timedelta(days=count)).isoformat()]


@given(published=days)
def test_a_day_of_the_last_half_year_needs_no_year(published: datetime.date) -> None:
    day = published - datetime.timedelta(days=150)
    found = read(f"The mayor resigned on {MONTHS[day.month - 1]} {day.day}.", published)
    assert [date.value for date in found] == [day.isoformat()]


RELATIVE = (
    "on Monday", "next Friday", "yesterday", "this morning", "last night", "tonight", "two weeks ago", "last year",
    "this month", "over the weekend", "in the past five years", "on March 3", "in October", "last summer",
    "in the third quarter", "in Q3", "the following day", "that year", "ten years later", "a year earlier",
    "at Christmas", "Tuesday of last week", "on Saturday the 3rd",
)  # fmt: skip


@given(first=st.sampled_from(RELATIVE), second=st.sampled_from(RELATIVE), verb=st.sampled_from(("met", "will meet")))
def test_without_a_publication_date_nothing_relative_is_resolved(first: str, second: str, verb: str) -> None:
    found = read(f"The ministers {verb} {first}. They {verb} again {second}.")
    assert found
    assert {date.value for date in found} == {None}


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29)])
@given(first=st.sampled_from(RELATIVE), verb=st.sampled_from(("met", "will meet")))
def test_the_ends_of_the_calendar_do_not_raise(published: datetime.date, first: str, verb: str) -> None:
    read(
        f"The ministers {verb} {first}, 9999 years ago, in 9999 weeks' time, in 44 BC and on Dec. 31, 9999.", published
    )


PIECES = (
    *MONTHS, *SHORT, *WEEKDAYS, *RELATIVE, "1", "31", "2016", "1999-00", "’90s", "’08", "a.m.", "p.m.", "10:30", "/",
    "-", "–", ",", ".", "the", "of", "last", "ago", "later", "every", "years", "year", "century", "20th", "early",
    "mid-", "FY", "c.", "AD", "BC", "GMT", "o'clock", "\n", "\u00a0", "“", "Sept", "second", "first", "quarter",
    "half", "fall", "winter", "\ud800", "\x00", "９",
)  # fmt: skip


@settings(max_examples=300)
@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=30),
    glue=st.sampled_from((" ", "", "  ")),
    published=st.none() | days,
)
def test_no_text_raises_and_no_two_dates_overlap(pieces: list[str], glue: str, published: datetime.date | None) -> None:
    text = glue.join(pieces)
    found = read(text, published)
    assert all(text[date.start : date.end] == date.text for date in found)
    assert all(date.end <= after.start for date, after in pairwise(found))
    assert found == read(text, published)


@given(text=st.text(max_size=80))
def test_no_characters_raise(text: str) -> None:
    read(text, PUBLISHED)


def test_intervals_hold_their_first_unit_and_not_their_end() -> None:
    found = read("The fair of Jan. 3-5, 2019, was the best of the 2010s.")
    assert [date.value for date in found] == ["2019-01-03/2019-01-06", "2010/2020"]


CLOCKLESS = """
import datetime, time
class Never(datetime.date):
    @classmethod
    def today(cls): raise AssertionError("the clock was read")
datetime.date = Never
import newsclaims as nc
found = nc.extract("It fell on Monday, two weeks ago and in October.", published="2025-01-20")
print([date.value for date in found.dates])
"""


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_clock_is_never_read() -> None:
    assert run(CLOCKLESS) == "['2025-01-20', '2025-W02', '2024-10']"


def test_dateparser_is_imported_for_rare_forms_only() -> None:
    code = """
import sys, newsclaims as nc
assert "dateparser" not in sys.modules
common = "On Monday, Jan. 20, 2025, at 10 a.m., two weeks ago, in the 1990s, 3 May 2016, 20/01/2025, 2025-01-20"
assert len(nc.extract(common, published="2025-01-20").dates) == 6
assert "dateparser" not in sys.modules
rare = nc.extract("Archived 20-Jan-2025.").dates
assert [date.value for date in rare] == ["2025-01-20"] and rare[0].rule == "dates.dateparser"
assert "dateparser" in sys.modules
print("as it should")
"""
    assert run(code) == "as it should"


def test_dateparser_is_asked_so_often_and_no_more() -> None:
    text = " ".join(f"{1 + i % 28}-Jan-{1900 + i}." for i in range(2 * fallback.BUDGET))
    asked = [date for date in read(text) if date.rule == "dates.dateparser"]
    assert len(asked) == fallback.BUDGET


HOSTILE = (
    "jan ", "2016 ", "1,", "9", "1.", "May ", "in 1 ", "Monday ", "Jan. 3-", "Jan. 3 to ", "the past ", "two weeks ",
    "year ", "1/1/", "2016-", "10:30 ", "10 ", "today ", "1 - ", "2012 – ", "first quarter ", "Christmas ", "’90s ",
    "1 January ", "20-Jan-2025 ", "twenty-five ", "noon ", "early ", "c. 314 ", "a few years ", " ", "\u00a0", "\n",
    "’", "the last ", "said he will Monday ",
)  # fmt: skip


def seconds(text: str) -> float:
    document = nc.Document(text, published=PUBLISHED)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        list(DateExtractor().extract(document, Found()))
        best = min(best, time.process_time() - start)
    return best


# What is found and counts from a date far behind.
FAR_BEHIND = (
    "May 3, 1999: ",
    ("Feb. 30 ", "a few years earlier ", "that night ", "in October ", "at 10 a.m. ", "that year, "),
)


@pytest.mark.parametrize("piece", FAR_BEHIND[1])
def test_a_date_far_behind_costs_nothing(piece: str) -> None:
    short, long = (FAR_BEHIND[0] + (piece * size)[:size] for size in (4_000, 32_000))
    assert seconds(long) < 8 * 3 * max(seconds(short), 1e-4)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    short, long = ((piece * size)[:size] for size in (4_000, 32_000))
    assert seconds(long) < 8 * 3 * max(seconds(short), 1e-4)
