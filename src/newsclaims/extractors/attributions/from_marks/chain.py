"""The half of the extractor that starts from quotation marks: direct speech, and mixed speech that ends in marks.

Each quotation at the outermost level is looked at in turn: a frame before or behind it attributes it; without one it
goes on what was said before it, or stands alone and is spoken by whoever spoke last. The patterns, with Q for the
quotation, S for the source and C for the cue: QSC, QCS, SCQ, QSCQ, QCSQ, CSQ (Pareti 2015; GenderGapTracker).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsclaims import lexicons
from newsclaims.extractors.attributions.from_marks.drafts import Draft
from newsclaims.extractors.attributions.from_marks.frame import CLAUSAL
from newsclaims.extractors.attributions.from_marks.frames_before import frame_before
from newsclaims.extractors.attributions.from_marks.frames_behind import frame_behind
from newsclaims.extractors.attributions.from_marks.labels import find_labelled
from newsclaims.extractors.attributions.from_marks.nested import children, find_nested
from newsclaims.extractors.attributions.from_marks.region_form import form_of
from newsclaims.extractors.attributions.from_marks.regions import Region, content_span, find_regions
from newsclaims.extractors.attributions.from_marks.scare import no_speech
from newsclaims.extractors.attributions.from_marks.signatures import signature_behind
from newsclaims.extractors.attributions.from_marks.speakers_before import SpokenBefore
from newsclaims.text.clauses import holds
from newsclaims.text.nounphrases import core_end
from newsclaims.text.wordclass import (
    ADVERB,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    NOMINAL,
    PREPOSITION,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclaims.document import Document
    from newsclaims.extractors.attributions.candidate import Candidate, Stretch
    from newsclaims.extractors.attributions.from_marks.frame import Frame
    from newsclaims.extractors.attributions.reading import Reading

# A paragraph that is a quotation of fewer words is a heading; single marks are rarer as marks of speech.
SHORTEST_FLOATING = {"'": 8, "‘": 8}


SHORTEST_WITHOUT_COMMA = 6
"""Words of a quotation that a frame may follow though its comma was forgotten."""
SHORTEST_MIXED = 3
"""Tokens of a quotation, its comma included, that ends a clause before an inverted frame."""
FARTHEST_COORDINATED = 4
"""Tokens between two quotations that "and" joins, at most."""


def find_marks_led(document: Document, reading: Reading, cue_led: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that quotation marks lead to, in text order; those that cues led to tell who spoke before."""
    labelled = find_labelled(document, reading)
    regions = [region for region in find_regions(document) if reading.quoted[region.first]]
    chain = _Chain(document, reading, SpokenBefore(document, reading, cue_led))
    for index, group in groupby(regions, key=_paragraph):
        if index not in labelled:
            chain.read_paragraph(index, list(group))
    found = list(labelled.values())
    held = children(document)
    for draft in chain.drafts:
        if draft.frame is None and draft.source is None:
            continue
        outer = draft.finish(reading)
        found.append(outer)
        for region in draft.regions:
            if region.index in held:
                found += find_nested(reading, region, held[region.index], outer)
    return found


def _touches(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether a frame of a listed verb begins at a token; no relative clause does."""
    source = frame.source[0] if frame.source is not None else frame.cue[0]
    return frame.sure and min(source, frame.cue[0]) == start and not reading.tags[start] & SUBORDINATOR


def _paragraph(region: Region) -> int:
    return region.paragraph


class _Chain:
    """Puts the quotations of a document together, paragraph by paragraph."""

    def __init__(self, document: Document, reading: Reading, spoken: SpokenBefore) -> None:
        self.document = document
        self.reading = reading
        self.spoken = spoken
        self.at = document.tokens.at
        self.drafts: list[Draft] = []
        self.last: Draft | None = None
        """The draft that the next quotation may go on."""
        self.carried = False
        """Whether the last quotation was left open at its paragraph's end, to go on in the next."""
        self.read = -1
        """Index of the paragraph read last."""

    def read_paragraph(self, index: int, regions: list[Region]) -> None:
        """Attribute the quotations of one paragraph."""
        paragraph = self.document.paragraphs[index]
        first, end = self.at(paragraph.body_start), self.at(paragraph.end)
        follows = index == self.read + 1
        self.carried = self.carried and follows
        whole = not self._has_words(first, regions[0].first) and self._is_all_quotation(regions, end)
        if not self.carried and not (whole and follows and self._ended_with_speech(index - 1)):
            self.last = None
        reach = first
        for position, region in enumerate(regions):
            following = regions[position + 1] if position + 1 < len(regions) else None
            reach = self._attribute(region, following, reach, whole=whole)
        self.read = index

    def _is_all_quotation(self, regions: list[Region], end: int) -> bool:
        ends = [*(region.first for region in regions[1:]), end]
        return not any(self._has_words(region.last, after) for region, after in zip(regions, ends, strict=True))

    def _ended_with_speech(self, index: int) -> bool:
        """Whether a paragraph ends with the words or the frame of the last draft."""
        end = self.at(self.document.paragraphs[index].end)
        return self.last is not None and not self._has_words(self.last.reach, end)

    def _has_words(self, start: int, end: int) -> bool:
        for tag in self.reading.tags[start:end]:  # noqa: SIM110 - a generator would take twice the time
            if not tag & PUNCTUATION:
                return True
        return False

    def _attribute(self, region: Region, following: Region | None, reach: int, *, whole: bool) -> int:
        """Attribute one quotation; returns the token up to which the paragraph is settled."""
        behind = self._frame_behind(region, following)
        draft = self._joined(region, behind, reach)
        if draft is None:
            draft = self._new(region, behind, reach, whole=whole)
        elif draft.frame is None and behind is not None:
            draft.take_frame(behind)
        if draft is not None:
            draft.segments.append(self._content(region, draft, reach))
            draft.regions.append(region)
            self.last, self.carried = draft, region.quotation.continued
            self._settle(draft, behind.last if behind is not None else region.last, following)
            return draft.reach
        if self.last is not None and self._sentence(region.first) == self.last.sentence:
            self._settle(self.last, region.last, following)  # a name or title in the clause of a frame
            return self.last.reach
        return reach

    def _sentence(self, token: int) -> int:
        return self.document.sentence_at(self.reading.starts[token])

    def _settle(self, draft: Draft, last: int, following: Region | None) -> None:
        """Note how far a draft reaches: to the end of the sentence, if no other quotation stands in it."""
        draft.sentence = self._sentence(last - 1)
        end = max(last, self.document.sentence_tokens[draft.sentence][1])
        draft.reach = last if following is not None and following.first < end else end

    def _joined(self, region: Region, behind: Frame | None, reach: int) -> Draft | None:
        """The last draft, where this quotation goes on what it says."""
        draft = self.last
        if draft is None:
            return None
        if self.carried:
            self.carried = False
            return draft
        if not self._has_words(reach, region.first) or self._only_coordinator(reach, region.first):
            parted = region.first == 0 or self.reading.tags[region.first - 1] & PUNCTUATION or region.starts_sentence
            parted = parted or self._resumes(draft, region)
            return draft if parted and (behind is None or draft.frame is None) else None
        if behind is None and self._is_aside(draft, reach, region):
            return draft if not region.capital or not self._has_cue(reach, region.first) else None
        return None

    def _resumes(self, draft: Draft, region: Region) -> bool:
        """Whether speech goes on right behind the cue of its frame, a comma forgotten: "…," she said "Nobody …"."""
        touches = draft.frame is not None and draft.frame.cue[1] == region.first
        clause = holds(self.reading.tags, region.inner_first, region.inner_last, FINITE)
        return touches and region.is_utterance and clause and not no_speech(self.reading, region)

    def _has_cue(self, start: int, end: int) -> bool:
        """Whether a verb of saying stands between two tokens."""
        return any(
            cue.entry.complements & CLAUSAL for cue in self.reading.cues_between(start, end) if cue.form != "noun"
        )

    def _only_coordinator(self, start: int, end: int) -> bool:
        """Whether a comma and "and" or "but" is all that stands between two quotations."""
        if end - start > FARTHEST_COORDINATED:
            return False
        tags = self.reading.tags
        words = [k for k in range(start, end) if not tags[k] & PUNCTUATION]
        return len(words) == 1 and bool(tags[words[0]] & COORDINATOR)

    def _is_aside(self, draft: Draft, reach: int, region: Region) -> bool:
        """Whether the frame's clause goes on up to a quotation in its sentence: "…," Ruiz said, smiling, "…"."""
        tags = self.reading.tags
        if draft.frame is None or self._sentence(region.first) != draft.sentence or reach != draft.reach:
            return False
        return bool(tags[region.first - 1] & (COMMA | DASH)) and region.words > 2

    def _frame_behind(self, region: Region, following: Region | None) -> Frame | None:
        """The frame behind a quotation that a comma, question mark or the like leaves open to one."""
        reading = self.reading
        start, limit = region.last, region.sentence_last
        bare = not (region.comma or region.stop)
        if bare and not (region.starts_sentence and region.capital and region.words >= SHORTEST_WITHOUT_COMMA):
            return None
        if following is not None:
            limit = min(limit, following.first)
        else:
            signature = signature_behind(self.document, reading, region)
            if signature is not None:
                return signature
        if limit <= start:
            return self._sentence_behind(region)
        frame = frame_behind(reading, start, limit)
        if frame is None or (bare and not _touches(reading, frame, start)):
            return None
        return None if self._takes_clause(frame, region) else frame

    def _sentence_behind(self, region: Region) -> Frame | None:
        """The frame that is a sentence of its own, as some write it: "It rained." Ruiz said."""
        index = self.document.sentence_at(region.quotation.end) + 1
        if index >= len(self.document.sentences) or not (region.quotation.closed and region.starts_sentence):
            return None
        first, last = self.document.sentence_tokens[index]
        if self.document.sentences[index].paragraph != region.paragraph:
            return None
        frame = frame_behind(self.reading, first, last)
        if frame is None or not frame.sure or frame.rule == "phrase-behind":
            return None
        asks = self.document.text[region.quotation.inner_end - 1] in "?!"
        alone = not self._has_words(frame.last, last)
        return frame if alone or (asks and not self._takes_clause(frame, region)) else None

    def _takes_clause(self, frame: Frame, region: Region) -> bool:
        """Whether the frame goes on with content of its own: "Why?" Ruiz said the port was full."""
        if frame.last >= len(self.reading.tags):
            return False
        following = self.reading.lowers[frame.last]
        if following in {"that", "whether"} or (following == ":" and not region.starts_sentence):
            return True
        tag = self.reading.tags[frame.last]
        goes_on = tag & (NOMINAL | DETERMINER | SUBJECT | TO) and not tag & (TIME | GERUND | ADVERB | PREPOSITION)
        return bool(goes_on) and not (region.comma and region.starts_sentence)

    def _new(self, region: Region, behind: Frame | None, reach: int, *, whole: bool) -> Draft | None:
        """A draft that begins with a quotation."""
        before = self._frame_before(region, reach)
        frame = behind if behind is not None and behind.sure else before or behind
        if frame is not None:
            mixed = before is None and not region.starts_sentence and not self._introduced(region)
            if mixed and not self._may_end_clause(region, frame):
                return None
            rule = f"mixed-{frame.rule}" if mixed else frame.rule
            draft = Draft(rule, frame, frame.source, kind="mixed" if mixed else "direct")
            if not frame.sure:
                draft.confidence = "medium"
        elif region.starts_sentence and not no_speech(self.reading, region):
            found = self._speaker_before(region, reach, whole=whole)
            if found is None and region.quotation.continued:
                found = Draft("continued", None, None)  # its frame may stand in the next paragraph
            if found is None:
                return None
            draft = found
        else:
            return None
        if draft is not self.last:
            self.drafts.append(draft)
        return draft

    def _may_end_clause(self, region: Region, frame: Frame) -> bool:
        """Whether the frame behind a quotation may attribute all of its sentence: not "Orr, citing “costs,” said a"."""
        if not frame.sure or frame.rule == "signature" or no_speech(self.reading, region):
            return False
        if frame.rule != "cue-behind-inverted":
            return True
        if region.words < SHORTEST_MIXED:
            return False  # "the play “North Pier,” said that"
        tags, lowers = self.reading.tags, self.reading.lowers
        first, _ = self.document.sentence_tokens[self.document.sentence_at(region.quotation.start)]
        subject = core_end(tags, lowers, first, region.first)
        return not (subject > first and tags[subject] & COMMA)

    def _introduced(self, region: Region) -> bool:
        """Whether a colon or dash sets a quotation off from the clause before it."""
        return bool(self.reading.tags[region.first - 1] & (COLON | DASH))

    def _frame_before(self, region: Region, reach: int) -> Frame | None:
        """The frame that leads to a quotation: in its sentence, or in a line before it that ends with a colon."""
        mark = region.first
        form = form_of(self.reading, region)
        shared: tuple[int, int] | None = None
        if region.starts_sentence:
            mark, floor = self._line_before(region)
        else:
            floor = self.document.sentence_tokens[self.document.sentence_at(region.quotation.start)][0]
            if reach > floor and self.last is not None:
                shared = self.last.source
            floor = max(floor, reach)
            that = self.reading.lowers[mark - 1] == "that" and region.words > 4
            if that and (region.comma or region.closes_sentence):
                mark -= 1
                form = "long"
        frame = frame_before(self.reading, floor, mark, form=form, shared=shared) if mark > floor else None
        loud = frame is not None and frame.entry.lemma in lexicons.words("loud_verbs")
        return None if frame is not None and not loud and self._is_title(region) else frame

    def _line_before(self, region: Region) -> tuple[int, int]:
        """End and beginning of the last sentence of the paragraph before, where it ends with a colon."""
        paragraphs = self.document.paragraphs
        start = self.at(paragraphs[region.paragraph].body_start)
        before = paragraphs[region.paragraph - 1].end
        if start < region.first or not region.paragraph or self.document.text[before - 1] != ":":
            return start, start
        return self.at(before), self.document.sentence_tokens[self.document.sentence_at(before - 1)][0]

    def _is_title(self, region: Region) -> bool:
        """Whether a quotation is the title of a work, which headlines do not tell from speech by its capitals."""
        headline = self.document.paragraphs[region.paragraph].kind == "headline"
        return not headline and no_speech(self.reading, region) == "title"

    def _speaker_before(self, region: Region, reach: int, *, whole: bool) -> Draft | None:
        """A draft without a cue: its speaker is the one whose words or thoughts the text gave last."""
        index = region.paragraph
        if whole:
            if region.words < SHORTEST_FLOATING.get(self.reading.text[region.quotation.start], 3):
                return None
            source = self.spoken.before_paragraph(index, self.drafts)
            rule = "floating"
        elif region.is_utterance and region.first > reach and region.sentence_last == region.last:
            floor = self.at(self.document.paragraphs[index].body_start)
            source = self.spoken.between(max(floor, reach if self.last else 0), region.first, self.drafts)
            if source is None and self.last is not None:
                return self.last
            rule = "after-reported"
        else:
            return None
        return Draft(rule, None, source, confidence="low") if source is not None else None

    def _content(self, region: Region, draft: Draft, reach: int) -> Stretch:
        """The words of a quotation; for a mixed draft, from the beginning of its sentence."""
        span = content_span(self.reading.text, region)
        if draft.kind != "mixed" or draft.segments:
            return span
        floor = self.document.sentences[self.document.sentence_at(region.quotation.start)].start
        if reach < len(self.reading.starts) and self.reading.starts[reach] > floor:
            floor = self.reading.starts[reach]
        return min(floor, span[0]), span[1]
