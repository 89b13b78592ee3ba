"""Regions: the outermost quotations of a document, with what their surroundings and their ends tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims.text.quotemarks import Quotation

if TYPE_CHECKING:
    from newsclaims.document import Document

ENDS_UTTERANCE = frozenset(".?!…—–―")
ENDS_SENTENCE = frozenset(".?!…")
MARKS_INSIDE = "\"'”’»)] "
CLOSERS = frozenset("\"'”’»)] \u00a0")


@frozen(eq=False)
class Region:
    """A stretch in quotation marks at the outermost level. Indexes are those of tokens, half-open."""

    index: int
    """Index of its quotation among those of the document."""
    quotation: Quotation
    """The quotation in characters."""
    first: int
    """The opening mark."""
    inner_first: int
    """First word inside."""
    inner_last: int
    """Token behind the last one inside."""
    last: int
    """Token behind the closing mark."""
    paragraph: int
    """Index of its paragraph."""
    sentence_last: int
    """Token behind the sentence that its last word belongs to."""
    starts_sentence: bool
    """Whether a sentence, or the paragraph, begins with it."""
    comma: bool
    """Whether a comma closes it, inside the mark or right behind."""
    stop: bool
    """Whether a full stop, question or exclamation mark, ellipsis or dash closes it, inside the mark."""
    capital: bool
    """Whether its first letter is a capital."""

    @property
    def words(self) -> int:
        """Tokens inside."""
        return self.inner_last - self.inner_first

    @property
    def closes_sentence(self) -> bool:
        """Whether it ends with a full stop or the like, and its sentence with it."""
        return self.stop and self.sentence_last - self.last <= 1

    @property
    def is_utterance(self) -> bool:
        """Whether its form is that of something said: it begins like a sentence and ends like one."""
        return self.capital and (self.stop or self.comma) and self.words > 1


def find_regions(document: Document) -> list[Region]:
    """The regions of a document in order."""
    text, at = document.text, document.tokens.at
    paragraphs, sentences = document.paragraphs, document.sentences
    found: list[Region] = []
    for index, quotation in enumerate(document.quotations):
        if quotation.parent is not None:
            continue
        paragraph = document.paragraph_at(quotation.start)
        first, inner_last = at(quotation.start), at(quotation.inner_end)
        inner_first = min(at(quotation.inner_start), inner_last)
        if inner_first >= inner_last or paragraph < 0:
            continue
        sentence = sentences[document.sentence_at(max(quotation.end - 1, quotation.inner_start))]
        inner = text[quotation.inner_start : quotation.inner_end].rstrip()
        closing = inner[-4:].rstrip(MARKS_INSIDE)[-1:] or inner[-1]
        letter = _first_letter(inner)
        found.append(
            Region(
                index,
                quotation,
                first,
                inner_first,
                inner_last,
                at(quotation.end),
                paragraph,
                at(sentence.end),
                _starts_sentence(text, paragraphs[paragraph].body_start, quotation.start),
                closing == "," or text[quotation.end : quotation.end + 2].lstrip()[:1] == ",",
                closing in ENDS_UTTERANCE,
                letter.isupper() or letter.isdigit(),
            )
        )
    return found


def _first_letter(inner: str) -> str:
    for sign in inner[:6]:
        if sign.isalnum():
            return sign
    return ""


def _starts_sentence(text: str, floor: int, start: int) -> bool:
    """Whether nothing of its sentence stands before an offset."""
    index = start
    while index > floor and text[index - 1].isspace():
        index -= 1
    if index <= floor:
        return True
    while index > floor and text[index - 1] in CLOSERS:
        index -= 1
    return index <= floor or text[index - 1] in ENDS_SENTENCE


def content_span(text: str, region: Region) -> tuple[int, int]:
    """The characters of the words of a region, without its marks and the white space beside them."""
    start, end = region.quotation.inner_start, region.quotation.inner_end
    inner = text[start:end]
    return end - len(inner.lstrip()), start + len(inner.rstrip())
