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


def portion_before(reader: Reader, start: int) -> int:
    """Length of the words before an offset that take a portion of the time there: the value is that of the whole."""
    match = reader.claim(start, PORTION)
    return len(match[0]) if match else 0
