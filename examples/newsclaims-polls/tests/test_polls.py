from __future__ import annotations

from newsclaims_polls import Poll, PollExtractor

import newsclaims as nc
from newsclaims.testing import check_extractor, find

TEXT = (
    "A poll by Fenwick Research puts Ms Orr at 41 percent and Mr Lowe at 38 percent. "
    "The survey of 1,200 voters, in which 12 percent gave no answer, has a margin of error of 3 percentage points. "
    "Turnout was 61 percent. The poll was long."
)


def polls() -> tuple[Poll, ...]:
    return find(PollExtractor(), TEXT)


def test_a_poll_has_its_shares_and_its_pollster() -> None:
    first, _ = polls()
    assert [str(share.value) for share in first.shares] == ["41", "38"]
    assert first.pollster
    assert first.pollster.text == "Fenwick Research"
    assert first.rule == "polls.pollster-and-shares"


def test_a_poll_has_its_sample_and_its_margin() -> None:
    _, second = polls()
    assert [str(share.value) for share in second.shares] == ["12"]
    assert second.sample
    assert second.margin
    assert (str(second.sample.value), str(second.margin.value)) == ("1200", "3")


def test_who_is_asked_is_an_option() -> None:
    _, second = find(PollExtractor(asked=["student"]), TEXT)
    assert second.sample is None


def test_the_extractor_keeps_its_promises() -> None:
    check_extractor(PollExtractor(), [TEXT])


def test_the_wire_format_brings_polls_back() -> None:
    article = nc.Pipeline.default().with_(PollExtractor()).extract(TEXT)
    assert nc.from_dict(nc.to_dict(article), kinds=[Poll]) == article
