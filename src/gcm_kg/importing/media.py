"""Tells what a file is by its first bytes, never by its name."""

from __future__ import annotations

import re
from pathlib import Path

from gcm_kg.errors import InputError

EXPECTED = "a text, PDF, DOCX, HTML, Markdown, CSV, TSV or XLSX file"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLS = "application/vnd.ms-excel"
HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"
CSV, TSV = "text/csv", "text/tab-separated-values"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of the older files of Office, and of encrypted newer ones."""
ARCHIVES = {
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}
IMAGES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")
"""How an object of JSON begins, or a list of such (RFC 8259)."""
HEAD = 1024
"""Bytes before which the mark of a PDF file stands (ISO 32000-1, annex H.3.4.1)."""
TABLES = (CSV, TSV, XLSX, ODS, XLS)
"""Media types of files that are tables and nothing else."""
TABLE_ENDINGS = (".csv", ".tsv", ".tab", ".psv")
"""Endings of the names of texts that are tables whatever their words look like."""


def media_type(data: bytes, path: Path) -> str:
    """The media type of a file; empty for a text, whose kind its words tell.

    Raises InputError for an empty file and for one of a kind that is not taken, with what to do.
    """
    if not data.strip(b"\0\t\r\n "):
        raise InputError(path, EXPECTED, "an empty file", "give another")
    if b"%PDF-" in data[:HEAD]:
        return PDF
    if data.startswith(b"PK"):
        return _packed(data, path)
    if data.startswith(OLE):
        return _older(data, path)
    _refuse(data, path)
    return ""


def _refuse(data: bytes, path: Path) -> None:
    for mark, name in ARCHIVES.items():
        if data.startswith(mark):
            raise InputError(path, EXPECTED, f"a {name} archive", "unpack it, and add what it held")
    for mark, name in IMAGES.items():
        if data.startswith(mark):
            advice = "recognize its text first, for example with ocrmypdf"
            raise InputError(path, EXPECTED, f"an image ({name})", advice)
    if data.startswith(b"{\\rtf"):
        raise InputError(path, EXPECTED, "an RTF file", "save it as DOCX")
    if JSON.match(data):
        raise InputError(path, EXPECTED, "JSON", "save its records as CSV or XLSX")


def _packed(data: bytes, path: Path) -> str:
    from gcm_kg.importing.packed import open_packed

    with open_packed(data, path) as packed:
        names = set(packed.namelist())
        declared = packed.read("mimetype")[:200].decode("latin-1") if "mimetype" in names else ""
    if "word/document.xml" in names:
        return DOCX
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return XLSX
    if declared.startswith(ODS):
        return ODS
    if declared or "[Content_Types].xml" in names:
        found = declared or ("slides" if "ppt/presentation.xml" in names else "another document")
        raise InputError(path, EXPECTED, found, "save it as PDF or DOCX")
    raise InputError(path, EXPECTED, "a zip archive", "unpack it, and add what it held")


def _older(data: bytes, path: Path) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError(path, EXPECTED, "an encrypted file", "save it without a password")
    if "Workbook".encode("utf-16-le") in data:
        return XLS
    raise InputError(path, EXPECTED, "a file of an older Word", "save it as DOCX")
