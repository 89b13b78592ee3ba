from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

import newsclaims as nc
from frame import Failing, Finder, Poll, dates
from newsclaims.extractors.protocol import Found

TEXT = "Rain fell on Monday and on Friday."


@attrs.frozen(kw_only=True)
class Sighting(nc.Annotation):
    plural = "sightings"


@attrs.frozen(kw_only=True)
class Impostor(nc.Annotation):
    plural = "quotes"


@attrs.frozen(kw_only=True)
class Overwriting(nc.Annotation):
    plural = "text"


# --- order ---


def test_order_follows_what_is_required_and_then_the_listing() -> None:
    pipeline = nc.Pipeline([Finder("c", nc.Quote, (nc.Date, Poll)), Finder("b", Poll), Finder("a", nc.Date)])
    assert pipeline.names == ("b", "a", "c")


def test_the_default_order_is_that_of_the_table() -> None:
    assert nc.Pipeline.default().names == nc.available()[:6]


def test_all_providers_of_a_kind_run_before_it_is_used_and_their_finds_are_merged_in_text_order() -> None:
    more = Finder("more", nc.Date, words=("Monday",), fields={"kind": "date", "value": None})
    pipeline = nc.Pipeline([Finder("polls", Poll, (nc.Date,)), dates("Friday"), more])
    assert pipeline.names == ("dates", "more", "polls")
    assert [date.text for date in pipeline.extract(TEXT).dates] == ["Monday", "Friday"]


def test_a_missing_provider_is_an_error_that_says_the_mend() -> None:
    with pytest.raises(nc.PipelineError, match=r"'polls' requires Date, .* add one that does, or leave 'polls' out"):
        nc.Pipeline([Finder("polls", Poll, (nc.Date,))])


def test_a_circle_is_an_error_that_names_it() -> None:
    with pytest.raises(nc.PipelineError, match=r"in a circle: .*polls"):
        nc.Pipeline([Finder("polls", Poll, (nc.Date,)), Finder("dates", nc.Date, (Poll,))])


def test_two_extractors_of_one_name_are_an_error() -> None:
    with pytest.raises(nc.PipelineError, match="two extractors are called 'dates'"):
        nc.Pipeline([dates(), dates()])


@pytest.mark.parametrize(("kind", "plural"), [(Impostor, "quotes"), (Overwriting, "text")])
def test_a_kind_cannot_take_the_key_of_another(kind: type[nc.Annotation], plural: str) -> None:
    with pytest.raises(nc.PipelineError, match=rf"{kind.__name__}\.plural is '{plural}', which is taken"):
        nc.Pipeline([Finder("own", kind)])


# --- making one from another ---


def test_without_with_and_replace_give_new_pipelines() -> None:
    whole = nc.Pipeline([dates("Monday"), Finder("polls", Poll, (nc.Date,))])
    assert whole.without("polls").names == ("dates",)
    assert whole.without("polls").with_(Finder("sightings", Sighting)).names == ("dates", "sightings")
    assert [date.text for date in whole.replace(dates("Friday")).extract(TEXT).dates] == ["Friday"]
    assert whole.names == ("dates", "polls")


def test_without_a_kind_that_is_needed_is_an_error() -> None:
    with pytest.raises(nc.PipelineError, match="requires Date"):
        nc.Pipeline([dates(), Finder("polls", Poll, (nc.Date,))]).without("dates")


def test_only_keeps_what_is_needed() -> None:
    assert nc.Pipeline.default().only("dates").names == ("dates",)
    assert nc.Pipeline.default().only("quotes").names == ("dates", "attributions", "speakers", "quotes")


@pytest.mark.parametrize("change", ["without", "only"])
def test_an_unknown_name_is_an_error_that_lists_the_known(change: str) -> None:
    with pytest.raises(nc.PipelineError, match="no extractor 'date'; it has dates, polls"):
        getattr(nc.Pipeline([dates(), Finder("polls", Poll)]), change)("date")


# --- options ---


def test_options_reach_the_extractor() -> None:
    pipeline = nc.Pipeline.default(options={"quotes": {"thought": True}})
    assert {extractor.name: extractor for extractor in pipeline.extractors}["quotes"].thought is True


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"quote": {}}, "'quote', which this pipeline does not have: did you mean 'quotes'?"),
        ({"zebras": {}}, "'zebras', which this pipeline does not have: this pipeline has dates"),
        ({"quotes": {"thoughts": True}}, "'quotes' has no option 'thoughts': did you mean 'thought'?"),
    ],
)
def test_unknown_options_are_errors_with_the_nearest_name(options: dict[str, Any], message: str) -> None:
    with pytest.raises(nc.PipelineError) as caught:
        nc.Pipeline.default(options=options)
    assert message in str(caught.value)


def test_an_unknown_plugin_is_an_error() -> None:
    with pytest.raises(nc.PipelineError, match=r"no extractor is called 'quots': did you mean 'quotes'\?"):
        nc.Pipeline.default(plugins=["quots"])


def test_on_error_must_be_one_of_two_words() -> None:
    with pytest.raises(nc.ArgumentError, match="'raise' or 'collect', not 'ignore'"):
        nc.Pipeline.default(on_error="ignore")  # type: ignore[arg-type]


# --- running ---


def test_an_extractor_sees_only_what_it_requires() -> None:
    with pytest.raises(nc.PipelineError, match="Date is not in this extractor's `requires`"):
        Found({})[nc.Date]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"start": 0, "end": 99}, "span 0:99 is empty or outside"),
        ({"start": 3, "end": 3, "text": ""}, "span 3:3 is empty or outside"),
        ({"start": -4, "end": 4}, "span -4:4 is empty or outside"),
        ({"text": "Snow"}, "text 'Snow' does not stand at 0:4"),
        ({"segments": (nc.Span(0, 4), nc.Span(30, 90))}, "segments: span 30:90 is empty or outside"),
        ({"source": nc.Source(start=5, end=9, text="Fell", form="name")}, "source: text 'Fell' does not stand at 5:9"),
    ],
)
def test_spans_that_do_not_fit_the_text_are_errors(fields: dict[str, Any], message: str) -> None:
    good = {"start": 0, "end": 4, "text": "Rain", "rule": "own.rule", "kind": "direct", "segments": (nc.Span(0, 4),)}

    class Careless:
        name, provides, requires = "own", nc.Quote, ()

        def extract(self, _document: nc.Document, _found: Found) -> list[nc.Quote]:
            return [nc.Quote(**(good | fields))]  # type: ignore[arg-type]

    with pytest.raises(nc.AnnotationError) as caught:
        nc.Pipeline([Careless()]).extract(TEXT)
    assert message in str(caught.value)
    assert "own.rule" in str(caught.value)


def test_an_annotation_of_another_kind_is_an_error() -> None:
    class Confused:
        name, provides, requires = "own", nc.Date, ()

        def extract(self, document: nc.Document, _found: Found) -> list[nc.Annotation]:
            return [Poll(start=0, end=4, text=document.text[:4], rule="own.rule")]

    with pytest.raises(nc.AnnotationError, match="'own' provides Date but yielded Poll"):
        nc.Pipeline([Confused()]).extract(TEXT)


def test_a_plugin_kind_stands_under_its_plural() -> None:
    article = nc.Pipeline([Finder("polls", Poll, words=("Rain",))]).extract(TEXT)
    assert [poll.text for poll in article.extra["polls"]] == ["Rain"]
    assert article.dates == ()


def test_a_document_brings_its_own_date() -> None:
    document = nc.Document(TEXT, published="2025-01-20", id="a1", source="The Gazette")
    article = nc.extract(document)
    assert (article.published, article.id, article.source) == ("2025-01-20", "a1", "The Gazette")
    with pytest.raises(nc.ArgumentError, match="has its own `published`"):
        nc.extract(document, published="2025-01-21")


# --- failures ---


def test_by_default_the_failure_of_an_extractor_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        nc.Pipeline([Failing("polls", Poll)]).extract(TEXT)


def test_collected_failures_leave_the_rest_and_skip_what_depends_on_them() -> None:
    pipeline = nc.Pipeline(
        [
            dates("Monday"),
            Failing("polls", Poll),
            Finder("quantities", nc.Quantity, (Poll,), words=("Rain",)),
            Finder("quotes", nc.Quote, (nc.Quantity,), words=("Rain",)),
        ],
        on_error="collect",
    )
    article = pipeline.extract(TEXT)
    assert [date.text for date in article.dates] == ["Monday"]
    assert article.extra["polls"] == article.quantities == article.quotes == ()
    assert article.problems == (
        nc.Problem(extractor="polls", error="ZeroDivisionError", message="nothing to share"),
        nc.Problem(extractor="quantities", error="Skipped", message="it needs what 'polls' finds, and that failed"),
        nc.Problem(extractor="quotes", error="Skipped", message="it needs what 'quantities' finds, and that failed"),
    )


# --- streams ---


def test_a_stream_gives_one_article_for_each_and_keeps_the_order() -> None:
    given = [TEXT, nc.Document(TEXT, id="b"), {"text": TEXT, "id": "c", "published": "2025-01-20"}]
    articles = list(nc.Pipeline([dates("Monday")]).stream(given))
    assert [article.id for article in articles] == [None, "b", "c"]
    assert all(len(article.dates) == 1 for article in articles)


def test_a_stream_reads_no_further_than_it_is_asked() -> None:
    def endless() -> Any:
        while True:
            yield TEXT

    stream = nc.Pipeline([dates("Monday")]).stream(endless())
    assert next(stream).dates == next(stream).dates


@pytest.mark.parametrize(
    ("given", "id_", "text", "message"),
    [
        ({"id": "x"}, "x", "", "an article needs a 'text'"),
        ({"text": None, "id": "x"}, "x", "", "text must be a str, not NoneType"),
        ({"text": TEXT, "published": "soon", "id": "x"}, "x", TEXT, "published must be an ISO date"),
        ({"text": TEXT, "id": ["x"]}, None, TEXT, "id must be a str or None"),
        (None, None, "", "text must be a str, not NoneType"),
    ],
)
def test_a_bad_article_in_a_collecting_stream_is_a_problem_and_nothing_else_is_lost(
    given: Any, id_: str | None, text: str, message: str
) -> None:
    pipeline = nc.Pipeline([dates("Monday")], on_error="collect")
    before, bad, after = pipeline.stream([TEXT, given, TEXT])
    assert before == after
    assert [date.text for date in after.dates] == ["Monday"]
    assert (bad.id, bad.text, bad.dates) == (id_, text, ())
    (problem,) = bad.problems
    assert (problem.extractor, problem.error) == ("document", "ArgumentError")
    assert problem.message.startswith(message)


def test_a_bad_article_in_a_raising_stream_is_named_by_its_number() -> None:
    stream = nc.Pipeline([dates("Monday")]).stream([TEXT, {"id": "x"}])
    next(stream)
    with pytest.raises(nc.ArgumentError, match="article 2: an article needs a 'text'"):
        next(stream)


def test_a_pipeline_can_be_sent_to_another_process() -> None:
    pipeline = nc.Pipeline.default(options={"quotes": {"thought": True}})
    pipeline.extract(TEXT)
    sent = pickle.loads(pickle.dumps(pipeline))
    assert sent == pipeline
    assert sent.extract(TEXT) == pipeline.extract(TEXT)


def test_a_document_can_be_sent_with_the_views_it_has() -> None:
    document = nc.Document(TEXT, published="2025-01-20")
    assert document.sentences
    assert pickle.loads(pickle.dumps(document)) == document
