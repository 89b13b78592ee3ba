"""The half of the extractor that starts from cues: indirect and mixed speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims import lexicons
from newsclaims.extractors.attributions.boundaries import sentence_limit
from newsclaims.extractors.attributions.complements import Complement, find_complement
from newsclaims.extractors.attributions.cues import find_cues
from newsclaims.extractors.attributions.making import Tokens, make
from newsclaims.extractors.attributions.nominal import find_nominal
from newsclaims.extractors.attributions.parentheticals import find_parenthetical
from newsclaims.extractors.attributions.prepositional import find_prepositional
from newsclaims.extractors.attributions.subjects import Shared, find_subject
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.wordclass import COMMA, COORDINATOR, FINITE, GERUND, PARTICIPLE, PREPOSITION, QUOTE, SUBORDINATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading
    from newsclaims.model import Attribution


def find_cue_led(document: Document, reading: Reading) -> Iterator[Attribution]:
    """The attributions that a cue leads to, sentence by sentence."""
    anchors = reading.lexicon.anchors
    quoted = reading.quoted
    marked = [index for index, lower in enumerate(reading.lowers) if lower in anchors and not quoted[index]]
    position = 0
    for first, last in document.sentence_tokens:
        start = position
        while position < len(marked) and marked[position] < last:
            position += 1
        if position > start and first < last:
            yield from _Sentence(reading, first, sentence_limit(reading, last)).attributions()


@frozen
class _Sentence:
    """One sentence with its cues."""

    reading: Reading
    first: int
    limit: int

    def attributions(self) -> Iterator[Attribution]:
        """The attributions of the sentence, in the order of their cues."""
        shared = Shared(None, -1)
        fronted = _fronted_end(self.reading, self.first, self.limit)
        for cue in find_cues(self.reading, self.first, self.limit):
            if cue.first < fronted:
                attribution, _ = _Sentence(self.reading, self.first, fronted).attribution(cue, shared)
            else:
                attribution, shared = self.attribution(cue, shared)
            if attribution is not None:
                yield attribution

    def attribution(self, cue: CueOccurrence, shared: Shared) -> tuple[Attribution | None, Shared]:
        """The attribution of one cue, and the source that cues behind it may share."""
        if cue.form == "phrase":
            return self._prepositional(cue), shared
        if cue.form == "noun":
            return find_nominal(self.reading, cue, self.first, self.limit), shared
        return self._verbal(cue, shared)

    def _prepositional(self, cue: CueOccurrence) -> Attribution | None:
        found = find_prepositional(self.reading, cue, self.first, self.limit)
        return make(self.reading, cue, found.rule, found.segments, found.source) if found is not None else None

    def _verbal(self, cue: CueOccurrence, shared: Shared) -> tuple[Attribution | None, Shared]:
        """The attribution of a verb, and the source that verbs behind it may share."""
        reading = self.reading
        around = find_parenthetical(reading, cue, self.first, self.limit)
        if around is not None:
            made = make(
                reading,
                cue,
                around.rule,
                around.segments,
                around.source,
                addressee=around.addressee,
                adjunct=around.adjunct,
            )
            return made, Shared(around.source, max(around.segments[-1][1], around.last))
        source = find_subject(reading, cue, self.first, self.limit, shared)
        found = find_complement(reading, cue, self.limit, embedded=self._embedded(cue, source))
        if found is None or found.last <= found.first or self._direct(found):
            return None, Shared(source, cue.last) if source is not None and cue.form == "finite" else shared
        return self._with_complement(cue, source, found), Shared(source or shared.source, found.last)

    def _with_complement(self, cue: CueOccurrence, source: Tokens | None, found: Complement) -> Attribution | None:
        segments: tuple[Tokens, ...] = ((found.first, found.last),)
        if cue.form == "passive" and source is not None and found.addressee is None:
            if self.reading.lowers[source[0]] not in {"it", "there"} and found.rule != "that-clause":
                segments = (source, *segments)
            source = None
        return make(
            self.reading,
            cue,
            found.rule,
            segments,
            source,
            cue_last=found.cue_last,
            addressee=found.addressee,
            adjunct=found.adjunct,
            confidence="high" if source is not None else "low",
        )

    def _embedded(self, cue: CueOccurrence, source: Tokens | None) -> bool:
        """Whether the cue stands in a subordinate clause or in a participial phrase before the main clause."""
        tags, lowers = self.reading.tags, self.reading.lowers
        before = (source[0] if source is not None and source[0] < cue.first else cue.first) - 1
        if source is not None and lowers[source[0]] in {"who", "which", "that"}:
            return True
        if before >= self.first and tags[before] & SUBORDINATOR and lowers[before] not in {"that", "so"}:
            return True
        if cue.form in {"gerund", "participle", "infinitive"}:
            return not any(tags[k] & FINITE for k in range(self.first, cue.first))
        opener = self.first + bool(tags[self.first] & COORDINATOR)
        return source is None and bool(tags[opener] & (SUBORDINATOR | GERUND | PARTICIPLE))

    def _direct(self, found: Complement) -> bool:
        """Whether the content is nothing but a quotation, which the marks lead to."""
        reading = self.reading
        if not reading.tags[found.first] & QUOTE or reading.quotation_ends.get(found.first, -1) != found.last:
            return False
        return found.rule != "that-clause" and not found.rule.startswith("object")


def _fronted_end(reading: Reading, first: int, limit: int) -> int:
    """End of the subordinate clause or participial phrase that opens a sentence; ``first`` where none does."""
    tags, lowers = reading.tags, reading.lowers
    opener = first + bool(tags[first] & COORDINATOR)
    if opener + 2 >= limit or not (
        lowers[opener] in lexicons.words("clause_openers") | {"as"}
        or tags[opener] & (GERUND | PARTICIPLE)
        or (tags[opener] & PREPOSITION and tags[opener + 1] & GERUND)
    ):
        return first
    index = opener
    while index < limit - 1:
        index = max(reading.quotation_ends.get(index, 0), index + 1)
        comma = tags[index - 1] & COMMA or (tags[index - 1] & QUOTE and tags[index - 2] & COMMA)
        if comma and subject_and_verb(tags, lowers, index, limit) is not None:
            return index
    return first
