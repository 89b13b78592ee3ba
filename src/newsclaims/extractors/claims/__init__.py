"""Claims: propositions put forward as true."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims.extractors.claims import references, scoring, signal_words
from newsclaims.extractors.claims.coverage import find_units
from newsclaims.extractors.claims.evidentiality import evidentiality, is_hearsay
from newsclaims.extractors.claims.modality import modality
from newsclaims.extractors.claims.polarity import is_negated
from newsclaims.extractors.claims.references import References
from newsclaims.extractors.claims.signals import Signals
from newsclaims.model import Annotation, Attribution, Claim, Date, Quantity, Quote, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.claims.units import Unit
    from newsclaims.extractors.protocol import Found
    from newsclaims.model import Modality
    from newsclaims.text.segments import Sentence


def _check_weights(_extractor: object, _field: object, weights: Mapping[str, float]) -> None:
    unknown = sorted(weights.keys() - scoring.default_weights().keys())
    if unknown:
        raise ValueError(f"no reason is called {', '.join(unknown)}; there are {', '.join(scoring.default_weights())}")


@frozen
class ClaimExtractor:
    """Claims: propositions put forward as true."""

    name: ClassVar[str] = "claims"
    provides: ClassVar[type[Claim]] = Claim
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date, Quantity, Attribution, Speaker, Quote)

    questions: bool = False
    """Whether bare questions count as claims, with the modality ``question``."""
    weights: Mapping[str, float] = field(factory=dict, validator=_check_weights)
    """Weights by reason code, in the place of the default ones; 0 switches a reason off."""

    def extract(self, document: Document, found: Found, /) -> Iterable[Claim]:
        """Yield the claims of the document."""
        thoughts = [attribution for attribution in found[Attribution] if attribution.thought]
        maker = _Maker(document, found, {**scoring.default_weights(document.lang), **self.weights})
        for number, units in find_units(document, found[Quote], thoughts, found[Speaker]):
            sentence = document.sentences[number]
            for unit in units:
                if self.questions or not unit.is_question:
                    yield maker.claim(unit, sentence)


@cache
def _marking(lang: str) -> frozenset[str]:
    """All words that a signal or a reference is found by."""
    return frozenset().union(*signal_words.lexicon(lang), *references.lists(lang))


def _marked(document: Document) -> list[int]:
    """The tokens by which signals and references are found; the text is gone through once for both."""
    marking = _marking(document.lang)
    return [at for at, word in enumerate(document.tokens.lowers) if word in marking]


class _Maker:
    """Makes claims of the units of one document."""

    def __init__(self, document: Document, found: Found, weights: Mapping[str, float]) -> None:
        self._document = document
        self._weights = weights
        marked = _marked(document)
        self._signals = Signals(document, found[Quantity], found[Date], marked)
        self._references = References(document, found[Date], marked)

    def claim(self, unit: Unit, sentence: Sentence) -> Claim:
        """The claim that a unit is."""
        clause, frame, spans, lang = unit.clause, unit.frame, unit.segments, self._document.lang
        stretches = [(span.start, span.end) for span in spans]
        start, end = stretches[0][0], stretches[-1][1]
        hearsay = is_hearsay(clause, lang)
        put: Modality = "question" if unit.is_question else modality(unit, lang, hearsay=hearsay)
        quantities = self._signals.quantities_in(stretches)
        reasons, codes, score = scoring.reasons(self._signals.of(unit, quantities, stretches), self._weights)
        return Claim(
            start=start,
            end=end,
            text=self._document.text[start:end],
            rule=unit.rule,
            segments=spans,
            sentence=Span(sentence.start, sentence.end),
            claimer=frame.claimer,
            speaker=frame.speaker,
            quote=frame.quote,
            polarity="deny" if frame.denied else "affirm",
            negated=is_negated(clause),
            modality=put,
            evidentiality=evidentiality(frame, hearsay=hearsay),
            types=scoring.types(codes),
            quantities=quantities,
            dates=self._signals.dates_in(stretches),
            checkable=scoring.is_checkable(unit, put, reasons, codes),
            score=score,
            reasons=reasons,
            unresolved=self._references.within(stretches),
            confidence=frame.confidence,
        )
