"""Evidentiality: what the text says that a claim rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.conditions import entries
from newsclaims.extractors.claims.main_verb import BE_FORMS, main_verb, predicate_at

if TYPE_CHECKING:
    from newsclaims.extractors.claims.clause import Clause
    from newsclaims.extractors.claims.units import Frame
    from newsclaims.model import Evidentiality, Quote

# An adverb this near behind the verb belongs to it.
_NEAR = 5
_BY_KIND: dict[str, Evidentiality] = {"direct": "direct_quote", "mixed": "mixed", "indirect": "indirect"}


def is_hearsay(clause: Clause, lang: str = "en") -> bool:
    """Whether the words pass on what others say without naming them: "reportedly", "is said to".

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
    >>> is_hearsay(Clause.of(Document("The firm is said to owe millions."), range(8)))
    True
    """
    main, lowers, words = main_verb(clause), clause.lowers, entries("hearsay", lang)
    if not words.isdisjoint(lowers) and (main is None or not words.isdisjoint(lowers[: main + _NEAR])):
        return True
    if main is None:
        return False
    predicate = predicate_at(clause, main)
    if predicate.verb not in BE_FORMS or predicate.follows(0) not in entries("hearsay_passives", lang):
        return False
    return predicate.is_infinitive(1)


def evidentiality(frame: Frame, *, hearsay: bool) -> Evidentiality:
    """What the text says that a claim rests on, given whether it is `is_hearsay`."""
    quote, cue = frame.quote, frame.cue
    if hearsay or ("alleging" in frame.effects and (quote is None or quote.kind != "direct")):
        return "hearsay"
    if quote is None:
        return "none" if cue is None else "indirect"
    if quote.kind == "indirect" and ((cue is not None and cue.lemma == "according to") or _from_document(quote)):
        return "according_to"
    return _BY_KIND[quote.kind]


def _from_document(quote: Quote) -> bool:
    if quote.speaker is not None:
        return quote.speaker.kind == "document"
    return quote.source is not None and quote.source.form == "document"
