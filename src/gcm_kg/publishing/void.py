"""Describes the published graph as a dataset: VoID for its content, DCAT for its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from gcm_kg.mappings.curated import Linkset
from gcm_kg.publishing.counting import DatasetCounts
from gcm_kg.rdf.namespaces import (
    CLOSURE_GRAPH,
    DATASET,
    DCAT,
    DCTERMS,
    PREFIXES,
    PROV,
    RDF,
    VOID,
    XSD,
    compress,
)

SPDX = "http://spdx.org/rdf/terms#"
FRAGMENT = ":/?@!$&'()*+,;="
"""Characters that stand for themselves in the fragment of an IRI (RFC 3986, section 3.5)."""
CLOSED = (
    "Types by superclasses, statements by superproperties and by inverses: the rules cax-sco,"
    " prp-spo1, prp-inv1 and prp-inv2 of OWL 2 RL, and no others; what SKOS has hold both ways; and"
    " the top concepts of each scheme. Nothing in it is stated in the dataset."
)
"""What is in the graph of the closure."""


def described(
    counts: DatasetCounts,
    digest: str,
    sizes: dict[str, tuple[int, str]],
    linksets: Iterable[Linkset] = (),
    said: Iterable[Quad] = (),
    derived: int = 0,
) -> Iterator[Triple]:
    """The description of the dataset, of its graphs, classes, properties and links, and its files.

    ``digest`` is canonical; ``sizes`` are the bytes and SHA-256 of each file by name; ``said`` is
    what ``ontology/dataset.ttl`` says; ``derived`` counts the triples of the closure.
    """
    dataset = _Node(DATASET)
    static = [quad.triple for quad in said]
    yield from static
    yield dataset.text(DCTERMS + "identifier", f"urn:rdfc-1.0:sha256:{digest}")
    yield dataset.text(DCAT + "version", counts.version)
    yield dataset.number(VOID + "triples", counts.triples)
    yield dataset.number(VOID + "distinctSubjects", counts.subjects)
    yield dataset.number(VOID + "classes", len(counts.classes))
    yield dataset.number(VOID + "properties", len(counts.properties))
    for source in sorted(counts.sources):
        yield dataset.link(PROV + "wasDerivedFrom", source)
    for namespace in _namespaces(counts):
        yield dataset.link(VOID + "vocabulary", namespace)
    yield from _graphs(dataset, counts)
    yield from _partitions(dataset, counts.classes, "class", "entities")
    yield from _partitions(dataset, counts.properties, "property", "triples")
    for kind in sorted(counts.classes):
        of_kind = Counter({name: n for (one, name), n in counts.used.items() if one == kind})
        part = _Node(_partition(dataset.iri, kind, "class"))
        yield from _partitions(part, of_kind, "property", "triples")
    yield from _closure(dataset, derived) if derived else ()
    for linkset in linksets:
        yield from _linkset(dataset, linkset)
    for name, (size, sha256) in sizes.items():
        yield from _distribution(dataset, name, size, sha256)
        licences = (t.object for t in static if t.predicate.value == DCTERMS + "license")
        node = NamedNode(f"{DATASET}#{name}")
        yield from (Triple(node, NamedNode(DCTERMS + "license"), licence) for licence in licences)


class _Node:
    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.node = NamedNode(iri)

    def link(self, predicate: str, iri: str) -> Triple:
        return Triple(self.node, NamedNode(predicate), NamedNode(iri))

    def type(self, iri: str) -> Triple:
        return self.link(RDF + "type", iri)

    def text(self, predicate: str, value: str, language: str | None = None) -> Triple:
        return Triple(self.node, NamedNode(predicate), Literal(value, language=language))

    def typed(self, predicate: str, value: str, datatype: str) -> Triple:
        literal = Literal(value, datatype=NamedNode(XSD + datatype))
        return Triple(self.node, NamedNode(predicate), literal)

    def number(self, predicate: str, value: int) -> Triple:
        return self.typed(predicate, str(value), "integer")


def _namespaces(counts: DatasetCounts) -> list[str]:
    used = [*counts.classes, *counts.properties]
    return sorted(
        namespace
        for namespace in PREFIXES.values()
        if any(iri.startswith(namespace) for iri in used)
    )


def _graphs(dataset: _Node, counts: DatasetCounts) -> Iterator[Triple]:
    """The named graphs, each a subset (VoID, section 3.3)."""
    for graph, number in sorted(counts.graphs.items()):
        if not graph:
            continue
        node = _Node(graph)
        yield dataset.link(VOID + "subset", graph)
        yield node.type(VOID + "Dataset")
        yield node.number(VOID + "triples", number)


def _partitions(dataset: _Node, counts: Counter[str], kind: str, counted: str) -> Iterator[Triple]:
    """How many there are of each class or property (VoID, section 4.5), in all or in a class."""
    for iri, number in sorted(counts.items()):
        node = _Node(_partition(dataset.iri, iri, kind))
        yield dataset.link(f"{VOID}{kind}Partition", node.iri)
        yield node.link(VOID + kind, iri)
        yield node.number(VOID + counted, number)


def _partition(whole: str, iri: str, kind: str) -> str:
    """The IRI of the partition of a class or property, in the dataset or in a partition of it."""
    sign = "&" if "#" in whole else "#"
    return f"{whole}{sign}{kind}={quote(compress(iri), safe=FRAGMENT)}"


def _closure(dataset: _Node, derived: int) -> Iterator[Triple]:
    """The graph of what follows from the dataset, which is no part of it (PROV-O, section 3.1)."""
    node = _Node(CLOSURE_GRAPH)
    yield node.type(VOID + "Dataset")
    yield node.text(DCTERMS + "title", "What follows from classes and properties", "en")
    yield node.text(DCTERMS + "description", CLOSED, "en")
    yield node.link(PROV + "wasDerivedFrom", dataset.iri)
    yield node.number(VOID + "triples", derived)


def _linkset(dataset: _Node, linkset: Linkset) -> Iterator[Triple]:
    """The links of one relation to one other dataset (VoID, section 5)."""
    node, target = _Node(f"{DATASET}#linkset={linkset.identifier}"), _Node(linkset.target)
    yield dataset.link(VOID + "subset", node.iri)
    yield node.type(VOID + "Linkset")
    yield node.link(VOID + "subjectsTarget", dataset.iri)
    yield node.link(VOID + "objectsTarget", target.iri)
    yield node.link(VOID + "linkPredicate", linkset.predicate)
    yield node.number(VOID + "triples", linkset.links)
    yield target.type(VOID + "Dataset")
    yield target.text(DCTERMS + "title", linkset.title, language="en")
    for space in linkset.spaces:
        yield target.text(VOID + "uriSpace", space)


def _distribution(dataset: _Node, name: str, size: int, sha256: str) -> Iterator[Triple]:
    """A file of the dataset (DCAT 3, section 6.8)."""
    node, checksum = _Node(f"{DATASET}#{name}"), _Node(f"{DATASET}#{name}.sha256")
    form = RdfFormat.from_extension(name.rpartition(".")[2])
    assert form, name
    yield dataset.link(DCAT + "distribution", node.iri)
    yield node.type(DCAT + "Distribution")
    yield node.text(DCTERMS + "title", f"{name} ({form.name})", language="en")
    media = f"https://www.iana.org/assignments/media-types/{form.media_type}"
    yield node.link(DCAT + "mediaType", media)
    yield node.typed(DCAT + "byteSize", str(size), "nonNegativeInteger")
    yield node.link(SPDX + "checksum", checksum.iri)
    yield checksum.type(SPDX + "Checksum")
    yield checksum.link(SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
    yield checksum.typed(SPDX + "checksumValue", sha256, "hexBinary")
