"""Finds the thing that a name stands for: an IRI, a CURIE, a notation, a number or any label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import (
    BASE,
    DCTERMS,
    GCM,
    RDF,
    RDFS,
    SKOS,
    expand,
    short,
)
from gcm_kg.text.folding import is_unicode

TYPE = NamedNode(RDF + "type")
NAMING = f"""<{SKOS}prefLabel> <{SKOS}altLabel> <{SKOS}hiddenLabel> <{SKOS}notation>
    <{DCTERMS}identifier> <{RDFS}label>"""
NAMED = f"""
SELECT DISTINCT ?thing ?name WHERE {{
  %s
  VALUES ?naming {{ {NAMING} }}
  ?thing ?naming ?name .
}}
"""
MOST_OFFERED = 4
"""Things of one name among which people are asked to choose."""
LIKENESS = 0.6
"""The least likeness (difflib) of a name that is offered for one that is not known."""


def named(store: Store, name: str, *, of: str = "", place: str = "", hint: str = "") -> str:
    """The IRI of the one thing that has the name; ``of`` is the CURIE of the class it must be in.

    Raises InputError, at ``place``, as ``all_named`` does, and for a name of two things, with names
    that each has alone; ``hint`` is what else can be done about it.
    """
    found = all_named(store, name, of=of, place=place)
    if len(found) == 1:
        return found[0]
    several = " or ".join(map(short, found[:MOST_OFFERED]))
    raise InputError(place, "the name of one thing", shown(name), f"say which: {several}{hint}")


def all_named(store: Store, name: str, *, of: str = "", place: str = "") -> list[str]:
    """The IRIs of all things that have the name, sorted; ``of`` is the CURIE of their class.

    Names are compared without regard to case, accents, line breaks and the like. Raises InputError,
    at ``place``, for a name of nothing; near misses are offered.
    """
    if not is_unicode(name):
        raise InputError(place, "a name in UTF-8", shown(name), "see gcm-kg search")
    for candidate in dict.fromkeys((name.strip("<>"), expand(name), BASE + name)):
        if _exists(store, candidate, of):
            return [candidate]
    exact = f"VALUES ?name {{ {Literal(name)} {Literal(name, language='en')} }}"
    found = {thing for thing, _ in _named(store, exact, of)} or _alike(store, name, of, place)
    ours = {thing for thing in found if thing.startswith((BASE, GCM))}
    return sorted(ours or found)  # graphs beside ours may have the name as well


def _alike(store: Store, name: str, of: str, place: str) -> set[str]:
    """The things that have a name which differs in case and the like alone.

    Raises InputError if there is none.
    """
    from gcm_kg.text.folding import folded  # here, because most names are found as they are

    wanted = folded(name)
    if not wanted.strip():
        raise InputError(place, "the name of a thing", "nothing", "see gcm-kg search")
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for thing, spelt in _named(store, "", of):
        known[folded(spelt)].setdefault(thing, spelt)
    if wanted in known:
        return set(known[wanted])
    kind = of or "thing in the graph"
    raise InputError(place, f"the name of a {kind}", shown(name), _advice(wanted, known))


def _advice(wanted: str, known: dict[str, dict[str, str]]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(wanted, known, n=3, cutoff=LIKENESS)
    hint = " or ".join(shown(next(iter(known[other].values()))) for other in close)
    return f"did you mean {hint}?" if hint else "see gcm-kg search"


def _exists(store: Store, iri: str, of: str) -> bool:
    """Whether a thing is in the graph, and of the class."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    types = store.quads_for_pattern(node, TYPE, None)
    classes = _classes(store, of)
    return any(not of or str(quad.object) in classes for quad in types)


def _classes(store: Store, of: str) -> list[str]:
    """The class of a CURIE and those below it, in N-Triples syntax; none for no CURIE."""
    if not of:
        return []
    try:
        node = NamedNode(expand(of))
    except ValueError:
        raise InputError("the class", "one such as gcm:Theme", shown(of), "correct it") from None
    return [f"<{kind}>" for kind in below(store, node)]


def _named(store: Store, which: str, of: str) -> Iterator[tuple[str, str]]:
    """The members of a class, each with one of its names."""
    members = f"VALUES ?class {{ {' '.join(_classes(store, of))} }} ?thing a ?class ." if of else ""
    answer = store.query(NAMED % f"{which} {members}", use_default_graph_as_union=True)
    for solution in answer if isinstance(answer, QuerySolutions) else ():
        name, thing = solution["name"], solution["thing"]
        if isinstance(name, Literal) and isinstance(thing, NamedNode):
            yield thing.value, name.value


BELOW = f"SELECT ?kind {{ ?kind <{RDFS}subClassOf>* %s }}"


ABOVE = f"""
SELECT ?kind (COUNT(DISTINCT ?above) AS ?depth) WHERE {{
  %s ?kind . ?kind <{RDFS}subClassOf>* ?above
}} GROUP BY ?kind ORDER BY DESC(?depth) ?kind
"""


def below(store: Store, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all below it."""
    return _kinds(store, BELOW % kind)


def above(store: Store, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all above it, the nearest first."""
    return _kinds(store, ABOVE % f"{kind} <{RDFS}subClassOf>*")


def kinds_of(store: Store, thing: NamedNode) -> list[str]:
    """The IRIs of the classes of a thing and of all above them, the nearest first."""
    return _kinds(store, ABOVE % f"{thing} <{RDF}type>/<{RDFS}subClassOf>*")


def _kinds(store: Store, sparql: str) -> list[str]:
    answer = store.query(sparql, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return [str(getattr(row["kind"], "value", "")) for row in answer]
