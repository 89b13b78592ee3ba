"""Settles words that can be a form of a verb: noun or verb, past tense or participle, by their neighbours."""

from __future__ import annotations

from newsclaims import lexicons
from newsclaims.text.wordclass import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CLASSES,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    DO,
    FINITE,
    GERUND,
    HAVE,
    MODAL,
    NAME,
    NOMINAL,
    NOUN,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TIME,
    TITLE,
    TO,
    VERB,
    WH,
)

_GOVERNS_VERB = MODAL | DO | TO | HAVE | BE
_OPENS_COMPLEMENT = (
    DETERMINER | SUBJECT | OBJECT | PREPOSITION | TO | SUBORDINATOR | WH | QUOTE | COLON | NUMBER | POSSESSIVE
)


def settle_verb(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:
    """The class of a word that can be a verb form.

    Args:
        classes: What it can be.
        previous: The class of what stands before it, adverbs stepped over.
        following: What the word behind it can be.
        lowers: All words in lower case.
        index: Its place among them.
    """
    settled = _behind_auxiliary(classes, previous) if previous & _GOVERNS_VERB else 0
    if settled:
        return settled
    if classes & GERUND:
        return _gerund(classes, previous, following, lowers, index)
    noun = classes & (NOUN | ADJECTIVE | ADVERB)
    if noun and (_is_reported(following, lowers, index) or (following & TIME and lowers[index] == "last")):
        return noun  # "shows that rents doubled"; "who last year left"
    may_determine = previous & DETERMINER and noun
    if previous & SUBJECT and (not may_determine or _agrees(classes, lowers[index - 1], following)):
        if previous & DETERMINER and classes & PARTICIPLE and lowers[index + 1 : index + 2] == ["said"]:
            return PARTICIPLE  # "those surveyed said"
        return classes & (BASE | THIRD | PAST) | FINITE if classes & (BASE | THIRD | PAST) else PARTICIPLE
    if previous & _OPENS_PHRASE and not previous & SUBORDINATOR and not _counts_subject(classes, previous, following):
        settled = noun or _inside_phrase(classes, previous, following)
        if settled:
            return settled
    if classes & (PAST | PARTICIPLE):
        return _past_form(classes, previous, following, lowers, index)
    if not noun:
        if previous & DETERMINER and not previous & (SUBJECT | SUBORDINATOR):
            return ADJECTIVE  # "a second stand"
        return (classes & (BASE | THIRD)) | FINITE
    if following & (AUXILIARY | FINITE | PAST) and not following & (DETERMINER | SUBJECT):
        return noun
    is_verb = _base_is_verb if classes & BASE else _third_is_verb
    return classes & (BASE | THIRD) | FINITE if is_verb(previous, following, lowers, index) else noun


def _is_reported(following: int, lowers: list[str], index: int) -> bool:
    """Whether a noun behind "that" is the subject of what is reported: "said that plans for the park were late"."""
    if lowers[index - 1] != "that":
        return False
    if following & (FINITE | AUXILIARY | BASE | PAST) and not following & (SUBJECT | DETERMINER | NOUN):
        return True
    before = CLASSES[lowers[index - 2]] if index > 1 else 0
    if not is_plural(lowers[index]) or not before & (VERB | OBJECT | SUBJECT) or before & NOUN:
        return False
    if following & (PREPOSITION | GERUND):
        return _verb_follows(lowers, index + 1)
    return bool(following & BASE)  # "that rents fall"


def _counts_subject(classes: int, previous: int, following: int) -> bool:
    """Whether a number is the subject of a word: "about half support the ban"."""
    opens = following & (DETERMINER | SUBJECT | OBJECT) and not following & (PREPOSITION | SUBORDINATOR)
    return bool(classes & BASE and previous & NUMBER and opens) and not previous & DETERMINER


def _behind_auxiliary(classes: int, previous: int) -> int:
    """The form that a modal, *have* or *be* asks for; 0 where the word before is none of them."""
    if previous & (MODAL | DO | TO) and classes & BASE:
        return BASE
    if previous & HAVE and classes & PARTICIPLE:
        return PARTICIPLE
    if previous & BE:
        return classes & GERUND or classes & PARTICIPLE or classes & (NOUN | ADJECTIVE | ADVERB)
    return 0


def _gerund(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:
    if classes & NOUN and previous & (NOUN | NAME | ADJECTIVE) and following & _ENDS_PHRASE:
        return NOUN  # "the court filing, "
    if classes & NOUN and following & NOUN and not following & VERB and not is_plural(lowers[index + 1]):
        return ADJECTIVE | NOUN  # "…, rating agency Orr said": an object would have a determiner
    modifies = previous & (DETERMINER | POSSESSIVE | ADJECTIVE) and not previous & SUBJECT
    return ADJECTIVE | NOUN if modifies else GERUND


def _inside_phrase(classes: int, previous: int, following: int) -> int:
    """What a form that is no noun is behind a determiner, adjective, number or preposition; 0: perhaps a verb."""
    if classes & PARTICIPLE:
        attributive = previous & (DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER) and following & (NOMINAL | VERB)
        if attributive or previous & PREPOSITION:
            return ADJECTIVE
    if classes & BASE and not classes & PAST and previous & (DETERMINER | POSSESSIVE) and not previous & SUBJECT:
        return NOUN
    return 0


def _past_form(classes: int, previous: int, following: int, lowers: list[str], index: int) -> int:
    if classes & PAST and not (classes & PARTICIPLE and _is_participle(previous, following, lowers, index)):
        return (classes & (PAST | BASE)) | FINITE
    attributive = classes & PAST and following & NOMINAL and not following & VERB
    return ADJECTIVE | PARTICIPLE if attributive else PARTICIPLE


def _base_is_verb(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether a word such as "plan" is a verb: behind a plural, before what can be its complement."""
    if previous & NUMBER:
        return True
    if previous & COORDINATOR:  # "take stock and view it as a loss"
        return bool(following & (SUBJECT | OBJECT)) and not following & (DETERMINER | SUBORDINATOR)
    if not previous & NOUN:
        return False
    if following & (SUBJECT | DETERMINER) and not following & (SUBORDINATOR | VERB):
        return _plural_near(lowers, index)
    if following & (_OPENS_COMPLEMENT | NAME | GERUND) and not following & VERB & ~GERUND:
        adverb = index > 1 and CLASSES[lowers[index - 1]] & ADVERB  # "voters still view"
        return is_plural(lowers[index - 2 if adverb else index - 1])
    if following & NOUN and is_plural(lowers[index - 1]) and _opens_clause(lowers, index - 1):
        return is_plural(lowers[index + 1])  # "Polls show voters"
    if following & (STOP | COMMA) and is_plural(lowers[index - 1]):  # "…, records show."
        return "," in lowers[max(0, index - 5) : index - 1]
    return False


def _is_several(word: str) -> bool:
    """Whether a word is a number behind which a noun has to be plural."""
    return bool(CLASSES[word] & NUMBER) and word not in {"one", "1"}


def _third_is_verb(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether a word such as "plans" is a verb: behind a singular or a name, before what can be its complement."""
    if previous & NOUN and following & NAME and lowers[index - 1] in lexicons.words("document_nouns"):
        return not is_plural(lowers[index - 1])  # "the most recent poll shows Quint has won"
    if any(lower in _PLURAL_DETERMINERS for lower in lowers[max(0, index - 3) : index]):
        return False  # "most Southern states that"
    if previous & QUOTE and following & _OPENS_SOURCE and index > 1 and lowers[index - 2] in _ENDS_SPEECH:
        return True  # "“…,” cautions Mara Orr"
    plural = bool(previous & NOUN) and is_plural(lowers[index - 1])
    if previous & NOUN and not plural and index > 1 and _is_several(lowers[index - 2]):
        return False  # "1.8 percentage points to"
    if previous & (NAME | NOUN) and following & NAME and not following & VERB:
        # "Orr demands Quint", "the poll shows Quint"; not "the cuts Orr wants"
        contact = index + 2 < len(lowers) and CLASSES[lowers[index + 2]] & (FINITE | PAST | THIRD)
        if previous & NAME or not (plural or contact):
            return True
    if previous & (NAME | NOUN | OBJECT) and following & _OPENS_COMPLEMENT:
        if following & PREPOSITION:
            if not plural and previous & NOUN and _opens_sentence(lowers, index):
                return not _verb_follows(lowers, index + 1)  # "The paper calls for a ban."
            return bool(previous & NAME) and _opens_sentence(lowers, index)
        if previous & NAME or not plural:
            return True
    if previous & (NOUN | NAME) and following & (STOP | COMMA):
        near = lowers[max(0, index - 4) : index]
        # "says that the old roof leaks."; "some birds, her team reports, have left"
        return bool(previous & NOUN and "that" in near) or (not plural and _is_aside(near, previous, following))
    return bool(previous & (COORDINATOR | COMMA)) and _third_behind_joint(previous, following, lowers, index)


def _third_behind_joint(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether a word such as "plans" is a verb behind a comma or coordinator."""
    if previous & COMMA and index > 2 and lowers[index - 2].isdigit() and lowers[index - 3] == ",":
        return not following & (STOP | COMMA | FINITE)  # "Orr, 36, claims"
    opens = _OPENS_CLAUSE | NAME if lowers[index - 1] == "but" else _OPENS_CLAUSE  # "but views Quint as a rival"
    return bool(following & opens)


def _is_aside(near: list[str], previous: int, following: int) -> bool:
    """Whether a comma and a noun phrase stand before a word, and a comma or full stop behind it."""
    if "," not in near[:-1]:
        return False
    phrase = near[near.index(",") + 1 :]
    if following & COMMA and not previous & NAME:  # a member of a list has no determiner of its own
        return bool(CLASSES[phrase[0]] & (DETERMINER | POSSESSIVE)) or "'s" in phrase
    return not any(CLASSES[lower] & (COORDINATOR | PREPOSITION) for lower in phrase)


def _verb_follows(lowers: list[str], index: int) -> bool:
    """Whether a word that can only be a verb stands between a token and the end of its clause."""
    for lower in lowers[index : index + _FARTHEST_VERB]:
        classes = CLASSES[lower]
        if classes & (STOP | COMMA):
            return False
        if classes & (AUXILIARY | PAST) or (classes & VERB and not classes & (NOUN | ADJECTIVE | GERUND)):
            return True
    return False


_FARTHEST_VERB = 16
_OPENS_SOURCE = NAME | TITLE | DETERMINER | POSSESSIVE
_ENDS_SPEECH = frozenset({",", "?", "!", "…", "..."})
_OPENS_PHRASE = DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER | PREPOSITION | TO
_ENDS_PHRASE = COMMA | STOP | PREPOSITION | FINITE | PAST | COORDINATOR | DASH
_OPENS_CLAUSE = DETERMINER | SUBJECT | OBJECT | SUBORDINATOR | QUOTE
_PLURAL_DETERMINERS = frozenset({"most", "many", "several", "these", "those", "two", "three", "four", "few", "other"})
_PLURALS = frozenset({"data", "people", "police", "men", "women", "children"})


def is_plural(noun: str) -> bool:
    """Whether a noun looks like a plural."""
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in _PLURALS


def _plural_near(lowers: list[str], index: int) -> bool:
    """Whether a plural noun stands close before: "members of the choir hope it rains"."""
    return any(is_plural(lower) for lower in lowers[max(0, index - 5) : index])


def _opens_clause(lowers: list[str], index: int) -> bool:
    """Whether a mark stands before a token."""
    return index == 0 or not lowers[index - 1][0].isalnum()


def _opens_sentence(lowers: list[str], index: int) -> bool:
    """Whether at most three words stand between a token and the mark before it."""
    return index < 4 or any(not lower[0].isalpha() for lower in lowers[index - 4 : index - 1])


def _is_participle(previous: int, following: int, lowers: list[str], index: int) -> bool:
    """Whether a form that is past tense or participle is the latter though no auxiliary stands before it."""
    if (previous & STOP and not previous & COMMA) or (index and lowers[index - 1] in _OPEN_REDUCED_CLAUSES):
        return True
    if previous & (PREPOSITION | GERUND | BASE | PAST) or (previous & FINITE and not previous & (AUXILIARY | SUBJECT)):
        return True
    if previous & COMMA and following & _OPENS_ADVERBIAL and _is_first_phrase(lowers, index - 1):
        return True  # "The memo, dated 3 May, warns"
    if following & PREPOSITION and lowers[index + 1] == "by" and not _is_means(lowers, index + 2):
        return True
    # "those surveyed say", "officials briefed said": a second verb follows at once.
    verb = following & (PAST | THIRD | BASE) and not following & (NOUN | PARTICIPLE | ADJECTIVE | NAME | ADVERB)
    return bool(verb) or (index + 1 < len(lowers) and lowers[index + 1] == "said")


def _is_first_phrase(lowers: list[str], end: int) -> bool:
    """Whether what stands before a comma is a sentence's first noun phrase: a determiner, and no verb or comma."""
    for index in range(end - 1, max(-1, end - _LONGEST_FIRST_PHRASE), -1):
        classes = CLASSES[lowers[index]]
        if classes & (FINITE | AUXILIARY | PAST | COMMA | COORDINATOR):
            return False
        if not index or CLASSES[lowers[index - 1]] & STOP:
            return bool(classes & DETERMINER)
    return False


_LONGEST_FIRST_PHRASE = 9
_OPENS_ADVERBIAL = PREPOSITION | TIME | NUMBER
_OPEN_REDUCED_CLAUSES = frozenset({"when", "if", "unless"})
"""What opens a clause without subject: "when asked", "if elected"."""
_MEANS = frozenset({"e-mail", "email", "fax", "letter", "mail", "phone", "satellite", "telephone", "text", "video"})


def _is_means(lowers: list[str], index: int) -> bool:
    """Whether "by" is followed by a means and not by who does it: "said by telephone", "ended by saying"."""
    if index + 1 < len(lowers) and CLASSES[lowers[index]] & ADVERB:
        index += 1
    return index < len(lowers) and (lowers[index] in _MEANS or lowers[index].endswith("ing"))


def _agrees(classes: int, determiner: str, following: int) -> bool:
    """Whether a word that could be noun or verb is the verb of a pronoun that could be a determiner."""
    if determiner in {"this", "that", "each", "another", "either", "neither", "which", "who"}:
        takes_object = determiner == "that" and classes & BASE and following & DETERMINER  # "firms that market the app"
        return bool(classes & THIRD or takes_object)
    return False
