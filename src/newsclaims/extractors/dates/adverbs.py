"""Adverbs of repetition: "annually", "daily" where it is no adjective."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates.reading import Reading
from newsclaims.extractors.dates.vocabulary import SPACE, closed

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

# An adjective stands before its noun, an adverb before these.
NO_NOUN_AFTER = re.compile(
    rf"[,.;:)”\"](?![0-9])|\Z|\n|{SPACE}(?:after|and|as|at|because|before|between|by|during|for|from|in|of|on|or|since|to|until|when|"
    rf"while|with)\b"
)


def adverb(reader: Reader, start: int, word: str) -> Reading | None:
    """ "It is published daily, in three languages", not "the daily briefing"."""
    end = start + len(word)
    glued = start > 0 and reader.text[start - 1] in "-/"
    if glued or not (word.endswith("ally") or NO_NOUN_AFTER.match(reader.text, end)):
        return None
    return Reading(start, end, "set", closed("adverbs")[word], "adverb")
