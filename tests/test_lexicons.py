"""Every word list is data that a person can read: a header that names its source, one entry a line, sorted."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from newsclaims import lexicons

FOLDER = Path(str(files("newsclaims.lexicons")))
LISTS = sorted(FOLDER.glob("*/*.txt"))
TABLES = sorted(FOLDER.glob("*/*.toml"))


def header(path: Path) -> str:
    lines = path.read_text(encoding="utf8").splitlines()
    return "\n".join(line for line in lines[: next((i for i, x in enumerate(lines) if not x.startswith("#")), None)])


def test_there_are_lists() -> None:
    assert LISTS


@pytest.mark.parametrize("path", [*LISTS, *TABLES], ids=lambda path: path.name)
def test_the_header_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    assert len(header(path)) > 20
    assert "source" in header(path).lower() or "own list" in header(path).lower()


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_entries_are_sorted_and_stand_once(path: Path) -> None:
    entries = lexicons.lines(path.stem, path.parent.name)
    keys = [entry.split("|")[0].strip() for entry in entries]
    assert keys == sorted(set(keys))
    assert keys


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_can_be_read(path: Path) -> None:
    assert lexicons.document(path.stem, path.parent.name) == tomllib.loads(path.read_text(encoding="utf8"))


def test_every_file_is_a_list_or_a_table() -> None:
    others = [
        path.name for path in FOLDER.glob("[a-z][a-z]/*") if path.suffix not in {".txt", ".toml"} and path.is_file()
    ]
    assert others == []
