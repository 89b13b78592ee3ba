"""Ratios ("1 in 5", "nine out of ten") and scores ("3-2", "52 votes to 48")."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclaims.extractors.quantities import change
from newsclaims.extractors.quantities.counted import counts, read
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.extractors.quantities.number import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE_JOINTS = frozenset(
    {" of ", " over ", " in ", " out of ", " of every ", " over every ", " in every ", " out of every "}
)
CLOSING = re.compile(r"[.,;)]|\Z")
DOZEN = 12
USUAL_WHOLES = frozenset(map(Decimal, (5, 10, 20, 100)))
WHOLES = frozenset(map(Decimal, (2, 3, 4, 6, 7, 8, 9, 12, 25, 50, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000)))
FEW = 3
"""The most that go "in" an unusual whole: "three in 8", not "five in 8"."""


def join(text: str, left: Draft, right: Draft) -> Draft | None:
    """The ratio that two numbers make: "one in three", "nine out of 10"."""
    if left.kind != "number" or right.kind != "number" or not _is_part(left, right):
        return None
    joint = text[left.end : right.start].strip().removesuffix(" every")
    if joint == "of" and not (left.number.written and right.number.written and right.low <= DOZEN):
        return None
    if joint == "in" and not _is_in_whole(left.low, right.low):
        return None
    if joint == "over" and CLOSING.match(text, right.end) is None:
        return None  # "one over three", not "lost one over three years"
    value = left.low / right.low
    rule = "ratio-in" if joint == "in" else "ratio-out-of"
    return Draft(left.start, right.end, value, value, right.number, kind="ratio", rule=rule)


def _is_part(left: Draft, right: Draft) -> bool:
    if left.low != left.high or right.low != right.high or left.low != left.low.to_integral_value():
        return False
    return 0 < left.low < right.low


def _is_in_whole(part: Decimal, whole: Decimal) -> bool:
    if part == 1:
        return True
    return part < 10 and (whole in USUAL_WHOLES or (part <= FEW and whole in WHOLES))


IN_ALL = re.compile(r" ([a-z]{2,20}) in (?:every )?")


def join_noun(text: str, left: Draft, right: Draft) -> Draft | None:
    """The ratio of "one child in 40": what is counted stands between part and whole."""
    if left.kind != "number" or right.kind != "number" or left.low != 1 or not _is_part(left, right):
        return None
    if not IN_ALL.fullmatch(text, left.end, right.start) or counts(right.words_behind(text), single=False):
        return None  # "one goal in 40 games"
    noun = read(text, left.words_behind(text), single=True)
    if noun is None or noun.end > right.start:
        return None
    value = left.low / right.low
    draft = Draft(left.start, right.end, value, value, right.number, kind="ratio", rule="ratio-in")
    draft.counted = noun
    return draft


# Scores

SCORE_JOINTS = frozenset({"-", "–", " to ", "-to-"})
SCORE_GAPS = frozenset({" ", ", ", " (", ") ", "), ", " and "})
VOTES_JOINTS = frozenset({" vote to ", " votes to "})
MOST_POINTS = 999
MOST_PERCENT = 100
NEXT_WORD = re.compile(r"[ -]([a-z]+)")
FARTHEST_CUE = 5


def join_score(text: str, left: Draft, right: Draft) -> Draft | None:
    """The score that two numbers make: "won 3-2", "a 5-4 ruling". ``low`` is the first of them, ``high`` the second."""
    joint = text[left.end : right.start]
    polled = right.kind == "percent" and left.kind in ("percent", "number") and joint in (" to ", "-to-")
    if polled and MOST_PERCENT >= left.low > right.low:
        before = left.words_before(text)
        if before[:1] != ["from"] and not change.is_amount(before):
            return _score(left, right)  # "leads 49 percent to 41 percent"
    if not (_is_points(left) and _is_points(right)):
        return None
    if left.has_unit or right.has_unit:
        return None
    if left.low >= right.low:
        return None if joint == " to " and left.words_before(text)[:1] == ["from"] else _score(left, right)
    return _score(left, right) if joint in "-–" and _is_game(text, left, right.end) else None


def _score(left: Draft, right: Draft) -> Draft:
    draft = Draft(left.start, right.end, left.low, right.low, right.number, kind="score", rule="score", ranged=True)
    draft.unit = right.unit
    return draft


def share_scores(text: str, drafts: Sequence[Draft]) -> None:
    """Make scores of what looks like a range beside a score: the second set of "won 7-6 (7-5), 6-7, 6-4"."""
    for neighbours in (pairwise(drafts), pairwise(reversed(drafts))):
        for known, draft in neighbours:
            if known.kind != "score" or draft.rule != "range" or draft.kind != "number" or draft.high > MOST_POINTS:
                continue
            first, second = sorted((known, draft), key=lambda one: one.start)
            if text[first.end : second.start] in SCORE_GAPS:
                draft.kind, draft.rule = "score", "score"


def _is_points(draft: Draft) -> bool:
    whole = draft.low == draft.high and draft.low == draft.low.to_integral_value()
    return whole and 0 <= draft.low <= MOST_POINTS


def _is_game(text: str, draft: Draft, end: int) -> bool:
    """Whether a word of games and votes stands near: "won", "lead", "vote"."""
    following = NEXT_WORD.match(text, end)
    if following is not None and following[1] in vocabulary("game"):
        return True
    return not vocabulary("game").isdisjoint(draft.words_before(text)[:FARTHEST_CUE])


def join_votes(text: str, left: Draft, right: Draft) -> Draft | None:
    """The score of a vote: "52 votes to 48"."""
    if left.kind != "number" or right.has_unit:
        return None
    draft = _score(left, right)
    draft.unit = "vote"
    return draft


WICKETS_JOINTS = frozenset({" for "})
MOST_WICKETS = 10
BEFORE_RUNS = frozenset({"are", "at", "from", "on", "reach", "reached", "to", "was", "were"})


def join_wickets(text: str, left: Draft, right: Draft) -> Draft | None:
    """The score of an innings, runs for wickets: "were 45 for 3 at lunch"."""
    plain = _is_points(left) and _is_points(right) and not (left.has_unit or right.has_unit)
    if not plain or left.number.written or left.low <= MOST_WICKETS or right.low > MOST_WICKETS:
        return None
    if counts(right.words_behind(text), single=False) or not BEFORE_RUNS.intersection(left.words_before(text)[:1]):
        return None
    return _score(left, right)
