"""Statements: the clauses of a stretch that put something forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.extractors.claims.clause import trim
from newsclaims.extractors.claims.frames import is_command, strip
from newsclaims.extractors.claims.joints import cut
from newsclaims.extractors.claims.main_verb import main_verb
from newsclaims.extractors.claims.openings import CONDITIONS, is_filler, opens_clause

if TYPE_CHECKING:
    from newsclaims.extractors.claims.clause import Clause


def statements(
    clause: Clause, lang: str = "en", *, spoken: bool = False, complement: bool = False
) -> list[tuple[Clause, bool]]:
    """The coordinate clauses that put something forward, each with whether one before it sets a condition.

    Args:
        clause: The tokens of a sentence, or of the part of a content that lies in it, trimmed.
        lang: Language of the lexicons.
        spoken: Whether it stands in quotation marks, where clauses are also joined by nothing but a comma.
        complement: Whether a "that" in front joins it to its cue.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import trimmed
    >>> document = Document("But if he pays, we stay, so that would be fine.")
    >>> [(" ".join(part.lowers), after) for part, after in statements(trimmed(document, range(14)))]
    [('if he pays , we stay', False), ('that would be fine', True)]
    """
    whole = strip(clause, lang)
    if complement and whole.lowers[:1] == ["that"] and opens_clause(whole, 1):
        whole = strip(whole.part(1, len(whole.tags)), lang)
    pieces = cut(whole, lang, spoken=spoken)
    if len(pieces) == 1:  # as most
        return [(whole, False)] if is_statement(whole) else []
    found = []
    conditional = False
    for piece in pieces:
        part = strip(trim(piece), lang)
        if is_statement(part):
            found.append((part, conditional))
            conditional = conditional or not CONDITIONS.isdisjoint(part.lowers)
    return found


def is_statement(clause: Clause) -> bool:
    """Whether a clause puts something forward: it has a subject with a finite verb, and is no command.

    >>> from newsclaims.document import Document
    >>> from newsclaims.extractors.claims.clause import Clause
    >>> [is_statement(Clause.of(Document(t), range(2))) for t in ("Rents fell", "Falling rents", "Imagine that")]
    [True, False, False]
    """
    main = main_verb(clause)
    return main is not None and not is_command(clause) and not (main < 2 and is_filler(clause, 0))
