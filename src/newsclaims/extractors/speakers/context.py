"""What is known of one article while its sources are resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import appositions
from newsclaims.extractors.speakers.pronouns import Antecedents
from newsclaims.extractors.speakers.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.speakers.entities import Entities
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.scan import Mention as NamedMention
    from newsclaims.extractors.speakers.scan import NameIndex
    from newsclaims.extractors.speakers.vocabulary import Vocabulary
    from newsclaims.model import Attribution, Mention

# The verb between a pronoun and its object: "he told Hannity".
_OBJECT = re.compile(r"[ \xa0](?:\w+[ \xa0]){1,2}")
MEDIA_BACK = 40
"""Statements, letters and the like that are looked at for the one that is named again."""
SENTENCES_TO_A_DOCUMENT = 8
"""Sentences back in which somebody spoke in the document that is named again."""
_POSSESSIVES = ("'s ", "’s ")
LONGEST_TITLE = 5
"""Characters of a title between a verb and the name that is its object."""


class Context:
    """The text, its names, who they name, and which sources were resolved so far."""

    def __init__(self, document: Document, index: NameIndex, entities: Entities, vocabulary: Vocabulary) -> None:
        self.document = document
        self.text = document.text
        self.index = index
        self.entities = entities
        self.vocabulary = vocabulary
        self.subjects = Subjects(document)
        self._named_people = self._people()
        self._spoken: list[tuple[int, int, Entity]] = []
        """Sources that are people, which the antecedents were not told of yet."""
        self.attributions: Sequence[Attribution] = ()
        """The attributions whose sources are resolved, in text order."""
        self.found: dict[tuple[int, int], Entity] = {}
        """Entity by the span of the source mention."""
        self.order: list[tuple[int, int]] = []
        """Spans of the sources resolved, in text order."""
        self.described: list[Entity] = []
        """Entities that are named by a description, in text order."""
        self.by_text: dict[str, Entity] = {}
        """The same and groups of people by their name in lower case."""

    def keep(self, span: tuple[int, int], entity: Entity | None) -> None:
        """Tell whom a source was found to denote; sources are told in text order, first persons last."""
        if entity is not None:
            self.found[span] = entity
            self.order.append(span)
            if entity.kind == "person" or (entity.kind == "unknown" and (entity.words or entity.human)):
                self._spoken.append((*span, entity))

    @property
    def antecedents(self) -> Antecedents:
        """The people that a pronoun or role may go back to; many articles need none."""
        antecedents = self._antecedents
        for start, end, entity in self._spoken:
            oblique = self.text.startswith(_POSSESSIVES, end) or self.text.startswith(" by ", start - 4)
            antecedents.add_source(start, end, entity, spoken=not oblique)
        self._spoken.clear()
        return antecedents

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents(self.document, self._named_people, self.subjects)

    def spoke_in(self, noun: str, offset: int) -> Entity | None:
        """Who spoke last in a document before an offset: "Orr said in a statement", then "the statement"."""
        called = self.vocabulary.document_family(noun) | {noun}
        here = self.document.sentence_at(offset)
        last = bisect_left(self._media, offset, key=lambda pair: pair[0].start) - 1
        for at in range(last, max(-1, last - MEDIA_BACK), -1):
            medium, source = self._media[at]
            if here - self.document.sentence_at(medium.start) > SENTENCES_TO_A_DOCUMENT:
                break
            entity = self.found.get((source.start, source.end))
            if entity is not None and not called.isdisjoint(medium.text.lower().split()):
                return entity
        return None

    @cached_property
    def _media(self) -> list[tuple[Mention, Mention]]:
        """In what somebody spoke, with the source, in text order."""
        media = [(a.medium, a.source) for a in self.attributions if a.medium is not None and a.source is not None]
        return sorted(media, key=lambda pair: pair[0].start)

    def _people(self) -> list[tuple[NamedMention, Entity]]:
        """Who is named, with the mention, in text order."""
        grouped = self.entities.grouped
        return [
            (mention, entity)
            for mention in self.index.mentions
            if (entity := grouped.get(mention.start)) is not None
            and entity.kind == "person"
            and (entity.certain or self._is_somebody(entity))
        ]

    def _is_somebody(self, entity: Entity) -> bool:
        """Whether more than its capitals shows that a doubtful name is a person's: a short form, a role beside it."""
        if len(entity.mentions) > entity.full_mentions:
            return True
        appositions.learn(self.text, entity, self.vocabulary)
        return bool(entity.roles)

    def tellers(self, own: Sequence[Attribution]) -> set[int]:
        """Who tells what these attributions say, and so speaks of their source by a role as of somebody else."""
        outer = [a.parent.source for a in own if a.parent is not None and a.parent.source is not None]
        found = (self.found.get((source.start, source.end)) for source in outer)
        return {id(entity) for entity in found if entity is not None}

    def others(self, start: int, end: int, own: Sequence[Attribution]) -> set[int]:
        """Who a source cannot be: whom its own direct speech names, whom it speaks to."""
        mentioned = self.antecedents.mentioned
        others: list[Entity] = []
        for attribution in own:
            if attribution.kind == "direct":
                for segment in attribution.segments:
                    others += mentioned(segment.start, segment.end)
            if attribution.addressee is not None:
                others += mentioned(attribution.addressee.start, attribution.addressee.end)
        follower = _OBJECT.match(self.text, end)
        if follower:
            others += mentioned(follower.end(), follower.end() + LONGEST_TITLE)
        return set(map(id, others))
