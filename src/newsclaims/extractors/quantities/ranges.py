"""Ranges: "between 5 and 10 per cent", "10–15%", "$3bn to $5bn", "8- to 16-metre"; and "fell from 12% to 9%"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import change

if TYPE_CHECKING:
    from newsclaims.extractors.quantities.draft import Draft

LONGEST_WAY = 48
"""Characters between the levels before and after a change."""
DASHES = frozenset({"-", "–", "—", " - ", " – ", " — ", "-or-"})
JOINTS = DASHES | {
    *(f"{before}{word}{behind}" for word in ("to", "through") for before in ("", " ", "-", "- ") for behind in " -"),
    *(" and ", " or ", "- or "),
}
FILLER = r"(?:a|about|almost|an|around|just|less|more|nearly|only|over|record|roughly|than|the|under)"
WAY = re.compile(rf"(?: [A-Za-z0-9:.]+){{0,5}} to(?: {FILLER}){{0,3}} ")
BEFORE_LEVEL = frozenset({"about", "around", "just", "roughly", "to", "up"})
SHARED = frozenset({"percent", "money", "measure", "duration", "percentage_point"})
MOST_ALTERNATIVE = 20
"""The highest number in "four or five"."""
LEAST_LEVEL = 5
"""How many times the amount of a change the level is at least that it led to; what is nearer is a range."""
LARGEST_UNSCALED = Decimal(1000)
"""A number below it may leave out the scale of the next: "3 to 5 million"."""


def join(text: str, left: Draft, right: Draft) -> Draft | None:
    """The range that two numbers make; None where they stand for themselves."""
    if not _compatible(left, right):
        return None
    joint = text[left.end : right.start]
    before = left.words_before(text)
    paired = before[:1] == ["between"]
    if left.kind == "age" and "between" in before:
        paired = True
        before = before if before[:1] == ["between"] else []  # "between the ages of 18 and 29"
    if joint == " and " and not paired:
        return None
    if joint == " to " and _is_amount_and_level(text, left, right):
        return None
    if joint in (" or ", "- or ") and not _neighbours(left, right):
        return None
    dashed = joint in DASHES
    if dashed and left.number.written != right.number.written:
        return None
    low, high = _ends(left, right)
    if high < low:
        if dashed and not right.has_unit:
            return None
        low, high = high, low
    return _joined(left, right, low, high, len(_opening(text, left.start, before)) if paired else 0)


def _is_amount_and_level(text: str, left: Draft, right: Draft) -> bool:
    """Whether the first number is the amount of a change and the second where it led: "rose 2p to 139.9p"."""
    far = left.has_unit and right.low > LEAST_LEVEL * left.low
    return far and change.is_amount(left.words_before(text))


def _neighbours(left: Draft, right: Draft) -> bool:
    """Whether "or" joins the ends of a range: "four or five", "four or five thousand"."""
    upper = right.low / right.number.scale if left.number.scale == 1 else right.low
    return left.kind == "number" and upper == left.low + 1 and upper <= MOST_ALTERNATIVE


def _opening(text: str, start: int, before: list[str]) -> str:
    """The word "between" with "aged", "somewhere" or "anywhere" before it, as it stands before the range."""
    if not before:
        return ""
    words = 2 if before[1:2] in (["aged"], ["somewhere"], ["anywhere"]) else 1
    return text[start - 1 - len(" ".join(before[:words])) : start]


def _joined(left: Draft, right: Draft, low: Decimal, high: Decimal, opening: int) -> Draft:
    right.start, right.low, right.high = left.start - opening, low, high
    right.ranged, right.rule = True, "range"
    if (left.prefixed and not right.prefixed) or left.kind == "age":
        right.kind, right.unit, right.symbol, right.candidates = left.kind, left.unit, left.symbol, left.candidates
        right.prefixed = left.prefixed
    return right


def _compatible(left: Draft, right: Draft) -> bool:
    """Whether two numbers measure the same: "5 to 10 per cent", not "5 kg to 10 people"."""
    if left.low != left.high or right.low != right.high or left.per not in (None, right.per):
        return False
    if left.kind == "number":
        return not left.number.fraction and right.kind not in ("ratio", "multiple", "score") and not right.prefixed
    if left.prefixed and not right.prefixed:
        return right.kind == "number"
    if left.kind == "age" and right.kind == "number":
        return left.rule == "age-word"
    return left.kind == right.kind and (left.unit, left.symbol) == (right.unit, right.symbol)


def _ends(left: Draft, right: Draft) -> tuple[Decimal, Decimal]:
    """Both ends, the first with the scale of the second where it is left out: "$3-5 million"."""
    scale = right.number.scale
    if scale > 1 and left.number.scale == 1 and left.low < min(right.low / scale, LARGEST_UNSCALED):
        return left.low * scale, right.low
    return left.low, right.low


def is_level_pair(text: str, left: Draft, right: Draft) -> bool:
    """Whether two numbers are the levels before and after a change: "from $75 per barrel to $45.88"."""
    between = text[left.end : right.start]
    if len(between) > LONGEST_WAY or WAY.fullmatch(between) is None:
        return False
    before = left.words_before(text)
    return next((word for word in before if word not in BEFORE_LEVEL), "") == "from"


def share_unit(left: Draft, right: Draft) -> None:
    """Give one level of a change the unit that only the other one has."""
    if right.kind == "number" and left.kind in SHARED:
        right.kind, right.unit, right.per = left.kind, left.unit, left.per
        right.symbol, right.candidates = left.symbol, left.candidates
    elif left.kind == "number" and right.kind in SHARED and right.kind != "money":
        left.kind, left.unit, left.per = right.kind, right.unit, right.per
    elif left.kind == right.kind and left.per and not right.per:
        right.per = left.per


BOUNDS_JOINT = re.compile(r",? (?:and|but) ")


def join_bounds(text: str, left: Draft, right: Draft) -> bool:
    """Join two bounds to one range: "more than 10 but less than 20"; whether they were joined."""
    if left.bound not in ("more_than", "at_least") or right.bound not in ("less_than", "at_most"):
        return False
    if (
        left.ranged
        or right.ranged
        or left.low >= right.high
        or BOUNDS_JOINT.fullmatch(text, left.end, right.start) is None
    ):
        return False
    if left.kind not in ("number", right.kind) or left.unit not in (None, right.unit):
        return False
    right.start, right.low, right.ranged, right.rule, right.bound = left.start, left.low, True, "range", None
    return True


def join_all_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each pair of bounds that belong together as one range."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and join_bounds(text, kept[-1], draft):
            kept[-1] = draft
        else:
            kept.append(draft)
    return kept
