"""Where the project's folders are, and which sources it has."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gcm_kg.document import Document
from gcm_kg.errors import InputError, shown
from gcm_kg.read import load_text, read

VARIABLE = "GCM_KG_PROJECT"
SOURCE_KEYS = {
    "path": str,
    "title": str,
    "language": str,
    "sha256": str,
    "rights": str,
    "session": str,
    "dates": dict,
    "reported": dict,
}
"""The keys of the metadata of a source, all required, with the types of their values."""
LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._~/-]*[A-Za-z0-9])?")
"""What may stand behind the base in an IRI of ours."""
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout, or the copy of its data folders that an installed package carries."""

    root: Path
    bundled: bool = False

    @property
    def ontology(self) -> Path:
        """The ontology file."""
        return self.root / "ontology" / "gcm.ttl"

    @property
    def shapes(self) -> Path:
        """The SHACL shapes file."""
        return self.root / "ontology" / "shapes.ttl"

    @property
    def context(self) -> Path:
        """The JSON-LD context, which is made from the ontology."""
        return self.root / "ontology" / "context.jsonld"

    @property
    def frames(self) -> Path:
        """The folder of JSON-LD frames, one for each class that has a tree of its own."""
        return self.root / "ontology" / "frames"

    @property
    def sources(self) -> Path:
        """The folder of source texts and their metadata."""
        return self.root / "data" / "source"

    @property
    def vocabulary(self) -> Path:
        """The folder of vocabularies."""
        return self.root / "data" / "vocabulary"

    @property
    def annotations(self) -> Path:
        """The folder of judgements, a folder for each source."""
        return self.root / "data" / "annotations"

    @property
    def graph(self) -> Path:
        """The folder of the derived and committed graph."""
        return self.root / "data" / "graph"

    @property
    def queries(self) -> Path:
        """The folder of questions."""
        return self.root / "queries"


@dataclass(frozen=True, slots=True)
class Source:
    """A source text with its metadata. ``path`` is the document's IRI below the base."""

    stem: str
    path: str
    title: str
    language: str
    sha256: str
    rights: str
    session: str
    dates: dict[str, str]
    reported: dict[str, str]
    document: Document


def this_project() -> Project:
    """The project in the folder that the environment variable GCM_KG_PROJECT names; without it, the
    one that the running code belongs to. Raises InputError for a folder that holds none."""
    if named := os.environ.get(VARIABLE):
        root = Path(named)
        if not (root / "ontology" / "gcm.ttl").is_file():
            found = "no ontology/gcm.ttl in it"
            raise InputError(f"{VARIABLE}={named}", "the folder of a project", found, "correct it")
        return Project(root)
    here = Path(__file__).resolve().parent
    packed = here / "bundled"
    return Project(packed, bundled=True) if packed.is_dir() else Project(here.parents[1])


def load_sources(project: Project) -> Iterator[Source]:
    """Every text of data/source that has a metadata file beside it, by name, one at a time.

    Raises InputError for a folder without any, metadata that lacks a key or does not fit its text,
    a text that is not of the kind, two sources with one IRI, and a folder of judgements about no
    source.
    """
    files = sorted(project.sources.glob("*.toml"))
    if not files:
        raise InputError(project.sources, "metadata files (.toml)", "none", "restore the folder")
    _refuse_strays(project, {path.stem for path in files})
    stems: dict[str, str] = {}
    for path in files:
        source = _load(path)
        if source.path in stems:
            found = f"{shown(source.path)}, which {stems[source.path]}.toml has"
            raise InputError(path, "a path that no other source has", found, "change one")
        stems[source.path] = source.stem
        yield source


def _refuse_strays(project: Project, stems: set[str]) -> None:
    """A folder of judgements that no source goes with would never be read."""
    for folder in sorted(project.annotations.glob("*/")):
        if folder.name not in stems and any(folder.glob("*.tsv")):
            found, advice = f"none for {folder.name}", "rename the folder"
            raise InputError(folder, "a source of the same name", found, advice)


def _load(path: Path) -> Source:
    values = _metadata(path)
    text_path = path.with_suffix(".txt")
    text = load_text(text_path)
    digest = hashlib.sha256(text_path.read_bytes()).hexdigest()
    if digest != values["sha256"]:
        advice = "restore the text, or put in the new digest if the change is meant"
        raise InputError(text_path, f"the SHA-256 in {path.name}", digest[:12] + "…", advice)
    document = read(text, str(text_path))
    for identifier in [*values["dates"], *values["reported"].values()]:
        if identifier not in document.by_identifier:
            advice = "use an identifier such as III.a, letter-1 or summary"
            raise InputError(path, "identifiers of parts", shown(identifier), advice)
    return Source(stem=path.stem, document=document, **values)


def _metadata(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(load_text(path))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        advice, number = "correct the line", int(line[1]) if line else None
        raise InputError(path, "TOML", str(error), advice, line=number) from None
    unknown = values.keys() - SOURCE_KEYS.keys()
    if unknown:
        raise InputError(path, "known keys", ", ".join(sorted(unknown)), "remove them")
    for key, kind in SOURCE_KEYS.items():
        if not isinstance(values.get(key), kind):
            found = "none" if key not in values else shown(str(values[key]))
            what = "a text in quotes" if kind is str else "a table"
            raise InputError(path, f"{key} = {what}", found, "add or correct it")
    _check_values(path, values)
    return values


def _check_values(path: Path, values: dict[str, Any]) -> None:
    """Raises InputError for values that cannot become IRIs, dates or identifiers of parts."""
    for local in (values["path"], values["session"], *values["reported"]):
        if not LOCAL.fullmatch(local):
            raise InputError(path, "the end of an IRI", shown(local), "correct it")
    for key, day in values["dates"].items():
        if not (isinstance(day, str) and DATE.fullmatch(day) and _is_date(day)):
            advice = f"correct dates.{key}"
            raise InputError(
                path, "a date such as “2017-10-09”, in quotes", shown(str(day)), advice
            )
    for key, part in values["reported"].items():
        if not isinstance(part, str):
            advice = f"correct reported.{key}"
            raise InputError(path, "the identifier of a part", shown(str(part)), advice)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
