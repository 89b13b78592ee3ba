"""Quantities: numbers with what they measure or count.

One pass over the places where a number may begin: a number that is an amount becomes a draft with its unit; then drafts
are joined to ranges, ratios and scores, and get their modifiers, what they count, and their change. Every step is a
module of its own and looks only round the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims import units as tables
from newsclaims.errors import ArgumentError
from newsclaims.extractors.quantities import (
    change,
    ellipsis,
    equivalents,
    joining,
    measures,
    modifiers,
    money,
    naming,
    points,
    ranges,
    reading,
)
from newsclaims.model import Annotation, Date, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found
    from newsclaims.extractors.quantities.draft import Draft


def _surfaces(given: Mapping[str, str | Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: (texts,) if isinstance(texts, str) else tuple(texts) for name, texts in given.items()}


def _check_country(_extractor: object, _field: object, value: str | None) -> None:
    if value is not None:
        tables.country_currency(value)


def _check_currency(_extractor: object, _field: object, value: str | None) -> None:
    if value is not None and not (len(value) == 3 and value.isalpha() and value.isupper()):
        raise ArgumentError(f"currency must be an ISO 4217 code such as 'AUD', not {value!r}")


@frozen
class QuantityExtractor:
    """Quantities: numbers with what they measure or count.

    >>> import newsclaims as nc
    >>> [quantity.text for quantity in nc.extract("It rose 5% to about $3bn.").quantities]
    ['5%', 'about $3bn']
    """

    name: ClassVar[str] = "quantities"
    provides: ClassVar[type[Quantity]] = Quantity
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date,)

    country: str | None = field(default=None, kw_only=True, validator=_check_country)
    """ISO 3166-1 code of the country that the articles are written in: it settles "$" where nothing else does."""
    currency: str | None = field(default=None, kw_only=True, validator=_check_currency)
    """ISO 4217 code that settles an ambiguous sign; it goes before ``country``."""
    units: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_surfaces, kw_only=True)
    """More units: name in the singular, and the ways to write it."""
    uncounted: frozenset[str] = field(default=frozenset(), converter=frozenset, kw_only=True)
    """Nouns, in the singular, whose counts are left out."""

    @cached_property
    def _index(self) -> measures.Index:
        return measures.build_index(self.units) if self.units else measures.index()

    def extract(self, document: Document, found: Found, /) -> Iterable[Quantity]:
        """Yield the quantities of a document."""
        text = document.text
        drafts = joining.join(text, reading.iterate(text, found[Date], self._index))
        for draft in drafts:
            modifiers.attach(text, draft)
            naming.attach(text, draft, self._index)
        drafts = ranges.join_all_bounds(text, drafts)
        drafts = [draft for at, draft in enumerate(drafts) if not at or draft.start >= drafts[at - 1].reach]
        ellipsis.attach(text, drafts)
        drafts = [draft for draft in drafts if self._is_wanted(text, draft)]
        change.attach(text, drafts)
        points.attach(text, drafts)
        equivalents.attach(text, drafts)
        money.pounds_to_money(text, drafts)
        money.settle(drafts, self._hint())
        made: dict[int, Quantity] = {}
        return [draft.finish(text, made) for draft in drafts]

    def _hint(self) -> str | None:
        return self.currency or (tables.country_currency(self.country) if self.country else None)

    def _is_wanted(self, text: str, draft: Draft) -> bool:
        if draft.kind == "count" and draft.counted is not None and draft.counted.lemma in self.uncounted:
            return False
        return not naming.is_pronoun(text, draft)
