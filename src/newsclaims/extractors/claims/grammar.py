"""Grammar of a clause: its main finite verb, where a coordinate clause begins, the marks at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.text.clauses import subject_and_verb
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    COLON,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DASH,
    DETERMINER,
    DO,
    FINITE,
    GERUND,
    NEGATION,
    NOMINAL,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document

# Words that open an adverbial clause, as against "that" and the relative words.
ADVERBIAL = frozenset(
    {
        "after", "although", "as", "because", "before", "if", "once", "since", "though", "till", "unless",
        "until", "when", "whenever", "where", "wherever", "whereas", "while",
    }
)  # fmt: skip
CONDITIONS = frozenset({"if", "unless"})
CONTRASTS = frozenset({"while", "whereas"})
FILLERS = frozenset({("you", "know"), ("i", "mean"), ("you", "see")})
DEFINITE = frozenset({"the", "my", "our", "his", "her", "their"})
RELATIVES = frozenset({"which", "who", "whom", "whose", "where", "when"})
PLURALS = frozenset({"children", "men", "people", "police", "women"})
SOFTENERS = frozenset({"please", "just", "so", "then", "now", "and"})
COMMANDS = frozenset({"let", "let's", "imagine", "please", "don't", "do"})
_MARKS = COMMA | STOP | COLON | DASH | QUOTE
_LEAD = COORDINATOR | ADVERB | PUNCTUATION
# What follows "is" or "has" contracted onto a noun, and no possessive: "the mayor's gone", "the lobby's on his side".
_BEHIND_CONTRACTED = PARTICIPLE | BE | DO | DETERMINER | PREPOSITION | NEGATION
_LONGEST_FRONT = 8
# Share of words with a capital in a headline that has all its words so.
_TITLED = 0.6


class Clause(NamedTuple):
    """Some tokens of a text with their classes; they need not be neighbours: '"We won," she said, "and they lost."'."""

    indexes: Sequence[int]
    """Indexes of the tokens in the text."""
    tags: list[int]
    """Their classes."""
    lowers: list[str]
    """Their surfaces in lower case."""

    @classmethod
    def of(cls, document: Document, indexes: Sequence[int]) -> Clause:
        """The clause of these tokens."""
        tags, lowers = document.word_classes.tags, document.tokens.lowers
        if isinstance(indexes, range):
            return cls(indexes, tags[indexes.start : indexes.stop], lowers[indexes.start : indexes.stop])
        return cls(indexes, [tags[index] for index in indexes], [lowers[index] for index in indexes])

    def part(self, start: int, end: int) -> Clause:
        """The tokens between two positions."""
        return Clause(self.indexes[start:end], self.tags[start:end], self.lowers[start:end])

    def finite(self, position: int) -> bool:
        """Whether the token is a finite verb, or has one contracted onto it.

        >>> from newsclaims.document import Document
        >>> clause = Clause.of(Document("They're late and the mayor's gone to his club's hall."), range(12))
        >>> [word for position, word in enumerate(clause.lowers) if clause.finite(position)]
        ["they're", "'s"]
        """
        tag = self.tags[position]
        if tag & (FINITE | CONTRACTED):
            return True
        if not tag & POSSESSIVE or not position or self.lowers[position] != "'s":
            return False
        before = self.tags[position - 1]
        if before & SUBJECT and not before & NOMINAL:
            return True
        behind = self.tags[position + 1] if position + 1 < len(self.tags) else STOP
        return bool(behind & _BEHIND_CONTRACTED) and not behind & NOMINAL

    def skip(self, position: int, classes: int) -> int:
        """Position of the first token from here on that is of none of these classes."""
        tags = self.tags
        while position < len(tags) and tags[position] & classes:
            position += 1
        return position


def opens_clause(clause: Clause, position: int) -> bool:
    """Whether a subject with its finite verb begins here."""
    if position >= len(clause.tags):
        return False
    tags, lowers = clause.tags, clause.lowers
    if lowers[position] in RELATIVES or _is_filler(clause, position):
        return False
    if tags[position] & CONTRACTED or subject_and_verb(tags, lowers, position, len(tags)) is not None:
        return True
    if tags[position] & GERUND and not tags[position - 1] & COMMA:  # "putting on a show takes time"
        return any(clause.finite(p) for p in range(position + 1, min(len(tags), position + _LONGEST_FRONT)))
    return _opens_with_relative(clause, position)


def _is_filler(clause: Clause, position: int) -> bool:
    """Whether "you know" or "I mean" stands here between commas."""
    return tuple(clause.lowers[position : position + 2]) in FILLERS and (
        position + 2 >= len(clause.tags) or bool(clause.tags[position + 2] & PUNCTUATION)
    )


def _opens_with_relative(clause: Clause, position: int) -> bool:
    """Whether a noun phrase with a bare relative clause is the subject: "the best offer we got is this"."""
    end = core_end(clause.tags, clause.lowers, position, len(clause.tags))
    if end in (position, len(clause.tags)) or not clause.tags[end] & SUBJECT or clause.tags[end] & WH:
        return False
    verbs = [p for p in range(end + 1, min(len(clause.tags), end + _LONGEST_FRONT)) if clause.finite(p)]
    return len(verbs) > 1


def opens_with_pronoun(clause: Clause, position: int) -> bool:
    """Whether a pronoun with its finite verb begins here: the surest beginning of a clause."""
    if position >= len(clause.tags):
        return False
    tag = clause.tags[position]
    if tag & CONTRACTED:
        return True
    if not tag & SUBJECT or tag & WH or _is_filler(clause, position):
        return False
    position += 1
    while position < len(clause.tags) and clause.tags[position] & (ADVERB | NEGATION) and not clause.finite(position):
        position += 1
    return position < len(clause.tags) and clause.finite(position)


def opens_behind_front(clause: Clause, position: int) -> bool:
    """Whether a clause begins here with a phrase before its subject: "at one point the crowd rose"."""
    tags = clause.tags
    if position >= len(tags) or not tags[position] & (PREPOSITION | ADVERB) or clause.lowers[position] in ADVERBIAL:
        return False
    for behind in range(position + 1, min(len(tags), position + _LONGEST_FRONT)):
        tag = tags[behind]
        if tag & COMMA:
            return opens_clause(clause, behind + 1)
        if clause.lowers[behind] in ADVERBIAL and tag & SUBORDINATOR:
            return False
        if tag & VERB and not tag & NOMINAL:
            return False
        if tag & (SUBJECT | DETERMINER) and not tags[behind - 1] & (PREPOSITION | DETERMINER):
            return opens_clause(clause, behind)
    return False


def behind_adverbial(clause: Clause) -> int | None:
    """Position of the main clause behind an adverbial one; 0 where none stands in front, None where nothing follows it.

    >>> from newsclaims.document import Document
    >>> behind_adverbial(Clause.of(Document("If he leaves, we stay."), range(7)))
    4
    """
    begin = clause.skip(0, _LEAD & ~SUBORDINATOR)
    if begin >= len(clause.tags) or clause.lowers[begin] not in ADVERBIAL or not clause.tags[begin] & SUBORDINATOR:
        return 0
    seen = False
    for position in range(begin + 1, len(clause.tags)):
        if clause.finite(position):
            seen = True
        elif clause.tags[position] & COMMA:
            if not seen:  # "As a young reporter, ...", "After the vote, ...": a phrase
                return 0
            if opens_clause(clause, position + 1) or opens_behind_front(clause, position + 1):
                return position + 1
    return None if seen else 0


def main_verb(clause: Clause) -> int | None:
    """Position of the main finite verb.

    The verb of a relative clause, of a clause in subject position or of an adverbial clause in front is passed over.

    >>> from newsclaims.document import Document
    >>> clause = Clause.of(Document("When he left, the man who came yesterday says that he stays."), range(13))
    >>> clause.lowers[main_verb(clause)]
    'says'
    """
    tags, lowers = clause.tags, clause.lowers
    start = behind_adverbial(clause) or clause.skip(0, _LEAD & ~SUBORDINATOR)
    waiting = 0
    for position in range(start, len(tags)):
        if clause.finite(position):
            if not waiting:
                return position
            waiting -= 1
        elif lowers[position] == "that":
            waiting += position > start and bool(tags[position - 1] & (NOMINAL | OBJECT | COMMA))
        elif tags[position] & WH:
            waiting += 1
    return None


def with_weak_verb(document: Document, clause: Clause) -> Clause:
    """The clause with the word that has to be its verb marked as one, where no finite verb is to be seen.

    >>> from newsclaims.document import Document
    >>> document = Document("Women work for less")
    >>> main_verb(with_weak_verb(document, Clause.of(document, range(4))))
    1
    """
    possible = document.word_classes.possible
    words = [document.tokens.words[index] for index in clause.indexes]
    titled = sum(word[0].isupper() for word in words) > _TITLED * len(words)
    end = len(clause.tags) - bool(clause.tags and clause.tags[-1] & PUNCTUATION)
    for position in range(1, end):
        if clause.tags[position] & PARTICIPLE and clause.tags[position - 1] & BASE and _has_relative(clause, position):
            return _with_finite(clause, position, PAST)  # "the miners who did not strike lost their jobs"
        if not clause.tags[position - 1] & NOMINAL:
            continue
        classes = possible[clause.indexes[position]]
        plural = clause.lowers[position - 1].endswith("s") or clause.lowers[position - 1] in PLURALS
        if classes & (BASE if plural else THIRD) or (classes & PAST and titled):
            return _with_finite(clause, position, classes & (BASE | THIRD | PAST))
    return clause


def _has_relative(clause: Clause, end: int) -> bool:
    return any(tag & WH for tag in clause.tags[:end])


def _with_finite(clause: Clause, position: int, tag: int) -> Clause:
    tags = clause.tags.copy()
    tags[position] = tag | FINITE
    return Clause(clause.indexes, tags, clause.lowers)


def cut(clause: Clause, *, spoken: bool = False) -> list[Clause]:
    """The coordinate clauses of a sentence, each with its own subject and finite verb.

    Args:
        clause: The tokens of the sentence.
        spoken: Whether it stands in quotation marks, where clauses are also joined by nothing but a comma.

    >>> from newsclaims.document import Document
    >>> document = Document("Rents rose, while wages fell, and the mayor who had promised a cap said he was sorry.")
    >>> for part in cut(Clause.of(document, range(len(document.tokens)))):
    ...     print(" ".join(part.lowers))
    rents rose
    wages fell
    the mayor who had promised a cap said he was sorry .
    """
    parts = []
    begin = 0
    for position in range(1, len(clause.tags)):
        if position > begin and clause.tags[position] & _JOINTS:
            length = _joint(clause, begin, position, spoken)
            if length:
                parts.append(clause.part(begin, position))
                begin = position + length
    parts.append(clause.part(begin, len(clause.tags)))
    return parts


_JOINTS = COORDINATOR | STOP | COMMA | DASH


def _joint(clause: Clause, begin: int, position: int, spoken: bool) -> int:
    """Length of what joins two clauses at a position; 0 where nothing does.

    The less there is to join them, the surer the beginning of the second one has to be.
    """
    tags, lowers = clause.tags, clause.lowers
    tag = tags[position]
    if tag & STOP and lowers[position] not in {";", "...", "…"}:
        return 0
    behind = position + 1
    if behind >= len(tags):
        return 0
    linked = bool(tag & COORDINATOR)
    if not linked and (tags[behind] & COORDINATOR or lowers[behind] in CONTRASTS or lowers[behind] == "so"):
        linked, behind = True, behind + 1
    if tag & COMMA and not linked and not spoken:
        return 0
    closed = bool(tag & STOP) or (linked and not tag & COORDINATOR)
    opens = opens_with_pronoun(clause, behind)
    if closed:
        behind = _behind_that(clause, behind)
        opens = opens or opens_clause(clause, behind) or opens_behind_front(clause, behind)
    elif tag & COMMA and lowers[behind] in DEFINITE:
        opens = opens or opens_clause(clause, behind)
    elif linked and lowers[behind] == "that":  # "said that rents fell and that wages rose"
        behind = _behind_that(clause, behind)
        opens = opens_clause(clause, behind)
    return behind - position if opens and _is_whole(clause.part(begin, position), closed) else 0


def _behind_that(clause: Clause, position: int) -> int:
    """The position behind "that", where a clause follows it."""
    if position + 1 < len(clause.tags) and clause.lowers[position] == "that" and not clause.finite(position + 1):
        return position + 1 if opens_clause(clause, position + 1) else position
    return position


def _is_whole(part: Clause, closed: bool) -> bool:
    """Whether what stands before a joint is a clause by itself, and the joint is in no subordinate clause of it."""
    main = main_verb(part)
    if main is None or behind_adverbial(part) is None:
        return False
    if closed:
        return True
    return not any(
        part.tags[position] & SUBORDINATOR and part.lowers[position] in ADVERBIAL and opens_clause(part, position + 1)
        for position in range(main + 1, len(part.tags))
    )


def is_command(clause: Clause) -> bool:
    """Whether the clause begins with a bare verb, or with "let us".

    >>> from newsclaims.document import Document
    >>> is_command(Clause.of(Document("So imagine that it rains."), range(5)))
    True
    """
    tags, lowers = clause.tags, clause.lowers
    position = 0
    while position < len(tags) and (tags[position] & PUNCTUATION or lowers[position] in SOFTENERS):
        position += 1
    if position + 1 >= len(tags):
        return False
    if lowers[position] in COMMANDS:
        return True
    return bool(tags[position] & BASE) and not tags[position] & (AUXILIARY | NOMINAL)


def trim(clause: Clause) -> Clause:
    """The clause without the marks and the coordinators at its ends."""
    tags, lowers = clause.tags, clause.lowers
    begin, end = clause.skip(0, _MARKS | COORDINATOR), len(tags)
    while begin < end and (tags[end - 1] & (_MARKS | COORDINATOR) or lowers[end - 1] in {"'", "’", "‘"}):
        end -= 1
    if end - begin > 1 and lowers[begin] in {"(", "["} and lowers[end - 1] in {")", "]"}:
        return trim(clause.part(begin + 1, end - 1))
    return clause.part(begin, end)
