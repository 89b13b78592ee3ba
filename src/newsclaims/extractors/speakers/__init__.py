"""Speakers: who is behind the mentions.

Find the names of the text (`scan`, `names`: `pieces`, `titles`), group them into people and bodies (`entities`,
`body_names`), then resolve each source (`resolve`): names (`named`), pronouns (`pronoun_sources`, `pronouns`),
descriptions (`described`: `roles`, `bodies`, `documents`, `posts`). `appositions` reads what the text says of a person,
`role_words` where a role begins, `phrases` the grammar of a source, `subjects` that of the sentence round it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims.errors import ArgumentError
from newsclaims.extractors.speakers import appositions
from newsclaims.extractors.speakers.context import Context
from newsclaims.extractors.speakers.entities import Entities, settle_kind
from newsclaims.extractors.speakers.resolve import Resolver
from newsclaims.extractors.speakers.scan import NameIndex, Scanner
from newsclaims.extractors.speakers.vocabulary import vocabulary
from newsclaims.model import Annotation, Attribution, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.vocabulary import Vocabulary


@cache
def _default_scanner() -> Scanner:
    return Scanner(vocabulary())


def _as_names(given: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Names with their short forms, checked."""
    if not isinstance(given, Mapping):
        raise ArgumentError(f"names must be a mapping of full names to short forms, not {type(given).__name__}")
    names = {}
    for name, aliases in given.items():
        forms = (aliases,) if isinstance(aliases, str) else tuple(aliases)
        for form in (name, *forms):
            if not isinstance(form, str) or not form.strip():
                raise ArgumentError(f"names must hold non-empty strings, not {form!r}")
        names[name] = forms
    return names


@frozen
class SpeakerExtractor:
    """Speakers: who is behind the mentions."""

    name: ClassVar[str] = "speakers"
    provides: ClassVar[type[Speaker]] = Speaker
    requires: ClassVar[tuple[type[Annotation], ...]] = (Attribution,)

    names: dict[str, tuple[str, ...]] = field(factory=dict, converter=_as_names)
    """Names of the user with the short forms that stand for them, ``{"Barack Obama": ("Obama", "POTUS")}``: who is
    called so gets the full name, even where the article does not give it."""
    titles: tuple[str, ...] = field(default=(), converter=tuple)
    """Titles of the user that stand before names, beside the built-in ones: ``("Docent", "Pres.")``."""

    @cached_property
    def _scanner(self) -> Scanner:
        if not self.names and not self.titles:
            return _default_scanner()
        return Scanner(vocabulary().with_words(self.names, self.titles))

    def extract(self, document: Document, found: Found, /) -> Iterable[Speaker]:
        """Yield one speaker for each person, body, document or group that is the source of an attribution."""
        attributions = found[Attribution]
        if not any(attribution.source for attribution in attributions):
            return
        words = self._scanner.vocabulary
        entities = Entities(document.text, words)
        mentions = entities.add_all(self._scanner.scan(document.text), _headline_end(document))
        context = Context(document, NameIndex.of(document.text, mentions), entities, words)
        yield from _speakers(document, Resolver(context).resolve(attributions), words)


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
        if entity.kind == "unknown" and entity.words:
            settle_kind(document.text, entity)
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
            mentions=tuple([Span(start, end) for start, end in sorted({*entity.mentions, *spans})]),
        )
