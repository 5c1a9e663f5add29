"""Writes the questions as data: SHACL executables with their parameters and keywords.

After the convention for example queries of SPARQL endpoints: sh:SPARQLExecutable with
sh:select or sh:construct (SHACL Advanced Features, section 4.3), schema:keywords, rdfs:comment.
The query has the defaults of its parameters filled in, so that it can be run as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.parameters import literal
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.declarations import declared_prefixes
from gcm_kg.rdf.namespaces import BASE, QUESTION_GRAPH, RDF, RDFS, SCHEMA, SH, expand
from gcm_kg.rdf.sparql import tokens
from gcm_kg.rdf.substitution import substituted

TYPE = NamedNode(RDF + "type")
SPECIAL, ESCAPED = re.compile(r"[\\.?*+{}()\[\]|^$]"), r"\\\g<0>"
"""Characters that mean something in an expression of SPARQL, and how they stand for themselves."""


def catalogue(questions: Iterable[Question]) -> Iterator[Triple]:
    """The triples that describe the questions, in their order.

    Raises InputError for a default that is to be an IRI and is none.
    """
    yield from declared_prefixes(NamedNode(QUESTION_GRAPH))
    for question in questions:
        yield from _described(question)
        for parameter in question.parameters:
            yield from _parameter(question, parameter)


def question_iri(question: Question) -> str:
    """The IRI of a question."""
    return f"{BASE}question/{question.name}"


def _described(question: Question) -> Iterator[Triple]:
    node = NamedNode(question_iri(question))
    kinds = (f"{SH}SPARQLExecutable", f"{SH}SPARQL{question.form.capitalize()}Executable")
    for kind in kinds:
        yield Triple(node, TYPE, NamedNode(kind))
    yield Triple(node, NamedNode(SH + "prefixes"), NamedNode(QUESTION_GRAPH))
    for predicate, text in (("label", question.summary), ("comment", question.description)):
        yield Triple(node, NamedNode(RDFS + predicate), Literal(text, language="en"))
    for tag in question.tags:
        yield Triple(node, NamedNode(SCHEMA + "keywords"), Literal(tag))
    for parameter in question.parameters:
        yield Triple(node, NamedNode(SH + "parameter"), _parameter_node(question, parameter))
    yield Triple(node, NamedNode(SH + question.form.lower()), Literal(runnable(question)))


def runnable(question: Question) -> str:
    """The query alone, the defaults of its parameters filled in."""
    given = [parameter for parameter in question.parameters if parameter.default is not None]
    filled = {parameter.variable: [str(_default(question, parameter))] for parameter in given}
    return _without_comments(substituted(question.sparql, filled)).strip() + "\n"


def _without_comments(text: str) -> str:
    """A query without comments and without the lines that were nothing else."""
    kept, dropped = "", False
    for kind, token in tokens(text):
        if kind == "comment":
            kept = kept.rstrip(" ")
        else:
            alone = dropped and (not kept or kept.endswith("\n"))
            kept += token.removeprefix("\n") if alone else token
        dropped = kind == "comment"
    return kept


def _default(question: Question, parameter: Parameter) -> NamedNode | Literal:
    value = parameter.default or ""
    if parameter.kind != "iri":
        return literal(parameter.kind, value)
    try:
        return NamedNode(value)
    except ValueError:
        place, expected = f"{question.name}.rq", f"an IRI as the default of {parameter.name}"
        raise InputError(place, expected, shown(value), "write the IRI in full") from None


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
            yield Triple(node, NamedNode(SH + "class"), NamedNode(expand(parameter.of)))
    else:
        kind = literal(parameter.kind, "1").datatype
        yield Triple(node, NamedNode(SH + "datatype"), kind)
    if parameter.allowed:
        pattern = f"^({'|'.join(SPECIAL.sub(ESCAPED, value) for value in parameter.allowed)})$"
        yield Triple(node, NamedNode(SH + "pattern"), Literal(pattern))
    if parameter.optional:
        yield Triple(node, NamedNode(SH + "optional"), Literal(True))
    if parameter.default is not None:
        yield Triple(node, NamedNode(SH + "defaultValue"), _default(question, parameter))
