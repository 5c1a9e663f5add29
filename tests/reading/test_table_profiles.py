"""What experts' labels mean is said of things that the vocabulary has."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import Project, this_project
from gcm_kg.reading.table_profiles import load_meanings, load_table_profiles
from gcm_kg.reading.vocabulary import load_vocabulary


def test_every_meaning_is_in_the_vocabulary() -> None:
    project = this_project()
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    meanings = load_meanings(project, vocabulary)
    assert meanings["Trafficking"] and all(meanings.values())


def test_a_vocabulary_of_ones_own_need_not_have_what_our_profiles_speak_of(tmp_path: Path) -> None:
    assert not any(load_meanings(Project(tmp_path), Vocabulary()).values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('[columns]\ntext = ["ask"]\n[labels]\nSea = ["theme/sailing"]\n', "found “theme/sailing”"),
        ('[columns]\nheading = ["ask"]\n', "expected below [columns] text"),
        ('[columns]\ntext = "ask"\n', "expected lists of texts"),
        ("[columns\n", "expected TOML"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused(
    tmp_path: Path, words: str, expected: str
) -> None:
    folder = tmp_path / "data" / "profiles" / "tables"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(words, "utf-8")
    with pytest.raises(InputError) as caught:
        load_meanings(Project(tmp_path), Vocabulary())
    assert expected in str(caught.value)


def test_the_general_profile_is_tried_last() -> None:
    names = [profile.name for profile in load_table_profiles(this_project())]
    assert names == ["uhri", "upr-info", "recommendations-table"]
