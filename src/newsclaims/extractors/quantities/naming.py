"""What a quantity counts, and whether it counts at all: "7 million small businesses", "two of the men", "the two"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.quantities import counted, measures
from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.extractors.quantities.number import vocabulary

if TYPE_CHECKING:
    from newsclaims.model import Counted

OF_SOMETHING = frozenset({"percent", "duration", "measure", "money"})
FEW = 12
"""The highest number in words that may be a pronoun: "the twelve"."""
NEXT_WORD = re.compile(r",? ([a-z]+)")


def attach(text: str, draft: Draft, surfaces: measures.Index) -> None:
    """Give a draft the noun phrase that it counts or measures."""
    if draft.kind == "number":
        _attach_counted(text, draft, surfaces)
    elif draft.kind == "ratio" and draft.counted is None:
        draft.counted = counted.read(text, draft.words_behind(text), single=False)
    elif draft.kind in OF_SOMETHING:
        draft.counted = counted.read_of(text, draft.end, definite=False)


def _attach_counted(text: str, draft: Draft, surfaces: measures.Index) -> None:
    part = draft.number.fraction
    found = counted.read_of(text, draft.end, definite=not (part or draft.low != draft.high), half=part)
    if part:
        draft.counted, draft.kind, draft.rule = found, "ratio", "fraction"
        return
    if found is None and text[draft.end : draft.end + 1] == "-":
        found = counted.read_hyphened(text, draft.end)
    elif found is None and draft.words_behind(text):
        single = draft.low == draft.high == 1 and not draft.ranged
        before = draft.words_before(text) if draft.body == draft.start else words_before(text, draft.body, 1)
        found = counted.read(text, draft.words_behind(text), single=single, before=before[0] if before else "")
    if found is not None and not _as_duration(draft, found):
        draft.counted, draft.kind = found, "count"
        draft.rule = "range" if draft.ranged else "count"
        if measures.may_divide(text, found.end):
            _attach_rate(text, draft, found, surfaces)


def _as_duration(draft: Draft, found: Counted) -> bool:
    """Whether the noun counted is a stretch of time: "50 previous years", "two more weeks"."""
    between, _, name = found.lemma.rpartition(" ")
    unit = measures.time_unit(name)
    if unit is None or not vocabulary("before_time_unit").issuperset(between.split()):
        return False  # "the 10 hottest years" are counted
    draft.kind, draft.rule, draft.unit, draft.end = "duration", "duration", unit, found.end
    return True


def _attach_rate(text: str, draft: Draft, found: Counted, surfaces: measures.Index) -> None:
    """Give a count what it is divided by: "three thousand tests per day"."""
    rate = Draft(draft.start, found.end, draft.low, draft.high, draft.number, kind="count")
    measures.attach_rate(text, rate, surfaces)
    if rate.per:
        draft.unit, draft.per, draft.reach = found.lemma, rate.per, rate.end


def is_pronoun(text: str, draft: Draft) -> bool:
    """Whether a small number in words stands for somebody named before, or "one" for "a certain".

    "The two met"; "One resident said".
    """
    number = draft.number
    if not number.written or draft.ranged or number.vague or draft.low > FEW or draft.unit is not None:
        return False
    if draft.kind == "number":
        before = draft.words_before(text)
        return draft.low == 1 or (bool(before) and before[0] in vocabulary("before_bare"))
    if draft.low != 1 or draft.counted is None or draft.bound or draft.counted.start != number.end + 1:
        return False
    following = NEXT_WORD.match(text, draft.counted.end)
    return following is not None and following[1] in lexicons.words("introducing_words")
