"""What the command line takes."""

from __future__ import annotations

import argparse
import codecs
import datetime
import json
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from newsclaims import __version__, examples
from newsclaims.document import to_date
from newsclaims.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

Format = Literal["table", "json", "jsonl"]
InputFormat = Literal["auto", "text", "jsonl"]

EPILOG = """\
files:
  A file is the text of one article, or, if its name ends in .jsonl or .ndjson, JSON Lines: an article a line, an
  object with "text" and, if known, "published", "source" and "id". "-" is standard input; what begins with "{" there
  is taken for JSON Lines.

exit codes:
  0  all went well
  1  an article could not be read, or an extractor failed on it; the rest is delivered
  2  the command is wrong

examples:
  newsclaims --example
  newsclaims --example quarter --kinds quantities
  newsclaims article.txt --published 2026-03-12
  newsclaims feed.jsonl --format jsonl > found.jsonl
"""


@frozen(kw_only=True)
class Arguments:
    """The command, read and checked."""

    files: tuple[str, ...]
    """Paths, "-" for standard input."""
    example: str | None
    """Name of an example article."""
    input: InputFormat
    """What the files hold."""
    encoding: str
    """Encoding of text files."""
    published: datetime.date | None
    """Date of articles that bring none."""
    format: Format
    """What to write."""
    kinds: tuple[str, ...]
    """Kinds to find; all if empty."""
    plugins: tuple[str, ...]
    """Plugins to run."""
    options: dict[str, dict[str, Any]]
    """Options by extractor."""
    list: bool
    """Whether to list the extractors and stop."""


def parse(argv: Sequence[str] | None) -> Arguments:
    """The command as given; a wrong one ends the program with a line on standard error and the exit code 2."""
    parser = _parser()
    given = parser.parse_args(argv)
    if not (given.files or given.example or given.list):
        parser.error("give a file, '-' for standard input, or --example")
    if given.example and given.files:
        parser.error(f"--example {given.example} is the article to read; leave out {' '.join(given.files)}")
    options: dict[str, dict[str, Any]] = {}
    for extractor, name, value in given.options:
        options.setdefault(extractor, {})[name] = value
    return Arguments(
        files=tuple(given.files),
        example=given.example,
        input=given.input,
        encoding=given.encoding,
        published=given.published,
        format=given.format,
        kinds=given.kinds,
        plugins=tuple(given.plugins),
        options=options,
        list=given.list,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclaims",
        description="Who said what in a news article, with which numbers and dates: each with its place in the text.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", metavar="FILE", nargs="*", help="articles to read; '-' is standard input")
    parser.add_argument(
        "--example",
        metavar="NAME",
        nargs="?",
        const=examples.names()[0],
        type=_example,
        help=f"read an example article instead: {', '.join(examples.names())} (default: {examples.names()[0]})",
    )
    reading = parser.add_argument_group("reading")
    reading.add_argument(
        "--published", metavar="DATE", type=_date, help="date of articles that bring none, as in 2026-03-12"
    )
    reading.add_argument("--input", choices=("auto", "text", "jsonl"), default="auto", help="what the files hold")
    reading.add_argument("--encoding", default="utf-8", type=_encoding, help="encoding of text files (default: utf-8)")
    finding = parser.add_argument_group("finding")
    finding.add_argument(
        "--kinds", metavar="KIND,…", type=_kinds, default=(), help="what to find: quotes, claims, quantities, …"
    )
    finding.add_argument("--plugin", dest="plugins", metavar="NAME", action="append", default=[], help="run a plugin")
    finding.add_argument(
        "--option",
        dest="options",
        metavar="EXTRACTOR.NAME=VALUE",
        action="append",
        type=_option,
        default=[],
        help="set an option of an extractor: quotes.thought=true",
    )
    writing = parser.add_argument_group("writing")
    writing.add_argument(
        "--format",
        choices=("table", "json", "jsonl"),
        default="table",
        help="a table to read; json: one object, or a list of several; jsonl: an object a line",
    )
    parser.add_argument("--list", action="store_true", help="list the extractors and their options, and stop")
    parser.add_argument("--version", action="version", version=f"newsclaims {__version__}")
    return parser


def _example(name: str) -> str:
    try:
        return examples.read(name).id or name
    except ArgumentError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _date(text: str) -> datetime.date | None:
    try:
        return to_date(text)
    except ArgumentError:
        raise argparse.ArgumentTypeError(f"expected a date such as 2026-03-12, not {text!r}") from None


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"no encoding is called {name!r}") from None


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(kind.strip() for kind in text.split(",") if kind.strip())


def _option(text: str) -> tuple[str, str, Any]:
    path, equals, value = text.partition("=")
    extractor, dot, name = path.partition(".")
    if not (equals and dot and extractor and name):
        raise argparse.ArgumentTypeError(f"expected EXTRACTOR.NAME=VALUE, not {text!r}")
    try:
        return extractor, name, json.loads(value)
    except ValueError:
        return extractor, name, value
