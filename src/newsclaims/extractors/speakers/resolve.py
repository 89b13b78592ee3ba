"""Resolves source mentions: the entity behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.speakers import phrases, pronouns
from newsclaims.extractors.speakers.described import DescribedSources
from newsclaims.extractors.speakers.named import INDEFINITE, NamedSources
from newsclaims.extractors.speakers.posts import Posts
from newsclaims.extractors.speakers.pronoun_sources import ANSWER, INTERVIEWED, QUESTION, PronounSources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclaims.extractors.speakers.context import Context
    from newsclaims.extractors.speakers.entity import Entity
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.model import Attribution


def _by_source(attributions: Iterable[Attribution]) -> dict[tuple[int, int], list[Attribution]]:
    """Attributions by the span of their source."""
    found: dict[tuple[int, int], list[Attribution]] = {}
    for attribution in attributions:
        if attribution.source is not None:
            found.setdefault((attribution.source.start, attribution.source.end), []).append(attribution)
    return found


_ARTICLES = frozenset({"the", "a", "an"})
"""Words that alone denote nobody."""
_FIRST_PERSON_LAST = (" i", " we")


class Resolver:
    """Finds the entity behind each source mention of one article: pronouns, names, descriptions."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._named = NamedSources(context)
        self._described = DescribedSources(context, self._named)
        self._posts = Posts(context, self._named)
        self._pronouns = PronounSources(context, self._noun_phrase)

    def resolve(self, attributions: Sequence[Attribution]) -> dict[tuple[int, int], Entity]:
        """Resolve the sources of all attributions, in text order; first persons last.

        Returns:
            The entity by the span of the source mention, without sources that denote nobody known.
        """
        context = self._context
        context.attributions = attributions
        first_persons: list[tuple[tuple[int, int], tuple[int, int]]] = []
        by_source = _by_source(attributions)
        for span in sorted(by_source):
            own = by_source[span]
            lower = context.text[span[0] : span[1]].lower()
            if lower.endswith(_FIRST_PERSON_LAST) and " and " not in lower:  # "all I": what is wanted is the pronoun
                last = lower.rsplit(maxsplit=1)[-1]
                first_persons.append((span, (span[1] - len(last), span[1])))
                continue
            labels_answer = lower == "a" and context.text.startswith(ANSWER, span[0])
            if lower == "q" and context.text.startswith(QUESTION, span[0]):
                continue
            if lower in pronouns.FIRST_PERSON or lower == INTERVIEWED or labels_answer:
                first_persons.append((span, span))
            else:
                context.keep(span, self._source(span, lower, own))
        if first_persons:
            held = sorted(
                ((segment, a.source) for a in attributions if a.source is not None for segment in a.segments),
                key=lambda pair: (pair[0].start, pair[0].end),
            )
            for span, pronoun in first_persons:
                context.keep(span, self._pronouns.first_person(pronoun, held))
        return context.found

    def _source(self, span: tuple[int, int], lower: str, own: Sequence[Attribution]) -> Entity | None:
        start, end = span
        if lower in pronouns.ALL:
            return self._pronouns.pronoun(lower, start, end, own)
        name = self._context.index.at.get(start)
        if name is not None and name.end == end and name.name.kind in ("person", "unknown"):
            entity = self._named.bare(name)  # most sources are a name and nothing else: there is no phrase to read
            if entity is not None:
                return entity
        phrase = phrases.read(self._context.index, start, end, self._context.vocabulary)
        trimmed = self._context.text[phrase.start : phrase.end].lower()
        if trimmed in pronouns.ALL:
            return self._pronouns.pronoun(trimmed, phrase.start, phrase.end, own)
        return self._noun_phrase(phrase, own) if trimmed and trimmed not in _ARTICLES else None

    def _noun_phrase(self, phrase: Phrase, own: Sequence[Attribution] = ()) -> Entity | None:
        listed = phrases.coordinated(self._context.text, phrase)
        if listed:
            return self._named.several(phrase, listed)
        if phrase.head is None:
            return self._described.described(phrase, own)
        entity = self._named.named(phrase, phrase.head)
        if entity is not None:
            if phrase.apposed:
                self._posts.tell(phrase, entity)
            return entity
        listed_last = (
            phrase.head.name.kind in ("organization", "place", "people") and phrase.determiner not in INDEFINITE
        )
        return self._described.description(phrase, "group" if listed_last else "unknown")
