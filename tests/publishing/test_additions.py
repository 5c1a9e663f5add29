"""What a person accepts is written to the vocabulary, or refused without a trace."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from gcm_kg.errors import InputError
from gcm_kg.project import Project, this_project
from gcm_kg.publishing.additions import add_to_vocabulary
from gcm_kg.reading.vocabulary import load_vocabulary

BLOCK = """<instrument/lima-accord> a gcm:Treaty ;
    skos:prefLabel "{label}"@en ;
    skos:definition "An accord."@en .
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    for folder in (made.vocabulary, made.ontology.parent):
        copytree(this_project().root / folder.relative_to(tmp_path), folder)
    return made


def test_a_thing_that_is_accepted_is_in_the_vocabulary(project: Project) -> None:
    add_to_vocabulary(project, "treaties", BLOCK.format(label="Lima Accord"))
    known = load_vocabulary(project.ontology, project.vocabulary)
    assert "Lima Accord" in {label.text for label in known.labels}


def test_a_label_that_something_else_has_is_refused_and_nothing_is_written(
    project: Project,
) -> None:
    path = project.vocabulary / "treaties.ttl"
    before = path.read_bytes()
    with pytest.raises(InputError):
        add_to_vocabulary(project, "treaties", BLOCK.format(label="UNTOC"))
    assert path.read_bytes() == before


def test_the_package_itself_and_files_that_are_not_there_are_refused(project: Project) -> None:
    with pytest.raises(InputError, match="gcm-kg init"):
        add_to_vocabulary(Project(project.root, bundled=True), "treaties", "")
    with pytest.raises(InputError, match="create it"):
        add_to_vocabulary(project, "ships", "")
