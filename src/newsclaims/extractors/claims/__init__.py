"""Claims: propositions put forward as true."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Claim, Date, Quantity, Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class ClaimExtractor:
    """Claims: propositions put forward as true."""

    name: ClassVar[str] = "claims"
    provides: ClassVar[type[Claim]] = Claim
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date, Quantity, Speaker, Quote)

    def extract(self, document: Document, found: Found, /) -> Iterable[Claim]:
        """Yield what the document holds."""
        return ()
