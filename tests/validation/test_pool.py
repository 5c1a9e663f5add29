"""The pool of validators: what it finds, and what it says of shapes that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from gcm_kg.errors import InputError
from gcm_kg.project import Project, this_project
from gcm_kg.validation.pool import ValidatorPool

BROKEN = "<urn:part> a <https://w3id.org/gcm-kg/ontology#Recommendation> .\n"


def lines(turtle: str) -> bytes:
    quads = parse(turtle.encode(), format=RdfFormat.TURTLE)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_each_document_is_validated_with_what_is_common_to_all(engine: str) -> None:
    with ValidatorPool(this_project(), engine) as pool:
        pool.common = lines(this_project().ontology.read_text("utf-8"))
        for _ in range(6):  # more than may wait
            pool.submit(lines(BROKEN))
        found = pool.findings()
    assert {finding.focus for finding in found} == {"urn:part"}
    assert any("text" in finding.path for finding in found)


@pytest.mark.parametrize("engine", ["rust", "pyshacl"])
def test_a_mistake_in_the_shapes_is_said_in_one_line(engine: str, tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "shapes.ttl").write_text("broken <", "utf-8")
    with (
        pytest.raises(InputError, match=r"shapes\.ttl:1: expected Turtle"),
        ValidatorPool(Project(tmp_path), engine) as pool,
    ):
        pool.submit(b"")
        pool.findings()
