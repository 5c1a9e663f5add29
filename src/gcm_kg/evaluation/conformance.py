"""Examines a store of others: does it answer the questions as the built graph does, on its data?"""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, Store, Triple

from gcm_kg.errors import InputError
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.names import all_named
from gcm_kg.querying.parameters import prepared
from gcm_kg.querying.process import answer
from gcm_kg.querying.questions import Question
from gcm_kg.rdf.namespaces import WRITTEN, XSD, short
from gcm_kg.store.graph import Graph, Term

MOST_TRIES = 60
"""Queries that are asked at most to find the smallest one that shows a difference."""
MOST_SHOWN = 3
SECONDS = 2.0
"""For which a smaller query may be asked."""
NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))
TRUTH = {"1": "true", "true": "true", "0": "false", "false": "false"}
"""The values of booleans by how they may be written (XML Schema 1.1 Part 2, section 3.3.2)."""
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a store answers a question, beside the reference.

    ``missing`` and ``extra`` are some of the rows that differ, ``error`` what the store says
    instead of an answer, ``smallest`` a smaller query on which both differ too. ``unasked`` is why
    the question was not asked.
    """

    question: str
    expected: int
    found: int
    missing: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()
    error: str = ""
    seconds: float = 0.0
    smallest: str = ""
    unasked: str = ""

    @property
    def right(self) -> bool:
        """Whether the answer is that of the reference."""
        return not (self.unasked or self.error or self.missing or self.extra)


def example_values(question: Question) -> dict[str, list[str]]:
    """The values of parameters in the example of a question's header, by name."""
    values: dict[str, list[str]] = {}
    known = {parameter.name for parameter in question.parameters}
    tokens = shlex.split(question.example)
    for name, value in zip(tokens, tokens[1:], strict=False):
        if name.startswith("--") and name[2:] in known:
            values.setdefault(name[2:], []).append(value)
    return values


def prepared_examples(
    graph: Graph, questions: Sequence[Question]
) -> tuple[list[tuple[str, str]], list[Verdict]]:
    """The questions with the values of their examples, by name and as SPARQL; and those that cannot
    be asked of this graph, as the values of their examples or their defaults name nothing in it."""
    queries, unasked = [], []
    for question in questions:
        values = example_values(question)
        try:
            queries.append((question.name, prepared(graph, question, values)))
        except InputError as error:
            why = _unknown(graph, question, values) or str(error)
            unasked.append(Verdict(question.name, 0, 0, unasked=why))
    return queries, unasked


def _unknown(graph: Graph, question: Question, values: dict[str, list[str]]) -> str:
    """The value of a question that names nothing in a graph; empty for none."""
    for parameter in (p for p in question.parameters if p.kind == "iri"):
        for name in values.get(parameter.name) or filter(None, [parameter.default]):
            try:
                all_named(graph, name, of=parameter.of)
            except InputError:
                return f"nothing named {short(name)} here"
    return ""


def examined(
    reference: Graph, other: Graph, queries: Sequence[tuple[str, str]],
    differ: Callable[[str], bool] | None = None,
) -> Iterator[Verdict]:  # fmt: skip
    """The verdict on each query, given by name and as SPARQL.

    The reference is right by definition: it holds what the other store was loaded with. With
    ``differ``, which says whether two stores answer a query differently, one whose answers differ
    is made smaller as long as they do.
    """
    for name, sparql in queries:
        expected = answer_of(reference, sparql)
        started = time.perf_counter()
        try:
            found = answer_of(other, sparql)
        except InputError as error:
            yield Verdict(name, expected.total(), 0, error=str(error))
            continue
        seconds = time.perf_counter() - started
        missing, extra = expected - found, found - expected
        less = reduced(sparql, differ) if differ and (missing or extra) else ""
        yield Verdict(
            name, expected.total(), found.total(), _first(missing), _first(extra),
            seconds=seconds, smallest=less,
        )  # fmt: skip


def answer_of(graph: Graph, sparql: str) -> Counter[Row]:
    """The rows, truth value or triples of an answer, whatever their order, as text; numbers that
    are equal, and booleans, are the same. Raises InputError for a graph that does not answer."""
    answer = graph.query(sparql)
    if isinstance(answer, QueryBoolean):
        return Counter([(str(bool(answer)),)])
    if isinstance(answer, QuerySolutions):
        return Counter(tuple(map(_plain, row)) for row in answer)
    return Counter(_of_triple(triple) for triple in answer)


def _of_triple(triple: Triple) -> Row:
    return tuple(map(_plain, (triple.subject, triple.predicate, triple.object)))


def _plain(term: Term | None) -> str:
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return TRUTH.get(term.value, str(term))
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        try:
            return f"{float(term.value):.9g}"
        except ValueError:
            return str(term)
    return "" if term is None else str(term)


def _first(rows: Counter[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows)[:MOST_SHOWN])


def differing(wheres: Sequence[str], seconds: float = SECONDS) -> Callable[[str], bool]:
    """Says of a query whether two stores, named as for ``open_graph``, answer it differently.

    Each is asked in a process of its own, for so many seconds at most: a query of which lines are
    missing may ask for everything beside everything. One that is not answered shows nothing.
    """

    def differ(sparql: str) -> bool:
        try:
            first, second = (_rows(answer(where, sparql, seconds=seconds)) for where in wheres)
        except InputError:
            return False
        return first != second

    return differ


def _rows(found: Answer) -> Counter[Row]:
    if found.triples is not None:
        return Counter(map(_of_triple, found.triples))
    if found.boolean is not None:
        return Counter([(str(found.boolean),)])
    return Counter(tuple(map(_plain, row)) for row in found.terms)


def reduced(sparql: str, differ: Callable[[str], bool]) -> str:
    """A query with as few lines as can be on which two graphs still differ: lines are taken away,
    many at first, as long as they do (delta debugging, Zeller 1999)."""
    tries = iter(range(MOST_TRIES))

    def still(lines: list[str]) -> bool:
        text = "\n".join(lines)
        return _can_be_read(text) and next(tries, None) is not None and differ(text)

    lines = [line for line in sparql.split("\n") if line.strip() and not line.startswith("#")]
    size = max(len(lines) // 2, 1)
    while size:
        start = 0
        while start < len(lines):
            fewer = lines[:start] + lines[start + size :]
            if still(fewer):
                lines = fewer
            else:
                start += size
        size //= 2
    return "\n".join(lines) + "\n"


def _can_be_read(sparql: str) -> bool:
    """Whether a text is a query, so that no other store is asked what is none."""
    try:
        Store().query(sparql, prefixes=WRITTEN)
    except (SyntaxError, ValueError):
        return False
    return True
