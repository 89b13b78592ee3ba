"""Word classes of the tokens, by lexicon, suffix and the neighbouring words: as much grammar as attribution needs.

`possible_classes` says what a word can be; `tag_tokens` settles what it is in its place. Classes are bits of an int, so
that one look-up and one `&` answer "may this be part of a noun phrase?". The idea of a lexicon first and contextual
patches second is Brill's (1992); the patches here are written, not learnt.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims import lexicons
from newsclaims.text.morphology import verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.text.tokens import Tokens

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
    lower = word.lower().replace("’", "'")
    classes = _lexicon().get(lower)
    if classes is None:
        classes = _by_suffix(lower)
        if word[0].isupper():  # an unknown word with a capital is a name and nothing else
            return NAME
    if word[0].isupper():
        return classes | NAME
    return classes


class _Memory(dict[str, int]):
    """The classes of the words met so far; bounded, so that a stream of articles does not grow it without end."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS_KEPT:
            self.clear()
        classes = self[word] = possible_classes(word)
        return classes


_memory = _Memory()


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
    memory = _memory
    possible = [memory[word] for word in tokens.words]
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
            if index > 1 and lowers[index - 1] in {"all", "both"} and tags[index - 2] & AUXILIARY:
                previous = tags[index - 2]  # "have all said"
            elif previous & (ADVERB | NEGATION) and index > 1 and not previous & TIME:
                before = tags[index - 2]
                previous = before if before & (AUXILIARY | SUBJECT | TO) or not previous & NOMINAL else previous
            following = possible[index + 1] if index < last and index not in ends else STOP
            tags[index] = _settle(classes, previous, following, lowers, index)
    return WordClasses(possible, tags)


_NEVER_OWNING = frozenset({"that", "this", "there", "here", "what", "where", "how", "who", "it", "he", "she"})
_NEVER_POSSESSED = BE | DO | PREPOSITION | NEGATION
_ARTICLES = (["the"], ["a"], ["an"], ["no"], ["my"], ["his"], ["their"], ["our"])
_UNSETTLED = VERB | NAME | POSSESSIVE | HAVE | DO
_OPENS_COMPLEMENT = (
    DETERMINER | SUBJECT | OBJECT | PREPOSITION | TO | SUBORDINATOR | WH | QUOTE | COLON | NUMBER | POSSESSIVE
)


def _settle(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:
    """The class of one word between its neighbours."""
    if classes == NAME and previous & STOP and _is_plural(lowers[index]):  # "Growers hope"
        return NAME | NOUN
    if classes & (HAVE | DO):  # "to have", "will do"
        return (classes & ~FINITE) | BASE if previous & (TO | MODAL) and lowers[index] in {"have", "do"} else classes
    if classes & POSSESSIVE:
        return BE | FINITE if _is_contracted(previous, following, lowers, index) else classes
    if classes & NAME and classes & ~NAME:
        if previous & (STOP | QUOTE | COLON) and not previous & COMMA:
            classes &= ~NAME if not classes & TITLE else ~0
        elif classes & MODAL:  # "Theresa May", "Will Estrada"
            return NAME
        elif not classes & VERB:
            return classes if classes & (DETERMINER | PREPOSITION | SUBJECT | COORDINATOR | TITLE | TIME) else NAME
        elif not classes & THIRD or classes & NOUN:
            return NAME
    if not classes & VERB:
        return classes
    return _settle_verb(classes & ~NAME, previous, following, lowers, index)


def _is_contracted(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether an apostrophe with s is "is" or "has": "it's", "the lobby's on his side"."""
    if lowers[index] != "'s" or not index:
        return bool(previous & SUBJECT and not previous & DETERMINER)
    if lowers[index - 1] in _NEVER_OWNING or (previous & SUBJECT and not previous & DETERMINER):
        return True
    # What follows cannot be possessed.
    return bool(following & _NEVER_POSSESSED and not following & NOMINAL) or lowers[index + 1 : index + 2] in _ARTICLES


def _settle_verb(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:  # noqa: C901, PLR0911, PLR0912
    noun = classes & (NOUN | ADJECTIVE | ADVERB)
    if previous & (MODAL | DO | TO) and classes & BASE:
        return BASE
    if previous & HAVE and classes & PARTICIPLE:
        return PARTICIPLE
    if previous & BE:
        if classes & GERUND:
            return GERUND
        if classes & PARTICIPLE:
            return PARTICIPLE
        if noun:
            return noun
    if classes & GERUND:
        if classes & NOUN and previous & (NOUN | NAME | ADJECTIVE) and following & _ENDS_PHRASE:
            return NOUN  # "the court filing, "
        modifies = previous & (DETERMINER | POSSESSIVE | ADJECTIVE) and not previous & SUBJECT
        return ADJECTIVE | NOUN if modifies else GERUND
    followed_by_verb = following & (FINITE | AUXILIARY | BASE | PAST) and not following & (SUBJECT | DETERMINER | NOUN)
    if noun and lowers[index - 1] == "that" and followed_by_verb:
        return noun  # "shows that rents doubled"
    may_determine = previous & DETERMINER and noun
    if previous & SUBJECT and (not may_determine or _agrees(classes, lowers[index - 1], following)):
        return classes & (BASE | THIRD | PAST) | FINITE if classes & (BASE | THIRD | PAST) else PARTICIPLE
    if previous & (DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER | PREPOSITION | TO) and not previous & SUBORDINATOR:
        if noun:
            return noun
        if (
            previous & (DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER)
            and classes & PARTICIPLE
            and following & (NOMINAL | VERB)
        ):
            return ADJECTIVE
        if previous & PREPOSITION and classes & PARTICIPLE:
            return ADJECTIVE
        if classes & BASE and not classes & PAST and previous & (DETERMINER | POSSESSIVE) and not previous & SUBJECT:
            return NOUN
    if classes & PAST and classes & PARTICIPLE and _is_participle(previous, following, lowers, index):
        return ADJECTIVE | PARTICIPLE if following & NOMINAL and not following & VERB else PARTICIPLE
    if classes & PAST:
        return (classes & (PAST | BASE)) | FINITE
    if classes & PARTICIPLE:
        return PARTICIPLE
    if not noun:
        if previous & DETERMINER and not previous & (SUBJECT | SUBORDINATOR):
            return ADJECTIVE  # "a second stand"
        return (classes & (BASE | THIRD)) | FINITE
    # A verb or a noun, both possible: after a noun it is a verb when what follows can be its complement.
    if following & (AUXILIARY | FINITE | PAST) and not following & (DETERMINER | SUBJECT):
        return noun
    if (
        classes & BASE
        and previous & NOUN
        and following & (SUBJECT | DETERMINER)
        and not following & (SUBORDINATOR | VERB)
    ):
        return BASE | FINITE if _plural_near(lowers, index) else noun
    if (
        classes & BASE
        and previous & NOUN
        and following & (_OPENS_COMPLEMENT | NAME | GERUND)
        and not following & VERB & ~GERUND
    ):
        plural = _is_plural(lowers[index - 1])
        return BASE | FINITE if plural else noun
    if classes & THIRD and previous & (NAME | NOUN) and following & NAME and not following & VERB:
        # "Trump demands Ginsburg", "the poll shows Quint"; not "the cuts Trump wants"
        plural = bool(previous & NOUN) and _is_plural(lowers[index - 1])
        contact = index + 2 < len(lowers) and _memory[lowers[index + 2]] & (FINITE | PAST | THIRD)
        if previous & NAME or not (plural or contact):
            return THIRD | FINITE
    if previous & (NAME | NOUN | OBJECT) and following & _OPENS_COMPLEMENT:
        plural = _is_plural(lowers[index - 1])
        if classes & THIRD and (previous & NAME or not plural) and not following & PREPOSITION:
            return THIRD | FINITE
        if classes & THIRD and previous & NAME and following & PREPOSITION and _opens_sentence(lowers, index):
            return THIRD | FINITE
    if (
        classes & THIRD
        and previous & NOUN
        and following & (STOP | COMMA)
        and "that" in lowers[max(0, index - 4) : index]
    ):
        return THIRD | FINITE  # "says that the old roof leaks."
    if classes & BASE and previous & NOUN and following & (STOP | COMMA) and _is_plural(lowers[index - 1]):
        return BASE | FINITE if "," in lowers[max(0, index - 5) : index - 1] else noun  # "…, records show."
    if classes & THIRD and previous & (COORDINATOR | COMMA) and following & _OPENS_CLAUSE:
        return THIRD | FINITE
    return noun


_ENDS_PHRASE = COMMA | STOP | PREPOSITION | FINITE | PAST | COORDINATOR | DASH
_OPENS_CLAUSE = DETERMINER | SUBJECT | OBJECT | SUBORDINATOR | QUOTE
_PLURALS = frozenset({"people", "police", "men", "women", "children"})


def _is_plural(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in _PLURALS


def _plural_near(lowers: list[str], index: int) -> bool:
    """Whether a plural noun stands close before: "supporters of the law hope this works"."""
    return any(_is_plural(lower) for lower in lowers[max(0, index - 5) : index])


def _opens_sentence(lowers: list[str], index: int) -> bool:
    """Whether at most three words stand between a token and the mark before it."""
    return index < 4 or any(not lower[0].isalpha() for lower in lowers[index - 4 : index - 1])


def _is_participle(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether a form that is past tense or participle is the latter though no auxiliary stands before it."""
    if previous & STOP and not previous & COMMA:
        return True
    if previous & (PREPOSITION | GERUND | BASE | PAST) or (previous & FINITE and not previous & (AUXILIARY | SUBJECT)):
        return True
    if following & PREPOSITION and lowers[index + 1] == "by" and not _is_means(lowers, index + 2):
        return True
    # "those surveyed say", "officials briefed said": a second verb follows at once.
    verb = following & (PAST | THIRD | BASE) and not following & (NOUN | PARTICIPLE | ADJECTIVE | NAME | ADVERB)
    return bool(verb) or (index + 1 < len(lowers) and lowers[index + 1] == "said")


_MEANS = frozenset({"e-mail", "email", "fax", "letter", "mail", "phone", "satellite", "telephone", "text", "video"})


def _is_means(lowers: list[str], index: int) -> bool:
    """Whether "by" is followed by a means and not by who does it: "said by telephone", "ended by saying"."""
    return index < len(lowers) and (lowers[index] in _MEANS or lowers[index].endswith("ing"))


def _agrees(classes: int, determiner: str, following: int) -> bool:
    """Whether a word that could be noun or verb is the verb of a pronoun that could be a determiner."""
    if determiner in {"this", "that", "each", "another", "either", "neither", "which", "who"}:
        takes_object = determiner == "that" and classes & BASE and following & DETERMINER  # "firms that market the app"
        return bool(classes & THIRD or takes_object)
    return False
