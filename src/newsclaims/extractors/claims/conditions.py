"""Conditions: whether an "if" or "unless" makes a proposition hypothetical. With the lexicon of modality."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.claims.openings import CONDITIONS
from newsclaims.text.morphology import verb_forms
from newsclaims.text.wordclass import FINITE, PARTICIPLE, VERB

if TYPE_CHECKING:
    from newsclaims.extractors.claims.clause import Clause

# Behind these, "if" asks and sets no condition, or only compares.
_NO_CONDITION_BEHIND = frozenset(
    {"as", "what", "or", "sure", "clear", "certain", "unclear", "unsure", "uncertain"}
)  # fmt: skip
_POINTED_AT = frozenset({"you", "we"})


@cache
def entries(name: str, lang: str = "en") -> frozenset[str]:
    """A list of the lexicon ``modality``."""
    return frozenset(lexicons.document("modality", lang)[name])


@cache
def forms(name: str, lang: str = "en") -> frozenset[str]:
    """All forms of the verbs of a list of the lexicon ``modality``."""
    return frozenset(form for verb in entries(name, lang) for form in verb_forms(verb))


def has_condition(clause: Clause, main: int, last: int, lang: str = "en") -> bool:
    """Whether the main clause stands under a condition.

    A condition in front counts, also behind "I think"; one behind the main verb counts where no other finite verb
    stands between the two, which it would belong to.

    Args:
        clause: The proposition.
        main: Position of its main verb.
        last: Position of the verb of what the author thinks, else that of the main verb.
        lang: Language of the lexicon.
    """
    lowers, tags = clause.lowers, clause.tags
    return any(
        word in CONDITIONS
        and _sets_condition(clause, position, lang)
        and (position < max(main, last) or not any(tag & FINITE for tag in tags[last + 1 : position]))
        for position, word in enumerate(lowers)
    )


def _sets_condition(clause: Clause, position: int, lang: str) -> bool:
    """Whether the word opens a condition, and no question ("asked if") nor a way of pointing ("if you look at ...")."""
    lowers = clause.lowers
    if position:
        before, tag = lowers[position - 1], clause.tags[position - 1]
        if before in _NO_CONDITION_BEHIND:
            return False
        asks = tag & VERB and not tag & PARTICIPLE and before not in forms("beliefs", lang)
        if asks and lowers[position] == "if":
            return False
    follows = lowers[position + 1 : position + 4]
    return not (follows and follows[0] in _POINTED_AT and not forms("pointing", lang).isdisjoint(follows[1:]))
