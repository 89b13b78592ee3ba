"""Two numbers that make one quantity, or the two levels of one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import change, money, ranges, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.quantities.draft import Draft

JOINS = (money.join_parts, ratios.join_votes, ratios.join, ratios.join_score, ranges.join)
"""In this order: the first that makes one quantity of two numbers wins."""


def join(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, in order, with ranges, ratios and scores put together and the levels of a change linked."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and draft.start < joined[-1].end:
            continue
        if joined and draft.start - joined[-1].end <= ranges.LONGEST_WAY:
            left = joined[-1]
            if _link_levels(text, left, draft):
                joined.append(draft)
                continue
            whole = next(filter(None, (make(text, left, draft) for make in JOINS)), None)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(draft)
    return joined


def _link_levels(text: str, left: Draft, right: Draft) -> bool:
    """Link the levels before and after a change: "fell from 12% to 9%"; "from 5 to 10" alone is a range."""
    if not ranges.is_level_pair(text, left, right):
        return False
    ranges.share_unit(left, right)
    direction = change.before_from(text, left.start)
    if direction is None or left.kind != right.kind or not right.link(source=left):
        return False
    right.change = direction
    return True
