"""The words of a run of capitals as pieces: single words, and titles of several: "Secretary of State", "Mr Justice"."""

from __future__ import annotations

import re
from typing import NamedTuple

UPPER = "[A-ZÀ-ÖØ-ÞĀ-ɏͰ-Я]"
# Offices that go on with "of".
_OFFICES = ("Leader", "Secretary", "Minister", "Commissioner", "Speaker", "Chief", "General", "Superintendent")
OFFICE_OF = rf"(?: (?=of )(?:{'|'.join(f'(?<={office} )' for office in _OFFICES)})of (?:the )?{UPPER}\w+)"
# Titles of two words that one of them alone would not show.
_TWO_WORDS = r"(?:(?:Mr|Mrs|Ms|Lord|Lady|Chief|Associate)\.? Justice|Det\.? Con\.?|Ch\.? (?:Insp|Supt)\.?)(?=[ \xa0])"
_PIECE = re.compile(rf"(?:{'|'.join(_OFFICES)}) of (?:the )?{UPPER}\w+|{_TWO_WORDS}|[^\s\xa0]+")
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
"""What stands behind a surname, without full stop."""
LONGEST_ACRONYM = 6
"""Letters of a word in capitals that is taken for an acronym."""


class Piece(NamedTuple):
    """A word or title of several words at its place in a run."""

    start: int
    end: int
    word: str


def pieces_of(run: str) -> list[Piece]:
    """The pieces of a run.

    >>> [piece.word for piece in pieces_of("Secretary of State Ann Orr")]
    ['Secretary of State', 'Ann', 'Orr']
    """
    if " " not in run and "\xa0" not in run:
        return [Piece(0, len(run), run)]
    return [Piece(m.start(), m.end(), m[0]) for m in _PIECE.finditer(run)]


def bare(word: str) -> str:
    """A word without full stop."""
    return word[:-1] if word.endswith(".") else word
