"""Every question gives the same answer on Oxigraph and on rdflib, with one value and with two."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import rdflib
from publishing import built, several
from pyoxigraph import NamedNode, Quad
from querying.asked import QUESTIONS
from querying.recorded import ELSEWHERE

from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying.questions import Parameter
from gcm_kg.rdf.interop import fill, to_rdflib
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, GCM, short
from gcm_kg.store.graph import in_memory

pytestmark = pytest.mark.slow

ASKED = [name for name, question in QUESTIONS.items() if question.parameters]
LISTS = [name for name in ASKED if "(COUNT(" not in QUESTIONS[name].sparql]
"""Questions of which the answer to two values is that to the one and that to the other."""
SLOW = {
    *("recommendation-as-graph", "citation-network", "things-lost"),
    *("themes-together", "statements-of-part", "recommendations-naming-actor"),
    *("recommendations-aimed-at", "recommendations-like", "concepts-by-recommendations"),
}
"""Questions for which rdflib needs long with two values: some of them a minute."""
LEFT_OUT = re.compile(
    r"sec_III__subsec_[ef]|sec_II__subsec_[2-9]|sec_I__|sec_II__para_"
    r"|sec_III__subsec_[abcdg]__para_|sec_II__subsec_1__para_2|sec_IV__para_[12]"
    r"|sec_III__subsec_a__item_(?:[34578]|10)(?![0-9])|sec_III__subsec_b__item_[456](?![0-9])"
    r"|sec_III__subsec_c__item_(?:[1-57-9]|10|1[2-9])(?![0-9])"
    r"|sec_III__subsec_d__item_(?:[1-46-9]|1[1-9])(?![0-9])|sec_III__subsec_g__item_[13-9]"
)
"""Parts of the document that rdflib is not asked about, because it is slow."""
NEEDS_GRAPHS = {"recommendation-as-graph"}
"""Questions that tell what is stated from what follows by the graph that it is in."""
NOT_ASKED = {
    *("skos:hiddenLabel", "skos:altLabel", "gcm:negativeLabel", "gcm:definingWords", "gcm:cue"),
    *("gcm:imperativeCue", "void:triples", "void:property", "void:propertyPartition"),
}
"""Properties of a third of all triples, by which no question asks."""
IN_PART = NamedNode(GCM + "inPart")
SECOND = {
    "gcm:Instrument": "Smuggling Protocol",
    "gcm:Recommendation": "III.b.2",
    "gcm:Principle": "non-refoulement",
    "gcm:Action": "ratify",
    "gcm:CitationFunction": "ratify",
    "gcm:Theme": "gender",
    "gcm:Population": "women",
    "gcm:Actor": "IOM",
    "gcm:Section": "III.b",
    "gcm:Part": "III.b.2",
    "gcm:Role": "moderator",
    "gcm:SpeechAct": "stress",
    "gcm:SupportDegree": "many",
    "gcm:Measure": "policy",
    "gcm:Strength": "explore",
    "gcm:ActionCategory": "considering action",
    "gcm:Polarity": "promote",
    "gcm:Position": "accepted",
    "owl:Class": "gcm:Theme",
    "": "private sector",
}
"""A thing of each class that a parameter is of, besides its default."""

Answer = tuple[list[str], list[list[str]]]


@cache
def reviews() -> KnowledgeGraph:
    """A table of reviews, for the questions about such."""
    return KnowledgeGraph(several.reviews(), this_project())


def whole() -> KnowledgeGraph:
    """The built graph."""
    return built.known()


@cache
def portion() -> KnowledgeGraph:
    """The built graph without some parts of the document, and the places in them."""
    quads = [q for q in whole().store if not LEFT_OUT.search(f"{q.subject} {q.object}")]
    for _ in ("places", "their selectors"):
        named = {quad.object for quad in quads}
        named |= {quad.subject for quad in quads if quad.predicate == IN_PART}
        quads = [q for q in quads if "#char=" not in str(q.subject) or q.subject in named]
    return KnowledgeGraph(in_memory(quads), this_project())


def known(name: str) -> KnowledgeGraph:
    """The graph that a question is asked about."""
    return reviews() if name in ELSEWHERE else portion()


def asked_for(known: KnowledgeGraph) -> list[Quad]:
    """What questions can ask: to be found by its names, a thing need not be in rdflib."""
    return [quad for quad in known.store if short(quad.predicate.value) not in NOT_ASKED]


@cache
def graph(known: KnowledgeGraph) -> rdflib.Graph:
    return to_rdflib(asked_for(known))


@cache
def dataset() -> rdflib.Dataset:
    """The portion with what follows from it in a graph of its own."""
    found, inferred = rdflib.Dataset(default_union=True), NamedNode(CLOSURE_GRAPH)
    quads = asked_for(portion())
    fill(found.graph(CLOSURE_GRAPH), (quad for quad in quads if quad.graph_name == inferred))
    fill(found.default_graph, (quad for quad in quads if quad.graph_name != inferred))
    return found


def two(parameter: Parameter) -> list[str | int]:
    """Two values of a parameter."""
    if parameter.allowed:
        return list(parameter.allowed[:2])
    if parameter.kind == "integer":
        return [int(parameter.default or 0), int(parameter.default or 0) + 1]
    assert parameter.of in SECOND, f"add a thing of {parameter.of} to SECOND"
    default = parameter.default or "signatory"
    return [default, SECOND[parameter.of]]


def on_oxigraph(name: str, **values: Any) -> Answer:
    """The rows of an answer; of a graph its triples, sorted."""
    found = known(name).ask(name, **values)
    if found.triples is None:
        return found.columns, found.texts()
    return [], _lines(to_rdflib(found.triples))


def on_rdflib(name: str, **values: Any) -> Answer:
    """The same from rdflib."""
    asked = dataset() if name in NEEDS_GRAPHS else graph(known(name))
    found = asked.query(known(name).prepared(name, **values))
    if found.graph is not None:
        return [], _lines(found.graph)
    names = list(found.vars or ())
    texts = [["" if term is None else str(term) for term in row] for row in found]  # type: ignore[union-attr]
    return [str(name) for name in names], texts


def _lines(triples: rdflib.Graph) -> list[list[str]]:
    return sorted([term.n3() for term in triple] for triple in triples)


def test_no_question_asks_for_what_rdflib_is_not_given() -> None:
    for name, question in QUESTIONS.items():
        assert not NOT_ASKED & set(re.findall(r"\w+:\w+", question.sparql)), name


@pytest.mark.parametrize("name", QUESTIONS)
def test_oxigraph_and_rdflib_give_the_same_answer(name: str) -> None:
    ours = on_oxigraph(name)
    assert ours == on_rdflib(name) and ours[1]


@pytest.mark.parametrize("name", sorted(set(ASKED) - SLOW))
def test_oxigraph_and_rdflib_give_the_same_answer_for_two_values(name: str) -> None:
    values: dict[str, Any] = {p.name: two(p) for p in QUESTIONS[name].parameters}
    ours = on_oxigraph(name, **values)
    assert ours == on_rdflib(name, **values) and ours[1]


@pytest.mark.parametrize("name", LISTS)
def test_two_values_give_what_each_of_them_gives(name: str) -> None:
    for parameter in QUESTIONS[name].parameters:
        both = two(parameter)
        found = [on_oxigraph(name, **{parameter.name: value})[1] for value in (both, *both)]
        together, *apart = (set(map(tuple, answer)) for answer in found)
        assert together == set.union(*apart), parameter.name
