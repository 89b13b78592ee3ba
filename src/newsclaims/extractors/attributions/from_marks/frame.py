"""A frame: the cue and source that stand before or behind a quotation and attribute it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import define

from newsclaims.extractors.attributions.lexicon import CueEntry
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    COLON,
    COMMA,
    DETERMINER,
    FINITE,
    NAME,
    NUMBER,
    PREPOSITION,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading

Form = Literal["utterance", "long", "fragment"]
"""A quotation that begins and ends like a sentence; one that is long and ends its sentence; anything else."""
LONGEST_FRAME = 60
"""Tokens between a quotation and the cue, at most."""
CLAUSAL = frozenset({"clause", "quote", "that"})
"""Complements of the verbs that can have a quotation as their content."""
UNLISTED = CueEntry("", "say", frozenset({"quote"}), thought=False)
COLON_ENTRY = CueEntry(":", "say", frozenset({"quote"}), thought=False)


@define(eq=False)
class Frame:
    """A cue with its source, beside a quotation. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    cue: tuple[int, int]
    """Tokens of the cue."""
    entry: CueEntry
    """Its entry in the lexicon."""
    source: tuple[int, int] | None
    """Tokens of the source."""
    last: int
    """Token behind cue and source, whichever comes later."""
    addressee: tuple[int, int] | None = None
    """Who is spoken to."""
    sure: bool = True
    """Whether the cue is a verb of the lexicon in a plain position."""


def frame_of(rule: str, cue: CueOccurrence, source: tuple[int, int] | None, last: int) -> Frame:
    """The frame that a cue and its source make."""
    return Frame(rule, (cue.first, cue.last), cue.entry, source, last)


def addressee_end(reading: Reading, index: int, limit: int) -> int:
    """Token behind the noun phrase right behind a cue, whose source speaks to it: "told the Elm Courier"."""
    tags = reading.tags
    if index >= limit or tags[index] & (PREPOSITION | COMMA | STOP | COLON | SUBORDINATOR | TO | WH):
        return index
    if tags[index] & TIME and not tags[index] & NAME:
        return index
    end = core_end(tags, reading.lowers, index, limit)
    while end + 1 < limit and reading.lowers[end] in {"of", "and"}:
        further = core_end(tags, reading.lowers, end + 1, limit)
        if further == end + 1:
            break
        end = further
    return end


def adjuncts_end(reading: Reading, index: int, limit: int) -> int:
    """Token behind the adverbials that start at a token: "on Monday in a statement", "earlier this week"."""
    tags, lowers = reading.tags, reading.lowers
    while index < limit:
        tag = tags[index]
        if tag & (ADVERB | TIME) and not tag & (FINITE | SUBJECT):
            index += 1
        elif tag & (PREPOSITION | TO) and lowers[index] != "that":
            end = phrase_end(tags, lowers, index + 1, limit)
            if end == index + 1 or (tag & SUBORDINATOR and end < limit and tags[end] & FINITE):
                break
            index = end
        elif tag & (DETERMINER | NUMBER):
            end = core_end(tags, lowers, index, limit)
            if end == index or not holds(tags, index, min(end + 1, limit), TIME):
                break  # "a day earlier", "two years ago"
            index = end
        else:
            break
    return index
