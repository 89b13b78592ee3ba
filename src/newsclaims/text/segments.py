"""Paragraphs and sentences."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

ParagraphKind = Literal["headline", "byline", "caption", "furniture", "heading", "body"]

LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|No|vs|Prof|U\.S|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+$"
)


@frozen
class Paragraph:
    """A paragraph, told apart by what it is for."""

    start: int
    """Offset of the first code point that is no white space."""
    end: int
    """Offset behind the last code point that is no white space."""
    kind: ParagraphKind
    """``body`` is running text; the rest is the page round it."""
    body_start: int
    """Offset where the running text begins, behind a dateline ("PARIS (AP) — ")."""


@frozen
class Sentence:
    """A sentence, with the paragraph that holds it."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point: its full stop and closing marks belong to it."""
    paragraph: int
    """Index of its paragraph."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; white space is in none of them."""
    found: list[Paragraph] = []
    for match in LINE.finditer(text):
        surface = match[0].strip()
        if surface:
            start = match.start() + match[0].index(surface)
            found.append(Paragraph(start, start + len(surface), "body" if found else "headline", start))
    return tuple(found)


def sentences(text: str, within: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of the paragraphs, in order."""
    found = []
    for index, paragraph in enumerate(within):
        start = paragraph.body_start
        for match in SENTENCE_END.finditer(text, start, paragraph.end):
            if not ABBREVIATION.search(text, start, match.end()):
                found.append(Sentence(start, start + len(text[start : match.end()].rstrip()), index))
                start = match.end()
        if start < paragraph.end:
            found.append(Sentence(start, paragraph.end, index))
    return tuple(found)
