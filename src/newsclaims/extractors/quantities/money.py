"""Money: the sign before a number, and which currency a sign means that several share.

"$" is not guessed. It is settled by a prefix or suffix ("A$", "$5 US"), by another form of the same family in the
article ("US$" in one place, "$" in the next), or by the caller; else its candidates are kept. The order is that of
JavaMoney's proposal and of what price-parser's users asked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaims import units
from newsclaims.extractors.quantities.number import vocabulary
from newsclaims.units import Currency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft

GLUED_ONLY = frozenset({"KD", "LE", "NT", "PS", "QR", "SR", "Sh", "TL", "ZK"})
"""Signs that are words or initials before a space."""
IN_MILLIONS = ("AUD", "CAD", "CHF", "EUR", "GBP", "NOK", "SEK", "USD")
"""Codes that trade papers write with an M before them: "30 MUSD"."""
MILLION = 1_000_000
MILLIONS_BEHIND = re.compile(rf"[ \u00a0]?M({'|'.join(IN_MILLIONS)})\b")


@cache
def _signs() -> dict[str, Currency]:
    """Currencies by the signs that stand before a number; a sign of letters and "$" also with a space between."""
    known = dict(units.currency_signs(behind=False))
    for sign, currency in list(known.items()):
        letters = sign.removesuffix("$")
        if letters != sign and len(letters) > 1 and letters.isalpha():
            known[f"{letters} $"] = currency
            if len(letters) == 3:
                known[sign.lower()] = known[f"{letters.lower()} $"] = currency
    known.update({f"M{code}": Currency(code, code, code) for code in IN_MILLIONS})
    return known


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Lengths of the signs by their last character, the longest first."""
    found: dict[str, set[int]] = {}
    for sign in _signs():
        found.setdefault(sign[-1], set()).add(len(sign))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


def sign_before(text: str, start: int) -> tuple[Currency, int, str] | None:
    """The currency sign before a number, where it begins, and how it is written.

    >>> currency, begin, written = sign_before("some US$5 million", 8)
    >>> currency.code, begin, written
    ('USD', 5, 'US$')
    """
    end = start
    if end and text[end - 1] in " \u00a0":
        end -= 1
    for length in _lengths().get(text[end - 1 : end], ()):
        written = text[end - length : end] if length <= end else ""
        currency = _signs().get(written)
        if currency is not None and _stands_free(text, end - length, end, spaced=end < start):
            return currency, end - length, written
    return None


def _stands_free(text: str, begin: int, end: int, *, spaced: bool) -> bool:
    """Whether letters before a number are a sign and no end of a word or beginning of a name."""
    written = text[begin:end]
    if written[0].isalpha() and begin and (text[begin - 1].isalnum() or text[begin - 1] == "-"):
        return False
    return not (spaced and (written in GLUED_ONLY or (len(written) == 1 and written.isalpha())))


def set_prefix(draft: Draft, sign: tuple[Currency, int, str]) -> None:
    """Make money of a draft by the sign before it."""
    currency, draft.start, written = sign
    draft.kind, draft.rule, draft.prefixed = "money", "money", True
    draft.unit, draft.symbol, draft.candidates = currency.code, written, currency.candidates
    if written.removeprefix("M") in IN_MILLIONS and written not in IN_MILLIONS:
        draft.low, draft.high, draft.symbol = draft.low * MILLION, draft.high * MILLION, written[1:]


def attach_millions(text: str, draft: Draft) -> None:
    """Make money of "30 MUSD"."""
    match = MILLIONS_BEHIND.match(text, draft.end)
    if match is not None:
        draft.low, draft.high, draft.end = draft.low * MILLION, draft.high * MILLION, match.end()
        draft.kind, draft.rule, draft.unit, draft.symbol = "money", "money", match[1], match[1]


NATIONAL = re.compile(
    r" \(?(?:(US|U\.S\.)(?= (?:per|an?|to|in|and|for|on|at|from|by|as|each)\b|[ )]?\Z|[,;:)]|\.\s|\.\Z|\s*\n)"
    r"|(USD|AUD|CAD|NZD|HKD|SGD)\b|(Canadian|Australian|American)(?= |[,.;)]|\Z))\)?"
)
NATIONS = {"US": "USD", "U.S.": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD"}


def attach_nation(text: str, draft: Draft) -> None:
    """Settle "$5 million US", "$5 Canadian" and "74 cents US" by what stands behind."""
    parts = draft.unit == "cent"
    match = NATIONAL.match(text, draft.end) if parts or (draft.symbol == "$" and draft.unit is None) else None
    if match is None:
        return
    name = match[1] or match[2] or match[3]
    code, draft.end = NATIONS.get(name, name), match.end()
    if parts:
        draft.candidates = (code,)
    else:
        draft.unit, draft.candidates = code, ()


PARTS_JOINTS = frozenset({" ", " and ", ", "})


CLOSING = re.compile(r"[.,;:!?)]|\Z")
PARTS_OF_ONE = 100


def join_parts(text: str, left: Draft, right: Draft) -> Draft | None:
    """The one amount that "thirteen dollars forty-five cents" makes, or "two pounds 50" where nothing follows."""
    if left.kind != "money" or left.prefixed or left.rule != "money" or right.per or right.low >= PARTS_OF_ONE:
        return None
    spoken = right.kind == "number" and text[right.start : right.end].isdigit() and right.end - right.start == 2
    spoken = spoken and text[left.end : right.start] != ", " and CLOSING.match(text, right.end) is not None
    if right.rule != "currency-part" and not spoken:
        return None
    left.low = left.high = left.low + right.low / 100
    left.end = right.end
    return left


# Which currency


def settle(drafts: Sequence[Draft], hint: str | None) -> None:
    """Settle ambiguous signs by the other amounts of the article, then by the caller's hint.

    Args:
        drafts: All quantities of the article.
        hint: ISO 4217 code that the caller gave, or the one of the country that the caller gave.
    """
    amounts = [draft for draft in drafts if draft.kind == "money"]
    # A name in full ("Canadian dollars") tells that the bare sign means something else.
    written = {draft.unit for draft in amounts if draft.unit and draft.prefixed}
    for draft in amounts:
        if not draft.candidates:
            continue
        fitting = written.intersection(draft.candidates)
        code = fitting.pop() if len(fitting) == 1 else hint if hint in draft.candidates else None
        if draft.unit is not None:  # "cent" keeps its name
            draft.candidates = (code,) if code else draft.candidates
        elif code is not None:
            draft.unit, draft.candidates = code, ()
        elif draft.per:
            draft.unit = units.families()[draft.symbol or "$"].name


def pounds_to_money(text: str, drafts: Sequence[Draft]) -> None:
    """Make money of "pounds" where there are millions of them, or the sentence or the article tells of money."""
    pounds = [draft for draft in drafts if draft.unit == "pound" and draft.kind == "measure"]
    if not pounds:
        return
    sterling = any(draft.unit in ("GBP", "penny") for draft in drafts)
    for draft in pounds:
        named = "pounds" in text[draft.number.end : draft.end].lower()
        paid = sterling or draft.number.scale >= MILLION
        paid = paid or not vocabulary("before_sterling").isdisjoint(draft.words_before(text))
        if named and paid and not text.startswith(" of ", draft.end):
            draft.kind, draft.rule, draft.unit, draft.symbol = "money", "money", "GBP", "£"
