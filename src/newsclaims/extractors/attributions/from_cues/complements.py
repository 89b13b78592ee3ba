"""Finds the complement of a verbal cue: the reported clause, infinitive or noun phrase that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve

from newsclaims import lexicons
from newsclaims.extractors.attributions.from_cues.addressees import QUESTION_WORDS, find_addressee
from newsclaims.extractors.attributions.from_cues.adverbials import adverbial_end
from newsclaims.extractors.attributions.from_cues.boundaries import Shape, content_end
from newsclaims.extractors.attributions.from_cues.object_boundaries import object_end
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.nounphrases import core_end, phrase_end
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    BASE,
    BE,
    COLON,
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
    OBJECT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TIME,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import Reading

_FARTHEST = 25
"""Tokens between a cue and its that-clause, at most."""
_STEPS = 3
"""Adverbials that may stand between a cue and its content."""


@define(eq=False)
class Complement:
    """The content that follows a cue. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    first: int
    """First token of the content."""
    last: int
    """Token behind the content."""
    cue_last: int
    """Token behind the cue, the prepositions that belong to it included."""
    addressee: tuple[int, int] | None = None
    """Who is spoken to."""
    agent: tuple[int, int] | None = None
    """Who does it, where the content is the subject of a passive."""
    asker: tuple[int, int] | None = None
    """Who does it, where the content follows: "asked by a judge whether it leaks"."""


def find_complement(reading: Reading, cue: CueOccurrence, limit: int, *, embedded: bool) -> Complement | None:
    """The complement of a cue up to the end of its sentence."""
    if "someone" in cue.entry.complements and cue.form != "passive":
        addressee = find_addressee(reading, cue, limit)
        if addressee is not None:
            found = _Search(reading, cue, addressee[1], limit, embedded, addressed=True).find()
            if found is not None:
                return evolve(found, addressee=addressee)
    if cue.form in {"passive", "participle"} and cue.last < limit and reading.lowers[cue.last] == "by":
        found = _behind_agent(reading, cue, limit, embedded=embedded)
        if found is not None:
            return found
    return _Search(reading, cue, cue.last, limit, embedded, addressed=False).find()


def _behind_agent(reading: Reading, cue: CueOccurrence, limit: int, *, embedded: bool) -> Complement | None:
    """The complement behind who does it, in a passive: "asked by a judge whether it leaks", "seen by many as weak"."""
    agent = source_after(reading, cue.last + 1, limit)
    if agent is None:
        return None
    found = _Search(reading, cue, agent[1], limit, embedded, addressed=False).find()
    if found is None or not found.rule.startswith(_BEHIND_AGENTS):
        return None
    return evolve(found, asker=agent, cue_last=cue.last)


_BEHIND_AGENTS = ("question-clause", "infinitive", "that-clause", "object-", "preposition")


@define(eq=False)
class _Search:
    """The search for the complement behind a cue and its addressee."""

    reading: Reading
    cue: CueOccurrence
    start: int
    limit: int
    embedded: bool
    addressed: bool

    def find(self) -> Complement | None:
        """The first complement that fits the cue, adverbials before it stepped over."""
        index = self.start
        for _ in range(_STEPS + 1):
            if index >= self.limit:
                break
            found = self._clause(index) or (self._object(index) if index - self.start <= 1 else None)
            if found is not None:
                return found
            following = adverbial_end(self.reading, index, self.limit)
            if following == index:
                break
            index = following
        return self._agent() or self._gap(self.start) or self._distant_clause() or self._loose_clause(self.start)

    def _agent(self) -> Complement | None:
        """A passive whose content is its subject: "the move was first reported by Politico"."""
        index = self.start
        reported = self.cue.entry.complements & {"clause", "object", "that"}
        if self.cue.form != "passive" or index >= self.limit or not reported or self.reading.lowers[index] != "by":
            return None
        source = source_after(self.reading, index + 1, self.limit)
        if source is None or self.reading.lowers[source[1] : source[1] + 1] == [
            "as"
        ]:  # "quoted by the paper as saying"
            return None
        return Complement("passive-agent", index, index, index + 1, agent=source)

    def _gap(self, index: int) -> Complement | None:
        """A clause whose subject stands before the cue: "a law that officials say is unfair"."""
        tags = self.reading.tags
        if "clause" not in self.cue.entry.complements or self.cue.form != "finite" or index >= self.limit:
            return None
        if not tags[index] & FINITE or tags[index] & SUBJECT or index > self.start:
            return None
        return self._content("clause-with-gap", index)

    def _distant_clause(self) -> Complement | None:
        """A that-clause behind more than the grammar of adverbials sees through: "told a hall in Elm, Ohio, that"."""
        tags, lowers, start = self.reading.tags, self.reading.lowers, self.start
        complements = self.cue.entry.complements
        if not complements & {"clause", "that"} or start >= self.limit or lowers[start] in QUESTION_WORDS:
            return None
        if not tags[start] & (PREPOSITION | TIME | ADVERB | COMMA) and "someone" not in complements:
            return None
        for index in range(start + 1, min(self.limit - 1, start + _FARTHEST)):
            if lowers[index] == "that" and not tags[index - 1] & PREPOSITION and not tags[index + 1] & FINITE:
                return self._content("that-clause", index + 1)
            if tags[index] & (FINITE | STOP | COLON | DASH | WH | TO | GERUND):
                return None
        return None

    def _content(self, rule: str, first: int, *, finite: bool = True) -> Complement:
        reading, cue = self.reading, self.cue
        tense = reading.tags[cue.head] & (PAST | THIRD | BASE) if cue.form == "finite" else 0
        embedded = self.embedded or cue.form == "participle"
        shape = Shape(finite, tense or PAST | THIRD, embedded, subject=self.embedded and self._in_restrictive_clause())
        last = content_end(reading, first, self.limit, shape)
        return Complement(rule, first, last, cue.last)

    def _in_restrictive_clause(self) -> bool:
        """Whether the cue is the verb of a relative clause without comma: "those who said"."""
        tags, first = self.reading.tags, self.cue.first
        return first > 1 and bool(tags[first - 1] & WH) and not tags[first - 2] & COMMA

    def _clause(self, index: int) -> Complement | None:
        """A that-clause, bare clause, question or infinitive that starts at a token."""
        complements = self.cue.entry.complements
        tags, lowers = self.reading.tags, self.reading.lowers
        word, tag = lowers[index], tags[index]
        if word == "that" and complements & {"clause", "that"}:
            noun = lowers[index - 1]
            belongs_to_noun = index > self.start and noun in self.reading.lexicon.nouns
            belongs_to_noun = belongs_to_noun and noun not in lexicons.words("media_nouns")
            if index + 1 < self.limit and not tags[index + 1] & FINITE and not belongs_to_noun:
                if tags[index + 1] & PREPOSITION and index + 2 < self.limit and tags[index + 2] & (COMMA | COORDINATOR):
                    return None  # "has ruled that out, but"
                return self._content("that-clause", index + 1)
        relative = self.addressed and index == self.start and word in {"who", "which", "whose"}
        if word in QUESTION_WORDS and "wh" in complements and not relative:
            return self._content("question-clause", index)
        if tag & NEGATION and index + 1 < self.limit and tags[index + 1] & TO and self._takes_infinitive(index + 1):
            return self._content("infinitive", index, finite=False)
        if tag & TO and self._takes_infinitive(index):
            return self._content("infinitive", index, finite=False)
        if "clause" in complements and not tag & (TO | COMMA) and (not tag & TIME or tag & DETERMINER):
            if subject_and_verb(tags, lowers, index, self.limit) is not None:
                return self._content("bare-clause", index)
            if self._clause_around_marks(index) if tag & QUOTE else self._subject_before_marks(index):
                return self._content("bare-clause", index)
            if index == self.start and word in lexicons.words("clause_openers") and self._clause_after_comma(index):
                return self._content("bare-clause", index)
        return None

    def _subject_before_marks(self, index: int) -> bool:
        """Whether a pronoun is the subject of words in marks: "said she “never saw” the letter"."""
        tags, behind = self.reading.tags, index + 1
        pronoun = tags[index] & SUBJECT and not tags[index] & (DETERMINER | WH)
        return bool(pronoun) and behind < self.limit and behind in self.reading.quotation_ends

    def _clause_around_marks(self, index: int) -> bool:
        """Whether the subject of a clause starts with words in marks: "said “thousands” of letters were lost"."""
        tags = self.reading.tags
        behind = self.reading.quotation_ends.get(index, self.limit)
        if index > self.start or tags[behind - 2] & COMMA:
            return False
        for verb in range(behind, min(self.limit, behind + 8)):
            if tags[verb] & FINITE:
                return True
            if tags[verb] & (COMMA | QUOTE | WH | SUBORDINATOR) and not tags[verb] & PREPOSITION:
                return False
        return False

    def _takes_infinitive(self, index: int) -> bool:
        complements = self.cue.entry.complements
        if "infinitive" not in complements and not ("infinitive-passive" in complements and self.cue.form == "passive"):
            return False
        if index + 1 >= self.limit or not self._infinitive_at(index + 1):
            return False
        near = index == self.start or all(
            self.reading.tags[k] & (TIME | ADVERB | NEGATION | PREPOSITION) for k in range(self.start, index)
        )
        return near or "clause" not in complements

    def _infinitive_at(self, index: int) -> bool:
        tag = self.reading.tags[index]
        if tag & QUOTE and index + 1 < self.limit:  # "vowed to “drain the lake”"
            index += 1
            tag = self.reading.tags[index]
        # A noun that no list holds is a verb here, unless it is a plural.
        return bool(tag & (BASE | ADVERB | BE)) or (tag == NOUN and not self.reading.lowers[index].endswith("s"))

    def _clause_after_comma(self, index: int) -> bool:
        tags, lowers = self.reading.tags, self.reading.lowers
        for comma in range(index + 1, min(self.limit, index + 25)):
            if tags[comma] & COMMA:
                return subject_and_verb(tags, lowers, comma + 1, self.limit) is not None
        return False

    def _loose_clause(self, index: int) -> Complement | None:
        """A bare clause whose subject the noun-phrase grammar cannot see through."""
        tags, lowers = self.reading.tags, self.reading.lowers
        complements = self.cue.entry.complements
        if "clause" not in complements or self.addressed or index >= self.limit:
            return None
        if tags[index] & (COMMA | TO | FINITE | PREPOSITION | COORDINATOR | TIME | DASH | COLON):
            return None
        if tags[index] & OBJECT and not tags[index] & (SUBJECT | DETERMINER):  # "know him"
            return None
        if self.cue.entry.lemma == "say" and lowers[index] != "than" and not tags[index] & ADVERB:
            return self._content("bare-clause", index)
        barrier = COMMA | QUOTE | TO | SUBORDINATOR | WH | COORDINATOR
        for verb in range(index + 1, min(self.limit, index + 14)):
            if tags[verb] & FINITE:
                return self._content("bare-clause", index)
            if tags[verb] & barrier and (not tags[verb] & DETERMINER or lowers[verb] == "that"):
                return None
        return None

    def _object(self, index: int) -> Complement | None:
        """A preposition of the cue with what follows it, a gerund, or a noun phrase that is the content."""
        tags, lowers, cue = self.reading.tags, self.reading.lowers, self.cue
        if index > self.start and not tags[self.start] & ADVERB:
            return None
        for words in cue.entry.prepositions:
            end = index + len(words)
            if end < self.limit and tuple(lowers[index:end]) == words and not tags[end] & (TIME | COMMA | FINITE):
                if cue.negated and self._reaches_out(end):  # "did not respond to a request for comment"
                    return None
                found = self._behind_preposition(end)
                return evolve(found, cue_last=cue.last if self.addressed else end)
        if self.addressed:
            return None
        if cue.form in {"passive", "participle"} and lowers[index] in cue.entry.objects:  # "is seen as a threat"
            return self._content(f"object-{lowers[index]}", index, finite=False)
        if cue.form == "participle":
            return None
        if "adjective" in cue.entry.complements and tags[index] & (ADJECTIVE | PARTICIPLE):  # "seems uncertain"
            return Complement("adjective", self.start, self._object_end(index), cue.last)
        if "gerund" in cue.entry.complements and tags[index] & GERUND:
            return self._content("gerund", index, finite=False)
        return self._noun_phrase(index)

    def _reaches_out(self, index: int) -> bool:
        contact = lexicons.words("contact_nouns")
        return any(self.reading.lowers[k] in contact for k in range(index, min(self.limit, index + 5)))

    def _behind_preposition(self, start: int) -> Complement:
        tag = self.reading.tags[start]
        if self.reading.lowers[start] in QUESTION_WORDS or tag & (GERUND | BASE):
            return self._content("preposition", start, finite=not tag & (GERUND | BASE))
        return Complement("preposition", start, self._object_end(start), self.cue.last)

    def _noun_phrase(self, index: int) -> Complement | None:
        tags, lowers, cue = self.reading.tags, self.reading.lowers, self.cue
        complements = cue.entry.complements
        objects = cue.entry.objects
        if not objects and not complements & {"object", "predication"}:
            return None
        tag = tags[index]
        if not tag & (DETERMINER | NOMINAL | OBJECT | QUOTE | SUBJECT) or tag & (TIME | FINITE):
            return None
        if tag & SUBORDINATOR and not tag & DETERMINER:
            return None
        if tag & DETERMINER and index + 1 < self.limit and tags[index + 1] & TIME and not tags[index + 1] & NAME:
            return None  # "is published this week"
        end = phrase_end(tags, lowers, index, self.limit) if not tag & QUOTE else index
        # The preposition may have been taken for a part of the noun phrase: "estimated losses at", "compared it to".
        first = core_end(tags, lowers, index, self.limit) if objects & {"at", "to", "with", "for"} else end
        for joint in range(first, min(self.limit, end + 3)):
            if lowers[joint] in objects:
                return self._content(f"object-{lowers[joint]}", index, finite=False)
        if "predication" in complements and self._predicates(index):
            return Complement("predication", index, self._object_end(index), cue.last)
        if "object" in complements:
            return Complement("object", index, self._object_end(index), cue.last)
        return None

    def _object_end(self, start: int) -> int:
        main_clause = self.cue.form == "finite" and not self.embedded
        return object_end(self.reading, start, self.limit, main_clause=main_clause)

    def _predicates(self, index: int) -> bool:
        """Whether an object is followed by what it is called: "called him a liar", "called the plan cheap"."""
        tags, lowers = self.reading.tags, self.reading.lowers
        if lowers[self.cue.head - 1] in {"so", "-"}:  # "so called"
            return False
        if lowers[index].endswith(("self", "selves")):  # a name that people give themselves
            return False
        end = core_end(tags, lowers, index, self.limit)
        if any(self.reading.quoted[index : min(self.limit, phrase_end(tags, lowers, index, self.limit) + 2)]):
            return True
        if end < self.limit and tags[end] & (DETERMINER | NOMINAL | GERUND | PARTICIPLE) and not tags[end] & FINITE:
            return True
        return end > index + 1 and bool(tags[end - 1] & ADJECTIVE)
