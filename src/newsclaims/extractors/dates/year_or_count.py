"""Whether a four-figure number is a year, or counts, measures or numbers something: "2016 votes", "Highway 2001"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.dates.vocabulary import DASH, SPACE, closed, counted_pattern, either

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

# Between these a number is a year unless something speaks against it; outside them something must speak for it.
FIRST_SURE, LAST_SURE, LAST = 1900, 2050, 2199
GLUED_BEFORE = frozenset("$£€¥₹#/.,:+@_*=<>")
GLUED_AFTER = re.compile(rf"[\w°%/@#_]|[.,:][0-9]|{SPACE}?(?:%|\+)|{SPACE}per{SPACE}?cent\b|{DASH}[0-9]")
PREFIXED = re.compile(r"(?:^|[^\w-])(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate|[Nn]on)[-–]\Z")
FUNCTION_WORD = (
    r"(?:a|after|an|and|as|at|before|but|by|for|from|had|has|he|her|his|in|is|it|its|of|on|or|she|that|the|their|they|this|to|was|"
    r"were|when|which|who|with)\b"
)
PLURAL_AFTER = re.compile(rf"{SPACE}(?!{FUNCTION_WORD})(?:[a-z]{{2,20}}[ -](?!{FUNCTION_WORD}))?[a-z]{{2,20}}(?<!s)s\b")
OPENS_RANGE = re.compile(rf"{SPACE}{DASH}{SPACE}(?:[12][0-9]{{3}}|[0-9]{{2}}|present)\b")
PUNCTUATED = re.compile(r"[,.;)](?![0-9])|\Z|\n")
ONE_IN = re.compile(rf"\b(?:1|[Oo]ne){SPACE}in{SPACE}\Z")
# Even before a full stop: "more than 2013."
ALWAYS_COUNT = frozenset({"than", "least"})


@cache
def _counted_after() -> re.Pattern[str]:
    measured = either(lexicons.words("date_hyphenated_nouns"))
    street = either(lexicons.words("date_street_words"))
    adjectives = "(?:more|other|additional|registered|eligible|new|square)"
    return re.compile(
        rf"-{measured}s?\b|{SPACE}(?:(?:{adjectives}{SPACE})?{counted_pattern()}|(?:hours|hrs|GMT|UTC|local{SPACE}time)\b"
        rf"|(?:[NSEW]\.?{SPACE})?(?:[A-Z][\w.]{{1,20}}{SPACE}){{1,3}}{street}\b)"
    )


def is_glued(text: str, start: int) -> bool:
    """Whether a number is part of a larger sign: "$2000", "1/2015", "A.2015"."""
    return start > 0 and text[start - 1] in GLUED_BEFORE


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to what touches it, or counts what follows it."""
    dashed = start > 0 and text[start - 1] in "-–—"
    if is_glued(text, start) or (dashed and not PREFIXED.search(text[max(0, start - 8) : start])):
        return True
    return bool(GLUED_AFTER.match(text, end) or _counted_after().match(text, end))


def _has_cue(text: str, start: int, word: str) -> bool:
    """Whether what is before a number speaks for a year: a preposition, an open bracket, the beginning of a line."""
    if start == 0 or text[start - 1] in "(\n[" or word.endswith((":", "'s", "’s")):
        return True
    return word.lower() in closed("year_cues")


def is_year(reader: Reader, start: int, end: int, year: int, *, cued: bool = False) -> bool:
    """Whether the number ``year`` at an offset names a year; ``cued``: whether it looks like one by itself."""
    text, word = reader.text, reader.word_before(start)
    if year > LAST or word in lexicons.words("date_numbered_names") or _is_part(text, start, end):
        return False
    quantified = word in lexicons.words("date_quantifiers")
    if ONE_IN.search(reader.left(start)) and PLURAL_AFTER.match(text, end):
        return False
    is_round, ends_phrase = year % 100 == 0, PUNCTUATED.match(text, end) is not None
    counts_plural = is_round and PLURAL_AFTER.match(text, end) is not None
    if FIRST_SURE <= year <= LAST_SURE:
        if quantified:
            return ends_phrase and not is_round and word not in ALWAYS_COUNT
        return not counts_plural or _has_cue(text, start, word)
    if quantified or counts_plural:
        return False
    cued = cued or _has_cue(text, start, word) or OPENS_RANGE.match(text, end) is not None
    return cued or (word.endswith(",") and ends_phrase and not is_round)
