"""Quotes: attributions joined with their speaker and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Attribution, Date, Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class QuoteExtractor:
    """Quotes: attributions joined with their speaker and date."""

    name: ClassVar[str] = "quotes"
    provides: ClassVar[type[Quote]] = Quote
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date, Attribution, Speaker)

    def extract(self, document: Document, found: Found, /) -> Iterable[Quote]:
        """Yield what the document holds."""
        return ()
