"""The list of extractors, with their options."""

from __future__ import annotations

import inspect
import json

import attrs

from newsclaims import plugins
from newsclaims.errors import PipelineError
from newsclaims.extractors import BUILT_IN


def extractors() -> str:
    """One extractor a line: its name, what it finds, its options with their defaults."""
    names = plugins.available()
    width = max(len(name) for name in names)
    return "\n".join(f"{name.ljust(width)}  {_about(name)}" for name in names)


def _about(name: str) -> str:
    try:
        made = plugins.load(name)
    except PipelineError as error:
        return f"cannot be loaded: {error}"
    first_line = (inspect.getdoc(made) or "").partition("\n")[0]
    kind = "" if name in BUILT_IN else " (plugin)"
    fields = attrs.fields(made) if isinstance(made, type) and attrs.has(made) else ()
    options = ", ".join(f"{name}.{field.alias}={_default(field)}" for field in fields if field.init)
    return f"{first_line}{kind}" + (f" Options: {options}" if options else "")


def _default(field: attrs.Attribute[object]) -> str:
    """The default as the command line takes it."""
    try:
        return json.dumps(field.default, ensure_ascii=False)
    except TypeError:
        return "…"
