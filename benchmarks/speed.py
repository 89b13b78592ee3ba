"""How fast the library is: characters per second, and as a multiple of a plain scan for words.

The multiple travels between machines, the figure does not. Every part is run on the example articles over and over,
with the plain scan in the same loop, so that a busy machine slows both; the best round counts.

    python3 benchmarks/speed.py              the whole pipeline, and each extractor
    python3 benchmarks/speed.py --growth     time at 2n over time at n, on hostile input; 2 is linear
    python3 benchmarks/speed.py --numbers    time of dates and quantities on a kilobyte of nothing but numbers
"""

from __future__ import annotations

import argparse
import re
import time
from functools import partial
from typing import TYPE_CHECKING

import newsclaims as nc
from newsclaims import examples

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"\w+")
ROUNDS = 7

HOSTILE = {
    "quotation marks": '"',
    "curly marks, opening": "“",
    "doubled single marks": "''",
    "said": "said ",
    "he said, she said": 'he said "she said ',
    "according to": "according to ",
    "names": "Ada Orr ",
    "one long word": "a",
    "digits and commas": "1,",
    "dollar signs": "$",
    "percentages": "5 percent to ",
    "dates": "Monday, 3 March 2026, ",
    "open brackets": "(",
    "empty lines": "\n",
    "short paragraphs": "“No.\n\n",
    "full stops": ". ",
    "commas": "the man, ",
    "that": "that ",
    "and": "rents and ",
}

NUMBERS = (
    "1,", "1-", "$1", "5% ", "5m ", "1,1-", "12 1-", "1.Q1 ", "A 5 1", "3-2 ", "2 a ", "one ", "20s ", "1990 ", "Q1 ",
    "of 2 ", "at 5 ", "1 or ", "5 dogs ", "5 and ", "5-year ", "Jan 5 ", "5 May ", "Monday 3-2 ", "1 in 5 ", "3 of 4 ",
    "5 x 5 1 ", "12 to 9 ", "six of ten ", "5 per cent to ", "between 5 and ", "Ruiz, 34, ", "$75 per barrel ",
    "1 Monday ", "Friday, 3.5 ", "March 3 dozens ", "Monday 2 years ", ".Q1 ", "Jan 5 one of ", "3–4 5 per cent ",
)  # fmt: skip
"""Pieces that make the most of a kilobyte, found by trying pairs of short pieces."""


def crowded(piece: str, *, size: int = 1000, stretch: int = 115) -> tuple[str, str]:
    """A text of nothing but the piece, and one of stretches short enough to be no table, with a word between."""
    run = (piece * stretch)[: min(stretch, 19 * len(piece))]
    return (piece * size)[:size], (f"{run}{'x' * (121 - len(run))} " * size)[:size]


def seconds(run: Callable[[], object]) -> float:
    """The time of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def speed() -> None:
    """Print the speed of the whole and of its parts."""
    documents = [examples.read(name) for name in examples.names()]
    characters = sum(len(document.text) for document in documents)
    pipeline = nc.Pipeline.default()
    parts: dict[str, Callable[[], object]] = {
        "plain scan for words": lambda: [WORD.findall(document.text) for document in documents],
        "whole pipeline": lambda: [pipeline.extract(document.text, published="2026-03-12") for document in documents],
        "views of the text": lambda: [views(document.text) for document in documents],
    }
    for extractor in pipeline.extractors:
        prepared = [prepare(pipeline, document, extractor) for document in documents]
        parts[extractor.name] = partial(run_alone, extractor, prepared)
    best = dict.fromkeys(parts, float("inf"))
    for _ in range(ROUNDS):
        for name, run in parts.items():
            best[name] = min(best[name], seconds(run))
    scan = best["plain scan for words"]
    print(f"{characters:,} characters in {len(documents)} articles, best of {ROUNDS} rounds\n")
    print(f"{'':24}{'characters/s':>14}{'ms/article':>12}{'x plain scan':>14}")
    for name, time_ in best.items():
        print(f"{name:24}{characters / time_:14,.0f}{1000 * time_ / len(documents):12.2f}{time_ / scan:14.1f}")


def run_alone(extractor: nc.Extractor[nc.Annotation], prepared: list[tuple[nc.Document, nc.Found]]) -> object:
    """One extractor on documents of which everything else is known."""
    return [list(extractor.extract(document, found)) for document, found in prepared]


def views(text: str) -> object:
    """All the views of a fresh document."""
    document = nc.Document(text)
    return document.sentences, document.word_classes, document.quotations


def prepare(
    pipeline: nc.Pipeline, document: nc.Document, extractor: nc.Extractor[nc.Annotation]
) -> tuple[nc.Document, nc.Found]:
    """A document with its views made and what the extractor requires found, so that only its own work is timed."""
    views_of = nc.Document(document.text, published=document.published)
    found: dict[type[nc.Annotation], tuple[nc.Annotation, ...]] = {}
    for other in pipeline.extractors:
        if other.name == extractor.name:
            break
        view = nc.Found({kind: found.get(kind, ()) for kind in other.requires})
        listed = (*found.get(other.provides, ()), *other.extract(views_of, view))
        found[other.provides] = tuple(sorted(listed, key=lambda one: (one.start, one.end)))
    extractor.extract(views_of, nc.Found({kind: found.get(kind, ()) for kind in extractor.requires}))
    return views_of, nc.Found({kind: found.get(kind, ()) for kind in extractor.requires})


def growth(size: int) -> None:
    """Print how the time grows with the length of hostile input."""
    pipeline = nc.Pipeline.default()
    print(f"{'':24}{'n = ' + format(size, ','):>14}{'2n':>10}{'2n / n':>10}")
    for name, piece in HOSTILE.items():
        times = []
        for length in (size, 2 * size):
            text = (piece * (length // len(piece) + 1))[:length]
            times.append(min(seconds(partial(pipeline.extract, text)) for _ in range(3)))
        print(f"{name:24}{times[0]:13.3f}s{times[1]:9.3f}s{times[1] / times[0]:10.2f}")


def numbers() -> None:
    """Print what dates and quantities cost on a kilobyte of numbers, the worst first."""
    pipeline = nc.Pipeline.default().only("dates", "quantities")
    found = []
    for piece in NUMBERS:
        runs = [partial(pipeline.extract, text, published="2026-03-12") for text in crowded(piece)]
        found.append((max(min(seconds(run) for _ in range(ROUNDS)) for run in runs), piece))
    for time_, piece in sorted(found, reverse=True):
        print(f"{1000 * time_:8.2f} ms  {piece!r}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true", help="growth on hostile input")
    parser.add_argument("--size", type=int, default=50_000, help="n, in characters (default: 50,000)")
    parser.add_argument("--numbers", action="store_true", help="a kilobyte of numbers")
    given = parser.parse_args()
    if given.growth:
        growth(given.size)
    elif given.numbers:
        numbers()
    else:
        speed()


if __name__ == "__main__":
    main()
