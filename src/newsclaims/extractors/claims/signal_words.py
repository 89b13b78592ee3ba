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
    TO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document

_PRESENT_BE = frozenset({"am", "are", "aren't", "be", "being", "i'm", "is", "isn't", "they're", "we're", "you're"})


# A plain tuple: a text has thousands of them.
Signal: TypeAlias = tuple[int, int, str]
"""Words that carry a signal: where they start and end, and its name, a code of `newsclaims.checkworthiness`."""


class _Phrase(NamedTuple):
    """A word or phrase of the lexicon."""

    rest: list[str]
    """The words behind the first one."""
    code: str
    """The signal that it carries."""
    is_verb: bool


class _Entry(NamedTuple):
    """What begins with a word."""

    alone: list[_Phrase]
    """The word by itself."""
    longer: dict[str, list[_Phrase]]
    """Phrases by their second word, longest first."""


def _surfaces(kind: str, entry: str) -> Iterable[str]:
    """The forms under which an entry of the lexicon is met."""
    if kind == "verbs":
        return verb_forms(entry)
    return (entry, plural(entry)) if kind == "nouns" else (entry,)


@cache
def _phrases(lang: str) -> dict[str, _Entry]:
    """The lexicon ``claim_signals`` by first word."""
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
    found: dict[str, _Entry] = {}
    for (first, *rest), code, is_verb in sorted(rows, key=lambda row: -len(row[0])):
        entry = found.setdefault(first, _Entry([], {}))
        same = entry.longer.setdefault(rest[0], []) if rest else entry.alone
        phrase = _Phrase(rest, code, is_verb)
        if phrase not in same:
            same.append(phrase)
    return found


@cache
def _states(lang: str) -> frozenset[str]:
    """Past forms and participles that tell no event."""
    verbs = lexicons.document("claim_signals", lang)["states"]["event"]
    return frozenset(form for verb in verbs for form in verb_forms(verb))


def find_signal_words(document: Document) -> list[Signal]:
    """All words and phrases of the lexicon, and all verbs that tell of an event, in no order.

    >>> from newsclaims.document import Document
    >>> [(document.text[start:end], code) for document in [Document("Rents rose.")]
    ...  for start, end, code in find_signal_words(document)]
    [('Rents', 'policy'), ('rose', 'trend'), ('rose', 'event')]
    """
    phrases, states = _phrases(document.lang), _states(document.lang)
    tokens, tags = document.tokens, document.word_classes.tags
    lowers, starts, ends = tokens.lowers, tokens.starts, tokens.ends
    found: list[Signal] = []
    last = len(lowers) - 1
    for at, entry in [(at, phrases[word]) for at, word in enumerate(lowers) if word in phrases]:
        bare = tags[at] & BASE and not tags[at] & FINITE  # "to cut", "will cut": nothing is cut yet
        if entry.longer and at < last:
            for rest, code, is_verb in entry.longer.get(lowers[at + 1], ()):
                end = at + 1 + len(rest)
                if lowers[at + 1 : end] == rest and not (is_verb and bare):
                    found.append((starts[at], ends[end - 1], code))
        for _, code, is_verb in entry.alone:
            if not (is_verb and bare):
                found.append((starts[at], ends[at], code))
    found += [
        (starts[at], ends[at], "event")
        for at, tag in enumerate(tags)
        if tag & _DONE and lowers[at] not in states and (tag & FINITE or _is_done(tags, lowers, at))
    ]
    return found


_DONE = PAST | PARTICIPLE


def _is_done(tags: list[int], lowers: list[str], at: int) -> bool:
    """Whether a participle tells of something done: "was closed", "jobs lost", not "is divided", "a closed shop"."""
    before = at - 1
    while before >= 0 and tags[before] & (ADVERB | NEGATION) and not tags[before] & AUXILIARY:
        before -= 1
    return before >= 0 and lowers[before] not in _PRESENT_BE and not tags[before] & (DETERMINER | ADJECTIVE | TO)
