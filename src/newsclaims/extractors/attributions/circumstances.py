"""When and in what something was said: "on Monday", "in a statement", read off the words round cue and source."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims import lexicons
from newsclaims.text.clauses import holds
from newsclaims.text.morphology import singular
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import COMMA, DETERMINER, FINITE, GERUND, NUMBER, PREPOSITION, STOP, SUBJECT, TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import Attribution, Mention

FARTHEST = 30
"""Tokens on either side of cue and source that are looked at."""
WINDOW = 90
"""Tokens on either side of the cue in which there must be a hint."""
_ENDS_CLAUSE = FINITE | STOP
PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "over", "to", "by", "from"})


def add_circumstances(
    document: Document, reading: Reading, attributions: Iterable[Attribution]
) -> Iterator[Attribution]:
    """The attributions with their medium and the words that date them, where they stand in the frame's clause.

    Parents stay the objects that they are: an attribution that holds another one is completed before it.
    """
    done: dict[int, Attribution] = {}
    for attribution in sorted(attributions, key=_outermost_first):
        parent = attribution.parent
        linked = attribution if parent is None else evolve(attribution, parent=done.get(id(parent), parent))
        completed = _completed(document, reading, linked)
        done[id(attribution)] = completed
        yield completed


def _outermost_first(attribution: Attribution) -> tuple[int, int]:
    return attribution.start, -attribution.end


def _completed(document: Document, reading: Reading, attribution: Attribution) -> Attribution:
    cue = attribution.cue
    if cue is None:
        return attribution
    floor, limit = document.sentence_tokens[document.sentence_at(cue.start)]
    at = bisect_left(reading.starts, cue.start)
    floor, limit = max(floor, at - WINDOW), min(limit, at + WINDOW)
    tags, lowers, hints = reading.tags, reading.lowers, _hints()
    if hints.isdisjoint(lowers[floor:limit]) and not holds(tags, floor, limit, TIME):
        return attribution
    when, medium = attribution.when, attribution.medium
    for first, last in _stretches(reading, attribution, floor, limit):
        when = when or _time(reading, first, last)
        medium = medium or _medium(reading, first, last)
    if when is attribution.when and medium is attribution.medium:
        return attribution
    return evolve(attribution, when=when, medium=medium)


@cache
def _hints() -> frozenset[str]:
    """The words, in lower case, that tell that a medium may be named."""
    nouns = lexicons.words("media_nouns")
    platforms = {name.lower() for name in lexicons.words("platforms")}
    return frozenset({*nouns, *(f"{noun}s" for noun in nouns), *platforms, "speeches", "media"})


def _stretches(reading: Reading, attribution: Attribution, floor: int, limit: int) -> Iterator[tuple[int, int]]:
    """The words of the frame's clause that are neither content, cue nor source: behind, between and before them."""
    parts = sorted(
        (bisect_left(reading.starts, part.start), bisect_left(reading.starts, part.end))
        for part in (attribution.cue, attribution.source, attribution.addressee)
        if part is not None
    )
    content = [
        (bisect_left(reading.starts, segment.start), bisect_left(reading.starts, segment.end))
        for segment in attribution.segments
    ]
    last = parts[-1][1]
    yield last, _until(reading, last, min(limit, last + FARTHEST), content)
    for (_, end), (start, _) in pairwise(parts):
        if end < start and not any(first < start and end < behind for first, behind in content):
            yield end, start
    start = parts[0][0]
    if start > floor:
        yield _from(reading, start, max(floor, start - FARTHEST), content), start


def _until(reading: Reading, start: int, limit: int, content: list[tuple[int, int]]) -> int:
    tags = reading.tags
    for index in range(start, limit):
        tag = tags[index]
        if reading.quoted[index] or tag & _ENDS_CLAUSE or _inside(index, content):
            return index
        if tag & COMMA and index > start and tags[index - 1] & COMMA == 0 and _clause_follows(tags, index + 1, limit):
            return index
    return max(start, limit)


def _clause_follows(tags: list[int], index: int, limit: int) -> bool:
    return index < limit and bool(tags[index] & (GERUND | SUBJECT))


def _from(reading: Reading, end: int, floor: int, content: list[tuple[int, int]]) -> int:
    for index in range(end - 1, floor - 1, -1):
        tag = reading.tags[index]
        if reading.quoted[index] or tag & _ENDS_CLAUSE or _inside(index, content):
            return index + 1
    return min(end, floor)


def _inside(index: int, stretches: list[tuple[int, int]]) -> bool:
    for first, last in stretches:  # noqa: SIM110 - a generator would take twice the time
        if first <= index < last:
            return True
    return False


def _time(reading: Reading, first: int, last: int) -> Mention | None:
    """The first expression of time: a day, month or the like with its numbers and determiner."""
    tags = reading.tags
    for index in range(first, last):
        if not tags[index] & TIME or reading.lowers[index] == "'s":
            continue
        end = index + 1
        while end < last and tags[end] & (TIME | NUMBER):
            end += 1
        start = index
        while start > first and tags[start - 1] & (DETERMINER | NUMBER) and not tags[start - 1] & PREPOSITION:
            start -= 1
        return reading.mention(start, end)
    return None


def _medium(reading: Reading, first: int, last: int) -> Mention | None:
    """The noun phrase behind a preposition whose head is something that is said or written, or a platform."""
    tags, lowers, text = reading.tags, reading.lowers, reading.text
    for index in range(first, last - 1):
        if lowers[index] not in PREPOSITIONS:
            continue
        begin = index + 1
        end = core_end(tags, lowers, begin, last)
        if end == begin:
            continue
        surfaces = [text[reading.starts[k] : reading.ends[k]] for k in range(begin, end)]
        heads = {singular(word) for word in lowers[begin:end]}
        if heads & _media() or any(surface in lexicons.words("platforms") for surface in surfaces):
            return reading.mention(begin, end)
        if lowers[begin:end] == ["social", "media"]:
            return reading.mention(begin, end)
    return None


def _media() -> frozenset[str]:
    return lexicons.words("media_nouns")
