"""Finds the speaker behind a source mention."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.model import Source, Speaker

LONGEST_MENTION = 400
"""A mention that starts further back than this is not looked at."""


class SpeakerIndex:
    """The mentions of all speakers by position."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        rows = sorted(
            ((span.start, span.end, speaker) for speaker in speakers for span in speaker.mentions),
            key=lambda row: row[:2],
        )
        self._rows = rows
        self._starts = [start for start, _, _ in rows]
        self._exact = {(start, end): speaker for start, end, speaker in rows}

    def of(self, source: Source) -> Speaker | None:
        """The speaker with this very mention, else the one whose mention shares most with it."""
        exact = self._exact.get((source.start, source.end))
        if exact is not None:
            return exact
        best, most = None, 0
        for index in range(bisect_left(self._starts, source.start - LONGEST_MENTION), len(self._rows)):
            start, end, speaker = self._rows[index]
            if start >= source.end:
                break
            shared = min(end, source.end) - max(start, source.start)
            if shared > most:
                best, most = speaker, shared
        return best
