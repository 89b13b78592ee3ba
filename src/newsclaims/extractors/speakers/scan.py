"""The scan for names: where capitalised words stand in a text, each run worked out once (`names.parse`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from newsclaims.extractors.speakers.names import INNER, NICKNAME, PARTICLE, Name, parse
from newsclaims.extractors.speakers.pieces import OFFICE_OF, UPPER

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

_MOST_RUNS_KEPT = 50_000


@cache
def run_pattern(abbreviations: frozenset[str]) -> re.Pattern[str]:
    """What a run of capitalised words looks like: initials, titles with full stop, particles, a nickname.

    The first character decides, and a full stop is looked at only where it stands, so that the scan is a plain one.
    """
    by_length: dict[int, list[str]] = {}
    for abbreviation in sorted(abbreviations):
        by_length.setdefault(len(abbreviation), []).append(rf"\b{re.escape(abbreviation)}\.")
    stops = "|".join(f"(?<={'|'.join(forms)})" for forms in by_length.values())
    rest = rf"(?:\.(?:{UPPER}\.)*|\w*{INNER}(?:\.(?:{stops})|{OFFICE_OF})?)"
    word = UPPER + rest
    joined = rf"[ \xa0](?:{word}|{NICKNAME}|(?:{PARTICLE}[ \xa0]){{1,3}}{word})"
    # The word boundary is asked for behind the capital: a pattern that begins with a set is searched for much faster.
    return re.compile(rf"({UPPER}(?<=\b.){rest}(?:{joined}){{0,11}}(?:, (?:Jr|Sr)\b\.?)?)")


# Not frozen, though nothing changes it: a text has one for each of its names, and a frozen one takes thrice as long.
@define(eq=False)
class Mention:
    """A name at its place in the text."""

    start: int
    end: int
    name: Name
    run_start: int
    """Where the run of capitalised words starts, with titles."""


class Scanner:
    """Finds names; remembers what the runs that it met name."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._pattern = run_pattern(vocabulary.abbreviations)
        self._memory: dict[str, Name | None] = {}

    def scan(self, text: str) -> list[Mention]:
        """The names of a text, in order."""
        memory, vocabulary = self._memory, self.vocabulary
        if len(memory) > _MOST_RUNS_KEPT:
            memory.clear()
        found = []
        # Split at the runs: gaps and runs alternate, their lengths add up to the offsets; no object for each match.
        pieces = iter(self._pattern.split(text))
        start = 0
        for gap, run in zip(pieces, pieces, strict=False):
            start += len(gap)
            try:
                name = memory[run]
            except KeyError:
                name = memory[run] = parse(run, vocabulary) if run[0].isupper() else None
            if name is not None:
                found.append(Mention(start + name.start, start + name.end, name, start))
            start += len(run)
        return found


@frozen(eq=False)
class NameIndex:
    """The names of a text by position."""

    text: str
    """The text."""
    mentions: list[Mention]
    """Its names, in order."""
    starts: list[int]
    """Where they start."""
    at: dict[int, Mention]
    """Each by where it starts, and by where its titles start."""
    _occurrences: dict[frozenset[str], list[tuple[int, int]]] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, text: str, mentions: list[Mention]) -> NameIndex:
        """The index of the names of a text."""
        at = {mention.run_start: mention for mention in mentions}
        at.update([(mention.start, mention) for mention in mentions if mention.start != mention.run_start])
        return cls(text, mentions, [mention.start for mention in mentions], at)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The names that start inside a span."""
        return tuple(self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def occurrences(self, nouns: frozenset[str]) -> list[tuple[int, int]]:
        """Where common nouns stand in the text, in order, none inside another; worked out once for each set of them."""
        found = self._occurrences.get(nouns)
        if found is None:
            found = self._occurrences[nouns] = _occurrences(self.text, nouns)
        return found

    def last_before(self, offset: int) -> Mention | None:
        """The last name that starts before an offset."""
        index = bisect_left(self.starts, offset) - 1
        return self.mentions[index] if index >= 0 else None


def _occurrences(text: str, nouns: frozenset[str]) -> list[tuple[int, int]]:
    found = []
    for noun in nouns:  # one by one, which is many times as fast as a pattern for all of them
        start = text.find(noun)
        while start >= 0:
            end = start + len(noun)
            if not _is_in_word(text[end : end + 1]) and not _is_in_word(text[start - 1 : start]):
                found.append((start, end))
            start = text.find(noun, end)
    found.sort()
    apart, behind = [], 0
    for start, end in found:
        if start >= behind:  # "release" is part of "press-release"
            apart.append((start, end))
            behind = end
    return apart


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
