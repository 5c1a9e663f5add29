"""Validation of lines: what is found, and what is said of shapes that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.validation.check import check_lines

BROKEN = "<urn:part> a <https://w3id.org/gcm-kg/ontology#Recommendation> .\n"


def lines(turtle: str) -> bytes:
    quads = parse(turtle.encode(), format=RdfFormat.TURTLE)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_a_document_is_validated_with_what_it_needs(engine: str) -> None:
    common = lines(this_project().ontology.read_text("utf-8"))
    found = check_lines((this_project().shapes,), common + lines(BROKEN), engine)
    assert {finding.focus for finding in found} == {"urn:part"}
    assert any("text" in finding.path for finding in found)


SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:s> a sh:PropertyShape ; sh:targetClass <urn:c> ; sh:path <urn:p> ; """


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_shapes_are_read_anew_when_they_have_changed(engine: str, tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    shapes, data = tmp_path / "ontology" / "shapes.ttl", lines("<urn:x> a <urn:c> .")
    for constraint, number in (("sh:minCount 0", 0), ("sh:minCount 1", 1)):
        shapes.write_text(f"{SHAPE}{constraint} .", "utf-8")
        assert len(check_lines((shapes,), data, engine)) == number


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_a_shape_that_cannot_be_run_is_said_in_one_line(engine: str, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(f'{SHAPE}sh:pattern "[" .', "utf-8")
    with pytest.raises(InputError, match="expected shapes that can be run"):
        check_lines((shapes,), lines('<urn:x> a <urn:c> ; <urn:p> "a" .'), engine)


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_a_mistake_in_the_shapes_is_said_in_one_line(engine: str, tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "shapes.ttl").write_text("broken <", "utf-8")
    shapes = tmp_path / "ontology" / "shapes.ttl"
    with pytest.raises(InputError, match=r"shapes\.ttl:1: expected Turtle"):
        check_lines((shapes,), b"", engine)
