"""Makes a project of many documents: the one there is, and others with IRIs of their own. These are
copies with what was judged of it, or, where ``texts`` are to be different, made of its paragraphs:
the beginning of one with the end of another, the same each time, and nothing is judged of them."""

from __future__ import annotations

import hashlib
import random
import shutil
from pathlib import Path

from gcm_kg.project import Project

NAME = "gcm-thematic-session-5"
"""What the copies' names and IRIs differ in."""
LONG = 200
"""Characters from which on a line is a paragraph whose words can be others."""


def corpus(project: Project, folder: Path, documents: int, *, texts: bool = False) -> Project:
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
        if texts:
            _mix(made.sources / _renamed(f"{NAME}-summary", number), number)
            continue
        for path in project.annotations.glob(f"*{NAME}*/*"):
            _copy(path, made.annotations / _renamed(path.parent.name, number) / path.name, number)
    return made


def _copy(path: Path, target: Path, number: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8")
    target.write_text(text if path.suffix == ".txt" else _renamed(text, number), "utf-8")


def _mix(path: Path, number: int) -> None:
    """Makes the text of a copy another."""
    file = path.with_suffix(".txt")
    lines = file.read_text("utf-8").split("\n")
    others = [line.split(" ") for line in lines if len(line) > LONG]
    chosen = random.Random(number)
    for at, line in enumerate(lines):
        if len(line) > LONG:
            words, other = line.split(" "), chosen.choice(others)
            lines[at] = " ".join(words[: len(words) // 2] + other[len(other) // 2 :])
    rewrite(file, "\n".join(lines))


def rewrite(file: Path, text: str) -> None:
    """Gives a document another text, and its metadata the digest of that."""
    known = file.with_suffix(".toml")
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_text(text, "utf-8")
    after = hashlib.sha256(file.read_bytes()).hexdigest()
    known.write_text(known.read_text("utf-8").replace(before, after), "utf-8")


def _renamed(text: str, number: int) -> str:
    keyed = text.replace('key = "', f'key = "copy-{number}-')
    return keyed.replace(NAME, f"{NAME}-copy-{number}")
