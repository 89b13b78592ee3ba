"""Where paragraphs begin and end: blank lines, single newlines, lines wrapped by hand at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
NARROWEST, WIDEST = 38, 100
"""Widths in characters between which lines may have been wrapped by hand."""
SHARE_FULL = 0.8
"""Share of the lines of a block that must be too full for the next word before it counts as wrapped."""
SHARE_LOWER = 0.3
"""Share of its lines, but for the first, that must begin with a small letter: lines of prose do, headings do not."""
ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*\Z")

Line = tuple[int, int]


def paragraph_spans(text: str) -> list[Line]:
    r"""Spans of the paragraphs, without the white space round them.

    A newline ends a paragraph unless the lines are wrapped: all of one width, each too full for the word that the
    next one begins with. Then only a blank line, an indented line or a short line that ends a sentence does.

    >>> text = "One.\nTwo.\n\nThree."
    >>> [text[start:end] for start, end in paragraph_spans(text)]
    ['One.', 'Two.', 'Three.']
    >>> text = "The council of the old harbour town voted to\nkeep the ferry for another year."
    >>> len(paragraph_spans(text))
    1
    """
    spans: list[Line] = []
    for block in _blocks(text):
        spans += _unwrapped(text, block) if len(block) > 1 and _is_wrapped(text, block) else block
    return spans


def _blocks(text: str) -> list[list[Line]]:
    """Lines that are not blank, trimmed, in groups that blank lines part."""
    blocks: list[list[Line]] = []
    last_end = -1
    for match in LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        if blocks and _one_break(text, last_end, match.start()):
            blocks[-1].append((start, end))
        else:
            blocks.append([(start, end)])
        last_end = match.end()
    return blocks


def _one_break(text: str, start: int, end: int) -> bool:
    """Whether exactly one line break lies between two lines."""
    return end - start <= 2 and BREAK.fullmatch(text, start, end) is not None


def _is_wrapped(text: str, block: list[Line]) -> bool:
    """Whether most lines of a block are too full for the first word of the next line."""
    width = max(end - start for start, end in block)
    if not NARROWEST <= width <= WIDEST:
        return False
    full = lower = 0
    pairs = [pair for pair in pairwise(block) if not _is_indented(text, pair[1][0])]
    for (start, end), (following, following_end) in pairs:
        word = text[following : min(following_end, following + WIDEST)].split(maxsplit=1)[0]
        full += end - start >= NARROWEST - 8 and end - start + 1 + len(word) > width
        lower += word[0].islower()
    return full >= SHARE_FULL * len(pairs) and lower >= SHARE_LOWER * len(pairs) > 0


def _is_indented(text: str, start: int) -> bool:
    """Whether a line begins with a tab or two spaces."""
    return text[start - 1 : start] == "\t" or text[max(0, start - 2) : start] == "  "


def _unwrapped(text: str, block: list[Line]) -> list[Line]:
    """The paragraphs of a wrapped block."""
    width = max(end - start for start, end in block)
    spans = [block[0]]
    for (_, before), (start, end) in pairwise(block):
        first, last = spans[-1][0], spans[-1][1]
        short = last - text.rfind("\n", first, last) < width * 0.7
        if _is_indented(text, start) or (short and ENDS_SENTENCE.search(text, max(first, before - 4), before)):
            spans.append((start, end))
        else:
            spans[-1] = (first, end)
    return spans
