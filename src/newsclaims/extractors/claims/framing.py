"""Framing: who puts the content of a quote or a thought forward, and how; and when nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.claims.openings import ADVERBIAL
from newsclaims.extractors.claims.polarity import has_effect, stance
from newsclaims.extractors.claims.units import Frame
from newsclaims.model import Attribution, Mention, Quote, Speaker
from newsclaims.text.wordclass import ADVERB, AUXILIARY, FINITE, NEGATION, PUNCTUATION, QUOTE, SUBORDINATOR, WH

if TYPE_CHECKING:
    from newsclaims.document import Document
    from newsclaims.extractors.claims.located import Located
    from newsclaims.extractors.claims.units import Stretch
    from newsclaims.model import Claimer

FIRST_PERSON = frozenset({"i", "we"})
_SHARES = frozenset(
    {"percent", "half", "majority", "third", "thirds", "two-thirds", "quarter", "quarters", "plurality"}
)  # fmt: skip
_PHRASAL_ACTS = frozenset({"call on", "call upon", "call for", "appeal to", "appeal for"})


class Place(NamedTuple):
    """A mention of a speaker."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    speaker: Speaker
    """Who is mentioned."""


def frame_of(document: Document, said: Quote | Attribution, stretch: Stretch, places: Located[Place]) -> Frame | None:
    """The frame of what is said or thought in a sentence; None where the source puts nothing forward."""
    says = stance(document, said.cue, said.source)
    if says == "deny" and said.kind == "direct":  # '"Never," he denied': the quoted words are what he affirms
        says = "affirm"
    if (
        says == "none"
        or _is_own_voice(said)
        or _is_share_of_people(said)
        or _is_comment(document, said)
        or (said.kind != "direct" and _reports_an_act(document, said, stretch))
    ):
        return None
    quote = said if isinstance(said, Quote) else None
    spoken = said.kind != "indirect"
    if says == "presuppose":  # the source does not put it forward, but the article takes it as given
        return Frame("article", quote=quote, spoken=spoken, confidence=said.confidence)
    speaker = said.speaker if isinstance(said, Quote) else _speaker_of(said.source, places)
    claimer: Claimer = "speaker" if speaker or said.source else "unknown"
    return Frame(claimer, speaker, quote, said.cue, says == "deny", spoken, said.confidence)


def _is_own_voice(said: Quote | Attribution) -> bool:
    """Whether the author speaks of himself: "I think that" outside quotation marks stays in the clause."""
    return said.kind != "direct" and said.source is not None and said.source.text.lower() in FIRST_PERSON


def _is_share_of_people(said: Quote | Attribution) -> bool:
    """Whether the source is a figure: that 52 percent say something is a statistic that the article gives."""
    if said.kind != "indirect" or said.source is None:
        return False
    words = said.source.text.lower().split()
    return not _SHARES.isdisjoint(words) or words[0][0].isdigit()


def _is_comment(document: Document, said: Quote | Attribution) -> bool:
    """Whether the cue is part of a comment of the article: "it is worth noting that"."""
    if said.cue is None:
        return False
    at = document.tokens.at(said.cue.start)
    return at > 0 and document.tokens.lowers[at - 1] == "worth"


def _reports_an_act(document: Document, said: Quote | Attribution, stretch: Stretch) -> bool:
    """Whether what is reported is what the source did, not what it holds: "asked", "urged", "praised".

    That holds for the sentence of the cue; what a quote goes on with behind it is said.
    """
    if said.cue is None:
        return False
    cue, behind = document.tokens.at(said.cue.start), document.tokens.at(said.cue.end)
    if not stretch.first <= cue < stretch.last:
        return False
    particles = document.tokens.lowers[behind - 1 : min(behind + 1, stretch.last)]
    if any(f"{said.cue.lemma} {particle}" in _PHRASAL_ACTS for particle in particles):
        return True
    return has_effect(said.cue, "act", document.lang)


def is_main(document: Document, said: Quote | Attribution, stretch: Stretch) -> bool:
    """Whether source and cue are subject and verb of a main clause: not "when he called it", "a plan called"."""
    if said.cue is None or said.source is None:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    source, cue = document.tokens.at(said.source.start), document.tokens.at(said.cue.start)
    if not (stretch.first <= source < stretch.last and stretch.first <= cue < stretch.last):
        return False
    between = range(min(source, cue), max(source, cue) + 1)
    verb = cue
    while verb > stretch.first and not tags[verb] & FINITE and tags[verb - 1] & (AUXILIARY | ADVERB | NEGATION):
        verb -= 1
    if not tags[verb] & FINITE or any(tags[index] & WH for index in between):
        return False
    before = source - 1
    while before >= stretch.first and tags[before] & QUOTE:
        before -= 1
    return before < stretch.first or not (tags[before] & SUBORDINATOR or lowers[before] in ADVERBIAL)


def is_built_in(document: Document, said: Quote | Attribution) -> bool:
    """Whether quoted words are part of the sentence round them: 'told owners to "pay up"', 'called it "a farce"'."""
    if said.cue is None or said.cue.end > said.segments[0].start:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    before = document.tokens.at(said.segments[0].start) - 1
    while before > 0 and tags[before] & QUOTE:
        before -= 1
    return before >= document.tokens.at(said.cue.end) and not tags[before] & PUNCTUATION and lowers[before] != "that"


def _speaker_of(source: Mention | None, places: Located[Place]) -> Speaker | None:
    """The speaker with the longest mention inside a source."""
    inside = places.within([source.span]) if source is not None else []
    return max(inside, key=lambda place: place.end - place.start).speaker if inside else None
