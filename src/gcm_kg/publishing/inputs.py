"""Digests of all that something published was made from: the names of entries of the cache."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from gcm_kg.project import Project, own_project
from gcm_kg.reading.addenda import files_beside, related

FORMAT = b"5"
"""Counted up when what an entry holds changes."""
CODE = (".py", ".toml", ".rq")
"""The endings of the files of this package that decide what is made."""
ELSEWHERE = ("bundled", "__pycache__")
"""Folders of it of which nothing is looked at: the program's own project, and compiled code."""


class Inputs:
    """The digests of what documents are made from, of a project and of what validates them;
    ``shared`` is that of what all documents are made from."""

    def __init__(self, project: Project, engine: str | None) -> None:
        self.project = project
        self._beside: dict[Path, dict[str, list[Path]]] = {}
        self._related: dict[Path, dict[str, list[Path]]] = {}
        self.shared = digest_of([("code", code().encode()), ("engine", str(engine).encode()),
                                  *_contents(project.root, _shared(project))])  # fmt: skip

    def of_document(self, file: Path) -> str:
        """That of a document, given by its file of metadata: its text, metadata and judgements,
        those of its addenda or of its report, and all that documents share."""
        joined = [file, *files_beside(file, self.related(file.parent))]
        found = self._files(file.parent)
        beside = [p for each in joined for p in found.get(each.stem, ()) if p.is_file()]
        judged = sorted((self.project.annotations / file.stem).glob("*.tsv"))
        pieces = _contents(self.project.root, [*beside, *judged])
        return digest_of([("shared", self.shared.encode()), *pieces])

    def related(self, folder: Path) -> dict[str, list[Path]]:
        """What is read together in a folder, looked for once."""
        if folder not in self._related:
            self._related[folder] = related(folder.glob("*.toml"))
        return self._related[folder]

    def _files(self, folder: Path) -> dict[str, list[Path]]:
        """The files of a folder by each beginning of their names that ends before a dot: it is
        looked through once, not for each document."""
        if folder not in self._beside:
            found = self._beside[folder] = {}
            for path in sorted(folder.iterdir()):
                for dot in (at for at, sign in enumerate(path.name) if sign == "."):
                    found.setdefault(path.name[:dot], []).append(path)
        return self._beside[folder]

    def of_all(self, sources: Iterable[Path]) -> str:
        """That of everything that a build reads."""
        project = self.project
        others = [*project.mappings.glob("*.tsv"), *project.queries.rglob("*.rq"), project.dataset]
        documents = "".join(map(self.of_document, sources))
        pieces = _contents(project.root, sorted(path for path in others if path.is_file()))
        return digest_of([("documents", documents.encode()), *pieces])


def _shared(project: Project) -> list[Path]:
    folders = (project.vocabulary, project.profiles, own_project().profiles)
    found = {path for folder in folders for path in folder.glob("*.t*") if path.is_file()}
    shapes = {project.ontology, project.shapes, project.link_shapes}
    return sorted(found) + sorted(path for path in shapes if path.is_file())


def _contents(root: Path, paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        name = path.relative_to(root) if path.is_relative_to(root) else path.name
        yield str(name), path.read_bytes()


@cache
def code() -> str:
    """The digest of the running code."""
    root = str(files("gcm_kg"))
    return digest_of((name, _read(f"{root}/{name}")) for name in sorted(_files_of_code(root)))


def _files_of_code(root: str, below: str = "") -> Iterator[str]:
    """The paths in a folder of files that decide what is made: hundreds, looked through each time
    that a build may have nothing to do, so they are plain texts."""
    with os.scandir(f"{root}/{below}") as found:
        for entry in found:
            if entry.name in ELSEWHERE:
                continue
            if entry.is_dir():
                yield from _files_of_code(root, f"{below}{entry.name}/")
            elif entry.name.endswith(CODE):
                yield f"{below}{entry.name}"


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def digest_of(pieces: Iterable[tuple[str, bytes]]) -> str:
    """The digest of named pieces of input: names and lengths are part of it."""
    found = hashlib.sha256(FORMAT)
    for name, data in pieces:
        found.update(f"\0{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()
