"""Nominal cues: "Kline's claim that the vote was rigged", "criticism from Orr of …", "made the case that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve

from newsclaims import lexicons
from newsclaims.extractors.attributions.cues import CueOccurrence, verb_group
from newsclaims.extractors.attributions.from_cues.boundaries import Shape, content_end
from newsclaims.extractors.attributions.from_cues.making import make
from newsclaims.extractors.attributions.from_cues.object_boundaries import object_end
from newsclaims.extractors.attributions.from_cues.subjects import Shared, find_subject, nearest_subject
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.extractors.attributions.sources_before import possessor_before, source_before
from newsclaims.text.morphology import base_forms
from newsclaims.text.nounphrases import core_end, core_start
from newsclaims.text.wordclass import ADVERB, BASE, COMMA, FINITE, GERUND, PARTICIPLE, TIME, TO, WH

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.candidate import Candidate, Stretch
    from newsclaims.extractors.attributions.reading import SentenceView


@define(eq=False)
class _Content:
    rule: str
    first: int
    last: int
    cue_last: int


def find_nominal(sentence: SentenceView, cue: CueOccurrence, shared: Shared) -> Candidate | None:
    """The attribution of a noun of saying or thinking: by its possessor, its author, or a verb that carries it."""
    reading = sentence.reading
    carried = _carried(sentence, cue)
    if carried is not None:
        content = _content(sentence, cue, cue.last)
        if content is None:
            return None
        subject = source_before(reading, carried.first, sentence.first)
        source = find_subject(sentence, carried, subject, shared)
        if source is None or carried.form == "passive":
            return None
        return _make(sentence, carried, f"carried-{content.rule}", content, source)
    source = possessor_before(reading, cue.first, sentence.first)
    if source is not None:
        content = _content(sentence, cue, cue.last) or _in_front(sentence, cue, source)
        return _make(sentence, cue, content.rule, content, _holder(sentence, cue, source)) if content else None
    return _with_author(sentence, cue)


def _holder(sentence: SentenceView, cue: CueOccurrence, possessor: Stretch) -> Stretch:
    """Who has an attitude: the subject of the clause where a pronoun has it: "Lee" in "Lee voiced her support for"."""
    pronoun = sentence.reading.lowers[possessor[0]] in {"her", "his", "its", "their"}
    if not pronoun or not cue.entry.thought or possessor[1] - possessor[0] > 1:
        return possessor
    return nearest_subject(sentence, possessor[0]) or possessor


def _make(sentence: SentenceView, cue: CueOccurrence, rule: str, content: _Content, source: Stretch) -> Candidate:
    return make(
        sentence.reading,
        cue,
        rule,
        ((content.first, content.last),),
        source,
        cue_last=content.cue_last,
        confidence="medium" if rule.endswith("preposition") else "high",
    )


def _carried(sentence: SentenceView, cue: CueOccurrence) -> CueOccurrence | None:
    """The cue together with the verb whose object it is: "made no promise", "has offered her strongest support"."""
    reading = sentence.reading
    start = core_start(reading.tags, reading.lowers, cue.last, sentence.first)
    verb = start - 1
    if verb < sentence.first or not reading.tags[verb] & (FINITE | BASE | GERUND | PARTICIPLE):
        return None
    light = lexicons.words("light_verbs")
    if not any(base in light for base in base_forms(reading.lowers[verb])):
        return None
    first, form, negated = verb_group(reading.tags, reading.lowers, verb, sentence.first)
    says = any(not tail and not entry.thought for tail, entry in reading.lexicon.verbal(reading.lowers[verb]))
    entry = evolve(cue.entry, thought=False) if says and cue.entry.thought else cue.entry  # "voiced their doubts about"
    return evolve(cue, first=first, head=verb, form=form, negated=negated, entry=entry)


def _content(sentence: SentenceView, cue: CueOccurrence, index: int) -> _Content | None:
    """The clause, infinitive or noun phrase behind a noun."""
    reading, limit = sentence.reading, sentence.limit
    tags, lowers = reading.tags, reading.lowers
    complements = cue.entry.complements
    if index + 1 < limit and tags[index] & TIME:  # "his claim Monday that"
        index += 1
    if index + 1 >= limit:
        return None
    if "that" in complements and lowers[index] == "that" and not tags[index + 1] & FINITE:
        return _Content("noun-clause", index + 1, content_end(reading, index + 1, limit, Shape(subject=True)), cue.last)
    if "infinitive" in complements and tags[index] & TO and tags[index + 1] & (BASE | ADVERB):
        last = content_end(reading, index, limit, Shape(finite=False))
        return _Content("noun-infinitive", index, last, cue.last)
    for words in cue.entry.prepositions:
        if lowers[index] != words[0] or tags[index + 1] & TIME:  # "remarks on Sunday"
            continue
        if tags[index + 1] & WH:  # "doubts over how long it will last"
            return _Content("noun-preposition", index + 1, content_end(reading, index + 1, limit, Shape()), index + 1)
        if lowers[index] == "of" and "own" in lowers[index + 1 : index + 3]:  # "questions of its own"
            continue
        return _Content("noun-preposition", index + 1, object_end(reading, index + 1, limit), index + 1)
    return None


def _in_front(sentence: SentenceView, cue: CueOccurrence, source: Stretch) -> _Content | None:
    """The clause behind "in Lee's view,"."""
    reading, index = sentence.reading, cue.last
    if index + 1 >= sentence.limit or "in-front" not in cue.entry.complements or not reading.tags[index] & COMMA:
        return None
    if reading.lowers[source[0] - 1] not in {"in", "to"}:
        return None
    return _Content("noun-in-front", index + 1, content_end(reading, index + 1, sentence.limit, Shape()), cue.last)


def _with_author(sentence: SentenceView, cue: CueOccurrence) -> Candidate | None:
    """A noun whose author follows it: "a warning from doctors that …", "claims by the club of …"."""
    reading, limit = sentence.reading, sentence.limit
    if cue.last + 1 >= limit or reading.lowers[cue.last] not in {"from", "by"}:
        return None
    behind = core_end(reading.tags, reading.lowers, cue.last + 1, limit)
    if behind == cue.last + 1:
        return None
    content = _content(sentence, cue, behind)
    if content is None or (content.rule == "noun-preposition" and reading.lowers[behind] == "of"):
        author = source_after(reading, cue.last + 1, limit)
        content = _content(sentence, cue, author[1]) if author is not None else None
        behind = author[1] if author is not None else behind
    if content is None:
        return None
    author_content = _Content(content.rule, content.first, content.last, cue.last)
    return _make(sentence, cue, f"author-{content.rule}", author_content, (cue.last + 1, behind))
