"""Where a role begins: which words before a title or role noun belong to it, and which name a body or place.

"Agriculture Minister", "special agent" and "press secretary" are roles whole; in "Harbor Trust president" and "Harbor
Music chief" a body stands before the role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.speakers.vocabulary import Vocabulary

# Whoever has such an office has a field of work, never a firm.
_OFFICES_WITH_FIELD = frozenset({"minister", "secretary", "shadow", "undersecretary"})
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# Endings of adjectives: "Maritime historian", "Environmental lawyer".
_ADJECTIVES = ("al", "ive", "ing", "ed", "ic", "ous", "ary", "ime", "less", "ish")
SHORTEST_ADJECTIVE = 6
"""Letters of a word that is taken for an adjective by its ending."""


def first_of_role(words: Sequence[str], role: str, vocabulary: Vocabulary) -> int:
    """Index of the first of some capitalised words before a role that belongs to it; their number where none does.

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> first_of_role(["Norland", "Agriculture"], "minister", vocabulary())
    1
    >>> first_of_role(["Elm", "Music"], "chief", vocabulary()), first_of_role(["FBI", "Special"], "agent", vocabulary())
    (2, 1)
    """
    first = len(words)
    while first:
        word, before = words[first - 1].lower(), words[: first - 1]
        if first == 1 and is_common(words[0], vocabulary):  # "Board Chair"
            return 0
        if _is_name(words[:first], vocabulary):
            break
        if word not in vocabulary.role_modifiers:
            has_field = word in vocabulary.fields and (
                role in _OFFICES_WITH_FIELD
                or (words[first - 1] not in vocabulary.demonyms and _ends_name(before, vocabulary))  # "Labour MP"
            )
            if not has_field:
                break
        first -= 1
    return first


# Parties and wings, which say what somebody is and open no name of a body.
_PARTIES = frozenset({"conservative", "democrat", "democratic", "labour", "liberal", "republican", "socialist", "tory"})


def first_without_peoples(words: Sequence[str], vocabulary: Vocabulary) -> int:
    """Index of the first of some words before a role behind nationalities and parties that open no body's name.

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> first_without_peoples(["Kenyan"], vocabulary()), first_without_peoples(["European", "Union"], vocabulary())
    (1, 0)
    """
    first = 0
    body = bool(words) and words[-1].lower() in vocabulary.bodies
    while first < len(words) and words[first] in vocabulary.demonyms:
        if body and first < len(words) - 1 and words[first].lower() not in _PARTIES:
            break
        first += 1
    return first


def _is_name(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words end with a name that a list holds: "Kansas City"."""
    return any(
        " ".join(words[first:]) in names
        for names in (vocabulary.places, vocabulary.organizations)
        for first in range(max(0, len(words) - 3), len(words))
    )


def _ends_name(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a name is whole where some words end, so that what follows is no part of it; true of none."""
    if not words:
        return True
    last = words[-1]
    return (
        last.isupper()
        or last in vocabulary.regions
        or last.lower() in vocabulary.fields
        or last.lower() in vocabulary.role_modifiers
        or last.lower() in vocabulary.bodies
        or last.endswith(_POSSESSIVES)
        or _is_name(words, vocabulary)
    )


def is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a capital that opens a sentence is all that makes a word before a role look like a name.

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> [is_common(word, vocabulary()) for word in ("Institute", "Security", "Maritime", "Senate", "Norvane")]
    [True, True, True, False, False]
    """
    lower = word.lower()
    if word in vocabulary.regions or word in vocabulary.organizations or word in vocabulary.first_names:
        return False
    return (
        lower in vocabulary.role_modifiers
        or lower in vocabulary.fields
        or (lower in vocabulary.nouns and not lower.endswith("s") and lower not in _BODIES_WITHOUT_ARTICLE)
        or (len(word) >= SHORTEST_ADJECTIVE and word.endswith(_ADJECTIVES))
    )


# Common nouns that name a body where there is one of the kind: "Senate leader Ann Orr".
_BODIES_WITHOUT_ARTICLE = frozenset(
    {"congress", "house", "kremlin", "parliament", "pentagon", "senate", "treasury", "vatican"}
)
