"""The scanner of quotation marks: which marks pair, which are apostrophes, where an open one ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.text.quotemarks import Quotation, scan


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in scan(text)]


PAIRS = {
    "curly": ("“It rained,” she said.", ["It rained,"]),
    "straight": ('"It rained," she said.', ["It rained,"]),
    "doubled single": ("''It rained,'' she said.", ["It rained,"]),
    "grave and single": ("``It rained,'' she said.", ["It rained,"]),
    "doubled curly single": ("‘‘It rained,’’ she said.", ["It rained,"]),
    "guillemets": ("«Oui», dit-elle.", ["Oui"]),
    "guillemets turned": ("»Ja«, sagte sie.", ["Ja"]),
    "single guillemets": ("‹Oui›, dit-elle.", ["Oui"]),
    "low and high": ("„Ja“, sagte sie.", ["Ja"]),
    "low and closing": ("„Tak”, she said.", ["Tak"]),
    "closing twice": ("”Ja”, sade hon.", ["Ja"]),
    "opening twice": ("“Ja“, said he.", ["Ja"]),
    "corner brackets": ("「はい」と言った", ["はい"]),
    "full width": ("＂Yes＂ she said", ["Yes"]),
    "curly then straight": ('“Yes" she said.', ["Yes"]),
    "straight then curly": ('"Yes” she said.', ["Yes"]),
    "doubled straight": ('He wrote ""Yes"" there.', ["Yes"]),
    "several": ("“Yes,” he said. “No,” she said.", ["Yes,", "No,"]),
    "side by side": ("“Cheap” and “slow” it is.", ["Cheap", "slow"]),
    "in brackets": ("(“Yes”) he said.", ["Yes"]),
    "behind a dash": ("He said—“Yes”—and left.", ["Yes"]),
    "without space": ('He said:"Yes."', ["Yes."]),
    "single curly": ("‘Yes,’ he said.", ["Yes,"]),
    "single straight": ("'Yes,' he said.", ["Yes,"]),
    "single with apostrophes": ("'The voters' choice isn't ours,' he said.", ["The voters' choice isn't ours,"]),
    "single beside a plural": ("the 'experts' like the voters' choice", ["experts"]),
    "single beside a clipped word": ("‘We’re goin’ home,’ he said.", ["We’re goin’ home,"]),
    "plural before marks": ("the judges’ “no” vote", ["no"]),
    "plural before single marks": ("the Owls' 'Help' song", ["Help"]),
    "headline": ("Mayor: ‘I won’t go’", ["I won’t go"]),
    "attribute": ('<a href="a b">"Yes," he said</a>', ["Yes,"]),
    "mark behind a full stop": ("“He left.” “Why?”", ["He left.", "Why?"]),
}


@pytest.mark.parametrize(("text", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert all(q.closed and not q.continued and q.parent is None for q in scan(text))


NONE = {
    "nothing": "",
    "no marks": "It rained.",
    "apostrophe": "It didn't rain, and the dog's bowl isn't full.",
    "curly apostrophe": "It didn’t rain, and the dog’s bowl isn’t full.",
    "decade": "in the '90s and the ’80s",
    "decade with an opening mark": "in the ‘90s",
    "year": "the class of '09 met",
    "clipped words": "rock 'n' roll, get 'em, 'tis late, 'cause of it",
    "ending clipped": "ol' man, five o' them",
    "plural possessive": "the voters' choice and the judges' panel",
    "feet and inches": "He is 6' 2\" and she is 5'9\" tall.",
    "primes": "6′ 2″",
    "empty": 'an empty "" field',
    "lone closing": 'It is late," she said.',
    "lone single": "'It is late, she said.",
    "run of marks": '"' * 40,
    "run of apostrophes": "'" * 41,
    "only opening marks": "“ “ “",
    "grave accent": "the `code` here",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_quotation(text: str) -> None:
    assert inner(text) == []


NESTED = {
    "single in double": ("“He said ‘go home’ twice,” she said.", ["He said ‘go home’ twice,", "go home"]),
    "double in single": ("'He said \"go\" twice,' she said.", ['He said "go" twice,', "go"]),
    "curly in straight": ('"He said “go” twice," she said.', ["He said “go” twice,", "go"]),
    "straight in straight": ('"Is it "slow" or not?" she said.', ['Is it "slow" or not?', "slow"]),
    "three at the end": ("''He said 'go home.''' She left.", ["He said 'go home.'", "go home."]),
    "three at the beginning": ("'''Go,' he said,'' she recalled.", ["'Go,' he said,", "Go,"]),
    "side by side at the end": ("“He said ‘go home.’” She left.", ["He said ‘go home.’", "go home."]),
}


@pytest.mark.parametrize(("text", "expected"), NESTED.values(), ids=NESTED)
def test_nested(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert [q.parent for q in scan(text)] == [None, 0]


def test_deeper_nesting_keeps_the_nearest_parent() -> None:
    text = "“A ‘b «c» b’ a”"
    assert [q.parent for q in scan(text)] == [None, 0, 1]


UNCLOSED = {
    "in a sentence": ("He called it “a gift. Nobody agreed.", ["a gift."]),
    "at the beginning": ("“We tried. Nobody agreed.", ["We tried. Nobody agreed."]),
    "before another one": ("“We tried. “No,” she said.", ["We tried.", "No,"]),
    "before another paragraph": ("He called it “a gift.\nNobody agreed.", ["a gift."]),
    "before its attribution": ("“We kept no papers, said Ada Orr.", ["We kept no papers,"]),
    "before a name and a verb": ("“We kept no papers, Ada Orr said.", ["We kept no papers,"]),
    "before a pronoun and a verb": ("“Who keeps papers? she asked.", ["Who keeps papers?"]),
    "before its attribution and another": ("“We lost, said Ada Orr.\n\n“No,” said Bo.", ["We lost,", "No,"]),
    "in closed guillemets": ("«He said “no» and left", ["He said “no", "no"]),
}


@pytest.mark.parametrize(("text", "expected"), UNCLOSED.values(), ids=UNCLOSED)
def test_unclosed(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert not all(q.closed for q in scan(text))
    assert not any(q.continued for q in scan(text))


CONTINUED = {
    "curly": "“We tried.\n\n“We failed.”",
    "straight": '"We tried.\n"We failed."',
    "doubled": "''We tried.\n\n''We failed.''",
    "single": "‘We tried.\n\n‘We failed,’ he said.",
    "behind words": "She said: “We tried.\n\n“We failed.”",
    "single with a plural": "'We lost. The voters' trust is gone.\n\n'We failed,' he said.",
}


@pytest.mark.parametrize("text", CONTINUED.values(), ids=CONTINUED)
def test_continued(text: str) -> None:
    first, second = scan(text)
    assert (first.closed, first.continued) == (False, True)
    assert text[first.inner_start : first.inner_end].endswith((" is gone.", "We tried."))
    assert (second.closed, second.continued) == (True, False)


NOT_CONTINUED = {
    "the next paragraph opens nothing": "“We tried.\n\nWe failed.",
    "the next paragraph opens later": "“We tried.\n\nShe said “no” to it.",
    "an apostrophe before another mark": "'‘We tried “it,\n'We failed.",
    "it begins inside a sentence": "He called it “a gift.\n\n“No,” she said.",
}


@pytest.mark.parametrize("text", NOT_CONTINUED.values(), ids=NOT_CONTINUED)
def test_not_continued(text: str) -> None:
    assert not any(q.continued for q in scan(text))


# Words between marks, so that every mark has a clear sense; the rendering chooses the marks.
words = st.lists(st.sampled_from(["rain", "fell", "It", "wasn't", "late", "tea"]), min_size=1, max_size=4).map(" ".join)
plain = st.tuples(st.just("plain"), words)
quoted = st.tuples(st.just("quoted"), words)
sentences = st.lists(st.one_of(plain, quoted), min_size=1, max_size=6)


def render(parts: list[tuple[str, str]], opening: str, closing: str) -> str:
    return " ".join(f"{opening}{text},{closing}" if kind == "quoted" else text for kind, text in parts) + "."


@given(parts=sentences)
def test_curly_and_straight_marks_are_the_same(parts: list[tuple[str, str]]) -> None:
    curly, straight = render(parts, "“", "”"), render(parts, '"', '"')
    assert scan(curly) == scan(straight)
    assert inner(curly) == [f"{text}," for kind, text in parts if kind == "quoted"]


@given(parts=sentences)
def test_any_pair_of_marks_finds_the_same_words(parts: list[tuple[str, str]]) -> None:
    expected = [f"{text}," for kind, text in parts if kind == "quoted"]
    for opening, closing in (("„", "“"), ("«", "»"), ("''", "''"), ("``", "''"), ("“", '"'), ('"', "”")):
        assert inner(render(parts, opening, closing)) == expected


MARKS = "\"'“”‘’„‟«»‹›`「」.,;:!?-—()=<> \n\tasS9n"


def well_formed(text: str, found: tuple[Quotation, ...]) -> None:
    starts = [q.start for q in found]
    assert starts == sorted(set(starts))
    for index, q in enumerate(found):
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert text[q.inner_start : q.inner_end].strip()
        assert q.closed == (q.end > q.inner_end)
        assert not (q.closed and q.continued)
        if q.parent is not None:
            assert q.parent < index
            outer = found[q.parent]
            assert outer.inner_start <= q.start
            assert q.start < outer.end
    top = [q for q in found if q.parent is None]
    assert all(one.end <= two.start for one, two in pairwise(top))


@settings(max_examples=300)
@given(text=st.one_of(st.text(st.sampled_from(MARKS), max_size=60), st.text(st.characters(), max_size=60)))
def test_any_text_gives_nested_or_disjoint_quotations(text: str) -> None:
    well_formed(text, scan(text))


@given(first=st.text(st.sampled_from(MARKS.replace("\n", "")), max_size=40))
def test_what_comes_before_a_blank_line_does_not_depend_on_what_comes_after(first: str) -> None:
    text = "She left. " + first + "\n\nIt rained."
    alone = scan("She left. " + first)
    assert scan(text) == alone
