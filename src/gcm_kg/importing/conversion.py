"""Makes text and tables of a file of any kind that is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from gcm_kg.errors import InputError, missing
from gcm_kg.files import LARGEST_SOURCE
from gcm_kg.importing import media
from gcm_kg.importing.converted import SIDE_BY_SIDE, Converted
from gcm_kg.importing.decoding import decoded
from gcm_kg.importing.delimited import Delimited, delimited, is_prose

LARGEST_FILE = 200_000_000
"""Bytes."""
SPREADSHEETS = (media.XLSX, media.ODS, media.XLS)


def loaded(path: Path) -> bytes:
    """The bytes of a file. Raises InputError for one that is missing, unreadable or too large."""
    try:
        if not path.is_file():
            raise InputError(path, media.EXPECTED, "none", "check the path")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(path, media.EXPECTED, str(error.strerror), "check the path") from None
    if len(data) > LARGEST_FILE:
        raise InputError(path, f"at most {LARGEST_FILE:,} bytes", "more", "split the file")
    return data


def converted(data: bytes, path: Path) -> Converted:
    """The content of a file.

    Raises InputError for a file that is empty, broken, encrypted, scanned, of a kind that is not
    taken or of too many words, and where what reads its kind is not installed.
    """
    kind = media.media_type(data, path)
    try:
        found = _converted(kind, data, path)
    except ModuleNotFoundError as error:
        raise missing(path, str(error.name), "documents") from None
    if len(found.text.encode("utf-8", "surrogatepass")) > LARGEST_SOURCE:
        raise InputError(
            path, f"at most {LARGEST_SOURCE:,} bytes of text", "more", "split the file"
        )
    if not found.grids and not any(map(str.isalpha, found.text)):
        raise InputError(path, media.EXPECTED, "one without words", "give another")
    return replace(found, text=found.text.encode("utf-8", "replace").decode())


def _converted(kind: str, data: bytes, path: Path) -> Converted:
    if kind == media.PDF:
        return _by("pdf", data, path)
    if kind == media.DOCX:
        return _by("docx", data, path)
    if kind in SPREADSHEETS:
        spreadsheet = import_module("gcm_kg.importing.spreadsheet")
        grids, hidden = spreadsheet.sheets(data, path)
        notes = [f"hidden sheets: not read ({', '.join(hidden)})"] if hidden else []
        return Converted(kind, "", grids=grids, notes=notes)
    text, encoding = decoded(data, path)
    if import_module("gcm_kg.importing.html").is_html(text):
        return _by("html", data, path)
    notes = [] if encoding == "utf-8" else [f"read as {encoding}"]
    named = path.suffix.casefold() in (".md", ".markdown")
    markdown = import_module("gcm_kg.importing.markdown")
    if (named or markdown.is_markdown(text)) and not _is_table(text):
        found: Converted = markdown.converted(text)
        return replace(found, notes=notes)
    named_table = path.suffix.casefold() in media.TABLE_ENDINGS
    table = delimited(text, named=named_table)
    delimiter = table.delimiter
    if not named_table and _is_drawn(text, delimiter):
        return _plain(text, notes)
    if delimiter and (named_table or not is_prose(text, delimiter)):
        kind = media.TSV if delimiter == "\t" else media.CSV
        return Converted(kind, text, grids=[table.grid], notes=[*notes, *_unclosed(table)])
    return _plain(text, notes)


def _plain(text: str, notes: list[str]) -> Converted:
    side_by_side = import_module("gcm_kg.importing.side_by_side")
    text, columns = side_by_side.one_below_the_other(text)
    if columns:
        notes.append("text columns that stood side by side are read one after the other")
    elif side_by_side.has_wide_gaps(text):
        notes.append(SIDE_BY_SIDE)
    return Converted(media.PLAIN, text, notes=notes)


def _is_drawn(text: str, delimiter: str) -> bool:
    """Whether boxes, or wide gaps, part the cells of a text, and not a delimiter that it has."""
    if delimiter == "|":
        return bool(import_module("gcm_kg.importing.fixed_width").has_boxes(text))
    gaps = import_module("gcm_kg.importing.side_by_side").has_wide_gaps
    return delimiter in (",", ";") and bool(gaps(text))


def _is_table(text: str) -> bool:
    """Whether a text is a table by another sign than the bars of Markdown."""
    return delimited(text).delimiter not in ("", "|")


def _unclosed(table: Delimited) -> Iterator[str]:
    """What is said of rows whose quotation marks are not closed."""
    if table.mended:
        lines = ", ".join(map(str, table.mended[:10])) + (" …" if len(table.mended) > 10 else "")
        yield f"quotation marks are not closed on line {lines}: read to the end of the line"


def _by(name: str, data: bytes, path: Path) -> Converted:
    found: Converted = import_module(f"gcm_kg.importing.{name}").converted(data, path)
    return found
