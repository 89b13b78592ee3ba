"""Attributions that interrupt or follow their content: "Prices, the bank said, fell"; "Prices fell, said the bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims.extractors.attributions.boundaries import Shape, content_end
from newsclaims.extractors.attributions.complements import adverbial_end
from newsclaims.extractors.attributions.sources import source_after, source_before
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DASH,
    FINITE,
    GERUND,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    SUBORDINATOR,
    TIME,
    TO,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading


@frozen
class Parenthetical:
    """Content round an attribution. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    segments: tuple[tuple[int, int], ...]
    """The content before and behind the attribution."""
    source: tuple[int, int]
    """Who says it."""
    last: int
    """Token behind content, cue and source."""
    addressee: tuple[int, int] | None = None
    """Who is spoken to."""
    adjunct: tuple[int, int] | None = None
    """What stands behind cue and source: day, place, medium."""


def find_parenthetical(reading: Reading, cue: CueOccurrence, floor: int, limit: int) -> Parenthetical | None:
    """The content before a cue that stands in its own clause after or inside the content."""
    if cue.form != "finite" or not cue.entry.complements & {"clause", "quote"} or cue.first <= floor:
        return None
    tags = reading.tags
    source = source_before(reading, cue.first, floor)
    if source is None and tags[cue.first - 1] & (COMMA | QUOTE | DASH) and cue.first == cue.head:
        return _inverted(reading, cue, floor, limit)
    if source is None or source[0] <= floor:
        return None
    frame = source[0]
    compares = reading.lowers[frame - 1] == "as"
    if compares:
        frame -= 1
        if frame == floor or (frame == floor + 1 and tags[floor] & COORDINATOR):
            return _as_clause_in_front(reading, cue, source, limit)
    if frame <= floor or not tags[frame - 1] & (COMMA | DASH | QUOTE):
        return None
    if compares:
        found = _as_clause_in_front(reading, cue, source, limit)
        if found is not None and subject_and_verb(tags, reading.lowers, found.segments[0][0], limit) is not None:
            return found
    return _around(reading, cue, floor, limit, source, frame, cue.last)


def _inverted(reading: Reading, cue: CueOccurrence, floor: int, limit: int) -> Parenthetical | None:
    """Content, cue, source: "Prices fell, said the bank"."""
    tags = reading.tags
    if cue.last >= limit or tags[cue.last] & (QUOTE | TO | SUBORDINATOR | TIME):
        return None
    source = source_after(reading, cue.last, limit)
    if source is None:
        return None
    return _around(reading, cue, floor, limit, source, cue.first, source[1])


def _as_clause_in_front(
    reading: Reading, cue: CueOccurrence, source: tuple[int, int], limit: int
) -> Parenthetical | None:
    """A comparison that opens the sentence: "As Lee noted, prices fell"."""
    index = cue.last
    while index < limit and not reading.tags[index] & COMMA:
        following = adverbial_end(reading, index, limit)
        if following == index:
            return None
        index = following
    if index + 1 >= limit:
        return None
    last = content_end(reading, index + 1, limit, Shape())
    return Parenthetical("as-clause", ((index + 1, last),), source, last) if last > index + 1 else None


def _around(
    reading: Reading,
    cue: CueOccurrence,
    floor: int,
    limit: int,
    source: tuple[int, int],
    frame_first: int,
    frame_last: int,
) -> Parenthetical | None:
    """The content before ``frame_first`` and, where the sentence goes on after a comma, behind ``frame_last``."""
    tags, lowers = reading.tags, reading.lowers
    inverted = frame_first == cue.first
    addressee = None
    behind = frame_last
    if not inverted and "someone" in cue.entry.complements and behind < limit and not tags[behind] & (COMMA | TIME):
        end = core_end(tags, lowers, behind, limit)
        if end > behind:
            addressee, behind = (behind, end), end
    adjunct_first = behind
    while behind < limit and not tags[behind] & COMMA:
        end = adverbial_end(reading, behind, limit)
        if end == behind:
            break
        behind = end
    if behind < limit and not tags[behind] & (COMMA | DASH):
        if not (inverted and tags[behind] & (GERUND | SUBORDINATOR | PREPOSITION)) or lowers[behind] == "that":
            return None
        behind = limit
    left = _left(reading, floor, frame_first - 1)
    if left is None:
        return None
    adjunct = (adjunct_first, behind) if behind > adjunct_first and behind < limit else None
    clause_left = any(tags[k] & FINITE for k in range(*left))
    right = None
    if behind + 1 < limit:
        right = _right(reading, behind + 1, limit, whole=clause_left)
    if right is not None:
        if not clause_left and _sentence_in_marks(reading, right[0]):
            return None
        return Parenthetical("split-by-cue", (left, right), source, right[1], addressee, adjunct)
    if not clause_left and (left[1] - left[0] < 3 or tags[left[0]] & _ADVERBIAL):
        return None
    rule = "inverted-cue" if inverted else "cue-after"
    return Parenthetical(rule, (left,), source, min(behind, limit), addressee, adjunct)


_ADVERBIAL = PREPOSITION | ADVERB | TIME | GERUND | SUBORDINATOR | PARTICIPLE


def _sentence_in_marks(reading: Reading, index: int) -> bool:
    """Whether a quotation starts here that is a sentence of its own: it begins with a capital."""
    return index in reading.quotation_ends and reading.text[reading.starts[index + 1]].isupper()


def _left(reading: Reading, floor: int, last: int) -> tuple[int, int] | None:
    """The content before the attribution; None where it is a quotation, which the marks lead to."""
    if last <= floor or (reading.quoted[last - 1] and all(reading.quoted[floor:last])):
        return None
    if reading.quoted[last]:
        last += 1
    first = floor
    # A quotation that ends a sentence of its own before the content is not part of it.
    while first < last and first in reading.quotation_ends and reading.tags[reading.quotation_ends[first] - 2] & COMMA:
        first = reading.quotation_ends[first]
    if first >= last or all(reading.quoted[first:last]):
        return None
    return first, last


def _right(reading: Reading, first: int, limit: int, *, whole: bool) -> tuple[int, int] | None:
    """The content that goes on behind the attribution; what the writer adds is none."""
    tags, lowers = reading.tags, reading.lowers
    tag = tags[first]
    if whole:
        if tag & GERUND or lowers[first] in {
            "who",
            "which",
            "while",
            "although",
            "though",
            "adding",
            "citing",
            "whose",
        }:
            return None
        if (
            tag & COORDINATOR
            and first + 1 < limit
            and tags[first + 1] & FINITE
            and lowers[first + 1] in reading.lexicon.verbs
        ):
            return None
        if reading.quoted[first]:
            return None
    elif lowers[first] == "that":
        first += 1
    last = content_end(reading, first, limit, Shape())
    return (first, last) if last > first else None
