"""By what something is to be done is asked for, too; what is not to be done is not."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Reduce deaths in childbirth by training midwives", ["training"]),
        ("Fight fraud, also by setting up a hotline and adopting codes", ["body", "law"]),
        ("Keep families safe by dedicating resources to patrols", ["finance"]),
        ("Help towns through regularly conducting surveys or by drafting laws", ["data", "law"]),
        ("Calm the ports by ending inspections", []),
        ("Calm the ports by evaluating the strategy", ["review"]),
        ("Calm the ports, not by adopting laws", []),
        ("Help those who live by selling surveys", []),
        ("Support ports in drawing up plans", ["policy"]),
        ("Calm the ports, including through regional cooperation", ["partnership"]),
        ("Calm those who pass through offices", []),
        ("Establish an independent committee responsible for boats", ["body"]),
        ("Improve the functioning of the machinery accessible to cooks", ["mechanism"]),
        ("Honour promises which it gave by adopting a law", []),
        ("Honour promises made by adopting a law", []),
        ("Shorten the strike, following the ratification", []),
        ("Praise progress made in drawing up plans", []),
        ("Ensure that sailors, including cooks, receive vocational training", ["training"]),
        ("Ensure that nobody receives vocational training", []),
        ("Establish, with the help of cooks, a mechanism so that all have rest", ["mechanism"]),
    ],
)
def test_the_means_by_which_something_is_to_be_done_are_measures(
    sentence: str, measures: list[str]
) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Explicitly prohibit corporal punishment", ["law"]),
        ("Urge carriers not to conduct screening of passengers", []),
        ("Urge carriers to conduct screening of passengers", ["mechanism"]),
        ("Equip police stations with cameras", []),
        ("Equip guards with the skills to swim", ["training"]),
        ("Protect the data of sailors", []),
        ("Invest in early warning systems", ["finance", "mechanism"]),
        ("Denounce the agreement on fish", []),
        ("Close down the offices at sea", []),
        ("Involve labour inspectorates and ship offices", ["partnership"]),
        ("Do not use statistics from ships", []),
        ("Train judges and law enforcement", ["training"]),
        ("Support the World Customs Organization", []),
    ],
)
def test_what_is_protected_or_not_to_be_done_is_no_measure(
    sentence: str, measures: list[str]
) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


def test_what_ends_with_through_or_is_not_to_be_done_is_no_clause() -> None:
    assert asked("Stop the convoys and let the trucks through").words("Means") == []
    assert asked("Reconsider the decision not to train guards").words("Purpose") == []
    assert asked("Train all guards so as not to leave sailors alone").words("Purpose") == [
        "so as not to leave sailors alone"
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        (
            "Give all sailors access, regardless of their flag and rank, to competent doctors",
            "Condition",
            ["regardless of their flag and rank"],
        ),
        (
            "House sailors until their ship is found, including on islands",
            "Condition",
            ["until their ship is found"],
        ),
        (
            "Build ships to help sailors, in particular to provide rest",
            "Purpose",
            ["to help sailors", "to provide rest"],
        ),
        ("Empower sailors to provide help", "Purpose", []),
        ("Train officers of the coast guard to provide help", "Purpose", []),
        ("Give sailors the possibility to provide help", "Purpose", []),
        ("Cut the waiting time to under a year", "Purpose", []),
        ("Feed those who go on to provide help", "Purpose", []),
        ("Feed sailors who are punished for declining to provide help", "Purpose", []),
    ],
)
def test_a_clause_ends_where_what_is_asked_goes_on(
    sentence: str, kind: str, words: list[str]
) -> None:
    assert asked(sentence).words(kind) == words
