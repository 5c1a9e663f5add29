"""What is known of a part of a document, or of an instrument, for a footnote or a bibliography."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.names import kinds_of
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, OA, RDF, RDFS, SKOS, short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, text_of

# Matches “doc/2017-10-05/s5/eng” and “doc/2017/s5/eng”, not “doc/1325/eng”.
DATE_IN_PATH = re.compile(r"/(\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}(?=/[^/]+/[^/]))/")
# Is “page=12”, not “char=12,14”.
PAGE = re.compile(r"page=(\d+)")
# Is “A/RES/71/280”, “S/RES/1325 (2000)”, not “A/HRC/27/15”.
RESOLUTION = re.compile(r"(?P<body>A|S|E|A/HRC)/RES/(?P<number>\d+(?:/\d+)*)")
# Is “row-12”, not “122.12”.
ROW = re.compile(r"row-(\d+)")
BODIES = {
    "A/HRC/": "Human Rights Council",
    "A/RES/": "General Assembly",
    "A/CONF": "",
    "A/": "General Assembly",
    "S/": "Security Council",
    "E/C.12/": "Committee on Economic, Social and Cultural Rights",
    "E/": "Economic and Social Council",
    "CEDAW/C/": "Committee on the Elimination of Discrimination against Women",
    "CRC/C/": "Committee on the Rights of the Child",
    "CCPR/C/": "Human Rights Committee",
    "CERD/C/": "Committee on the Elimination of Racial Discrimination",
    "CAT/C/": "Committee against Torture",
    "CMW/C/": "Committee on Migrant Workers",
    "CRPD/C/": "Committee on the Rights of Persons with Disabilities",
    "CED/C/": "Committee on Enforced Disappearances",
}
"""Whose document it is, by the beginning of its symbol."""
INSTRUMENT = BASE + "instrument/"
"""Where the IRIs of instruments begin."""
ITEMS = {"Recommendation": "recommendation", "Paragraph": "paragraph", "Heading": "heading"}


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited; what is not known is empty.

    ``kind`` is treaty, resolution or document; dates are as in ISO 8601, with less than a day where
    no more is known; ``series`` is such as "2225 UNTS 209"; ``section`` and ``item`` say where in
    it ("III.a" and "recommendation 1"), ``page`` on which page; ``event`` is the meeting it reports
    on, held at ``place`` from the first to the last of ``days``.
    """

    iri: str
    kind: str
    title: str
    body: str = ""
    symbol: str = ""
    date: str = ""
    in_force: str = ""
    series: str = ""
    registration: str = ""
    section: str = ""
    item: str = ""
    page: str = ""
    event: str = ""
    place: str = ""
    days: tuple[str, ...] = ()
    release: str = field(default="", compare=False)

    @property
    def resolution(self) -> re.Match[str] | None:
        """The body and the number of a resolution, where the symbol is that of one."""
        return RESOLUTION.match(self.symbol)


def reference(graph: Graph, iri: str) -> Reference:
    """What is known for a citation of a part of a document, of an instrument, or of a part of one,
    given its IRI. Raises InputError for anything else."""
    node = NamedNode(iri)
    kinds = _kinds(graph, node)
    if "Part" not in kinds and not any(_is_instrument(graph, each) for each in _chain(graph, node)):
        expected = "a part of a document, an instrument, or an action of the Compact"
        is_a = f" ({', '.join(sorted(kinds))})" if kinds else ""
        raise InputError("what is cited", expected, shown(short(iri)) + is_a, "cite another")
    found = _part(graph, node) if "Part" in kinds else _instrument(graph, node, kinds)
    body = found.body or _body(found.symbol)
    return replace(found, body="" if found.kind == "treaty" else body or "United Nations")


def _kinds(graph: Graph, node: NamedNode) -> set[str]:
    return {kind.removeprefix(GCM) for kind in kinds_of(graph, node) if kind.startswith(GCM)}


def _is_instrument(graph: Graph, node: NamedNode) -> bool:
    """Whether a thing is an instrument, by its class, or its IRI where there is no ontology."""
    return node.value.startswith(INSTRUMENT) or "Instrument" in _kinds(graph, node)


def released(graph: Graph) -> str:
    """The release of the graph: title, version and digest; empty where it says nothing of them."""
    for row in graph.select(shipped("views/release")):
        title, version, digest = (text_of(row[name]) for name in ("title", "version", "digest"))
        return f"{title}, release {version} ({digest.removeprefix('urn:')[:32]})"
    return ""


def _body(symbol: str) -> str:
    return next((body for start, body in BODIES.items() if symbol.startswith(start)), "")


def _value(graph: Graph, node: NamedNode, *properties: str) -> str:
    """The first value of the first property that a thing has."""
    for name in properties:
        values = sorted(text_of(t.object) for t in graph.triples(node, NamedNode(name), None))
        if values:
            return values[0]
    return ""


def _chain(graph: Graph, node: NamedNode) -> list[NamedNode]:
    """A thing and what it is part of, from within to without."""
    chain = [node]
    while (above := _value(graph, chain[-1], GCM + "partOf")) and NamedNode(above) not in chain:
        chain.append(NamedNode(above))
    return chain


def _part(graph: Graph, node: NamedNode) -> Reference:
    chain = _chain(graph, node)
    whole = chain[-1]
    dates = [_value(graph, each, DCTERMS + "date") for each in chain]
    in_path = DATE_IN_PATH.search(f"{whole.value}/")
    section, item = _locator(graph, chain)
    event, place, days = next((e for each in chain if (e := _event(graph, each))), ("", "", ()))
    return Reference(
        iri=node.value,
        kind="document",
        title=_value(graph, whole, DCTERMS + "title"),
        symbol=_value(graph, whole, GCM + "documentSymbol"),
        date=next(filter(None, dates), in_path[1] if in_path else ""),
        section=section,
        item=item,
        page=_page(graph, node),
        event=event,
        place=place,
        days=days,
    )


def _locator(graph: Graph, chain: list[NamedNode]) -> tuple[str, str]:
    """The section, and which recommendation or paragraph of it; the number alone where the document
    counts through ("122.1"), and the row of a table that counts nothing."""
    part, *above = chain
    if not above:
        return "", ""
    identifier = _value(graph, part, DCTERMS + "identifier")
    class_ = _value(graph, part, RDF + "type")
    kind = class_.removeprefix(GCM)
    if identifier[:1].isdigit():
        return "", f"paragraph {identifier}"
    if row := ROW.fullmatch(identifier):
        return "", f"row {row[1]}"
    if kind not in ITEMS:
        is_section = kind == "Section"
        name = _value(graph, NamedNode(class_), RDFS + "label") or identifier
        return (identifier, "") if is_section else ("", name)
    section = _value(graph, above[0], DCTERMS + "identifier") if len(above) > 1 else ""
    ordinal = _value(graph, part, GCM + "ordinal")
    return section, ITEMS[kind] if kind == "Heading" else f"{ITEMS[kind]} {ordinal}"


def _page(graph: Graph, node: NamedNode) -> str:
    for evidence in graph.triples(node, NamedNode(GCM + "evidence"), None):
        for selector in graph.triples(evidence.object, NamedNode(OA + "hasSelector"), None):
            value = _value(graph, selector.object, RDF + "value")  # type: ignore[arg-type]
            if page := PAGE.search(value):
                return page[1]
    return ""


def _event(graph: Graph, node: NamedNode) -> tuple[str, str, tuple[str, ...]] | None:
    """The meeting that a part reports on, its place, and its first and last day."""
    reported = sorted(
        text_of(t.subject) for t in graph.triples(None, NamedNode(GCM + "reportedIn"), node)
    )
    if not reported:
        return None
    event = NamedNode(reported[0])
    place = _value(graph, event, GCM + "heldIn")
    where = _value(graph, NamedNode(place), SKOS + "prefLabel") if place else ""
    days = [_value(graph, event, GCM + name) for name in ("startsOn", "endsOn")]
    label = _value(graph, event, SKOS + "prefLabel")
    return label, where, tuple(dict.fromkeys(filter(None, days)))


def _instrument(graph: Graph, node: NamedNode, kinds: set[str]) -> Reference:
    """An instrument, or a part of one, such as an action of the Compact or a target."""
    chain = _chain(graph, node)
    whole = next((n for n in chain if _value(graph, n, GCM + "documentSymbol")), node)
    label = _value(graph, node, SKOS + "prefLabel", DCTERMS + "title") or short(node.value)
    issuer = _value(graph, whole, GCM + "issuedBy")
    binding = "BindingInstrument" in kinds
    symbol = _value(graph, whole, GCM + "documentSymbol", GCM + "celexNumber")
    return Reference(
        iri=node.value,
        kind="treaty" if binding else "resolution" if RESOLUTION.match(symbol) else "document",
        title=_value(graph, whole, SKOS + "prefLabel") or label,
        body=_value(graph, NamedNode(issuer), SKOS + "prefLabel") if issuer else "",
        symbol=symbol,
        date=_value(graph, whole, GCM + "adoptedOn"),
        in_force=_value(graph, whole, GCM + "enteredIntoForceOn"),
        series=_value(graph, whole, GCM + "treatySeries"),
        registration=_value(graph, whole, GCM + "registrationNumber"),
        item=label.removeprefix("GCM ") if whole != node else "",
    )
