"""Documents: whose a report, poll or statement is, where the text tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaims.extractors.speakers.phrases import Phrase
    from newsclaims.extractors.speakers.scan import Mention, NameIndex
    from newsclaims.extractors.speakers.vocabulary import Vocabulary

# "a report (published) by", "a study by an influential sociologist,"
_BY = re.compile(r"\b(?:by|from)\s+(?:[\w’'-]+\s+){0,6}(?:[\w’'-]+,\s+)?\Z")
# "a statement Acme posted"
_POSTED = re.compile(
    r"\s*(?:has |had |have )?(?:posted|issued|released|published|wrote|sent|made|gave|put out|filed|commissioned|"
    r"conducted|tweeted|shared|provided|emailed)\b"
)
# Between the owner of a document and its noun: "Acme's quarterly", "Acme"
_OWNS = re.compile(r"(?:['’]s?[ \xa0](?:[a-z0-9][\w-]*[ \xa0]){0,3}|[ \xa0])\Z")
# Between a document's noun and who made it, in one clause: ", released Monday by the"
_COMES_FROM = re.compile(
    r"(?:,?[ \xa0](?!(?:said|says|found|finds|showed|shows|that|and|but|who)\b)[\w’'-]+){0,8}?"
    r"[ \xa0](?P<verb>[a-z]+[ \xa0])?(?:by|from)[ \xa0](?:(?:the|an?)[ \xa0])?(?:[a-z][\w’'-]*[ \xa0]){0,4}"
)
# "was sent at noon by": who writes a letter, behind who passed it on
_SENT = re.compile(r"\b(?:sent|written|signed|drafted|penned)(?:[ \xa0][\w.:,’'-]+){0,8}?[ \xa0]by[ \xa0]")
_PERSONAL = "letter"
"""The family of documents that somebody writes to somebody: who passes one on is not its author."""
_SPEAKS_FOR_ITSELF = frozenset({"law", "film"})
"""Families of documents in which nobody in particular speaks, whoever made them."""
OCCURRENCES_READ = 16
"""Mentions of a document that are read for its issuer."""
REACH = 60
"""Characters before a document's noun in which its owner may stand."""


def issuer(text: str, phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """Who speaks in a document: the name before its noun ("a YouGov poll") or behind "by" and "from".

    None where the text tells nobody, or where its owner is not its author ("Kline's sentence").
    """
    owner = phrase.owner
    if owner is not None and phrase.noun in vocabulary.authored and _can_issue(owner, vocabulary):
        return owner
    passed_on = vocabulary.document_families.get(phrase.noun) == _PERSONAL and _passes_on(text, phrase, vocabulary)
    for name in phrase.names:
        if name.name.kind != "people" and not passed_on and _made_by(text, phrase, name):
            return name
    return None


def _can_issue(name: Mention, vocabulary: Vocabulary) -> bool:
    return name.name.kind not in ("people", "place") and " ".join(name.name.words) not in vocabulary.platforms


def _passes_on(text: str, phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether the words behind a letter say who passed it on, not who wrote it: "an email obtained by"."""
    last = text[phrase.start : phrase.head_end].rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0] in vocabulary.passing_verbs


def _made_by(text: str, phrase: Phrase, name: Mention) -> bool:
    """Whether the words round a name say that the document comes from it."""
    if name is phrase.owner:
        return _POSTED.match(text, name.end, phrase.end) is not None
    if name.run_start < phrase.head_end or _is_owner(text, name):
        return False
    gap = text[phrase.head_end : name.run_start]
    if _BY.search(gap):
        return True
    return not gap.strip() and _POSTED.match(text, name.end, phrase.end) is not None


def _is_owner(text: str, name: Mention) -> bool:
    """Whether a name only says whose the issuer is: "by the department's inspector"."""
    return text.startswith(("'s ", "’s "), name.end)


def issuer_elsewhere(index: NameIndex, noun: str, offset: int, vocabulary: Vocabulary) -> Mention | None:
    """Who made a document that the text mentions more than once: told at its last mention before, else at the next.

    Args:
        index: The names of the text.
        noun: What the document is called, lower case.
        offset: Where it is a source.
        vocabulary: Families of document nouns: a "survey" may be the "poll" mentioned before.
    """
    nouns = vocabulary.document_family(noun)
    if not nouns or vocabulary.document_families[noun] in _SPEAKS_FOR_ITSELF:
        return None
    found: list[Mention] = []
    for start, end in index.occurrences(nouns)[:OCCURRENCES_READ]:
        if found and start >= offset:
            break
        if start <= offset < end:
            continue
        name = _owner_before(index, start, vocabulary) or _maker_behind(index, end, noun, vocabulary)
        if name is not None:
            found.append(name)
    return found[-1] if found else None


def _owner_before(index: NameIndex, start: int, vocabulary: Vocabulary) -> Mention | None:
    """The body whose name stands before a document's noun."""
    name = index.last_before(start)
    if name is None or name.end < start - REACH or name.name.kind == "person" or not _can_issue(name, vocabulary):
        return None
    return name if _OWNS.fullmatch(index.text, name.end, start) else None


def _maker_behind(index: NameIndex, noun_end: int, called: str, vocabulary: Vocabulary) -> Mention | None:
    """Who stands behind "by" or "from" in the words that follow a document's noun."""
    follower = next(iter(index.within(noun_end + 1, noun_end + 2)), None)
    if follower is not None and _POSTED.match(index.text, follower.end):
        return follower
    if vocabulary.document_families.get(called) == _PERSONAL:
        sent = _SENT.search(index.text, noun_end, noun_end + 2 * REACH)
        names = index.within(sent.end(), sent.end() + REACH) if sent else ()
        writer = next((name for name in names if name.name.kind == "person"), None)
        if writer is not None:
            return writer
    match = _COMES_FROM.match(index.text, noun_end)
    if match is None:
        return None
    if (match["verb"] or "").strip() in vocabulary.passing_verbs and vocabulary.document_families.get(
        called
    ) == _PERSONAL:
        return None
    name = next(iter(index.within(match.end(), match.end() + REACH)), None)
    if name is None or name.run_start != match.end() or name.name.kind in ("people", "place"):
        return None
    if _is_owner(index.text, name):
        return None
    return name
