"""JSON-LD: any processor reads out of it what was written, and would write the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import drafted
from pyld import jsonld as pyld
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdf.terms import TRIPLES

from gcm_kg.project import JSON_LD, TURTLE
from gcm_kg.publishing.context import REVERSED
from gcm_kg.rdf.interop import to_rdflib
from gcm_kg.rdf.jsonld import document
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, OWL, RDF, RDFS, SKOS, XSD

A, B = NamedNode(BASE + "a"), NamedNode(BASE + "b")
DATE, INTEGER, BOOLEAN, DOUBLE = (
    NamedNode(XSD + name) for name in ("date", "integer", "boolean", "double")
)


def by_oxigraph(text: str) -> set[Triple]:
    return {quad.triple for quad in parse(text.encode(), format=RdfFormat.JSON_LD)}


def by_pyld(text: str) -> set[Triple]:
    """What PyLD reads; it must have nothing to fetch."""
    lines = pyld.to_rdf(json.loads(text), {"format": "application/n-quads", "documentLoader": None})
    return {quad.triple for quad in parse(str(lines).encode(), format=RdfFormat.N_QUADS)}


def written(*triples: Triple) -> dict[str, Any]:
    """The one node that is written of some triples."""
    (node,) = json.loads(document(triples, drafted.context()))["@graph"]
    return dict(node)


def value(predicate: str, term: Literal | NamedNode) -> dict[str, Any]:
    """What is written of a triple, beside its subject."""
    node = written(Triple(A, NamedNode(predicate), term))
    assert node.pop("id") == "a"
    return node


def test_the_published_files_are_one_graph_to_oxigraph() -> None:
    turtle = {
        quad.triple for quad in parse(path=str(drafted.path(TURTLE)), format=RdfFormat.TURTLE)
    }
    assert by_oxigraph(drafted.text(JSON_LD)) == turtle == drafted.triples()


@pytest.mark.slow
def test_the_published_json_ld_is_the_same_graph_to_pyld() -> None:
    """Every fifth node of it, because PyLD is slow."""
    whole = json.loads(drafted.text(JSON_LD))
    text = json.dumps({**whole, "@graph": whole["@graph"][::5]})
    found = by_pyld(text)
    assert len(found) > 5000
    assert found == by_oxigraph(text) <= drafted.triples()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_the_published_json_ld_is_the_same_graph_to_rdflib() -> None:
    """Every fifth node of it, because rdflib is slow."""
    whole = json.loads(drafted.text(JSON_LD))
    text = json.dumps({**whole, "@graph": whole["@graph"][::5]})
    graph = rdflib.Graph()
    graph.parse(data=text, format="json-ld")
    assert len(graph) > 5000
    assert set(graph) == set(to_rdflib(by_oxigraph(text)))


@settings(deadline=None)
@given(st.lists(TRIPLES, max_size=8))
def test_whatever_is_written_is_read_back_the_same(triples: list[Triple]) -> None:
    assert by_oxigraph(document(triples, drafted.context())) == set(triples)


@settings(deadline=None, max_examples=40)
@given(st.lists(TRIPLES, min_size=4, max_size=12))
def test_whatever_is_written_is_read_back_the_same_by_pyld(triples: list[Triple]) -> None:
    """PyLD rewrites every xsd:double, even one that is a text in JSON; so there are none here."""
    kept = [t for t in triples if getattr(t.object, "datatype", None) != DOUBLE]
    assert by_pyld(document(kept, drafted.context())) == set(kept)


def test_a_node_is_what_pyld_would_compact_it_to() -> None:
    """But for IRIs outside the base, which PyLD writes with "..", and the order of lists."""
    context = drafted.context()
    every = json.loads(drafted.text(JSON_LD))["@graph"]
    nodes = [node for node in every if ":" not in node["id"]][::30]
    expanded = pyld.expand({"@context": context, "@graph": nodes}, {"documentLoader": None})
    compacted = pyld.compact(expanded, context, {"graph": True, "documentLoader": None})
    assert len(nodes) > 200
    assert by_id(compacted["@graph"]) == by_id(nodes)


def by_id(nodes: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Nodes by their identifiers, their lists sorted."""

    def ordered(each: Any) -> Any:
        key = partial(json.dumps, sort_keys=True)
        return sorted(each, key=key) if isinstance(each, list) else each

    return {node["id"]: {key: ordered(each) for key, each in node.items()} for node in nodes}


def test_a_key_holds_a_list_always_or_never() -> None:
    """As the context says, so that programs need not look."""
    context = drafted.context()
    for node in json.loads(drafted.text(JSON_LD))["@graph"]:
        for key in node.keys() - {"id", "type"}:
            term = context.get(key, {"@container": "@set"})
            listed = isinstance(term, dict) and "@container" in term
            assert isinstance(node[key], list) == listed, f"{key} of {node['id']}"


def test_a_value_stands_alone_under_a_name_that_says_the_rest() -> None:
    assert value(GCM + "cites", B) == {"cites": ["b"]}
    assert value(GCM + "adoptedOn", Literal("2000-11-15", datatype=DATE)) == {
        "adoptedOn": "2000-11-15"
    }
    assert value(SKOS + "prefLabel", Literal("name", language="en")) == {"prefLabel": "name"}
    assert value(GCM + "ordinal", Literal("7", datatype=INTEGER)) == {"ordinal": 7}
    assert value(GCM + "reviewed", Literal("true", datatype=BOOLEAN)) == {"reviewed": True}
    assert value(RDF + "type", NamedNode(GCM + "Treaty")) == {"type": "Treaty"}


def test_a_value_of_another_kind_is_written_in_full() -> None:
    assert value(GCM + "cites", Literal("b")) == {"gcm:cites": [{"@value": "b"}]}
    assert value(GCM + "adoptedOn", Literal("2000")) == {"gcm:adoptedOn": [{"@value": "2000"}]}
    assert value(SKOS + "prefLabel", Literal("nom", language="fr")) == {
        "skos:prefLabel": [{"@value": "nom", "@language": "fr"}]
    }
    assert value(GCM + "ordinal", B) == {"gcm:ordinal": [{"id": "b"}]}
    for text in ("007", "+7", "-0", "", "²", "--7", "9" * 16):
        assert value(GCM + "ordinal", Literal(text, datatype=INTEGER)) == {
            "ordinal": {"@value": text, "@type": XSD + "integer"}
        }
    for text in ("1", "TRUE", ""):
        assert value(GCM + "reviewed", Literal(text, datatype=BOOLEAN)) == {
            "reviewed": {"@value": text, "@type": XSD + "boolean"}
        }


def test_labels_in_other_languages_stand_beside_the_english_one_and_are_read_back() -> None:
    label = NamedNode(SKOS + "prefLabel")
    words = (Literal("sea", language="en"), Literal("mer", language="fr"), Literal("Meer"))
    triples = {Triple(A, label, word) for word in words}
    text = document(triples, drafted.context())
    (node,) = json.loads(text)["@graph"]
    assert node["prefLabel"] == "sea"
    assert {"@language": "fr", "@value": "mer"} in node["skos:prefLabel"]
    assert by_oxigraph(text) == by_pyld(text) == triples


def test_what_has_no_term_keeps_its_prefix_or_its_iri() -> None:
    clashing = "http://xmlns.com/foaf/0.1/Agent"
    assert value(RDF + "type", NamedNode(clashing)) == {"type": "foaf:Agent"}
    assert value(RDFS + "subClassOf", B) == {"rdfs:subClassOf": [{"id": "b"}]}
    assert value(OWL + "versionInfo", Literal("1")) == {"owl:versionInfo": [{"@value": "1"}]}
    assert value("urn:x", Literal("2", datatype=INTEGER)) == {"urn:x": [2]}
    assert value(GCM + "//x", B) == {GCM + "//x": [{"id": "b"}]}


@pytest.mark.parametrize(
    "end", ["", "a:b", "//x", "/x", "?q", "#f", "../a", "a/../b", "@type", "id", "type"]
)
def test_an_iri_is_relative_only_where_that_is_read_back(end: str) -> None:
    node = written(Triple(NamedNode(BASE + end), NamedNode(DCTERMS + "license"), A))
    assert node == {"id": BASE + end, "license": ["a"]}


def test_values_are_sorted_and_written_once() -> None:
    cites = NamedNode(GCM + "cites")
    triples = [Triple(A, cites, NamedNode(BASE + name)) for name in ("c", "b", "c")]
    assert written(*triples)["cites"] == ["b", "c"]
    assert written(*triples, Triple(A, NamedNode(RDF + "type"), B)).keys() == {
        *("id", "type", "cites")
    }


def test_the_keys_of_a_node_are_sorted_behind_its_name_and_class() -> None:
    triples = [
        Triple(A, NamedNode(iri), B)
        for iri in (GCM + "partOf", RDF + "type", "urn:x", DCTERMS + "license", GCM + "cites")
    ]
    assert list(written(*triples)) == ["id", "type", "cites", "license", "partOf", "urn:x"]


def test_nodes_stand_in_the_order_in_which_they_come() -> None:
    triples = [Triple(node, NamedNode(GCM + "cites"), A) for node in (B, A, B)]
    text = document(triples, drafted.context())
    assert [node["id"] for node in json.loads(text)["@graph"]] == ["b", "a"]
    assert not any(name in text.partition('"@graph"')[2] for name in REVERSED)


@pytest.mark.parametrize(
    "triple",
    [
        Triple(BlankNode("x"), A, B),
        Triple(A, B, BlankNode("x")),
        Triple(A, B, Triple(A, A, A)),
        Triple(A, B, NamedNode("owl:x")),
        Triple(NamedNode("owl:x"), A, B),
        Triple(A, NamedNode("owl:x"), B),
        Triple(A, NamedNode(RDF + "type"), NamedNode("owl:x")),
    ],
    ids=str,
)
def test_what_the_context_would_read_otherwise_is_refused(triple: Triple) -> None:
    with pytest.raises(TypeError, match="published graphs hold"):
        document([triple], drafted.context())
