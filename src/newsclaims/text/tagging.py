"""Settles what each token is in its place: the lexicon's classes, patched by the neighbouring words.

The idea of a lexicon first and contextual patches second is Brill's (1992); the patches here are written, not learnt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims.text.verbforms import is_plural, settle_verb
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CLASSES,
    COLON,
    COORDINATOR,
    DETERMINER,
    DO,
    FINITE,
    HAVE,
    MODAL,
    NAME,
    NEGATION,
    NOMINAL,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    THIRD,
    TIME,
    TITLE,
    TO,
    VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.text.tokens import Tokens


@frozen(eq=False)
class WordClasses:
    """The classes of a text's tokens, as lists parallel to them."""

    possible: list[int]
    """What each word can be."""
    tags: list[int]
    """What it is in its place. A finite verb has the bit ``FINITE``; infinitives, participles and gerunds do not."""


def tag_tokens(
    tokens: Tokens, title_case: Sequence[tuple[int, int]] = (), quotation_marks: Sequence[int] = ()
) -> WordClasses:
    """Settle the class of every token from left to right.

    Args:
        tokens: The tokens.
        title_case: Stretches of tokens, half-open, in which a capital says nothing: headlines in Title Case.
        quotation_marks: Tokens that are quotation marks and no apostrophes, whatever their shape.

    >>> from newsclaims.text.tokens import tokenize
    >>> tokens = tokenize("The report says officials plan to cut the plan.")
    >>> tags = tag_tokens(tokens).tags
    >>> [word for word, tag in zip(tokens.words, tags) if tag & FINITE]
    ['says', 'plan']
    """
    memory = CLASSES
    possible = list(map(memory.__getitem__, tokens.words))
    for first, last in title_case:
        for index in range(first, last):
            known = memory[tokens.lowers[index]]
            possible[index] = known if known & ~NOUN else possible[index]
    ends = {last - 1 for _, last in title_case}
    for index in quotation_marks:
        possible[index] = QUOTE
    tags = possible.copy()
    last = len(tags) - 1
    lowers = tokens.lowers
    for index, classes in enumerate(possible):
        if classes & _UNSETTLED:
            previous = tags[index - 1] if index else STOP
            if classes == NAME and not previous & _OPEN:
                continue
            if previous & STOP and not classes & NAME and index > 1 and possible[index - 2] & NAME:
                previous = tags[index - 2] if lowers[index - 1] == "." else previous  # "Acme Inc. said"
            if index > 1 and lowers[index - 1] in {"all", "both"} and tags[index - 2] & AUXILIARY:
                previous = tags[index - 2]  # "have all said"
            elif index > 1 and lowers[index - 1] == "since" and tags[index - 2] & HAVE:
                tags[index - 1], previous = ADVERB, HAVE  # "have since said"
            elif previous & (ADVERB | NEGATION) and index > 1 and not previous & TIME:
                before = tags[index - 2]
                previous = before if before & (AUXILIARY | SUBJECT | TO) or not previous & NOMINAL else previous
            following = possible[index + 1] if index < last and index not in ends else STOP
            settle = _settle if classes & _UNSETTLED & ~VERB else settle_verb
            tags[index] = settle(classes, previous, following, lowers, index)
    return WordClasses(possible, tags)


_NEVER_OWNING = frozenset({"that", "this", "there", "here", "what", "where", "how", "who", "it", "he", "she"})
_NEVER_POSSESSED = BE | DO | PREPOSITION | NEGATION
_ARTICLES = (["the"], ["a"], ["an"], ["no"], ["my"], ["his"], ["their"], ["our"])
_UNSETTLED = VERB | NAME | POSSESSIVE | HAVE | DO
# A name is settled by the end of a sentence before it, and what may stand between the two.
_OPEN = STOP | ADVERB | NEGATION


def _settle(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:
    """The class of one word between its neighbours."""
    if classes == NAME and previous & STOP and is_plural(lowers[index]):  # "Growers hope"
        return NAME | NOUN
    if classes & (HAVE | DO):  # "to have", "will do"
        return (classes & ~FINITE) | BASE if previous & (TO | MODAL) and lowers[index] in {"have", "do"} else classes
    if classes & POSSESSIVE:
        return BE | FINITE if _is_contracted(previous, following, lowers, index) else classes
    if classes & NAME and classes & ~NAME:
        if previous & (STOP | QUOTE | COLON) and not _abbreviates(previous, lowers, index):
            classes &= ~NAME if not classes & TITLE else ~0
        elif classes & MODAL:  # "Theresa May", "Will Estrada"
            return NAME
        elif not classes & VERB:
            return classes if classes & (DETERMINER | PREPOSITION | SUBJECT | COORDINATOR | TITLE | TIME) else NAME
        elif not classes & THIRD or classes & NOUN:
            return NAME
    if not classes & VERB:
        return classes
    return settle_verb(classes & ~NAME, previous, following, lowers, index)


def _abbreviates(previous: int, lowers: list[str], index: int) -> bool:
    """Whether the mark before a word ends the abbreviation of a title: "Sen. Rob Portman"."""
    return bool(previous & STOP and index > 1 and CLASSES[lowers[index - 2]] & TITLE)


def _is_contracted(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether an apostrophe with s is "is" or "has": "it's", "the lobby's on his side"."""
    if lowers[index] != "'s" or not index:
        return bool(previous & SUBJECT and not previous & DETERMINER)
    if lowers[index - 1] in _NEVER_OWNING or (previous & SUBJECT and not previous & DETERMINER):
        return True
    # What follows cannot be possessed.
    return bool(following & _NEVER_POSSESSED and not following & NOMINAL) or lowers[index + 1 : index + 2] in _ARTICLES
