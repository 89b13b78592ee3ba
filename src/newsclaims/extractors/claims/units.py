"""Units: what a proposition is before it is scored, and the stretch of text in which it is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.model import Claimer, Confidence, Cue, Quote, Span, Speaker
from newsclaims.text.wordclass import COMMA, DASH, QUOTE

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.claims.clause import Clause


class Stretch(NamedTuple):
    """The tokens of one sentence."""

    first: int
    """Index of the first token."""
    last: int
    """Index behind the last token."""
    is_question: bool
    """Whether it ends in a question mark."""
    paragraph: str
    """Kind of the paragraph that holds it."""


class Frame(NamedTuple):
    """Who puts a proposition forward, and how."""

    claimer: Claimer = "article"
    speaker: Speaker | None = None
    quote: Quote | None = None
    cue: Cue | None = None
    effects: frozenset[str] = frozenset()
    """What the cue does to a proposition; see `effects_of`."""
    denied: bool = False
    """Whether the claimer says that it is not so."""
    spoken: bool = False
    """Whether the words are the claimer's own, so that "I" is the claimer."""
    confidence: Confidence = "high"
    """How much what the frame rests on is to be trusted."""


class Unit(NamedTuple):
    """A proposition with its frame."""

    clause: Clause
    segments: tuple[Span, ...]
    """Where it stands; more than one where its tokens are no neighbours."""
    rule: str
    frame: Frame = Frame()
    is_question: bool = False
    is_conditional: bool = False
    """Whether a clause before it in the same sentence sets a condition."""


def segments_of(document: Document, clause: Clause) -> tuple[Span, ...]:
    """The spans of a clause: one for each run of neighbouring tokens."""
    starts, ends, indexes = document.tokens.starts, document.tokens.ends, clause.indexes
    tags = clause.tags
    if isinstance(indexes, range):
        return (Span(starts[indexes[0]], ends[indexes[-1]]),)
    found = []
    begin = 0
    for position in range(1, len(indexes) + 1):
        if position == len(indexes) or indexes[position] != indexes[position - 1] + 1:
            last = position - 1
            while last > begin and tags[last] & (COMMA | DASH | QUOTE):
                last -= 1
            found.append(Span(starts[indexes[begin]], ends[indexes[last]]))
            begin = position
    return tuple(found)
