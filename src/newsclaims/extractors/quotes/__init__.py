"""Quotes: attributions joined with their speaker and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.extractors.quotes.saying_date import SayingDates
from newsclaims.extractors.quotes.speaker_index import SpeakerIndex
from newsclaims.model import Annotation, Attribution, Date, Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class QuoteExtractor:
    """Quotes: attributions joined with their speaker and date."""

    name: ClassVar[str] = "quotes"
    provides: ClassVar[type[Quote]] = Quote
    requires: ClassVar[tuple[type[Annotation], ...]] = (Date, Attribution, Speaker)

    thought: bool = False
    """Whether beliefs and intentions ("hopes", "plans to") count as quotes."""

    def extract(self, document: Document, found: Found, /) -> Iterable[Quote]:
        """Yield one quote for each attribution that is wanted; a quote's parent is yielded before it."""
        speakers = SpeakerIndex(found[Speaker])
        dates = SayingDates(document, found[Date], found[Attribution])
        made: dict[int, Quote] = {}
        wanted = [a for a in found[Attribution] if self.thought or not a.thought]
        for attribution in sorted(wanted, key=_outermost_first):
            quote = Quote(
                start=attribution.start,
                end=attribution.end,
                text=attribution.text,
                rule=f"{self.name}.{attribution.rule.partition('.')[2]}",
                kind=attribution.kind,
                segments=attribution.segments,
                cue=attribution.cue,
                source=attribution.source,
                speaker=speakers.of(attribution.source) if attribution.source else None,
                addressee=attribution.addressee,
                medium=attribution.medium,
                date=dates.of(attribution),
                parent=_parent(attribution, made),
                confidence=attribution.confidence,
            )
            made[id(attribution)] = quote
        return made.values()


def _outermost_first(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, -attribution.end


def _parent(attribution: Attribution, made: dict[int, Quote]) -> Quote | None:
    """The quote of the nearest attribution round this one that is a quote."""
    outer = attribution.parent
    while outer is not None and id(outer) not in made:
        outer = outer.parent
    return made[id(outer)] if outer is not None else None
