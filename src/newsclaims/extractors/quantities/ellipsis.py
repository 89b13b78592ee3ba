"""What a number leaves out because another one says it: "460 cars compared with 63", "two- and three-bedroom"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities.before import words_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft

COMPARISONS = (["with", "compared"], ["to", "compared"], ["versus"], ["vs"], ["from", "up"], ["from", "down"])
OF_THE = re.compile(
    r" of (?:the|its|his|her|their|these|those)(?: (?:first|last|nearly|about|some|estimated|total|more than))? "
)
SUSPENDED = re.compile(r"-(?:,? (?:and|or) |, | to )")
SENTENCE_END = re.compile(r"[.!?]\s")
FARTHEST = 160
"""Characters between a number and the one that it is compared with."""
GIVING = frozenset({"count", "percent", "money", "measure", "duration"})


def attach(text: str, drafts: Sequence[Draft]) -> None:
    """Give bare numbers the unit or the counted noun of the number that they are listed or compared with."""
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if draft.kind != "number" or draft.ranged:
            continue
        if index + 1 < len(drafts) and _leads_to(text, draft, drafts[index + 1]):
            _inherit(draft, drafts[index + 1])
        elif index and not draft.number.written and _is_compared(text, drafts[index - 1], draft):
            _inherit(draft, drafts[index - 1])


def _leads_to(text: str, draft: Draft, following: Draft) -> bool:
    if following.start - draft.end > FARTHEST:
        return False
    between = text[draft.end : following.start]
    if between in (" and ", " or ") and draft.number.written == following.number.written:
        return following.kind != "money"
    return SUSPENDED.fullmatch(between) is not None or OF_THE.fullmatch(between) is not None


def _is_compared(text: str, before: Draft, draft: Draft) -> bool:
    words = words_before(text, draft.start, 2)
    if words not in COMPARISONS and words[:1] not in COMPARISONS:
        return False
    return draft.start - before.end < FARTHEST and SENTENCE_END.search(text, before.end, draft.start) is None


def _inherit(draft: Draft, other: Draft) -> None:
    if other.kind in GIVING:
        draft.kind, draft.unit, draft.per, draft.rule = other.kind, other.unit, other.per, "ellipsis"
        draft.symbol, draft.candidates, draft.counted = other.symbol, other.candidates, other.counted
