"""The wire format ``newsclaims/1``: an Article as plain JSON types, and back, exactly.

In memory, links between annotations are references; on the wire they are ids: a letter of the kind and the position
of the annotation among its kind, so that the same article always has the same ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

import attrs
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsclaims.errors import SchemaError
from newsclaims.model import Annotation, Article, Claim, Cue, Date, Problem, Quantity, Quote, Span, Speaker

SCHEMA = "newsclaims/1"
KINDS: dict[str, type[Annotation]] = {
    "quotes": Quote, "claims": Claim, "quantities": Quantity, "dates": Date, "speakers": Speaker
}  # fmt: skip
ID_PREFIX = {"quotes": "q", "claims": "c", "quantities": "n", "dates": "d", "speakers": "s"}
RENAMED = {"class_": "class", "from_": "from"}
T = TypeVar("T")


def to_dict(article: Article) -> dict[str, Any]:
    """An article in the wire format: only dicts, lists, strings, numbers, booleans and None.

    >>> import newsclaims as nc
    >>> wire = nc.to_dict(nc.extract("Rain fell on Monday.", published="2025-01-20"))
    >>> wire["schema"], wire["published"]
    ('newsclaims/1', '2025-01-20')
    """
    kinds: dict[str, tuple[Annotation, ...]] = {plural: getattr(article, plural) for plural in KINDS}
    kinds.update(article.extra)
    ids = _Ids(kinds)
    wire: dict[str, Any] = {"schema": SCHEMA, "text": article.text, "published": article.published}
    for plural, listed in kinds.items():
        wire[plural] = [_row(annotation, ids) for annotation in listed]
    wire["problems"] = [attrs.asdict(problem) for problem in article.problems]
    return wire


def from_dict(data: Mapping[str, Any], kinds: Iterable[type[Annotation]] = ()) -> Article:
    """The article that a dictionary in the wire format describes: the inverse of `to_dict`.

    Args:
        data: The dictionary.
        kinds: Annotation classes that plugins add, where the article holds some.

    Raises:
        SchemaError: The dictionary is not in the wire format; the message says where.
    """
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        given = data.get("schema") if isinstance(data, Mapping) else type(data).__name__
        raise SchemaError(f"expected a dictionary with schema {SCHEMA!r}, got {given!r}")
    added = {kind.plural: kind for kind in kinds if kind.plural}
    unknown = data.keys() - {"schema", "text", "published", "problems"} - KINDS.keys() - added.keys()
    if unknown:
        raise SchemaError(f"unknown keys {sorted(unknown)}: give the plugin's annotation classes as `kinds`")
    reader = _Reader(data, KINDS | added)
    try:
        found = {plural: reader.read(plural) for plural in (*KINDS, *added) if plural in KINDS or plural in data}
        problems = tuple(Problem(**row) for row in data["problems"])
        text, published = data["text"], data["published"]
    except (KeyError, TypeError) as error:
        raise SchemaError(f"missing or misplaced in the article: {error}") from error
    own = {plural: found.pop(plural) for plural in KINDS}
    return Article(text=text, published=published, extra=found, problems=problems, **own)  # type: ignore[arg-type]


class _Ids:
    """Ids of the annotations of one article: by identity, else by equality."""

    def __init__(self, kinds: Mapping[str, tuple[Annotation, ...]]) -> None:
        self._by_identity: dict[int, str] = {}
        self._kinds = kinds
        for plural, listed in kinds.items():
            prefix = ID_PREFIX.get(plural, f"{plural}-")
            for number, annotation in enumerate(listed, start=1):
                self._by_identity[id(annotation)] = f"{prefix}{number}"

    def __call__(self, annotation: Annotation) -> str:
        known = self._by_identity.get(id(annotation))
        if known:
            return known
        for other in self._kinds.get(annotation.plural or "", ()):
            if other == annotation:
                return self._by_identity[id(other)]
        raise SchemaError(f"{annotation.text!r} is linked to, but is not among the article's {annotation.plural}")


def _row(annotation: Annotation, ids: _Ids) -> dict[str, Any]:
    row: dict[str, Any] = {"id": ids(annotation), **_converter(type(annotation)).unstructure(annotation)}
    for name, several in _links(type(annotation)).items():
        key = RENAMED.get(name, name)
        linked = row[key]
        if several:
            row[key] = [ids(other) for other in linked]
        elif linked is not None:
            row[key] = ids(linked)
    return row


class _Reader:
    """Reads the annotations of one article; a link is read before what links to it."""

    def __init__(self, data: Mapping[str, Any], kinds: Mapping[str, type[Annotation]]) -> None:
        self._text = data.get("text")
        self._rows = {plural: data.get(plural, []) for plural in kinds}
        self._kinds = kinds
        self._by_id = {row["id"]: (plural, row) for plural, rows in self._rows.items() for row in rows}
        self._read: dict[str, Annotation] = {}
        self._open: set[str] = set()

    def read(self, plural: str) -> tuple[Annotation, ...]:
        return tuple(self._annotation(row["id"]) for row in self._rows[plural])

    def _annotation(self, id_: str) -> Annotation:
        if id_ in self._read:
            return self._read[id_]
        if id_ not in self._by_id:
            raise SchemaError(f"id {id_!r} is linked to, but no annotation has it")
        if id_ in self._open:
            raise SchemaError(f"annotation {id_!r} links to itself in a circle")
        self._open.add(id_)
        plural, row = self._by_id[id_]
        kind = self._kinds[plural]
        fields = {key: value for key, value in row.items() if key != "id"}
        for name, several in _links(kind).items():
            key = RENAMED.get(name, name)
            linked = fields.get(key)
            if several:
                fields[key] = tuple(self._annotation(other) for other in linked or ())
            elif linked is not None:
                fields[key] = self._annotation(linked)
        annotation = _structured(kind, fields, id_)
        if not isinstance(self._text, str) or self._text[annotation.start : annotation.end] != annotation.text:
            raise SchemaError(f"annotation {id_!r}: {annotation.text!r} does not stand at its span in the text")
        self._read[id_] = annotation
        return annotation


def _structured(kind: type[Annotation], fields: dict[str, Any], id_: str) -> Annotation:
    try:
        return _converter(kind).structure(fields, kind)
    except Exception as error:
        raise SchemaError(f"annotation {id_!r}: {'; '.join(transform_error(error))}") from error


def _once_per_kind(make: Callable[[type[Annotation]], T]) -> Callable[[type[Annotation]], T]:
    """`functools.cache` for a function of a class; mypy does not take the classes of attrs for hashable."""
    return cast("Callable[[type[Annotation]], T]", cache(make))


@_once_per_kind
def _links(kind: type[Annotation]) -> dict[str, bool]:
    """Fields that refer to other annotations: name to whether it holds several."""
    hints = get_type_hints(kind)
    found = {}
    for attribute in attrs.fields(kind):
        parts = (hints[attribute.name], *get_args(hints[attribute.name]))
        if any(isinstance(part, type) and issubclass(part, Annotation) for part in parts):
            found[attribute.name] = Ellipsis in parts
    return found


def _decimal(value: Any, _type: object) -> Decimal:
    if not isinstance(value, str):
        raise TypeError(f"expected a decimal string, not {value!r}")
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is no decimal number") from None


def _span(value: Any, _type: object) -> Span:
    start, end = value
    return Span(start, end)


@_once_per_kind
def _converter(kind: type[Annotation]) -> Converter:
    """A converter for one kind of annotation that leaves its links as they are."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Span, list)
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_structure_hook(Decimal, _decimal)
    _register(converter, Cue, {})
    as_is: Callable[[Any], Any] = lambda value: value  # noqa: E731
    keep: Callable[[Any, Any], Any] = lambda value, _type: value  # noqa: E731
    _register(converter, kind, {name: {"unstruct_hook": as_is, "struct_hook": keep} for name in _links(kind)})
    return converter


def _register(converter: Converter, class_: type[Any], hooks: Mapping[str, dict[str, Any]]) -> None:
    names = [attribute.name for attribute in attrs.fields(class_)]
    overrides: dict[str, Any] = {name: override(rename=RENAMED.get(name), **hooks.get(name, {})) for name in names}
    converter.register_unstructure_hook(class_, make_dict_unstructure_fn(class_, converter, **overrides))
    converter.register_structure_hook(class_, make_dict_structure_fn(class_, converter, **overrides))
