"""Polarity: what a cue makes of the proposition that it introduces, and whether the words themselves are negated."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from newsclaims import lexicons
from newsclaims.extractors.claims.main_verb import main_verb
from newsclaims.extractors.claims.openings import behind_adverbial
from newsclaims.text.clauses import holds
from newsclaims.text.morphology import plural
from newsclaims.text.wordclass import ADVERB, AUXILIARY, FINITE, NEGATION, SUBJECT, WH

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.claims.clause import Clause
    from newsclaims.extractors.claims.sayings import Saying
    from newsclaims.model import Cue

Stance = Literal["affirm", "deny", "presuppose", "none"]

_REACH = 4
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_CAN = frozenset({"can", "can't", "cannot", "could", "couldn't"})
# Auxiliaries that take "n't".
_AUXILIARIES = (
    "ai", "are", "ca", "could", "did", "do", "does", "had", "has", "have", "is", "might", "must", "need", "ought",
    "sha", "should", "was", "were", "wo", "would",
)  # fmt: skip
NO_EFFECT: frozenset[str] = frozenset()
# Effects that a lemma has besides those of its class.
_BESIDE_CLASS = frozenset({"negation_raising"})
NOT = frozenset({"not", "never", "cannot", "hardly", "barely", "scarcely", *(f"{verb}n't" for verb in _AUXILIARIES)})
"""Words that negate the verb that they stand with."""
# Behind these, "not" adds and does not deny: "not only".
_ADDING = (["only"], ["just"], ["merely"], ["least"])
NEGATIONS = NOT | {"no", "nobody", "none", "nothing", "nowhere", "neither", "nor"}
"""Words that negate the clause that they stand in."""


@cache
def reporting_nouns(lang: str = "en") -> frozenset[str]:
    """Nouns of what is put forward: "claim", "rumours"; to deny a plan is not to deny a proposition."""
    nouns = lexicons.document("claim_cues", lang)["reporting_nouns"]
    return frozenset(nouns) | frozenset(map(plural, nouns))


def effects_of(cue: Cue, lang: str = "en") -> frozenset[str]:
    """The effects that the lexicon gives to a cue: those of its lemma, or of its class where the lemma has none."""
    lemmas, classes = _effects(lang)
    own = lemmas.get(cue.lemma)
    if own is None:
        return classes.get(cue.class_, NO_EFFECT)
    return own | classes.get(cue.class_, NO_EFFECT) if own <= _BESIDE_CLASS else own


def has_class_effect(cue: Cue, effect: str, lang: str = "en") -> bool:
    """Whether the lexicon gives an effect to the class of a cue, whatever its lemma."""
    return effect in _effects(lang)[1].get(cue.class_, ())


@cache
def _effects(lang: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The effects of each lemma and of each class."""
    known = lexicons.document("claim_cues", lang)

    def inverted(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
        keys = {key for keys in table.values() for key in keys}
        return {key: frozenset(effect for effect, keys in table.items() if key in keys) for key in keys}

    return inverted(known["lemmas"]), inverted(known["classes"])


def _is_negated_cue(document: Document, cue: range) -> bool:
    """Whether the cue itself is negated: "did not say", "never denied", "no one believes"."""
    lowers, tags = document.tokens.lowers, document.word_classes.tags
    if not NOT.isdisjoint(lowers[cue.start : cue.stop]):
        return True
    floor = max(0, cue.start - _REACH)
    at = cue.start - 1
    while at >= floor and tags[at] & (AUXILIARY | ADVERB | NEGATION):
        if lowers[at] in NOT:
            return True
        at -= 1
    return at >= 0 and lowers[at] in {"nobody", "none"} and bool(tags[at] & SUBJECT)


def _is_surprise(document: Document, saying: Saying, cue: range) -> bool:
    """Whether what cannot be believed is so: "can hardly believe that"."""
    before = document.tokens.lowers[max(0, cue.start - _REACH) : cue.stop]
    return saying.said.cue is not None and saying.said.cue.lemma == "believe" and not _CAN.isdisjoint(before)


def stance(document: Document, saying: Saying) -> Stance:
    """What the source does with the proposition.

    ``deny``: it says that it is not so ("denied that", "does not think that"). ``presuppose``: the sentence takes it
    as given whatever the source does ("did not realise that", "forgot that"). ``none``: it is neither put forward nor
    denied ("did not say that", "did not deny that").
    """
    cue, source, effects = saying.cue, saying.said.source, saying.effects
    if cue is None:
        return "affirm"
    denying = "denying" in effects
    nobody = source is not None and source.text.split(maxsplit=1)[0].lower() in _NOBODY
    if not nobody and not _is_negated_cue(document, cue):
        if "ignoring" in effects:
            return "presuppose"
        return "deny" if denying else "affirm"
    if denying:
        return "none"
    if "factive" in effects or _is_surprise(document, saying, cue):
        return "presuppose"
    return "deny" if "negation_raising" in effects else "none"


def is_negated(clause: Clause) -> bool:
    """Whether the proposition is negated: its verb, its subject, or what it is about ("there are no jobs").

    A negation in a relative clause of the subject or in an adverbial clause in front does not count.
    """
    lowers = clause.lowers
    if NEGATIONS.isdisjoint(lowers):
        return False
    main = main_verb(clause)
    if main is None:
        return not NEGATIONS.isdisjoint(lowers[:3])
    start, tags = behind_adverbial(clause) or 0, clause.tags
    for position, word in enumerate(lowers):
        if word in NEGATIONS and position >= start and lowers[position + 1 : position + 2] not in _ADDING:
            if position < main and not holds(tags, start, position + 1, WH):
                return True
            if position >= main and not holds(tags, main + 1, position, FINITE):
                return True
    return False
