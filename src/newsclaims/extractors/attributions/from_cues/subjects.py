"""Finds the source of a verbal cue: its subject, or the source of the verb that it is coordinated with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from newsclaims import lexicons
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.extractors.attributions.sources_before import possessor_before, source_before
from newsclaims.text.clauses import holds
from newsclaims.text.morphology import base_forms, singular
from newsclaims.text.nounphrases import core_end, core_start, phrase_start
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DASH,
    FINITE,
    NOMINAL,
    OBJECT,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    TIME,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.candidate import Stretch
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading, SentenceView


@define(eq=False)
class Shared:
    """The source of the cue before, for the cues that share it."""

    source: Stretch | None
    """Its tokens."""
    last: int
    """Token behind the content of that cue; a cue that shares the source follows at once."""


NOBODY = Shared(None, -1)
"""At the beginning of a sentence there is none."""


def find_subject(sentence: SentenceView, cue: CueOccurrence, found: Stretch | None, shared: Shared) -> Stretch | None:
    """The source of a verbal cue that is followed by its content; ``found`` is the noun phrase before the cue."""
    reading, floor, limit = sentence.reading, sentence.first, sentence.limit
    tags, lowers = reading.tags, reading.lowers
    before = cue.first - 1
    if cue.form == "gerund" and cue.first < sentence.fronted:
        return source_after(reading, sentence.fronted, min(sentence.end, sentence.fronted + 20))
    if (
        cue.form in {"gerund", "participle"}
        and before > floor
        and tags[before] & (NOMINAL | OBJECT)
        and not tags[before] & TIME
    ):
        return _modified(sentence, cue)
    if cue.form not in {"finite", "passive"}:
        return _controller(reading, cue, floor) or _shared(sentence, cue, shared)
    if before >= floor and tags[before] & WH and lowers[before] in {"who", "that", "which"}:
        return before, before + 1
    if before >= floor and tags[before] & COORDINATOR:
        return _shared(sentence, cue, shared)
    if found is not None:
        return found
    follows = before >= floor and tags[before] & (COMMA | QUOTE) and tags[cue.head] & FINITE
    if follows and not sentence.clause_at(cue.last) and lowers[cue.last : cue.last + 1] != ["that"]:
        after = source_after(reading, cue.last, limit)
        if after is not None:
            return after
    return _shared(sentence, cue, shared)


def _modified(sentence: SentenceView, cue: CueOccurrence) -> Stretch | None:
    """The noun that a participle modifies, or who issued it: "a letter warning", "Orr issued a statement saying"."""
    reading = sentence.reading
    tags, lowers = reading.tags, reading.lowers
    find_start = core_start if cue.form == "participle" else phrase_start  # "a place known as Elm"
    start = find_start(tags, lowers, cue.first, sentence.first)
    if start == cue.first:
        return None
    issuing = lexicons.words("issuing_verbs")
    verb = start - 1 - (start - 1 > sentence.first and lowers[start - 1] == "out")  # "put out a statement saying"
    issues = verb >= sentence.first and any(base in issuing for base in base_forms(lowers[verb]))
    if issues and singular(lowers[cue.first - 1]) in lexicons.words("media_nouns"):
        return _main_subject(sentence, cue.first)
    if start > sentence.first and tags[start - 1] & PREPOSITION and lowers[start - 1] != "with":
        return _author_of_remarks(sentence, start - 1) or (start, cue.first)
    return start, cue.first


def _author_of_remarks(sentence: SentenceView, index: int) -> Stretch | None:
    """The possessor of a noun of saying a little before: "Orr's comments in March on the radio claiming that"."""
    reading = sentence.reading
    for noun in range(index - 1, max(sentence.first, index - 8), -1):
        if reading.lowers[noun] in reading.lexicon.nouns:
            return possessor_before(reading, noun, sentence.first)
        if reading.tags[noun] & (COMMA | FINITE):
            break
    return None


def _shared(sentence: SentenceView, cue: CueOccurrence, shared: Shared) -> Stretch | None:
    """The source of the cue whose content ends here, else the subject of the nearest finite verb before."""
    if shared.source is not None and 0 <= cue.first - shared.last <= 3:
        return shared.source
    found = _bound_subject(sentence, cue)
    found = found or _main_subject(sentence, cue.first) or shared.source
    if found is not None and cue.form == "gerund" and _is_mute(sentence.reading, found):
        found = nearest_subject(sentence, cue.first) or found
    if (
        found is None and cue.form == "gerund" and sentence.reading.tags[cue.first - 1] & COMMA
    ):  # "Lee, citing data, said"
        start = phrase_start(sentence.reading.tags, sentence.reading.lowers, cue.first - 1, sentence.first)
        return (start, cue.first - 1) if start < cue.first - 1 else None
    return found


def _is_mute(reading: Reading, source: Stretch) -> bool:
    """Whether a noun phrase is headed by what cannot speak: "shares of Acme"."""
    first, last = source
    end = core_end(reading.tags, reading.lowers, first, last)
    return end > first and reading.lowers[end - 1] in lexicons.words("mute_nouns")


def _bound_subject(sentence: SentenceView, cue: CueOccurrence) -> Stretch | None:
    """Subject of the verb that a cue follows closely: "waited to heckle", "spent months attacking", "who ran and said".

    Behind a comma a participle belongs to the main clause: "Lee left for Rome, adding that …".
    """
    tags, before = sentence.reading.tags, cue.first - 1
    if cue.form != "finite":
        closely = cue.form == "infinitive" or not tags[before] & COMMA
        return nearest_subject(sentence, cue.first) if closely else None
    if not tags[before] & COORDINATOR or before <= sentence.first or tags[before - 1] & COMMA:
        return None
    found = nearest_subject(sentence, before)
    return found if found is not None and tags[found[0]] & WH else None


def nearest_subject(sentence: SentenceView, index: int) -> Stretch | None:
    """Subject of the last finite verb before a token; the pronoun of a relative clause too."""
    reading, floor = sentence.reading, sentence.first
    tags = reading.tags
    for verb in range(index - 1, floor, -1):
        if not tags[verb] & FINITE or tags[verb] & SUBJECT or reading.quoted[verb]:
            continue
        before = verb - 1
        if tags[before] & WH and reading.lowers[before] in {"who", "that", "which"}:
            return before, verb
        subject = _subject_of(reading, verb, floor) if not tags[before] & COORDINATOR else None
        if subject is not None and not _is_mute(reading, subject):
            return subject
    return None


def _main_subject(sentence: SentenceView, index: int) -> Stretch | None:
    """Subject of the main clause before a token: of the first finite verb, or of a later one coordinated with it."""
    reading, floor = sentence.reading, sentence.first
    tags = reading.tags
    found = None
    for verb in range(max(floor + 1, sentence.fronted if index >= sentence.fronted else floor), index):
        if (
            not tags[verb] & FINITE
            or tags[verb] & SUBJECT
            or reading.quoted[verb]
            or tags[verb - 1] & (COORDINATOR | WH)
        ):
            continue
        subject = _subject_of(reading, verb, floor)
        if subject is None:
            continue
        joined = subject[0] > floor and tags[subject[0] - 1] & (COORDINATOR | STOP | DASH)
        if found is None or joined:
            found = subject
    return found


def _subject_of(reading: Reading, verb: int, floor: int) -> Stretch | None:
    """The subject before a finite verb, an adverb between the two stepped over: "Ruiz often takes credit"."""
    tags = reading.tags
    while verb - 1 > floor and tags[verb - 1] & ADVERB and not tags[verb - 1] & (NOMINAL | SUBJECT | TIME):
        verb -= 1
    return source_before(reading, verb, floor)


def _controller(reading: Reading, cue: CueOccurrence, floor: int) -> Stretch | None:
    """The object before an infinitive, where the verb before lets it act: "allowed users to tell"."""
    tags, lowers = reading.tags, reading.lowers
    if cue.form != "infinitive" or cue.first - 1 < floor or not tags[cue.first - 1] & (NOMINAL | OBJECT):
        return None
    if not holds(tags, floor, cue.first, FINITE):  # a headline: "Orr to call for inquiry"
        start = phrase_start(tags, lowers, cue.first, floor)
        return (start, cue.first) if start < cue.first else None
    start = core_start(tags, lowers, cue.first, floor)
    if start <= floor or start == cue.first or tags[start - 1] & TO:
        return None
    verbs = lexicons.words("control_verbs")
    return (start, cue.first) if any(base in verbs for base in base_forms(lowers[start - 1])) else None
