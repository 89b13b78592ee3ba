"""Interviews printed as questions and answers: in the answers "I" is the person interviewed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.speakers.entities import Entities
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.scan import NameIndex

FEWEST_QUESTIONS = 3
"""Paragraphs that are questions, at least, in an interview."""
PARAGRAPHS_OF_INTRODUCTION = 6
"""Paragraphs in which an interview says that it is one and with whom."""
REACH = 160
"""Characters between that word and the name."""
_SAYS_SO = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed)?(?: with)?|Q&A(?: with)?|spoke (?:with|to)|talks? (?:with|to)|talked (?:with|to)|"
    r"sat down with|caught up with|answered)\b"
)


class Interview:
    """Who answers, and where."""

    def __init__(self, document: Document, index: NameIndex, entities: Entities) -> None:
        self._document = document
        text = document.text
        self._questions = [text[p.start : p.end].rstrip("\"'”’ ").endswith("?") for p in document.paragraphs]
        self.first = self._questions.index(True) if sum(self._questions) >= FEWEST_QUESTIONS else -1
        self.interviewee = _interviewee(document, index, entities) if self.first >= 0 else None

    def answers(self, offset: int) -> bool:
        """Whether an offset stands in the answers."""
        paragraph = self._document.paragraph_at(offset)
        return self.first >= 0 and paragraph > self.first and not self._questions[paragraph]


def _interviewee(document: Document, index: NameIndex, entities: Entities) -> Entity | None:
    """The person named behind the word that says it is an interview, else before it."""
    for paragraph in document.paragraphs[:PARAGRAPHS_OF_INTRODUCTION]:
        match = _SAYS_SO.search(document.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        behind = index.within(match.end(), min(paragraph.end, match.end() + REACH))
        before = index.within(paragraph.start, match.start())
        for name in (*behind, *before):
            entity = entities.at(name.start)
            if entity is not None and entity.kind == "person" and len(entity.words) > 1:
                return entity
    return None
