"""Units inside attributions: the propositions of a quote or a thought, and the frame that its cue gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclaims.extractors.claims.clause import Clause, trim
from newsclaims.extractors.claims.main_verb import main_verb, with_weak_verb
from newsclaims.extractors.claims.openings import ADVERBIAL, opens_clause
from newsclaims.extractors.claims.polarity import has_class_effect, has_effect, reporting_nouns, stance
from newsclaims.extractors.claims.statements import statements
from newsclaims.extractors.claims.units import Frame, Unit, segments_of
from newsclaims.model import Attribution, Mention, Quote, Span, Speaker
from newsclaims.text.wordclass import (
    ADVERB,
    AUXILIARY,
    FINITE,
    GERUND,
    NEGATION,
    NOMINAL,
    PUNCTUATION,
    QUOTE,
    SUBORDINATOR,
    TO,
    WH,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclaims.document import Document
    from newsclaims.extractors.claims.located import Located
    from newsclaims.extractors.claims.units import Stretch
    from newsclaims.model import Claimer

# Fewer words without a finite verb say too little to be a claim: "a disgrace", "denied wrongdoing".
_SHORTEST_PHRASE = 4
_SHARES = frozenset(
    {"percent", "half", "majority", "third", "thirds", "two-thirds", "quarter", "quarters", "plurality"}
)
FIRST_PERSON = frozenset({"i", "we"})
_PHRASAL_ACTS = frozenset({"call on", "call upon", "call for", "appeal to", "appeal for"})


class Place(NamedTuple):
    """A mention of a speaker."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""
    speaker: Speaker
    """Who is mentioned."""


def content_in(document: Document, said: Quote | Attribution, stretch: Stretch) -> Sequence[int]:
    """Indexes of the tokens of a content that lie in a sentence."""
    at = document.tokens.at
    runs = [range(max(stretch.first, at(s.start)), min(stretch.last, at(s.end))) for s in said.segments]
    runs = [run for run in runs if run]
    return runs[0] if len(runs) == 1 else [index for run in runs for index in run]


def hull_in(document: Document, said: Quote | Attribution, stretch: Stretch) -> range:
    """The tokens of a sentence from the first to the last that an attribution takes part in."""
    at = document.tokens.at
    parts: list[Span | Mention] = [*said.segments]
    parts += [part for part in (said.cue, said.source, said.addressee, said.medium) if part is not None]
    runs = [range(max(stretch.first, at(part.start)), min(stretch.last, at(part.end))) for part in parts]
    runs = [run for run in runs if run]
    return range(min(run.start for run in runs), max(run.stop for run in runs)) if runs else range(0)


def frame_of(document: Document, said: Quote | Attribution, stretch: Stretch, places: Located[Place]) -> Frame | None:
    """The frame of what is said or thought in a sentence; None where the source puts nothing forward."""
    says = stance(document, said.cue)
    if (
        says == "none"
        or _is_own_voice(said)
        or _is_share_of_people(said)
        or _is_comment(document, said)
        or (said.kind != "direct" and _reports_an_act(document, said, stretch))
    ):
        return None
    quote = said if isinstance(said, Quote) else None
    spoken = said.kind != "indirect"
    if says == "presuppose":  # the source does not put it forward, but the article takes it as given
        return Frame("article", quote=quote, spoken=spoken, confidence=said.confidence)
    speaker = said.speaker if isinstance(said, Quote) else _speaker_of(said.source, places)
    claimer: Claimer = "speaker" if speaker or said.source else "unknown"
    return Frame(claimer, speaker, quote, said.cue, says == "deny", spoken, said.confidence)


def _is_own_voice(said: Quote | Attribution) -> bool:
    """Whether the author speaks of himself: "I think that" outside quotation marks stays in the clause."""
    return said.kind == "indirect" and said.source is not None and said.source.text.lower() in FIRST_PERSON


def _is_share_of_people(said: Quote | Attribution) -> bool:
    """Whether the source is a figure: that 52 percent say something is a statistic that the article gives."""
    if said.kind != "indirect" or said.source is None:
        return False
    words = said.source.text.lower().split()
    return not _SHARES.isdisjoint(words) or words[0][0].isdigit()


def _is_comment(document: Document, said: Quote | Attribution) -> bool:
    """Whether the cue is part of a comment of the article: "it is worth noting that"."""
    if said.cue is None:
        return False
    at = document.tokens.at(said.cue.start)
    return at > 0 and document.tokens.lowers[at - 1] == "worth"


def _reports_an_act(document: Document, said: Quote | Attribution, stretch: Stretch) -> bool:
    """Whether what is reported is what the source did, not what it holds: "asked", "urged", "praised".

    That holds for the sentence of the cue; what a quote goes on with behind it is said.
    """
    if said.cue is None:
        return False
    cue, behind = document.tokens.at(said.cue.start), document.tokens.at(said.cue.end)
    if not stretch.first <= cue < stretch.last:
        return False
    particles = document.tokens.lowers[behind - 1 : min(behind + 1, stretch.last)]
    if any(f"{said.cue.lemma} {particle}" in _PHRASAL_ACTS for particle in particles):
        return True
    return has_effect(said.cue, "act", document.lang)


def is_main(document: Document, said: Quote | Attribution, stretch: Stretch) -> bool:
    """Whether source and cue are subject and verb of a main clause: not "when he called it", "a plan called"."""
    if said.cue is None or said.source is None:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    source, cue = document.tokens.at(said.source.start), document.tokens.at(said.cue.start)
    if not (stretch.first <= source < stretch.last and stretch.first <= cue < stretch.last):
        return False
    between = range(min(source, cue), max(source, cue) + 1)
    verb = cue
    while verb > stretch.first and not tags[verb] & FINITE and tags[verb - 1] & (AUXILIARY | ADVERB | NEGATION):
        verb -= 1
    if not tags[verb] & FINITE or any(tags[index] & WH for index in between):
        return False
    before = source - 1
    while before >= stretch.first and tags[before] & QUOTE:
        before -= 1
    return before < stretch.first or not (tags[before] & SUBORDINATOR or lowers[before] in ADVERBIAL)


def is_built_in(document: Document, said: Quote | Attribution) -> bool:
    """Whether quoted words are part of the sentence round them: 'told owners to "pay up"', 'called it "a farce"'."""
    if said.cue is None or said.cue.end > said.segments[0].start:
        return False
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    before = document.tokens.at(said.segments[0].start) - 1
    while before > 0 and tags[before] & QUOTE:
        before -= 1
    return before >= document.tokens.at(said.cue.end) and not tags[before] & PUNCTUATION and lowers[before] != "that"


def _speaker_of(source: Mention | None, places: Located[Place]) -> Speaker | None:
    """The speaker with the first mention inside a source."""
    if source is None:
        return None
    return next((place.speaker for place in places.within([source.span])), None)


def units_in(
    document: Document, content: Sequence[int], said: Quote | Attribution, frame: Frame, stretch: Stretch
) -> list[Unit]:
    """The propositions of the part of a content that lies in one sentence."""
    if not content:
        return []
    clause = Clause.of(document, content)
    if said.kind == "direct" and _ends_in_question(document, content, stretch):
        part = trim(clause)
        if not part.tags:  # a question mark alone
            return []
        return [Unit(part, segments_of(document, part), "claims.quoted-question", frame, is_question=True)]
    if main_verb(clause) is None:
        if said.kind == "direct":
            clause = with_weak_verb(document, clause)
        elif said.source is None:  # "the verdict is said to be near": the article's own words
            return []
    if frame.denied or (said.kind != "direct" and main_verb(clause) is None):
        clause = _below_noun(document, clause)
    rule = "claims.thought" if frame.quote is None else "claims.quoted-clause"
    direct = said.kind == "direct"
    found: list[Unit] = []
    for part, conditional in statements(clause, document.lang, spoken=direct, complement=not direct):
        if found or direct or not _asks(part):
            found.append(Unit(part, segments_of(document, part), rule, frame, is_conditional=conditional))
    if not found and frame.quote is not None and said.kind != "direct" and is_main(document, said, stretch):
        part = trim(clause)
        if _is_phrase(document, part, said):
            frame = frame._replace(confidence="low" if frame.confidence == "low" else "medium")
            return [Unit(part, segments_of(document, part), "claims.phrase", frame)]
    return found


def _ends_in_question(document: Document, content: Sequence[int], stretch: Stretch) -> bool:
    """Whether a question mark ends the content, or stands right behind it."""
    lowers = document.tokens.lowers
    behind = content[-1] + 1
    return lowers[content[-1]] == "?" or (behind < stretch.last and lowers[behind] == "?")


def _asks(clause: Clause) -> bool:
    """Whether a content is an indirect question: "if", "whether", "who"."""
    return bool(clause.tags[0] & WH and clause.lowers[0] != "that") or clause.lowers[0] in {"if", "whether"}


def _below_noun(document: Document, clause: Clause) -> Clause:
    """The content without the noun that it hangs on: "a report that P" as the object of "dismissed"."""
    for position in range(1, len(clause.tags) - 1):
        if clause.tags[position] & FINITE:
            break
        if clause.lowers[position] == "that":
            part = clause.part(position + 1, len(clause.tags))
            if opens_clause(part, 0):
                return part
            if clause.lowers[position - 1] in reporting_nouns(document.lang):
                return with_weak_verb(document, part)
    return clause


def _is_phrase(document: Document, clause: Clause, said: Quote | Attribution) -> bool:
    """Whether a content without a finite verb puts something forward all the same: "recalled her years in office"."""
    if len(clause.tags) < _SHORTEST_PHRASE or said.cue is None:
        return False
    first = clause.tags[0]
    if has_effect(said.cue, "denying", document.lang) and not first & GERUND:
        return not reporting_nouns(document.lang).isdisjoint(clause.lowers)
    if first & TO:
        return has_effect(said.cue, "promising", document.lang) or said.cue.class_ == "claim"
    if has_class_effect(said.cue, "act_on_object", document.lang):
        return False
    return bool(first & NOMINAL) or not first & (WH | SUBORDINATOR)
