"""Puts questions to a graph. Parameters enter as typed terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.names import all_named, named
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.namespaces import XSD
from gcm_kg.rdf.sparql import substituted
from gcm_kg.store.graph import Graph

Value = str | int | Sequence[str | int] | None
"""The value of a parameter: one, or several, of which each is to be tried."""


def prepared(graph: Graph, question: Question, values: Mapping[str, Value]) -> str:
    """The SPARQL of a question with its parameters, given by name, filled in.

    Raises InputError for a value that is missing, not allowed, or names nothing or two things, and
    for a parameter that the question has not.
    """
    known = [parameter.name for parameter in question.parameters]
    for name in values:
        if name not in known:
            expected = " or ".join(known) or "no parameters"
            raise InputError(question.name, expected, shown(name), "see the question's manual")
    filled = ((p.variable, _terms(graph, question, p, values)) for p in question.parameters)
    return substituted(question.sparql, {variable: terms for variable, terms in filled if terms})


def _terms(
    graph: Graph, question: Question, parameter: Parameter, values: Mapping[str, Value]
) -> list[str]:
    """The values of a parameter as terms in N-Triples syntax; without any, its default.

    Only an optional parameter can have none.
    """
    where = f"{question.name} --{parameter.name}"
    given = _texts(where, values.get(parameter.name))
    if not given and parameter.default is not None:
        given = [parameter.default]
    if not given and not parameter.optional:
        advice = f"for example: {question.example}"
        raise InputError(where, parameter.description, "nothing", advice)
    terms = (term for value in given for term in _values(graph, where, parameter, value))
    return list(dict.fromkeys(terms))


def _texts(where: str, given: object) -> list[str]:
    """What is given for a parameter, as text. Raises InputError for types that are not Value's."""
    several = isinstance(given, Iterable) and not isinstance(given, str | bytes | Mapping)
    values = list(given) if several else [] if given is None else [given]  # type: ignore[call-overload]
    for value in values:
        if isinstance(value, bool) or not isinstance(value, str | int):
            found = f"{shown(repr(value))} ({type(value).__name__})"
            raise InputError(where, "text, a whole number, or a list of them", found, "convert it")
    return [str(value) for value in values]


def _values(graph: Graph, where: str, parameter: Parameter, given: str) -> list[str]:
    """A value as terms in N-Triples syntax: one, or the things of a name that several have."""
    if parameter.allowed and given not in parameter.allowed:
        allowed = " or ".join(parameter.allowed)
        raise InputError(where, allowed, shown(given), "choose one of them")
    if parameter.kind == "integer":
        if not given.removeprefix("-").isdigit() or not given.isascii():
            raise InputError(where, "a whole number", shown(given), "write digits only")
        return [str(Literal(given, datatype=NamedNode(XSD + "integer")))]
    if parameter.kind == "literal":
        return [str(Literal(given))]
    if parameter.of:
        return [str(NamedNode(named(graph, given, of=parameter.of, where=where)))]
    return [str(NamedNode(iri)) for iri in all_named(graph, given, where=where)]


def in_part(name: str, sparql: str, limit: int | None, offset: int | None) -> str:
    """The query of a question of that name for at most ``limit`` rows behind ``offset`` others.

    Raises InputError for numbers below 0.
    """
    for option, number in (("limit", limit), ("offset", offset)):
        if number is not None and (not isinstance(number, int) or number < 0):
            found, advice = f"{number!r}", "give one"
            raise InputError(f"{name} {option}", "a whole number, 0 or more", found, advice)
        sparql += f"{option.upper()} {number}\n" if number is not None else ""
    return sparql
