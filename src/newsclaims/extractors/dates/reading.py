"""What passes between the rules: the text with its timeline, and what a rule has read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from attrs import define

if TYPE_CHECKING:
    import re

    from newsclaims.extractors.dates.calendar import Moment
    from newsclaims.extractors.dates.context import Timeline
    from newsclaims.model import DateKind

LEFT_REACH = 40


class Reading(NamedTuple):
    """A date as a rule has read it."""

    start: int
    end: int
    kind: DateKind
    value: str | None
    rule: str
    """Name of the rule, without the extractor's."""
    moment: Moment | None = None
    """What later words ("two years later") count from."""
    explicit: bool = False
    """Whether the text gives the year itself."""


@define
class Reader:
    """A text under way: its timeline, and how far it has been read."""

    text: str
    """The text of the article."""
    timeline: Timeline
    """The dates read so far."""
    floor: int = 0
    """Offset behind the last date read: no rule looks back over it."""
    fallbacks: int = 0
    """How often dateparser was asked."""
    sport: list[int] | None = None
    """Where words of sport stand, once a rule has asked: quarters of a game are no dates."""
    _word: tuple[int, str] = (-1, "")
    """The word before an offset, as it was last asked for."""

    def left(self, start: int) -> str:
        """The words before an offset that a rule may look at, no further than the line's beginning."""
        begin = max(0, start - LEFT_REACH)
        return self.text[max(begin, self.text.rfind("\n", begin, start) + 1) : start]

    def word_before(self, start: int) -> str:
        """The word before an offset on its line, with its marks; the empty string where something else is there."""
        if start == 0 or self.text[start - 1] not in " \u00a0":
            return ""
        if self._word[0] != start:  # several rules ask for the word before one anchor
            word = self.left(start).rstrip(" \u00a0").rpartition(" ")[2].rpartition("\u00a0")[2]
            self._word = start, word
        return self._word[1]

    def claim(self, start: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        r"""The words directly before an offset, not read yet, where they fit a pattern that ends in ``\Z``."""
        match = pattern.search(self.left(start))
        return match if match and start - len(match[0]) >= self.floor else None


Rule = Callable[[Reader, int, str], "Reading | None"]
"""A rule of the grammar: given where an anchor stands and its word, the date that it makes there, if any."""
