"""Tells what stands in front of a table: in the document that holds it, or on a cover sheet."""

from __future__ import annotations

from collections.abc import Sequence

from gcm_kg.importing import media
from gcm_kg.importing.converted import Converted, Grid
from gcm_kg.importing.first_page import FirstPage, date_alone, first_page
from gcm_kg.importing.table_parts import lines_above, place_of, titles_above

MOST_ROWS = 15
"""Rows of a cover sheet; one with more is a list of something."""


def front_of(content: Converted, grid: Grid, header: int) -> FirstPage:
    """What the document before a table says of itself; of a workbook only the date, which a row
    above the head, or one of the cover sheet, says and nothing else."""
    if content.media_type in media.TABLES:
        said = "\n".join([*titles_above(grid, header), *cover_of(content.grids, grid)])
        return FirstPage("", date_alone(said), "", "")
    start, _ = place_of(content.text, grid, grid.cells[0].row)
    return first_page(content.text[: max(start, 0)], content.running, content.title)


def lines_before(content: Converted, grid: Grid) -> list[str]:
    """The lines that stand above a table and are none of its rows."""
    is_sheet = content.media_type in media.TABLES
    return cover_of(content.grids, grid) if is_sheet else lines_above(grid)


def cover_of(grids: Sequence[Grid], grid: Grid) -> list[str]:
    """The lines of the first sheet, if it is a cover: the words of a few rows of one cell each,
    and the table is on another."""
    first = grids[0] if grids else grid
    rows = {cell.row for cell in first.cells}
    is_cover = first.name != grid.name and len(rows) == len(first.cells) <= MOST_ROWS
    return [" ".join(cell.words.split()) for cell in first.cells] if is_cover else []
