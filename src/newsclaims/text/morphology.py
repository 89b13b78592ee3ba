"""Inflection: the forms of a verb, the singular of a noun. Irregular forms are data, the rest is spelling."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclaims import lexicons

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh")


class VerbForms(NamedTuple):
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str

    def variants(self) -> tuple[str, ...]:
        """British or American spellings of the same forms: "cancelled" beside "canceled".

        >>> verb_forms("cancel").variants()
        ('cancelled', 'cancelling')
        """
        if self.base.endswith("l") and self.past == self.base + "ed" and self.base[-2] in VOWELS:
            return self.base + "led", self.base + "ling"
        return ()


def _doubles(verb: str) -> bool:
    if verb in lexicons.words("doubling_verbs"):
        return True
    verb = verb.replace("qu", "q")
    if len(verb) < 3 or verb[-1] in "aeiouwxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1


def verb_forms(verb: str) -> VerbForms:
    """The forms of a verb; of several words the first is inflected.

    >>> verb_forms("deny")
    VerbForms(base='deny', third='denies', past='denied', participle='denied', gerund='denying')
    >>> verb_forms("go on to say").past
    'went on to say'
    """
    head, space, tail = verb.partition(" ")
    if space:
        return VerbForms(*(f"{form} {tail}" for form in verb_forms(head)))
    if head == "be":
        return VerbForms("be", "is", "was", "been", "being")
    stem = head + head[-1] if _doubles(head) else head
    after_consonant_y = head.endswith("y") and len(head) > 1 and head[-2] not in VOWELS
    if after_consonant_y:
        third = head[:-1] + "ies"
    elif head.endswith(SIBILANTS) or (head.endswith("o") and len(head) > 1 and head[-2] not in VOWELS):
        third = head + "es"
    else:
        third = "has" if head == "have" else head + "s"
    if head.endswith("ie"):
        gerund = head[:-2] + "ying"
    elif head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        gerund = head[:-1] + "ing"
    else:
        gerund = stem + "ing"
    regular = head[:-1] + "ied" if after_consonant_y else head + "d" if head.endswith("e") else stem + "ed"
    past, participle = lexicons.table("irregular_verbs").get(head, (regular, regular))
    return VerbForms(head, third, past, participle, gerund)


@lru_cache(maxsize=1 << 13)
def singular(noun: str) -> str:
    """The singular of a noun in lower case.

    >>> [singular(noun) for noun in ("jobs", "companies", "people", "businesses", "women", "boxes", "bus")]
    ['job', 'company', 'people', 'business', 'woman', 'box', 'bus']
    """
    noun = noun.lower()
    irregular = lexicons.table("irregular_nouns").get(noun)
    if irregular:
        return irregular[0]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for verb in lexicons.table("verbs"):
        for form in dict.fromkeys((*verb_forms(verb), *verb_forms(verb).variants())):
            table.setdefault(form, []).append(verb)
    return {form: tuple(verbs) for form, verbs in table.items()}


def base_forms(form: str) -> tuple[str, ...]:
    """The verbs of the lexicon that a word in lower case is a form of.

    >>> base_forms("found"), base_forms("table")
    (('find', 'found'), ('table',))
    """
    return _bases().get(form, ())


def plural(noun: str) -> str:
    """The plural of a noun; of several words the last is inflected.

    >>> [plural(noun) for noun in ("job", "study", "loss", "interest rate")]
    ['jobs', 'studies', 'losses', 'interest rates']
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith(("s", "x", "z", "ch", "sh")) else noun + "s"


def compared(adjective: str) -> tuple[str, str]:
    """Comparative and superlative of an adjective that is compared with -er and -est.

    >>> [compared(adjective) for adjective in ("long", "big", "busy", "large")]
    [('longer', 'longest'), ('bigger', 'biggest'), ('busier', 'busiest'), ('larger', 'largest')]
    """
    if adjective.endswith("e"):
        stem = adjective[:-1]
    elif adjective.endswith("y") and adjective[-2] not in VOWELS:
        stem = adjective[:-1] + "i"
    else:
        stem = adjective + adjective[-1] if _doubles(adjective) else adjective
    return stem + "er", stem + "est"
