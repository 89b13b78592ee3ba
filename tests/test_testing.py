from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

import newsclaims as nc
from frame import ARTICLE, Finder, Poll, dates
from newsclaims import examples, testing
from newsclaims.extractors import BUILT_IN
from newsclaims.extractors.quotes import QuoteExtractor

if TYPE_CHECKING:
    from newsclaims.extractors.protocol import Found

TEXT = "Rain fell on Monday."


def test_find_gives_what_one_extractor_finds() -> None:
    assert [date.text for date in testing.find(dates("Monday"), TEXT)] == ["Monday"]
    assert [poll.text for poll in testing.find(Finder("polls", Poll, (nc.Date,), words=("Rain",)), TEXT)] == ["Rain"]


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_extractors_keep_their_promises(name: str) -> None:
    extractors = {extractor.name: extractor for extractor in nc.Pipeline.default().extractors}
    testing.check_extractor(extractors[name], [TEXT, *(examples.read(n).text for n in examples.names())])


class Fickle:
    """Breaks whatever promise it is told to break."""

    provides = Poll
    requires: Any = ()

    def __init__(self, broken: str) -> None:
        self.broken = broken
        self.name = "po.lls" if broken == "name" else "polls"
        self.runs = 0

    def __eq__(self, other: object) -> bool:
        return self.broken != "pickle" and isinstance(other, Fickle)

    def __hash__(self) -> int:
        return 0

    def extract(self, document: nc.Document, _found: Found, /) -> list[Poll]:
        self.runs += 1
        if self.broken == "odd" and not document.text:
            raise IndexError("string index out of range")
        if not document.text.startswith("Rain") or (self.broken == "twice" and self.runs > 1):
            return []
        return [Poll(start=0, end=4, text="Rain", rule="word" if self.broken == "rule" else "polls.word")]


@pytest.mark.parametrize(
    ("broken", "error", "message"),
    [
        ("name", AssertionError, "name must be a word without a full stop"),
        ("pickle", AssertionError, "must come out of a pickle"),
        ("rule", AssertionError, "Poll 'Rain' (word): a rule is called <extractor>.<rule>"),
        ("twice", AssertionError, "the same text gave two results: 'Rain fell on Monday.'"),
        ("odd", IndexError, "string index out of range"),
    ],
)
def test_a_broken_promise_is_named(broken: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        testing.check_extractor(Fickle(broken), [TEXT])
    assert message in str(caught.value)


def test_a_kept_promise_is_silent() -> None:
    testing.check_extractor(Fickle("none"), [TEXT])


@pytest.mark.parametrize(
    ("segments", "message"),
    [
        ((), "has no segments"),
        ((nc.Span(20, 43), nc.Span(0, 43)), "overlap or are out of order"),
        ((nc.Span(0, 5), nc.Span(10, 42)), "not the hull of its segments"),
    ],
)
def test_segments_must_be_in_order_and_span_the_quote(segments: tuple[nc.Span, ...], message: str) -> None:
    testing.check_article(ARTICLE)
    quote = attrs.evolve(ARTICLE.quotes[0], segments=segments)
    with pytest.raises(AssertionError, match=message):
        testing.check_article(attrs.evolve(ARTICLE, quotes=(quote,), claims=()))


def test_find_leaves_out_what_another_extractor_finds_of_the_same_kind() -> None:
    more = Finder("more", nc.Date, words=("Rain",), fields={"kind": "date", "value": None})
    assert [date.text for date in testing.find(more, TEXT)] == ["Rain"]
    assert [quote.text for quote in testing.find(QuoteExtractor(), 'Ada Orr said: "It rained."')] == ["It rained."]
