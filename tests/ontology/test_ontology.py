"""What holds of ontology/gcm.ttl, alone and with the data that use it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyhermit
import pyhornedowl
import pytest
from ontology.owl_lite import owl_lite_findings
from publishing import drafted
from pyhornedowl.profile import Profile, check_profile
from pyowl_core import DocumentFormat, LoadOptions
from pyoxigraph import NamedNode
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, Namespace, URIRef

from gcm_kg.project import this_project
from gcm_kg.rdf.interop import to_rdflib
from gcm_kg.rdf.parsing import parse_file

GCM = Namespace("https://w3id.org/gcm-kg/ontology#")
HEADER = URIRef("https://w3id.org/gcm-kg/ontology")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
DATE_PROPERTIES = (GCM.adoptedOn, GCM.enteredIntoForceOn, GCM.startsOn, GCM.endsOn)
EXAMPLES = Path(__file__).parents[1] / "validation" / "shapes"
PUBLIC_CONTRACT = (
    "Document Section Paragraph Recommendation Instrument Actor Principle Theme Population "
    "Citation Mention partOf ordinal text cites appliesPrinciple namesActor callsOn involves "
    "benefits hasTheme supplements citingPart citedInstrument citationFunction evidence"
).split()


@cache
def ontology() -> Graph:
    return to_rdflib(parse_file(this_project().ontology))


@cache
def merged() -> Graph:
    """The ontology with all data, but for labels that are only looked for: annotations of text."""
    hidden = str(SKOS.hiddenLabel)
    return to_rdflib(quad for quad in drafted.quads() if quad.predicate.value != hidden)


def as_of_owl_1(graph: Graph) -> Graph:
    """A graph without the earlier version of its ontology: to OWL 1 that one must be there as an
    ontology itself, to OWL 2 its IRI is enough (Structural Specification, 3.5)."""
    earlier = Graph()
    for triple in graph.triples((HEADER, OWL.priorVersion, None)):
        earlier.add(triple)
    return graph - earlier


def ours(graph: Graph, *types: URIRef) -> set[URIRef]:
    found = {s for t in types for s in graph.subjects(RDF.type, t)}
    return {term for term in found if isinstance(term, URIRef) and term.startswith(GCM)}


def hermit(turtle: bytes) -> pyhermit.Reasoner:
    options = LoadOptions(format=DocumentFormat.TURTLE)
    return pyhermit.Reasoner(turtle, document_iri=str(HEADER), load_options=options)


def horned(graph: Graph) -> pyhornedowl.PyIndexedOntology:
    return pyhornedowl.open_ontology_from_string(graph.serialize(format="xml"), serialization="owl")


@pytest.mark.parametrize("name", ["RL", "OWL2DL"])
def test_the_ontology_is_in_the_profile(name: str) -> None:
    profile: Profile = getattr(Profile, name)
    report = check_profile(horned(ontology()), profile)
    assert report.conformant, [str(violation) for violation in report.violations]


def test_a_union_is_outside_owl_2_rl_as_a_superclass() -> None:
    bad = Graph().parse(
        data=f"""@prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> . @prefix : <urn:x:> .
        <urn:x> a owl:Ontology . :A a owl:Class . :B a owl:Class .
        :C a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:unionOf (:A :B) ] ."""
    )
    profile: Profile = getattr(Profile, "RL")  # noqa: B009  (the stub types it per instance)
    assert not check_profile(horned(bad), profile).conformant


def test_the_ontology_is_owl_lite() -> None:
    assert owl_lite_findings(as_of_owl_1(ontology())) == []


@pytest.mark.slow
def test_the_ontology_with_all_data_is_owl_lite() -> None:
    assert owl_lite_findings(as_of_owl_1(merged())) == []


def test_a_reasoner_finds_the_ontology_consistent_and_every_class_satisfiable() -> None:
    with hermit(this_project().ontology.read_bytes()) as reasoner:
        assert reasoner.is_consistent()
        unsatisfiable = {c.iri.value for c in reasoner.unsatisfiable_classes()}
    assert unsatisfiable == {str(OWL.Nothing)}


def test_the_reasoner_would_find_a_contradiction() -> None:
    turtle = (
        this_project().ontology.read_text("utf-8")
        + """
        gcm:Actor owl:disjointWith prov:Agent . <urn:x> a gcm:Actor ."""
    )
    with hermit(turtle.encode()) as reasoner:
        assert not reasoner.is_consistent()


def test_the_header_is_complete() -> None:
    graph = ontology()
    for prop in (DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.license):
        assert graph.value(HEADER, prop), prop
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(graph.value(HEADER, OWL.versionInfo)))
    assert graph.value(HEADER, VANN.preferredNamespacePrefix) == Literal("gcm")
    assert graph.value(HEADER, VANN.preferredNamespaceUri) == Literal(str(GCM))


@pytest.mark.parametrize("name", PUBLIC_CONTRACT)
def test_the_public_name_is_declared(name: str) -> None:
    assert (GCM[name], RDF.type, None) in ontology()


def test_every_term_has_one_label_one_definition_and_one_example() -> None:
    graph = ontology()
    wrong = [
        f"{term} {prop}"
        for term in ours(graph, OWL.Class, *PROPERTIES)
        for prop in (RDFS.label, SKOS.definition, SKOS.example)
        if len(list(graph.objects(term, prop))) != 1
    ]
    assert not wrong, "give each one in ontology/gcm.ttl"


def test_definitions_and_examples_end_with_a_full_stop_and_labels_do_not() -> None:
    graph = ontology()
    wrong = []
    for term in ours(graph, OWL.Class, *PROPERTIES):
        texts = [str(graph.value(term, p)) for p in (SKOS.definition, SKOS.example)]
        label = str(graph.value(term, RDFS.label))
        wrong += [term] if label.endswith(".") or not all(t.endswith(".") for t in texts) else []
    assert not wrong


def test_no_two_terms_share_a_label_or_a_definition() -> None:
    graph = ontology()
    for prop in (RDFS.label, SKOS.definition):
        texts = [str(o).lower() for s, o in graph.subject_objects(prop) if str(s).startswith(GCM)]
        assert len(texts) == len(set(texts)), prop


def test_classes_are_upper_camel_case_and_properties_lower_camel_case() -> None:
    graph = ontology()
    classes = {t.removeprefix(GCM) for t in ours(graph, OWL.Class)}
    properties = {t.removeprefix(GCM) for t in ours(graph, *PROPERTIES)}
    plural = {"LabourConventions", "Means"}
    assert not [c for c in classes if not re.fullmatch(r"(UN)?([A-Z][a-z]+)+", c)]
    assert not [c for c in classes - plural if re.search(r"[^s]s\Z", c)]
    assert not [p for p in properties if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", p)]


def test_date_properties_have_no_range() -> None:
    for prop in DATE_PROPERTIES:
        assert (prop, RDF.type, OWL.DatatypeProperty) in ontology()
        assert ontology().value(prop, RDFS.range) is None


def test_nothing_is_said_of_the_terms_of_others_but_their_type() -> None:
    subjects = {s for s in ontology().subjects() if not str(s).startswith(str(HEADER))}
    said = {p for s in subjects for p in ontology().predicates(s)}
    assert said == {RDF.type}
    assert (None, OWL.imports, None) not in ontology()


def test_every_term_used_in_data_is_declared() -> None:
    graph = merged()
    types = {o for o in graph.objects(None, RDF.type) if str(o).startswith(GCM)}
    used = types | {p for p in graph.predicates() if str(p).startswith(GCM)}
    assert used <= ours(ontology(), OWL.Class, *PROPERTIES)


def test_every_declared_term_is_used_in_data_or_an_example_itself_or_by_a_narrower_one() -> None:
    """The examples are those of the shapes: what only documents of other kinds have is there."""
    graph, terms = merged(), ontology()
    used = set(graph.objects(None, RDF.type)) | set(graph.predicates())
    for path in EXAMPLES.glob("*/valid*.ttl"):
        for quad in parse_file(path):
            used.add(URIRef(quad.predicate.value))
            if quad.predicate.value == str(RDF.type) and isinstance(quad.object, NamedNode):
                used.add(URIRef(quad.object.value))
    unused = {
        term
        for term in ours(terms, OWL.Class, *PROPERTIES)
        if used.isdisjoint(terms.transitive_subjects(RDFS.subClassOf, term))
        and used.isdisjoint(terms.transitive_subjects(RDFS.subPropertyOf, term))
    }
    assert not unused, "use them, or remove them from ontology/gcm.ttl"


def test_every_term_of_others_in_data_is_declared() -> None:
    graph = merged()
    built_in = (str(RDF), str(RDFS), str(OWL))
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    foreign = {str(t) for t in used if not str(t).startswith((*built_in, str(GCM)))}
    assert foreign <= {str(s) for s in ontology().subjects(RDF.type)}
