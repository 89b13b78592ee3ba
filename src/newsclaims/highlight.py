"""A text as HTML with stretches marked, which may overlap: for a look at an article in a notebook."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLE = """\
<style>
.newsclaims { white-space: pre-wrap; line-height: 1.6; max-width: 45em; }
.newsclaims .quotes { background: rgba(255, 212, 59, .35); }
.newsclaims .claims { border-bottom: 1px solid rgba(128, 128, 128, .6); }
.newsclaims .quantities { background: rgba(64, 192, 87, .35); }
.newsclaims .dates { background: rgba(51, 154, 240, .3); }
</style>"""


class Mark(NamedTuple):
    """A stretch to mark."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    layer: str
    """What it is; the class in the HTML."""
    label: str
    """What to say when the pointer rests on it."""


def highlight(text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML. Everything that comes from outside is escaped.

    Where marks of one layer overlap, the label is that of the one that starts last.

    >>> highlight("Rents <rose>.", [Mark(0, 5, "claims", "Orr"), Mark(0, 12, "quotes", 'said "Orr"')])
    '<span class="claims quotes" title="Orr; said &quot;Orr&quot;">Rents</span>\
<span class="quotes" title="said &quot;Orr&quot;"> &lt;rose&gt;</span>.'
    """
    starts = sorted(mark for mark in marks if mark.start < mark.end)
    edges = sorted({0, len(text), *(mark.start for mark in starts), *(mark.end for mark in starts)})
    waiting = iter(starts)
    coming = next(waiting, None)
    active: list[Mark] = []
    parts = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start]
        while coming is not None and coming.start <= start:
            active.append(coming)
            coming = next(waiting, None)
        parts.append(_marked(text[start:end], active))
    return "".join(parts)


def _marked(text: str, active: list[Mark]) -> str:
    labels = {mark.layer: mark.label for mark in active}
    shown = "".join("�" if "\ud800" <= letter <= "\udfff" else letter for letter in escape(text))
    if not labels:
        return shown
    title = escape("; ".join(label for label in labels.values() if label))
    return f'<span class="{escape(" ".join(sorted(labels)))}" title="{title}">{shown}</span>'
