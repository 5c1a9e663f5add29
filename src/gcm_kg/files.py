"""Reads and writes text files of people, who are told what is wrong with one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError

BEGINNINGS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a DOCX, XLSX or other ZIP file",
    b"\xd0\xcf\x11\xe0": "an old DOC or XLS file",
    b"{\\rtf": "an RTF file",
}
"""The first bytes of files that are no texts, whatever their names say."""
LARGEST_SOURCE = 20_000_000
"""Bytes; the longest summaries of the series have some 60,000."""
DEEPEST_YAML, MOST_YAML = 20, 100_000
"""How deeply values of YAML may lie in each other, and how many there may be."""
NO_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
"""What YAML 1.1 or Python takes for the end of a line, and text does not."""


def load_text(path: Path) -> str:
    """The text of a UTF-8 file, line ends as they are; a byte order mark is kept as U+FEFF.

    Raises InputError for a file that is missing, unreadable, too large or not UTF-8 text.
    """
    try:
        if not path.is_file():
            raise InputError(path, "a text file", "none", "check the path")
        with path.open("rb") as file:
            data = file.read(LARGEST_SOURCE + 1)
    except OSError as error:
        raise InputError(path, "a text file", str(error.strerror), "check the path") from None
    if len(data) > LARGEST_SOURCE:
        raise InputError(path, f"at most {LARGEST_SOURCE:,} bytes", "more", "split the text")
    return _decoded(data, path)


def write_whole(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Writes pieces of text, or of bytes, to a file, which is replaced as a whole when all are
    there; behind a symbolic link, the file that it leads to is. What is no file, such as
    /dev/stdout, is written to and never replaced.

    Raises InputError for a place where no file can be written.
    """
    import shutil
    import tempfile

    content = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.writelines(content)
        return
    target = path.resolve()
    folder = target.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        found = "one that may not be written to" if folder.exists() else "no such folder"
        raise InputError(path, "a file in a folder that is there", found, "give another path")
    with tempfile.TemporaryDirectory(prefix=".gcm-kg-", dir=folder) as aside:
        unfinished = Path(aside) / target.name
        with unfinished.open("wb") as file:
            file.writelines(content)
        if target.is_file():
            shutil.copymode(target, unfinished)  # what few may read, no more may read then
        shutil.move(unfinished, target)


@contextmanager
def replaced_folder(directory: Path, mark: str) -> Iterator[Path]:
    """A folder to write into, which takes the place of another one, as a whole, when all is there.

    ``mark`` is the name of the file by which a folder is known that may be replaced. Raises
    InputError for a folder that holds something else, or that cannot be written.
    """
    import tempfile

    target = directory.resolve()
    if target.exists() and not target.is_dir():
        raise InputError(directory, "a folder", "a file", "give another")
    if target.exists() and any(target.iterdir()) and not (target / mark).is_file():
        raise InputError(directory, "an empty folder, or one made here", "another", "give another")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".gcm-kg-", dir=target.parent) as aside:
            made = Path(aside) / "made"
            made.mkdir()
            yield made
            if target.exists():
                target.rename(Path(aside) / "before")
            made.rename(target)
            target.chmod(0o755)
    except OSError as error:
        found = error.strerror or str(error)
        raise InputError(directory, "a folder that can be written", found, "give another") from None


def _decoded(data: bytes, path: Path) -> str:
    for beginning, what in BEGINNINGS.items():
        if data.startswith(beginning):
            raise InputError(path, "UTF-8 text", what, "take it in with gcm-kg add")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x}"
        raise InputError(path, "UTF-8", byte, "convert the file to UTF-8", line=line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(path, "text", "a NUL character", "give a text file", line=line)
    return text


def written(pieces: Iterable[str], path: Path | None) -> None:
    """Writes pieces of text to standard output, or to a file as ``write_whole`` does."""
    if path is None:
        sys.stdout.writelines(pieces)
    else:
        write_whole(path, pieces)


def yaml_mapping(path: Path, text: str, expected: str, advice: str) -> dict[str, Any]:
    """A mapping in YAML, every scalar of it as the text that it is: ``1926``, ``yes`` and
    ``2026-01-01`` stay as they are written; an empty text gives an empty mapping.

    Raises InputError, with the line, for what is no YAML, is no mapping, uses aliases, or is deeper
    or larger than any metadata are: such values grow beyond every memory when they are read.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is ten times as fast
    plain = text.translate(NO_LINE_ENDS)
    try:
        _refuse_growing(path, yaml.parse(plain, Loader=loader), expected)
        loaded = yaml.load(plain, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 1, max(1, plain.count("\n") + 1)) if mark else 1
        found = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "a mistake")
        raise InputError(path, expected, found, "correct the line", line=line) from None
    if loaded in (None, ""):
        return {}
    if not isinstance(loaded, dict):
        raise InputError(path, expected, f"a {type(loaded).__name__}", advice, line=1)
    return loaded


def _refuse_growing(path: Path, events: Iterable[Any], expected: str) -> None:
    depth = 0
    for number, event in enumerate(events):
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        found = {
            name == "AliasEvent": "an alias (*)",
            depth > DEEPEST_YAML + 2: f"more than {DEEPEST_YAML} levels",
            number > MOST_YAML: f"more than {MOST_YAML:,} values",
        }.get(True)
        if found:
            line = event.start_mark.line + 1
            raise InputError(path, expected, found, "write it out, or shorten it", line=line)
