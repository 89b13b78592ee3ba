"""Attributions that interrupt or follow their content: "Prices, the bank said, fell"; "Prices fell, said the bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from newsclaims import lexicons
from newsclaims.extractors.attributions.from_cues.adverbials import adverbial_end
from newsclaims.extractors.attributions.from_cues.boundaries import Shape, content_end
from newsclaims.extractors.attributions.sources_after import source_after
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    TO,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.cues import CueOccurrence
    from newsclaims.extractors.attributions.reading import SentenceView


@define(eq=False)
class Parenthetical:
    """Content round an attribution. Indexes are those of tokens, half-open."""

    rule: str
    """Name of the rule that found it."""
    segments: tuple[tuple[int, int], ...]
    """The content before and behind the attribution."""
    source: tuple[int, int]
    """Who says it."""
    last: int
    """Token behind content, cue and source."""
    addressee: tuple[int, int] | None = None
    """Who is spoken to."""


def find_parenthetical(
    sentence: SentenceView, cue: CueOccurrence, source: tuple[int, int] | None
) -> Parenthetical | None:
    """The content before a cue that stands with the source before it in a clause after or inside the content."""
    floor = sentence.first
    if cue.form != "finite" or not cue.entry.complements & {"clause", "quote"} or cue.first <= floor:
        return None
    reading = sentence.reading
    tags = reading.tags
    if tags[cue.first - 1] & (COMMA | QUOTE | DASH) and cue.first == cue.head:
        inverted = _inverted(sentence, cue)
        # A subject before the commas ("Orr, the mayor, said …") asks for more proof that the clause is inverted.
        if source is None or (inverted is not None and _is_plain_inversion(sentence, inverted, source)):
            return inverted
    if source is None or source[0] <= floor:
        return None
    frame = source[0]
    compares = reading.lowers[frame - 1] == "as"
    if compares:
        frame -= 1
        opens = frame == floor or (frame == floor + 1 and tags[floor] & COORDINATOR)
        found = _as_clause(sentence, cue, source)
        if opens or (found is not None and sentence.clause_at(found.segments[0][0])):
            return found
    if frame <= floor or not tags[frame - 1] & (COMMA | DASH | QUOTE):
        return None
    found = _Frame(sentence, cue, source, frame, cue.last).find()
    # What opens the sentence as an adverbial clause is content only together with what follows.
    return None if found is not None and found.rule == "cue-after" and frame <= sentence.fronted else found


def _is_plain_inversion(sentence: SentenceView, found: Parenthetical, source: tuple[int, int]) -> bool:
    """Whether the content before an inverted cue is a clause with a verb in front of what could be the subject."""
    tags = sentence.reading.tags
    named = bool(tags[found.source[0]] & (NAME | TITLE)) or found.source[1] - found.source[0] > 3
    relative = holds(tags, *source, WH)
    last = source[0] if relative else source[1]
    return named and found.rule == "inverted-cue" and holds(tags, sentence.first, last, FINITE)


def _inverted(sentence: SentenceView, cue: CueOccurrence) -> Parenthetical | None:
    """Content, cue, source: "Prices fell, said the bank"."""
    tags = sentence.reading.tags
    if cue.last >= sentence.limit or tags[cue.last] & (QUOTE | TO | SUBORDINATOR | TIME):
        return None
    if tags[cue.last] & SUBJECT and not tags[cue.last] & (DETERMINER | NAME):  # "said they left"
        return None
    source = source_after(sentence.reading, cue.last, sentence.limit)
    return _Frame(sentence, cue, source, cue.first, source[1]).find() if source is not None else None


def _as_clause(sentence: SentenceView, cue: CueOccurrence, source: tuple[int, int]) -> Parenthetical | None:
    """A comparison before its content: "As Lee noted, prices fell"."""
    reading, limit = sentence.reading, sentence.end
    index = cue.last
    while index < limit and not reading.tags[index] & COMMA:
        following = adverbial_end(reading, index, limit)
        if following == index:
            return None
        index = following
    if index + 1 >= limit:
        return None
    last = content_end(reading, index + 1, limit, Shape())
    return Parenthetical("as-clause", ((index + 1, last),), source, last) if last > index + 1 else None


_ADVERBIAL = PREPOSITION | ADVERB | TIME | GERUND | SUBORDINATOR | PARTICIPLE


@define(eq=False)
class _Frame:
    """Cue and source in the place where they interrupt or follow the content."""

    sentence: SentenceView
    cue: CueOccurrence
    source: tuple[int, int]
    first: int
    last: int

    def find(self) -> Parenthetical | None:
        """The content before the frame and, where the sentence goes on after a comma, behind it."""
        reading, limit = self.sentence.reading, self.sentence.limit
        if self._has_own_preposition:
            return None
        addressee, adjunct_first, behind = self._adjuncts()
        if behind < limit and not reading.tags[behind] & (COMMA | DASH) and reading.lowers[behind] != ";":
            goes_on = self._adjunct_goes_on(adjunct_first, behind) or self._ends_with_title(adjunct_first, behind)
            if not (self._writer_goes_on(behind) or goes_on):
                return None
            behind = limit
        left = self._left()
        if left is None:
            return None
        whole = holds(reading.tags, *left, FINITE)
        goes_on = behind + 1 < limit and reading.lowers[behind] != ";"
        right = self._right(behind + 1, whole=whole) if goes_on else None
        if right is not None:
            if self._sentence_in_marks(right[0]) and (not whole or self.first <= self.sentence.fronted):
                return None
            return Parenthetical("split-by-cue", (left, right), self.source, right[1], addressee)
        if not whole and (left[1] - left[0] < 3 or reading.tags[left[0]] & _ADVERBIAL):
            return None
        rule = "inverted-cue" if self._inverted else "cue-after"
        return Parenthetical(rule, (left,), self.source, min(behind, limit), addressee)

    @property
    def _inverted(self) -> bool:
        return self.first == self.cue.first

    @property
    def _has_own_preposition(self) -> bool:
        """Whether the content is what the cue's preposition leads to: "…, the mayor boasted of his record"."""
        lowers, last = self.sentence.reading.lowers, self.cue.last
        if self._inverted or lowers[last : last + 1] == ["on"]:  # "posted on Facebook", "said on Monday"
            return False
        return any(tuple(lowers[last : last + len(words)]) == words for words in self.cue.entry.prepositions)

    def _adjuncts(self) -> tuple[tuple[int, int] | None, int, int]:
        """The addressee, the start of what follows it, and the token behind all adverbials."""
        reading, limit = self.sentence.reading, self.sentence.limit
        tags = reading.tags
        addressee = None
        behind = self.last
        takes_addressee = not self._inverted and "someone" in self.cue.entry.complements
        if takes_addressee and behind < limit and not tags[behind] & (COMMA | TIME):
            end = core_end(tags, reading.lowers, behind, limit)
            if end > behind:
                addressee, behind = (behind, end), end
        adjunct_first = behind
        while behind < limit and not tags[behind] & COMMA:
            end = adverbial_end(reading, behind, limit)
            if end == behind:
                break
            behind = end
        return addressee, adjunct_first, behind

    def _writer_goes_on(self, index: int) -> bool:
        """Whether an adverbial clause of the writer's follows an inverted frame at once."""
        reading = self.sentence.reading
        opens = reading.tags[index] & (GERUND | SUBORDINATOR | PREPOSITION)
        return self._inverted and bool(opens) and reading.lowers[index] != "that"

    def _adjunct_goes_on(self, first: int, behind: int) -> bool:
        """Whether the noun at the end of the adverbials is modified: "said at a meeting held to settle the strike"."""
        reading = self.sentence.reading
        modifies = reading.tags[behind] & (GERUND | PARTICIPLE | WH | PREPOSITION)
        return behind > first and bool(modifies) and not reading.tags[behind] & (FINITE | SUBORDINATOR)

    def _ends_with_title(self, first: int, behind: int) -> bool:
        """Whether the name of a program ends the adverbials and the sentence: "he said on “Face the City”"."""
        reading, limit = self.sentence.reading, self.sentence.limit
        mark = behind + bool(reading.tags[behind] & PREPOSITION)
        last = reading.quotation_ends.get(mark, first)
        return mark > first and last >= limit and not holds(reading.tags, mark, last, FINITE)

    @property
    def _left_is_condition(self) -> bool:
        """Whether an adverbial clause of what is said stands before the frame: "If it rains, he said, “we stay”"."""
        return self.first <= self.sentence.fronted and not self._inverted

    def _sentence_in_marks(self, index: int) -> bool:
        """Whether a quotation starts here that is a sentence of its own: it begins with a capital."""
        reading = self.sentence.reading
        return index in reading.quotation_ends and reading.text[reading.starts[index + 1]].isupper()

    def _left(self) -> tuple[int, int] | None:
        """The content before the frame; None where it is a quotation, which the marks lead to."""
        reading = self.sentence.reading
        first, last = self.sentence.first, self.first - 1
        if last <= first or (reading.quoted[last - 1] and all(reading.quoted[first:last])):
            return None
        if reading.quoted[last]:
            last += 1
        # A quotation that ends a sentence of its own before the content is not part of it.
        while first < last and first in reading.quotation_ends:
            if not reading.tags[reading.quotation_ends[first] - 2] & COMMA:
                break
            first = reading.quotation_ends[first]
        if first >= last or all(reading.quoted[first:last]):
            return None
        return first, last

    def _right(self, first: int, *, whole: bool) -> tuple[int, int] | None:
        """The content that goes on behind the frame; what the writer adds to a whole clause is none."""
        reading, limit = self.sentence.reading, self.sentence.limit
        tags, lowers = reading.tags, reading.lowers
        if whole:
            if (
                tags[first] & (GERUND | PREPOSITION)
                or lowers[first] in lexicons.words("resuming_words")
                or (reading.quoted[first] and not self._left_is_condition)
            ):
                return None
            joined = tags[first] & COORDINATOR and first + 1 < limit and tags[first + 1] & FINITE
            if joined and lowers[first + 1] in reading.lexicon.verbs:
                return None
        elif lowers[first] == "that":
            first += 1
        last = content_end(reading, first, limit, Shape())
        return (first, last) if last > first else None
