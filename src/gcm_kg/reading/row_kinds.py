"""Finds the rows of a table of which a cell says that they recommend nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

# Matches “- Concerns/Observations” and “Positive aspects”, not “Concluding observations”.
OTHER_KIND = re.compile(
    r"\b(?:concerns?|(?<!concluding )observations?|positive|conclusions?|findings?|facts?|factual"
    r"|background|introduction|achievements?|good practices?|information|comments?)\b",
    re.I,
)
# Matches “Concerns/Observations - Recommendations”, not “Concerns”.
ASKING_KIND = re.compile(r"recommend|request|suggest|action|commitment|pledge", re.I)
LONGEST_KIND = 60
"""Code points of a kind; longer words are no name of one."""


class RowKinds:
    """Rows by what the cells of some columns say of their kind. ``rows`` has the words of each cell
    by row and column. Where they say of no row that it recommends, they speak of something else,
    such as what kind of measure it is."""

    def __init__(self, rows: Mapping[int, Mapping[int, str]], columns: Sequence[int]) -> None:
        told = {row: " ".join(cells.get(c, "") for c in columns) for row, cells in rows.items()}
        others = {row: words.strip(" -") for row, words in told.items() if _is_other(words)}
        self.named = Counter(others.values() if any(map(ASKING_KIND.search, told.values())) else ())
        self.others = frozenset(others if self.named else ())

    def warnings(self) -> tuple[str, ...]:
        """A sentence on the rows that recommend nothing; none where there are none."""
        if not self.others:
            return ()
        count = len(self.others)
        what = "row is no recommendation" if count == 1 else "rows are no recommendations"
        named = ", ".join(f"{words} ({times})" for words, times in self.named.most_common(3))
        return (f"{count} {what} by their kind, and read as paragraphs: {named}",)


def _is_other(words: str) -> bool:
    short = len(words) <= LONGEST_KIND
    return short and OTHER_KIND.search(words) is not None and ASKING_KIND.search(words) is None
