"""What follows from graphs of others, put beside them: as in the built graph, whoever asks for a
class or property finds what is of one below it, whether ours or one of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from gcm_kg.rdf.closure import OF_THE_SCHEMA, TYPE, Closure, Schema, schema
from gcm_kg.rdf.described import as_quads, parted
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.rdf.parsing import parse_turtle


def add_what_follows(store: Store, ontology: Path, graphs: Sequence[str] = ()) -> None:
    """Adds what follows from the named graphs, or from all that a store holds, by the ontology and
    by what the store says of classes and properties; it goes into the graph of the closure.

    Only what can have something following is read again: not concepts and what is broader than
    they are, of which vocabularies of others have millions. Without the ontology's file, the store
    alone says what follows.
    """
    declared = [quad for name in OF_THE_SCHEMA for quad in _of(store, name)]
    ours = parse_turtle(ontology) if ontology.is_file() else []
    known = schema([*ours, *declared])
    told = list(_told(store, known, frozenset(graphs)))
    lines = (serialize(told, format=RdfFormat.N_QUADS) or b"").decode()
    for quad in as_quads(Closure(known).derived(parted(lines))):
        if not any(store.quads_for_pattern(quad.subject, quad.predicate, quad.object)):
            store.add(quad)


def _told(store: Store, known: Schema, graphs: frozenset[str]) -> Iterator[Quad]:
    """The statements from which something follows, each once."""
    types = (quad for kind in sorted(known.classes) for quad in _of(store, TYPE, kind))
    names = sorted(name for name in (*known.properties, *known.inverses) if SKOS not in name)
    others = (quad for name in names for quad in _of(store, name))
    for quad in dict.fromkeys(chain(types, others)):
        if not graphs or getattr(quad.graph_name, "value", "") in graphs:
            yield quad


def _of(store: Store, predicate: str, value: str = "") -> Iterable[Quad]:
    return store.quads_for_pattern(None, NamedNode(predicate), NamedNode(value) if value else None)
