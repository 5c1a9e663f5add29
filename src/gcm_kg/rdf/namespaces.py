"""Namespaces, and how IRIs are shortened by them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

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
WRITTEN = {**PREFIXES, "id": BASE}
"""The prefixes that people may use: those of published files, and one for the things of the data.
Files do without it, because ``id`` is JSON-LD's own word there."""
SHOWN = {name: iri for name, iri in PREFIXES.items() if name != "schema"}
"""Prefixes of what people are shown; that of schema.org stands for http as often as for https."""

ONTOLOGY_GRAPH = GCM.removesuffix("#")
VOCABULARY_GRAPH = BASE + "graph/vocabulary"
ANNOTATION_GRAPH = BASE + "graph/annotations"
DESCRIPTION_GRAPH = BASE + "graph/description"
QUESTION_GRAPH = BASE + "graph/questions"
CLOSURE_GRAPH = BASE + "graph/closure"
BESIDE = frozenset({CLOSURE_GRAPH, DESCRIPTION_GRAPH, QUESTION_GRAPH})
"""Graphs that a store holds beside the dataset: what follows from it, and what tells of it."""
LINK_GRAPHS = BASE + "graph/links/"
"""Where the names of the graphs of links begin, one for each target."""
DATASET = BASE + "dataset"
OTHER_GRAPHS = BASE + "graph/other/"
"""Where the names of the graphs begin that are merged beside ours."""


def compress(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """The CURIE of an IRI by the longest namespace that it begins with, or the IRI itself.

    What would be read as an authority ("gcm://x") is not shortened (JSON-LD 1.1, section 4.1.5).
    """
    fitting = [(len(ns), name) for name, ns in prefixes.items() if iri.startswith(ns) and iri != ns]
    length, name = max(fitting, default=(0, ""))
    return f"{name}:{iri[length:]}" if length and not iri.startswith("//", length) else iri


def expand(curie: str, prefixes: Mapping[str, str] = WRITTEN) -> str:
    """The IRI of a CURIE with one of the prefixes; other text as it is.

    Signs may be escaped as in SPARQL (section 19.8): ``id:instrument\\/untoc``.
    """
    prefix, colon, local = curie.partition(":")
    return prefixes[prefix] + local.replace("\\", "") if colon and prefix in prefixes else curie


def short(iri: str) -> str:
    """An IRI as people are shown it: with a prefix, or as its path below the base."""
    return iri[len(BASE) :] if iri.startswith(BASE) else compress(iri, SHOWN)
