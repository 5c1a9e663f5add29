"""Writes tables for people's programs, by the ending of a file: text, spreadsheets, documents."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError, missing
from gcm_kg.files import write_whole
from gcm_kg.querying.results import markdown
from gcm_kg.views.table import Table

if TYPE_CHECKING:
    from gcm_kg.querying.answers import Answer

BYTE_ORDER_MARK = "\ufeff"
# Is “-12”, not “007” or “12%”.
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})")
FORMULA = ("=", "+", "-", "@")
"""What begins a formula in a spreadsheet; behind an apostrophe it is text."""
WIDEST, WIDTH = 60, 100
"""Characters of the widest column, and of the cells that are looked at for it."""


def csv_bytes(table: Table, *, excel: bool = False) -> bytes:
    """Comma-separated values in UTF-8 (RFC 4180); for Excel with a byte order mark, and with an
    apostrophe before what it would take for a formula."""
    import csv

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows([_guarded(cell) if excel else cell for cell in row] for row in table.rows)
    return ((BYTE_ORDER_MARK if excel else "") + text.getvalue()).encode()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell) else cell


def tsv_bytes(table: Table) -> bytes:
    """Tab-separated values in UTF-8; no cell holds a tab or the end of a line."""
    lines = [table.headings, *table.rows]
    return "".join("\t".join(cells) + "\n" for cells in lines).encode()


def markdown_bytes(table: Table) -> bytes:
    """A heading and a table in Markdown."""
    notes = "".join(f"{note}  \n" for note in table.notes)
    head = f"# {table.title}\n\n{notes}\n" if notes else f"# {table.title}\n\n"
    return (head + markdown(table.headings, table.rows)).encode()


def html_bytes(table: Table) -> bytes:
    """A page of its own, which a word processor opens too."""
    from html import escape

    def line(kind: str, cells: Any) -> str:
        return f"<tr>{''.join(f'<{kind}>{escape(cell)}</{kind}>' for cell in cells)}</tr>\n"

    title = escape(table.title)
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in table.notes)
    body = "".join(line("td", row) for row in table.rows)
    page = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
        "\n<style>body{font-family:sans-serif}table{border-collapse:collapse}"
        "td,th{border:1px solid #888;padding:.3em;text-align:left;vertical-align:top}</style>\n"
        f"</head>\n<body>\n<h1>{title}</h1>\n{notes}<table>\n<thead>\n"
        f"{line('th', table.headings)}</thead>\n<tbody>\n{body}</tbody>\n"
        "</table>\n</body>\n</html>\n"
    )
    return page.encode()


def xlsx_bytes(table: Table) -> bytes:
    """A workbook: headings that stay in view and can be filtered by, numbers as numbers.

    Raises InputError where the package openpyxl is not installed.
    """
    openpyxl = _package("openpyxl", "the workbook")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "answer"
    sheet.append(table.headings)
    for row in table.rows:
        sheet.append([int(cell) if NUMBER.fullmatch(cell) else cell for cell in row])
    styles = openpyxl.styles
    for place, column in enumerate(table.columns, 1):
        head = sheet.cell(row=1, column=place)
        head.font = styles.Font(bold=True)
        longest = max(map(len, (column.heading, *column.cells[:WIDTH])))
        sheet.column_dimensions[head.column_letter].width = min(WIDEST, longest + 2)
        for (cell,) in sheet.iter_rows(min_row=2, min_col=place, max_col=place):
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = is no formula
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _undated(book.properties, table.title)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def docx_bytes(table: Table) -> bytes:
    """A document on its side: title, notes, and a table whose headings stand on every page.

    Raises InputError where the package python-docx is not installed.
    """
    docx = _package("docx", "the document")
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(table.title, 1)
    for note in table.notes:
        document.add_paragraph(note)
    made = document.add_table(rows=1, cols=max(len(table.columns), 1))
    made.style = "Table Grid"
    for cell, text in zip(made.rows[0].cells, table.headings, strict=False):
        cell.paragraphs[0].add_run(text).bold = True
    head = made.rows[0]._tr.get_or_add_trPr()
    head.append(docx.oxml.OxmlElement("w:tblHeader"))
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    _undated(document.core_properties, table.title)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _undated(properties: Any, title: str) -> None:
    """The title in the properties of a file, and no date of making."""
    from datetime import datetime

    properties.title = title
    properties.created = properties.modified = datetime(2000, 1, 1)


def _package(name: str, what: str) -> Any:
    from importlib import import_module

    try:
        if name == "openpyxl":
            import_module("openpyxl.styles")
        return import_module(name)
    except ModuleNotFoundError:
        raise missing(what, name, "office", "choose .csv or .html") from None


WRITERS: dict[str, Callable[[Table], bytes]] = {
    ".csv": csv_bytes, ".tsv": tsv_bytes, ".xlsx": xlsx_bytes, ".docx": docx_bytes,
    ".html": html_bytes, ".htm": html_bytes, ".md": markdown_bytes,
}  # fmt: skip
"""What writes a table, by the ending of the file."""


GRAPH_ENDINGS = {
    ".ttl": "turtle", ".trig": "trig", ".jsonld": "jsonld", ".nt": "ntriples", ".nq": "nquads",
    ".rdf": "rdfxml",
}  # fmt: skip
"""The formats of graphs, by the ending of the file."""
ROW_ENDINGS = {".json": "objects", ".srj": "json", ".srx": "xml"}
"""Formats of rows for programs: a list of objects, and what SPARQL 1.1 has."""


def write_answer(answer: Answer, table: Table, path: Path, *, excel: bool = False) -> None:
    """Writes an answer to a file as its ending says: rows as the table of them that people read, or
    in JSON with all that they hold; a graph in a format of RDF.

    Raises InputError for an ending that is none of these, and for ``excel`` with another than .csv
    or .xlsx.
    """
    ending = path.suffix.lower()
    if answer.triples is not None:
        form = _of_ending(path, ending, GRAPH_ENDINGS)
        write_whole(path, [answer.serialize(form)])
    elif answer.boolean is not None:
        write_whole(path, [answer.serialize("csv" if ending != ".json" else "json")])
    elif ending in ROW_ENDINGS and not excel:
        write_whole(path, [answer.serialize(ROW_ENDINGS[ending])])
    else:
        write_table(table, path, excel=excel)


def write_table(table: Table, path: Path, *, excel: bool = False) -> None:
    """Writes a table to a file as its ending says. Raises InputError as ``write_answer`` does."""
    ending = path.suffix.lower()
    if excel and ending not in (".csv", ".xlsx"):
        found = ending or "no ending"
        raise InputError(path, "a name that ends in .csv or .xlsx, for Excel", found, "change it")
    writer = _of_ending(path, ending, {**WRITERS, **(ROW_ENDINGS if not excel else {})})
    if excel and ending == ".csv":
        write_whole(path, [csv_bytes(table, excel=True)])
    elif isinstance(writer, str):
        write_whole(path, [_objects(table)])
    else:
        write_whole(path, [writer(table)])


def _objects(table: Table) -> str:
    import json

    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _of_ending(path: Path, ending: str, known: Mapping[str, Any]) -> Any:
    if ending not in known:
        expected = f"a name that ends in {', '.join(known)}"
        raise InputError(path, expected, ending or "no ending", "change it")
    return known[ending]
