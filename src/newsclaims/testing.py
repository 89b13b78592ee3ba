"""What the author of an extractor needs to test it: run it alone, and check what every extractor promises.

The promises: the extractor is a plain frozen object; no text raises; every span cuts its surface out of the text; the
rule names begin with the extractor's name; the same text gives the same result; the wire format brings it back.
"""

from __future__ import annotations

import pickle
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from newsclaims.checks import fault
from newsclaims.export.json import from_dict, to_dict
from newsclaims.model import Annotation, Span
from newsclaims.pipeline import Pipeline

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from newsclaims.article import Article
    from newsclaims.extractors.protocol import AnyExtractor, Extractor

A = TypeVar("A", bound=Annotation)

ODD_TEXTS: tuple[str, ...] = (
    "",
    " \n\t\n ",
    '"',
    "“" * 50,
    "''" * 25 + "'",
    "„»«”\n“\n",
    "\x00\ud800\udfff\ufeff",
    "\u202e“said” the \u200fmayor\u2069",
    "said " * 30,
    "9" * 60 + "%",
    "$" * 20 + "1,,,000...0",
    "According to according to According to",
    "She said. He said. They said: “",
    "No. 1 said “No. 2” said No. 3.\r\nMr. said.\r\n",
    "İstanbul’da ‘ﬁne’ ½ ² Ⅷ ٣ said Ⅸ.",
)
"""Texts that no newspaper prints and that no extractor may stumble over."""


def find(extractor: Extractor[A], text: str, *, published: str | datetime.date | None = None) -> tuple[A, ...]:
    """What one extractor finds in a text, with what it requires found by the built-in extractors.

    Args:
        extractor: The extractor; it takes the place of a built-in one of the same name.
        text: The text.
        published: Publication date.

    >>> from newsclaims.extractors.dates import DateExtractor
    >>> find(DateExtractor(), "No day is named here.")
    ()
    """
    article = _around(extractor).extract(text, published=published)
    return tuple(one for one in _annotations(article) if isinstance(one, extractor.provides))


def check_extractor(extractor: AnyExtractor, texts: Iterable[str] = ()) -> None:
    """Raise unless the extractor keeps what every extractor promises, on the texts given and on `ODD_TEXTS`.

    >>> from newsclaims.extractors.dates import DateExtractor
    >>> check_extractor(DateExtractor(), ["Rain fell on Monday."])

    Raises:
        AssertionError: A promise is broken; the message says which, and on which text.
    """
    _require(
        isinstance(extractor.name, str) and bool(extractor.name) and "." not in extractor.name,
        f"name must be a word without a full stop, not {extractor.name!r}",
    )
    _require(
        isinstance(extractor.provides, type) and issubclass(extractor.provides, Annotation),
        f"provides must be an annotation class, not {extractor.provides!r}",
    )
    _require(isinstance(extractor.requires, tuple), f"requires must be a tuple, not {extractor.requires!r}")
    _require(pickle.loads(pickle.dumps(extractor)) == extractor, "it must come out of a pickle as an equal object")
    pipeline = _around(extractor)
    for text in (*texts, *ODD_TEXTS):
        article = pipeline.extract(text)
        check_article(article, kinds=[extractor.provides])
        _require(pipeline.extract(text) == article, f"the same text gave two results: {text!r}")


def check_article(article: Article, kinds: Iterable[type[Annotation]] = ()) -> None:
    """Raise unless every annotation of an article is well formed and the wire format brings the article back.

    Args:
        article: The article.
        kinds: Annotation classes that plugins add, where the article holds some.

    Raises:
        AssertionError: Something is not; the message says what.
    """
    for annotation in _annotations(article):
        where = f"{type(annotation).__name__} {annotation.text!r} ({annotation.rule})"
        wrong = fault(annotation, article.text)
        _require(wrong is None, f"{where}: {wrong}")
        name, dot, rule = annotation.rule.partition(".")
        _require(bool(name and dot and rule), f"{where}: a rule is called <extractor>.<rule>")
        segments: tuple[Span, ...] | None = getattr(annotation, "segments", None)
        if segments is not None:
            _check_segments(segments, annotation, where)
    back = from_dict(to_dict(article), kinds=[kind for kind in kinds if kind.plural])
    _require(back == article, "the wire format does not bring the article back")


def _check_segments(segments: tuple[Span, ...], annotation: Annotation, where: str) -> None:
    _require(bool(segments), f"{where}: it has no segments")
    _require(all(a.end <= b.start for a, b in pairwise(segments)), f"{where}: segments overlap or are out of order")
    hull = Span(segments[0].start, segments[-1].end)
    _require(hull == annotation.span, f"{where}: its span is not the hull of its segments, {hull}")


def _around(extractor: AnyExtractor) -> Pipeline:
    """The smallest pipeline of built-in extractors that holds this one."""
    default = Pipeline.default()
    whole = default.replace(extractor) if extractor.name in default.names else default.with_(extractor)
    return whole.only(extractor.name)


def _annotations(article: Article) -> Iterable[Annotation]:
    yield from (*article.quotes, *article.claims, *article.quantities, *article.dates, *article.speakers)
    for found in article.extra.values():
        yield from found


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise AssertionError(message)
