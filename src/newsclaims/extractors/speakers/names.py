"""Names as they stand in the text: one scan for capitalised words, and what each run of them names.

A run may hold more than the name: "Judicial Watch President Tom Fitton" has an affiliation, a title and a name. What a
run is follows from its words alone (title, first name, initial, word for a body, place), so that it is worked out once
for each surface.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from newsclaims.extractors.speakers.pieces import LONGEST_ACRONYM, SUFFIXES, UPPER, Piece, bare, pieces_of
from newsclaims.extractors.speakers.titles import Before, before_name, is_role_acronym, last_title
from newsclaims.model import Gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.speakers.vocabulary import Vocabulary


NameKind = Literal["person", "organization", "place", "people", "unknown"]

# Inside a word: hyphens, apostrophes, slashes; signs like "®", and what accents become when UTF-8 is read as Latin-1.
INNER = r"(?:['’/-](?![sS]\b)\w+|[¡-¿]\w*){0,4}"
PARTICLE = "(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|ben|abu)"
PARTICLES = frozenset(PARTICLE[3:-1].split("|"))
NICKNAME = rf"[“\"‘'(]{UPPER}\w*[”\"’')](?=[ \xa0]{UPPER})"
CAPITALS = re.compile(rf"{UPPER}\w*{INNER}(?:[ \xa0]{UPPER}\w*{INNER}){{0,7}}")
"""Capitalised words in a row."""
_INITIAL = re.compile(rf"(?:{UPPER}\.)+\Z")
HEADLINE_WORDS = frozenset({"About", "After", "Against", "Are", "As", "At", "Before", "By", "From", "How", "If", "In",
                            "Into", "Is", "Off", "On", "Out", "Over", "To", "Up", "Was", "What", "When", "Why",
                            "With"})  # fmt: skip
"""Small words that have a capital only where all words have one."""
LONGEST_PERSON = 5
"""Words that a person's name has at most."""


@frozen(eq=False)
class Name:
    """What a run of capitalised words names; worked out once, read often."""

    start: int
    """Offset of the name in the run, behind titles and what else stands before it."""
    end: int
    """Offset behind the name in the run."""
    kind: NameKind
    words: tuple[str, ...]
    """The words of the name, without quotation marks and full stops of the last one."""
    certain: bool
    """Whether a title, first name, initial or word for a body shows the kind."""
    gender: Gender | None = None
    titles: tuple[str, ...] = ()
    """Roles that the titles name, in text order."""
    role: str | None = None
    """The role as written before the name: "vice president"."""
    affiliation: str | None = None
    """The body or place named before the title."""
    origins: tuple[str, ...] = ()
    """Nationality, party and place before the name."""
    key: str = ""
    """The surname as names are looked up by."""
    core: tuple[str, ...] = ()
    """The words without "Jr." and the like."""
    common: bool = False
    """Whether it is one word that is a common noun too: "Residents", "Baker"."""


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without "Jr." and the like.

    >>> core(["Brent", "Cole", "Jr."])
    ('Brent', 'Cole')
    """
    if (words[-1] if words[-1][-1:] != "." else words[-1].rstrip(".")) not in SUFFIXES:
        return tuple(words)
    return tuple(word for word in words if word.rstrip(".") not in SUFFIXES) or tuple(words)


def lookup_key(word: str) -> str:
    """A word as names are looked up by: "SMITH" of a transcript as "Smith"."""
    return word.capitalize() if word.isupper() and len(word) > 3 else word


def parse(run: str, vocabulary: Vocabulary) -> Name | None:
    """What a run of capitalised words names; None where nothing is left of it.

    >>> from newsclaims.extractors.speakers.vocabulary import vocabulary
    >>> name = parse("But Judicial Watch President Tom Fitton", vocabulary())
    >>> name.words, name.role, name.affiliation, name.gender
    (('Tom', 'Fitton'), 'president', 'Judicial Watch', 'male')
    >>> parse("The Oakdale Institute", vocabulary()).kind
    'organization'
    """
    name = _parse(run, vocabulary)
    if name is None:
        return None
    if vocabulary.aliases:
        name = _canonical(name, vocabulary)
    kept = core(name.words)
    common = len(kept) == 1 and _is_common(kept[0], vocabulary)
    return evolve(name, key=lookup_key(kept[-1]), core=kept, common=common)


def _canonical(name: Name, vocabulary: Vocabulary) -> Name:
    """The name that the user wants for a name."""
    canonical = vocabulary.aliases.get(" ".join(name.words))
    if canonical is None:
        return name
    full = _parse(canonical, vocabulary)
    kind: NameKind = "organization" if full is not None and full.kind == "organization" else "person"
    gender = name.gender or (full.gender if full is not None else None)
    return evolve(name, words=tuple(canonical.split()), kind=kind, certain=True, gender=gender)


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    lower = word.lower()
    nouns = (vocabulary.groups, vocabulary.documents, vocabulary.silent)
    return any(lower in words for words in nouns) or vocabulary.role(lower) is not None


def _parse(run: str, vocabulary: Vocabulary) -> Name | None:
    pieces = _before_headline_words(_strip_edges(pieces_of(run), vocabulary), vocabulary)
    if not pieces:
        return None
    if len(pieces) > 2 and _letters(pieces[-1], vocabulary) is not None:
        name = _lettered(run, pieces, vocabulary)
        if name is not None:
            return name
    if len(pieces) > 1 and is_role_acronym(pieces[-1].word, vocabulary) and not run.isupper():
        return _before_role(run, pieces[:-1], vocabulary)
    return _of_pieces(run, pieces, vocabulary)


def _before_role(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Name | None:
    """The name before the acronym of a role, which is no person's: "the Fernhill CEO"."""
    name = _of_pieces(run[: pieces[-1].end], pieces, vocabulary)
    if name is not None and name.kind == "unknown" and len(pieces) > 1:
        return evolve(name, kind="organization", certain=True)
    return name


def _letters(piece: Piece, vocabulary: Vocabulary) -> str | None:
    """The role that letters behind a name show, empty for a degree or honour; None for any other word."""
    return vocabulary.letters.get(piece.word.replace(".", "").rstrip(","))


def _lettered(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Name | None:
    """A person's name with letters behind it, which are no part of it: "Helen Moss KC"; None for any other name."""
    last, role = len(pieces), None
    while last > 1 and (shown := _letters(pieces[last - 1], vocabulary)) is not None:
        last, role = last - 1, shown or role
    name = _of_pieces(run[: pieces[last - 1].end], pieces[:last], vocabulary) if last > 1 else None
    if name is None or name.kind not in ("person", "unknown"):
        return None
    if name.kind == "unknown" and role:  # "the Elm Valley MP": a seat
        return evolve(name, kind="place")
    titles = (*name.titles, role.lower()) if role else name.titles
    role = None if role in vocabulary.weak_roles else role
    return evolve(name, end=pieces[-1].end, kind="person", certain=True, role=name.role or role, titles=titles)


def _of_pieces(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Name | None:
    known = _known(run, pieces, vocabulary)
    if known is not None:
        return known
    words = [piece.word for piece in pieces]
    title = last_title(words, vocabulary)
    if title is not None:
        return _person(pieces[title + 1 :], vocabulary, before_name(run, pieces, title, vocabulary))
    return _untitled(run, pieces, vocabulary)


def _strip_edges(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    first, last = 0, len(pieces)
    while first < last and pieces[first].word in vocabulary.edges:
        first += 1
    while last > first and pieces[last - 1].word in vocabulary.trailing:
        last -= 1
    return pieces[first:last]


def _before_headline_words(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The first name of a run that goes on as a headline does: "Mara Quint Backs Off On Ray Alder" is Mara Quint.

    Only small words in capitals show it, since a headline has a capital on every word.
    """
    for index in range(2, len(pieces)):
        if pieces[index].word in HEADLINE_WORDS:
            # Behind a first name and a surname stands the verb.
            return pieces[:2] if pieces[0].word in vocabulary.first_names else pieces[:index]
    return pieces


def _known(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Name | None:
    """A name that a list holds as it stands."""
    start, end = pieces[0].start, pieces[-1].end
    surface = run[start:end]
    words = tuple(piece.word for piece in pieces)
    if surface in vocabulary.places:
        return Name(start, end, "place", words, certain=True)
    named_with_article = run.startswith("The ", start - 4) and f"The {surface}" in vocabulary.organizations
    if surface in vocabulary.organizations or named_with_article:
        return Name(start, end, "organization", words, certain=True)
    if surface in vocabulary.demonyms:
        return Name(start, end, "people", words, certain=True)
    return None


def _person(
    pieces: list[Piece],
    vocabulary: Vocabulary,
    before: Before,
) -> Name | None:
    """A person's name out of the pieces, cut where what follows is no part of it."""
    length = 0
    for piece in pieces[: LONGEST_PERSON + 1]:
        if length and (piece.word in vocabulary.trailing or piece.word in vocabulary.demonyms):
            if _is_named_so([piece.word for piece in pieces], vocabulary):
                length += 1
            break
        length += 1
    while length and pieces[length - 1].word in PARTICLES:
        length -= 1
    if not length:
        return None
    kept = pieces[:length]
    end = kept[-1].end
    words = [piece.word.strip("“”\"‘’'(),") for piece in kept]
    if words[-1].endswith(".") and words[-1][:-1] not in SUFFIXES and not _INITIAL.match(words[-1]):
        words[-1] = words[-1][:-1]
    shown = before._replace(gender=before.gender or _gender_of(words, vocabulary))
    return Name(kept[0].start, end, "person", tuple(words), True, *shown)


def _is_named_so(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a first name and a noun of nationality are a name: "Kate English", but not "Kate Republican"."""
    return (
        len(words) == 2
        and words[0] in vocabulary.first_names
        and words[1] in vocabulary.demonyms
        and not words[1].endswith("s")
        and words[1].lower() not in vocabulary.roles
    )


def _gender_of(words: list[str], vocabulary: Vocabulary) -> Gender | None:
    """Gender of the first name that is known among all but the last word; of an only word none."""
    for word in words[:-1]:
        if word in vocabulary.first_names:
            return vocabulary.first_names[word]
        if "-" in word:
            return vocabulary.first_names.get(word.partition("-")[0])
    return None


def _untitled(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Name | None:
    words = [piece.word for piece in pieces]
    start, end = pieces[0].start, pieces[-1].end
    if words[-1] in vocabulary.demonyms and not _is_named_so(words, vocabulary):  # "South Carolina Republican"
        return Name(start, end, "people", tuple(words), certain=True)
    if len(words) > 1 and words[0].lower() in vocabulary.firm_kinds and not words[1].endswith("s"):
        return Name(pieces[1].start, end, "organization", tuple(words[1:]), certain=True)
    first = _first_name(words, vocabulary)
    if first is not None and "/" in run[pieces[first].end :]:  # "Elm Journal/Valley News": two bodies
        first = None
    party = first is not None and first > 0 and words[first - 1] in vocabulary.demonyms
    if not party and _holds_body(words, first, vocabulary):
        return Name(start, end, "organization", tuple(words), certain=True)
    if first is not None:
        before = _placed(run, pieces[:first], vocabulary)
        if before is not None:
            return _person(pieces[first:], vocabulary, before)
    rest = _behind_parties(pieces, vocabulary)
    if rest is not pieces:
        start, words = rest[0].start, [piece.word for piece in rest]
    if len(words) > 1 and not run.isupper() and any(_is_acronym(word, vocabulary) for word in words):
        return Name(start, end, "organization", tuple(words), certain=False)
    if len(words) > 1 and any(_INITIAL.match(word) for word in words[:-1]):
        return _person(pieces, vocabulary, Before())
    if len(words) == 1:
        return _single(words[0], start, end, vocabulary)
    return Name(start, end, "unknown", tuple(words), certain=False)


_OPENINGS = ("ing", "ly", "ed")
"""Endings of words that open a sentence and are seldom names."""
_SEAT = re.compile(r"[RDI]-[A-Z]")


def _single(word: str, start: int, end: int, vocabulary: Vocabulary) -> Name | None:
    """A word alone: an acronym, or nobody knows; the seat of a lawmaker ("D-Ohio") and a role ("CEO") are no names."""
    if _SEAT.match(word) or (word.isupper() and word.lower() in vocabulary.roles) or word in vocabulary.things:
        return None
    if word.isupper() and "/" in word:
        return Name(start, end, "organization", (word,), certain=False)
    if word.isupper() and 2 <= len(word.replace(".", "").replace("-", "")) <= LONGEST_ACRONYM:
        return Name(start, end, "organization", (word,), certain=False)
    return Name(start, end, "unknown", (word if _INITIAL.match(word) else bare(word),), certain=False)


def _placed(run: str, pieces: list[Piece], vocabulary: Vocabulary) -> Before | None:
    """Nationality, party or place before a name; None where something else stands there."""
    origins = tuple(piece.word for piece in pieces if piece.word in vocabulary.demonyms)
    if len(origins) == len(pieces):
        return Before(origins=origins)
    place = run[pieces[0].start : pieces[-1].end]
    if place in vocabulary.places:
        return Before(affiliation=place)
    if "-" in pieces[-1].word and pieces[-1].word.rpartition("-")[2].islower():  # "Oscar-winner", "Ohio-born"
        return Before()
    if len(pieces) == 1 and len(place) > LONGEST_ACRONYM and place.endswith(_OPENINGS):  # "Watching Ann Orr", "Sadly"
        return Before()
    if pieces[-1].word in vocabulary.demonyms:  # "House Intelligence Republican Mike Orr"
        return Before(affiliation=run[pieces[0].start : pieces[-2].end], origins=origins)
    return None


def _is_acronym(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is the acronym of a body, not of a role ("CEO")."""
    capitals = word.isupper() and len(word) > 2 and "." not in word and word not in SUFFIXES
    return capitals and word.lower() not in vocabulary.roles


def _is_party(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word says what its bearer is ("Republican"), not where a body is from ("Western Steel")."""
    return word in vocabulary.demonyms and word.lower() in vocabulary.roles


def _behind_parties(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces behind a party: "Republican Orr" is Orr."""
    index = 0
    while index < len(pieces) - 1 and _is_party(pieces[index].word, vocabulary):
        index += 1
    return pieces[index:] if index else pieces


def _holds_body(words: list[str], first: int | None, vocabulary: Vocabulary) -> bool:
    """Whether a word for a body makes it a body's name; behind a first name "Church" and the like are surnames."""
    if len(words) > 1 and words[-1].lower() in vocabulary.documents and first != len(words) - 2:
        return True
    for index, word in enumerate(words):
        surname_too = vocabulary.bodies.get(word.lower())
        if surname_too is None:
            continue
        if not surname_too or first is None or first != len(words) - 2 or index != len(words) - 1:
            return True
    return False


def _first_name(words: list[str], vocabulary: Vocabulary) -> int | None:
    """Index of the first word that is a first name and has a surname behind it."""
    for index in range(len(words) - 1):
        word = words[index]
        if word in vocabulary.first_names or ("-" in word and word.partition("-")[0] in vocabulary.first_names):
            return index
    return None
