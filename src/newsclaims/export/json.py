"""The wire format ``newsclaims/1``: an Article as plain JSON types, and back, exactly.

In memory, links between annotations are references; on the wire they are ids: a letter of the kind and the position
of the annotation among its kind, so that the same article always has the same ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.article import Article, Problem
from newsclaims.checks import fault
from newsclaims.document import to_date
from newsclaims.errors import ArgumentError, SchemaError
from newsclaims.export.structure import RENAMED, structure, unstructure
from newsclaims.kinds import ARTICLE_KINDS, Link, links

if TYPE_CHECKING:
    from newsclaims.model import Annotation

SCHEMA = "newsclaims/1"
ID_PREFIX = {"quotes": "q", "claims": "c", "quantities": "n", "dates": "d", "speakers": "s"}
ABOUT = ("id", "source")
"""Keys that stand on the wire only where the article has them."""


def to_dict(article: Article) -> dict[str, Any]:
    """An article in the wire format: only dicts, lists, strings, numbers, booleans and None.

    >>> import newsclaims as nc
    >>> wire = nc.to_dict(nc.extract("Rain fell on Monday.", published="2025-01-20"))
    >>> wire["schema"], wire["published"]
    ('newsclaims/1', '2025-01-20')

    Raises:
        SchemaError: An annotation links to one that is not in the article.
    """
    kinds: dict[str, tuple[Annotation, ...]] = {key: getattr(article, key) for key in ARTICLE_KINDS}
    kinds.update(article.extra)
    ids = _Ids(kinds)
    wire: dict[str, Any] = {"schema": SCHEMA, "text": article.text, "published": article.published}
    wire |= {key: getattr(article, key) for key in ABOUT if getattr(article, key) is not None}
    for key, listed in kinds.items():
        wire[key] = [_row(annotation, ids) for annotation in listed]
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
    added = {kind.plural: kind for kind in kinds if kind.plural and kind.plural not in ARTICLE_KINDS}
    unknown = data.keys() - {"schema", "text", "published", "problems", *ABOUT} - ARTICLE_KINDS.keys() - added.keys()
    if unknown:
        raise SchemaError(f"unknown keys {sorted(unknown)}: give the plugin's annotation classes as `kinds`")
    missing = {"text", "published", "problems", *ARTICLE_KINDS} - data.keys()
    if missing:
        raise SchemaError(f"missing keys {sorted(missing)}")
    reader = _Reader(
        _text(data, "text"), {key: data[key] for key in data if key in ARTICLE_KINDS or key in added}, added
    )
    own: dict[str, Any] = {key: reader.read(key) for key in ARTICLE_KINDS}
    own |= {key: _text(data, key) for key in ABOUT if key in data}
    return Article(
        text=_text(data, "text"),
        published=_published(data["published"]),
        extra={key: reader.read(key) for key in added if key in data},
        problems=tuple(_problem(row) for row in _rows(data, "problems")),
        **own,
    )


class _Ids:
    """Ids of the annotations of one article."""

    def __init__(self, kinds: Mapping[str, tuple[Annotation, ...]]) -> None:
        self._by_identity: dict[int, str] = {}
        for key, listed in kinds.items():
            prefix = ID_PREFIX.get(key, f"{key}-")
            for number, annotation in enumerate(listed, start=1):
                self._by_identity[id(annotation)] = f"{prefix}{number}"

    def __call__(self, annotation: Annotation) -> str:
        try:
            return self._by_identity[id(annotation)]
        except KeyError:
            raise SchemaError(
                f"{annotation.text!r} is linked to, but is not among the article's {annotation.plural}"
            ) from None


def _row(annotation: Annotation, ids: _Ids) -> dict[str, Any]:
    row: dict[str, Any] = {"id": ids(annotation), **unstructure(annotation)}
    for name, link in links(type(annotation)).items():
        key = RENAMED.get(name, name)
        linked = row[key]
        if link.several:
            row[key] = [ids(other) for other in linked]
        elif linked is not None:
            row[key] = ids(linked)
    return row


class _Reader:
    """Reads the annotations of one article; what an annotation links to is read before it."""

    def __init__(self, text: str, data: Mapping[str, Any], added: Mapping[str, type[Annotation]]) -> None:
        self._text = text
        self._kinds = {**ARTICLE_KINDS, **added}
        self._rows = {key: _rows(data, key) for key in data}
        self._by_id: dict[str, tuple[str, Mapping[str, Any]]] = {}
        for key, rows in self._rows.items():
            for number, row in enumerate(rows):
                id_ = row.get("id")
                if not isinstance(id_, str) or id_ in self._by_id:
                    raise SchemaError(f"{key}[{number}]: id {id_!r} is not a string of its own")
                self._by_id[id_] = key, row
        self._read: dict[str, Annotation] = {}
        self._open: set[str] = set()

    def read(self, key: str) -> tuple[Annotation, ...]:
        return tuple(self._annotation(row["id"]) for row in self._rows[key])

    def _annotation(self, id_: str) -> Annotation:
        if id_ in self._read:
            return self._read[id_]
        if id_ in self._open:
            raise SchemaError(f"annotation {id_!r} links to itself in a circle")
        self._open.add(id_)
        key, row = self._by_id[id_]
        kind = self._kinds[key]
        fields = {name: value for name, value in row.items() if name != "id"}
        for name, link in links(kind).items():
            where = RENAMED.get(name, name)
            if where in fields:
                fields[where] = self._linked(fields[where], link, f"annotation {id_!r}: {where}")
        try:
            annotation = structure(fields, kind)
        except ValueError as error:
            raise SchemaError(f"annotation {id_!r}: {error}") from error
        wrong = fault(annotation, self._text)
        if wrong:
            raise SchemaError(f"annotation {id_!r}: {wrong}")
        self._read[id_] = annotation
        return annotation

    def _linked(self, value: Any, link: Link, where: str) -> Annotation | tuple[Annotation, ...] | None:
        if link.several:
            if not isinstance(value, list):
                raise SchemaError(f"{where}: expected a list of ids, not {value!r}")
            return tuple(self._one(id_, link, where) for id_ in value)
        return None if value is None else self._one(value, link, where)

    def _one(self, id_: Any, link: Link, where: str) -> Annotation:
        if not isinstance(id_, str) or id_ not in self._by_id:
            raise SchemaError(f"{where}: no annotation has the id {id_!r}")
        annotation = self._annotation(id_)
        if not isinstance(annotation, link.kind):
            raise SchemaError(f"{where}: {id_!r} is a {type(annotation).__name__}, not a {link.kind.__name__}")
        return annotation


def _rows(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data[key]
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise SchemaError(f"{key}: expected a list of dictionaries")
    return rows


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str):
        raise SchemaError(f"{key}: expected a string, not {value!r}")
    return value


def _published(value: Any) -> str | None:
    try:
        date = to_date(value)
    except ArgumentError as error:
        raise SchemaError(str(error)) from error
    return date.isoformat() if date else None


def _problem(row: Mapping[str, Any]) -> Problem:
    try:
        return Problem(**row)
    except TypeError as error:
        raise SchemaError(f"problems: {error}") from error
