"""Claims: propositions put forward as true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims.extractors.claims import scoring
from newsclaims.extractors.claims.coverage import find_units
from newsclaims.extractors.claims.evidentiality import evidentiality
from newsclaims.extractors.claims.grammar import main_verb
from newsclaims.extractors.claims.modality import modality
from newsclaims.extractors.claims.polarity import is_negated
from newsclaims.extractors.claims.references import unresolved
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
        signals = Signals(document, found[Quantity], found[Date])
        weights = {**scoring.default_weights(document.lang), **self.weights}
        for number, unit in find_units(document, found[Quote], thoughts, found[Speaker]):
            if self.questions or not unit.is_question:
                yield _claim(document, document.sentences[number], unit, signals, weights)


def _claim(document: Document, sentence: Sentence, unit: Unit, signals: Signals, weights: Mapping[str, float]) -> Claim:
    clause, frame, lang = unit.clause, unit.frame, document.lang
    start, end = unit.segments[0].start, unit.segments[-1].end
    put: Modality = "question" if unit.is_question else modality(unit, lang)
    given = scoring.reasons(signals.of(unit), weights)
    dates = signals.dates_in(unit.segments)
    return Claim(
        start=start,
        end=end,
        text=document.text[start:end],
        rule=unit.rule,
        segments=unit.segments,
        sentence=Span(sentence.start, sentence.end),
        claimer=frame.claimer,
        speaker=frame.speaker,
        quote=frame.quote,
        polarity="deny" if frame.denied else "affirm",
        negated=is_negated(clause, main_verb(clause)),
        modality=put,
        evidentiality=evidentiality(clause, frame.quote, frame.cue, lang),
        types=scoring.types(given),
        quantities=signals.quantities_in(unit.segments),
        dates=dates,
        checkable=scoring.is_checkable(put, given),
        score=sum(reason.weight for reason in given),
        reasons=given,
        unresolved=unresolved(document, clause, dates),
        confidence=frame.quote.confidence if frame.quote is not None else "high",
    )
