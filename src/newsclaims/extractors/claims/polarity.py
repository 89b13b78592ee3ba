"""Polarity: what a cue makes of the proposition that it introduces, and whether the words themselves are negated."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from newsclaims import lexicons
from newsclaims.extractors.claims.grammar import behind_adverbial
from newsclaims.text.morphology import plural
from newsclaims.text.wordclass import ADVERB, AUXILIARY, NEGATION, SUBJECT, WH

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.claims.grammar import Clause
    from newsclaims.model import Cue

Stance = Literal["affirm", "deny", "presuppose", "none"]

_REACH = 4
_NEGATIVE_ADVERBS = frozenset({"hardly", "barely", "scarcely"})
NEGATIVE_WORDS = frozenset(
    {"no", "nobody", "none", "nothing", "nowhere", "neither", "nor", "cannot", "without"} | _NEGATIVE_ADVERBS
)


@cache
def reporting_nouns(lang: str = "en") -> frozenset[str]:
    """Nouns of what is put forward: "claim", "rumours"; to deny a plan is not to deny a proposition."""
    nouns = lexicons.document("claim_cues", lang)["reporting_nouns"]
    return frozenset(nouns) | frozenset(map(plural, nouns))


def has_effect(cue: Cue, effect: str, lang: str = "en") -> bool:
    """Whether the lexicon gives an effect to a cue: to its lemma, or to its class where the lemma has none."""
    lemmas, classes = _effects(lang)
    own = lemmas.get(cue.lemma)
    return effect in own if own else effect in classes.get(cue.class_, ())


@cache
def _effects(lang: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The effects of each lemma and of each class."""
    known = lexicons.document("claim_cues", lang)

    def inverted(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
        keys = {key for keys in table.values() for key in keys}
        return {key: frozenset(effect for effect, keys in table.items() if key in keys) for key in keys}

    return inverted(known["lemmas"]), inverted(known["classes"])


def is_negated_cue(document: Document, cue: Cue) -> bool:
    """Whether the cue itself is negated: "did not say", "never denied", "no one believes"."""
    lowers, tags = document.tokens.lowers, document.word_classes.tags
    index = document.tokens.at(cue.start)
    last = document.tokens.at(cue.end)
    if any(_negates(lowers[at]) for at in range(index, last)):
        return True
    floor = max(0, index - _REACH)
    at = index - 1
    while at >= floor and tags[at] & (AUXILIARY | ADVERB | NEGATION):
        if _negates(lowers[at]):
            return True
        at -= 1
    return at >= 0 and lowers[at] in {"nobody", "none"} and bool(tags[at] & SUBJECT)


def _negates(word: str) -> bool:
    return word in {"not", "never", "cannot"} or word.endswith("n't") or word in _NEGATIVE_ADVERBS


def stance(document: Document, cue: Cue | None) -> Stance:
    """What the source does with the proposition.

    ``deny``: it says that it is not so ("denied that", "does not think that"). ``presuppose``: the sentence takes it
    as given whatever the source does ("did not realise that"). ``none``: it is neither put forward nor denied ("did
    not say that", "did not deny that").
    """
    if cue is None:
        return "affirm"
    denying = has_effect(cue, "denying", document.lang)
    if not is_negated_cue(document, cue):
        return "deny" if denying else "affirm"
    if denying:
        return "none"
    if has_effect(cue, "factive", document.lang):
        return "presuppose"
    return "deny" if has_effect(cue, "negation_raising", document.lang) else "none"


def is_negated(clause: Clause, main: int | None) -> bool:
    """Whether the proposition is negated: its verb, its subject, or what it is about ("there are no jobs")."""
    if main is None:
        return any(_negates(word) for word in clause.lowers[:3])
    reach = len(clause.lowers)
    for position in range(main + 1, reach):
        tag, word = clause.tags[position], clause.lowers[position]
        if _negates(word) or word in NEGATIVE_WORDS:
            return True
        if clause.finite(position) and not tag & AUXILIARY:
            break
    start = behind_adverbial(clause) or 0
    subject = next((p for p in range(start, main) if clause.tags[p] & WH), main + 1)
    before = [*clause.lowers[start:subject], clause.lowers[main]]
    return any(_negates(word) or word in NEGATIVE_WORDS for word in before)
