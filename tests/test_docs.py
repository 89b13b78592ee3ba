"""The pages keep up with the code."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import attrs
import pytest

import newsclaims as nc
from newsclaims import examples
from newsclaims.extractors import BUILT_IN

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "newsclaims"
CASES = ROOT / "tests" / "cases"
CATALOGUE = runpy.run_path(str(DOCS / "rule_catalogue.py"))


@pytest.mark.parametrize("name", nc.__all__)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    assert re.search(rf"^\.\. auto\w+:: {name}$", (DOCS / "api.md").read_text(encoding="utf8"), re.MULTILINE)


def test_every_option_is_in_the_table_with_what_it_means(tmp_path: Path) -> None:
    runpy.run_path(str(DOCS / "option_table.py"))["write"](tmp_path / "options.md")
    table = (tmp_path / "options.md").read_text(encoding="utf8")
    assert re.search(r"^\| `quotes\.thought` \| `False` \| \w.+ \|$", table, re.MULTILINE)
    options = [f"{e.name}.{o.alias}" for e in nc.Pipeline.default().extractors for o in attrs.fields(type(e)) if o.init]
    assert re.findall(r"^\| `([\w.]+)`", table, re.MULTILINE) == options


def test_the_picture_of_the_folders_is_that_of_the_source() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf8")
    drawn = set(re.findall(r"^  (\w+(?:\.py|/))", page, re.MULTILINE))
    found = {path.name if path.suffix else f"{path.name}/" for path in SOURCE.iterdir()}
    assert drawn == found - {"py.typed", "__pycache__/", "__main__.py"}


def test_the_picture_of_the_order_is_that_of_the_table() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf8")
    picture = page.split("```")[1]
    column = [line[20:].split()[0] for line in picture.splitlines() if len(line) > 20]
    assert [word for word in column if word in BUILT_IN] == list(BUILT_IN)


def test_every_example_article_is_named_on_the_page_of_the_command_line() -> None:
    page = (DOCS / "command-line.md").read_text(encoding="utf8")
    assert ", ".join(f"`{name}`" for name in examples.names()) in page


def test_the_catalogue_gives_each_rule_its_shortest_case(tmp_path: Path) -> None:
    cases = tmp_path / "cases" / "en" / "dates"
    cases.mkdir(parents=True)
    long = '[[case]]\nid = "a"\ntext = "Rain fell on Monday."\nexpect = [{ text = "Monday" }]\n'
    short = '[[case]]\nid = "b"\ntext = "On Monday."\nexpect = [{ text = "Monday", value = "none" }]\n'
    (cases / "core.toml").write_text(long + short, encoding="utf8")
    (cases / "xfail.toml").write_text(short.replace("Monday", "3 May"), encoding="utf8")
    CATALOGUE["write"](tmp_path / "rules.md", tmp_path / "cases")
    page = (tmp_path / "rules.md").read_text(encoding="utf8")
    shown = "> On Monday.\n\n- `text`: `Monday`\n- `value`: `none`\n"
    assert page.endswith(f"\n## dates\n\n### `dates.weekday`\n\n{nc.rules()['dates.weekday']}.\n\n{shown}")


def test_every_rule_is_listed_and_has_a_case() -> None:
    """A rule that is missing needs a case, and a line in lexicons/en/rules.txt: see docs/developing.md."""
    assert CATALOGUE["examples"](CASES).keys() == nc.rules().keys()
