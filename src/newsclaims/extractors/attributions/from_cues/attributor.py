"""The half of the extractor that starts from cues: indirect and mixed speech."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, evolve

from newsclaims import lexicons
from newsclaims.extractors.attributions.cues import verb_group
from newsclaims.extractors.attributions.from_cues.boundaries import fronted_end, sentence_limit
from newsclaims.extractors.attributions.from_cues.complements import Complement, find_complement
from newsclaims.extractors.attributions.from_cues.making import make
from newsclaims.extractors.attributions.from_cues.nominal import find_nominal
from newsclaims.extractors.attributions.from_cues.parentheticals import find_parenthetical
from newsclaims.extractors.attributions.from_cues.prepositional import find_prepositional
from newsclaims.extractors.attributions.from_cues.subjects import NOBODY, Shared, find_subject
from newsclaims.extractors.attributions.reading import SentenceView
from newsclaims.extractors.attributions.source_form import source_form
from newsclaims.extractors.attributions.sources_before import source_before
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import phrase_end
from newsclaims.text.wordclass import COORDINATOR, FINITE, GERUND, PARTICIPLE, PAST, PREPOSITION, QUOTE, SUBORDINATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.candidate import Candidate, Stretch
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading


def find_cue_led(document: Document, reading: Reading) -> Iterator[Candidate]:
    """The attributions that a cue leads to, sentence by sentence."""
    behind = 0
    for first, last in _sentences(document):
        begin, behind = behind, bisect_left(reading.cue_heads, last, behind)
        if begin == behind:
            continue
        limit = sentence_limit(reading, first, last)
        attributor = _Attributor(reading, first, limit, limit, fronted_end(reading, first, limit))
        yield from attributor.attributions(reading.cues[begin:behind])


_NAMINGS = ("predication", "object-as", "preposition")
"""Rules of what somebody is called."""
_FINITE_FORMS = frozenset({"finite", "passive"})
LONGEST_SENTENCE = 400
"""Tokens; what is longer is no sentence, and is looked at piece by piece."""


def _sentences(document: Document) -> Iterator[Stretch]:
    for first, last in document.sentence_tokens:
        if last - first <= LONGEST_SENTENCE:
            yield first, last
        else:
            yield from ((start, min(last, start + LONGEST_SENTENCE)) for start in range(first, last, LONGEST_SENTENCE))


def _carries(verb: Candidate, noun: Candidate) -> bool:
    """Whether the cue of the first is only the verb that carries the noun of the second: "expressed doubts over"."""
    return verb.rule == "object" and verb.cue is not None and noun.cue is not None and verb.cue[0] == noun.cue[0]


@define(eq=False)
class _Attributor(SentenceView):
    """Finds the attributions of one sentence."""

    def attributions(self, cues: list[CueOccurrence]) -> Iterator[Candidate]:
        """The attributions of the sentence, in the order of its cues."""
        before_main_clause = evolve(self, limit=self.fronted) if self.fronted > self.first else self
        shared = NOBODY
        waiting: Candidate | None = None
        for cue in cues:
            if cue.first < self.fronted and cue.form != "phrase":
                attribution, _ = before_main_clause.attribution(cue, shared)
            else:
                attribution, following = self.attribution(cue, shared)
                if cue.first >= shared.last:  # what is nested in the content before shares nothing with what follows
                    shared = following
            if attribution is None:
                continue
            if waiting is not None and not _carries(waiting, attribution):
                yield waiting
            waiting = attribution
        if waiting is not None:
            yield waiting

    def attribution(self, cue: CueOccurrence, shared: Shared) -> tuple[Candidate | None, Shared]:
        """The attribution of one cue, and the source that cues behind it may share."""
        if cue.form == "phrase":
            return self._prepositional(cue), shared
        if cue.form == "noun":
            return find_nominal(self, cue, shared), shared
        return self._verbal(cue, shared)

    def _prepositional(self, cue: CueOccurrence) -> Candidate | None:
        found = find_prepositional(self, cue)
        return make(self.reading, cue, found.rule, found.segments, found.source) if found is not None else None

    def _verbal(self, cue: CueOccurrence, shared: Shared) -> tuple[Candidate | None, Shared]:
        if cue.form not in _FINITE_FORMS:
            return self._participial(cue, shared)
        reading = self.reading
        subject = source_before(reading, cue.first, self.first)
        around = find_parenthetical(self, cue, subject)
        if around is not None:
            made = make(
                reading,
                cue,
                around.rule,
                around.segments,
                around.source,
                addressee=around.addressee,
            )
            return made, Shared(around.source, max(around.segments[-1][1], around.last))
        source = find_subject(self, cue, subject, shared)
        found = find_complement(reading, cue, self.limit, embedded=self._embedded(cue, source))
        return self._with_parts(cue, source, found, shared)

    def _participial(self, cue: CueOccurrence, shared: Shared) -> tuple[Candidate | None, Shared]:
        """The attribution of an infinitive, gerund or participle; most have no content, which is looked for first."""
        reading, limit = self.reading, self.limit
        found = find_complement(reading, cue, limit, embedded=False)
        if found is None or self._is_forbidden(cue):
            return None, shared
        source = find_subject(self, cue, None, shared)
        if self._embedded(cue, source):
            found = find_complement(reading, cue, limit, embedded=True)
        return self._with_parts(cue, source, found, shared)

    def _is_forbidden(self, cue: CueOccurrence) -> bool:
        """Whether an infinitive is what somebody may not or cannot do: "was not authorized to discuss"."""
        reading, before = self.reading, cue.first - 1
        if cue.form != "infinitive" or before <= self.first:
            return False
        if reading.lowers[before] not in lexicons.words("permission_words"):
            return False
        return verb_group(reading.tags, reading.lowers, before, self.first)[2]

    def _with_parts(
        self, cue: CueOccurrence, source: Stretch | None, found: Complement | None, shared: Shared
    ) -> tuple[Candidate | None, Shared]:
        """The attribution of a cue with its source and complement."""
        reading = self.reading
        if found is not None and found.agent is not None and source is not None:
            made = make(reading, cue, found.rule, (source,), found.agent, cue_last=found.cue_last)
            return made, Shared(found.agent, found.agent[1])
        if found is None or found.last <= found.first or self._direct(found) or self._weak(cue, source, found):
            return None, Shared(source, cue.last) if source is not None and cue.form == "finite" else shared
        return self._with_complement(cue, source, found), Shared(source or shared.source, found.last)

    def _with_complement(self, cue: CueOccurrence, source: Stretch | None, found: Complement) -> Candidate | None:
        segments: tuple[Stretch, ...] = ((found.first, found.last),)
        if source is not None and source[0] < found.last and found.first < source[1]:
            source = None  # the words behind the cue cannot be both
        if source is not None and cue.entry.part == "predicative" and self.reading.lowers[source[0]] == "it":
            source = None  # "it is unclear whether"
        raises = cue.entry.class_ == "seem" or (
            cue.form in {"passive", "participle"} and "subject-passive" not in cue.entry.complements
        )
        if raises and source is not None and self._is_perfect(cue, source, found):
            raises = False
        if raises and source is not None:
            is_content = self.reading.lowers[source[0]] not in {"it", "there"} and found.rule != "that-clause"
            is_content = is_content and not self.reading.tags[source[0]] & PREPOSITION  # not made out whole
            if is_content and source[1] <= found.first and "someone" not in cue.entry.complements:
                segments = (source, *segments)
            source = None
        source = found.asker or source
        if source is None and cue.form == "passive" and found.rule.startswith(_NAMINGS):
            found, source = self._with_agent(found)
            segments = (*segments[:-1], (found.first, found.last))
        return make(
            self.reading,
            cue,
            found.rule,
            segments,
            source,
            cue_last=found.cue_last,
            addressee=found.addressee,
            confidence="high" if source is not None else "low",
        )

    def _with_agent(self, found: Complement) -> tuple[Complement, Stretch | None]:
        """What somebody is called, and who does it, where that ends the sentence: "was called a fool by Orr"."""
        reading = self.reading
        for index in range(found.last - 2, found.first, -1):
            if reading.lowers[index] != "by":
                continue
            agent = index + 1, phrase_end(reading.tags, reading.lowers, index + 1, found.last)
            # "a film made by fools": they made it, and call it nothing
            done = reading.tags[index - 1] & (PARTICIPLE | PAST) and not reading.quoted[index - 1]
            return (evolve(found, last=index), agent) if agent[1] == found.last and not done else (found, None)
        return found, None

    def _is_perfect(self, cue: CueOccurrence, source: Stretch, found: Complement) -> bool:
        """Whether "'s" before a participle is "has": "he's said he will stay"; not "it's said", "she's told"."""
        lowers = self.reading.lowers
        if lowers[cue.first] != "'s" or found.rule not in {"bare-clause", "that-clause", "object"}:
            return False
        return lowers[source[0]] in {"he", "she"} and "someone" not in cue.entry.complements

    def _embedded(self, cue: CueOccurrence, source: Stretch | None) -> bool:
        """Whether the cue stands in a subordinate clause or in a participial phrase before the main clause."""
        tags, lowers = self.reading.tags, self.reading.lowers
        before = (source[0] if source is not None and source[0] < cue.first else cue.first) - 1
        if source is not None and lowers[source[0]] in {"who", "which", "that"}:
            return True
        if before >= self.first and tags[before] & SUBORDINATOR and lowers[before] not in {"that", "so"}:
            return True
        if cue.form in {"gerund", "participle", "infinitive"}:
            return not holds(tags, self.first, cue.first, FINITE)
        opener = self.first + bool(tags[self.first] & COORDINATOR)
        return source is None and bool(tags[opener] & (SUBORDINATOR | GERUND | PARTICIPLE))

    def _weak(self, cue: CueOccurrence, source: Stretch | None, found: Complement) -> bool:
        """Whether the construction marks an attribution only with another source or verb."""
        if cue.entry.class_ == "show" and cue.form in {"infinitive", "gerund"} and found.rule == "bare-clause":
            return True  # "to find common ground"
        if cue.entry.class_ == "show" and found.rule == "object":  # a poll shows a lead, a man shows his ticket
            return source is None or source_form(self.reading, *source) != "document"
        if found.rule == "object" and cue.negated and cue.entry.class_ == "write":  # "has not published any figures"
            return True
        if found.rule in {"adjective", "object"} and source is None and found.asker is None:
            return True
        if cue.form != "participle" or "someone" in cue.entry.complements:
            return False
        return source is None or not found.rule.startswith("object-")

    def _direct(self, found: Complement) -> bool:
        """Whether the content is nothing but a quotation, which the marks lead to."""
        reading = self.reading
        if not reading.tags[found.first] & QUOTE or reading.quotation_ends.get(found.first, -1) != found.last:
            return False
        if found.rule == "preposition" and reading.lowers[found.first - 1] == "as":
            return False  # "was hailed by Orr as “a triumph”"
        return found.rule != "that-clause" and not found.rule.startswith(("object", "predication"))
