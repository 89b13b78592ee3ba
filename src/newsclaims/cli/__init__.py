"""The command line: articles in, a table or the wire format out.

Exit codes: 0 all went well; 1 an article could not be read, or an extractor failed on one (the rest is delivered);
2 the command is wrong; 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from newsclaims.cli.arguments import Arguments, parse
from newsclaims.cli.inputs import Unreadable, documents
from newsclaims.cli.listing import extractors
from newsclaims.cli.outputs import WRITERS
from newsclaims.cli.progress import Progress
from newsclaims.errors import NewsclaimsError
from newsclaims.pipeline import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclaims.article import Article


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; those of the process where none are given.

    Returns:
        The exit code.
    """
    _write_utf8()
    try:
        arguments = parse(argv)
        if arguments.list:
            print(extractors())
            return 0
        return _run(arguments)
    except NewsclaimsError as error:
        print(f"newsclaims: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Who reads our output has seen enough. Python would complain again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _write_utf8() -> None:
    """Write UTF-8 wherever we run; what UTF-8 cannot hold (a lone surrogate) as the escape that JSON has for it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: Arguments) -> int:
    pipeline = _pipeline(arguments)
    trouble = Trouble()
    with Progress(len(arguments.files)) as progress:
        WRITERS[arguments.format](_articles(arguments, pipeline, trouble, progress), arguments)
    sys.stdout.flush()
    return 1 if trouble.any else 0


def _pipeline(arguments: Arguments) -> Pipeline:
    """The extractors asked for: of the chosen kinds, and those that they need."""
    pipeline = Pipeline.default(options=arguments.options, plugins=arguments.plugins, on_error="collect")
    if not arguments.kinds:
        return pipeline
    by_kind: dict[str, list[str]] = {}
    for extractor in pipeline.extractors:
        if extractor.provides.plural:
            by_kind.setdefault(extractor.provides.plural, []).append(extractor.name)
    for kind in arguments.kinds:
        if kind not in by_kind:
            raise NewsclaimsError(f"no extractor here finds {kind!r}; the kinds are {', '.join(by_kind)}")
    return pipeline.only(*(name for kind in arguments.kinds for name in by_kind[kind]))


class Trouble:
    """Says what went wrong, one line each, and remembers that something did."""

    def __init__(self) -> None:
        self.any = False

    def report(self, where: str | None, message: str) -> None:
        """Write one line to standard error."""
        self.any = True
        line = f"{where or 'article'}: {message}".replace("\n", " ")
        print(f"newsclaims: {line}", file=sys.stderr)


def _articles(arguments: Arguments, pipeline: Pipeline, trouble: Trouble, progress: Progress) -> Iterator[Article]:
    for document in documents(arguments):
        if isinstance(document, Unreadable):
            progress.clear()
            trouble.report(document.where, document.message)
            continue
        progress.step(document.id)
        article = pipeline.extract(document)
        for problem in article.problems:
            progress.clear()
            trouble.report(article.id, f"extractor {problem.extractor!r}: {problem.error}: {problem.message}")
        yield article
