"""Frames: the cue and source that stand before or behind a quotation and attribute it."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newsclaims import lexicons
from newsclaims.extractors.attributions.cues import CueOccurrence, find_cues
from newsclaims.extractors.attributions.lexicon import CueEntry
from newsclaims.extractors.attributions.reading import Reading
from newsclaims.extractors.attributions.sources import possessor_before, source_after, source_before
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.morphology import singular
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
    GERUND,
    NAME,
    NOMINAL,
    OBJECT,
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

Form = Literal["utterance", "long", "fragment"]
"""A quotation that begins and ends like a sentence; one that is long and ends its sentence; anything else."""
LONGEST_FRAME = 60
"""Tokens between a quotation and the cue, at most."""
CLAUSAL = frozenset({"clause", "quote", "that"})
"""Complements of the verbs that can have a quotation as their content."""
UNLISTED = CueEntry("", "say", frozenset({"quote"}), thought=False)


@frozen
class Frame:
    """A cue with its source, beside a quotation. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    cue: tuple[int, int]
    """Tokens of the cue."""
    entry: CueEntry
    """Its entry in the lexicon."""
    source: tuple[int, int] | None
    """Tokens of the source."""
    last: int
    """Token behind cue and source, whichever comes later."""
    addressee: tuple[int, int] | None = None
    """Who is spoken to."""
    adjunct: tuple[int, int] | None = None
    """What stands between cue and quotation, or behind cue and source: day, place, medium."""
    sure: bool = True
    """Whether the cue is a verb of the lexicon in a plain position."""


def frame_behind(reading: Reading, start: int, limit: int) -> Frame | None:
    """The frame that begins behind a quotation: "…," said Ruiz; "…," Ruiz told the court; "…," per the report."""
    tags = reading.tags
    if start < limit and tags[start] & (COMMA | DASH):
        start += 1
    if start >= limit:
        return None
    limit = min(limit, start + LONGEST_FRAME)
    for cue in find_cues(reading, start, limit)[:5]:
        frame = _behind(reading, cue, start, limit)
        if frame is not None:
            return frame
    return _unlisted_behind(reading, start, limit)


def _behind(reading: Reading, cue: CueOccurrence, start: int, limit: int) -> Frame | None:
    if cue.form == "phrase":
        source = source_after(reading, cue.last, limit) if cue.first == start else None
        return _frame("phrase-behind", cue, source, source[1]) if source else None
    if cue.form not in ("finite", "passive") or not cue.entry.complements & CLAUSAL:
        return None
    if cue.first == start or all(reading.tags[k] & ADVERB for k in range(start, cue.first)):
        source = source_after(reading, cue.last, limit)
        if source is None or reading.tags[cue.head] & AUXILIARY:
            return None
        source = source[0], _contact_clause_end(reading, source[1], limit)
        return _with_adjuncts(reading, _frame("cue-behind-inverted", cue, source, source[1]), limit)
    source = _subject(reading, cue.first, start)
    if source is None or not _leads(reading, start, source[0]):
        return None
    return _with_adjuncts(reading, _frame("cue-behind", cue, source, cue.last), limit)


def _subject(reading: Reading, verb: int, floor: int) -> tuple[int, int] | None:
    """The subject before a verb group, adverbs between the two stepped over: "Ruiz once said"."""
    tags = reading.tags
    source = source_before(reading, verb, floor)
    while source is None and verb > floor and tags[verb - 1] & ADVERB and not tags[verb - 1] & SUBJECT:
        verb -= 1
        source = source_before(reading, verb, floor)
    return source


def _governing_subject(reading: Reading, floor: int, end: int) -> tuple[int, int] | None:
    """The subject of the last finite verb of a stretch; a relative pronoun counts only where there is no other."""
    fallback: tuple[int, int] | None = None
    for index in range(end - 1, floor - 1, -1):
        if reading.tags[index] & FINITE and not reading.quoted[index]:
            source = _subject(reading, index, floor)
            if source is not None and not reading.tags[source[0]] & WH:
                return source
            fallback = fallback or source
    return fallback


def _contact_clause_end(reading: Reading, start: int, limit: int) -> int:
    """Token behind a relative clause without pronoun: "a statement TikTok posted on X"."""
    tags = reading.tags
    if start >= limit or not tags[start] & (NAME | SUBJECT | DETERMINER):
        return start
    if subject_and_verb(tags, reading.lowers, start, limit) is None:
        return start
    return next((k for k in range(start, limit) if tags[k] & (COMMA | STOP | DASH)), limit)


def _frame(rule: str, cue: CueOccurrence, source: tuple[int, int] | None, last: int) -> Frame:
    return Frame(rule, (cue.first, cue.last), cue.entry, source, last)


def _leads(reading: Reading, start: int, source: int) -> bool:
    """Whether only adverbials stand between a quotation and the source of its frame."""
    if source - start > 8:
        return False
    tags = reading.tags
    return not any(tags[k] & (FINITE | STOP | SUBJECT | COORDINATOR) for k in range(start, source)) and not (
        source > start and tags[start] & (SUBORDINATOR | WH) and not tags[start] & PREPOSITION
    )


def _unlisted_behind(reading: Reading, start: int, limit: int) -> Frame | None:
    """A verb of no list that stands as a verb of saying does: "…," Ruiz sang."""
    tags = reading.tags
    inverted = _unlisted_inverted(reading, start, limit)
    if inverted is not None:
        return inverted
    end = core_end(tags, reading.lowers, start, limit)
    if end == start or not tags[start] & (NAME | SUBJECT):
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
        end = _addressee_end(reading, index, limit)
        if end > index:
            addressee, index = (index, end), end
    elif index + 1 < limit and tags[index] & TO and "to-someone" in frame.entry.complements:
        end = phrase_end(tags, reading.lowers, index + 1, limit)
        if end > index + 1:
            addressee, index = (index + 1, end), end
    end = adjuncts_end(reading, index, limit)
    adjunct = (index, end) if end > index else None
    return Frame(
        frame.rule, frame.cue, frame.entry, frame.source, end, addressee=addressee, adjunct=adjunct, sure=frame.sure
    )


def _addressee_end(reading: Reading, index: int, limit: int) -> int:
    tags = reading.tags
    if index >= limit or tags[index] & (PREPOSITION | COMMA | STOP | COLON | SUBORDINATOR | TO | WH):
        return index
    if tags[index] & TIME and not tags[index] & NAME:
        return index
    end = core_end(tags, reading.lowers, index, limit)
    while end + 1 < limit and reading.lowers[end] in {"of", "and"}:
        further = core_end(tags, reading.lowers, end + 1, limit)
        if further == end + 1:
            break
        end = further
    return end


def adjuncts_end(reading: Reading, index: int, limit: int) -> int:
    """Token behind the adverbials that start at a token: "on Monday in a statement", "earlier this week"."""
    tags, lowers = reading.tags, reading.lowers
    while index < limit:
        tag = tags[index]
        if tag & (ADVERB | TIME) and not tag & (FINITE | SUBJECT):
            index += 1
        elif tag & (PREPOSITION | TO) and lowers[index] != "that":
            end = phrase_end(tags, lowers, index + 1, limit)
            if end == index + 1:
                break
            index = end
        else:
            break
    return index


def frame_before(
    reading: Reading, floor: int, mark: int, *, form: Form, shared: tuple[int, int] | None
) -> Frame | None:
    """The frame that leads to a quotation: Ruiz said, "…"; in a statement: "…"; Ruiz, adding that "…".

    Args:
        reading: The document.
        floor: Token at which the clause or sentence begins.
        mark: The opening mark of the quotation.
        form: What the quotation looks like.
        shared: Source of an earlier cue in the sentence.
    """
    tags = reading.tags
    end = mark
    while end > floor and tags[end - 1] & (COMMA | COLON | DASH):
        end -= 1
    if end <= floor:
        return None
    colon = any(reading.lowers[k] == ":" for k in range(end, mark))
    lead = _Lead(reading, max(floor, end - LONGEST_FRAME), end, end < mark, colon, form, shared)
    for cue in reversed(find_cues(reading, lead.floor, end)[-6:]):
        frame = lead.by(cue)
        if frame is not None:
            return frame
    if colon:
        return _colon(reading, lead.floor, end)
    return _unlisted_before(reading, lead.floor, end) if lead.introduced and form == "utterance" else None


@frozen
class _Lead:
    """The words that lead to a quotation."""

    reading: Reading
    floor: int
    end: int
    introduced: bool
    """Whether a comma, colon or dash stands before the quotation."""
    colon: bool
    form: Form
    shared: tuple[int, int] | None

    def by(self, cue: CueOccurrence) -> Frame | None:
        """The frame that a cue makes, if only its addressee and adverbials stand between it and the quotation."""
        if cue.form == "phrase":
            return self._phrase(cue)
        if cue.form == "noun":
            return self._noun(cue)
        complements = cue.entry.complements
        if not (complements & CLAUSAL or self.colon) or not (self.introduced or self.form != "fragment"):
            return None
        return self._inverted(cue) or self._plain(cue)

    def _inverted(self, cue: CueOccurrence) -> Frame | None:
        """Said Donna Hart, who runs the mill, "…"."""
        if cue.first != self.floor or cue.form not in ("finite", "participle"):
            return None
        source = source_after(self.reading, cue.last, self.end)
        if source is None or source[1] != self.end:
            return None
        return _frame("cue-before-inverted", cue, source, self.end)

    def _plain(self, cue: CueOccurrence) -> Frame | None:
        complements = cue.entry.complements
        addressee, index = self._addressee(cue)
        reached = adjuncts_end(self.reading, index, self.end)
        if reached < self.end and not (self.introduced and self.form == "utterance" and self._loose(reached)):
            return None
        source = self._source(cue)
        if self.form != "utterance" and source is not None and self._interrupts(source):
            return None
        if self._embedded(cue, source):
            return None
        if source is None and not self.colon and cue.form in ("infinitive", "participle"):
            return None
        return Frame(
            "cue-before" if self.introduced else "cue-touching",
            (cue.first, cue.last),
            cue.entry,
            source,
            self.end,
            addressee if "someone" in complements else None,
            (index, self.end) if index < self.end else None,
        )

    def _phrase(self, cue: CueOccurrence) -> Frame | None:
        source = source_after(self.reading, cue.last, self.end)
        if source is None or not self.introduced or source[1] != self.end:
            return None
        return _frame("phrase-before", cue, source, self.end)

    def _noun(self, cue: CueOccurrence) -> Frame | None:
        source = possessor_before(self.reading, cue.first, self.floor)
        if source is None or "quote" not in cue.entry.complements:
            return None
        if not (self.colon or (self.introduced and self.form == "utterance")):
            return None
        touches = adjuncts_end(self.reading, cue.last, self.end) == self.end
        return _frame("noun-before", cue, source, self.end) if touches else None

    def _addressee(self, cue: CueOccurrence) -> tuple[tuple[int, int] | None, int]:
        """Who is spoken to, or the object of the cue, and the token behind."""
        complements, index = cue.entry.complements, cue.last
        if "someone" in complements or "object" in complements:
            reached = _addressee_end(self.reading, index, self.end)
            return ((index, reached), reached) if reached > index else (None, index)
        if index < self.end and self.reading.tags[index] & TO and "to-someone" in complements:
            reached = phrase_end(self.reading.tags, self.reading.lowers, index + 1, self.end)
            return (index + 1, reached), reached
        return None, index

    def _interrupts(self, source: tuple[int, int]) -> bool:
        """Whether the frame stands in a clause that the quotation completes: the rules, he said, "are old"."""
        tags = self.reading.tags
        return source[0] > self.floor + 1 and bool(tags[source[0] - 1] & COMMA) and not self.colon

    def _embedded(self, cue: CueOccurrence, source: tuple[int, int] | None) -> bool:
        """Whether the frame is itself part of what somebody says: Ruiz said he told them "…"."""
        tags = self.reading.tags
        first = source[0] if source is not None and cue.form in ("finite", "passive") else cue.first
        if first <= self.floor + 1 or tags[first - 1] & (COMMA | COORDINATOR | DASH | COLON | STOP):
            return False
        for outer in find_cues(self.reading, self.floor, first):
            if outer.form in ("finite", "passive") and not outer.entry.thought and "clause" in outer.entry.complements:
                return not any(tags[k] & (COMMA | COORDINATOR) for k in range(max(outer.last, first - 1), first))
        return False

    def _loose(self, start: int) -> bool:
        """Whether what stands between a cue and a quotation is an aside: no clause, no other content."""
        tag = self.reading.tags[start]
        if not tag & (COMMA | GERUND | PREPOSITION | SUBORDINATOR | DASH):
            return False
        return not tag & SUBORDINATOR or self.end - start < 12

    def _source(self, cue: CueOccurrence) -> tuple[int, int] | None:
        """The subject of a cue: before it, behind it ("Continued Stone: …"), or that of the main verb."""
        reading = self.reading
        if cue.form in ("finite", "passive"):
            source = _subject(reading, cue.first, self.floor)
            if source is not None:
                return source
        if self.shared is not None:
            return self.shared
        if cue.form == "gerund":
            return self._subject_of_gerund(cue)
        return _governing_subject(reading, self.floor, cue.first)

    def _subject_of_gerund(self, cue: CueOccurrence) -> tuple[int, int] | None:
        """Who does what a gerund says: what carries words before it ("a sign saying"), or who spoke before."""
        reading = self.reading
        if singular(reading.lowers[cue.first - 1]) in lexicons.words("word_carriers"):
            return source_before(reading, cue.first, self.floor)
        for earlier in reversed(find_cues(reading, self.floor, cue.first)):
            if earlier.form == "noun" and not any(reading.tags[k] & COMMA for k in range(earlier.last, cue.first)):
                source = possessor_before(reading, earlier.first, self.floor)
                if source is not None:
                    return source
            if earlier.form in ("finite", "passive") and not earlier.entry.thought:
                source = _subject(reading, earlier.first, self.floor)
                if source is not None and not reading.tags[source[0]] & WH:
                    return source
        return _governing_subject(reading, self.floor, cue.first)


def _colon(reading: Reading, floor: int, end: int) -> Frame | None:
    """A colon alone: the source is the subject of the clause before it, or its noun phrase."""
    tags = reading.tags
    source = _governing_subject(reading, floor, end)
    if source is None and not any(tags[k] & FINITE for k in range(floor, end)):
        first = floor + (1 if tags[floor] & (COORDINATOR | PREPOSITION) else 0)
        last = phrase_end(tags, reading.lowers, first, end)
        source = (first, last) if last == end > first else None
    if source is None:
        return None
    return Frame("colon", (end, end + 1), COLON_ENTRY, source, end + 1, sure=False)


COLON_ENTRY = CueEntry(":", "say", frozenset({"quote"}), thought=False)


def _unlisted_before(reading: Reading, floor: int, end: int) -> Frame | None:
    """A verb of no list before a comma and an utterance: Ruiz shrugged, "…"."""
    tags = reading.tags
    verb = end - 1
    while verb > floor and tags[verb] & ADVERB:
        verb -= 1
    if not tags[verb] & FINITE or tags[verb] & AUXILIARY:
        return None
    source = source_before(reading, verb, floor)
    if source is None or not tags[source[0]] & (NOMINAL | SUBJECT | OBJECT | PARTICIPLE):
        return None
    return Frame("unlisted-verb-before", (verb, end), UNLISTED, source, end, sure=False)
