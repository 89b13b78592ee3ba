"""Finds the subject of a frame's verb, near or far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.attributions.sources_before import source_before
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import ADVERB, COMMA, COORDINATOR, FINITE, NAME, PREPOSITION, SUBJECT, TIME, TO, WH

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading

_BINDING = frozenset({"that", "who", "whom", "which", "what", "if", "because", "whether", "how", "why"})


def subject_before(reading: Reading, verb: int, floor: int) -> tuple[int, int] | None:
    """The subject before a verb group, adverbs between the two stepped over: "Ruiz once said"."""
    tags = reading.tags
    if verb - 1 > floor and tags[verb - 1] & COMMA and reading.lowers[verb - 2] == ")":
        verb -= 1  # "Gov. Orr (R-Elm), said"
    while verb > floor and tags[verb - 1] & ADVERB and not tags[verb - 1] & (SUBJECT | TIME):
        verb -= 1
    source = source_before(reading, verb, floor)
    if source is not None and tags[source[0]] & PREPOSITION and not tags[source[0]] & SUBJECT:
        # "Outside court, one of the victims said"
        comma = next((k for k in range(*source) if tags[k] & COMMA), None)
        source = (comma + 1, source[1]) if comma is not None and comma + 1 < source[1] else source
    return source


def governing_subject(reading: Reading, floor: int, end: int) -> tuple[int, int] | None:
    """The subject of the last finite verb of a stretch that stands in no clause of another: "… who he met, saying"."""
    tags = reading.tags
    fallback: tuple[int, int] | None = None
    for index in range(end - 1, floor - 1, -1):
        if not tags[index] & FINITE or reading.quoted[index]:
            continue
        source = subject_before(reading, index, floor)
        if source is None:
            continue
        if not tags[source[0]] & WH and not _is_bound(reading, source[0], floor):
            return _reporting_subject(reading, source[0], floor) or source
        fallback = fallback or source
    return fallback or _first_phrase(reading, floor, end)


def _first_phrase(reading: Reading, floor: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that a clause begins with, where its verb is not made out."""
    last = core_end(reading.tags, reading.lowers, floor, end)
    named = holds(reading.tags, floor, last, NAME | SUBJECT)
    return (floor, last) if named and last < end else None


def _is_bound(reading: Reading, start: int, floor: int) -> bool:
    """Whether the clause that begins at a token belongs to the word before it: "that", "who", not "to which"."""
    lowers = reading.lowers
    if start <= floor or lowers[start - 1] not in _BINDING:
        return False
    return not (start - 1 > floor and reading.tags[start - 2] & (PREPOSITION | TO))


def _reporting_subject(reading: Reading, start: int, floor: int) -> tuple[int, int] | None:
    """The subject of the cue that a clause is the content of: "Hart wrote" in "Hart wrote the men knew, saying"."""
    for cue in reversed(reading.cues_between(floor, start)):
        if cue.form == "finite" and "clause" in cue.entry.complements:
            direct = not holds(reading.tags, cue.last, start, COMMA | COORDINATOR)
            return subject_before(reading, cue.first, floor) if direct else None
    return None
