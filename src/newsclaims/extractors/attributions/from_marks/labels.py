"""Labels before a colon that name who speaks: headlines ("Mayor: I will not resign") and transcripts ("QUINT: No.")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.attributions.candidate import Candidate
from newsclaims.text.wordclass import ADVERB, COMMA, FINITE, NAME, NUMBER, PREPOSITION, STOP, TO, WH

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import QuoteKind
    from newsclaims.text.segments import Paragraph

LABEL = re.compile(
    r"(?:[A-Z]{4,}\s?[–—-]\s)?([^\W\d_][^:\n\"“”?!;()\[\]]{0,44}?)(?: \([^()\n]{1,30}\))?(:)\s+(?=\S)"
    r"|([QA])(\.)\s+(?=[A-Z“\"])"
)
TRANSCRIPT_LABEL = re.compile(r"[A-Z][A-Z.'’, -]{0,40}\Z|[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}\Z")
JOINING = frozenset({"at", "on", "to", "in", "of", "and"})
LONGEST_LABEL = 70
"""Characters of a label with its colon and what stands before it."""
FEWEST_TURNS = 2
"""Labelled paragraphs that make a transcript."""


def find_labelled(document: Document, reading: Reading) -> dict[int, Candidate]:
    """The candidates that labels make, by the index of their paragraph."""
    found: dict[int, Candidate] = {}
    turns: list[tuple[int, re.Match[str]]] = []
    text = document.text
    for index, paragraph in enumerate(document.paragraphs):
        limit = min(paragraph.end, paragraph.start + LONGEST_LABEL)
        if text.find(":", paragraph.start, limit) < 0 and text[paragraph.start] not in "QA":
            continue
        match = LABEL.match(text, paragraph.start, limit)
        if match is None:
            continue
        if paragraph.kind == "headline":
            if match[1] and _names_speaker(document, reading, match):
                found[index] = _candidate(document, reading, "headline-label", paragraph, match)
        elif paragraph.kind == "body" and _is_turn(document, reading, paragraph, match):
            turns.append((index, match))
    if len(turns) >= FEWEST_TURNS:
        for index, match in turns:
            found[index] = _candidate(document, reading, "transcript", document.paragraphs[index], match)
    return found


def _names_speaker(document: Document, reading: Reading, match: re.Match[str]) -> bool:
    """Whether a label is a name or role, with the place or addressee at most: "Quint to the board"."""
    first, last = document.tokens.at(match.start(1)), document.tokens.at(match.end(1))
    words, tags = reading.lowers[first:last], reading.tags[first:last]
    if not 0 < len(words) <= 8 or any(word in lexicons.words("label_words") for word in words):
        return False
    if any(tag & (NUMBER | WH | ADVERB | COMMA) and not tag & NAME for tag in tags):
        return False
    if tags[0] & (PREPOSITION | TO):
        return False
    joined = [word for word, tag in zip(words, tags, strict=True) if tag & (PREPOSITION | TO)]
    return all(word in JOINING for word in joined) and not any(tag & FINITE and not tag & NAME for tag in tags)


def _is_turn(document: Document, reading: Reading, paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether a paragraph is a turn of a transcript: a name or Q or A, a colon, and something that is said."""
    label = match[1] or match[3]
    if not TRANSCRIPT_LABEL.match(label) or any(w in lexicons.words("label_words") for w in label.lower().split()):
        return False
    if document.text[match.end()] in "\"“'‘":
        return False  # a quotation: the colon is its cue
    first, last = document.tokens.at(match.end()), document.tokens.at(paragraph.end)
    says = any(reading.tags[k] & FINITE for k in range(first, min(last, first + 60)))
    return says or (last > first and bool(reading.tags[last - 1] & STOP) and last - first <= 8 and label.isupper())


def _candidate(
    document: Document, reading: Reading, rule: str, paragraph: Paragraph, match: re.Match[str]
) -> Candidate:
    start, end = match.end(), paragraph.end
    first, last = document.tokens.at(start), document.tokens.at(end)
    while last - first > 1 and reading.tags[last - 1] & STOP and not reading.quoted[last - 1]:
        last -= 1
    end = reading.ends[last - 1]
    quoted = sum(reading.quoted[first:last])
    kind: QuoteKind = "indirect" if not quoted else "mixed"
    if reading.quotation_ends.get(first) == last and last - first > 2:
        kind, start, end = "direct", reading.starts[first + 1], reading.ends[last - 2]
    name, mark = (1, 2) if match[1] else (3, 4)
    source = document.tokens.at(match.start(name)), document.tokens.at(match.end(name))
    return Candidate(rule, kind, ((start, end),), match.span(mark), match[mark], "say", source, None, "high")
