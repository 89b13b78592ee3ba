"""Roles: whom "the spokesperson" or "the Ohio senator" denotes, by what the text says that people are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.entity import Entity
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
    modifiers, owned = _own_modifiers(phrase)
    told = _described_by(modifiers, entity)
    if not told and _elsewhere(modifiers, entity, vocabulary):
        return None
    if modifiers & _RANKS != _ranks(entity):
        return None
    shared = _shared(phrase.noun, role.families - _LOOSE, entity, vocabulary)
    if shared is None or (owned and shared < CALLED_SO):
        return None
    if not told and shared > 0 and any(word.capitalize() in vocabulary.regions for word in modifiers):
        shared /= 2
    return DESCRIBED * told + shared


# Whoever has such a rank does not have the office without it.
_RANKS = frozenset({"vice", "deputy", "assistant", "associate"})
# Families of nouns that do not refer to each other: a brother is no father.
_LOOSE = frozenset({"person", "man", "woman"})
_POSSESSIVE = ("'s", "’s")
OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
"""Determiners that name an owner."""


def _own_modifiers(phrase: Phrase) -> tuple[set[str], bool]:
    """The modifiers of a role itself, and whether somebody is named whose role it is ("the mayor's")."""
    words = list(phrase.modifiers)
    owners = [index for index, word in enumerate(words) if word.endswith(_POSSESSIVE)]
    if owners:
        words = words[owners[-1] + 1 :]
    return set(words) - _TIMES, bool(owners) or phrase.determiner in OWNERS


def _ranks(entity: Entity) -> frozenset[str]:
    return _RANKS & frozenset((entity.role or "").split())


# Families whose members are offices: a senator is no governor, but a leader or candidate may be either.
_OFFICES = frozenset({"politician", "official", "lawmaker", "royal", "cleric", "soldier"})
_ANY_OFFICE = _OFFICES | {"leader", "republican", "democrat", "conservative", "liberal", "progressive", "independent"}
_ANY_FAMILY = "candidate"


def _is_office(noun: str, vocabulary: Vocabulary) -> bool:
    """Whether who has a role has no other of its families."""
    role = vocabulary.roles.get(noun)
    return (
        role is not None
        and noun not in _ANY_OFFICE
        and _ANY_FAMILY not in role.families
        and bool(role.families & _OFFICES)
    )


def _shared(noun: str, families: frozenset[str], entity: Entity, vocabulary: Vocabulary) -> float | None:
    """Points for the roles that the text names somebody by; None where they rule the noun out."""
    if noun in entity.roles:
        return CALLED_SO
    office = _is_office(noun, vocabulary)
    points = 0.0
    for held in entity.roles:
        known = vocabulary.roles.get(held)
        if known is None:
            continue
        common = known.families & families
        if office and _is_office(held, vocabulary):
            return None
        if common:
            return SAME_FAMILY
        points = OTHERWISE if families else points
    return points


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
