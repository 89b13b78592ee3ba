"""Reads articles from files and standard input; what cannot be read is said, and the rest is read."""

from __future__ import annotations

import itertools
import json
import sys
from typing import IO, TYPE_CHECKING

import attrs

from newsclaims import examples
from newsclaims.document import Document
from newsclaims.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclaims.cli.arguments import Arguments

JSON_LINES = (".jsonl", ".ndjson")
STDIN = "-"


@attrs.frozen
class Unreadable:
    """An article that could not be read."""

    where: str
    """The file, with the line where there is one."""
    message: str
    """Why."""


def documents(arguments: Arguments) -> Iterator[Document | Unreadable]:
    """The articles of all files, in order, each under its id, or the name of its file and line."""
    if arguments.example:
        yield examples.read(arguments.example)
        return
    for path in arguments.files:
        try:
            if path == STDIN:
                yield from _read("standard input", sys.stdin.buffer, arguments)
            else:
                with open(path, "rb") as file:
                    yield from _read(path, file, arguments)
        except OSError as error:
            yield Unreadable(path, error.strerror or str(error))


def _read(name: str, file: IO[bytes], arguments: Arguments) -> Iterator[Document | Unreadable]:
    first = file.readline()
    lines: Iterable[bytes] = itertools.chain([first], file)
    if _is_json_lines(name, first, arguments):
        yield from _json_lines(name, lines, arguments)
    else:
        yield _text(name, b"".join(lines), arguments)


def _is_json_lines(name: str, first: bytes, arguments: Arguments) -> bool:
    if arguments.input == "auto":
        return name.lower().endswith(JSON_LINES) or (name == "standard input" and first.lstrip().startswith(b"{"))
    return arguments.input == "jsonl"


def _text(name: str, data: bytes, arguments: Arguments) -> Document | Unreadable:
    encoding = "utf-8-sig" if arguments.encoding == "utf-8" else arguments.encoding
    try:
        return Document(data.decode(encoding), published=arguments.published, id=name)
    except UnicodeDecodeError as error:
        bad = data[error.start : error.start + 1].hex()
        return Unreadable(
            name, f"not {arguments.encoding}: byte 0x{bad} at offset {error.start}; name the encoding with --encoding"
        )


def _json_lines(name: str, lines: Iterable[bytes], arguments: Arguments) -> Iterator[Document | Unreadable]:
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            document = _article(line)
        except ArgumentError as error:
            yield Unreadable(where, str(error))
        else:
            yield attrs.evolve(document, id=document.id or where, published=document.published or arguments.published)


def _article(line: bytes) -> Document:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArgumentError(f"not UTF-8: byte 0x{line[error.start]:02x} at offset {error.start}") from None
    except json.JSONDecodeError as error:
        raise ArgumentError(f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise ArgumentError(f"not JSON that can be read: {error}") from None
    if not isinstance(row, dict):
        raise ArgumentError(f"expected an object with a 'text', not {type(row).__name__}")
    return Document.of(row)
