"""Dates: points and stretches of calendar time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class DateExtractor:
    """Dates: points and stretches of calendar time."""

    name: ClassVar[str] = "dates"
    provides: ClassVar[type[Date]] = Date
    requires: ClassVar[tuple[type[Annotation], ...]] = ()

    def extract(self, document: Document, found: Found, /) -> Iterable[Date]:
        """Yield what the document holds."""
        return ()
