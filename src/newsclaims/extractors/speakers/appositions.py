"""Appositions: what the text says beside a name that its bearer is: role, affiliation, origin.

"Acme's chief strategist, Ben Holm"; "Mara Quint, a fellow at the Academy"; "Sen. Ann Orr (D-Ohio)".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers.role_words import first_without_peoples, is_common
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
LONGEST_AFFILIATION = 130
"""Characters of a preposition and the body behind it."""
LONGEST_GROUP = 7
"""Words before the first preposition of an apposition."""

_BEHIND = re.compile(
    r",[ \xa0](?:(?:aged? )?\d{1,3},[ \xa0]|[A-Z][A-Za-z.]{1,6},[ \xa0]){0,2}"
    r"(?P<article>(?:who is |who was )?(?:an?|the|one of the|his|her|their|its|[^\W\d_a-z][\w. -]{0,40}['’]s?)[ \xa0])?"
    r"(?P<description>(?:former |then-)?[^,;:.()\n—]{2,140})"
)
_COPULA = re.compile(r"\Awho (?:is|was|has been) (?:an? |the )?")
_PREPOSITION = re.compile(r"\s(?:at|of|for|with|from|in|to|on|who|whose|and|about|under)\b")
_AFFILIATION = re.compile(r"\s(?:at|of|for|with|from|to|on|in)\s+(?:the\s+)?(?P<name>[^\W\d_a-z].{1,100})")
_AFFILIATION_END = re.compile(
    r"[,;:()\n—]|(?<=\w{4})\.(?:\s|\Z)|\.\Z| (?:who|which|that|and|in|on|at|since|told|said|says)\b"
)
_CAPITAL = r"[^\W\d_a-z](?:[\w-]|\.(?=[\w.]))*"
_OF_BODY = re.compile(
    r"(?P<aside>(?:,[ \xa0]\d{1,3})?,(?=[ \xa0](?:of|from)))?[ \xa0](?:of|(?<=, )from)[ \xa0](?:the[ \xa0])?"
    rf"(?>(?P<name>{_CAPITAL}(?:[ \xa0](?:(?:of|and|for|&)[ \xa0](?:the[ \xa0])?)?{_CAPITAL}){{0,6}}))(?P<owner>['’])?"
)
_PARTY_AND_STATE = re.compile(r"[ \xa0]\((?P<party>[RDI])[-–](?P<state>[A-Z][\w.]{1,8})")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_LISTED_WITH = re.compile(r",?[ \xa0](?:and|&|or)\b|,[ \xa0][^\W\d_a-z]")
# What stands before a role in an apposition and says nothing of it.
_NO_ROLE = frozenset({"then", "the", "a", "an", "another", "only", "also", "now", "one", "himself", "herself"})
# A field of work behind a role: "lecturer in marine biology", "chief of staff"; a place is none ("in rural Norland").
_FIELD_WORD = (
    r"(?!(?:the|an?|his|her|its|their|this|one|at|for|with|in|on|who|and|from|of|to|under|since|during|when|as|by|"
    r"before|after|until|told|said|says)\b)[a-z][a-z-]*\b"
)
_FIELD_BEHIND = re.compile(rf" (?:of|in) {_FIELD_WORD}(?: {_FIELD_WORD}){{0,2}}(?! [A-Z])")
_SENTENCE_ENDS = frozenset(".!?:\"”’')")
_JOINTS = frozenset({"of", "for", "and", "the", "on", "&"})
# What ends a role on its left.
_NO_MODIFIERS = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "our", "my", "of", "for", "by", "with", "to", "and", "or", "but",
     "as", "from", "in", "on", "at", "told", "said", "says", "is", "was", "were", "are", "than", "that", "when",
     "while", "including", "like", "still", "also", "just", "now", "once",
     "even", "only", "him", "them", "it", "against", "between", "after", "before"}
)  # fmt: skip


def learn(text: str, entity: Entity, vocabulary: Vocabulary) -> None:
    """Read the role, affiliation and origin of a person from what stands beside its names, once."""
    if entity.is_read:
        return
    entity.is_read = True
    for start, end in entity.mentions[:MENTIONS_READ]:
        _read_before(text, entity, start, end, vocabulary)
        _read_behind(text, entity, end, vocabulary)
    if entity.role is None:
        entity.role = min(entity.roles & vocabulary.weak_roles, default=None) or min(
            (role for role in entity.roles if role.capitalize() in vocabulary.demonyms), default=None
        )


def _read_before(text: str, entity: Entity, start: int, end: int, vocabulary: Vocabulary) -> None:
    before = text[max(0, start - REACH_BEFORE) : start].rpartition("\n")[2]
    words = before.rsplit(maxsplit=3)[-3:]  # most names have no role before them: all words are split only where one is
    if words and len(entity.words) > 1 and words[-1].endswith(_POSSESSIVES[:2]) and words[-1][0].isupper():
        _read_owner(before, entity, vocabulary)
    titles = 0
    while len(words) > 1 and words[-1][:1].isupper():  # "spokeswoman Dr. Ann Orr", "researcher Associate Professor Orr"
        words.pop()
        titles += 1
    if not words or not words[-1].islower():
        return
    head = words[-1].rstrip(",")
    role = vocabulary.role(head)
    if not entity.certain and is_firm_noun(head, vocabulary) and (role is None or len(entity.words) == 1):
        entity.kind = "organization"  # "rating agency Elm Vale", "network operator Railco"
        return
    if role is None:
        return
    if not vocabulary.is_role(head) and not _LISTED_WITH.match(text, end):
        return  # "told voters Ann Orr had won", but "candidates Ann Orr and Dan Ruiz"
    words = before.split()
    del words[len(words) - titles :]
    head = head if vocabulary.is_role(head) else singular(head)
    entity.roles.add(head.partition("-of-")[0])
    entity.gender = entity.gender or role.gender
    first = _role_start(words, vocabulary)
    adheres = first > 0 and _is_adherent(words[first - 1], [*words[first:-1], head], vocabulary)
    first -= adheres
    if entity.role is None:
        role_words = " ".join([*words[first:-1], head])
        entity.role = role_words if adheres else _with_small_letter(role_words)
    body = words[_body_start(words, first, vocabulary) : first]
    if body and not body[-1].endswith(",") and not (head in vocabulary.kin and body[-1].endswith(_POSSESSIVES)):
        name = _without_possessive(" ".join(body))
        entity.origins.update((name, *_origins(name, vocabulary)))
        entity.affiliation = entity.affiliation or _affiliation_before(name, vocabulary)


def _read_owner(before: str, entity: Entity, vocabulary: Vocabulary) -> None:
    """The body in the possessive before a name: "Elm College's Ann Orr"."""
    words = before.rstrip()[:-2].split()
    name = [word for word in words[_body_start(words, len(words), vocabulary) :] if word not in vocabulary.edges]
    if name and entity.affiliation is None and name[0] not in vocabulary.first_names:
        entity.affiliation = " ".join(name)


def is_firm_noun(noun: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun before a name shows that it is a firm's: "software firm Elm Vale".

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> [is_firm_noun(noun, vocabulary()) for noun in ("firm", "operator", "pianist")]
    [True, True, False]
    """
    return noun in vocabulary.firm_kinds or (
        noun in vocabulary.body_families and (noun in vocabulary.bodies or noun in vocabulary.roles)
    )


def _role_start(words: list[str], vocabulary: Vocabulary) -> int:
    """Index of the first word of the role that ends a list of words."""
    first = len(words) - 1
    lowest = max(0, first - LONGEST_ROLE)
    while first > lowest:
        word = words[first - 1]
        if word[1:].islower() and _belongs_to_role(words, first - 1, vocabulary):  # "Chief executive Ann Orr"
            first -= 1
            continue
        if word in _NO_MODIFIERS or not word.islower() or word.endswith(_POSSESSIVES) or not word[-1].isalnum():
            break
        if _is_verb(word, vocabulary):
            break
        first -= 1
    return first


def field_behind(text: str, start: int, end: int) -> str:
    """The field of work behind a role noun, with a space before it; empty where none stands there.

    >>> field_behind("the fund's director of research, Ann Orr", 19, 40)
    ' of research'
    """
    field = _FIELD_BEHIND.match(text, start, end)
    return field[0] if field else ""


def role_of(words: list[str], noun: str, vocabulary: Vocabulary) -> str:
    """The role at the end of a noun group without determiner, whose head is a role noun.

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> role_of(["Elm", "Foods", "press", "officer"], "officer", vocabulary())
    'press officer'
    """
    last = next((index for index in range(len(words) - 1, -1, -1) if words[index].lower().startswith(noun)), None)
    if last is None:
        return noun
    words = words[: last + 1]
    first = _role_start(words, vocabulary)
    first = max((index + 1 for index in range(first, last) if words[index] in _NO_ROLE), default=first)
    role = " ".join(words[first:])
    return _with_small_letter(role)


def _with_small_letter(role: str) -> str:
    """A role as it is written inside a sentence: "leader" where it opened one, but "CEO"."""
    return role if role[1:2].isupper() else role[0].lower() + role[1:]


def _is_verb(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word before a role is most likely the verb before it: "argues", "trails", "beating"."""
    if word in vocabulary.verbs:
        return True
    if not word.endswith(("s", "ing")) or word.endswith("ss") or "-" in word:
        return False
    return word not in vocabulary.fields and word not in vocabulary.role_modifiers and word not in vocabulary.nouns


def _belongs_to_role(words: list[str], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word before a role is part of it."""
    word = words[index]
    if word.lower() in vocabulary.role_modifiers:
        return True
    opens = not index or words[index - 1][-1] in _SENTENCE_ENDS
    return opens and word[0].isupper() and is_common(word, vocabulary)


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
    while words and words[0] in vocabulary.edges:
        words.pop(0)
    words = words[first_without_peoples(words, vocabulary) :]
    while words and words[-1] in vocabulary.demonyms:
        words.pop()
    if not words or words[-1] in _JOINTS:  # "Venn and Democratic rival Ann Orr"
        return None
    return _without_possessive(" ".join(words).rstrip(",")) or None


def _without_possessive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _read_behind(text: str, entity: Entity, end: int, vocabulary: Vocabulary) -> None:
    follower = text[end : end + 2]
    if follower in {" o", ", "}:
        _read_body_behind(text, entity, end, vocabulary)
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
    noun = words[-1].lower()
    entity.roles.add(noun)
    entity.origins.update(_origins(group, vocabulary))
    entity.gender = role.gender or entity.gender
    first = _role_start_behind(words, vocabulary)
    if entity.role is None:
        field = field_behind(description, cut.start(), len(description)) if cut else ""
        entity.role = " ".join(words[first:]) + field
    if entity.affiliation is None:
        entity.affiliation = _affiliation_beside(text, match, words[:first], noun, vocabulary)


def _read_body_behind(text: str, entity: Entity, end: int, vocabulary: Vocabulary) -> None:
    """The body or place of a person named with "of": "Ann Orr of the Oakdale Institute", "Dan Ruiz, of Elm,"."""
    if entity.affiliation is None and len(entity.words) > 1:
        match = _OF_BODY.match(text, end, end + REACH_BEHIND)
        if match and ((match["aside"] and not match["owner"]) or _is_place_or_body(match["name"], vocabulary)):
            entity.affiliation = _first_of_two(match["name"], vocabulary)


def _first_of_two(name: str, vocabulary: Vocabulary) -> str:
    """A name up to "and", unless it is one body's: "Wold and Fen Police", but "Ohio" of "Ohio and Dan Ruiz of Elm"."""
    first, joint, rest = name.partition(" and ")
    last = rest.rpartition(" ")[2].lower()
    is_one = joint and (last in vocabulary.bodies or last in vocabulary.fields) and first not in vocabulary.regions
    return name if is_one else first


def _is_place_or_body(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name shows that it is a place's or body's: "of Ohio", but not "accused Ann Orr of Marxism"."""
    words = name.split()
    return (
        name in vocabulary.places
        or name in vocabulary.organizations
        or words[0] in vocabulary.places
        or any(word.lower() in vocabulary.bodies for word in words)
    )


def _role_start_behind(words: list[str], vocabulary: Vocabulary) -> int:
    """Index of the first word of the role in an apposition: behind a body's name, "then the", "another"."""
    first = 0
    for index, word in enumerate(words[:-1]):
        if (
            word in _NO_ROLE
            or word.endswith(_POSSESSIVES)
            or (word[0].isupper() and not _is_modifier(word, vocabulary))
        ):
            first = index + 1
    return first - 1 if first and _is_adherent(words[first - 1], words[first:], vocabulary) else first


def _is_adherent(name: str, role: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a role says on whose side its bearer is, so that the name before it is part of it: "a Venn supporter"."""
    adheres = len(role) == 1 and role[0] in vocabulary.adherents and name[0].isupper()
    return adheres and name.lower() not in vocabulary.bodies and name not in vocabulary.regions


def _is_modifier(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word of an apposition belongs to the role: "the Welsh poet", "a Prize-winning poet"."""
    return word in vocabulary.demonyms or word.rpartition("-")[2].islower() or word.lower() in vocabulary.role_modifiers


def _affiliation_beside(
    text: str, match: re.Match[str], before: list[str], noun: str, vocabulary: Vocabulary
) -> str | None:
    """The body that an apposition names: "the fund's director", "the NIH director", "director of the fund"."""
    article = match["article"] or ""
    if article[:1].isupper():
        if noun in vocabulary.kin:
            return None
        return _without_possessive(article.strip().removeprefix("the "))
    description = _COPULA.sub("", match["description"])
    cut = _PREPOSITION.search(description)
    if cut and not (noun in vocabulary.kin and cut[0].strip() in ("of", "to")):
        field = field_behind(description, cut.start(), len(description))
        behind = affiliation_behind(text, match.end() - len(description) + cut.start() + len(field))
        if behind is not None:
            return behind
    body = before[_body_start(before, len(before), vocabulary) :]
    return _affiliation_before(" ".join(body), vocabulary) if body else None


def affiliation_behind(text: str, start: int, limit: int | None = None) -> str | None:
    """The body or place named behind a preposition: "at the Oakdale Institute".

    >>> affiliation_behind("a fellow at the Oakdale Institute, said", 8)
    'Oakdale Institute'
    """
    reach = start + LONGEST_AFFILIATION
    match = _AFFILIATION.match(text, start, reach if limit is None else min(limit, reach))
    if match is None:
        return None
    end = _AFFILIATION_END.search(match["name"])
    name = match["name"][: end.start()] if end else match["name"]
    return name.strip(" ,;:") or None
