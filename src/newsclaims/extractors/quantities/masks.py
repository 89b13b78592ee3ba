"""Masks: numbers that are no amounts. Each class has a name, so that a person can see why a number is left out.

`shape` looks at the characters alone and says how far the mask goes (a phone number, a clock time, a version); `glued`
at what a number is tied to ("Covid-19"); `context` at the words round a number that was read (a name, a year, an
address, an idiom).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import opens_sentence, word_before
from newsclaims.extractors.quantities.number import number_words, vocabulary
from newsclaims.text.wordclass import ADJECTIVE, NAME, NOUN, PAST, THIRD, TIME, VERB, possible_classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.extractors.quantities.draft import Draft

MaskClass = Literal[
    "table", "address", "clock", "code", "date", "idiom", "name", "ordinal", "phone", "section", "version", "year"
]

ZONE = r"(?:GMT|BST|UTC|CET|EST|EDT|PST|PDT)"
SHAPE = re.compile(
    r"(?P<ordinal>[0-9]{1,4}(?:,[0-9]{3}){0,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)"
    r"|(?P<clock>[0-9]{1,2}(?:[:.][0-9]{2}){0,2}[ \u00a0]?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?|o['’]clock)"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,3})?(?![0-9])"
    rf"|[0-9]{{4}} (?:{ZONE}|hours|hrs)\b|[0-9]{{1,2}}\.[0-9]{{2}}(?= {ZONE}\b))"
    r"|(?P<phone>1?[-.]?[0-9]{3}[-.][0-9]{3}[-.][0-9]{4}(?![0-9])|[0-9]{3}\) ?[0-9]{3}[-.][0-9]{4}(?![0-9])"
    r"|[0-9]{1,3}[- ][0-9]{3}[- ][0-9]{4}(?:/[0-9]{4})?(?![0-9])"
    r"|0[0-9]{2,4}[- ][0-9]{3,4}[- ][0-9]{3,4}(?![0-9])|0[0-9]{3,4} [0-9]{6}(?![0-9])"
    r"|1-8[0-9]{2}-[A-Z0-9][A-Z0-9\-]{3,12})"
    r"|(?P<code>97[89][-– ]?[0-9][0-9\-– ]{8,13}[0-9X]|0[0-9]{1,40}(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,12}[A-Z]{1,6}[0-9][A-Z0-9]{0,12}\b)"
    r"|[0-9]{1,4}\([a-z0-9]\)|(?P<version>[0-9]{1,4}(?:\.[0-9]{1,4}){2,4}(?![0-9]))"
    r"|(?P<date>[0-9]{1,4}[/\-][0-9]{1,2}[/\-][0-9]{1,4}(?![0-9/])|9/11\b|24/7\b|7/7\b|50[/-]50\b|20/20\b)"
    r"|(?P<year>(?:1[5-9]|20)[0-9]{2}(?:[-–/][0-9]{2}|(?:[-–/]| to | and )(?:1[5-9]|20)[0-9]{2})(?![0-9,%])"
    r"(?! ?(?:per ?cent|percent|people))"
    r"|[0-9]{2,4}['’]?s\b)"
)
EMERGENCY = re.compile(
    r"(?:911|999|112)\b(?![,.:%-][0-9])(?: (call|dispatch|emergency|operator|recording|system|tape))?"
)
TABLE = re.compile(r"(?:[0-9]{1,12}(?:[.,][0-9]{1,12})?[ ,;|\t\n]{1,3}){12,}(?:[0-9]{1,12}\b)?")
"""A dozen numbers and more with nothing between them: a table or a list of results."""
LOCAL_PHONE = re.compile(r"[0-9]{3}-[0-9]{4}(?![0-9\-])")
FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(/?)")
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100, 1000})
"""Denominators of fractions in digits; "9/11" and "7/13" are something else."""
BEFORE_CODE = frozenset("#@_=&\\:'’`*^/%")
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}")


def outside_addresses(text: str, starts: Iterable[int]) -> Iterable[int]:
    """The offsets, of those given in order, that stand in no web address."""
    if "://" not in text and "www." not in text:
        return starts
    inside = [match.span() for match in WEB_ADDRESS.finditer(text)]
    kept, position = [], 0
    for start in starts:
        while position < len(inside) and inside[position][1] <= start:
            position += 1
        if position == len(inside) or start < inside[position][0]:
            kept.append(start)
    return kept


def shape(text: str, start: int) -> tuple[MaskClass, int] | None:
    """The mask that begins with the digit at an offset, and where it ends.

    >>> shape("Call 555-123-4567 now", 5), shape("at 10.45pm", 3), shape("the 22nd", 4)
    (('phone', 17), ('clock', 10), ('ordinal', 8))
    >>> shape("some 22 people", 5)
    """
    match = SHAPE.match(text, start)
    if match is not None:
        return cast("MaskClass", match.lastgroup), match.end()
    fraction = FRACTION.match(text, start)
    if fraction is not None:
        proper = int(fraction[1]) < int(fraction[2]) and int(fraction[2]) in DENOMINATORS and not fraction[3]
        return None if proper else ("code", fraction.end())
    table = TABLE.match(text, start)
    if table is not None:
        return "table", table.end()
    emergency = EMERGENCY.match(text, start)
    if emergency is not None and (emergency[1] or word_before(text, start)[0].lower() in vocabulary("before_phone")):
        return "phone", start + 3
    phone = LOCAL_PHONE.match(text, start)
    if phone is not None and word_before(text, start)[0].lower() in vocabulary("before_phone"):
        return "phone", phone.end()
    return None


def glued(text: str, start: int) -> MaskClass | None:  # noqa: PLR0911 - one sort of character, one answer
    """The mask of a number that is tied to what stands before it: "B12", "Covid-19", "#5".

    >>> glued("Covid-19", 6), glued("The G20 met", 5), glued("a sub-300 m run", 6)
    ('name', 'name', None)
    """
    if not start:
        return None
    before = text[start - 1]
    if before.isalpha():
        return "name"
    if before in BEFORE_CODE or text[start - 2 : start] == '="':
        return "code"
    further = text[start - 2] if start > 1 else " "
    if before == "." and further.isalnum():
        return "section" if _is_designator(word_before(text, start - 1)[0]) else "code"
    if before in "-–" and further.isalpha():
        tied = word_before(text, start - 1)[0].lower().rpartition("-")[2]
        return None if tied in vocabulary("before_open_number") else "name"
    if before == "-" and further == " " and text[max(0, start - 3) : start - 2].isupper():
        return "name"  # "COVID -19"
    return "code" if before == "+" and further.isalnum() else None


LIST_ITEM = re.compile(r"[0-9]{1,2}[).](?=[ \t\u00a0])")


def is_list_item(text: str, start: int) -> bool:
    """Whether the number opens a line as the number of an item: "1) The race", "2. The rest"."""
    return (not start or text[start - 1] == "\n") and LIST_ITEM.match(text, start) is not None


CHAIN = re.compile(r"(?:[-–/][0-9A-Za-z]{1,12}){0,6}")


def chain_end(text: str, end: int) -> int:
    """Where a masked number ends with all that is tied to it: "No. 14-915", "16-18 Almond Avenue"."""
    match = CHAIN.match(text, end)
    return match.end() if match else end


def is_open_prefix(text: str, start: int) -> bool:
    """Whether the hyphen before a number ties it to a word that leaves it a number: "minus-five", "0-to-60"."""
    word = word_before(text, start - 1)[0].lower().rpartition("-")[2]
    return word in vocabulary("before_open_number") or word in number_words()


def is_hyphened(text: str, start: int) -> bool:
    """Whether a number in words is the second part of a compound: "four" in "production-four-door"."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum() and not is_open_prefix(text, start)


def _is_designator(word: str) -> bool:
    return word.lower().rstrip(".") in lexicons.words("designators")


# Context

SCORE_BEHIND = re.compile(r"[-–][0-9]{1,2}(?![0-9\-–/])")
MEASURED = frozenset({"percent", "percentage_point", "money", "age"})
READING_TIME = re.compile(r"[ -][Mm]in(?:ute)?s? [Rr]ead\b")
HYPHEN_NAME = re.compile(r"-[A-Z](?![a-z]+[ -][A-Z])")


def context(text: str, draft: Draft, *, counts: bool) -> MaskClass | None:  # noqa: PLR0911 - one mask, one answer
    """The mask that the words round a number make; None where it is an amount.

    Args:
        text: The text.
        draft: The number, with its unit.
        counts: Whether a noun that it may count stands behind it.
    """
    if READING_TIME.match(text, draft.number.end) or (draft.kind == "number" and _is_sort(text, draft.end)):
        return "idiom"
    if draft.prefixed or draft.kind in MEASURED:
        return None
    number = draft.number
    word, begin = word_before(text, draft.start)
    if word == "of" and GROUP_OF.search(text, max(0, begin - 7), begin):
        return "name"
    if number.written:
        return _written_context(text, draft, word, begin, counts=counts)
    if text[draft.end : draft.end + 1].isalnum() or (draft.kind == "number" and HYPHEN_NAME.match(text, draft.end)):
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


def _is_sort(text: str, end: int) -> bool:
    """Whether the number says what sort of thing it is and counts nothing: "an eight-way race", "one-sided"."""
    match = HYPHENED.match(text, end)
    return match is not None and match[1] in lexicons.words("hyphen_stops")


def _place_or_time(text: str, draft: Draft, word: str, *, counts: bool) -> MaskClass | None:
    if _is_dated(text, draft, word):
        return "date"
    if _is_address(text, draft, counts=counts):
        return "address"
    if _is_year(text, draft, word, counts=counts):
        return "year"
    return "name" if not counts and word.islower() and CAPITAL_BEHIND.match(text, draft.end) else None


CAPITAL_BEHIND = re.compile(r" [A-Z][a-z]+")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
MONTH_BEFORE = re.compile(rf"(?:{MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?")
MONTH_BEHIND = re.compile(rf" (?:of )?(?:{MONTH}|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b")
LAST_DAY = 31


def _is_dated(text: str, draft: Draft, word: str) -> bool:
    """Whether it is a day of a month: "Sept. 20", "20 September", for texts whose dates nobody has found."""
    if draft.number.end - draft.number.start > 4:
        return False
    if MONTH_BEFORE.fullmatch(word):
        return True
    return draft.low <= LAST_DAY and MONTH_BEHIND.match(text, draft.number.end) is not None


def _is_section(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> bool:
    """Whether a noun before the number makes a name of it: "page 12", "Section 230", "version 2.5"."""
    if draft.has_unit or not _is_designator(word) or draft.number.end - draft.number.start > 5:
        return False
    return not counts or (word[0].isupper() and not opens_sentence(text, begin))


def _belongs_to_name(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> MaskClass | None:
    """Whether the number belongs to a name before it: "Windows 11"."""
    digits = draft.number.end - draft.number.start
    if not word[:1].isalpha() or word.islower() or draft.has_unit or digits > 4:
        return None
    if text[draft.start - 1] not in " \u00a0" or (digits <= 2 and SCORE_BEHIND.match(text, draft.end)):
        return None  # "United beat City 4-1"
    return _name(text, draft, word, begin, counts=counts)


def _name(text: str, draft: Draft, word: str, begin: int, *, counts: bool) -> MaskClass | None:
    """Whether a word with a capital is a name that the number behind it belongs to."""
    if word.endswith(("'s", "’s", "'", "’")):
        return None
    mixed = not word[0].isupper() or any(letter.isupper() for letter in word[1:])
    classes = NAME if mixed else possible_classes(word)
    lower = NAME if mixed else possible_classes(word.lower())
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
    match = STREET.match(text, draft.number.end)
    if match is None:
        return False
    words = match[1].split()
    if any(word.rstrip(".,") in lexicons.words("street_types") for word in words):
        return True
    return words[0] in COMPASS and len(words) > 1 and not counts


ERA = re.compile(r" ?(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?![a-z])")
ERAS_BEFORE = frozenset({"AD", "A.D.", "BC", "B.C."})
YEAR = re.compile(r"[12][0-9]{3}")
NOUN_BEHIND = re.compile(r" ([a-z]+)")


def _is_year(text: str, draft: Draft, word: str, *, counts: bool) -> bool:
    """Whether four digits are a year: "in 2019", "the 2016 elections", "A.D. 1000"; not "about 2000 workers"."""
    start, end = draft.number.start, draft.number.end
    if ERA.match(text, end) or word in ERAS_BEFORE:
        return True
    if YEAR.fullmatch(text, start, end) is None:
        return False
    lower = word.lower().rstrip(".")
    if 1900 <= draft.low <= 2099:
        if lower in vocabulary("before_amount_like_year"):
            return False
        noun = NOUN_BEHIND.match(text, end) if counts else None
        amount = noun is not None and noun[1] in vocabulary("behind_amount_like_year")
        return not amount or lower in ("in", "since")
    return draft.low < 1900 and lower in vocabulary("before_old_year") and not counts


def _written_context(  # noqa: PLR0911 - one mask, one answer
    text: str, draft: Draft, word: str, begin: int, *, counts: bool
) -> MaskClass | None:
    """The masks of numbers in words: "Big Ten", "day one", "no one", "zero tolerance"."""
    if _is_designator(word) and not draft.has_unit and not counts and text[draft.start - 1] == " ":
        return "section"
    written = text[draft.number.start : draft.number.end]
    if written[0].isupper() and not draft.has_unit and not opens_sentence(text, draft.start):
        following = text[draft.end : draft.end + 2].strip()[:1]
        tied = following == "-" and text[draft.end + 1 : draft.end + 2].isalpha()  # "Three-Car Crash"
        if not tied and (not following.islower() or (word[:1].isupper() and not counts)):
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


def _pronoun(text: str, draft: Draft, before: str) -> MaskClass | None:
    """The mask of "one" as a pronoun or an article: "no one", "one day", "one of many"."""
    if before in vocabulary("before_one") or (before == "at" and text.startswith(" point", draft.number.end)):
        return "idiom"
    match = BEHIND_ONE.match(text, draft.number.end)
    if match is None:
        return None
    if match[1] is None or match[1] in vocabulary("behind_one") or (match[1] == "of" and match[2] in OF_NOBODY):
        return "idiom"
    return None
