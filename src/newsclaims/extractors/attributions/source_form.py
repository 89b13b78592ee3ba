"""How a source is named: by name, pronoun, role, and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.model import Source
from newsclaims.text.morphology import singular
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    DETERMINER,
    NAME,
    OBJECT,
    SUBJECT,
    TITLE,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import SourceForm


def make_source(reading: Reading, first: int, last: int) -> Source:
    """The source with these tokens."""
    start, end = reading.starts[first], reading.source_end(last)
    return Source(start=start, end=end, text=reading.text[start:end], form=source_form(reading, first, last))


def source_form(reading: Reading, first: int, last: int) -> SourceForm:
    """How the source is named: by name, pronoun or role."""
    tags, lowers = reading.tags, reading.lowers
    if last - first == 1 and tags[first] & (SUBJECT | OBJECT | DETERMINER):
        return "pronoun"
    if not lexicons.words("anonymous_words").isdisjoint(lowers[first:last]):
        return "anonymous"
    end = core_end(tags, lowers, first, last)
    head = lowers[end - 1] if end > first else lowers[first]
    single = singular(head)
    if single in lexicons.words("document_nouns"):
        return "document"
    if end > first and _is_name(tags[end - 1]):
        return "name" if any(_is_name(tag) for tag in tags[first : end - 1]) else "surname"
    return "group" if single != head else "role"


def _is_name(tag: int) -> bool:
    return bool(tag & NAME) and not tag & TITLE
