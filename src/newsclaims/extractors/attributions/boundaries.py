"""Where reported content ends.

The end of a reported clause is the hardest boundary of indirect speech: what follows a comma may still be reported or
may be the writer's again. The cuts here are the places at which it is more often the writer's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims import lexicons
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NOMINAL,
    OBJECT,
    PAST,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TIME,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading

_RESUMING_SUBJECTS = frozenset({"he", "she", "they"})
_WEAK_JOINTS = frozenset({"by", "through"})
_NEARNESS = frozenset({"last", "this", "next", "earlier", "late", "early", "that"})


@frozen
class Shape:
    """What sort of content it is, and in what sort of clause its cue stands."""

    finite: bool = True
    """Whether the content is a finite clause, and not an infinitive, gerund or noun phrase."""
    past: bool = True
    """Whether the cue stands in the past tense."""
    embedded: bool = False
    """Whether the cue stands in a subordinate clause, after which the main clause follows."""


def sentence_limit(reading: Reading, last: int) -> int:
    """Token behind the last word of a sentence that ends before ``last``: final stops and marks taken off."""
    tags = reading.tags
    while last and tags[last - 1] & (STOP | QUOTE) and not (tags[last - 1] & QUOTE and reading.quoted[last - 1]):
        last -= 1
    return last


def content_end(reading: Reading, start: int, limit: int, shape: Shape) -> int:
    """Token behind the reported clause, infinitive or gerund that starts at a token, at most ``limit``."""
    tags, lowers, verbs = reading.tags, reading.lowers, reading.lexicon.verbs
    index = start
    may_hold_clause = shape.finite
    while index < limit:
        quotation = reading.quotation_ends.get(index)
        if quotation is not None:
            if quotation >= limit or _closes_clause(reading, quotation):
                return quotation
            index = quotation
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
    return limit


_JOINTS = COMMA | DASH | STOP | COORDINATOR


def _closes_clause(reading: Reading, quotation_end: int) -> bool:
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
        return _joins_the_cue(reading, start, index, shape)
    if tag & STOP:
        return False
    after = tags[following]
    resuming = lexicons.words("resuming_words")
    if (after & GERUND and not after & NOMINAL) or lowers[following] in resuming:
        return True
    if lowers[following] == "even" and following + 1 < limit and lowers[following + 1] in resuming:
        return True
    if shape.embedded and (
        (after & FINITE and not after & SUBJECT) or subject_and_verb(tags, lowers, following, limit) is not None
    ):
        return True
    if after & COORDINATOR and following + 1 < limit:
        if shape.embedded and subject_and_verb(tags, lowers, following + 1, limit) is not None:
            return True
        resumes = lowers[following + 1] in _RESUMING_SUBJECTS
        return resumes or _joins_the_cue(reading, start, following, shape, comma=True)
    if tag & DASH:
        return bool(after & (DETERMINER | SUBJECT)) and not any(tags[k] & DASH for k in range(following, limit))
    return bool(after & FINITE) and lowers[following] in reading.lexicon.verbs


def _joins_the_cue(reading: Reading, start: int, coordinator: int, shape: Shape, *, comma: bool = False) -> bool:
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
        return True
    if tag & AUXILIARY:
        return comma and lowers[coordinator] == "but"
    if lowers[index] in reading.lexicon.verbs:
        parallel = _has(reading, start, coordinator, tag & (PAST | THIRD))
        return not (parallel and all(entry.thought for _, entry in reading.lexicon.verbs[lowers[index]]))
    return comma or bool(shape.past and tag & PAST and not _has(reading, start, coordinator, PAST))


def _has(reading: Reading, first: int, last: int, classes: int) -> bool:
    return any(reading.tags[k] & classes for k in range(first, last))


def object_end(reading: Reading, start: int, limit: int) -> int:
    """Token behind a noun phrase that is content itself: "criticized the ruling of the court on Monday"."""
    tags, lowers = reading.tags, reading.lowers
    index = max(core_end(tags, lowers, start, limit), start + 1)
    if start in reading.quotation_ends:
        index = start
    while index < limit:
        quotation = reading.quotation_ends.get(index)
        if quotation is not None:
            if quotation >= limit or _closes_clause(reading, quotation):
                return quotation
            index = quotation
            continue
        if _ends_object(reading, start, index, limit):
            return index
        index += 1
    return limit


def _ends_object(reading: Reading, start: int, index: int, limit: int) -> bool:
    tags, lowers = reading.tags, reading.lowers
    tag = tags[index]
    following = index + 1
    if tag & (COMMA | DASH | COLON) or lowers[index] == ";":
        return following >= limit or lowers[following] not in {"including", "as", "especially", "particularly"}
    if following >= limit:
        return False
    after = tags[following]
    if tag & COORDINATOR:
        return bool(after & FINITE) or _joins_the_cue(reading, start, index, Shape(finite=False))
    if tag & FINITE and tags[index - 1] & NOMINAL and not _has(reading, start, index, SUBORDINATOR | WH):
        return True
    if tag & TIME and tags[index - 1] & (NOMINAL | OBJECT) and not tags[index - 1] & TIME:
        return True
    if after & TIME and (tag & PREPOSITION or lowers[index] in _NEARNESS):
        return True
    if tag & PREPOSITION and lowers[index] in _WEAK_JOINTS and (after & GERUND or lowers[index] != "by"):
        return True
    if (
        tag & PREPOSITION
        and lowers[index] in {"in", "on", "during", "at"}
        and _medium_follows(reading, following, limit)
    ):
        return True
    return lowers[index] in lexicons.words("clause_openers")


def _medium_follows(reading: Reading, start: int, limit: int) -> bool:
    media = lexicons.words("media_nouns")
    end = core_end(reading.tags, reading.lowers, start, min(limit, start + 5))
    return end > start and reading.lowers[end - 1] in media
