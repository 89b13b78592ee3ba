"""What a well-formed annotation is: every span and surface in it, checked against the text."""

from __future__ import annotations

from newsclaims.kinds import fields_with_spans
from newsclaims.model import Annotation, Mention, Reason, Span

_WITHOUT_TEXT = frozenset({Span, Reason})


def fault(annotation: Annotation, text: str) -> str | None:
    """What is wrong with the spans of an annotation, in words; None where nothing is.

    Spans of linked annotations are not looked at: each annotation answers for its own.

    >>> from newsclaims import Date
    >>> fault(Date(start=0, end=6, text="Monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    >>> fault(Date(start=0, end=6, text="monday", rule="dates.weekday", kind="date", value=None), "Monday came.")
    "text 'monday' does not stand at 0:6"
    """
    if _is_well_formed(annotation, text):  # as nearly all, and every annotation of every article is asked
        return None
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


def _is_well_formed(annotation: Annotation, text: str) -> bool:
    """Whether nothing is wrong; without the words for what might be."""
    parts: list[Annotation | Mention | Span | Reason] = [annotation]
    for name in fields_with_spans(type(annotation)):
        value = getattr(annotation, name)
        if isinstance(value, tuple):
            parts += value
        elif value is not None:
            parts.append(value)
    length = len(text)
    for part in parts:
        start, end = part.start, part.end
        if not 0 <= start < end <= length:
            return False
        if type(part) not in _WITHOUT_TEXT and text[start:end] != part.text:  # type: ignore[union-attr] # the others have one
            return False
    return True


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
