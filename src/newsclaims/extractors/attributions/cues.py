"""Finds cues: the verb groups, nouns and phrases that mark an attribution."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, Literal

from attrs import define

from newsclaims import lexicons
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    CONTRACTED,
    DETERMINER,
    FINITE,
    GERUND,
    MODAL,
    NEGATION,
    NOUN,
    PARTICIPLE,
    SUBJECT,
    TIME,
    TO,
    VERB,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.extractors.attributions.lexicon import CueEntry, CueLexicon, Entries

CueForm = Literal["finite", "infinitive", "participle", "gerund", "passive", "noun", "phrase"]


@define(eq=False)
class CueOccurrence:
    """A cue in its place. Indexes are those of tokens, half-open."""

    first: int
    """First token of the group, with auxiliaries, negation and adverbs: "has repeatedly called for"."""
    head: int
    """The verb, noun or first word of the phrase."""
    last: int
    """Token behind the group, particles included."""
    entry: CueEntry
    """Its entry in the lexicon."""
    form: CueForm
    """Form of the verb; ``passive`` after a form of *be*; or the part of speech."""
    negated: bool = False
    """Whether the group holds a negation."""


def find_cues(
    lexicon: CueLexicon,
    lowers: Sequence[str],
    tags: Sequence[int],
    quoted: Sequence[int],
    sentences: Iterable[tuple[int, int]],
) -> list[CueOccurrence]:
    """The cues of a document outside quotation marks, in order; none crosses the end of its sentence."""
    found: list[CueOccurrence] = []
    cue_at, second_words = _Finder(lexicon, lowers, tags).at, lexicon.second_words
    coming = iter(sentences)
    first, last, end = 0, 0, 0
    # One step of C for each token; what follows is done for one in ten.
    for index in compress(count(), map(lexicon.first_words.__contains__, lowers)):
        if index < end or quoted[index]:
            continue
        lower = lowers[index]
        if lower in second_words and (index + 1 == len(lowers) or lowers[index + 1] not in second_words[lower]):
            continue
        while index >= last:
            first, last = next(coming, (last, len(lowers)))
        cue = cue_at(index, first, last)
        if cue is not None:
            found.append(cue)
            end = cue.last
    return found


@define(eq=False)
class _Finder:
    """Reads one cue."""

    lexicon: CueLexicon
    lowers: Sequence[str]
    tags: Sequence[int]

    def at(self, index: int, first: int, last: int) -> CueOccurrence | None:
        """The cue whose head is a token, in a sentence from its first token to the one behind its last."""
        lexicon, lower, tag = self.lexicon, self.lowers[index], self.tags[index]
        if lower in lexicon.phrases:
            matching = self._matching(lexicon.phrases[lower], index, last)
            if matching is not None:
                return CueOccurrence(index, index, *matching, "phrase")
        if lower in lexicon.predicatives:
            cue = self._predicative(lexicon.predicatives[lower], index, first)
            if cue is not None:
                return cue
        if tag & _VERBAL and lower in lexicon.verbs:
            matching = self._matching(lexicon.verbs[lower], index, last)
            if matching is not None:
                start, form, negated = verb_group(self.tags, self.lowers, index, first)
                return CueOccurrence(start, index, *matching, form, negated)
        if tag & NOUN and lower in lexicon.nouns:
            return CueOccurrence(index, index, index + 1, lexicon.nouns[lower], "noun")
        return None

    def _matching(self, entries: Entries, index: int, last: int) -> tuple[int, CueEntry] | None:
        """The first entry whose words stand behind a token, with the token behind them."""
        after = index + 1
        if after < last and self.lowers[after] in entries:
            for tail, entry in entries[self.lowers[after]]:
                end = after + len(tail)
                if end <= last and tuple(self.lowers[after:end]) == tail:
                    return end, entry
        return (after, entries[""][0][1]) if "" in entries else None

    def _predicative(self, entry: CueEntry, index: int, first: int) -> CueOccurrence | None:
        """What stands behind a form of *be*, with the verb group before it: "has never been sure", "is a critic of"."""
        tags = self.tags
        verb = index - 1
        while verb > first and tags[verb] & (ADVERB | NEGATION) and not tags[verb] & TIME:
            verb -= 1
        head = index
        if verb >= first and tags[index] & NOUN and not tags[verb] & (BE | CONTRACTED):
            while verb > max(first, index - _LONGEST_PREDICATE) and tags[verb] & (
                ADJECTIVE | NOUN | DETERMINER | ADVERB
            ):
                verb -= 1
            head = verb + 1  # "has been a fierce critic of"
        if verb < first or not tags[verb] & (BE | CONTRACTED):
            return None
        start, _, negated = verb_group(tags, self.lowers, head, first)
        return CueOccurrence(start, index, index + 1, entry, "finite", negated)


_VERBAL = VERB | FINITE
_LONGEST_PREDICATE = 5
"""Tokens between a form of *be* and the noun that is said of its subject, at most."""


def verb_group(tags: Sequence[int], lowers: Sequence[str], head: int, floor: int) -> tuple[int, CueForm, bool]:
    """Start of the verb group that ends with a verb, its form, and whether it is negated."""
    start = head
    seen = 0
    negated = False
    while start > floor:
        tag = tags[start - 1]
        if tag & AUXILIARY and not tag & SUBJECT:
            seen |= tag
        elif tag & TO and not seen & FINITE:
            seen |= TO
        elif lowers[start - 1] in {"all", "both"} and start - 1 > floor and tags[start - 2] & AUXILIARY:
            pass  # "have all said"
        elif not (tag & (ADVERB | NEGATION)) or tag & TIME:
            break
        negated = negated or bool(tag & NEGATION) or lowers[start - 1].endswith("n't") or lowers[start - 1] == "cannot"
        start -= 1
    if start > floor and tags[start - 1] & CONTRACTED:  # "he's pointing out": the pronoun is the source
        seen |= FINITE
    clause_adverbs = lexicons.words("clause_adverbs")
    while start < head and tags[start] & ADVERB and lowers[start] in clause_adverbs:
        start += 1
    return start, _form(tags, head, seen), negated


def _form(tags: Sequence[int], head: int, seen: int) -> CueForm:
    tag = tags[head]
    if seen & BE and tag & PARTICIPLE:
        return "passive"
    if seen & (FINITE | MODAL) or tag & FINITE:
        return "finite"
    if seen & TO:
        return "infinitive"
    if tag & GERUND:
        return "gerund"
    return "participle"
