"""Writes the table of options from the fields of the extractors and the strings that document them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import TYPE_CHECKING, Any

import attrs

import newsclaims as nc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write(page: Path) -> None:
    """Write the table of the options of all built-in extractors."""
    rows = ["| option | default | meaning |", "|---|---|---|"]
    for extractor in nc.Pipeline.default().extractors:
        documented = dict(documented_fields(type(extractor)))
        for option in attrs.fields(type(extractor)):
            if option.init:
                default = getattr(extractor, option.name)
                rows.append(f"| `{extractor.name}.{option.alias}` | `{default!r}` | {documented[option.name]} |")
    page.write_text("\n".join(rows) + "\n", encoding="utf8")


def documented_fields(class_: type[Any]) -> Iterator[tuple[str, str]]:
    """Each field of a class with the string that stands behind it, on one line."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(class_))).body
    assert isinstance(definition, ast.ClassDef)
    for statement, following in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(following, ast.Expr):
            text = ast.literal_eval(following.value)
            yield ast.unparse(statement.target), " ".join(text.split()).replace("``", "`").replace("|", "\\|")
