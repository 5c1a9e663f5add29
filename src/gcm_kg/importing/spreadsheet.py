"""Reads the sheets of a workbook: XLSX, XLSB, XLS and ODS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Grid, GridCell, tidy
from gcm_kg.importing.packed import contents, open_packed

MOST_CELLS = 5_000_000
MOST_SPREAD = 50_000_000
"""Cells of the rectangle around those of a sheet, most of them empty."""
# Matches “<row r="12"”, not “<row>”.
ROW = re.compile(rb'<row [^>]{0,200}?\br="(\d{1,9})"')
# Matches “r="AB12"”, not “r="B12"”.
WIDE = re.compile(rb'\br="([A-Z]{2,3})\d')


def sheets(data: bytes, path: Path) -> tuple[list[Grid], list[str]]:
    """The sheets that are shown and hold something, in order, and the names of those that are not
    shown; cells over several rows or columns are one cell. Raises InputError for a file that is
    broken or has too many cells."""
    import python_calamine

    _refuse_spread(data, path)
    try:
        book = python_calamine.load_workbook(BytesIO(data))
        kept = python_calamine.SheetTypeEnum.WorkSheet
        visible = python_calamine.SheetVisibleEnum.Visible
        names = [(m.name, m.visible == visible) for m in book.sheets_metadata if m.typ == kept]
        found = [_grid(book.get_sheet_by_name(x), x, path) for x, is_shown in names if is_shown]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        kind = type(error).__name__
        found_text = "an encrypted one" if "Password" in kind else f"a broken one ({error or kind})"
        advice = "open it in a spreadsheet program and save it anew, without a password"
        raise InputError(path, "a workbook", found_text, advice) from None
    return [grid for grid in found if grid.cells], [x for x, is_shown in names if not is_shown]


def _refuse_spread(data: bytes, path: Path) -> None:
    """Refuses a workbook of XML whose cells lie far apart: the rectangle around them is made before
    it can be asked how large it is."""
    if not data.startswith(b"PK"):
        return
    with open_packed(data, path) as packed:
        names = [n for n in packed.namelist() if n.startswith("xl/worksheets/sheet")]
        for name in names:
            xml = contents(packed, name, path) or b""
            last = ROW.search(xml, max(0, xml.rfind(b"<row ")))
            columns = max(map(_column, WIDE.findall(xml)), default=26)
            if last and int(last[1]) * columns > MOST_SPREAD:
                found = f"{int(last[1]):,} × {columns:,} in {name}"
                advice = "take out the cells that lie far from the table"
                raise InputError(path, f"at most {MOST_CELLS:,} cells", found, advice)


def _column(letters: bytes) -> int:
    """The number of a column by its letters: AA is 27."""
    return reduce(lambda number, letter: 26 * number + letter - 64, letters, 0)


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
