"""Single annotations as dictionaries and back. Links stay as they are: the wire format turns them into ids."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from newsclaims.kinds import links, once_per_kind
from newsclaims.model import Annotation, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RENAMED = {"class_": "class", "from_": "from"}
"""Fields whose name on the wire is a word that Python keeps for itself."""


def unstructure(annotation: Annotation) -> dict[str, Any]:
    """An annotation as a dictionary in the order of its fields."""
    return cast("dict[str, Any]", _converter(type(annotation)).unstructure(annotation))


def structure(fields: Mapping[str, Any], kind: type[Annotation]) -> Annotation:
    """The annotation that a dictionary describes.

    Raises:
        ValueError: A field is missing, unknown, or of a wrong type; the message says which.
    """
    try:
        return _converter(kind).structure(fields, kind)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error, format_exception=_described))) from error


class _FormError(ValueError):
    """A value of a wrong type or form."""


def _described(error: BaseException, type_: type | None) -> str:
    """An error of cattrs in words that need no knowledge of the classes."""
    return str(error) if isinstance(error, _FormError) else format_exception(error, type_)


def _exactly(type_: type[Any]) -> Callable[[Any, object], Any]:
    """A hook that takes nothing but the type: "3" is no number, and True is no 1."""

    def hook(value: Any, _type: object) -> Any:
        if type(value) is not type_:
            raise _FormError(f"expected {type_.__name__}, not {value!r}")
        return value

    return hook


def _float(value: Any, _type: object) -> float:
    if type(value) not in (int, float):
        raise _FormError(f"expected a number, not {value!r}")
    return float(value)


def _decimal(value: Any, _type: object) -> Decimal:
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise _FormError(f"expected a decimal string, not {value!r}")
    return number


def _span(value: Any, _type: object) -> Span:
    if not isinstance(value, list) or [type(end) for end in value] != [int, int]:
        raise _FormError(f"expected [start, end], not {value!r}")
    return Span(*value)


def _is_literal(type_: Any) -> bool:
    origin: Any = get_origin(type_)
    return origin is Literal


def _literal(value: Any, type_: Any) -> Any:
    words = get_args(type_)
    if value not in words:
        raise _FormError(f"expected one of {', '.join(map(repr, words))}, not {value!r}")
    return value


@once_per_kind
def _converter(kind: type[Annotation]) -> Converter:
    """A converter for one kind of annotation."""
    converter = Converter(forbid_extra_keys=True)
    for type_ in (str, int, bool):
        converter.register_structure_hook(type_, _exactly(type_))
    converter.register_structure_hook(float, _float)
    converter.register_structure_hook_func(_is_literal, _literal)
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Span, list)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    _register(converter, Cue, ())
    _register(converter, kind, links(kind))
    return converter


def _register(converter: Converter, class_: type[Any], kept: Mapping[str, object] | tuple[()]) -> None:
    """Teach the converter a class whose fields are renamed on the wire, or kept as they are."""
    overrides: dict[str, Any] = {
        attribute.name: override(
            rename=RENAMED.get(attribute.name),
            unstruct_hook=(lambda value: value) if attribute.name in kept else None,
            struct_hook=(lambda value, _type: value) if attribute.name in kept else None,
        )
        for attribute in attrs.fields(class_)
    }
    converter.register_unstructure_hook(class_, make_dict_unstructure_fn(class_, converter, **overrides))
    converter.register_structure_hook(class_, make_dict_structure_fn(class_, converter, **overrides))
