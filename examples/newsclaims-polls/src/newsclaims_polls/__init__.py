"""Opinion polls in news text: a plugin of newsclaims that adds a kind of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from attrs import field, frozen

from newsclaims import Annotation, Document, Found, Mention, Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Poll", "PollExtractor"]

POLL = re.compile(r"\b(?:[Pp]oll|[Ss]urvey)s?\b")
POLLSTER = re.compile(r"\b(?:by|from) (?:the )?([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,4})")
MARGIN = "margin of error"
MARGIN_REACH = 60
"""So many characters may stand between "margin of error" and its number."""


@frozen(kw_only=True)
class Poll(Annotation):
    """What an opinion poll found. The span is the sentence that says it."""

    plural: ClassVar[str | None] = "polls"

    shares: tuple[Quantity, ...]
    """The percentages, in text order."""
    pollster: Mention | None = None
    """Who asked."""
    margin: Quantity | None = None
    """The margin of error."""
    sample: Quantity | None = None
    """How many were asked."""


@frozen
class PollExtractor:
    """Opinion polls: shares with pollster, margin of error and sample."""

    asked: tuple[str, ...] = field(
        default=("adult", "people", "person", "respondent", "student", "voter"), converter=tuple
    )
    """Nouns for those who are asked, in the singular."""

    name: ClassVar[str] = "polls"
    provides: ClassVar[type[Poll]] = Poll
    requires: ClassVar[tuple[type[Annotation], ...]] = (Quantity,)

    def extract(self, document: Document, found: Found, /) -> Iterable[Poll]:
        """Yield the polls of a document: sentences that name a poll and a percentage."""
        quantities = found[Quantity]
        position = 0
        for sentence in document.sentences:
            while position < len(quantities) and quantities[position].start < sentence.start:
                position += 1
            if not POLL.search(document.text, sentence.start, sentence.end):
                continue
            inside = []
            while position < len(quantities) and quantities[position].end <= sentence.end:
                inside.append(quantities[position])
                position += 1
            poll = self._poll(document, Span(sentence.start, sentence.end), inside)
            if poll:
                yield poll

    def _poll(self, document: Document, sentence: Span, inside: Sequence[Quantity]) -> Poll | None:
        margin = next((quantity for quantity in inside if _is_margin(document.text, sentence, quantity)), None)
        shares = tuple(quantity for quantity in inside if quantity.kind == "percent" and quantity is not margin)
        if not shares:
            return None
        pollster = POLLSTER.search(document.text, sentence.start, sentence.end)
        return Poll(
            start=sentence.start,
            end=sentence.end,
            text=document.text[sentence.slice],
            rule="polls.pollster-and-shares" if pollster else "polls.shares",
            shares=shares,
            pollster=document.mention(*pollster.span(1)) if pollster else None,
            margin=margin,
            sample=next((quantity for quantity in inside if self._is_sample(quantity)), None),
        )

    def _is_sample(self, quantity: Quantity) -> bool:
        return quantity.counted is not None and quantity.counted.lemma in self.asked


def _is_margin(text: str, sentence: Span, quantity: Quantity) -> bool:
    if quantity.kind not in ("percent", "percentage_point"):
        return False
    before = text[max(sentence.start, quantity.start - MARGIN_REACH) : quantity.start]
    return MARGIN in before
