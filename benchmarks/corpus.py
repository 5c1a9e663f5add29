"""Makes a project of many documents: copies of the one there is, each with IRIs of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from gcm_kg.project import Project

NAME = "gcm-thematic-session-5"
"""What the copies' names and IRIs differ in."""


def corpus(project: Project, folder: Path, documents: int) -> Project:
    """A project in a folder, with as many documents; the first is the real one."""
    for name in (
        "ontology",
        "queries",
        "data/profiles",
        "data/vocabulary",
        "data/mappings",
        "data/source",
    ):
        if (project.root / name).is_dir():
            shutil.copytree(project.root / name, folder / name)
    shutil.copytree(project.annotations, folder / "data" / "annotations")
    made = Project(folder)
    for number in range(1, documents):
        for path in project.sources.glob(f"*{NAME}*"):
            _copy(path, made.sources / _renamed(path.name, number), number)
        for path in project.annotations.glob(f"*{NAME}*/*"):
            _copy(path, made.annotations / _renamed(path.parent.name, number) / path.name, number)
    return made


def _copy(path: Path, target: Path, number: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8")
    target.write_text(text if path.suffix == ".txt" else _renamed(text, number), "utf-8")


def _renamed(text: str, number: int) -> str:
    keyed = text.replace('key = "', f'key = "copy-{number}-')
    return keyed.replace(NAME, f"{NAME}-copy-{number}")
