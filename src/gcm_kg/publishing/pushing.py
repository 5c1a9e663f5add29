"""Brings the named graphs of a graph into a store of others: what has changed, and nothing twice.

What is there is kept in a graph of its own, ``RECORD``: for each graph that was brought, a digest
and the number of its triples. Whoever is interrupted goes on from there.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import BASE, SCHEMA, VOID, XSD
from gcm_kg.store.graph import Graph
from gcm_kg.store.graph_store import GraphStore

RECORD = BASE + "graph/pushed"
DIGEST, NUMBER = NamedNode(SCHEMA + "sha256"), NamedNode(VOID + "triples")
OFTEN = 10.0
"""Seconds after which the record is written: what a killed process has to bring again."""
MODULUS = 1 << 256


class Brought(NamedTuple):
    """The digest of a graph, in hexadecimal digits, and the number of its triples."""

    digest: str
    triples: int


@dataclass(slots=True)
class Pushed:
    """The names of the graphs that were written, were there already, and were removed."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    triples: int = 0


def push(graph: Graph, target: GraphStore, advance: Callable[[], None] = lambda: None) -> Pushed:
    """Writes the named graphs of a graph into a store, unless they are there as they are here;
    removes those that were brought before and are not here any more, and no others.

    Each graph is counted in the store after it is written. Raises InputError for a store that
    refuses, or counts otherwise, and for a graph with blank nodes; what is there then is recorded.
    """
    here = {name: digest(graph.quads(name)) for name in graph.named_graphs()}
    before = _recorded(target)
    done = Pushed(removed=[name for name in before if name not in here])
    done.unchanged = [n for n in here if here[n] == before.get(n) == _size(target, n, here[n])]
    done.written = [name for name in here if name not in done.unchanged]
    record = {name: before[name] for name in (*done.unchanged, *done.removed)}
    with _kept(target, before, record) as keep:
        for name in done.removed:
            target.delete(name)
            del record[name]
        for name in done.written:
            target.put(name, (quad.triple for quad in graph.quads(name)))
            if (found := target.size(name)) != here[name].triples:
                raise _otherwise(name, here[name].triples, found)
            record[name] = here[name]
            keep()
            advance()
    done.triples = sum(brought.triples for brought in here.values())
    return done


def _size(target: GraphStore, name: str, here: Brought) -> Brought:
    """What is here, with the number of triples that the store counts in its place."""
    return here._replace(triples=target.size(name))


@contextmanager
def _kept(
    target: GraphStore, before: dict[str, Brought], record: dict[str, Brought]
) -> Iterator[Callable[[], None]]:
    """Writes the record before anything is changed, so that it never promises what a killed process
    has left half done; then when it is called, now and then; and at the end."""
    written, last = dict(before), -OFTEN

    def keep(now: float) -> None:
        nonlocal last, written
        if record != written and now - last >= OFTEN:
            target.put(RECORD, _lines(record)) if record else target.delete(RECORD)
            written, last = dict(record), now

    keep(time.monotonic())
    try:
        yield lambda: keep(time.monotonic())
    finally:
        keep(time.monotonic() + OFTEN)


def _otherwise(name: str, expected: int, found: int) -> InputError:
    advice = "look at the two, as by gcm-kg doctor, and push again"
    return InputError(name, f"{expected:,} triples", f"{found:,} in the store", advice)


def digest(quads: Iterable[Quad]) -> Brought:
    """A digest of triples that is the same in whatever order they come: the sum of the SHA-256 of
    their lines of N-Triples, modulo 2 to the 256.

    Raises InputError for blank nodes, which have other names in each store.
    """
    total = number = 0
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            advice = "give the published graph, which has none"
            raise InputError(str(quad.graph_name), "a graph without blank nodes", "one", advice)
        line = f"{quad.subject} {quad.predicate} {quad.object}".encode()
        total += int.from_bytes(hashlib.sha256(line).digest())
        number += 1
    return Brought(f"{total % MODULUS:064x}", number)


def _recorded(target: GraphStore) -> dict[str, Brought]:
    rows = target.rows(
        f"SELECT ?g ?d ?n {{ GRAPH {NamedNode(RECORD)} {{ ?g {DIGEST} ?d ; {NUMBER} ?n }} }}"
    )
    return {row["g"].value: Brought(row["d"].value, int(row["n"].value)) for row in rows}


def _lines(record: dict[str, Brought]) -> Iterator[Triple]:
    for name, brought in sorted(record.items()):
        node, number = NamedNode(name), str(brought.triples)
        yield Triple(node, DIGEST, Literal(brought.digest))
        yield Triple(node, NUMBER, Literal(number, datatype=NamedNode(XSD + "integer")))
