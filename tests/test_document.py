from __future__ import annotations

import datetime
from typing import Any

import pytest

import newsclaims as nc

DAY = datetime.date(2025, 1, 20)


@pytest.mark.parametrize(
    "published", ["2025-01-20", "2025-01-20T08:30:00Z", "20250120", DAY, datetime.datetime(2025, 1, 20, 8, 30)]
)
def test_published_is_a_day(published: Any) -> None:
    assert nc.Document("Rain.", published=published).published == DAY


@pytest.mark.parametrize("published", ["20 January 2025", "", "2025-02-30", 2025, True])
def test_published_that_is_no_date_is_an_error_that_says_the_form(published: Any) -> None:
    with pytest.raises(nc.ArgumentError, match=r"ISO date such as '2025-01-20'"):
        nc.Document("Rain.", published=published)


def test_text_must_be_a_str() -> None:
    with pytest.raises(nc.ArgumentError, match="decode bytes first"):
        nc.Document(b"Rain.")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["source", "id"])
def test_what_names_the_article_must_be_a_str(name: str) -> None:
    with pytest.raises(nc.ArgumentError, match=f"{name} must be a str or None, not 3.5"):
        nc.Document("Rain.", **{name: 3.5})  # type: ignore[arg-type]


def test_a_mapping_gives_its_known_parts() -> None:
    row = {"text": "Rain.", "published": "2025-01-20", "source": "The Gazette", "id": "a1", "title": "Weather"}
    assert nc.Document.of(row) == nc.Document("Rain.", published=DAY, source="The Gazette", id="a1")


def test_a_mapping_without_text_is_an_error_that_names_what_it_has() -> None:
    with pytest.raises(nc.ArgumentError, match="needs a 'text'; this one has 'body', 'id'"):
        nc.Document.of({"body": "Rain.", "id": "a1"})


def test_views_are_made_once() -> None:
    document = nc.Document('Rain fell. "Good," she said.')
    for view in ("paragraphs", "sentences", "tokens", "quotations"):
        assert getattr(document, view) is getattr(document, view)


def test_offsets_find_their_sentence_and_paragraph() -> None:
    document = nc.Document("Rain fell. Nobody minded.\n\nThe sun came out.")
    assert [document.sentence_at(offset) for offset in (0, 5, 12, 30)] == [0, 0, 1, 2]
    assert [document.paragraph_at(offset) for offset in (0, 12, 30)] == [0, 0, 1]
    assert nc.Document("  Rain.").sentence_at(0) == -1


def test_a_mention_is_cut_out_of_the_text() -> None:
    assert nc.Document("Rain fell.").mention(5, 9) == nc.Mention(start=5, end=9, text="fell")
