"""Ages: "34-year-old", "aged 18 to 34", "Ruiz, 34, said", "in his mid-20s"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.counted import counts, is_plural
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.extractors.quantities.number import Number

if TYPE_CHECKING:
    from newsclaims.model import QuantityKind

OLDEST = 115
YOUNGEST = 10
"""The least number that is an age behind "she is"."""
OLD = re.compile(r"[ -]?(year|month|week|day)s?[ -](?:olds?\b|of[ -]age\b)|[ -](?:yo|y/o)\b", re.IGNORECASE)
OLD_INITIALS = frozenset("dmwyDMWY")
AGE_WORDS = frozenset({"age", "aged", "ages"})
TURNS = frozenset({"turn", "turned", "turning", "turns"})
FILLERS = frozenset({"about", "already", "around", "between", "from", "just", "now", "of", "only"})
ENDS = frozenset({"dead", "death", "debut", "died", "dies", "married", "retire", "retired"})
BOUNDS = frozenset({"over", "under"})
SMALL = frozenset(
    {"babies", "boys", "children", "girls", "infants", "kids", "pupils", "those", "toddlers", "youngsters"}
)
"""Those whose age a number of less than ten bounds."""
OFFSPRING = frozenset({"children", "daughters", "girls", "boys", "grandchildren", "kids", "sons", "twins"})
GROUPS = frozenset(
    {"adults", "anybody", "anyone", "children", "everybody", "everyone", "men", "people", "those", "women"}
)
PERSONS = frozenset({"he", "she", "who"})
SPEAKING = frozenset({"he", "i", "she", "we", "you"})
SINCE = frozenset({"before", "since", "until", "when"})
"""Words before "I was six" that make an age of it, however young."""
BE = frozenset({"be", "is", "was"})
ARE = frozenset({"are", "were"})
BEFORE_CLOSING = ARE | BE | TURNS | {"at", "both", "over", "than", "under"}
"""Words that make an age of a number only where it closes its phrase."""
TOPICS = frozenset({"average", "drinking", "legal", "maximum", "mean", "median", "minimum", "retirement", "voting"})
BEHIND_PERSON = re.compile(r"[,;.)]|,? (?:of|who|was|is|from|and|when|by|now|at the time(?! of))\b|\Z")
NAME_IS = re.compile(r"\b[A-Z][a-z]{2,20} (?:is|was) \Z")
BEHIND_NAME_IS = re.compile(r" (?:now|at the time|by then)[,;.]")
LONGEST_NAME_IS = 28
BEHIND_TURNING = re.compile(r" (?:in|later|next|on|this|today|tomorrow)\b")
NAME_BEFORE = re.compile(r"[A-Z][\w'’.\-]{1,20}, ")
BEHIND_APPOSITION = re.compile(r",(?! ?[0-9])| (?:and|of|from|who)\b|[);]|\.(?:\s|\Z)")
PERSON_BEFORE = re.compile(r"(?:^|[ -])([a-z]+), \Z")
BEHIND_AGE = re.compile(r", (?!and\b|or\b|[0-9])|[).]")
LONGEST_NAME = 24
FARTHEST_TOPIC = 72
"""Characters between the words that name an age and the number."""
DECADE = re.compile(r"([1-9])0['’]?s\b")
POSSESSIVES = frozenset({"her", "his", "my", "our", "own", "their", "whose", "your"})
PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}


def decade_of_life(text: str, start: int) -> Draft | None:
    """The age that a decade of life stands for: "in his mid-20s".

    >>> draft = decade_of_life("He is in his mid-20s.", 17)
    >>> draft.start, draft.end, draft.low, draft.high
    (13, 20, Decimal('24'), Decimal('26'))
    """
    match = DECADE.match(text, start)
    if match is None:
        return None
    before = words_before(text, start, 3)
    if before and before[0] in PARTS:
        part, begin = before[0], start - len(before[0]) - 1
        before = before[1:]
    else:
        part, begin = "", start
    if not before or before[0] not in POSSESSIVES:
        return None
    first, last = PARTS.get(part, (0, 9))
    low, high = Decimal(match[1]) * 10 + first, Decimal(match[1]) * 10 + last
    number = Number(begin, match.end(), low, high)
    draft = Draft(begin, match.end(), low, high, number, kind="age", rule="age-decade", unit="year")
    draft.approximate = draft.ranged = True
    return draft


def attach(text: str, draft: Draft) -> None:
    """Make a draft an age where the words round it say so."""
    if draft.kind not in ("number", "duration"):
        return
    end = draft.number.end if draft.kind == "duration" else draft.end
    may_be_old = not OLD_INITIALS.isdisjoint(text[end : end + 2])
    old = OLD.match(text, end) if may_be_old else None
    if old is not None:
        _set(draft, "age-old", (old[1] or "year").lower())
        draft.end = old.end()
    elif draft.kind == "number" and 1 <= draft.low <= OLDEST and draft.low == draft.low.to_integral_value():
        _attach_of_person(text, draft)


def _set(draft: Draft, rule: str, unit: str = "year") -> None:
    kind: QuantityKind = "age"
    draft.kind, draft.rule, draft.unit = kind, rule, unit


def _attach_of_person(text: str, draft: Draft) -> None:
    """The age of a person whom the sentence tells of: "aged 34", "she is 34", "Ruiz, 34,"."""
    if draft.start > 1 and text[draft.start - 1] == "-" and text[draft.start - 2].isdigit():
        return  # the end of a range: the words stand before its beginning
    before = draft.words_before(text)
    rule = _rule_by_words(text, draft, before) if before else _rule_by_comma(text, draft)
    if rule is not None:
        _set(draft, rule)
        if before and before[0] == "aged":
            draft.start -= len("aged ")


def _rule_by_comma(text: str, draft: Draft) -> str | None:
    """The rule for an age between commas, behind a name or a noun for a person."""
    if draft.number.written or not text.endswith(", ", 0, draft.start):
        return None
    aged = _is_apposition(text, draft) or (draft.low >= YOUNGEST and _is_person_aged(text, draft))
    return "age-apposition" if aged else None


def _rule_by_words(text: str, draft: Draft, before: list[str]) -> str | None:
    """The rule for an age that the words before it show."""
    cue = 0
    while cue < len(before) and before[cue] in FILLERS:
        cue += 1
    word, *far = [*before[cue : cue + 4], ""]
    if before[0] == "then" and text[draft.start - 6 : draft.start] == " then " and _is_apposition(text, draft, 5):
        return "age-apposition"
    if word in AGE_WORDS or (word in TURNS and BEHIND_TURNING.match(text, draft.end)):
        return "age-word"
    adult = draft.low >= YOUNGEST
    bounds = word in BOUNDS and _bounds_group(word, far[0] if far else "", adult=adult)
    if bounds and not counts(draft.words_behind(text), single=False):
        return "age-word"
    rule = _rule_of_closing(text, draft, word, far, adult=adult) if word in BEFORE_CLOSING else None
    if rule is None and adult:
        named = word in BE and not draft.number.written and _is_name_aged(text, draft)
        return "age-of-person" if named else "age-topic" if _is_topic(text, draft.start) else None
    return rule


def _rule_of_closing(  # noqa: PLR0911 - one form, one answer
    text: str, draft: Draft, word: str, far: list[str], *, adult: bool
) -> str | None:
    """The rule for an age that closes its phrase; ``far`` are the words before the nearest."""
    if BEHIND_PERSON.match(text, draft.end) is None:
        return None
    beyond, farther = [*far, "", ""][:2]
    if word in TURNS or (adult and _is_age_bound(word, beyond, farther)):
        return "age-word"
    if _ends_at(word, beyond) or (adult and _is_somebody(word, far)):
        return "age-of-person"
    if word in BE and beyond in SPEAKING and farther in SINCE:
        return "age-of-person"  # "since I was six"
    if word in ARE and beyond in OFFSPRING:
        return "age-of-person"  # "my kids are 6 and 9"
    if word == "both" and text.endswith(", both ", 0, draft.start):
        return "age-apposition"  # "her twin sons, both 9,"
    return None


def _bounds_group(word: str, beyond: str, *, adult: bool) -> bool:
    """Whether a bound goes with those whose age it is: "voters under 30", "children under five"."""
    return _is_group(beyond) if adult else word == "under" and beyond in SMALL


def _is_name_aged(text: str, draft: Draft) -> bool:
    """Whether a name is what the number tells, at a time: "Orr is 74 now", "Ruiz was 19 at the time"."""
    if BEHIND_NAME_IS.match(text, draft.end) is None:
        return False
    return NAME_IS.search(text, max(0, draft.start - LONGEST_NAME_IS), draft.start) is not None


def _ends_at(word: str, before: str) -> bool:
    """Whether the words before tell of something done at an age: "died at 43"."""
    return word == "at" and before in ENDS


def _is_somebody(word: str, before: list[str]) -> bool:
    """Whether the words before say what somebody is: "she is", "he will be"."""
    return word in BE and bool(before) and (before[0] in PERSONS or before[1:2] == ["he"])


def _is_age_bound(word: str, beyond: str, whose: str) -> bool:
    """Whether the words before bound an age: "voters under 30", "younger than 30"."""
    if word == "than":
        return beyond in ("younger", "older")
    if beyond in ARE:
        return word in BOUNDS and _is_group(whose)  # "three directors are under 40"
    return word in ("over", "under") and (beyond in GROUPS or is_plural(beyond))


def _is_group(word: str) -> bool:
    """Whether a word stands for people: "voters", "those"."""
    return word in GROUPS or (word.endswith("s") and lexicons.table("roles").get(word[:-1]) is not None)


def _is_topic(text: str, start: int) -> bool:
    """Whether the words before are about an age: "a life expectancy of 73", "the median age is 35"."""
    window = text[max(0, start - FARTHEST_TOPIC) : start]
    if "age" not in window and "expectancy" not in window:
        return False
    before = words_before(text, start, 9)
    return "expectancy" in before or ("age" in before and bool(TOPICS.intersection(before)))


def _is_person_aged(text: str, draft: Draft) -> bool:
    """Whether the number stands behind a noun for a person and goes on as an age does: "the striker, 23, has"."""
    noun = PERSON_BEFORE.search(text, max(0, draft.start - LONGEST_NAME), draft.start)
    if noun is None or not lexicons.table("roles").get(noun[1]):
        return False
    return BEHIND_AGE.match(text, draft.end) is not None


def _is_apposition(text: str, draft: Draft, skipped: int = 0) -> bool:
    """Whether the number stands behind a name, between commas: "Ruiz, 34, said"; ``skipped`` leaves "then " out."""
    if BEHIND_APPOSITION.match(text, draft.end) is None:
        return False
    end = draft.start - skipped
    window = text[max(0, end - LONGEST_NAME) : end]
    words = window.split()
    return bool(words) and NAME_BEFORE.fullmatch(words[-1] + " ") is not None
