"""Says for each row of an answer where its words stand, so that they can be proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyoxigraph import NamedNode

from gcm_kg.rdf.namespaces import GCM, OA, SCHEMA
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of

PARTS = ("recommendation", "part", "section", "passage", "assertion")
"""Columns of what words stand in, the nearest first."""


def placed(row: Mapping[str, Any], served: Served) -> dict[str, Any]:
    """A row with the source of its words and a link to what they stand in."""
    told = {name: value for name, value in row.items() if value is not None}
    part = next((told[name] for name in PARTS if name in told), "")
    if part:
        told["link"] = part
        source = source_of(str(part), served)
        if source:
            told["source"] = source
    return told


def source_of(part: str, served: Served) -> str:
    """The IRI of the source text of a part; nothing where it has none."""
    try:
        node = NamedNode(part)
    except ValueError:
        return ""
    for triple in served.graph.triples(node, NamedNode(GCM + "evidence"), None):
        if isinstance(triple.object, NamedNode):
            spans = served.graph.triples(triple.object, NamedNode(OA + "hasSource"), None)
            return next((text_of(span.object) for span in spans), "")
    return ""


def sources(rows: Sequence[Mapping[str, Any]], served: Served) -> dict[str, str]:
    """The SHA-256 digests of the source texts that rows name, by their IRIs."""
    found = {}
    for iri in sorted({str(row["source"]) for row in rows if "source" in row}):
        digests = served.graph.triples(NamedNode(iri), NamedNode(SCHEMA + "sha256"), None)
        found[iri] = next((text_of(triple.object) for triple in digests), "")
    return found
