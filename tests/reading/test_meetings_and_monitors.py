"""Minutes, reports of those who monitor States, and what stands in them beside what is asked."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

MINUTES = """Working group on work
Minutes of the meeting

1. Review of action points of May

- Togo to pay all – Done.

2. Wages

The study, which came out in May, recommends that towns build homes.

ACTION: IOM and the Ministry of Work to brief all employers.

Action point: Train all.

Action Point 1: UN-Habitat and the Lima Town Hall to meet owners.

ACTION: The matter was closed.
"""
VISIT = """Optional Protocol

# Visit to Togo from 4 to 9 May 2031: recommendations and observations

Subcommittee on Prevention of Torture

## I. Introduction

1. Wages must be paid at once, says the Protocol.

## II. Prisons

2. The Subcommittee recommends that the State party open cells. The SPT left.

3. The Subcommittee recommends that the General Directorate of Gaols:

(a) Free all;
"""
MONITORED = """GRETA

Evaluation report
TOGO

Convention on Action against Trafficking in Human
Beings

1. GRETA welcomes the Act, and invites the authorities to pay all. GRETA left.

2. GRETA urges the authorities to free all.
"""
CONCLUDING = """Report

IV. Conclusions and recommendations

1. Togo is rich. Its laws must follow.

2. States should pay.

A. Recommendations to Togo

3. Laws must be kept by all.
"""
IN_FRENCH = """Commission nationale des droits de l’homme du Togo

Rapport

Recommandations

À l’attention du Gouvernement :

- ouvrir un centre.

À l’intention de l’Assemblée nationale :

- adopter la loi.

Aux médias :

- informer le public.
"""
NOTED = """The European Parliament,

1. Calls on States to pay them¹;

2. Calls on States to free all.

(1)\tParties should write to the Office.
"""
AUDITED = """Internal audit report

A. Wages

(1) The Office should pay the wages of all its cooks in May.

ANNEX I

No. | Recommendation | Status
1 | The Office should pay the wages of all its cooks in May. | Open
"""

IN_SPANISH = """Defensoría del Pueblo de Bolivia

Informe

1. Introducción

Hubo quejas.

2. Hallazgos

No tienen contrato.

3. Recomendaciones

Al Ministerio de Trabajo:

1. Realizar visitas.

2. Publicar un modelo.

A la Asamblea Nacional:

3. Ratificar el Convenio.
"""
FIELDS = """Evaluation of the homes

Recommendations

1. Open a desk. Priority: High. Responsible: Ministry of Work. Timeline: 2031

2. Set one priority: homes. Timeline: 2031
"""
SUPERVISED = """Report on Togo

Subcommittee on Prevention of Torture

1. The Subcommittee recommends that the {} authorities:

(a) Free all.
"""
RULED = """The European Parliament,

1. Calls on States to free all.

____________
(1) OJ C 124, p. 12.
"""


def test_minutes_ask_behind_action_and_not_where_old_points_are_reviewed() -> None:
    assert asked(read(MINUTES).document) == [
        "IOM and the Ministry of Work to brief all employers.",
        "Train all.",
        "UN-Habitat and the Lima Town Hall to meet owners.",
    ]


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("IOM to pre-position kits.", True),
        ("Save the Children to brief all.", True),
        ("Commitment to brief all.", False),
        ("Access to schools.", False),
    ],
)
def test_below_agreed_actions_names_that_are_to_act_are_asked(item: str, asks: bool) -> None:
    text = f"Report of the meeting\n\nFloods\n\nIt rained.\n\nAgreed actions\n\n- {item}\n"
    assert asked(read(text, "general").document) == [item] * asks


OF_A_STATE = """Human Rights Commission of Togo

Report

3. Recommendations

3.1 The Government should:

a) amend the Act;

3.2 We urge the Government to pay nurses.

3.3 The backlog grew. We recommend that the Home Office publish figures.
"""


def test_the_government_is_that_of_the_state_whose_body_reports() -> None:
    document = read(OF_A_STATE, "general").document
    assert said(document, "addressedTo") == ["Togo", "Togo", "Home Office"]


def test_a_title_above_the_introduction_makes_no_section_one_of_recommendations() -> None:
    document = read(VISIT).document
    assert [words.split()[-1] for words in asked(document)] == ["cells.", "all;"]


def test_of_an_organ_of_the_state_in_the_front_both_are_asked() -> None:
    named = ["Togo", "the General Directorate of Gaols", "Togo"]
    assert said(read(VISIT).document, "addressedTo") == named


def test_who_welcomes_and_invites_invites_the_state_that_the_title_names() -> None:
    document = read(MONITORED, "monitoring-report").document
    assert [words.split()[-1] for words in asked(document)] == ["all.", "all."]
    assert said(document, "addressedTo") == ["TOGO", "TOGO"]


def test_what_must_be_is_a_conclusion_above_headings_of_recommendations() -> None:
    found = asked(read(CONCLUDING, "general").document)
    assert found == ["States should pay.", "Laws must be kept by all."]


def test_headings_in_french_say_who_is_asked() -> None:
    document = read(IN_FRENCH, "general").document
    assert said(document, "addressedTo") == ["Togo", "Assemblée nationale", "médias"]


def test_a_row_with_the_number_of_a_note_is_one() -> None:
    assert [words.split()[-1] for words in asked(read(NOTED).document)] == ["them¹;", "all."]


def test_a_row_that_says_a_numbered_recommendation_again_is_none() -> None:
    assert len(asked(read(AUDITED, "evaluation-report").document)) == 1


@pytest.mark.parametrize("behind", [" (donor)", " [donor]", ""])
def test_what_stands_in_brackets_behind_who_is_asked_is_none_of_the_name(behind: str) -> None:
    text = f"# Recommendations\n\nRecommendation 1: Pay.\nAddressed to: Togo{behind}\n"
    assert said(read(text).document, "addressedTo") == ["Togo"]


def test_numbered_titles_head_above_items_with_numbers_of_the_same_form() -> None:
    document = read(IN_SPANISH, "general").document
    assert asked(document) == ["Realizar visitas.", "Publicar un modelo.", "Ratificar el Convenio."]
    named = ["Ministerio de Trabajo", "Ministerio de Trabajo", "Asamblea Nacional"]
    assert said(document, "addressedTo") == named


def test_fields_behind_what_is_asked_are_none_of_its_words() -> None:
    document = read(FIELDS, "general").document
    assert asked(document) == ["Open a desk.", "Set one priority: homes. Timeline: 2031"]
    assert said(document, "addressedTo") == ["Ministry of Work"]
    assert document.reassembled() == document.text


@pytest.mark.parametrize(("whose", "asks"), [("Togolese", "Togo"), ("local", "the local author")])
def test_authorities_that_are_called_after_the_state_of_the_front_are_its(
    whose: str, asks: str
) -> None:
    document = read(SUPERVISED.format(whose), "monitoring-report").document
    (named,) = said(document, "addressedTo")
    assert named.startswith(asks)


def test_a_note_in_brackets_below_a_rule_is_none_of_the_last_paragraph() -> None:
    assert asked(read(RULED).document) == ["Calls on States to free all."]


def test_a_body_in_capitals_made_what_its_report_recommends() -> None:
    front = "OFFICE OF INTERNAL OVERSIGHT SERVICES\n\nAudit report\n\n"
    document = read(f"{front}(1) The Office should pay cooks.\n", "evaluation-report").document
    assert said(document, "recommendedBy") == ["OFFICE OF INTERNAL OVERSIGHT SERVICES"]


def test_below_calls_on_items_begin_with_who_is_to_act() -> None:
    text = """Statement of all members

The members call on:

1. The Government to stop;

2. The National Assembly to pass the Bill;

3. UNHCR to keep homes open.
"""
    document = read(text, "general").document
    assert said(document, "addressedTo") == ["Government", "National Assembly", "UNHCR"]


def test_a_body_in_the_front_that_makes_recommendations_made_all() -> None:
    text = """Coastal Commission on Ports and Work

Report of the mission

The Commission makes the following recommendations:

To the Government of Togo:

1. Open homes.
"""
    document = read(text, "general").document
    assert said(document, "recommendedBy") == ["Coastal Commission on Ports and Work"]
