"""The order of extractors: each runs behind those that find what it needs."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from newsclaims.errors import PipelineError
from newsclaims.kinds import ARTICLE_KEYS, ARTICLE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.protocol import AnyExtractor
    from newsclaims.model import Annotation


def ordered(extractors: Iterable[AnyExtractor]) -> tuple[AnyExtractor, ...]:
    """Extractors in the order that `requires` and `provides` ask for; ties stay as listed.

    Raises:
        PipelineError: The extractors do not fit together; the message says why, and the mend.
    """
    listed = tuple(extractors)
    _check_keys(listed)
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


def _check_keys(extractors: Iterable[AnyExtractor]) -> None:
    """Raise unless each kind has a key of its own on the wire."""
    kinds = dict.fromkeys(extractor.provides for extractor in extractors)
    taken: dict[str, type[Annotation]] = dict(ARTICLE_KINDS)
    for kind in kinds:
        key = kind.plural
        if key is None or taken.get(key) is kind:
            continue
        if key in taken or key in ARTICLE_KEYS:
            raise PipelineError(f"{kind.__name__}.plural is {key!r}, which is taken: give the kind another plural")
        taken[key] = kind
