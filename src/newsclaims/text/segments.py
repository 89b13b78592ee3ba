"""Paragraphs, told apart by what they are for, and sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from attrs import frozen

from newsclaims import lexicons
from newsclaims.text.layout import paragraph_spans
from newsclaims.text.sentences import sentence_ends

ParagraphKind = Literal["headline", "byline", "caption", "furniture", "heading", "body"]

DATELINE = re.compile(
    r"""(?:[A-Z][A-Z.'’-]+(?:\ [A-Z][A-Z.'’-]*){0,3}                  # NEW YORK
        (?:/[A-Z]+(?:\ [A-Z]+){0,2})?                                # LONDON/PARIS
        (?:,\ [A-Z][\w.]{1,14}(?:\ [A-Z][\w.]{1,14}){0,2})?          # , N.H.
        (?:,?\ [A-Z][a-z]{2,8}\.?\ [0-9]{1,2}(?:,\ [0-9]{4})?)?      # , Nov. 19
        (?:\ ?\([A-Z][\w .,/-]{1,30}\))?                             # (AP)
        |[A-Z][a-z]+(?:\ [A-Z][a-z]+){0,2}(?:,\ [A-Z][\w.]{1,14})?   # Mexico City (AFP): the agency makes it sure
        (?:,?\ [A-Z][a-z]{2,8}\.?\ [0-9]{1,2})?\ ?\([A-Z][\w .,/-]{1,30}\)
        )\s{0,2}(?:—|–|―|--|-)\s{1,2}(?=\S)
        |[A-Z][A-Z.'’-]+(?:\ [A-Z][A-Z.'’-]*){0,3},\ [A-Z][a-z]{2,8}\.?\ [0-9]{1,2}:\s(?=\S)  # NEW DELHI, Aug 9:""",
    re.VERBOSE,
)
LONGEST_DATELINE = 110
BYLINE = re.compile(
    r"(?:By|BY|BYLINE:|Written by|Reported by|Reporting by|Story by)\s+"
    r"[A-Z][\w.'’-]*(?:,?\s+(?:(?:and|AND|of|OF|for|FOR|in|IN|the|THE|de|van|von|al|&|\|)|[A-Z@][\w.'’/@-]*)){0,14}[,.|]?\Z"
)
CAPTION_LEAD = re.compile(r"(?:Photo|Image|Picture|Credit|Caption|Photograph|PHOTO|FILE)s?(?: credit)?\s*(?::|[-–—] )")
ENDS_SENTENCE = re.compile(r"[.!?…:,][\"'”’)\]]*\Z")
QUOTE_OR_LABEL = re.compile(r"[\"'“‘«„`—–―-]")
DIGITS = re.compile(r"[0-9]+")
EDGES = " .,:;!?|»«>…-–—*•[]()"
LONGEST_HEADLINE, LONGEST_HEADING, LONGEST_FURNITURE, LONGEST_BYLINE = 160, 90, 160, 140


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
    r"""The paragraphs of a text, in order; white space is in none of them.

    >>> text = "Ferry is saved\n\nBy Mara Quint\n\nELM (AP) — The ferry stays, the council said.\n\n8 Min Read"
    >>> [paragraph.kind for paragraph in paragraphs(text)]
    ['headline', 'byline', 'body', 'furniture']
    >>> text[paragraphs(text)[2].body_start :].split()[0]
    'The'
    """
    spans = paragraph_spans(text)
    kinds = [_kind(text[start:end]) for start, end in spans]
    _find_headline(text, spans, kinds)
    return tuple(
        Paragraph(start, end, kind, _body_start(text, start, end) if kind == "body" else start)
        for (start, end), kind in zip(spans, kinds, strict=True)
    )


def sentences(text: str, within: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of the paragraphs, in order.

    >>> text = 'Mr. Orr left at 5 p.m. Monday. "So what?" said Bea Lund.'
    >>> [text[s.start : s.end] for s in sentences(text, paragraphs(text))]
    ['Mr. Orr left at 5 p.m. Monday.', '"So what?" said Bea Lund.']
    """
    found: list[Sentence] = []
    for index, paragraph in enumerate(within):
        start = paragraph.body_start
        for end, following in sentence_ends(text, start, paragraph.end):
            found.append(Sentence(start, end, index))
            start = following
        found.append(Sentence(start, paragraph.end, index))
    return tuple(found)


def _kind(surface: str) -> ParagraphKind:
    """What a paragraph is, judged by its own words."""
    length = len(surface)
    if length <= LONGEST_FURNITURE and _is_furniture(surface):
        return "furniture"
    if length <= LONGEST_BYLINE and surface[0] in "BWRS" and BYLINE.match(surface):
        return "byline"
    if _is_caption(surface):
        return "caption"
    if length <= LONGEST_HEADING and not ENDS_SENTENCE.search(surface, max(0, length - 6)):
        return "body" if QUOTE_OR_LABEL.match(surface) or surface[0].islower() or ": " in surface else "heading"
    if length <= 30 and surface.isupper() and surface.count(" ") <= 3 and surface[0].isalpha():
        return "heading"  # ABSTRACT.
    return "body"


def _is_furniture(surface: str) -> bool:
    if not surface[0].isalnum() and not any(letter.isalnum() for letter in surface[:20]):
        return len(surface) <= 20 and not any(letter in "\"'“”‘’" for letter in surface)  # a rule: ***, — — —
    flat = DIGITS.sub("#", surface.lower().replace("’", "'"))
    lines, beginnings = _furniture()
    return flat.strip(EDGES) in lines or flat.startswith(beginnings.get(flat[:2], ()))


@cache
def _furniture() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Whole lines, and beginnings by their first two characters."""
    table = lexicons.document("page_furniture")
    beginnings: dict[str, tuple[str, ...]] = {}
    for phrase in table["beginnings"]:
        beginnings[phrase[:2]] = (*beginnings.get(phrase[:2], ()), phrase)
    return frozenset(table["lines"]), beginnings


@cache
def _caption_mark() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicons.document("page_furniture")["caption_marks"])))


def _is_caption(surface: str) -> bool:
    """Whether a paragraph is a picture's caption or credit: those end in the credit or begin with its label."""
    if CAPTION_LEAD.match(surface):
        return True
    tail = surface[-120:] if surface.endswith((")", "]")) else surface[:60] if len(surface) <= 120 else ""
    return bool(tail) and _caption_mark().search(tail) is not None


def _find_headline(text: str, spans: list[tuple[int, int]], kinds: list[ParagraphKind]) -> None:
    """Settle the lines above the article: its headline, and names of authors.

    A line without a full stop is a headline where anything follows; one with a full stop, where a longer paragraph
    and another follow, as in archives that close every line.
    """
    first = next((i for i, kind in enumerate(kinds) if kind in ("heading", "body")), None)
    if first is None or first + 1 == len(spans):
        if first is not None:
            kinds[first] = "body"
        return
    start, end = spans[first]
    if kinds[first] == "body":
        closed = ENDS_SENTENCE.search(text, max(start, end - 6), end) is not None
        longer = len(spans) > first + 2 and any(b - a > 1.3 * (end - start) for a, b in spans[first + 1 : first + 4])
        if end - start > LONGEST_HEADLINE or (closed and (not longer or sentence_ends(text, start, end))):
            return
    kinds[first] = "headline"
    for index in range(first + 1, min(first + 5, len(spans))):
        if kinds[index] == "body":
            break
        surface = text[slice(*spans[index])]
        if kinds[index] == "heading" and surface[-1].isalpha() and _is_name(surface):
            kinds[index] = "byline"  # an author or agency without "By"


def _body_start(text: str, start: int, end: int) -> int:
    match = DATELINE.match(text, start, min(end, start + LONGEST_DATELINE))
    return match.end() if match and match.end() < end else start


def _is_name(surface: str) -> bool:
    return surface.count(" ") <= 2 and (surface.istitle() or surface.isupper())
