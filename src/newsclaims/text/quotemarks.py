"""A scanner of quotation marks: which stretches of a text stand in quotation marks.

It knows curly and straight marks, doubled single marks ('' and ``), single marks against apostrophes, guillemets, low
marks and corner brackets, pairs of unlike marks, marks inside marks, marks that are never closed, and speech that
goes on in a next paragraph which opens again. No paragraph but such a one is ever left. Time is linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims.text.layout import paragraph_spans
from newsclaims.text.markroles import CLOSE, CLOSE_WEAKLY, EITHER, OPEN, SINGLE, Mark, read_marks
from newsclaims.text.sentences import attribution_inside, sentence_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

DEEPEST = 8
"""Quotations inside quotations beyond this depth are not looked at: no text has them."""
FARTHEST = 600
"""Characters before an apostrophe that are looked at."""
SENTENCE_INSIDE = re.compile(r"[a-z][.!?] ")
CUT_SHORT = re.compile(r"[.!?…,;:—–-][\"'”’)\]]*\Z")


@frozen
class Quotation:
    """A stretch in quotation marks.

    >>> text = "“We tried,” Ruiz said. “He told me ‘go home’.”"
    >>> [text[q.inner_start : q.inner_end] for q in scan(text)]
    ['We tried,', 'He told me ‘go home’.', 'go home']
    >>> [q.parent for q in scan(text)]
    [None, None, 1]
    """

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset behind the closing mark, or of the end of the words where it is missing."""
    inner_start: int
    """Offset behind the opening mark."""
    inner_end: int
    """Offset of the closing mark, or of the end of the words where it is missing."""
    closed: bool = True
    """Whether there is a closing mark."""
    continued: bool = False
    """Whether it goes on in the next paragraph, which opens again: the mark was left out on purpose."""
    parent: int | None = None
    """Index of the quotation that holds this one."""


class _Open:
    """A quotation while it is being read."""

    __slots__ = ("closer", "continued", "cut", "dropped", "end", "leads", "mark", "parent")

    def __init__(self, mark: Mark, parent: _Open | None) -> None:
        self.mark = mark
        self.parent = parent
        self.closer: Mark | None = None
        self.end = -1
        self.cut: int | None = None
        """Where it must end at the latest, because another one of its kind opens before it is closed."""
        self.continued = False
        self.leads = False
        """Whether its paragraph begins with it."""
        self.dropped = False


def scan(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> tuple[Quotation, ...]:
    """All quotations of a text, in order of their opening marks.

    Args:
        text: Any text.
        paragraphs: Spans of its paragraphs in order, where they are known.
    """
    marks = read_marks(text)
    if not marks:
        return ()
    if paragraphs is None:
        paragraphs = paragraph_spans(text)
    found: list[_Open] = []
    unclosed: list[_Open] = []
    at = 0
    for start, end in paragraphs:
        first = at
        while at < len(marks) and marks[at].start < end:
            at += 1
        _mark_continued(text, unclosed, marks[first] if first < at else None, start)
        opened = _pair(text, marks[first:at])
        unclosed = _close_at_end(text, opened, start, end)
        found += opened
    _mark_continued(text, unclosed, None, len(text))
    return _quotations(text, found)


def _closers_ahead(marks: list[Mark]) -> list[int]:
    """For each mark, the surest closing single mark between it and the next opening one: 0 where there is none."""
    ahead = [0] * len(marks)
    best = 0
    for index in range(len(marks) - 1, -1, -1):
        ahead[index] = best
        mark = marks[index]
        if mark.family == SINGLE:
            best = 0 if mark.role == OPEN else max(best, 2 if mark.role == CLOSE else 1)
    return ahead


def _pair(text: str, marks: list[Mark]) -> list[_Open]:
    """The quotations that the marks of one paragraph open, closed where they are."""
    found: list[_Open] = []
    stack: list[_Open] = []
    ahead = _closers_ahead(marks)
    for index, mark in enumerate(marks):
        held = next((o for o in reversed(stack) if o.mark.family == mark.family), None)
        if mark.role == OPEN or (mark.role == EITHER and held is None):
            if held is not None and mark.family == SINGLE:
                _drop(stack, held)  # single marks do not hold single marks: the first was an apostrophe
            if len(stack) < DEEPEST:
                opened = _Open(mark, stack[-1] if stack else None)
                stack.append(opened)
                found.append(opened)
        elif held is not None and not (mark.role == CLOSE_WEAKLY and _owns(text, held.mark, mark, ahead[index])):
            while stack[-1] is not held:
                _abandon(stack.pop(), mark.start)
            stack.pop()
            held.closer, held.end = mark, mark.start
    return found


def _owns(text: str, opened: Mark, mark: Mark, ahead: int) -> bool:
    """Whether a mark behind a plural is its apostrophe: one that closes better follows, or a sentence is cut short."""
    if ahead == 2 or not opened.opens_clause:
        return ahead == 2
    return SENTENCE_INSIDE.search(text, max(opened.end, mark.start - FARTHEST), mark.start) is not None


def _drop(stack: list[_Open], opened: _Open) -> None:
    """Take back an opening mark that was none."""
    opened.dropped = True
    stack.remove(opened)


def _abandon(opened: _Open, end: int) -> None:
    """End a quotation whose closing mark is missing because the one round it is closed."""
    if opened.mark.family == SINGLE:
        opened.dropped = True
    opened.end = end


def _close_at_end(text: str, opened: list[_Open], start: int, end: int) -> list[_Open]:
    """End what is open at a paragraph's end: before the next one that the same sign opened, else at the end.

    Returns the outermost ones still open there, which may be continued.
    """
    last: list[_Open] = []
    following: dict[str, int] = {}
    for item in reversed(opened):
        sign = text[item.mark.start]
        if item.end < 0:
            item.cut = following.get(sign)
            item.end = end if item.cut is None else item.cut
            item.leads = item.mark.start == start
            if item.cut is None and item.parent is None and not item.dropped:
                last.append(item)
        if not item.dropped:
            following[sign] = item.mark.start
    return last


def _mark_continued(text: str, unclosed: list[_Open], first: Mark | None, start: int) -> None:
    """Settle what was open at the end of the paragraph before, now that the first mark of the next one is known."""
    for item in unclosed:
        reopened = first is not None and first.start == start and first.role in (OPEN, EITHER)
        same = first is not None and first.family == item.mark.family
        item.continued = reopened and same and not text[item.mark.end : item.mark.end + 1].islower()
        attributed = attribution_inside(text, item.mark.end, item.end) if item.mark.family != SINGLE else None
        if attributed is not None and (attributed[1] or not item.continued):
            item.end, item.continued = attributed[0], False  # its closing mark was forgotten
        elif not item.continued and not item.leads:
            item.end = _first_sentence_end(text, item)
        if item.mark.family == SINGLE:
            sure = item.continued and item.mark.opens_clause and CUT_SHORT.search(text, item.end - 3, item.end)
            item.continued, item.dropped = bool(sure), not sure


def _first_sentence_end(text: str, item: _Open) -> int:
    """Where the first sentence of a quotation that is never closed ends: “a gift. Nobody agreed."""
    ends = sentence_ends(text, item.mark.end, item.end)
    return ends[0][0] if ends else item.end


def _quotations(text: str, found: list[_Open]) -> tuple[Quotation, ...]:
    """The quotations that stand, with their parents by index."""
    index: dict[int, int] = {}
    made: list[Quotation] = []
    for item in found:
        start, inner_start = item.mark.start, item.mark.end
        inner_end = item.end
        if item.closer is None:
            inner_end = inner_start + len(text[inner_start:inner_end].rstrip())
        if item.dropped or not text[inner_start:inner_end].strip():
            continue
        parent = item.parent
        while parent is not None and (id(parent) not in index or parent.end <= start):
            parent = parent.parent
        index[id(item)] = len(made)
        made.append(
            Quotation(
                start=start,
                end=item.closer.end if item.closer else inner_end,
                inner_start=inner_start,
                inner_end=inner_end,
                closed=item.closer is not None,
                continued=item.continued,
                parent=index[id(parent)] if parent is not None else None,
            )
        )
    return tuple(made)
