"""Modality: how a proposition is put. The first that holds, in the order of `Modality`, is the one.

A question is known from its sentence. A condition, a promise, a prediction and a demand show on the main verb and on
the cue; a hedge anywhere in the main clause. The verb of a subordinate clause decides nothing, except behind "I think".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.claims.evidentiality import is_hearsay
from newsclaims.extractors.claims.grammar import CONDITIONS, main_verb
from newsclaims.extractors.claims.polarity import has_effect
from newsclaims.text.morphology import verb_forms
from newsclaims.text.wordclass import (
    ADVERB,
    BASE,
    BE,
    COMMA,
    COORDINATOR,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    PARTICIPLE,
    SUBJECT,
    TO,
    VERB,
)

if TYPE_CHECKING:
    from newsclaims.extractors.claims.grammar import Clause
    from newsclaims.extractors.claims.units import Unit
    from newsclaims.model import Cue, Modality

# Behind these, "if" asks and sets no condition.
_WHETHER = frozenset({"sure", "clear", "certain", "unclear", "unsure", "uncertain"})
_FIRST_PERSON = frozenset({"i", "we"})
_OWN_SUBJECT = frozenset({"he", "she", "they", "i", "we", "it"})
_POINTED_AT = frozenset({"you", "we"})
# An adverb this near behind the verb belongs to it.
_NEAR = 5
_CONTRACTIONS = {"'ll": "will", "'d": "would", "'re": "are", "'m": "am", "'ve": "have", "'s": "is"}


@cache
def entries(name: str, lang: str = "en") -> frozenset[str]:
    """A list of the lexicon ``modality``."""
    return frozenset(lexicons.document("modality", lang)[name])


@cache
def forms(name: str, lang: str = "en") -> frozenset[str]:
    """All forms of the verbs of a list of the lexicon ``modality``."""
    return frozenset(form for verb in entries(name, lang) for form in verb_forms(verb))


class _Predicate:
    """A finite verb with its subject's last word and the verbs and adjectives that follow it."""

    def __init__(self, clause: Clause, position: int) -> None:
        word = clause.lowers[position]
        subject, mark, rest = word.partition("'")
        contracted = bool(mark and rest and rest != "t" and f"'{rest}" in _CONTRACTIONS)
        if contracted:
            self.subject = subject or clause.lowers[position - 1]
            self.verb = _CONTRACTIONS[f"'{rest}"]
        else:
            self.subject = self._subject(clause, position)
            self.verb = word
        self.negated = word.endswith("n't") or word == "cannot"
        self.followers: list[str] = []
        self.tags: list[int] = []
        for behind in range(position + 1, len(clause.tags)):
            tag = clause.tags[behind]
            if tag & NEGATION:
                self.negated = self.negated or clause.lowers[behind] != "no"
            elif not tag & ADVERB or tag & (VERB | MODAL):
                self.followers.append(clause.lowers[behind])
                self.tags.append(tag)
                if len(self.followers) == 4:
                    break

    @staticmethod
    def _subject(clause: Clause, position: int) -> str:
        before = position - 1
        while before >= 0 and clause.tags[before] & (ADVERB | NEGATION) and not clause.tags[before] & SUBJECT:
            before -= 1
        return clause.lowers[before] if before >= 0 else ""

    def follows(self, index: int) -> str:
        """A word behind the verb, adverbs and negations aside."""
        return self.followers[index] if index < len(self.followers) else ""

    def tag(self, index: int) -> int:
        """The class of that word."""
        return self.tags[index] if index < len(self.tags) else 0

    def is_infinitive(self, index: int) -> bool:
        """Whether "to" and a bare verb follow."""
        return bool(self.tag(index) & TO) and bool(self.tag(index + 1) & (BASE | BE | HAVE | DO))


def modality(unit: Unit, lang: str = "en") -> Modality:  # noqa: PLR0911 - one return a modality
    """How a proposition is put, questions aside.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.grammar import Clause
    >>> from newsclaims.extractors.claims.units import Frame, Unit
    >>> def read(text):
    ...     document = Document(text)
    ...     clause = Clause.of(document, range(len(document.tokens)))
    ...     return modality(Unit(clause, (), "claims.quoted-clause", Frame("speaker", spoken=True)))
    >>> [read(text) for text in ("If it rains, we stay.", "We will rebuild it.", "It will rain.", "It must stop.")]
    ['hypothetical', 'promised', 'predicted', 'normative']
    >>> [read(text) for text in ("It might rain.", "I think it rained.", "The man who may come rang.")]
    ['hedged', 'hedged', 'asserted']
    """
    clause, cue, spoken = unit.clause, unit.frame.cue, unit.frame.spoken
    main = main_verb(clause)
    if main is None:
        return _without_verb(clause, cue, lang)
    chain, believed = _chain(clause, main, lang)
    predicates = [_Predicate(clause, position) for position in chain]
    if _has_condition(clause, main, chain[-1], lang) or any(_is_unreal(p, unit.is_conditional) for p in predicates):
        return "hypothetical"
    if any(_promises(p, cue, spoken, lang) for p in predicates):
        return "promised"
    if any(_predicts(p, lang) for p in predicates) or (cue is not None and has_effect(cue, "predicting", lang)):
        return "predicted"
    if any(_demands(p, lang) for p in predicates) or _demands_below(clause, main, lang):
        return "normative"
    if believed or any(_hedges(p, lang) for p in predicates) or _is_hedged(clause, chain[-1], cue, lang):
        return "hedged"
    return "asserted"


def _without_verb(clause: Clause, cue: Cue | None, lang: str) -> Modality:
    if cue is not None and has_effect(cue, "promising", lang):
        return "promised"
    if cue is not None and has_effect(cue, "predicting", lang):
        return "predicted"
    if not forms("promises", lang).isdisjoint(clause.lowers[:2]):  # "plans to expand", as what was announced
        return "promised"
    if cue is not None and has_effect(cue, "hedging", lang):
        return "hedged"
    return "asserted"


def _chain(clause: Clause, main: int, lang: str) -> tuple[list[int], bool]:
    """The main verb and those of what the speaker thinks or says; whether one of them is a belief."""
    chain, believed = [main], False
    while len(chain) < 3:
        position = chain[-1]
        words = {clause.lowers[position], *clause.lowers[position + 1 : position + 3]}
        predicate = _Predicate(clause, position)
        if predicate.subject not in _FIRST_PERSON:
            break
        believes = not forms("beliefs", lang).isdisjoint(words)
        if not believes and forms("openers", lang).isdisjoint(words):
            break
        below = next((p for p in range(position + 1, len(clause.tags)) if clause.finite(p) and p > position + 1), None)
        if below is None:
            break
        believed = believed or believes
        chain.append(below)
    return chain, believed


def _has_condition(clause: Clause, main: int, last: int, lang: str) -> bool:
    lowers = clause.lowers
    if CONDITIONS.isdisjoint(lowers):
        return False
    for position, word in enumerate(lowers):
        if word in CONDITIONS and _sets_condition(clause, position, lang):
            if position < main:
                return True
            if position < last:  # "I think if it rains, we stay"
                return True
            if not any(clause.finite(p) for p in range(last + 1, position)):
                return True
    return False


def _sets_condition(clause: Clause, position: int, lang: str) -> bool:
    before = clause.lowers[position - 1] if position else ""
    tag = clause.tags[position - 1] if position else 0
    if before in {"as", "what", "or"} or before in _WHETHER:
        return False
    if tag & VERB and not tag & PARTICIPLE and clause.lowers[position] == "if" and before not in forms("beliefs", lang):
        return _follows_comma(clause, position)
    follows = clause.lowers[position + 1 : position + 4]
    return not (follows and follows[0] in _POINTED_AT and not forms("pointing", lang).isdisjoint(follows[1:]))


def _follows_comma(clause: Clause, position: int) -> bool:
    """Whether the condition has its consequence behind it, as "stay if you like, they will go" has not."""
    return bool(clause.tags[position - 1] & (COMMA | COORDINATOR))


def _is_unreal(predicate: _Predicate, conditional: bool) -> bool:
    if predicate.verb not in {"would", "could", "wouldn't", "couldn't"}:
        return False
    if conditional and predicate.verb.startswith("would"):
        return True
    return bool(predicate.tag(0) & HAVE) and bool(predicate.tag(1) & (PARTICIPLE | VERB)) and predicate.verb[0] == "w"


def _promises(predicate: _Predicate, cue: Cue | None, spoken: bool, lang: str) -> bool:
    if cue is not None and has_effect(cue, "promising", lang):
        return predicate.verb in entries("futures", lang) or predicate.verb in {"to", "is", "are", "was", "were"}
    if predicate.verb in forms("promises", lang) and predicate.is_infinitive(0):
        return True
    if predicate.verb in _BE and predicate.follows(0) in entries("promising", lang) and predicate.is_infinitive(1):
        return True
    own = _FIRST_PERSON if spoken or cue is None else _OWN_SUBJECT
    if predicate.subject not in own or (cue is None and not spoken):
        return False
    if predicate.verb in _WILL or (not spoken and predicate.verb in _WOULD and predicate.subject != "it"):
        return predicate.follows(0) not in entries("events", lang)
    return _is_going_to(predicate) and predicate.follows(2) not in entries("events", lang)


_BE = frozenset({"is", "are", "am", "was", "were", "isn't", "aren't", "wasn't", "weren't"})
_WILL = frozenset({"will", "won't", "shall", "shan't"})
_WOULD = frozenset({"would", "wouldn't"})
_NEED = frozenset({"need", "needs"})


def _is_going_to(predicate: _Predicate) -> bool:
    return predicate.verb in _BE and predicate.follows(0) in {"going", "gonna"} and predicate.is_infinitive(1)


def _predicts(predicate: _Predicate, lang: str) -> bool:
    if predicate.verb in entries("futures", lang):
        return True
    if predicate.verb not in _BE:
        return False
    if predicate.is_infinitive(0):  # "is to open in May"
        return True
    return predicate.follows(0) in entries("predicting", lang) and predicate.is_infinitive(1)


def _demands(predicate: _Predicate, lang: str) -> bool:
    if predicate.verb in entries("obligations", lang):
        return not (predicate.verb == "must" and predicate.tag(0) & HAVE)
    if predicate.verb in _NEED:
        return True
    if predicate.verb in {"has", "have"} and not predicate.negated:
        return predicate.is_infinitive(0) or (predicate.follows(0) == "got" and predicate.is_infinitive(1))
    if predicate.verb in {"do", "does", "don't", "doesn't"} and predicate.follows(0) == "need":
        return True
    return predicate.verb in _BE and predicate.follows(0) in entries("requiring", lang) and predicate.is_infinitive(1)


def _demands_below(clause: Clause, main: int, lang: str) -> bool:
    """Whether the demand stands below a clause that only points to it: "there is no reason why they should"."""
    predicate = _Predicate(clause, main)
    if predicate.verb not in _BE or predicate.subject not in {"there", "it", "this", "that", "what"}:
        return False
    for position in range(main + 1, len(clause.tags)):
        if clause.finite(position):
            below = _Predicate(clause, position)
            return below.verb in entries("obligations", lang) or (
                below.verb in _NEED and "what" in clause.lowers[main:position]
            )
    return False


def _hedges(predicate: _Predicate, lang: str) -> bool:
    if predicate.verb in entries("possibilities", lang):
        return not (predicate.negated and predicate.verb.startswith("could"))
    if predicate.verb == "must" and predicate.tag(0) & HAVE:
        return True
    if predicate.verb in forms("seeming", lang):
        return predicate.verb not in forms("looks", lang) or predicate.follows(0) in {"like", "set", "as", "likely"}
    if predicate.verb in _BE and predicate.follows(0) in entries("hedging", lang):
        return predicate.is_infinitive(1) or predicate.follows(1) == "that"
    return False


def _is_hedged(clause: Clause, last: int, cue: Cue | None, lang: str) -> bool:
    if cue is not None and has_effect(cue, "hedging", lang):
        return True
    if is_hearsay(clause, lang):
        return True
    hedges = entries("hedges", lang)
    near = range(max(0, last - 2), min(len(clause.lowers), last + _NEAR))
    return clause.lowers[0] in hedges or any(
        clause.lowers[position] in hedges and not (position > last and clause.finite(position)) for position in near
    )
