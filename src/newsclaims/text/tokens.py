"""Words and marks of a text, as parallel lists: the cheapest form that every grammar can walk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import accumulate

from attrs import field, frozen

from newsclaims import lexicons

# Plain words, which most tokens are; initials with their full stops; words with inner hyphen, ampersand, apostrophe or
# digit group; the possessive 's on its own; ellipses, dashes and doubled marks in one piece; any other mark.
TOKEN = re.compile(
    r"(\w++(?![-&'’.,:])"
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"
    r"|\w+(?:[-&]\w+|['’](?![sS]\b)\w+|[.,:][0-9]+)*"
    r"|''|['’](?:[sS]\b)?|\.(?:\.\.)?|-+|``|\S)"
)


@frozen(eq=False)
class Tokens:
    """The tokens of a text in order.

    >>> tokens = tokenize("Mr. Orr's plan won't cost $3,000.")
    >>> tokens.words
    ['Mr', '.', 'Orr', "'s", 'plan', "won't", 'cost', '$', '3,000', '.']
    >>> tokens.starts[tokens.at(8)]
    10
    """

    words: list[str]
    """Surfaces."""
    lowers: list[str]
    """Surfaces in lower case, with straight apostrophes; acronyms that would be pronouns keep their capitals: "US"."""
    starts: list[int]
    """Offset of each token's first code point."""
    ends: list[int]
    """Offset behind each token's last code point."""

    at: Callable[[int], int] = field(init=False, repr=False)
    """Index of the first token that starts at or after an offset; ``len(self)`` behind the last."""

    @at.default
    def _bisect(self) -> Callable[[int], int]:
        return partial(bisect_left, self.starts)  # asked for so often that a method would cost

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str) -> Tokens:
    """The tokens of a text; white space is in none of them."""
    # Split at the tokens: gaps and tokens alternate, their lengths add up to the offsets. Every step over all tokens
    # is one call, which is twice as fast as a loop over matches.
    pieces = TOKEN.split(text)
    words = pieces[1::2]
    offsets = list(accumulate(map(len, pieces)))
    # No token holds a line break, so that all can be put in lower case at once.
    lowers = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
    acronyms = lexicons.words("acronyms")
    if any(acronym in text for acronym in acronyms):
        lowers = [word if word in acronyms else lower for word, lower in zip(words, lowers, strict=True)]
    return Tokens(words, lowers, offsets[0:-1:2], offsets[1::2])
