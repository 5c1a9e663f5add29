"""Every constraint of the shapes finds its own flaw and nothing else, and the project conforms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from pyoxigraph import Quad
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import BASE, GCM
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.validation.check import check

SH = Namespace("http://www.w3.org/ns/shacl#")
GCMSH = "https://w3id.org/gcm-kg/shapes#"
SUB = RDFS.subClassOf
PROJECT = this_project()
EXAMPLES = Path(__file__).parent / "shapes"
VALID = sorted(EXAMPLES.glob("*/valid*.ttl"))
INVALID = sorted(EXAMPLES.glob("*/invalid-*.ttl"))
MARK = "# expect: "
OWN = re.compile(r"(?<=/id/)test(?=/)|(?<=theme/)one\b")
"""What an example calls its own: the folder of its things, and its theme."""
WORD = re.compile(r"[^\W\d_]+")
NAMING = {
    *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation),
    *(URIRef(f"{GCM}contextualLabel"), URIRef(f"{GCM}negativeLabel")),
}
"""What no two instruments and no two actors share, and what names them with more words or not."""
NOT_A_CONSTRAINT = {
    *(RDF.type, RDFS.label, RDFS.comment, SH.message, SH.severity, SH.path, SH.property, SH.sparql),
    *(SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf),
}
"""What a shape may say beside the constraints of its own."""


class PreparedGraph(Graph):
    """A graph that parses each query of the shapes once, and not once for each batch."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        text = query_object if isinstance(query_object, Query) else prepared(query_object)
        return super().query(text, *args, **kwargs)


@dataclass(slots=True)
class Batch:
    """Examples in one graph, none of which says anything of what another one names."""

    graph: Graph
    subjects: set[Node] = field(default_factory=set)
    named: dict[Node, Path] = field(default_factory=dict)

    def takes(self, subjects: set[Node], named: set[Node]) -> bool:
        """Whether an example can be added that speaks of these things, and names those."""
        return self.named.keys().isdisjoint(subjects) and self.subjects.isdisjoint(named)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation."""

    message: str
    severity: str
    constraint: str


@cache
def prepared(text: str) -> Query:
    return prepareQuery(text)


@cache
def shapes() -> Graph:
    return Graph().parse(PROJECT.shapes).parse(PROJECT.link_shapes)


@cache
def subclasses() -> Graph:
    ontology = Graph().parse(PROJECT.ontology)
    hierarchy = Graph()
    for triple in ontology.triples((None, SUB, None)):
        hierarchy.add(triple)
    return hierarchy


@cache
def hierarchy() -> list[Quad]:
    """The same for the engine in Rust."""
    return [quad for quad in parse_file(PROJECT.ontology) if quad.predicate.value == str(SUB)]


@cache
def constraints() -> dict[str, str]:
    """The message of each constraint, by the name of the constraint behind gcmsh:."""
    graph = shapes()
    nodes: set[Node] = set(graph.objects(predicate=SH.sparql))
    for node in {*graph.subjects(SH.path), *graph.subjects(RDF.type, SH.NodeShape)}:
        if isinstance(node, URIRef) and set(graph.predicates(node)) - NOT_A_CONSTRAINT:
            nodes.add(node)
    return {str(n).removeprefix(GCMSH): str(graph.value(n, SH.message) or "") for n in nodes}


@cache
def alike() -> set[Node]:
    """The classes of which no two things may have the same name."""
    targets = shapes().objects(URIRef(f"{GCMSH}Namesakes"), SH.targetNode)
    return {
        kind for target in targets for kind in subclasses().transitive_subjects(SUB, target) if kind
    }


def renamed(graph: Graph, letters: str) -> Iterator[Literal]:
    """The names of what may not have the same ones, once these letters end a word of each."""
    things = {thing for thing, kind in graph[: RDF.type] if kind in alike()}
    for thing, predicate, name in list(graph):
        if thing in things and predicate in NAMING and isinstance(name, Literal):
            own = Literal(WORD.sub(rf"\g<0>{letters}", name, count=1), name.language, name.datatype)
            graph.remove((thing, predicate, name))
            graph.add((thing, predicate, own))
            yield Literal(own.lower())


@cache
def batches() -> list[Batch]:
    """All examples, in as few graphs as can be: pySHACL looks at each shape for each graph.

    What an example calls its own, in the folder "test" of our IRIs, gets a folder of its own, and
    so does its theme; its names of instruments and actors get a word of their own.
    """
    made: list[Batch] = []
    for number, path in enumerate([*VALID, *INVALID]):
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        text = OWN.sub(rf"\g<0>{letters}", path.read_text("utf-8"))
        graph = Graph().parse(data=text, format="turtle")
        names = set(renamed(graph, letters))
        subjects = set(graph.subjects()) | names
        named = {node for node in graph.all_nodes() if not isinstance(node, Literal)} | subjects
        batch = next((batch for batch in made if batch.takes(subjects, named)), None)
        if batch is None:
            made.append(batch := Batch(PreparedGraph() + subclasses()))
        batch.graph += graph
        batch.subjects |= subjects
        batch.named |= dict.fromkeys(named, path)
    return made


@cache
def findings() -> dict[Path, list[Finding]]:
    """What pySHACL finds in each example, beside the hierarchy of classes."""
    found: dict[Path, list[Finding]] = {path: [] for path in [*VALID, *INVALID]}
    for batch in batches():
        _, report, _ = pyshacl.validate(
            batch.graph, shacl_graph=shapes(), inference="none", inplace=True, advanced=False
        )
        for result in report.subjects(RDF.type, SH.ValidationResult):
            source = report.value(result, SH.sourceConstraint)
            source = source or report.value(result, SH.sourceShape)
            messages = [str(message) for message in report.objects(result, SH.resultMessage)]
            severity = str(report.value(result, SH.resultSeverity)).removeprefix(SH)
            finding = Finding(" | ".join(messages), severity, str(source).removeprefix(GCMSH))
            # what is found at a class, or at a property, is told of a thing
            focus = report.value(result, SH.focusNode)
            at_class = (source, SH.select, None) in shapes() and not str(focus).startswith(BASE)
            about = URIRef(str(report.value(result, SH.value))) if at_class else focus
            found[batch.named[about]].append(finding)
    return found


@cache
def expected(path: Path) -> str:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    return first.removeprefix(MARK).strip() if first.startswith(MARK) else ""


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def listed(lines: Iterable[str]) -> str:
    return "\n".join(sorted(lines))


def covers(path: Path, constraint: str) -> bool:
    """Whether an invalid example is one of the constraint, by its folder, name and first line."""
    shape, _, rest = constraint.partition("-")
    named = path.stem == f"invalid-{rest}" or path.stem.startswith(f"invalid-{rest}-")
    text = expected(path)
    return path.parent.name == shape and named and text != "" and text in constraints()[constraint]


def test_every_shape_has_a_label_a_comment_and_a_folder_with_a_valid_example() -> None:
    graph, missing = shapes(), []
    for constraint in constraints():
        shape = URIRef(GCMSH + constraint.partition("-")[0])
        local = str(shape).removeprefix(GCMSH)
        if (shape, RDF.type, SH.NodeShape) not in graph:
            missing.append(f"gcmsh:{constraint}: declare gcmsh:{local} a sh:NodeShape")
        for predicate in (RDFS.label, RDFS.comment):
            if graph.value(shape, predicate) is None:
                missing.append(f"gcmsh:{local}: add {predicate.fragment} in ontology/shapes.ttl")
        if not (EXAMPLES / local / "valid.ttl").is_file():
            missing.append(
                f"gcmsh:{local}: add tests/validation/shapes/{local}/valid.ttl, without a flaw"
            )
    assert not missing, listed(set(missing))


def test_every_node_shape_has_a_constraint() -> None:
    names = {str(n).removeprefix(GCMSH) for n in shapes().subjects(RDF.type, SH.NodeShape)}
    idle = {n.partition("-")[0] for n in names} - {n.partition("-")[0] for n in constraints()}
    assert not idle, f"give these a constraint, or remove them: {listed(idle)}"


def test_every_constraint_is_named_after_its_shape() -> None:
    odd = [constraint for constraint in constraints() if constraint.count("-") != 1]
    assert not odd, f"name them gcmsh:Shape-constraint, with one hyphen: {listed(odd)}"
    property_shapes = shapes().objects(predicate=SH.property)
    unnamed = [node for node in property_shapes if not isinstance(node, URIRef)]
    assert not unnamed, "give each property shape an IRI, gcmsh:Shape-constraint"


def test_every_constraint_has_one_message_of_its_own_that_ends_with_a_full_stop() -> None:
    graph, wrong = shapes(), []
    times = Counter(constraints().values())
    for constraint, message in constraints().items():
        if not message.endswith("."):
            wrong.append(f"gcmsh:{constraint}: add one sh:message that ends with a full stop")
        given = list(graph.objects(URIRef(GCMSH + constraint), SH.message))
        if times[message] > 1 or len(given) > 1:
            wrong.append(f"gcmsh:{constraint}: give it one message that no other constraint has")
    assert not wrong, listed(wrong)


def test_every_constraint_has_an_invalid_example_that_expects_its_message() -> None:
    missing = []
    for constraint, message in constraints().items():
        if not any(covers(path, constraint) for path in INVALID):
            shape, _, rest = constraint.partition("-")
            missing.append(
                f"gcmsh:{constraint}: add tests/validation/shapes/{shape}/invalid-{rest}.ttl (or "
                f"invalid-{rest}-<what is wrong>.ttl), whose first line is “{MARK}{message}” and "
                f"which is sound but for that"
            )
    assert not missing, listed(missing)


def test_every_example_belongs_to_a_shape_or_constraint() -> None:
    known = {constraint.partition("-")[0] for constraint in constraints()}
    stray = [name(path) for path in [*VALID, *INVALID] if path.parent.name not in known]
    stray += [name(p) for p in INVALID if not any(covers(p, c) for c in constraints())]
    others = {*EXAMPLES.rglob("*.*")} - {*VALID, *INVALID}
    assert not stray, f"rename or remove, or correct the first line: {listed(stray)}"
    assert not others, f"rename or remove: {listed(map(str, others))}"


@pytest.mark.slow
@pytest.mark.parametrize("path", VALID, ids=name)
def test_a_valid_example_has_no_finding(path: Path) -> None:
    assert findings()[path] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", INVALID, ids=name)
def test_an_invalid_example_has_findings_of_the_expected_message_only(path: Path) -> None:
    found, shown = findings()[path], expected(path)
    assert shown, f"let the first line be “{MARK}” and the message of the constraint"
    assert found, f"nothing found; expected: {shown}"
    assert all(shown in finding.message for finding in found), found
    assert all(covers(path, finding.constraint) for finding in found), found


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=name)
def test_the_engine_in_rust_finds_in_an_example_what_pyshacl_finds(path: Path) -> None:
    """The expectation is the one to which pySHACL is held above."""
    found = check(PROJECT, [*hierarchy(), *parse_file(path)], "rust").findings
    if path in VALID:
        assert found == []
    else:
        assert found and {finding.message for finding in found} <= {expected(path).rstrip(".")}


def test_the_constraints_of_terms_look_at_the_same_classes() -> None:
    graph = shapes()
    targets = {
        constraint: frozenset(graph.objects(URIRef(GCMSH + constraint), SH.targetClass))
        for constraint in constraints()
        if constraint.startswith("Term-")
    }
    assert len({classes for classes in targets.values() if classes}) == 1, targets


def test_every_class_of_the_ontology_is_looked_at_for_blank_nodes() -> None:
    targets = set(shapes().objects(URIRef(f"{GCMSH}NamedThing-iri"), SH.targetClass))
    classes = Graph().parse(PROJECT.ontology).subjects(RDF.type, OWL.Class)
    ours = [c for c in classes if str(c).startswith(GCM)]
    unseen = [c for c in ours if targets.isdisjoint(subclasses().transitive_objects(c, SUB))]
    assert not unseen, f"add to the targets of gcmsh:NamedThing-iri: {listed(map(str, unseen))}"


def test_the_shapes_say_what_they_are() -> None:
    header = URIRef(GCMSH.removesuffix("#"))
    assert (header, RDF.type, OWL.Ontology) in shapes()
    for predicate in (DCTERMS.title, DCTERMS.license, OWL.versionInfo):
        assert shapes().value(header, predicate) is not None, f"add {predicate} to {header}"
