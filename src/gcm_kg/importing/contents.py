"""Tells what the cells of a column of a table are: States, positions, numbers, or other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pyoxigraph import Literal

from gcm_kg.importing.converted import GridCell
from gcm_kg.model.vocabulary import POSITIVE
from gcm_kg.rdf.namespaces import GCM, RDF
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.reading.between_rows import feet_among
from gcm_kg.text.folding import folded

MOST = 0.6
"""The share of the cells of a column that tells what it holds."""
FILES = (
    "states.ttl",
    "states_in_languages.ttl",
    "united_nations_in_languages.ttl",
    "positions.ttl",
)
"""The vocabulary of States and answers; tables name States in any official language."""
LONGEST_ANSWER = 80
"""Code points of a cell that says what the addressee answers."""
UNTOLD = ("pending", "under consideration")
FEWEST = 4
"""Cells from which on it tells something that the names in a column change from row to row."""
# Is “140.7”, “R-12” and “A/HRC/1.3”, not “5 States”.
NUMBER = re.compile(r"#?\s?(?:[A-Za-z]{1,4}[-./ ]?)?\d{1,4}(?:[-./ ]?[0-9]{1,4}){0,3}[a-z]?[.)]?")
# Is “1.1–1.4, 1.9 and 2.3”, not “1.1 End fees”.
RANGES = re.compile(r"(?:\d[\d.]*[a-z]?(?:\s*(?:[-–—,;/&]|and|to)\s*(?=\d)|\W*\Z))+")
# Matches “End fees”, not “R 2” and “Recommendation 3”.
SEVERAL = re.compile(r"[^\W\d_]{3,}\s+(?:[^\W\d_]{1,3}\s+)*[^\W\d_]{3,}")
# Matches “ and ” and “; ”, not “of”.
BETWEEN = re.compile(r"\s*[;,/|&\n()\[\]]\s*|\s+and\s+|\s+[-–•]\s+")


class Names:
    """The names of States and the words of positions that the vocabulary in a folder has."""

    def __init__(self, folder: Path, codes: AbstractSet[str] = frozenset()) -> None:
        self.folder, self.codes = folder, codes
        """What stands for an answer in a table, by its legend."""

    def with_codes(self, codes: AbstractSet[str]) -> Names:
        """The same names, and codes that stand for answers."""
        if not codes:
            return self
        names = Names(self.folder, codes)
        names.__dict__["_labels"], names.__dict__["_answer"] = self._labels, self._answer
        return names

    @cached_property
    def _labels(self) -> Mapping[str, frozenset[str]]:
        """The labels of each class, folded."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        paths = [self.folder / name for name in FILES]
        quads = [quad for path in paths if path.is_file() for quad in parse_turtle(path)]
        kinds = {q.subject: str(q.object) for q in quads if q.predicate.value == RDF + "type"}
        for quad in quads:
            kind, label = kinds.get(quad.subject, "").strip("<>"), quad.object
            if isinstance(label, Literal) and quad.predicate.value in POSITIVE and kind:
                found[kind].add(folded(label.value))
        return {kind: frozenset(labels) for kind, labels in found.items()}

    @cached_property
    def _answer(self) -> re.Pattern[str]:
        labels = sorted(self._labels.get(GCM + "Position", ()), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, labels)) or '(?!)'})\b")

    def is_state(self, words: str) -> bool:
        """Whether words are the name of a State."""
        name = folded(words).removeprefix("the ").strip(" .")
        return name in self._labels.get(GCM + "State", ())

    def states(self, words: str) -> int:
        """How many States a cell names, if it names little else; else none."""
        if self.is_state(words):
            return 1
        pieces = [piece for piece in BETWEEN.split(words) if piece and piece.strip()]
        known = sum(map(self.is_state, pieces))
        return known if pieces and known >= MOST * len(pieces) else 0

    def is_answer(self, words: str) -> bool:
        """Whether a cell begins with what an addressee answers, and says little else."""
        if words in self.codes:
            return True
        return len(words) <= LONGEST_ANSWER and bool(self._answer.match(folded(words)))


@dataclass(frozen=True, slots=True)
class Content:
    """The words of the cells of a column that are sampled, from above to below."""

    cells: Sequence[str]
    names: Names

    @property
    def length(self) -> float:
        """The average length of the cells, in code points."""
        return sum(map(len, self.cells)) / len(self.cells) if self.cells else 0.0

    @property
    def longer_half(self) -> float:
        """The average length of the longer half of the cells: headings of groups are short."""
        lengths = sorted(map(len, self.cells), reverse=True)
        half = lengths[: (len(lengths) + 1) // 2]
        return sum(half) / len(half) if half else 0.0

    def share(self, tells: str) -> float:
        """The share of the cells that are States, answers, numbers, or ranges of numbers."""
        test: dict[str, Callable[[str], object]] = {
            "states": self.names.states,
            "answers": self._tells_answer,
            "numbers": is_number,
            "ranges": RANGES.fullmatch,
        }
        return sum(bool(test[tells](c)) for c in self.cells) / len(self.cells) if self.cells else 0

    def _tells_answer(self, cell: str) -> bool:
        """Whether a cell is an answer; “Pending” may also say how far a plan is."""
        return self.names.is_answer(cell) and folded(cell).strip(" .") not in UNTOLD

    def mostly(self, tells: str) -> bool:
        """Whether most cells are so."""
        return self.share(tells) >= MOST

    @property
    def is_worded(self) -> bool:
        """Whether most cells are several words, and differ: no codes, names, answers or numbers."""
        several = sum(bool(SEVERAL.search(cell)) for cell in self.cells) >= MOST * len(self.cells)
        others = any(self.share(tells) for tells in ("states", "answers", "numbers"))
        return several and not others and self.distinct >= MOST

    @property
    def distinct(self) -> float:
        """The share of the cells that no other cell is like."""
        return len(Counter(self.cells)) / len(self.cells) if self.cells else 0.0

    @property
    def has_lists(self) -> bool:
        """Whether cells name several States."""
        return any(self.names.states(cell) > 1 for cell in self.cells)

    @property
    def changes(self) -> bool:
        """Whether the words change from nearly every row to the next, as those of makers do."""
        if len(self.cells) < FEWEST:
            return False
        steps = sum(one != other for one, other in pairwise(self.cells))
        return steps > MOST * (len(self.cells) - 1)


def is_number(words: str) -> bool:
    """Whether a cell holds a number such as 140.7, and no more."""
    return bool(NUMBER.fullmatch(words))


def contents(cells: Sequence[GridCell], header: int, names: Names) -> dict[int, Content]:
    """What stands in each column below a row."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.row > header:
            found[cell.column].append(" ".join(cell.words.split()))
    return {column: Content(words, names) for column, words in found.items()}


def without_feet(cells: Sequence[GridCell]) -> list[GridCell]:
    """Cells without those of the last rows that say sums, which tell nothing of their columns."""
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in cells:
        rows[cell.row][cell.column] = " ".join(cell.words.split())
    feet = set(feet_among(rows))
    return [cell for cell in cells if cell.row not in feet]
