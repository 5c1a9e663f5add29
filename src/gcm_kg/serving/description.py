"""Describes the service to programs: SPARQL 1.1 Service Description, with VoID and prefixes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gcm_kg.rdf.declarations import declared_prefixes
from gcm_kg.rdf.namespaces import DATASET, DESCRIPTION_GRAPH, RDF, VOID
from gcm_kg.serving.served import Served

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "N-Quads", "TriG", "JSON-LD", "RDF_XML",
)  # fmt: skip
TYPE = NamedNode(RDF + "type")


def described(origin: str, served: Served) -> Iterator[Triple]:
    """What the service at an address is and can (Service Description, section 3)."""
    service, dataset = NamedNode(f"{origin}/sparql"), NamedNode(DATASET)
    whole, default = NamedNode(f"{origin}/sparql#dataset"), NamedNode(f"{origin}/sparql#union")

    def says(subject: NamedNode, name: str, value: NamedNode | Literal) -> Triple:
        return Triple(subject, NamedNode(SD + name), value)

    yield Triple(service, TYPE, NamedNode(SD + "Service"))
    yield says(service, "endpoint", service)
    yield says(service, "supportedLanguage", NamedNode(SD + "SPARQL11Query"))
    yield says(service, "feature", NamedNode(SD + "UnionDefaultGraph"))
    if served.hosts:
        yield says(service, "feature", NamedNode(SD + "BasicFederatedQuery"))
    for name in RESULTS:
        yield says(service, "resultFormat", NamedNode(FORMATS + name))
    yield says(service, "defaultDataset", whole)
    yield says(service, "availableGraphs", whole)
    yield Triple(whole, TYPE, NamedNode(SD + "Dataset"))
    yield Triple(whole, TYPE, NamedNode(SD + "GraphCollection"))
    yield says(whole, "defaultGraph", default)
    yield Triple(default, TYPE, NamedNode(SD + "Graph"))
    yield from _void(default, dataset, served)
    for iri in served.graph.named_graphs():
        place = NamedNode(f"{origin}/sparql#graph={iri}")
        yield says(whole, "namedGraph", place)
        yield Triple(place, TYPE, NamedNode(SD + "NamedGraph"))
        yield says(place, "name", NamedNode(iri))
    yield Triple(dataset, NamedNode(VOID + "sparqlEndpoint"), service)
    yield from declared_prefixes(service)


def _void(default: NamedNode, dataset: NamedNode, served: Served) -> Iterator[Triple]:
    """How many triples there are altogether, where the graph says so of itself."""
    yield Triple(default, TYPE, NamedNode(VOID + "Dataset"))
    for triple in served.graph.triples(dataset, NamedNode(VOID + "triples"), None):
        yield Triple(default, triple.predicate, triple.object)


def void(origin: str, served: Served) -> Iterator[Triple]:
    """The description of the dataset, with where it can be asked (VoID, section 6.2)."""
    from gcm_kg.store.graph import Graph

    graph: Graph = served.graph
    yield from (quad.triple for quad in graph.quads(DESCRIPTION_GRAPH))
    service = NamedNode(f"{origin}/sparql")
    yield Triple(NamedNode(DATASET), NamedNode(VOID + "sparqlEndpoint"), service)
    yield from declared_prefixes(NamedNode(DATASET))
