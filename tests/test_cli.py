from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest

import newsclaims as nc
from frame import ARTICLE, Failing, Poll, mention
from newsclaims import examples, plugins
from newsclaims.cli import main, tables
from newsclaims.cli.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

RAIN = "Rain fell on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a text and a file of JSON Lines."""
    (tmp_path / "rain.txt").write_text(RAIN, encoding="utf8")
    rows = [{"text": RAIN, "published": "2025-01-20", "id": "a1"}, {"text": "Snow.", "headline": "Snow"}]
    (tmp_path / "feed.jsonl").write_text("\n\n".join(map(json.dumps, rows)), encoding="utf8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    try:
        code = main(argv)
    except SystemExit as stopped:  # argparse
        code = int(stopped.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


# --- in and out ---


def test_a_text_gives_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "rain.txt", "--format", "json", "--published", "2025-01-20")
    article = nc.from_dict(json.loads(out))
    assert (code, err) == (0, "")
    assert (article.text, article.id, article.published) == (RAIN, "rain.txt", "2025-01-20")


def test_several_articles_give_a_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rain.txt", "feed.jsonl", "--format", "json")
    assert code == 0
    assert [row["id"] for row in json.loads(out)] == ["rain.txt", "a1", "feed.jsonl:3"]


def test_json_lines_keep_their_own_date_and_take_the_given_one_where_they_have_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "feed.jsonl", "--format", "jsonl", "--published", "2024-02-29")
    assert [json.loads(line)["published"] for line in out.splitlines()] == ["2025-01-20", "2024-02-29"]


@pytest.mark.parametrize(
    ("data", "ids"),
    [(RAIN, ["standard input"]), (' {"text": "Rain."}\n{"text": "Snow.", "id": 7}', ["standard input:1", "7"])],
)
def test_standard_input_is_text_or_json_lines(
    data: str, ids: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    code, out, _ = run(capsys, "-", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ids


def test_what_the_files_hold_can_be_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feed.txt").write_text('{"text": "Rain."}', encoding="utf8")
    _, out, _ = run(capsys, "feed.txt", "--format", "jsonl", "--input", "jsonl")
    assert json.loads(out)["text"] == "Rain."
    _, out, _ = run(capsys, "feed.jsonl", "--format", "json", "--input", "text")
    assert json.loads(out)["text"].startswith("{")


def test_the_text_is_taken_as_it_stands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_bytes("Caf\xe9 closed.\r\n\r\nNobody minded.".encode("latin-1"))
    _, out, _ = run(capsys, "old.txt", "--format", "json", "--encoding", "latin-1")
    assert json.loads(out)["text"] == "Café closed.\r\n\r\nNobody minded."
    (folder / "marked.txt").write_bytes(b"\xef\xbb\xbfRain.")
    _, out, _ = run(capsys, "marked.txt", "--format", "json")
    assert json.loads(out)["text"] == "Rain."


def test_a_lone_surrogate_comes_through(tmp_path: Path) -> None:
    odd = tmp_path / "odd.jsonl"
    odd.write_text('{"text": "Rain \\ud83d fell \\u201cagain\\u201d."}', encoding="utf8")
    done = subprocess.run(
        [sys.executable, "-m", "newsclaims", str(odd), "--format", "jsonl"], capture_output=True, check=True
    )
    assert json.loads(done.stdout.decode("utf8"))["text"] == "Rain \ud83d fell “again”."


@pytest.mark.parametrize("name", examples.names())
def test_every_example_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--example", name)
    assert (code, err) == (0, "")
    assert out.startswith(f"{name} · ")
    assert "QUOTES" in out


def test_the_first_example_is_the_one_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--example") == run(capsys, "--example", "summit")


def test_kinds_choose_what_is_found_and_what_that_needs(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--example", "--kinds", "dates,speakers")
    assert "DATES (" in out
    assert "SPEAKERS (" in out
    assert "QUOTES (" not in out
    _, out, _ = run(capsys, "--example", "--kinds", "quantities", "--format", "json")
    assert json.loads(out)["claims"] == []
    assert nc.from_dict(json.loads(out)).text == examples.read("summit").text


def test_options_reach_the_extractor(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--example", "--option", "quotes.thought=true")[0] == 0
    code, _, err = run(capsys, "--example", "--option", "quotes.thoughts=true")
    assert (code, err) == (
        2,
        "newsclaims: extractor 'quotes' has no option 'thoughts': did you mean 'thought'?\n",
    )


def test_the_list_names_every_extractor_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--list")
    assert code == 0
    for name in nc.available():
        assert f"\n{name} " in f"\n{out}"
    assert "--option quotes.thought=false" in out


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "give a file, '-' for standard input, or --example"),
        (
            ["rain.txt", "--published", "May"],
            "argument --published: expected a date such as 2026-03-12, not 'May'",
        ),
        (["rain.txt", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["rain.txt", "--encoding", "utf-9"], "argument --encoding: no encoding is called 'utf-9'"),
        (["rain.txt", "--option", "thought"], "expected EXTRACTOR.NAME=VALUE, not 'thought'"),
        (["--example", "weather"], "no example is called 'weather'; there are summit,"),
        (["--example", "summit", "rain.txt"], "--example summit is the article to read; leave out rain.txt"),
        (["rain.txt", "--kinds", "quote"], "no extractor here finds 'quote'; the kinds are dates, quantities,"),
        (["rain.txt", "--plugin", "pols"], "no extractor is called 'pols'"),
        (["rain.txt", "--option", "quote.thought=1"], "options are given for 'quote'"),
    ],
)
def test_a_wrong_command_is_said_and_gives_2(
    folder: Path, argv: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.txt", None, "gone.txt: No such file or directory"),
        (".", None, ".: Is a directory"),
        ("old.txt", b"Caf\xe9", "old.txt: not utf-8: byte 0xe9 at offset 3; name the encoding with --encoding"),
        ("bad.jsonl", b'{"text": "a"}\n{"text": ', "bad.jsonl:2: not JSON: Expecting value at column 10"),
        ("bad.jsonl", b'\n["a"]', "bad.jsonl:2: expected an object with a 'text', not list"),
        ("bad.jsonl", b'{"body": "a"}', "bad.jsonl:1: an article needs a 'text'; this one has 'body'"),
        ("bad.jsonl", b'{"text": 3}', "bad.jsonl:1: text must be a str, not int: decode bytes first"),
        ("bad.jsonl", b'{"text": "a", "published": "May"}', "bad.jsonl:1: published must be an ISO date such as"),
        ("bad.jsonl", b'{"text": "Caf\xe9"}', "bad.jsonl:1: not UTF-8: byte 0xe9 at offset 13"),
        ("bad.jsonl", b"[" * 100_000, "bad.jsonl:1: not JSON that can be read"),
    ],
)
def test_an_article_that_cannot_be_read_is_said_in_a_line_and_the_rest_is_delivered(
    folder: Path, name: str, data: bytes | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    code, out, err = run(capsys, name, "rain.txt", "--format", "jsonl")
    assert code == 1
    assert err.startswith(f"newsclaims: {message}")
    assert err.count("\n") == 1
    assert [json.loads(line)["id"] for line in out.splitlines()][-1] == "rain.txt"


def test_an_extractor_that_fails_is_said_and_the_rest_is_delivered(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load = plugins.load
    monkeypatch.setattr(
        plugins, "load", lambda name: (lambda: Failing("polls", Poll, word="Rain")) if name == "polls" else load(name)
    )
    code, out, err = run(capsys, "rain.txt", "--plugin", "polls", "--format", "json")
    assert code == 1
    assert err == "newsclaims: rain.txt: extractor 'polls': ZeroDivisionError: nothing to share\n"
    assert json.loads(out)["problems"] == [
        {"extractor": "polls", "error": "ZeroDivisionError", "message": "nothing to share"}
    ]


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    rain = tmp_path / "rain.txt"
    rain.write_text(RAIN, encoding="utf8")
    with subprocess.Popen(
        [sys.executable, "-m", "newsclaims", *[str(rain)] * 2000, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_progress_is_one_line_that_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(3) as progress:
        progress.step("rain.txt")
        progress.step("a")
    assert terminal.getvalue() == ("\r1 articles: rain.txt" + "\r2 articles: a       " + "\r" + " " * 13 + "\r")


# --- tables ---


def test_tables_say_who_said_what(monkeypatch: pytest.MonkeyPatch) -> None:
    poll = Poll(**mention("Turnout"), rule="polls.word", share=ARTICLE.quantities[0])
    shown = tables.article(attrs.evolve(ARTICLE, extra={"polls": (poll,)}), width=74)
    assert shown.splitlines() == [
        "2025-01-20 · 93 characters",
        "",
        "QUOTES (2)",
        "Who      Words                                        Cue",
        "Ada Orr  Turnout rose to over 61.5 percent on Monday  told, 2025-01-20",
        "?        “It was high”",
        "",
        "QUANTITIES (1)",
        "Text               Value    Unit     Of  Kind",
        "over 61.5 percent  > 61.50  percent      percent, up",
        "",
        "DATES (1)",
        "Text    Value       Kind",
        "Monday  2025-01-20  date",
        "",
        "CLAIMS (1)",
        "Score  Who      Claim                                      About",
        "1.5    Ada Orr  Turnout rose to over 61.5 percent on       quantity, trend",
        "                Monday",
        "",
        "SPEAKERS (1)",
        "Name     Kind    Role  Affiliation  Mentions",
        "Ada Orr  person                     2",
        "",
        "POLLS (1)",
        "Text     Holds",
        "Turnout  share: over 61.5 percent",
    ]


@pytest.mark.parametrize(
    ("value", "shown"), [("1250000", "1,250,000"), ("0.10", "0.10"), ("0.6666666667", "0.6667"), ("1E+6", "1,000,000")]
)
def test_values_are_shown_as_a_reader_writes_them(value: str, shown: str) -> None:
    quantity = attrs.evolve(ARTICLE.quantities[0], value=Decimal(value), bound=None)
    article = nc.Article(text=ARTICLE.text, quantities=(quantity,))
    row = tables.article(article, kinds=["quantities"]).splitlines()[-1]
    assert row.split("  ")[1] == shown


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 120):
        assert max(map(len, tables.article(ARTICLE, width=width).splitlines())) <= width


def test_what_could_steer_the_terminal_is_not_printed() -> None:
    shown = tables.article(attrs.evolve(ARTICLE, id="a\x1b[31m\x00\u202eb"))
    assert shown.startswith("a�[31m��b · ")


def test_the_width_is_that_of_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    _, out, _ = run(capsys, "--example", "quarter")
    assert max(map(len, out.splitlines())) <= 72


def test_python_m_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsclaims", "--version"], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == f"newsclaims {nc.__version__}\n"
