"""Puts questions to a graph. Parameters enter as typed terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.names import all_named, named
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.namespaces import XSD
from gcm_kg.rdf.sparql import limited, tokens
from gcm_kg.rdf.substitution import substituted
from gcm_kg.store.graph import Graph, mistake_in

Value = str | int | Sequence[str | int] | None
"""The value of a parameter: one, or several, of which each is to be tried."""
DIGITS = re.compile(r"-?[0-9]{1,18}")
NUMBERS = (
    (DIGITS, "integer"),
    (re.compile(r"-?[0-9]*\.[0-9]+"), "decimal"),
    (re.compile(r"-?(?:[0-9]+\.?|[0-9]*\.[0-9]+)[0-9]*[eE][+-]?[0-9]{1,3}"), "double"),
)
"""How numbers are written, and of which datatype they are then (SPARQL 1.1, section 4.1.2)."""
FORMS = {
    f"{XSD}integer": DIGITS,
    f"{XSD}boolean": re.compile("true|false|0|1"),
    f"{XSD}date": re.compile(r"-?[0-9]{4,}-[01][0-9]-[0-3][0-9](?:Z|[+-][0-9]{2}:[0-9]{2})?"),
    f"{XSD}gYear": re.compile(r"-?[0-9]{4,}(?:Z|[+-][0-9]{2}:[0-9]{2})?"),
}
"""How values of some datatypes look (XML Schema 1.1, part 2); others are taken as they are."""


def prepared(graph: Graph, question: Question, values: Mapping[str, Value]) -> str:
    """The SPARQL of a question with its parameters, given by name, filled in.

    Raises InputError for a value that is missing, not allowed, or names nothing or two things, for
    several values of a parameter that stands where only one can, and for a parameter that the
    question has not.
    """
    known = [parameter.name for parameter in question.parameters]
    for name in values:
        if name not in known:
            expected = " or ".join(known) or "no parameters"
            raise InputError(question.name, expected, shown(name), "see the question's manual")
    filled = ((p.variable, _terms(graph, question, p, values)) for p in question.parameters)
    terms = {variable: found for variable, found in filled if found}
    sparql = substituted(question.sparql, terms)
    several = [p for p in question.parameters if len(terms.get(p.variable, ())) > 1]
    if several and mistake_in(sparql):
        names = " ".join(f"--{parameter.name}" for parameter in several)
        advice = "ask once for each: the query uses it where only one can stand"
        raise InputError(question.name, f"one value of {names}", "several", advice)
    return sparql


def refuse_mistakes(path: Path, question: Question) -> None:
    """Raises InputError, with the line, for a query that engines cannot read, as it is or when its
    parameters have values; ``path`` is its file."""
    before = ""
    for kind, text in tokens(question.sparql):
        if kind == "variable" and text[1:2] == "_" and before in ("LIMIT", "OFFSET"):
            line = _line_of(question.sparql, text, behind=before)
            advice = f"leave it out: --{before.lower()} does it"
            raise InputError(path, f"a number behind {before}", shown(text), advice, line=line)
        before = before if text.isspace() or kind == "comment" else text.upper()
    samples = {p.variable: [_sample(p)] for p in question.parameters}
    required = {p.variable: samples[p.variable] for p in question.parameters if not p.optional}
    for terms in (required, samples):
        if found := mistake_in(substituted(question.sparql, terms)):
            plain = mistake_in(question.sparql)
            what = "SPARQL 1.1" if plain else "SPARQL 1.1 where its parameters have values"
            line, words = plain or found
            raise InputError(path, what, words, "correct it", line=line)


def _line_of(sparql: str, word: str, *, behind: str) -> int | None:
    lines = sparql.upper().split("\n")
    found = (i for i, line in enumerate(lines, 1) if behind in line and word.upper() in line)
    return next(found, None)


def _sample(parameter: Parameter) -> str:
    """A term of the kind of a parameter."""
    if parameter.kind == "iri":
        return str(NamedNode(f"{XSD}string"))
    return str(literal(parameter.kind, "1"))


def literal(kind: str, value: str) -> Literal:
    """The literal of a value, by the kind of its parameter, which is no iri."""
    if kind == "number":
        kind = next((XSD + name for form, name in NUMBERS if form.fullmatch(value)), XSD + "string")
    elif kind == "integer":
        kind = f"{XSD}integer"
    if kind.startswith("@"):
        return Literal(value, language=kind[1:])
    return Literal(value) if kind == "literal" else Literal(value, datatype=NamedNode(kind))


def _terms(
    graph: Graph, question: Question, parameter: Parameter, values: Mapping[str, Value]
) -> list[str]:
    """The values of a parameter as terms in N-Triples syntax; without any, its default.

    Only an optional parameter can have none.
    """
    where = f"{question.name} --{parameter.name}"
    given = _texts(where, values.get(parameter.name))
    if not given and parameter.default is not None:
        return _default(graph, where, parameter, parameter.default)
    if not given and not parameter.optional:
        advice = f"for example: {question.example}"
        raise InputError(where, parameter.description, "nothing", advice)
    terms = (term for value in given for term in _values(graph, where, parameter, value))
    return list(dict.fromkeys(terms))


def _default(graph: Graph, where: str, parameter: Parameter, default: str) -> list[str]:
    """The default of a parameter as terms. Raises InputError where the graph has nothing of it: it
    is not the person's mistake. What is wrong with the graph itself is said as it is."""
    try:
        return _values(graph, where, parameter, default)
    except InputError as error:
        if not str(error).startswith(where):
            raise
        found = "nothing; the default is not in this graph"
        advice = f"gcm-kg list {parameter.of} names them all" if parameter.of else "name one"
        raise InputError(where, parameter.description, found, advice) from error


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
    if parameter.allowed:
        given = next((each for each in parameter.allowed if each.lower() == given.lower()), given)
    if parameter.allowed and given not in parameter.allowed:
        allowed = " or ".join(parameter.allowed)
        raise InputError(where, allowed, shown(given), "choose one of them")
    if parameter.kind != "iri":
        _refuse_form(where, parameter.kind, given)
        return [str(literal(parameter.kind, given))]
    if parameter.of:
        return [str(NamedNode(named(graph, given, of=parameter.of, where=where)))]
    return [str(NamedNode(iri)) for iri in all_named(graph, given, where=where)]


def _refuse_form(where: str, kind: str, given: str) -> None:
    """Raises InputError for a value that its kind has not."""
    if kind == "integer" and not DIGITS.fullmatch(given):
        raise InputError(where, "a whole number", shown(given), "write digits only")
    if kind == "number" and not any(form.fullmatch(given) for form, _ in NUMBERS):
        raise InputError(where, "a number", shown(given), "write it as 12, 1.2 or 1.2e3")
    if kind in FORMS and not FORMS[kind].fullmatch(given):
        raise InputError(where, f"a value of xsd:{kind[len(XSD) :]}", shown(given), "correct it")


def in_part(name: str, sparql: str, limit: int | None, offset: int | None) -> str:
    """The query of a question of that name for at most ``limit`` rows behind ``offset`` others.

    Raises InputError for numbers below 0.
    """
    for option, number in (("limit", limit), ("offset", offset)):
        if number is not None and (not isinstance(number, int) or number < 0):
            found, advice = f"{number!r}", "give one"
            raise InputError(f"{name} {option}", "a whole number, 0 or more", found, advice)
    return limited(sparql, limit, offset)
