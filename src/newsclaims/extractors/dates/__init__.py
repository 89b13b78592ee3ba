"""Dates: points and stretches of calendar time.

One scan (`finder`) finds the words that every date holds; each calls the few rules that may make a date of it, in a
fixed order (`rules`). A rule's file is named by what it reads; `context` gives it what a date is counted from,
`calendar` the ISO value, `vocabulary` the words. What no rule reads goes to `fallback`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from newsclaims.extractors.dates.context import Timeline
from newsclaims.extractors.dates.finder import read
from newsclaims.model import Annotation, Date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.protocol import Found


@frozen
class DateExtractor:
    """Dates of all the forms that news uses, resolved against publication and what was said before (TIMEX3)."""

    name: ClassVar[str] = "dates"
    provides: ClassVar[type[Date]] = Date
    requires: ClassVar[tuple[type[Annotation], ...]] = ()

    def extract(self, document: Document, found: Found, /) -> Iterable[Date]:
        """Yield the dates of the document, in order."""
        text = document.text
        for start, end, kind, value, rule, *_ in read(text, Timeline(document.published)):
            yield Date(start=start, end=end, text=text[start:end], rule=f"dates.{rule}", kind=kind, value=value)
