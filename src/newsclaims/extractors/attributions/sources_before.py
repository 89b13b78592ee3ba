"""Finds the noun phrase before a cue that names its source: its subject, or who owns the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import at_boundary, phrase_start
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    BRACKET,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NEGATION,
    NOMINAL,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    TO,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.attributions.reading import Reading

DENOTING = NAME | NOUN | ADJECTIVE | SUBJECT | OBJECT | DETERMINER | TITLE
# What stands before a pronoun that is not all of its phrase: "almost everyone", "you and he".
_BELONGS = PREPOSITION | TO | COORDINATOR | DETERMINER | SUBJECT | NOMINAL | ADVERB | NEGATION
_DAYLIKE = TIME | NUMBER | ADVERB
_CLOSES_ADDITION = COMMA | DASH | BRACKET | QUOTE
LONGEST_SOURCE = 50
"""Tokens of the longest source, appositions included."""


def source_before(reading: Reading, index: int, floor: int) -> tuple[int, int] | None:
    """Tokens of the noun phrase that ends before a verb group: its subject.

    Adverbials between subject and verb are stepped over ("Ruiz, in a statement, said"; "the bank on Monday said");
    appositions and relative clauses belong to the source ("Mara Quint, a fellow at the institute, said").
    """
    if index <= floor:
        return None
    tags = reading.tags
    if _stands_alone(tags, index - 1, floor):
        return index - 1, index
    if tags[index - 1] & STOP and reading.lowers[index - 1] == ".":  # "Acme Inc. said"
        found = source_before(reading, index - 1, floor)
        return (found[0], index) if found is not None and found[1] == index - 1 else found
    end = index
    if tags[index - 1] & _DAYLIKE and _is_day(tags[index - 1]):
        end = _without_adverbials(reading, _without_clause_adverbs(reading, index, floor), floor)
    if end > floor and tags[end - 1] & _CLOSES_ADDITION:
        found = _behind_mark(reading, end, floor)
        if found is not None or tags[end - 1] & (COMMA | DASH):
            return found
    found = _phrase_before(reading, end, floor)
    if found is not None and end < index and tags[end - 1] & (PARTICIPLE | PAST):  # "an article published Friday"
        return found[0], index
    return found


def _stands_alone(tags: Sequence[int], index: int, floor: int) -> bool:
    """Whether a token is a subject that nothing before it belongs to: "he", a name behind a mark; most sources are."""
    tag = tags[index]
    if tag & SUBJECT and not tag & (DETERMINER | WH | ADVERB | NAME):
        return index <= floor or not tags[index - 1] & _BELONGS
    return tag == NAME and (index <= floor or tags[index - 1] == QUOTE)


def _behind_mark(reading: Reading, end: int, floor: int) -> tuple[int, int] | None:
    """The source that ends with the comma, dash, bracket or title that closes an apposition."""
    tags = reading.tags
    if tags[end - 1] & COMMA or _ends_with_title(reading, end, floor):
        found = _with_apposition(reading, end, floor)
        bracketed = _bracketed(reading, end - 1, floor) if found is None else None
        return bracketed if bracketed is not None and at_boundary(tags, bracketed[0], floor) else found
    if tags[end - 1] & DASH:
        opened = next((k for k in range(end - 2, max(floor, end - 40), -1) if tags[k] & DASH), None)
        head = _phrase_before(reading, opened, floor) if opened is not None else None
        return (head[0], end - 1) if head is not None else None
    return _bracketed(reading, end, floor)


def _bracketed(reading: Reading, end: int, floor: int) -> tuple[int, int] | None:
    """The source that ends with a bracket: "Rob Holt (I-Vale)"."""
    if end <= floor or reading.lowers[end - 1] != ")":
        return None
    opened = _opening_bracket(reading, end - 1, floor)
    if opened is None:
        return None
    start = phrase_start(reading.tags, reading.lowers, opened, floor)
    return (start, end) if start < opened else None


def _phrase_before(reading: Reading, end: int, floor: int) -> tuple[int, int] | None:
    last = end
    if end - 1 > floor and reading.lowers[end - 1].endswith(("self", "selves")):  # "the bank itself"
        last = end - 1
    if last - 1 > floor and reading.tags[last - 1] & (PARTICIPLE | PAST):  # "an article published"
        last -= 1
    start = phrase_start(reading.tags, reading.lowers, last, floor)
    if start == last or (end - start == 1 and reading.lowers[start] in {"there", "what"}):
        return None
    if reading.tags[end - 1] & POSSESSIVE:
        return None
    if start > floor and _modifies_subject(reading, start - 1, floor):
        start -= 1
    if not holds(reading.tags, start, end, DENOTING) and not _is_share(reading, start, end):
        return None
    return start, end


def _modifies_subject(reading: Reading, index: int, floor: int) -> bool:
    """Whether a participle opens the noun phrase behind it: "Leaked letters say"; not "…, saying Lee left"."""
    tags = reading.tags
    participle = tags[index] & (GERUND | PARTICIPLE) and not tags[index] & FINITE
    if not participle or reading.lowers[index] in reading.lexicon.verbs:
        return False
    return index == floor or bool(tags[index - 1] & COMMA and tags[index + 1] & NOUN)


def _is_share(reading: Reading, start: int, end: int) -> bool:
    """Whether numbers alone name a part of those asked: "about 4 in 10 say", "nearly half say"."""
    if not reading.tags[end - 1] & NUMBER:
        return False
    return reading.lowers[end - 1][0].isalpha() or holds(reading.tags, start, end - 1, NUMBER)


def _without_clause_adverbs(reading: Reading, end: int, floor: int) -> int:
    """The end moved back over an adverb of the clause: "Ruiz then said"."""
    adverbs = lexicons.words("clause_adverbs")
    while end - 1 > floor and reading.tags[end - 1] & ADVERB and reading.lowers[end - 1] in adverbs:
        end -= 1
    return end


def _without_adverbials(reading: Reading, end: int, floor: int) -> int:
    """The end moved back over days and phrases of time: "on Monday", "earlier this week"."""
    tags = reading.tags
    for _ in range(3):
        moved = end
        while moved > floor and _is_day(tags[moved - 1]):
            moved -= 1
        while (
            floor < moved < end and tags[moved - 1] & (DETERMINER | PREPOSITION) and not tags[moved - 1] & SUBORDINATOR
        ):
            moved -= 1
        if moved in (end, floor) or not holds(tags, moved, end, TIME):
            return end
        if not tags[moved - 1] & (NOMINAL | OBJECT | SUBJECT | COMMA | BRACKET | PARTICIPLE | PAST):
            return end
        end = moved
    return end


def _is_day(tag: int) -> bool:
    return bool(tag & TIME and not tag & TITLE) or bool(tag & (NUMBER | ADVERB) and not tag & (NAME | TITLE))


def _opening_bracket(reading: Reading, closed: int, floor: int) -> int | None:
    for index in range(closed - 1, max(floor, closed - 15) - 1, -1):
        if reading.lowers[index] == "(":
            return index
    return None


def _with_apposition(reading: Reading, end: int, floor: int) -> tuple[int, int] | None:
    """The source that ends with a comma: the head before an earlier comma, and what stands between the two."""
    tags, lowers = reading.tags, reading.lowers
    lowest = max(floor, end - LONGEST_SOURCE)
    best: tuple[int, int] | None = None
    for index in range(end - 2, lowest, -1):
        tag = tags[index]
        if tag & STOP and lowers[index] == ";":
            break
        if reading.quoted[index]:
            if end - index > LONGEST_TITLE and not tag & QUOTE:
                break
            continue
        if not tag & COMMA:
            continue
        start = phrase_start(tags, lowers, _head_end(reading, index, lowest), lowest)
        if start != index and not at_boundary(tags, start, floor):
            start = _behind_coordination(tags, start, index)
        if start == index or tags[start] & TIME:
            continue
        kind = _between(reading, index + 1, end - 1)
        if kind == "apposition" and index - start == 1 and _is_incidental(reading, start):
            kind = "adverbial"
        if kind == "none":
            if best is None:
                continue
            break
        best = (start, end - 1 if kind == "apposition" else index)
    return best


LONGEST_TITLE = 10
"""Tokens of the title of a work inside an apposition, with its marks."""


def _ends_with_title(reading: Reading, end: int, floor: int) -> bool:
    """Whether the title of a work closes an apposition, the comma inside its mark: "the film, titled “North Pier,”"."""
    tags = reading.tags
    if end - 4 < floor or not tags[end - 1] & QUOTE or not tags[end - 2] & COMMA:
        return False
    opened = next((k for k in range(end - 3, max(floor, end - LONGEST_TITLE), -1) if tags[k] & QUOTE), None)
    if opened is None or not tags[opened - 1] & (PAST | PARTICIPLE | NOUN | POSSESSIVE):
        return False
    words = [reading.text[reading.starts[k]] for k in range(opened + 1, end - 2) if len(reading.lowers[k]) > 3]
    return all(initial.isupper() for initial in words) and not holds(tags, opened + 1, end, FINITE)


def _head_end(reading: Reading, comma: int, floor: int) -> int:
    """End of the noun phrase before a comma, without what stands in brackets and "herself" behind it."""
    lowers = reading.lowers
    if lowers[comma - 1] == ")":
        opened = _opening_bracket(reading, comma - 1, floor)
        return opened if opened is not None else comma
    abbreviation = lowers[comma - 1] == "." and comma - 1 > floor  # "Acme Inc., a maker of pumps"
    return comma - 1 if abbreviation or lowers[comma - 1].endswith(("self", "selves")) else comma


def _behind_coordination(tags: Sequence[int], start: int, end: int) -> int:
    """Start of the last part of what looks like a list, but joins clauses: "guard the coast, and the head of …"."""
    for index in range(end - 1, start, -1):
        if tags[index] & COORDINATOR and tags[index - 1] & COMMA:
            return index + 1
    return end


def _is_incidental(reading: Reading, head: int) -> bool:
    """Whether what a comma adds to a single name tells more and not who it is: "Orr, who left", "Orr, 69"."""
    tag, behind = reading.tags[head], head + 2
    known = tag & NAME and not tag & (TITLE | NOUN)
    return bool(known) and (reading.lowers[behind] in {"who", "whose"} or bool(reading.tags[behind] & NUMBER))


def _between(reading: Reading, first: int, last: int) -> str:
    """What stands between two commas: an ``apposition`` of the head, an ``adverbial`` of the verb, or ``none``."""
    tag = reading.tags[first]
    if first >= last:
        return "none"
    word = reading.lowers[first]
    if word in {"who", "whose", "which", "whom", "where"} or (word == "of" and reading.lowers[first + 1] != "course"):
        return "apposition"
    if _adds_members(reading, first):
        return "apposition"
    if tag & (GERUND | PARTICIPLE | PREPOSITION | SUBORDINATOR | ADVERB | TIME) and not tag & (NOMINAL & ~ADVERB):
        return "adverbial"
    if tag & PAST and reading.tags[first + 1] & (PREPOSITION | QUOTE | ADVERB):  # "prepared for the bank"
        return "adverbial"
    if tag & (DETERMINER | NOMINAL | TITLE | NUMBER):
        return "apposition"
    return "none"


def _adds_members(reading: Reading, first: int) -> bool:
    """Whether words that look like an adverbial name members or an office: "including Lee", "now a judge"."""
    word, following = reading.lowers[first], reading.tags[first + 1]
    if word in {"including", "like"}:
        return bool(following & (DETERMINER | NOMINAL | TITLE))
    if word in {"acting", "managing"}:
        return bool(following & (NOUN | TITLE))
    return word in {"now", "then", "also"} and bool(following & (DETERMINER | NOUN | TITLE))


def possessor_before(reading: Reading, index: int, floor: int) -> tuple[int, int] | None:
    """Tokens of the possessor of a noun: "Kline" in "Kline's false claim", "her" in "her claim"."""
    tags, lowers = reading.tags, reading.lowers
    lowest = max(floor, index - 4)
    while index > lowest and tags[index - 1] & NOMINAL and not tags[index - 1] & (NAME | POSSESSIVE):
        index -= 1
    if index <= floor:
        return None
    if lowers[index - 1] in {"his", "her", "their", "its", "my", "our", "your", "whose"}:
        return index - 1, index
    if tags[index - 1] & POSSESSIVE:
        start = phrase_start(tags, lowers, index - 1, floor)
        return (start, index - 1) if start < index - 1 else None
    return None
