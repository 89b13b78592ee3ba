"""What an extractor is, and what it sees of what was found before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from attrs import field, frozen

from newsclaims.errors import PipelineError
from newsclaims.model import A_co, Annotation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document

A = TypeVar("A", bound=Annotation)


@frozen
class Found:
    """What the extractors that an extractor requires have found: ``found[Quantity]`` gives the quantities."""

    _annotations: Mapping[type[Annotation], tuple[Annotation, ...]] = field(factory=dict)

    def __getitem__(self, kind: type[A]) -> tuple[A, ...]:
        try:
            return cast("tuple[A, ...]", self._annotations[kind])
        except KeyError:
            raise PipelineError(
                f"{kind.__name__} is not in this extractor's `requires`: add it there to use what was found"
            ) from None


class Extractor(Protocol[A_co]):
    """What finds one kind of annotation. A plain frozen object; its options are its attrs fields."""

    @property
    def name(self) -> str:
        """Unique name; the prefix of its rule names."""

    @property
    def provides(self) -> type[A_co]:
        """The annotation class that it yields."""

    @property
    def requires(self) -> tuple[type[Annotation], ...]:
        """The annotation classes that it looks at."""

    def extract(self, document: Document, found: Found, /) -> Iterable[A_co]:
        """Yield what the document holds, in any order."""


AnyExtractor = Extractor[Any]
