"""Lengths in feet and inches: "5ft 11in", "6-foot-4", 5'11"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.extractors.quantities.draft import Draft

FOOT = 12
"""Inches of a foot."""
INITIALS = frozenset("f'′’")
"""What feet begin with, behind any gap."""
FEET_AND_INCHES = re.compile(
    r"-(?:foot|feet)-([0-9]{1,2})(?![\w.,/-])|[ -]?(?:feet|foot|ft\.?)[ ,-]{1,2}(?:and )?([0-9]{1,2}(?:\.[0-9]{1,2})?)"
    r"(?:[ -]?(?:inch(?:es)?|in|ins|\")(?!\w)|(?![\w%.,:/$£€'’]|-[0-9]| (?!and\b|tall\b|or\b)[a-z]))"
    r"|['′’]([0-9]{1,2})(?:[\"″”]|''|’’)"
)


def attach(text: str, draft: Draft) -> None:
    """Make a draft a length in inches where feet and inches stand together."""
    match = FEET_AND_INCHES.match(text, draft.end)
    if match is None:
        return
    inches = Decimal(match[1] or match[2] or match[3])
    if inches < FOOT:
        draft.low = draft.high = draft.low * FOOT + inches
        draft.kind, draft.rule, draft.unit, draft.end = "measure", "feet-and-inches", "inch", match.end()
