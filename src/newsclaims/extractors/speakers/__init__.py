"""Speakers: who is behind the mentions.

Find the names (`names`), group them into people and bodies (`entities`), resolve each source mention (`resolve`):
names by look-up, roles (`roles`), documents (`documents`), pronouns (`pronouns`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.extractors.speakers import appositions
from newsclaims.extractors.speakers.entities import Entities
from newsclaims.extractors.speakers.names import NameIndex, Scanner
from newsclaims.extractors.speakers.resolve import Resolver
from newsclaims.extractors.speakers.vocabulary import vocabulary
from newsclaims.model import Annotation, Attribution, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found
    from newsclaims.extractors.speakers.entities import Entity
    from newsclaims.extractors.speakers.vocabulary import Vocabulary


@cache
def _scanner() -> Scanner:
    return Scanner(vocabulary())


@frozen
class SpeakerExtractor:
    """Speakers: who is behind the mentions."""

    name: ClassVar[str] = "speakers"
    provides: ClassVar[type[Speaker]] = Speaker
    requires: ClassVar[tuple[type[Annotation], ...]] = (Attribution,)

    def extract(self, document: Document, found: Found, /) -> Iterable[Speaker]:
        """Yield one speaker for each person, body, document or group that is the source of an attribution."""
        attributions = found[Attribution]
        if not any(attribution.source for attribution in attributions):
            return
        words = vocabulary()
        mentions = _scanner().scan(document.text)
        entities = Entities(document.text, words)
        index = NameIndex.of(document.text, entities.add_all(mentions, _headline_end(document)))
        resolver = Resolver(document, index, entities, words)
        resolver.resolve(attributions)
        yield from _speakers(document, resolver.found, words)


def _headline_end(document: Document) -> int:
    """Offset behind the headline, whose capitals show no names."""
    end = 0
    for paragraph in document.paragraphs[:3]:
        if paragraph.kind == "headline":
            end = paragraph.end
    return end


def _speakers(document: Document, found: dict[tuple[int, int], Entity], words: Vocabulary) -> Iterator[Speaker]:
    sources: dict[int, tuple[Entity, list[tuple[int, int]]]] = {}
    for span, entity in found.items():
        sources.setdefault(id(entity), (entity, []))[1].append(span)
    for entity, spans in sources.values():
        if entity.kind == "person":
            appositions.learn(document.text, entity, words)
        start, end = entity.fullest
        yield Speaker(
            start=start,
            end=end,
            text=document.text[start:end],
            rule=entity.rule,
            name=entity.name,
            kind=entity.kind,
            role=entity.role,
            affiliation=entity.affiliation,
            gender=entity.gender,
            mentions=tuple(Span(*span) for span in sorted({*entity.mentions, *spans})),
        )
