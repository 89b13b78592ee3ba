"""Writes articles: as tables to read, as JSON, as JSON Lines."""

from __future__ import annotations

import itertools
import json
import shutil
from typing import TYPE_CHECKING

from newsclaims.cli import tables
from newsclaims.export.json import to_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclaims.article import Article
    from newsclaims.cli.arguments import Arguments

DEFAULT_WIDTH = 100


def _tables(articles: Iterator[Article], arguments: Arguments) -> None:
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 0)).columns
    for number, article in enumerate(articles):
        print(("\n" if number else "") + tables.article(article, arguments.kinds, width))


def _json_lines(articles: Iterator[Article], _arguments: Arguments) -> None:
    for article in articles:
        print(json.dumps(to_dict(article), ensure_ascii=False))


def _json(articles: Iterator[Article], _arguments: Arguments) -> None:
    """One article is an object, several are a list; they are written as they come."""
    texts = (json.dumps(to_dict(article), ensure_ascii=False, indent=2) for article in articles)
    first_two = list(itertools.islice(texts, 2))
    if len(first_two) < 2:
        print(*first_two or ["[]"])
        return
    print("[", first_two[0], sep="\n", end="")
    for text in itertools.chain(first_two[1:], texts):
        print(",", text, sep="\n", end="")
    print("\n]")


WRITERS: dict[str, Callable[[Iterator[Article], Arguments], None]] = {
    "table": _tables,
    "json": _json,
    "jsonl": _json_lines,
}
