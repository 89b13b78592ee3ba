"""Posts: what a description says that somebody is, and for whom: "a spokesman for Elm Foods"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims.extractors.speakers import appositions

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.context import Context
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.named import NamedSources
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.scan import Mention

SOMEBODY = frozenset({"person", "individual"})
"""Nouns for somebody who was described before."""
_MEN_AND_WOMEN = frozenset({"man", "woman"})
"""Families of nouns that say no more of somebody than the gender."""
_WORD_BEHIND = re.compile(r"[ \xa0](?P<noun>[a-z]+)")
_POSSESSIVES = ("'s", "’s")
_FOR_WHOM = re.compile(r"[ \xa0](?:for|of|at|with|from)[ \xa0](?:[Tt]he[ \xa0])?")


class Posts:
    """Reads roles and affiliations from the source phrases of one article."""

    def __init__(self, context: Context, named: NamedSources) -> None:
        self._context = context
        self._named = named

    def tell(self, phrase: Phrase, entity: Entity) -> None:
        """Tell what the words before a name say that its bearer is: "the fund's director of research, Ann Orr"."""
        appositions.learn(self._context.text, entity, self._context.vocabulary)
        if entity.role is None and entity.kind == "person" and phrase.noun in self._context.vocabulary.roles:
            owner = next((name for name in reversed(phrase.names) if name.end <= phrase.head_end), None)
            entity.role, body = self.of(evolve(phrase, owner=owner), phrase.end)
            entity.affiliation = entity.affiliation or body

    def of(self, phrase: Phrase, end: int) -> tuple[str | None, str | None]:
        """What somebody without a name is, and for whom: "a spokesman for Elm Foods", "an Elm Foods spokesman"."""
        text, vocabulary, noun = self._context.text, self._context.vocabulary, phrase.noun
        words = text[phrase.start : phrase.head_end].split()
        if phrase.determiner and len(words) > 1:
            words.pop(0)
        if noun in vocabulary.kin:
            return appositions.role_of(words, noun, vocabulary), None
        anybody = noun in SOMEBODY or vocabulary.roles[noun].families <= _MEN_AND_WOMEN
        field = appositions.field_behind(text, phrase.head_end, end)
        role = None if anybody else appositions.role_of(words, noun, vocabulary) + field
        owner = phrase.owner
        if owner is not None and text.startswith(_POSSESSIVES, owner.end):
            return role, self._body_name(owner, phrase.head_end)
        reach = phrase.head_end + len(field)
        behind = next((name for name in phrase.names if reach < name.run_start < end), None)
        if behind is not None and _FOR_WHOM.fullmatch(text, reach, behind.run_start):
            return role, self._body_behind(reach, phrase.end, behind)
        if owner is None or noun in vocabulary.adherents:
            return role, None
        return role, self._body_name(owner, phrase.head_end)

    def _body_behind(self, start: int, end: int, name: Mention) -> str | None:
        """The body behind a preposition at an offset, given the first name behind it."""
        text = self._context.text
        if name.name.kind == "people":  # "for the Scottish government"
            noun = _WORD_BEHIND.match(text, name.end, end)
            return text[name.start : noun.end()] if noun and noun["noun"] in self._context.vocabulary.bodies else None
        if name.name.kind == "person":
            return " ".join(name.name.words)
        return appositions.affiliation_behind(text, start, end)

    def _body_name(self, name: Mention, limit: int) -> str | None:
        """The name of a body with what belongs to it, any other name as it stands; None for a nationality or party."""
        if name.name.kind == "people":
            return None
        if name.name.kind == "organization":
            return self._named.whole_body(name, limit)
        return " ".join(name.name.words)
