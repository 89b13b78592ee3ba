"""The time grows with the length of the text and not faster, on input that is made to be slow."""

from __future__ import annotations

import runpy
import time
from pathlib import Path

import pytest

import newsclaims as nc

HOSTILE: dict[str, str] = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "speed.py"))["HOSTILE"]
SHORT, FACTOR = 4_000, 4
TOLERATED = 1.7
"""Linear is 1, quadratic is the factor; a busy machine and a cold cache are somewhere below this."""
NOT_WORTH_MEASURING = 0.02
"""Seconds."""


def seconds(text: str) -> float:
    start = time.process_time()
    nc.extract(text, published="2026-03-12")
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(piece: str) -> None:
    short = (piece * SHORT)[:SHORT]
    for _ in range(4):
        growth = [min(seconds(text) for _ in range(2)) for text in (short, short * FACTOR)]
        if growth[1] < NOT_WORTH_MEASURING or growth[1] / growth[0] < TOLERATED * FACTOR:
            return
    pytest.fail(f"{growth[1] / growth[0]:.1f} times the time for {FACTOR} times the text")
