"""The noun phrase that a number counts: "small businesses" in "7 million small businesses"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsclaims import lexicons
from newsclaims.extractors.quantities.number import vocabulary
from newsclaims.model import Counted
from newsclaims.text.morphology import singular
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    GERUND,
    NAME,
    NEGATION,
    NOUN,
    OBJECT,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    TO,
    VERB,
    WH,
    possible_classes,
)

LONGEST = 7
"""Words of the longest noun phrase that is looked at."""
WORD = re.compile(r"([ \u00a0-]?)((?:[A-Z]\.){2,4}|[^\W\d_]+(?:['’][^\W\d_]+)?(?:[-‑][^\W_]+(?:['’][^\W\d_]+)?){0,5})")
CLOSED = PREPOSITION | DETERMINER | SUBJECT | OBJECT | COORDINATOR | SUBORDINATOR | WH | AUXILIARY | TO | NEGATION
ALSO_CLOSED = frozenset({"as", "in", "like", "on", "over", "past", "than", "that", "to"})
OPENERS = frozenset({"additional", "fewer", "extra", "more", "new", "other", "own", "same", "such"})
WORDS_KEPT = 50_000


class Word(NamedTuple):
    """A word behind a number."""

    start: int
    end: int
    text: str
    classes: int
    plural: bool


@lru_cache(maxsize=WORDS_KEPT)
def _classes(word: str) -> int:
    return possible_classes(word)


@lru_cache(maxsize=WORDS_KEPT)
def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun.

    >>> [is_plural(word) for word in ("businesses", "people", "business", "women", "has", "worker")]
    [True, True, False, True, False, False]
    """
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return True  # "RBIs"
    lower = word.lower()
    if lexicons.table("irregular_nouns").get(lower) is not None or lower in lexicons.words("collective_nouns"):
        return True
    if not lower.endswith("s") or lower.endswith(("ss", "us", "is", "'s", "’s")) or len(lower) < 3:
        return False
    return not _classes(lower) & CLOSED and lower not in lexicons.words("counted_stops")


def phrase(text: str, position: int) -> list[Word]:
    """The words behind a number that may belong to its noun phrase.

    >>> [word.text for word in phrase("7 million small businesses of the city", 9)]
    ['small', 'businesses']
    """
    words: list[Word] = []
    if not (text[position : position + 1].isalpha() or text[position + 1 : position + 2].isalpha()):
        return words
    adverb = False
    while len(words) < LONGEST:
        match = WORD.match(text, position)
        if match is None or (match[1] in ("", "-") and words):
            break
        surface = match[2]
        traits = _traits(surface)
        if (traits.closes if words else traits.opens_nothing) or (traits.joins and any(word.plural for word in words)):
            break
        if adverb and not traits.classes & (ADJECTIVE | PARTICIPLE):
            words.pop()
            break
        if traits.acts and words and words[-1].text.lower() == "and":
            break  # "cut power to the island and flattening homes"
        position = match.end()
        words.append(Word(position - len(surface), position, surface, traits.classes, traits.plural))
        adverb = traits.adverb
    while words and words[-1].text.lower() == "and":
        words.pop()
    return words


class Traits(NamedTuple):
    """What a word is to a noun phrase, wherever it stands; asked once of each word."""

    classes: int
    plural: bool
    opens_nothing: bool
    """Whether no phrase begins with it."""
    closes: bool
    """Whether a phrase ends before it."""
    joins: bool
    """Whether it is "and", which a plural before it makes the end of the phrase."""
    adverb: bool
    acts: bool
    """Whether it is a gerund and nothing else."""


@lru_cache(maxsize=WORDS_KEPT)
def _traits(surface: str) -> Traits:
    possessive = surface.endswith(("'s", "’s"))
    classes = _classes(surface[:-2] if possessive else surface)
    if "-" in surface or surface in vocabulary("frequencies"):
        classes |= ADJECTIVE
    return Traits(
        classes,
        not possessive and is_plural(surface),
        _closes(surface, classes, first=True),
        _closes(surface, classes, first=False),
        surface.lower() == "and",
        surface.endswith("ly") and bool(classes & ADVERB) and not classes & ADJECTIVE,
        bool(classes & GERUND) and surface.islower() and surface not in lexicons.words("noun_gerunds"),
    )


def _closes(surface: str, classes: int, *, first: bool) -> bool:  # noqa: PLR0911 - one sort of word, one answer
    """Whether a word ends the noun phrase, or as the first word begins none."""
    lower = surface.lower()
    if lower == "and":
        return first
    if (
        lower in OPENERS
        or lower in vocabulary("frequencies")
        or (first and (lower == "most" or lower in lexicons.words("nominal_adjectives")))
    ):
        return False
    if surface.islower() and lower in lexicons.words("counted_stops"):
        return True
    if lower == "past" and first:
        return False
    if classes & CLOSED and (lower in ALSO_CLOSED or not classes & (NOUN | ADJECTIVE)):
        return True
    if classes & TIME and not classes & ~(TIME | NAME | NOUN) and not first:
        return True
    if classes & (NOUN | ADJECTIVE | NAME | PARTICIPLE | GERUND) or is_plural(surface):
        return False  # a participle ("400 charging stations") is settled by whether a noun follows
    return not (classes & ADVERB and not classes & VERB and lower.endswith("ly"))


def read(text: str, words: list[Word], *, single: bool, before: str = "") -> Counted | None:
    """The noun phrase that begins behind a number.

    Args:
        text: The text.
        words: The `phrase` behind the number with its scale.
        single: Whether the number is one: the head is then in the singular.
        before: The word before the number; some belong to the thing counted ("the top three seeds").

    >>> text = "7 million small businesses thrive"
    >>> found = read(text, phrase(text, 9), single=False)
    >>> found.text, found.lemma
    ('small businesses', 'small business')
    """
    head = _head(words, single=single)
    if head is None:
        return None
    found = _counted(text, words[: head + 1])
    if before in vocabulary("belonging_before"):
        return Counted(start=found.start, end=found.end, text=found.text, lemma=f"{before} {found.lemma}")
    return found


def counts(words: list[Word], *, single: bool) -> bool:
    """Whether a noun that a number counts is in the `phrase` behind it: a plural, or a singular behind one."""
    head = _head(words, single=single)
    return head is not None and (single or words[head].plural)


HYPHENED = re.compile(r"-([A-Za-z][a-z]+)")


def read_hyphened(text: str, position: int) -> Counted | None:
    """The noun that a hyphen joins to a number.

    >>> read_hyphened("a three-member panel", 7).text
    'member'
    """
    match = HYPHENED.match(text, position)
    if match is None or match[1].lower() in lexicons.words("hyphen_stops"):
        return None
    classes = _classes(match[1].lower())
    if classes & CLOSED or not classes & (NOUN | TITLE):
        return None
    return Counted(start=match.start(1), end=match.end(1), text=match[1], lemma=singular(match[1]))


OF = re.compile(
    r" (of )?((?:all |some )?(?:the |its |his |her |their |our |my |your |these |those |this |that )?)"
    r"(?:(?:about|some|more than|nearly) )?"
)


def read_of(text: str, position: int, *, definite: bool, half: bool = False) -> Counted | None:
    """The noun phrase behind "of": "protesters" in "tens of thousands of protesters".

    Args:
        text: The text.
        position: Where the number ends.
        definite: Whether a determiner must stand after "of" ("two of the passengers").
        half: Whether "of" may be left out before a determiner ("half the homes").

    >>> read_of("A third of all British voters agree", 7, definite=False).text
    'British voters'
    """
    of = OF.match(text, position) if half or text.startswith(" of ", position) else None
    if of is None or not (of[1] or (half and of[2])):
        return None
    words = phrase(text, of.end())
    if not words or (definite and not of[2] and not words[0].text.endswith(("'s", "’s"))):
        return None
    head = _plural_head(words)
    if head is None:
        head = _single_head(words)
    if head is None or words[head].text.endswith(("'s", "’s")):
        return None
    return _counted(text, words[: head + 1])


def _head(words: list[Word], *, single: bool) -> int | None:
    """Index of the head noun: the first plural, or for one thing the last noun of the phrase."""
    if not words:
        return None
    if single:
        return _single_head(words)
    plural = _plural_head(words)
    if plural is not None:
        return plural
    if len(words) == 1 and words[0].text.lower() in lexicons.words("nominal_adjectives"):
        return 0  # "3 dead and 17 injured"
    # No plural: a singular noun before another noun, "12 page document", "3 cylinder engine".
    if len(words) > 1 and words[0].classes & NOUN and words[1].classes & NOUN and words[0].text.islower():
        return None if words[0].classes & (ADJECTIVE | PAST | ADVERB) else 0
    return None


def _plural_head(words: list[Word]) -> int | None:
    """Index of the plural that is the head, names in the plural before other nouns left out."""
    for index, word in enumerate(words):
        if word.plural and not (word.text[0].isupper() and _goes_on(words[index + 1 :])):
            following = words[index + 1] if index + 1 < len(words) else None
            return index + 1 if following is not None and _modifies(word, following) else index
    return None


def _goes_on(words: list[Word]) -> bool:
    """Whether a name in the plural belongs to the nouns behind it: "two Forbes staff members"."""
    return len(words) > 1 and words[0].classes & NOUN != 0 and words[0].text.islower() and words[1].plural


def _modifies(word: Word, following: Word) -> bool:
    """Whether a plural stands before the noun that it belongs to: "three sports cars", "two F-Series pickups"."""
    if not following.plural or following.classes & VERB:
        return word.text.lower() in lexicons.words("plural_modifiers") and following.plural
    return word.text.lower() in lexicons.words("plural_modifiers") or word.text[0].isupper()


def _single_head(words: list[Word]) -> int | None:
    head = None
    for index, word in enumerate(words):
        if word.classes & (PAST | PARTICIPLE | GERUND) and not word.classes & (NOUN | ADJECTIVE):
            following = words[index + 1] if index + 1 < len(words) else None
            if index or following is None or not following.classes & NOUN or following.plural:
                break
            continue
        if word.plural and not _is_also_singular(word):
            break
        if word.text[0].isupper() and head is not None and words[head].text[0].islower():
            break
        if word.classes & (NOUN | NAME):
            head = index
        elif not word.classes & ADJECTIVE:
            break
        elif head is not None and words[head].text[0].isupper():
            head = index  # "one Democratic official"
    return head


def _is_also_singular(word: Word) -> bool:
    lower = word.text.lower()
    return lower in lexicons.words("plural_modifiers") or lower in lexicons.words("collective_nouns")


# Lemma

LEFT_OUT = frozenset({"&", "fewer", "additional", "and", "extra", "more", "most"})


def _counted(text: str, words: list[Word]) -> Counted:
    """The phrase with its lemma: each word in its dictionary form, without what is no part of the thing's name."""
    kept = [_base(word) for word in words[:-1] if word.text.lower() not in LEFT_OUT and not _is_circumstance(word)]
    first = words[1] if words[0].text.lower() == "more" and len(words) > 1 else words[0]
    lemma = " ".join([*kept, _singular(words[-1].text)])
    return Counted(start=first.start, end=words[-1].end, text=text[first.start : words[-1].end], lemma=lemma)


def _is_circumstance(word: Word) -> bool:
    """Whether a word before the noun is a circumstance: "300 recorded songs", "20 decently sized plants"."""
    lower = word.text.lower()
    if lower.endswith("ly"):
        return bool(word.classes & ADVERB) and not word.classes & ADJECTIVE
    if "-" in lower or not word.text.islower() or lower in lexicons.words("noun_gerunds"):
        return False
    return bool(word.classes & (PARTICIPLE | GERUND)) and not word.classes & (ADJECTIVE | NOUN)


def _base(word: Word) -> str:
    """A word before the head in its dictionary form: "small" for "smaller", "johnson" for "Johnson's"."""
    lower = word.text.lower().removesuffix("'s").removesuffix("’s")
    return lexicons.table("compared_adjectives").get(lower, (lower,))[0]


def _singular(noun: str) -> str:
    """The singular; of a compound with hyphens the last part."""
    if noun[-1:] == "s" and noun[:-1].isupper():
        return noun[:-1].lower()
    first, hyphen, last = noun.lower().rpartition("-")
    return first + hyphen + singular(last)
