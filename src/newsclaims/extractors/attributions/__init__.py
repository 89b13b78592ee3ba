"""Attributions: source, cue and content of what is said or thought."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims.extractors.attributions.candidate import finish
from newsclaims.extractors.attributions.circumstances import add_circumstances
from newsclaims.extractors.attributions.from_cues.attributor import find_cue_led
from newsclaims.extractors.attributions.from_marks.chain import find_marks_led
from newsclaims.extractors.attributions.lexicon import cue_lexicon
from newsclaims.extractors.attributions.overlaps import resolve
from newsclaims.extractors.attributions.reading import Reading
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

    cues: tuple[str, ...] = field(default=(), converter=tuple)
    """Cues of the user, in the form of ``lexicons/en/cues.txt``: ``"guesstimate | predict | clause quote"``."""

    def extract(self, document: Document, found: Found, /) -> Iterable[Attribution]:
        """Yield what the document holds: the candidates of both halves, overlaps resolved."""
        reading = Reading.of(document, cue_lexicon(self.cues))
        cue_led = list(find_cue_led(document, reading))
        standing = resolve(reading, find_marks_led(document, reading, cue_led), cue_led)
        add_circumstances(document, reading, standing)
        return finish(reading, standing)
