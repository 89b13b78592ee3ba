"""Where sentences end: full stops against abbreviations, initials, list numbers and omissions."""

from __future__ import annotations

import re
from functools import cache

from newsclaims import lexicons

# What ends a sentence, the closing marks and note numbers that belong to it, and the space behind. The bounds keep
# the scan linear in a text of nothing but full stops.
CANDIDATE = re.compile(
    r"[.!?…][.!?…\"'”’»)\]]{0,12}(?:\[[0-9a-z]{1,3}\]){0,4}"
    r"(?:\s+|(?<=[.!?][\"”])(?=[A-Z][a-z])|(?<=[a-z][a-z][.!?])(?=[A-Z][a-z]{1,20}[ ,]))"
)
LAST_WORD = re.compile(r"[\w.&'’-]+\Z")
LONGEST_WORD = 24
ACRONYM = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]\Z")
FIRST_WORD = re.compile(r"[\"'“‘«„`(\[]{0,4}([^\W_]['’\w-]{0,30}|\S)")
COMMA_AND_VERB = re.compile(
    r"[,?!]\s(?P<subject>(?:[A-Z][\w.'’-]{0,20}\s){1,4}|(?:he|she|they)\s)?(?P<verb>[a-z]{3,14})\b"
)
OPENING = frozenset("\"'“‘«„`([$€£#@•—–-")
CLOSING_MARKS = frozenset("\"'”’»")
ATTRIBUTION = re.compile(r"(?:(?:[A-Z][\w.'’-]{0,20}|of|the|de|van|von|al)\s){1,6}([a-z]{3,14})\b")


def sentence_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph end and the next ones start; the last end is not among them.

    >>> sentence_ends("It rained. Mr. Orr left.", 0, 24)
    [(10, 11)]
    """
    ends: list[tuple[int, int]] = []
    for match in CANDIDATE.finditer(text, start, end):
        following = match.end()
        if following >= end:
            break
        sentence_start = ends[-1][1] if ends else start
        if _is_end(text, sentence_start, match, end):
            ends.append((match.start() + len(match[0].rstrip()), following))
    return ends


def _is_end(text: str, sentence_start: int, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at the marks matched, by what stands before and behind."""
    sign = text[match.end()]
    if sign.islower():
        return False
    if not (sign.isupper() or sign.isdigit() or sign in OPENING):
        return sign.isalpha()  # a script without capitals
    marks = match[0].strip()
    word = FIRST_WORD.match(text, match.end(), end)
    first = word[1] if word else ""
    if "!" in marks or "?" in marks:
        return not _goes_on(text, match, end)
    if marks[0] == "…" or marks.startswith(".."):
        return not (text[match.start() - 1].isspace() and first in ("I", "we"))
    if marks != ".":
        return True  # closing marks follow the full stop: no abbreviation
    if sign in OPENING and first.islower():
        first = ""  # an opening mark before a small letter: neither a name nor the beginning of a sentence
    quoted = sign in "\"“'‘" and first[:1].isupper()
    return not _is_abbreviation(text, sentence_start, match.start(), "The" if quoted else first)


def _goes_on(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the attribution of a quoted question or exclamation follows: "So what?" Harry said."""
    if not CLOSING_MARKS.intersection(match[0]):
        return _word_before(text, match.start(), 0) + match[0].strip() in _exclaiming_names()
    verb = ATTRIBUTION.match(text, match.end(), min(end, match.end() + 80))
    return verb is not None and verb[1] in _attribution_verbs()


def _is_abbreviation(text: str, sentence_start: int, at: int, first: str) -> bool:
    """Whether a full stop is that of an abbreviation or list number, and the sentence goes on with the word `first`."""
    word = _word_before(text, at, sentence_start)
    starter = first in _starters()
    if len(word) == 1 and word.isupper():
        return not _initial_ends(text, at, sentence_start, starter, word)
    if word.isdigit():
        return at - len(word) == sentence_start and len(word) <= 3  # "1. First of a list"
    if ACRONYM.fullmatch(word):
        return not starter
    kind = _abbreviations().get(word)
    if kind == "number":
        return first[:1].isdigit()
    return kind == "inside" or (kind == "end" and not starter)


def _initial_ends(text: str, at: int, sentence_start: int, starter: bool, word: str) -> bool:
    """Whether a single capital ends a sentence ("Plan B. The rest") or is an initial ("J. Orr")."""
    if word == "I":
        return True
    before = text[max(sentence_start, at - 3) : at - 1].strip()
    return starter and at - 1 > sentence_start and before not in ("", ".")


def _word_before(text: str, at: int, lowest: int) -> str:
    window = text[max(lowest, at - LONGEST_WORD) : at]
    plain = window.rpartition(" ")[2]
    if plain.isalnum():  # most words: no need to look for where they begin
        return plain
    match = LAST_WORD.search(window)
    return match[0].lstrip("-'’&.") if match else ""


@cache
def _abbreviations() -> dict[str, str]:
    return {form: row[0] for form, row in lexicons.table("abbreviations").items()}


@cache
def _starters() -> frozenset[str]:
    return lexicons.words("sentence_starters")


@cache
def _exclaiming_names() -> frozenset[str]:
    return lexicons.words("exclaiming_names")


@cache
def _attribution_verbs() -> frozenset[str]:
    return lexicons.words("question_attributions")


def attribution_inside(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where words end that an attribution follows, and whether its verb comes first; None where none does.

    >>> text = "We kept no papers, said Ada Orr."
    >>> text[: attribution_inside(text, 0, len(text))[0]]
    'We kept no papers,'
    """
    for match in COMMA_AND_VERB.finditer(text, start, end):
        if match["verb"] in _attribution_verbs():
            inverted = match["subject"] is None
            if not inverted or text[match.end() : match.end() + 2].strip()[:1].isupper():
                return match.start() + 1, inverted
    return None
