"""Pronouns: whom "he", "she", "who" stand for.

A pronoun goes back to the person of its gender that the reader has in mind: the subject or source of this or the last
sentences before a person who is only talked about, the near before the far (Hobbs 1978; Lappin and Leass 1994 give the
weights their form).
"""

from __future__ import annotations

from bisect import bisect_left
from math import log2
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.scan import Mention
    from newsclaims.extractors.speakers.subjects import Subjects
    from newsclaims.model import Gender

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OTHERS = frozenset({"you", "your", "one", "this", "these", "those", "there", "what"})
ALL = frozenset(GENDERS) | FIRST_PERSON | PLURAL | NEUTER | RELATIVE | OTHERS

SENTENCES_BACK = 10
LONGEST_ADVERBIAL = 40
"""Characters before the subject of a sentence that introduces somebody."""
SENTENCES_COUNTED = 6
"""Sentences between that count: what is further back is as far as this."""
MENTIONS_BACK = 60


@define(eq=False)
class Person:
    """A mention of a person, as a pronoun may go back to it."""

    start: int
    end: int
    entity: Entity
    run_start: int
    """Where its title starts."""
    sentence: int
    """Index of its sentence."""
    is_source: bool = False
    prominence: float | None = None
    """What its place in the sentence is worth, once it was asked for."""


class Weights(NamedTuple):
    """How much speaks for a mention, in points."""

    sentence: float = 2.0
    """Lost for each sentence between."""
    places: Mapping[str, float] = MappingProxyType({"subject": 2.5, "other": 0.5, "object": -1.5, "owner": -1.0})
    """For what it is in its clause."""
    first: float = 1.0
    """First person that its sentence names."""
    source: float = 2.5
    """Source of an attribution."""
    quoted: float = -4.0
    """Inside quotation marks that do not hold the pronoun."""
    frequency: float = 0.6
    """For each doubling of the mentions."""
    gender_known: float = 1.5
    doubtful: float = -1.0
    """Nothing but its capitals shows that it is a person's name."""


WEIGHTS = Weights()
_MOST_OF_PLACE = WEIGHTS.places["subject"] + WEIGHTS.first
"""What the place of a mention is worth at most, that of a source without what it is worth as such."""
_MOST_PROMINENT = WEIGHTS.source + _MOST_OF_PLACE
"""The same of any mention, without its frequency."""
_ROUNDING = 1e-9
"""By how much sums of the same points may differ."""
ROLE_WEIGHTS = Weights(sentence=1.4)
"""A role says more than a pronoun, so that it may go back further."""


class Antecedents:
    """The people of an article by position, for pronouns to go back to.

    Args:
        document: The article.
        people: Who is named, with the mention, in text order.
        subjects: The grammar of its sentences.
    """

    def __init__(self, document: Document, people: Sequence[tuple[Mention, Entity]], subjects: Subjects) -> None:
        self._document = document
        self._subjects = subjects
        self._named: list[tuple[Mention | None, Entity]] = [*people]
        self._starts = [mention.start for mention, _ in people]
        self._people: list[Person | None] = [None] * len(people)  # most are not looked at: made when asked for
        self._sources: set[int] = set()
        """Where the mentions start that are sources."""
        self._quotation_starts = [quotation.start for quotation in document.quotations]
        self._most_mentions = max([len(entity.mentions) for _, entity in people], default=0)

    def _at(self, index: int) -> Person:
        """A mention by its place in text order, with its sentence and quotation, worked out when first asked for."""
        person = self._people[index]
        if person is None:
            mention, entity = self._named[index]
            assert mention is not None
            person = self._people[index] = self._located(mention.start, mention.end, entity, mention.run_start)
            person.is_source = mention.start in self._sources
        return person

    def _located(self, start: int, end: int, entity: Entity, run_start: int) -> Person:
        return Person(start, end, entity, run_start, self._document.sentence_at(start))

    def add_source(self, start: int, end: int, entity: Entity, *, spoken: bool = True) -> None:
        """Tell that a source at a place was found to be somebody; sources are told in text order.

        Args:
            start: Where the source starts.
            end: Where it ends.
            entity: Who it is.
            spoken: Whether it is the subject of what was said, and not only its owner: "Orr's claim".
        """
        self._most_mentions = max(self._most_mentions, len(entity.mentions))
        index = bisect_left(self._starts, start)
        while index < len(self._starts) and self._starts[index] < end:
            if self._named[index][1] is entity:
                if spoken:
                    self._sources.add(self._starts[index])
                    person = self._people[index]
                    if person is not None:
                        person.is_source, person.prominence = True, None
                return
            index += 1
        self.add(start, end, entity, is_source=True)

    def add(self, start: int, end: int, entity: Entity, *, is_source: bool = False) -> None:
        """Tell of a mention of somebody."""
        self._most_mentions = max(self._most_mentions, len(entity.mentions))
        person = self._located(start, end, entity, start)
        person.is_source = is_source
        index = bisect_left(self._starts, start)
        self._starts.insert(index, start)
        self._named.insert(index, (None, entity))
        self._people.insert(index, person)

    def find(self, offset: int, gender: Gender | None, excluded: Collection[int] = ()) -> Entity | None:
        """The person whom a pronoun at an offset stands for.

        Args:
            offset: Where the pronoun starts.
            gender: Gender that the pronoun shows.
            excluded: Identities of entities that it cannot be.
        """

        def fits(entity: Entity) -> float | None:
            if id(entity) in excluded or (gender and entity.gender and entity.gender != gender):
                return None
            return WEIGHTS.gender_known if gender is not None and entity.gender == gender else 0.0

        return self.best(offset, fits, SENTENCES_BACK, WEIGHTS.gender_known)

    def best(
        self,
        offset: int,
        fits: Callable[[Entity], float | None],
        reach: int,
        most: float,
        weights: Weights = WEIGHTS,
    ) -> Entity | None:
        """The person before an offset for whom most speaks.

        Args:
            offset: Where the mention starts that may go back to somebody.
            fits: What speaks for an entity, in points; None where it is out of the question.
            reach: Sentences to go back.
            most: The most points that `fits` gives: nobody is looked at who cannot have more than the best so far.
            weights: What counts how much.
        """
        here, quotation = self._document.sentence_at(offset), self._quotation(offset)
        people, lost = self._people, weights.sentence
        most += _MOST_PROMINENT + WEIGHTS.frequency * log2(1 + self._most_mentions)
        last = bisect_left(self._starts, offset) - 1
        best, found = float("-inf"), None
        fitting: dict[int, float | None] = {}  # asked once for each entity, which may have many mentions
        for index in range(last, max(-1, last - MENTIONS_BACK), -1):
            person = people[index] or self._at(index)
            distance = here - person.sentence
            gap = lost * (distance if distance < SENTENCES_COUNTED else SENTENCES_COUNTED)
            if distance > reach or most - gap <= best:
                break
            entity = person.entity
            if id(entity) in fitting:
                points = fitting[id(entity)]
            else:
                points = fitting[id(entity)] = fits(entity)
            if points is None:
                continue
            prominence = person.prominence
            if prominence is None:
                if points - gap + _most_prominence(person) < best:
                    continue  # without a look at its sentence, which takes longest
                prominence = self._prominence(person, index)
            points += prominence - gap
            if points > best and self._quotation(person.start) not in (-1, quotation):
                points += weights.quoted
            if points > best:
                best, found = points, entity
        return found

    def _prominence(self, person: Person, index: int) -> float:
        """What a mention is worth by itself."""
        if person.is_source:
            points = WEIGHTS.source + WEIGHTS.places["subject"]
        else:
            points = WEIGHTS.places[self._subjects.place(person.run_start, person.end)]
        if not index or self._at(index - 1).sentence != person.sentence:
            points += WEIGHTS.first
        if not person.entity.certain:
            points += WEIGHTS.doubtful
        points += WEIGHTS.frequency * log2(1 + len(person.entity.mentions))
        person.prominence = points
        return points

    def introduced_after(self, offset: int, gender: Gender | None) -> Entity | None:
        """The first person named as a subject in the two sentences behind that of an offset."""
        here = self._document.sentence_at(offset)
        for index in range(bisect_left(self._starts, offset), len(self._people)):
            person = self._at(index)
            distance = person.sentence - here
            if distance > 2:
                break
            sentence = self._document.sentences[here + distance]
            if distance > 0 and person.entity.full_mentions and (not gender or person.entity.gender in (gender, None)):
                opens = person.run_start - sentence.start <= LONGEST_ADVERBIAL
                if opens and self._subjects.place(person.run_start, person.end) in ("subject", "other"):
                    return person.entity
        return None

    def mentioned(self, start: int, end: int) -> list[Entity]:
        """The people named inside a span."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [entity for _, entity in self._named[first:last]]

    def _quotation(self, offset: int) -> int:
        """Index of the quotation that holds an offset; -1 where none does."""
        index = bisect_left(self._quotation_starts, offset + 1) - 1
        return index if index >= 0 and offset < self._document.quotations[index].end else -1


def _most_prominence(person: Person) -> float:
    """What a mention is worth at most, as far as it shows without its sentence."""
    points = _MOST_PROMINENT if person.is_source else _MOST_OF_PLACE
    return points + WEIGHTS.frequency * log2(1 + len(person.entity.mentions)) + _ROUNDING
