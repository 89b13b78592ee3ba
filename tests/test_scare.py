"""Why a quotation that nothing attributes is no speech."""

from __future__ import annotations

import pytest

from newsclaims import Document
from newsclaims.extractors.attributions.from_marks.regions import find_regions
from newsclaims.extractors.attributions.from_marks.scare import no_speech
from newsclaims.extractors.attributions.lexicon import cue_lexicon
from newsclaims.extractors.attributions.reading import Reading

REASONS = {
    "Ray “Duke” Alder left.": "nickname",
    "They held a banner reading “No more delays here.”": "sign",
    "His cap said “Row Hard.”": "sign",
    "The play “Northern Line” won.": "title",
    "She read “The Old Man and the Well” twice.": "title",
    "The “experts” left.": "scare",
    "It was a “very bad” idea.": "scare",
    "“We lost the match in the rain.”": None,
    "“Why?”": None,
    "It was “a step back from what the council had promised”.": None,
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items(), ids=REASONS)
def test_no_speech(text: str, reason: str | None) -> None:
    document = Document(text)
    (region,) = find_regions(document)
    assert no_speech(Reading.of(document, cue_lexicon()), region) == reason
