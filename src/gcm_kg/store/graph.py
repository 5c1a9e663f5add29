"""The one seam to a graph: whatever is asked above the store is asked through ``Graph``.

A graph is local, in Oxigraph on disk or in memory, or remote, at any endpoint of SPARQL 1.1 (see
``endpoint``). All its named graphs are asked together, unless FROM says which; the project's
prefixes need not be declared. What an engine says of a query, or of the disk, is put into words
here.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    Store,
    Triple,
)

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, WRITTEN, XSD
from gcm_kg.rdf.sparql import undeclared, words
from gcm_kg.rdf.substitution import substituted

if TYPE_CHECKING:
    import rdflib


Term = NamedNode | BlankNode | Literal | Triple
Result = QuerySolutions | QueryBoolean | Iterator[Triple]
"""What a SELECT, an ASK, and a CONSTRUCT or DESCRIBE give."""
PLACE = re.compile(r"error at (\d+):(\d+): expected ")
"""Where Oxigraph stopped reading: "error at 1:20: expected …"; not "error: …", of evaluation."""
SENTENCE = re.compile(r"(?:^|one of |, )([A-Za-z*]+(?: [A-Za-z*]+)+)(?=,|$)")
"""What an engine says in words, among the many tokens that it would have taken."""
# Matches “FROM <…>”, not “?from”; in a string or comment it matches too.
FROM = re.compile(r"(?<![\w?$:])FROM(?!\w)", re.IGNORECASE)
FLOATS = frozenset(XSD + name for name in ("decimal", "double", "float"))
INDEX = "search.sqlite"
"""The index of words in the directory of a store."""
IN_MEMORY = ":memory:"
"""What stands for the place of a graph that has none."""


CLOSURE = NamedNode(CLOSURE_GRAPH)


class Graph(ABC):
    """A graph that can be asked, and is never changed.

    ``where`` is the path or the address that was given, or nothing for the built graph;
    ``directory`` that of its store, which may hold an index of words.
    """

    where: str
    directory: Path | None = None

    @abstractmethod
    def query(self, sparql: str) -> Result:
        """The answer to a query. Raises InputError, maybe while the answer is read."""

    @abstractmethod
    def triples(
        self, subject: Term | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        """The triples of a pattern, in which None is for anything: those that are stated, not what
        follows from them."""

    @abstractmethod
    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """All quads, or those of one named graph."""

    @abstractmethod
    def named_graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""

    @abstractmethod
    def dataset(self) -> rdflib.Dataset:
        """The same graph for rdflib."""

    def select(self, sparql: str, **terms: Term) -> Iterator[QuerySolution]:
        """The rows of a SELECT query; ``name=term`` puts a term in the place of ``?_name``.

        Raises InputError, while they are read.
        """
        if terms:
            sparql = substituted(sparql, {f"_{name}": [str(t)] for name, t in terms.items()})
        with answering(sparql):
            yield from cast(QuerySolutions, self.query(sparql))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query."""
        return bool(self.query(sparql))

    def construct(self, sparql: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT query. Raises InputError, while they are read."""
        with answering(sparql):
            yield from cast("Iterator[Triple]", self.query(sparql))

    def describe(self, iri: str) -> Iterator[Triple]:
        """What the graph says of a thing, given its IRI."""
        return self.construct(f"DESCRIBE {NamedNode(iri)}")

    @property
    def store(self) -> Store:
        """The store that holds the graph. Raises InputError for a remote graph."""
        advice = "download the graph and give the file"
        raise InputError(self.where, "a graph in a store of this machine", "an address", advice)


class LocalGraph(Graph):
    """A graph in Oxigraph, in memory or on disk."""

    def __init__(self, store: Store, where: str = IN_MEMORY, directory: Path | None = None) -> None:
        self._store, self.where, self.directory = store, where, directory

    @property
    def store(self) -> Store:
        return self._store

    def query(self, sparql: str, over: tuple[Sequence[str], Sequence[str]] | None = None) -> Result:
        """The answer to a query; ``over`` are the IRIs of the graphs that make the default graph,
        and of the named graphs, whatever FROM says (SPARQL 1.1 Protocol, section 2.1.4)."""
        with answering(sparql):
            if over is None:
                maybe = "FROM" in sparql.upper() and FROM.search(sparql)
                together = not maybe or "FROM" not in words(sparql)
                answer = self._store.query(
                    sparql, prefixes=WRITTEN, use_default_graph_as_union=together
                )
            else:
                default, named = ([NamedNode(iri) for iri in iris] for iris in over)
                answer = self._store.query(
                    sparql, prefixes=WRITTEN, default_graph=[*default], named_graphs=[*named]
                )
        return cast(Result, answer)

    def triples(
        self, subject: Term | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        with answering(""):
            found = self._store.quads_for_pattern(cast(Any, subject), predicate, value)
            yield from (quad.triple for quad in found if quad.graph_name != CLOSURE)

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        node = None if graph is None else NamedNode(graph)
        with answering(""):
            yield from self._store.quads_for_pattern(None, None, None, node)

    def named_graphs(self) -> list[str]:
        return sorted(str(getattr(g, "value", g)) for g in self._store.named_graphs())

    def dataset(self) -> rdflib.Dataset:
        import rdflib
        from oxrdflib.store import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self._store), default_union=True)


def in_memory(quads: Iterable[Quad | Triple], where: str = IN_MEMORY) -> LocalGraph:
    """A graph of some quads; triples go into the default graph."""
    store = Store()
    whole = (q if isinstance(q, Quad) else Quad(q.subject, q.predicate, q.object) for q in quads)
    store.bulk_extend(whole)
    return LocalGraph(store, where)


def is_address(where: str) -> bool:
    """Whether what names a graph is the address of an endpoint rather than a path."""
    return where.lower().startswith(("http://", "https://"))


@contextmanager
def answering(sparql: str) -> Iterator[None]:
    """Raises InputError for what an engine says while it answers: of the query, or of the disk."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        found = mistake(sparql, getattr(error, "msg", None) or str(error))
        raise InputError("the query", "SPARQL 1.1", found, "correct it") from None
    except (OSError, RuntimeError) as error:
        if str(error).startswith(("Corruption", "IO error")):
            advice = "remove the directory of the store and ask again"
            raise InputError("the store", "one that is whole", str(error), advice) from None
        expected = "a query that can be answered"
        raise InputError("the query", expected, str(error), "correct it") from None


def mistake_in(sparql: str) -> tuple[int | None, str] | None:
    """The line of a mistake in a query, and what it is; None for a query that can be read."""
    try:
        Store().query(sparql, prefixes=WRITTEN)
    except (SyntaxError, ValueError) as error:
        message = getattr(error, "msg", None) or str(error)
        place = PLACE.match(message)
        return int(place[1]) if place else None, mistake(sparql, message)
    return None


def mistake(sparql: str, message: str, before: int = 0) -> str:
    """Where Oxigraph stopped reading, and what it says in words; ``before`` are the characters of
    the first line that its author has not written."""
    place = PLACE.match(message)
    if not place:
        return message
    line, column = int(place[1]), int(place[2])
    lines = sparql.split("\n")
    rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
    column -= before if line == 1 else 0
    said = SENTENCE.search(message, place.end())
    if name := undeclared(sparql, WRITTEN):
        return f"that the prefix {name} is not declared"
    near = f"before {shown(rest, 30)}" if rest.strip() else "at the end"
    return f"a mistake at {line}:{column}, {near}" + (f" ({said[1]})" if said else "")


def value_of(term: Term | None) -> str | int | float | bool | None:
    """A term as a value of Python: numbers and truth values as such, IRIs without brackets."""
    if isinstance(term, Literal):
        try:
            if term.datatype.value == XSD + "integer":
                return int(term.value)
            if term.datatype.value in FLOATS:
                return float(term.value)
        except ValueError:  # a value that its datatype has not
            return term.value
        if term.datatype.value == XSD + "boolean":
            return term.value in ("true", "1")
    return None if term is None else str(getattr(term, "value", term))


def text_of(term: Term | None) -> str:
    """A term as text: IRIs without brackets, literals without type; nothing for no term."""
    if term is None:
        return ""
    return str(term) if isinstance(term, Triple | BlankNode) else term.value
