"""Sources that are pronouns: what "it", "they", "who" and "I" stand for, beside the he and she of `pronouns`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import phrases, pronouns
from newsclaims.extractors.speakers.interviews import Interview
from newsclaims.text.nounphrases import core_start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsclaims.extractors.speakers.context import Context
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.scan import Mention
    from newsclaims.model import Attribution, Gender, Source, Span, SpeakerKind

# What may stand between a name and "who": an age, a party.
_SETS_OFF = re.compile(r"(?:[,.]|[ \xa0][—–-]+)?\s*(?:\([^()\n]{0,40}\)|\d{1,3})?,?\s*")
# What may stand between a person and "who": "of Vermont", ", 24, from Elm Valley, Ohio".
_FROM = re.compile(
    r"(?:,[ \xa0]\d{1,3},)?[ \xa0](?:of|from|in)\s+[^\W\d_a-z][\w.-]*(?:,?[ \xa0][^\W\d_a-z][\w.-]*){0,3},?[ \xa0]"
)
# What no description of a person holds.
_NO_ASIDE = re.compile(r"[\n\"“”;:!?]|\b(?:and said|said|says|told|was|were|is|are|has|had)\b")
LONGEST_DESCRIPTION = 140
"""Characters between a person's name and the "who" behind its description."""
NAMES_IN_A_DESCRIPTION = 4
"""Names that are looked at for the one described."""
INTERVIEWED = "you"
"""What the questions of an interview call the person who answers."""
QUESTION, ANSWER = "Q:", "A:"
"""Labels of a printed interview."""
_ONE_PERSON = frozenset({"i", "me", "my", "myself"})
SEGMENTS_BACK = 20
"""Stretches of speech that are looked at for the one that holds an "I"."""
SENTENCES_TO_STRANGERS = 2
"""Sentences that are looked through for people without name before a "he" or "she"."""
SENTENCES_TO_THINGS = 5
"""Sentences in which "it" and "they" have their antecedent, their own included."""
_NOBODY = frozenset({"nobody", "none"})
"""Words for a group that has no members, whom "they" stands for never."""


@cache
def _stranger(nouns: frozenset[str]) -> re.Pattern[str]:
    """Somebody without name whose noun shows a gender: "a 41-year-old Elm woman"."""
    # The word boundary is asked for behind the letter: a pattern that begins with a set is searched for much faster.
    return re.compile(rf"[Aa](?<=\b.)n? (?:[\w-]+ ){{0,4}}(?:{'|'.join(sorted(nouns))})\b")


class PronounSources:
    """Resolves sources that are pronouns."""

    def __init__(self, context: Context, noun_phrase: Callable[[Phrase], Entity | None]) -> None:
        self._context = context
        self._noun_phrase = noun_phrase
        self._read: set[int] = set()

    def pronoun(self, word: str, start: int, end: int, own: Sequence[Attribution]) -> Entity | None:
        """Whom a pronoun that is no first person stands for.

        Args:
            word: The pronoun, lower case.
            start: Where it starts.
            end: Where it ends.
            own: Its attributions.
        """
        if word in pronouns.GENDERS:
            return self._singular(pronouns.GENDERS[word], start, self._context.others(start, end, own))
        if word in pronouns.RELATIVE:
            return self._relative(start)
        if word in pronouns.PLURAL:
            return self._again(word, start) or self._latest(start, ("group", "organization"), self._is_plural, own)
        if word in pronouns.NEUTER:
            return self._again(word, start) or self._latest(start, ("document", "organization"), self._is_thing, own)
        return None

    def _singular(self, gender: Gender, offset: int, others: set[int]) -> Entity | None:
        """The person whom "he" or "she" stands for; the pronoun tells what was not known of that person."""
        self._introduce(offset)
        entity = self._context.antecedents.find(offset, gender, others)
        if entity is not None and entity.gender is None:
            entity.gender = gender
            if entity.kind == "unknown" and entity.words:
                entity.kind = "person"
        return entity

    def _introduce(self, offset: int) -> None:
        """Take in people without name who are the subject of a sentence not long before: "A Berlin woman was fined"."""
        context = self._context
        gendered = context.vocabulary.gendered_roles
        here = context.document.sentence_at(offset)
        for index in range(max(0, here - SENTENCES_TO_STRANGERS), here + 1):
            if index in self._read:
                continue
            self._read.add(index)
            first, last = context.document.sentence_tokens[index]
            if gendered.isdisjoint(context.document.tokens.lowers[first:last]):
                continue
            sentence = context.document.sentences[index]
            if _stranger(gendered).search(context.text, sentence.start, sentence.end):
                for start, end in context.subjects.of_sentence(index, sentence.end):
                    self._add_stranger(start, end)

    def _add_stranger(self, start: int, end: int) -> None:
        context = self._context
        if not context.text.startswith(("A ", "An ", "a ", "an "), start):
            return
        phrase = phrases.read(context.index, start, end, context.vocabulary)
        role = context.vocabulary.roles.get(phrase.noun) if phrase.head is None else None
        stranger = self._noun_phrase(phrase) if role is not None and role.gender is not None else None
        if stranger is not None and role is not None:
            stranger.gender = stranger.gender or role.gender
            context.antecedents.add(start, end, stranger)

    def _again(self, word: str, offset: int) -> Entity | None:
        """Whom the same pronoun stood for as the last source, a few sentences before."""
        context = self._context
        index = bisect_left(context.order, (offset, 0)) - 1
        if index < 0:
            return None
        start, end = context.order[index]
        far = context.document.sentence_at(offset) - context.document.sentence_at(start) >= SENTENCES_TO_THINGS
        return context.found[start, end] if not far and context.text[start:end].lower() == word else None

    def _latest(
        self,
        offset: int,
        kinds: tuple[SpeakerKind, ...],
        fits: Callable[[Phrase], bool],
        own: Sequence[Attribution],
    ) -> Entity | None:
        """The last source of some kind, or subject that fits, in this sentence and some before."""
        context = self._context
        here, before = context.document.sentence_at(offset), bisect_left(context.order, (offset, 0))
        for index in range(here, max(-1, here - SENTENCES_TO_THINGS), -1):
            sentence = context.document.sentences[index]
            for at in range(before - 1, -1, -1):
                start, end = context.order[at]
                if start < sentence.start:
                    break
                entity = context.found[start, end]
                if end <= sentence.end and entity.kind in kinds:
                    return entity
            for start, end in context.subjects.of_sentence(index, offset):
                if any(s.start <= start < s.end for attribution in own for s in attribution.segments):
                    continue
                phrase = phrases.read(context.index, start, end, context.vocabulary)
                if phrase.start < phrase.end and fits(phrase):
                    return self._noun_phrase(phrase)
        return None

    def _is_plural(self, phrase: Phrase) -> bool:
        if phrase.head is not None:
            known = self._context.entities.at(phrase.head.start)
            if known is not None and known.kind == "person" and known.certain:
                return False  # "Paradis"
            return phrase.head.name.kind == "organization" or phrase.head.name.words[-1].endswith("s")
        return phrase.noun not in _NOBODY and phrases.is_group(self._context.text, phrase, self._context.vocabulary)

    def _is_thing(self, phrase: Phrase) -> bool:
        if phrase.head is not None:
            return phrase.head.name.kind == "organization"
        return phrase.noun in self._context.vocabulary.documents or phrase.noun in self._context.vocabulary.bodies

    def _relative(self, offset: int) -> Entity | None:
        """What stands before "who": a name, or the noun phrase."""
        context = self._context
        described = self._described_before(offset)
        if described is not None:
            return described
        name = self._before_places(context.index.last_before(offset), offset)
        if name is not None and name.name.kind != "people" and _SETS_OFF.fullmatch(context.text, name.end, offset):
            return context.entities.at(name.start)
        if name is not None and _FROM.fullmatch(context.text, name.end, offset):
            return context.entities.at(name.start)
        end = offset
        while end and (context.text[end - 1] == "," or context.text[end - 1].isspace()):
            end -= 1
        tokens, tags = context.document.tokens, context.document.word_classes.tags
        last = tokens.at(end)
        first = core_start(tags, tokens.lowers, last, 0)
        if first == last or tokens.lowers[first] == "'s":
            return None
        start = tokens.starts[first]
        name = context.index.last_before(start)
        if name is not None and _SETS_OFF.fullmatch(context.text, name.end, start):
            entity = context.entities.at(name.start)
            if entity is not None:
                return entity
        return self._noun_phrase(phrases.read(context.index, start, end, context.vocabulary))

    def _described_before(self, offset: int) -> Entity | None:
        """The person described between name and "who": "Ann Orr, president of the Elm Trust, who"."""
        context = self._context
        if not context.text.startswith(", ", offset - 2):
            return None
        name = context.index.last_before(offset)
        for _ in range(NAMES_IN_A_DESCRIPTION):
            if name is None or name.end < offset - LONGEST_DESCRIPTION:
                return None
            aside = context.text[name.end : offset - 2]
            if _NO_ASIDE.search(aside):
                return None
            entity = context.entities.at(name.start)
            if not aside and entity is not None and entity.certain and entity.kind == "person":
                return None
            if entity is not None and entity.kind in ("person", "unknown") and aside.startswith(", "):
                return entity if self._tells_role(aside) else None
            name = context.index.last_before(name.start)
        return None

    def _tells_role(self, aside: str) -> bool:
        """Whether a role noun stands in an apposition."""
        return any(word in self._context.vocabulary.roles for word in re.findall(r"[a-z-]+", aside))

    def _before_places(self, name: Mention | None, offset: int) -> Mention | None:
        """The name before those of the places that its bearer is from: "Ann Orr of Elm Valley, Ohio"."""
        context = self._context
        for _ in range(2):
            if name is None or name.name.kind not in ("place", "unknown"):
                break
            before = context.index.last_before(name.start)
            if before is None or not _FROM.fullmatch(context.text, before.end, offset):
                break
            name = before
        return name

    def first_person(self, span: tuple[int, int], held: Sequence[tuple[Span, Source]]) -> Entity | None:
        """Who says "I": the source of the innermost words that hold it, or the person interviewed, who is "you" too."""
        start, end = span
        if self._context.text[start:end].lower() == INTERVIEWED:
            return self._interview.interviewee if self._interview.asks(start) else None
        if self._context.text.startswith(ANSWER, start):
            return self._interview.interviewee
        index = bisect_left(held, start + 1, key=lambda segment: segment[0].start)
        holding = [
            (len(segment), source)
            for segment, source in held[max(0, index - SEGMENTS_BACK) : index]
            if segment.end >= end and (source.start, source.end) != span
        ]
        if holding:
            source = min(holding, key=lambda pair: pair[0])[1]
            return self._context.found.get((source.start, source.end))
        if self._context.text[start:end].lower() in _ONE_PERSON and self._interview.answers(start):
            return self._interview.interviewee
        return None

    @cached_property
    def _interview(self) -> Interview:
        return Interview(self._context.document, self._context.index, self._context.entities)
