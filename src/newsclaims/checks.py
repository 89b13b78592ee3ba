"""What a well-formed annotation is: every span and surface in it, checked against the text."""

from __future__ import annotations

from newsclaims.kinds import fields_with_spans
from newsclaims.model import Annotation, Mention, Reason, Span


def fault(annotation: Annotation, text: str) -> str | None:
    """What is wrong with the spans of an annotation, in words; None where nothing is.

    Spans of linked annotations are not looked at: each annotation answers for its own.

    >>> from newsclaims import Date
    >>> fault(Date(start=0, end=6, text="Monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    >>> fault(Date(start=0, end=6, text="monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    "text 'monday' does not stand at 0:6"
    """
    wrong = _fault((annotation,), text)
    if wrong:
        return wrong
    for name in fields_with_spans(type(annotation)):
        value = getattr(annotation, name)
        if value is None:
            continue
        wrong = _fault(value if isinstance(value, tuple) else (value,), text)
        if wrong:
            return f"{name}: {wrong}"
    return None


def _fault(parts: tuple[Annotation | Mention | Span | Reason | None, ...], text: str) -> str | None:
    length = len(text)
    for part in parts:
        if part is None:
            continue
        start, end = part.start, part.end
        if not 0 <= start < end <= length:
            return f"span {start}:{end} is empty or outside the text of {length} characters"
        if isinstance(part, (Annotation, Mention)) and text[start:end] != part.text:
            return f"text {part.text!r} does not stand at {start}:{end}"
    return None
