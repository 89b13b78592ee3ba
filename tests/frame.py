"""Small annotations and extractors, for the tests of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from newsclaims import Annotation, Date, Document, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.protocol import Found


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
