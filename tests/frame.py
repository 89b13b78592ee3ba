"""A hand-made article, small annotations and extractors, for the tests of the frame."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

import newsclaims as nc
from newsclaims import Annotation, Date, Document, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.protocol import Found


TEXT = 'Turnout rose to over 61.5 percent on Monday, Ada Orr told reporters. "It was high," she said.'


def mention(text: str) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def span(text: str) -> nc.Span:
    return nc.Span(TEXT.index(text), TEXT.index(text) + len(text))


DATE = nc.Date(**mention("Monday"), rule="dates.weekday", kind="date", value="2025-01-20")
PERCENT = nc.Quantity(
    **mention("over 61.5 percent"),
    rule="quantities.percent",
    kind="percent",
    value=Decimal("61.50"),
    unit="percent",
    bound="more_than",
    change="up",
)
SPEAKER = nc.Speaker(
    **mention("Ada Orr"),
    rule="speakers.full-name",
    name="Ada Orr",
    kind="person",
    mentions=(span("Ada Orr"), span("she")),
)
OUTER = nc.Quote(
    **mention("Turnout rose to over 61.5 percent on Monday"),
    rule="quotes.cue-after",
    kind="indirect",
    segments=(span("Turnout rose to over 61.5 percent on Monday"),),
    cue=nc.Cue(**mention("told"), lemma="tell", class_="say"),
    source=nc.Source(**mention("Ada Orr"), form="name"),
    speaker=SPEAKER,
    addressee=nc.Mention(**mention("reporters")),
    date=DATE,
)
INNER = nc.Quote(
    **mention("It was high"), rule="quotes.cue-after", kind="direct", segments=(span("It was high"),), parent=OUTER
)
CLAIM = nc.Claim(
    **mention("Turnout rose to over 61.5 percent on Monday"),
    rule="claims.quote",
    segments=(span("Turnout rose to over 61.5 percent on Monday"),),
    sentence=span("Turnout rose to over 61.5 percent on Monday, Ada Orr told reporters."),
    claimer="speaker",
    speaker=SPEAKER,
    quote=OUTER,
    types=("quantity", "trend"),
    quantities=(PERCENT,),
    dates=(DATE,),
    score=1.5,
    reasons=(nc.Reason(code="percent", start=span("61.5").start, end=span("percent").end, weight=1.5),),
)
ARTICLE = nc.Article(
    text=TEXT,
    published="2025-01-20",
    quotes=(OUTER, INNER),
    claims=(CLAIM,),
    quantities=(PERCENT,),
    dates=(DATE,),
    speakers=(SPEAKER,),
    problems=(nc.Problem(extractor="polls", error="ValueError", message="no such poll"),),
)


@frozen(kw_only=True)
class Poll(Annotation):
    """A kind that a plugin might add: it links to one quantity and to several."""

    plural: ClassVar[str | None] = "polls"

    share: Quantity | None = None
    others: tuple[Quantity, ...] = ()


@frozen
class Finder:
    """An extractor made for the occasion: yields an annotation of its kind at each of its words."""

    name: str
    provides: type[Annotation]
    requires: tuple[type[Annotation], ...] = ()
    words: tuple[str, ...] = ()
    fields: dict[str, Any] = field(factory=dict)

    def extract(self, document: Document, found: Found, /) -> Iterable[Annotation]:
        for kind in self.requires:
            assert found[kind] is not None
        for word in self.words:
            start = document.text.find(word)
            if start >= 0:
                end = start + len(word)
                yield self.provides(start=start, end=end, text=word, rule=f"{self.name}.word", **self.fields)


@frozen
class Failing:
    """An extractor that fails on the word that it is made for."""

    name: str
    provides: type[Annotation]
    requires: tuple[type[Annotation], ...] = ()
    word: str = ""

    def extract(self, document: Document, found: Found, /) -> Iterable[Annotation]:
        if self.word in document.text:
            raise ZeroDivisionError("nothing to share")
        return ()


def dates(*words: str) -> Finder:
    return Finder("dates", Date, words=words, fields={"kind": "date", "value": None})
