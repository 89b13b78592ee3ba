"""Document: a text with what is known about it, and its views, each made when first asked for."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

import attrs
from attrs import field, frozen

from newsclaims.errors import ArgumentError
from newsclaims.model import Mention
from newsclaims.text import quotemarks, segments, tagging, tokens


def to_date(value: str | datetime.date | None) -> datetime.date | None:
    """A publication date as a date.

    >>> to_date("2025-01-20")
    datetime.date(2025, 1, 20)
    >>> to_date("20 January")
    Traceback (most recent call last):
    newsclaims.errors.ArgumentError: published must be an ISO date such as '2025-01-20', ..., not '20 January'
    """
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value).date()
        except ValueError:
            pass
    raise ArgumentError(f"published must be an ISO date such as '2025-01-20', a datetime.date or None, not {value!r}")


ArticleInput: TypeAlias = "str | Document | Mapping[str, Any]"
"""What `Document.of` takes."""


def _check_text(_document: object, _field: object, value: str) -> None:
    if not isinstance(value, str):
        raise ArgumentError(f"text must be a str, not {type(value).__name__}: decode bytes first")


def _check_optional_text(_document: object, attribute: attrs.Attribute[str | None], value: str | None) -> None:
    if value is not None and not isinstance(value, str):
        raise ArgumentError(f"{attribute.name} must be a str or None, not {value!r}")


@frozen
class Document:
    """A text and its lazy views. The text is never rewritten: every offset indexes it as it was given.

    >>> document = Document("Rain fell. Nobody minded.", published="2025-01-20")
    >>> [document.text[s.start:s.end] for s in document.sentences]
    ['Rain fell.', 'Nobody minded.']
    """

    text: str = field(validator=_check_text)
    """The text as it was given."""
    published: datetime.date | None = field(default=None, converter=to_date, kw_only=True)
    """Publication date, against which relative dates are resolved."""
    source: str | None = field(default=None, kw_only=True, validator=_check_optional_text)
    """Who published it."""
    id: str | None = field(default=None, kw_only=True, validator=_check_optional_text)
    """What the caller calls it; nothing depends on it."""
    lang: str = field(default="en", kw_only=True)
    """Language of the text, ISO 639-1."""

    @classmethod
    def of(cls, given: ArticleInput) -> Document:
        """The document of a text, of a mapping with ``text``, ``published``, ``source``, ``id``, or the one given.

        >>> Document.of({"text": "Rain fell.", "published": "2025-01-20", "id": 7, "url": "https://example.org"}).id
        '7'

        Raises:
            ArgumentError: There is no text, or a part has a wrong type or form.
        """
        if isinstance(given, Document):
            return given
        if not isinstance(given, Mapping):
            return cls(given)
        if "text" not in given:
            raise ArgumentError(f"an article needs a 'text'; this one has {', '.join(map(repr, given)) or 'nothing'}")
        id_ = given.get("id")
        return cls(
            given["text"],
            published=given.get("published"),
            source=given.get("source"),
            id=str(id_) if isinstance(id_, int) else id_,
        )

    @cached_property
    def paragraphs(self) -> tuple[segments.Paragraph, ...]:
        """Paragraphs, told apart by kind: headline, byline, caption, page furniture, body."""
        return segments.paragraphs(self.text)

    @cached_property
    def sentences(self) -> tuple[segments.Sentence, ...]:
        """Sentences of all paragraphs, in order."""
        return segments.sentences(self.text, self.paragraphs)

    @cached_property
    def tokens(self) -> tokens.Tokens:
        """Words and marks."""
        return tokens.tokenize(self.text)

    @cached_property
    def word_classes(self) -> tagging.WordClasses:
        """What each token is: noun, finite verb, determiner and so on."""
        return tagging.tag_tokens(self.tokens, self._title_case, self._single_marks)

    @cached_property
    def _single_marks(self) -> list[int]:
        """Tokens that are single quotation marks, which look like apostrophes."""
        words, at = self.tokens.words, self.tokens.at
        found = [at(edge) for q in self.quotations if q.closed for edge in (q.start, q.inner_end)]
        return [index for index in found if index < len(words) and words[index] in "'’‘"]

    @cached_property
    def _title_case(self) -> list[tuple[int, int]]:
        """Tokens of the lines, headlines above all, in which most words have a capital."""
        at, words = self.tokens.at, self.tokens.words
        found = []
        for paragraph in self.paragraphs:
            if paragraph.kind in {"headline", "heading"}:
                first, last = at(paragraph.start), at(paragraph.end)
                long = [word for word in words[first:last] if len(word) > 3]
                if len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long):
                    found.append((first, last))
        return found

    @cached_property
    def sentence_tokens(self) -> list[tuple[int, int]]:
        """First token of each sentence and the one behind its last."""
        at = self.tokens.at
        return [(at(sentence.start), at(sentence.end)) for sentence in self.sentences]

    @cached_property
    def quotations(self) -> tuple[quotemarks.Quotation, ...]:
        """Stretches in quotation marks."""
        return quotemarks.scan(self.text, [(p.start, p.end) for p in self.paragraphs])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that starts at or before the offset; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def paragraph_at(self, offset: int) -> int:
        """Index of the last paragraph that starts at or before the offset; -1 before the first."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def quotations_around(self, start: int, end: int) -> Iterator[quotemarks.Quotation]:
        """The quotations whose inside holds a stretch, from the innermost out.

        >>> document = Document("“I heard ‘no’ twice,” she said.")
        >>> [document.text[q.start : q.end] for q in document.quotations_around(10, 12)]
        ['‘no’', '“I heard ‘no’ twice,”']
        """
        index: int | None = bisect_right(self._quotation_starts, start) - 1
        while index is not None and index >= 0:
            quotation = self.quotations[index]
            if quotation.inner_start <= start and end <= quotation.inner_end:
                yield quotation
            index = quotation.parent

    def mention(self, start: int, end: int) -> Mention:
        """The mention with this span."""
        return Mention(start=start, end=end, text=self.text[start:end])
