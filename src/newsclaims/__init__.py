"""Claims, quotes and quantities from the text of a news article, each with its exact span.

>>> import newsclaims as nc
>>> article = nc.extract("Rain fell.", published="2025-01-20")
>>> article.published
'2025-01-20'
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsclaims.article import Article, ClaimFilter, Problem
from newsclaims.catalogue import rules
from newsclaims.document import Document
from newsclaims.errors import AnnotationError, ArgumentError, NewsclaimsError, PipelineError, SchemaError
from newsclaims.extractors.protocol import Extractor, Found
from newsclaims.model import (
    Annotation,
    Attribution,
    Claim,
    Counted,
    Cue,
    Date,
    Mention,
    Quantity,
    Quote,
    Reason,
    Source,
    Span,
    Speaker,
)
from newsclaims.pipeline import Pipeline
from newsclaims.plugins import available

if TYPE_CHECKING:
    import datetime

    from newsclaims.export.json import from_dict, to_dict

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "AnnotationError",
    "ArgumentError",
    "Article",
    "Attribution",
    "Claim",
    "ClaimFilter",
    "Counted",
    "Cue",
    "Date",
    "Document",
    "Extractor",
    "Found",
    "Mention",
    "NewsclaimsError",
    "Pipeline",
    "PipelineError",
    "Problem",
    "Quantity",
    "Quote",
    "Reason",
    "SchemaError",
    "Source",
    "Span",
    "Speaker",
    "available",
    "extract",
    "from_dict",
    "rules",
    "to_dict",
]

# Names whose modules are slow to import: loaded at first use.
_LAZY = {"to_dict": "newsclaims.export.json", "from_dict": "newsclaims.export.json"}


@cache
def _default() -> Pipeline:
    return Pipeline.default()


def extract(
    text: str | Document, *, published: str | datetime.date | None = None, source: str | None = None
) -> Article:
    """Everything that the default pipeline finds in one text.

    Args:
        text: The text of an article, or a `Document` made before.
        published: Publication date, ISO 8601 or a date; relative dates are resolved against it.
        source: Who published it.

    Raises:
        ArgumentError: An argument has a wrong type or form. No text raises.
    """
    return _default().extract(text, published=published, source=source)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY})


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
