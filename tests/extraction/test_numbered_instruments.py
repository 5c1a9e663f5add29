"""Instruments that are named by their numbers, in lists and behind verbs."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told

AGENDA = "They spoke of the 2030 Agenda."


def goals(sentence: str) -> list[str]:
    rows = told(sentence, AGENDA).named()
    return [row[1] if row[1:] else "?" for row in rows]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Implement goals 8 and 16.", ["sdg-8", "sdg-16"]),
        ("Support SDG targets 8.7 and 5.2.", ["sdg-8-7", "sdg-5-2"]),
        ("Monitor Goal 8.", ["sdg-8"]),
        ("Reach SDGs 8 and 16.", ["sdg-8", "sdg-16"]),
        ("They spoke of SDGs 5/16.", ["sdg-5", "sdg-16"]),
        ("They spoke of SDGs 8; 16.", ["sdg-8", "sdg-16"]),
        ("They spoke of SDGs 5 to 8.", ["sdg-5", "sdg-6", "sdg-7", "sdg-8"]),
        ("Achieve Goal 16.", ["sdg-16"]),
        ("Reach goals 5 and 8.", ["sdg-5", "sdg-8"]),
        ("They brought SDG 5 to 16 countries.", ["sdg-5"]),
        ("They spoke of SDGs 5 & 8.", ["sdg-5", "sdg-8"]),
        ("They spoke of SDGs 5, 99 and 16.", ["sdg-5", "?", "sdg-16"]),
        ("Reach Goals 8–10.", ["sdg-8", "sdg-9", "sdg-10"]),
        ("Reach Goals 5 (women), 8 (work) as well as 16.", ["sdg-5", "sdg-8", "sdg-16"]),
        ("Reach SDG16 and SDG-8.", ["sdg-16", "sdg-8"]),
        ("Reach Goal No. 8 and goals Nos. 5 and 16.", ["sdg-8", "sdg-5", "sdg-16"]),
    ],
)
def test_all_goals_of_a_list_are_named(sentence: str, named: list[str]) -> None:
    assert goals(sentence) == named


@pytest.mark.parametrize("sentence", ["Aichi Goals 5 and 8 were met.", "Kigali goals 5 and 8."])
def test_a_name_that_begins_a_sentence_is_no_verb(sentence: str) -> None:
    assert not [goal for goal in goals(sentence) if goal.startswith("sdg")]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("ILO Convention No. 29", ["ilo-c029"]),
        ("ILO Convention No. 29 and No. 182", ["ilo-c029", "ilo-c182"]),
        ("ILO Conventions Nos. 97, 143 and 189", ["ilo-c097", "ilo-c143", "ilo-c189"]),
        ("ILO Convention No. 29, 105 persons in all", ["ilo-c029"]),
        ("ILO Conventions 105 and 182", ["ilo-c105", "ilo-c182"]),
        ("ILO Conventions Nos. 29 and 999", ["ilo-c029", "?"]),
        ("Conventions No. 97 and 143 of the ILO", ["ilo-c097", "ilo-c143"]),
        ("Convention No. 182 of the International Labour Organization (ILO)", ["ilo-c182"]),
        ("International Labour Organization Conventions Nos. 29/105", ["ilo-c029", "ilo-c105"]),
        ("ILO C029 and C182", ["ilo-c029", "ilo-c182"]),
        ("the Private Employment Agencies Convention, 1997 (No. 181)", ["ilo-c181"]),
        ("the Private Employment Agencies Convention No. 181", ["ilo-c181"]),
        ("the Private Employment Agencies Convention No. 29", ["?"]),
        ("Convention No. 999 on labour conventions", ["?"]),
    ],
)
def test_all_labour_conventions_of_a_list_are_named(words: str, named: list[str]) -> None:
    case = asked(f"Ratify {words}")
    rows = [row for row in case.named() if row[1:] != ("ilo",)]
    assert [row[1] if row[1:] else "?" for row in rows] == named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("General Assembly resolutions 64/293 and 71/1", {"gpa-trafficking", "ny-declaration"}),
        ("UNGA resolution 64/293", {"gpa-trafficking"}),
        ("UN General Assembly resolution 71/280", {"ares-71-280"}),
        ("General Assembly resolution 70/1", {"agenda2030"}),
        ("resolutions 71/1 and 70/1 of the General Assembly", {"ny-declaration", "agenda2030"}),
        ("UN General Assembly res. 71/280", {"ares-71-280"}),
        ("resolution 64-293 of the UN General Assembly", {"gpa-trafficking"}),
        ("resolution 71/280", {"ares-71-280"}),
        ("resolution 71/1 of the Council of Europe", set()),
        ("Human Rights Council resolution 71/1", set()),
        (
            "Security Council resolutions 1325 (2000) and 2331",
            {"resolution-1325", "resolution-2331"},
        ),
        ("Security Council resolution 1325 (2001) and 71/1", set()),
        ("resolution 5/1 of the Human Rights Council", {"hrc-resolution-5-1"}),
        (
            "Human Rights Council resolutions 5/1 and 16/21",
            {"hrc-resolution-5-1", "hrc-resolution-16-21"},
        ),
        ("resolution 48/134", set()),
        ("the resolution 71/1 of another assembly", set()),
    ],
)
def test_resolutions_are_those_of_their_organ(words: str, named: set[str]) -> None:
    assert {row[0] for row in asked(f"Implement {words}").said("cites")} == named


@pytest.mark.parametrize(
    "name",
    [
        "General Assembly resolution 72/179",
        "Human Rights Council resolution 41/7",
        "Security Council resolution 1455",
        "ECOSOC resolution 2015/23",
    ],
)
def test_a_resolution_that_is_not_known_is_kept_with_its_number(name: str) -> None:
    assert (name,) in asked(f"Implement {name} in full").named()


def test_all_resolutions_of_a_list_are_kept_with_their_years() -> None:
    rows = asked("Apply Security Council resolutions 1455 (2003) and 1526 (2004)").named()
    assert [row for row in rows if not row[1:]] == [
        ("Security Council resolutions 1455 (2003)",),
        ("1526 (2004)",),
    ]


@pytest.mark.parametrize("numbers", ["5; 8; 16", "5/8/16", "5 to 16", "5, 8 as well as 16"])
def test_what_is_asked_of_one_goal_is_asked_of_all_in_the_list(numbers: str) -> None:
    said = asked(f"Implement SDGs {numbers}").said("cites")
    assert {("sdg-5", "implement"), ("sdg-16", "implement")} <= set(said)


@pytest.mark.parametrize("sentence", ["Meet targets 5-8.", "Meet goals 5-2030."])
def test_a_range_of_what_has_no_such_numbers_names_no_goal(sentence: str) -> None:
    assert goals(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Reach objectives 5 and 7 of the Global Compact for Migration", {"gcm-5", "gcm-7"}),
        ("Reach Objectives 10–12 of the GCM", {"gcm-10", "gcm-11", "gcm-12"}),
        ("Read the Global Compact for Migration. Reach objective 8 of the Compact", {"gcm-8"}),
        ("Reach objectives 5 and 7 of the plan, and read the Global Compact for Migration", set()),
    ],
)
def test_objectives_are_those_of_the_compact(sentence: str, named: set[str]) -> None:
    said = {row[0] for row in asked(sentence).said("cites")}
    assert said - {"gcm"} == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Reach the Sustainable Development Goals (SDGs) 5 and 8", {"sdg-5", "sdg-8", "sdgs"}),
        ("Reach SDG 16 and target 8.7", {"sdg-16", "sdg-8-7"}),
        ("Reach goal No. 16 of the 2030 Agenda", {"sdg-16", "agenda2030"}),
    ],
)
def test_goals_are_told_by_what_stands_around_them(sentence: str, named: set[str]) -> None:
    assert {row[0] for row in asked(sentence).said("cites")} == named


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        (
            "Ratify ILO Convention No. 189 on Decent Work for Domestic Workers and the Migrant"
            " Workers Convention",
            ["icrmw", "ilo-c189"],
        ),
        (
            "Ratify ILO Convention No. 97 on Migration for Employment and Convention No. 143",
            ["ilo-c097", "ilo-c143"],
        ),
    ],
)
def test_the_title_behind_a_number_is_part_of_the_name(sentence: str, cited: list[str]) -> None:
    case = asked(sentence)
    assert sorted(case.said("cites")) == [(name, "ratify") for name in cited]
    assert case.said("benefits") == [] and case.said("appliesPrinciple") == []
    assert case.said("hasTheme") == [("treaty-implementation",)]


def test_a_subject_in_small_letters_is_no_title() -> None:
    case = asked("Ratify ILO Convention No. 189 on domestic workers")
    assert case.said("benefits") == [("domestic-workers",)]
