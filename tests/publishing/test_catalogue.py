"""The questions as data: each can be run as it stands in the catalogue."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from publishing import drafted, several
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse
from querying.asked import QUESTIONS as ASKED
from querying.recorded import ELSEWHERE, answer

from gcm_kg.errors import InputError
from gcm_kg.project import QUESTIONS
from gcm_kg.publishing.catalogue import catalogue, question_iri, runnable
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.namespaces import RDF, RDFS, SCHEMA, SH, XSD, expand
from gcm_kg.rdf.sparql import parameters

PARAMETERS = [(name, p.name) for name, question in ASKED.items() for p in question.parameters]


@cache
def described() -> Store:
    """The drafted catalogue, alone."""
    store = Store()
    store.extend(parse(path=str(drafted.path(QUESTIONS)), format=RdfFormat.TURTLE))
    return store


def values(subject: str, predicate: str) -> list[str]:
    """What the catalogue says of something, as text."""
    found = described().quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return sorted(str(getattr(quad.object, "value", "")) for quad in found)


def question(sparql: str, *parameters: Parameter) -> Question:
    return Question("q", "What?", "All.", sparql, parameters, "gcm-kg ask q")


def parameter(kind: str, default: str | None, *allowed: str, of: str = "") -> Parameter:
    return Parameter("x", "_x", kind, "something", of, default, allowed)


def objects(asked: Question, local: str) -> list[object]:
    """The values of a property of SHACL in the description of a question."""
    return [t.object for t in catalogue([asked]) if t.predicate.value == SH + local]


def test_each_question_is_described_and_nothing_else() -> None:
    kind = NamedNode(SH + "SPARQLExecutable")
    found = described().quads_for_pattern(None, NamedNode(RDF + "type"), kind)
    assert {getattr(quad.subject, "value", "") for quad in found} == {
        question_iri(asked) for asked in ASKED.values()
    }


@pytest.mark.parametrize("name", ASKED)
def test_a_question_is_described_as_its_file_describes_it(name: str) -> None:
    asked, iri = ASKED[name], question_iri(ASKED[name])
    assert values(iri, RDFS + "label") == [asked.summary]
    assert values(iri, RDFS + "comment") == [asked.description]
    assert values(iri, SCHEMA + "keywords") == sorted(asked.tags)
    assert values(iri, SH + "parameter") == sorted(f"{iri}#{p.variable}" for p in asked.parameters)
    form = asked.form.capitalize()
    assert f"{SH}SPARQL{form}Executable" in values(iri, RDF + "type")
    assert form in ("Select", "Construct", "Ask"), "SHACL has no others"


@pytest.mark.parametrize("name", ASKED)
def test_the_query_of_the_catalogue_gives_the_answer_of_the_question(name: str) -> None:
    asked = ASKED[name]
    (sparql,) = values(question_iri(asked), f"{SH}{asked.form.lower()}")
    variables = {p.variable for p in asked.parameters if p.optional}
    assert "#+" not in sparql and set(parameters(sparql)) == variables
    alone = replace(asked, sparql=sparql, parameters=())
    graph = several.reviews() if name in ELSEWHERE else drafted.graph()
    given = answer(graph, alone)
    assert given == answer(graph, asked)
    assert given.count("\n") > 1


@pytest.mark.parametrize(("name", "parameter_name"), PARAMETERS)
def test_a_parameter_is_described_as_the_header_describes_it(
    name: str, parameter_name: str
) -> None:
    (known,) = (p for p in ASKED[name].parameters if p.name == parameter_name)
    iri = f"{question_iri(ASKED[name])}#{known.variable}"
    assert values(iri, SH + "name") == [known.name]
    assert values(iri, SH + "path") == [iri], "its local name is that of the variable"
    assert values(iri, SH + "description") == [known.description]
    assert values(iri, SH + "class") == ([expand(known.of)] if known.of else [])
    assert values(iri, SH + "nodeKind") == ([SH + "IRI"] if known.kind == "iri" else [])
    assert values(iri, SH + "optional") == (["true"] if known.optional else [])
    assert bool(values(iri, SH + "datatype")) == (known.kind != "iri")
    assert values(iri, SH + "defaultValue") == ([known.default] if known.default else [])
    patterns = values(iri, SH + "pattern")
    assert len(patterns) == bool(known.allowed)
    for value in known.allowed:
        assert re.search(patterns[0], value) and not re.search(patterns[0], f"{value}x")


@pytest.mark.parametrize(("name", "parameter_name"), PARAMETERS)
def test_a_default_is_what_its_parameter_allows(name: str, parameter_name: str) -> None:
    (known,) = (p for p in ASKED[name].parameters if p.name == parameter_name)
    if known.optional:
        assert known.default is None
    elif known.of:
        (default,) = values(f"{question_iri(ASKED[name])}#{known.variable}", SH + "defaultValue")
        query = f"SELECT * {{ <{default}> a/<{RDFS}subClassOf>* <{expand(known.of)}> }}"
        found = drafted.graph().query(query)
        assert isinstance(found, QuerySolutions) and list(found)
    elif known.allowed:
        assert known.default in known.allowed


def test_defaults_have_the_datatype_of_their_parameter() -> None:
    number = Literal("2", datatype=NamedNode(XSD + "integer"))
    sparql = "SELECT * { ?a ?b ?_x }"
    for kind, default, term in (
        ("integer", "2", number),
        ("literal", "2", Literal("2")),
        ("iri", "urn:a", NamedNode("urn:a")),
    ):
        asked = question(sparql, parameter(kind, default))
        assert objects(asked, "defaultValue") == [term]
        assert runnable(asked) == f"SELECT * {{ ?a ?b {term} }}\n"


def test_a_parameter_without_a_default_stays_a_variable() -> None:
    asked = question("SELECT ?_x { }", parameter("literal", None))
    assert objects(asked, "defaultValue") == []
    assert runnable(asked) == "SELECT ?_x { }\n"


def test_a_default_that_is_no_iri_where_one_is_needed_is_one_line() -> None:
    asked = question("SELECT ?_x { }", parameter("iri", "UNTOC"))
    with pytest.raises(
        InputError, match=r"q\.rq: expected an IRI as the default of x, found “UNTOC”"
    ):
        list(catalogue([asked]))


def test_a_pattern_takes_the_allowed_values_by_their_letters() -> None:
    asked = question("SELECT ?_x { }", parameter("literal", "a.b", "a.b", "c|d", "e-f g"))
    assert objects(asked, "pattern") == [Literal(r"^(a\.b|c\|d|e-f g)$")]
    query = 'SELECT * { VALUES ?v { "a.b" "c|d" "e-f g" "axb" "c" } FILTER REGEX(?v, "%s") }'
    found = Store().query(query % r"^(a\\.b|c\\|d|e-f g)$")
    assert isinstance(found, QuerySolutions)
    assert {row["v"].value for row in found} == {"a.b", "c|d", "e-f g"}


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("#+ summary: x\n#+ y\nSELECT * { }", "SELECT * { }\n"),
        ("SELECT * {\n  # why\n  ?s ?p ?o # who\n  # what\n}", "SELECT * {\n  ?s ?p ?o\n}\n"),
        ("SELECT * { ?s <urn:a#b> '#c' } # d", "SELECT * { ?s <urn:a#b> '#c' }\n"),
        ('SELECT * { ?s ?p """a\n\n\n#b\n""" }', 'SELECT * { ?s ?p """a\n\n\n#b\n""" }\n'),
    ],
)
def test_comments_are_left_out_and_nothing_else(sparql: str, expected: str) -> None:
    assert runnable(question(sparql)) == expected


def test_questions_stand_in_the_order_in_which_they_are_given() -> None:
    asked = [ASKED[name] for name in reversed(ASKED)]
    made = list(catalogue(asked))
    assert made == list(catalogue(asked))
    kind = NamedNode(SH + "SPARQLExecutable")
    assert [t.subject for t in made if t.object == kind] == [
        NamedNode(question_iri(question)) for question in asked
    ]
