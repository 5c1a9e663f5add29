"""Opens packed files (DOCX, XLSX) with bounds, and reads XML of theirs without entities."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from gcm_kg.errors import InputError

MOST_BYTES = 300_000_000
"""What all members may be together, unpacked."""
MOST_MEMBERS = 10_000
SMALL, TIMES = 5_000_000, 100
"""Bytes unpacked that any file may have; how many times its packed bytes others may: documents and
workbooks of people have up to thirty times as many, and only what was made to break a reader has
hundreds."""
MOST_TAGS = 4_000_000
"""Tags in one member."""


def open_packed(data: bytes, path: Path) -> zipfile.ZipFile:
    """The zip file in the bytes.

    Raises InputError for one that is broken, encrypted, or too large unpacked.
    """
    try:
        packed = zipfile.ZipFile(BytesIO(data))
        members = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InputError(path, "a whole file", f"a broken one ({error})", "get it again") from None
    unpacked = sum(m.file_size for m in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES:
        expected = f"at most {MOST_BYTES:,} bytes unpacked"
        raise InputError(path, expected, "more", "give its text")
    if unpacked > max(SMALL, TIMES * len(data)):
        found = f"{unpacked:,} of {len(data):,}"
        expected = f"a file that is at most {TIMES} times larger unpacked"
        raise InputError(path, expected, found, "give its text, or save it anew")
    if any(member.flag_bits & 1 for member in members):
        raise InputError(path, "a file that is open", "an encrypted one", "save it without one")
    return packed


def member(packed: zipfile.ZipFile, name: str, path: Path) -> ElementTree.Element | None:
    """The root of a member that is XML; None if there is no such member.

    Raises InputError for XML that is broken, declares a document type or entities, or is larger
    than the list of members says.
    """
    data = contents(packed, name, path)
    if data is None:
        return None
    if data.count(b"<") > MOST_TAGS:
        raise InputError(path, f"at most {MOST_TAGS:,} tags", f"more in {name}", "give its text")
    if _declares(data):
        found = f"a document type in {name}"
        raise InputError(
            path, "XML without declarations", found, "save it anew in a word processor"
        )
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(path, "a whole file", f"{name}: {error}", "get it again") from None


def contents(packed: zipfile.ZipFile, name: str, path: Path) -> bytes | None:
    """The bytes of a member; None if there is no such member.

    Raises InputError for one that is broken, or larger than any may be.
    """
    import zlib

    try:
        with packed.open(name) as file:
            data = file.read(MOST_BYTES + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise InputError(path, "a whole file", f"{name}: {error}", "get it again") from None
    if len(data) > MOST_BYTES:
        raise InputError(path, f"at most {MOST_BYTES:,} bytes unpacked", "more", "give its text")
    return data


def _declares(data: bytes) -> bool:
    """Whether XML has a document type, in any encoding that a parser knows."""
    return any(mark.encode(e) in data for mark in ("<!DOCTYPE", "<!ENTITY") for e in ENCODINGS)


ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
