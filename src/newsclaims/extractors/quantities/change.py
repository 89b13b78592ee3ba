"""Change: "rose 5% to $3bn", "fell from 12% to 9%", "up 2 points"; the amount of it and the levels are linked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaims import lexicons
from newsclaims.extractors.quantities.before import words_before
from newsclaims.extractors.quantities.number import vocabulary
from newsclaims.text.morphology import verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft
    from newsclaims.model import Change

FARTHEST = 60
"""Characters between an amount of change and the levels that it leads to."""
FARTHEST_VERB = 5
"""Words between a verb of change and its amount."""
FARTHEST_BY = 12
"""Words between a verb of change and what stands behind "by": its object is between them."""
FARTHEST_FROM = 7
"""Words between a verb of change and "from"."""
UP = frozenset({"up", "higher", "upward", "upwards"})
DOWN = frozenset({"down", "lower", "downward", "downwards"})
PREPOSITIONS = frozenset({"about", "for", "from", "in", "of", "on"})
BEFORE_NOUN = PREPOSITIONS | {"a", "an", "any", "his", "its", "no", "such", "that", "the", "their", "this"}
"""Words behind which "rise" and "gains" are nouns."""
BE = frozenset({"is", "was", "are", "were", "by", "be", "been", "being"})
UNCHANGING = frozenset({"age", "score"})

SAID_AGAIN = frozenset({", or ", " or ", " ("})
AMOUNTS = frozenset({"count", "measure", "money", "percent", "percentage_point"})
TO = re.compile(r"(?: [a-z]+){0,2},? to(?: [a-z]+){0,4} ")
PART_OF = re.compile(r" (?:out )?of(?: [A-Za-z'’]+){0,3} ")
COMPARED = AMOUNTS | {"number"}
UP_FROM = re.compile(r"[^.!?;\n]*[,(] ?(up|down|higher|lower)(?: [a-z]+ly)? from ")
NEAR_VERB = 4
"""Words between a verb of change and the level that it leads to, where nothing else is asked."""
FARTHEST_BACK = 90
"""Characters between a level and the one that it is compared with."""
FROM = re.compile(r"(?:,? [A-Za-z]+){0,6},? from(?: [a-z]+){0,3} ")


@cache
def _verbs() -> dict[str, tuple[Change, str]]:
    """Forms of the verbs of change: the direction, and whether the amount stands directly, behind "by", or either."""
    forms: dict[str, tuple[Change, str]] = {}
    for verb, row in lexicons.table("quantity_verbs").items():
        for form in verb_forms(verb):
            forms[form] = cast("Change", row[0]), row[1]
    return forms


def _particle(word: str) -> Change | None:
    return "up" if word in UP else "down" if word in DOWN else None


def attach(text: str, drafts: Sequence[Draft]) -> None:
    """Give the drafts their direction of change, and link the amount of a change with the levels it leads to."""
    for index, draft in enumerate(drafts):
        if draft.kind in UNCHANGING or draft.source is not None:
            continue
        if draft.body and text[draft.body - 1] == "+":
            draft.change = "up"
        words = draft.words_before(text)
        if words and words[0] == "by":
            words = words_before(text, draft.start, FARTHEST_BY)
        direction = _direction(words, draft) or (draft.change if draft.kind == "multiple" else None)
        if direction is not None:
            draft.change = draft.change or direction
            _link(text, drafts, index)
        elif words and words[0] == "to":
            _link_level(text, drafts, index, words)
        elif index and words[:1] == ["from"] and _particle(words[1] if len(words) > 1 else ""):
            _link_back(text, drafts, index)


def _direction(words: list[str], draft: Draft) -> Change | None:
    """The direction that the words before a number give it: "rose", "fell by", "is up"."""
    for distance, word in enumerate(words[:FARTHEST_VERB]):
        before = words[distance + 1] if distance + 1 < len(words) else ""
        particle = _particle(word)
        if particle is not None:
            return particle if _is_predicate(before, draft) else None
        if word in _verbs():
            direction, place = _verbs()[word]
            return None if before in BEFORE_NOUN or place == "by" or draft.kind == "duration" else direction
        if word == "by":
            return _direction_by(words[distance + 1 :])
        if word not in vocabulary("change_fillers"):
            return None
    return None


def _direction_by(words: list[str]) -> Change | None:
    """The direction of the verb that "by" goes with, its object left out: "raised its rate by", "fell sharply by"."""
    for index, word in enumerate(words):
        direction = _of_word(word)
        if direction is not None:
            if word in _verbs() and _verbs()[word][1] == "directly":
                return None  # "lost by one vote"
            return None if words[index + 1 : index + 2] and words[index + 1] in BEFORE_NOUN else direction
        if word in vocabulary("between_verb_and_by"):
            return None
    return None


def _is_predicate(before: str, draft: Draft) -> bool:
    """Whether "up" tells a direction and belongs to no verb: "is up 5%", not "set up 3 camps"."""
    if before in vocabulary("particle_verbs") or draft.kind == "duration":
        return False
    if draft.counted is not None and draft.counted.lemma == "point":
        return True
    if draft.kind != "count" and not (draft.kind == "number" and draft.number.written):
        return True
    return not before or before in BE or before.isdigit()


def _link(text: str, drafts: Sequence[Draft], index: int) -> None:
    """Link an amount of change with the levels behind it: "rose 5% to $3bn from $2.9bn"."""
    amount = last = drafts[index]
    for other in drafts[index + 1 : index + 4]:
        between = _between(text, last, other)
        if between in SAID_AGAIN and other.kind in AMOUNTS - {amount.kind}:  # "rose 123 points, or 0.35 percent"
            other.change, last = other.change or amount.change, other
            continue
        if amount.target is None and TO.fullmatch(between):
            linked = amount.link(target=other)
            _share_points(amount, other)
        else:
            linked = amount.source is None and FROM.fullmatch(between) is not None and amount.link(source=other)
        if not linked:
            return
        last = other


def _share_points(amount: Draft, level: Draft) -> None:
    """Count the points of an index that rose by points: "rose 64 points to 4,577"."""
    if level.kind == "number" and amount.counted is not None and amount.counted.lemma == "point":
        level.kind, level.counted = amount.kind, amount.counted


def _link_level(text: str, drafts: Sequence[Draft], index: int, words: list[str]) -> None:
    """Link a level with the one before the change: "rose to $7bn from $6bn"."""
    level = drafts[index]
    direction = _first_direction(words[:NEAR_VERB]) or _direction_by(words[1:])
    if direction is None or index + 1 >= len(drafts):
        return
    if FROM.fullmatch(_between(text, level, drafts[index + 1])) and level.link(source=drafts[index + 1]):
        level.change = direction


def _link_back(text: str, drafts: Sequence[Draft], index: int) -> None:
    """Link a level with the one that it is compared with: "employs 3,000 people, up from 2,400 in 2019"."""
    before, level = drafts[index], drafts[index - 1]
    if index > 1 and PART_OF.fullmatch(text, drafts[index - 2].end, level.start):
        level = drafts[index - 2]  # "92 of the 480 homes are empty, up from 15"
    compared = UP_FROM.fullmatch(text, level.end, before.start) if before.start - level.end <= FARTHEST_BACK else None
    same = (level.kind, level.unit) == (before.kind, before.unit) and level.kind in COMPARED
    if compared is None or not same or level.change is not None or not level.link(source=before):
        return
    level.change = _particle(compared[1])


def _between(text: str, left: Draft, right: Draft) -> str:
    end = left.counted.end if left.kind == "count" and left.counted else left.end
    return text[end : right.start] if right.start - end <= FARTHEST else ""


def _of_word(word: str) -> Change | None:
    known = _verbs().get(word)
    return known[0] if known else _particle(word)


def _first_direction(words: list[str]) -> Change | None:
    for word in words:
        direction = _of_word(word)
        if direction is not None:
            return direction
    return None


def is_amount(words: list[str]) -> bool:
    """Whether a verb of change that takes its amount directly stands before a number: "rose 2p to 139.9p"."""
    verb = _verbs().get(words[0]) if words else None
    return verb is not None and verb[1] != "by" and not (len(words) > 1 and words[1] in BEFORE_NOUN)


def before_from(text: str, start: int) -> Change | None:
    """The direction of the verb before "from": "fell from 12% to 9%"; None where no verb of change stands there.

    >>> before_from("It fell from 12% to 9%.", 13)
    'down'
    """
    return _first_direction(words_before(text, start, FARTHEST_FROM))
