from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import attrs
import pytest

import newsclaims as nc
from frame import ARTICLE, PERCENT, TEXT, Poll, mention


def test_the_wire_format_is_what_it_is() -> None:
    """The whole format, key by key: what changes here changes for every reader."""
    assert nc.to_dict(ARTICLE) == {
        "schema": "newsclaims/1",
        "text": TEXT,
        "published": "2025-01-20",
        "quotes": [
            {
                "id": "q1",
                "start": 0,
                "end": 43,
                "text": "Turnout rose to over 61.5 percent on Monday",
                "rule": "quotes.cue-after",
                "kind": "indirect",
                "segments": [[0, 43]],
                "cue": {"start": 53, "end": 57, "text": "told", "lemma": "tell", "class": "say"},
                "source": {"start": 45, "end": 52, "text": "Ada Orr", "form": "name"},
                "speaker": "s1",
                "addressee": {"start": 58, "end": 67, "text": "reporters"},
                "medium": None,
                "date": "d1",
                "parent": None,
                "confidence": "high",
            },
            {
                "id": "q2",
                "start": 70,
                "end": 81,
                "text": "It was high",
                "rule": "quotes.cue-after",
                "kind": "direct",
                "segments": [[70, 81]],
                "cue": None,
                "source": None,
                "speaker": None,
                "addressee": None,
                "medium": None,
                "date": None,
                "parent": "q1",
                "confidence": "high",
            },
        ],
        "claims": [
            {
                "id": "c1",
                "start": 0,
                "end": 43,
                "text": "Turnout rose to over 61.5 percent on Monday",
                "rule": "claims.quote",
                "segments": [[0, 43]],
                "sentence": [0, 68],
                "claimer": "speaker",
                "speaker": "s1",
                "quote": "q1",
                "polarity": "affirm",
                "negated": False,
                "modality": "asserted",
                "evidentiality": "none",
                "types": ["quantity", "trend"],
                "quantities": ["n1"],
                "dates": ["d1"],
                "checkable": True,
                "score": 1.5,
                "reasons": [{"code": "percent", "start": 21, "end": 33, "weight": 1.5}],
                "unresolved": [],
                "confidence": "high",
            }
        ],
        "quantities": [
            {
                "id": "n1",
                "start": 16,
                "end": 33,
                "text": "over 61.5 percent",
                "rule": "quantities.percent",
                "kind": "percent",
                "value": "61.50",
                "low": None,
                "high": None,
                "unit": "percent",
                "symbol": None,
                "candidates": [],
                "counted": None,
                "bound": "more_than",
                "approximate": False,
                "change": "up",
                "from": None,
                "to": None,
            }
        ],
        "dates": [
            {
                "id": "d1",
                "start": 37,
                "end": 43,
                "text": "Monday",
                "rule": "dates.weekday",
                "kind": "date",
                "value": "2025-01-20",
            }
        ],
        "speakers": [
            {
                "id": "s1",
                "start": 45,
                "end": 52,
                "text": "Ada Orr",
                "rule": "speakers.full-name",
                "name": "Ada Orr",
                "kind": "person",
                "role": None,
                "affiliation": None,
                "gender": None,
                "mentions": [[45, 52], [84, 87]],
            }
        ],
        "problems": [{"extractor": "polls", "error": "ValueError", "message": "no such poll"}],
    }


@pytest.mark.parametrize("article", [ARTICLE, nc.Article(text="", id="a1", source="The Gazette"), nc.extract(TEXT)])
def test_the_round_trip_is_exact_even_through_json(article: nc.Article) -> None:
    wire = nc.to_dict(article)
    back = nc.from_dict(json.loads(json.dumps(wire)))
    assert back == article
    assert nc.to_dict(back) == wire


def test_links_come_back_as_the_same_objects() -> None:
    back = nc.from_dict(nc.to_dict(ARTICLE))
    assert back.claims[0].quote is back.quotes[0]
    assert back.quotes[1].parent is back.quotes[0]
    assert back.claims[0].quantities[0] is back.quantities[0]


@pytest.mark.parametrize("value", ["24200000000", "0.10", "-3", "1E+3", "1E-7"])
def test_decimals_are_written_out_and_come_back_equal(value: str) -> None:
    quantity = attrs.evolve(PERCENT, value=Decimal(value))
    wire = nc.to_dict(nc.Article(text=TEXT, quantities=(quantity,)))
    written = wire["quantities"][0]["value"]
    assert Decimal(written) == Decimal(value)
    assert "E" not in written
    assert nc.from_dict(wire).quantities == (quantity,)


def test_a_level_before_and_after_a_change_is_a_link() -> None:
    change = attrs.evolve(PERCENT, from_=PERCENT, to=PERCENT)
    wire = nc.to_dict(nc.Article(text=TEXT, quantities=(PERCENT, change)))
    assert (wire["quantities"][1]["from"], wire["quantities"][1]["to"]) == ("n1", "n1")
    assert nc.from_dict(wire).quantities[1] == change


def test_the_kind_of_a_plugin_stands_under_its_plural_and_comes_back_by_its_class() -> None:
    poll = Poll(**mention("Turnout"), rule="polls.word", share=PERCENT, others=(PERCENT, PERCENT))
    article = nc.Article(text=TEXT, quantities=(PERCENT,), extra={"polls": (poll,)})
    wire = nc.to_dict(article)
    assert wire["polls"] == [
        {"id": "polls-1", **mention("Turnout"), "rule": "polls.word", "share": "n1", "others": ["n1", "n1"]}
    ]
    assert nc.from_dict(wire, kinds=[Poll]) == article
    with pytest.raises(nc.SchemaError, match=r"unknown keys \['polls'\]: give the plugin's annotation classes"):
        nc.from_dict(wire)


def test_a_link_to_what_is_not_in_the_article_cannot_be_written() -> None:
    with pytest.raises(nc.SchemaError, match="'Ada Orr' is linked to, but is not among the article's speakers"):
        nc.to_dict(attrs.evolve(ARTICLE, speakers=()))


@pytest.mark.parametrize("data", [None, [], "newsclaims/1", {}, {"schema": "newsclaims/2"}])
def test_what_is_not_of_this_schema_is_refused(data: Any) -> None:
    with pytest.raises(nc.SchemaError, match="expected a dictionary with schema 'newsclaims/1', got"):
        nc.from_dict(data)


DELETE = object()


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["claims"], DELETE, "missing keys ['claims']"),
        (["text"], 3, "text: expected a string, not 3"),
        (["id"], None, "id: expected a string, not None"),
        (["published"], "Monday", "published must be an ISO date"),
        (["quotes"], {}, "quotes: expected a list of dictionaries"),
        (["quotes", 0], "q1", "quotes: expected a list of dictionaries"),
        (["quotes", 1, "id"], "q1", "quotes[1]: id 'q1' is not a string of its own"),
        (["quotes", 1, "id"], DELETE, "quotes[1]: id None is not a string of its own"),
        (["quotes", 0, "rule"], DELETE, "annotation 'q1': required field missing @ $.rule"),
        (["quotes", 0, "colour"], "red", "annotation 'q1': extra fields found (colour) @ $"),
        (
            ["quotes", 0, "kind"],
            "loud",
            "annotation 'q1': expected one of 'direct', 'indirect', 'mixed', not 'loud'",
        ),
        (["quotes", 0, "start"], "0", "annotation 'q1': expected int, not '0' @ $.start"),
        (["quotes", 0, "start"], 1, "annotation 'q1': text 'Turnout rose"),
        (["quotes", 0, "end"], 4000, "annotation 'q1': span 0:4000 is empty or outside"),
        (["quotes", 0, "segments", 0], [0], "annotation 'q1': expected [start, end], not [0]"),
        (["quotes", 0, "segments", 0], [0, 4000], "annotation 'q1': segments: span 0:4000 is empty or outside"),
        (["quotes", 0, "cue", "text"], "tolled", "annotation 'q1': cue: text 'tolled' does not stand at 53:57"),
        (["quotes", 0, "cue", "class"], DELETE, "annotation 'q1': required field missing @ $.cue.class"),
        (["quotes", 0, "speaker"], "s9", "annotation 'q1': speaker: no annotation has the id 's9'"),
        (["quotes", 0, "speaker"], 1, "annotation 'q1': speaker: no annotation has the id 1"),
        (["quotes", 0, "speaker"], "d1", "annotation 'q1': speaker: 'd1' is a Date, not a Speaker"),
        (["quotes", 0, "parent"], "q2", "annotation 'q1' links to itself in a circle"),
        (["quotes", 0, "parent"], DELETE, None),
        (["claims", 0, "quantities"], "n1", "annotation 'c1': quantities: expected a list of ids, not 'n1'"),
        (["claims", 0, "negated"], 0, "annotation 'c1': expected bool, not 0 @ $.negated"),
        (["claims", 0, "score"], "1.5", "annotation 'c1': expected a number, not '1.5' @ $.score"),
        (["claims", 0, "score"], 1, None),
        (["quantities", 0, "value"], 61.5, "expected a decimal string, not 61.5 @ $.value"),
        (["quantities", 0, "value"], "NaN", "expected a decimal string, not 'NaN' @ $.value"),
        (["quantities", 0, "value"], "many", "expected a decimal string, not 'many' @ $.value"),
        (["problems", 0], {"extractor": "polls"}, "problems: "),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: list[Any], value: Any, message: str | None) -> None:
    """A message of None: the change is allowed, what is left out has a default."""
    wire = deepcopy(nc.to_dict(ARTICLE))
    *way, last = path
    at: Any = wire
    for step in way:
        at = at[step]
    if value is DELETE:
        del at[last]
    else:
        at[last] = value
    if message is None:
        nc.from_dict(wire)
        return
    with pytest.raises(nc.SchemaError) as caught:
        nc.from_dict(wire)
    assert message in str(caught.value)
