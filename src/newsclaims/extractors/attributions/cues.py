"""Finds cues: the verb groups, nouns and phrases that mark an attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from newsclaims import lexicons
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    BE,
    CONTRACTED,
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
    from newsclaims.extractors.attributions.lexicon import CueEntry
    from newsclaims.extractors.attributions.reading import Reading

CueForm = Literal["finite", "infinitive", "participle", "gerund", "passive", "noun", "phrase"]


class CueOccurrence(NamedTuple):
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


def find_cues(reading: Reading, first: int, last: int) -> list[CueOccurrence]:
    """The cues between two tokens, in order; what stands in quotation marks is left alone."""
    found: list[CueOccurrence] = []
    verbs, nouns, phrases = reading.lexicon.verbs, reading.lexicon.nouns, reading.lexicon.phrases
    adjectives = reading.lexicon.adjectives
    lowers, tags = reading.lowers, reading.tags
    end = first
    for index in reading.anchors_between(first, last):
        if index < end:
            continue
        lower = lowers[index]
        cue = None
        if lower in phrases:
            cue = _phrase(reading, phrases[lower], index, last)
        if lower in adjectives:
            cue = _adjective(reading, adjectives[lower], index, first)
        if cue is None and lower in verbs and tags[index] & (VERB | FINITE):
            cue = _verb(reading, verbs[lower], index, first, last)
        if cue is None and lower in nouns and tags[index] & NOUN:
            cue = CueOccurrence(index, index, index + 1, nouns[lower], "noun")
        if cue is not None:
            found.append(cue)
            end = cue.last
    return found


def _matching(
    reading: Reading, entries: tuple[tuple[tuple[str, ...], CueEntry], ...], index: int, last: int
) -> tuple[int, CueEntry] | None:
    """The first entry whose words stand behind a token, with the token behind them."""
    after = index + 1
    following = reading.lowers[after] if after < last else ""
    for tail, entry in entries:
        if not tail:
            return after, entry
        if tail[0] == following:
            end = after + len(tail)
            if end <= last and tuple(reading.lowers[after:end]) == tail:
                return end, entry
    return None


def _phrase(
    reading: Reading, entries: tuple[tuple[tuple[str, ...], CueEntry], ...], index: int, last: int
) -> CueOccurrence | None:
    matching = _matching(reading, entries, index, last)
    if matching is None:
        return None
    end, entry = matching
    return CueOccurrence(index, index, end, entry, "phrase")


def _verb(
    reading: Reading, entries: tuple[tuple[tuple[str, ...], CueEntry], ...], index: int, first: int, last: int
) -> CueOccurrence | None:
    matching = _matching(reading, entries, index, last)
    if matching is None:
        return None
    end, entry = matching
    start, form, negated = verb_group(reading, index, first)
    return CueOccurrence(start, index, end, entry, form, negated)


def _adjective(reading: Reading, entry: CueEntry, index: int, first: int) -> CueOccurrence | None:
    """An adjective behind a form of *be*, with the verb group before it: "has never been sure"."""
    tags = reading.tags
    verb = index - 1
    while verb > first and tags[verb] & (ADVERB | NEGATION) and not tags[verb] & TIME:
        verb -= 1
    if verb < first or not tags[verb] & (BE | CONTRACTED):
        return None
    start, _, negated = verb_group(reading, index, first)
    return CueOccurrence(start, index, index + 1, entry, "finite", negated)


def verb_group(reading: Reading, head: int, floor: int) -> tuple[int, CueForm, bool]:
    """Start of the verb group that ends with a verb, its form, and whether it is negated."""
    tags, lowers = reading.tags, reading.lowers
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


def _form(tags: list[int], head: int, seen: int) -> CueForm:
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
