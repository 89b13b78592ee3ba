"""Coverage: what of each sentence belongs to attributions, and what to the article.

The two sources of units follow the definition in docs/claims.md: the content of an attribution is put forward by its
speaker, a declarative main clause outside any attribution by the article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsclaims.extractors.claims import content, framing, main_clauses
from newsclaims.extractors.claims.framing import Places
from newsclaims.extractors.claims.sayings import Saying
from newsclaims.extractors.claims.units import Stretch, Unit
from newsclaims.text.wordclass import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclaims.document import Document
    from newsclaims.model import Attribution, Quote, Speaker

SKIPPED_PARAGRAPHS = frozenset({"byline", "caption", "furniture", "heading"})
LONGEST_SENTENCE = 400
"""Tokens of the longest sentence that is read: what is longer is a list or a table that lost its marks."""
# From this share on, a quote is all that a sentence holds.
_ALL_QUOTED = 0.8


def find_units(
    document: Document, quotes: Iterable[Quote], thoughts: Iterable[Attribution], speakers: Sequence[Speaker]
) -> Iterator[tuple[int, list[Unit]]]:
    """The units of each sentence of a text, with its number."""
    places = Places(speakers)
    said = _by_sentence(document, [quote for quote in quotes if quote.parent is None])
    thought = _by_sentence(document, [thought for thought in thoughts if thought.parent is None])
    for number, stretch in _stretches(document):
        covered: list[range] = []
        units: list[Unit] = []
        for saying in said.get(number, ()):
            units += _of_quote(document, saying, stretch, covered, places)
        for saying in thought.get(number, ()):
            units += _of_thought(document, saying, stretch, covered, places)
        units += main_clauses.units_of(document, stretch, covered)
        yield number, units


def _by_sentence(document: Document, attributions: Iterable[Quote | Attribution]) -> dict[int, list[Saying]]:
    """The attributions that each sentence has a part of."""
    found: dict[int, list[Saying]] = defaultdict(list)
    for attribution in attributions:
        saying = Saying(document, attribution)
        start, end = attribution.start, attribution.end
        for part in (attribution.cue, attribution.source):
            if part is not None:
                start, end = min(start, part.start), max(end, part.end)
        first, last = document.sentence_at(start), document.sentence_at(end - 1)
        for number in range(max(0, first), last + 1):
            found[number].append(saying)
    return found


def _stretches(document: Document) -> Iterator[tuple[int, Stretch]]:
    """The sentences that can hold claims, with their numbers."""
    lowers, tags = document.tokens.lowers, document.word_classes.tags
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    sentences = document.sentences
    for number, (first, last) in enumerate(document.sentence_tokens):
        kind = kinds[sentences[number].paragraph]
        if first < last <= first + LONGEST_SENTENCE and kind not in SKIPPED_PARAGRAPHS:
            asks = lowers[last - 1] != "." and _asks(tags, lowers, first, last)
            yield number, Stretch(first, last, asks, kind)


def _asks(tags: list[int], lowers: list[str], first: int, last: int) -> bool:
    """Whether a sentence ends in a question mark that is not only that of a question quoted in it."""
    end = last - 1
    while end > first and tags[end] & QUOTE:
        end -= 1
    if lowers[end] != "?":
        return False
    return end == last - 1 or not any(tags[index] & QUOTE for index in range(first + 1, end))


def _of_quote(document: Document, quote: Saying, stretch: Stretch, covered: list[range], places: Places) -> list[Unit]:
    tokens = quote.content_in(stretch)
    frame = framing.frame_of(document, quote, stretch, places)
    units = content.units_in(document, tokens, quote, frame, stretch) if frame else []
    # A fragment ('"Shame," she said') leaves the article nothing to claim; a reported act ("denied guilt") is one.
    direct = quote.said.kind == "direct"
    whole = direct and frame is not None and len(tokens) >= _ALL_QUOTED * (stretch.last - stretch.first)
    fragment = direct and not framing.is_built_in(document, quote)
    if framing.is_subordinate(document, quote, stretch):
        return units
    if units or fragment or whole:
        hull = quote.hull_in(document, stretch)
        covered.append(hull)
        if not any(earlier.start <= hull.start < earlier.stop for earlier in covered[:-1]):
            return main_clauses.before_cue(document, quote, stretch, hull) + units
    return units


def _of_thought(
    document: Document, thought: Saying, stretch: Stretch, covered: list[range], places: Places
) -> list[Unit]:
    if thought.cue is None or any(thought.cue.start in hull for hull in covered):
        return []
    frame = framing.frame_of(document, thought, stretch, places)
    if frame is None or not framing.is_main(document, thought, stretch):
        return []
    tokens = thought.content_in(stretch)
    hull = thought.hull_in(document, stretch)
    for other in covered:  # what is said beside it is not thought: "Moss hopes that P, but Lind said that Q"
        if tokens and tokens[0] < other.start <= tokens[-1]:
            tokens = tokens[: sum(token < other.start for token in tokens)]
            hull = range(hull.start, min(hull.stop, other.start))
    units = content.units_in(document, tokens, thought, frame, stretch)
    if units:
        covered.append(hull)
    return units
