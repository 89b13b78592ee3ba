"""The list of extractors, with their options."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING

import attrs

from newsclaims import plugins
from newsclaims.errors import PipelineError
from newsclaims.extractors import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator


def extractors() -> str:
    """The extractors: name, what each finds, and below it its options with their defaults."""
    names = plugins.available()
    width = max(len(name) for name in names)
    return "\n".join(line for name in names for line in _lines(name, width))


def _lines(name: str, width: int) -> Iterator[str]:
    try:
        made = plugins.load(name)
    except PipelineError as error:
        yield f"{name.ljust(width)}  cannot be loaded: {error}"
        return
    about = (inspect.getdoc(made) or "").partition("\n")[0]
    yield f"{name.ljust(width)}  {about}{'' if name in BUILT_IN else ' (plugin)'}"
    for option in attrs.fields(made) if isinstance(made, type) and attrs.has(made) else ():
        if option.init:
            yield f"{' ' * width}    --option {name}.{option.alias}={_default(option)}"


def _default(field: attrs.Attribute[object]) -> str:
    """The default as the command line takes it."""
    make = getattr(field.default, "factory", None)
    try:
        return json.dumps(make() if make else field.default, ensure_ascii=False, default=list)
    except TypeError:
        return "…"
