"""Finds the thing that a name stands for: an IRI, a CURIE, a notation, a number or any label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, offered, shown
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, RDF, RDFS, SKOS, WRITTEN, expand, short
from gcm_kg.store.documents import Documents, KnownDocument, documents
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.text.characters import compared, is_unicode

TYPE = NamedNode(RDF + "type")
IDENTIFIER = NamedNode(DCTERMS + "identifier")
LABELLING = [NamedNode(iri) for iri in (SKOS + "notation", SKOS + "prefLabel", RDFS + "label")]
NAMING = f"""<{SKOS}prefLabel> <{SKOS}altLabel> <{SKOS}hiddenLabel> <{SKOS}notation>
    <{DCTERMS}identifier> <{RDFS}label> <{GCM}key>"""
BY_NAME = f"VALUES ?naming {{ {NAMING} }} ?thing ?naming ?name ."
BY_THING = f"?thing ?naming ?name . FILTER(?naming IN ({', '.join(NAMING.split())}))"
"""The same for the things of a class: only what is said of them is looked at, not all names."""
NAMED = "SELECT DISTINCT ?thing ?name WHERE { %s }"
MOST_OFFERED = 4
"""Things of one name among which people are asked to choose."""
LIKENESS = 0.6
"""The least likeness (difflib) of a name that is offered for one that is not known."""


def named(graph: Graph, name: str, *, of: str = "", where: str = "", hint: str = "") -> str:
    """The IRI of the one thing that has the name; ``of`` is the CURIE of the class it must be in.

    Raises InputError, at ``where``, as ``all_named`` does, and for a name of two things, with names
    that each has alone; ``hint`` is what else can be done about it.
    """
    found = all_named(graph, name, of=of, where=where)
    if len(found) == 1:
        return found[0]
    several = " or ".join(offered(own_name(graph, iri)) for iri in found[:MOST_OFFERED])
    raise InputError(where, "the name of one thing", shown(name), f"say which: {several}{hint}")


def own_name(graph: Graph, iri: str, known: Documents | None = None) -> str:
    """A name by which a thing is known, the best one that it has alone: of a part its identifier,
    behind the key of its document where there are several; else a label, or its short IRI.
    ``known`` are the documents of the graph, where they are at hand."""
    known = documents(graph) if known is None else known
    document = known.of(iri)
    if document and document.iri == iri:
        return document.key
    node = NamedNode(iri)
    if document and (found := next(graph.triples(node, IDENTIFIER, None), None)):
        return known.name(iri, text_of(found.object))
    for labelling in () if document else LABELLING:
        labels = sorted(text_of(triple.object) for triple in graph.triples(node, labelling, None))
        if labels and len(all_named(graph, labels[0])) == 1:
            return labels[0]
    return short(iri)


def all_named(graph: Graph, name: str, *, of: str = "", where: str = "") -> list[str]:
    """The IRIs of all things that have the name, sorted; ``of`` is the CURIE of their class.

    Names are compared without regard to case, accents, line breaks and the like; a part may be
    named behind the key of its document: "s5:III.a.1". Raises InputError, at ``where``, for a name
    of nothing; near misses are offered.
    """
    if not is_unicode(name):
        raise InputError(where, "a name in UTF-8", shown(name), "write it in UTF-8")
    if iri := _by_iri(graph, name, of):
        return [iri]
    document, local = _in_document(graph, name)
    return _ours(_exactly(graph, local, of, document) or _alike(graph, local, of, where, document))


def _by_iri(graph: Graph, name: str, of: str) -> str:
    """The IRI that a name is, in full or short, of a thing of the class; else nothing."""
    candidates = dict.fromkeys((name.strip("<>"), expand(name), BASE + name))
    return next((iri for iri in candidates if _exists(graph, iri, of)), "")


def _ours(found: Iterable[str]) -> list[str]:
    """Those things that are ours, sorted: graphs beside ours may have a name as well."""
    things = set(found)
    return sorted({thing for thing in things if thing.startswith((BASE, GCM))} or things)


def _exactly(graph: Graph, name: str, of: str, document: KnownDocument | None) -> set[str]:
    """The things that have this very name."""
    exact = f"VALUES ?name {{ {Literal(name)} {Literal(name, language='en')} }}"
    return {thing for thing, _ in _named(graph, exact, of, document)}


def _in_document(graph: Graph, name: str) -> tuple[KnownDocument | None, str]:
    """The document whose key stands before a name, with the rest; else none, and the whole name."""
    key, colon, local = name.partition(":")
    if colon and local.strip() and key not in WRITTEN:
        document = documents(graph).keys.get(key.strip().lower())
        return (document, local.strip()) if document else (None, name)
    return None, name


def _alike(
    graph: Graph, name: str, of: str, where: str, document: KnownDocument | None
) -> set[str]:
    """The things that have a name which differs in case and the like alone.

    Raises InputError if there is none.
    """
    wanted = compared(name)
    if not wanted.strip():
        raise InputError(where, "the name of a thing", "nothing", "give one")
    known = _known(graph, of, document)
    if wanted in known:
        return set(known[wanted])
    if of and not document and not known:
        found, advice = f"{shown(short(name))}, and nothing of that class", "give another graph"
        raise InputError(where, f"the name of a {of} of the graph", found, advice)
    kind = of or ("thing" if document else "thing in the graph")
    kind += f" in {document.key}" if document else ""
    advice = _advice(wanted, known, f"{document.key}:" if document else "") or _elsewhere(of)
    other = _other_class(graph, name) if of else ""
    raise InputError(where, f"the name of a {kind}", f"{shown(name)}{other}", advice)


def _known(
    graph: Graph, of: str, document: KnownDocument | None
) -> defaultdict[str, dict[str, str]]:
    """The names of a class, or of all things, as they are compared; of each the things that have it
    and how it is spelt."""
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for thing, spelt in _named(graph, "", of, document):
        known[compared(spelt)].setdefault(thing, spelt)
    return known


def _other_class(graph: Graph, name: str) -> str:
    """Of which class the thing of a name is that is in none that was asked for: ", a gcm:Theme"."""
    if iri := _by_iri(graph, name, ""):
        found = [iri]
    else:
        document, local = _in_document(graph, name)
        alike = _exactly(graph, local, "", document) or _known(graph, "", document)[compared(local)]
        found = _ours(alike)
    kinds = {kind for iri in found for kind in kinds_of(graph, NamedNode(iri))[:1]}
    return f", the name of a {' and a '.join(map(short, sorted(kinds)))}" if kinds else ""


def _elsewhere(of: str) -> str:
    """Where the names of a class are found: a search is for words, and for things of any class."""
    if of.startswith("gcm:"):
        return f"gcm-kg list {of} names them all"
    return "give its IRI or another name" if of else "see gcm-kg search"


def _advice(wanted: str, known: dict[str, dict[str, str]], before: str) -> str:
    from difflib import get_close_matches

    words = wanted.split()
    having = sorted((n for n in known if set(words) <= set(n.split())), key=lambda n: (len(n), n))
    close = get_close_matches(wanted, known, n=3, cutoff=LIKENESS)
    close = list(dict.fromkeys([*close[:1], *having[:2], *close[1:]]))[:3]
    hint = " or ".join(offered(before + next(iter(known[other].values()))) for other in close)
    return f"did you mean {hint}?" if hint else ""


def _exists(graph: Graph, iri: str, of: str) -> bool:
    """Whether a thing is in the graph, and of the class."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    types = {str(triple.object) for triple in graph.triples(node, TYPE, None)}
    return bool(types) and (not of or not types.isdisjoint(_classes(graph, of)))


def _classes(graph: Graph, of: str) -> list[str]:
    """The class of a CURIE and those below it, in N-Triples syntax; none for no CURIE."""
    if not of:
        return []
    try:
        node = NamedNode(expand(of))
    except ValueError:
        raise InputError("the class", "one such as gcm:Theme", shown(of), "correct it") from None
    return [f"<{kind}>" for kind in below(graph, node)]


def _named(
    graph: Graph, which: str, of: str, document: KnownDocument | None
) -> Iterator[tuple[str, str]]:
    """The members of a class, or those in a document, each with one of its names."""
    members = f"VALUES ?class {{ {' '.join(_classes(graph, of))} }} ?thing a ?class ." if of else ""
    naming = BY_THING if members and not which else BY_NAME
    for solution in graph.select(NAMED % f"{which} {members} {naming}"):
        name, thing = solution["name"], solution["thing"]
        if document and not document.holds(text_of(thing)):
            continue
        if isinstance(name, Literal) and isinstance(thing, NamedNode):
            yield thing.value, name.value


BELOW = f"SELECT ?kind {{ ?kind <{RDFS}subClassOf>* %s }}"
ABOVE = f"""
SELECT ?kind (COUNT(DISTINCT ?above) AS ?depth) WHERE {{
  %s ?kind . ?kind <{RDFS}subClassOf>* ?above
}} GROUP BY ?kind ORDER BY DESC(?depth) ?kind
"""


def below(graph: Graph, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all below it."""
    return _kinds(graph, BELOW % kind)


def above(graph: Graph, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all above it, the nearest first."""
    return _kinds(graph, ABOVE % f"{kind} <{RDFS}subClassOf>*")


def kinds_of(graph: Graph, thing: NamedNode) -> list[str]:
    """The IRIs of the classes of a thing and of all above them, the nearest first."""
    return _kinds(graph, ABOVE % f"{thing} <{RDF}type>/<{RDFS}subClassOf>*")


def _kinds(graph: Graph, sparql: str) -> list[str]:
    return [str(getattr(row["kind"], "value", "")) for row in graph.select(sparql)]
