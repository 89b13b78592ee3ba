"""The cue lexicon: which words mark that somebody says or thinks something, and what may follow them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from newsclaims import lexicons
from newsclaims.text.morphology import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

CuePart = Literal["verb", "noun", "adjective", "phrase"]
# Complements that are no preposition of the cue.
PLAIN_COMPLEMENTS = frozenset(
    {
        "clause",
        "that",
        "wh",
        "infinitive",
        "infinitive-passive",
        "gerund",
        "quote",
        "adjective",
        "predication",
        "object",
        "someone",
        "to-someone",
        "in-front",
        "subject-passive",
    }
)


@frozen
class CueEntry:
    """One cue of the lexicon."""

    lemma: str
    """Dictionary form."""
    class_: str
    """Class: say, claim, deny, …"""
    complements: frozenset[str]
    """What may follow: ``clause``, ``wh``, ``infinitive``, ``object``, …, and the prepositions that belong to it."""
    thought: bool
    """Whether it marks a belief or intention and not speech."""
    part: CuePart = "verb"
    """Part of speech."""
    prepositions: tuple[tuple[str, ...], ...] = field(init=False)
    """The prepositions among the complements, as words, longest first."""

    @prepositions.default
    def _split_prepositions(self) -> tuple[tuple[str, ...], ...]:
        words = [tuple(c.split("-")) for c in self.complements - PLAIN_COMPLEMENTS if not c.startswith("object-")]
        return tuple(sorted(words, key=len, reverse=True))

    objects: frozenset[str] = field(init=False)
    """What joins the object to the rest of the content: "as" in "describe it as a success"."""

    @objects.default
    def _split_objects(self) -> frozenset[str]:
        return frozenset(c.removeprefix("object-") for c in self.complements if c.startswith("object-"))


@frozen(eq=False)
class CueLexicon:
    """All cues, by the first word of each of their forms."""

    verbs: dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]
    """First word of a form to the words behind it and the entry, longest first."""
    nouns: dict[str, CueEntry]
    """Singular and plural forms of nominal cues."""
    adjectives: dict[str, CueEntry]
    """Adjectives of attitude."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]
    """First word of a prepositional cue to the words behind it and the entry, longest first."""
    anchors: frozenset[str] = field(init=False)
    """All first words."""

    @anchors.default
    def _all_first_words(self) -> frozenset[str]:
        return frozenset(self.verbs.keys() | self.nouns.keys() | self.adjectives.keys() | self.phrases.keys())


@cache
def _classes() -> dict[str, bool]:
    return {name: row[0] == "thought" for name, row in lexicons.table("cue_classes").items()}


def _entry(lemma: str, row: tuple[str, ...], part: CuePart) -> CueEntry:
    class_ = row[0]
    complements = frozenset(row[1].split()) if len(row) > 1 else frozenset()
    return CueEntry(lemma, class_, complements, _classes().get(class_, False), part)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def cue_lexicon(extra: tuple[str, ...] = ()) -> CueLexicon:
    """The cues of the library and those a user adds.

    Args:
        extra: Lines in the form of ``cues.txt``: ``"guesstimate | predict | clause quote"``.

    >>> lexicon = cue_lexicon(("guesstimate | predict | clause quote",))
    >>> [entry.lemma for tail, entry in lexicon.verbs["guesstimated"]]
    ['guesstimate']
    >>> [(" ".join(tail), entry.lemma) for tail, entry in lexicon.verbs["pointed"]]
    [('out', 'point out'), ('to', 'point to')]
    """
    rows = dict(lexicons.table("cues"))
    for line in extra:
        added, *columns = (column.strip() for column in line.split("|"))
        rows[added] = tuple(columns)
    verbs: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for lemma, row in rows.items():
        entry = _entry(lemma, row, "verb")
        forms = verb_forms(lemma)
        for form in {*forms, *forms.variants()}:
            words = tuple(form.split())
            verbs.setdefault(words[0], []).append((words[1:], entry))
    nouns: dict[str, CueEntry] = {}
    for lemma, row in lexicons.table("cue_nouns").items():
        entry = _entry(lemma, row, "noun")
        nouns[lemma] = nouns[_plural(lemma)] = entry
    phrases: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for lemma, row in lexicons.table("cue_phrases").items():
        words = tuple(lemma.split())
        phrases.setdefault(words[0], []).append((words[1:], _entry(lemma, row, "phrase")))
    adjectives = {word: _entry(word, row, "adjective") for word, row in lexicons.table("cue_adjectives").items()}
    return CueLexicon(_longest_first(verbs), nouns, adjectives, _longest_first(phrases))


def _longest_first(
    table: dict[str, list[tuple[tuple[str, ...], CueEntry]]],
) -> dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]:
    def length(item: tuple[tuple[str, ...], CueEntry]) -> int:
        return -len(item[0])

    def ordered(items: Iterable[tuple[tuple[str, ...], CueEntry]]) -> tuple[tuple[tuple[str, ...], CueEntry], ...]:
        return tuple(sorted(items, key=length))

    return {head: ordered(items) for head, items in table.items()}
