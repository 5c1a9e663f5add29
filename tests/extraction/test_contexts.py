"""Everyday labels of themes count only where their matter is spoken of."""

from __future__ import annotations

import pytest
from extraction.sentences import NARRATIVE, Case, asked, reader, told

from gcm_kg.extraction.contexts import RULE
from gcm_kg.model.annotations import Annotations
from gcm_kg.rdf.namespaces import DCTERMS, GCM, SKOS
from gcm_kg.reading.summary import read

LABELS = [SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")]


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Protect the environment", "protection"),
        ("Ensure protection of the rights of older persons", "protection"),
        ("Seek assistance from the international community", "assistance"),
        ("Work for the integration of a new curriculum", "integration"),
        ("Hasten the inclusion of this item in the agenda", "integration"),
        ("Identify and fill the gaps in the law", "identification-and-referral"),
        ("Issue identification papers to everybody", "identification-and-referral"),
        ("Criminalize marital rape", "criminalization-of-migrants"),
        ("Await the return of the forms and count the returns", "return"),
        ("Act in the conviction that dialogue is possible", "prosecution"),
        ("Improve the recruitment of judges", "recruitment"),
        ("See that women know their rights", "information-for-migrants"),
    ],
)
def test_an_everyday_word_is_no_theme_by_itself(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Protect refugees", "protection"),
        ("Give assistance to those who flee", "assistance"),
        ("Work for the integration of foreigners", "integration"),
        ("Identify and refer victims", "identification-and-referral"),
        ("Do not criminalize migrants", "criminalization-of-migrants"),
        ("Improve the recruitment of migrant workers", "recruitment"),
        ("See that asylum seekers know their rights", "information-for-migrants"),
        ("Prevent trafficking and assist children", "assistance"),
    ],
)
def test_it_is_where_its_sentence_speaks_of_the_matter(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


def test_another_sentence_does_not_count_unless_the_document_is_about_the_matter() -> None:
    apart = told("They spoke of migrants. They asked for protection.", "Opening words.")
    assert ("protection",) not in apart.said("hasTheme")
    about = told("They spoke of migrants. They asked for protection.", "Migrants had come.")
    assert ("protection",) in about.said("hasTheme")


def test_headings_alone_do_not_tell_what_a_document_is_about() -> None:
    headings = "I. Migrants\n\nOpening words.\n\nII. Migrant workers\n\na. Migrant children\n\n"
    asked_for = "They asked for protection.\n\n- Go on\n"
    case = Case(read(headings + asked_for), NARRATIVE, Annotations())
    assert ("protection",) not in case.said("hasTheme")
    spoken = Case(read(f"{headings}Migrants came. {asked_for}"), NARRATIVE, Annotations())
    assert ("protection",) not in spoken.said("hasTheme")
    about = headings.replace("Opening words.", "Migrants came.")
    spoken = Case(read(f"{about}Migrants came. {asked_for}"), NARRATIVE, Annotations())
    assert ("protection",) in spoken.said("hasTheme")


def test_every_contextual_label_is_a_label_of_its_theme_and_the_rule_has_a_matter() -> None:
    vocabulary = reader().vocabulary
    for theme in vocabulary.of_kind("Theme"):
        labels = {label for name in LABELS for label in vocabulary.get(theme, name)}
        assert set(vocabulary.get(theme, GCM + "contextualLabel")) <= labels, theme
    assert all(thing in vocabulary.kinds for thing in vocabulary.get(RULE, DCTERMS + "relation"))


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Fly {} home at once", "return"),
        ("Keep {} safe", "protection"),
        ("See that {} have a say in it", "empowerment"),
        ("Let {} complain about it", "access-to-justice"),
    ],
)
def test_everyday_wordings_count_beside_their_matter_alone(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence.format("refugees")).said("hasTheme")
    assert (theme,) not in asked(sentence.format("delegates")).said("hasTheme")


def test_every_contextual_wording_is_of_a_theme() -> None:
    vocabulary = reader().vocabulary
    words = [vocabulary.get(t, GCM + "contextualWords") for t in vocabulary.of_kind("Theme")]
    assert sum(map(len, words)) > 20
