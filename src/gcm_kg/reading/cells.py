"""The cells of a table whose words stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gcm_kg.model.original import Place

# Is “page=2&cell=3,1-3,4”, not “page=3”.
CELL = re.compile(r"(?:page=\d+&)?cell=(\d+),(\d+)(?:-(\d+),(\d+))?")

# Begins “140.7 Ratify”, “3. Train” and “R2: Train”, not “5 States” or “1. of”.
NUMBER = re.compile(
    r"\s*(?:(?P<number>\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)[.):]?\s+(?=\S)"
    r"|(?:(?:Recommendation|Rec\.?)\s+(?:No\.?\s*)?|R\.?\s?)?\d{1,3}[.):]\s+(?=[A-Z“]))"
)
# Is “Source of Position: A/1/2”, not “to adopt: measures”.
NOTE = re.compile(r"(?:[A-Z][a-z]*(?: [A-Za-z]+){0,4}|\w+):\s*\S.*")
"""A line of a cell that says something of the recommendation and is no part of it."""
# Matches “(Togo); Source of position: A/1/2”, not “Name the source: A/1/2”.
SOURCE = re.compile(
    r"(?<=[.;)])\s+(?:Source(?: of position)?|Ref(?:erence)?\.?|Symbol)\s?:\s*[^\s;][^;\n]{0,80}\Z",
    re.I,
)
"""What a cell says of its recommendation on the same line, as lines of a PDF are joined."""
# Matches “Ratify”, not “– 4”.
LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the text with the rows and columns that it covers, from 1."""

    start: int
    end: int
    row: int
    column: int
    last_row: int
    last_column: int


def cells_of(places: Sequence[Place]) -> Iterator[Cell]:
    """The cells that places say there are."""
    for place in places:
        match = CELL.fullmatch(place.fragment)
        if match:
            row, column = int(match[1]), int(match[2])
            last = (int(match[3] or row), int(match[4] or column))
            yield Cell(place.start, place.end, row, column, *last)


def numbers_of(value: int | Sequence[int]) -> tuple[int, ...]:
    """The numbers of the columns of a role, or of the row of headings."""
    return tuple(value) if isinstance(value, list | tuple) else (value,)  # type: ignore[return-value]


def only_once(numbers: Mapping[int, str]) -> dict[int, str]:
    """The numbers that only one row has."""
    counts = Counter(numbers.values())
    return {row: number for row, number in numbers.items() if number and counts[number] == 1}


def asked_in(text: str, cell: Cell) -> tuple[int, int]:
    """The words of a recommendation in a cell: no number before them, no notes behind."""
    number = NUMBER.match(text, cell.start, cell.end)
    start, end = (number.end() if number else cell.start), cell.end
    while (cut := text.rfind("\n", start, end)) > start:
        if not NOTE.fullmatch(text[cut + 1 : end].strip()):
            break
        end = cut
    source = SOURCE.search(text, start, end)
    end = source.start() if source else end
    return start, start + len(text[start:end].rstrip())
