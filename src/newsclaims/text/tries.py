"""Patterns of many words that share their beginnings: many times as fast as a plain alternation of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def trie(words: Iterable[str]) -> str:
    """A pattern of any of the words that shares their beginnings: one step a letter, however many words there are.

    >>> trie(["may", "march", "mar"])
    'ma(?:r(?:ch)?|y)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, Any]) -> str:
    options = [re.escape(letter) + _branch(tree[letter]) for letter in sorted(tree) if letter]
    if not options:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
