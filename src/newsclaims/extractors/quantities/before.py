"""The words before an offset: most rules look at one or two of them."""

from __future__ import annotations

import re

SPACES = " \u00a0"
LONGEST_WORD = 24
WORD_ROOM = 14
"""Characters that a word with its space takes up at most, taken over several words."""
LAST_CHARACTERS = frozenset("_'’-")
PLAIN = re.compile(r"[\w'-]+")
LAST_WORD = re.compile(r"[\w'-]*\Z")


def words_before(text: str, start: int, limit: int) -> list[str]:
    """The words before an offset in lower case, the nearest first, back to the first mark other than a hyphen.

    >>> words_before("Prices, which rose by ", 22, 5)
    ['by', 'rose', 'which']
    """
    if start < 2 or text[start - 1] not in " \u00a0-":
        return []
    if not (text[start - 2].isalnum() or text[start - 2] in LAST_CHARACTERS):  # a mark comes between: no word is cut
        return []
    if limit == 1:  # most calls: no list of words is cut
        word = text[text.rfind(" ", max(0, start - LONGEST_WORD), start - 1) + 1 : start - 1]
        if word.isalnum():
            return [word.lower()]
    window = text[max(0, start - 1 - limit * WORD_ROOM) : start - 1].lower().replace("\u00a0", " ").replace("’", "'")
    words: list[str] = []
    for word in reversed(window.rsplit(" ", limit)):
        if word.isalnum() or PLAIN.fullmatch(word):
            words.append(word)
            if len(words) == limit:
                break
        else:
            last = LAST_WORD.search(word)
            if last is not None and last[0]:
                words.append(last[0])
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
    floor = max(0, end - LONGEST_WORD)
    begin = text.rfind(" ", floor, end) + 1
    if begin and text[begin:end].isalnum():  # most words: no need to walk
        return text[begin:end], begin
    begin = end
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "'’-.&/"):
        begin -= 1
    return text[begin:end], begin


def opens_sentence(text: str, begin: int) -> bool:
    """Whether a word that begins at an offset is the first of a sentence, a line or a list item."""
    position = begin - 1
    while position >= 0 and text[position] in " \u00a0\"'“‘(":
        position -= 1
    return position < 0 or text[position] in ".!?\n\r:;—–-•*|”"
