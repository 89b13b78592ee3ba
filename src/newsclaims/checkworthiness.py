"""What the reasons of a claim mean: each code in plain words, and the tier that it lifts a claim to.

A tier says how sure the signals are, measured on debates and news, not how important a claim is: ``A`` holds figures of
the strongest kinds, ``D`` whatever has any signal at all. A question, a promise, a demand or an opinion is in no tier;
a prediction or a hedged claim is never in ``A``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Tier = Literal["A", "B", "C", "D"]

TIERS: Mapping[Tier, frozenset[str]] = MappingProxyType(
    {
        "A": frozenset({"percent", "big_number", "money"}),
        "B": frozenset({"bound", "count", "ratio"}),
        "C": frozenset(
            {"comparison", "date", "evidential", "first", "law", "law_or_vote", "past_anchor", "share", "trend"}
        ),
        "D": frozenset({"causal", "duration", "number", "policy", "statistic", "superlative"}),
    }
)
"""The codes that lift a claim to a tier; the highest one counts."""

HELD_OPEN = frozenset({"hedge", "prediction"})
"""The codes that keep a claim out of tier ``A``."""

WITHOUT_TIER = frozenset({"normative", "opinion", "promise", "question"})
"""The codes that keep a claim out of every tier."""

FIGURES = frozenset(
    {"big_number", "bound", "count", "duration", "figures", "money", "number", "percent", "ratio", "share"}
)
"""The codes of quantities."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ability": "what can be, not what is",
        "big_number": "large number",
        "bound": "number with more than, less than or about",
        "causal": "cause and effect",
        "comparison": "comparison",
        "conditional": "condition",
        "count": "number of things counted",
        "date": "date",
        "duration": "length of time",
        "evidential": "evidence named",
        "evaluation": "evaluation",
        "event": "something that happened",
        "figures": "several figures",
        "first": "first, only or never",
        "hedge": "hedged",
        "in_fact": "put forward as a fact",
        "law": "law or institution of law",
        "law_or_vote": "law made or vote cast",
        "money": "sum of money",
        "normative": "what ought to be",
        "number": "number",
        "opinion": "opinion",
        "past_anchor": "past time",
        "past_state": "past state",
        "percent": "percentage",
        "perfect": "record up to now",
        "personal": "speaker's own experience",
        "policy": "public affairs",
        "position": "somebody's stand",
        "prediction": "future",
        "promise": "promise or plan",
        "question": "question",
        "ratio": "ratio",
        "share": "share of a whole",
        "statistic": "something that statistics measure",
        "superlative": "superlative",
        "talk": "about the conversation itself",
        "trend": "rise or fall",
        "unresolved": "needs its context",
        "wish": "wish",
        "vague": "people or things in general",
        "value": "values and hopes",
    }
)
"""Each code in plain words."""


def tier_of(codes: Iterable[str]) -> Tier | None:
    """The tier that a claim with these reasons is in.

    >>> tier_of(["policy", "percent"]), tier_of(["policy"]), tier_of(["percent", "promise"])
    ('A', 'D', None)
    >>> tier_of(["percent", "prediction"])
    'B'
    """
    given = frozenset(codes)
    if given & WITHOUT_TIER:
        return None
    tier = next((tier for tier, lifting in TIERS.items() if given & lifting), None)
    return "B" if tier == "A" and given & HELD_OPEN else tier
