"""Anchors: the tokens with which a cue may start, so that the rules look at nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.wordclass import ADVERB, BE, CONTRACTED, FINITE, NEGATION, NOUN, VERB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.attributions.lexicon import CueEntry, CueLexicon

_BEFORE_ADJECTIVE = BE | CONTRACTED | ADVERB | NEGATION


def cue_anchors(lexicon: CueLexicon, lowers: Sequence[str], tags: Sequence[int], quoted: Sequence[int]) -> list[int]:
    """The tokens outside quotation marks with which a cue may start, in order.

    Most words of the lexicon that a text holds start none: prepositions that no such phrase follows, nouns that look
    like verbs, parts of phrasal verbs.
    """
    first_words = lexicon.anchors
    return [
        index
        for index, lower in enumerate(lowers)
        if lower in first_words and not quoted[index] and _may_start(lexicon, lowers, tags, index)
    ]


def _may_start(lexicon: CueLexicon, lowers: Sequence[str], tags: Sequence[int], index: int) -> bool:
    lower, tag = lowers[index], tags[index]
    if tag & (VERB | FINITE):
        entries = lexicon.verbs.get(lower)
        if entries is not None and _matches_one(entries, lowers, index):
            return True
    if tag & NOUN and lower in lexicon.nouns:
        return True
    if lower in lexicon.adjectives:
        return index > 0 and bool(tags[index - 1] & _BEFORE_ADJECTIVE)
    phrases = lexicon.phrases.get(lower)
    return phrases is not None and _matches_one(phrases, lowers, index)


def _matches_one(entries: Sequence[tuple[tuple[str, ...], CueEntry]], lowers: Sequence[str], index: int) -> bool:
    """Whether the words of one of the entries stand behind a token."""
    behind = index + 1
    following = lowers[behind] if behind < len(lowers) else ""
    for tail, _ in entries:
        if not tail or (tail[0] == following and tuple(lowers[behind : behind + len(tail)]) == tail):
            return True
    return False
