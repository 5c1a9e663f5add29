"""Says what of a project of one's own is older than what this version has, and renews it.

A project keeps the digests of the files that it began with; so what its owner has changed is told
from what only has become old.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.files import write_whole
from gcm_kg.project import Project, own_project

SHARED = ("ontology", "queries", "data/vocabulary", "data/profiles", "data/mappings")
"""The folders that a project begins with, whatever its documents are."""
NOTED = ".gcm-kg.json"
"""The file of a project that says with which files of which version it began."""
OLD = ".old"
"""What stands behind the name of a file whose place a newer one has taken."""
MOST = 3
"""Files that are named in a line."""


@dataclass(frozen=True, slots=True)
class Aged:
    """Files of a project, by their paths in it, of which this version has others: ``older``, which
    nobody has changed, or which are not there; and ``changed``, which somebody has, or may have.
    ``since`` is the version that the project was made by, if that is known."""

    older: tuple[str, ...]
    changed: tuple[str, ...]
    since: str = ""

    def __str__(self) -> str:
        """A line for people; empty where nothing has become old."""
        if not self.older and not self.changed:
            return ""
        made = f"was made by version {self.since}" if self.since else "may be of an older version"
        number = len(self.older) + len(self.changed)
        files = "1 file is" if number == 1 else f"{number:,} files are"
        line = f"the project {made}: {files} not those of this one ({_version()})"
        line += f", such as {', '.join((*self.older, *self.changed)[:MOST])}"
        if not self.since:
            return f"{line}; gcm-kg init --renew --all takes the new ones over, and keeps yours"
        return f"{line}; gcm-kg init --renew says which, and takes the new ones over"


def note(root: Path) -> None:
    """Puts down with which files of this version a project stands."""
    said = {"version": _version(), "files": _digests(own_project().root)}
    write_whole(root / NOTED, [json.dumps(said, indent=1) + "\n"])


def aged(project: Project, *, everything: bool = False) -> Aged:
    """What of a project is not as this version has it, but for what only its owner has changed;
    with ``everything`` that, too. What is missing in a project that does not say how it began may
    never have been there."""
    ours = own_project().root
    if project.root.resolve() == ours.resolve():
        return Aged((), ())
    since, began = _noted(project.root)
    older: list[str] = []
    changed: list[str] = []
    for name, digest in _digests(ours).items():
        path = project.root / name
        mine = _digest(path) if path.is_file() else ""
        theirs = began.get(name) == digest or (not mine and (name in began or not began))
        if mine == digest or (theirs and not everything):
            continue
        (older if not mine or began.get(name) == mine else changed).append(name)
    return Aged(tuple(older), tuple(changed), since)


def renew(project: Project, *, everything: bool = False) -> Aged:
    """Puts the files of this version in the place of those that have become old; with
    ``everything`` also of those that somebody may have changed, which are kept beside them.

    Gives what there was. Raises InputError for the program's own project, and for what cannot be
    written.
    """
    ours = own_project().root
    if project.bundled or project.root.resolve() == ours.resolve():
        advice = "make one by gcm-kg init FOLDER"
        raise InputError("gcm-kg init --renew", "a project of your own", "the program's", advice)
    found = aged(project, everything=everything)
    try:
        for name in (*found.older, *(found.changed if everything else ())):
            path = project.root / name
            if name in found.changed:
                shutil.copyfile(path, path.with_name(path.name + OLD))
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, [(ours / name).read_bytes()])
        if found.since or everything:  # else nobody could tell any more what has become old
            note(project.root)
    except OSError as error:
        said, advice = error.strerror or str(error), "make it writable"
        raise InputError(project.root, "a folder to write to", said, advice) from None
    return found


def _version() -> str:
    from importlib.metadata import version

    return version("gcm-kg")


def _noted(root: Path) -> tuple[str, dict[str, str]]:
    """The version that made a project, and the digests of its files then; nothing if it is not
    known, or what says it is damaged."""
    try:
        said = json.loads((root / NOTED).read_text("utf-8"))
        files = {str(name): str(digest) for name, digest in said["files"].items()}
        return str(said["version"]), files
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "", {}


def _digests(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): _digest(path) for path in _files(root)}


def _files(root: Path) -> Iterator[Path]:
    """The files that a version gives to projects, but for manuals."""
    for name in SHARED:
        yield from (
            path
            for path in sorted((root / name).rglob("*"))
            if path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
        )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
