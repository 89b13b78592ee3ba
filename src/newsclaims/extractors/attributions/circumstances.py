"""When and in what something was said: "on Monday", "in a statement", read off the words round cue and source."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.text.clauses import holds
from newsclaims.text.morphology import singular
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import COMMA, DETERMINER, FINITE, GERUND, NUMBER, PREPOSITION, STOP, SUBJECT, TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.candidate import Candidate, Stretch
    from newsclaims.extractors.attributions.reading import Reading

FARTHEST = 30
"""Tokens on either side of cue and source that are looked at."""
WINDOW = 90
"""Tokens on either side of the cue in which there must be a hint."""
_ENDS_CLAUSE = FINITE | STOP
PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "over", "to", "by", "from"})


def add_circumstances(document: Document, reading: Reading, candidates: Iterable[Candidate]) -> None:
    """Note the medium of each candidate and the words that date it, where they stand in the frame's clause."""
    hints = _hints()
    for candidate in candidates:
        if candidate.cue is None:
            continue
        floor, limit = document.sentence_tokens[document.sentence_at(candidate.cue[0])]
        at = bisect_left(reading.starts, candidate.cue[0])
        floor, limit = max(floor, at - WINDOW), min(limit, at + WINDOW)
        hinted, dated = not hints.isdisjoint(reading.lowers[floor:limit]), holds(reading.tags, floor, limit, TIME)
        if not (hinted or dated):
            continue
        for first, last in _stretches(reading, candidate, floor, limit):
            if dated and candidate.when is None:
                candidate.when = _time(reading, first, last)
            if hinted and candidate.medium is None:
                candidate.medium = _medium(reading, first, last)


@cache
def _hints() -> frozenset[str]:
    """The words, in lower case, that tell that a medium may be named."""
    nouns = lexicons.words("media_nouns")
    platforms = {name.lower() for name in lexicons.words("platforms")}
    return frozenset({*nouns, *(f"{noun}s" for noun in nouns), *platforms, "speeches", "media"})


def _stretches(reading: Reading, candidate: Candidate, floor: int, limit: int) -> Iterator[Stretch]:
    """The words of the frame's clause that are neither content, cue nor source: behind, between and before them."""
    starts = reading.starts
    cue = candidate.cue
    parts = [part for part in (candidate.source, candidate.addressee) if part is not None]
    if cue is not None:
        parts.append((bisect_left(starts, cue[0]), bisect_left(starts, cue[1])))
    parts.sort()
    content = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in candidate.segments]
    last = parts[-1][1]
    yield last, _until(reading, last, min(limit, last + FARTHEST), content)
    for (_, end), (start, _) in pairwise(parts):
        if end < start and not any(first < start and end < behind for first, behind in content):
            yield end, start
    start = parts[0][0]
    if start > floor:
        yield _from(reading, start, max(floor, start - FARTHEST), content), start


def _until(reading: Reading, start: int, limit: int, content: list[Stretch]) -> int:
    tags, quoted = reading.tags, reading.quoted
    for first, behind in content:
        if first <= start < behind:
            return start
        if start < first < limit:
            limit = first
    for index in range(start, limit):
        tag = tags[index]
        if quoted[index] or tag & _ENDS_CLAUSE:
            return index
        if tag & COMMA and index > start and tags[index - 1] & COMMA == 0 and _clause_follows(tags, index + 1, limit):
            return index
    return max(start, limit)


def _clause_follows(tags: list[int], index: int, limit: int) -> bool:
    return index < limit and bool(tags[index] & (GERUND | SUBJECT))


def _from(reading: Reading, end: int, floor: int, content: list[Stretch]) -> int:
    tags, quoted = reading.tags, reading.quoted
    for first, behind in content:
        if first < end <= behind:
            return end
        if floor < behind < end:
            floor = behind
    for index in range(end - 1, floor - 1, -1):
        if quoted[index] or tags[index] & _ENDS_CLAUSE:
            return index + 1
    return min(end, floor)


def _time(reading: Reading, first: int, last: int) -> Stretch | None:
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
        return start, end
    return None


def _medium(reading: Reading, first: int, last: int) -> Stretch | None:
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
            return begin, end
        if lowers[begin:end] == ["social", "media"]:
            return begin, end
    return None


def _media() -> frozenset[str]:
    return lexicons.words("media_nouns")
