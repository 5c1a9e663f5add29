"""Tells marks that say yes or no in a cell of a table, and no more."""

from __future__ import annotations

SIGNS = frozenset("x ✓ ✔ ☑ ☒ √ × ● • ■".split())
"""Marks that stand for yes and are no words."""
YES = SIGNS | frozenset("yes y true 1 oui sí si".split())
NO = frozenset("no n false 0 non o - – — ✗ ✘ ☐".split())


def is_tick(words: str) -> bool:
    """Whether a cell says yes, by a mark, a word or a number."""
    return _mark(words) in YES


def is_mark(words: str) -> bool:
    """Whether a cell says yes or no, by a mark, a word or a number."""
    return _mark(words) in YES | NO


def is_sign(words: str) -> bool:
    """Whether a cell says yes by a mark that is no word and no number."""
    return _mark(words) in SIGNS


def _mark(words: str) -> str:
    return words.strip(" .()[]\ufe0e\ufe0f\n\t").casefold()
