"""What must hold for the claims of any text; what single texts must give stands in cases/en/claims."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclaims as nc
from newsclaims import lexicons
from newsclaims.checkworthiness import FIGURES, TIERS, WITHOUT_TIER, WORDS, tier_of
from newsclaims.extractors.claims import ClaimExtractor
from newsclaims.extractors.claims.scoring import TYPES, default_weights

SUBJECTS = (
    "The mayor",
    "Ada Moss",
    "Brandt",
    "she",
    "Nobody",
    "Rents",
    "The two clubs of Lenmouth",
    "Wages",
    "I",
    "we",
)
PREDICATES = (
    "rose by 12 percent", "did not sell the pier", "will close 40 shops", "should resign", "may have left", "voted no",
    "denied that the dam leaked", "said that it was over", "thinks the bridge is safe", "plans to build 300 homes",
    "did not realise that the road was closed", "lost $2 million last year", "asked who paid", "is said to be ill",
)  # fmt: skip
JOINTS = (". ", ", and ", ", while ", "; ", '," ', '. "', ' "', "? ", " because ", " if ", "\n\n", ", according to ")
clauses = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES)).map(" ".join)
texts = st.lists(st.tuples(clauses, st.sampled_from(JOINTS)).map("".join), min_size=1, max_size=7).map("".join)
LENIENT = nc.Pipeline.default(options={"claims": {"questions": True}})


def inside(span: nc.Span, spans: tuple[nc.Span, ...]) -> bool:
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_claims_are_well_formed(text: str) -> None:
    for claim in LENIENT.extract(text, published="2025-01-20").claims:
        assert claim.segments[0].start == claim.start
        assert claim.segments[-1].end == claim.end
        assert all(a.end <= b.start for a, b in zip(claim.segments, claim.segments[1:], strict=False))
        assert all(span.start < span.end for span in claim.segments)
        assert claim.sentence.start <= claim.start < claim.sentence.end
        assert claim.text.strip() == claim.text
        assert not claim.text.startswith(("and ", "but ", ",", "“"))
        assert (claim.speaker is None) or claim.claimer == "speaker"


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_a_claim_with_a_quote_lies_inside_it(text: str) -> None:
    for claim in LENIENT.extract(text).claims:
        if claim.quote is not None:
            assert all(inside(segment, claim.quote.segments) for segment in claim.segments)
            assert claim.quote.start <= claim.start < claim.end <= claim.quote.end


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_the_score_is_the_sum_of_the_reasons(text: str) -> None:
    for claim in LENIENT.extract(text).claims:
        assert claim.score == sum(reason.weight for reason in claim.reasons)
        assert len({reason.code for reason in claim.reasons}) == len(claim.reasons)
        assert all(inside(nc.Span(reason.start, reason.end), (claim.span,)) for reason in claim.reasons)
        assert claim.tier == tier_of(reason.code for reason in claim.reasons)


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_what_is_linked_lies_inside(text: str) -> None:
    article = nc.extract(text, published="2025-01-20")
    for claim in article.claims:
        assert all(inside(one.span, claim.segments) for one in (*claim.quantities, *claim.dates))
        assert all(one in article.quantities for one in claim.quantities)
        assert claim.quote is None or claim.quote in article.quotes
        assert claim.speaker is None or claim.speaker in article.speakers
        assert all(inside(span, (claim.span,)) for span in claim.unresolved)


@settings(max_examples=50, deadline=None)
@given(text=texts)
def test_top_claims_are_those_with_the_highest_scores(text: str) -> None:
    article = nc.extract(text)
    top = article.top_claims(2)
    assert [claim.score for claim in top] == sorted((claim.score for claim in article.claims), reverse=True)[:2]
    assert article.find_claims() == article.claims


@settings(max_examples=50, deadline=None)
@given(text=texts)
def test_an_explanation_names_every_reason(text: str) -> None:
    for claim in nc.extract(text).claims:
        told = claim.explain()
        assert all(WORDS[reason.code] in told for reason in claim.reasons)


@settings(max_examples=50, deadline=None)
@given(text=texts)
def test_questions_only_add_claims(text: str) -> None:
    without = nc.extract(text).claims
    with_questions = LENIENT.extract(text).claims
    assert [claim for claim in with_questions if claim.modality != "question"] == list(without)


ARTICLE = nc.extract(
    "Rents in Lenmouth rose by 12 percent last year, a survey found. "
    '"We will build 300 homes," said Ada Moss, the mayor. '
    "The council has no plan. Moss denied that the town was bankrupt.",
    published="2025-01-20",
)


def test_filter_by_speaker() -> None:
    said = ARTICLE.find_claims(speaker="Ada Moss")
    assert [claim.text for claim in said] == ["We will build 300 homes", "the town was bankrupt"]
    assert said[0].speaker is not None
    assert ARTICLE.find_claims(speaker=said[0].speaker) == said


def test_filter_by_modality_and_checkable() -> None:
    assert [claim.text for claim in ARTICLE.find_claims(modality="promised")] == ["We will build 300 homes"]
    assert all(claim.checkable for claim in ARTICLE.find_claims(checkable=True))


def test_filter_by_tier_takes_higher_tiers_too() -> None:
    tiers = {claim.tier for claim in ARTICLE.find_claims(tier="C")}
    assert tiers <= {"A", "B", "C"}
    assert "A" in {claim.tier for claim in ARTICLE.find_claims(tier="A")}


def test_filter_by_type() -> None:
    assert [claim.text for claim in ARTICLE.find_claims(type="trend")] == [
        "Rents in Lenmouth rose by 12 percent last year"
    ]


def test_a_denial_is_told() -> None:
    (denied,) = [claim for claim in ARTICLE.claims if claim.denied]
    assert "Denied by Ada Moss" in denied.explain()


@pytest.mark.parametrize("code", sorted(default_weights()))
def test_weights_are_half_points_of_known_reasons(code: str) -> None:
    weight = default_weights()[code]
    assert weight
    assert (weight * 2).is_integer()
    assert code in WORDS


def test_every_code_of_the_lexicon_has_a_weight_and_words() -> None:
    known = lexicons.document("claim_signals")
    codes = {code for kind in ("phrases", "nouns", "verbs") for code in known[kind]}
    assert codes <= set(WORDS)
    assert set(WORDS) == set(default_weights())


def test_tiers_and_types_name_known_codes() -> None:
    assert {code for codes in TIERS.values() for code in codes} | WITHOUT_TIER | FIGURES | set(TYPES) <= set(WORDS)


def test_an_unknown_weight_is_refused() -> None:
    with pytest.raises(nc.PipelineError, match="percentage"):
        nc.Pipeline.default(options={"claims": {"weights": {"percentage": 1.0}}})


def test_a_weight_of_zero_switches_a_reason_off() -> None:
    pipeline = nc.Pipeline.default().replace(ClaimExtractor(weights={"trend": 0.0}))
    (claim,) = pipeline.extract("Rents rose in Lenmouth.").claims
    assert "trend" not in {reason.code for reason in claim.reasons}
