"""What a well-formed annotation is: every span and surface in it, checked against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.kinds import fields_with_spans
from newsclaims.model import Annotation, Mention, Reason, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


def fault(annotation: Annotation, text: str) -> str | None:
    """What is wrong with the spans of an annotation, in words; None where nothing is.

    Spans of linked annotations are not looked at: each annotation answers for its own.

    >>> from newsclaims import Date
    >>> fault(Date(start=0, end=6, text="Monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    >>> fault(Date(start=0, end=6, text="monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    "text 'monday' does not stand at 0:6"
    """
    wrong = _fault(annotation, text)
    if wrong:
        return wrong
    for name, part in _parts(annotation):
        wrong = _fault(part, text)
        if wrong:
            return f"{name}: {wrong}"
    return None


def _fault(part: Annotation | Mention | Span | Reason, text: str) -> str | None:
    if not 0 <= part.start < part.end <= len(text):
        return f"span {part.start}:{part.end} is empty or outside the text of {len(text)} characters"
    if isinstance(part, (Annotation, Mention)) and text[part.start : part.end] != part.text:
        return f"text {part.text!r} does not stand at {part.start}:{part.end}"
    return None


def _parts(annotation: Annotation) -> Iterator[tuple[str, Mention | Span | Reason]]:
    for name in fields_with_spans(type(annotation)):
        value = getattr(annotation, name)
        for part in value if isinstance(value, tuple) else (value,):
            if part is not None:
                yield name, part
