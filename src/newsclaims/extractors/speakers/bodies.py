"""Bodies: which company, agency or committee a common noun denotes ("the company said")."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.entities import Entities
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.scan import NameIndex
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

MENTIONS_BACK = 60
"""Names before a common noun that it may go back to."""
COMPANY = "company"
"""The family of nouns that a name without any such noun ("Acme") may be called by."""


@define(eq=False)
class Called:
    """What a body is called."""

    noun: str
    """The common noun, lower case."""
    modifiers: frozenset[str]
    """What stands before the noun, lower case."""


def denoted(called: Called, offset: int, index: NameIndex, entities: Entities, vocabulary: Vocabulary) -> Entity | None:
    """The last body named before an offset whose name has the noun, else one of its family in it.

    Args:
        called: The common noun with its modifiers, one of which must be in the name too.
        offset: Where it stands.
        index: The names of the text.
        entities: Who they name.
        vocabulary: Families of nouns for bodies.
    """
    families = vocabulary.body_families.get(called.noun, frozenset())
    akin: Entity | None = None
    last = bisect_left(index.starts, offset) - 1
    for at in range(last, max(-1, last - MENTIONS_BACK), -1):
        entity = entities.grouped.get(index.starts[at])
        if entity is None or entity.kind != "organization":
            continue
        words = [word.lower() for word in entity.words]
        if called.modifiers and called.modifiers.isdisjoint(words):
            continue
        if called.noun in words:
            return entity
        if akin is None and families and _is_akin(words, families, vocabulary):
            akin = entity
    return akin


def _is_akin(words: list[str], families: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether a body's name shows that it is of a family; a name that shows nothing may be a company's."""
    shown = [vocabulary.body_families[word] for word in words if word in vocabulary.body_families]
    if shown:
        return any(family & families for family in shown)
    return COMPANY in families and not any(word in vocabulary.bodies for word in words)
