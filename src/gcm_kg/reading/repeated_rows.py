"""Finds the rows of a table that say once more what another row says under the same number.

A matrix by themes lists a recommendation below each theme that it belongs to: it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

SHOWN = 5
"""How many numbers are named."""


class RepeatedRows:
    """Rows by what they repeat. ``rows`` has the words of each cell by row and column, ``numbers``
    the number of each row, "" where it has none; ``columns`` are those that have to be the same."""

    def __init__(
        self,
        rows: Mapping[int, Mapping[int, str]],
        numbers: Mapping[int, str],
        columns: Sequence[int],
    ) -> None:
        alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, cells in rows.items():
            if numbers.get(row):
                alike[numbers[row], *(cells.get(c, "").casefold() for c in columns)].append(row)
        self.of = {first: later for first, *later in alike.values() if later}
        """The rows that repeat each row that is repeated, which is the first of them."""
        self.left_out = frozenset(row for later in self.of.values() for row in later)
        self._named = [numbers[first] for first in self.of]

    def warnings(self) -> tuple[str, ...]:
        """A sentence on the rows that are not counted again; none where there are none."""
        if not self.of:
            return ()
        more = f" and {len(self._named) - SHOWN} more" if len(self._named) > SHOWN else ""
        what = "row repeats" if len(self.left_out) == 1 else "rows repeat"
        named = ", ".join(self._named[:SHOWN]) + more
        return (f"{len(self.left_out)} {what} another with the same number, counted once: {named}",)
