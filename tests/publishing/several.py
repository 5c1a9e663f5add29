"""A graph of several documents, made once for all tests of a process: the first one, two of our own
that use the same numbering, and a table of reviews."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from extraction.sentences import reader
from importing.small_tables import table
from publishing import drafted
from pyoxigraph import Quad, Store

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.project import this_project
from gcm_kg.publishing.quads import DocumentQuads
from gcm_kg.rdf.described import as_quads
from gcm_kg.reading.documents import SUMMARY, read_as
from gcm_kg.reading.sources import profiles_of
from gcm_kg.store.graph import LocalGraph

GOLD = Path(__file__).parents[1] / "gold"
OTHERS = {"children": "children-round-table", "work": "decent-work-consultation"}
"""The documents beside the first one, by their keys."""
KINDS = {
    "women-concluding-observations": "concluding-observations",
    "children-resolution": "resolution",
    "fisheries-evaluation": "evaluation-report",
    "climate-mobility-declaration": "declaration",
    "labour-meeting-report": "regional-meeting",
    "border-technology-report": "general",
}
"""Those that are no summaries of consultations."""


def source(stem: str, key: str = "") -> Source:
    """A document of the tests."""
    text = (GOLD / f"{stem}.txt").read_text("utf-8")
    digest, path = hashlib.sha256(text.encode()).hexdigest(), f"un/test/{stem}/eng"
    title = stem.replace("-", " ").capitalize()
    document = read_as(text, profiles_of(this_project()), kind=KINDS.get(stem, SUMMARY)).document
    return Source(stem, path, title, "en", digest, "ours", "", {}, {}, document, key)


@cache
def quads(stem: str, key: str = "") -> tuple[Quad, ...]:
    """The quads of a document of the tests, by the rules alone."""
    one = source(stem, key)
    found = reader().extract(one, Annotations())
    made = DocumentQuads(one).quads(
        found.mentions, found.statements, found.passages, found.annotations
    )
    return tuple(as_quads(made))


REVIEWS = """To,Text,From,Response,Issue
Mexico,Abolish the death penalty for soldiers,Norway; Chile,Noted,Death penalty
Mexico,End the detention of migrant children,Chile,Accepted,"Detention,Migrants,Sailing"
Chile,Abolish the death penalty in times of war,Mexico,Accepted,Death penalty
Chile,Protect the victims of trafficking in persons,Norway,Accepted,Trafficking
Norway,Ratify the Convention on Migrant Workers,Mexico,Rejected,International instruments
"""
"""A table of reviews, in which Mexico is asked, and asks."""


@cache
def reviews() -> LocalGraph:
    """The graph of the table alone, with what all documents share, in memory."""
    vocabulary, store = reader().vocabulary, Store()
    store.bulk_extend(vocabulary.ontology)
    store.bulk_extend(vocabulary.quads)
    store.bulk_extend(table(REVIEWS, "reviews", "Reviews")[1])
    return LocalGraph(store)


@cache
def of_all_kinds() -> LocalGraph:
    """The graph of the three and of the table, whose key is "reviews", in memory."""
    store = Store()
    store.bulk_extend(graph().store)
    store.bulk_extend(table(REVIEWS, "reviews", "Reviews")[1])
    return LocalGraph(store)


@cache
def graph() -> LocalGraph:
    """The graph of all three, in memory."""
    store = Store()
    store.bulk_extend(drafted.graph().store)
    for key, stem in OTHERS.items():
        store.bulk_extend(quads(stem, key))
    return LocalGraph(store)
