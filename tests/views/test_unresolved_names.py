"""Names that the vocabulary does not know: merged, trimmed, ranked, with what may be known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import GCM, OA, RDFS, SKOS
from gcm_kg.store.graph import LocalGraph
from gcm_kg.views.unresolved_names import UnresolvedName, chosen, guessed, trimmed, unresolved_names

VERBS = {"ratify", "strengthen", "continue"}
VOCABULARY = f"""
@prefix gcm: <{GCM}> . @prefix skos: <{SKOS}> . @prefix rdfs: <{RDFS}> .
gcm:Treaty rdfs:subClassOf gcm:Instrument .
<http://x/ratify> a gcm:Action ; skos:prefLabel "ratify"@en .
<http://x/kampala> a gcm:Treaty ; skos:prefLabel "Kampala Convention"@en .
<http://x/port> a gcm:Place ; skos:prefLabel "Port Sudan"@en .
"""


def graph(*mentions: tuple[str, str], rule: str = "unknown-name") -> LocalGraph:
    """A graph of unresolved mentions: each with its words and what follows them."""
    text = VOCABULARY + f"@prefix oa: <{OA}> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    for n, (quote, suffix) in enumerate(mentions):
        text += f"""<http://x/m{n}> a gcm:UnresolvedMention ; gcm:inPart <http://x/p{n}> ;
            gcm:madeBy <https://w3id.org/gcm-kg/id/rule/{rule}> ; oa:hasSource <http://x/d{n % 2}> ;
            oa:hasSelector <http://x/s{n}>, <http://x/q{n}> .
            <http://x/s{n}> oa:start {n} . <http://x/q{n}> oa:exact "{quote}" ;
            oa:prefix "They named the " ; oa:suffix "{suffix}" .
            <http://x/p{n}> dcterms:identifier "I.{n}" .\n"""
    store = Store()
    store.load(text.encode(), format=RdfFormat.TURTLE)
    return LocalGraph(store)


def test_spellings_of_a_name_are_one_and_the_most_frequent_comes_first() -> None:
    given_ = [
        ("Rabat Charter", ""),
        ("Lima Accords", ""),
        ("the Lima Accord", ""),
        ("Lima Accord", ""),
    ]
    found = unresolved_names(graph(*given_))
    assert [(name.name, len(name.places), name.documents) for name in found] == [
        ("Lima Accord", 3, 2),
        ("Rabat Charter", 1, 1),
    ]


def test_an_acronym_in_brackets_behind_a_name_is_that_name() -> None:
    mentions = [("National Harbour Board", " (NHB) said"), ("NHB", " said"), ("NHB", " went")]
    (found,) = unresolved_names(graph(*mentions))
    assert (found.name, found.spellings) == (
        "National Harbour Board",
        ("NHB", "National Harbour Board"),
    )


def test_symbols_of_documents_come_last() -> None:
    symbol = ("CRC/C/XYZ/CO/3", "")
    found = unresolved_names(graph(symbol, symbol, ("Lima Accord", "")))
    assert [name.name for name in found] == ["Lima Accord", "CRC/C/XYZ/CO/3"]


def test_what_only_points_to_instruments_is_no_name() -> None:
    assert not unresolved_names(graph(("existing frameworks", ""), rule="unnamed-instrument"))


def test_labels_of_the_vocabulary_that_are_near_are_shown() -> None:
    (found,) = unresolved_names(graph(("Kampala Conventions of 2009", "")))
    assert found.near == (("Kampala Convention", "http://x/kampala"),)
    assert found.places[0].within() == "I.0: … named the Kampala Conventions of 2009 …"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ratify the Lima Accord", "Lima Accord"),
        ("Strengthen and continue its National Plan", "National Plan"),
        ("Harbour\nBoard’s", "Harbour Board"),
        ("Bank of", "Bank"),
        ("Ratify", "Ratify"),
    ],
)
def test_verbs_articles_and_signs_are_no_part_of_a_name(words: str, name: str) -> None:
    assert trimmed(words, VERBS) == name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Optional Protocol to the Lima Convention", "gcm:Protocol"),
        ("Lima Convention", "gcm:Treaty"),
        ("Convention Committee", "gcm:Organization"),
        ("Ministry of Conventions", "gcm:GovernmentBody"),
        ("National Action Plans against Racism", "gcm:Guidance"),
        ("World Harbour Summit", "gcm:Event"),
        ("NHB", ""),
        ("Maria Example", ""),
    ],
)
def test_the_head_noun_of_a_name_tells_its_class(name: str, kind: str) -> None:
    assert (guessed(name) or {"class": ""})["class"] == kind


def block(name: str, kind: str | None = None) -> str:
    found = unresolved_names(graph((name, "")))
    return chosen(found, name, kind).turtle()


def test_a_name_becomes_a_block_of_turtle_that_says_what_it_is() -> None:
    assert block("Lima Accord").startswith(
        '<instrument/lima-accord> a gcm:Treaty ;\n    skos:prefLabel "Lima Accord"@en ;'
    )
    assert block("NHB", "gcm:Organization").startswith("<actor/nhb> a gcm:Organization ;")
    ministry = block("Ministry of Human Rights and Harbours")
    assert ministry.startswith("<actor/ministry-human-rights-harbours> a gcm:GovernmentBody ;")


@pytest.mark.parametrize(("name", "kind"), [("NHB", None), ("NHB", "gcm:Ship")])
def test_a_name_without_a_class_that_names_have_is_refused(name: str, kind: str | None) -> None:
    with pytest.raises(InputError, match="--class, one of gcm:AcademicBody"):
        block(name, kind)


def test_a_name_that_is_not_unresolved_cannot_be_accepted() -> None:
    with pytest.raises(InputError, match="a name of gcm-kg names"):
        chosen(unresolved_names(graph()), "Lima Accord", None)


@given(st.text(max_size=40))
def test_a_trimmed_name_stands_in_the_words_it_was_trimmed_from(words: str) -> None:
    assert trimmed(words, VERBS) in " ".join(words.split())


def test_a_quotation_mark_in_a_name_is_written_as_turtle_has_it() -> None:
    name = UnresolvedName(
        'The "Lima" Plan', (), (), "gcm:Guidance", "instruments", "instrument/x", ()
    )
    assert r"\"Lima\"" in name.turtle()
