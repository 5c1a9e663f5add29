"""A page for each thing: what is known of it, where it is named, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from pyoxigraph import NamedNode

from gcm_kg.querying.results import graph_text
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, RDF, RDFS, SKOS, short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.messages import Refused, Request, Response, number
from gcm_kg.serving.negotiation import GRAPHS, HTML, best, labelled
from gcm_kg.serving.pages.documents import document
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.links import SAFE
from gcm_kg.serving.pages.parts import part
from gcm_kg.serving.pages.selections import listed_by_value
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of
from gcm_kg.views.entity import Entity, Value, show

ENDINGS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
"""The endings of the addresses of data."""
HIDDEN = frozenset(
    {
        SKOS + "hiddenLabel", SKOS + "inScheme", SKOS + "topConceptOf", GCM + "imperativeCue",
        GCM + "evidence", GCM + "text", SKOS + "prefLabel", SKOS + "definition", SKOS + "altLabel",
        RDFS + "label", DCTERMS + "title",
    }
)  # fmt: skip
"""Properties that a page says elsewhere, or that say nothing to people."""
SAID = {
    SKOS + "notation": "short name", SKOS + "broader": "part of the wider", RDFS + "seeAlso": "see",
    SKOS + "related": "related to", DCTERMS + "identifier": "place", DCTERMS + "subject": "about",
    SKOS + "scopeNote": "note", DCTERMS + "description": "description", SKOS + "note": "note",
}  # fmt: skip
"""What people are told for properties of other vocabularies."""
MATCHES = ("sameAs", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
PLACED = ("part", "identifier", "prefix", "quote", "suffix")
MOST_TRIPLES = 5_000
"""Those that point to a thing and are told at once."""
SCHEMA_TYPES = {
    "Document": "DigitalDocument", "Recommendation": "Quotation", "Paragraph": "Quotation",
    "Treaty": "Legislation", "Protocol": "Legislation", "Person": "Person", "Place": "Place",
    "State": "Country", "Organization": "Organization", "UNEntity": "Organization",
    "Event": "Event", "Session": "Event", "Panel": "Event",
}  # fmt: skip
"""What search engines call the things of our classes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a part states of a thing."""

    part: str
    identifier: str
    text: str
    uses: tuple[str, ...]


def thing(request: Request, served: Served) -> Response:
    """The page of a thing, or its data, by what is accepted or by the ending of the address.

    Raises Refused where there is no such thing.
    """
    name = request.path.removeprefix("/id/")
    iri, ending = _iri(served, name)
    if not iri:
        return missing(request, served, name)
    offered = [HTML, *dict.fromkeys(ENDINGS.values()), "application/rdf+xml"]
    wanted = ENDINGS.get(ending) or (HTML if ending else best(request.accept, offered))
    if not wanted:
        raise Refused(406, f"Accept: expected one of {', '.join(offered)}")
    if wanted != HTML:
        return _data(request, iri, wanted, served)
    kinds = {short(text_of(t.object)) for t in served.graph.triples(NamedNode(iri), TYPE, None)}
    response = _page(request, served, iri, {kind.rpartition(":")[2] for kind in kinds})
    state = f"?{urlencode({'at': served.digest})}" if "at" in request.parameters else ""
    links = [
        f'<{request.origin}/id/{_path(iri)}.{end}{state}>; rel="alternate"; type="{kind}"'
        for end, kind in ENDINGS.items()
    ]
    links.append(f'<{iri}>; rel="canonical"')
    response.headers["Link"] = ", ".join(link for link in links if link.isascii())
    return response


TYPE = NamedNode(RDF + "type")


def _path(iri: str) -> str:
    return quote(iri[len(BASE) :], safe=SAFE)


def _iri(served: Served, name: str) -> tuple[str, str]:
    """The IRI of a thing by the path of its page, and the ending behind it."""
    stem, _, ending = name.rpartition(".")
    for path, end in ((name, ""), (stem, ending)):
        if end and end not in (*ENDINGS, "html"):
            continue
        try:
            node = NamedNode(BASE + path)
        except ValueError:
            continue
        if path and next(served.graph.triples(node, None, None), None):
            return node.value, end
    return "", ""


def _data(request: Request, iri: str, media_type: str, served: Served) -> Response:
    """What the graph says of a thing, and what points to it: some of it, from an offset on, where
    that is much, with the address of the next; all of it where pages are files."""
    node, headers = NamedNode(iri), {"Vary": "Accept"}
    pointing = [*served.graph.triples(None, None, node)]
    if len(pointing) > MOST_TRIPLES and not served.files:
        offset = number(request.parameters, "offset", 0, 1_000_000_000)
        if (end := offset + MOST_TRIPLES) < len(pointing):
            address = request.origin + quote(request.path, safe=SAFE)
            following = urlencode({**request.parameters, "offset": [str(end)]}, doseq=True)
            headers["Link"] = f'<{address}?{following}>; rel="next"'
        pointing = sorted(pointing, key=str)[offset:end]
    found = [*served.graph.triples(node, None, None), *pointing]
    text = graph_text(found, GRAPHS[media_type], lambda: served.context)
    return Response(text.encode(), labelled(media_type), headers=headers)


def _page(request: Request, served: Served, iri: str, kinds: set[str]) -> Response:
    entity = show(served.graph, iri, inward=False)
    if "Document" in kinds:
        return document(request, served, iri, entity.label)
    if GCM + "text" in entity.properties:
        return part(request, served, iri, entity)
    rows = served.graph.select(shipped("serving/some-mentions"), thing=NamedNode(iri))
    mentions = [{name: text_of(row[name]) for name in PLACED} for row in rows]
    asked, told = _asked(served, iri)
    return page(
        "thing", request, served, title=entity.label, iri=iri, entity=entity,
        kinds=[served.label(kind) for kind in entity.types],
        definition=_texts(entity, SKOS + "definition"), names=_texts(entity, SKOS + "altLabel"),
        facts=facts(served, entity), count=served.mentions.get(iri, 0), mentions=mentions,
        asked=asked, told=told, stated=served.stated.get(iri, 0),
        recommended=_recommended(served, iri),
        links_out=_links_out(served, iri),
        linked_data=linked_data(entity, kinds), narrower=_narrower(served, iri),
    )  # fmt: skip


def _texts(entity: Entity, name: str) -> list[str]:
    return [" ".join(value.text.split()) for value in entity.properties.get(name, ())]


def facts(served: Served, entity: Entity) -> list[tuple[str, list[Value]]]:
    """What is known of a thing, in people's words: names of properties with their values."""
    found = []
    for name, values in entity.properties.items():
        if name in HIDDEN or name.rpartition("#")[2] in MATCHES:
            continue
        found.append((SAID.get(name) or served.label(name), list(values)))
    return sorted(found, key=lambda fact: fact[0])


def _asked(served: Served, iri: str) -> tuple[dict[str, list[Asked]], int]:
    """What parts state of a thing, by the kind of statement; and how many statements these are:
    all, or the most that a page shows."""
    found: dict[str, dict[str, Asked]] = {}
    statements = set()
    for row in served.graph.select(shipped("serving/asked-of-thing"), thing=NamedNode(iri)):
        statements.add(text_of(row["statement"]))
        kind, place = text_of(row["kindLabel"]), text_of(row["part"])
        use, words = text_of(row["useLabel"]), " ".join(text_of(row["text"]).split())
        known = found.setdefault(kind, {}).get(place)
        uses = (*(known.uses if known else ()), *([use] if use else ()))
        found[kind][place] = Asked(place, text_of(row["identifier"]), words, uses)
    return {kind: list(asked.values()) for kind, asked in found.items()}, len(statements)


def _recommended(served: Served, iri: str) -> tuple[str, int]:
    """The path of the list of the recommendations that have a thing, and their number."""
    for key, values in served.facets.sets.items():
        if iri in values:
            return listed_by_value(key, iri), values[iri].bit_count()
    return "", 0


def _links_out(served: Served, iri: str) -> list[dict[str, Any]]:
    return [
        {**row, "relation": str(row["relation"]).rpartition("#")[2].rpartition("/")[2]}
        for row in served.kg.ask("links-of", thing=iri).rows
    ]


def _narrower(served: Served, iri: str) -> list[tuple[str, str]]:
    """The things that are parts of a wider one, with their labels."""
    found: dict[str, str] = {}
    for name in (SKOS + "broader", GCM + "supplements", GCM + "partOf"):
        for triple in served.graph.triples(None, NamedNode(name), NamedNode(iri)):
            found[text_of(triple.subject)] = ""
    known = served.labels(found)
    return sorted(((one, known.get(one, short(one))) for one in found), key=lambda pair: pair[1])


def linked_data(entity: Entity, kinds: set[str]) -> dict[str, Any]:
    """A thing as search engines read it (schema.org)."""
    kind = next((SCHEMA_TYPES[k] for k in sorted(kinds) if k in SCHEMA_TYPES), "DefinedTerm")
    data: dict[str, Any] = {"@type": kind, "@id": entity.iri, "name": entity.label}
    if about := _texts(entity, SKOS + "definition"):
        data["description"] = about[0]
    if same := [v.text for v in entity.properties.get(SKOS + "exactMatch", ())]:
        data["sameAs"] = same
    return data


def missing(request: Request, served: Served, name: str) -> Response:
    """Says that there is no such thing, and what is nearest."""
    if best(request.accept, ["text/plain", HTML]) != HTML:
        raise Refused(404, f"/id/{name[:200]}: expected the path of a thing in the graph")
    near = served.names.near(name.rpartition("/")[2].replace("-", " "))
    return page("missing", request, served, title="Not here", status=404, name=name, near=near)
