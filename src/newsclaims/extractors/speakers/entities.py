"""Entities: the people and bodies of an article, each with all its names, grouped from the mentions.

Full names come first, wherever they stand; then a name of one word ("Clinton", "Mr. Orr", "Hillary") joins the person
that it can be short for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import define, field

from newsclaims.extractors.speakers.names import SUFFIXES, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.extractors.speakers.names import Name
    from newsclaims.extractors.speakers.vocabulary import Vocabulary
    from newsclaims.model import Gender, SpeakerKind

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.&-]{1,9})\)")
_SKIPPED_IN_ACRONYMS = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "&"})


@define(eq=False)
class Entity:
    """A person or body under construction."""

    kind: SpeakerKind
    words: tuple[str, ...]
    """Fullest name so far."""
    fullest: tuple[int, int]
    """Span of the fullest name."""
    certain: bool
    """Whether something shows that this is a person or a body."""
    gender: Gender | None = None
    role: str | None = None
    affiliation: str | None = None
    mentions: list[tuple[int, int]] = field(factory=list)
    roles: set[str] = field(factory=set)
    """Role nouns used of the entity, lower case."""
    origins: set[str] = field(factory=set)
    """States, parties and bodies that stand before its name."""
    full_mentions: int = 0
    text: str | None = None
    """Name of an entity that is named by a description."""
    rule: str = "speakers.name"

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.text if self.text is not None else " ".join(self.words)


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The words without "Jr." and the like."""
    return tuple(word for word in words if word.rstrip(".") not in SUFFIXES)


def surname(words: Sequence[str]) -> str:
    """The last word of a name, without "Jr." and the like."""
    kept = core(words)
    return kept[-1] if kept else words[-1]


def _is_full(name: Name) -> bool:
    """Whether a name can introduce a person."""
    if name.kind == "unknown":
        return len(name.words) in (2, 3)
    return name.kind == "person" and len(core(name.words)) > 1


class Entities:
    """The people and bodies of one article, to be looked up by name."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self.people: dict[str, list[Entity]] = defaultdict(list)
        """People by surname."""
        self._by_first: dict[str, list[Entity]] = defaultdict(list)
        self._bodies: dict[tuple[str, ...], Entity] = {}
        self._acronyms: dict[str, Entity] = {}
        self._singles: dict[str, Entity] = {}
        self.at: dict[int, Entity] = {}
        """Entity by the offset where its mention starts."""

    def add_all(self, mentions: Sequence[Mention], headline_end: int) -> None:
        """Group the mentions of the text; a headline introduces nobody, its capitals show nothing."""
        singles = []
        for mention in mentions:
            name = mention.name
            if mention.start >= headline_end and _is_full(name):
                self._add_full(mention)
            elif name.kind == "organization":
                self._add_body(mention)
            elif name.kind in ("person", "unknown"):
                singles.append(mention)
        for mention in singles:
            self._add_short(mention)

    def _add_full(self, mention: Mention) -> None:
        name = mention.name
        key = surname(name.words)
        for entity in self.people[key]:
            if self._same(entity.words, name.words) and (
                entity.gender is None or name.gender is None or entity.gender == name.gender
            ):
                break
        else:
            entity = Entity("person", name.words, (mention.start, mention.end), name.certain)
            self.people[key].append(entity)
            self._by_first[name.words[0]].append(entity)
        if len(name.words) > len(entity.words):
            entity.words, entity.fullest = name.words, (mention.start, mention.end)
        entity.full_mentions += 1
        self._learn(entity, mention)

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two full names with one surname can be one person's."""
        first, second = core(one)[:-1], core(other)[:-1]
        shorter, longer = sorted((first, second), key=len)
        if not shorter:
            return True
        if self._same_first(shorter[0], longer[0]):
            return all(a[0] == b[0] for a, b in zip(shorter[1:], longer[1:], strict=False)) or len(shorter) == 1
        return any(word in longer for word in shorter if len(word) > 2)

    def _same_first(self, one: str, other: str) -> bool:
        if one == other:
            return True
        nicknames = self._vocabulary.nicknames
        if other in nicknames.get(one, ()) or one in nicknames.get(other, ()):
            return True
        short, long = sorted((one.replace(".", ""), other.replace(".", "")), key=len)
        return len(short) <= 2 and short.isupper() and long.startswith(short[0])

    def _learn(self, entity: Entity, mention: Mention) -> None:
        name = mention.name
        entity.mentions.append((mention.start, mention.end))
        self.at[mention.start] = entity
        entity.certain = entity.certain or name.certain
        entity.gender = entity.gender or name.gender
        entity.role = entity.role or name.role
        entity.affiliation = entity.affiliation or name.affiliation
        entity.roles.update(name.titles)
        if name.affiliation:
            entity.origins.add(name.affiliation)

    def _add_body(self, mention: Mention) -> None:
        words = mention.name.words
        key = tuple(word.rstrip(".") for word in words)
        entity = self._bodies.get(key)
        if entity is None and len(words) == 1:
            entity = self._acronyms.get(words[0])
        if entity is None:
            entity = Entity("organization", words, (mention.start, mention.end), mention.name.certain)
            self._bodies[key] = entity
            if len(words) > 1:
                self._learn_acronym(entity, mention)
        entity.mentions.append((mention.start, mention.end))
        self.at[mention.start] = entity

    def _learn_acronym(self, entity: Entity, mention: Mention) -> None:
        given = _ACRONYM.match(self._text, mention.end + 1)
        if given:
            self._acronyms[given[1]] = entity
        letters = "".join(word[0] for word in entity.words if word not in _SKIPPED_IN_ACRONYMS)
        if len(letters) > 1:
            self._acronyms.setdefault(letters, entity)

    def _add_short(self, mention: Mention) -> None:
        """A name of one word, or a full name in a headline."""
        entity = self.find(mention.name, mention.start)
        if entity is None:
            key = " ".join(mention.name.words)
            entity = self._singles.get(key)
            if entity is None:
                kind: SpeakerKind = "person" if mention.name.kind == "person" else "unknown"
                entity = Entity(kind, mention.name.words, (mention.start, mention.end), mention.name.certain)
                self._singles[key] = entity
            elif mention.name.kind == "person":
                entity.kind = "person"
        self._learn(entity, mention)

    def find(self, name: Name, offset: int) -> Entity | None:
        """The person introduced by a full name that a name can be short for."""
        words = core(name.words) or name.words
        candidates = [e for e in self.people.get(words[-1], ()) if self._can_be(e, words)]
        if not candidates and len(words) == 1:
            candidates = self._by_first.get(words[0], [])
        if name.gender and len(candidates) > 1:
            candidates = [e for e in candidates if e.gender == name.gender] or [
                e for e in candidates if e.gender is None
            ]
        return self._most_likely(candidates, offset)

    def _can_be(self, entity: Entity, words: tuple[str, ...]) -> bool:
        return len(words) == 1 or self._same(entity.words, words)

    @staticmethod
    def _most_likely(candidates: Iterable[Entity], offset: int) -> Entity | None:
        """Of people that share a name the certain one named in full most often, then the one named last."""
        return max(
            candidates,
            key=lambda e: (
                e.certain,
                e.full_mentions,
                max((start for start, _ in e.mentions if start < offset), default=-e.fullest[0]),
            ),
            default=None,
        )

    def everyone(self) -> Iterable[Entity]:
        """All entities that were found, people first."""
        for group in self.people.values():
            yield from group
        yield from self._singles.values()
        yield from self._bodies.values()
