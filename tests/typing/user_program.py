"""A user's program: type checkers must see through the public names. Checked with mypy --strict, not run."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, assert_type

import newsclaims as nc
from newsclaims.extractors.quotes import QuoteExtractor

article = nc.extract("Rain fell.", published=datetime.date(2025, 1, 20))
assert_type(article, nc.Article)
assert_type(article.quotes, tuple[nc.Quote, ...])
for quote in article.quotes:
    assert_type(quote.speaker, nc.Speaker | None)
    assert_type([article.text[segment.slice] for segment in quote.segments], list[str])
for quantity in article.quantities:
    assert_type(quantity.value, Decimal | None)
    if quantity.kind == "furlongs":  # type: ignore[comparison-overlap]
        pass
assert_type(nc.to_dict(article), dict[str, Any])
assert_type(nc.from_dict({}), nc.Article)

pipeline = nc.Pipeline.default(options={"quotes": {"thought": True}}, on_error="collect")
pipeline = pipeline.replace(QuoteExtractor(thought=True)).without("claims")
for found in pipeline.stream(["Rain.", {"text": "Snow.", "id": 7}, nc.Document("Hail.")]):
    assert_type(found.problems, tuple[nc.Problem, ...])
nc.Pipeline.default(on_error="ignore")  # type: ignore[arg-type]


class Shouter:
    """An extractor needs no base class."""

    name = "shouter"
    provides = nc.Date
    requires = (nc.Quote,)

    def extract(self, document: nc.Document, found: nc.Found, /) -> list[nc.Date]:
        assert_type(found[nc.Quote], tuple[nc.Quote, ...])
        return []


extractor: nc.Extractor[nc.Date] = Shouter()
