"""Units outside attributions: the declarative main clauses that the article itself puts forward."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from newsclaims.extractors.claims.clause import Clause, trim, trimmed
from newsclaims.extractors.claims.main_verb import main_verb, with_weak_verb
from newsclaims.extractors.claims.openings import CONTRASTS, behind_adverbial, opens_behind_front, opens_clause
from newsclaims.extractors.claims.statements import is_statement, statements
from newsclaims.extractors.claims.units import Frame, Unit, segments_of
from newsclaims.text.wordclass import COMMA, COORDINATOR, DASH, GERUND, PUNCTUATION, QUOTE, STOP, WH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclaims.document import Document
    from newsclaims.extractors.claims.sayings import Saying
    from newsclaims.extractors.claims.units import Stretch

# What joins a clause to an attribution, besides "and", "but" and "or".
_JOINING = CONTRASTS | {";", "so"}
_BESIDE = _JOINING | {"although", "though"}
_BY_ARTICLE = Frame()
# "Moss hit back, saying", "went further, arguing": verb, particle and comma that only lead to what is said.
_REACTION = 3
_REACTING = frozenset({"back", "further", "on", "out", "up"})


def units_of(document: Document, stretch: Stretch, covered: list[range]) -> list[Unit]:
    """The article's propositions in a sentence, given the tokens that belong to attributions."""
    if not covered:
        anonymous = _in_quotation(document, stretch)
        frame = Frame("unknown", spoken=True, confidence="medium") if anonymous else _BY_ARTICLE
        rule = "claims.headline" if stretch.paragraph == "headline" else "claims.main-clause"
        clause = trimmed(document, range(stretch.first, stretch.last))
        if main_verb(clause) is None and not stretch.is_question:
            clause, frame = with_weak_verb(document, clause), frame._replace(confidence="medium")
        return _statements(document, clause, rule, frame, is_question=stretch.is_question)
    found: list[Unit] = []
    for gap, is_first in _gaps(stretch, covered):
        joins = _joins_behind if is_first else _joins_before
        part = joins(document, gap)
        if part is not None:
            found += _statements(document, _behind_joint(part), "claims.clause-beside-attribution", _BY_ARTICLE)
    return found


def before_cue(document: Document, saying: Saying, stretch: Stretch, hull: range) -> list[Unit]:
    """What a source does before it speaks: "Moss left the hall but said that ...", "Moss resigned, saying ..."."""
    if saying.cue is None or saying.source is None or saying.source.start > saying.cue.start:
        return []
    lowers, tags = document.tokens.lowers, document.word_classes.tags
    begin, end = saying.source.start, saying.cue.start
    if not hull.start <= begin < end <= hull.stop or tags[begin] & WH or lowers[begin] == "that":
        return []
    if tags[end] & GERUND and tags[end - 1] & COMMA:
        part = trimmed(document, range(stretch.first, end))
        reacts = end - saying.source.stop == _REACTION and lowers[end - 2] in _REACTING
        found = not reacts and is_statement(part) and behind_adverbial(part) is not None
        return [Unit(part, segments_of(document, part), "claims.clause-before-cue")] if found else []
    for joint in range(begin, end):
        if tags[joint] & COORDINATOR or lowers[joint] == "then":
            part = trimmed(document, range(begin, joint))
            if main_verb(part):
                return [Unit(part, segments_of(document, part), "claims.clause-before-cue")]
    return []


def _statements(
    document: Document, clause: Clause, rule: str, frame: Frame, *, is_question: bool = False
) -> list[Unit]:
    if not is_question:
        return [
            Unit(part, segments_of(document, part), rule, frame, is_conditional=conditional)
            for part, conditional in statements(clause, document.lang, spoken=frame.spoken)
        ]
    part = trim(clause)
    return [Unit(part, segments_of(document, part), "claims.question", frame, is_question=True)] if part.tags else []


def _gaps(stretch: Stretch, covered: list[range]) -> Iterator[tuple[range, bool]]:
    """The stretches of a sentence that no attribution covers, and whether each begins the sentence."""
    at = stretch.first
    for hull in sorted(covered, key=attrgetter("start", "stop")) if len(covered) > 1 else covered:
        if hull.start > at:
            yield range(at, hull.start), at == stretch.first
        at = max(at, hull.stop)
    if at < stretch.last:
        yield range(at, stretch.last), at == stretch.first


def _behind_joint(part: Clause) -> Clause:
    """The clause without the word that joins it to what stands before it: ", while rents fell"."""
    position = part.skip(0, PUNCTUATION)
    joined = position < len(part.tags) and position > 0 and part.lowers[position] in _BESIDE
    return trim(part.part(position + 1, len(part.tags)) if joined else part)


def _joins_behind(document: Document, gap: range) -> Clause | None:
    """What stands before an attribution, where it is a clause that a joint at its end joins to it."""
    tags, lowers, last = document.word_classes.tags, document.tokens.lowers, gap.stop - 1
    while last >= gap.start and tags[last] & PUNCTUATION and not tags[last] & STOP:
        last -= 1
    if last < gap.start or not (tags[last] & COORDINATOR or lowers[last] in _JOINING):
        return None
    part = Clause.of(document, gap)
    return part if behind_adverbial(part) is not None else None


def _joins_before(document: Document, gap: range) -> Clause | None:
    """What stands behind an attribution, where it is a clause that a joint at its beginning joins to it."""
    tags, joint = document.word_classes.tags, gap.start
    while joint < gap.stop and tags[joint] & (COMMA | QUOTE | DASH):
        joint += 1
    # Mostly nothing is left but a full stop.
    if joint >= gap.stop - 1 or not (tags[joint] & COORDINATOR or document.tokens.lowers[joint] in _BESIDE):
        return None
    part = Clause.of(document, gap)
    behind = joint - gap.start + 1
    return part if opens_clause(part, behind) or opens_behind_front(part, behind) else None


def _in_quotation(document: Document, stretch: Stretch) -> bool:
    """Whether a sentence stands in quotation marks of which nobody is the source."""
    # The marks themselves may belong to the sentence: one character to either side.
    begin, end = document.tokens.starts[stretch.first] + 1, document.tokens.starts[stretch.last - 1] - 1
    return any(document.quotations_around(begin, end))
