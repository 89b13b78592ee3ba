from __future__ import annotations

import ast
import inspect
import pickle

import attrs
import pytest

import newsclaims as nc
from newsclaims import model

TEXT = "Rain fell on Monday."
MONDAY = nc.Date(start=13, end=19, text="Monday", rule="dates.weekday", kind="date", value="2025-01-20")


@pytest.mark.parametrize("thing", [nc.Span(0, 4), nc.Mention(start=0, end=4, text="Rain"), MONDAY, nc.Article(text="")])
def test_objects_are_frozen(thing: object) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        thing.start = 3  # type: ignore[attr-defined]


def test_annotations_are_equal_by_value_and_can_be_keys() -> None:
    assert {MONDAY: 1}[attrs.evolve(MONDAY)] == 1
    assert attrs.evolve(MONDAY, value=None) != MONDAY


def test_a_span_is_a_pair_and_a_slice() -> None:
    span = MONDAY.span
    assert tuple(span) == (13, 19)
    assert TEXT[span.slice] == "Monday"
    assert len(span) == 6


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((0, 4), (4, 8), False), ((0, 4), (3, 8), True), ((3, 4), (0, 9), True), ((5, 9), (0, 5), False)],
)
def test_spans_overlap_where_they_share_a_character(
    one: tuple[int, int], other: tuple[int, int], expected: bool
) -> None:
    assert nc.Span(*one).overlaps(nc.Span(*other)) is expected


def test_every_public_field_says_what_it_holds() -> None:
    """A field of the model is documented by the string behind it; none may lack it."""
    lacking = []
    for node in ast.parse(inspect.getsource(model)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) != "plural":
                documented = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
                if not documented:
                    lacking.append(f"{node.name}.{ast.unparse(statement.target)}")
    assert lacking == []


def test_an_article_is_shown_by_what_it_holds() -> None:
    article = nc.Article(text=TEXT, id="wire-7", published="2025-01-20", dates=(MONDAY,))
    assert repr(article) == (
        "<Article wire-7, 2025-01-20, 20 characters: 0 quotes, 0 claims, 0 quantities, 1 dates, 0 speakers>"
    )


def test_an_article_can_be_pickled_and_keeps_its_links() -> None:
    article = nc.Article(text=TEXT, dates=(MONDAY,), quotes=(quote(date=MONDAY),))
    copy = pickle.loads(pickle.dumps(article))
    assert copy == article
    assert copy.quotes[0].date is copy.dates[0]


def quote(**fields: object) -> nc.Quote:
    basic = {"start": 0, "end": 9, "text": "Rain fell", "rule": "quotes.made-up", "kind": "indirect"}
    return nc.Quote(**(basic | {"segments": (nc.Span(0, 9),)} | fields))  # type: ignore[arg-type]
