"""The published files: the same triples, the same bytes, one line for each triple."""

from __future__ import annotations

import gc
import hashlib
import tempfile
import tracemalloc
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import drafted
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)
from rdf.terms import GRAPHS, QUADS

from gcm_kg.project import DIGEST, FILES, JSON_LD, TRIG, TURTLE, this_project
from gcm_kg.publishing import release as publish
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.placing import put_all_in_place, put_in_place
from gcm_kg.publishing.release import Release
from gcm_kg.rdf import canonical as canonical_
from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.canonical import Sorter, digest
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, RDF, XSD

CITES = NamedNode(GCM + "cites")
A, B, C = (NamedNode(f"urn:{name}") for name in "abc")


def read_back(path: Path, form: RdfFormat) -> set[Quad]:
    return set(parse(path=str(path), format=form))


def draft(folder: Path, portions: Iterable[list[Quad]]) -> Release:
    """A finished draft of some documents."""
    made = Release(folder, drafted.context())
    for quads in portions:
        made.add(quads)
    made.finish([])
    return made


def canonical(quads: Iterable[Quad]) -> str:
    """The digest of RDFC-1.0, by Oxigraph and by a sort."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = serialize(dataset, format=RdfFormat.N_QUADS) or b""
    return hashlib.sha256(b"".join(sorted(lines.splitlines(keepends=True)))).hexdigest()


@settings(deadline=None)
@given(st.lists(QUADS, max_size=10))
def test_whatever_is_written_is_read_back_the_same(quads: list[Quad]) -> None:
    layout = turtle.Layout().extend(quads)
    trig = parse(turtle.trig(layout).encode(), format=RdfFormat.TRIG)
    assert set(trig) == set(quads)
    merged = parse(turtle.turtle(layout).encode(), format=RdfFormat.TURTLE)
    assert {quad.triple for quad in merged} == {quad.triple for quad in quads}


@settings(deadline=None, max_examples=25)
@given(st.lists(st.lists(QUADS, max_size=6), max_size=3))
def test_a_draft_holds_what_it_was_given_in_each_of_its_files(portions: list[list[Quad]]) -> None:
    quads = {quad for portion in portions for quad in portion}
    with tempfile.TemporaryDirectory() as name:
        made = draft(Path(name), portions)
        assert sorted(path.name for path in Path(name).iterdir()) == sorted(FILES)
        assert read_back(Path(name) / TRIG, RdfFormat.TRIG) == quads
        for file, form in ((TURTLE, RdfFormat.TURTLE), (JSON_LD, RdfFormat.JSON_LD)):
            merged = {quad.triple for quad in read_back(Path(name) / file, form)}
            assert merged == {quad.triple for quad in quads}
    assert made.digest == canonical(quads)
    assert made.statistics.graphs.total() == len(quads)


def test_the_committed_files_are_those_of_the_sources() -> None:
    assert drafted.drafted().stale() == [], "run gcm-kg build, and commit what it writes"


def test_no_published_triple_is_on_two_lines_or_shares_one() -> None:
    lines = [line for line in drafted.text(TURTLE).split("\n") if line.startswith("    ")]
    assert len(lines) == len(drafted.triples())
    assert all(line.endswith(" ;") for line in lines)


def test_subjects_stand_in_the_order_of_the_document() -> None:
    text = drafted.text(TURTLE)
    items = [
        text.index(f'dcterms:identifier "{name}" ;') for name in ("I", "II.1", "III.a.1", "III.g.7")
    ]
    assert items == sorted(items)


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("7", "integer", "7"),
        ("-007", "integer", "-007"),
        ("+7", "integer", "+7"),
        ("", "integer", '""^^xsd:integer'),
        ("-", "integer", '"-"^^xsd:integer'),
        ("7.0", "integer", '"7.0"^^xsd:integer'),
        (" 7", "integer", '" 7"^^xsd:integer'),
        ("²", "integer", '"²"^^xsd:integer'),
        ("true", "boolean", "true"),
        ("1", "boolean", '"1"^^xsd:boolean'),
        ("True", "boolean", '"True"^^xsd:boolean'),
        ("7", "string", '"7"'),
        ("2017-10-05", "date", '"2017-10-05"^^xsd:date'),
    ],
)
def test_a_value_stands_bare_only_where_turtle_reads_it_as_the_same(
    text: str, kind: str, written: str
) -> None:
    literal = Literal(text, datatype=NamedNode(XSD + kind))
    assert turtle.term(literal) == written
    triple = Triple(A, B, literal)
    (read,) = parse(turtle.turtle(turtle.Layout().extend([triple])), format=RdfFormat.TURTLE)
    assert read.triple == triple


def test_the_lines_of_a_subject_are_sorted_and_its_class_comes_first() -> None:
    link, kind = NamedNode(DCTERMS + "license"), NamedNode(RDF + "type")
    triples = [Triple(A, link, C), Triple(A, link, B), Triple(A, kind, C)]
    triples += [Triple(A, NamedNode("http://a.example/"), C), Triple(A, kind, B)]
    text = turtle.turtle(turtle.Layout().extend([*triples, *triples]))
    assert text.removeprefix(turtle.header()).split("\n") == [
        "<urn:a>",
        "    a <urn:b> ;",
        "    a <urn:c> ;",
        "    <http://a.example/> <urn:c> ;",
        "    dcterms:license <urn:b> ;",
        "    dcterms:license <urn:c> ;",
        ".",
        "",
    ]


def changes(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new, from the first change to the last."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize("predicate", ["cites", "supplements"])
def test_a_new_link_is_one_new_line_and_in_json_touches_no_more_than_its_list(
    tmp_path: Path, predicate: str
) -> None:
    quads = list(islice(next(Corpus(this_project()).documents()), 4000))
    at = next(i for i, quad in enumerate(quads) if quad.predicate == CITES)
    subject, graph = quads[at].subject, quads[at].graph_name
    link = Quad(subject, NamedNode(GCM + predicate), NamedNode(BASE + "instrument/zzz"), graph)
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, quads_ in ((old, quads), (new, [*quads[:at], link, *quads[at:]])):
        folder.mkdir()
        draft(folder, [quads_])
    for name, indent in ((TURTLE, "    "), (TRIG, "      ")):
        line = f"{indent}gcm:{predicate} <instrument/zzz> ;"
        assert changes((old / name).read_text(), (new / name).read_text()) == ([], [line])
    gone, come = changes((old / JSON_LD).read_text(), (new / JSON_LD).read_text())
    assert '  "instrument/zzz"' in come
    expected = 2 if predicate == "cites" else 4  # a list that is new has two lines of its own
    assert len(gone) <= 1 and len(come) <= expected


def test_the_digest_is_that_of_rdfc_1_0() -> None:
    assert drafted.drafted().told.digest == canonical(drafted.quads())
    assert drafted.text(DIGEST) == f"{drafted.drafted().told.digest}\n"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(QUADS, max_size=6), max_size=5), st.integers(1, 4), st.randoms())
def test_the_digest_depends_neither_on_order_nor_on_repetition_nor_on_runs(
    portions: list[list[Quad]], run: int, chance: Random
) -> None:
    every = [quad for portion in portions for quad in portion]
    again = [*every, *every]
    chance.shuffle(again)
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_, "RUN", run)
        patch.setattr(canonical_, "RUNS", 3)
        patch.setattr(canonical_, "SMALLEST", 1)
        patch.setattr(canonical_, "HELD", 1)
        sorter = Sorter(Path(name))
        for portion in [*portions, again]:
            sorter.add(serialize(portion, format=RdfFormat.N_QUADS) or b"")
        blocks = list(sorter.blocks())
        assert list(Path(name).iterdir()) == []
    lines = [line for block in blocks for line in block]
    assert lines == sorted(set(lines))
    assert digest(map(b"".join, blocks)) == canonical(every)


def document(number: int) -> list[Quad]:
    """The quads of a document of a corpus."""
    graph = NamedNode(f"{BASE}graph/{number}")
    return [
        Quad(NamedNode(f"{BASE}part/{number}/{i}"), CITES, NamedNode(f"{BASE}thing/{i}"), graph)
        for i in range(300)
    ]


def forget(made: Release) -> None:
    """Empties what remembers how terms are written, of which the number is bounded."""
    made._writer._writer._names.clear()
    turtle.written.cache_clear()
    jsonld.identifier.cache_clear()
    gc.collect()


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert turtle.written.cache_info().maxsize == jsonld.identifier.cache_info().maxsize == 16384
    monkeypatch.setattr(canonical_, "RUN", 100)
    made = Release(tmp_path, drafted.context())
    made.add(document(0))
    forget(made)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(1, 11):
        made.add(document(number))
    forget(made)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 150_000, "the buffers of the files; ten documents take ten times that"
    made.finish([])
    every = [quad for number in range(11) for quad in document(number)]
    assert made.digest == canonical(every)
    assert read_back(tmp_path / TRIG, RdfFormat.TRIG) == set(every)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


@pytest.mark.parametrize(
    "quad",
    [
        Quad(BlankNode("x"), B, C, GRAPHS[0]),
        Quad(A, B, BlankNode("x"), GRAPHS[0]),
        Quad(A, B, Literal("x", language="en", direction=BaseDirection.LTR), GRAPHS[0]),
        Quad(A, B, Triple(A, B, C), GRAPHS[0]),
        Quad(NamedNode("gcm:x"), B, C, GRAPHS[0]),
        Quad(A, NamedNode("gcm:x"), C, GRAPHS[0]),
        Quad(A, B, NamedNode("gcm:x"), GRAPHS[0]),
        Quad(A, B, Literal("x", datatype=NamedNode("gcm:x")), GRAPHS[0]),
    ],
    ids=str,
)
def test_what_no_file_of_ours_can_say_is_refused(tmp_path: Path, quad: Quad) -> None:
    with pytest.raises(TypeError, match="published graphs hold"):
        draft(tmp_path, [[quad]])


@pytest.mark.parametrize("written", ["x", Literal("x", language="en", direction=BaseDirection.LTR)])
def test_turtle_alone_refuses_what_rdf_1_1_has_not(written: Any) -> None:
    node = BlankNode(written) if isinstance(written, str) else written
    with pytest.raises(TypeError, match="published graphs hold"):
        turtle.Layout().add(Triple(A, B, node))


def test_a_file_is_put_in_place_as_a_whole(tmp_path: Path) -> None:
    new, place = tmp_path / "new", tmp_path / "folder" / "name"
    for text in ("one", "two"):
        new.write_text(text)
        put_in_place(new, place)
        assert place.read_text() == text
        assert list(place.parent.iterdir()) == [place]


def test_a_planted_link_is_not_followed_and_a_mode_stays(tmp_path: Path) -> None:
    new, place, other = tmp_path / "new", tmp_path / "name", tmp_path / "other"
    new.write_text("new")
    other.write_text("other")
    place.symlink_to(other)
    (tmp_path / ".name.new").symlink_to(other)
    put_in_place(new, place)
    assert other.read_text() == "other" and place.read_text() == "new" and not place.is_symlink()
    place.chmod(0o600)
    put_in_place(new, place)
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("exchanging", [True, False])
def test_all_files_are_put_in_place_and_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanging: bool
) -> None:
    if not exchanging:
        monkeypatch.setattr("gcm_kg.publishing.placing._exchanged", lambda *_: False)
    draft, place = tmp_path / "draft", tmp_path / "data" / "graph"
    draft.mkdir()
    for number in (1, 2):
        for name in FILES:
            (draft / name).write_text(f"{name} {number}")
        put_all_in_place(draft, FILES, place)
        assert {(place / name).read_text() for name in FILES} == {f"{n} {number}" for n in FILES}
        assert [path.name for path in place.parent.iterdir()] == ["graph"]
        (place / "README.md").write_text("read")
        (place / "folder").mkdir(exist_ok=True)
        (place / "folder" / "file").write_text("kept")
    assert (place / "README.md").read_text() == "read" and (place / "folder" / "file").is_file()


def test_a_file_is_stale_when_it_is_missing_or_differs_in_a_byte(tmp_path: Path) -> None:
    folder, made = tmp_path / "folder", tmp_path / "draft"
    for place in (folder, made):
        place.mkdir()
        for name in FILES:
            (place / name).write_text(name)
    assert publish.stale(folder, made) == []
    (folder / TURTLE).write_text(TURTLE[::-1])
    (folder / JSON_LD).write_text(JSON_LD + "\n")
    (folder / DIGEST).unlink()
    assert publish.stale(folder, made) == [TURTLE, JSON_LD, DIGEST]
