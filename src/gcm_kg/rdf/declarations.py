"""Declares the prefixes of queries in a graph, where clients look for them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gcm_kg.rdf.namespaces import BASE, SH, WRITTEN, XSD


def declared_prefixes(about: NamedNode) -> Iterator[Triple]:
    """The prefixes that queries need not declare, as declarations of a thing (SHACL, section
    5.2.1)."""
    for name, iri in sorted(WRITTEN.items()):
        node = NamedNode(f"{BASE}prefix/{name}")
        yield Triple(about, NamedNode(SH + "declare"), node)
        yield Triple(node, NamedNode(SH + "prefix"), Literal(name))
        namespace = Literal(iri, datatype=NamedNode(XSD + "anyURI"))
        yield Triple(node, NamedNode(SH + "namespace"), namespace)
