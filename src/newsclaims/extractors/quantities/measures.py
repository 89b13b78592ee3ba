"""What stands behind a number: units, currency names and signs, and what the whole is divided by ("per barrel").

All names are looked up by their first word in one table, longest first, so that a number costs one look-up however many
units there are.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from newsclaims import lexicons, units
from newsclaims.extractors.quantities.counted import phrase
from newsclaims.extractors.quantities.draft import Draft
from newsclaims.text.morphology import singular
from newsclaims.text.wordclass import NOUN
from newsclaims.units import Currency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclaims.model import QuantityKind

KEY = re.compile(r"[^\W\d_]+|[^\w\s]")
GAP = re.compile(r"[ \u00a0]?-?")
BRACKETS = {"[": "]", "{": "}"}
OF = re.compile(r" of ")
FULL_STOP = re.compile(r"\Z|\s*\n|\s+[A-Z\"“]")
PART_OF = re.compile(r" (?:of )?an? ")
PROPORTIONS: dict[str, QuantityKind] = {
    "percent": "percent",
    "percentage point": "percentage_point",
    "basis point": "percentage_point",
}


@frozen
class Surface:
    """A way to write a unit or a currency."""

    text: str
    """How it is written; a name in small letters is matched in any case."""
    folded: bool
    """Whether case is ignored."""
    glued: bool
    """Whether it counts only directly behind a digit."""
    unit: str | None = None
    """Unit of measure, by name."""
    currency: Currency | None = None
    """Currency or family."""
    subunit: str | None = None
    """Part of a currency unit: "cent"."""
    owners: tuple[str, ...] = ()
    """Currencies that the part may belong to."""


Index = dict[str, list[Surface]]


def _is_folded(surface: str) -> bool:
    return len(surface) > 3 and surface.islower()


def _surfaces_of_units(extra: Mapping[str, tuple[str, ...]]) -> list[Surface]:
    found = [Surface(text, _is_folded(text), glued=False, unit=name) for text, name in units.surfaces().items()]
    found += [Surface(text, folded=False, glued=True, unit=name) for text, name in units.glued_surfaces().items()]
    for name, texts in extra.items():
        found += [Surface(text, _is_folded(text), glued=False, unit=name) for text in dict.fromkeys((*texts, name))]
    return found


def _surfaces_of_currencies() -> list[Surface]:
    found = [Surface(text, folded=True, glued=False, currency=c) for text, c in units.currency_names().items()]
    found.append(Surface("won", folded=False, glued=False, currency=units.families()["won"]))
    for text, currency in units.currency_signs(behind=True).items():
        found.append(Surface(text, folded=False, glued=text.isalpha() and len(text) == 1, currency=currency))
    for name, row in lexicons.table("currency_subunits").items():
        for text in (entry.strip() for entry in row[0].split(";")):
            owners = tuple(row[1].split())
            found.append(Surface(text, folded=len(text) > 1, glued=text == "c", subunit=name, owners=owners))
    return found


def build_index(extra: Mapping[str, tuple[str, ...]]) -> Index:
    """Surfaces by their first word, longest first; ``extra`` holds the user's units with their surfaces."""
    index: Index = {}
    for surface in _surfaces_of_units(extra) + _surfaces_of_currencies():
        key = KEY.match(surface.text)
        if key is not None:
            index.setdefault(key[0].lower() if surface.folded else key[0], []).append(surface)
    for surfaces in index.values():
        surfaces.sort(key=lambda surface: (-len(surface.text), surface.glued))
    return index


@cache
def index() -> Index:
    """The surfaces that the library knows."""
    return build_index({})


def find(text: str, position: int, surfaces: Index, *, glued: bool, hyphen: bool = False) -> tuple[Surface, int] | None:
    """The longest surface at a position, and where it ends.

    Args:
        text: The text.
        position: Where the surface must begin.
        surfaces: The surfaces to look for.
        glued: Whether a digit stands directly before.
        hyphen: Whether a hyphen ties it to the number, so that hyphens may stand for its spaces too.

    >>> found = find("3 square feet", 2, index(), glued=False)
    >>> found[0].unit, found[1]
    ('square foot', 13)
    """
    key = KEY.match(text, position)
    if key is None:
        return None
    candidates = surfaces.get(key[0], [])
    if not key[0].islower():
        candidates = candidates + surfaces.get(key[0].lower(), [])
    for surface in candidates:
        if glued or not surface.glued:
            end = position + len(surface.text)
            written = text[position:end]
            if hyphen and "-" not in surface.text:
                written = written.replace("-", " ")
            if (written.lower() if surface.folded else written) == surface.text and _ends_word(text, end):
                return surface, end
    return None


def _ends_word(text: str, end: int) -> bool:
    if not text[end - 1].isalnum():
        return True
    following = text[end : end + 1]
    return not following.isalnum() and following not in ("²", "³")


# The unit behind a number


def attach(text: str, draft: Draft, surfaces: Index) -> None:
    """Give a draft the unit or currency behind its number, if there is one."""
    gap = GAP.match(text, draft.end)
    between = gap[0] if gap else ""
    if between == " -":
        return
    part = PART_OF.match(text, draft.end) if draft.number.fraction else None
    if draft.number.vague:
        part = OF.match(text, draft.end)
    position = part.end() if part else draft.end + len(between)
    glued = position == draft.end and not draft.number.written
    bracket = text[position : position + 1] in BRACKETS  # "20 [kg]"
    found = find(text, position + bracket, surfaces, glued=glued, hyphen=between == "-")
    if found is None or not _is_meant(text, draft, *found):
        return
    surface, end = found
    if bracket and text[end : end + 1] != BRACKETS[text[position]]:
        return
    end += bracket
    draft.end = end - 1 if surface.text.endswith(".") and FULL_STOP.match(text, end) else end
    if surface.unit is not None:
        set_unit(draft, surface.unit)
    elif surface.currency is not None:
        set_currency(draft, surface.currency)
    else:
        draft.kind, draft.rule, draft.unit = "money", "currency-part", surface.subunit
        draft.candidates = surface.owners


def set_unit(draft: Draft, name: str) -> None:
    """Give the draft a unit of measure."""
    draft.unit = name
    known = units.units().get(name)
    if name in PROPORTIONS:
        draft.kind = PROPORTIONS[name]
        draft.rule = draft.kind.replace("_", "-")
    elif known is not None and known.dimension == "time":
        draft.kind, draft.rule = "duration", "duration"
    else:
        draft.kind, draft.rule = "measure", "measure"


def set_currency(draft: Draft, currency: Currency) -> None:
    """Make the draft an amount of money."""
    draft.kind, draft.rule = "money", "money"
    draft.unit, draft.symbol, draft.candidates = currency.code, currency.symbol, currency.candidates


TEMPERATURE = re.compile(
    r"[Tt]emperature|[Dd]egrees|\b(?:[Hh]igh|[Ll]ow)s?\b|[Hh]eat|[Cc]old|[Ff]reez|[Ww]arm|[Oo]vernight|°"
)
NEAR = 60
"""Characters before a number in which a word makes degrees of "C" and "F"."""
VIDEO_LINES = frozenset(map(Decimal, (480, 720, 1080, 1440, 2160, 4320)))
HEAVIEST = 60
"""The most stone that anything weighs."""
LETTERS = frozenset("mgltWVhc")
MILLION = 1_000_000
SPENT = re.compile(
    r"[,.;:)?!]|\Z| \(| (?:and|as|at|each|for|from|in|is|last|of|on|or|per|that|this|to|was|were|which|worth)\b"
    r"| an? (?:day|head|month|share|week|year)\b"
)
"""What stands behind an amount: "12 million won in fines", but "12 million won seats"."""


def _is_meant(text: str, draft: Draft, surface: Surface, end: int) -> bool:
    """Whether a surface that means other things too is the unit here."""
    written = surface.text
    if written in ("C", "F"):
        return draft.low < 0 or TEMPERATURE.search(text, max(0, draft.start - NEAR), end + NEAR) is not None
    if written == "second" and text[draft.end : draft.end + 1] != "-":  # "two second chances"
        return draft.low == 1 and not text.startswith("-", end)
    if written == "won":
        return draft.number.scale >= MILLION and SPENT.match(text, end) is not None
    if written == "p":
        return draft.low not in VIDEO_LINES and not draft.number.written
    if written == "stone":
        return draft.low < HEAVIEST and text[end - len(written)].islower()
    return not (written in LETTERS and text[end : end + 1] in ("-", "'"))


# Rates

IN_BRACKETS = re.compile(r" \(([^()\n]{2,30})\)(?= (?:an?|per|each|every) )")
BEFORE_RATE = frozenset(" /-")
RATE_INITIALS = frozenset("(/aefp")
OVER = re.compile(r"(?: ?/ ?(?:per )?| per |-per-| (an?|each|every|for every)[ \-]|-(an?)-)")
WHOLE = re.compile(r"(?:[0-9][0-9,.]{0,9}[0-9]|[0-9]|one|ten|hundred|thousand) [a-z]+")
NOUN_WORD = re.compile(r"[A-Za-z]+")
PER_TIME = {"d": "day", "h": "hour", "s": "second"}
"""Letters that are stretches of time behind a stroke alone: "30 km/s"."""
PRICED = frozenset({"area", "energy", "length", "mass", "volume"})
"""Dimensions of what is sold by the unit."""
NOT_A_RATE = re.compile(r" (?:earlier|ago|before|later|after|prior|from|old|since|and a|into)\b")


def may_divide(text: str, end: int) -> bool:
    """Whether two characters leave it open that the words behind a quantity divide it: "/kg", " per", " a", " each"."""
    first = text[end : end + 1]
    return first in BEFORE_RATE and (first == "/" or text[end + 1 : end + 2] in RATE_INITIALS)


def attach_rate(text: str, draft: Draft, surfaces: Index) -> None:
    """Give a draft what it is divided by: "per barrel", "a year", "/kg", "per 100,000 people"."""
    if not may_divide(text, draft.end):
        return
    brackets = IN_BRACKETS.match(text, draft.end) if text.startswith(" (", draft.end) else None
    if brackets is not None and brackets[1][0] in "$£€¥0123456789UACHN":
        beyond = Draft(brackets.end(), brackets.end(), draft.low, draft.high, draft.number)
        attach_rate(text, beyond, surfaces)  # "9 billion shekels ($2.4 billion) a year"
        draft.per = beyond.per
        return
    over = OVER.match(text, draft.end)
    if over is None:
        return
    article = bool(over[1] or over[2])
    found = find(text, over.end(), surfaces, glued=True, hyphen=bool(over[2]))
    if found is not None and found[0].unit is not None:
        if _is_rate(text, draft, found[0], found[1], over[0], article=article):
            draft.per, draft.end = found[0].unit, found[1]
        return
    noun = NOUN_WORD.match(text, over.end())
    if noun is not None and "/" in over[0] and noun[0] in PER_TIME:
        draft.per, draft.end = PER_TIME[noun[0]], noun.end()
        return
    if noun is None or article or "/" in over[0]:
        named = noun is not None and noun[0] in lexicons.words("rate_nouns")
        whole = WHOLE.match(text, over.end()) if noun is None and not article else None
        if noun is not None and named:
            draft.per, draft.end = singular(noun[0]), noun.end()
        elif whole is not None:
            draft.per, draft.end = whole[0], whole.end()
        return
    whole = WHOLE.match(text, over.end())
    noun = _head(text, noun)
    draft.per, draft.end = (whole[0], whole.end()) if whole else (singular(noun[0]), noun.end())


def _head(text: str, first: re.Match[str]) -> re.Match[str]:
    """The noun behind "per", which a word before it may describe: the trip of "per foraging trip"."""
    words = phrase(text, first.start())[:2]
    if len(words) < 2 or not words[1].classes & NOUN or words[1].plural or not words[1].text.islower():
        return first
    if words[0].classes & NOUN and not words[0].text.endswith("ing"):
        return first
    return NOUN_WORD.match(text, words[1].start) or first


def _is_rate(text: str, draft: Draft, surface: Surface, end: int, over: str, *, article: bool) -> bool:
    """Whether a unit behind "per" or an article divides: not "5% a year earlier"."""
    known = units.units().get(surface.unit or "")
    if article:
        timed = known is not None and known.dimension == "time"
        priced = draft.kind == "money" and known is not None and known.dimension in PRICED  # "$9,340 a tonne"
        usual = timed or priced or surface.unit in lexicons.words("rate_nouns")
        return usual and NOT_A_RATE.match(text, end) is None
    return len(surface.text) > 1 or "/" in over


def time_unit(name: str) -> str | None:
    """The unit of time of a name in small letters, if it is one."""
    known = units.units().get(name)
    return name if known is not None and known.dimension == "time" else None
