"""Masks by context: numbers that the words round them show to be no amounts: names, years, addresses, idioms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import opens_sentence, word_before
from newsclaims.extractors.quantities.number import number_words, vocabulary
from newsclaims.extractors.quantities.shapes import is_designator, is_name
from newsclaims.text.wordclass import ADJECTIVE, NAME, NOUN, PAST, THIRD, TIME, VERB, possible_classes

if TYPE_CHECKING:
    from newsclaims.extractors.quantities.draft import Draft
    from newsclaims.extractors.quantities.shapes import MaskClass

SCORE_BEHIND = re.compile(r"[-–][0-9]{1,2}(?![0-9\-–/])")
MEASURED = frozenset({"percent", "percentage_point", "money", "age"})
READING_TIME = re.compile(r"[ -][Mm]in(?:ute)?s? [Rr]ead\b")
INITIAL_OF_MINUTES = frozenset("Mm")
HYPHEN_NAME = re.compile(r"-[A-Z](?![a-z]+[ -][A-Z])")


def context(text: str, draft: Draft, *, counts: bool) -> MaskClass | None:  # noqa: PLR0911 - one mask, one answer
    """The mask that the words round a number make; None where it is an amount.

    Args:
        text: The text.
        draft: The number, with its unit.
        counts: Whether a noun that it may count stands behind it.
    """
    number = draft.number
    if text[number.end + 1 : number.end + 2] in INITIAL_OF_MINUTES and READING_TIME.match(text, number.end):
        return "idiom"
    following = text[draft.end : draft.end + 1]
    if following == "-" and draft.kind == "number" and _is_sort(text, draft.end):
        return "idiom"
    if draft.prefixed or draft.kind in MEASURED:
        return None
    if number.scale != 1 and not (number.written or counts) and is_name(text, draft.start):
        return "name"  # "3M", not "3M people"
    word, begin = word_before(text, draft.start)
    if word == "of" and GROUP_OF.search(text, max(0, begin - 7), begin):
        return "name"
    if number.written:
        return _written_context(text, draft, word, begin, counts=counts)
    if following.isalnum() or (following == "-" and draft.kind == "number" and HYPHEN_NAME.match(text, draft.end)):
        return "name"
    if number.scale != 1:
        return None
    if _is_section(text, draft, word, begin, counts=counts):
        return "section"
    if draft.low != draft.low.to_integral_value():
        return None
    masked = _belongs_to_name(text, draft, word, begin, counts=counts)
    if masked is None and draft.kind == "number":
        masked = _place_or_time(text, draft, word, counts=counts)
    return masked


HYPHENED = re.compile(r"-([a-z]+)")
JOINING_NAMES = frozenset({"and", "or", "to"})
NAMED_BEFORE = re.compile(r"\b([a-z]{3,12}s) [0-9]{1,4}[a-z]?(?:, [0-9]{1,4}[a-z]?){0,4} (?:and|or|to) \Z")
NAMED_BEHIND = re.compile(r"(?:, [0-9]{1,4}[a-z]?){0,4} (?:and|or|to) [0-9]")
LONGEST_LIST = 48
WORDS_KEPT = 20_000


def _is_sort(text: str, end: int) -> bool:
    """Whether the number says what sort of thing it is and counts nothing: "an eight-way race", "one-sided"."""
    match = HYPHENED.match(text, end)
    return match is not None and match[1] in lexicons.words("hyphen_stops")


def _place_or_time(text: str, draft: Draft, word: str, *, counts: bool) -> MaskClass | None:
    if text.startswith("block of ", draft.number.end + 1) and draft.low % HUNDRED == 0:
        return "address"  # "the 300 block of Elm Street"
    digits, behind = draft.number.end - draft.number.start, text[draft.number.end : draft.number.end + 2]
    if digits < SHORTEST_PLACE and not word[:1].isupper() and not MARKS_OF_PLACE.intersection(behind):
        behind = behind if behind != " o" else text[draft.number.end + 3 : draft.number.end + 5]  # "of May"
        if not behind[1:].isupper() and not behind[:1].isupper():
            return None
    if _is_dated(text, draft, word):
        return "date"
    if _is_address(text, draft, counts=counts):
        return "address"
    if _is_year(text, draft, word, counts=counts):
        return "year"
    return "name" if not counts and word.islower() and CAPITAL_BEHIND.match(text, draft.end) else None


HUNDRED = 100
SHORTEST_PLACE = 4
"""Figures of the shortest year or postal code."""
MARKS_OF_PLACE = frozenset("-–0123456789")
CAPITAL_BEHIND = re.compile(r" [A-Z][a-z]+")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
MONTH_BEFORE = re.compile(rf"(?:{MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
MONTH_BEHIND = re.compile(rf" (?:of )?(?:{MONTH}|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b")
LAST_DAY = 31


def _is_dated(text: str, draft: Draft, word: str) -> bool:
    """Whether it is a day of a month: "Sept. 20", "20 September", for texts whose dates nobody has found."""
    if draft.number.end - draft.number.start > 4:
        return False
    if word[:1].isupper() and MONTH_BEFORE.fullmatch(word):
        return True
    spaced = text.startswith(" ", draft.number.end)
    return spaced and draft.low <= LAST_DAY and MONTH_BEHIND.match(text, draft.number.end) is not None


def _is_section(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> bool:
    """Whether a noun before the number makes a name of it: "page 12", "Section 230", "version 2.5"."""
    if draft.has_unit or draft.number.end - draft.number.start > 5:
        return False
    if word in vocabulary("always_numbered"):  # "a category 4 storm", "stage 3 patients", "Year 9 pupils"
        return True
    if not is_designator(word):
        return not counts and _is_in_list(text, draft, word)
    if not counts:
        return True
    # "Bus 73 runs" opens a sentence, "Form 3 lines" gives an order.
    return word[0].isupper() and (not opens_sentence(text, begin) or not possible_classes(word.lower()) & VERB)


def _is_plural_designator(word: str) -> bool:
    """Whether a noun names the numbers behind it: the junctions of "junctions 10 and 12"."""
    if not word.endswith("s") or not word.islower() or not is_designator(word[:-1]):
        return False
    return not possible_classes(word[:-1]) & VERB  # "it measures 10 by 12"


def _is_in_list(text: str, draft: Draft, word: str) -> bool:
    """Whether a number is one of those that a plural names: "junctions 10 and 12"."""
    if word in JOINING_NAMES:
        names = NAMED_BEFORE.search(text, max(0, draft.start - LONGEST_LIST), draft.start)
        return names is not None and _is_plural_designator(names[1])
    return _is_plural_designator(word) and NAMED_BEHIND.match(text, draft.end) is not None


def _belongs_to_name(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> MaskClass | None:
    """Whether the number belongs to a name before it: "Windows 11"."""
    digits = draft.number.end - draft.number.start
    if not word[:1].isalpha() or word.islower() or draft.has_unit or digits > 4:
        return None
    if text[draft.start - 1] not in " \u00a0" or (digits <= 2 and SCORE_BEHIND.match(text, draft.end)):
        return None  # "United beat City 4-1"
    return _name(text, draft, word, begin, counts=counts)


@lru_cache(maxsize=WORDS_KEPT)
def _classes_in_case(word: str) -> tuple[bool, int, int]:
    """Whether a word has capitals inside ("McKay"), and what it can be as written and in small letters."""
    mixed = not word[0].isupper() or word[1:] != word[1:].lower()
    return (True, NAME, NAME) if mixed else (False, possible_classes(word), possible_classes(word.lower()))


def _name(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> MaskClass | None:
    """Whether a word with a capital is a name that the number behind it belongs to."""
    if word.endswith(("'s", "’s", "'", "’")):
        return None
    mixed, classes, lower = _classes_in_case(word)
    if counts and lower & (THIRD | PAST) and (not lower & NOUN or CAPITAL_BEHIND.match(text, draft.end)):
        return None  # a verb in a headline: "Index Falls 300 Points"
    if not mixed and opens_sentence(text, begin):
        if word.lower() in lexicons.words("numbered_names"):
            return "name"
        if not lower & NOUN or lower & VERB or word.endswith("ly"):
            return None
        return None if counts else "name"
    if word.rstrip(".") in lexicons.words("title_words") or not classes & NAME:
        return None
    if classes & TIME:
        return None if counts else "date"
    if lower & ~(NOUN | ADJECTIVE | VERB | NAME | TIME) and not lower & (NOUN | ADJECTIVE):
        return None  # a function word in a headline
    return None if counts and _in_place(text, begin) else "name"


def _in_place(text: str, begin: int) -> bool:
    """Whether the name before the number closes a phrase of place: "In Oslo 50 people"."""
    position = begin
    for _ in range(3):
        word, position = word_before(text, position)
        if word.lower() in vocabulary("place_prepositions"):
            return True
        if not word[:1].isupper():
            return False
    return False


STREET = re.compile(r"(?:[-–][0-9]{1,5})?((?: (?:[NSEW]\.|[A-Z][\w'’.]{1,20}|[0-9]{1,3}(?:st|nd|rd|th))){1,3})")
GROUP_OF = re.compile(r"(?:Group|Gang|Big|Club) ")
STATE = re.compile(r"[ (]?[A-Z]{2},? ")
COMPASS = frozenset({"N.", "S.", "E.", "W.", "North", "South", "East", "West"})


def _is_address(text: str, draft: Draft, *, counts: bool) -> bool:
    """Whether it is part of an address: "1600 Pennsylvania Avenue", "PA 23456"."""
    if draft.number.end - draft.number.start == 5 and STATE.fullmatch(text, max(0, draft.start - 4), draft.start):
        return True
    match = STREET.match(text, draft.number.end) if text[draft.number.end : draft.number.end + 1] in " -–" else None
    if match is None:
        return False
    words = match[1].split()
    if not lexicons.words("street_types").isdisjoint(match[1].replace(".", "").replace(",", "").split()):
        return True
    return words[0] in COMPASS and len(words) > 1 and not counts


ERA = re.compile(r" ?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?![a-z])")
ERAS_BEFORE = frozenset({"AD", "A.D.", "BC", "B.C."})
YEAR = re.compile(r"[12][0-9]{3}")
NOUN_BEHIND = re.compile(r" ([a-z]+)")


def _is_year(text: str, draft: Draft, word: str, *, counts: bool) -> bool:
    """Whether four digits are a year: "in 2019", "the 2016 elections", "A.D. 1000"; not "about 2000 workers"."""
    start, end = draft.number.start, draft.number.end
    if word in ERAS_BEFORE or ERA.match(text, end):
        return True
    if end - start != 4 or YEAR.fullmatch(text, start, end) is None:
        return False
    lower = word.lower().rstrip(".")
    if 1900 <= draft.low <= 2099:
        if lower in vocabulary("before_amount_like_year"):
            return False
        noun = NOUN_BEHIND.match(text, end) if counts else None
        amount = noun is not None and noun[1] in vocabulary("behind_amount_like_year")
        return not amount or lower in ("in", "since")
    return draft.low < 1900 and lower in vocabulary("before_old_year") and not counts


LAST_HOUR = 12
BEFORE_HOUR = frozenset({"after", "around", "at", "before", "by", "from", "since", "till", "to", "until"})
PART_OF_DAY = re.compile(r" (?:in the (?:morning|afternoon|evening)|at night|o['’]clock)\b")


def _written_context(  # noqa: PLR0911 - one mask, one answer
    text: str, draft: Draft, word: str, begin: int, *, counts: bool
) -> MaskClass | None:
    """The masks of numbers in words: "Big Ten", "day one", "no one", "zero tolerance"."""
    if is_designator(word) and not draft.has_unit and not counts and text[draft.start - 1] == " ":
        return "section"
    if draft.low <= LAST_HOUR and word in BEFORE_HOUR and PART_OF_DAY.match(text, draft.end):
        return "clock"  # "at two in the morning"
    written = text[draft.number.start : draft.number.end]
    if written[0].isupper() and not draft.has_unit and not opens_sentence(text, draft.start):
        following = text[draft.end : draft.end + 2].strip()[:1]
        tied = following == "-" and text[draft.end + 1 : draft.end + 2].isalpha()  # "Three-Car Crash"
        named = word[:1].isupper() and (not counts or word in vocabulary("before_group_number"))
        if not tied and (not following.islower() or named):
            return "name"
    if written.lower() == "one" and draft.kind == "duration" and _is_some_day(text, draft, word.lower()):
        return "idiom"
    if draft.has_unit or (counts and draft.low != 1):
        return None
    if draft.low == draft.high == 0:
        return "idiom"
    if draft.low == 1 and written.lower() == "one":
        return _pronoun(text, draft, word.lower())
    return None


SOME_DAY = re.compile(r" (?:day|night|morning|evening|afternoon|minute|moment)\b(?! (?:later|before|after|earlier))")


def _is_some_day(text: str, draft: Draft, before: str) -> bool:
    """Whether "one day" is some day and no stretch of time: "it could one day end", not "in one day"."""
    return SOME_DAY.match(text, draft.number.end) is not None and before not in vocabulary("before_one_day")


BEHIND_ONE = re.compile(r"['’]s\b|[ -]([a-z]+)(?: ([a-z]+))?")
OF_NOBODY = frozenset({"them", "us", "you", "many", "several", "those", "which", "whom", "these", "it"})


IN_NUMBER = re.compile(r" (?:in|out of) (?:every )?([0-9]|[a-z]+)")


def _is_share(text: str, end: int) -> bool:
    """Whether a whole stands behind "one": "found that one in five had left"."""
    whole = IN_NUMBER.match(text, end)
    return whole is not None and (whole[1].isdigit() or whole[1] in number_words())


def _pronoun(text: str, draft: Draft, before: str) -> MaskClass | None:
    """The mask of "one" as a pronoun or an article: "no one", "one day", "one of many"."""
    if before == "that" and _is_share(text, draft.number.end):
        return None
    if before in vocabulary("before_one") or (before == "at" and text.startswith(" point", draft.number.end)):
        return "idiom"
    match = BEHIND_ONE.match(text, draft.number.end)
    if match is None:
        return None
    if match[1] is None or match[1] in vocabulary("behind_one") or (match[1] == "of" and match[2] in OF_NOBODY):
        return "idiom"
    return None
