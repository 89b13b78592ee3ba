"""Scoring: the reasons that speak for and against checking a claim, and what follows from them.

The score of a claim is the sum of its reasons' weights and nothing else. The weights are data (``claim_weights``), in
half points; a caller may give others.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.checkworthiness import FIGURES
from newsclaims.extractors.claims.main_verb import is_state
from newsclaims.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclaims.extractors.claims.signal_words import Signal
    from newsclaims.extractors.claims.units import Unit
    from newsclaims.model import Modality

# The sort of fact that a reason shows.
TYPES: Mapping[str, str] = {
    **dict.fromkeys(FIGURES, "quantity"),
    "causal": "causal",
    "comparison": "comparison",
    "event": "event",
    "first": "record",
    "law": "law_or_vote",
    "law_or_vote": "law_or_vote",
    "personal": "personal",
    "position": "position",
    "prediction": "prediction",
    "superlative": "superlative",
    "trend": "trend",
}


@cache
def default_weights(lang: str = "en") -> Mapping[str, float]:
    """The weights of the lexicon, by code.

    >>> default_weights()["percent"] > 0 > default_weights()["question"]
    True
    """
    return {code: float(weight) for code, weight in lexicons.document("claim_weights", lang).items()}


# Codes of what can be looked up: figures and times, then deeds and records.
_RECORDED = FIGURES - {"share"} | {"date", "past_anchor"}
_FACTUAL = frozenset(
    {
        "comparison", "event", "evidential", "first", "in_fact", "law", "law_or_vote", "position", "share",
        "statistic", "trend",
    }
)  # fmt: skip
_PLANNED = frozenset({"date", "law_or_vote"})
_JUDGED = frozenset({"evaluation", "opinion", "wish"})


def reasons(
    signals: Iterable[Signal], weights: Mapping[str, float]
) -> tuple[tuple[Reason, ...], frozenset[str], float]:
    """One reason for each code, at the first words that show it, with all codes and the sum of their weights.

    A code without weight gives none.
    """
    first: dict[str, tuple[int, int]] = {}
    for start, end, code in signals:
        if code not in first and weights.get(code):
            first[code] = (start, end)
    found = [Reason(code=code, start=start, end=end, weight=weights[code]) for code, (start, end) in first.items()]
    return tuple(found), frozenset(first), sum(map(weights.__getitem__, first))


@lru_cache(maxsize=4096)
def types(codes: frozenset[str]) -> tuple[str, ...]:
    """The sorts of fact that reasons with these codes show, sorted.

    >>> types(frozenset({"percent", "trend", "policy"}))
    ('quantity', 'trend')
    """
    return tuple(sorted({TYPES[code] for code in codes if code in TYPES}))


def is_checkable(unit: Unit, modality: Modality, given: Iterable[Reason], codes: frozenset[str]) -> bool:
    """Whether a claim is about what is or was, so that somebody could find out.

    What is asserted or hedged counts when it carries a figure or a time; else when it is no opinion and tells of
    something done or recorded, or, unless somebody says it in person, at least of something that goes on. A prediction
    counts when it carries a date, a figure or a law: the schedule or the plan is a fact. A promise and a demand count
    only with a figure, a question never.

    Args:
        unit: The proposition.
        modality: How it is put.
        given: Its reasons.
        codes: Their codes.
    """
    if modality == "question":
        return False
    if modality not in ("asserted", "hedged"):
        planned = modality in ("predicted", "hypothetical") and not codes.isdisjoint(_PLANNED)
        return planned or not codes.isdisjoint(FIGURES)
    if not codes.isdisjoint(_RECORDED):
        return True
    if not codes.isdisjoint(_JUDGED):
        return False
    if not codes.isdisjoint(_FACTUAL) or ("past_state" in codes and "unresolved" not in codes):  # not "it was hard"
        return True
    # In person, people say without a deed or a figure what they feel and wish; a reporter tells what goes on.
    in_person = unit.frame.quote is not None and unit.frame.quote.kind == "direct"
    return not (in_person or is_state(unit.clause) or any(reason.weight < 0 for reason in given))
