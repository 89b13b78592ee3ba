"""Where reported content ends.

The end of a reported clause is the hardest boundary of indirect speech: what follows a comma may still be reported or
may be the writer's again. The cuts here are the places at which it is more often the writer's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from newsclaims import lexicons
from newsclaims.text.clauses import holds, subject_and_verb
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NOMINAL,
    NUMBER,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading

_RESUMING_SUBJECTS = frozenset({"he", "she", "they"})


@define(eq=False)
class Shape:
    """What sort of content it is, and in what sort of clause its cue stands."""

    finite: bool = True
    """Whether the content is a finite clause, and not an infinitive, gerund or noun phrase."""
    tense: int = PAST | THIRD | BASE
    """Form of the cue: a verb in the same form that is coordinated may belong to its source."""
    embedded: bool = False
    """Whether the cue stands in a subordinate clause, after which the main clause follows."""
    subject: bool = False
    """Whether the cue may be the subject of the sentence, whose verb then follows the content."""


def sentence_limit(reading: Reading, first: int, last: int) -> int:
    """Token behind the last word of a sentence: final stops, marks and the bracket round it taken off."""
    tags = reading.tags
    while last > first and not reading.quoted[last - 1]:
        unpaired = reading.lowers[last - 1] == ")" and "(" not in reading.lowers[first:last]
        if not tags[last - 1] & (STOP | QUOTE) and not unpaired:
            break
        last -= 1
    return last


def fronted_end(reading: Reading, first: int, limit: int) -> int:
    """End of the subordinate clause or participial phrase that opens a sentence; ``first`` where none does."""
    tags, lowers = reading.tags, reading.lowers
    opener = first + bool(tags[first] & COORDINATOR)
    if opener + 2 >= limit or not (
        lowers[opener] == "as"
        or lowers[opener] in lexicons.words("clause_openers")
        or tags[opener] & (GERUND | PARTICIPLE)
        or (tags[opener] & PREPOSITION and tags[opener + 1] & GERUND)
    ):
        return first
    index = opener
    while index < limit - 1:
        index = reading.quotation_ends.get(index, index + 1)
        comma = tags[index - 1] & COMMA or (tags[index - 1] & QUOTE and tags[index - 2] & COMMA)
        if not comma or index >= limit or tags[index] & WH:
            continue
        if subject_and_verb(tags, lowers, index, limit) is not None:
            return index if _has(reading, opener, index, FINITE | GERUND | PARTICIPLE) else first
    return first


def content_end(reading: Reading, start: int, limit: int, shape: Shape) -> int:
    """Token behind the reported clause, infinitive or gerund that starts at a token, at most ``limit``."""
    tags, lowers, verbs = reading.tags, reading.lowers, reading.lexicon.verbs
    quoted, quotation_ends = reading.quoted, reading.quotation_ends
    index = start
    may_hold_clause = shape.finite
    while index < limit:
        if quoted[index] and index in quotation_ends:
            index = quotation_ends[index]
            if index >= limit or closes_clause(reading, index):
                return index
            continue
        tag = tags[index]
        if index > start:
            if tag & _JOINTS:
                if _cuts(reading, start, index, limit, shape):
                    return index
            elif not may_hold_clause:
                if tag & (SUBORDINATOR | WH) or lowers[index] in verbs:
                    may_hold_clause = True
                if tag & FINITE and tags[index - 1] & NOMINAL and not tag & SUBJECT:
                    return index
        elif lowers[index] in verbs or tag & (SUBORDINATOR | WH):
            may_hold_clause = True
        index += 1
    return _before_matrix_verb(reading, start, limit) if shape.subject else limit


def _before_matrix_verb(reading: Reading, start: int, limit: int) -> int:
    """The verb of which the clause before it is the subject: "the claim that it leaked | drew laughter"."""
    tags = reading.tags
    verbs = 0
    for index in range(start, limit):
        tag = tags[index]
        if tag & (_JOINTS | WH) or (tag & SUBORDINATOR and not tag & PREPOSITION) or reading.quoted[index]:
            verbs = 0
        elif tag & FINITE and not tag & SUBJECT:
            if verbs and not tags[index - 1] & (SUBJECT & ~DETERMINER):
                return index
            verbs = 0 if reading.lowers[index] in reading.lexicon.verbs else 1
    return limit


_JOINTS = COMMA | DASH | STOP | COORDINATOR | COLON


def closes_clause(reading: Reading, quotation_end: int) -> bool:
    """Whether a quotation ends with a comma inside its mark, as where a clause of the sentence ends."""
    tags = reading.tags
    if quotation_end >= len(tags):
        return False
    return bool(tags[quotation_end - 2] & COMMA) and not tags[quotation_end] & COORDINATOR


def _cuts(reading: Reading, start: int, index: int, limit: int, shape: Shape) -> bool:
    """Whether the content ends before the mark or coordinator at a token."""
    tags, lowers = reading.tags, reading.lowers
    tag, following = tags[index], index + 1
    if lowers[index] == ";":
        return True
    if following >= limit:
        return bool(tag & (COMMA | DASH))
    if tag & COORDINATOR:
        return joins_the_cue(reading, start, index, shape) or _another_says(reading, following, limit)
    if tag & STOP:
        return False
    if tag & COLON:  # what follows in marks is a quotation of its own
        return following in reading.quotation_ends
    after = tags[following]
    if shape.finite and not _has(reading, start, index, FINITE | BE):  # the subject of the content still lacks its verb
        return False
    if _writer_resumes(reading, following, limit):
        return True
    if shape.embedded and (
        (after & FINITE and not after & SUBJECT) or subject_and_verb(tags, lowers, following, limit) is not None
    ):
        return True
    if after & COORDINATOR and following + 1 < limit:
        return _leaves_content(reading, start, following, limit, shape)
    if tag & DASH:
        writer = bool(after & DETERMINER) or lowers[following] in _RESUMING_SUBJECTS
        return writer and not holds(tags, following, limit, DASH)
    return bool(after & FINITE and after & shape.tense) and lowers[following] in reading.lexicon.verbs


def _leaves_content(reading: Reading, start: int, coordinator: int, limit: int, shape: Shape) -> bool:
    """Whether what a comma and a coordinator open is no longer content: "…, but he left", "…, and others said"."""
    opener = coordinator + 1
    has_clause = subject_and_verb(reading.tags, reading.lowers, opener, limit) is not None
    if has_clause and (shape.embedded or not shape.finite):
        return True
    if reading.lowers[opener] in _RESUMING_SUBJECTS or _another_says(reading, opener, limit):
        return True
    return joins_the_cue(reading, start, coordinator, shape, comma=True)


def _writer_resumes(reading: Reading, index: int, limit: int) -> bool:
    """Whether what follows a comma is more often the writer's: a participle, a relative clause, an apposition."""
    if _dates_the_saying(reading, index, limit):
        return True
    tag, word = reading.tags[index], reading.lowers[index]
    resuming = lexicons.words("resuming_words")
    if (tag & GERUND and not tag & NOMINAL) or word in resuming:
        return True
    if word == "as" and index + 1 < limit and reading.tags[index + 1] & AUXILIARY:  # "…, as has the mayor"
        return True
    if word == "even" and index + 1 < limit and reading.lowers[index + 1] in resuming:
        return True
    if word not in {"a", "an"} or _has(reading, index, limit, COMMA):
        return False
    return subject_and_verb(reading.tags, reading.lowers, index, limit) is None


def _dates_the_saying(reading: Reading, index: int, limit: int) -> bool:
    """Whether a distance in time to another event stands here: ", just hours after the vote"."""
    tags, lowers = reading.tags, reading.lowers
    units = False
    for position in range(index, min(limit, index + _LONGEST_DISTANCE)):
        if lowers[position] in {"after", "before"}:
            return units
        units = units or lowers[position] in lexicons.table("date_units")
        if not units and not tags[position] & (ADVERB | NUMBER | DETERMINER):
            return False
    return False


_LONGEST_DISTANCE = 5


def joins_the_cue(reading: Reading, start: int, coordinator: int, shape: Shape, *, comma: bool = False) -> bool:
    """Whether a coordinator joins the next verb to the cue and not to the content."""
    tags, lowers = reading.tags, reading.lowers
    index = coordinator + 1
    while tags[index] & ADVERB and index + 2 < len(tags) and not tags[index] & (NOMINAL | FINITE):
        index += 1
    tag = tags[index]
    if tag & GERUND and not tag & NOMINAL:
        return lowers[index] in reading.lexicon.verbs and not _has(reading, start, coordinator, GERUND)
    if not tag & FINITE or tag & SUBJECT:
        return reading.opens_phrasal_cue(index)
    if not shape.finite and not _has(reading, start, coordinator, FINITE):
        return not tag & BASE  # "vowed to close its doors and cut its staff"
    if tag & AUXILIARY:
        return comma and lowers[coordinator] == "but"
    if not tag & shape.tense:
        return False
    if lowers[index] in reading.lexicon.verbs:
        parallel = _has(reading, start, coordinator, tag & (PAST | THIRD))
        return not (parallel and all(entry.thought for _, entry in reading.lexicon.verbal(lowers[index])))
    return comma or bool(tag & PAST and not _in_past(reading, start, coordinator))


def _another_says(reading: Reading, index: int, limit: int) -> bool:
    """Whether a clause with its own subject starts at a token and says something itself: "and others have said"."""
    verb = subject_and_verb(reading.tags, reading.lowers, index, min(limit, index + 12))
    if verb is None:
        return False
    while verb + 1 < limit and reading.tags[verb] & (AUXILIARY | ADVERB) and reading.lowers[verb] not in _SAYING:
        verb += 1
    return reading.lowers[verb] in _SAYING


_SAYING = frozenset({"say", "says", "said"})


def _in_past(reading: Reading, first: int, last: int) -> bool:
    """Whether a stretch holds a verb in the past tense, with which another may be coordinated."""
    return _has(reading, first, last, PAST) or any(reading.lowers[k] in _PAST_AUXILIARIES for k in range(first, last))


_PAST_AUXILIARIES = frozenset({"was", "were", "had", "wasn't", "weren't", "hadn't", "did", "didn't"})


def _has(reading: Reading, first: int, last: int, classes: int) -> bool:
    return holds(reading.tags, first, last, classes)
