"""The table of recommendations that is taken home, in the formats of spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, one_line
from gcm_kg.querying.results import graph_text
from gcm_kg.serving.messages import Refused
from gcm_kg.serving.served import Served
from gcm_kg.views.bibliography import cited
from gcm_kg.views.facet_rows import FACETS, Item
from gcm_kg.views.reference import reference
from gcm_kg.views.table import Column, Table
from gcm_kg.views.writing import WRITERS, csv_bytes

OFFICE = "application/vnd.openxmlformats-officedocument."
TABLES = {
    "text/csv": "csv",
    OFFICE + "spreadsheetml.sheet": "xlsx",
    OFFICE + "wordprocessingml.document": "docx",
    "text/markdown": "md",
}
"""Media types of tables for people's programs, with the endings of their files."""
REFERENCES = {
    "text/plain": "txt",
    "application/x-research-info-systems": "ris",
    "application/x-bibtex": "bib",
    "application/vnd.citationstyles.csl+json": "csl",
}
"""Media types of citations, with the endings of their files; plain text holds footnotes."""
CITED = {"txt": "chicago", "ris": "ris", "bib": "bibtex", "csl": "csl"}
EXPORTS = {
    **TABLES,
    **REFERENCES,
    "application/json": "json",
    "application/ld+json": "jsonld",
    "text/turtle": "ttl",
}
"""Media types of lists of recommendations, with the endings of their files."""
GRAPHS = {"application/ld+json": "jsonld", "text/turtle": "turtle"}


def exported(items: Sequence[Item], kind: str, served: Served) -> bytes:
    """A list of recommendations, of a media type of ``EXPORTS``. Raises Refused."""
    if kind in GRAPHS:
        found = (served.graph.triples(NamedNode(item.iri), None, None) for item in items)
        triples = (triple for of_item in found for triple in of_item)
        return graph_text(triples, GRAPHS[kind], lambda: served.context).encode()
    if kind in TABLES:
        return written(table(items, served), TABLES[kind])
    if kind in REFERENCES:
        found_ones = [reference(served.graph, item.iri) for item in items]
        return cited(found_ones, CITED[REFERENCES[kind]]).encode()
    import json

    listed = [_object(item, served) for item in items]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def written(made: Table, ending: str) -> bytes:
    """A table as a file of an ending; CSV as spreadsheets want it. Raises Refused where a package
    is not installed."""
    writer = partial(csv_bytes, excel=True) if ending == "csv" else WRITERS[f".{ending}"]
    try:
        return writer(made)
    except InputError as error:
        raise Refused(406, str(error)) from None


def table(items: Sequence[Item], served: Served) -> Table:
    """A table of recommendations: the words, all facets, and the identifier."""
    columns = [
        Column("identifier", "Place", tuple(item.identifier for item in items)),
        Column("text", "Recommendation", tuple(one_line(item.text) for item in items)),
    ]
    for facet in FACETS:
        if served.facets.sets[facet.key]:
            cells = ("; ".join(served.facets.values(item, facet.key)) for item in items)
            columns.append(Column(facet.key, facet.label, tuple(map(one_line, cells))))
    columns.append(Column("iri", "Identifier", tuple(item.iri for item in items)))
    return Table("Recommendations", tuple(columns))


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
