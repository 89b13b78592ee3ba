"""Bounds and approximation: "more than 5", "up to 400", "about 12", "500 or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.number import vocabulary

if TYPE_CHECKING:
    from newsclaims.extractors.quantities.draft import Draft
    from newsclaims.model import Bound

LONGEST = 5
"""Words of the longest modifier."""
MOST_TOPICS = 12
"""The most that somebody asks or thinks about, rather than roughly so many that are asked."""
MARKS = frozenset("~≈<>≤≥")
Modifier = tuple["Bound | None", bool]


def _table(name: str) -> dict[str, Modifier]:
    rows = lexicons.table(name).items()
    return {words: (cast("Bound | None", None if row[0] == "-" else row[0]), bool(row[1])) for words, row in rows}


@cache
def _before() -> dict[str, Modifier]:
    return _table("quantity_modifiers")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in _before())


@cache
def _behind() -> dict[str, Modifier]:
    return _table("quantity_postmodifiers")


def attach(text: str, draft: Draft) -> None:
    """Give a draft the modifiers before and behind it; its span grows over them."""
    draft.body = draft.start
    if _attach_before(text, draft):
        _attach_before(text, draft)  # "more than about 500"
    _attach_behind(text, draft)


def _attach_before(text: str, draft: Draft) -> bool:  # noqa: PLR0911 - one form, one answer
    start = draft.start
    if not start:
        return False
    before = text[start - 1]
    if before in MARKS or text[max(0, start - 2) : start].rstrip() in MARKS:
        return _attach_mark(text, draft)
    if before == "-" and text[max(0, start - 4) : start].lower() == "sub-":
        _apply(draft, ("less_than", False), start - 4)
        return True
    if before not in " \u00a0":
        return False
    words = draft.words_before(text)
    if not words or words[0] not in _last_words():
        return False
    for count in range(min(len(words), LONGEST), 0, -1):
        phrase = " ".join(reversed(words[:count]))
        modifier = _before().get(phrase)
        if modifier is not None:
            if not _is_modifier(draft, words, phrase):
                return False
            _apply(draft, modifier, start - 1 - len(phrase))
            return True
    return False


def _attach_mark(text: str, draft: Draft) -> bool:
    at = draft.start - 1 if text[draft.start - 1] in MARKS else draft.start - 2
    begin = at
    if text[at] == "=" and text[at - 1 : at] in ("<", ">"):
        begin = at - 1
    modifier = _before().get(text[begin : at + 1])
    if modifier is None:
        return False
    _apply(draft, modifier, begin)
    return True


def _is_modifier(draft: Draft, words: list[str], phrase: str) -> bool:
    """Whether "over" bounds the number and is no preposition of time: "over 20 years", "grew over three months"."""
    if phrase in ("over", "under") and draft.kind == "duration":
        return len(words) > 1 and words[1] in vocabulary("before_stretch_of_time")
    if phrase == "about" and len(words) > 1 and _is_topic(draft, words[1]):
        return False
    return phrase != "some" or not (draft.number.written and draft.low < 2)


def _is_topic(draft: Draft, before: str) -> bool:
    """Whether "about" belongs to the word before it: "information about two men", not "asked about 50 residents"."""
    if before in vocabulary("before_topic"):
        return draft.kind not in ("money", "percent")
    few = draft.kind == "number" and draft.number.written and draft.low <= MOST_TOPICS
    return few and before in vocabulary("before_topic_verb")


def _apply(draft: Draft, modifier: Modifier, begin: int) -> None:
    draft.bound = draft.bound or modifier[0]
    draft.approximate = draft.approximate or modifier[1]
    draft.start = begin


BEHIND = re.compile(r"[ -]((?:or|and) [a-z]+|plus|(?<=-)odd)\b")
INITIALS = frozenset("aop")
CLOSED = re.compile(r" (?:of|years?)\b|[,.;)]|\Z")
ADDED = re.compile(r" (?:[$£€0-9]|an?\b|the\b|another\b)")


def _attach_behind(text: str, draft: Draft) -> None:
    end = draft.end
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        draft.bound, draft.end = draft.bound or "at_least", end + 1
        return
    match = BEHIND.match(text, end) if text[end + 1 : end + 2] in INITIALS else None
    modifier = _behind().get(match[1]) if match else None
    if match is None or modifier is None:
        return
    if match[1] == "plus":
        if ADDED.match(text, match.end()):
            return
    elif text.startswith(" than", match.end()) or (
        match[1].startswith("and ") and draft.kind != "age" and not CLOSED.match(text, match.end())
    ):
        return
    draft.bound = draft.bound or modifier[0]
    draft.approximate = draft.approximate or modifier[1]
    draft.end = match.end()
