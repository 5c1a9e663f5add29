"""The light profile: recommendations that people write down themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.project import own_project
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.validation.check import ENGINES, check, shapes_of
from gcm_kg.validation.report import Finding, Report

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTED = re.search(
    r"```turtle\n(.*?)```", (ROOT / "docs" / "data-engineers.md").read_text("utf-8"), re.DOTALL
)
PREFIXES = """
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix my: <https://example.org/> .
"""


def messages(text: str, folder: Path, engine: str = ENGINES[0]) -> set[str]:
    """What the light profile says of a text in Turtle, beside the ontology and instruments."""
    file = folder / "own.ttl"
    file.write_text(text, "utf-8")
    project = own_project()
    known = (project.ontology, project.vocabulary / "instruments.ttl")
    quads = [quad for path in (*known, file) for quad in parse_file(path)]
    return {f.message for f in check(project, quads, engine, shapes_of("light")).findings}


@pytest.mark.parametrize("engine", ENGINES)
def test_the_documented_recommendations_are_well(engine: str, tmp_path: Path) -> None:
    assert DOCUMENTED
    assert messages(DOCUMENTED[1], tmp_path, engine) == set()


@pytest.mark.parametrize(
    ("flawed", "said"),
    [
        ('my:a a gcm:Recommendation ; dcterms:identifier "1" .', "A recommendation has a text"),
        ('my:a a gcm:Recommendation ; gcm:text " " ; gcm:partOf my:b .', "which is not empty"),
        ('my:a a gcm:Recommendation ; gcm:text "Act." .', "an identifier"),
        ("my:a gcm:cites my:b .", "What is cited is an instrument"),
        ("my:a a gcm:Citation ; gcm:citingPart my:b .", "the instrument that is cited"),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_missing_is_said(flawed: str, said: str, engine: str, tmp_path: Path) -> None:
    (message,) = messages(PREFIXES + flawed, tmp_path, engine)
    assert said in message


def test_a_place_stands_for_an_identifier_and_texts_may_be_in_any_language(tmp_path: Path) -> None:
    text = 'my:a a gcm:Recommendation ; gcm:text "Agir."@fr ; gcm:partOf my:report .'
    assert messages(PREFIXES + text, tmp_path) == set()


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(InputError, match="expected full or light"):
        shapes_of("heavy")


def test_what_one_mending_removes_is_told_once() -> None:
    found = [Finding("Violation", "a", "gcm:text", "", m, "add gcm:text") for m in ("One", "Two")]
    assert Report(found).lines(5) == ["violation: a gcm:text: One. Two; add gcm:text"]
    apart = [Finding("Violation", "a", "", "", m, "mend it") for m in ("One", "Two")]
    assert len(Report(apart).lines(5)) == 2
