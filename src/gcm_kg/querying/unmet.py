"""Says which conditions of a query nothing in a graph meets, where its answer is empty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import RDF, WRITTEN, short
from gcm_kg.store.graph import Graph, text_of

SHARED = ("LeftJoin", "Minus")
"""What only the first part of must be met."""
ALTERNATIVE = ("Union", "ServiceGraphPattern")
"""What need not be met in each of its parts, or is not met in the graph."""
MOST = 3
"""Conditions that are said."""
REMEMBERED = 256
"""Queries whose conditions are not read again."""
BELOW = """
SELECT (COUNT(DISTINCT ?thing) AS ?number) { ?below rdfs:subClassOf+ %s . ?thing a ?below }
"""
LANGUAGE = "en"
"""The language of labels, which queries often leave out."""


def unmet(graph: Graph, sparql: str, *, exact: bool = True) -> list[str]:
    """The conditions that every row must meet and that nothing meets, each alone, a line each.

    Without ``exact`` only classes of nothing and properties of nothing are said, not conditions
    with a value. None for a query whose conditions are each met by something, or are not known.
    """
    if not graph.ask("ASK { ?s ?p ?o }"):
        return ["the graph holds nothing"]
    found: list[str] = []
    for subject, predicate, value in _conditions(sparql):
        if _is_of_any_length(predicate):
            continue
        try:
            found += _said(graph, subject, predicate, value, exact=exact)
        except InputError:  # a condition of which the engine says that it is none
            continue
    lines = list(dict.fromkeys(found))
    more = len(lines) - MOST
    return lines if more <= 1 else [*lines[:MOST], f"and {more} more of what it asks for"]


@lru_cache(REMEMBERED)
def _conditions(sparql: str) -> tuple[tuple[Any, Any, Any], ...]:
    """The triple patterns, as rdflib reads them, that every row of an answer must meet; of a page
    that is shown again they are known, as reading a query takes longer than asking it."""
    from rdflib.plugins.sparql import prepareQuery

    try:
        algebra = prepareQuery(sparql, initNs=WRITTEN).algebra
    except Exception:  # noqa: BLE001 - rdflib raises anything for what it cannot read, and others can
        return ()
    return tuple(_required(algebra))


def _required(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    name = getattr(node, "name", "")
    if name == "BGP":
        yield from node.triples
    elif name not in ALTERNATIVE:
        for part in ("p", "p1") if name in SHARED else ("p", "p1", "p2"):
            if part in (node or {}):
                yield from _required(node[part])


def _is_of_any_length(path: Any) -> bool:
    """Whether a property path may be of any length, so that it joins each thing with itself."""
    from rdflib.paths import MulPath, Path

    inside = [path.arg] if hasattr(path, "arg") else getattr(path, "args", [])
    return isinstance(path, MulPath) or (
        isinstance(path, Path) and any(map(_is_of_any_length, inside))
    )


def _said(graph: Graph, subject: Any, predicate: Any, value: Any, *, exact: bool) -> list[str]:
    """The line about a condition; none for one that something meets."""
    from rdflib import Literal, URIRef

    if _met(graph, subject, predicate, value):
        return []
    nowhere = [step for step in _steps(predicate) if not _met(graph, "?s", step, "?o")]
    if nowhere:
        return [_nothing_has(graph, step) for step in nowhere]
    is_class = str(predicate) == f"{RDF}type" and isinstance(value, URIRef)
    if is_class and not _met(graph, "?s", predicate, value):
        return [_nothing_is(graph, value)]
    if not exact:
        return []
    said = f"nothing in the graph meets {' '.join(map(_plain, (subject, predicate, value)))}"
    if isinstance(value, Literal) and not value.language:
        tagged = Literal(str(value), lang=LANGUAGE)
        if _met(graph, subject, predicate, tagged):
            return [f"{said}; with {_plain(tagged)} something does"]
    return [said]


def _nothing_is(graph: Graph, kind: Any) -> str:
    """The line about a class of nothing; of a graph in which what follows is not put down, how the
    things of the classes below it are found."""
    name, line = short(str(kind)), f"nothing in the graph is a {short(str(kind))}"
    (row,) = graph.select(BELOW % kind.n3())
    number = int(text_of(row["number"]))
    if not number:
        return line
    are = "1 thing is" if number == 1 else f"{number:,} things are"
    return f"{line} itself, but {are} of classes below it: ask ?x a/rdfs:subClassOf* {name}"


def _nothing_has(graph: Graph, step: Any) -> str:
    """The same about a property, and those below it."""
    name = short(str(step))
    line = f"nothing in the graph has {name}"
    if not graph.ask(f"ASK {{ ?below rdfs:subPropertyOf+ {step.n3()} . ?s ?below ?o }}"):
        return line
    return (
        f"{line} itself, but properties below it: ?below rdfs:subPropertyOf* {name} . ?x ?below ?y"
    )


def _steps(predicate: Any) -> list[Any]:
    """The properties of which all are needed: one, or those of a path one behind the other."""
    from rdflib import URIRef
    from rdflib.paths import SequencePath

    steps = predicate.args if isinstance(predicate, SequencePath) else [predicate]
    return [step for step in steps if isinstance(step, URIRef)]


def _met(graph: Graph, *pattern: Any) -> bool:
    return graph.ask(f"ASK {{ {' '.join(map(_written, pattern))} }}")


def _written(term: Any) -> str:
    """A term or path as SPARQL has it; a blank node is a variable there."""
    from rdflib import BNode

    if isinstance(term, BNode):
        return f"?blank{''.join(c for c in term if c.isalnum())}"
    return str(term.n3()) if hasattr(term, "n3") else str(term)


def _plain(term: Any) -> str:
    """A term as people are shown it."""
    from rdflib import BNode, URIRef

    if isinstance(term, BNode):
        return "[]"
    return short(str(term)) if isinstance(term, URIRef) else shown(_written(term)).strip("“”")
