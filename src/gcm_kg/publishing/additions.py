"""Puts things that a person has accepted into the vocabulary of a project."""

from __future__ import annotations

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text, write_whole
from gcm_kg.project import Project
from gcm_kg.reading.vocabulary import load_vocabulary


def add_to_vocabulary(project: Project, file: str, block: str) -> None:
    """Adds a block of Turtle to the end of a file of data/vocabulary (named without its ending).

    Raises InputError for the project of an installed package, a file that is not there, and a block
    with which the vocabulary could not be read: a label that another thing of its layer has, a
    class that is not declared. Then the file is as it was.
    """
    path = project.vocabulary / f"{file}.ttl"
    project.refuse_package(str(path))
    if not path.is_file():
        raise InputError(
            path, "a file of the vocabulary", shown(file), "create it, or name another"
        )
    before = load_text(path)
    write_whole(path, [before.rstrip("\n"), "\n\n", block])
    try:
        load_vocabulary(project.ontology, project.vocabulary)
    except InputError:
        write_whole(path, [before])
        raise
