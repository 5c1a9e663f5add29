"""Portions of a long document, made in one process or in several, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from gcm_kg.errors import InputError
from gcm_kg.publishing.portion_maker import Made, Needed, PortionMaker
from gcm_kg.publishing.processes import Ended, Processes
from gcm_kg.rdf.closure import schema
from gcm_kg.rdf.described import Graphs, parted
from gcm_kg.rdf.namespaces import BASE, RDFS

OWN, GRAPH = f"<{BASE}un/a", f"<{BASE}graph/un/a>"
FIRST = f"<{BASE}un/a> a <urn:Document> ."
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:shape> a sh:NodeShape ; sh:targetSubjectsOf <urn:in> ;
  sh:property [ sh:path <urn:in> ; sh:class <urn:Document> ; sh:message "In no document." ] ,
    [ sh:path <urn:by> ; sh:class <urn:Person> ; sh:message "By nobody." ] .
"""


def portion(number: int, whole: str = "un/a") -> Graphs:
    """A part of a document that somebody said, and of whom it is said too that they spoke."""
    part = f"<{BASE}un/a/{number}>"
    said = [(part, "urn:in", f"<{BASE}{whole}>"), (part, "urn:by", "<urn:ann>"),
            ("<urn:ann>", "urn:said", part)]  # fmt: skip
    return parted("".join(sorted(f"{s} <{p}> {o} {GRAPH} .\n" for s, p, o in said)))


@pytest.fixture(name="maker")
def portion_maker(tmp_path: Path) -> PortionMaker:
    """One that knows of Ann and of a part that all documents share, and that what is in something
    is of it."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES, "utf-8")
    names = [NamedNode(name) for name in ("urn:in", RDFS + "subPropertyOf", "urn:of")]
    common, known = (
        f"@base <{BASE}> .\n<urn:ann> a <urn:Person> .\n".encode(),
        schema([Quad(*names)]),
    )
    return PortionMaker(Needed({}, known, shapes, common, frozenset([f"{OWN}/3>"]), "rust"))


def made(maker: PortionMaker, jobs: int, *portions: Graphs) -> list[Made]:
    return list(maker.all(FIRST.encode(), OWN, iter(portions), jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_portion_is_made_and_checked_with_what_the_first_and_all_say(
    maker: PortionMaker, jobs: int
) -> None:
    found = made(maker, jobs, portion(1), portion(2, "un/b"), portion(3))
    assert [[finding.message for finding in findings] for _, findings in found] == [
        [], ["In no document"], [],
    ]  # fmt: skip
    for number, (packed, _) in enumerate(found, 1):
        assert f"{BASE}un/a/{number}>".encode() in packed.lines
        assert f"{BASE}un/a/{number}> <urn:of> ".encode() in packed.derived
        rest = [line.partition(b" ")[0] for line in packed.unpacked("rest").splitlines()]
        assert (f"{OWN}/{number}>".encode() in rest) is (number == 3), "all documents share it"
        shared = [line.partition(b" ")[0] for line in packed.shared.splitlines()]
        assert shared == [b"<urn:ann>"], "what another document may say too"


def test_a_process_that_ends_is_told_with_what_to_do(
    maker: PortionMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> Iterator[Ended]:
        yield Ended()

    monkeypatch.setattr(Processes, "results", ended)
    with pytest.raises(InputError, match="a process that ended; give more memory, or --jobs 1"):
        made(maker, 2, portion(1))
