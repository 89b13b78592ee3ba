"""Word classes by lexicon and suffix: what a word can be. What it is in its place, `newsclaims.text.tagging` settles.

Classes are bits of an int, so that one look-up and one `&` answer "may this be part of a noun phrase?".
"""

from __future__ import annotations

from functools import cache

from newsclaims import lexicons
from newsclaims.text.morphology import verb_forms

NOUN = 1 << 0
NAME = 1 << 1
ADJECTIVE = 1 << 2
NUMBER = 1 << 3
DETERMINER = 1 << 4
POSSESSIVE = 1 << 5
SUBJECT = 1 << 6
OBJECT = 1 << 7
PREPOSITION = 1 << 8
COORDINATOR = 1 << 9
SUBORDINATOR = 1 << 10
WH = 1 << 11
BE = 1 << 12
HAVE = 1 << 13
DO = 1 << 14
MODAL = 1 << 15
TO = 1 << 16
FINITE = 1 << 17
BASE = 1 << 18
THIRD = 1 << 19
PAST = 1 << 20
PARTICIPLE = 1 << 21
GERUND = 1 << 22
ADVERB = 1 << 23
NEGATION = 1 << 24
TIME = 1 << 25
TITLE = 1 << 26
COMMA = 1 << 27
STOP = 1 << 28
COLON = 1 << 29
DASH = 1 << 30
QUOTE = 1 << 31
BRACKET = 1 << 32
CONTRACTED = 1 << 33

AUXILIARY = BE | HAVE | DO | MODAL
VERB = BASE | THIRD | PAST | PARTICIPLE | GERUND
NOMINAL = NOUN | NAME | ADJECTIVE | NUMBER
PUNCTUATION = COMMA | STOP | COLON | DASH | QUOTE | BRACKET

_NAMED = {
    "noun": NOUN, "adjective": ADJECTIVE, "number": NUMBER, "determiner": DETERMINER, "subject": SUBJECT,
    "object": OBJECT, "preposition": PREPOSITION, "coordinator": COORDINATOR, "subordinator": SUBORDINATOR, "wh": WH,
    "be": BE, "have": HAVE, "do": DO, "modal": MODAL, "to": TO, "finite": FINITE, "adverb": ADVERB,
    "negation": NEGATION, "time": TIME, "title": TITLE, "contracted": CONTRACTED,
}  # fmt: skip
_MARKS = {
    ",": COMMA, ".": STOP, "!": STOP, "?": STOP, "…": STOP, "...": STOP, ";": STOP, ":": COLON, "—": DASH, "–": DASH,
    "-": DASH, "--": DASH, "―": DASH, '"': QUOTE, "“": QUOTE, "”": QUOTE, "''": QUOTE, "``": QUOTE, "«": QUOTE,
    "»": QUOTE, "„": QUOTE, "‘": QUOTE, "(": BRACKET, ")": BRACKET, "[": BRACKET, "]": BRACKET, "'s": POSSESSIVE,
    "’s": POSSESSIVE, "'": POSSESSIVE, "’": POSSESSIVE, "%": NOUN, "$": NUMBER, "£": NUMBER, "€": NUMBER,
}  # fmt: skip
# What a suffix makes of a word that no list holds.
_ADJECTIVE_SUFFIXES = ("al", "ive", "ous", "ful", "less", "ic", "able", "ible", "ish", "ary", "ical", "ian", "esque")
_MOST_WORDS_KEPT = 200_000


@cache
def _lexicon() -> dict[str, int]:
    classes: dict[str, int] = {}
    for verb, row in lexicons.table("verbs").items():
        forms = verb_forms(verb)
        noun = NOUN if row and "n" in row[0].split() else 0
        for form, form_class in zip(forms, (BASE | noun, THIRD | noun, PAST, PARTICIPLE, GERUND), strict=True):
            classes[form] = classes.get(form, 0) | form_class
        for spelling in forms.variants():
            classes[spelling] = classes.get(spelling, 0) | (GERUND if spelling.endswith("ing") else PAST | PARTICIPLE)
    for word, row in lexicons.table("word_classes").items():
        own = 0
        for name in row[0].split():
            own |= _NAMED[name]
        # A function word is nothing else; an open-class word may still be a verb form.
        closed = own & ~(NOUN | ADJECTIVE | ADVERB | TIME | TITLE | NUMBER)
        classes[word] = own if closed else own | classes.get(word, 0)
    return classes


def _by_suffix(word: str) -> int:  # noqa: PLR0911 - one suffix, one answer
    if word[0].isdigit():
        return NUMBER
    if not word[0].isalpha():
        return 0
    if word.endswith("ly"):
        return ADVERB
    if "-" in word and word.rpartition("-")[2] in _lexicon():
        return ADJECTIVE
    if word.endswith("ing") and len(word) > 5:
        return GERUND | NOUN
    if word.endswith("ed") and len(word) > 4:
        return PAST | PARTICIPLE
    if word.endswith(_ADJECTIVE_SUFFIXES):
        return ADJECTIVE
    return NOUN


def possible_classes(word: str) -> int:
    """The classes that a word can have, as bits; a capitalised word may be a name beside what it is in lower case.

    >>> bool(possible_classes("said") & PAST), bool(possible_classes("Washington") & NAME)
    (True, True)
    >>> possible_classes("reports") == THIRD | NOUN
    True
    """
    mark = _MARKS.get(word)
    if mark is not None:
        return mark
    if word in lexicons.words("acronyms"):
        return NAME
    lower = word.lower().replace("’", "'")
    classes = _lexicon().get(lower)
    if classes is None:
        classes = _by_suffix(lower)
        if word[0].isupper():  # an unknown word with a capital is a name and nothing else
            return NAME
    if word[0].isupper():
        return classes | NAME
    return classes


class Memory(dict[str, int]):
    """The classes of the words met so far; bounded, so that a stream of articles does not grow it without end."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS_KEPT:
            self.clear()
        classes = self[word] = possible_classes(word)
        return classes


CLASSES = Memory()
"""The classes of the words that this process has met."""
