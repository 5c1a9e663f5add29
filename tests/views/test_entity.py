"""One thing, with what is known of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import built
from pyoxigraph import NamedNode, RdfFormat, parse

from gcm_kg.cli.main import main
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.rdf.namespaces import BASE, GCM, SH, SKOS

FORMATS = {"turtle": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "ntriples": RdfFormat.N_TRIPLES}


def graph() -> KnowledgeGraph:
    return built.known()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", *arguments])


@pytest.mark.parametrize(
    "name",
    [
        *("UNTOC", "untoc", "Palermo Convention", "instrument/untoc", "id:instrument/untoc"),
        *(r"id:instrument\/untoc", f"{BASE}instrument/untoc", f"<{BASE}instrument/untoc>"),
        "united nations convention against transnational organized crime",
    ],
)
def test_a_thing_is_shown_by_any_of_its_names(name: str) -> None:
    assert graph().show(name) == graph().show("UNTOC")


@pytest.mark.parametrize("name", ["gcm:Recommendation", f"{GCM}Recommendation", "recommendation"])
def test_a_term_is_shown_by_its_curie_its_iri_and_its_label(name: str) -> None:
    assert graph().show(name).iri == f"{GCM}Recommendation"


def test_a_thing_has_its_label_classes_and_properties_with_labels() -> None:
    thing = graph().show("UNTOC")
    assert thing.label == "United Nations Convention against Transnational Organized Crime"
    assert thing.types == (f"{GCM}Treaty",)
    (date,) = thing.properties[f"{GCM}adoptedOn"]
    assert (str(date), date.is_iri) == ("2000-11-15", False)
    (issuer,) = thing.properties[f"{GCM}issuedBy"]
    assert str(issuer) == "United Nations General Assembly" and issuer.is_iri
    assert issuer.text.startswith(BASE)
    assert "Palermo Convention" in map(str, thing.properties[f"{SKOS}altLabel"])


def test_what_points_to_a_thing_is_counted_by_property_and_class() -> None:
    counted = {(prop, kind): n for prop, kind, n in graph().show("UNTOC").pointed_at}
    assert counted[f"{GCM}supplements", f"{GCM}Protocol"] >= 2
    for (prop, kind), number in counted.items():
        query = f"SELECT DISTINCT ?x {{ ?x <{prop}> <{BASE}instrument/untoc> ; a <{kind}> }}"
        assert len(graph().sparql(query)) == number


@pytest.mark.parametrize("name", ["UNTOC", "gcm:Recommendation", "III.a.1"])
def test_the_questions_and_the_description_do_not_point_to_a_thing(name: str) -> None:
    kinds = {kind for _, kind, _ in graph().show(name).pointed_at}
    assert kinds and not [
        kind for kind in kinds if kind.startswith((SH, "http://rdfs.org/ns/void"))
    ]
    iri = graph().find(name)
    asked = f"ASK {{ GRAPH <{BASE}graph/questions> {{ ?x ?y <{iri}> }} }}"
    assert graph().sparql(asked).boolean is True, "else this test shows nothing"


def test_people_read_labels_and_short_names() -> None:
    output = run("UNTOC").output
    for words in ("gcm:Treaty", f"<{BASE}instrument/untoc>", "2000-11-15", "gcm:supplements"):
        assert words in output
    assert "United Nations General Assembly" in output


@pytest.mark.parametrize("form", FORMATS)
def test_programs_read_the_triples_of_the_thing(form: str) -> None:
    text = run("UNTOC", "--format", form).output
    node = NamedNode(f"{BASE}instrument/untoc")
    expected = {quad.triple for quad in graph().store.quads_for_pattern(node, None, None)}
    assert {q.triple for q in parse(text.encode(), format=FORMATS[form])} == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("UNTOK",), "did you mean"),
        (("",), "the name of a thing, found nothing"),
        (("UNTOC", "--of", "gcm:Theme"), "the name of a gcm:Theme"),
        (("UNTOC", "--of", "a b"), "one such as gcm:Theme"),
        (
            ("private sector",),
            "say which: actor/private-sector or theme/private-sector, or give its class by --of",
        ),
    ],
)
def test_a_name_that_does_not_say_which_thing_is_refused_in_one_line(
    arguments: tuple[str, ...], expected: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert expected in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("theme/private-sector",),
        ("id:theme/private-sector",),
        ("private sector", "--of", "gcm:Theme"),
    ],
)
def test_what_is_advised_for_a_name_of_two_things_works(arguments: tuple[str, ...]) -> None:
    assert f"<{BASE}theme/private-sector>" in run(*arguments).output


TWO = """@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @base <https://w3id.org/gcm-kg/id/> .
<akn/one/eng> a gcm:Document ; gcm:key "one" ; dcterms:title "The first" .
<akn/two/eng> a gcm:Document ; gcm:key "two" ; dcterms:title "The second" .
<akn/two/eng/!main~a> a gcm:Section ; dcterms:identifier "A" ; dcterms:title "On birds" ;
  gcm:partOf <akn/two/eng> .
<akn/two/eng/!main~a1> a gcm:Recommendation ; dcterms:identifier "A.1" ; gcm:text "Sing" ;
  gcm:partOf <akn/two/eng/!main~a> .
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [("two:A.1", "two:A.1\n"), ("two:A", "On birds (two:A)\n"), ("two", "The second (two)\n")],
)
def test_of_several_documents_the_key_stands_above(
    tmp_path: Path, name: str, expected: str
) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(TWO, "utf-8")
    shown = CliRunner().invoke(main, ["--graph", str(path), "show", name])
    assert shown.output.startswith(expected), shown.output
    if name == "two:A.1":
        assert "gcm:partOf          On birds (two:A)" in shown.output


def test_of_one_document_no_key_stands_above() -> None:
    assert run("III.a.1").output.startswith("III.a.1\n")
