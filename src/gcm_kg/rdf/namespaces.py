"""Namespaces, and the one place where IRIs are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcm_kg.model.document import Part

BASE = "https://w3id.org/gcm-kg/id/"
GCM = "https://w3id.org/gcm-kg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"

SH = "http://www.w3.org/ns/shacl#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SEMAPV = "https://w3id.org/semapv/vocab/"
SSSOM = "https://w3id.org/sssom/"

PREFIXES = {
    "cito": "http://purl.org/spar/cito/",
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gcm": GCM,
    "oa": OA,
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sssom": SSSOM,
    "vann": "http://purl.org/vocab/vann/",
    "void": VOID,
    "xsd": XSD,
}
"""The prefixes of published files, of questions and of CURIEs in parameters."""

ONTOLOGY_GRAPH = GCM.removesuffix("#")
VOCABULARY_GRAPH = BASE + "graph/vocabulary"
ANNOTATION_GRAPH = BASE + "graph/annotations"
DESCRIPTION_GRAPH = BASE + "graph/description"
QUESTION_GRAPH = BASE + "graph/questions"
LINK_GRAPHS = BASE + "graph/links/"
"""Where the names of the graphs of links begin, one for each target."""
DATASET = BASE + "dataset"


OTHER_GRAPHS = BASE + "graph/other/"
"""Where the names of the graphs begin that are merged beside ours."""


def document_graph(document: str) -> str:
    """The named graph of what was read from a document, given its path below BASE."""
    return f"{BASE}graph/{document}"


def document_iri(document: str) -> str:
    """The IRI of a document, given its path below BASE."""
    return BASE + document


def source_iri(document: str) -> str:
    """The IRI of the text file in which positions are counted."""
    return f"{BASE}{document}.txt"


def part_iri(document: str, part: Part) -> str:
    """The IRI of a part: the document, "!" and the component, "~" and the identifier in it.

    After the Akoma Ntoso Naming Convention 1.0 (sections 4.6 and 5), as Akoma Ntoso for the
    United Nations System applies it.
    """
    if not part.component:
        return document_iri(document)
    local = f"~{part.eid}" if part.eid else ""
    return f"{BASE}{document}/!{part.component}{local}"


def span_iri(document: str, start: int, end: int) -> str:
    """The IRI of a stretch of the source text, by RFC 5147 (section 2.2.1, character ranges)."""
    return f"{source_iri(document)}#char={start},{end}"


def statement_iri(document: str, part: Part, relation: str, entity: str, function: str) -> str:
    """The IRI of a statement: its part, the edge, the local names of object and function."""
    tail = entity.removeprefix(BASE).replace("/", "_")
    suffix = f"_{function.rsplit('/', 1)[-1]}" if function else ""
    return f"{part_iri(document, part)}/{relation}/{tail}{suffix}"


def row_iri(document: str, table: str, row: str) -> str:
    """The IRI of a row of a table of annotations."""
    return f"{BASE}{document}/annotation/{table}/{row}"


def short(iri: str) -> str:
    """An IRI as people write it: with a prefix, or as its path below the base."""
    if iri.startswith(BASE):
        return iri[len(BASE) :]
    for name, namespace in PREFIXES.items():
        if iri.startswith(namespace) and name != "schema":
            return f"{name}:{iri[len(namespace) :]}"
    return iri
