"""The things of a class as trees, with how many parts speak of them."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from publishing import built
from pyoxigraph import RdfFormat, Store

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.store.graph import LocalGraph
from gcm_kg.views.best_labels import labels_of
from gcm_kg.views.listing import class_of, listed, walked

CIRCLE = """
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
gcm:Theme a <http://www.w3.org/2002/07/owl#Class> .
gcm:Theme rdfs:subClassOf gcm:Theme ; rdfs:label "theme"@en .
<urn:a> a gcm:Theme ; skos:prefLabel "a"@en ; skos:broader <urn:b> .
<urn:b> a gcm:Theme ; skos:prefLabel "b"@en ; skos:broader <urn:a> .
"""


def known() -> KnowledgeGraph:
    return built.known()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_class_is_known_in_singular_and_plural() -> None:
    for name in ("themes", "Theme", "gcm:Theme", "theme"):
        assert class_of(known().data, name).endswith("#Theme")
    with pytest.raises(InputError, match="did you mean theme"):
        class_of(known().data, "thems")


def test_a_class_that_is_not_known_is_answered_with_those_that_people_ask_for() -> None:
    with pytest.raises(InputError, match=r"there are theme, population, actor, .* gcm-kg stats"):
        class_of(known().data, "foo")
    with pytest.raises(InputError, match=r"did you mean document\?$"):
        class_of(known().data, "docments")


def test_things_without_names_are_counted_and_not_denied() -> None:
    assert "things of class gcm:Mention have no names" in known().why_no_things("mentions")


def test_a_part_without_a_title_is_listed_with_its_words() -> None:
    shown = run("list", "recommendations", "--wide").output
    (line,) = (line for line in shown.splitlines() if "III.a.1 " in line)
    text = known().sparql("SELECT ?t { ?x dcterms:identifier 'III.a.1' ; gcm:text ?t }")[0]["t"]
    assert " ".join(str(text).split())[:60] in line
    assert "words" not in run("list", "themes").output.splitlines()[2]


def test_the_counts_of_a_thing_have_those_below_it() -> None:
    for entry, _ in walked(known().things("themes")):
        for under in entry.below:
            assert under.parts <= entry.parts and under.recommendations <= entry.recommendations


def test_the_count_of_a_theme_is_that_of_the_question() -> None:
    (border,) = known().things("themes", "border")
    asked = known().ask("recommendations-by-theme", theme="border management")
    assert border.recommendations == {row["recommendation"] for row in asked}


def test_every_thing_of_the_class_has_a_place() -> None:
    things = {entry.iri for entry, _ in walked(known().things("populations"))}
    rows = known().sparql("SELECT DISTINCT ?x { ?x a gcm:Population }")
    assert things == {row["x"] for row in rows}


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("populations", "child"),
        ("themes", "border"),
        ("actors", "companies"),
        ("themes", "detention"),
        ("actors", "governments"),
    ],
)
def test_a_common_word_finds_something(kind: str, word: str) -> None:
    assert known().things(kind, word)
    assert run("find", word).exit_code == 0


def test_a_part_of_a_document_has_the_recommendations_within_it() -> None:
    rows = known().ask("recommendations-per-section")
    counted = {str(row["section"]): int(str(row["recommendations"])) for row in rows}
    listed_ = {e.iri: len(e.recommendations) for e, _ in walked(known().things("sections"))}
    assert counted and counted == {iri: listed_[iri] for iri in counted}
    (every,) = {len(e.recommendations) for e, _ in walked(known().things("documents")) if e.below}
    assert every == len(known().things("recommendations")) == sum(counted.values())


def test_parts_of_a_document_stand_in_the_order_of_its_text() -> None:
    labels = [entry.label for entry in known().things("recommendations")]
    assert labels.index("III.c.2") < labels.index("III.c.10")
    starts = [entry.place for entry in known().things("recommendations")]
    assert starts == sorted(starts, key=lambda place: place or ("", 0))


def test_only_what_is_spoken_of_where_it_is_asked_for() -> None:
    used = [entry for entry, _ in walked(known().things("themes", used=True))]
    assert used and all(entry.parts for entry in used)


def test_a_circle_of_broader_things_ends() -> None:
    store = Store()
    store.load(CIRCLE.encode(), format=RdfFormat.TURTLE)
    graph = LocalGraph(store)
    assert {e.label for e, _ in walked(listed(graph, class_of(graph, "themes")))} == {"a", "b"}


def test_the_table_shows_what_stands_below_indented() -> None:
    lines = run("list", "themes", "border").output.splitlines()
    border, screening = (
        next(li for li in lines if word in li) for word in ("border ", "screening")
    )
    assert border.index("border") + 2 == screening.index("screening")


def test_the_tree_of_a_thing_comes_before_its_context() -> None:
    shown = run("export", "--thing", "III.a.1")
    tree = json.loads(shown.output)
    assert tree["identifier"] == "III.a.1" and tree["@context"].endswith("/context.jsonld")
    assert shown.output.index("@context") > shown.output.index("Accede to")
    whole = json.loads(run("export", "--thing", "III.a.1", "--with-context").output)
    assert isinstance(whole["@context"], dict) and len(whole["@graph"]) == 1


def test_nobody_is_called_on_by_name_in_as_many_recommendations_as_is_said() -> None:
    text = known().questions["recommendations-naming-actor"].description
    called = known().sparql(
        "SELECT DISTINCT ?r { ?r a gcm:Recommendation ; gcm:callsOn ?x FILTER (ISIRI(?x)) }"
    )
    assert f"In {87 - len(called)} of the 87 recommendations" in text


def test_what_no_part_speaks_of_is_listed_without_counts() -> None:
    classes, themes = run("list", "classes").output, run("list", "themes").output
    assert "academic body" in classes and "recommendations" not in classes.splitlines()[2]
    assert "recommendations" in themes.splitlines()[2]


def test_words_alone_need_no_reason_so_that_sections_stand_beside() -> None:
    by_words = run("find", "border").output.splitlines()[2]
    assert "section" in by_words and "why" not in by_words
    assert "why" in run("find", "--theme", "gender").output.splitlines()[2]


def test_of_names_in_several_languages_the_english_one_is_listed() -> None:
    store = Store()
    names = 'skos:prefLabel "Arbeitsmigration"@de, "Labour migration"@en-GB, "Zuwanderung" .'
    store.load(f"{CIRCLE}<urn:c> a gcm:Theme ; {names}".encode(), RdfFormat.TURTLE)
    graph = LocalGraph(store)
    found = {entry.iri: entry.label for entry, _ in walked(listed(graph, class_of(graph, "theme")))}
    assert found["urn:c"] == "Labour migration"
    assert labels_of(graph, ["urn:c"]) == {"urn:c": "Labour migration"}
