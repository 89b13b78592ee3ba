"""Whether a four-figure number is a year, or counts, measures or numbers something: "2016 votes", "Highway 2001"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.dates.vocabulary import DASH, SPACE, counted_pattern, either

if TYPE_CHECKING:
    from newsclaims.extractors.dates.reading import Reader

# Between these a number is a year unless something speaks against it; outside them something must speak for it.
FIRST_SURE, LAST_SURE, LAST = 1900, 2050, 2199
GLUED_BEFORE = frozenset("$£€¥₹#/.,:+@_*=<>")
GLUED_AFTER = re.compile(rf"[\w°%/@#_]|[.,:][0-9]|{SPACE}?(?:%|\+)|{SPACE}per{SPACE}?cent\b|{DASH}[0-9]")
PREFIXED = re.compile(r"(?:^|[^\w-])(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate|[Nn]on)[-–]\Z")
CLOCK_AFTER = re.compile(rf"{SPACE}(?:hours|hrs|GMT|UTC|local{SPACE}time)\b")
FUNCTION_WORD = (
    r"(?:a|after|an|and|as|at|before|but|by|for|from|had|has|he|her|his|in|is|it|its|of|on|or|she|that|the|their|they|this|to|was|"
    r"were|when|which|who|with)\b"
)
PLURAL_AFTER = re.compile(rf"{SPACE}(?!{FUNCTION_WORD})(?:[a-z]{{2,20}}[ -](?!{FUNCTION_WORD}))?[a-z]{{2,20}}(?<!s)s\b")
YEAR_CUE = re.compile(
    rf"(?:^|[\s(“\"'–—-])(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Cc]irca|c\.|ca\.|"
    rf"[Aa]bout|[Aa]round|[Bb]etween|and|or|[Ff]or|the|year|[Ee]arly|[Ll]ate|born|died|dated|b\.|d\.|m\.|div\.|est\.|[–—-]){SPACE}\Z"
    r"|[(\[]\Z|\A\Z"
)
OPENS_RANGE = re.compile(rf"{SPACE}{DASH}{SPACE}(?:[12][0-9]{{3}}|[0-9]{{2}}|present)\b")
PUNCTUATED = re.compile(r"[,.;)](?![0-9])|\Z|\n")


@cache
def _counted_after() -> re.Pattern[str]:
    measured = either(lexicons.words("date_hyphenated_nouns"))
    adjectives = "(?:more|other|additional|registered|eligible|new|square)"
    return re.compile(rf"{SPACE}(?:{adjectives}{SPACE})?{counted_pattern()}|-{measured}s?\b")


@cache
def _numbered_before() -> re.Pattern[str]:
    return re.compile(rf"\b{either(lexicons.words('date_numbered_names'))}{SPACE}\Z")


@cache
def _quantified_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>{either(lexicons.words('date_quantifiers'))}){SPACE}\Z")


@cache
def _address_after() -> re.Pattern[str]:
    street = either(lexicons.words("date_street_words"))
    return re.compile(rf"{SPACE}(?:[NSEW]\.?{SPACE})?(?:[A-Z][\w.]{{1,20}}{SPACE}){{1,3}}{street}\b")


def is_glued(text: str, start: int) -> bool:
    """Whether a number is part of a larger sign: "$2000", "1/2015", "A.2015"."""
    return start > 0 and text[start - 1] in GLUED_BEFORE


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a number belongs to what touches it."""
    dashed = start > 0 and text[start - 1] in "-–—"
    if is_glued(text, start) or (dashed and not PREFIXED.search(text[max(0, start - 8) : start])):
        return True
    return GLUED_AFTER.match(text, end) is not None


def is_year(reader: Reader, start: int, end: int, year: int) -> bool:
    """Whether the number ``year`` at an offset names a year."""
    text, left = reader.text, reader.left(start)
    if year > LAST or _is_part(text, start, end) or _numbered_before().search(left):
        return False
    if any(pattern.match(text, end) for pattern in (_counted_after(), CLOCK_AFTER, _address_after())):
        return False
    quantified = _quantified_before().search(left)
    is_round, ends_phrase = year % 100 == 0, PUNCTUATED.match(text, end) is not None
    cued = YEAR_CUE.search(left) is not None or OPENS_RANGE.match(text, end) is not None
    counts_plural = is_round and PLURAL_AFTER.match(text, end) is not None
    if FIRST_SURE <= year <= LAST_SURE:
        if quantified:
            return ends_phrase and not is_round and quantified["word"] not in ("than", "least")
        return cued or not counts_plural
    if quantified or counts_plural:
        return False
    return cued or (left.endswith(", ") and ends_phrase and not is_round)
