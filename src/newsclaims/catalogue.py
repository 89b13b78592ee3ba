"""The catalogue of rules: what each rule name that an annotation bears stands for."""

from __future__ import annotations

from newsclaims import lexicons


def rules(extractor: str | None = None) -> dict[str, str]:
    """The rules of the library, by name, each with what it finds.

    Args:
        extractor: Only the rules of this extractor: "quotes", "claims", "quantities", "dates" or "speakers".

    >>> rules("quotes")["quotes.that-clause"]
    'A clause with "that": "said that prices fell"'
    """
    table = lexicons.table("rules")
    return {rule: row[0] for rule, row in table.items() if extractor in (None, rule.partition(".")[0])}
