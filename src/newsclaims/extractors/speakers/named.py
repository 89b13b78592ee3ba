"""Sources with a name: the person, the people or the body that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import appositions
from newsclaims.extractors.speakers.body_names import GOES_ON
from newsclaims.extractors.speakers.entities import surname
from newsclaims.extractors.speakers.entity import Entity
from newsclaims.extractors.speakers.names import lookup_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.speakers.context import Context
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.scan import Mention

_FOR = re.compile(r"[ \xa0](?:for|of the)[ \xa0](?:the[ \xa0])?(?=[^\W\d_a-z])")
# A noun and a conjunction before the last name of a list: "networks and the Agency".
_LIST = re.compile(r"[a-z] (?:and|or) (?:the )?")
# Before the last word of a body's name that has an "and" in it.
_NAME_WITH_AND = re.compile(r"[Tt]he (?:[A-Z][a-z]+,? ){1,3}and ")
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "many", "no", "any", "every", "each"})
"""Determiners of what was not mentioned before."""
SENTENCES_REMEMBERED = 3
"""Sentences for which a bare surname belongs to the one of its bearers who spoke last."""


def _is_surname(name: Mention, entity: Entity) -> bool:
    """Whether a name of one word is the last of a person's names."""
    return bool(entity.words) and lookup_key(surname(entity.words)) == name.name.key


class NamedSources:
    """Resolves sources whose head is a name."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._bodies: dict[str, Entity] = {}

    def bare(self, name: Mention) -> Entity | None:
        """Who a source is that is a name and nothing else, of a person as far as it shows; None where nobody knows."""
        if name.name.kind == "person":
            return self.person(name)
        known = self._context.entities.at(name.start)
        return self.person(name) or (known if known is not None and known.kind == "person" else None)

    def named(self, phrase: Phrase, head: Mention) -> Entity | None:
        """Who a name is; None where it describes ("a Republican", "networks and the Agency")."""
        known = self._context.entities.at(head.start)
        if known is not None and known.kind == "person":
            return self.person(head) or known
        if head.name.kind == "people" and phrase.determiner in INDEFINITE:
            return None
        if head.name.kind in ("place", "people") and not phrase.determiner:
            bearer = self._bearer(head)
            if bearer is not None:
                return bearer
        if head.name.kind in ("organization", "place", "people"):
            if _LIST.search(self._context.text, phrase.start, head.run_start):
                return self._joined_body(phrase, head)
            return self.body(phrase, head)
        if head.name.kind == "unknown" and len(head.name.words) == 1 and self._body_end(head, phrase.end) > head.end:
            return self.body(phrase, head)
        entity = self.person(head)
        if entity is not None and entity.kind == "unknown":
            vocabulary, noun = self._context.vocabulary, phrase.noun
            if noun in vocabulary.bodies or appositions.is_firm_noun(noun, vocabulary):
                entity.kind = "organization"  # "campaign group FloodAid", "network operator Railco"
            elif noun in vocabulary.roles:
                entity.kind = "person"  # "his wife, Jean"
        return entity

    def _bearer(self, place: Mention) -> Entity | None:
        """The person named in full whose surname is a place's name too: "Dayton" is Lena Dayton where she is named."""
        entity = self._context.entities.find(place.name, place.start) if len(place.name.words) == 1 else None
        surnamed = entity is not None and entity.certain and surname(entity.words) == place.name.words[0]
        return entity if surnamed else None

    def _joined_body(self, phrase: Phrase, head: Mention) -> Entity | None:
        """The body whose own name has an "and" in it: "the Health and Safety Directorate"; None where two are meant."""
        before = self._context.text[phrase.start : head.run_start]
        if head.name.kind != "organization" or not _NAME_WITH_AND.fullmatch(before):
            return None
        start = phrase.start + (len("the ") if phrase.determiner else 0)
        return self._body_at(start, self._body_end(head, phrase.end))

    def person(self, name: Mention) -> Entity | None:
        """The person whom a name names."""
        entity = self._context.entities.at(name.start) or self._context.entities.find(name.name, name.start)
        if entity is not None and len(name.name.words) == 1 and name.name.gender is None:
            namesakes = self._context.entities.bearers(name.name.key)
            if len(namesakes) > 1 and _is_surname(name, entity):
                return self._namesake(entity, namesakes, name.start)
        return entity

    def _namesake(self, entity: Entity, namesakes: Sequence[Entity], offset: int) -> Entity:
        """Of people with one surname the one who has just spoken, else the one given."""
        here = self._context.document.sentence_at(offset)
        for (start, _), spoken in reversed(self._context.found.items()):
            if here - self._context.document.sentence_at(start) > SENTENCES_REMEMBERED:
                break
            if any(spoken is namesake for namesake in namesakes):
                return spoken
        return entity

    def several(self, phrase: Phrase, listed: Sequence[Mention]) -> Entity:
        """One source of several people: a group, named by all of them."""
        names = [entity.name for name in listed if (entity := self._context.entities.at(name.start)) is not None]
        name = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        entity = self._context.by_text.get(name.lower())
        if entity is None:
            entity = Entity(
                "group", (), (phrase.start, phrase.end), certain=True, text=name, rule="speakers.coordinated"
            )
            self._context.by_text[name.lower()] = entity
        return entity

    def body(self, phrase: Phrase, head: Mention) -> Entity:
        """A body by name, with "of …" and "for …" that belong to it."""
        start, end = head.start, self._body_end(head, phrase.end)
        known = self._context.entities.at(start)
        if known is not None and known.kind == "organization" and len(known.name) >= end - start:
            return known
        return self._body_at(start, end)

    def whole_body(self, head: Mention, limit: int) -> str:
        """The name of a body with "of …" and "for …" that belong to it, up to an offset."""
        return self._context.text[head.start : self._body_end(head, limit)]

    def _body_at(self, start: int, end: int) -> Entity:
        """The body whose name stands at a span."""
        name = self._context.text[start:end]
        entity = self._bodies.get(name)
        if entity is None:
            entity = Entity("organization", tuple(name.split()), (start, end), certain=True)
            self._bodies[name] = entity
        entity.mentions.append((start, end))
        return entity

    def _body_end(self, head: Mention, limit: int) -> int:
        """Where the name of a body ends, over "of", "for" and "and" with a capital behind."""
        end = head.end
        goes_on = GOES_ON if head.name.kind == "organization" else _FOR
        for _ in range(4):
            joint = goes_on.match(self._context.text, end, limit)
            following = self._context.index.within(joint.end(), joint.end() + 1) if joint else ()
            if joint is None or not following:
                break
            if "for" in joint[0] and self._context.vocabulary.is_outlet(following[0].name.words):
                break  # "Elm Research for the Valley Post"
            end, goes_on = following[0].end, GOES_ON
        return end
