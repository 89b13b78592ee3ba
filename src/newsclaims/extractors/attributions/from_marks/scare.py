"""Quotation marks round what nobody says: nicknames, titles of works, signs and slogans, scare quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsclaims import lexicons
from newsclaims.text.morphology import singular
from newsclaims.text.wordclass import NAME, PREPOSITION

if TYPE_CHECKING:
    from newsclaims.extractors.attributions.from_marks.regions import Region
    from newsclaims.extractors.attributions.reading import Reading

NoSpeech = Literal["nickname", "title", "sign", "scare"]
SHORT = 4
"""A quotation of fewer words that does not end like a sentence is no speech where nothing attributes it."""


def no_speech(reading: Reading, region: Region) -> NoSpeech | None:
    """Why a quotation that no frame attributes is no speech; None where it may be.

    - ``nickname``: it stands inside a name: Ray “Duke” Alder.
    - ``title``: each word but the small ones has a capital, and no mark ends it: “The Long Road”.
    - ``sign``: what carries words, and no person, stands before it: a banner reading “No More”.
    - ``scare``: a few words that end like no sentence: the “experts”.
    """
    tags = reading.tags
    before = tags[region.first - 1] if region.first else 0
    behind = tags[region.last] if region.last < len(tags) else 0
    if region.words <= 3 and before & NAME and behind & NAME:
        return "nickname"
    if _carrier_before(reading, region):
        return "sign"
    if not region.stop and region.words > 1 and _is_title_case(reading, region):
        return "title"
    return "scare" if region.words < SHORT and not (region.stop or region.comma) else None


def _carrier_before(reading: Reading, region: Region) -> bool:
    """Whether one of the last words before a quotation names something that carries words."""
    carriers = lexicons.words("word_carriers")
    return any(singular(reading.lowers[k]) in carriers for k in range(max(0, region.first - 5), region.first))


def _is_title_case(reading: Reading, region: Region) -> bool:
    words = [k for k in range(region.inner_first, region.inner_last) if reading.lowers[k][0].isalpha()]
    large = [k for k in words if reading.text[reading.starts[k]].isupper()]
    small = [k for k in words if k not in large and not (reading.tags[k] & PREPOSITION or len(reading.lowers[k]) < 4)]
    return len(words) > 1 and len(large) > 1 and not small
