"""How a recommendation opens tells what kind of action it asks for."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Call upon donors to help the islands", "minimal"),
        ("Share its experience of harbours with others", "minimal"),
        ("Continue to teach sailors", "continuing"),
        ("Persist in its efforts for sailors", "continuing"),
        ("Consider adopting a law on harbours", "considering"),
        ("Favourably consider ratifying UNTOC", "considering"),
        ("Give early and serious consideration to UNTOC", "considering"),
        ("Strengthen the teaching of sailors", "general"),
        ("Take further steps for sailors", "general"),
        ("Adopt all necessary measures for sailors", "general"),
        ("Adopt a new maritime law", "specific"),
        ("Ratify UNTOC", "specific"),
        ("Fully and promptly investigate the case of the sailors", "specific"),
        ("Continue and intensify its work for sailors", "general"),
        ("As soon as possible, abolish the harbour tax", "specific"),
        ("In line with UNTOC, to continue its work", "continuing"),
        ("While noting what was done, recommended that the State continue its work", "continuing"),
        ("Recommended ratifying UNTOC", "specific"),
        ("It is recommended that an office for sailors be established", "specific"),
        ("The law on harbours should be amended", "specific"),
        ("That Testland continue its work", "continuing"),
        ("That the State take steps for sailors", "general"),
    ],
)
def test_a_recommendation_has_the_category_of_how_it_opens(sentence: str, category: str) -> None:
    assert asked(sentence).said("actionCategory") == [(category,)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("- Further adopt, as agreed, a new maritime law", "adopt"),
        ("Adopt a new maritime law", "Adopt a new maritime law"),
        ("Recommended that sailors be trained", "trained"),
    ],
)
def test_the_evidence_is_the_words_that_tell_it(sentence: str, words: str) -> None:
    assert asked(sentence).evidence("actionCategory", "specific") == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sailors!",
        "The harbours of the islands",
        "1. a",
        "That the plan of the harbours be painted",
        "That work in reducing poverty be admired",
    ],
)
def test_without_a_verb_there_is_no_category(sentence: str) -> None:
    assert asked(sentence).said("actionCategory") == []


def test_a_narrative_has_no_category() -> None:
    assert told("Consider adopting a law on harbours.").said("actionCategory") == []


def test_another_verb_of_an_action_has_the_category_of_its_label() -> None:
    assert asked("Abrogate the harbour tax").said("actionCategory") == [("specific",)]
