"""Writes answers in the formats that people and programs read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import (
    BlankNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

    Term = NamedNode | BlankNode | Literal | Triple

ROW_FORMATS = ("table", "csv", "tsv", "json", "markdown")
"""The formats of an answer that is a table."""
GRAPH_FORMATS = ("turtle", "trig", "jsonld", "ntriples", "nquads", "rdfxml")
"""The formats of an answer that is a graph."""
_ROWS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
}
_GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}
Answer = QuerySolutions | QueryTriples | QueryBoolean


def serialized(answer: Answer, form: str = "") -> str:
    """An answer as text in a format; by default JSON for rows and truth values, Turtle for a graph.

    Raises InputError for a format that the kind of answer has not.
    """
    if isinstance(answer, QueryTriples):
        return graph_text(answer, _known(form or "turtle", GRAPH_FORMATS, "a graph"))
    if isinstance(answer, QueryBoolean):
        return _truth(answer, _known(form or "json", ROW_FORMATS, "true or false"))
    form = _known(form or "json", ROW_FORMATS[1:], "rows")
    if form == "markdown":
        return markdown(*texts(answer))
    text = (answer.serialize(format=_ROWS[form]) or b"").decode()
    return text if text.endswith("\n") else f"{text}\n"


def _known(form: str, formats: Sequence[str], what: str) -> str:
    if form not in formats:
        expected = f"one of {', '.join(formats)}"
        raise InputError("--format", expected, form, f"the answer is {what}")
    return form


def _truth(answer: QueryBoolean, form: str) -> str:
    if form == "json":
        return (answer.serialize(format=QueryResultsFormat.JSON) or b"").decode() + "\n"
    return f"{str(bool(answer)).lower()}\n"


def texts(answer: QuerySolutions) -> tuple[list[str], list[list[str]]]:
    """The variables and the rows of an answer, IRIs without brackets, literals without type."""
    names = [variable.value for variable in answer.variables]
    return names, [["" if term is None else _text(term) for term in row] for row in answer]


def _text(term: Term) -> str:
    return str(term) if isinstance(term, Triple | BlankNode) else term.value


def markdown(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown (GitHub's, section 4.10), a row a line."""

    def line(cells: Iterable[str]) -> str:
        escaped = (" ".join(c.split()).replace("\\", "\\\\").replace("|", "\\|") for c in cells)
        return f"| {' | '.join(escaped)} |\n"

    return "".join((line(names), line("---" for _ in names), *map(line, rows)))


def solutions(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> QuerySolutions:
    """Rows of terms as an answer to a query, so that they are written as every other answer is."""
    variables = " ".join(f"?{name}" for name in names)
    values = "\n".join(
        f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows
    )
    answer = Store().query(f"SELECT {variables} {{ VALUES ({variables}) {{\n{values}\n}} }}")
    assert isinstance(answer, QuerySolutions)
    return answer


def graph_text(triples: Iterable[Triple], form: str) -> str:
    """A graph as text: distinct triples, sorted, so that the same graph is the same text."""
    from gcm_kg.rdf import turtle

    distinct = sorted(set(triples), key=str)
    if not any(isinstance(node, BlankNode) for t in distinct for node in (t.subject, t.object)):
        if form == "turtle":
            return turtle.turtle(turtle.Layout().extend(distinct))
        if form == "jsonld":
            return _json_ld(distinct)
    form_ = _GRAPHS[form]
    prefixes = PREFIXES if form in ("turtle", "trig", "jsonld", "rdfxml") else None
    try:
        text = (serialize(distinct, format=form_, prefixes=prefixes) or b"").decode()
    except ValueError as error:
        raise InputError("the answer", f"what {form} can say", str(error), "use turtle") from None
    return text if not text or text.endswith("\n") else f"{text}\n"


def _json_ld(triples: list[Triple]) -> str:
    from gcm_kg.project import this_project
    from gcm_kg.rdf import jsonld
    from gcm_kg.rdf.jsonld import load_context

    return jsonld.document(triples, load_context(this_project()))
