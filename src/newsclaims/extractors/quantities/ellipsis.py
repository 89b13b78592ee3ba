"""What a number leaves out because another one says it: "460 cars compared with 63", "two- and three-bedroom"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import measures
from newsclaims.model import Counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft

COMPARISONS = (["with", "compared"], ["to", "compared"], ["versus"], ["vs"], ["from", "up"], ["from", "down"])
OF_THE = re.compile(
    r" of (?:the|its|his|her|my|our|their|your|these|those|(?:the (?:[a-z]{1,20} )?)?[A-Za-z]{1,20}['’]s)"
    r"(?: (?:first|last|nearly|about|some|estimated|total|more than))? "
)
SUSPENDED = re.compile(r"-(?:,? (?:and|or) |, | to )")
UP_OR_DOWN = re.compile(r",? (?:up|down) ")
NEXT_WORD = re.compile(r" ([a-z]+)")
SENTENCE_END = re.compile(r"[.!?]\s")
FARTHEST = 160
"""Characters between a number and the one that it is compared with."""
GIVING = frozenset({"age", "count", "percent", "money", "measure", "duration"})


def attach(text: str, drafts: Sequence[Draft]) -> None:
    """Give bare numbers the unit or the counted noun of the number that they are listed or compared with."""
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if draft.kind != "number" or draft.ranged:
            continue
        if index + 1 < len(drafts) and _leads_to(text, draft, drafts[index + 1]):
            _inherit(draft, drafts[index + 1])
        elif index and _follows(text, drafts[index - 1], draft):
            _inherit(draft, drafts[index - 1])
        elif draft.number.written:
            _attach_or_two(text, draft)


def _leads_to(text: str, draft: Draft, following: Draft) -> bool:
    if following.start - draft.end > FARTHEST:
        return False
    between = text[draft.end : following.start]
    if between == " of " and draft.low > 1 and not following.number.written:
        return following.kind == "count" and draft.low < following.low  # "4 of 27 countries", "six of 11 counts"
    if between in (" by ", " x ", " × "):  # "73 by 92 centimetres"
        return following.kind == "measure"
    if between in (" and ", " or ") and draft.number.written == following.number.written:
        return following.kind != "money"
    if UP_OR_DOWN.fullmatch(between):  # "the index (16,369 up 58 points)"
        return following.counted is not None and following.counted.lemma == "point"
    return SUSPENDED.fullmatch(between) is not None or OF_THE.fullmatch(between) is not None


def _follows(text: str, before: Draft, draft: Draft) -> bool:
    """Whether a bare number takes up the one before it: by comparison, or by a phrase of the same build."""
    if draft.start - before.end >= FARTHEST or SENTENCE_END.search(text, before.end, draft.start):
        return False
    if before.kind == "age" and text[before.end : draft.start] in (" and ", " or "):
        return before.low == before.high  # "aged 15 and 17"
    return (not draft.number.written and _is_compared(text, draft)) or _is_parallel(text, before, draft)


def _is_parallel(text: str, before: Draft, draft: Draft) -> bool:
    """Whether two numbers stand before the same preposition: "40 seats by ballot and 12 by draw"."""
    if before.counted is None or not text.endswith(" and ", 0, draft.start):
        return False
    first, second = NEXT_WORD.match(text, before.counted.end), NEXT_WORD.match(text, draft.end)
    return first is not None and second is not None and first[1] == second[1] and len(first[1]) < 5


def _is_compared(text: str, draft: Draft) -> bool:
    words = draft.words_before(text)
    return words[:2] in COMPARISONS or words[:1] in COMPARISONS


def _attach_or_two(text: str, draft: Draft) -> None:
    """Give "two" what stands before it in "another pick or two"."""
    words = draft.words_before(text)
    if len(words) < 3 or words[0] != "or" or words[2] not in ("a", "an", "another"):
        return
    end = draft.start - len(" or ")
    noun = text[end - len(words[1]) : end]
    unit = measures.time_unit(words[1])
    if unit is not None:
        draft.kind, draft.unit, draft.rule = "duration", unit, "ellipsis"
    else:
        draft.kind, draft.rule = "count", "ellipsis"
        draft.counted = Counted(start=end - len(noun), end=end, text=noun, lemma=words[1])


def _inherit(draft: Draft, other: Draft) -> None:
    if other.kind in GIVING:
        draft.kind, draft.unit, draft.per, draft.rule = other.kind, other.unit, other.per, "ellipsis"
        draft.symbol, draft.candidates, draft.counted = other.symbol, other.candidates, other.counted
