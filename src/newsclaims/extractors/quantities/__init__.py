"""Quantities: numbers with what they measure or count."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Date, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class QuantityExtractor:
    """Quantities: numbers with what they measure or count."""

    name: ClassVar[str] = "quantities"
    provides: ClassVar[type[Quantity]] = Quantity
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date,)

    def extract(self, document: Document, found: Found, /) -> Iterable[Quantity]:
        """Yield what the document holds."""
        return ()
