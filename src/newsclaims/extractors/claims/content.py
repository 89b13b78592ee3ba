"""Content: the propositions inside a quote or a thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.clause import Clause, trim, trimmed
from newsclaims.extractors.claims.framing import is_main
from newsclaims.extractors.claims.main_verb import main_verb, with_weak_verb
from newsclaims.extractors.claims.openings import behind_adverbial, opens_behind_front, opens_clause
from newsclaims.extractors.claims.polarity import has_class_effect, reporting_nouns
from newsclaims.extractors.claims.statements import statements
from newsclaims.extractors.claims.units import Frame, Unit, segments_of
from newsclaims.text.wordclass import DETERMINER, FINITE, GERUND, NOMINAL, OBJECT, SUBJECT, SUBORDINATOR, TO, WH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.sayings import Saying
    from newsclaims.extractors.claims.units import Stretch

# Fewer words without a finite verb say too little to be a claim: "a disgrace", "denied wrongdoing".
_SHORTEST_PHRASE = 4
_TOPIC = frozenset({"about", "of", "on", "over"})
# Fewer words with one are a verb that stands for another: "as she said she would".
_SHORTEST_REPORT = 3


def units_in(document: Document, content: Sequence[int], saying: Saying, frame: Frame, stretch: Stretch) -> list[Unit]:
    """The propositions of the part of a content that lies in one sentence."""
    if not content:
        return []
    said = saying.said
    if said.kind == "direct":
        return _quoted(document, content, frame, stretch)
    clause = trimmed(document, content)
    if not clause.tags:
        return []
    main = main_verb(clause)
    if main is None and said.source is None:  # "the verdict is said to be near": the article's own words
        return []
    if frame.denied or main is None:
        clause = _below_noun(document, clause)
    if main_verb(clause) is None and "clausal" in frame.effects:  # "The senator leads, according to ..."
        clause = with_weak_verb(document, clause)
    found = _reported(document, clause, frame, saying)
    if not found and frame.quote is not None and is_main(document, saying, stretch):
        part = trim(clause)
        if _is_phrase(document, part, saying):
            frame = frame._replace(confidence="low" if frame.confidence == "low" else "medium")
            return [Unit(part, segments_of(document, part), "claims.phrase", frame)]
    return found


def _quoted(document: Document, content: Sequence[int], frame: Frame, stretch: Stretch) -> list[Unit]:
    """The propositions of words that all stand in quotation marks."""
    clause = trimmed(document, content)
    if not clause.tags:  # a question mark alone
        return []
    if _ends_in_question(document, content, stretch):
        return [Unit(clause, segments_of(document, clause), "claims.quoted-question", frame, is_question=True)]
    if main_verb(clause) is None:
        clause = with_weak_verb(document, clause)
    return [
        Unit(part, segments_of(document, part), "claims.quoted-clause", frame, is_conditional=conditional)
        for part, conditional in statements(clause, document.lang, spoken=True)
    ]


def _reported(document: Document, clause: Clause, frame: Frame, saying: Saying) -> list[Unit]:
    """The propositions of reported speech or thought; none where it is an infinitive, a question or a noun phrase."""
    if _is_topic(document, saying):  # "spoke of the ideas that he had"
        return []
    named = frame.denied or frame.quote is None  # "dismissed the story", "sees him as a hero"
    fronted = saying.cue is not None and saying.runs[0].start < saying.cue.start
    if clause.tags[0] & TO or (named and not _is_clause(clause)) or _is_predication(clause):
        return []
    rule = "claims.thought" if frame.quote is None else "claims.quoted-clause"
    found: list[Unit] = []
    for part, conditional in statements(clause, document.lang, complement=True):
        lacks_subject = part.tags[0] & FINITE and not part.tags[0] & SUBJECT  # "who do you think will win"
        asks = not fronted and _asks(part)  # "If it rains, Moss said, ...", "What matters, Moss said, is ..." tell
        if found or not (asks or lacks_subject or len(part.tags) < _SHORTEST_REPORT):
            found.append(Unit(part, segments_of(document, part), rule, frame, is_conditional=conditional))
    return found


def _is_topic(document: Document, saying: Saying) -> bool:
    """Whether the content is only what is spoken about, in none of the speaker's words: "spoke about the wall"."""
    first, cue = saying.runs[0].start, saying.cue
    if saying.said.kind != "indirect" or cue is None:
        return False
    return cue.start < first and document.tokens.lowers[first - 1] in _TOPIC


def _is_predication(clause: Clause) -> bool:
    """Whether the content is an object with what it is called: "it a farce that nobody had asked for"."""
    tags = clause.tags
    return (
        len(tags) > 1
        and bool(tags[0] & (SUBJECT | OBJECT))
        and not tags[0] & (DETERMINER | FINITE | WH)
        and (tags[1] & (DETERMINER | SUBJECT) == DETERMINER)
    )


def _is_clause(clause: Clause) -> bool:
    """Whether the content is a clause, and no noun phrase with a verb somewhere below it."""
    return opens_clause(clause, 0) or opens_behind_front(clause, 0) or behind_adverbial(clause) != 0


def _ends_in_question(document: Document, content: Sequence[int], stretch: Stretch) -> bool:
    """Whether a question mark ends the content, or stands right behind it."""
    lowers = document.tokens.lowers
    behind = content[-1] + 1
    return lowers[content[-1]] == "?" or (behind < stretch.last and lowers[behind] == "?")


def _asks(clause: Clause) -> bool:
    """Whether a content is an indirect question: "if", "whether", "who"; not so a condition, "if it rains, we stay"."""
    if clause.lowers[0] == "if":
        return not behind_adverbial(clause)
    return bool(clause.tags[0] & WH and clause.lowers[0] != "that") or clause.lowers[0] == "whether"


def _below_noun(document: Document, clause: Clause) -> Clause:
    """The content without the noun that it hangs on: "a report that P" as the object of "dismissed"."""
    nouns = reporting_nouns(document.lang)
    for position in range(1, len(clause.tags) - 1):
        if clause.tags[position] & FINITE:
            break
        if clause.lowers[position] == "that" and not nouns.isdisjoint(clause.lowers[:position]):
            part = clause.part(position + 1, len(clause.tags))
            return part if opens_clause(part, 0) else with_weak_verb(document, part)
    return clause


def _is_phrase(document: Document, clause: Clause, saying: Saying) -> bool:
    """Whether a content without a finite verb puts something forward all the same: "recalled her years in office"."""
    cue = saying.said.cue
    if len(clause.tags) < _SHORTEST_PHRASE or cue is None:
        return False
    first = clause.tags[0]
    if "denying" in saying.effects and not first & GERUND:
        return not reporting_nouns(document.lang).isdisjoint(clause.lowers)
    if first & TO:
        return "promising" in saying.effects or cue.class_ == "claim"
    # "offered a job", "spoke about the wall": nothing is said of the job or the wall.
    if "promising" in saying.effects or has_class_effect(cue, "act_on_object", document.lang):
        return False
    if _is_topic(document, saying):
        return False
    return bool(first & NOMINAL) or not first & (WH | SUBORDINATOR)
