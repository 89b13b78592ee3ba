"""Titles in a run of capitals: what stands before a person's name and says what the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.speakers.pieces import LONGEST_ACRONYM, SUFFIXES, Piece, bare
from newsclaims.extractors.speakers.role_words import first_of_role, first_without_peoples

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.vocabulary import Vocabulary
    from newsclaims.model import Gender


class Before(NamedTuple):
    """What stands before a name in its run."""

    gender: Gender | None = None
    titles: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    origins: tuple[str, ...] = ()


_THEN = "Then-"
"""Before the title of somebody who has it no more: "Then-Mayor Ann Orr"."""


def _form(word: str) -> str:
    """A title as lists hold it."""
    return word.replace(".", "").removeprefix(_THEN)


def _is_title(word: str, vocabulary: Vocabulary) -> bool:
    form = bare(word).removeprefix(_THEN)
    if " " in word:
        return True
    if form in vocabulary.titles:
        return form not in vocabulary.first_names or word != form
    return vocabulary.is_role(form.lower().removeprefix("co-")) and form not in vocabulary.first_names


def _is_no_first_name(words: list[str], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that may be a role or a first name is the role: the next is a first name of the other gender.

    "Dean Ann Orr" is a dean, "Earl Ray Orr" may be called so.
    """
    word = words[index]
    if word not in vocabulary.first_names or (word not in vocabulary.titles and word.lower() not in vocabulary.roles):
        return False
    one, other = vocabulary.first_names[word], vocabulary.first_names.get(words[index + 1])
    return one is not None and other is not None and one != other


def last_title(words: list[str], vocabulary: Vocabulary) -> int | None:
    """Index of the last title that has a name behind it."""
    last = len(words) - 1
    while last > 0 and bare(words[last]) in SUFFIXES:
        last -= 1
    for index in range(last - 1, -1, -1):
        if _is_title(words[index], vocabulary) or (index + 1 < last and _is_no_first_name(words, index, vocabulary)):
            behind = words[index + 1 :]
            if any(_shows_body(word, vocabulary) for word in behind) or behind[-1].lower() in vocabulary.documents:
                return None
            if all(word in vocabulary.demonyms or word in vocabulary.places for word in behind):
                return None
            # "Stephen King Junior", "Martin Luther King": behind a first name it is a surname
            if index == 1 and words[0] in vocabulary.first_names and bare(words[index]) not in vocabulary.titles:
                return None
            # "Republican Ted Cruz", but "Conservative Solutions"
            if words[index] in vocabulary.demonyms and not any(word in vocabulary.first_names for word in behind):
                return None
            return index
    return None


def _shows_body(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word can only be part of the name of a body."""
    return vocabulary.bodies.get(word.lower()) is False


def before_name(run: str, pieces: list[Piece], title: int, vocabulary: Vocabulary) -> Before:
    """What the words of a run up to the last title, given by its index, say of the bearer of the name behind."""
    first_title = title
    while first_title and _is_title(pieces[first_title - 1].word, vocabulary):
        first_title -= 1
    gender: Gender | None = None
    roles = []
    for piece in pieces[first_title : title + 1]:
        form = _form(piece.word)
        named, shown = vocabulary.titles.get(form, (form.lower(), None))
        known = vocabulary.role(form.lower())
        gender = shown or (known.gender if known else None) or gender
        if named:
            roles.append(named)
            noun = named.partition(" of ")[0].rpartition(" ")[2].partition("-of-")[0]
            if noun != named:  # "leader of the opposition", "detective constable", "mother-of-two"
                roles.append(noun)
    role = _role_text(pieces[first_title : title + 1], vocabulary)
    origins = tuple(piece.word for piece in pieces[:first_title] if piece.word in vocabulary.demonyms)
    before = pieces[:first_title]
    if roles:
        first = first_of_role([piece.word for piece in before], roles[0], vocabulary)
        role = " ".join([*(_as_role(piece.word) for piece in before[first:]), role]) if role else None
        before = before[:first]
    before = before[first_without_peoples([piece.word for piece in before], vocabulary) :]
    affiliation = run[before[0].start : before[-1].end] if before else None
    return Before(gender, tuple(roles), role, affiliation, origins)


def _as_role(word: str) -> str:
    """A word of a role as it is written elsewhere: small, but for an acronym ("CEO")."""
    return word if word.isupper() and len(word) <= LONGEST_ACRONYM else word.lower()


def _role_text(titles: list[Piece], vocabulary: Vocabulary) -> str | None:
    """The role as titles name it; None where they name none, or none that another role would not say better.

    An abbreviation behind what is written out names a role of its own: "Speaker of the House Rep.".
    """
    words: list[str] = []
    for piece in titles:
        form = _form(piece.word)
        named = vocabulary.titles[form][0] if form in vocabulary.titles else form.lower()
        if not named or named in vocabulary.weak_roles or piece.word in vocabulary.demonyms:
            continue  # "Republican Sen. Ann Orr"
        if words and "royal" in vocabulary.families(named):  # "Energy Minister Prince Faisal"
            break
        if "." in piece.word and words and "." not in titles[0].word and words[-1] not in vocabulary.role_modifiers:
            break
        words.append(vocabulary.letters.get(form) or (form if is_role_acronym(form, vocabulary) else named))
    return " ".join(words) or None


def is_role_acronym(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is the acronym of a role: "CEO"."""
    return word.isupper() and word.lower() in vocabulary.roles
