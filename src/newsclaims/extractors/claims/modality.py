"""Modality: how a proposition is put. The first that holds, in the order of `Modality`, is the one.

A question is known from its sentence. A condition, a promise, a prediction and a demand show on the main verb and on
the cue; a hedge anywhere in the main clause. The verb of a subordinate clause decides nothing, except behind "I think".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.claims.conditions import entries, forms, has_condition
from newsclaims.extractors.claims.main_verb import BE_FORMS, main_verb, predicate_at
from newsclaims.extractors.claims.openings import CONDITIONS
from newsclaims.text.morphology import verb_forms
from newsclaims.text.wordclass import ADJECTIVE, BE, DETERMINER, FINITE, HAVE, PARTICIPLE, TO, VERB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.extractors.claims.clause import Clause
    from newsclaims.extractors.claims.predicate import Predicate
    from newsclaims.extractors.claims.units import Frame, Unit
    from newsclaims.model import Modality

_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "it", "she", "they"})
# Verbs behind which something is urged even so: "we must understand that", as against "we must say that".
_KNOWING = frozenset({"agree", "know", "mean", "understand"})
_COMPARING = frozenset({"as", "how", "less", "more", "most", "than"})
_OWN_SUBJECT = frozenset({"he", "she", "they", "i", "we", "it"})
_POINTERS = frozenset({"there", "it", "this", "that", "what"})
_WILL = frozenset({"will", "won't", "shall", "shan't"})
_WOULD = frozenset({"would", "wouldn't"})
_COULD = frozenset({"could", "couldn't"})
_HAVE = frozenset({"has", "have"})
_DO = frozenset({"do", "does", "don't", "doesn't"})
_SEEMING = frozenset({"as", "like", "likely", "set", "that", "unlikely"})
_NEED = frozenset({"need", "needs"})
# An adverb this near behind the verb belongs to it.
_NEAR = 5


def modality(unit: Unit, lang: str = "en", *, hearsay: bool = False) -> Modality:  # noqa: PLR0911 - one a modality
    """How a proposition is put, questions aside, given whether it is `is_hearsay`.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
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
    clause, effects = unit.clause, unit.frame.effects
    main = main_verb(clause)
    if main is None or ("promising" in effects and clause.tags[0] & TO):  # "pledged to shut it after it had burnt"
        return _without_verb(clause, effects, lang)
    predicates, last, believed = _chain(unit, main, lang)
    shown: set[Modality] = set()
    for predicate in predicates:
        if _may_show(predicate, lang):
            shown.update(_shown_by(predicate, unit, effects, lang))
    plain = _opening_words(lang).isdisjoint(clause.lowers)
    if "hypothetical" in shown or (not plain and has_condition(clause, main, last, lang)):
        return "hypothetical"
    if "promised" in shown:
        return "promised"
    if "predicted" in shown or "predicting" in effects:
        return "predicted"
    if "normative" in shown or _demands_below(clause, predicates[0], main, lang):
        return "normative"
    if believed or hearsay or "hedged" in shown or "hedging" in effects:
        return "hedged"
    if not plain and _is_hedged(clause, last, lang):
        return "hedged"
    return "asserted"


def _shown_by(predicate: Predicate, unit: Unit, effects: frozenset[str], lang: str) -> Iterator[Modality]:
    """What a predicate shows, by the cue or by itself."""
    if _is_unreal(predicate, unit.is_conditional):
        yield "hypothetical"
    thought = unit.frame.cue is not None and unit.frame.quote is None
    if "promising" in effects:
        if predicate.verb in entries("futures", lang) or _is_going_to(predicate):
            yield "promised"
    elif not thought and _promises(predicate, unit.frame, lang):
        yield "promised"
    if _predicts(predicate, unit.clause.lowers, lang):
        yield "predicted"
    if _demands(predicate, lang):
        yield "normative"
    if _hedges(predicate, lang):
        yield "hedged"


def _may_show(predicate: Predicate, lang: str) -> bool:
    """Whether any rule below looks at such a predicate; most show no modality, and this is cheap."""
    if predicate.verb in BE_FORMS:  # "is to open", "was expected to open", "is possible that"
        return bool((predicate.tag(0) | predicate.tag(1)) & TO) or predicate.follows(1) == "that"
    return predicate.verb in _telling(lang)


@cache
def _telling(lang: str) -> frozenset[str]:
    """The verbs, "be" aside, that any rule below looks for."""
    words = _WILL | _WOULD | _COULD | _NEED | _HAVE | _DO
    words |= (
        _foretelling(lang) | entries("futures", lang) | entries("obligations", lang) | entries("possibilities", lang)
    )
    return words | forms("promises", lang) | forms("seeming", lang)


_BY_CUE: tuple[tuple[str, Modality], ...] = (
    ("promising", "promised"), ("predicting", "predicted"), ("hedging", "hedged")
)  # fmt: skip


def _without_verb(clause: Clause, effects: frozenset[str], lang: str) -> Modality:
    if not forms("promises", lang).isdisjoint(clause.lowers[:2]):  # "plans to expand", as what was announced
        return "promised"
    return next((put for effect, put in _BY_CUE if effect in effects), "asserted")


def _chain(unit: Unit, main: int, lang: str) -> tuple[list[Predicate], int, bool]:
    """The main predicate and those of what the author thinks or says, the last one's place, and whether he believes.

    In reported speech "he" is the author: "Lind said he thinks that ...".
    """
    clause, position, believed = unit.clause, main, False
    predicates = [predicate_at(clause, main)]
    reported = unit.frame.claimer == "speaker" and not unit.frame.spoken
    author = _THIRD_PERSON if reported else _FIRST_PERSON
    if predicates[0].subject not in author:  # as with most
        return predicates, main, False
    beliefs = forms("beliefs", lang) if reported else entries("beliefs", lang)
    while predicates[-1].subject in author and len(predicates) < 3:
        words = clause.lowers[position : position + 3]
        believes = not beliefs.isdisjoint(words)
        if not believes and (reported or entries("openers", lang).isdisjoint(words)):
            break
        below = next((p for p in range(position + 2, len(clause.tags)) if clause.tags[p] & FINITE), None)
        if below is None:
            break
        believed, position = believed or believes, below
        if not believes and _KNOWING.isdisjoint(words):  # "I would say that rents fell" foretells nothing
            predicates.pop()
        predicates.append(predicate_at(clause, below))
    return predicates, position, believed


def _is_unreal(predicate: Predicate, conditional: bool) -> bool:
    if predicate.verb not in _WOULD and predicate.verb not in _COULD:
        return False
    if conditional and predicate.verb.startswith("would"):
        return True
    return bool(predicate.tag(0) & HAVE) and bool(predicate.tag(1) & (PARTICIPLE | VERB)) and predicate.verb[0] == "w"


def _promises(predicate: Predicate, frame: Frame, lang: str) -> bool:
    if predicate.verb in forms("promises", lang) and predicate.is_infinitive(0):
        return True
    if predicate.verb in BE_FORMS and predicate.follows(0) in entries("promising", lang) and predicate.is_infinitive(1):
        return True
    own = _FIRST_PERSON if frame.spoken or frame.cue is None else _OWN_SUBJECT
    if predicate.subject not in own:
        return False
    if predicate.verb in _WILL or (not frame.spoken and predicate.verb in _WOULD and predicate.subject != "it"):
        return predicate.follows(0) not in entries("events", lang)
    return _is_going_to(predicate) and predicate.follows(2) not in entries("events", lang)


def _is_going_to(predicate: Predicate) -> bool:
    return predicate.verb in BE_FORMS and predicate.follows(0) in {"going", "gonna"} and predicate.is_infinitive(1)


def _predicts(predicate: Predicate, words: list[str], lang: str) -> bool:
    if predicate.verb in _WOULD and (
        predicate.follows(0) in entries("preferences", lang) or not entries("habits", lang).isdisjoint(words)
    ):  # "would like a seat", "would often sing"
        return False
    if predicate.verb in entries("futures", lang) or predicate.verb in _foretelling(lang):
        return True
    if predicate.verb not in BE_FORMS:
        return False
    if predicate.is_infinitive(0):  # "is to open in May"; not "our job is to open schools"
        return predicate.subject not in entries("purposes", lang)
    return predicate.follows(0) in entries("predicting", lang) and predicate.is_infinitive(1)


@cache
def _foretelling(lang: str) -> frozenset[str]:
    """The present forms of verbs by which somebody foretells: "she expects profits to fall"."""
    return frozenset(form for verb in entries("foretelling", lang) for form in verb_forms(verb)[:2])


def _demands(predicate: Predicate, lang: str) -> bool:
    if predicate.verb in entries("obligations", lang):
        return not (predicate.verb == "must" and predicate.tag(0) & HAVE)
    if predicate.verb in _NEED:
        return True
    if predicate.verb in _HAVE and not predicate.negated and not predicate.is_before("yet"):  # "has yet to open"
        return predicate.is_infinitive(0) or (predicate.follows(0) == "got" and predicate.is_infinitive(1))
    if predicate.verb in _DO and predicate.follows(0) == "need":
        return True
    return (
        predicate.verb in BE_FORMS and predicate.follows(0) in entries("requiring", lang) and predicate.is_infinitive(1)
    )


def _demands_below(clause: Clause, predicate: Predicate, main: int, lang: str) -> bool:
    """Whether the demand stands below a clause that only points to it: "there is no reason why they should"."""
    if predicate.verb not in BE_FORMS or predicate.subject not in _POINTERS:
        return False
    position = next((p for p in range(main + 1, len(clause.tags)) if clause.tags[p] & FINITE), None)
    if position is None:
        return False
    below = clause.lowers[position]
    return below in entries("obligations", lang) or (below in _NEED and "what" in clause.lowers[main:position])


def _hedges(predicate: Predicate, lang: str) -> bool:
    if predicate.verb in entries("possibilities", lang):
        return not (predicate.negated and predicate.verb.startswith("could"))
    if predicate.verb == "must" and predicate.tag(0) & HAVE:
        return True
    if predicate.verb in forms("seeming", lang):
        return predicate.verb not in forms("looks", lang) or _seems(predicate, lang)
    if predicate.verb in BE_FORMS and predicate.follows(0) in entries("hedging", lang):
        return predicate.is_infinitive(1) or predicate.follows(1) == "that"
    return False


def _seems(predicate: Predicate, lang: str) -> bool:
    """Whether "look" or "appear" says what something seems to be, and not what somebody did: "appeared in court".

    Who "looks to sell" seeks to; what "looks to be sold" seems so.
    """
    if predicate.is_infinitive(0):
        return predicate.verb not in forms("seeking", lang) or bool(predicate.tag(1) & (BE | HAVE))
    return predicate.follows(0) in _SEEMING or bool(predicate.tag(0) & ADJECTIVE)


@cache
def _opening_words(lang: str) -> frozenset[str]:
    """The words that hold a claim open wherever they stand; few clauses have one."""
    return CONDITIONS | entries("hedges", lang)


def _is_hedged(clause: Clause, last: int, lang: str) -> bool:
    hedges = entries("hedges", lang)
    near = range(max(0, last - 2), min(len(clause.lowers), last + _NEAR))
    return clause.lowers[0] in hedges or any(
        clause.lowers[p] in hedges and not (p > last and clause.tags[p] & FINITE) and not _is_compared(clause, p)
        for p in near
    )


def _is_compared(clause: Clause, position: int) -> bool:
    """Whether a likelihood is measured and holds nothing open: "twice as likely to sell", "the likely winner"."""
    if clause.lowers[position] not in {"likely", "unlikely"} or not position:
        return False
    return clause.lowers[position - 1] in _COMPARING or bool(clause.tags[position - 1] & DETERMINER)
