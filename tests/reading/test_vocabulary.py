"""Vocabularies are read whole, or refused with the file and the line of the mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.reading.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]

PREFIXES = """@base <https://w3id.org/gcm-kg/id/> .
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ONTOLOGY = """
gcm:Instrument a owl:Class .
gcm:Treaty a owl:Class ; rdfs:subClassOf gcm:Instrument .
gcm:Protocol a owl:Class ; rdfs:subClassOf gcm:Treaty .
gcm:Actor a owl:Class .
gcm:Theme a owl:Class ; rdfs:subClassOf skos:Concept .
gcm:Role a owl:Class .
skos:Concept a owl:Class .
skos:ConceptScheme a owl:Class .
gcm:partOf a owl:ObjectProperty .
"""
FIRST = len(PREFIXES.split("\n"))
"""The number of the first line behind the prefixes."""
ROLE = '<chair> a gcm:Role ; skos:prefLabel "chair" .\n'
PACT = '<pact> a gcm:Treaty ; skos:prefLabel "Sea Pact"@en .\n'


class Folder:
    """A project's vocabulary in the making."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("../gcm.ttl", ONTOLOGY)

    def write(self, name: str, turtle: str) -> None:
        (self.root / name).write_text(PREFIXES + turtle, encoding="utf-8")

    def load(self) -> Vocabulary:
        return load_vocabulary(self.root / "../gcm.ttl", self.root)

    def refusal(self, **files: str) -> str:
        """The message that these files are refused with, without the name of the folder."""
        for name, turtle in files.items():
            self.write(f"{name}.ttl", turtle)
        with pytest.raises(InputError) as caught:
            self.load()
        message = str(caught.value)
        assert message.splitlines() == [message]
        return message.removeprefix(f"{self.root}/")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "vocabulary").mkdir()
    return Folder(tmp_path / "vocabulary")


# --- what is read


def test_things_have_their_class_and_the_classes_above_it(folder: Folder) -> None:
    folder.write("a.ttl", '<annexe> a gcm:Protocol ; skos:prefLabel "Annexe" .')
    vocabulary = folder.load()
    assert vocabulary.kinds == {f"{BASE}annexe": "Protocol"}
    for kind in ("Protocol", "Treaty", "Instrument"):
        assert vocabulary.is_a(f"{BASE}annexe", kind)
    assert not vocabulary.is_a(f"{BASE}annexe", "Actor")
    assert not vocabulary.is_a(f"{BASE}unknown", "Instrument")


def test_things_are_listed_by_class_in_the_order_of_files_and_lines(folder: Folder) -> None:
    folder.write("b.ttl", PACT)
    folder.write("a.ttl", '<z> a gcm:Protocol ; skos:prefLabel "Z" .\n' + ROLE)
    assert folder.load().of_kind("Instrument") == [f"{BASE}z", f"{BASE}pact"]


def test_a_thing_has_a_name_and_values(folder: Folder) -> None:
    folder.write("a.ttl", PACT + '<pact> skos:altLabel "SP", "Pact" ; gcm:partOf <whole> .')
    vocabulary = folder.load()
    pact = f"{BASE}pact"
    assert vocabulary.name(pact) == "Sea Pact"
    assert vocabulary.name(f"{BASE}unknown") == f"{BASE}unknown"
    assert vocabulary.get(pact, SKOS + "altLabel") == ["SP", "Pact"]
    assert vocabulary.get(pact, GCM + "partOf") == [f"{BASE}whole"]
    assert vocabulary.get(pact, SKOS + "note") == []


def test_labels_of_every_sort_are_searched_for_in_the_layer_of_their_class(folder: Folder) -> None:
    folder.write("a.ttl", PACT + '<pact> skos:altLabel "SP"; skos:hiddenLabel "Pct" .')
    folder.write("b.ttl", '<pact> gcm:negativeLabel "Sea Pact Office" .')
    folder.write("c.ttl", '<t> a gcm:Theme ; skos:prefLabel "sea" ; skos:notation "T.1" .')
    labels = [(label.text, label.layer, label.negative) for label in folder.load().labels]
    assert labels == [
        ("Sea Pact", "names", False),
        ("SP", "names", False),
        ("Pct", "names", False),
        ("Sea Pact Office", "names", True),
        ("sea", "themes", False),
        ("T.1", "themes", False),
    ]


def test_labels_of_other_things_are_not_searched_for(folder: Folder) -> None:
    folder.write("a.ttl", ROLE)
    assert folder.load().labels == []


def test_definitions_and_things_are_no_labels(folder: Folder) -> None:
    folder.write("a.ttl", PACT + '<pact> skos:definition "A pact." ; skos:altLabel <label> .')
    assert [label.text for label in folder.load().labels] == ["Sea Pact"]


def test_a_class_of_another_ontology_may_be_used_when_it_is_declared(folder: Folder) -> None:
    folder.write("a.ttl", '<s> a skos:ConceptScheme ; skos:prefLabel "scheme" .')
    assert folder.load().kinds == {f"{BASE}s": SKOS + "ConceptScheme"}


def test_one_label_may_be_in_several_layers(folder: Folder) -> None:
    folder.write("a.ttl", PACT + '<t> a gcm:Theme ; skos:prefLabel "sea pact" .')
    assert len(folder.load().labels) == 2


def test_one_thing_may_have_variants_of_a_label(folder: Folder) -> None:
    folder.write("a.ttl", PACT + '<pact> skos:hiddenLabel "SEA PACT", "sea-pact" .')
    assert len(folder.load().labels) == 3


def test_classes_in_a_circle_are_read(folder: Folder) -> None:
    folder.write("../gcm.ttl", ONTOLOGY + "gcm:Instrument rdfs:subClassOf gcm:Protocol .")
    folder.write("a.ttl", PACT)
    assert folder.load().is_a(f"{BASE}pact", "Protocol")


def test_the_vocabulary_of_the_project_is_read() -> None:
    vocabulary = load_vocabulary(ROOT / "ontology" / "gcm.ttl", ROOT / "data" / "vocabulary")
    assert len(vocabulary.kinds) > 300
    assert {label.layer for label in vocabulary.labels} == {
        *("names", "principles", "populations", "themes")
    }
    assert len(vocabulary.quads) > len(vocabulary.labels) > 500


# --- what is refused


@pytest.mark.parametrize(
    ("turtle", "line"),
    [
        ("<a> <b>\n<c", 1),
        ("\n\n<a> <b> .", 2),
        ('\n<a> skos:prefLabel "x', 1),
        ("<a> unknown:b <c> .", 0),
        ("<a b> a <c> .", 0),
    ],
)
def test_malformed_turtle_is_refused_with_its_line(folder: Folder, turtle: str, line: int) -> None:
    assert folder.refusal(a=turtle).startswith(f"a.ttl:{FIRST + line}: expected Turtle, found ")


def test_turtle_that_is_not_utf_8_is_refused(folder: Folder) -> None:
    (folder.root / "a.ttl").write_bytes(PREFIXES.encode() + b'<a> <b> "\xff" .')
    assert folder.refusal().startswith(f"a.ttl:{FIRST}: expected Turtle, found Invalid UTF-8")


@pytest.mark.parametrize(
    "turtle", ["[] a gcm:Actor .", PACT + "<pact> skos:note [] .", "<a> <b> (1) ."]
)
def test_a_blank_node_is_refused(folder: Folder, turtle: str) -> None:
    message = folder.refusal(a=turtle)
    assert message.startswith("a.ttl: expected an IRI for every thing, found a blank node")


def test_a_triple_term_is_refused(folder: Folder) -> None:
    message = folder.refusal(a=PACT + "<pact> skos:note <<( <a> <b> <c> )>> .")
    assert message.startswith("a.ttl: expected RDF 1.1, found a triple term")


def test_two_classes_are_refused_at_the_second(folder: Folder) -> None:
    message = folder.refusal(a=PACT + "\n<pact> a gcm:Actor .")
    assert message.startswith(
        f"a.ttl:{FIRST + 2}: expected one class for each thing, found a second"
    )
    assert f"<{BASE}pact>" in message


def test_a_thing_that_two_files_define_is_refused_in_the_second(folder: Folder) -> None:
    assert folder.refusal(a=PACT, b=ROLE + PACT).startswith(
        f"b.ttl:{FIRST + 1}: expected one class"
    )


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("gcm:Treaties", "“gcm:Treaties”"),
        ("gcm:partOf", "“gcm:partOf”"),
        ('"Role"', '“"Role"”'),
        ("skos:Thing", f"“{SKOS}Thing”"),
    ],
)
def test_a_class_that_is_not_declared_is_refused(folder: Folder, kind: str, shown: str) -> None:
    turtle = f'<see> a gcm:Role ;\n skos:prefLabel "s" ; gcm:partOf <x> .\n<x> a {kind} .'
    message = folder.refusal(a=turtle)
    assert message.startswith(f"a.ttl:{FIRST + 2}: expected a declared class, found {shown}; ")


def test_a_thing_without_a_class_or_a_preferred_label_is_refused(folder: Folder) -> None:
    message = folder.refusal(a='\n<x> skos:prefLabel "x" .')
    assert message.startswith(f"a.ttl:{FIRST + 1}: expected a class, found none for <{BASE}x>")
    message = folder.refusal(a='\n\n<x> a gcm:Role ; skos:altLabel "x" .')
    assert message.startswith(f"a.ttl:{FIRST + 2}: expected a skos:prefLabel, found none")


@pytest.mark.parametrize(
    ("turtle", "line"),
    [
        ("<x> a gcm:Role .\n<x> gcm:partOf <y> .", f":{FIRST}"),
        ("# about <x>\n  <x> a gcm:Role .\n", f":{FIRST + 1}"),
        (ROLE + " <chair> gcm:partOf <y> .<x> a gcm:Role . # <x>\n# <x>", f":{FIRST + 1}"),
        ("@prefix id: <https://w3id.org/gcm-kg/id/> .\nid:x a gcm:Role .", ""),
    ],
)
def test_the_line_is_the_one_that_a_thing_begins(folder: Folder, turtle: str, line: str) -> None:
    assert folder.refusal(a=turtle).startswith(
        f"a.ttl{line}: expected a skos:prefLabel, found none"
    )


def test_a_label_that_two_files_give_is_refused_with_both_files(folder: Folder) -> None:
    other = '<other> a gcm:Actor ;\n    skos:prefLabel "Other" ;\n    skos:altLabel "sea-pact"@en .'
    message = folder.refusal(a=PACT.replace("Sea Pact", "Seapact"), b=other)
    assert message.startswith(f"b.ttl:{FIRST + 2}: expected a label that no other thing has, ")
    assert f"found “sea-pact”, which is a label of <{BASE}pact> in a.ttl;" in message


def test_a_label_given_twice_in_one_file_is_refused_at_the_second(folder: Folder) -> None:
    message = folder.refusal(a=PACT + '<other> a gcm:Actor ;\n skos:prefLabel "Sea Pact"@en .')
    assert message.startswith(f"a.ttl:{FIRST + 2}: expected a label that no other thing has")


def test_a_label_that_is_a_negative_label_too_is_refused(folder: Folder) -> None:
    message = folder.refusal(a=PACT, b='<pact> gcm:negativeLabel "sea pact" .')
    assert message.startswith(f"b.ttl:{FIRST}: expected a label that no other thing has, ")
    both = '<x> a gcm:Actor ; gcm:negativeLabel "X" ; skos:prefLabel "X" .'
    assert "which is a negative label of" in folder.refusal(a=both)


def test_a_negative_label_may_be_a_label_or_negative_label_of_another_thing(folder: Folder) -> None:
    folder.write("a.ttl", PACT)
    for name in "xy":
        folder.write(
            f"{name}.ttl",
            f'<{name}> a gcm:Actor ; skos:prefLabel "{name}" ; gcm:negativeLabel "Sea Pact" .',
        )
    assert sum(label.negative for label in folder.load().labels) == 2


def test_a_folder_without_turtle_is_refused(folder: Folder) -> None:
    assert "expected Turtle files of the vocabulary, found none" in folder.refusal()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.ttl: expected a Turtle file, found No such file"):
        parse_turtle(tmp_path / "x.ttl")
    with pytest.raises(InputError, match="expected a Turtle file, found Is a directory"):
        parse_turtle(tmp_path)


def test_names_in_other_languages_are_published_and_no_names_in_english_texts(
    folder: Folder,
) -> None:
    folder.write("a.ttl", PACT)
    names = 'skos:altLabel "Pacte marin"@fr , "Accord"@en ; skos:hiddenLabel "Seepakt"@de'
    folder.write("b.ttl", f"<pact> {names} .\n")
    vocabulary = folder.load()
    assert {label.text for label in vocabulary.labels} == {"Sea Pact", "Accord", "Seepakt"}
    assert vocabulary.get(f"{BASE}pact", f"{SKOS}altLabel") == ["Accord"]
    assert any('"Pacte marin"@fr' in str(quad) for quad in vocabulary.quads)


def test_a_thing_may_have_a_name_in_another_language_alone_and_that_is_known(
    folder: Folder,
) -> None:
    kind = "a gcm:Treaty ; skos:prefLabel"
    folder.write("a.ttl", f'<pacte> {kind} "Pacte de la pêche"@fr , "Fischereipakt"@de .\n')
    folder.write("b.ttl", f'<accord> {kind} "Accord"@fr .\n')
    folder.write("c.ttl", '<accord> skos:prefLabel "Agreement"@en .\n')
    vocabulary = folder.load()
    assert vocabulary.without_english() == [f"{BASE}pacte"]
    assert vocabulary.name(f"{BASE}pacte") in {"Pacte de la pêche", "Fischereipakt"}
    assert vocabulary.name(f"{BASE}accord") == "Agreement"
    assert [label.text for label in vocabulary.labels] == ["Agreement"]


def test_states_have_one_name_in_each_other_official_language() -> None:
    folder = ROOT / "data" / "vocabulary"
    states = {quad.subject for quad in parse_turtle(folder / "states.ttl")}
    named = [
        (quad.subject, getattr(quad.object, "language", ""))
        for quad in parse_turtle(folder / "states_in_languages.ttl")
    ]
    assert {state for state, _ in named} <= states and len(named) == len(set(named))
    assert {language for _, language in named} == {"ar", "es", "fr", "ru", "zh"}
