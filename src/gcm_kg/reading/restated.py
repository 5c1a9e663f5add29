"""Knows what labelled recommendations say, which chapters may say again in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

LEAST = 40
"""Code points from which on the same words are no chance."""
NUMBER = 8
"""Code points of a number before them."""
CELL = " | "
"""What parts the cells of a row in a plain text."""


class Restated:
    """Holds the words of labelled recommendations, which stand behind their labels or right below.
    ``text`` gives those of a segment, of which there are ``count``."""

    def __init__(self, labelled: Iterable[int], text: Callable[[int], str], count: int) -> None:
        self.own = {each for index in labelled for each in (index, index + 1) if each < count}
        self.known = frozenset({words for each in self.own if len(words := text(each)) >= LEAST})
        self.said = tuple(self.known)

    def holds(self, index: int, words: str) -> bool:
        """Whether a segment elsewhere says nothing but what a labelled recommendation says, or says
        it in a cell of a row."""
        if index in self.own:
            return False
        if CELL in words and not self.known.isdisjoint(words.split(CELL)):
            return True
        return words.endswith(self.said) and any(
            words.endswith(s) and len(words) <= len(s) + NUMBER for s in self.said
        )
