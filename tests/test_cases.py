"""Runs every table-driven case of tests/cases/en/<kind>/<role>.toml.

A case is a text and what must be found in it, in text order::

    [[case]]
    id = "split-quote"                  # unique within its kind
    text = 'It rained, ...'
    published = "2025-01-20"            # optional
    options = { quotes = { thought = true } }   # optional
    expect = [{ source = "Ruiz", segments = ["It rained,", "and then it stopped."] }]

An expectation names some fields of the wire format; the others are free. A mention is compared by its text, a span by
its surface, a link by the name (speaker), value (date) or text (others) of what it refers to; a null is written "none".
The number of objects must be that of the expectations: ``expect = []`` says that nothing of the kind may be found.
Every case of xfail.toml needs a ``reason`` and must fail.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import newsclaims as nc

ROOT = Path(__file__).parent / "cases" / "en"
ROLES = ("core", "hard", "negative", "xfail")


def cases() -> list[Any]:
    params = []
    for path in sorted(ROOT.glob("*/*.toml")):
        assert path.stem in ROLES, f"{path}: a file of cases is called {', '.join(ROLES)}"
        for case in tomllib.loads(path.read_text(encoding="utf8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["reason"], strict=True)] if path.stem == "xfail" else []
            params.append(pytest.param(path.parent.name, case, id=f"{path.parent.name}-{case['id']}", marks=marks))
    return params


@cache
def pipeline(options: str) -> nc.Pipeline:
    return nc.Pipeline.default(options=json.loads(options))


def plain(value: Any, wire: dict[str, Any], names: dict[str, str]) -> Any:
    """A field of the wire format as an expectation writes it; TOML has no null, so it is written "none"."""
    if value is None:
        return "none"
    if isinstance(value, dict):
        return value.get("code") or value["text"]
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return wire["text"][slice(*value)]
        return [plain(v, wire, names) for v in value]
    return value


def names_by_id(wire: dict[str, Any]) -> dict[str, str]:
    names = {}
    for kind, label in (("speakers", "name"), ("dates", "value"), ("quotes", "text"), ("quantities", "text")):
        names.update({row["id"]: row[label] for row in wire[kind]})
    return names


def field(row: dict[str, Any], path: str, wire: dict[str, Any], names: dict[str, str]) -> Any:
    """A field by its dotted path: "cue.lemma" looks into the mention."""
    head, _, rest = path.partition(".")
    value = row[head]
    if rest:
        return value[rest] if value is not None else "none"
    return plain(value, wire, {} if head == "text" else names)


@pytest.mark.parametrize(("kind", "case"), cases())
def test_case(kind: str, case: dict[str, Any]) -> None:
    article = pipeline(json.dumps(case.get("options", {}))).extract(case["text"], published=case.get("published"))
    wire = nc.to_dict(article)
    names = names_by_id(wire)
    found = wire[kind]
    keys = [list(expected) for expected in case["expect"]]
    shown = [
        {key: field(row, key, wire, names) for key in (keys[i] if i < len(keys) else ["text", "rule"])}
        for i, row in enumerate(found)
    ]
    assert shown == case["expect"]
    assert nc.from_dict(wire) == article


def test_ids_are_unique() -> None:
    ids = [param.id for param in cases()]
    assert len(ids) == len(set(ids))
