"""The bodies of an article by name: whole names, shorter forms, acronyms."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims.extractors.speakers.entity import Entity
from newsclaims.extractors.speakers.names import CAPITALS
from newsclaims.extractors.speakers.scan import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.speakers.vocabulary import Vocabulary

GOES_ON = re.compile(r"[ \xa0](?:of|for|on|and|to|in|&)[ \xa0](?:the[ \xa0])?(?=[^\W\d_a-z])")
"""What joins the parts of a body's name: "Department of the Interior"."""
_OF = re.compile(
    r"[ \xa0](?:of|for|(?:(?<=Committee )|(?<=Commission )|(?<=Council )|(?<=Center )|(?<=Panel ))on)[ \xa0]"
    r"(?:the[ \xa0])?(?=[^\W\d_a-z])"
)
_AND_FIELD = re.compile(
    r"(?:,[ \xa0][^\W\d_a-z]\w+){0,2},?[ \xa0](?:and|&)[ \xa0](?P<first>[^\W\d_a-z]\w+)"
    r"(?:[ \xa0](?P<second>[^\W\d_a-z]\w+))?"
)
_JOINTS = frozenset({"of", "fo", "on"})
"""The first letters of what joins the parts of a name: most names end without any."""
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.&-]{1,9})\)")
_OF_YEAR = re.compile(r"[ \xa0]of[ \xa0](?:1[5-9]|20)\d\d\b")
_SKIPPED_IN_ACRONYMS = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "&"})
SHORTEST_FORM = 4
"""Letters of a first word that stands for a body's whole name."""
MOST_FORMS = 20
"""Bodies with one last word that are told apart."""


class BodyNames:
    """The bodies of one article."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_noun: dict[str, list[tuple[tuple[str, ...], Entity]]] = defaultdict(list)
        self._acronyms: dict[str, Entity] = {}
        self._by_first: dict[str, Entity] = {}
        self._last_whole = (0, 0)

    def everyone(self) -> Iterable[Entity]:
        """All bodies."""
        return self._by_words.values()

    def add(self, mention: Mention) -> tuple[Entity, Mention] | None:
        """The body that a mention names, and the mention over its whole name; None where it names none ("Company")."""
        words, end = mention.name.words, mention.end
        if len(words) == 1 and not self._names_body(mention):
            return None
        if self._last_whole[0] < mention.start < self._last_whole[1]:
            return None  # "Human Services" in "Department of Health and Human Services"
        if mention.name.certain:
            end = self._whole_end(mention)
            if end > mention.end:
                self._last_whole = mention.start, end
                words = tuple(self._text[mention.start : end].split())
        entity = self._by_words.get(words)
        if entity is None:
            entity = self._by_words[words] = self._body(mention, words, end)
        entity.mentions.append((mention.start, end))
        return entity, mention if end == mention.end else Mention(mention.start, end, mention.name, mention.run_start)

    def _body(self, mention: Mention, words: tuple[str, ...], end: int) -> Entity:
        """The body that a new name is a shorter or longer form of, else a new one."""
        if len(words) == 1:
            known = self._acronyms.get(words[0].replace(".", ""))
            return known or Entity("organization", words, (mention.start, end), mention.name.certain)
        core_words = mention.name.words
        short = self._by_words.get(core_words) if len(core_words) > 1 else None
        if short is not None and short.words == core_words:  # "House Committee", now "House Committee on Water"
            return self._lengthen(short, words, mention.start, end)
        forms = self._by_noun[words[-1]]
        for form, known in forms:
            if form[-len(words) :] == words:
                return known
            if form == known.words and words[-len(form) :] == form:
                return self._lengthen(known, words, mention.start, end)
        entity = Entity("organization", words, (mention.start, end), mention.name.certain)
        if mention.name.certain and self._is_proper(words[0]):
            self._by_first.setdefault(words[0], entity)
        if len(forms) < MOST_FORMS:
            forms.append((words, entity))
            if end > mention.end and len(core_words) > 1:
                self._by_noun[core_words[-1]].append((core_words, entity))
                self._by_words.setdefault(core_words, entity)
        self._learn_acronym(entity, end)
        return entity

    def _is_proper(self, word: str) -> bool:
        """Whether the first word of a name can stand for it: "Meridian" of "Meridian Ratings", not "National"."""
        vocabulary, lower = self._vocabulary, word.lower()
        return (
            len(word) >= SHORTEST_FORM
            and word not in vocabulary.regions
            and word not in vocabulary.first_names
            and lower not in vocabulary.nouns
            and lower not in vocabulary.fields
            and lower not in vocabulary.role_modifiers
        )

    def short_for(self, word: str) -> Entity | None:
        """The body that the first word of its name stands for; None where no body is called so."""
        return self._by_first.get(word)

    def _lengthen(self, entity: Entity, words: tuple[str, ...], start: int, end: int) -> Entity:
        """A body under its longer name."""
        entity.words, entity.fullest = words, (start, end)
        self._learn_acronym(entity, end)
        return entity

    def _whole_end(self, mention: Mention) -> int:
        """Where the name of a body ends, over "of" and "for": "Department of the Interior"."""
        end = mention.end
        if self._text[end + 1 : end + 3] not in _JOINTS:
            return end
        for _ in range(3):
            joint = _OF.match(self._text, end)
            following = CAPITALS.match(self._text, joint.end()) if joint else None
            if joint is None or following is None:
                break
            if "for" in joint[0] and self._vocabulary.is_outlet(following[0].split()):
                break  # "Elm Research for the Valley Post"
            end, whole = self._before_title(following)
            if not whole:
                return end
            end = self._over_fields(end)
        year = _OF_YEAR.match(self._text, end)
        return year.end() if year else end

    def _over_fields(self, end: int) -> int:
        """Where a name that goes on with fields of work ends: "… for Disease Control and Prevention"."""
        joint = _AND_FIELD.match(self._text, end)
        if joint is None or joint["first"].lower() not in self._vocabulary.fields:
            return end
        last = joint["second"]
        return joint.end() if last is None or last.lower() in self._vocabulary.fields else joint.end("first")

    def _before_title(self, run: re.Match[str]) -> tuple[int, bool]:
        """Where a run of capitals ends before a title ("Defense" in "Defense Secretary"); whether it holds none."""
        vocabulary = self._vocabulary
        first = True
        for word in re.finditer(r"[^ \xa0]+", run[0]):
            if not first and (word[0] in vocabulary.titles or word[0].lower() in vocabulary.roles):
                return run.start() + word.start() - 1, False
            first = False
        return run.end(), True

    def _names_body(self, mention: Mention) -> bool:
        """Whether a single word for a body names one: "Congress", "Department of …", not "Company"."""
        word = mention.name.words[0]
        return (
            word.isupper()
            or word in self._vocabulary.organizations
            or word.lower() not in self._vocabulary.bodies
            or GOES_ON.match(self._text, mention.end) is not None
        )

    def _learn_acronym(self, entity: Entity, end: int) -> None:
        given = _ACRONYM.match(self._text, end + 1) if self._text.startswith("(", end + 1) else None
        if given:
            self._acronyms[given[1]] = entity
        letters = "".join([word[0] for word in entity.words if word not in _SKIPPED_IN_ACRONYMS])
        if len(letters) > 1:
            self._acronyms.setdefault(letters, entity)

    def known_tail(self, mention: Mention) -> Mention:
        """The name of a known body at the end of a run in a headline."""
        words = mention.name.words
        for skipped in range(1, len(words)):
            if words[skipped:] in self._by_words:
                start = self._text.find(words[skipped], mention.start)
                return evolve(mention, start=start, name=evolve(mention.name, words=words[skipped:]))
        return mention
