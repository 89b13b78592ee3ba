"""A predicate: a finite verb with what stands round it, as the rules of modality and polarity look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.text.wordclass import (
    ADVERB,
    BASE,
    BE,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    PARTICIPLE,
    PAST,
    SUBJECT,
    TO,
    VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTRACTIONS = {"ll": "will", "d": "would", "re": "are", "m": "am", "ve": "have", "s": "is"}
_LONGEST_PREDICATE = 4


class Predicate:
    """A finite verb with the last word of its subject and the words that follow it, adverbs and negations aside.

    >>> from newsclaims.document import Document
    >>> document = Document("They won't really be able to go")
    >>> predicate = Predicate(document.tokens.lowers, document.word_classes.tags, 1)
    >>> predicate.subject, predicate.verb, predicate.negated, predicate.follows(0), predicate.is_infinitive(2)
    ('they', "won't", True, 'be', True)
    """

    __slots__ = ("_followers", "_lowers", "_negated", "_position", "_tags", "subject", "verb")

    def __init__(self, lowers: Sequence[str], tags: Sequence[int], position: int) -> None:
        self._lowers, self._tags, self._position = lowers, tags, position
        self._followers: list[tuple[str, int]] | None = None
        self._negated = False
        word = lowers[position]
        subject, _, rest = word.partition("'")
        if rest in _CONTRACTIONS:
            self.subject = subject or lowers[position - 1]
            self.verb = _CONTRACTIONS[rest]
            if rest == "d" and any(tag & (PARTICIPLE | PAST) for tag in tags[position + 1 : position + 2]):
                self.verb = "had"  # "he'd borrowed"
        else:
            before = position - 1
            while before >= 0 and tags[before] & (ADVERB | NEGATION) and not tags[before] & SUBJECT:
                before -= 1
            self.subject = lowers[before] if before >= 0 else ""
            self.verb = word

    def _look_behind(self) -> list[tuple[str, int]]:
        """The words that follow with their classes; most predicates are never asked for them."""
        if self._followers is not None:
            return self._followers
        lowers, tags = self._lowers, self._tags
        word = lowers[self._position]
        self._negated = word == "cannot" or word.partition("'")[2] == "t"
        self._followers = []
        for behind in range(self._position + 1, len(tags)):
            tag = tags[behind]
            if tag & NEGATION:
                self._negated = self._negated or lowers[behind] != "no"
            elif not tag & ADVERB or tag & (VERB | MODAL):
                self._followers.append((lowers[behind], tag))
                if len(self._followers) == _LONGEST_PREDICATE:
                    break
        return self._followers

    @property
    def negated(self) -> bool:
        """Whether the verb is negated."""
        self._look_behind()
        return self._negated

    def follows(self, index: int) -> str:
        """A word behind the verb."""
        followers = self._look_behind()
        return followers[index][0] if index < len(followers) else ""

    def tag(self, index: int) -> int:
        """The class of that word."""
        followers = self._look_behind()
        return followers[index][1] if index < len(followers) else 0

    def is_infinitive(self, index: int) -> bool:
        """Whether "to" and a bare verb follow."""
        return bool(self.tag(index) & TO) and bool(self.tag(index + 1) & (BASE | BE | HAVE | DO))
