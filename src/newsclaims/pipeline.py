"""Pipeline: puts extractors in order, runs them, checks what they yield, isolates failures."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, Literal

import attrs
from attrs import field, frozen

from newsclaims import plugins as registry
from newsclaims.document import Document
from newsclaims.errors import AnnotationError, ArgumentError, PipelineError
from newsclaims.extractors import BUILT_IN
from newsclaims.extractors.protocol import AnyExtractor, Found
from newsclaims.model import Annotation, Article, Claim, Date, Problem, Quantity, Quote, Speaker

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

OnError = Literal["raise", "collect"]
ARTICLE_KINDS: tuple[type[Annotation], ...] = (Quote, Claim, Quantity, Date, Speaker)


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


def _ordered(extractors: Iterable[AnyExtractor]) -> tuple[AnyExtractor, ...]:
    """Extractors in the order that `requires` and `provides` ask for; ties stay as listed."""
    listed = tuple(extractors)
    names = [extractor.name for extractor in listed]
    for name in names:
        if names.count(name) > 1:
            raise PipelineError(f"two extractors are called {name!r}: give one another name, or use `replace`")
    position = {name: index for index, name in enumerate(names)}
    graph: TopologicalSorter[str] = TopologicalSorter()
    for extractor in listed:
        needed: list[str] = []
        for kind in extractor.requires:
            providers = [other.name for other in listed if other.provides is kind]
            if not providers:
                raise PipelineError(
                    f"{extractor.name!r} requires {kind.__name__}, which no extractor of this pipeline provides: "
                    f"add one that does, or leave {extractor.name!r} out"
                )
            needed += providers
        graph.add(extractor.name, *needed)
    try:
        graph.prepare()
    except CycleError as error:
        raise PipelineError(f"extractors require each other in a circle: {' -> '.join(error.args[1])}") from error
    order: list[AnyExtractor] = []
    ready: list[str] = []
    while graph.is_active():
        ready = sorted([*ready, *graph.get_ready()], key=position.__getitem__)
        name = ready.pop(0)
        order.append(listed[position[name]])
        graph.done(name)
    return tuple(order)


def _check(annotation: Annotation, extractor: AnyExtractor, text: str) -> None:
    """Raise unless the annotation is of the declared kind and its span cuts its surface out of the text."""
    if not isinstance(annotation, extractor.provides):
        raise AnnotationError(
            f"{extractor.name!r} provides {extractor.provides.__name__} but yielded {type(annotation).__name__}"
        )
    if not (0 <= annotation.start < annotation.end <= len(text)):
        raise AnnotationError(
            f"{extractor.name!r} yielded a span {annotation.start}:{annotation.end} outside the text of {len(text)}"
        )
    if text[annotation.start : annotation.end] != annotation.text:
        raise AnnotationError(
            f"{extractor.name!r} yielded text {annotation.text!r} that does not stand at "
            f"{annotation.start}:{annotation.end}"
        )


def _position(annotation: Annotation) -> tuple[int, int]:
    return annotation.start, annotation.end


@frozen
class Pipeline:
    """Extractors in a fixed order. Make one with `Pipeline.default`, use it for any number of articles.

    >>> pipeline = Pipeline.default()
    >>> pipeline.names
    ('dates', 'quantities', 'attributions', 'speakers', 'quotes', 'claims')
    """

    extractors: tuple[AnyExtractor, ...] = field(converter=_ordered)
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
        document = text if isinstance(text, Document) else Document(text, published=published, source=source)
        found, problems = self._run(document)
        own: dict[str, Any] = {kind.plural: found.get(kind, ()) for kind in ARTICLE_KINDS if kind.plural}
        return Article(
            text=document.text,
            published=document.published.isoformat() if document.published else None,
            extra=self._extra(found),
            problems=tuple(problems),
            **own,
        )

    def stream(self, articles: Iterable[str | Document]) -> Iterator[Article]:
        """One article after the other, in order; nothing is kept."""
        return map(self.extract, articles)

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
        return {kind.plural: found.get(kind, ()) for kind in kinds if kind.plural and kind not in ARTICLE_KINDS}
