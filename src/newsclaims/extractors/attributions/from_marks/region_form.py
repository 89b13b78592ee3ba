"""What a quotation looks like: something said, a clause that a verb of saying may lead to, or a piece of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.wordclass import BASE, FINITE, NAME

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.from_marks.frame import Form
    from newsclaims.extractors.attributions.from_marks.regions import Region
    from newsclaims.extractors.attributions.reading import Reading

SHORT = 4
"""A quotation of at most so many words without the form of an utterance is a piece of a clause."""


def form_of(reading: Reading, region: Region) -> Form:
    """The form of a quotation.

    - ``utterance``: it begins and ends like a sentence.
    - ``long``: it begins with a small letter, and is a clause or as long as one.
    - ``fragment``: anything else; a noun phrase too, whose capital is that of a name.
    """
    if region.is_utterance and not _is_phrase(reading, region):
        return "utterance"
    return "long" if _is_clause(reading, region) else "fragment"


def _is_phrase(reading: Reading, region: Region) -> bool:
    first, last = region.inner_first, region.inner_last
    if region.words < SHORT or not reading.tags[first] & NAME or reading.text[region.quotation.inner_end - 1] in "?!":
        return False
    return not any(tag & (FINITE | BASE) for tag in reading.tags[first:last])


def _is_clause(reading: Reading, region: Region) -> bool:
    tags = reading.tags
    if region.words <= SHORT or (region.last < len(tags) and tags[region.last] & FINITE):
        return False  # what is the subject of a verb behind it is no clause
    if region.closes_sentence:
        return True
    first, last = region.inner_first, region.inner_last
    bids = tags[first] & BASE and tags[first] & FINITE  # "let's stay"
    return region.comma and bool(bids or subject_and_verb(tags, reading.lowers, first, last) is not None)
