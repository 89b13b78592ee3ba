"""The words before an offset: most rules look at one or two of them."""

from __future__ import annotations

SPACES = " \u00a0"
LONGEST_WORD = 24


def words_before(text: str, start: int, limit: int) -> list[str]:
    """The words before an offset in lower case, the nearest first, back to the first mark other than a hyphen.

    >>> words_before("Prices, which rose by ", 22, 5)
    ['by', 'rose', 'which']
    """
    words: list[str] = []
    end = start
    while len(words) < limit:
        if end and text[end - 1] in SPACES:
            end -= 1
        elif words or (end and text[end - 1] not in "-"):
            break
        else:
            end -= 1
        begin = end
        floor = max(0, end - LONGEST_WORD)
        while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "'’-"):
            begin -= 1
        if begin == end:
            break
        words.append(text[begin:end].lower().replace("’", "'"))
        end = begin
        if not end:
            break
    return words


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word before an offset as it is written, and where it begins; an empty one where a mark comes between.

    >>> word_before("at No. 10", 7)
    ('No.', 3)
    """
    end = start
    if end and text[end - 1] in SPACES:
        end -= 1
    begin = end
    floor = max(0, end - LONGEST_WORD)
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "'’-.&/"):
        begin -= 1
    return text[begin:end], begin


def opens_sentence(text: str, begin: int) -> bool:
    """Whether a word that begins at an offset is the first of a sentence, a line or a list item."""
    position = begin - 1
    while position >= 0 and text[position] in " \u00a0\"'“‘(":
        position -= 1
    return position < 0 or text[position] in ".!?\n\r:;—–-•*|”"
