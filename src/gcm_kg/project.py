"""Where the folders and files of a project are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError

VARIABLE = "GCM_KG_PROJECT"
ONTOLOGY = "ontology/gcm.ttl"
"""The file by which the folder of a project is known."""
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""That of tables and data that are made from a project."""
TURTLE, TRIG, JSON_LD = "gcm-kg.ttl", "gcm-kg.trig", "gcm-kg.jsonld"
LINKS, CLOSURE = "links.trig", "closure.trig"
DIGEST, DESCRIPTION, QUESTIONS = "gcm-kg.rdfc10.sha256", "void.ttl", "questions.ttl"
HEADERS = "questions.json"
FILES = (TURTLE, TRIG, JSON_LD, LINKS, CLOSURE, DESCRIPTION, QUESTIONS, HEADERS, DIGEST)
"""The published files of data/graph, in the order in which they are put in place."""


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
    def dataset(self) -> Path:
        """What the description of the dataset says whatever is in it."""
        return self.root / "ontology" / "dataset.ttl"

    @property
    def shapes(self) -> Path:
        """The SHACL shapes file."""
        return self.root / "ontology" / "shapes.ttl"

    @property
    def link_shapes(self) -> Path:
        """The SHACL shapes of the links to other graphs."""
        return self.root / "ontology" / "link-shapes.ttl"

    @property
    def light_shapes(self) -> Path:
        """The SHACL shapes of recommendations that people write down themselves."""
        return self.root / "ontology" / "light-shapes.ttl"

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
    def profiles(self) -> Path:
        """The folder of profiles of kinds of documents."""
        return self.root / "data" / "profiles"

    @property
    def annotations(self) -> Path:
        """The folder of judgements, a folder for each source."""
        return self.root / "data" / "annotations"

    @property
    def mappings(self) -> Path:
        """The folder of tables of links to other graphs, one for each target."""
        return self.root / "data" / "mappings"

    @property
    def graph(self) -> Path:
        """The folder of the derived and committed graph."""
        return self.root / "data" / "graph"

    @property
    def headers(self) -> Path:
        """The file of the headers of all questions, which a build writes."""
        return self.graph / HEADERS

    def refuse_package(self, where: str) -> None:
        """Raises InputError where something would be written into an installed package."""
        if self.bundled:
            advice = "run gcm-kg init FOLDER, and go there"
            raise InputError(where, "a project of your own", "the data of the package", advice)

    @property
    def queries(self) -> Path:
        """The folder of questions."""
        return self.root / "queries"


def this_project() -> Project:
    """The project in the folder that the environment variable GCM_KG_PROJECT names; without it, the
    nearest one among the working directory and those around it; else the one that the running code
    belongs to. Raises InputError for a folder that is named and holds none."""
    if named := os.environ.get(VARIABLE):
        root = Path(named)
        if not (root / ONTOLOGY).is_file():
            found = f"no {ONTOLOGY} in it"
            raise InputError(f"{VARIABLE}={named}", "the folder of a project", found, "correct it")
        return Project(root)
    return _around() or own_project()


def _around() -> Project | None:
    """The project of the working directory or of the nearest folder around it that is one."""
    try:
        here = Path.cwd()
    except OSError:  # it has been removed
        return None
    for folder in (here, *here.parents):
        if (folder / ONTOLOGY).is_file() and (folder / "data" / "vocabulary").is_dir():
            return Project(folder, bundled=folder == own_project().root and own_project().bundled)
    return None


def own_project() -> Project:
    """The project that the running code belongs to."""
    here = Path(__file__).resolve().parent
    packed = here / "bundled"
    return Project(packed, bundled=True) if packed.is_dir() else Project(here.parents[1])
