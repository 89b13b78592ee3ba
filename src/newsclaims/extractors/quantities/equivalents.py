"""The same amount in another unit, in brackets: "more than 7.5 million crowns ($1.1 million)" bounds both."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.extractors.quantities.draft import Draft

CONVERTED = frozenset({"money", "measure"})
JOINTS = frozenset({" (", "(", " / "})


def attach(text: str, drafts: Sequence[Draft]) -> None:
    """Give an amount in brackets the bound, the approximation and the change of the one before it."""
    for before, draft in pairwise(drafts):
        joint = text[before.end : draft.start] if draft.start - before.end <= 3 else ""
        if joint in JOINTS and draft.kind == before.kind and draft.kind in CONVERTED and draft.unit != before.unit:
            draft.bound = draft.bound or before.bound
            draft.approximate = draft.approximate or before.approximate
            draft.change = draft.change or before.change
