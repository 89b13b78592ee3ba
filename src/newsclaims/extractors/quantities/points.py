"""Points of a vote or a poll, which are percentage points: "won the primary by 20 points", "leads by 8 points"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities.number import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft

REACH = 160
"""Characters on either side in which a word tells of a vote."""
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
NOUN_BEHIND = re.compile(r" ([a-z]+)")
WORD = re.compile(r"[A-Za-z]+")


def attach(text: str, drafts: Sequence[Draft]) -> None:
    """Make percentage points of the points that are counted in a sentence about a vote; those of a game stay counts."""
    for draft in drafts:
        if draft.kind == "count" and draft.counted is not None and draft.counted.lemma == "point":
            if _is_made(text, draft, draft.counted.end):
                continue
            words = set(WORD.findall(_sentence(text, draft.start, draft.counted.end).lower()))
            if not words.isdisjoint(vocabulary("voting")) and words.isdisjoint(vocabulary("playing")):
                draft.kind, draft.rule, draft.unit = "percentage_point", "percentage-point", "percentage point"
                draft.end, draft.counted = draft.counted.end, None


def _is_made(text: str, draft: Draft, end: int) -> bool:
    """Whether the points are those of a plan or a speaker: "a ten-point plan", "made three points"."""
    if not vocabulary("before_points_made").isdisjoint(draft.words_before(text)[:2]):
        return True
    noun = NOUN_BEHIND.match(text, end)
    return noun is not None and noun[1] in vocabulary("behind_points_made")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence round a number, as far as it is near."""
    floor, ceiling = max(0, start - REACH), end + REACH
    for match in SENTENCE_END.finditer(text, floor, start):
        floor = match.end()
    stop = SENTENCE_END.search(text, end, ceiling)
    return text[floor : stop.start() if stop else ceiling]
