"""Begins a project of one's own: what all documents share, and a sample document."""

from __future__ import annotations

import shutil
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.project import Project, own_project
from gcm_kg.publishing.renewal import SHARED, note
from gcm_kg.store.unfinished import let_go, unfinished

EMPTY = ("data/source", "data/annotations", "data/gold", "data/graph")
"""Those that it fills itself, of which only the manual is taken over."""
SAMPLE = "data/sample"
"""What a new project has besides: its manual, and the sample with its metadata."""
PREFIX = ".gcm-kg-init-"


def begin_project(folder: Path, *, sample: bool = True) -> Project:
    """Makes a folder that is not there yet, or is empty, a project; with a sample document, unless
    it is not wanted. A new folder is whole as soon as it is there.

    Raises InputError for a folder that holds something, or cannot be made.
    """
    target, ours = folder.absolute(), own_project().root
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        found, advice = "one that holds something", "name another one"
        raise InputError(folder, "a folder that is new or empty", found, advice)
    try:
        is_there = target.is_dir()
        place = target if is_there else target.parent
        place.mkdir(parents=True, exist_ok=True)
        with unfinished(place, PREFIX) as made:
            _fill(made, ours, sample=sample)
            if is_there:  # somebody may stand in it
                for path in sorted(made.iterdir()):
                    path.rename(target / path.name)
            else:
                made.rename(target)
                let_go(made)
    except OSError as error:
        found, advice = error.strerror or str(error), "name another one"
        raise InputError(folder, "a folder that can be made", found, advice) from None
    return Project(folder)


def _fill(made: Path, ours: Path, *, sample: bool) -> None:
    for name in SHARED:
        shutil.copytree(ours / name, made / name, copy_function=shutil.copyfile)
    for name in EMPTY:
        (made / name).mkdir(parents=True)
        if (ours / name / "README.md").is_file():
            shutil.copyfile(ours / name / "README.md", made / name / "README.md")
    shutil.copyfile(ours / SAMPLE / "README.md", made / "README.md")
    note(made)
    (made / ".gitignore").write_text("data/store/\ndata/.graph-*/\n", "utf-8")
    if sample:
        for path in sorted((ours / SAMPLE).glob("sample-*")):
            shutil.copyfile(path, made / "data" / "source" / path.name)
