"""Resolves source mentions: the entity behind each."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import appositions, bodies, documents, phrases, pronouns, roles
from newsclaims.extractors.speakers.entities import GOES_ON, Entities, Entity, surname
from newsclaims.extractors.speakers.interviews import Interview
from newsclaims.extractors.speakers.pronouns import Antecedents, Person
from newsclaims.extractors.speakers.subjects import Subjects
from newsclaims.text.nounphrases import core_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.speakers.names import Mention, NameIndex
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.vocabulary import Vocabulary
    from newsclaims.model import Attribution, Source, Span, SpeakerKind

_FOR = re.compile(r"[ \xa0](?:for|of the)[ \xa0](?:the[ \xa0])?(?=[^\W\d_a-z])")
# What may stand between a name and "who": an age, a party.
_SETS_OFF = re.compile(r"(?:[,.]|[ \xa0][—–-]+)?\s*(?:\([^()\n]{0,40}\)|\d{1,3})?,?\s*")
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "many", "no", "any", "every", "each"})
_ONE_PERSON = frozenset({"i", "me", "my", "myself"})


# A noun and a conjunction before the last name of a list: "networks and the Agency".
_LIST = re.compile(r"[a-z] (?:and|or) (?:the )?")
DESCRIPTIONS_BACK = 40
"""Descriptions that a common noun may go back to."""
SEGMENTS_BACK = 20
"""Stretches of speech that are looked at for the one that holds an "I"."""
SENTENCES_TO_THINGS = 5
"""Sentences in which "it" and "they" have their antecedent, their own included."""
ANYBODY = frozenset({"person"})
"""Families of a role that anybody may have: "the witness"."""
SENTENCES_OF_LEDE = 3
"""Sentences at the beginning in which a role may stand for somebody named only after it."""
SENTENCES_REMEMBERED = 3
"""Sentences for which a bare surname belongs to the one of its bearers who spoke last."""
_OWNER = re.compile(r"\b([a-z]+)['’]s?[ \xa0]")
_MAKER = re.compile(r"[ \xa0](?:[a-z]+[ \xa0])?(?:by|from)[ \xa0]the[ \xa0]([a-z]+)\b")
# The verb between a pronoun and its object: "he told Hannity".
_OBJECT = re.compile(r"[ \xa0](?:\w+[ \xa0]){1,2}")


def _by_source(attributions: Iterable[Attribution]) -> dict[tuple[int, int], list[Attribution]]:
    """Attributions by the span of their source."""
    found: dict[tuple[int, int], list[Attribution]] = {}
    for attribution in attributions:
        if attribution.source is not None:
            found.setdefault((attribution.source.start, attribution.source.end), []).append(attribution)
    return found


class Resolver:
    """Finds the entity behind each source mention of one article."""

    def __init__(self, document: Document, index: NameIndex, entities: Entities, vocabulary: Vocabulary) -> None:
        self._document = document
        self._text = document.text
        self._index = index
        self._entities = entities
        self._vocabulary = vocabulary
        self._subjects = Subjects(document)
        self._described: list[Entity] = []
        self._by_text: dict[str, Entity] = {}
        self._bodies: dict[str, Entity] = {}
        self._read_roles = False
        self._order: list[tuple[int, int]] = []
        self.found: dict[tuple[int, int], Entity] = {}
        """Entity by the span of the source mention."""

    def resolve(self, attributions: Sequence[Attribution]) -> None:
        """Resolve the sources of all attributions, in text order; first persons last."""
        self._antecedents = Antecedents(self._document, self._people(), self._subjects)
        first_persons = []
        for span, own in sorted(_by_source(attributions).items()):
            surface = self._text[span[0] : span[1]]
            if surface.lower() in pronouns.FIRST_PERSON:
                first_persons.append(span)
                continue
            self._keep(span, self._one(span, surface.lower(), own))
        if first_persons:
            held = sorted(
                ((segment, a.source) for a in attributions if a.source is not None for segment in a.segments),
                key=lambda pair: pair[0],
            )
            for span in first_persons:
                self._keep(span, self._first_person(span, held))

    def _keep(self, span: tuple[int, int], entity: Entity | None) -> None:
        if entity is not None:
            self.found[span] = entity
            self._order.append(span)
            if entity.kind in ("person", "unknown"):
                self._antecedents.add_source(*span, entity)

    def _people(self) -> list[Person]:
        grouped = self._entities.grouped
        return [
            Person(m.start, m.end, entity, m.run_start)
            for m in self._index.mentions
            if (entity := grouped.get(m.start)) is not None
            and entity.kind == "person"
            and (entity.certain or entity.full_mentions)
        ]

    def _one(self, span: tuple[int, int], lower: str, own: Sequence[Attribution]) -> Entity | None:
        start, end = span
        if lower in pronouns.ALL:
            return self._pronoun(lower, start, end, own)
        name = self._index.at.get(start)
        if name is not None and name.end == end and name.name.kind == "person":
            return self._person(name)
        phrase = phrases.read(self._index, start, end, self._vocabulary)
        trimmed = self._text[phrase.start : phrase.end].lower()
        if trimmed in pronouns.ALL:
            return self._pronoun(trimmed, phrase.start, phrase.end, own)
        return self._noun_phrase(phrase, own) if trimmed else None

    def _others(self, start: int, end: int, own: Sequence[Attribution]) -> set[int]:
        """Who a source cannot be: whom its own direct speech names, whom it speaks to."""
        spans = []
        for attribution in own:
            if attribution.kind == "direct":
                spans += [(segment.start, segment.end) for segment in attribution.segments]
            if attribution.addressee is not None:
                spans.append((attribution.addressee.start, attribution.addressee.end))
        others = {id(entity) for span in spans for entity in self._antecedents.mentioned(*span)}
        follower = _OBJECT.match(self._text, end)
        if follower:
            others.update(id(entity) for entity in self._antecedents.mentioned(follower.end(), follower.end() + 5))
        return others

    # ---- names

    def _named(self, phrase: Phrase, head: Mention) -> Entity:
        known = self._entities.at(head.start)
        if known is not None and known.kind == "person":
            return self._person(head) or known
        if head.name.kind == "people" and phrase.determiner in _INDEFINITE:
            return self._description(phrase, "unknown")
        if head.name.kind in ("organization", "place", "people"):
            if _LIST.search(self._text, phrase.start, head.run_start):
                return self._description(phrase, "group")
            return self._body(phrase, head)
        if head.name.kind == "unknown" and len(head.name.words) == 1 and self._body_end(head, phrase.end) > head.end:
            return self._body(phrase, head)
        return self._person(head) or self._description(phrase, "unknown")

    def _person(self, name: Mention) -> Entity | None:
        entity = self._entities.at(name.start) or self._entities.find(name.name, name.start)
        if entity is not None and len(name.name.words) == 1 and name.name.gender is None:
            return self._namesake(entity, name.start)
        return entity

    def _namesake(self, entity: Entity, offset: int) -> Entity:
        """Of people with one surname the one who has just spoken, else the one given."""
        namesakes = self._entities.namesakes(entity)
        if len(namesakes) < 2:
            return entity
        here = self._document.sentence_at(offset)
        for (start, _), spoken in reversed(self.found.items()):
            if here - self._document.sentence_at(start) > SENTENCES_REMEMBERED:
                break
            if any(spoken is namesake for namesake in namesakes):
                return spoken
        return entity

    def _several(self, phrase: Phrase, listed: Sequence[Mention]) -> Entity:
        """One source of several people: a group, named by all of them."""
        names = [entity.name for name in listed if (entity := self._entities.at(name.start)) is not None]
        name = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        entity = self._by_text.get(name.lower())
        if entity is None:
            entity = Entity(
                "group", (), (phrase.start, phrase.end), certain=True, text=name, rule="speakers.coordinated"
            )
            self._by_text[name.lower()] = entity
        return entity

    def _body(self, phrase: Phrase, head: Mention) -> Entity:
        """A body by name, with "of …" and "for …" that belong to it."""
        start, end = head.start, self._body_end(head, phrase.end)
        known = self._entities.at(start)
        if known is not None and known.kind == "organization" and len(known.name) >= end - start:
            return known
        name = self._text[start:end]
        entity = self._bodies.get(name)
        if entity is None:
            entity = Entity("organization", tuple(name.split()), (start, end), certain=True)
            self._bodies[name] = entity
        entity.mentions.append((start, end))
        return entity

    def _body_end(self, head: Mention, limit: int) -> int:
        """Where the name of a body ends, over "of", "for" and "and" with a capital behind."""
        end = head.end
        goes_on = GOES_ON if head.name.kind == "organization" else _FOR
        for _ in range(4):
            joint = goes_on.match(self._text, end, limit)
            following = self._index.within(joint.end(), joint.end() + 1) if joint else ()
            if not following:
                break
            end, goes_on = following[0].end, GOES_ON
        return end

    # ---- pronouns

    def _pronoun(self, word: str, start: int, end: int, own: Sequence[Attribution]) -> Entity | None:
        if word in pronouns.GENDERS:
            return self._antecedents.find(start, pronouns.GENDERS[word], self._others(start, end, own))
        if word in pronouns.RELATIVE:
            return self._relative(start)
        if word in pronouns.PLURAL:
            return self._again(word, start) or self._latest(start, ("group", "organization"), self._is_plural)
        if word in pronouns.NEUTER:
            return self._again(word, start) or self._latest(start, ("document", "organization"), self._is_thing)
        return None

    def _again(self, word: str, offset: int) -> Entity | None:
        """Whom the same pronoun stood for as the last source, a few sentences before."""
        index = bisect_left(self._order, (offset, 0)) - 1
        if index < 0:
            return None
        start, end = self._order[index]
        near = self._document.sentence_at(offset) - self._document.sentence_at(start) < SENTENCES_TO_THINGS
        return self.found[start, end] if near and self._text[start:end].lower() == word else None

    def _latest(self, offset: int, kinds: tuple[SpeakerKind, ...], fits: Callable[[Phrase], bool]) -> Entity | None:
        """The last source of some kind, or subject that fits, in this sentence and some before."""
        here = self._document.sentence_at(offset)
        for index in range(here, max(-1, here - SENTENCES_TO_THINGS), -1):
            sentence = self._document.sentences[index]
            for at in range(bisect_left(self._order, (offset, 0)) - 1, -1, -1):
                start, end = self._order[at]
                entity = self.found[start, end]
                if start < sentence.start:
                    break
                if end <= sentence.end and entity.kind in kinds:
                    return entity
            for start, end in self._subjects.of_sentence(index, offset):
                phrase = phrases.read(self._index, start, end, self._vocabulary)
                if phrase.start < phrase.end and fits(phrase):
                    return self._noun_phrase(phrase)
        return None

    def _is_plural(self, phrase: Phrase) -> bool:
        if phrase.head is not None:
            return phrase.head.name.kind == "organization" or phrase.head.name.words[-1].endswith("s")
        return phrases.is_group(self._text, phrase, self._vocabulary)

    def _is_thing(self, phrase: Phrase) -> bool:
        if phrase.head is not None:
            return phrase.head.name.kind == "organization"
        return phrase.noun in self._vocabulary.documents or phrase.noun in self._vocabulary.bodies

    def _noun_phrase(self, phrase: Phrase, own: Sequence[Attribution] = ()) -> Entity | None:
        listed = phrases.coordinated(self._text, phrase)
        if listed:
            return self._several(phrase, listed)
        if phrase.head is not None:
            return self._named(phrase, phrase.head)
        return self._described_source(phrase, own)

    def _relative(self, offset: int) -> Entity | None:
        """What stands before "who": a name, or the noun phrase."""
        name = self._index.last_before(offset)
        end = offset
        while end and (self._text[end - 1] == "," or self._text[end - 1].isspace()):
            end -= 1
        if name is not None and _SETS_OFF.fullmatch(self._text, name.end, offset) and name.name.kind != "people":
            return self._entities.at(name.start)
        tokens, tags = self._document.tokens, self._document.word_classes.tags
        last = tokens.at(end)
        first = core_start(tags, tokens.lowers, last, 0)
        if first == last:
            return None
        start = tokens.starts[first]
        name = self._index.last_before(start)
        if name is not None and _SETS_OFF.fullmatch(self._text, name.end, start):
            return self._entities.at(name.start)
        return self._noun_phrase(phrases.read(self._index, start, end, self._vocabulary))

    def _first_person(self, span: tuple[int, int], held: Sequence[tuple[Span, Source]]) -> Entity | None:
        """Who says "I": the source of the innermost words that hold it, or the person interviewed."""
        start, end = span
        index = bisect_left(held, start + 1, key=lambda segment: segment[0].start)
        holding = [
            (len(segment), source)
            for segment, source in held[max(0, index - SEGMENTS_BACK) : index]
            if segment.end >= end and (source.start, source.end) != span
        ]
        if holding:
            source = min(holding, key=lambda pair: pair[0])[1]
            return self.found.get((source.start, source.end))
        if self._text[start:end].lower() in _ONE_PERSON and self._interview.answers(start):
            return self._interview.interviewee
        return None

    @cached_property
    def _interview(self) -> Interview:
        return Interview(self._document, self._index, self._entities)

    # ---- descriptions

    def _described_source(self, phrase: Phrase, own: Sequence[Attribution]) -> Entity | None:
        vocabulary, noun = self._vocabulary, phrase.noun
        if noun in vocabulary.bodies and phrase.determiner == "the" and self._is_capitalised(phrase):  # "the Post"
            known = self._mentioned_body(noun, phrase.start)
            if known is not None:
                return known
        if noun in vocabulary.documents and noun not in vocabulary.groups:
            return self._document_source(phrase)
        if phrases.is_group(self._text, phrase, vocabulary):
            return self._description(phrase, "group")
        if noun in vocabulary.bodies:
            return self._body_by_noun(phrase)
        if noun in vocabulary.roles:
            return self._role(phrase, own)
        return self._description(phrase, "unknown")

    def _is_capitalised(self, phrase: Phrase) -> bool:
        words = self._text[phrase.start : phrase.head_end].split()
        return len(words) > 1 and words[-1][0].isupper()

    def _role(self, phrase: Phrase, own: Sequence[Attribution]) -> Entity | None:
        if phrase.determiner in _INDEFINITE:
            return self._description(phrase, "unknown")
        self._learn_roles()
        others = self._others(phrase.start, phrase.end, own)
        salient = (
            phrase.determiner == "the"
            and self._names_nobody(phrase)
            and phrase.head_end >= phrase.end - 1
            and self._vocabulary.roles[phrase.noun].families != ANYBODY
        )

        def fits(entity: Entity) -> float | None:
            points = roles.evidence(phrase, entity, self._vocabulary)
            if points is None or id(entity) in others or (points <= 0 and not salient):
                return None
            return points

        entity = self._antecedents.best(
            phrase.start, fits, reach=len(self._document.sentences), weights=pronouns.ROLE_WEIGHTS
        )
        if (entity is None or not entity.words) and self._document.sentence_at(phrase.start) < SENTENCES_OF_LEDE:
            gender = self._vocabulary.roles[phrase.noun].gender
            entity = self._antecedents.introduced_after(phrase.end, gender) or entity
        if entity is None:
            return self._description(phrase, "unknown")
        entity.roles.add(phrase.noun)
        return entity

    @staticmethod
    def _names_nobody(phrase: Phrase) -> bool:
        """Whether a phrase has no names but those of places and peoples."""
        return all(name.name.kind in ("place", "people") for name in phrase.names)

    def _learn_roles(self) -> None:
        if not self._read_roles:
            self._read_roles = True
            for entity in self._entities.everyone():
                if entity.kind == "person":
                    appositions.learn(self._text, entity, self._vocabulary)

    def _body_by_noun(self, phrase: Phrase) -> Entity | None:
        noun = phrase.noun
        owner = None
        if phrase.owner is not None and phrase.owner.name.kind in ("person", "unknown"):
            owner = self._entities.at(phrase.owner.start)
        elif phrase.determiner in pronouns.GENDERS:
            owner = self._antecedents.find(phrase.start, pronouns.GENDERS[phrase.determiner])
        if owner is not None and owner.words and (owner.kind == "person" or noun == "campaign"):
            return self._owned(phrase, surname(owner.words), noun)
        if phrase.determiner == "the" and not phrase.names:
            known = self._mentioned_body(noun, phrase.start, frozenset(phrase.modifiers))
            if known is not None:
                return known
            if noun == "campaign":
                owner = self._antecedents.find(phrase.start, None)
                if owner is not None and owner.words:
                    return self._owned(phrase, surname(owner.words), noun)
        return self._description(phrase, "organization")

    def _owned(self, phrase: Phrase, owner: str, noun: str) -> Entity:
        """The body of a person: "Kline's campaign", "the Kline campaign", "her campaign" are one."""
        name = f"{owner} {noun}"
        entity = self._by_text.get(name.lower())
        if entity is None:
            entity = Entity(
                "organization",
                (),
                phrases.description(self._text, phrase),
                certain=True,
                text=name,
                rule="speakers.owned-body",
            )
            entity.roles.add(noun)
            self._by_text[name.lower()] = entity
            self._described.append(entity)
        return entity

    def _mentioned_body(self, noun: str, offset: int, modifiers: frozenset[str] = frozenset()) -> Entity | None:
        """The body that a common noun goes back to: one described by it, else one whose name fits it."""
        for entity in reversed(self._described[-DESCRIPTIONS_BACK:]):
            if noun in entity.roles and entity.kind == "organization" and (not modifiers or modifiers <= entity.roles):
                return entity
        noun_and_modifiers = bodies.Called(noun, modifiers)
        return bodies.denoted(noun_and_modifiers, offset, self._index, self._entities, self._vocabulary)

    def _document_source(self, phrase: Phrase) -> Entity | None:
        """Who made the document, else the document itself."""
        name = documents.issuer(self._text, phrase, self._vocabulary)
        known = phrase.determiner in phrases.DEFINITE and not phrase.modifiers and phrase.head_end >= phrase.end - 1
        if name is None and known:
            name = documents.issuer_elsewhere(self._index, phrase.noun, phrase.start, self._vocabulary)
        entity = self._issuing(phrase, name) if name is not None else self._issuing_body(phrase)
        return entity or self._description(phrase, "document")

    def _issuing(self, phrase: Phrase, name: Mention) -> Entity | None:
        if name.name.kind == "organization":
            return self._body(phrase, name)
        return self._entities.at(name.start)

    def _issuing_body(self, phrase: Phrase) -> Entity | None:
        """The body that a document is of by a common noun: "the panel's memo"."""
        owner = _OWNER.search(self._text, phrase.start, phrase.head_end) or _MAKER.match(
            self._text, phrase.head_end, phrase.end
        )
        if owner is None or owner[1] not in self._vocabulary.bodies:
            return None
        return self._mentioned_body(owner[1], phrase.start)

    def _description(self, phrase: Phrase, kind: SpeakerKind) -> Entity:
        """A source that no name names: named by its words."""
        start, end = phrases.description(self._text, phrase)
        name = self._text[start:end]
        key = re.sub(r"\A(?:the|a|an) ", "", name.lower())
        entity = self._by_text.get(key)
        if entity is None:
            entity = Entity(kind, (), (start, end), certain=True, text=name, rule=f"speakers.described-{kind}")
            entity.roles.update((phrase.noun, *phrase.modifiers))
            self._by_text[key] = entity
            self._described.append(entity)
        entity.mentions.append((start, end))
        return entity
