"""Writes what files add to a project: text, places and metadata, under names of their own."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gcm_kg.files import write_whole
from gcm_kg.importing.addition import Addition, Importer
from gcm_kg.importing.columns import ColumnMap
from gcm_kg.project import Project
from gcm_kg.reading import table
from gcm_kg.reading.places import SUFFIX, written_places


def known(project: Project) -> dict[str, str]:
    """The names of the sources of a project, by the digests of their texts."""
    found: dict[str, str] = {}
    for path in sorted(project.sources.glob("*.toml")):
        try:
            values = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
            continue
        found[str(values.get("sha256"))] = path.stem
    return found


def new(importer: Importer, path: Path, taken: set[str]) -> Iterator[Addition]:
    """What a file adds that the project does not have, under names that no file of it has and none
    of ``taken``, to which they are added. Raises InputError as ``Importer.additions`` does."""
    there = known(importer.project)
    for addition in importer.additions(path):
        if addition.sha256 not in there and addition.sha256 not in taken:
            named = _settled(addition, importer.project, taken)
            taken |= {named.stem, named.sha256}
            yield named


def _settled(addition: Addition, project: Project, taken: set[str]) -> Addition:
    stem, number = addition.stem, 1
    while stem in taken or any(
        (project.sources / f"{stem}{ending}").exists() for ending in (".txt", ".toml", SUFFIX)
    ):
        number += 1
        stem = f"{addition.stem}-{number}"
    return replace(addition, stem=stem)


def write(addition: Addition, project: Project) -> Path:
    """Writes the files of an addition, the metadata last; gives the path of the text.

    Raises InputError for a folder that cannot be written to, and for an installed package.
    """
    project.refuse_package("add")
    text = project.sources / f"{addition.stem}.txt"
    write_whole(text, [addition.text])
    if addition.original.places:
        places = project.sources / f"{addition.stem}{SUFFIX}"
        write_whole(places, [written_places(tuple(addition.original.places))])
    write_whole(project.sources / f"{addition.stem}.toml", [metadata(addition)])
    return text


def metadata(addition: Addition) -> str:
    """The metadata of an addition, as TOML."""
    page, original = addition.page, addition.original
    lines = [f"path = {_quoted(addition.path)}"]
    if addition.columns:
        lines.insert(0, f"kind = {_quoted(table.TABLE)}")
    for key in ("symbol", "date"):
        lines += [f"{key} = {_quoted(getattr(page, key))}"] if getattr(page, key) else []
    lines += [
        f"title = {_quoted(page.title or addition.stem)}",
        f"language = {_quoted(page.language)}",
        f"sha256 = {_quoted(addition.sha256)}",
        f"rights = {_quoted('Not ours; quoted as data')}",
    ]
    lines += ["", "[original]"]
    for key in ("name", "media_type", "sha256"):
        lines.append(f"{key} = {_quoted(getattr(original, key))}")
    if addition.columns:
        lines += ["", "[columns]", *_column_lines(addition.columns)]
    return "\n".join((*lines, ""))


def _column_lines(columns: ColumnMap) -> Iterator[str]:
    for role, value in columns.columns().items():
        numbers = value if isinstance(value, list) else [value]
        headings = ", ".join(f"“{columns.headings.get(n, '')}”" for n in numbers)
        comment = "" if role == "header" else f"  # {headings}"
        yield f"{role} = {value}{comment}"


def _quoted(text: str) -> str:
    """A text as a basic string of TOML, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
