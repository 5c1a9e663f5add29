"""The documents as texts in which every mention is marked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import NamedNode

from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.marks import RECENT, Mark, Piece, marks, pieces
from gcm_kg.serving.pages.selections import listed_by_value
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import Graph, text_of


@dataclass(frozen=True, slots=True)
class Assertion:
    """Who said a sentence, with what support, and what they did by saying it."""

    start: int
    end: int
    holders: tuple[str, ...]
    support: str
    act: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document that has words of its own, with its depth below the document."""

    iri: str
    kind: str
    identifier: str
    depth: int
    start: int
    pieces: tuple[Piece, ...]
    assertions: tuple[Assertion, ...] = field(default=())

    @property
    def level(self) -> int:
        """That of a heading in the page, whose own title is the first."""
        return min(max(self.depth - 1, 2), 4)


def listing(request: Request, served: Served) -> Response:
    """The page of all documents."""
    rows = [
        (text_of(row["document"]), text_of(row["title"]))
        for row in served.graph.select(shipped("serving/documents"))
    ]
    sets = served.facets.sets["document"]
    counts = {one: sets.get(one, 0).bit_count() for one, _ in rows}
    return page(
        "documents", request, served, title="Documents", documents=rows, counts=counts,
        list_of=lambda one: listed_by_value("document", one),
    )  # fmt: skip


def document(request: Request, served: Served, iri: str, title: str) -> Response:
    """The page of a document: its text."""
    source = _source(served.graph, iri)
    parts = text_parts(served.graph, source, marks(served, source))
    data = {"@type": "DigitalDocument", "@id": iri, "name": title, "inLanguage": "en"}
    return page(
        "document", request, served, title=title, parts=parts, iri=iri, linked_data=data,
        count=sum(part.kind == "Recommendation" for part in parts),
        headings=[part for part in parts if part.kind == "Heading"],
        listed=listed_by_value("document", iri),
    )  # fmt: skip


def _source(graph: Graph, iri: str) -> str:
    rows = graph.select(shipped("serving/document-of"), part=NamedNode(iri))
    return next((text_of(row["source"]) for row in rows), "")


def text_parts(graph: Graph, source: str, marked: list[Mark]) -> list[Part]:
    """The parts of a source text that have words, in their order."""
    if not source:
        return []
    said = assertions(graph, source)
    found: list[Part] = []
    ends: list[int] = []
    for row in graph.select(shipped("serving/document-parts"), source=NamedNode(source)):
        start, end, text = int(text_of(row["start"])), int(text_of(row["end"])), row["text"]
        ends = [other for other in ends if other > start]
        if text is not None and end - start == len(text.value):
            part = text_of(row["part"])
            found.append(
                Part(
                    part, text_of(row["kind"]).rpartition("#")[2], text_of(row["identifier"]),
                    len(ends), start, tuple(pieces(text.value, start, marked)),
                    tuple(said.get(part, {}).values()),
                )
            )  # fmt: skip
        else:
            ends.append(end)
    return found


@lru_cache(RECENT)
def assertions(graph: Graph, source: str) -> dict[str, dict[str, Assertion]]:
    """Who said what, by part and assertion."""
    found: dict[str, dict[str, Assertion]] = {}
    for row in graph.select(shipped("serving/document-assertions"), source=NamedNode(source)):
        one, part = text_of(row["assertion"]), text_of(row["part"])
        known = found.setdefault(part, {}).get(one)
        holder = text_of(row["holderLabel"])
        holders = (*(known.holders if known else ()), *([holder] if holder else ()))
        place = int(text_of(row["start"])), int(text_of(row["end"]))
        support, act = text_of(row["supportLabel"]), text_of(row["actLabel"])
        found[part][one] = Assertion(*place, tuple(dict.fromkeys(holders)), support, act)
    return found
