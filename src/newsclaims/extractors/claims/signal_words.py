"""Signal words: the words of a text that speak for or against checking the claim that holds them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from newsclaims import lexicons
from newsclaims.text.morphology import compared, plural, verb_forms
from newsclaims.text.tokens import tokenize
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    DETERMINER,
    FINITE,
    NEGATION,
    PARTICIPLE,
    PAST,
    QUOTE,
    TO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document

_PRESENT_BE = frozenset({"am", "are", "aren't", "be", "being", "i'm", "is", "isn't", "they're", "we're", "you're"})


# A plain tuple: a text has thousands of them.
Signal: TypeAlias = tuple[int, int, str]
"""Words that carry a signal: where they start and end, and its name, a code of `newsclaims.checkworthiness`."""


class _Lexicon(NamedTuple):
    """The lexicon ``claim_signals`` by the word by which each entry is found."""

    words: dict[str, list[str]]
    """The signals that a word carries by itself."""
    verbs: dict[str, list[str]]
    """Those that it carries as a verb."""
    phrases: dict[str, list[tuple[list[str], int, str, bool]]]
    """The phrases found by a word, longest first: their words, its position, the signal, whether only as a verb.

    A phrase is found by its longest word, the last of them: the first one is often "the" or "in".
    """


def _surfaces(kind: str, entry: str) -> Iterable[str]:
    """The forms under which an entry of the lexicon is met."""
    if kind == "verbs":
        return verb_forms(entry)
    return (entry, plural(entry)) if kind == "nouns" else (entry,)


@cache
def lexicon(lang: str) -> _Lexicon:
    """The lexicon ``claim_signals``, inflected."""
    known = lexicons.document("claim_signals", lang)
    rows = [
        (tokenize(surface).lowers, code, kind == "verbs")
        for kind in ("phrases", "nouns", "verbs")
        for code, entries in known[kind].items()
        for entry in entries
        for surface in _surfaces(kind, entry)
    ]
    for adjective in known["adjectives"]["compared"]:
        comparative, superlative = compared(adjective)
        rows += [([comparative, "than"], "comparison", False), ([superlative], "superlative", False)]
    found = _Lexicon({}, {}, {})
    for words, code, is_verb in sorted(rows, key=lambda row: -len(row[0])):
        anchor = max((len(word), position) for position, word in enumerate(words))[1]
        if len(words) > 1:
            found.phrases.setdefault(words[anchor], []).append((words, anchor, code, is_verb))
            continue
        codes = (found.verbs if is_verb else found.words).setdefault(words[0], [])
        if code not in codes:
            codes.append(code)
    return found


@cache
def _states(lang: str) -> frozenset[str]:
    """Past forms and participles that tell no event."""
    verbs = lexicons.document("claim_signals", lang)["states"]["event"]
    return frozenset(form for verb in verbs for form in verb_forms(verb))


def find_signal_words(document: Document, marked: Iterable[int]) -> list[Signal]:
    """All words and phrases of the lexicon, and all verbs that tell of an event, in no order.

    Args:
        document: The text.
        marked: The tokens that the lexicon holds, those of no other use to it included.

    >>> from newsclaims.document import Document
    >>> [(document.text[start:end], code) for document in [Document("Rents rose.")]
    ...  for start, end, code in find_signal_words(document, range(2))]
    [('Rents', 'policy'), ('rose', 'trend'), ('rose', 'event')]
    """
    (words, verbs, phrases), states = lexicon(document.lang), _states(document.lang)
    tokens, tags = document.tokens, document.word_classes.tags
    lowers, starts, ends = tokens.lowers, tokens.starts, tokens.ends
    found: list[Signal] = []
    for at in marked:
        word = lowers[at]
        if word in words:
            for code in words[word]:
                found.append((starts[at], ends[at], code))  # noqa: PERF401 - nearly always one
        if word in verbs and not _is_bare(tags[at]):
            found += [(starts[at], ends[at], code) for code in verbs[word]]
        if word in phrases:
            for surfaces, anchor, code, is_verb in phrases[word]:
                first = at - anchor
                last = first + len(surfaces)
                if first >= 0 and lowers[first:last] == surfaces and not (is_verb and _is_bare(tags[first])):
                    found.append((starts[first], ends[last - 1], code))
    found += [
        (starts[at], ends[at], "event")
        for at, tag in enumerate(tags)
        if tag & _DONE and lowers[at] not in states and (tag & FINITE or _is_done(tags, lowers, at))
    ]
    return found


_DONE = PAST | PARTICIPLE


def _is_bare(tag: int) -> bool:
    """Whether a verb is an infinitive: "to cut", "will cut" - nothing is cut yet."""
    return bool(tag & BASE) and not tag & FINITE


def _is_done(tags: list[int], lowers: list[str], at: int) -> bool:
    """Whether a participle tells of something done: "was closed", "jobs lost", not "is divided", "a closed shop"."""
    before = at - 1
    while before >= 0 and tags[before] & (ADVERB | NEGATION | QUOTE) and not tags[before] & AUXILIARY:
        before -= 1
    return before >= 0 and lowers[before] not in _PRESENT_BE and not tags[before] & (DETERMINER | ADJECTIVE | TO)
