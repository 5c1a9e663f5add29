"""Directories: all things of a kind, with how often the documents name them."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from gcm_kg.rdf.namespaces import expand
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of

DIRECTORIES = {
    "instruments": ("gcm:Instrument", "Treaties and other texts"),
    "actors": ("gcm:Actor", "Who is named"),
    "states": ("gcm:State", "States"),
    "themes": ("gcm:Theme", "Themes"),
    "principles": ("gcm:Principle", "Principles"),
    "populations": ("gcm:Population", "Groups of people"),
    "events": ("gcm:Event", "Meetings"),
    "people": ("gcm:Person", "People"),
}
"""By the path of a directory, the class of its things and its title."""
BARS = 12
"""Things that the picture shows."""


@dataclass(slots=True)
class Listed:
    """A thing of a directory."""

    iri: str
    label: str
    kinds: list[str]
    definition: str
    mentions: int


def directory(request: Request, served: Served) -> Response:
    """The page of all things of a kind; those that no document names behind the others."""
    name = request.path.strip("/")
    kind, title = DIRECTORIES[name]
    found: dict[str, Listed] = {}
    rows = served.graph.select(shipped("serving/directory"), kind=NamedNode(expand(kind)))
    for row in rows:
        iri, label = text_of(row["thing"]), text_of(row["kindLabel"])
        if iri in found:
            found[iri].kinds.append(label)
            continue
        definition = " ".join(text_of(row["definition"]).split())
        mentions = served.mentions.get(iri, 0)
        found[iri] = Listed(iri, text_of(row["label"]), [label], definition, mentions)
    listed = list(found.values())
    named = sorted((one for one in listed if one.mentions), key=lambda one: -one.mentions)
    return page(
        "directory", request, served, title=title, named=named, bars=named[:BARS],
        most=max((one.mentions for one in named), default=1), others=DIRECTORIES, name=name,
        unnamed=[one for one in listed if not one.mentions],
    )  # fmt: skip
