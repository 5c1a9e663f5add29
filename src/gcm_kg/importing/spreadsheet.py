"""Reads the sheets of a workbook: XLSX, XLSB, XLS and ODS."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Grid, GridCell, tidy

MOST_CELLS = 5_000_000


def sheets(data: bytes, path: Path) -> list[Grid]:
    """The sheets that are shown and hold something, in order; cells over several rows or columns
    are one cell. Raises InputError for a file that is broken or has too many cells."""
    import python_calamine

    try:
        book = python_calamine.load_workbook(BytesIO(data))
        shown = [
            meta.name
            for meta in book.sheets_metadata
            if meta.visible == python_calamine.SheetVisibleEnum.Visible
            and meta.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        found = [_grid(book.get_sheet_by_name(name), name, path) for name in shown]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        kind = type(error).__name__
        found_text = "an encrypted one" if "Password" in kind else f"a broken one ({error or kind})"
        advice = "open it in a spreadsheet program and save it anew, without a password"
        raise InputError(path, "a workbook", found_text, advice) from None
    return [grid for grid in found if grid.cells]


def _grid(sheet: Any, name: str, path: Path) -> Grid:
    top, left = sheet.start or (0, 0)
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        found = f"{sheet.total_height:,} × {sheet.total_width:,} in {name}"
        raise InputError(path, f"at most {MOST_CELLS:,} cells", found, "take out what is empty")
    merged = {first: last for first, last in sheet.merged_cell_ranges or () if first != last}
    cells = []
    for row, column, value in _values(sheet, top, left):
        if words := _words(value):
            last = merged.get((row, column), (row, column))
            cells.append(GridCell(words, row + 1, column + 1, last[0] + 1, last[1] + 1))
    return Grid(name, cells)


def _values(sheet: Any, top: int, left: int) -> Iterator[tuple[int, int, Any]]:
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            yield row, column, value


def _words(value: Any) -> str:
    """A value as text: whole numbers without a point, dates after ISO 8601."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat().removesuffix("T00:00:00")
    return tidy(str(value))
