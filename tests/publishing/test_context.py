"""The JSON-LD context: a term for all that the ontology declares, and one thing a term."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from publishing import drafted
from pyld import jsonld as pyld
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from gcm_kg.errors import InputError
from gcm_kg.project import Project, this_project
from gcm_kg.publishing.build import CONTEXT
from gcm_kg.publishing.context import ONE_VALUE, REVERSED, context, context_file
from gcm_kg.rdf.jsonld import load_context
from gcm_kg.rdf.namespaces import (
    BASE,
    DCTERMS,
    GCM,
    OA,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    XSD,
    compress,
)
from gcm_kg.rdf.parsing import parse_file

KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
ALWAYS = ("id", "type", *PREFIXES, *REVERSED)
"""Names that are in the context whatever the ontology declares."""


def ontology() -> list[Quad]:
    return list(parse_file(this_project().ontology))


def declared(*kinds: str) -> set[str]:
    """The IRIs that the ontology declares to be of some kinds."""
    wanted = {NamedNode(OWL + kind) for kind in kinds}
    return {
        quad.subject.value
        for quad in ontology()
        if quad.predicate.value == RDF + "type"
        and quad.object in wanted
        and isinstance(quad.subject, NamedNode)
    }


def terms() -> set[str]:
    """The names that the context has for what the ontology declares."""
    return {name for name in drafted.context() if not name.startswith("@")} - set(ALWAYS)


def expanded(node: dict[str, Any]) -> dict[str, Any]:
    """A node as PyLD understands it with our context, which fetches nothing."""
    whole = {"@context": drafted.context(), "id": "it", **node}
    (found,) = pyld.expand(whole, {"documentLoader": None})
    return {key: value for key, value in found.items() if key != "@id"}


def small(text: str) -> dict[str, Any]:
    """The context of a small ontology, in Turtle."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return context(parse((prefixes + text).encode(), format=RdfFormat.TURTLE))


def names_of(iris: Iterable[str]) -> dict[str, set[str]]:
    """Local names, each with the IRIs that end in it."""
    found: dict[str, set[str]] = {}
    for iri in iris:
        found.setdefault(re.split(r"[#/]", iri)[-1], set()).add(iri)
    return found


def test_every_declared_class_and_property_has_a_term_unless_another_took_its_name() -> None:
    known = {compress(iri): iri for iri in declared(*KINDS) | {RDFS + "label"}}
    whole = drafted.context()
    meant = {
        name: known[whole[name] if isinstance(whole[name], str) else whole[name]["@id"]]
        for name in terms()
    }
    assert meant.keys() == names_of(known.values()).keys()
    for name, iris in names_of(known.values()).items():
        ours = {iri for iri in iris if iri.startswith(GCM)}
        assert meant[name] in (ours or iris), "our own term comes first"
    assert set(known.values()) - set(meant.values()) == {
        "http://www.w3.org/ns/org#Organization",
        "http://xmlns.com/foaf/0.1/Agent",
        "http://purl.org/spar/cito/cites",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_means_its_iri_to_pyld(kind: str) -> None:
    iris = declared(kind)
    names = {name for name in terms() if curie_of(name) in {compress(iri) for iri in iris}}
    assert names
    for name in names:
        iri = next(iri for iri in iris if compress(iri) == curie_of(name))
        found = expanded({"type": name} if kind == "Class" else {name: "value"})
        if kind == "Class":
            assert found == {"@type": [iri]}
        else:
            assert found.keys() == {iri}
            said = drafted.context()[name]
            is_link = isinstance(said, dict) and said.get("@type") == "@id"
            assert ("@id" in found[iri][0]) == is_link
            assert not is_link or found[iri] == [{"@id": BASE + "value"}]
            assert is_link or kind != "ObjectProperty"


def curie_of(name: str) -> str:
    """What the context says that a term stands for."""
    said = drafted.context()[name]
    return str(said if isinstance(said, str) else said["@id"])


@pytest.mark.parametrize("name", REVERSED)
def test_a_reversed_term_is_its_property_seen_from_the_object_and_holds_a_list(name: str) -> None:
    found = expanded({name: ["other"]})
    assert found == {"@reverse": {REVERSED[name]: [{"@id": BASE + "other"}]}}
    assert drafted.context()[name]["@container"] == "@set"
    assert REVERSED[name] in declared("ObjectProperty")


def test_a_value_gets_its_language_and_datatype_from_the_context() -> None:
    assert expanded({"prefLabel": "a"}) == {
        SKOS + "prefLabel": [{"@value": "a", "@language": "en"}]
    }
    assert expanded({"startsOn": "2017-09-04"}) == {
        GCM + "startsOn": [{"@value": "2017-09-04", "@type": XSD + "date"}]
    }
    assert expanded({"ordinal": 1}) == {GCM + "ordinal": [{"@value": 1}]}
    assert expanded({"text": "a"}) == {GCM + "text": [{"@value": "a"}]}


def test_a_property_that_is_functional_never_holds_a_list_and_others_do() -> None:
    single = declared("FunctionalProperty") | set(ONE_VALUE)
    properties = {compress(iri): iri for iri in declared(*KINDS[1:])}
    for name in terms() & {n for n in terms() if curie_of(n) in properties}:
        said = drafted.context()[name]
        listed = isinstance(said, dict) and said.get("@container") == "@set"
        assert listed == (properties[curie_of(name)] not in single), name


def test_the_terms_that_are_said_to_have_one_value_have_one() -> None:
    held: dict[tuple[object, object, str], int] = {}
    for triple in drafted.triples():
        if triple.predicate.value in ONE_VALUE:
            key = (triple.subject, triple.predicate, getattr(triple.object, "language", "") or "")
            held[key] = held.get(key, 0) + 1
    assert {predicate.value for _, predicate, _ in held} >= {  # type: ignore[attr-defined]
        *(SKOS + "prefLabel", DCTERMS + "identifier", OA + "exact")
    }
    assert [key for key, number in held.items() if number > 1] == []


@pytest.mark.parametrize("name", ["id", "type", "sh", "parts", "statements"])
def test_a_name_that_the_context_needs_is_not_given_away(name: str) -> None:
    made = small(f"gcm:{name} a owl:ObjectProperty .")
    assert made[name] == small("")[name]


def test_of_two_that_would_have_a_name_ours_has_it_and_else_the_first() -> None:
    assert small("foaf:x a owl:Class . gcm:x a owl:Class . cito:x a owl:Class .")["x"] == "gcm:x"
    assert small("foaf:x a owl:Class . cito:x a owl:Class .")["x"] == "cito:x"


def test_what_is_no_class_and_no_property_has_no_term() -> None:
    plain = small("gcm:thing a owl:NamedIndividual . <urn:a/b> a owl:Ontology . gcm:x a gcm:y .")
    assert plain == small("")
    assert not {"ontology", "thing", "b", "x"} & drafted.context().keys()


def test_an_odd_name_becomes_no_term() -> None:
    assert small("<urn:x/a:b> a owl:Class . <urn:x/@id> a owl:Class .") == small("")


def test_a_range_gives_the_type_unless_json_has_it() -> None:
    made = small(
        "gcm:a a owl:DatatypeProperty ; rdfs:range xsd:anyURI ."
        "gcm:b a owl:DatatypeProperty, owl:FunctionalProperty ; rdfs:range xsd:integer ."
        "rdfs:seeAlso a owl:AnnotationProperty ."
    )
    assert made["a"] == {"@id": "gcm:a", "@type": "xsd:anyURI", "@container": "@set"}
    assert made["b"] == "gcm:b"
    assert made["seeAlso"] == {"@id": "rdfs:seeAlso", "@type": "@id", "@container": "@set"}


def test_the_file_has_a_line_for_each_term_and_is_the_context() -> None:
    text = context_file(ontology())
    assert text == drafted.text(CONTEXT)
    assert json.loads(text) == {"@context": context(ontology())}
    assert len(text.splitlines()) == len(drafted.context()) + 2


def test_the_published_context_is_loaded() -> None:
    assert (
        load_context(this_project().context)
        == json.loads(this_project().context.read_text("utf-8"))["@context"]
    )


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"@context": []}', "nonsense"])
def test_a_context_that_is_none_is_one_line(tmp_path: Path, text: str | None) -> None:
    project = Project(tmp_path)
    if text is not None:
        project.context.parent.mkdir()
        project.context.write_text(text)
    with pytest.raises(InputError, match="expected a JSON-LD context.*run gcm-kg build") as error:
        load_context(project.context)
    assert str(project.context) in str(error.value)
