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

    __slots__ = ("followers", "negated", "subject", "tags", "verb")

    def __init__(self, lowers: Sequence[str], tags: Sequence[int], position: int) -> None:
        word = lowers[position]
        subject, mark, rest = word.partition("'")
        if mark and rest in _CONTRACTIONS:
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
        self.negated = rest == "t" or word == "cannot"
        self.followers: list[str] = []
        self.tags: list[int] = []
        for behind in range(position + 1, len(tags)):
            tag = tags[behind]
            if tag & NEGATION:
                self.negated = self.negated or lowers[behind] != "no"
            elif not tag & ADVERB or tag & (VERB | MODAL):
                self.followers.append(lowers[behind])
                self.tags.append(tag)
                if len(self.followers) == _LONGEST_PREDICATE:
                    break

    def follows(self, index: int) -> str:
        """A word behind the verb."""
        return self.followers[index] if index < len(self.followers) else ""

    def tag(self, index: int) -> int:
        """The class of that word."""
        return self.tags[index] if index < len(self.tags) else 0

    def is_infinitive(self, index: int) -> bool:
        """Whether "to" and a bare verb follow."""
        return bool(self.tag(index) & TO) and bool(self.tag(index + 1) & (BASE | BE | HAVE | DO))
