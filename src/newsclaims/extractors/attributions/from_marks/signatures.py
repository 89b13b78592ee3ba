"""Signatures: a dash and a name behind a quotation, in its paragraph or as the next one: “A fine day.” — Jo Park."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.from_marks.frame import Frame
from newsclaims.extractors.attributions.lexicon import CueEntry
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import DASH, DETERMINER, NAME, TITLE

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.attributions.from_marks.regions import Region
    from newsclaims.extractors.attributions.reading import Reading

LONGEST_SIGNATURE = 16
"""Tokens of a signature, at most."""
DASH_ENTRY = CueEntry("—", "say", frozenset({"quote"}), thought=False)


def signature_behind(document: Document, reading: Reading, region: Region) -> Frame | None:
    """The signature that stands behind a quotation and ends its paragraph, or is the next paragraph."""
    paragraphs = document.paragraphs
    end = document.tokens.at(paragraphs[region.paragraph].end)
    if region.last < end:
        return _signature(reading, region.last, end)
    if region.paragraph + 1 < len(paragraphs):
        following = paragraphs[region.paragraph + 1]
        return _signature(reading, document.tokens.at(following.start), document.tokens.at(following.end))
    return None


def _signature(reading: Reading, start: int, end: int) -> Frame | None:
    tags = reading.tags
    first = start
    while first < end and first < start + 2 and tags[first] & DASH:
        first += 1
    if first in (start, end) or end - start > LONGEST_SIGNATURE or not tags[first] & (NAME | TITLE | DETERMINER):
        return None
    last = core_end(tags, reading.lowers, first, end)
    if last == first or not any(tags[k] & NAME and not tags[k] & DETERMINER for k in range(first, last)):
        return None
    return Frame("signature", (start, first), DASH_ENTRY, (first, last), end)
