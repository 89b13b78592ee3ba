"""Who spoke last before a quotation that has no frame of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.sources import source_after, source_before
from newsclaims.text.clauses import holds
from newsclaims.text.wordclass import NAME, WH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading

LONGEST_LOOK_BACK = 200
"""Tokens that are searched for a cue, at most."""


_NOBODY = frozenset({"that", "this", "it", "there", "those", "these"})


def last_source(document: Document, reading: Reading, paragraphs: Iterable[int]) -> tuple[int, int] | None:
    """The source of the last cue of the first paragraph that has one, of those given."""
    for index in paragraphs:
        paragraph = document.paragraphs[index]
        if paragraph.kind not in ("body", "headline"):
            continue
        first, last = document.tokens.at(paragraph.body_start), document.tokens.at(paragraph.end)
        source = last_source_in(reading, first, last)
        if source is not None:
            return source
    return None


def last_source_in(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The source of the last cue in a stretch of tokens, one that names somebody before any other."""
    first = max(first, last - LONGEST_LOOK_BACK)
    fallback: tuple[int, int] | None = None
    for cue in reversed(reading.cues_between(first, last)):
        source = _source(reading, cue, first, last)
        if source is None or reading.tags[source[0]] & WH or reading.lowers[source[0]] in _NOBODY:
            continue
        if holds(reading.tags, *source, NAME) or reading.lowers[source[0]] in _PERSONAL:
            return source
        fallback = fallback or source
    return fallback


_PERSONAL = frozenset({"he", "she", "i", "we"})


def _source(reading: Reading, cue: CueOccurrence, first: int, last: int) -> tuple[int, int] | None:
    if cue.form == "phrase":
        return source_after(reading, cue.last, last)
    if cue.form not in ("finite", "passive"):
        return None
    source = source_before(reading, cue.first, first)
    if source is None and cue.first > first and reading.quoted[cue.first - 1]:
        return source_after(reading, cue.last, last)
    return source
