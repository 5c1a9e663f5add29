"""Reads what is known of tables: how headings of columns are worded, what experts' labels mean."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import Project, own_project
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.table import ROLES

FOLDER = "tables"
"""Where the profiles of tables are, in the folder of profiles."""
GENERAL = "recommendations-table"
"""The profile of any table, which is tried last."""
OTHER = "other"
"""The role of columns that are not read."""
EITHER = "either"
"""The role of columns of States of which the headings do not say whether they ask or are asked."""


@dataclass(frozen=True, slots=True)
class TableProfile:
    """Words of headings by role, the likeliest first; things that labels mean, below the base."""

    path: Path
    title: str
    columns: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return self.path.stem


def load_table_profiles(project: Project) -> list[TableProfile]:
    """The profiles of tables by name, the general one last: those of the running code, and those
    of the project, which go before them.

    Raises InputError for one that cannot be used.
    """
    folders = (own_project().profiles / FOLDER, project.profiles / FOLDER)
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    found = [_load(files[name]) for name in sorted(files)]
    return sorted(found, key=lambda profile: profile.name == GENERAL)


def load_meanings(project: Project, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The IRIs of the things that experts' labels mean, by the words of the labels.

    Raises InputError for a thing of a profile of the project that its vocabulary does not have; a
    vocabulary of one's own need not have what the profiles of the running code speak of.
    """
    meanings: dict[str, tuple[str, ...]] = {}
    for profile in load_table_profiles(project):
        for words, things in profile.labels.items():
            known = tuple(BASE + thing for thing in things if BASE + thing in vocabulary.kinds)
            if len(known) < len(things) and profile.path.parent == project.profiles / FOLDER:
                unknown = next(thing for thing in things if BASE + thing not in vocabulary.kinds)
                expected = "things of the vocabulary below [labels]"
                found = f"{shown(unknown)} for {shown(words)}"
                raise InputError(profile.path, expected, found, "correct it")
            meanings[words] = known
    return meanings


def _load(path: Path) -> TableProfile:
    try:
        values = tomllib.loads(load_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path, "TOML", str(error), "correct the line") from None
    columns = _lists(path, "columns", values.get("columns", {}))
    unknown = columns.keys() - {*ROLES, OTHER, EITHER}
    if unknown or "text" not in columns:
        expected = f"below [columns] text, and any of {', '.join((*ROLES, OTHER))}"
        raise InputError(path, expected, shown(", ".join(columns)), "correct it")
    labels = _lists(path, "labels", values.get("labels", {}))
    return TableProfile(path, str(values.get("title", path.stem)), columns, labels)


def _lists(path: Path, name: str, said: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(said, dict) or not all(_is_texts(value) for value in said.values()):
        raise InputError(path, f"lists of texts below [{name}]", shown(str(said)), "correct them")
    return {key: tuple(value) for key, value in said.items()}


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
