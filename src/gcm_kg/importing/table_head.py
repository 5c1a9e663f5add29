"""Knows a row that may hold the headings of a table, with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gcm_kg.importing.contents import Content, Names
from gcm_kg.importing.heads import Row, key

SHORTEST_TEXT = 20
"""Code points that the words of recommendations have at least, in the longer half of the cells."""

# Matches “recommendation made”, not “state”.
NAMED = re.compile("recommendation|recommandation|recomendacion")
# Matches “text fr” and “recommandation”, not “text from”.
TRANSLATED = re.compile(
    r"\b(?:fr|es|ru|ar|zh|pt|french|spanish|russian|arabic|chinese|portuguese|francais|espanol)$"
    r"|^(?:recommandations?|recomendacion(?:es)?|textes?|textos?)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A row that may be the head, with what stands below it and what is known beforehand."""

    number: int
    headings: Row
    below: Mapping[int, Content]
    given: Mapping[str, str]
    addressed: bool
    """Whether a line above the table says whom it is to."""
    names: Names

    def has_words(self, column: int) -> bool:
        """Whether a column may hold words of recommendations: long ones, or several each below a
        heading that says so."""
        if (below := self.below.get(column)) is None:
            return False
        named = NAMED.search(key(self.headings.get(column, "")))
        return below.longer_half >= SHORTEST_TEXT or (named is not None and below.is_worded)

    def is_translated(self, column: int) -> bool:
        """Whether the heading of a column says that its words are in another language."""
        return bool(TRANSLATED.search(key(self.headings.get(column, ""))))

    def length(self, column: int) -> float:
        """The average length of the words in a column."""
        return self.below[column].length if column in self.below else 0.0
