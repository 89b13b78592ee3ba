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

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.speakers.entities import Entity
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


class Person(NamedTuple):
    """A mention of a person, as a pronoun may go back to it."""

    start: int
    end: int
    entity: Entity
    run_start: int
    """Where its title starts."""
    is_source: bool = False


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
ROLE_WEIGHTS = Weights(sentence=1.4)
"""A role says more than a pronoun, so that it may go back further."""


class Antecedents:
    """The people of an article by position, for pronouns to go back to."""

    def __init__(self, document: Document, people: Sequence[Person], subjects: Subjects) -> None:
        self._document = document
        self._subjects = subjects
        self._people = sorted(people, key=lambda p: p.start)
        self._starts = [person.start for person in self._people]

    def add_source(self, start: int, end: int, entity: Entity) -> None:
        """Tell that a source at a place was found to be somebody; sources are told in text order."""
        index = bisect_left(self._starts, start)
        while index < len(self._people) and self._people[index].start < end:
            person = self._people[index]
            if person.entity is entity:
                self._people[index] = person._replace(is_source=True)
                return
            index += 1
        index = bisect_left(self._starts, start)
        self._starts.insert(index, start)
        self._people.insert(index, Person(start, end, entity, start, is_source=True))

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

        return self.best(offset, fits, SENTENCES_BACK)

    def best(
        self, offset: int, fits: Callable[[Entity], float | None], reach: int, weights: Weights = WEIGHTS
    ) -> Entity | None:
        """The person before an offset for whom most speaks.

        Args:
            offset: Where the mention starts that may go back to somebody.
            fits: What speaks for an entity, in points; None where it is out of the question.
            reach: Sentences to go back.
            weights: What counts how much.
        """
        here = self._document.sentence_at(offset)
        index = bisect_left(self._starts, offset) - 1
        best, found = float("-inf"), None
        lowest = max(0, index - MENTIONS_BACK)
        while index >= lowest:
            person = self._people[index]
            distance = here - self._document.sentence_at(person.start)
            if distance > reach:
                break
            points = fits(person.entity)
            if points is not None:
                score = points + self._score(person, index, distance, offset, weights)
                if score > best:
                    best, found = score, person.entity
            index -= 1
        return found

    def introduced_after(self, offset: int, gender: Gender | None) -> Entity | None:
        """The first person named as a subject in the two sentences behind that of an offset."""
        here = self._document.sentence_at(offset)
        for person in self._people[bisect_left(self._starts, offset) :]:
            distance = self._document.sentence_at(person.start) - here
            if distance > 2:
                break
            sentence = self._document.sentences[here + distance]
            if distance > 0 and person.entity.full_mentions and (not gender or person.entity.gender in (gender, None)):
                opens = person.run_start - sentence.start <= LONGEST_ADVERBIAL
                if opens and self._subjects.place(person.run_start, person.end) in ("subject", "other"):
                    return person.entity
        return None

    def _score(self, person: Person, index: int, distance: int, offset: int, weights: Weights) -> float:
        score = (
            weights.doubtful * (not person.entity.certain)
            - weights.sentence * min(distance, SENTENCES_COUNTED)
            + weights.frequency * log2(1 + len(person.entity.mentions))
        )
        place = self._subjects.place(person.run_start, person.end)
        if person.is_source:
            score += weights.source
        score += weights.places[place] if not person.is_source else weights.places["subject"]
        if not index or self._sentence(index - 1) != self._sentence(index):
            score += weights.first
        if self._quotation(person.start) not in (-1, self._quotation(offset)):
            score += weights.quoted
        return score

    def _sentence(self, index: int) -> int:
        return self._document.sentence_at(self._people[index].start)

    def mentioned(self, start: int, end: int) -> list[Entity]:
        """The people named inside a span."""
        return [p.entity for p in self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]]

    def _quotation(self, offset: int) -> int:
        """Index of the quotation that holds an offset; -1 where none does."""
        quotations = self._document.quotations
        index = bisect_left(quotations, offset + 1, key=lambda q: q.start) - 1
        if index >= 0 and quotations[index].start <= offset < quotations[index].end:
            return index
        return -1
