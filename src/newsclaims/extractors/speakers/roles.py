"""Roles: whom "the spokesperson" or "the Ohio senator" denotes, by what the text says that people are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.entities import Entity
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

CALLED_SO = 5.0
"""Points of somebody who is called by the very noun."""
SAME_FAMILY = 2.5
"""Points of somebody who is called by a noun of the same family."""
DESCRIBED = 3.0
"""Points for each modifier that the text uses of somebody."""
OTHERWISE = -2.0
"""Points of somebody who is only called something else."""
_TIMES = frozenset({"former", "next", "longtime", "veteran", "late", "then", "current", "new", "outgoing", "incoming"})


def evidence(phrase: Phrase, entity: Entity, vocabulary: Vocabulary) -> float | None:
    """What speaks for a definite role ("the Ohio senator") denoting somebody, in points; None where it cannot.

    Args:
        phrase: The mention, whose head is a role noun.
        entity: Somebody in the article, named or described.
        vocabulary: Role nouns and their families.
    """
    role = vocabulary.roles.get(phrase.noun)
    if role is None or (role.gender and entity.gender and role.gender != entity.gender):
        return None
    modifiers = {word.removesuffix("'s").removesuffix("’s") for word in phrase.modifiers} - _TIMES
    told = _described_by(modifiers, entity)
    if not told and _elsewhere(modifiers, entity, vocabulary):
        return None
    return DESCRIBED * told + _shared(phrase.noun, role.families - {"person"}, entity, vocabulary)


# Families whose members are offices: a senator is no governor, but both are politicians.
_OFFICES = frozenset({"politician", "official", "lawmaker", "royal", "cleric", "soldier"})
_ANY_OFFICE = _OFFICES | {"leader", "candidate", "front-runner", "frontrunner", "nominee", "contender", "hopeful"}


def _shared(noun: str, families: frozenset[str], entity: Entity, vocabulary: Vocabulary) -> float:
    if noun in entity.roles:
        return CALLED_SO
    held = {role: known.families for role in entity.roles if (known := vocabulary.roles.get(role)) is not None}
    for role, held_families in held.items():
        common = held_families & families
        if common - _OFFICES or (common and (noun in _ANY_OFFICE or role in _ANY_OFFICE)):
            return SAME_FAMILY
    return OTHERWISE if held and families else 0.0


def _elsewhere(modifiers: set[str], entity: Entity, vocabulary: Vocabulary) -> bool:
    """Whether a role is of one country or party and the person of another."""
    if not modifiers or not entity.origins:
        return False
    regions = vocabulary.regions
    return any(word.capitalize() in regions for word in modifiers) and any(o in regions for o in entity.origins)


def _described_by(modifiers: set[str], person: Entity) -> int:
    """How many modifiers of a role occur in what the text says about a person."""
    if not modifiers:
        return 0
    said = " ".join((person.role or "", person.affiliation or "", *person.origins, *person.roles)).lower()
    known = set(_WORD.findall(said))
    return len(modifiers & known)
