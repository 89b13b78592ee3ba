"""Writes the page of rules from the test cases: each rule with the shortest example that the tests hold it to."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import newsclaims as nc

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
# Rules

Every annotation names the rule that made it, `extractor.rule`; `newsclaims.rules()` lists them. This page is made from
the test cases: each rule with the shortest example that the tests hold it to.
"""
SHOWN_FROM = ("core", "hard")


def write(page: Path, cases: Path) -> None:
    """Write the page from the folder of cases."""
    lines = [HEAD]
    meanings = nc.rules()
    extractor = ""
    for rule, (case, expected) in sorted(examples(cases).items()):
        name = rule.partition(".")[0]
        if name != extractor:
            lines.append(f"\n## {name}\n")
            extractor = name
        lines += [f"### `{rule}`\n", f"{meanings[rule]}.\n"]
        lines += [*(f"> {line}" for line in case["text"].splitlines()), ""]
        lines += [f"- `{key}`: {shown(value)}" for key, value in expected.items() if key != "rule"]
        lines.append("")
    page.write_text("\n".join(lines), encoding="utf8")


def examples(cases: Path) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """For each rule the shortest case in which it finds something, with what is expected of it."""
    found: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
    for path in sorted(cases.glob("*/*/*.toml")):
        if path.stem not in SHOWN_FROM:
            continue
        for case in tomllib.loads(path.read_text(encoding="utf8"))["case"]:
            for rule, expected in zip(rules(case, path.parent.name), case["expect"], strict=True):
                if rule not in found or len(case["text"]) < len(found[rule][0]["text"]):
                    found[rule] = case, expected
    return found


def rules(case: dict[str, Any], kind: str) -> list[str]:
    """The rules that find something of a kind in a case, in text order."""
    pipeline = nc.Pipeline.default(options=case.get("options", {})).only(kind)
    return [row["rule"] for row in nc.to_dict(pipeline.extract(case["text"], published=case.get("published")))[kind]]


def shown(value: object) -> str:
    """A value as code, on one line."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split()).replace("`", "'")
    return f"`{text}`"
