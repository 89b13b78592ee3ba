"""Roles: what the text says that a person is, and the person whom a role denotes ("the spokesperson")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.text.morphology import singular

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.entities import Entity
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

REACH_BEFORE, REACH_BEHIND = 90, 170
"""Characters before and behind a name in which its role may stand."""
MENTIONS_READ = 4
"""Mentions of a person that are read for roles."""

# "… Ministry spokesperson Mao Ning", "the group's chief strategist, Guy Cecil"
_BEFORE = re.compile(
    r"(?P<body>(?:[^\W\d_a-z][\w.’'&-]*(?: (?:of|for|and|the|on) | ))*)"
    r"(?P<role>(?:[a-z][\w’'-]*[ \xa0]){0,4}[a-z][\w’'-]*),?[ \xa0](?:[^\W\d_a-z]\w*\.?[ \xa0])?\Z"
)
# "Zhou Mi, 45, a senior research fellow at the Academy,"
_BEHIND = re.compile(
    r",[ \xa0](?:(?:age )?\d{1,3},[ \xa0])?"
    r"(?P<article>(?:who is |who was )?(?:an?|the|one of the|his|her|their|its|[^\W\d_a-z][\w. -]{0,40}['’]s?)[ \xa0])?"
    r"(?P<description>(?:former |then-)?[^,;:.()\n—]{2,140})"
)
_PREPOSITION = re.compile(r"\s(?:at|of|for|with|from|in|to|on|who|whose|and|about|under)\b")
_AFFILIATION = re.compile(r"\s(?:at|of|for|with|from|to|on|in)\s+(?:the\s+)?(?P<name>[^\W\d_a-z].{1,100})")
_TRAILING = re.compile(r"[\s,;:]+\Z| (?:who|which|that|and|in|on|at|since|told|said|says)\b.*\Z")
_PARTY_AND_STATE = re.compile(r"[ \xa0]\((?P<party>[RDI])[-–](?P<state>[A-Z][\w.]{1,8})")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def learn(text: str, entity: Entity, vocabulary: Vocabulary) -> None:
    """Read the roles of a person from what stands beside its names."""
    for start, end in entity.mentions[:MENTIONS_READ]:
        _learn_before(text, entity, start, vocabulary)
        _learn_behind(text, entity, end, vocabulary)


def _learn_before(text: str, entity: Entity, start: int, vocabulary: Vocabulary) -> None:
    match = _BEFORE.search(text, max(0, start - REACH_BEFORE), start)
    if match is None:
        return
    words = match["role"].split()
    head = words[-1].strip(",")
    role = vocabulary.role(head)
    if role is None:
        return
    if head not in vocabulary.roles:
        head = singular(head)
    entity.roles.add(head)
    entity.gender = entity.gender or role.gender
    first = len(words) - 1
    while first and words[first - 1] not in _NO_MODIFIERS and not words[first - 1].endswith(("'s", "’s")):
        first -= 1
    body = match["body"].strip() if first == 0 else ""
    if entity.role is None:
        entity.role = " ".join(words[first:]).strip(",")
    if body:
        entity.origins.update((body, *_origins(body, vocabulary)))
        entity.affiliation = entity.affiliation or _affiliation_before(body, vocabulary)


_NO_MODIFIERS = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "our", "my", "of", "for", "by", "with", "to", "and", "or", "but",
     "as", "from", "in", "on", "at", "told", "said", "says", "is", "was", "were", "are", "than", "that", "when",
     "while",     "including",
     "like", "against", "between", "after", "before"}
)  # fmt: skip


def _origins(words: str, vocabulary: Vocabulary) -> list[str]:
    """Places, peoples and parties among some words."""
    found = [word for word in words.split() if word in vocabulary.places or word in vocabulary.demonyms]
    pairs = zip(words.split(), words.split()[1:], strict=False)
    return found + [pair for one, other in pairs if (pair := f"{one} {other}") in vocabulary.places]


def _affiliation_before(body: str, vocabulary: Vocabulary) -> str | None:
    """The body in the words before a role: "China's Ministry" but not "Republican"."""
    words = body.split()
    while words and (words[0] in vocabulary.edges or words[0] in vocabulary.demonyms):
        words.pop(0)
    while words and words[-1] in vocabulary.demonyms:
        words.pop()
    kept = " ".join(words)
    return kept or None


def _learn_behind(text: str, entity: Entity, end: int, vocabulary: Vocabulary) -> None:
    seat = _PARTY_AND_STATE.match(text, end)
    if seat:
        entity.roles.add(_PARTIES[seat["party"]])
        return
    match = _BEHIND.match(text, end, min(len(text), end + REACH_BEHIND))
    if match is None:
        return
    description = match["description"]
    cut = _PREPOSITION.search(description)
    group = description[: cut.start()] if cut else description
    words = group.split()
    if not words or len(words) > 7 or (not match["article"] and words[0][0].isupper()):
        return
    index = max((i for i, word in enumerate(words) if word.lower() in vocabulary.roles), default=None)
    if index is None or index < len(words) - 1:  # "…, the candidate said" is a clause of its own
        return
    noun = words[index].lower()
    entity.roles.add(noun)
    entity.origins.update(_origins(group, vocabulary))
    entity.gender = entity.gender or vocabulary.roles[noun].gender
    entity.role = entity.role or " ".join(words[: index + 1])
    owner = match["article"] or ""
    if owner[:1].isupper() and owner.lower() not in {"the ", "a ", "an "}:
        entity.affiliation = entity.affiliation or owner.strip().removesuffix("'s").removesuffix("’s")
    elif cut and entity.affiliation is None:
        entity.affiliation = _affiliation_behind(text, end + match.start("description") - match.start() + cut.start())


def _affiliation_behind(text: str, start: int) -> str | None:
    match = _AFFILIATION.match(text, start, min(len(text), start + 130))
    if match is None:
        return None
    name = re.split(r"[,;:()\n—]|(?<=\w{4})\.(?:\s|\Z)|\.\Z", match["name"], maxsplit=1)[0]
    name = _TRAILING.sub("", name).strip()
    return name or None


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
    demanded = {word for word in modifiers if word.capitalize() in vocabulary.demonyms | vocabulary.places}
    held = {origin for origin in entity.origins if origin in vocabulary.demonyms | vocabulary.places}
    return bool(demanded and held)


def _described_by(modifiers: set[str], person: Entity) -> int:
    """How many modifiers of a role occur in what the text says about a person."""
    if not modifiers:
        return 0
    said = " ".join((person.role or "", person.affiliation or "", *person.origins, *person.roles)).lower()
    known = set(_WORD.findall(said))
    return len(modifiers & known)
