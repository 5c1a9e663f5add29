"""Writes rows and graphs in the formats that people and programs read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from pyoxigraph import BlankNode, Literal, RdfFormat, Triple, serialize

from gcm_kg.errors import InputError, one_line
from gcm_kg.rdf.namespaces import PREFIXES, XSD
from gcm_kg.store.graph import Term, text_of, value_of

Terms = Sequence[Term | None]
"""A row of an answer; None where a variable is not bound."""
BARE = {
    XSD + "boolean": r"true|false",
    XSD + "integer": r"[+-]?[0-9]+",
    XSD + "decimal": r"[+-]?[0-9]*\.[0-9]+",
    XSD + "double": r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+",
}
"""Datatypes whose values stand without quotes, and how these must look (Turtle, section 2.5.2)."""
GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}
ROW_FORMATS = ("table", "csv", "tsv", "json", "xml", "objects", "markdown")
"""The formats of an answer that is a table: json and xml are SPARQL's, objects plain JSON."""
GRAPH_FORMATS = tuple(GRAPHS)
"""The formats of an answer that is a graph."""


def known_format(form: str, formats: Sequence[str], what: str) -> str:
    """The format, if it is one of those that the kind of answer has; raises InputError if not."""
    if form not in formats:
        expected = f"one of {', '.join(formats)}"
        raise InputError("the format", expected, form, f"the answer is {what}")
    return form


def rows_text(names: Sequence[str], rows: Iterable[Terms], form: str) -> str:
    """Rows as text, in one of ``ROW_FORMATS`` but "table"."""
    return WRITERS[known_format(form, ROW_FORMATS[1:], "rows")](names, rows)


def truth_text(value: bool, form: str) -> str:
    """True or false as text: in JSON as SPARQL has it, else the bare word."""
    known_format(form, ROW_FORMATS, "true or false")
    if form == "json":
        import json

        return json.dumps({"head": {}, "boolean": value}, separators=(",", ":")) + "\n"
    if form == "xml":
        from gcm_kg.querying.xml_results import xml_truth

        return xml_truth(value)
    return f"{str(value).lower()}\n"


def _csv(names: Sequence[str], rows: Iterable[Terms]) -> str:
    """SPARQL 1.1 Query Results CSV (section 3): values without type, lines that end in CRLF."""
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([text_of(term) for term in row] for row in rows)
    return text.getvalue()


def _tsv(names: Sequence[str], rows: Iterable[Terms]) -> str:
    """SPARQL 1.1 Query Results TSV (section 4): terms as in Turtle, numbers bare."""
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if t is None else _tsv_term(t) for t in row) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _tsv_term(term: Term) -> str:
    bare = BARE.get(term.datatype.value) if isinstance(term, Literal) else None
    if isinstance(term, Literal) and bare and re.fullmatch(bare, term.value):
        return term.value
    return str(term).replace("\t", "\\t")


def _json(names: Sequence[str], rows: Iterable[Terms]) -> str:
    """SPARQL 1.1 Query Results JSON (section 3)."""
    import json

    bindings = [
        {name: _binding(term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in rows
    ]
    whole = {"head": {"vars": list(names)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _objects(names: Sequence[str], rows: Iterable[Terms]) -> str:
    """Plain JSON: a list of objects, numbers and truth values as such, null for no value."""
    import json

    objects = [{n: value_of(term) for n, term in zip(names, row, strict=True)} for row in rows]
    lines = ",\n ".join(json.dumps(one, ensure_ascii=False) for one in objects)
    return f"[{lines}]\n"


def _xml(names: Sequence[str], rows: Iterable[Terms]) -> str:
    from gcm_kg.querying.xml_results import xml_rows

    return xml_rows(names, rows)


def _binding(term: Term) -> dict[str, Any]:
    if isinstance(term, Literal):
        binding = {"type": "literal", "value": term.value}
        if term.language:
            return {**binding, "xml:lang": term.language}
        kind = term.datatype.value
        return binding if kind.endswith("XMLSchema#string") else {**binding, "datatype": kind}
    if isinstance(term, Triple):
        ends = ("subject", "predicate", "object")
        return {"type": "triple", "value": {e: _binding(getattr(term, e)) for e in ends}}
    return {"type": "bnode" if isinstance(term, BlankNode) else "uri", "value": term.value}


def _markdown(names: Sequence[str], rows: Iterable[Terms]) -> str:
    return markdown(names, ([text_of(term) for term in row] for row in rows))


ESCAPED = str.maketrans({"\\": "\\\\", "|": "\\|", "<": "&lt;"})
"""Signs of Markdown and of HTML in it."""


def markdown(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown (GitHub's, section 4.10), a row a line; what would be HTML is text."""

    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(one_line(cell).translate(ESCAPED) for cell in cells)} |\n"

    return "".join((line(names), line("---" for _ in names), *map(line, rows)))


WRITERS = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
    "objects": _objects,
    "markdown": _markdown,
}


def is_empty(text: str, form: str) -> bool:
    """Whether an answer that was written in a format has no row, or no triple."""
    if form in ("csv", "tsv", "markdown"):
        return text.count("\n") == 1 + (form == "markdown")
    if form in ("json", "objects"):
        return text.endswith('"bindings":[]}}\n') or text == "[]\n"
    if form == "xml":
        return "<results>" in text and "<result>" not in text
    if form == "rdfxml":
        return not re.search("<[^>]+ rdf:(?:about|nodeID)=", text)
    if form == "jsonld":
        return "".join(text.split()).endswith('"@graph":[]}')
    return all(line.startswith(("@prefix", "@base")) for line in text.split("\n") if line)


def graph_text(
    triples: Iterable[Triple], form: str, context: Callable[[], dict[str, Any]] | None = None
) -> str:
    """A graph as text: distinct triples, sorted, so that the same graph is the same text.

    ``context`` gives the JSON-LD context by which triples without blank nodes are written. Raises
    InputError for a format that is not known, or cannot say what the graph holds.
    """
    known_format(form, GRAPH_FORMATS, "a graph")
    distinct = sorted(set(triples), key=str)
    with suppress(TypeError):  # blank nodes, and what RDF 1.1 has not: we publish none of them
        if form == "turtle":
            from gcm_kg.rdf import turtle

            return turtle.turtle(turtle.Layout().extend(distinct))
        if form == "jsonld" and context:
            from gcm_kg.rdf import jsonld

            return jsonld.document(distinct, context())
    prefixes = PREFIXES if form in ("turtle", "trig", "jsonld", "rdfxml") else None
    try:
        text = (serialize(distinct, format=GRAPHS[form], prefixes=prefixes) or b"").decode()
    except (ValueError, OSError) as error:
        advice = "use turtle" if form != "turtle" else "use ntriples"
        raise InputError("the answer", f"what {form} can say", str(error), advice) from None
    return text if not text or text.endswith("\n") else f"{text}\n"
