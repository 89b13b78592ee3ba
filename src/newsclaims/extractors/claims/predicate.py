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

    __slots__ = ("_followers", "_lowers", "_negated", "_position", "_seen", "_tags", "subject", "verb")

    def __init__(self, lowers: Sequence[str], tags: Sequence[int], position: int) -> None:
        self._lowers, self._tags, self._position = lowers, tags, position
        self._followers: list[tuple[str, int]] = []
        self._seen = position
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

    def _look_behind(self, wanted: int) -> bool:
        """Look at so many of the words that follow; most predicates are asked for one or none. Whether there are."""
        lowers, tags, followers, seen = self._lowers, self._tags, self._followers, self._seen
        while len(followers) < wanted and seen < len(tags) - 1:
            seen += 1
            tag = tags[seen]
            if tag & NEGATION:
                self._negated = self._negated or lowers[seen] != "no"
            elif not tag & ADVERB or tag & (VERB | MODAL):
                followers.append((lowers[seen], tag))
        self._seen = seen
        return len(followers) >= wanted

    @property
    def negated(self) -> bool:
        """Whether the verb is negated."""
        word = self._lowers[self._position]
        self._look_behind(_LONGEST_PREDICATE)
        return self._negated or word == "cannot" or word.partition("'")[2] == "t"

    def follows(self, index: int) -> str:
        """A word behind the verb."""
        followers = self._followers
        if index < len(followers) or self._look_behind(index + 1):
            return followers[index][0]
        return ""

    def tag(self, index: int) -> int:
        """The class of that word."""
        followers = self._followers
        if index < len(followers) or self._look_behind(index + 1):
            return followers[index][1]
        return 0

    def is_before(self, word: str) -> bool:
        """Whether a word stands right behind the verb, adverbs not aside."""
        return self._lowers[self._position + 1 : self._position + 2] == [word]

    def is_infinitive(self, index: int) -> bool:
        """Whether "to" and a bare verb follow."""
        return bool(self.tag(index) & TO) and bool(self.tag(index + 1) & (BASE | BE | HAVE | DO))
