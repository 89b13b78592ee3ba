"""Entities: the people and bodies of an article, each with all its names, grouped from the mentions.

Full names come first, wherever they stand; then a name of one word ("Quint", "Mr. Orr", "Mara") joins the person
that it can be short for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims.extractors.speakers.body_names import BodyNames
from newsclaims.extractors.speakers.entity import Entity
from newsclaims.extractors.speakers.names import core, lookup_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.extractors.speakers.names import Name
    from newsclaims.extractors.speakers.scan import Mention
    from newsclaims.extractors.speakers.vocabulary import Vocabulary
    from newsclaims.model import SpeakerKind

LONGEST_UNKNOWN = 4
"""Words of a name that nothing but its capitals shows to be one."""
MOST_NAMESAKES = 20
"""People of one surname that are told apart."""


def _is_tail(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name ends with the other: "Marine Le Pen" and "Le Pen"."""
    shorter, longer = sorted((one, other), key=len)
    return [w.lower() for w in shorter] == [w.lower() for w in longer[-len(shorter) :]]


def surname(words: Sequence[str]) -> str:
    """The last word of a name, without "Jr." and the like."""
    return core(words)[-1]


def _rank(entity: Entity, offset: int) -> tuple[bool, bool, bool, int]:
    """Order of people that share a surname, the most likely bearer of a bare surname first.

    News calls the person an article is about by the surname, and others of that name in full each time: the one
    introduced first is meant, before one who is named in full again and again.
    """
    first = entity.mentions[0][0]
    return not entity.certain, not entity.in_headline, first > offset, first


def _agree(entity: Entity, name: Name) -> bool:
    return entity.gender is None or name.gender is None or entity.gender == name.gender


_OF_A_PERSON = re.compile(r"(?:['’]s\b)?[^.!?\n]{0,60}?\b(?P<word>he|she|his|her|him|who|whose|it|its|which)\b")
MENTIONS_READ = 6
"""Mentions of a name that are read for what sort of entity it is."""


def settle_kind(text: str, entity: Entity) -> None:
    """Tell by the article and the pronouns beside a name that nothing else tells of what it names."""
    votes = 0
    for start, end in entity.mentions[:MENTIONS_READ]:
        if text[max(0, start - 4) : start].lower() == "the ":
            votes -= 2
        match = _OF_A_PERSON.match(text, end, end + 80)
        if match:
            votes += -1 if match["word"] in ("it", "its", "which") else 1
    if votes:
        entity.kind = "person" if votes > 0 else "organization"


UNGROUPED = ("place", "people")
"""Kinds of name that are no entities until they are a source."""


class Entities:
    """The people and bodies of one article, to be looked up by name."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._people: dict[str, list[Entity]] = defaultdict(list)
        self._by_first: dict[str, list[Entity]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._bodies = BodyNames(text, vocabulary)
        self._singles: dict[str, Entity] = {}
        self._unknown: dict[str, list[Mention]] = defaultdict(list)
        self._unknown_at: dict[int, str] = {}
        self._renamed: dict[int, Mention] = {}
        self.grouped: dict[int, Entity] = {}
        """Entity by the offset where its mention starts, without names that nobody knows anything of."""

    def add_all(self, mentions: Sequence[Mention], headline_end: int) -> list[Mention]:
        """Group the mentions of the text; a headline introduces nobody, its capitals show nothing.

        Returns:
            The mentions that are somebody's, and those of places and peoples; the run of capitals in a headline is cut
            to the name that it holds.
        """
        doubtful, short = self._add_certain(mentions, headline_end)
        for mention in doubtful:
            self._add_full(mention, self._known_tail(mention.name.words))
        for mention in self._add_couples(self._introduce(short, headline_end)):
            if mention.start < headline_end:
                self._add_headline(mention)
            elif mention.name.kind == "organization" and mention.name.key not in self._people:
                self._add_body(mention)
            else:
                self._add_short(mention)
        return self._final(mentions)

    def _introduce(self, short: list[Mention], headline_end: int) -> list[Mention]:
        """Take a full name of the headline for its bearer's where only the surname stands below; the other names."""
        below = bisect_left(short, headline_end, key=attrgetter("start"))
        full = [m for m in short[:below] if m.name.kind == "person" and m.name.certain and len(m.name.core) == 2]
        if not full:
            return short
        surnames = {mention.name.key for mention in short[below:] if len(mention.name.core) == 1}
        introduced = set()
        for mention in full:
            if mention.name.key in surnames and mention.name.key not in self._people:
                self._add_full(mention, mention.name.words)
                self.grouped[mention.start].in_headline = True
                introduced.add(mention.start)
        return [mention for mention in short if mention.start not in introduced]

    def _final(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions that somebody knows, with their final names, none inside another."""
        grouped, unknown, renamed = self.grouped, self._unknown_at, self._renamed
        kept: list[Mention] = []
        behind = 0
        for mention in mentions:
            start = mention.start
            if start < behind:
                continue
            final = renamed.get(start, mention)
            if final.start in grouped or final.start in unknown or final.name.kind in UNGROUPED:
                kept.append(final)
                behind = final.end
        return kept

    def _add_certain(self, mentions: Sequence[Mention], headline_end: int) -> tuple[list[Mention], list[Mention]]:
        """Group full names and bodies.

        Returns:
            Names of several words that nothing shows to be a person's; names that may be short for a full one.
        """
        doubtful: list[Mention] = []
        short: list[Mention] = []
        for mention in mentions:
            name = mention.name
            kind = name.kind
            if kind == "unknown":
                full = 2 <= len(name.words) <= LONGEST_UNKNOWN and mention.start >= headline_end
                (doubtful if full else short).append(mention)
            elif kind == "person":
                if len(name.core) > 1 and mention.start >= headline_end:
                    self._add_full(mention, name.words)
                else:
                    short.append(mention)
            elif kind == "organization":
                if (name.certain or len(name.words) > 1) and mention.start >= headline_end:
                    self._add_body(mention)
                else:  # an acronym, or "BENSON:" of a transcript
                    short.append(mention)
        return doubtful, short

    def _add_couples(self, short: list[Mention]) -> list[Mention]:
        """Give first names the surname that follows for two ("Ann and Bill Orr"); the other short names."""
        first_names, coupled = self._vocabulary.first_names, set()
        for mention in [m for m in short if m.name.words[0] in first_names and len(m.name.words) == 1]:
            if not self._text.startswith(" and ", mention.end):
                continue
            partner = self.grouped.get(mention.end + len(" and "))
            if partner is not None and partner.kind == "person" and len(partner.words) == 2:
                word = mention.name.words[0]
                name = evolve(mention.name, kind="person", certain=True, gender=first_names[word])
                self._add_full(evolve(mention, name=name), (word, partner.words[1]))
                coupled.add(mention.start)
        return [mention for mention in short if mention.start not in coupled] if coupled else short

    def at(self, offset: int) -> Entity | None:
        """The entity whose mention starts at an offset."""
        entity = self.grouped.get(offset)
        if entity is not None:
            return entity
        key = self._unknown_at.get(offset)
        if key is None:
            return None
        entity = self._singles.get(key)
        return entity if entity is not None else self._single(key, "unknown", self._unknown[key][0])

    def _single(self, key: str, kind: SpeakerKind, mention: Mention) -> Entity:
        """An entity for a name that is short for no other, with the mentions of it met so far."""
        entity = Entity(kind, mention.name.words, (mention.start, mention.end), mention.name.certain)
        self._singles[key] = entity
        for other in self._unknown.get(key, ()):
            self._learn(entity, other)
        return entity

    def _known_head(self, mention: Mention) -> Mention:
        """The name of somebody known at the start of a run: "Quint" in "Quint Wades In"."""
        words = mention.name.words
        for length in range(len(words), 0, -1):
            key = lookup_key(words[length - 1])
            if key not in self._people and (length > 1 or key not in self._by_first):
                continue
            name = evolve(mention.name, words=words[:length], core=words[:length], key=key)
            entity = self.find(name, mention.start)
            if entity is not None and entity.certain and self._begins(words[:length], entity):
                last = words[length - 1]
                end = self._text.find(last, mention.start) + len(last)
                return evolve(mention, end=end, name=name)
        return mention

    def _begins(self, words: tuple[str, ...], entity: Entity) -> bool:
        """Whether a run begins with the name of a person, and does not only end with it: "Orr Meets Mara Quint"."""
        return len(words) == 1 or self._same_first(words[0], core(entity.words)[0])

    def _known_tail(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The end of a name that is a person's known name: "Year Mara Quint" holds Mara Quint."""
        for skipped in range(1, len(words) - 1):
            if any(entity.words == words[skipped:] for entity in self._people.get(lookup_key(words[-1]), ())):
                return words[skipped:]
        return words

    def _add_full(self, mention: Mention, words: tuple[str, ...]) -> None:
        entity = self._by_words.get(words)
        if entity is None or not _agree(entity, mention.name):
            entity = self._by_words[words] = self._person(mention, words)
        if len(words) > len(entity.words):
            entity.words, entity.fullest = words, (mention.start, mention.end)
        entity.full_mentions += 1
        self._learn(entity, mention)

    def _person(self, mention: Mention, words: tuple[str, ...]) -> Entity:
        """The person of a surname that a full name can be another name of, else a new one."""
        key = mention.name.key if words is mention.name.words else lookup_key(surname(words))
        bearers = self._people[key]
        for entity in bearers:
            if self._same(entity.words, words) and _agree(entity, mention.name):
                return entity
        entity = Entity("person", words, (mention.start, mention.end), mention.name.certain)
        if len(bearers) < MOST_NAMESAKES:
            bearers.append(entity)
            self._by_first[lookup_key(words[0])].append(entity)
        return entity

    def _same(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two full names with one surname can be one person's."""
        one, other = core(one), core(other)
        shorter, longer = sorted((one[:-1], other[:-1]), key=len)
        if not shorter or _is_tail(one, other):
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

    def _add_body(self, mention: Mention) -> None:
        added = self._bodies.add(mention)
        if added is not None:
            self.grouped[mention.start], whole = added
            if whole is not mention:
                self._renamed[mention.start] = whole

    def _learn(self, entity: Entity, mention: Mention) -> None:
        name = mention.name
        entity.mentions.append((mention.start, mention.end))
        self.grouped[mention.start] = entity
        if name.kind != "person":
            return
        if name.certain:
            entity.certain = True
        if entity.gender is None:
            entity.gender = name.gender
        if name.titles or name.role:
            entity.role = entity.role or name.role
            entity.roles.update(name.titles)
        if name.origins:
            entity.origins.update(name.origins)
        if name.affiliation:
            entity.affiliation = entity.affiliation or name.affiliation
            entity.origins.add(name.affiliation)

    def _add_headline(self, mention: Mention) -> None:
        """A name in a headline, which the capitals may run on behind."""
        name, known = mention.name, self._known_head(mention)
        if known is mention and name.kind == "organization" and name.key not in self._people:
            self._renamed[mention.start] = body = self._bodies.known_tail(mention)
            self._add_body(body)
            return
        self._renamed[mention.start] = known
        if known is mention and any(lookup_key(word) in self._people for word in name.words[1:]):
            return  # "Chief Praises Mara Quint Donor": the capitals run on over another name
        self._add_short(known)
        entity = self.grouped.get(known.start)
        if entity is not None and len(known.name.words) > 1:
            entity.in_headline = True

    def _add_short(self, mention: Mention) -> None:
        """A name of one word, or a full name in a headline."""
        name = mention.name
        entity = None
        if name.key in self._people or name.key in self._by_first:  # most names are short for no other
            entity = self.find(name, mention.start)
        if entity is None:
            if name.kind == "unknown" and (name.common or self._is_family(mention)):
                return
            key = " ".join(name.words)
            entity = self._singles.get(key)
            if entity is None and name.kind != "person":
                self._add_unknown(mention, key)
                return
            entity = entity or self._single(key, "person", mention)
        self._learn(entity, mention)

    def _add_unknown(self, mention: Mention, key: str) -> None:
        """A name that nobody knows, unless it is a body's first word."""
        body = self._bodies.short_for(key) if mention.name.kind == "unknown" else None
        if body is not None:
            self.grouped[mention.start] = body
            body.mentions.append((mention.start, mention.end))
        else:
            self._unknown[key].append(mention)
            self._unknown_at[mention.start] = key

    def _is_family(self, mention: Mention) -> bool:
        """Whether a name is the plural of a surname that somebody in the text has: "the Orrs"."""
        word = mention.name.words[-1]
        return (
            word[-1:] == "s"
            and len(mention.name.words) == 1
            and word[:-1] in self._people
            and self._text.startswith(("the ", "The "), mention.start - 4)
        )

    def find(self, name: Name, offset: int) -> Entity | None:
        """The person introduced by a full name that a name can be short for."""
        candidates = self._people.get(name.key)
        if len(name.core) > 1:
            candidates = [e for e in candidates if self._same(e.words, name.core)] if candidates else None
        else:
            candidates = candidates or self._by_first.get(name.key)
            if candidates and name.common:
                candidates = [e for e in candidates if e.certain]
        if not candidates:
            return None
        if len(candidates) == 1:
            return candidates[0]
        if name.gender:
            candidates = [e for e in candidates if e.gender == name.gender] or [
                e for e in candidates if e.gender is None
            ]
        return min(candidates, key=lambda e: _rank(e, offset), default=None)

    def bearers(self, key: str) -> Sequence[Entity]:
        """Everybody of a surname, as names are looked up by it."""
        return self._people.get(key, ())

    def everyone(self) -> Iterable[Entity]:
        """All entities that were found, people first."""
        for group in self._people.values():
            yield from group
        yield from self._singles.values()
        yield from self._bodies.everyone()
