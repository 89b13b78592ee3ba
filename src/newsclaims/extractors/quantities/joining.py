"""Two numbers that make one quantity, or the two levels of one change."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import change, money, ranges, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.quantities.draft import Draft

Join = Callable[[str, "Draft", "Draft"], "Draft | None"]
JOINS: tuple[tuple[frozenset[str], Join], ...] = (
    (money.PARTS_JOINTS, money.join_parts),
    (ratios.VOTES_JOINTS, ratios.join_votes),
    (ratios.WHOLE_JOINTS, ratios.join),
    (ratios.SCORE_JOINTS, ratios.join_score),
    (ratios.WICKETS_JOINTS, ratios.join_wickets),
    (ranges.JOINTS, ranges.join),
)
"""In this order: the first that makes one quantity of two numbers wins; each with what may stand between them."""


@cache
def _joins() -> dict[str, tuple[Join, ...]]:
    """The rules by what stands between two numbers: most of it joins nothing."""
    joints = {joint for between, _ in JOINS for joint in between}
    return {joint: tuple(join for between, join in JOINS if joint in between) for joint in joints}


def join(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, in order, with ranges, ratios and scores put together and the levels of a change linked."""
    joined: list[Draft] = []
    joins = _joins()
    for draft in drafts:
        if joined and draft.start < joined[-1].end:
            continue
        if joined and draft.start - joined[-1].end <= ranges.LONGEST_WAY:
            left = joined[-1]
            between = text[left.end : draft.start]
            if " to" in between and _link_levels(text, left, draft):
                joined.append(draft)
                continue
            rules = (ratios.join_noun,) if between.endswith((" in ", " in every ")) else ()
            whole = _whole(text, left, draft, joins.get(between, rules))
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(draft)
    ratios.share_scores(text, joined)
    return joined


def _whole(text: str, left: Draft, right: Draft, joins: tuple[Join, ...]) -> Draft | None:
    """The one quantity that two numbers make."""
    for make in joins:
        whole = make(text, left, right)
        if whole is not None:
            return whole
    return None


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
