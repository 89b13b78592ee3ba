"""Scoring: the reasons that speak for and against checking a claim, and what follows from them.

The score of a claim is the sum of its reasons' weights and nothing else. The weights are data (``claim_weights``), in
half points; a caller may give others.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.checkworthiness import FIGURES
from newsclaims.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclaims.extractors.claims.signals import Signal
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


def reasons(signals: Iterable[Signal], weights: Mapping[str, float]) -> tuple[Reason, ...]:
    """One reason for each code, at the first words that show it, in text order. Codes without weight are no reasons."""
    first: dict[str, Signal] = {}
    for signal in signals:
        if weights.get(signal.code) and signal.code not in first:
            first[signal.code] = signal
    return tuple(
        Reason(code=s.code, start=s.start, end=s.end, weight=weights[s.code])
        for s in sorted(first.values(), key=lambda s: (s.start, s.end, s.code))
    )


def types(given: Iterable[Reason]) -> tuple[str, ...]:
    """The sorts of fact that the reasons show, sorted."""
    return tuple(sorted({TYPES[reason.code] for reason in given if reason.code in TYPES}))


def is_checkable(modality: Modality, given: Iterable[Reason]) -> bool:
    """Whether a claim is about what is or was, so that somebody could find out.

    A prediction counts when it carries a date or a figure: the schedule or the plan is a fact. A promise, a demand, a
    question and a bare opinion do not.
    """
    codes = {reason.code for reason in given}
    if modality == "question":
        return False
    if modality in ("asserted", "hedged"):
        return True
    return bool(codes & FIGURES) or (
        modality in ("predicted", "hypothetical") and bool(codes & {"date", "law_or_vote"})
    )
