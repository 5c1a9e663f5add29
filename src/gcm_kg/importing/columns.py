"""Guesses which column of a table holds what, from its headings and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.reading.table_profiles import OTHER, TableProfile

TRIED = 40
"""Rows in which a head is looked for."""
SAMPLE = 400
"""Rows by which it is told how long the words of a column are."""
LONGEST_HEADING = 120
SHORTEST_TEXT = 20
"""Code points that the words of a recommendation have at least, on average."""
LONG, FAR = 40, 2.0
"""The average length of the words of a column that has no known heading, and how many times that of
any other it is."""
SEVERAL = ("labels", OTHER)
"""Roles that several columns can have."""
# Is “Recommendation”, not “/”.
NUMBER_SIGNS = re.compile("[#№]")
SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The row of headings, the columns of each role, and the headings, all counted from 1."""

    profile: TableProfile
    header: int
    roles: dict[str, tuple[int, ...]]
    headings: dict[int, str]

    def columns(self) -> dict[str, int | list[int]]:
        """As it is written beside the text."""
        found: dict[str, int | list[int]] = {"header": self.header}
        for role, numbers in self.roles.items():
            if role != OTHER and numbers:
                found[role] = list(numbers) if role in SEVERAL or len(numbers) > 1 else numbers[0]
        return found

    @property
    def unread(self) -> list[str]:
        """The headings of columns that are not read."""
        read = {n for role, numbers in self.roles.items() if role != OTHER for n in numbers}
        return [heading for column, heading in self.headings.items() if column not in read]


def guessed(
    grid: Grid, profiles: Sequence[TableProfile], given: Mapping[str, str] | None = None
) -> ColumnMap | None:
    """What the columns of a table hold; None if no row has a heading of the words.

    ``given`` are headings, or numbers of columns, that a person has named, by role. Of all rows the
    one that says most is the head; of all profiles the one whose headings are all there.
    """
    rows = _rows(grid)
    sample = [cell for cell in grid.cells if cell.row <= SAMPLE]
    best: tuple[tuple[int, ...], ColumnMap] | None = None
    for number in sorted(rows)[:TRIED]:
        lengths = _lengths(sample, number)
        for headings in _heads(grid, rows, number):
            for place, profile in enumerate(profiles):
                found = _mapped(profile, number, headings, lengths, given or {})
                if found is not None:
                    score = (_told(found), -place, -number)
                    if best is None or score > best[0]:
                        best = (score, found)
    return best[1] if best else _by_length(grid, rows, sample, profiles)


def _by_length(
    grid: Grid,
    rows: Mapping[int, Mapping[int, str]],
    sample: Sequence[GridCell],
    profiles: Sequence[TableProfile],
) -> ColumnMap | None:
    """Where no heading of the words is known: the column with by far the longest words below the
    first row of several short ones, if one of its headings is known."""
    for number in sorted(rows)[:TRIED]:
        lengths = sorted(((n, c) for c, n in _lengths(sample, number).items()), reverse=True)
        if len(rows[number]) < 2 or len(lengths) < 2 or lengths[0][0] < LONG:
            continue
        column = lengths[0][1]
        if lengths[0][0] < FAR * lengths[1][0] or column not in rows[number]:
            return None
        heads = next(iter(_heads(grid, rows, number)), {})
        given = {"text": str(column)}
        found = _mapped(profiles[-1], number, heads, _lengths(sample, number), given)
        return found if found and _told(found) > 1 else None
    return None


def _told(found: ColumnMap) -> int:
    return sum(len(numbers) for role, numbers in found.roles.items() if numbers)


def _rows(grid: Grid) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        for row in range(cell.row, max(cell.row, cell.last_row) + 1):
            across = range(cell.column, max(cell.column, cell.last_column) + 1)
            rows.setdefault(row, {}).update(dict.fromkeys(across, cell.words))
        if len(rows) > TRIED + 1:
            break
    return rows


def _heads(
    grid: Grid, rows: Mapping[int, Mapping[int, str]], number: int
) -> Iterator[Mapping[int, str]]:
    """The headings that a row may be, alone or below one with cells over several columns."""
    words = {column: " ".join(text.split()) for column, text in rows[number].items()}
    if any(len(text) > LONGEST_HEADING for text in words.values()):
        return
    yield words
    if any(c.row == number - 1 and c.last_column > c.column for c in grid.cells[:200]):
        above = {c: " ".join(text.split()) for c, text in rows.get(number - 1, {}).items()}
        yield {c: _both(above.get(c, ""), words.get(c, "")) for c in sorted({*above, *words})}


def _both(above: str, below: str) -> str:
    """A heading of two rows; a cell over both rows is one heading."""
    return below if above == below else f"{above} {below}".strip()


def _lengths(cells: Sequence[GridCell], header: int) -> dict[int, float]:
    """The average length of the words in each column below a row."""
    sums: dict[int, list[int]] = {}
    for cell in cells:
        if cell.row <= header:
            continue
        sums.setdefault(cell.column, []).append(len(cell.words))
    return {column: sum(lengths) / len(lengths) for column, lengths in sums.items()}


def _mapped(
    profile: TableProfile,
    header: int,
    headings: Mapping[int, str],
    lengths: Mapping[int, float],
    given: Mapping[str, str],
) -> ColumnMap | None:
    keys = {column: _key(heading) for column, heading in headings.items()}
    roles = {role: _given(value, headings) for role, value in given.items()}
    taken = {column for numbers in roles.values() for column in numbers}
    exact = profile.name != "recommendations-table"
    claims = sorted(_claims(profile, {c: k for c, k in keys.items() if c not in taken}, exact))
    for _, role, column in _longest_first(claims, lengths):
        if column not in taken and (role in SEVERAL or not roles.get(role)):
            roles[role] = (*roles.get(role, ()), column)
            taken.add(column)
    text = roles.get("text", ())
    if not text or lengths.get(text[0], 0) < SHORTEST_TEXT:
        return None
    if exact and not all(role in roles for role in profile.columns if role != OTHER):
        return None
    ordered = {role: tuple(sorted(numbers)) for role, numbers in roles.items()}
    return ColumnMap(profile, header, ordered, dict(headings))


def _given(value: str, headings: Mapping[int, str]) -> tuple[int, ...]:
    if value.isdecimal():
        return (int(value),)
    return tuple(c for c, heading in headings.items() if _key(heading) == _key(value))[:1]


def _claims(
    profile: TableProfile, keys: Mapping[int, str], exact: bool
) -> Iterator[tuple[tuple[int, int, int], str, int]]:
    """What each column may be: the same words, words that begin the heading, words in it."""
    for role, headings in profile.columns.items():
        for rank, heading in enumerate(map(_key, headings)):
            for column, key in keys.items():
                if key == heading:
                    yield (0, 0, rank), role, column
                elif exact or not heading or len(heading) < 4:
                    continue
                elif f" {heading} " in f" {key} ":
                    begins = key.startswith(heading)
                    yield (1 if begins else 2, -len(heading), rank), role, column


def _longest_first(
    claims: Sequence[tuple[tuple[int, int, int], str, int]], lengths: Mapping[int, float]
) -> list[tuple[tuple[int, int, int], str, int]]:
    """Claims in order; of columns that may hold the words, the one with the longest goes first."""
    texts = [column for _, role, column in claims if role == "text"]
    longest = max(texts, key=lambda column: lengths.get(column, 0), default=0)
    kept = [c for c in claims if c[1] != "text" or c[2] == longest]
    return sorted(kept, key=lambda claim: (claim[0][0], claim[1] != "text", claim[0][1:], claim[2]))


def _key(heading: str) -> str:
    return SIGNS.sub(" ", NUMBER_SIGNS.sub(" no ", heading.casefold())).strip()
