"""Where the project's folders are, and which sources it has."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gcm_kg.document import Document
from gcm_kg.errors import InputError, shown
from gcm_kg.read import load_text, read

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


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout, or the copy of its data folders that an installed package carries."""

    root: Path

    @property
    def ontology(self) -> Path:
        """The ontology file."""
        return self.root / "ontology" / "gcm.ttl"

    @property
    def shapes(self) -> Path:
        """The SHACL shapes file."""
        return self.root / "ontology" / "shapes.ttl"

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
    """The project that the running code belongs to."""
    here = Path(__file__).resolve().parent
    packed = here / "project"
    return Project(packed if packed.is_dir() else here.parents[1])


def load_sources(project: Project) -> list[Source]:
    """Every text of data/source that has a metadata file beside it, by name.

    Raises InputError for a folder without any, metadata that lacks a key or does not fit its text,
    and a text that is not of the kind.
    """
    files = sorted(project.sources.glob("*.toml"))
    if not files:
        raise InputError(project.sources, "metadata files (.toml)", "none", "restore the folder")
    return [_load(path) for path in files]


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
            raise InputError(path, "identifiers of parts", shown(str(identifier)), advice)
    return Source(stem=path.stem, document=document, **values)


def _metadata(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(load_text(path))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        advice, number = "correct the line", int(line[1]) if line else None
        raise InputError(path, "TOML", str(error), advice, line=number) from None
    for key, kind in SOURCE_KEYS.items():
        if not isinstance(values.get(key), kind):
            found = "none" if key not in values else shown(str(values[key]))
            raise InputError(path, f"{key} = a {kind.__name__}", found, "add it")
    unknown = values.keys() - SOURCE_KEYS.keys()
    if unknown:
        raise InputError(path, "known keys", ", ".join(sorted(unknown)), "remove them")
    return values
