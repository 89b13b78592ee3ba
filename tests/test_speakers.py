"""The speakers extractor on attributions made by hand, its parts, and what must hold for any text."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclaims as nc
from newsclaims.document import Document
from newsclaims.extractors.protocol import Found
from newsclaims.extractors.speakers import SpeakerExtractor
from newsclaims.extractors.speakers.names import parse
from newsclaims.extractors.speakers.vocabulary import vocabulary
from newsclaims.model import Attribution, Source, Span, Speaker


def speakers(marked: str, extractor: SpeakerExtractor | None = None) -> tuple[str, list[Speaker], list[Span]]:
    """Speakers of a text in which [brackets] mark sources and {braces} the words attributed to the source before."""
    text, sources, contents, opened = "", [], [], []
    for piece in re.split(r"([\[\]{}])", marked):
        if piece in ("[", "{"):
            opened.append(len(text))
        elif piece in ("]", "}"):
            (sources if piece == "]" else contents).append(Span(opened.pop(), len(text)))
        else:
            text += piece
    attributions = []
    for index, span in enumerate(sources):
        content = contents[index] if index < len(contents) else Span(len(text) - 1, len(text))
        attributions.append(
            Attribution(
                start=content.start,
                end=content.end,
                text=text[content.slice],
                rule="test.marked",
                kind="direct" if contents else "indirect",
                segments=(content,),
                source=Source(start=span.start, end=span.end, text=text[span.slice], form="name"),
            )
        )
    found = Found({Attribution: tuple(attributions)})
    return text, list((extractor or SpeakerExtractor()).extract(Document(text), found)), sources


def names(marked: str, extractor: SpeakerExtractor | None = None) -> list[str | None]:
    """Name of the speaker of each source in turn; None where it has none."""
    _, found, sources = speakers(marked, extractor)
    return [next((s.name for s in found if span in s.mentions), None) for span in sources]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("According to [a study issued by the consultancy Larkin Economics], wages fell. [The study] was long.",
         ["Larkin Economics", "Larkin Economics"]),
        ("[A statement Acme posted on its site] was short.", ["Acme"]),
        ("[A study by an influential sociologist, Mikhail Dorn,] found it.", ["Mikhail Dorn"]),
        ("[An NBX report at the time] said it.", ["NBX"]),
        ("A Larkin poll came out on Monday. [The survey] found little.", ["Larkin"]),
        ("Ruiz was fined. [Ruiz’s sentence] was read out.", ["Ruiz’s sentence"]),
        ("Lena Brandt resigned. [Brandt’s letter] was short.", ["Lena Brandt"]),
        ("The email was sent by Omar Haddad. [The email] was short.", ["Omar Haddad"]),
        ("The email was released by Court Watch. [The email] was short.", ["The email"]),
        ("The Ethics Panel met. [The panel’s memo] was short.", ["Ethics Panel"]),
    ],
)  # fmt: skip
def test_documents_go_back_to_their_issuer(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Lena Brandt] spoke. [She] left. [Her] warning was clear.", ["Lena Brandt"] * 3),
        ("Ray Alder, [who] runs the mill, left.", ["Ray Alder"]),
        ("Ray Alder, 55, [who] runs the mill, left.", ["Ray Alder"]),
        ("Ray Alder, a farmer [who] runs the mill, left.", ["Ray Alder"]),
        ("Alder — [who] left — is back. Ray Alder won.", ["Ray Alder"]),
        ("Some farmers [who] left were angry.", ["Some farmers"]),
        ("[Acme] grew. [It] hired Ray Alder.", ["Acme", None]),
        ("The agency is old. [It] hired Ray Alder.", ["The agency"]),
        ("[Union leaders] met. [They] were angry.", ["Union leaders"] * 2),
        ("[They] were angry.", [None]),
        ("[It] was cold.", [None]),
    ],
)
def test_pronouns(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


def test_first_person_inside_speech_is_its_speaker() -> None:
    text = "“I said no,” Lena Brandt said."
    inner = Attribution(
        start=8, end=10, text="no", rule="t.t", kind="indirect", segments=(Span(8, 10),),
        source=Source(start=1, end=2, text="I", form="pronoun"),
    )  # fmt: skip
    outer = Attribution(
        start=1, end=11, text=text[1:11], rule="t.t", kind="direct", segments=(Span(1, 11),),
        source=Source(start=13, end=24, text="Lena Brandt", form="name"),
    )  # fmt: skip
    (speaker,) = SpeakerExtractor().extract(Document(text), Found({Attribution: (inner, outer)}))
    assert speaker.name == "Lena Brandt"
    assert speaker.mentions == (Span(1, 2), Span(13, 24))


@pytest.mark.parametrize(
    ("run", "kind", "words"),
    [
        ("Rep. Cathy Morris Dodge", "person", ("Cathy", "Morris", "Dodge")),
        ("White House Press Secretary Joan Ernst", "person", ("Joan", "Ernst")),
        ("The Justice Department", "organization", ("Justice", "Department")),
        ("Norland Prime Minister Ana Costa", "person", ("Ana", "Costa")),
        ("But American Airlines", "organization", ("American", "Airlines")),
        ("Dean Baker", "person", ("Dean", "Baker")),
        ("General Electric", "organization", ("General", "Electric")),
        ("Frank Church", "person", ("Frank", "Church")),
        ("Thomas R. Nives", "person", ("Thomas", "R.", "Nives")),
        ("Ruth van der Meer", "person", ("Ruth", "van", "der", "Meer")),
        ("Elm Valley", "unknown", ("Elm", "Valley")),
        ("New Zealand", "place", ("New", "Zealand")),
        ("Republicans", "people", ("Republicans",)),
    ],
)
def test_what_a_run_of_capitals_names(run: str, kind: str, words: tuple[str, ...]) -> None:
    name = parse(run, vocabulary())
    assert name is not None
    assert (name.kind, name.words) == (kind, words)


@pytest.mark.parametrize("run", ["The", "But On Monday", "January"])
def test_openers_name_nobody(run: str) -> None:
    assert parse(run, vocabulary()) is None


PIECES = """Mara Quint Mr. Sen. the senator said she he who , . “ ” and of report Acme Corp campaign their I percent
’s Ohio ' — (D-Ohio)"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n", "\x00", "\ud800"])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_speaker_holds_together(text: str) -> None:
    article = nc.extract(text)
    for quote in article.quotes:
        if quote.source and quote.speaker:  # a relative pronoun stands inside the mention of who it belongs to
            assert any(span.overlaps(quote.source.span) for span in quote.speaker.mentions)
    for speaker in article.speakers:
        assert text[speaker.start : speaker.end] == speaker.text
        assert speaker.name
        assert list(speaker.mentions) == sorted(set(speaker.mentions))
        assert all(0 <= span.start < span.end <= len(text) for span in speaker.mentions)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data())
def test_any_span_can_be_a_source(text: str, data: st.DataObject) -> None:
    if not text:
        return
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)), min_size=1, max_size=5))
    attributions = []
    for start, length in spans:
        end = min(len(text), start + length)
        source = Source(start=start, end=end, text=text[start:end], form="name")
        segments = (Span(start, end),)
        attributions.append(
            Attribution(
                start=start, end=end, text=text[start:end], rule="t.t", kind="direct", segments=segments, source=source
            )
        )
    for speaker in SpeakerExtractor().extract(Document(text), Found({Attribution: tuple(attributions)})):
        assert text[speaker.start : speaker.end] == speaker.text


def test_nothing_is_remembered_between_texts() -> None:
    first = names("Mara Quint won. [Quint] left.")
    names("Ray Quint won. [Quint] left.")
    assert names("Mara Quint won. [Quint] left.") == first == ["Mara Quint"]


def test_names_of_the_user_give_the_full_name() -> None:
    extractor = SpeakerExtractor(names={"Mara Quint": ("Quint", "the Boss"), "Elm Valley Bank": ("EVB",)})
    assert names("[Quint] left. [She] was ill. [President Quint] won.", extractor) == ["Mara Quint"] * 3
    assert names("[EVB] fell. [The EVB] rose.", extractor) == ["Elm Valley Bank"] * 2
    assert names("[Quint] left.") == ["Quint"]


def test_titles_of_the_user_are_no_part_of_the_name() -> None:
    extractor = SpeakerExtractor(titles=("Docent", "Dpt."))
    assert names("[Docent Quint] left. [Dpt. Alder] won.", extractor) == ["Quint", "Alder"]
    assert names("[Docent Quint] left.") == ["Docent Quint"]


@pytest.mark.parametrize("given", [["Quint"], {"Mara Quint": (1,)}, {"Mara Quint": ("",)}, {"": ("Quint",)}])
def test_names_of_a_wrong_form_are_refused(given: object) -> None:
    with pytest.raises(nc.ArgumentError):
        SpeakerExtractor(names=given)  # type: ignore[arg-type]


def test_an_extractor_with_options_can_be_pickled_and_compared() -> None:
    extractor = SpeakerExtractor(names={"Mara Quint": ("Quint",)})
    names("[Quint] left.", extractor)
    again = pickle.loads(pickle.dumps(extractor))
    assert again == extractor
    assert names("[Quint] left.", again) == ["Mara Quint"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The House Committee on Water met. [The House Committee] agreed.", ["House Committee on Water"]),
        ("[The House Committee] agreed. The House Committee on Water met.", ["House Committee on Water"]),
        ("[The Department of Trade] agreed. [The Department of State] did not.",
         ["Department of Trade", "Department of State"]),
        ("[The Elm Valley Post] asked. [The Post] asked again.", ["Elm Valley Post"] * 2),
        ("Elm Valley Steel sank. [The company] was sold. [Acme] bought it.", ["The company", "Acme"]),
        ("Elm Valley Motors sank. [The company] was sold.", ["Elm Valley Motors"]),
        ("The Port Authority met. [The agency] agreed.", ["Port Authority"]),
        ("[The federal bureau] agreed.", ["The federal bureau"]),
    ],
)  # fmt: skip
def test_bodies(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


def speaker_of(marked: str) -> Speaker:
    _, found, sources = speakers(marked)
    return next(speaker for speaker in found if sources[0] in speaker.mentions)


@pytest.mark.parametrize(
    ("marked", "kind", "gender"),
    [
        ("[Quint] said no. {“Never,”} [she] said.", "person", "female"),
        ("[Quint] said his town was poor.", "person", None),
        ("[Obrotec] said its sales fell.", "organization", None),
        ("[The Obrotec] said nothing.", "organization", None),
        ("[Obrotec] said nothing.", "unknown", None),
        ("[Chris Vale] said no. {“Never,”} [he] said.", "person", "male"),
        ("[Tracy Vale, father of two,] said no.", "person", "male"),
    ],
)
def test_kind_and_gender_that_the_text_shows(marked: str, kind: str, gender: str | None) -> None:
    speaker = speaker_of(marked)
    assert (speaker.kind, speaker.gender) == (kind, gender)


def test_people_without_name_can_be_meant_by_a_pronoun() -> None:
    marked = "Ray Alder left. A Berlin woman was fined in May. {“Never,”} [she] wrote. Lena Brandt won."
    assert names(marked) == ["A Berlin woman"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[A Norton Post-NBX poll last week] found it.", ["Norton Post-NBX"]),
        ("[A YouTube video] showed it.", ["A YouTube video"]),
        ("[Initial estimates] showed it.", ["Initial estimates"]),
        ("[An email obtained by Court Watch] showed it.", ["An email obtained by Court Watch"]),
        ("[A report by the department’s inspector] showed it.", ["A report by the department’s inspector"]),
        ("[The Slovenia-born former model] left.", ["The Slovenia-born former model"]),
        ("Ann Orr won. [Orr herself] left.", ["Ann Orr"]),
        ("[The creation of the bureau] was late. [He] left.", ["The creation of the bureau", None]),
    ],
)
def test_what_is_no_issuer_and_nobody(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Elm Motors] grew. [The carmaker] hired.", ["Elm Motors"] * 2),
        ("[Luis Ortega] left. [The Spaniard] was ill.", ["Luis Ortega"] * 2),
        ("[Ann Orr] left. [The Democrat] was ill.", ["Ann Orr"] * 2),
        ("[Ann Orr] left. [A Democrat] was ill.", ["Ann Orr", "A Democrat"]),
        ("[The Independent] reported it.", ["Independent"]),
        ("[The GOP] lost.", ["GOP"]),
        ("[Drugmaker Larkin Pharma] grew. [The company] hired.", ["Larkin Pharma"] * 2),
        ("Her colleague Jun Sato left. [Sato] was ill.", ["Jun Sato"]),
    ],
)
def test_people_and_bodies_by_what_they_are(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


def test_couples_share_their_surname() -> None:
    assert names("Ann and Bill Norwood bought a farm. {“No,”} [she] said. [Mr. Norwood] left.") == [
        "Ann Norwood",
        "Bill Norwood",
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # sources as extractors give them: cut at a slash, with an owner's ending, with words before the pronoun
        ("A CNN/[ORB poll] fell.", ["CNN/ORB"]),
        ("'s [who] Orr", [None]),
        ("[Ann Orr] said so. [That person] left.", ["Ann Orr", "That person"]),
        ("[An aide] said so. [That person] left.", ["An aide"] * 2),
        ("[An aide] said so. [That the mayor] left.", ["An aide", "the mayor"]),
        ("[The] end came.", [None]),
        ("[Elm Clinic for the Valley Post] said so.", ["Elm Clinic"]),
        ("[Lena Houston] won. [Houston] left.", ["Lena Houston"] * 2),
        ("[Neither Ann Orr nor Ray Alder] left.", ["Ann Orr and Ray Alder"]),
    ],
)
def test_sources_at_the_edge_of_what_names_somebody(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected
