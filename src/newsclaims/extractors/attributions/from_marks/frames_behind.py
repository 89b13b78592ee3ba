"""Frames behind a quotation: “…,” said Ruiz; “…,” Ruiz told the court; “…,” per the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from newsclaims.extractors.attributions.cues import CueOccurrence
from newsclaims.extractors.attributions.from_marks.frame import (
    CLAUSAL,
    LONGEST_FRAME,
    UNLISTED,
    Frame,
    addressee_end,
    adjuncts_end,
    frame_of,
)
from newsclaims.extractors.attributions.from_marks.frame_subjects import subject_before
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.text.clauses import holds, subject_and_verb
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TIME,
    TITLE,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.reading import Reading


def frame_behind(reading: Reading, start: int, limit: int) -> Frame | None:
    """The frame that begins behind a quotation: "…," said Ruiz; "…," Ruiz told the court; "…," per the report."""
    tags = reading.tags
    if start < limit and tags[start] & (COMMA | DASH):
        start += 1
    if start >= limit:
        return None
    limit = min(limit, start + LONGEST_FRAME)
    for cue in reading.cues_between(start, limit)[:5]:
        frame = _behind(reading, cue, start, limit)
        if frame is not None:
            return frame
    return (
        _surname_like_a_word(reading, start, limit)
        or _noun_like_behind(reading, start, limit)
        or _unlisted_behind(reading, start, limit)
    )


def _surname_like_a_word(reading: Reading, start: int, limit: int) -> Frame | None:
    """A surname that is a common word, known by its capital: "…," Read said."""
    verb = start + 1
    if verb >= limit or reading.lowers[verb] != "said" or reading.tags[start] & (SUBJECT | DETERMINER):
        return None
    if not reading.text[reading.starts[start]].isupper():
        return None
    for tail, entry in reading.lexicon.verbal("said"):
        if not tail:
            cue = CueOccurrence(verb, verb, verb + 1, entry, "finite")
            return _with_adjuncts(reading, frame_of("cue-behind", cue, (start, verb), verb + 1), limit)
    return None


def _behind(reading: Reading, cue: CueOccurrence, start: int, limit: int) -> Frame | None:
    if cue.form == "phrase":
        source = source_after(reading, cue.last, limit) if cue.first == start else None
        return frame_of("phrase-behind", cue, source, source[1]) if source else None
    if cue.form not in ("finite", "passive") or not cue.entry.complements & CLAUSAL:
        return None
    if cue.first == start or all(reading.tags[k] & ADVERB for k in range(start, cue.first)):
        source = source_after(reading, cue.last, limit)
        if source is None or reading.tags[cue.head] & AUXILIARY:
            return None
        source = source[0], _contact_clause_end(reading, source, limit)
        return _with_adjuncts(reading, frame_of("cue-behind-inverted", cue, source, source[1]), limit)
    source = subject_before(reading, cue.first, start)
    if source is None or not _leads(reading, start, source[0]):
        return None
    return _with_adjuncts(reading, frame_of("cue-behind", cue, source, cue.last), limit)


def _leads(reading: Reading, start: int, source: int) -> bool:
    """Whether only adverbials stand between a quotation and the source of its frame."""
    if source - start > 8:
        return False
    tags = reading.tags
    return not holds(tags, start, source, FINITE | STOP | SUBJECT | COORDINATOR) and not (
        source > start and tags[start] & (SUBORDINATOR | WH) and not tags[start] & PREPOSITION
    )


def _contact_clause_end(reading: Reading, source: tuple[int, int], limit: int) -> int:
    """Token behind a relative clause without pronoun: "a statement Acme posted on X"."""
    tags = reading.tags
    first, start = source
    if start >= limit:
        return start
    # The subject of the clause may have been taken for a part of the noun phrase.
    joined = start - first > 2 and tags[start] & FINITE and tags[start - 1] & NAME and tags[start - 2] & NOUN
    opens = tags[start] & (NAME | SUBJECT | DETERMINER)
    if not joined and not (opens and subject_and_verb(tags, reading.lowers, start, limit) is not None):
        return start
    return next((k for k in range(start, limit) if tags[k] & (COMMA | STOP | DASH)), limit)


def _noun_like_behind(reading: Reading, start: int, limit: int) -> Frame | None:
    """A verb of saying that looks like a noun of the phrase before it: "…," Viguerie notes."""
    tags = reading.tags
    end = core_end(tags, reading.lowers, start, limit)
    verb = end - 1
    if verb <= start or not tags[start] & (NAME | DETERMINER) or not tags[verb - 1] & (NAME | NOUN):
        return None
    if end < limit and not tags[end] & (STOP | COMMA | PREPOSITION | ADVERB | TIME):
        return None
    for tail, entry in reading.lexicon.verbal(reading.lowers[verb]):
        if not tail and entry.complements & CLAUSAL and not entry.thought:
            cue = CueOccurrence(verb, verb, end, entry, "finite")
            return _with_adjuncts(reading, frame_of("cue-behind", cue, (start, verb), end), limit)
    return None


def _unlisted_behind(reading: Reading, start: int, limit: int) -> Frame | None:
    """A verb of no list that stands as a verb of saying does: "…," Ruiz sang."""
    tags = reading.tags
    inverted = _unlisted_inverted(reading, start, limit)
    if inverted is not None:
        return inverted
    end = core_end(tags, reading.lowers, start, limit)
    if end == start or not tags[start] & (NAME | SUBJECT | DETERMINER):
        return None
    verb = end
    while verb < limit and tags[verb] & ADVERB and not tags[verb] & FINITE:
        verb += 1
    if verb >= limit or not tags[verb] & FINITE or tags[verb] & AUXILIARY or not tags[verb] & (PAST | THIRD):
        return None
    if verb + 1 < limit and not tags[verb + 1] & (STOP | COMMA | COLON):
        return None
    return Frame("unlisted-verb-behind", (end, verb + 1), UNLISTED, (start, end), verb + 1, sure=False)


def _unlisted_inverted(reading: Reading, start: int, limit: int) -> Frame | None:
    """A verb of no list before a name: "…!" beamed Donna Hart."""
    tags = reading.tags
    if start + 1 >= limit or not tags[start] & (PAST | PARTICIPLE) or tags[start] & (AUXILIARY | NAME):
        return None
    if not tags[start + 1] & (NAME | TITLE):
        return None
    source = source_after(reading, start + 1, limit)
    if source is None:
        return None
    return Frame("unlisted-verb-behind", (start, start + 1), UNLISTED, source, source[1], sure=False)


def _with_adjuncts(reading: Reading, frame: Frame, limit: int) -> Frame:
    """The frame with its addressee and what stands behind it up to the next comma or clause."""
    tags = reading.tags
    index, addressee = frame.last, None
    if "someone" in frame.entry.complements and frame.cue[1] == index:
        end = addressee_end(reading, index, limit)
        if end > index:
            addressee, index = (index, end), end
    elif index + 1 < limit and tags[index] & TO and "to-someone" in frame.entry.complements:
        end = phrase_end(tags, reading.lowers, index + 1, limit)
        if end > index + 1:
            addressee, index = (index + 1, end), end
    end = adjuncts_end(reading, index, limit)
    return evolve(frame, last=end, addressee=addressee)
