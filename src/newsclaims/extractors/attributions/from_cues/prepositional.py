"""Prepositional cues: "According to the bank, prices fell"; "prices fell, in the words of the bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from newsclaims.extractors.attributions.from_cues.boundaries import Shape, content_end
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.text.clauses import holds, subject_and_verb
from newsclaims.text.nounphrases import phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    SUBJECT,
    SUBORDINATOR,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading, SentenceView


@define(eq=False)
class Prepositional:
    """Content of a prepositional cue. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    segments: tuple[tuple[int, int], ...]
    """The content before and behind the phrase."""
    source: tuple[int, int]
    """Who says it."""


def find_prepositional(sentence: SentenceView, cue: CueOccurrence) -> Prepositional | None:
    """The source and content of a prepositional cue."""
    reading, floor, limit = sentence.reading, sentence.first, sentence.limit
    tags = reading.tags
    source = source_after(reading, cue.last, limit)
    if source is None:
        return None
    source = source[0], _contact_clause_end(reading, source[1], limit)
    before = cue.first - 1
    if cue.entry.lemma == "per" and before >= floor and not tags[before] & COMMA:  # "$30 per ton"
        return None
    if before < floor or (before == floor and tags[before] & (COORDINATOR | ADVERB)):
        return _front(sentence, source)
    end = before + 1 - bool(tags[before] & (COMMA | DASH))
    left = (floor, end)
    if end <= floor or all(reading.quoted[floor:end]):
        return None
    behind = source[1]
    if behind + 1 < limit and tags[behind] & (COMMA | DASH):
        whole = holds(tags, floor, end, FINITE)
        opens = tags[behind + 1]
        if not whole or (
            tags[before] & COMMA
            and not opens & (GERUND | SUBORDINATOR | COORDINATOR)
            and not sentence.clause_at(behind + 1)
        ):
            last = content_end(reading, behind + 1, limit, Shape())
            if last > behind + 1:
                return Prepositional("according-to-inside", (left, (behind + 1, last)), source)
    return Prepositional("according-to-back", (left,), source)


def _contact_clause_end(reading: Reading, index: int, limit: int) -> int:
    """Token behind a relative clause without pronoun: "according to figures the bank released"."""
    tags = reading.tags
    if index >= limit or not tags[index] & (SUBJECT | DETERMINER | NAME) or tags[index] & WH:
        return index
    if subject_and_verb(tags, reading.lowers, index, limit) is None:
        return index
    return next((k for k in range(index, limit) if tags[k] & (COMMA | DASH) or reading.quoted[k]), limit)


def _front(sentence: SentenceView, source: tuple[int, int]) -> Prepositional | None:
    """The phrase opens the sentence: the content is what follows the comma behind the source."""
    reading, limit = sentence.reading, sentence.limit
    tags, lowers = reading.tags, reading.lowers
    first = source[0]
    short = phrase_end(tags, lowers, first, limit)
    commas = [k for k in range(short, min(limit - 1, short + 30)) if tags[k] & COMMA and not reading.quoted[k]]
    last = next((comma for comma in commas if sentence.clause_at(comma + 1)), commas[0] if commas else None)
    if last is None:
        return None
    return Prepositional("according-to-front", ((last + 1, _front_end(sentence, last + 1)),), (first, last))


def _front_end(sentence: SentenceView, first: int) -> int:
    """End of what a source in front of the sentence says: all of it, but for what a dash or semicolon sets off."""
    lowers = sentence.reading.lowers
    return next((k for k in range(first + 1, sentence.limit) if lowers[k] == ";"), sentence.limit)
