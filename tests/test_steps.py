"""A kilobyte of nothing but numbers takes few steps, however they are written: counted, not timed."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import newsclaims as nc

if TYPE_CHECKING:
    from types import FrameType

SPEED = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "speed.py"))
PIPELINE = nc.Pipeline.default().only("dates", "quantities")
MOST = 34_000
"""Calls for a thousand characters, a fifth above the worst: about five milliseconds."""


def steps(text: str) -> int:
    """How many functions are called, Python's own among them."""
    PIPELINE.extract(text, published="2026-03-12")
    count = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        PIPELINE.extract(text, published="2026-03-12")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", SPEED["NUMBERS"])
def test_a_kilobyte_of_numbers_takes_few_steps(piece: str) -> None:
    assert max(map(steps, SPEED["crowded"](piece))) < MOST
