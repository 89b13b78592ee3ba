"""Attributions: source, cue and content of what is said or thought."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class AttributionExtractor:
    """Attributions: source, cue and content of what is said or thought."""

    name: ClassVar[str] = "attributions"
    provides: ClassVar[type[Attribution]] = Attribution
    requires: ClassVar[tuple[type[Annotation], ...]] = ()

    def extract(self, document: Document, found: Found, /) -> Iterable[Attribution]:
        """Yield what the document holds."""
        return ()
