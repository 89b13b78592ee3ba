"""Whether a clause looks back or ahead, told by its nearest verb: a weekday or a month in it lies on that side."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsclaims import lexicons
from newsclaims.extractors.dates.vocabulary import closed

Tense = Literal["past", "future"]

REACH = 110
MAX_WORDS = 14
ENDS = (".", "!", "?", ";", ":")
MARKS = ".,;:!?\"'“”‘’()[]"
OPENING = ("“", '"', "''", "‘")
CLOSING = ("”", '"', "''", "’")
DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "that", "of"})
BE = frozenset({"be", "is", "are"})
ABOUT_TO = BE | {"about", "poised", "ready", "set"}
# What is said need not be past: "he said the gathering in September ..."
SAYING = frozenset({"said", "told"})
# So near a past verb, or a modal, surely speaks of the date.
CLOSE, FAR = 4, 6
TAKING, EFFECTS = frozenset({"comes", "takes"}), frozenset({"effect", "into"})
WAS = frozenset({"was", "were", "been"})
# "they plan to meet Monday", but "announced a plan Monday"
BEFORE_TO = frozenset({"going", "plan", "planning", "plans"})
# What stands beyond these is another clause.
BREAKS = frozenset({"although", "because", "but", "though"})
PROSPECTIVE = frozenset({"expecting", "going", "hoping", "planning", "preparing"})
SURELY_FUTURE = frozenset({"shall", "will", "won't"})


class Look(NamedTuple):
    """Where a clause looks."""

    tense: Tense | None
    sure: bool
    """Whether the verb leaves no doubt: a modal or a past form close to the date."""


UNSAID = Look(None, False)
SILENT_KEPT = 20_000
_SILENT: set[str] = set()
"""Words met that say nothing of tense, bounded: most clauses that are asked hold no others."""


@cache
def _past_forms() -> frozenset[str]:
    verbs = lexicons.table("irregular_verbs")
    forms = {form for rest in verbs.values() for form in rest}
    return frozenset(forms - verbs.keys() | {"was", "were", "had", "did"})  # "put" and "lay" are also present


@cache
def _future_cues() -> frozenset[str]:
    return lexicons.words("date_future_cues")


@cache
def _schedule_verbs() -> frozenset[str]:
    return lexicons.words("date_schedule_verbs")


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > 3 and word not in closed("no_past")) or word in _past_forms()


def _is_future(word: str) -> bool:
    return word in _future_cues() or word.endswith(("'ll", "’ll"))


@lru_cache(maxsize=4096)
def _tells(word: str) -> bool:
    """Whether a word says anything of tense: most do not, and are passed over at the price of one look-up."""
    return (
        word == "to"
        or word in BE
        or word in BREAKS
        or word in TAKING
        or word in _schedule_verbs()
        or _is_future(word)
        or _is_past(word)
    )


def _is_silent(words: list[str]) -> bool:
    """Whether none of the words says anything of tense; what was found so of single words is remembered."""
    if _SILENT.issuperset(words):
        return True
    silent = [word for word in words if not _tells(word)]
    if len(_SILENT) < SILENT_KEPT:
        _SILENT.update(silent)
    return len(silent) == len(words)


@lru_cache(maxsize=4096)
def _marked(word: str) -> tuple[str, bool, bool, bool]:
    """A word without its marks, and whether they end a clause, open a quotation, close one."""
    bare = word.strip(MARKS)
    if not _tells(bare) and len(_SILENT) < SILENT_KEPT:
        _SILENT.add(word)
    return bare, word.endswith(ENDS) and len(word) > 4, word.startswith(OPENING), word.endswith(CLOSING)


def _clause_before(text: str, start: int) -> list[str]:
    """Words of the clause before an offset, within its quotation, the nearest first, without marks."""
    found = []
    begin = max(0, start - REACH)
    words = text[max(begin, text.rfind("\n", begin, start) + 1) : start].rsplit(None, MAX_WORDS)[-MAX_WORDS:]
    words.reverse()
    if _SILENT.issuperset(words):  # where the clause begins is all one
        return []
    if "".join(words).isalnum():  # no marks to look for
        return words
    for word in words:
        if word.isalnum():  # most words: no marks to look for
            found.append(word)
            continue
        bare, ends, opens, _ = _marked(word)
        if ends:
            break
        found.append(bare)
        if opens:
            break
    return found


def _clause_after(text: str, end: int) -> list[str]:
    """Words of the clause behind an offset, within its quotation, without marks."""
    found = []
    words = text[end : end + REACH].partition("\n")[0].split(None, MAX_WORDS)[:MAX_WORDS]
    if _SILENT.issuperset(words):
        return []
    if "".join(words).isalnum():
        return words
    for word in words:
        if word.isalnum():
            found.append(word)
            continue
        bare, ends, _, closes = _marked(word)
        found.append(bare)
        if closes or ends:
            break
    return found


def _look_before(words: list[str]) -> Look | None:
    if _is_silent(words):
        return None
    for i, word in enumerate(words):
        if not _tells(word):
            continue
        if word in BREAKS:
            break
        nearer, farther = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        if _is_future(word) and (nearer == "to" or word not in BEFORE_TO):
            return _look_of_modal(words, i)
        if word == "to" and farther in ABOUT_TO:
            return Look("future", not WAS.intersection(words[i + 2 : i + 3]))
        if i < 2 and (word in BE or word in _schedule_verbs()):
            return Look("future", True)
        if word in TAKING and nearer in EFFECTS and i <= CLOSE:  # "takes effect from 1 July", "comes into force on"
            return Look("future", True)
        if word in BE and nearer.endswith("ing"):
            return Look("future", nearer in PROSPECTIVE)
        if _is_past(word) and farther not in DETERMINERS:  # not "a contested convention"
            return _look_of_participle(words[i + 1 : i + 4], sure=i <= CLOSE and word not in SAYING)
    return None


def _look_of_modal(words: list[str], i: int) -> Look:
    """Where "will", "could have" and the like look."""
    if i and words[i - 1] == "have" and (i == 1 or _is_past(words[i - 2])):
        return Look("past", True)
    is_sure = i <= FAR or words[i] in SURELY_FUTURE or words[i].endswith("ll")
    return Look("future", is_sure and not WAS.intersection(words[i + 1 : i + 2]))


def _look_of_participle(auxiliaries: list[str], *, sure: bool) -> Look | None:
    """The tense of a past form by the words before it, the nearest first: "will be held", "is held", "held"."""
    if "be" in auxiliaries or any(map(_is_future, auxiliaries[:2])):
        return Look("future", True)
    return None if auxiliaries and auxiliaries[0] in BE else Look("past", sure)


def _look_after(words: list[str]) -> Look:
    if _is_silent(words):
        return UNSAID
    for i, word in enumerate(words):
        if not _tells(word):
            continue
        if _is_future(word) or (word == "to" and i and words[i - 1] in ABOUT_TO):
            return Look("future", True)
        if _is_past(word):
            return Look(None if i and words[i - 1] in BE else "past", False)
    return UNSAID


def look(text: str, start: int, end: int) -> Look:
    """Whether the clause round a date looks back or ahead: the nearest verb before it decides, else the first behind.

    >>> look("The panel will meet Monday, she said.", 20, 26)
    Look(tense='future', sure=True)
    >>> look("She said Monday that the panel will meet.", 9, 15)
    Look(tense='past', sure=False)
    """
    return _look_before(_clause_before(text, start)) or _look_after(_clause_after(text, end))


def tense(text: str, start: int, end: int) -> Tense | None:
    """The tense of the clause round a date.

    >>> tense("The panel is to meet Monday.", 21, 27)
    'future'
    """
    return look(text, start, end).tense
