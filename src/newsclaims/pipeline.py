"""Pipeline: runs extractors in order, checks what they yield, isolates failures."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

import attrs
from attrs import field, frozen

from newsclaims import plugins as registry
from newsclaims.article import Article, Problem
from newsclaims.checks import fault
from newsclaims.document import ArticleInput, Document
from newsclaims.errors import AnnotationError, ArgumentError, PipelineError
from newsclaims.extractors import BUILT_IN
from newsclaims.extractors.protocol import AnyExtractor, Found
from newsclaims.kinds import ARTICLE_KINDS
from newsclaims.ordering import ordered

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from newsclaims.model import Annotation

OnError = Literal["raise", "collect"]


def _configure(name: str, options: Mapping[str, Any]) -> AnyExtractor:
    """An extractor with its options set."""
    make = registry.load(name)
    known = [a.alias for a in attrs.fields(make)] if isinstance(make, type) and attrs.has(make) else []
    for option in options:
        if option not in known:
            close = get_close_matches(option, known, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"it has {', '.join(known) or 'none'}."
            raise PipelineError(f"extractor {name!r} has no option {option!r}: {hint}")
    try:
        return make(**options)
    except (TypeError, ValueError) as error:
        raise PipelineError(f"extractor {name!r} does not take these options: {error}") from error


def _check(annotation: Annotation, extractor: AnyExtractor, text: str) -> None:
    """Raise unless the annotation is of the declared kind and its spans fit the text."""
    if not isinstance(annotation, extractor.provides):
        raise AnnotationError(
            f"{extractor.name!r} provides {extractor.provides.__name__} but yielded {type(annotation).__name__}"
        )
    wrong = fault(annotation, text)
    if wrong:
        raise AnnotationError(f"{extractor.name!r} yielded a {type(annotation).__name__} ({annotation.rule}): {wrong}")


def _unreadable(given: ArticleInput, error: ArgumentError) -> Article:
    """The article that stands in a stream for one that could not be read."""
    text, id_ = (given.get("text"), given.get("id")) if isinstance(given, Mapping) else (given, None)
    problem = Problem(extractor="document", error=type(error).__name__, message=str(error))
    return Article(
        text=text if isinstance(text, str) else "", id=id_ if isinstance(id_, str) else None, problems=(problem,)
    )


_position = attrgetter("start", "end")


@frozen
class Pipeline:
    """Extractors in a fixed order. Make one with `Pipeline.default`, use it for any number of articles.

    >>> pipeline = Pipeline.default()
    >>> pipeline.names
    ('dates', 'quantities', 'attributions', 'speakers', 'quotes', 'claims')
    """

    extractors: tuple[AnyExtractor, ...] = field(converter=ordered)
    """The extractors, in the order in which they run."""
    on_error: OnError = field(default="raise", kw_only=True)
    """``raise``, or ``collect`` for batches: an extractor that fails becomes a `Problem` of the article."""

    @on_error.validator
    def _check_on_error(self, _field: object, value: object) -> None:
        if value not in ("raise", "collect"):
            raise ArgumentError(f"on_error must be 'raise' or 'collect', not {value!r}")

    @classmethod
    def default(
        cls,
        *,
        options: Mapping[str, Mapping[str, Any]] | None = None,
        plugins: Sequence[str] = (),
        on_error: OnError = "raise",
    ) -> Pipeline:
        """The built-in extractors and the plugins named.

        Args:
            options: Options by extractor name: ``{"quotes": {"thought": True}}``.
            plugins: Names of installed plugins to run.
            on_error: ``raise``, or ``collect`` for batches.

        Raises:
            PipelineError: A name or an option is unknown, or the extractors do not fit together.
        """
        names = (*BUILT_IN, *plugins)
        given = dict(options or {})
        for name in given:
            if name not in names:
                close = get_close_matches(name, names, n=1)
                hint = f"did you mean {close[0]!r}?" if close else f"this pipeline has {', '.join(names)}."
                raise PipelineError(f"options are given for {name!r}, which this pipeline does not have: {hint}")
        return cls([_configure(name, given.get(name, {})) for name in names], on_error=on_error)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the extractors in the order in which they run."""
        return tuple(extractor.name for extractor in self.extractors)

    def with_(self, *extractors: AnyExtractor) -> Pipeline:
        """This pipeline with more extractors."""
        return attrs.evolve(self, extractors=(*self.extractors, *extractors))

    def only(self, *names: str) -> Pipeline:
        """This pipeline with the extractors named and those that they need.

        >>> Pipeline.default().only("speakers").names
        ('attributions', 'speakers')
        """
        self._require(*names)
        kept, needed = set(names), set(names)
        while needed:
            kinds = {kind for extractor in self.extractors if extractor.name in needed for kind in extractor.requires}
            needed = {name for kind in kinds for name in self._providers[kind]} - kept
            kept |= needed
        return attrs.evolve(self, extractors=[e for e in self.extractors if e.name in kept])

    def without(self, *names: str) -> Pipeline:
        """This pipeline without the extractors named."""
        self._require(*names)
        return attrs.evolve(self, extractors=[e for e in self.extractors if e.name not in names])

    def replace(self, *extractors: AnyExtractor) -> Pipeline:
        """This pipeline with extractors in the place of those of the same name."""
        self._require(*(extractor.name for extractor in extractors))
        new = {extractor.name: extractor for extractor in extractors}
        return attrs.evolve(self, extractors=[new.get(e.name, e) for e in self.extractors])

    def extract(
        self, text: str | Document, *, published: str | datetime.date | None = None, source: str | None = None
    ) -> Article:
        """Everything that is found in one text.

        Args:
            text: The text of an article, or a `Document` made before.
            published: Publication date, against which relative dates are resolved.
            source: Who published it.

        Raises:
            ArgumentError: An argument has a wrong type or form. No text raises.
        """
        if isinstance(text, Document):
            if published is not None or source is not None:
                raise ArgumentError("a Document has its own `published` and `source`: give them when it is made")
            return self._article(text)
        return self._article(Document(text, published=published, source=source))

    def stream(self, articles: Iterable[ArticleInput]) -> Iterator[Article]:
        """One article for each one given, in order; nothing is kept, so the input may be endless.

        Args:
            articles: Texts, documents, or mappings with ``text`` and, if known, ``published``, ``source`` and ``id``;
                other keys are left alone.

        Yields:
            The articles. With ``on_error="collect"`` one that cannot be read (no text, a bad date) gives an article
            with nothing found and a `Problem` of the extractor ``document``.

        Raises:
            ArgumentError: An article cannot be read, in a pipeline with ``on_error="raise"``.

        >>> pipeline = Pipeline.default(on_error="collect")
        >>> batch = ["Rain fell.", {"text": "It was dry.", "published": "yesterday", "id": "b7"}]
        >>> [(article.id, [problem.extractor for problem in article.problems]) for article in pipeline.stream(batch)]
        [(None, []), ('b7', ['document'])]
        """
        for number, given in enumerate(articles, start=1):
            try:
                document = Document.of(given)
            except ArgumentError as error:
                if self.on_error == "raise":
                    raise ArgumentError(f"article {number}: {error}") from error
                yield _unreadable(given, error)
            else:
                yield self._article(document)

    def _article(self, document: Document) -> Article:
        found, problems = self._run(document)
        own: dict[str, Any] = {key: found.get(kind, ()) for key, kind in ARTICLE_KINDS.items()}
        return Article(
            text=document.text,
            id=document.id,
            published=document.published.isoformat() if document.published else None,
            source=document.source,
            extra=self._extra(found),
            problems=tuple(problems),
            **own,
        )

    def _require(self, *names: str) -> None:
        for name in names:
            if name not in self.names:
                raise PipelineError(f"this pipeline has no extractor {name!r}; it has {', '.join(self.names)}")

    @cached_property
    def _providers(self) -> dict[type[Annotation], tuple[str, ...]]:
        kinds = {extractor.provides for extractor in self.extractors}
        return {kind: tuple(e.name for e in self.extractors if e.provides is kind) for kind in kinds}

    def _run(self, document: Document) -> tuple[dict[type[Annotation], tuple[Annotation, ...]], list[Problem]]:
        found: dict[type[Annotation], tuple[Annotation, ...]] = {}
        problems: list[Problem] = []
        failed: set[str] = set()
        for extractor in self.extractors:
            lacking = [name for kind in extractor.requires for name in self._providers[kind] if name in failed]
            if lacking:
                failed.add(extractor.name)
                message = f"it needs what {lacking[0]!r} finds, and that failed"
                problems.append(Problem(extractor=extractor.name, error="Skipped", message=message))
                continue
            try:
                yielded = self._yielded(extractor, document, found)
            except Exception as error:
                if self.on_error == "raise":
                    raise
                failed.add(extractor.name)
                problems.append(Problem(extractor=extractor.name, error=type(error).__name__, message=str(error)))
            else:
                together = (*found.get(extractor.provides, ()), *yielded)
                found[extractor.provides] = tuple(sorted(together, key=_position))
        return found, problems

    @staticmethod
    def _yielded(
        extractor: AnyExtractor, document: Document, found: Mapping[type[Annotation], tuple[Annotation, ...]]
    ) -> list[Annotation]:
        view = Found({kind: found[kind] for kind in extractor.requires})
        yielded = list(extractor.extract(document, view))
        for annotation in yielded:
            _check(annotation, extractor, document.text)
        return yielded

    def _extra(self, found: Mapping[type[Annotation], tuple[Annotation, ...]]) -> dict[str, tuple[Annotation, ...]]:
        kinds = (extractor.provides for extractor in self.extractors)
        return {kind.plural: found.get(kind, ()) for kind in kinds if kind.plural and kind.plural not in ARTICLE_KINDS}
