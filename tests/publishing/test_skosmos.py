"""The graph as docs/data-engineers.md loads it for Skosmos has what Skosmos asks for."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

import gcm_kg
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, VOCABULARY_GRAPH
from gcm_kg.store.graph import text_of

PREFIXES = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
ONTOLOGY = "https://w3id.org/gcm-kg/ontology"
CONFIGURED = this_project().root / "docs" / "skosmos.ttl"
SKOSMOS, VOID = "http://purl.org/net/skosmos#", "http://rdfs.org/ns/void#"


@pytest.fixture(scope="module")
def shown() -> Store:
    """The three named graphs as one."""
    whole = gcm_kg.open().store
    store = Store()
    for name in (ONTOLOGY, VOCABULARY_GRAPH, CLOSURE_GRAPH):
        quads = whole.quads_for_pattern(None, None, None, NamedNode(name))
        store.extend(Quad(*quad.triple) for quad in quads)
    return store


def rows(store: Store, pattern: str, what: str = "*") -> list[tuple[str, ...]]:
    answer = store.query(f"{PREFIXES} SELECT DISTINCT {what} {{ {pattern} }}")
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [tuple(text_of(row[name]) if row[name] else "" for name in names) for row in answer]


def configured(name: str) -> set[str]:
    triples = parse(path=str(CONFIGURED), format=RdfFormat.TURTLE, base_iri="urn:x:")
    return {text_of(t.object) for t in triples if t.predicate.value == name}


@pytest.mark.parametrize(
    ("what", "fault"),
    [
        (
            "a scheme has a title in English",
            "?x a skos:ConceptScheme FILTER NOT EXISTS { ?x skos:prefLabel ?l "
            'FILTER(LANG(?l) = "en") }',
        ),
        (
            "a scheme has top concepts",
            "?x a skos:ConceptScheme "
            "FILTER NOT EXISTS { ?x skos:hasTopConcept/skos:topConceptOf ?x }",
        ),
        (
            "a concept is one by its class, and in a scheme",
            "?x skos:inScheme|skos:broader ?any FILTER NOT EXISTS "
            "{ ?x a skos:Concept ; skos:inScheme/a skos:ConceptScheme }",
        ),
        (
            "a concept has a preferred label in English",
            '?x a skos:Concept FILTER NOT EXISTS { ?x skos:prefLabel ?l FILTER(LANG(?l) = "en") }',
        ),
        (
            "whoever goes down from the top comes to each concept",
            "?x skos:inScheme ?s FILTER NOT EXISTS { ?s skos:hasTopConcept/skos:narrower* ?x }",
        ),
        (
            "broader and narrower are each the other way round of the other",
            "{ ?x skos:broader ?y FILTER NOT EXISTS { ?y skos:narrower ?x } } UNION "
            "{ ?x skos:narrower ?y FILTER NOT EXISTS { ?y skos:broader ?x } }",
        ),
        (
            "what is related is so both ways, and a concept",
            "?x skos:related ?y FILTER NOT EXISTS { ?y skos:related ?x ; a skos:Concept }",
        ),
        ("nothing is broader than itself", "?x skos:broader+ ?x"),
        (
            "no top concept has a broader one in its scheme",
            "?x skos:topConceptOf ?s ; skos:broader/skos:inScheme ?s",
        ),
        (
            "a concept has one preferred label in each language",
            "?x skos:prefLabel ?a, ?b FILTER(LANG(?a) = LANG(?b) && STR(?a) < STR(?b))",
        ),
        ("a label is of one kind", "?x skos:prefLabel|skos:altLabel ?l ; skos:hiddenLabel ?l"),
        (
            "no label is without a language",
            "?x a skos:Concept ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?l "
            'FILTER(LANG(?l) = "")',
        ),
        (
            "no two concepts of a scheme have the same preferred label",
            "?x skos:inScheme ?s ; skos:prefLabel ?l . ?y skos:inScheme ?s ; skos:prefLabel ?m "
            "FILTER(STR(?x) < STR(?y) && LCASE(STR(?l)) = LCASE(STR(?m)) && LANG(?l) = LANG(?m))",
        ),
        (
            "a class of concepts is called something in English",
            "?c a ?x . ?x rdfs:subClassOf+ skos:Concept "
            'FILTER NOT EXISTS { ?x rdfs:label ?l FILTER(LANG(?l) = "en") }',
        ),
    ],
)
def test_it_has_what_skosmos_asks_for(shown: Store, what: str, fault: str) -> None:
    assert not rows(shown, fault, "?x"), what


def test_its_configuration_covers_the_concepts_and_their_languages(shown: Store) -> None:
    (space,) = configured(VOID + "uriSpace")
    concepts = rows(shown, "?x a skos:Concept")
    assert len(concepts) > 400 and all(iri.startswith(space) for (iri,) in concepts)
    labels = "?x a skos:Concept ; skos:prefLabel ?label BIND(LANG(?label) AS ?language)"
    spoken = Counter(language for (language,) in rows(shown, labels, "?language"))
    assert set(spoken) == configured(SKOSMOS + "language")
    assert configured(SKOSMOS + "defaultLanguage") <= set(spoken)


def test_the_documentation_loads_the_graph_that_the_configuration_names() -> None:
    (graph,) = configured(SKOSMOS + "sparqlGraph")
    told = (this_project().root / "docs" / "data-engineers.md").read_text(encoding="utf-8")
    assert f"graph={graph}" in told
