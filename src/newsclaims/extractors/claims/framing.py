"""Framing: who puts the content of a quote or a thought forward, and how; and when nobody does."""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclaims.extractors.claims.located import Located
from newsclaims.extractors.claims.openings import ADVERBIAL, CONDITIONS, CONTRASTS, RELATIVES
from newsclaims.extractors.claims.polarity import stance
from newsclaims.extractors.claims.units import Frame
from newsclaims.model import Quote
from newsclaims.text.clauses import holds
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    COMMA,
    DASH,
    FINITE,
    NEGATION,
    PUNCTUATION,
    QUOTE,
    SUBORDINATOR,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.sayings import Saying
    from newsclaims.extractors.claims.units import Stretch
    from newsclaims.model import Claimer, Mention, QuoteKind, Speaker

FIRST_PERSON = frozenset({"i", "we"})
_SUBORDINATING = ADVERBIAL - CONTRASTS - {"although", "though"}
_SHARES = frozenset(
    {"percent", "half", "majority", "third", "thirds", "two-thirds", "quarter", "quarters", "plurality"}
)  # fmt: skip
# Verbs that report an act with these particles.
_PHRASAL_ACTS = {"call": frozenset({"for", "on", "upon"}), "appeal": frozenset({"for", "to"})}


class Places:
    """Which speaker is mentioned where; looked up for the few thoughts that have a source."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._speakers = speakers

    @cached_property
    def _mentions(self) -> Located[tuple[int, int, Speaker]]:
        mentions = [(span.start, span.end, speaker) for speaker in self._speakers for span in speaker.mentions]
        return Located(mentions, key=itemgetter(0, 1))

    def speaker_of(self, source: Mention | None) -> Speaker | None:
        """The speaker with the longest mention inside a source."""
        inside = self._mentions.within([(source.start, source.end)]) if source is not None else []
        return max(inside, key=lambda mention: mention[1] - mention[0])[2] if inside else None


def frame_of(document: Document, saying: Saying, stretch: Stretch, places: Places) -> Frame | None:
    """The frame of what is said or thought in a sentence; None where the source puts nothing forward."""
    said = saying.said
    cue, source, kind = said.cue, said.source, said.kind
    says = stance(document, saying)
    if says == "deny" and kind == "direct":  # '"Never," he denied': the quoted words are what he affirms
        says = "affirm"
    if (
        says == "none"
        or (saying.source is not None and _word_before(document, saying.source.start, stretch) in CONDITIONS)
        or (source is not None and kind != "direct" and not _puts_forward(source, kind))
        or _is_comment(document, saying)
        or (kind != "direct" and _reports_an_act(document, saying, stretch))
    ):
        return None
    quote = said if isinstance(said, Quote) else None
    spoken = kind != "indirect"
    if says == "presuppose":  # the source does not put it forward, but the article takes it as given
        return Frame("article", quote=quote, spoken=spoken, confidence=said.confidence)
    speaker = said.speaker if isinstance(said, Quote) else places.speaker_of(source)
    claimer: Claimer = "speaker" if speaker or source else "unknown"
    return Frame(claimer, speaker, quote, cue, saying.effects, says == "deny", spoken, said.confidence)


def _puts_forward(source: Mention, kind: QuoteKind) -> bool:
    """Whether a source speaks for itself and is neither the author nor a figure.

    "I think that" outside quotation marks stays in the clause; that 52 percent say something is a statistic that the
    article gives.
    """
    words = source.text.lower().split()
    if len(words) == 1 and words[0] in FIRST_PERSON:
        return False
    return kind != "indirect" or (_SHARES.isdisjoint(words) and not words[0][0].isdigit())


def _is_comment(document: Document, saying: Saying) -> bool:
    """Whether the cue is part of a comment of the article: "it is worth noting that"."""
    cue = saying.cue
    return cue is not None and cue.start > 0 and document.tokens.lowers[cue.start - 1] == "worth"


def _reports_an_act(document: Document, saying: Saying, stretch: Stretch) -> bool:
    """Whether what is reported is what the source did, not what it holds: "asked", "urged", "praised".

    That holds for the sentence of the cue; what a quote goes on with behind it is said.
    """
    cue, at = saying.said.cue, saying.cue
    if cue is None or at is None or not stretch.first <= at.start < stretch.last:
        return False
    if "act" in saying.effects:
        return True
    if cue.lemma not in _PHRASAL_ACTS:
        return False
    particles = document.tokens.lowers[at.stop - 1 : min(at.stop + 1, stretch.last)]
    return not _PHRASAL_ACTS[cue.lemma].isdisjoint(particles)


def is_subordinate(document: Document, saying: Saying, stretch: Stretch) -> bool:
    """Whether an attribution stands below the main clause: "sales fell after it said P", "Orr, who says P, left".

    Then the main clause is the article's, and the subordinate one stays inside it.
    """
    source, cue = saying.source, saying.cue
    if source is None or cue is None or not stretch.first <= source.start < cue.start < stretch.last:
        return False
    if saying.runs[0].start < cue.start:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    for index in range(cue.start - 1, source.start - 1, -1):
        if tags[index] & (FINITE | COMMA | DASH):  # "Orr, who left in May, said", "those who left said"
            break
        if tags[index] & WH or (lowers[index] == "that" and (index >= source.stop or len(source) == 1)):
            return True
    before = _word_before(document, source.start, stretch)
    if before == "as" and holds(tags, cue.stop, saying.runs[0].start, COMMA):  # "as Orr noted, rents fell"
        return False
    return before in _SUBORDINATING or before in RELATIVES or before == "what"  # "under what Orr called a truce"


def _word_before(document: Document, index: int, stretch: Stretch) -> str:
    """The word before a token in its sentence, quotation marks aside; empty where there is none."""
    before = index - 1
    while before >= stretch.first and document.word_classes.tags[before] & QUOTE:
        before -= 1
    return document.tokens.lowers[before] if before >= stretch.first else ""


def is_main(document: Document, saying: Saying, stretch: Stretch) -> bool:
    """Whether source and cue are subject and verb of a main clause: not "when he called it", "a plan called"."""
    if saying.cue is None or saying.source is None:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    source, cue = saying.source.start, saying.cue.start
    if not (stretch.first <= source < stretch.last and stretch.first <= cue < stretch.last):
        return False
    between = range(min(source, cue), max(source, cue) + 1)
    verb = next((index for index in saying.cue if tags[index] & FINITE), cue)  # "also pledged"
    while verb > stretch.first and not tags[verb] & FINITE and tags[verb - 1] & (AUXILIARY | ADVERB | NEGATION):
        verb -= 1
    if not tags[verb] & FINITE or any(tags[index] & WH or lowers[index] == "that" for index in between):
        return False
    before = source - 1
    while before >= stretch.first and tags[before] & QUOTE:
        before -= 1
    return before < stretch.first or not (tags[before] & SUBORDINATOR or lowers[before] in ADVERBIAL)


def is_built_in(document: Document, saying: Saying) -> bool:
    """Whether quoted words are part of the sentence round them: 'told owners to "pay up"', 'called it "a farce"'."""
    if saying.cue is None or saying.cue.stop > saying.runs[0].start:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    before = saying.runs[0].start - 1
    while before > 0 and tags[before] & QUOTE:
        before -= 1
    return before >= saying.cue.stop and not tags[before] & PUNCTUATION and lowers[before] != "that"
