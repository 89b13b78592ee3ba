"""A scanner of quotation marks: which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re

from attrs import frozen

MARK = re.compile(r"[\"“”„«»]|''|``")
OPENERS = {"“", "„", "«", "``"}


@frozen
class Quotation:
    """A stretch in quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset behind the closing mark, or of the paragraph's end where it is missing."""
    inner_start: int
    """Offset behind the opening mark."""
    inner_end: int
    """Offset of the closing mark, or of the paragraph's end where it is missing."""
    closed: bool = True
    """Whether there is a closing mark."""
    continued: bool = False
    """Whether it goes on in the next paragraph, which opens again: the mark was left out on purpose."""
    parent: int | None = None
    """Index of the quotation that holds this one."""


def scan(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in order of their opening marks."""
    found: list[Quotation] = []
    position = 0
    for paragraph in text.split("\n"):
        opened: re.Match[str] | None = None
        for match in MARK.finditer(text, position, position + len(paragraph)):
            if opened is None:
                opened = match
            elif match[0] in OPENERS:
                continue
            else:
                found.append(Quotation(opened.start(), match.end(), opened.end(), match.start()))
                opened = None
        if opened is not None:
            end = position + len(paragraph)
            found.append(Quotation(opened.start(), end, opened.end(), end, closed=False))
        position += len(paragraph) + 1
    return tuple(found)
