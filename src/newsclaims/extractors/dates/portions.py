"""The word before a time that takes a portion of it: "early May", "mid-2015", "the late 1950s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.extractors.dates.vocabulary import DASH, SPACE

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

PORTION = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?:[Ee]arly|[Mm]id|[Ll]ate)(?:{SPACE}to{SPACE}|-to-|{DASH}to{DASH})?(?:late|mid)?(?:{SPACE}|{DASH})\Z"
)
# The end of "early", "late" and "mid" with what follows them: a cheap look before the pattern.
LAST_LETTERS = tuple(f"{letters}{mark}" for letters in ("ly", "te", "id") for mark in (" ", "\u00a0", "-", "–", "—"))


def portion_before(reader: Reader, start: int) -> int:
    """Length of the words before an offset that take a portion of the time there: the value is that of the whole."""
    if start < 4 or not reader.text.startswith(LAST_LETTERS, start - 3):
        return 0
    match = reader.claim(start, PORTION)
    return len(match[0]) if match else 0
