"""Writes the questions as data: SHACL executables with their parameters and keywords.

After the convention for example queries of SPARQL endpoints: sh:SPARQLExecutable with
sh:select or sh:construct (SHACL Advanced Features, section 4.3), schema:keywords, rdfs:comment.
The query has the defaults of its parameters filled in, so that it can be run as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gcm_kg.iris import BASE, RDF, RDFS, SCHEMA, SH, XSD
from gcm_kg.names import expanded
from gcm_kg.questions import Parameter, Question
from gcm_kg.tokens import substituted, tokens

TYPE = NamedNode(RDF + "type")


def catalogue(questions: Iterable[Question]) -> Iterator[Triple]:
    """The triples that describe the questions, in their order."""
    for question in questions:
        yield from _described(question)
        for parameter in question.parameters:
            yield from _parameter(question, parameter)


def question_iri(question: Question) -> str:
    """The IRI of a question."""
    return f"{BASE}question/{question.name}"


def _described(question: Question) -> Iterator[Triple]:
    node = NamedNode(question_iri(question))
    form = question.form.capitalize() if question.form != "ASK" else "Ask"
    kinds = (f"{SH}SPARQLExecutable", f"{SH}SPARQL{form}Executable")
    for kind in kinds:
        yield Triple(node, TYPE, NamedNode(kind))
    for predicate, text in (("label", question.summary), ("comment", question.description)):
        yield Triple(node, NamedNode(RDFS + predicate), Literal(text, language="en"))
    for tag in question.tags:
        yield Triple(node, NamedNode(SCHEMA + "keywords"), Literal(tag))
    for parameter in question.parameters:
        yield Triple(node, NamedNode(SH + "parameter"), _parameter_node(question, parameter))
    yield Triple(node, NamedNode(SH + question.form.lower()), Literal(runnable(question)))


def runnable(question: Question) -> str:
    """The query alone, the defaults of its parameters filled in."""
    filled = {p.variable: [_default(p)] for p in question.parameters if p.default is not None}
    text = substituted(question.sparql, filled)
    kept = "".join(token for kind, token in tokens(text) if kind != "comment")
    return re.sub(r"\n{2,}", "\n", kept).strip() + "\n"


def _default(parameter: Parameter) -> str:
    value = parameter.default or ""
    if parameter.kind == "iri":
        return str(NamedNode(value))
    kind = XSD + ("integer" if parameter.kind == "integer" else "string")
    return str(Literal(value, datatype=NamedNode(kind)))


def _parameter_node(question: Question, parameter: Parameter) -> NamedNode:
    return NamedNode(f"{question_iri(question)}#{parameter.variable}")


def _parameter(question: Question, parameter: Parameter) -> Iterator[Triple]:
    node = _parameter_node(question, parameter)
    yield Triple(node, TYPE, NamedNode(SH + "Parameter"))
    yield Triple(node, NamedNode(SH + "path"), node)
    yield Triple(node, NamedNode(SH + "name"), Literal(parameter.name, language="en"))
    text = Literal(parameter.description, language="en")
    yield Triple(node, NamedNode(SH + "description"), text)
    if parameter.kind == "iri":
        yield Triple(node, NamedNode(SH + "nodeKind"), NamedNode(SH + "IRI"))
        if parameter.of:
            yield Triple(node, NamedNode(SH + "class"), NamedNode(expanded(parameter.of)))
    else:
        kind = "integer" if parameter.kind == "integer" else "string"
        yield Triple(node, NamedNode(SH + "datatype"), NamedNode(XSD + kind))
    if parameter.allowed:
        pattern = f"^({'|'.join(parameter.allowed)})$"
        yield Triple(node, NamedNode(SH + "pattern"), Literal(pattern))
    if parameter.default is not None:
        value = parameter.default
        term = NamedNode(value) if parameter.kind == "iri" else Literal(value)
        yield Triple(node, NamedNode(SH + "defaultValue"), term)
