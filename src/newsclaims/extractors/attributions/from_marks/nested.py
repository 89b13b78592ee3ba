"""Quotations inside what is quoted: “He told me ‘go home’,” Ann said. Children of the quote that holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.from_marks.drafts import Draft
from newsclaims.extractors.attributions.from_marks.frames_before import frame_before
from newsclaims.extractors.attributions.from_marks.frames_behind import frame_behind
from newsclaims.text.wordclass import COMMA, FINITE, MODAL, NEGATION, PAST, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.candidate import Candidate
    from newsclaims.extractors.attributions.from_marks.frame import Frame
    from newsclaims.extractors.attributions.from_marks.regions import Region
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.text.quotemarks import Quotation

FEWEST_WORDS = 2
"""A nested quotation of fewer words is a name or a scare quote."""


def children(document: Document) -> dict[int, list[Quotation]]:
    """The quotations right inside others, by the index of the one that holds them."""
    found: dict[int, list[Quotation]] = {}
    for quotation in document.quotations:
        if quotation.parent is not None:
            found.setdefault(quotation.parent, []).append(quotation)
    return found


def find_nested(reading: Reading, region: Region, quotations: list[Quotation], outer: Candidate) -> Iterator[Candidate]:
    """The candidates that quotations inside a region are, which is content of another candidate."""
    part = reading.part(region.inner_first, region.inner_last, quotations)
    for first, last in part.quotation_ends.items():
        if not part.quoted[first] or last - first - 2 < FEWEST_WORDS:
            continue
        frame = _frame(part, first, last)
        if frame is None or frame.source is None or not _happened(part, frame):
            continue
        draft = Draft("nested", frame, frame.source, confidence="medium")
        draft.segments.append((part.starts[first + 1], part.ends[last - 2]))
        candidate = draft.finish(part)
        candidate.parent = outer
        candidate.move(region.inner_first)
        yield candidate


def _happened(part: Reading, frame: Frame) -> bool:
    """Whether the frame tells of something that was said: not "people say", "we cannot say", "if you said"."""
    tags = part.tags[slice(*frame.cue)]
    told = any(tag & PAST and tag & FINITE for tag in tags) and not any(tag & (MODAL | NEGATION) for tag in tags)
    return told and frame.sure and not frame.entry.thought


def _frame(part: Reading, first: int, last: int) -> Frame | None:
    """The frame before or behind a nested quotation, in its sentence."""
    tags = part.tags
    floor = first
    while floor and not (tags[floor - 1] & STOP and not tags[floor - 1] & COMMA):
        floor -= 1
    closing = tags[last - 2]
    before = frame_before(part, floor, first, form="utterance", shared=None) if floor < first else None
    if before is not None or not closing & (COMMA | STOP):
        return before
    limit = next((k for k in range(last, len(tags)) if tags[k] & STOP and not tags[k] & COMMA), len(tags))
    return frame_behind(part, last, limit)
