"""The published files: the same triples, the same bytes, one line for each triple."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from gcm_kg import publish
from gcm_kg.iris import BASE, GCM, XSD
from gcm_kg.pipeline import build_quads
from gcm_kg.project import this_project

GRAPH = NamedNode(BASE + "graph/test")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
IRIS = st.sampled_from(
    [
        BASE + "a",
        BASE + "doc/!main~sec_I__item_1",
        BASE + "x.txt#char=1,2",
        GCM + "cites",
        "urn:x:ü",
    ]
).map(NamedNode)
LITERALS = st.one_of(
    TEXT.map(Literal),
    TEXT.map(lambda text: Literal(text, language="en")),
    TEXT.map(lambda text: Literal(text, datatype=NamedNode(XSD + "date"))),
    st.integers().map(lambda n: Literal(str(n), datatype=NamedNode(XSD + "integer"))),
)
QUADS = st.builds(Quad, IRIS, IRIS, st.one_of(IRIS, LITERALS), st.just(GRAPH))


@cache
def project_quads() -> list[Quad]:
    return list(build_quads(this_project()))


def read_back(text: str, form: RdfFormat) -> list[Quad]:
    return list(parse(text.encode(), format=form))


@settings(deadline=None)
@given(st.lists(QUADS, max_size=12))
def test_whatever_is_written_is_read_back_the_same(quads: list[Quad]) -> None:
    files = publish.files(quads)
    assert set(read_back(files["gcm-kg.trig"], RdfFormat.TRIG)) == set(quads)
    merged = {quad.triple for quad in read_back(files["gcm-kg.ttl"], RdfFormat.TURTLE)}
    assert merged == {quad.triple for quad in quads}


def test_the_committed_files_hold_what_the_sources_give() -> None:
    folder = this_project().graph
    trig = set(parse(path=str(folder / "gcm-kg.trig"), format=RdfFormat.TRIG))
    turtle = parse(path=str(folder / "gcm-kg.ttl"), format=RdfFormat.TURTLE)
    assert trig == set(project_quads())
    assert {quad.triple for quad in turtle} == {quad.triple for quad in project_quads()}


def test_no_published_triple_is_on_two_lines_or_shares_one() -> None:
    text = publish.files(project_quads())["gcm-kg.ttl"]
    lines = [line for line in text.split("\n") if line.startswith("    ")]
    assert len(lines) == len({quad.triple for quad in project_quads()})
    assert all(line.endswith(" ;") for line in lines)


def test_one_new_link_is_one_new_line_in_each_file() -> None:
    quads = project_quads()
    subject = next(q.subject for q in quads if q.predicate.value == GCM + "cites")
    link = Quad(subject, NamedNode(GCM + "cites"), NamedNode(BASE + "instrument/new"), GRAPH)
    place = next(i for i, q in enumerate(quads) if q.subject == subject)
    link = Quad(link.subject, link.predicate, link.object, quads[place].graph_name)
    before, after = publish.files(quads), publish.files([*quads[:place], link, *quads[place:]])
    for name in ("gcm-kg.ttl", "gcm-kg.trig"):
        old, new = before[name].split("\n"), after[name].split("\n")
        at = next(i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
        assert new[at].strip() == "gcm:cites <instrument/new> ;"
        assert new[:at] + new[at + 1 :] == old


def test_subjects_stand_in_the_order_of_the_document() -> None:
    text = publish.files(project_quads())["gcm-kg.ttl"]
    items = [
        text.index(f'dcterms:identifier "{name}" ;') for name in ("I", "II.1", "III.a.1", "III.g.7")
    ]
    assert items == sorted(items)


def test_the_digest_is_that_of_rdfc_1_0() -> None:
    dataset = Dataset(project_quads())
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = "".join(sorted(f"{quad} .\n" for quad in dataset))
    assert publish.digest(project_quads()) == hashlib.sha256(lines.encode()).hexdigest()


@settings(deadline=None)
@given(st.lists(QUADS, max_size=8), st.randoms())
def test_the_digest_does_not_depend_on_order(quads: list[Quad], chance: object) -> None:
    shuffled = [*quads, *quads]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert publish.digest(shuffled) == publish.digest(quads)


def test_a_blank_node_is_not_published() -> None:
    with pytest.raises(TypeError):
        publish.files([Quad(NamedNode("urn:a"), NamedNode("urn:b"), BlankNode("c"), GRAPH)])


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    publish.write(tmp_path, {"a": "1"})
    publish.write(tmp_path, {"a": "2"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert publish.stale(tmp_path, {"a": "2", "b": ""}) == ["b"]
