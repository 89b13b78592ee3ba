"""Speakers: who is behind the mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.model import Annotation, Attribution, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class SpeakerExtractor:
    """Speakers: who is behind the mentions."""

    name: ClassVar[str] = "speakers"
    provides: ClassVar[type[Speaker]] = Speaker
    requires: ClassVar[tuple[type[Annotation], ...]] = (Attribution,)

    def extract(self, document: Document, found: Found, /) -> Iterable[Speaker]:
        """Yield what the document holds."""
        return ()
