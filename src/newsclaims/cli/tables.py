"""An article as tables that a person reads in a terminal: who said what, quantities, dates, claims."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from newsclaims.article import Article
    from newsclaims.model import Annotation, Claim, Date, Quantity, Quote, Span, Speaker

    Row = tuple[str, ...]

NARROWEST = 60
GAP = "  "
PLACES = 4
BOUNDS = {"more_than": ">", "less_than": "<", "at_least": "≥", "at_most": "≤"}
BASIC = frozenset({"start", "end", "text", "rule"})


def article(found: Article, kinds: Sequence[str] = (), width: int = 100) -> str:
    """Tables of what was found in an article.

    Args:
        found: The article.
        kinds: Kinds to show, by their plural; all where none is given.
        width: Width of the terminal.
    """
    width = max(width, NARROWEST)
    about = [found.id, found.source, found.published, f"{len(found.text):,} characters"]
    blocks = [_clean(" · ".join(part for part in about if part))]
    annotations: dict[str, Sequence[Any]] = {key: getattr(found, key) for key in COLUMNS} | dict(found.extra)
    for kind in kinds or annotations:
        listed = annotations[kind]
        headers, row = COLUMNS.get(kind, OTHER)
        rows = [row(annotation, found) for annotation in listed]
        blocks.append(f"{kind.upper()} ({len(rows)})" + "".join(f"\n{line}" for line in table(headers, rows, width)))
    return "\n\n".join(blocks)


def table(headers: Row, rows: Sequence[Row], width: int) -> Iterable[str]:
    r"""The lines of a table no wider than asked for; the longest column is wrapped first.

    >>> print(*table(("Who", "Words"), [("Ada Orr", "It rained and it rained and it rained.")], 30), sep="\n")
    Who      Words
    Ada Orr  It rained and it
             rained and it rained.
    """
    if not rows:
        return
    cells = [headers, *(tuple(_clean(cell) for cell in row) for row in rows)]
    widths = _widths([max(len(cell) for cell in column) for column in zip(*cells, strict=True)], width)
    for row in cells:
        wrapped = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=True)]
        for number in range(max(len(lines) for lines in wrapped)):
            parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
            yield GAP.join(part.ljust(size) for part, size in zip(parts, widths, strict=True)).rstrip()


def _widths(natural: list[int], width: int) -> list[int]:
    """Column widths: the widest columns give way until the table fits."""
    widths = list(natural)
    over = sum(widths) + len(GAP) * (len(widths) - 1) - width
    while over > 0:
        widest = widths.index(max(widths))
        second = max((size for index, size in enumerate(widths) if index != widest), default=1)
        cut = min(over, max(1, widths[widest] - second))
        if widths[widest] - cut < 1:
            break
        widths[widest] -= cut
        over -= cut
    return widths


def _clean(cell: str) -> str:
    """A cell on one line, without what could steer the terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in " ".join(cell.split()))


def _words(segments: Sequence[Span], text: str) -> str:
    return " … ".join(text[segment.slice] for segment in segments)


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "?"
    # A source without a name goes by its description, which holds the rest: "a spokesman for the port".
    rest = (part for part in (speaker.role, speaker.affiliation) if part and part not in speaker.name)
    return ", ".join((speaker.name, *rest))


def _quote(quote: Quote, found: Article) -> Row:
    words = _words(quote.segments, found.text)
    cue = ", ".join(part for part in (quote.cue and quote.cue.text, quote.date and quote.date.value) if part)
    return _who(quote.speaker), f"“{words}”" if quote.kind == "direct" else words, cue


def _claim(claim: Claim, found: Article) -> Row:
    who = claim.speaker.name if claim.speaker else claim.claimer
    notes: list[str] = [claim.modality] if claim.modality != "asserted" else []
    notes += ["denied"] if claim.polarity == "deny" else []
    return f"{claim.score:.1f}", who, _words(claim.segments, found.text), ", ".join([*notes, *claim.types])


def _quantity(quantity: Quantity, _found: Article) -> Row:
    notes = [quantity.kind, *([quantity.change] if quantity.change else [])]
    counted = quantity.counted.text if quantity.counted else ""
    return quantity.text, _value(quantity), quantity.unit or quantity.symbol or "", counted, ", ".join(notes)


def _value(quantity: Quantity) -> str:
    about = "~" if quantity.approximate else ""
    bound = f"{BOUNDS[quantity.bound]} " if quantity.bound else ""
    if quantity.value is not None:
        return f"{about}{bound}{_number(quantity.value)}"
    ends = [_number(end) for end in (quantity.low, quantity.high) if end is not None]
    return about + bound + " to ".join(ends)


def _number(value: Decimal) -> str:
    """A value with commas; a fraction such as a third to as many places as a reader needs."""
    places = -int(value.as_tuple().exponent) if value.is_finite() else 0
    return f"{value:,.{PLACES}f}" if places > PLACES else f"{value:,f}"


def _date(date: Date, _found: Article) -> Row:
    return date.text, date.value or "?", date.kind


def _speaker(speaker: Speaker, _found: Article) -> Row:
    return speaker.name, speaker.kind, speaker.role or "", speaker.affiliation or "", str(len(speaker.mentions))


def _other(annotation: Annotation, _found: Article) -> Row:
    """What a plugin's kind holds: its fields by name."""
    held = []
    for field in attrs.fields(type(annotation)):
        value = getattr(annotation, field.name)
        if field.name not in BASIC and value not in (None, ()):
            held.append(f"{field.name}: {getattr(value, 'text', value)}")
    return annotation.text, "; ".join(held)


COLUMNS: dict[str, tuple[Row, Callable[[Any, Article], Row]]] = {
    "quotes": (("Who", "Words", "Cue"), _quote),
    "quantities": (("Text", "Value", "Unit", "Of", "Kind"), _quantity),
    "dates": (("Text", "Value", "Kind"), _date),
    "claims": (("Score", "Who", "Claim", "About"), _claim),
    "speakers": (("Name", "Kind", "Role", "Affiliation", "Mentions"), _speaker),
}
OTHER: tuple[Row, Callable[[Any, Article], Row]] = (("Text", "Holds"), _other)
