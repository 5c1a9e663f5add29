"""The table of recommendations that is taken home, in the formats of spreadsheets and programs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pyoxigraph import NamedNode

from gcm_kg.querying.results import graph_text, markdown
from gcm_kg.querying.spreadsheets import MEDIA_TYPE, harmless, workbook
from gcm_kg.serving.served import Served
from gcm_kg.views.facets import FACETS, Item

EXPORTS = {
    "text/csv": "csv",
    MEDIA_TYPE: "xlsx",
    "application/json": "json",
    "application/ld+json": "jsonld",
    "text/turtle": "ttl",
    "text/markdown": "md",
}
"""Media types of tables, with the endings of their files."""
GRAPHS = {"application/ld+json": "jsonld", "text/turtle": "turtle"}


def exported(items: Sequence[Item], kind: str, served: Served) -> bytes:
    """A table of recommendations, of a media type of ``EXPORTS``."""
    if kind in GRAPHS:
        triples = (
            t for item in items for t in served.graph.triples(NamedNode(item.iri), None, None)
        )
        return graph_text(triples, GRAPHS[kind], lambda: served.context).encode()
    names, rows = table(items, served)
    if kind == "text/csv":
        return _csv(names, rows)
    if kind == MEDIA_TYPE:
        return workbook(names, rows, "Recommendations")
    if kind == "text/markdown":
        return markdown(names, rows).encode()
    import json

    listed = [_object(item, served) for item in items]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def table(items: Sequence[Item], served: Served) -> tuple[list[str], list[list[str]]]:
    """The heads and the rows of a table: the words, all facets, and the identifier."""
    facets = [facet for facet in FACETS if served.facets.sets[facet.key]]
    names = ["Place", "Recommendation", *(facet.label for facet in facets), "Identifier"]
    rows = [
        [
            item.identifier, item.text,
            *("; ".join(served.facets.values(item, facet.key)) for facet in facets), item.iri,
        ]
        for item in items
    ]  # fmt: skip
    return names, rows


def _object(item: Item, served: Served) -> dict[str, Any]:
    values = {
        facet.key: [
            {"id": iri, "label": served.facets.labels.get(iri, "")}
            for iri in served.facets.iris(item, facet.key)
        ]
        for facet in FACETS
    }
    known = {key: listed for key, listed in values.items() if listed}
    return {"id": item.iri, "identifier": item.identifier, "text": item.text, **known}


def _csv(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """CSV (RFC 4180) with a byte order mark, without which spreadsheets take it for another
    encoding."""
    import csv

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()
