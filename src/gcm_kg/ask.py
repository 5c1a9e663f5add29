"""Puts questions to the graph. Parameters enter as typed terms."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from gcm_kg.errors import InputError, shown
from gcm_kg.fold import folded
from gcm_kg.iris import BASE, DCTERMS, PREFIXES, RDFS, SKOS, XSD
from gcm_kg.project import Project
from gcm_kg.questions import Parameter, Question
from gcm_kg.tokens import substituted

NAMES = f"""
SELECT ?thing ?name WHERE {{
  ?thing a/<{RDFS}subClassOf>* %s .
  VALUES ?naming {{
    <{SKOS}prefLabel> <{SKOS}altLabel> <{SKOS}hiddenLabel> <{SKOS}notation> <{DCTERMS}identifier>
  }}
  ?thing ?naming ?name .
}}
"""


def open_graph(project: Project) -> Store:
    """The project's built graph, in memory. Raises InputError when it has not been built."""
    path = project.graph / "gcm-kg.trig"
    if not path.is_file():
        raise InputError(path, "the built graph", "none", "run gcm-kg build")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=RdfFormat.TRIG)
    except SyntaxError as error:
        advice = "run gcm-kg build"
        raise InputError(path, "TriG", error.msg or "", advice, line=error.lineno) from None
    return store


def prepared(store: Store, question: Question, values: dict[str, str | None]) -> str:
    """The SPARQL of a question with its parameters filled in.

    Raises InputError for a value that is missing, not allowed, or names nothing or two things.
    """
    terms = {p.variable: _term(store, question, p, values.get(p.name)) for p in question.parameters}
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


def as_text(store: Store, sparql: str, form: QueryResultsFormat) -> str:
    """The answer to a SELECT query in one of the W3C result formats."""
    answer = run(store, sparql)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("not a SELECT query")
    return (answer.serialize(format=form) or b"").decode()


def _term(store: Store, question: Question, parameter: Parameter, value: str | None) -> str:
    """A value as a term in N-Triples syntax."""
    given = parameter.default if value is None else value
    place = f"{question.name} --{parameter.name}"
    if given is None:
        raise InputError(
            place, parameter.description, "nothing", f"for example: {question.example}"
        )
    if parameter.allowed and given not in parameter.allowed:
        allowed = " or ".join(parameter.allowed)
        raise InputError(place, allowed, shown(given), "choose one of them")
    if parameter.kind == "integer":
        if not given.removeprefix("-").isdigit() or not given.isascii():
            raise InputError(place, "a whole number", shown(given), "write digits only")
        return str(Literal(given, datatype=NamedNode(XSD + "integer")))
    if parameter.kind == "literal":
        return str(Literal(given))
    return str(NamedNode(_iri(store, place, parameter, given)))


def _iri(store: Store, place: str, parameter: Parameter, given: str) -> str:
    """The thing that a name stands for: an IRI, a CURIE, a notation or any label."""
    known = _named_things(store, parameter.of)
    iris = {iri for things in known.values() for iri in things}
    for candidate in (given.strip("<>"), BASE + given, expanded(given)):
        if candidate in iris:
            return candidate
    found = known.get(folded(given), {})
    if len(found) == 1:
        return next(iter(found))
    if found:
        several = " ".join(f"<{iri}>" for iri in sorted(found))
        raise InputError(place, "the name of one thing", shown(given), f"say which: {several}")
    close = get_close_matches(folded(given), known, n=3, cutoff=0.6)
    hint = " or ".join(shown(next(iter(known[name].values()))) for name in close)
    advice = f"did you mean {hint}?" if hint else f"see gcm-kg ask {place.split()[0]} --help"
    raise InputError(place, f"the name of a {parameter.of}", shown(given), advice)


def _named_things(store: Store, kind: str) -> dict[str, dict[str, str]]:
    """Every folded name of the members of a class, with the things that have it, and how spelt."""
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    wanted = f"<{expanded(kind)}>" if kind else "?any"
    answer = run(store, NAMES % wanted)
    for solution in answer if isinstance(answer, QuerySolutions) else ():
        name, thing = solution["name"], solution["thing"]
        names[folded(name.value)].setdefault(thing.value, name.value)
    return names


def expanded(curie: str) -> str:
    """The IRI of a CURIE with one of the project's prefixes; other text as it is."""
    prefix, colon, local = curie.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else curie
