"""What of an endpoint's answer is no row of RDF terms: it is counted and said, and the other rows
are used."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.left_out import LeftOut

LANGUAGE = "xml:lang"


class OddRow(NamedTuple):
    """A row that cannot be used: as it came, and what is wrong with it."""

    row: str
    fault: str


def said_of(rows: Iterable[OddRow]) -> LeftOut:
    """What to say of rows that are left out."""
    left_out = LeftOut("rows")
    for row, fault in rows:
        left_out.add(InputError(shown(row), "terms of RDF", fault, "correct it there"))
    return left_out


def usable(content: bytes) -> tuple[bytes, list[OddRow]]:
    """An answer in JSON without the rows that hold no terms of RDF, and these
    (SPARQL 1.1 Query Results JSON Format, section 3.2); an answer without faults as it is.

    Raises SyntaxError for what is no such answer, and where none of its rows can be used.
    """
    try:
        _read(content)
    except SyntaxError as error:
        return _without_odd_rows(content, error)
    return content, []


def _without_odd_rows(content: bytes, error: SyntaxError) -> tuple[bytes, list[OddRow]]:
    try:
        whole = json.loads(content)
        head, rows = whole["head"], whole["results"]["bindings"]
    except (ValueError, RecursionError, TypeError, KeyError):
        raise error from None
    odd, good = list[OddRow](), []
    for row in rows if isinstance(rows, list) else ():
        one = _without_empty_tags(row)
        if fault := _fault(head, one):
            odd.append(OddRow(json.dumps(row, ensure_ascii=False), fault))
        else:
            good.append(one)
    if not good:
        raise error
    return _answer(head, good), odd


def _fault(head: Any, row: Any) -> str:
    """What is wrong with a row, by itself: a parser that met a fault must not be asked again."""
    try:
        _read(_answer(head, [row]))
    except SyntaxError as error:
        return str(error)
    return ""


def _read(content: bytes) -> None:
    results = parse_query_results(content, format=QueryResultsFormat.JSON)
    if not isinstance(results, QueryBoolean):
        for _ in results:
            pass


def _answer(head: Any, rows: list[Any]) -> bytes:
    return json.dumps({"head": head, "results": {"bindings": rows}}).encode()


def _without_empty_tags(row: Any) -> Any:
    """A row whose literals have no language where their tag is empty (RDF/XML, section 2.7)."""
    if not isinstance(row, dict):
        return row
    return {name: _without_empty_tag(term) for name, term in row.items()}


def _without_empty_tag(term: Any) -> Any:
    if isinstance(term, dict) and term.get(LANGUAGE) == "":
        return {key: value for key, value in term.items() if key != LANGUAGE}
    return term
