"""Appositions: what the text says beside a name that its bearer is: role, affiliation, origin.

"Acme's chief strategist, Ben Holm"; "Mara Quint, a fellow at the Academy"; "Sen. Ann Orr (D-Ohio)".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclaims.text.morphology import singular

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

REACH_BEFORE, REACH_BEHIND = 110, 170
"""Characters before and behind a name in which its role may stand."""
MENTIONS_READ = 4
"""Mentions of a person that are read for roles."""
LONGEST_ROLE = 5
"""Words of a role before a name."""
LONGEST_GROUP = 7
"""Words before the first preposition of an apposition."""

_BEHIND = re.compile(
    r",[ \xa0](?:(?:age )?\d{1,3},[ \xa0])?"
    r"(?P<article>(?:who is |who was )?(?:an?|the|one of the|his|her|their|its|[^\W\d_a-z][\w. -]{0,40}['’]s?)[ \xa0])?"
    r"(?P<description>(?:former |then-)?[^,;:.()\n—]{2,140})"
)
_COPULA = re.compile(r"\Awho (?:is|was|has been) (?:an? |the )?")
_PREPOSITION = re.compile(r"\s(?:at|of|for|with|from|in|to|on|who|whose|and|about|under)\b")
_AFFILIATION = re.compile(r"\s(?:at|of|for|with|from|to|on|in)\s+(?:the\s+)?(?P<name>[^\W\d_a-z].{1,100})")
_AFFILIATION_END = re.compile(
    r"[,;:()\n—]|(?<=\w{4})\.(?:\s|\Z)|\.\Z| (?:who|which|that|and|in|on|at|since|told|said|says)\b"
)
_PARTY_AND_STATE = re.compile(r"[ \xa0]\((?P<party>[RDI])[-–](?P<state>[A-Z][\w.]{1,8})")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_JOINTS = frozenset({"of", "for", "and", "the", "on", "&"})
# What ends a role on its left.
_NO_MODIFIERS = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "our", "my", "of", "for", "by", "with", "to", "and", "or", "but",
     "as", "from", "in", "on", "at", "told", "said", "says", "is", "was", "were", "are", "than", "that", "when",
     "while", "including", "like", "against", "between", "after", "before"}
)  # fmt: skip


def learn(text: str, entity: Entity, vocabulary: Vocabulary) -> None:
    """Read the role, affiliation and origin of a person from what stands beside its names, once."""
    if entity.is_read:
        return
    entity.is_read = True
    for start, end in entity.mentions[:MENTIONS_READ]:
        _read_before(text, entity, start, vocabulary)
        _read_behind(text, entity, end, vocabulary)


def _read_before(text: str, entity: Entity, start: int, vocabulary: Vocabulary) -> None:
    before = text[max(0, start - REACH_BEFORE) : start].rpartition("\n")[2]
    words = before.rsplit(maxsplit=2)[-2:]  # most names have no role before them: all words are split only where one is
    titled = len(words) > 1 and words[-1][:1].isupper()  # "spokeswoman Dr. Ann Orr"
    if titled:
        words.pop()
    if not words or not words[-1].islower():
        return
    head = words[-1].rstrip(",")
    role = vocabulary.role(head)
    if role is None:
        return
    words = before.split()
    if titled:
        words.pop()
    head = head if head in vocabulary.roles else singular(head)
    entity.roles.add(head)
    entity.gender = entity.gender or role.gender
    first = _role_start(words, vocabulary)
    if entity.role is None:
        role_words = " ".join(words[first:]).rstrip(",")
        entity.role = role_words[0].lower() + role_words[1:]
    body = words[_body_start(words, first, vocabulary) : first]
    if body:
        name = " ".join(body)
        for ending in _POSSESSIVES[:2]:
            name = name.removesuffix(ending)
        entity.origins.update((name, *_origins(name, vocabulary)))
        entity.affiliation = entity.affiliation or _affiliation_before(name, vocabulary)


def _role_start(words: list[str], vocabulary: Vocabulary) -> int:
    """Index of the first word of the role that ends a list of words."""
    first = len(words) - 1
    lowest = max(0, first - LONGEST_ROLE)
    while first > lowest:
        word = words[first - 1]
        if word[1:].islower() and word.lower() in vocabulary.role_modifiers:  # "Chief executive Ann Orr"
            first -= 1
            continue
        if word in _NO_MODIFIERS or not word.islower() or word.endswith(_POSSESSIVES) or not word[-1].isalnum():
            break
        first -= 1
    return first


def _body_start(words: list[str], end: int, vocabulary: Vocabulary) -> int:
    """Index of the first word of the name that ends before an index; the index itself where none does."""
    start = end
    while start and (words[start - 1][0].isupper() or (start < end and words[start - 1] in _JOINTS)):
        word = words[start - 1]
        if start < end and not word[-1].isalnum() and not _is_abbreviated(word, vocabulary):
            break
        start -= 1
    while start < end and words[start] in _JOINTS:
        start += 1
    return start


def _is_abbreviated(word: str, vocabulary: Vocabulary) -> bool:
    return word == "&" or (
        word.endswith(".") and (len(word) == 2 or "." in word[:-1] or word[:-1] in vocabulary.abbreviations)
    )


def _origins(words: str, vocabulary: Vocabulary) -> list[str]:
    """Places, peoples and parties among some words."""
    parts = words.split()
    pairs = (f"{one} {other}" for one, other in pairwise(parts))
    return [word for word in (*parts, *pairs) if word in vocabulary.regions]


def _affiliation_before(body: str, vocabulary: Vocabulary) -> str | None:
    """The body in the words before a role: "China's Ministry" but not "Republican"."""
    words = body.split()
    while words and (words[0] in vocabulary.edges or words[0] in vocabulary.demonyms):
        words.pop(0)
    while words and words[-1] in vocabulary.demonyms:
        words.pop()
    return " ".join(words) or None


def _read_behind(text: str, entity: Entity, end: int, vocabulary: Vocabulary) -> None:
    follower = text[end : end + 2]
    if follower[1:] == "(":
        seat = _PARTY_AND_STATE.match(text, end)
        if seat:
            entity.roles.add(_PARTIES[seat["party"]])
        return
    match = _BEHIND.match(text, end, end + REACH_BEHIND) if follower[:1] == "," else None
    if match is None:
        return
    description, article = _COPULA.sub("", match["description"]), match["article"] or ""
    cut = _PREPOSITION.search(description)
    group = description[: cut.start()] if cut else description
    words = group.split()
    # "…, the candidate said" is a clause of its own
    if not words or len(words) > LONGEST_GROUP or words[0] == "and" or (not article and words[0][0].isupper()):
        return
    role = vocabulary.roles.get(words[-1].lower())
    if role is None:
        return
    entity.roles.add(words[-1].lower())
    entity.origins.update(_origins(group, vocabulary))
    entity.gender = role.gender or entity.gender
    entity.role = entity.role or group
    if entity.affiliation is None:
        if article[:1].isupper():
            entity.affiliation = article.strip().removeprefix("the ").removesuffix("'s").removesuffix("’s")
        elif cut:
            entity.affiliation = _affiliation_behind(text, match.end() - len(description) + cut.start())


def _affiliation_behind(text: str, start: int) -> str | None:
    match = _AFFILIATION.match(text, start, start + 130)
    if match is None:
        return None
    end = _AFFILIATION_END.search(match["name"])
    name = match["name"][: end.start()] if end else match["name"]
    return name.strip(" ,;:") or None
