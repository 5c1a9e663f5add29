"""Who recommends, who is asked and what is answered, where documents say it in their own ways."""

from __future__ import annotations

import pytest
from reading.test_answers_by_number import answers
from reading.test_documents import asked, read, said

MEETING = """Report on the regional meeting of the Working Group on Ports of Call

II. Recommendations

2. The Working Group on Ports of Call, established by a decision of 2031, adopted the following
recommendations:

3. {}

4. States should open homes for guests.
"""


@pytest.mark.parametrize(
    ("item", "to"),
    [
        ("States parties should consider guidance for officials.", ["States parties", "States"]),
        (
            "With regard to guests, States parties should train judges.",
            ["States parties", "States"],
        ),
        ("Homes for guests should be opened.", ["States"]),
    ],
)
def test_states_parties_that_should_do_something_are_asked(item: str, to: list[str]) -> None:
    document = read(MEETING.format(item)).document
    assert said(document, "addressedTo") == to
    assert set(said(document, "recommendedBy")) == {"Working Group on Ports of Call"}


def test_a_review_that_only_answers_by_numbers_says_that_it_has_no_words() -> None:
    text = """Report of the Working Group on the Universal Periodic Review

Testland

Addendum

3. The Government accepts the following recommendations: 7.1, 7.3-4 and 7.9.
"""
    reading = read(text, "universal-periodic-review")
    (warning,) = reading.warnings
    assert "does not have (7.1, 7.3, 7.9)" in warning


def test_verbs_answer_by_number_too() -> None:
    first = "The Government accepts the following recommendations: 104.1 and 104.3-4."
    second = "It notes recommendation 104.2."
    assert answers(f"{first} {second}") == [first, second, first, first]


def test_nouns_of_one_sentence_tell_nothing_of_the_list_below_another() -> None:
    text = """Recommendations

There are many challenges in the towns. However, these steps could be taken:

1. Towns should open homes;

2. Ports should be closed at night.
"""
    assert len(asked(read(text, "general").document)) == 2


def test_an_analysis_of_the_review_is_no_report_of_its_working_group() -> None:
    text = "Guests in the Universal Periodic Review\n\nA study of the Board\n\nState under review\n"
    assert read(text).profile != "universal-periodic-review"


@pytest.mark.parametrize(
    "text",
    [
        "VI. RECOMENDACIONES\n\n87. El Relator Especial agradece al Gobierno su ayuda.\n\n"
        "88. El Relator Especial insta al Gobierno a que forme a los jueces.\n",
        "VI. RECOMMANDATIONS\n\n87. Le Rapporteur spécial remercie le Gouvernement.\n\n"
        "88. Le Rapporteur spécial exhorte le Gouvernement à former les juges.\n",
    ],
)
def test_what_rapporteurs_urge_in_french_and_spanish_is_asked_and_thanks_are_not(text: str) -> None:
    document = read(text, "general").document
    assert [part.identifier for part in document.recommendations()] == ["88"]


def test_who_made_a_recommendation_may_stand_before_it() -> None:
    text = """Universal Periodic Review of Testland

The following recommendations enjoy the support of Testland:

66.1 (Peru) Train all the judges;
66.2 (Chile, Togo): Open homes for guests;
66.3 (Revised) Close ports at night (Fiji).
"""
    document = read(text, "universal-periodic-review").document
    assert said(document, "recommendedBy") == ["Peru", "Chile, Togo", "Fiji"]


def test_lettered_headings_right_below_recommendations_part_them() -> None:
    text = """Report of the expert meeting on guests

Recommendations

A. At sea

1. Register all ships on arrival.

2. Offer counselling.

B. On land

1. Do not return guests to places of danger.

C. Background

1. Ships are registered since 2031.
"""
    document = read(text).document
    assert len(asked(document)) == 3


def test_a_mission_in_capitals_says_whom_it_visited() -> None:
    text = """Report of the Expert on guests

MISSION TO TESTLAND

VI. RECOMMENDATIONS

1. The Expert recommends that the authorities train all judges.
"""
    assert said(read(text, "general").document, "addressedTo") == ["TESTLAND"]


COMPILATION = """Compilation prepared by the Office in accordance with paragraph 15 (b)

Universal Periodic Review

I. Rights

2. The Committee on Guests welcomed the law.

3. The same Committee encouraged Testland to train judges.

4. The Fund for Homes, Ports and Towns (FUND) recommended opening ports.

5. The Committee against Fees expressed regret. The Committee requested Testland to end fees.

6. The same Committee stated that Testland should open homes.

7. The same Committee expressed regret. It recommended that Testland pay judges.
"""


def test_the_same_committee_is_the_one_named_last_in_full() -> None:
    document = read(COMPILATION, "review-information").document
    assert said(document, "recommendedBy") == [
        "Committee on Guests",
        "Fund for Homes, Ports and Towns (FUND)",
        "Committee against Fees",
        "Committee against Fees",
        "Committee against Fees",
    ]
    assert set(said(document, "addressedTo")) == {"Testland"}


def test_a_word_alone_behind_a_bullet_goes_on_in_the_next_line() -> None:
    text = """# Recommendations

- States should train all the judges of the country, and those of the towns
as well.
- ASEAN
Governments should open homes for guests in all of the towns and ports.
"""
    assert [words[:17] for words in asked(read(text, "general").document)] == [
        "States should tra", "ASEAN Governments"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Testland is also encouraged to train all judges.", 1),
        ("As raised in the review, Testland is further urged to train judges.", 1),
        ("Participants are invited to see the exhibition.", 0),
        ("Everyone is invited to the reception.", 0),
        ("Testland was encouraged to train judges.", 0),
    ],
)
def test_who_is_encouraged_in_a_letter_is_asked(sentence: str, count: int) -> None:
    document = read(f"Letter\n\nMadam,\n\nI took note of it. {sentence}\n", "general").document
    assert len(asked(document)) == count
    assert said(document, "addressedTo") == ["Testland"] * count


def test_the_number_of_a_print_job_is_no_maker() -> None:
    text = """Report of the Working Group on the Universal Periodic Review

Testland

100. The recommendations listed below enjoy the support of Testland:

100.1 Train all the judges (Peru);
GE.31-04880(E)

100.2 Open homes for guests (Fiji).
"""
    document = read(text, "universal-periodic-review").document
    assert said(document, "recommendedBy") == ["Peru", "Fiji"]


def test_who_submits_has_made_what_a_submission_asks() -> None:
    front = "Submission by the United Nations High Commissioner for Refugees\n\nTogo"
    document = read(f"{front}\n\nI. Recommendations\n\n1. Open ports at night.\n").document
    assert said(document, "recommendedBy") == ["United Nations High Commissioner for Refugees"]


@pytest.mark.parametrize(
    ("front", "to"), [("Talks on ports", "Port Fund"), ("Visit to Togo", "Togo")]
)
def test_whom_a_point_calls_on_is_asked_where_the_front_names_nobody(front: str, to: str) -> None:
    text = f"{front}\n\nI. Recommendations\n\n1. Ask the Port Fund to pay all.\n"
    assert said(read(text, "general").document, "addressedTo") == [to]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_whose_report_it_is_ends_before_what_it_accords_with(gap: str) -> None:
    front = f"Report of the Special Rapporteur on ports, Jane Doe, in{gap}accordance with the Act"
    document = read(f"{front}\n\nI. Recommendations\n\n1. States should open ports.\n").document
    (maker,) = said(document, "recommendedBy")
    assert maker.strip(" ,") == "Special Rapporteur on ports, Jane Doe"


def test_an_organization_with_its_short_name_in_brackets_is_asked_in_full() -> None:
    entity = "the Union Entity for Ports and the Homes of Guests (UPH)"
    text = f"Resolution adopted by the Board\n\nThe Board,\n\n1. Encourages {entity} to pay.\n"
    assert said(read(text, "resolution").document, "addressedTo") == [entity]


def test_conclusions_of_chairs_that_agreed_to_a_list_are_a_declaration() -> None:
    points = "1. Invite the Port Fund to pay;\n\n2. Open homes.\n"
    front = "Meeting of Officials\n\nConclusions of the Co-Chairs"
    reading = read(f"{front}\n\nThey agreed to:\n\n{points}")
    assert reading.profile == "declaration"
    assert said(reading.document, "addressedTo") == ["Port Fund"]


@pytest.mark.parametrize(
    ("heading", "to"),
    [
        ("Recommendations for Future Activities", []),
        ("Decisions and Recommendations for Improving Ports", []),
        ("Recommendations to Strengthen Ports", []),
        ("Recommendations for Policy Makers", ["Policy Makers", "Policy Makers"]),
        ("Recommendations for Sending States", ["Sending States", "Sending States"]),
        ("Recommendations to Togo", ["Togo", "Togo"]),
    ],
)
def test_what_recommendations_are_for_is_not_who_is_asked(heading: str, to: list[str]) -> None:
    text = f"Notes on ports\n\nII. {heading}\n\n- Open the ports.\n\n- Paint the boats.\n"
    assert said(read(text, "general").document, "addressedTo") == to


@pytest.mark.parametrize(
    "before",
    [
        "FCC urges States to open the ports. The letter contains two recommendations, namely:",
        "In view of this, the unions demand measures to save the boats:",
    ],
)
def test_what_leads_over_to_a_list_may_recommend_before_or_demand(before: str) -> None:
    text = f"Notes on ports\n\n{before}\n\n1. Open the ports;\n2. Paint the boats.\n"
    assert asked(read(text, "general").document) == ["Open the ports;", "Paint the boats."]
