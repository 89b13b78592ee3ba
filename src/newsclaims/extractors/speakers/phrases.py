"""Reads a source mention as a noun phrase: its head, the names in it, and who it belongs to.

The head stands before the first comma, preposition, relative pronoun or participle; what stands behind only describes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve

from newsclaims.text.morphology import singular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.speakers.scan import Mention, NameIndex
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

# Where the head's noun group ends. A bracket, comma or dash ends it at once, a word only behind the first word.
# It begins with a set of characters, so that what stands between them is skipped at the speed of a plain scan.
_HEAD_END = re.compile(
    r"[\s,;:()\[\]—–-](?:(?<=[;:()\[\]—–\n])|(?<=,)(?!\d)|(?<= )- |(?<=-)-"
    r"|(?<=\s)(?P<word>who|whom|whose|which|that|of|for|in|at|on|from|with|to|by|about|against|near|under|over|behind|inside|"
    r"including|like|named|called|identified|known|familiar|close|speaking|without|within|among|between|after|before|"
    r"during|as|than|is|are|was|were|has|have|had|himself|herself|itself|themselves)\b)"
)
# Where a description ends that names a source: relative clauses and asides are left out, "of …" is kept.
_DESCRIPTION_END = re.compile(
    r"[\s,;:()\[\]—–-](?:(?<=[;:()\[\]—–\n])|(?<=,)(?!\d)|(?<= )- |(?<=-)-"
    r"|(?<=\s)(?:who|whom|whose|which|that|including|like|named|called|speaking|without|as|"
    r"is|are|was|were|has|have|had)\b)"
)
_AT_A_PLACE = re.compile(r" (?:at|of|for|in|from|with|to) [^,;:.()\n]{1,60}, ")
_NAMED = re.compile(r"\b(?:named|called|identified as|known as)\s+[“\"‘']?\Z")
_CLAUSE_SUBJECT = re.compile(r"\b(?P<noun>[a-z-]+)(?P<gap> )(?:he|she|they|we|I|it|his|her|their|the) ")
_ROLE_BEFORE = re.compile(r",[ \xa0](?:[\w.'’-]+[ \xa0]){0,5}(?P<noun>[a-z-]+)[ \xa0]")
_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*\.?|%")
_POSSESSIVES = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_EMPHASIS = ("himself", "herself", "itself", "themselves", "too", "alone", "also", "only")
"""Words behind a source that only stress it."""
_LISTED = re.compile(
    r"(?:\s*\([^()]*\)|\sof\s[A-Z][\w.]+(?:\s[A-Z]\w+)?)?"  # "(D-Ohio)", "of Ohio"
    r",?\s+(?:(?:and|&|or|nor)\s+)?(?:[a-z0-9][\w-]*\s+){0,3}"
)
_OPENS_ASIDE = re.compile(r",\s+(?:an?|the|who|whose)\s")
_EXAMPLES = re.compile(r"\b(?:including|such as|like|with|from|of|for|by|to)\b")
# A share of something. It begins with the set of first letters, so that the rest is skipped fast.
_SHARE = re.compile(
    r"[fhimopqt%](?:(?<=%)|(?<=\b.)(?:(?<=p)(?:er ?cent|lurality)|(?<=m)ajority|(?<=h)alf|(?<=q)uarters?|(?<=t)hirds?"
    r"|(?<=f)ourths?|(?<=f)ifths?|(?<=i)n \d+|(?<=o)ut of)\b)"
)
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my",
                          "your", "some", "many", "several", "most", "all", "both", "few", "any", "no", "one", "two",
                          "three", "another", "other", "each", "every", "such"})  # fmt: skip
_PARTICIPLES = frozenset({"made", "done", "given", "taken", "shown", "sent", "out", "written", "held", "seen", "led",
                          "run", "put", "able", "familiar", "close"})  # fmt: skip
_TIME_WORDS = frozenset(
    {"last", "this", "next", "past", "same", "the", "earlier", "week", "month", "year", "out", "late"}
)
_JOINTS = frozenset({"of", "for", "and", "on"})
_STOPS = frozenset({"who", "which", "that", "in", "at", "with", "to", "by", "from", "about", "as", "is", "was", "has"})
_NO_NOUNS = _JOINTS | _STOPS
DEFINITE = frozenset({"the", "this", "that"})
_LEADING = frozenset({"but", "and", "or", "even", "especially", "only", "also", "by", "from", "while", "though",
                      "although", "because", "if", "when", "as", "so", "then", "where", "that", "than"})  # fmt: skip
# What follows a demonstrative: "That letter", not "That the letter" or "That officials".
_NOUN_IN_SINGULAR = re.compile(r" (?!(?:the|an?|his|her|its|their|this|some)\b)[a-z]+(?<!s)\b")
_LEADING_LETTERS = frozenset(letter for word in _LEADING for letter in (word[0], word[0].upper()))
_GROUP_STARTS = frozenset({"some", "many", "several", "most", "few", "both", "all", "dozens", "hundreds", "thousands",
                           "millions", "half", "majority", "percent", "%"})  # fmt: skip

_SIDES = frozenset({"majority", "minority"})
"""Sides of a parliament that have a leader."""


@define(eq=False)
class Phrase:
    """A source mention, read."""

    start: int
    """Offset behind a conjunction or preposition that is no part of the noun phrase."""
    head_end: int
    """Offset where the head's noun group ends."""
    end: int
    """Offset behind the mention, without a possessive ending."""
    names: tuple[Mention, ...]
    """Names inside the mention."""
    head: Mention | None
    """The name that is the head."""
    noun: str
    """The head noun in lower case, where the head is no name."""
    modifiers: tuple[str, ...]
    """Words of the head's noun group before the head, lower case, without the determiner."""
    determiner: str
    """The determiner, lower case; empty where there is none."""
    owner: Mention | None
    """The name in the possessive or before a noun: "Kline" in "Kline's letter", "the Kline campaign"."""
    apposed: bool = False
    """Whether the head is a name that stands behind its description."""


def read(index: NameIndex, start: int, end: int, vocabulary: Vocabulary) -> Phrase:
    """The parts of the source mention at a span."""
    text = index.text
    start, end = _trim(text, start, end)
    if text.startswith("/", start - 1) and start:
        start = _before_slash(index, start)
    whole = index.at.get(start)
    if whole is not None and whole.end == end and whole.name.kind != "people" and text.find("ing", start, end) < 0:
        return Phrase(start, end, end, (whole,), whole, "", (), "", None)  # a name and nothing else
    names = index.within(start, end)
    head_end = _head_end(text, start, end, names)
    if text.find("ing", start, head_end) >= 0:
        head_end = _participle(text, start, head_end, vocabulary)
    head_end = _contact_clause(text, start, head_end, vocabulary)
    group: Sequence[Mention] = names
    if names:
        head_end = _reduced_relative(text, start, head_end, names, vocabulary)
        group = [name for name in names if name.end <= head_end + 1]
    head = group[-1] if group and _closes(text, group[-1].end, head_end) else None
    if head is None:
        described = _describe(text, start, head_end, vocabulary)
        phrase = Phrase(start, head_end, end, names, None, *described, group[-1] if group else None)
        apposed = _apposed(text, phrase, vocabulary) if names and names[-1].run_start >= head_end else None
        return evolve(phrase, head=apposed, owner=None, apposed=True) if apposed is not None else phrase
    if head.name.kind == "people" and (head.name.words[-1].endswith("s") or _is_somebody(text, start, head)):
        head = None
    if head is not None and head.run_start <= start:
        return Phrase(start, head_end, end, names, head, "", (), "", None)
    described = _describe(text, start, head.run_start if head else head_end, vocabulary)
    owner = group[-1] if group and head is None else None
    return Phrase(start, head_end, end, names, head, *described, owner)


def _before_slash(index: NameIndex, start: int) -> int:
    """Where a phrase starts whose first name has a slash in it: the poll of two bodies, "CNN/Elm poll"."""
    name = index.last_before(start)
    return name.run_start if name is not None and name.end > start else start


def _is_somebody(text: str, start: int, head: Mention) -> bool:
    """Whether a noun of nationality or party has a determiner, so that it stands for one of them: "the Spaniard"."""
    word = _WORD.match(text, start)
    return word is not None and word[0].lower() in _DETERMINERS and not head.name.words[-1].isupper()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading conjunction and a possessive ending."""
    if text.startswith(("'s ", "’s "), start, end):
        start += 3
    asked = text.rfind(" what ", start, end)
    if asked >= 0:  # "half of what researchers need"
        start = asked + len(" what ")
    if text[start : start + 1] in _LEADING_LETTERS:
        start = _behind_leading(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if text.endswith(_EMPHASIS, start, end):
        space = max(text.rfind(" ", start, end), text.rfind("\xa0", start, end))
        if space > start and text[space + 1 : end] in _EMPHASIS:
            end = space
    ending = 2 if text.endswith(_POSSESSIVES, start, end) else 1 if text.endswith(_APOSTROPHES, start, end) else 0
    return start, end - ending if end - ending > start else end


def _behind_leading(text: str, start: int, end: int) -> int:
    """Where a phrase starts behind conjunctions and prepositions that lead to it."""
    for _ in range(3):
        word = _WORD.match(text, start, end)
        if word is None or word.end() >= end or word[0].lower() not in _LEADING:
            break
        if word[0] == "That" and _NOUN_IN_SINGULAR.match(text, word.end(), end):
            break
        start = word.end()
        while start < end and text[start].isspace():
            start += 1
    return start


def _head_end(text: str, start: int, end: int, names: Sequence[Mention]) -> int:
    """Where the head's noun group ends; a name of a body with "of" or "for" in it is not cut."""
    position = start
    while True:
        match = _HEAD_END.search(text, position, end)
        if match is None:
            return end
        word = match["word"]
        cut = match.start() if word is None else match.start() + 1
        if cut == start:
            position = match.end()
            continue
        beyond = _over_body(text, cut, match.end(), end, names) if word in _JOINTS else 0
        if beyond:
            position = beyond
            continue
        # "Secretary of State Ann Orr", "Brent Cole, Jr."
        if names and any(name.run_start < cut < name.end for name in names):
            position = match.end()
            continue
        while cut > start and text[cut - 1].isspace():
            cut -= 1
        return cut


def _over_body(text: str, joint_start: int, joint_end: int, end: int, names: Sequence[Mention]) -> int:
    """Offset behind the body's name that goes on with "of …", when a noun follows it; 0 where none does.

    "the Ministry of Foreign Affairs spokesperson" has its head behind the ministry.
    """
    if not any(name.end == joint_start - 1 and name.name.kind == "organization" for name in names):
        return 0
    following = next((name for name in names if name.run_start in (joint_end + 1, joint_end + 5)), None)
    if following is None:
        return 0
    noun = _WORD.match(text, following.end + 1, end)
    return following.end if noun is not None and noun[0].islower() and noun[0] not in _NO_NOUNS else 0


def _reduced_relative(text: str, start: int, end: int, names: Sequence[Mention], vocabulary: Vocabulary) -> int:
    """Where a clause without pronoun follows a noun ("a statement Acme posted"); the end where none does."""
    for name in names:
        if start < name.run_start and name.end < end:
            before = text[start : name.run_start].split()[-1:]
            if before and before[0].lower() in vocabulary.documents:
                return name.run_start - 1
    return end


def _contact_clause(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a clause follows a document without a pronoun between ("an interview he gave"); the end where none does."""
    clause = _CLAUSE_SUBJECT.search(text, start, end)
    return clause.start("gap") if clause is not None and clause["noun"].lower() in vocabulary.documents else end


def _participle(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a participle follows a noun ("groups encouraging her"); the end where none does."""
    before = ""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if (
            before
            and word.endswith("ing")
            and word.islower()
            and not _is_noun(word, vocabulary)
            and word not in vocabulary.role_modifiers
            and (_is_noun(before, vocabulary) or before.capitalize() in vocabulary.demonyms)
        ):
            return match.start() - 1
        before = word.lower()
    return end


def _closes(text: str, name_end: int, head_end: int) -> bool:
    """Whether nothing but marks stands between a name and the end of the noun group."""
    return name_end == head_end or not text[name_end:head_end].strip("\"'”’“‘. ")


def _apposed(text: str, phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """The person named behind a description: "the group's director, Betty Bradley", "a user named Tracey King"."""
    behind = [name for name in phrase.names if name.run_start >= phrase.head_end]
    # "his friend at Elm, Ray Alder"
    placed = (name for name in behind[1:] if _AT_A_PLACE.fullmatch(text, phrase.head_end, name.run_start))
    name = next(placed, behind[0] if behind else None)
    for other in behind:
        if _tells_role(text[phrase.head_end : other.run_start], vocabulary):
            return other if other.name.kind in ("person", "unknown") else None
    if name is None or name.name.kind not in ("person", "unknown"):
        return None
    gap = text[phrase.head_end : name.run_start]
    if _NAMED.search(gap):
        return name
    if gap.strip() not in {",", ":", "—", "–"} and not _AT_A_PLACE.fullmatch(gap):
        return None
    if vocabulary.role(phrase.noun) is None or vocabulary.is_plural_role(phrase.noun):
        return None
    rest = text[name.end : phrase.end].lstrip()
    return name if not rest or rest[0] in ",;(—–" or rest.startswith(("of ", "'s", "’s")) else None


def _tells_role(gap: str, vocabulary: Vocabulary) -> bool:
    """Whether a comma and a role stand before a name: "Kline's introducer, actress Ann Orr"."""
    role = _ROLE_BEFORE.fullmatch(gap)
    return role is not None and role["noun"] in vocabulary.roles


def _describe(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...], str]:
    """Head noun, modifiers and determiner of the noun group at a span."""
    words = [word.lower() for word in _WORD.findall(text, start, end)]
    determiner = ""
    if words and words[0] in _DETERMINERS:
        determiner = words[0]
        words = words[1:]
    if not words:
        return determiner, (), determiner
    last = len(words) - 1
    while last and (words[last] in _TIME_WORDS or words[last].capitalize() in vocabulary.trailing):
        last -= 1
    if last and words[last] == "general" and words[last - 1] in vocabulary.roles:  # "inspector general"
        last -= 1
    if "-of-" in words[last]:  # "the mum-of-three"
        words[last] = words[last].partition("-of-")[0]
    for index in range(last):
        if _is_participle(words[index + 1]) and _is_noun(words[index], vocabulary):
            last = index
            break
    return words[last], tuple(words[:last]), determiner


def _is_participle(word: str) -> bool:
    """Whether a word behind a noun begins a reduced relative clause: "a poll released last week"."""
    return (word.endswith(("ed", "ing")) and len(word) > 4) or word in _PARTICIPLES


def _is_noun(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.nouns or singular(word) in vocabulary.roles


def description(text: str, phrase: Phrase) -> tuple[int, int]:
    """Span of the words that name a source which no name names, without relative clause and aside.

    >>> from newsclaims.extractors.speakers.scan import NameIndex
    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> text = "A campaign official who asked not to be named"
    >>> start, end = description(text, read(NameIndex.of(text, []), 0, len(text), vocabulary()))
    >>> text[start:end]
    'A campaign official'
    """
    cut = _DESCRIPTION_END.search(text, phrase.start + 1, phrase.end)
    end = cut.start() if cut else phrase.end
    if phrase.head_end < end and text[phrase.head_end : end].lstrip().split(" ", 1)[0].endswith("ing"):
        return phrase.start, phrase.head_end
    if cut and cut[0] == "," and _lists(text, phrase.start, phrase.end):
        end = phrase.end
    while end > phrase.start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return phrase.start, end


def _lists(text: str, start: int, end: int) -> bool:
    """Whether the commas of a phrase part the members of a list."""
    return bool(re.search(r"\A[^,]{1,80}(?:, [^,]{1,80}){0,6},? and [^,]{1,80}\Z", text[start:end])) and not re.search(
        r"\b(?:including|such as|like|named|who|which|whose)\b|, (?:a|an|the)\b", text[start:end]
    )


def coordinated(text: str, phrase: Phrase) -> tuple[Mention, ...]:
    """The people of a phrase that names several: "Ames and Boyd"; empty where it names one.

    What stands between two of them is a conjunction or comma with titles, or the description of the first set off
    by commas: "Wong, president of the institute, and Greenberg".
    """
    people = [name for name in phrase.names if name.name.kind in ("person", "unknown")] if len(phrase.names) > 1 else ()
    if len(people) < 2:
        return ()
    opened = max(phrase.start, text.rfind(",", phrase.start, people[0].run_start))
    if _EXAMPLES.search(text, opened, people[0].run_start):
        return ()
    listed = [people[0]]
    joined = False
    for name in people[1:]:
        gap = text[listed[-1].end : name.run_start]
        if not _joins(gap, aside=not joined):
            break
        listed.append(name)
        joined = _joint_in(gap)
        if joined:
            break
    return tuple(listed) if joined and len(listed) > 1 else ()


def _joint_in(gap: str) -> bool:
    return " and" in gap or "&" in gap or " nor " in gap


def _joins(gap: str, *, aside: bool) -> bool:
    if _LISTED.fullmatch(gap) and ("," in gap or _joint_in(gap)):
        return not _OPENS_ASIDE.match(gap)
    return aside and gap.startswith(",") and bool(re.search(r",\s+and\s+(?:the |former ){0,2}\Z", gap))


def is_group(text: str, phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether the head noun stands for several people, or is a share of them."""
    noun = phrase.noun
    if phrase.modifiers and phrase.modifiers[-1] in _SIDES and noun in vocabulary.roles:  # "the majority leader"
        return False
    if _SHARE.search(text, phrase.start, min(phrase.head_end + 12, phrase.end)):
        return True
    if noun in vocabulary.groups or vocabulary.is_plural_role(noun):
        return True
    if phrase.determiner in _GROUP_STARTS or not _GROUP_STARTS.isdisjoint(phrase.modifiers):
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in vocabulary.documents
