"""Where a date may be: one scan for the words and digits that every date holds; each calls its rules."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims.extractors.dates import rules
from newsclaims.extractors.dates.reading import Reader, Reading
from newsclaims.text.tries import trie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.extractors.dates.context import Timeline


@cache
def _anchor() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{trie(rules.by_word())}(?!\w)|FY(?=[0-9])|[0-9]+)")


def read(text: str, timeline: Timeline) -> Iterator[Reading]:
    """The dates of a text, in order; none overlaps another."""
    reader, by_word = Reader(text, timeline), rules.by_word()
    for anchor in _anchor().finditer(text):
        start, word = anchor.start(), anchor[0]
        if start < reader.floor:
            continue
        called = by_word.get(word)
        if called is None:
            called = rules.of_figures(text, start, anchor.end())
        elif not called:
            reader.floor = anchor.end()
        for rule in called:
            found = rule(reader, start, word)
            if found is not None and found.start >= reader.floor:
                reader.floor = found.end
                timeline.note(found.moment, found.end, explicit=found.explicit)
                yield found
                break
