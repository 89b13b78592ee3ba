"""Sources without a name: roles, bodies and documents by a common noun, groups, people who are not named."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import appositions, bodies, documents, phrases, pronouns, roles
from newsclaims.extractors.speakers.entities import settle_kind, surname
from newsclaims.extractors.speakers.entity import Entity
from newsclaims.extractors.speakers.named import INDEFINITE
from newsclaims.extractors.speakers.posts import SOMEBODY, Posts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.speakers.context import Context
    from newsclaims.extractors.speakers.named import NamedSources
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.scan import Mention
    from newsclaims.model import Attribution, SpeakerKind

DESCRIPTIONS_BACK = 40
"""Descriptions that a common noun may go back to."""
ANYBODY = frozenset({"person"})
"""Families of a role that anybody may have: "the witness"."""
SENTENCES_TO_THE_SAME = 6
"""Sentences back in which a group or somebody was described whom a bare noun names again."""
_THE_SAME = frozenset({"the", "these", "those", "both"})
SENTENCES_OF_LEDE = 3
"""Sentences at the beginning in which a role may stand for somebody named only after it."""
_INSIDERS = frozenset({"adviser", "advisor", "aide", "insider", "official", "source", "staffer"})
"""What somebody who is not named is called by turns."""
_OWNER = re.compile(r"\b([a-z]+)['’]s?[ \xa0]")
_MAKER = re.compile(r"[ \xa0](?:[a-z]+[ \xa0])?(?:by|from)[ \xa0][Tt]he[ \xa0]([A-Za-z]+)\b")
_TWO_THINGS = re.compile(r"[a-z] and (?:the|an?|his|her|their|its) ")
_YEARS_OLD = re.compile(r"\b(?P<age>\d{1,3})-year-old\b")
# Descriptions of somebody that are no roles.
_JUST_DESCRIBED = re.compile(r"\b(?:\d{1,3}-year-old\Z|(?:mum|mom|mam|mother|dad|father|parent)-of-\w+)")
_POSSESSED = re.compile(r"['’]s?[ \xa0]")


def _without_article(lower: str) -> str:
    """A name in lower case without the article that it begins with."""
    article, _, rest = lower.partition(" ")
    return rest if article in ("the", "a", "an") and len(article) < len(lower) else lower


class DescribedSources:
    """Resolves sources whose head is a common noun."""

    def __init__(self, context: Context, named: NamedSources) -> None:
        self._context = context
        self._named = named
        self._posts = Posts(context, named)
        self._roles_read = False

    def described(self, phrase: Phrase, own: Sequence[Attribution]) -> Entity | None:
        """Whom a phrase with a common noun as head denotes.

        Args:
            phrase: The source.
            own: Its attributions.
        """
        vocabulary, noun = self._context.vocabulary, phrase.noun
        if noun in vocabulary.bodies and phrase.determiner == "the" and self._is_capitalised(phrase):  # "the Post"
            known = self._mentioned_body(noun, phrase.start)
            if known is not None:
                return known
        text = self._context.text
        if noun in vocabulary.silent:
            return None
        if phrase.determiner == "the" and _JUST_DESCRIBED.search(text, phrase.start, phrase.head_end):
            return self._just_named(phrase, own) or self.description(phrase, "unknown")
        two = text.find(" and ", phrase.start, phrase.head_end) >= 0
        if two and _TWO_THINGS.search(text, phrase.start, phrase.head_end):
            return self.description(phrase, "group")
        if noun in vocabulary.documents and noun not in vocabulary.groups and noun not in vocabulary.roles:
            return self._document_source(phrase)
        if phrases.is_group(text, phrase, vocabulary):
            return self._group_again(phrase) or self.description(phrase, "group")
        if noun in vocabulary.bodies:
            return self._body_by_noun(phrase)
        if noun in vocabulary.roles:
            return self._role(phrase, own)
        if noun in vocabulary.body_families:
            return self._body_by_noun(phrase)
        if phrase.determiner == "the" and noun.capitalize() in vocabulary.demonyms:  # "the Spaniard"
            return self._just_named(phrase, own) or self.description(phrase, "unknown")
        return self.description(phrase, "unknown")

    def _just_named(self, phrase: Phrase, own: Sequence[Attribution]) -> Entity | None:
        """The person named last whom words of another kind than a role describe: "the Spaniard", "the 36-year-old"."""
        age = _YEARS_OLD.search(self._context.text, phrase.start, phrase.head_end)
        if age is not None:
            of_age = self._of_age(age["age"], phrase.start)
            if of_age is not None:
                return of_age
        role = self._context.vocabulary.roles.get(phrase.noun)
        others = self._context.others(phrase.start, phrase.end, own) | self._context.tellers(own)
        return self._context.antecedents.find(phrase.start, role.gender if role else None, others)

    def _of_age(self, age: str, offset: int) -> Entity | None:
        """The person whose age the text gives behind the name: "Ann Orr, 36,"."""
        index, entities, text = self._context.index, self._context.entities, self._context.text
        last = bisect_left(index.starts, offset)
        for mention in reversed(index.mentions[max(0, last - bodies.MENTIONS_BACK) : last]):
            if text.startswith((f", {age}", f" ({age}"), mention.end):
                entity = entities.at(mention.start)
                if entity is not None and entity.kind == "person":
                    return entity
        return None

    def _group_again(self, phrase: Phrase) -> Entity | None:
        """The group described by more words not long before: "Elm Valley teachers", then "the teachers"."""
        bare = not phrase.modifiers and not phrase.names and phrase.head_end >= phrase.end - 1
        if not bare or phrase.determiner not in _THE_SAME:
            return None
        here = self._context.document.sentence_at(phrase.start)
        for entity in reversed(self._context.described[-DESCRIPTIONS_BACK:]):
            start = entity.mentions[-1][0] if entity.mentions else entity.fullest[0]
            if here - self._context.document.sentence_at(start) > SENTENCES_TO_THE_SAME:
                break
            if entity.kind == "group" and phrase.noun in entity.roles and start < phrase.start:
                return entity
        return None

    def _is_capitalised(self, phrase: Phrase) -> bool:
        words = self._context.text[phrase.start : phrase.head_end].split()
        return len(words) > 1 and words[-1][0].isupper()

    def _role(self, phrase: Phrase, own: Sequence[Attribution]) -> Entity | None:
        if phrase.determiner in INDEFINITE:
            return self.description(phrase, "unknown")
        self._learn_roles()
        others = self._context.others(phrase.start, phrase.end, own) | self._context.tellers(own)
        salient = (
            phrase.determiner == "the"
            and self._names_nobody(phrase)
            and phrase.head_end >= phrase.end - 1
            and self._context.vocabulary.roles[phrase.noun].families != ANYBODY
        )

        sought = roles.Sought.of(phrase, self._context.vocabulary)

        def fits(entity: Entity) -> float | None:
            if sought is None or id(entity) in others:
                return None
            points = roles.evidence(sought, entity, self._context.vocabulary)
            if points is None or points > 0:
                return points
            alike = bool(entity.words) or (phrase.noun in _INSIDERS and not _INSIDERS.isdisjoint(entity.roles))
            return points if salient and alike else None

        entity = self._context.antecedents.best(
            phrase.start,
            fits,
            reach=len(self._context.document.sentences),
            most=roles.most_evidence(sought) if sought is not None else 0.0,
            weights=pronouns.ROLE_WEIGHTS,
        )
        if (entity is None or not entity.words) and self._context.document.sentence_at(
            phrase.start
        ) < SENTENCES_OF_LEDE:
            gender = self._context.vocabulary.roles[phrase.noun].gender
            entity = self._context.antecedents.introduced_after(phrase.end, gender) or entity
        if entity is None and phrase.noun in SOMEBODY and phrase.determiner in phrases.DEFINITE:
            entity = self._last_unnamed(phrase.start)
        if entity is None:
            return self.description(phrase, "unknown")
        entity.roles.add(phrase.noun)
        return entity

    def _last_unnamed(self, offset: int) -> Entity | None:
        """The last source without a name: "an aide", then "that person"."""
        context = self._context
        here = context.document.sentence_at(offset)
        for start, end in reversed(context.order[-DESCRIPTIONS_BACK:]):
            if here - context.document.sentence_at(start) > SENTENCES_TO_THE_SAME:
                break
            entity = context.found[start, end]
            if entity.human and entity.kind == "unknown" and not entity.words:
                return entity
        return None

    @staticmethod
    def _names_nobody(phrase: Phrase) -> bool:
        """Whether a phrase has no names but those of places and peoples."""
        return all(name.name.kind in ("place", "people") for name in phrase.names)

    def _learn_roles(self) -> None:
        if not self._roles_read:
            self._roles_read = True
            for entity in self._context.entities.everyone():
                if entity.kind == "person":
                    appositions.learn(self._context.text, entity, self._context.vocabulary)

    def _body_by_noun(self, phrase: Phrase) -> Entity | None:
        noun = phrase.noun
        owner = None
        if phrase.owner is not None and phrase.owner.name.kind in ("person", "unknown"):
            owner = self._context.entities.at(phrase.owner.start)
        elif phrase.determiner in pronouns.GENDERS:
            owner = self._context.antecedents.find(phrase.start, pronouns.GENDERS[phrase.determiner])
        capital = (
            self._context.text.find(noun.capitalize(), phrase.start, phrase.head_end) >= 0
        )  # a name: "Orr's Office"
        if owner is not None and owner.words and not capital and (owner.kind == "person" or noun == "campaign"):
            return self._owned(phrase, surname(owner.words), noun)
        if phrase.determiner == "the" and not phrase.names:
            known = self._mentioned_body(noun, phrase.start, frozenset(phrase.modifiers))
            if known is not None:
                return known
            if noun == "campaign":
                owner = self._context.antecedents.find(phrase.start, None)
                if owner is not None and owner.words:
                    return self._owned(phrase, surname(owner.words), noun)
        return self.description(phrase, "organization")

    def _owned(self, phrase: Phrase, owner: str, noun: str) -> Entity:
        """The body of a person: "Kline's campaign", "the Kline campaign", "her campaign" are one."""
        name = f"{owner} {noun}"
        key = name.lower()
        written = _POSSESSED.search(self._context.text, phrase.start, phrase.head_end)
        if written and noun != "campaign":  # a campaign is called by the name alone in most places
            name = f"{owner}{written[0]}{noun}"
        entity = self._context.by_text.get(key)
        if entity is None:
            entity = Entity(
                "organization",
                (),
                phrases.description(self._context.text, phrase),
                certain=True,
                text=name,
                rule="speakers.owned-body",
            )
            entity.roles.add(noun)
            self._context.by_text[key] = entity
            self._context.described.append(entity)
        return entity

    def _mentioned_body(self, noun: str, offset: int, modifiers: frozenset[str] = frozenset()) -> Entity | None:
        """The body that a common noun goes back to: one described by it, else one whose name fits it."""
        for entity in reversed(self._context.described[-DESCRIPTIONS_BACK:]):
            if noun in entity.roles and entity.kind == "organization" and (not modifiers or modifiers <= entity.roles):
                return entity
        noun_and_modifiers = bodies.Called(noun, modifiers)
        vocabulary = self._context.vocabulary
        known = bodies.denoted(noun_and_modifiers, offset, self._context.index, self._context.entities, vocabulary)
        if (
            known is None
            and not modifiers - vocabulary.role_modifiers
            and bodies.COMPANY in vocabulary.body_families.get(noun, ())
        ):
            return self._company_by_pronoun(offset)
        return known

    def _company_by_pronoun(self, offset: int) -> Entity | None:
        """The name before an offset that nothing but "it" and "its" beside it shows to be a body's: "Norvane"."""
        index, entities = self._context.index, self._context.entities
        last = bisect_left(index.starts, offset)
        for mention in reversed(index.mentions[max(0, last - bodies.MENTIONS_BACK) : last]):
            entity = entities.at(mention.start)
            if entity is None or not entity.words or entity.kind == "person" or entity.certain:
                continue
            if entity.kind == "unknown":
                settle_kind(self._context.text, entity)
            if entity.kind == "organization":
                return entity
        return None

    def _document_source(self, phrase: Phrase) -> Entity | None:
        """Who made the document, else the document itself."""
        name = documents.issuer(self._context.text, phrase, self._context.vocabulary)
        known = phrase.determiner in phrases.DEFINITE and not phrase.modifiers and phrase.head_end >= phrase.end - 1
        if name is None and known:
            name = documents.issuer_elsewhere(self._context.index, phrase.noun, phrase.start, self._context.vocabulary)
        entity = self._issuing(phrase, name) if name is not None else self._issuing_body(phrase)
        if entity is None and known and not phrase.noun.endswith("s"):
            entity = self._context.spoke_in(phrase.noun, phrase.start)
        return entity or self.description(phrase, "document")

    def _issuing(self, phrase: Phrase, name: Mention) -> Entity | None:
        if name.name.kind == "organization":
            return self._named.body(phrase, name)
        entity = self._context.entities.at(name.start)
        if entity is None or entity.certain or name is not phrase.owner:
            return entity
        opens = self._context.document.sentences[self._context.document.sentence_at(name.start)].start == name.start
        if opens and len(entity.mentions) < 2:  # "Initial estimates"
            return None
        if entity.kind == "person":
            entity.kind = "organization"
        return entity

    def _issuing_body(self, phrase: Phrase) -> Entity | None:
        """The body that a document is of by a common noun: "the panel's memo"."""
        owner = _OWNER.search(self._context.text, phrase.start, phrase.head_end) or _MAKER.match(
            self._context.text, phrase.head_end, phrase.end
        )
        noun = owner[1].lower() if owner is not None else ""
        return self._mentioned_body(noun, phrase.start) if noun in self._context.vocabulary.bodies else None

    def description(self, phrase: Phrase, kind: SpeakerKind) -> Entity:
        """A source that no name names: named by its words."""
        start, end = phrases.description(self._context.text, phrase)
        name = self._context.text[start:end]
        key = _without_article(name.lower())
        entity = self._context.by_text.get(key)
        if entity is None:
            entity = Entity(kind, (), (start, end), certain=True, text=name, rule=f"speakers.described-{kind}")
            entity.roles.update((phrase.noun, *phrase.modifiers))
            entity.human = phrase.noun in self._context.vocabulary.roles or phrase.head is not None
            if kind == "unknown" and phrase.noun in self._context.vocabulary.roles:
                entity.role, entity.affiliation = self._posts.of(phrase, end)
            self._context.by_text[key] = entity
            self._context.described.append(entity)
        entity.mentions.append((start, end))
        return entity
