"""Roles: whom "the spokesperson" or "the Ohio senator" denotes, by what the text says that people are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims.extractors.speakers.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

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


@frozen
class Sought:
    """A definite role ("the Ohio senator") whose bearer is looked for, as read once for everybody in the article."""

    noun: str
    """The role noun."""
    role: Role
    """What is known about it."""
    families: frozenset[str]
    """Its families whose nouns refer to each other."""
    office: bool
    """Whether who has the role has no other of its families."""
    modifiers: frozenset[str]
    """Its own modifiers."""
    owned: bool
    """Whether somebody is named whose role it is."""
    regional: bool
    """Whether a modifier is a place, people or party."""
    parties: frozenset[str]
    """The parties that its modifiers name."""
    ranks: frozenset[str]
    """Its modifiers that are ranks."""

    @classmethod
    def of(cls, phrase: Phrase, vocabulary: Vocabulary) -> Sought | None:
        """The role that a phrase names; None where its head is no role noun."""
        role = vocabulary.roles.get(phrase.noun)
        if role is None:
            return None
        modifiers, owned = _own_modifiers(phrase)
        regional = any(word.capitalize() in vocabulary.regions for word in modifiers)
        office = _is_office(phrase.noun, vocabulary)
        parties, ranks = _parties(modifiers), modifiers & _RANKS
        return cls(phrase.noun, role, role.families - _LOOSE, office, modifiers, owned, regional, parties, ranks)


def evidence(sought: Sought, entity: Entity, vocabulary: Vocabulary) -> float | None:
    """What speaks for a role denoting somebody, in points; None where it cannot.

    Args:
        sought: The role.
        entity: Somebody in the article, named or described.
        vocabulary: Role nouns and their families.
    """
    gender = sought.role.gender
    if gender and entity.gender and gender != entity.gender:
        return None
    if sought.ranks != _ranks(entity):
        return None
    told = _described_by(sought.modifiers, entity)
    held = _parties((*entity.roles, *entity.origins)) if sought.parties else None
    if held:
        if sought.parties.isdisjoint(held):
            return None
        told = max(told, 1)
    if not told and sought.regional and not vocabulary.regions.isdisjoint(entity.origins):
        return None  # the role is of one country or party and the person of another
    shared = _shared(sought, entity, vocabulary)
    if shared is None or (sought.owned and (shared < CALLED_SO or _is_anothers(entity, told))):
        return None
    if not told and shared > 0 and sought.regional:
        shared /= 2
    return DESCRIBED * told + shared


def _is_anothers(entity: Entity, told: int) -> bool:
    """Whether somebody has the role for another than its owner: "Elm Foods spokesman" is no mayor's."""
    return not told and bool(entity.affiliation) and entity.role in _FOR_SOMEBODY


_FOR_SOMEBODY = frozenset({"spokesman", "spokesperson", "spokeswoman"})

_PARTIES = {
    "gop": "republican", "republican": "republican", "democrat": "democrat", "democratic": "democrat",
    "tory": "conservative", "conservative": "conservative", "labour": "labour", "libertarian": "libertarian",
}  # fmt: skip


def _parties(words: Iterable[str]) -> frozenset[str]:
    """The parties that some words name."""
    return frozenset([_PARTIES[lower] for word in words if (lower := word.lower()) in _PARTIES])


def most_evidence(sought: Sought) -> float:
    """The most points that `evidence` can give."""
    return DESCRIBED * len(sought.modifiers) + CALLED_SO


# Whoever has such a rank does not have the office without it.
_RANKS = frozenset({"vice", "deputy", "assistant", "associate"})
# Families of nouns that do not refer to each other: a brother is no father.
_LOOSE = frozenset({"person", "man", "woman"})
_POSSESSIVE = ("'s", "’s")
OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
"""Determiners that name an owner."""


def _own_modifiers(phrase: Phrase) -> tuple[frozenset[str], bool]:
    """The modifiers of a role itself, and whether somebody is named whose role it is ("the mayor's")."""
    words = list(phrase.modifiers)
    owners = [index for index, word in enumerate(words) if word.endswith(_POSSESSIVE)]
    if owners:
        words = words[owners[-1] + 1 :]
    return frozenset(words) - _TIMES, bool(owners) or phrase.determiner in OWNERS


_NONE: frozenset[str] = frozenset()


def _ranks(entity: Entity) -> frozenset[str]:
    return _RANKS.intersection(entity.role.split()) if entity.role else _NONE


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


def _shared(sought: Sought, entity: Entity, vocabulary: Vocabulary) -> float | None:
    """Points for the roles that the text names somebody by; None where they rule the noun out."""
    if sought.noun in entity.roles:
        return CALLED_SO
    if sought.office and any(_is_office(held, vocabulary) for held in entity.roles):
        return None  # whatever else somebody is: the roles are a set, so that no order may decide
    points = 0.0
    for held in entity.roles:
        known = vocabulary.roles.get(held)
        if known is None:
            continue
        if not known.families.isdisjoint(sought.families):
            return SAME_FAMILY
        points = OTHERWISE if sought.families else points
    return points


def _described_by(modifiers: frozenset[str], person: Entity) -> int:
    """How many modifiers of a role occur in what the text says about a person."""
    if not modifiers:
        return 0
    said = " ".join((person.role or "", person.affiliation or "", *person.origins, *person.roles)).lower()
    known = set(_WORD.findall(said))
    return len(modifiers & known)
