"""Frames before a quotation: Ruiz said, “…”; in a statement: “…”; Ruiz, adding that “…”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims import lexicons
from newsclaims.extractors.attributions.from_marks.frame import (
    CLAUSAL,
    COLON_ENTRY,
    LONGEST_FRAME,
    UNLISTED,
    Form,
    Frame,
    addressee_end,
    adjuncts_end,
    frame_of,
)
from newsclaims.extractors.attributions.from_marks.frame_subjects import governing_subject, subject_before
from newsclaims.extractors.attributions.reading import Reading
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.extractors.attributions.sources_before import possessor_before, source_before
from newsclaims.text.clauses import holds
from newsclaims.text.morphology import singular
from newsclaims.text.nounphrases import phrase_end
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    BRACKET,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    FINITE,
    GERUND,
    NOMINAL,
    OBJECT,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence


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
    dashed = holds(tags, end, mark, DASH)
    introduced = end < mark and not (dashed and form == "fragment")
    lead = _Lead(reading, max(floor, end - LONGEST_FRAME), end, introduced, colon, form, shared)
    nominal: Frame | None = None
    for cue in reversed(reading.cues_between(lead.floor, end)[-6:]):
        frame = lead.by(cue)
        if frame is not None and cue.form != "noun":
            return frame  # "said in his statement": the verb before the noun
        nominal = nominal or frame
    if nominal is not None:
        return nominal
    if colon and form != "fragment":
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
        if not (complements & CLAUSAL or self.colon):
            return None
        if not (self.introduced or self.form != "fragment" or cue.entry.lemma in lexicons.words("loud_verbs")):
            return None
        return self._inverted(cue) or self._plain(cue)

    def _inverted(self, cue: CueOccurrence) -> Frame | None:
        """Said Donna Hart, who runs the mill, "…"."""
        if cue.first != self.floor or cue.form not in ("finite", "participle"):
            return None
        source = source_after(self.reading, cue.last, self.end)
        if source is None or source[1] != self.end:
            return None
        return frame_of("cue-before-inverted", cue, source, self.end)

    def _plain(self, cue: CueOccurrence) -> Frame | None:
        complements = cue.entry.complements
        addressee, index = self._addressee(cue)
        if index < self.end and self.reading.lowers[index] == "that":
            return None  # the quotation is part of a reported clause
        reached = adjuncts_end(self.reading, index, self.end)
        if reached < self.end and not (self.introduced and self.form == "utterance" and self._loose(reached)):
            return None
        if not self.introduced and index < self.end and not self._light(self.end - 1):
            return None
        source = self._source(cue)
        if self.form != "utterance" and self.introduced and source is not None and self._interrupts(source):
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
        )

    def _phrase(self, cue: CueOccurrence) -> Frame | None:
        source = source_after(self.reading, cue.last, self.end)
        if source is None or not self.introduced or source[1] != self.end:
            return None
        return frame_of("phrase-before", cue, source, self.end)

    def _noun(self, cue: CueOccurrence) -> Frame | None:
        source = possessor_before(self.reading, cue.first, self.floor)
        if source is None or "quote" not in cue.entry.complements:
            return None
        if not (self.colon or (self.introduced and self.form == "utterance")):
            return None
        touches = adjuncts_end(self.reading, cue.last, self.end) == self.end
        return frame_of("noun-before", cue, source, self.end) if touches else None

    def _addressee(self, cue: CueOccurrence) -> tuple[tuple[int, int] | None, int]:
        """Who is spoken to, or the object of the cue, and the token behind."""
        complements, index = cue.entry.complements, cue.last
        if "someone" in complements or "object" in complements:
            reached = addressee_end(self.reading, index, self.end)
            return ((index, reached), reached) if reached > index else (None, index)
        if index < self.end and self.reading.tags[index] & TO and "to-someone" in complements:
            reached = phrase_end(self.reading.tags, self.reading.lowers, index + 1, self.end)
            return (index + 1, reached), reached
        return None, index

    def _interrupts(self, source: tuple[int, int]) -> bool:
        """Whether the frame stands in a clause that the quotation completes: the rules, he said, "are old"."""
        tags = self.reading.tags
        return source[0] > self.floor + 1 and bool(tags[source[0] - 1] & COMMA) and not self.colon

    def _light(self, index: int) -> bool:
        """Whether the word before a quotation ends an adverbial of time or medium: not "the name “Duke”"."""
        word = self.reading.lowers[index]
        return bool(self.reading.tags[index] & (TIME | ADVERB)) or singular(word) in lexicons.words("media_nouns")

    def _embedded(self, cue: CueOccurrence, source: tuple[int, int] | None) -> bool:
        """Whether the frame is itself part of what somebody says: Ruiz said he told them "…"."""
        tags = self.reading.tags
        own = source is not None and cue.first - 3 <= source[1] <= cue.first
        first = source[0] if source is not None and own and cue.form in ("finite", "passive") else cue.first
        if cue.form == "gerund" and tags[first - 1] & PREPOSITION:
            return False  # "answered by saying"
        if first <= self.floor + 1 or tags[first - 1] & (COMMA | COORDINATOR | DASH | COLON | STOP | QUOTE):
            return False
        for outer in self.reading.cues_between(self.floor, first):
            if outer.form in ("finite", "passive") and not outer.entry.thought and "clause" in outer.entry.complements:
                return not holds(tags, max(outer.last, first - 1), first, COMMA | COORDINATOR)
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
        if cue.form == "passive" and "someone" in cue.entry.complements:
            return None  # "Orr was asked, …"
        if cue.form in ("finite", "passive"):
            source = subject_before(reading, cue.first, self.floor)
            if source is not None:
                return source
            if cue.first > self.floor and reading.tags[cue.first - 1] & COORDINATOR and self.shared is None:
                return self._coordinated(cue)
        if self.shared is not None:
            return self.shared
        if cue.form == "gerund":
            return self._subject_of_gerund(cue)
        if cue.form == "infinitive":
            verbs = (k for k in range(cue.first - 1, self.floor - 1, -1) if reading.tags[k] & FINITE)
            source = next((s for s in (subject_before(reading, k, self.floor) for k in verbs) if s is not None), None)
            if source is not None and not reading.tags[source[0]] & WH:
                return source
        return governing_subject(reading, self.floor, cue.first)

    def _coordinated(self, cue: CueOccurrence) -> tuple[int, int] | None:
        """The subject of the verb that "and" joins a cue to: "Hart confirmed the date and said"."""
        for earlier in reversed(self.reading.cues_between(self.floor, cue.first)):
            if earlier.form in ("finite", "passive"):
                source = subject_before(self.reading, earlier.first, self.floor)
                if source is not None and not self.reading.tags[source[0]] & WH:
                    return source
        return governing_subject(self.reading, self.floor, cue.first)

    def _subject_of_gerund(self, cue: CueOccurrence) -> tuple[int, int] | None:
        """Who does what a gerund says: what carries words ("a sign saying"), or who did what stands before."""
        reading = self.reading
        if cue.first > self.floor and singular(reading.lowers[cue.first - 1]) in lexicons.words("word_carriers"):
            return source_before(reading, cue.first, self.floor)
        for earlier in reversed(reading.cues_between(self.floor, cue.first)):
            if earlier.form == "noun" and not holds(reading.tags, earlier.last, cue.first, COMMA):
                source = possessor_before(reading, earlier.first, self.floor)
                if source is not None:
                    return source
        return governing_subject(reading, self.floor, cue.first)


def _colon(reading: Reading, floor: int, end: int) -> Frame | None:
    """A colon alone: the source is the name before it, the subject of the clause before it, or its noun phrase."""
    tags = reading.tags
    source = source_before(reading, end, floor)
    if source is None or not (source[0] == floor or tags[source[0] - 1] & (DASH | STOP | BRACKET)):
        source = governing_subject(reading, floor, end)
    if source is None and not holds(tags, floor, end, FINITE):
        first = floor + (1 if tags[floor] & (COORDINATOR | PREPOSITION) else 0)
        last = phrase_end(tags, reading.lowers, first, end)
        source = (first, last) if last == end > first else None
    if source is None:
        return None
    return Frame("colon", (end, end + 1), COLON_ENTRY, source, end + 1, sure=False)


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
