"""Documents: whose a report, poll or statement is, where the text tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.names import Mention
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

# "a report (published) by", "a statement from"
_BY = re.compile(r"\b(?:by|from)\s+(?:the\s+|an?\s+)?(?:[a-z][\w-]*\s+){0,5}\Z")
# "a statement TikTok posted"
_POSTED = re.compile(
    r"\s*(?:has |had |have )?(?:posted|issued|released|published|wrote|sent|made|gave|put out|filed|commissioned|"
    r"conducted|tweeted|shared|provided|emailed)\b"
)


def issuer(text: str, phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """Who speaks in a document: the name before its noun ("a YouGov poll") or behind "by" and "from".

    None where the text tells nobody, or where its owner is not its author ("Kline's sentence").
    """
    owner = phrase.owner
    if owner is not None and owner.name.kind not in ("people", "place") and phrase.noun in vocabulary.authored:
        return owner
    for name in phrase.names:
        if name.name.kind != "people" and _made_by(text, phrase, name):
            return name
    return None


def _made_by(text: str, phrase: Phrase, name: Mention) -> bool:
    """Whether the words round a name say that the document comes from it."""
    if name is phrase.owner:
        return _POSTED.match(text, name.end, phrase.end) is not None
    if name.run_start < phrase.head_end:
        return False
    gap = text[phrase.head_end : name.run_start]
    if _BY.search(gap):
        return True
    return not gap.strip() and _POSTED.match(text, name.end, phrase.end) is not None
