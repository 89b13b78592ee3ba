"""Reading: one document as the rules of this package look at it, all as lists parallel to the tokens."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from newsclaims.extractors.attributions.cues import CueOccurrence, find_cues
from newsclaims.extractors.attributions.lexicon import CueLexicon
from newsclaims.model import Mention, Span
from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.tokens import Tokens
from newsclaims.text.wordclass import CONTRACTED, NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.text.quotemarks import Quotation

LONGEST_NICKNAME = 5
"""Tokens of a nickname with its marks."""


@frozen(eq=False)
class Reading:
    """The tokens of a document, what they are, and which of them stand in quotation marks."""

    text: str
    """The text."""
    lowers: list[str]
    """Tokens in lower case."""
    starts: list[int]
    """Offset of each token."""
    ends: list[int]
    """Offset behind each token."""
    tags: list[int]
    """Class of each token in its place."""
    quotation_ends: dict[int, int]
    """Token that opens a quotation, to the token behind the one that closes it."""
    lexicon: CueLexicon
    """The cues that are looked for."""
    cues: list[CueOccurrence]
    """The cues outside quotation marks, in order."""
    cue_heads: list[int]
    """The head of each."""
    quoted: bytearray
    """1 for each token inside quotation marks, the marks included."""

    @classmethod
    def of(cls, document: Document, lexicon: CueLexicon) -> Reading:
        """The reading of a document."""
        outermost = [quotation for quotation in document.quotations if quotation.parent is None]
        tags, sentences = document.word_classes.tags, document.sentence_tokens
        return cls._of(document.text, document.tokens, tags, lexicon, outermost, sentences)

    def part(self, first: int, last: int, quotations: Sequence[Quotation]) -> Reading:
        """A stretch of tokens as a reading of its own, with the quotations given as those that stand in it.

        Offsets are still those of the text; indexes count from the first token of the stretch.
        """
        piece = slice(first, last)
        tokens = Tokens([], self.lowers[piece], self.starts[piece], self.ends[piece])
        return self._of(self.text, tokens, self.tags[piece], self.lexicon, quotations, ())

    @classmethod
    def _of(
        cls,
        text: str,
        tokens: Tokens,
        tags: list[int],
        lexicon: CueLexicon,
        quotations: Sequence[Quotation],
        sentences: Sequence[tuple[int, int]],
    ) -> Reading:
        starts, lowers = tokens.starts, tokens.lowers
        quoted = bytearray(len(starts))
        quotation_ends: dict[int, int] = {}
        settled = tags
        for quotation in quotations:
            first = bisect_left(starts, quotation.start)
            last = bisect_left(starts, quotation.end, first)
            if _is_nickname(tags, first, last):
                if settled is tags:
                    settled = tags.copy()
                settled[first:last] = [NAME] * (last - first)
                continue
            quoted[first:last] = b"\x01" * (last - first)
            quotation_ends[first] = last
        cues = find_cues(lexicon, lowers, settled, quoted, sentences)
        return cls(
            text=text,
            lowers=lowers,
            cues=cues,
            cue_heads=[cue.head for cue in cues],
            starts=starts,
            ends=tokens.ends,
            tags=settled,
            lexicon=lexicon,
            quotation_ends=quotation_ends,
            quoted=quoted,
        )

    def cues_between(self, first: int, last: int) -> list[CueOccurrence]:
        """The cues that stand between two tokens; the verb group of one that starts before them is cut there."""
        heads = self.cue_heads
        found = self.cues[bisect_left(heads, first) : bisect_left(heads, last)]
        if found and found[0].first < first:
            found[0] = evolve(found[0], first=first)
        if found and found[-1].last > last:
            found.pop()
        return found

    def opens_phrasal_cue(self, index: int) -> bool:
        """Whether a verb of several words starts at a token: "points out"."""
        lowers = self.lowers
        return any(
            tail and tuple(lowers[index + 1 : index + 1 + len(tail)]) == tail
            for tail, _ in self.lexicon.verbal(lowers[index])
        )

    def source_end(self, last: int) -> int:
        """Offset behind a source of tokens, without a verb contracted onto the last: "They" of "They've said"."""
        token = last - 1
        if self.tags[token] & CONTRACTED and "'" in self.lowers[token]:
            return self.starts[token] + self.lowers[token].index("'")
        return self.ends[token]

    def cue_start(self, first: int) -> int:
        """Offset of a cue, with a verb contracted onto the token before it: "'ve said" of "They've said"."""
        contracted = first > 0 and self.tags[first - 1] & CONTRACTED
        return self.source_end(first) if contracted else self.starts[first]

    def span(self, first: int, last: int) -> Span:
        """The characters from one token up to, and without, another."""
        return Span(self.starts[first], self.ends[last - 1])

    def mention(self, first: int, last: int) -> Mention:
        """The tokens as a mention."""
        start, end = self.starts[first], self.ends[last - 1]
        return Mention(start=start, end=end, text=self.text[start:end])


@define(eq=False)
class SentenceView:
    """One sentence of a reading, between token indexes."""

    reading: Reading
    """The reading of the document."""
    first: int
    """First token."""
    limit: int
    """Token behind the last word that is looked at."""
    end: int
    """Token behind the last word of the sentence."""
    fronted: int
    """End of the subordinate clause or participial phrase that opens the sentence; ``first`` where none does."""

    def clause_at(self, index: int) -> bool:
        """Whether a clause with its own subject starts at a token."""
        return subject_and_verb(self.reading.tags, self.reading.lowers, index, self.limit) is not None


def _is_nickname(tags: list[int], first: int, last: int) -> bool:
    """Whether a quotation stands inside a name: Ray “Duke” Alder."""
    inside = first > 0 and last < len(tags) and last - first <= LONGEST_NICKNAME
    return inside and bool(tags[first - 1] & NAME and tags[last] & NAME and tags[first + 1] & NAME)
