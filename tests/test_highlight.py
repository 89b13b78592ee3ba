from __future__ import annotations

import re
from html import unescape

import attrs
from hypothesis import given
from hypothesis import strategies as st

from frame import ARTICLE
from newsclaims.highlight import Mark, highlight

TEXT = 'Rents <b>rose</b> & "fell".'
marks = st.builds(
    lambda a, b, layer: Mark(min(a, b), max(a, b), layer, "x"),
    st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(["quotes", "dates"]),
)  # fmt: skip


@given(st.lists(marks, max_size=8))
def test_the_text_comes_through_and_nothing_but_spans_is_added(given_marks: list[Mark]) -> None:
    html = highlight(TEXT, given_marks)
    assert unescape(re.sub(r'<span class="[a-z ]*" title="[^"<]*">|</span>', "", html)) == TEXT
    assert html.count("<span") == html.count("</span>")


@given(st.lists(marks, max_size=8))
def test_each_character_is_in_the_layers_that_mark_it(given_marks: list[Mark]) -> None:
    seen: list[set[str]] = []
    for match in re.finditer(r'<span class="([a-z ]*)"[^>]*>(.*?)</span>|([^<]+)', highlight(TEXT, given_marks)):
        seen += [set((match[1] or "").split())] * len(unescape(match[2] or match[3]))
    for offset, layers in enumerate(seen):
        assert layers == {mark.layer for mark in given_marks if mark.start <= offset < mark.end}


def test_labels_are_escaped_and_what_no_page_can_hold_is_replaced() -> None:
    html = highlight("a\ud800", [Mark(0, 2, "quotes", '"><script>')])
    assert html == '<span class="quotes" title="&quot;&gt;&lt;script&gt;">a�</span>'


def test_a_notebook_shows_an_article_as_its_text_with_marks() -> None:
    html = ARTICLE._repr_html_()
    assert '<span class="claims quantities quotes" title="' in html
    assert "Ada Orr" in html
    assert attrs.evolve(ARTICLE, quotes=(), claims=(), quantities=(), dates=())._repr_html_().count("<span") == 0
