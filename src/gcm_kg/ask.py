"""Puts questions to a store. Parameters enter as typed terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)

from gcm_kg.errors import InputError, shown
from gcm_kg.iris import XSD
from gcm_kg.names import named
from gcm_kg.questions import Parameter, Question
from gcm_kg.tokens import substituted

Values = Mapping[str, str | Sequence[str] | None]
"""The values of parameters by name: one, or several, of which each is to be tried."""


def prepared(store: Store, question: Question, values: Values) -> str:
    """The SPARQL of a question with its parameters filled in.

    Raises InputError for a value that is missing, not allowed, or names nothing or two things, and
    for a parameter that the question has not.
    """
    known = [parameter.name for parameter in question.parameters]
    for name in values:
        if name not in known:
            expected = " or ".join(known) or "no parameters"
            raise InputError(question.name, expected, shown(name), "see the question's manual")
    terms = {
        p.variable: _terms(store, question, p, values.get(p.name)) for p in question.parameters
    }
    return substituted(question.sparql, terms)


def run(store: Store, sparql: str) -> QuerySolutions | QueryTriples | QueryBoolean:
    """The answer over all named graphs together."""
    return store.query(sparql, use_default_graph_as_union=True)


def rows(store: Store, sparql: str) -> tuple[list[str], list[list[str]]]:
    """The variables and the rows of a SELECT query, values as text (IRIs without brackets)."""
    answer = run(store, sparql)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("not a SELECT query")
    names = [variable.value for variable in answer.variables]
    return names, [["" if v is None else v.value for v in solution] for solution in answer]


def _terms(
    store: Store, question: Question, parameter: Parameter, given: str | Sequence[str] | None
) -> list[str]:
    """The values of a parameter as terms in N-Triples syntax; without any, its default."""
    values = [given] if isinstance(given, str) else list(given or ())
    if not values and parameter.default is not None:
        values = [parameter.default]
    place = f"{question.name} --{parameter.name}"
    if not values:
        advice = f"for example: {question.example}"
        raise InputError(place, parameter.description, "nothing", advice)
    return list(dict.fromkeys(_term(store, place, parameter, value) for value in values))


def _term(store: Store, place: str, parameter: Parameter, given: str) -> str:
    """A value as a term in N-Triples syntax."""
    if parameter.allowed and given not in parameter.allowed:
        allowed = " or ".join(parameter.allowed)
        raise InputError(place, allowed, shown(given), "choose one of them")
    if parameter.kind == "integer":
        if not given.removeprefix("-").isdigit() or not given.isascii():
            raise InputError(place, "a whole number", shown(given), "write digits only")
        return str(Literal(given, datatype=NamedNode(XSD + "integer")))
    if parameter.kind == "literal":
        return str(Literal(given))
    return str(NamedNode(named(store, given, of=parameter.of, place=place)))
