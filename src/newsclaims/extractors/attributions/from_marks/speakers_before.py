"""Who spoke last before a quotation that has no frame of its own."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import NAME, WH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.candidate import Candidate, Stretch
    from newsclaims.extractors.attributions.from_marks.drafts import Draft
    from newsclaims.extractors.attributions.reading import Reading

LONGEST_LOOK_BACK = 200
"""Tokens that are searched for somebody who speaks, at most."""
_NOBODY = frozenset({"that", "this", "it", "there", "those", "these"})
_PERSONAL = frozenset({"he", "she", "i", "we"})


class SpokenBefore:
    """The sources of what cues led to, by position."""

    def __init__(self, document: Document, reading: Reading, cue_led: Iterable[Candidate]) -> None:
        self.document = document
        self.reading = reading
        self._cue_led = cue_led

    @cached_property
    def _rows(self) -> list[tuple[int, Stretch]]:
        """Token of each cue and its source, in order; few texts ask for it."""
        at = self.document.tokens.at
        return sorted((at(one.cue[0]), one.source) for one in self._cue_led if one.cue is not None and one.source)

    def before_paragraph(self, index: int, drafts: Sequence[Draft]) -> Stretch | None:
        """Who speaks in a paragraph that is nothing but a quotation.

        That is whom the paragraph before names as the source of its last cue, or as the subject of its last sentence
        ("He then turned to the crowd."); else who spoke in marks last; else any source of the two paragraphs before.
        """
        other: Stretch | None = None
        for before in range(index - 1, max(-1, index - 3), -1):
            paragraph = self.document.paragraphs[before]
            if paragraph.kind not in ("body", "headline"):
                continue
            at = self.document.tokens.at
            first, last = at(paragraph.body_start), at(paragraph.end)
            source = self.between(first, last, drafts)
            if source is None or not self._is_person(source):
                other = other or source
                source = self._last_subject(first, last) if before == index - 1 else None
            if source is not None:
                return source
        spoken = next((draft.source for draft in reversed(drafts[-2:]) if draft.source is not None), None)
        return spoken or other

    def _last_subject(self, first: int, last: int) -> Stretch | None:
        """The subject that the last sentence of a stretch begins with, where it is a person."""
        floor = max(first, self.document.sentence_tokens[self.document.sentence_at(self.reading.starts[last - 1])][0])
        end = core_end(self.reading.tags, self.reading.lowers, floor, last)
        return (floor, end) if end > floor and self._is_person((floor, end)) else None

    def _is_person(self, source: Stretch) -> bool:
        return holds(self.reading.tags, *source, NAME) or self.reading.lowers[source[0]] in _PERSONAL

    def between(self, first: int, last: int, drafts: Sequence[Draft]) -> Stretch | None:
        """The source of the last cue in a stretch of tokens, one that names somebody before any other."""
        first = max(first, last - LONGEST_LOOK_BACK)
        low, high = bisect_left(self._rows, (first,)), bisect_left(self._rows, (last,))
        rows = self._rows[low:high]
        for draft in reversed(drafts):
            if draft.frame is None or draft.source is None:
                continue
            if draft.frame.cue[0] < first:
                break
            rows.append((draft.frame.cue[0], draft.source))
        fallback: Stretch | None = None
        for _, source in sorted(rows, key=itemgetter(0), reverse=True):
            if self.reading.tags[source[0]] & WH or self.reading.lowers[source[0]] in _NOBODY:
                continue
            if self._is_person(source):
                return source
            fallback = fallback or source
        return fallback
