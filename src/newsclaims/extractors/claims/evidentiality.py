"""Evidentiality: what the text says that a claim rests on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.claims.polarity import has_effect

if TYPE_CHECKING:
    from newsclaims.extractors.claims.grammar import Clause
    from newsclaims.model import Cue, Evidentiality, Quote

_BY_KIND: dict[str, Evidentiality] = {"direct": "direct_quote", "mixed": "mixed", "indirect": "indirect"}


def is_hearsay(clause: Clause, lang: str = "en") -> bool:
    """Whether the words pass on what others say without naming them: "reportedly", "is said to".

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.grammar import Clause
    >>> is_hearsay(Clause.of(Document("The firm is said to owe millions."), range(8)))
    True
    """
    single, phrases = _hearsay(lang)
    lowers = clause.lowers
    if not single.isdisjoint(lowers):
        return True
    return any(
        tuple(lowers[position : position + len(phrase)]) == phrase
        for phrase in phrases
        if phrase[0] in lowers
        for position in range(len(lowers))
    )


@cache
def _hearsay(lang: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    entries = lexicons.document("modality", lang)["hearsay"]
    return (
        frozenset(entry for entry in entries if " " not in entry),
        tuple(tuple(entry.split()) for entry in entries if " " in entry),
    )


def evidentiality(clause: Clause, quote: Quote | None, cue: Cue | None, lang: str = "en") -> Evidentiality:
    """What the text says that the claim rests on."""
    if is_hearsay(clause, lang):
        return "hearsay"
    if cue is not None and has_effect(cue, "alleging", lang) and (quote is None or quote.kind != "direct"):
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
