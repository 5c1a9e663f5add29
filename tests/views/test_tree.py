"""Trees: one thing in one object, whole, and nothing in it that the graph does not hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from publishing import drafted
from pyld import jsonld as pyld
from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple, parse

from gcm_kg.errors import InputError
from gcm_kg.project import JSON_LD, Project, this_project
from gcm_kg.publishing.context import REVERSED
from gcm_kg.rdf.namespaces import BASE, GCM, RDFS, SKOS
from gcm_kg.store.graph import LocalGraph, in_memory
from gcm_kg.views.tree import frame_classes, framed_class, framed_text, tree, trees

pytestmark = pytest.mark.slow

CLASSES = frame_classes(this_project())
TREES = sorted({*CLASSES, "Citation", "Benefit", "Uptake"} - {"Statement"})
"""The classes whose trees are looked at; of the statements, those with properties of their own."""
ITEM = "akn/un/doc/2017-10-05/gcm-thematic-session-5/eng/!main~sec_III__subsec_a__item_1"
FLAGS = {"@embed": "@always", "@explicit": True, "@omitDefault": True}


@cache
def every(class_name: str) -> list[dict[str, Any]]:
    """The trees of a class."""
    return list(trees(drafted.graph(), this_project(), class_name))


def whole(*found: dict[str, Any]) -> set[Triple]:
    """What trees say, to Oxigraph."""
    text = json.dumps({"@context": drafted.context(), "@graph": found})
    return {quad.triple for quad in parse(text.encode(), format=RdfFormat.JSON_LD)}


def members(class_name: str) -> set[str]:
    """The IRIs of the things of a class and of its subclasses."""
    query = f"SELECT DISTINCT ?it {{ ?it a/<{RDFS}subClassOf>* <{GCM}{class_name}> }}"
    answer = drafted.graph().query(query)
    assert isinstance(answer, QuerySolutions)
    return {row["it"].value for row in answer}


@cache
def wholes(class_name: str) -> tuple[frozenset[Triple], ...]:
    """The triples of each tree of a class: each in a graph of its own, so that all are read at
    once, and the context once."""
    graphs = [{"@id": f"urn:{n}", "@graph": [found]} for n, found in enumerate(every(class_name))]
    text = json.dumps({"@context": drafted.context(), "@graph": graphs})
    said: dict[str, set[Triple]] = {f"<{graph['@id']}>": set() for graph in graphs}
    for quad in parse(text.encode(), format=RdfFormat.JSON_LD):
        said[str(quad.graph_name)].add(quad.triple)
    return tuple(map(frozenset, said.values()))


@cache
def stated() -> dict[str, set[Triple]]:
    """What the graph says of each thing."""
    found: defaultdict[str, set[Triple]] = defaultdict(set)
    for triple in drafted.triples():
        found[getattr(triple.subject, "value", "")].add(triple)
    return found


def levels(value: Any) -> Iterator[dict[str, Any]]:
    """An object and all that are in it."""
    if isinstance(value, list):
        for each in value:
            yield from levels(each)
    elif isinstance(value, dict):
        yield value
        yield from levels(list(value.values()))


def nodes(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The things in a tree: what is no value with a language or datatype."""
    return [each for each in levels(found) if "@value" not in each]


def one(iri: str, class_name: str = "") -> dict[str, Any]:
    return tree(drafted.graph(), this_project(), BASE + iri, class_name)


def ids(values: list[dict[str, Any]]) -> list[str]:
    return [value["id"] for value in values]


def test_there_is_a_frame_for_each_class_that_people_ask_about() -> None:
    assert set(CLASSES) >= {
        *("Recommendation", "Section", "Instrument", "Actor", "Principle", "Theme"),
        *("Population", "Event", "Document", "Person", "Statement", "Participation", "Paragraph"),
    }


@pytest.mark.parametrize("class_name", TREES)
def test_the_trees_of_a_class_say_nothing_that_the_graph_does_not_hold(class_name: str) -> None:
    said = set().union(*wholes(class_name))
    assert said and said <= drafted.triples()


@pytest.mark.parametrize("class_name", TREES)
def test_there_is_a_tree_for_each_thing_with_all_that_is_said_of_it(class_name: str) -> None:
    known = [BASE + each["id"] for each in every(class_name)]
    assert set(known) == members(class_name) and len(known) == len(set(known))
    for found, said in zip(every(class_name), wholes(class_name), strict=True):
        left_out = stated()[BASE + found["id"]] - said
        nearest = framed_class(drafted.graph(), this_project(), class_name)
        assert not left_out, f"put the property into ontology/frames/{nearest}.jsonld"


@pytest.mark.parametrize("class_name", TREES)
def test_whatever_a_tree_points_to_has_its_names_with_it(class_name: str) -> None:
    naming = {"prefLabel", "notation", "identifier"}
    named: dict[str, set[str]] = {}
    for node in published():
        named.setdefault(node["id"], set()).update(node.keys() & naming)
    for found in every(class_name):
        for each in nodes(found):
            assert each.keys() >= named.get(each["id"], set()), each["id"]
            assert "type" in each


@pytest.mark.parametrize("class_name", TREES)
def test_only_things_without_a_name_are_given_by_their_iri_alone(class_name: str) -> None:
    for found in every(class_name):
        for each in nodes(found):
            for key, value in each.items():
                term = drafted.context().get(key)
                if isinstance(term, dict) and term.get("@type") == "@id":
                    values = value if isinstance(value, list) else [value]
                    assert key == "hasSource" or all(isinstance(v, dict) for v in values), key


def test_a_tree_is_in_the_order_of_its_frame_and_its_lists_in_natural_order() -> None:
    found = one(ITEM)
    frame = json.loads((this_project().frames / "Recommendation.jsonld").read_text("utf-8"))
    order = ["id", "type", *(key for key in frame if key in found and key != "type")]
    assert list(found) == order
    assert ids(found["cites"]) == sorted(ids(found["cites"]))
    assert all(list(each)[:2] == ["id", "type"] for each in nodes(found))
    starts = [int(each["hasSelector"][0]["start"]) for each in evidence(every("Recommendation"))]
    assert starts
    section = one(ITEM.partition("__item")[0])
    parts = [part["identifier"] for part in section["parts"] if part["type"] == "Recommendation"]
    assert parts == [f"III.a.{n}" for n in range(1, 12)], "item 2 comes before item 10"


def evidence(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The evidence of all statements in trees."""
    return [e for each in found for s in each["statements"] for e in s["evidence"]]


def test_a_recommendation_has_the_statements_about_it_with_their_evidence_inside() -> None:
    about = NamedNode(GCM + "statementSubject")
    for found in every("Recommendation"):
        node = NamedNode(BASE + found["id"])
        expected = {
            getattr(quad.subject, "value", "")
            for quad in drafted.graph().triples(None, about, node)
        }
        assert {BASE + name for name in ids(found["statements"])} == expected
        for statement in found["statements"]:
            assert statement.keys() >= {"statementObject", "madeBy", "evidence", "reviewed"}
            assert statement["statementObject"][0]["prefLabel"]
            assert ("citationFunction" in statement) == has_function(statement["id"])
    for quoted in evidence(every("Recommendation")):
        (exact,) = (s["exact"] for s in quoted["hasSelector"] if "exact" in s)
        ((start, end),) = ((s["start"], s["end"]) for s in quoted["hasSelector"] if "start" in s)
        assert len(exact) == end - start


def has_function(statement: str) -> bool:
    pattern = (NamedNode(BASE + statement), NamedNode(GCM + "citationFunction"), None)
    return any(drafted.graph().triples(*pattern))


def test_the_first_recommendation_reads_as_it_does() -> None:
    found = one(ITEM)
    assert (found["type"], found["identifier"], found["ordinal"]) == (
        "Recommendation",
        "III.a.1",
        1,
    )
    assert {each["prefLabel"] for each in found["requestsAction"]} >= {"ratify", "adopt"}
    assert found["partOf"][0]["identifier"] == "III.a"
    untoc = [s for s in found["statements"] if s["statementObject"][0]["id"] == "instrument/untoc"]
    assert {each["citationFunction"]["prefLabel"] for each in untoc} == {"ratify", "implement"}
    assert untoc[0]["statementObject"][0]["notation"] == ["UNTOC"]


def test_things_are_also_seen_from_their_other_end() -> None:
    untoc = one("instrument/untoc")
    assert ids(untoc["supplementedBy"]) == [
        *("instrument/firearms-protocol", "instrument/smuggling-protocol"),
        *("instrument/trafficking-protocol", "instrument/untoc-protocols"),
    ]
    cited = {each["statementSubject"][0]["identifier"] for each in untoc["objectOf"]}
    assert "III.a.1" in cited
    session = one("event/thematic-session-5")
    assert 110 in [figure["count"] for figure in session["figures"]]
    assert session["parts"] and one("person/louise-arbour")["participatedAs"]
    assert ids(one("theme/gender")["narrower"])


def test_parts_come_in_the_order_of_the_text_and_others_in_that_of_their_labels() -> None:
    items = [found["identifier"] for found in every("Recommendation")]
    letters = sorted({name.split(".")[1] for name in items})
    assert [name.split(".")[1] for name in items] == [
        letter for letter in letters for name in items if name.split(".")[1] == letter
    ]
    assert items[:2] == ["III.a.1", "III.a.2"] and items[9:11] == ["III.a.10", "III.a.11"]
    documents = [found["type"] for found in every("Document")]
    assert documents[0] == "Document", "the whole comes before its parts"
    labels = [found["prefLabel"].casefold() for found in every("Theme")]
    assert labels == sorted(labels)


@pytest.mark.parametrize(
    ("iri", "class_name"),
    [
        ("instrument/untoc", "Instrument"),
        ("person/louise-arbour", "Person"),
        ("actor/iom", "Actor"),
        ("event/thematic-session-5-panel-1", "Event"),
        ("theme/gender", "Theme"),
        (ITEM, "Recommendation"),
        (ITEM.partition("/!")[0], "Document"),
    ],
)
def test_the_frame_of_a_thing_is_that_of_its_nearest_class(iri: str, class_name: str) -> None:
    assert one(iri) == one(iri, class_name)
    assert one(iri) in every(class_name)


@pytest.mark.parametrize(
    ("class_name", "above"), [("Treaty", "Instrument"), ("Panel", "Event"), ("State", "Actor")]
)
def test_a_class_without_a_frame_has_that_of_the_nearest_above_it(
    class_name: str, above: str
) -> None:
    found = every(class_name)
    assert {BASE + each["id"] for each in found} == members(class_name)
    assert found == [each for each in every(above) if BASE + each["id"] in members(class_name)]
    assert class_name in {each["type"] for each in found}


def test_the_nearest_class_wins_over_one_further_up(tmp_path: Path) -> None:
    project = copied(tmp_path)
    for name, key in (("Part", "ordinal"), ("Treaty", "treatyNumber")):
        write(project, name, {**FLAGS, "@context": "../context.jsonld", "type": name, key: {}})
    assert tree(drafted.graph(), project, BASE + ITEM).keys() > {"id", "type", "ordinal", "text"}
    treaty = tree(drafted.graph(), project, f"{BASE}instrument/untoc")
    assert treaty == {"id": "instrument/untoc", "type": "Treaty", "treatyNumber": "XVIII-12"}


def test_the_text_of_a_class_is_its_trees_and_that_of_a_thing_its_tree() -> None:
    graph, project = drafted.graph(), this_project()
    text = framed_text(graph, project, "Event")
    assert json.loads(text) == {"@context": drafted.context(), "@graph": every("Event")}
    assert "…" in text or "–" in text or "é" in framed_text(graph, project, "Actor")
    iri = BASE + ITEM
    assert json.loads(framed_text(graph, project, "", iri))["@graph"] == [one(ITEM)]
    assert framed_text(graph, project, "gcm:Event") == text


FRAMING = """
import sys; sys.path.insert(0, sys.argv[1])
from gcm_kg.store.graph import LocalGraph, in_memory
from gcm_kg.views.tree import framed_text
from gcm_kg.project import this_project
from gcm_kg.store.graph import LocalGraph
from gcm_kg.store.loading import load
from pathlib import Path
from pyoxigraph import Store
store = Store()
load(store, Path(sys.argv[2]))
sys.stdout.write(framed_text(LocalGraph(store), this_project(), "Instrument"))
"""


def test_the_same_graph_is_the_same_text_whatever_the_order_of_sets() -> None:
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            FRAMING,
            str(Path(__file__).parents[1]),
            str(drafted.drafted().folder),
        ],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == framed_text(drafted.graph(), this_project(), "Instrument")


def test_a_graph_in_another_order_is_the_same_text() -> None:
    quads = sorted(drafted.quads(), key=str, reverse=True)
    other = Store()
    other.extend(quads)
    assert list(trees(LocalGraph(other), this_project(), "Section")) == every("Section")


def test_a_triple_of_two_graphs_stands_once_in_a_tree() -> None:
    node, graph = NamedNode(BASE + "theme/gender"), NamedNode(BASE + "graph/other")
    store = Store()
    store.extend(drafted.quads())
    for quad in list(store.quads_for_pattern(node, None, None)):
        store.add(Quad(quad.subject, quad.predicate, quad.object, graph))
    assert tree(LocalGraph(store), this_project(), node.value) == one("theme/gender")


def made(lines: str) -> dict[str, Any]:
    """The tree of a theme in a graph of some lines."""
    prefixes = f"@base <{BASE}> . @prefix gcm: <{GCM}> . @prefix skos: <{SKOS}> .\n"
    graph = in_memory(parse(f"{prefixes}{lines}".encode(), format=RdfFormat.TURTLE))
    return tree(graph, this_project(), f"{BASE}theme/one")


def test_a_thing_in_its_own_tree_is_its_iri_and_a_blank_node_is_left_out() -> None:
    lines = "<theme/one> a gcm:Theme ; skos:broader <theme/one>, <theme/two>, _:b ."
    found = made(f'{lines} _:b skos:prefLabel "b"@en . <theme/two> skos:broader <theme/one> .')
    assert found["broader"] == ["theme/one", "theme/two"] == found["narrower"]


def test_a_value_that_its_term_does_not_imply_is_written_in_full_behind_the_others() -> None:
    labels = '"un"@fr, "one"@en, "1"^^gcm:Odd'
    found = made(f"<theme/one> a gcm:Theme ; skos:prefLabel {labels} ; skos:notation <theme/two> .")
    assert list(found) == ["id", "type", "prefLabel", "skos:notation", "skos:prefLabel"]
    assert found["prefLabel"] == "one" and found["skos:notation"] == [{"id": "theme/two"}]
    french = {"@value": "un", "@language": "fr"}
    assert found["skos:prefLabel"] == [{"@value": "1", "@type": f"{GCM}Odd"}, french]


def test_an_iri_that_json_ld_would_take_for_a_prefixed_name_is_refused_in_a_line() -> None:
    with pytest.raises(InputError, match="theme/one: expected IRIs that JSON-LD can hold"):
        made("<theme/one> a gcm:Theme ; skos:broader <gcm:two> .")


@cache
def published() -> list[dict[str, Any]]:
    """The nodes of the drafted JSON-LD."""
    return list(json.loads(drafted.text(JSON_LD))["@graph"])


@cache
def as_text() -> list[str]:
    """The same, each as a text."""
    return [json.dumps(node) for node in published()]


def by_pyld(nodes: Iterable[dict[str, Any]], class_name: str, top: dict[str, Any]) -> Any:
    """What PyLD makes of nodes by the frame of a class, to the top of which is added."""
    frame = json.loads((this_project().frames / f"{class_name}.jsonld").read_text("utf-8"))
    options = {name: frame.pop(f"@{name}") for name in ("embed", "explicit", "omitDefault")}
    data = {"@context": drafted.context(), "@graph": list(nodes)}
    frame |= {"@context": drafted.context(), **top}
    return pyld.frame(data, frame, {**options, "documentLoader": None})


def in_full(found: dict[str, Any]) -> Any:
    """A tree in full, its lists sorted."""

    def ordered(each: Any) -> Any:
        if isinstance(each, list):
            return sorted(map(ordered, each), key=lambda one: json.dumps(one, sort_keys=True))
        return {k: ordered(v) for k, v in each.items()} if isinstance(each, dict) else each

    framed = {**found, "@context": drafted.context()}
    return ordered(pyld.expand(framed, {"documentLoader": None}))


@pytest.mark.parametrize("class_name", CLASSES)
def test_a_tree_is_the_one_that_pyld_makes_of_what_is_published(class_name: str) -> None:
    by_length = sorted(every(class_name), key=lambda found: len(json.dumps(found)))
    for found in (by_length[0], by_length[len(by_length) // 2], by_length[-len(by_length) // 4]):
        near = {each["id"] for each in nodes(found)}
        about = f'"{found["id"]}"'
        texts = zip(published(), as_text(), strict=True)
        taken = (node for node, text in texts if node["id"] in near or about in text)
        top = {"id": BASE + found["id"], "type": {}}
        assert in_full(by_pyld(taken, class_name, top)) == in_full(found)


def test_a_frame_finds_the_same_in_the_whole_graph() -> None:
    """So that the frames can be used with any processor; "type" then names classes in full."""
    types = ["Treaty", "Protocol"]
    needed = "Citation Treaty Protocol Recommendation Paragraph CitationFunction Theme".split()
    needed += ["UNEntity", "IntergovernmentalOrganization", "InstrumentGroup"]
    taken = (node for node in published() if node.get("type") in needed)
    framed = by_pyld(taken, "Instrument", {"type": types})
    ours = [found for found in every("Instrument") if found["type"] in types]
    assert whole(*framed["@graph"]) == whole(*ours)
    assert set(ids(framed["@graph"])) == set(ids(ours)) and len(ours) > 3


def copied(folder: Path) -> Project:
    """A project with the frames and the context of this one."""
    project = Project(folder)
    project.frames.mkdir(parents=True)
    project.context.write_text(this_project().context.read_text("utf-8"), "utf-8")
    for path in this_project().frames.glob("*.jsonld"):
        (project.frames / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return project


def write(project: Project, name: str, frame: object) -> None:
    text = frame if isinstance(frame, str) else json.dumps(frame)
    (project.frames / f"{name}.jsonld").write_text(text, "utf-8")


GOOD = {"@context": "../context.jsonld", **FLAGS, "type": "Event"}


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("{", "expected a frame"),
        ("[]", "expected a frame"),
        ({key: GOOD[key] for key in GOOD if key != "type"}, "expected a frame"),
        ({key: GOOD[key] for key in GOOD if key != "@embed"}, "expected a frame"),
        ({key: GOOD[key] for key in GOOD if key != "@context"}, "expected a frame"),
        ({**GOOD, "type": 1}, "expected Event, a class of ours"),
        ({**GOOD, "type": "Theme"}, "expected Event, a class of ours"),
        ({**GOOD, "@embed": "@sometimes"}, 'of the context.*found “@embed: "@some'),
        ({**GOOD, "partOf": {"id": 1}}, "expected terms of the context"),
        ({**GOOD, "partOf": {"@embed": "@last"}}, "expected terms of the context"),
        ({**GOOD, "partOf": {"type": "Event"}}, "found .type."),
        ({**GOOD, "partOf": []}, "expected terms of the context"),
        ({**GOOD, "partsOf": {}}, "found .partsOf."),
    ],
)
def test_a_frame_that_cannot_be_used_is_one_line(
    tmp_path: Path, frame: object, expected: str
) -> None:
    project = copied(tmp_path)
    write(project, "Event", frame)
    with pytest.raises(InputError, match=expected) as error:
        list(trees(drafted.graph(), project, "Event"))
    assert str(project.frames / "Event.jsonld") in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "frame",
    [
        {**GOOD, "partOf": {"@context": "https://example.org/context", "id": {}}},
        {**GOOD, "partOf": {"@context": {"@import": "file:///etc/hostname"}, "id": {}}},
    ],
)
def test_nothing_that_a_frame_names_is_fetched(tmp_path: Path, frame: object) -> None:
    project = copied(tmp_path)
    write(project, "Event", frame)
    with pytest.raises(InputError, match="expected terms of the context.*found .@context."):
        list(trees(drafted.graph(), project, "Event"))


@pytest.mark.parametrize("name", ["Concept", "cites", "Nothing"])
def test_a_frame_of_what_is_no_class_of_ours_is_refused(tmp_path: Path, name: str) -> None:
    project = copied(tmp_path)
    write(project, name, {**GOOD, "type": name})
    with pytest.raises(InputError, match=f"expected {name}, a class of ours, for type"):
        list(trees(drafted.graph(), project, name))


def test_a_class_without_a_frame_is_refused_with_those_that_have_one() -> None:
    for name in ("Nothing", "", "../context"):
        with pytest.raises(InputError, match="expected one of Actor, Assertion, Document, Event"):
            framed_text(drafted.graph(), this_project(), name)


@pytest.mark.parametrize("iri", ["rule/label", "nothing/at-all"])
def test_a_thing_of_another_class_is_refused(iri: str) -> None:
    with pytest.raises(InputError, match="expected a thing of Actor, Assertion, Document, Event"):
        one(iri)


def test_a_thing_that_is_not_there_has_no_tree_in_any_class() -> None:
    with pytest.raises(InputError, match="nothing/at-all"):
        one("nothing/at-all", "Event")


@pytest.mark.parametrize("class_name", CLASSES)
def test_a_frame_uses_terms_of_the_context_only_and_names_its_class(class_name: str) -> None:
    frame = json.loads((this_project().frames / f"{class_name}.jsonld").read_text("utf-8"))
    assert frame.pop("@context") == "../context.jsonld"
    assert {flag: frame.pop(flag) for flag in FLAGS} == FLAGS
    assert frame.pop("type") == class_name
    for level in levels(frame):
        keys = level.keys() - {"id", "@embed"}
        assert keys <= drafted.context().keys(), "a misspelt term finds nothing"
        assert level is frame or "id" in level or not keys, "else what has no name is left out"


def test_each_reversed_term_is_used_by_a_frame() -> None:
    used = "".join(path.read_text("utf-8") for path in this_project().frames.glob("*.jsonld"))
    assert all(f'"{name}"' in used for name in REVERSED)
