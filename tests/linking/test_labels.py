"""Normal forms of labels and identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linking.linked import ROOT, ours
from pyoxigraph import Literal

from gcm_kg.linking.candidates import MOST_VALUES, Candidate, add_label
from gcm_kg.linking.entity_types import conflicting_type, of_description, of_type, unknown_class
from gcm_kg.linking.labels import acronym, label_key, qualified, taken_apart, tokens, turned
from gcm_kg.linking.names import asked_languages, load_other_names
from gcm_kg.mappings.identifiers import from_iri, from_literal
from gcm_kg.project import Project

WORDS = st.lists(
    st.sampled_from("migrant victim labour women State crime police children organisation".split()),
    min_size=1,
    max_size=4,
).map(" ".join)


@pytest.mark.parametrize(
    "labels",
    [
        ("smuggling of migrants", "Migrant smuggling", "migrant-smuggling"),
        ("rights of the child", "children's rights", "Children’s rights", "child rights"),
        ("labour inspection", "Labor Inspections"),
        ("non-governmental organisations", "Nongovernmental organization", "non governmental org"
         "anization"),
        ("criminalisation of victims", "victim criminalization"),
        ("co-operation", "cooperation"),
        ("gender-based violence", "Gender based violence"),
        ("Médecins Sans Frontières", "medecins sans frontieres"),
        ("Research & development", "research and development"),
        ("UN General Assembly", "United Nations General Assembly"),
        ("The Hague", "Hague"),
    ],
)  # fmt: skip
def test_labels_that_say_the_same_have_one_key(labels: tuple[str, ...]) -> None:
    assert len(set(map(label_key, labels))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("violence against women", "violence of women"),
        ("victims of trafficking", "trafficking of victims"),
        ("migrants", "migration"),
        ("organs", "organizations"),
        ("universal", "university"),
        ("access to justice", "justice"),
        ("slavery", "slavery -- law"),
        ("police", "policy"),
        ("labour migration", "migrant labour"),
        ("United Nations", "UN"),
        ("economic crime", "economics crime novel"),
    ],
)
def test_labels_that_say_something_else_have_another_key(one: str, other: str) -> None:
    assert label_key(one) != label_key(other)


@given(st.text(max_size=80))
def test_a_key_is_made_of_any_text_and_is_its_own_key_in_capitals(text: str) -> None:
    assert label_key(text) == label_key(f"  {text}  ")
    assert "  " not in label_key(text)


@given(WORDS)
def test_case_and_space_never_count(words: str) -> None:
    assert label_key(words) == label_key(words.upper()) == label_key(words.replace(" ", "   "))


@given(WORDS, WORDS)
def test_of_may_be_turned_round(one: str, other: str) -> None:
    assert label_key(f"{one} of {other}") == label_key(f"{other} {one}")
    assert label_key(f"{one}, {other}") == label_key(f"{other} {one}")
    assert turned(f"{one} of {other}") or one == other


def test_an_article_and_a_comma_are_no_words() -> None:
    assert tokens("A plan, the second") == ["plan", ",", "second"]


def test_acronyms_keep_their_case() -> None:
    assert [acronym(t) for t in ("WHO", "U.N.", "SDGs", "GI-TOC")] == [
        "WHO",
        "UN",
        "SDGs",
        "GI-TOC",
    ]
    assert [acronym(t) for t in ("who", "Who", "W", "WHO report", "Interpol")] == [""] * 5


def test_only_brackets_at_the_end_are_a_qualifier() -> None:
    assert qualified("RECRUITMENT (LABOUR)") == ("RECRUITMENT", "LABOUR")
    assert qualified("Migration (Revised) Convention")[1] == ""
    assert qualified("(untitled)")[1] == ""


@pytest.mark.parametrize(
    ("iri", "identifier"),
    [
        ("https://www.wikidata.org/wiki/Q40", ("wikidata", "Q40")),
        ("http://www.wikidata.org/entity/Q40", ("wikidata", "Q40")),
        ("https://sws.geonames.org/2782113/", ("geonames", "2782113")),
        ("http://metadata.un.org/sdg/5.2", ("sdg", "5.2")),
        ("http://metadata.un.org/sdg/codes/geoArea/040", ("m49", "040")),
        ("https://ror.org/02cyaqf66", ("ror", "02cyaqf66")),
        ("https://undocs.org/en/A/RES/71/1", ("symbol", "A/RES/71/1")),
        ("http://publications.europa.eu/resource/celex/32004D0579", ("celex", "32004D0579")),
        ("http://publications.europa.eu/resource/authority/country/AUT", ("alpha3", "AUT")),
    ],
)
def test_iris_hold_identifiers(iri: str, identifier: tuple[str, str]) -> None:
    assert identifier in from_iri(iri)


def test_an_iri_is_one_with_http_or_https_and_however_it_ends() -> None:
    forms = {
        from_iri(f"{scheme}://{host}eurovoc.europa.eu/5465{end}")[0]
        for scheme in ("http", "https")
        for host in ("", "www.")
        for end in ("", "/")
    }
    assert len(forms) == 1


@pytest.mark.parametrize(
    ("predicate", "value", "identifier"),
    [
        ("http://purl.org/dc/terms/identifier", "A/RES/71/1", ("symbol", "A/RES/71/1")),
        ("http://purl.org/dc/terms/identifier", "https://ror.org/02cyaqf66", ("ror", "02cyaqf66")),
        ("http://x.org/isni", "0000 0004 0441 2096", ("isni", "0000000404412096")),
        ("http://x.org/m49", "40", ("m49", "040")),
        ("http://www.wikidata.org/prop/direct/P298", "AUT", ("alpha3", "AUT")),
        ("http://x.org/codeISO3", "aut", ("alpha3", "AUT")),
        ("http://x.org/countryCode", "AT", None),
        ("http://x.org/parentCountryISO3", "AUT", None),
        ("http://purl.org/dc/terms/identifier", "5", None),
        ("http://purl.org/dc/terms/identifier", "AUT", None),
        ("http://www.w3.org/2004/02/skos/core#notation", "V-2", ("treaty", "V-2")),
        ("http://www.w3.org/2004/02/skos/core#notation", "A1/2", None),
        ("http://www.wikidata.org/prop/direct/P9999", "AUT", None),
        ("http://x.org/weight", "XVIII-12", None),
    ],
)
def test_a_literal_is_an_identifier_of_a_kind_or_none(
    predicate: str, value: str, identifier: tuple[str, str] | None
) -> None:
    assert from_literal(predicate, value) == identifier


@pytest.mark.parametrize(
    ("iri", "sort"),
    [
        ("http://schema.org/GovernmentOrganization", "organization"),
        ("http://www.w3.org/2004/02/skos/core#Concept", ""),
        ("http://www.geonames.org/ontology#P.PPLC", "city"),
        ("http://www.wikidata.org/entity/Q5", "person"),
        ("http://x.org/SovereignState", "country"),
        ("http://schema.org/State", "region"),
        ("http://schema.org/MusicGroup", "creative"),
        ("http://x.org/CountryMusicGenre", "creative"),
        ("http://x.org/agreement_international", "instrument"),
    ],
)
def test_the_name_of_a_class_says_the_sort_of_its_things(iri: str, sort: str) -> None:
    assert of_type(iri) == sort


def test_a_description_says_the_sort_by_the_last_word_before_a_preposition() -> None:
    assert of_description("town in Virginia, United States") == "city"
    assert of_description("2014 American film by a director") == "creative"
    assert of_description("movement of people") == ""


def test_one_sort_that_fits_is_enough_and_a_place_says_nothing_beside_a_town() -> None:
    assert conflicting_type("country", {"country", "region"}) == ""
    assert conflicting_type("place", {"region", "place"}) == "region"
    assert conflicting_type("concept", {"concept", ""}) == ""
    assert conflicting_type("population", {"process"}) == "process"


def test_a_class_that_is_known_by_nothing_is_named() -> None:
    assert unknown_class("http://x.org/DataGlitch") == "DataGlitch"
    assert unknown_class("http://www.wikidata.org/entity/Q999") == ""
    assert unknown_class("http://x.org/SubjectHeading") == ""


def test_of_a_thing_with_very_many_names_the_first_are_kept_and_each_once() -> None:
    thing = Candidate("https://example.org/1")
    for number in [0, *range(MOST_VALUES + 5)]:
        add_label(thing, Literal(f"name {number}", language="en"), "alt")
    assert [label.text for label in thing.labels] == [f"name {n}" for n in range(MOST_VALUES)]
    assert MOST_VALUES < 1_000


def test_a_label_is_taken_apart_into_keys_and_what_stands_beside_it() -> None:
    parts = taken_apart("C105 - Abolition of Forced Labour Convention, 1957 (No. 105)")
    assert (parts.code, parts.qualifiers) == ("C105", ("1957", "No. 105"))
    assert ("forced labor convention abolition", "base") in parts.keys
    joins = [key for key, kind in taken_apart("Slavery and forced labour").keys if kind == "part"]
    assert joins == ["slavery", "forced labor"]


@given(st.text(max_size=60))
def test_taking_apart_any_text_gives_keys_once_and_no_empty_one(text: str) -> None:
    keys = [key for key, _ in taken_apart(text).keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_every_other_name_is_one_of_a_thing_that_there_is() -> None:
    things = ours().things
    rows = load_other_names(Project(ROOT).vocabulary)
    assert not {row.thing for row in rows} - set(things)


def test_names_are_asked_for_under_every_tag_that_a_file_may_have_them_under() -> None:
    assert asked_languages({"en", "rm"}) == {"en", "eng", "rm", "roh", "und", "mul", "zxx"}
