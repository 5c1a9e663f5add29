"""A small project of our own words, for tests that build: a tenth of the time of the whole one."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from publishing.several import GOLD

from gcm_kg.project import Project, this_project
from gcm_kg.publishing.build import building
from gcm_kg.publishing.renewal import note
from gcm_kg.store.directory import stores

STEM = "children-round-table"
VOCABULARY = (
    "action-categories degrees functions holders instruments measures places positions requests "
    "roles rules speech-acts support treaties"
).split()
"""The files that the reader asks for, and one of names."""
RECOMMENDATIONS, WORDS, PLACE = 18, "runaways", "II.2.p1"
"""How many its document has; words of one part of it."""
LEAST = 8_000
"""Quads that its graph has, and more."""


def small(folder: Path) -> Project:
    """Makes a folder that is not there a project, whose graph is not built."""
    ours = this_project()
    project = Project(folder)
    tables = shutil.ignore_patterns("tables")
    shutil.copytree(ours.root / "ontology", folder / "ontology")
    shutil.copytree(ours.profiles, project.profiles, ignore=tables)
    for path in (project.vocabulary, project.mappings, project.annotations, project.queries):
        path.mkdir(parents=True)
    for name in VOCABULARY:
        shutil.copy(ours.vocabulary / f"{name}.ttl", project.vocabulary)
    shutil.copy(ours.queries / "recommendations-per-section.rq", project.queries)
    project.sources.mkdir()
    text = (GOLD / f"{STEM}.txt").read_bytes()
    (project.sources / f"{STEM}.txt").write_bytes(text)
    known = {
        "key": "small", "path": f"un/test/{STEM}/eng", "title": "A round table", "language": "en",
        "sha256": hashlib.sha256(text).hexdigest(),
    }  # fmt: skip
    lines = (f'{key} = "{value}"\n' for key, value in known.items())
    (project.sources / f"{STEM}.toml").write_text("".join(lines), "utf-8")
    note(folder)
    return project


def published(folder: Path) -> Project:
    """The same with its graph built, and without a store, as a checkout has it."""
    project = small(folder)
    with building(project, None, keep=False) as built:
        built.put_in_place()
    shutil.rmtree(stores(project))
    return project
