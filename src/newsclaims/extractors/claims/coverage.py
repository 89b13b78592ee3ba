"""Coverage: what of each sentence belongs to attributions, and what to the article.

The two sources of units follow the definition in docs/claims.md: the content of an attribution is put forward by its
speaker, a declarative main clause outside any attribution by the article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from newsclaims.extractors.claims import content, framing, main_clauses
from newsclaims.extractors.claims.framing import Place
from newsclaims.extractors.claims.located import Located
from newsclaims.extractors.claims.units import Stretch, Unit
from newsclaims.model import Attribution, Quote, Speaker
from newsclaims.text.wordclass import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclaims.document import Document

Said = TypeVar("Said", bound=Quote | Attribution)

SKIPPED_PARAGRAPHS = frozenset({"byline", "caption", "furniture", "heading"})
LONGEST_SENTENCE = 400
"""Tokens of the longest sentence that is read: what is longer is a list or a table that lost its marks."""
# From this share on, a quote is all that a sentence holds.
_ALL_QUOTED = 0.8


def find_units(
    document: Document, quotes: Iterable[Quote], thoughts: Iterable[Attribution], speakers: Sequence[Speaker]
) -> Iterator[tuple[int, Unit]]:
    """The units of a text in the order of its sentences, each with the number of its sentence."""
    places = Located([Place(m.start, m.end, speaker) for speaker in speakers for m in speaker.mentions])
    said = _by_sentence(document, [quote for quote in quotes if quote.parent is None])
    thought = _by_sentence(document, [thought for thought in thoughts if thought.parent is None])
    for number, stretch in _stretches(document):
        covered: list[range] = []
        for quote in said.get(number, ()):
            for unit in _of_quote(document, quote, stretch, covered, places):
                yield number, unit
        for attribution in thought.get(number, ()):
            for unit in _of_thought(document, attribution, stretch, covered, places):
                yield number, unit
        for unit in main_clauses.units_of(document, stretch, covered):
            yield number, unit


def _by_sentence(document: Document, attributions: Iterable[Said]) -> dict[int, list[Said]]:
    """The attributions that each sentence has a part of."""
    found: dict[int, list[Said]] = defaultdict(list)
    for attribution in attributions:
        start, end = attribution.start, attribution.end
        for part in (attribution.cue, attribution.source):
            if part is not None:
                start, end = min(start, part.start), max(end, part.end)
        first, last = document.sentence_at(start), document.sentence_at(end - 1)
        for number in range(max(0, first), last + 1):
            found[number].append(attribution)
    return found


def _stretches(document: Document) -> Iterator[tuple[int, Stretch]]:
    """The sentences that can hold claims, with their numbers."""
    lowers, tags = document.tokens.lowers, document.word_classes.tags
    for number, (first, last) in enumerate(document.sentence_tokens):
        kind = document.paragraphs[document.sentences[number].paragraph].kind
        if first < last <= first + LONGEST_SENTENCE and kind not in SKIPPED_PARAGRAPHS:
            yield number, Stretch(first, last, _asks(tags, lowers, first, last), kind)


def _asks(tags: list[int], lowers: list[str], first: int, last: int) -> bool:
    """Whether a sentence ends in a question mark that is not only that of a question quoted in it."""
    end = last - 1
    while end > first and tags[end] & QUOTE:
        end -= 1
    if lowers[end] != "?":
        return False
    return end == last - 1 or not any(tags[index] & QUOTE for index in range(first + 1, end))


def _of_quote(
    document: Document, quote: Quote, stretch: Stretch, covered: list[range], places: Located[Place]
) -> Iterator[Unit]:
    tokens = content.content_in(document, quote, stretch)
    frame = framing.frame_of(document, quote, stretch, places)
    units = content.units_in(document, tokens, quote, frame, stretch) if frame else []
    # A fragment ('"Shame," she said') leaves the article nothing to claim; a reported act ("denied guilt") is one.
    whole = frame is not None and len(tokens) >= _ALL_QUOTED * (stretch.last - stretch.first)
    fragment = quote.kind == "direct" and not framing.is_built_in(document, quote)
    if units or fragment or whole:
        hull = content.hull_in(document, quote, stretch)
        covered.append(hull)
        if not any(earlier.start <= hull.start < earlier.stop for earlier in covered[:-1]):
            yield from main_clauses.before_cue(document, quote, hull)
    yield from units


def _of_thought(
    document: Document, thought: Attribution, stretch: Stretch, covered: list[range], places: Located[Place]
) -> Iterator[Unit]:
    if thought.cue is None or any(document.tokens.at(thought.cue.start) in hull for hull in covered):
        return
    frame = framing.frame_of(document, thought, stretch, places)
    if frame is None or not framing.is_main(document, thought, stretch):
        return
    tokens = content.content_in(document, thought, stretch)
    hull = content.hull_in(document, thought, stretch)
    for other in covered:  # what is said beside it is not thought: "Moss hopes that P, but Lind said that Q"
        if tokens and tokens[0] < other.start <= tokens[-1]:
            tokens = tokens[: sum(token < other.start for token in tokens)]
            hull = range(hull.start, min(hull.stop, other.start))
    units = content.units_in(document, tokens, thought, frame, stretch)
    if units:
        covered.append(hull)
    yield from units
