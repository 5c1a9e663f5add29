"""What follows from a schema: the same as OWL 2 RL says by the same rules, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import owlrl
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from gcm_kg.project import CLOSURE, TRIG, this_project
from gcm_kg.rdf.closure import OF_THE_SCHEMA, TYPE, Closure, schema
from gcm_kg.rdf.described import as_quads, parted
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, OWL, RDFS, SKOS
from gcm_kg.store.graph import text_of

CLASSES = [NamedNode(f"urn:class:{n}") for n in range(4)]
PROPERTIES = [NamedNode(f"urn:property:{n}") for n in range(4)]
THINGS = [NamedNode(f"urn:thing:{n}") for n in range(3)]
BETWEEN_CLASSES = [NamedNode(RDFS + "subClassOf"), NamedNode(OWL + "equivalentClass")]
BETWEEN_PROPERTIES = [
    NamedNode(name)
    for name in (RDFS + "subPropertyOf", OWL + "equivalentProperty", OWL + "inverseOf")
]


def of(
    subjects: list[NamedNode], names: list[NamedNode], values: list[NamedNode]
) -> st.SearchStrategy[Quad]:
    choice = st.sampled_from
    return st.builds(Quad, choice(subjects), choice(names), choice(values))


SCHEMAS = st.lists(
    of(CLASSES, BETWEEN_CLASSES, CLASSES) | of(PROPERTIES, BETWEEN_PROPERTIES, PROPERTIES),
    max_size=8,
)
DATA = st.lists(of(THINGS, [NamedNode(TYPE)], CLASSES) | of(THINGS, PROPERTIES, THINGS), max_size=6)


def derived_of(declared: list[Quad], data: list[Quad]) -> list[Quad]:
    lines = serialize(data, format=RdfFormat.N_QUADS) or b""
    return list(as_quads(Closure(schema(declared)).derived(parted(lines.decode()))))


def triples(quads: list[Quad]) -> set[Triple]:
    return {quad.triple for quad in quads}


def by_owlrl(quads: list[Quad]) -> Iterator[tuple[str, str, str]]:
    """What a reasoner of all of OWL 2 RL derives of our things, with our classes and properties."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add(tuple(rdflib.URIRef(text_of(term)) for term in quad.triple))  # type: ignore[arg-type]
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    names = {term.value for term in (*CLASSES, *PROPERTIES)}
    for subject, predicate, value in graph:
        row = str(subject), str(predicate), str(value)
        if row[0].startswith("urn:thing:") and (row[1] in names or row[2] in names):
            yield row


@settings(deadline=None, max_examples=15)
@given(SCHEMAS, DATA)
def test_it_is_what_a_reasoner_derives(declared: list[Quad], data: list[Quad]) -> None:
    derived = derived_of(declared, data)
    found = {tuple(map(text_of, triple)) for triple in triples(derived + data)}
    assert found == set(by_owlrl(declared + data))
    assert len(derived) == len(set(derived)) and not triples(derived) & triples(data)


@settings(deadline=None, max_examples=50)
@given(SCHEMAS, DATA)
def test_it_is_the_same_whatever_graph_says_what(declared: list[Quad], data: list[Quad]) -> None:
    said = [*data, Quad(THINGS[0], PROPERTIES[0], Literal('a <b> "c"'))]
    graphs = [NamedNode(f"urn:graph:{number % 3}") for number in range(len(said))]
    apart = [
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad, graph in zip(said, graphs, strict=True)
    ]
    assert set(derived_of(declared, apart)) == set(derived_of(declared, said))


@pytest.mark.parametrize(
    ("said", "tops"),
    [
        ([("a", "inScheme", "s")], {("a", "s")}),
        ([("a", "inScheme", "s"), ("b", "inScheme", "s"), ("a", "broader", "b")], {("b", "s")}),
        ([("a", "inScheme", "s"), ("b", "inScheme", "s"), ("b", "narrower", "a")], {("b", "s")}),
        # a broader concept of another scheme leaves it at the top of its own (SKOS, section 4.6.4)
        (
            [("a", "inScheme", "s"), ("b", "inScheme", "t"), ("a", "broader", "b")],
            {("a", "s"), ("b", "t")},
        ),
        ([("a", "broader", "b"), ("a", "related", "c")], set()),
    ],
)
def test_concepts_without_a_broader_one_are_at_the_top_and_skos_holds_both_ways(
    said: list[tuple[str, str, str]], tops: set[tuple[str, str]]
) -> None:
    def quad(subject: str, name: str, value: str) -> Quad:
        return Quad(NamedNode(f"urn:{subject}"), NamedNode(SKOS + name), NamedNode(f"urn:{value}"))

    derived = triples(derived_of([], [quad(*one) for one in said]))
    expected = [quad(a, "topConceptOf", s) for a, s in tops]
    expected += [quad(s, "hasTopConcept", a) for a, s in tops]
    other = {"broader": "narrower", "narrower": "broader", "related": "related"}
    expected += [quad(b, other[name], a) for a, name, b in said if name in other]
    assert derived == triples(expected)


def test_a_text_is_the_subject_of_nothing() -> None:
    inverse = Quad(PROPERTIES[0], BETWEEN_PROPERTIES[2], PROPERTIES[1])
    data = [Quad(THINGS[0], PROPERTIES[0], Literal("text"))]
    assert not derived_of([inverse], data)


@pytest.fixture(scope="module")
def published() -> tuple[list[Quad], list[Quad]]:
    folder = this_project().graph
    stated, derived = (
        list(parse(path=str(folder / n), format=RdfFormat.TRIG)) for n in (TRIG, CLOSURE)
    )
    return stated, derived


def test_the_published_closure_is_whole_and_says_nothing_twice(
    published: tuple[list[Quad], list[Quad]],
) -> None:
    stated, derived = published
    assert {quad.graph_name for quad in derived} == {NamedNode(CLOSURE_GRAPH)}
    assert not triples(stated) & triples(derived)
    assert triples(derived_of(stated, stated)) == triples(derived) and len(derived) == len(
        set(derived)
    )


def test_nothing_of_the_schema_is_derived(published: tuple[list[Quad], list[Quad]]) -> None:
    assert not [quad for quad in published[1] if quad.predicate.value in OF_THE_SCHEMA]
