"""What each quotation mark of a text may do: open, close, either; and which apostrophes are none."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import NamedTuple

from newsclaims import lexicons

OPEN, CLOSE, CLOSE_WEAKLY, EITHER = range(4)
"""A single mark closes weakly where it may as well be the apostrophe of a plural possessive: "the voters' choice"."""

DOUBLE, SINGLE = '"', "'"

FAMILIES: dict[str, str] = {
    **dict.fromkeys('"“”„‟＂❝❞', DOUBLE),
    **dict.fromkeys("'’‘‚‛", SINGLE),
    **dict.fromkeys("«»", "«"),
    **dict.fromkeys("‹›", "‹"),
    **dict.fromkeys("「」", "「"),
    **dict.fromkeys("『』", "『"),
}
"""Marks that may pair, whatever their shape: “quoted" is one pair."""
OPENING, CLOSING = frozenset("“„‟❝«‹「『‘‚‛"), frozenset("”❞»›」』")
"""Marks by their usual sense; a context that says otherwise wins, as in »Ja« and „Ja“."""

MARKS = "".join(FAMILIES)
RUN = re.compile(f"[{MARKS}`][{MARKS}`]*")
BEFORE_OPENING = frozenset("([{<>-–—―/|*_\u2060\ufeff" + MARKS + "`")
AFTER_CLOSING = frozenset(")]}<>,.;:!?…-–—―/|*_" + MARKS)
WORD_AFTER = re.compile(r"(?:[0-9]{2}s?|[A-Za-z]{1,7})\b")
WORD_BEFORE = re.compile(r"\b[A-Za-z]{1,3}\Z")
INCHES = re.compile(r"[0-9]['’′] ?[0-9]{1,2}\Z")
INCHES_FOLLOW = re.compile(r" ?[0-9]{1,2}[\"”″]")
CLAUSE_BEFORE = re.compile(r"(?:[,:—–-]\s{0,2}|\A|\n\s{0,3})\Z")
PLAIN = frozenset('"“”')
LONGEST_ATTRIBUTE, LONGEST_RUN = 300, 12


class Mark(NamedTuple):
    """One quotation mark."""

    start: int
    end: int
    family: str
    role: int
    opens_clause: bool = False
    """Whether a single mark stands at the beginning of a line or behind a comma, colon or dash."""


class _Site(NamedTuple):
    """A mark in its surroundings."""

    text: str
    start: int
    end: int
    before: str
    after: str

    @property
    def may_open(self) -> bool:
        opens = not self.before or self.before.isspace() or self.before in BEFORE_OPENING
        return opens and bool(self.after) and not self.after.isspace()

    @property
    def may_close(self) -> bool:
        closes = not self.after or self.after.isspace() or self.after in AFTER_CLOSING
        return closes and bool(self.before) and not self.before.isspace()


def read_marks(text: str) -> list[Mark]:
    r"""The quotation marks of a text in order, apostrophes and signs of feet and inches left out.

    >>> [mark.role == OPEN for mark in read_marks("the '90s: \"It wasn't 6' 2\", the voters' choice\"")]
    [True, False, False]
    """
    marks: list[Mark] = []
    attribute_end = 0
    for match in RUN.finditer(text):
        surface, start = match[0], match.start()
        if len(surface) == 1 and surface in "'’" and _inside_word(text, start):
            continue  # most marks of a text are such apostrophes
        if len(surface) > LONGEST_RUN:
            continue  # a rule or a picture made of marks
        if text[start - 1 : start] == "=" and surface[0] == '"':  # an attribute of a tag: <a href="...">
            closing = text.find('"', start + 1, start + LONGEST_ATTRIBUTE)
            attribute_end = closing + 1
        if start < attribute_end:
            continue
        if len(surface) == 1 and surface in PLAIN:
            role = _plain_role(surface, text[start - 1 : start], text[start + 1 : start + 2])
            if role is not None:
                marks.append(Mark(start, start + 1, DOUBLE, role))
                continue
        for sign, group in groupby(surface):
            end = start + len(list(group))
            marks += _read(sign, _Site(text, start, end, text[start - 1 : start] if start else "", text[end : end + 1]))
            start = end
    return marks


def _plain_role(sign: str, before: str, after: str) -> int | None:
    """The role of a double mark in the two surroundings that nearly all have: " “A" and "a.” "."""
    if before in {" ", "\n"} and after.isalpha() and sign != "”":
        return OPEN
    if after in {" ", "\n"} and sign != "“" and (before in {",", ".", "?", "!"} or before.isalpha()):
        return CLOSE
    return None


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _read(sign: str, site: _Site) -> list[Mark]:
    """The marks in a run of one sign: none, one, or a double and a single one."""
    length = site.end - site.start
    if sign in "'’‘`":
        if length == 3:
            return _three(sign, site)
        if length == 2:
            sign = {"'": '"', "’": "”", "‘": "“", "`": "“"}[sign]
        elif length > 3 or sign == "`":
            return []
    role = _single_role(sign, site) if FAMILIES[sign] == SINGLE else _double_role(sign, site)
    if role is None:
        return []
    clause = role == OPEN and CLAUSE_BEFORE.search(site.text, max(0, site.start - 6), site.start) is not None
    return [Mark(site.start, site.end, FAMILIES[sign], role, clause)]


def _three(sign: str, site: _Site) -> list[Mark]:
    """Three single marks in a row: a double one, and a single one on its inner side."""
    start, end = site.start, site.end
    if site.may_open and sign != "’":
        return [Mark(start, start + 2, DOUBLE, OPEN), Mark(start + 2, end, SINGLE, OPEN)]
    if site.may_close and sign != "‘":
        return [Mark(start, start + 1, SINGLE, CLOSE), Mark(start + 1, end, DOUBLE, CLOSE)]
    return []


def _double_role(sign: str, site: _Site) -> int | None:
    opens, closes = site.may_open, site.may_close
    if not opens and not closes and site.text.startswith('""', site.start):
        return None  # a pair with nothing in it
    if sign == '"' and INCHES.search(site.text, max(0, site.start - 6), site.start):
        return None
    if sign in OPENING:
        return EITHER if closes and not opens else OPEN
    if sign in CLOSING:
        return EITHER if opens and not closes else CLOSE
    if opens == closes:
        return EITHER
    return OPEN if opens else CLOSE


def _single_role(sign: str, site: _Site) -> int | None:
    if site.before.isalnum() and site.after.isalnum():
        return None
    if site.may_open and not site.may_close:
        word = WORD_AFTER.match(site.text, site.end)
        if sign == "’" or (word and (word[0][0].isdigit() or _is_elision("'" + word[0]))):
            return None
        return OPEN
    if sign in OPENING:
        return CLOSE if site.may_close else OPEN
    if not site.may_close or site.may_open:
        return None
    return _closing_role(site)


def _closing_role(site: _Site) -> int | None:
    """A single mark behind a word, before a space or another mark."""
    text, start = site.text, site.start
    if site.before.isdigit() and INCHES_FOLLOW.match(text, site.end):
        return None
    if site.after != " ":
        return CLOSE
    word = WORD_BEFORE.search(text, max(0, start - 4), start)
    if word and _is_elision(word[0] + "'"):
        return None
    if text[start - 2 : start] == "'n" or text[start - 2 : start] in ("‘n", "’n"):
        return None  # rock 'n' roll
    owns = site.before in "sSxXzZ" or text[start - 2 : start] == "in"
    return CLOSE_WEAKLY if owns and text[site.end + 1 : site.end + 2].isalnum() else CLOSE


@cache
def _elisions() -> frozenset[str]:
    return lexicons.words("elisions")


def _is_elision(word: str) -> bool:
    return word.lower() in _elisions()
