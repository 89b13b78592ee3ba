"""How far we are, on a terminal, for those who read many files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

FEW = 2
"""Up to so many files need no progress."""


class Progress:
    """One line on standard error that is written over and over; nothing where standard error is no terminal."""

    def __init__(self, files: int) -> None:
        self._shown = files >= FEW and sys.stderr.isatty() and not sys.stdout.isatty()
        self._done = 0
        self._width = 0

    def step(self, name: str | None) -> None:
        """Say that the next article is being read."""
        self._done += 1
        if self._shown:
            line = f"{self._done:,} articles: {name or ''}"[:78]
            self._write(line.ljust(self._width))
            self._width = len(line)

    def clear(self) -> None:
        """Make room for another line."""
        if self._shown and self._width:
            self._write(" " * self._width)
            self._write("")
            self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.clear()

    def _write(self, line: str) -> None:
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
