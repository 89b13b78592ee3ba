"""Interviews printed as questions and answers: in the answers "I" is the person interviewed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.speakers.entities import Entities
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.scan import NameIndex

QUESTIONS_OF_A_PLAIN_INTERVIEW = 5
"""Paragraphs that are questions, at least, where nothing else says that it is an interview."""
FEWEST_QUESTIONS = 3
"""Paragraphs that are questions, at least, in an interview; one less where its head says that it is one."""
PARAGRAPHS_OF_HEAD = 2
LONGEST_SECOND_QUESTION = 300
"""Characters of a question behind another."""
PARAGRAPHS_OF_INTRODUCTION = 6
"""Paragraphs in which an interview says that it is one and with whom."""
REACH = 160
"""Characters between that word and the name."""
_SAYS_SO = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed)?(?: with)?|Q&A(?: with)?|spoke (?:with|to)|talks? (?:with|to)|talked (?:with|to)|"
    r"sat down with|caught up with|answered)\b"
)
_TOPIC = re.compile(r"\s(?:about|on|regarding|concerning|called)\s|[.,!?]\s")
"""What ends the words that say with whom the interview is."""


class Interview:
    """Who answers, and where."""

    def __init__(self, document: Document, index: NameIndex, entities: Entities) -> None:
        self._document = document
        text = document.text
        self._questions = _which_are_questions(document)
        head = document.paragraphs[:PARAGRAPHS_OF_HEAD]
        declared = bool(head) and _SAYS_SO.search(text, 0, head[-1].end) is not None
        self.first = self._questions.index(True) if sum(self._questions) >= FEWEST_QUESTIONS - declared else -1
        self.interviewee = _interviewee(document, index, entities) if self.first >= 0 else None
        if self.interviewee is None and self.first >= 0 and self._is_plain():
            self.interviewee = _most_named(index, entities, document.paragraphs[self.first].start)

    def _is_plain(self) -> bool:
        """Whether the form alone shows an interview: its answers have a label, or nothing says with whom it is."""
        text, introduction = self._document.text, self._document.paragraphs[:PARAGRAPHS_OF_INTRODUCTION]
        if "\nA:" in text:
            return True
        told = _SAYS_SO.search(text, 0, introduction[-1].end) is not None
        return not told and sum(self._questions) >= QUESTIONS_OF_A_PLAIN_INTERVIEW

    def answers(self, offset: int) -> bool:
        """Whether an offset stands in the answers."""
        paragraph = self._document.paragraph_at(offset)
        return self.first >= 0 and paragraph > self.first and not self._questions[paragraph]

    def asks(self, offset: int) -> bool:
        """Whether an offset stands in a question, so that "you" is the person interviewed."""
        paragraph = self._document.paragraph_at(offset)
        return self.first >= 0 and paragraph >= self.first and self._questions[paragraph]


def _which_are_questions(document: Document) -> list[bool]:
    """Whether each paragraph is a question; a long one behind a question that ends in a mark too is its answer."""
    found: list[bool] = []
    for paragraph in document.paragraphs:
        asks = document.text[paragraph.start : paragraph.end].rstrip("\"'”’ ").endswith("?")
        answers = bool(found) and found[-1] and paragraph.end - paragraph.start > LONGEST_SECOND_QUESTION
        found.append(asks and not answers)
    return found


def _most_named(index: NameIndex, entities: Entities, end: int) -> Entity | None:
    """The person named most often before the questions."""
    found = [entity for name in index.within(0, end) if (entity := entities.at(name.start)) is not None]
    people = Counter(entity for entity in found if entity.kind == "person" and entity.certain)
    return max(people, key=people.__getitem__, default=None)


def _interviewee(document: Document, index: NameIndex, entities: Entities) -> Entity | None:
    """The person named behind the word that says it is an interview, else before it."""
    for paragraph in document.paragraphs[:PARAGRAPHS_OF_INTRODUCTION]:
        match = _SAYS_SO.search(document.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        limit = min(paragraph.end, match.end() + REACH)
        topic = _TOPIC.search(document.text, match.end(), limit)
        behind = index.within(match.end(), topic.start() if topic else limit)
        before = index.within(paragraph.start, match.start())
        for name in (*behind, *before):
            entity = entities.at(name.start)
            if entity is not None and entity.kind in ("person", "unknown") and len(entity.words) > 1:
                entity.kind = "person"
                return entity
    return None
