"""Says what is wrong with a table that cannot be read, or with the columns named for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Converted, Grid
from gcm_kg.importing.heads import key


def no_table(path: Path, content: Converted) -> InputError:
    """That nothing of a file is a table of recommendations, with the first row that it has."""
    first = next((grid for grid in content.grids if grid.cells), None)
    found = "no row with a heading of that column, nor one of long words that ask for something"
    if first is not None:
        words = ", ".join(cell.words for cell in first.cells if cell.row == first.cells[0].row)
        found += f"; the first row is “{' '.join(words.split())[:120]}”"
    advice = "name its columns by heading or number: --column text=HEADING --column recommendedBy=1"
    return InputError(path, "a table with a column of recommendations", found, advice)


def refuse_unknown_columns(
    path: Path, named: Mapping[str, str], tables: Iterable[tuple[Grid, ColumnMap]]
) -> None:
    """Raises InputError for the first column named, by role, that none of the tables has, be it by
    its heading or by its number, counted from 1."""
    tables = list(tables)
    headings = [heading for _, columns in tables for heading in columns.headings.values()]
    numbers = {str(cell.column) for grid, _ in tables for cell in grid.cells}
    known = numbers.union(map(key, headings))
    for role, value in named.items():
        if (str(int(value)) if value.isdecimal() else key(value)) not in known:
            names = ", ".join(dict.fromkeys(" ".join(each.split()) for each in headings))
            found = f"no “{value}” for {role} in: {names or f'columns 1 to {len(numbers)}'}"
            raise InputError(path, "a heading or number of a column", found, "correct --column")
