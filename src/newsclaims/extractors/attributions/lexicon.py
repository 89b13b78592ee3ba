"""The cue lexicon: which words mark that somebody says or thinks something, and what may follow them."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from newsclaims import lexicons
from newsclaims.text.morphology import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

CuePart = Literal["verb", "noun", "predicative", "phrase"]
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


Entries: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]
"""The cues that begin with one word, by their second word: the words behind the first and the entry, longest first.

A cue of one word stands under the empty string.
"""


@frozen(eq=False)
class CueLexicon:
    """All cues, by the first word of each of their forms."""

    verbs: dict[str, Entries]
    """The verbs, by the first word of each of their forms."""
    nouns: dict[str, CueEntry]
    """Singular and plural forms of nominal cues."""
    predicatives: dict[str, CueEntry]
    """Adjectives of attitude, and nouns for who is for or against something, as they stand behind *be*."""
    phrases: dict[str, Entries]
    """The prepositional cues, by their first word."""
    first_words: frozenset[str] = field(init=False)
    """All first words."""

    @first_words.default
    def _all_first_words(self) -> frozenset[str]:
        return frozenset(self.verbs.keys() | self.nouns.keys() | self.predicatives.keys() | self.phrases.keys())

    second_words: dict[str, frozenset[str]] = field(init=False)
    """The words behind those first words that are no cue alone: "point" to "out", "to"."""

    @second_words.default
    def _needed_second_words(self) -> dict[str, frozenset[str]]:
        alone = {word for table in (self.verbs, self.phrases) for word, entries in table.items() if "" in entries}
        alone |= self.nouns.keys() | self.predicatives.keys()
        return {
            word: frozenset(self.verbs.get(word, {}).keys() | self.phrases.get(word, {}).keys())
            for word in self.first_words - alone
        }

    def verbal(self, word: str) -> Iterator[tuple[tuple[str, ...], CueEntry]]:
        """The words behind the first and the entry of each verbal cue that begins with a word."""
        return chain.from_iterable(self.verbs.get(word, {}).values())


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
    >>> [entry.lemma for tail, entry in lexicon.verbs["guesstimated"][""]]
    ['guesstimate']
    >>> {second: [entry.lemma for tail, entry in entries] for second, entries in lexicon.verbs["pointed"].items()}
    {'out': ['point out'], 'to': ['point to']}
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
    predicatives = {word: _entry(word, row, "predicative") for word, row in lexicons.table("cue_predicatives").items()}
    return CueLexicon(_by_second_word(verbs), nouns, predicatives, _by_second_word(phrases))


def _by_second_word(table: dict[str, list[tuple[tuple[str, ...], CueEntry]]]) -> dict[str, Entries]:
    found: dict[str, Entries] = {}
    for head, items in table.items():
        entries = found[head] = {}
        for item in sorted(items, key=lambda item: -len(item[0])):
            second = item[0][0] if item[0] else ""
            entries[second] = (*entries.get(second, ()), item)
    return found
