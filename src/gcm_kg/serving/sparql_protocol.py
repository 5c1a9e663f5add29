"""Answers the requests of the SPARQL 1.1 Protocol for queries; there are no updates."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Triple

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.results import Terms, graph_text, rows_text, truth_text
from gcm_kg.serving.limits import refuse_heavy, refuse_outward, varies
from gcm_kg.serving.messages import Refused, Request, Response, fields, only, wrong
from gcm_kg.serving.negotiation import GRAPHS, HTML, ROWS, best, chosen, labelled
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import answering, text_of

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
MOST_BYTES = 100_000_000
"""Bytes of an answer."""
AT_ONCE = 1 << 16
MOST_TRIPLES = 1_000_000
"""Triples of an answer that is a graph."""
TOO_LARGE = "the answer: expected at most {:,} {}, found more; ask for less at once, with LIMIT"


class Bounded(io.BytesIO):
    """Bytes that do not grow beyond a limit. Raises Refused at it."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > MOST_BYTES:
            raise Refused(413, TOO_LARGE.format(MOST_BYTES, "bytes"))
        return super().write(data)


def sparql(request: Request, served: Served) -> Response:
    """The answer to a query, or the description of the service where none is asked.

    SPARQL 1.1 Protocol, section 2.1. Raises Refused.
    """
    given = _given(request)
    if "query" not in given:
        return _without_query(request, served, given)
    if len(given["query"]) > 1:
        raise Refused(400, "query: expected one, found several")
    text = given["query"][0]
    refuse_heavy(text)
    refuse_outward(text, served.hosts)
    default, named = given.get("default-graph-uri", []), given.get("named-graph-uri", [])
    over = (default, named) if default or named else None
    try:
        answer = served.graph.query(text, _checked(over) if over else None)
        form = only(given, "format")
        body, media_type = written(answer, request.accept, form, served)
    except InputError as error:
        raise wrong(error) from None
    headers = {"Vary": "Accept"}
    return Response(body, labelled(media_type), headers=headers, lasting=not varies(text))


def _given(request: Request) -> Mapping[str, list[str]]:
    """What a request gives, wherever the protocol lets it stand (sections 2.1.1 to 2.1.3)."""
    given = dict(request.parameters)
    if request.method in ("GET", "HEAD"):
        return _without_update(given)
    kind = request.content_type.partition(";")[0].strip().lower()
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the body: expected text in UTF-8") from None
    if kind == DIRECT:
        if "query" in given:
            raise Refused(400, "query: expected one, found one in the address and one in the body")
        return _without_update({**given, "query": [text]})
    if kind == FORM:
        for name, values in fields(text).items():
            given.setdefault(name, []).extend(values)
        if "query" not in given:
            _without_update(given)
            raise Refused(400, "query: expected one, found none in the form")
        return _without_update(given)
    raise Refused(415, f"Content-Type: expected {FORM} or {DIRECT}, found {kind[:60] or 'none'}")


def _without_update(given: dict[str, list[str]]) -> dict[str, list[str]]:
    if "update" in given or "using-graph-uri" in given or "using-named-graph-uri" in given:
        raise Refused(400, "update: expected a query; what is served here is never changed")
    return given


def _checked(over: tuple[Sequence[str], Sequence[str]]) -> tuple[Sequence[str], Sequence[str]]:
    """The names of graphs. Raises Refused for what is no IRI; nothing is ever fetched from one."""
    from pyoxigraph import NamedNode

    for iri in (*over[0], *over[1]):
        try:
            NamedNode(iri)
        except ValueError:
            line = f"default-graph-uri, named-graph-uri: expected an IRI, found {shown(iri)}"
            raise Refused(400, line) from None
    return over


def written(answer: object, accept: str, form: str, served: Served) -> tuple[bytes, str]:
    """An answer in the format that is wanted, and its media type. Raises Refused, InputError."""
    if isinstance(answer, QuerySolutions | QueryBoolean):
        media_type, name = chosen(accept, form, ROWS)
        with answering(""):
            return (_json(answer) if name == "json" else _text(answer, name)), media_type
    media_type, name = chosen(accept, form, GRAPHS)
    with answering(""):
        triples = list(islice(cast("Iterator[Triple]", answer), MOST_TRIPLES + 1))
    if len(triples) > MOST_TRIPLES:
        raise Refused(413, TOO_LARGE.format(MOST_TRIPLES, "triples"))
    return graph_text(triples, name, lambda: served.context).encode(), media_type


def _json(answer: QuerySolutions | QueryBoolean) -> bytes:
    """Rows or a truth value in JSON, by the engine, which is fastest. Raises Refused."""
    whole = Bounded()
    into = io.BufferedWriter(cast(io.RawIOBase, whole), AT_ONCE)  # engines write in small pieces
    answer.serialize(into, format=QueryResultsFormat.JSON)
    into.flush()
    return whole.getvalue()


def _text(answer: QuerySolutions | QueryBoolean, form: str) -> bytes:
    """Rows or a truth value in another format, by ourselves: Oxigraph 0.5.13 leaves IRIs with a
    comma without quotes in CSV, and characters in XML that XML cannot hold. Raises Refused."""
    if isinstance(answer, QueryBoolean):
        return truth_text(bool(answer), form).encode()
    names = [variable.value for variable in answer.variables]
    return rows_text(names, _bounded(tuple(row) for row in answer), form).encode()


def _bounded(rows: Iterable[Terms]) -> Iterator[Terms]:
    """Rows, until there is more in them than an answer may hold. Raises Refused then."""
    size = 0
    for row in rows:
        size += sum(len(text_of(term)) + 1 for term in row)
        if size > MOST_BYTES:
            raise Refused(413, TOO_LARGE.format(MOST_BYTES, "bytes"))
        yield row


def _without_query(request: Request, served: Served, given: Mapping[str, list[str]]) -> Response:
    """The description of the service, or the way to the page of queries for a browser."""
    from gcm_kg.serving.description import described

    if not given and best(request.accept, ["text/turtle", HTML]) == HTML:
        to = request.origin + "/query"
        return Response(status=303, headers={"Location": to, "Vary": "Accept"}, lasting=False)
    media_type, name = chosen(request.accept, only(given, "format"), GRAPHS)
    text = graph_text(described(request.origin, served), name)
    return Response(text.encode(), labelled(media_type), headers={"Vary": "Accept"})
