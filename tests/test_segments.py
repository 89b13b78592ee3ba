"""Paragraphs with their kinds and layouts, and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.text.layout import paragraph_spans
from newsclaims.text.segments import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, paragraphs(text))]


LAYOUTS = {
    "blank lines": ("One fell.\n\nTwo fell.", ["One fell.", "Two fell."]),
    "single newlines": ("One fell.\nTwo fell.\nThree fell.", ["One fell.", "Two fell.", "Three fell."]),
    "blank lines with spaces": ("One fell.\n \t\n  Two fell.  ", ["One fell.", "Two fell."]),
    "carriage returns": ("One fell.\r\n\r\nTwo fell.\r\n", ["One fell.", "Two fell."]),
    "line separators": ("One fell.\u2028Two fell.\u2029Three fell.", ["One fell.", "Two fell.", "Three fell."]),
    "nothing": (" \n\n ", []),
    "wrapped by hand": (
        "The council of the old harbour town voted on a cold\n"
        "Tuesday to keep the ferry for another year, though\n"
        "nobody had asked for it.\n\n"
        "The ferry was built in 1931.",
        [
            "The council of the old harbour town voted on a cold\n"
            "Tuesday to keep the ferry for another year, though\n"
            "nobody had asked for it.",
            "The ferry was built in 1931.",
        ],
    ),
    "wrapped with indented paragraphs": (
        "  The council of the old harbour town voted on a cold\n"
        "Tuesday to keep the ferry for another year, though it\n"
        "loses money.\n"
        "  The ferry was built in the spring of 1931 by a yard on\n"
        "the other side of the bay.",
        [
            "The council of the old harbour town voted on a cold\n"
            "Tuesday to keep the ferry for another year, though it\n"
            "loses money.",
            "The ferry was built in the spring of 1931 by a yard on\nthe other side of the bay.",
        ],
    ),
    "headings of one width are not wrapped": (
        "Fed keeps rates as they are for a third month\nMarkets shrug at a decision that they foresaw",
        ["Fed keeps rates as they are for a third month", "Markets shrug at a decision that they foresaw"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraph_spans(text)] == expected


BODY = "The ferry stays for another year, the council of the town said on Tuesday after a long debate in its hall."
KINDS = {
    "Ferry is saved": "heading",
    "Ferry saved, pier lost": "heading",
    "8 Min Read": "furniture",
    "Share This Article": "furniture",
    "Leave a Comment": "furniture",
    "Leave a Reply": "furniture",
    "ADVERTISEMENT": "furniture",
    "Read more: Why the ferry matters": "furniture",
    "We use cookies to make this site better.": "furniture",
    "Sign up for our daily newsletter": "furniture",
    "© 2024 The Elm Courier. All rights reserved.": "furniture",
    "* * *": "furniture",
    "___": "furniture",
    "By Mara Quint": "byline",
    "By Mara Quint and Bo Tarn": "byline",
    "BY MARA QUINT, STAFF WRITER": "byline",
    "(Photo by Sam Orr/Pictures)": "caption",
    "ELM - 2020/09/20: The ferry at the pier. (Photo Illustration by Sam Orr /Agency via Getty Images)": "caption",
    "The ferry at the pier on Monday. (AP Photo/Sam Orr)": "caption",
    "Photo: Sam Orr": "caption",
    "By Monday the ferry had sailed again.": "body",
    "She laughed.": "body",
    "She was blunt:": "body",
    "“We go.” — Jo Park": "body",
    "— Jo Park, baker": "body",
    "Orr: No comment": "body",
    "the tide turned": "body",
}


@pytest.mark.parametrize(("line", "kind"), KINDS.items(), ids=KINDS)
def test_kinds(line: str, kind: str) -> None:
    text = f"Harbour news\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert [p.kind for p in paragraphs(text)] == ["headline", "body", kind, "body"]


HEADS = {
    "headline without a full stop": ("Ferry is saved", BODY, ["headline", "body"]),
    "headline with a full stop": ("Ferry is saved by the town.", f"{BODY}\n\n{BODY}", ["headline", "body", "body"]),
    "no headline": ("The ferry is saved. It sails soon.", f"{BODY}\n\n{BODY}", ["body", "body", "body"]),
    "author without By": ("Ferry is saved", f"HOA\n\n{BODY}", ["headline", "byline", "body"]),
    "furniture first": ("5 min read", f"Ferry is saved\n\n{BODY}", ["furniture", "headline", "body"]),
}


@pytest.mark.parametrize(("first", "rest", "expected"), HEADS.values(), ids=HEADS)
def test_the_lines_above_the_article(first: str, rest: str, expected: list[str]) -> None:
    assert [p.kind for p in paragraphs(f"{first}\n\n{rest}")] == expected


def test_a_single_line_is_the_article() -> None:
    assert [p.kind for p in paragraphs("Ferry is saved")] == ["body"]


DATELINES = {
    "PARIS (AP) — ": "The tower closed.",
    "NEW YORK, Nov. 19 (UPI) — ": "The tower closed.",
    "MANCHESTER, N.H. - ": "The tower closed.",
    "WASHINGTON -- ": "The tower closed.",
    "Mexico City (AFP) – ": "The tower closed.",
    "BEIJING, Jan. 20 (Xinhua) -- ": "The tower closed.",
    "LONDON/PARIS, Jan 5 (Reuters) - ": "The tower closed.",
    "": "Rain - much of it - fell on the city.",
}


@pytest.mark.parametrize(("dateline", "rest"), DATELINES.items(), ids=DATELINES)
def test_datelines(dateline: str, rest: str) -> None:
    text = f"{dateline}{rest} Nobody was hurt in the old town."
    (paragraph,) = paragraphs(text)
    assert text[paragraph.start : paragraph.body_start] == dateline
    assert cut(text)[0] == rest


SENTENCES = {
    "plain": ["It rained.", "Nobody minded!", "Why?", "So it goes."],
    "titles": ["Mr. Orr met Dr. Lund and Sen. Penn.", "They left."],
    "initials": ["J. R. Orr and Ann B. Lund met.", "They left."],
    "plan with a letter": ["There is no plan B.", "The town waits."],
    "acronym before a name": ["The U.S. Senate met.", "It voted."],
    "acronym at the end": ["He lives in the U.S.", "The rest moved."],
    "company": ["Acme Inc. bought Fen Ltd. for a dollar.", "It paid in cash."],
    "time of day": ["They met at 5 a.m. Monday.", "It was cold."],
    "month": ["They met on Jan. 5.", "It was cold."],
    "number": ["He is No. 5 on the list.", "She is No. 6."],
    "no as an answer": ["She said no.", "He left."],
    "decimals": ["It grew by 2.5 percent.", "It shrank by .5 percent."],
    "list": ["1. Open the lid.", "2. Close it."],
    "quoted stop": ["“We go.”", "She left."],
    "quoted doubled": ["''We go.''", "She left."],
    "stop before a quotation": ["She left.", "“We go,” he said."],
    "question in a quotation": ["“So what?” said Harry Lund.", "She left."],
    "question with the name first": ["“So what?” Harry Lund asked.", "She left."],
    "exclamation before a small letter": ["“Stop!” he cried.", "She left."],
    "omission inside": ["They ... knew it.", "She left."],
    "ellipsis at the end": ["They knew it…", "She left."],
    "brackets": ["(It rained.)", "She left."],
    "note numbers": ["It rained.[12]", "She left."],
    "name with an exclamation mark": ["Yahoo! Japan grew.", "It hired."],
    "figure behind a stop": ["It rained.", "40 people left."],
    "acronym before a quotation": ["He spoke in Elm, N.H.", "“I never left.”"],
}


@pytest.mark.parametrize("expected", SENTENCES.values(), ids=SENTENCES)
def test_sentences(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


def test_no_space_behind_a_stop() -> None:
    assert cut("It rained all day.The ferry sank.") == ["It rained all day.", "The ferry sank."]


def test_a_wrapped_sentence_is_one() -> None:
    text = "The council of the old harbour town voted to\nkeep the ferry. Nobody knows for how long it is."
    assert len(cut(text)) == 2


LETTERS = "aA1.!?\"“”' \n\r\t\u2028-:—()Mr"


@settings(max_examples=200)
@given(text=st.one_of(st.text(st.sampled_from(LETTERS), max_size=80), st.text(st.characters(), max_size=80)))
def test_any_text_is_cut_into_disjoint_pieces_that_hold_all_words(text: str) -> None:
    found = paragraphs(text)
    at = 0
    for paragraph in found:
        assert at <= paragraph.start <= paragraph.body_start < paragraph.end <= len(text)
        assert not text[at : paragraph.start].strip()
        assert text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end]
        at = paragraph.end
    assert not text[at:].strip()
    at = 0
    for sentence in sentences(text, found):
        paragraph = found[sentence.paragraph]
        assert paragraph.body_start <= sentence.start < sentence.end <= paragraph.end
        assert at <= sentence.start
        assert sentence.start == paragraph.body_start or not text[at : sentence.start].strip()
        at = sentence.end
    assert all(any(s.paragraph == index for s in sentences(text, found)) for index in range(len(found)))


@given(text=st.text(st.sampled_from(LETTERS), max_size=60))
def test_a_paragraph_in_front_moves_the_sentences_and_changes_none(text: str) -> None:
    front = "Nobody minded the rain.\n\n"
    assert cut(front + text + "\n\nIt rained.")[1:] == cut("X.\n\n" + text + "\n\nIt rained.")[1:]
