"""The extractors: one package a kind. ``BUILT_IN`` is the one ordered table of them.

An extractor does not import another one: they meet through what was found. The pipeline orders them by what each
requires and provides; this table breaks ties.
"""

from __future__ import annotations

BUILT_IN: dict[str, str] = {
    "dates": "newsclaims.extractors.dates:DateExtractor",
    "quantities": "newsclaims.extractors.quantities:QuantityExtractor",
    "attributions": "newsclaims.extractors.attributions:AttributionExtractor",
    "speakers": "newsclaims.extractors.speakers:SpeakerExtractor",
    "quotes": "newsclaims.extractors.quotes:QuoteExtractor",
    "claims": "newsclaims.extractors.claims:ClaimExtractor",
}
