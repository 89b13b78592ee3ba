"""What holds for attributions of any text, and for the parts that find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.document import Document
from newsclaims.extractors.attributions import AttributionExtractor
from newsclaims.extractors.attributions.lexicon import cue_lexicon
from newsclaims.extractors.protocol import Found
from newsclaims.lexicons import table
from newsclaims.text.morphology import verb_forms
from newsclaims.text.nounphrases import core_end, phrase_start

if TYPE_CHECKING:
    from newsclaims.model import Attribution

PIECES = """
said says told added that whether to of as by in on and but who which according claims call called report the a his
her Lee Orr bank minister plan Monday 2024 not has is was never would “ ” " '' ‘ ’ , . ; : — - ( ) ? adding warning
quoted saying it he they what if while although
"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=80))


def attributions(text: str) -> list[Attribution]:
    return list(AttributionExtractor().extract(Document(text), Found({})))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_segments_are_ordered_and_apart(text: str) -> None:
    for found in attributions(text):
        assert found.segments
        assert all(segment.start < segment.end for segment in found.segments)
        assert all(a.end <= b.start for a, b in zip(found.segments, found.segments[1:], strict=False))
        assert (found.start, found.end) == (found.segments[0].start, found.segments[-1].end)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_cue_source_and_content_do_not_overlap(text: str) -> None:
    for found in attributions(text):
        parts = [part.span for part in (found.cue, found.source) if part is not None]
        assert not any(part.overlaps(segment) for part in parts for segment in found.segments)
        assert len(parts) < 2 or not parts[0].overlaps(parts[1])


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_content_is_nobody_elses_unless_it_is_nested(text: str) -> None:
    found = attributions(text)
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if one.parent is None and other.parent is None:
                assert not any(a.overlaps(b) for a in one.segments for b in other.segments)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_parent_is_yielded_and_holds_its_child(text: str) -> None:
    found = attributions(text)
    for one in found:
        if one.parent is not None:
            assert any(one.parent is other for other in found)
            assert one.parent.start <= one.start
            assert one.end <= one.parent.end


@pytest.mark.parametrize("before", ["", "The fair opened on Friday.\n\n"])
def test_what_is_found_does_not_depend_on_the_paragraphs_before(before: str) -> None:
    text = "Mara Quint said the port would reopen, although few believed her. Prices, according to the bank, fell."
    alone = [(a.text, a.rule) for a in attributions(text)]
    assert [(a.text, a.rule) for a in attributions(before + text)] == alone
    assert len(alone) == 2


@pytest.mark.parametrize(
    "piece", ["said ", "that ", "he said, ", "according to ", "Lee said Orr said that ", "(“", ", ", "a, "]
)
def test_the_work_grows_with_the_text(piece: str) -> None:
    """No sentence is looked at in pieces longer than a bound: a text without a full stop costs no more than others."""
    assert len(attributions(piece * 4000)) <= 4000


def test_every_verbal_cue_is_found_in_all_its_forms() -> None:
    lexicon = cue_lexicon()
    for lemma in table("cues"):
        for form in verb_forms(lemma):
            head, *tail = form.split()
            assert any(entry.lemma == lemma and words == tuple(tail) for words, entry in lexicon.verbal(head))


def test_british_and_american_spellings_of_a_cue_are_the_same_cue() -> None:
    cues = table("cues")
    pairs = [(british, british.replace("ise", "ize")) for british in cues]
    pairs = [(british, american) for british, american in pairs if british != american and american in cues]
    assert len(pairs) > 3
    for british, american in pairs:
        assert [set(column.split()) for column in cues[british]] == [set(c.split()) for c in cues[american]]


def test_every_class_of_a_cue_is_explained() -> None:
    classes = set(table("cue_classes"))
    named = {
        row[0] for name in ("cues", "cue_nouns", "cue_phrases", "cue_predicatives") for row in table(name).values()
    }
    assert named == classes


def test_complements_are_known_words() -> None:
    known = {"clause", "that", "wh", "infinitive", "infinitive-passive", "gerund", "quote", "object", "predication",
             "adjective", "someone", "to-someone", "in-front", "subject-passive", "if"}  # fmt: skip
    prepositions = {word for word, row in table("word_classes").items() if "preposition" in row[0]} | {"to", "if", "be"}
    for row in table("cues").values():
        for complement in row[1].split():
            words = complement.removeprefix("object-").split("-")
            assert complement in known or words[-1] in prepositions or words[0] in prepositions, complement


PHRASES = "the a old mayor of Elm and , who said in two towns Mr . 's bank"


@given(st.lists(st.sampled_from(PHRASES.split()), max_size=14))
@settings(deadline=None)
def test_noun_phrases_stay_in_their_bounds(words: list[str]) -> None:
    document = Document(" ".join(words))
    tags, lowers = document.word_classes.tags, document.tokens.lowers
    size = len(lowers)
    for index in range(size):
        assert index <= core_end(tags, lowers, index, size) <= size
        assert 0 <= phrase_start(tags, lowers, index + 1, 0) <= index + 1
