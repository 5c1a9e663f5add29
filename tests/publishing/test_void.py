"""The description of the dataset: every number and digest in it is true."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import drafted
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)
from rdf.terms import QUADS

from gcm_kg.project import DESCRIPTION, JSON_LD, TRIG, TURTLE
from gcm_kg.publishing.counting import DatasetCounts, PartCounts, counted_apart
from gcm_kg.publishing.void import described
from gcm_kg.rdf.described import n_quads, parted
from gcm_kg.rdf.namespaces import (
    BASE,
    DATASET,
    DCAT,
    DCTERMS,
    GCM,
    ONTOLOGY_GRAPH,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    VOID,
    XSD,
    compress,
)

SPDX = "http://spdx.org/rdf/terms#"
A, B, C = (NamedNode(BASE + name) for name in "abc")
ONE, TWO = (NamedNode(BASE + f"graph/{name}") for name in ("one", "two"))


@cache
def description() -> Store:
    """The drafted description, alone."""
    store = Store()
    store.extend(parse(path=str(drafted.path(DESCRIPTION)), format=RdfFormat.TURTLE))
    return store


def values(subject: str, predicate: str) -> list[str]:
    """What the description says of something, as text."""
    found = description().quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return sorted(str(getattr(quad.object, "value", "")) for quad in found)


def number(subject: str, predicate: str) -> int:
    (value,) = values(subject, predicate)
    return int(value)


def partitions(kind: str, counted: str) -> dict[str, int]:
    """The numbers by class or property."""
    nodes = values(DATASET, f"{VOID}{kind}Partition")
    return {values(node, VOID + kind)[0]: number(node, VOID + counted) for node in nodes}


@cache
def graph() -> Store:
    """The drafted TriG file, alone."""
    store = Store()
    store.extend(drafted.quads())
    return store


def counts(sparql: str) -> dict[str, int]:
    """The rows of ?name and ?count that a query gives on the TriG file."""
    answer = graph().query(sparql, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return {row["name"].value: int(row["count"].value) for row in answer}


def test_the_triples_of_each_named_graph_are_counted() -> None:
    subsets = {name: number(name, VOID + "triples") for name in values(DATASET, VOID + "subset")}
    subsets = {name: found for name, found in subsets.items() if "#linkset=" not in name}
    assert subsets == counts(
        "SELECT ?name (COUNT(*) AS ?count) { GRAPH ?name { ?s ?p ?o } } GROUP BY ?name"
    )
    assert len(subsets) > 3


def test_the_members_of_each_class_are_counted() -> None:
    assert partitions("class", "entities") == counts(
        "SELECT ?name (COUNT(DISTINCT ?s) AS ?count) { ?s a ?name } GROUP BY ?name"
    )


def test_the_triples_of_each_property_are_counted() -> None:
    assert partitions("property", "triples") == counts(
        "SELECT ?name (COUNT(*) AS ?count) { ?s ?name ?o } GROUP BY ?name"
    )


def test_the_dataset_as_a_whole_is_counted() -> None:
    sparql = (
        "SELECT ?name (COUNT(%s) AS ?count) { VALUES ?name { <urn:n> } ?s ?p ?o } GROUP BY ?name"
    )
    for term, counted in (("triples", "*"), ("distinctSubjects", "DISTINCT ?s")):
        assert [number(DATASET, VOID + term)] == list(counts(sparql % counted).values())
    assert number(DATASET, VOID + "properties") == len(partitions("property", "triples"))
    assert number(DATASET, VOID + "classes") == len(partitions("class", "entities"))


@pytest.mark.parametrize("name", [TURTLE, TRIG, JSON_LD])
def test_each_file_is_described_with_its_true_size_and_digest(name: str) -> None:
    assert f"{DATASET}#{name}" in values(DATASET, DCAT + "distribution")
    content = drafted.path(name).read_bytes()
    assert number(f"{DATASET}#{name}", DCAT + "byteSize") == len(content)
    (checksum,) = values(f"{DATASET}#{name}", SPDX + "checksum")
    assert values(checksum, SPDX + "checksumValue") == [hashlib.sha256(content).hexdigest()]
    assert values(checksum, SPDX + "algorithm") == [SPDX + "checksumAlgorithm_sha256"]
    (media,) = values(f"{DATASET}#{name}", DCAT + "mediaType")
    assert media.startswith("https://www.iana.org/assignments/media-types/")


def test_sizes_and_digests_have_the_datatypes_of_dcat_and_spdx() -> None:
    """Read from the file: a store makes an xsd:integer of all whole numbers."""
    found = {
        quad.object.datatype.value
        for quad in parse(path=str(drafted.path(DESCRIPTION)), format=RdfFormat.TURTLE)
        if quad.predicate.value in (DCAT + "byteSize", SPDX + "checksumValue")
        and isinstance(quad.object, Literal)
    }
    assert found == {XSD + "nonNegativeInteger", XSD + "hexBinary"}


def test_the_dataset_is_named_by_its_canonical_digest_and_its_sources() -> None:
    digest = drafted.drafted().told.digest
    assert values(DATASET, DCTERMS + "identifier") == [f"urn:rdfc-1.0:sha256:{digest}"]
    sources = graph().quads_for_pattern(
        None, NamedNode(RDF + "type"), NamedNode(GCM + "SourceText"), None
    )
    assert values(DATASET, PROV + "wasDerivedFrom") == sorted(
        str(getattr(quad.subject, "value", "")) for quad in sources
    )


def test_the_version_is_that_of_the_ontology() -> None:
    (quad,) = graph().quads_for_pattern(
        NamedNode(ONTOLOGY_GRAPH), NamedNode(OWL + "versionInfo"), None
    )
    assert values(DATASET, DCAT + "version") == [getattr(quad.object, "value", "")]


def test_the_vocabularies_are_those_that_are_used() -> None:
    used = [*partitions("class", "entities"), *partitions("property", "triples")]
    assert values(DATASET, VOID + "vocabulary") == sorted(
        {PREFIXES[compress(iri).partition(":")[0]] for iri in used}
    )


def counted(quads: Iterable[Quad], own: str = "") -> DatasetCounts:
    """What is counted of some quads; of things whose IRIs begin with ``own``, apart."""
    text = serialize(set(quads), format=RdfFormat.N_QUADS) or b""
    statistics = DatasetCounts()
    counts, rest = counted_apart(parted(text.decode()), own, ())
    statistics.add(PartCounts.unpacked(counts.packed()))
    statistics.count(b"".join(n_quads(rest)).splitlines(keepends=True))
    return statistics


@settings(deadline=None)
@given(st.lists(QUADS, max_size=12), st.sampled_from(["", "<", f"<{BASE}"]))
def test_whatever_there_is_is_counted_once_for_the_whole_and_once_a_graph(
    quads: list[Quad], own: str
) -> None:
    statistics = counted(quads, own)
    triples = {quad.triple for quad in quads}
    assert statistics.graphs == Counter(
        getattr(quad.graph_name, "value", "") for quad in set(quads)
    )
    assert statistics.triples == len(triples)
    assert statistics.subjects == len({triple.subject for triple in triples})
    assert statistics.properties == Counter(triple.predicate.value for triple in triples)
    assert statistics.classes == Counter(
        triple.object.value
        for triple in triples
        if triple.predicate.value == RDF + "type" and isinstance(triple.object, NamedNode)
    )


def test_what_two_graphs_say_of_a_thing_is_counted_once() -> None:
    kind = NamedNode(RDF + "type")
    quads = [Quad(A, kind, B, ONE), Quad(A, kind, B, TWO), Quad(A, kind, C, TWO), Quad(B, kind, C)]
    statistics = counted(quads, "<")
    assert statistics.graphs == {ONE.value: 1, TWO.value: 2, "": 1}
    assert (statistics.triples, statistics.subjects) == (3, 2)
    assert statistics.classes == {B.value: 1, C.value: 2}
    subset = NamedNode(VOID + "subset")
    found = {t.object for t in described(statistics, "0", {}) if t.predicate == subset}
    assert found == {ONE, TWO}


def test_a_class_of_others_is_described_even_where_its_iri_has_a_fragment() -> None:
    kind, other = (NamedNode(f"http://data.europa.eu/eli/ontology{end}") for end in ("#A", "%23A"))
    quads = [Quad(A, NamedNode(RDF + "type"), node, ONE) for node in (kind, other)]
    triples = set(described(counted(quads), "0", {}))
    nodes = {t.object: t.subject for t in triples if t.predicate.value == VOID + "class"}
    assert nodes.keys() == {kind, other} and len(set(nodes.values())) == 2
    entities = NamedNode(VOID + "entities")
    one = Literal("1", datatype=NamedNode(XSD + "integer"))
    assert {Triple(node, entities, one) for node in nodes.values()} <= triples


def test_the_description_is_one_of_its_statistics_whatever_their_order() -> None:
    quads = [Quad(A, B, C, TWO), Quad(B, C, B, ONE)]
    triples = list(described(counted(quads), "0", {}))
    assert triples == list(described(counted(quads[::-1]), "0", {}))
    subsets = [t.subject for t in triples if t.object == NamedNode(VOID + "Dataset")]
    assert subsets == [ONE, TWO], "the dataset is said to be one in ontology/dataset.ttl"


def test_the_triples_of_a_class_are_counted_by_property() -> None:
    parts = {
        values(node, VOID + "class")[0]: node for node in values(DATASET, VOID + "classPartition")
    }
    for kind in (GCM + "Recommendation", GCM + "Citation", GCM + "Theme"):
        told = {
            values(node, VOID + "property")[0]: number(node, VOID + "triples")
            for node in values(parts[kind], VOID + "propertyPartition")
        }
        things = {
            q.subject
            for q in graph().quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(kind), None)
        }
        said = {Triple(q.subject, q.predicate, q.object) for q in graph() if q.subject in things}
        assert told == Counter(triple.predicate.value for triple in said)
