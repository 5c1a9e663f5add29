"""Statements: actors and their roles, populations, themes, verbs, judgements, and their order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from extraction.sentences import Case, asked, iri, judged, reader, short, told

from gcm_kg.errors import InputError
from gcm_kg.extraction.interpreter import PERPETRATORS
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document
from gcm_kg.model.statements import RELATIONS

# --- actors who are called on


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("States should act.", ["states"]),
        ("It was said that the State should act.", ["states"]),
        ("States should not act alone.", ["states"]),
        ("States, NGOs and the private sector should act.", ["ngos", "private-sector", "states"]),
        ("States, at the national level, should act.", ["states"]),
        ("They named measures that States should take.", ["states"]),
        ("Employers must pay.", ["employers"]),
        ("They called on Member States to act.", ["states"]),
        ("They call upon IOM and UNODC to act.", ["iom", "unodc"]),
        ("They urged the private sector to act.", ["private-sector"]),
        ("States were called upon to act.", ["states"]),
        ("Employers are encouraged to pay.", ["employers"]),
        ("States should be encouraged to act.", ["states"]),
    ],
)
def test_a_cue_tells_who_is_called_on(sentence: str, actors: list[str]) -> None:
    assert sorted(told(sentence).said("callsOn")) == [(actor,) for actor in actors]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("States should not be blamed.", "states"),
        ("States should be consulted.", "states"),
        ("States should have access to data.", "states"),
        ("The duties of States should grow.", "states"),
        ("States’ duties should grow.", "states"),
        ("Cooperation between States should grow.", "states"),
        ("Those helped by NGOs should stay.", "ngos"),
        ("Laws protecting employers should change.", "employers"),
        ("Police training should change.", "police"),
        ("They called on the support for States.", "states"),
        ("They were urged by NGOs to act.", "ngos"),
        ("States acted. It should last.", "states"),
    ],
)
def test_who_is_not_certainly_called_on_is_only_named(sentence: str, actor: str) -> None:
    case = told(sentence)
    assert case.said("callsOn") == []
    assert case.said("namesActor") == [(actor,)]


def test_the_actor_at_whose_side_others_should_act_is_not_called_on() -> None:
    case = asked("In cooperation with UNHCR, States should act")
    assert case.said("callsOn") == [("states",)]
    assert case.said("involves") == [("unhcr",)]


# --- actors who are involved


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Involve employers and unions", ["employers", "unions"]),
        ("Plan together with academia, unions and NGOs", ["academia", "ngos", "unions"]),
        ("Cooperate with unions, police, academia etc.", ["academia", "police", "unions"]),
        ("Train officials, such as police or labour inspectors", ["labour-inspectors", "police"]),
        ("Employ focal points in relevant embassies", ["embassies", "focal-points"]),
        ("Increase the capacity of labour inspectors", ["labour-inspectors"]),
        ("Introduce audits by employment agencies", ["employment-agencies"]),
        ("Warn migrants through embassies", ["embassies"]),
        ("Establish hotlines that involve police officers", ["police"]),
        ("Meet with the support of international organizations", ["international-organizations"]),
        ("Promote dialogue between employers and unions", ["employers", "unions"]),
    ],
)
def test_a_cue_tells_who_is_involved(sentence: str, actors: list[str]) -> None:
    assert sorted(asked(sentence).said("involves")) == [(actor,) for actor in actors]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Prevent abuses by employers", "employers"),
        ("Help those who fight with police", "police"),
        ("Help those in transit through countries of origin", "countries-of-origin"),
        ("Investigate cases involving police", "police"),
        ("Do not involve police", "police"),
        ("Act without support from the police", "police"),
        ("Support police reform", "police"),
        ("Act in line with UNHCR’s advice", "unhcr"),
        ("Protect migrants from actors such as police", "police"),
        ("Establish trust; police come later", "police"),
    ],
)
def test_who_is_not_certainly_involved_is_only_named(sentence: str, actor: str) -> None:
    case = asked(sentence)
    assert case.said("involves") == []
    assert case.said("namesActor") == [(actor,)]


def test_nobody_is_involved_in_the_narrative() -> None:
    case = told("They spoke in cooperation with NGOs and engage the private sector.")
    assert case.said("involves") == []
    assert case.said("namesActor") == [("ngos",), ("private-sector",)]


def test_an_actor_with_a_role_is_not_named_besides() -> None:
    case = asked("Involve the police, for the police know")
    assert case.said("involves") == [("police",)]
    assert case.said("namesActor") == []


def test_the_actor_whose_initiative_is_supported_is_only_named() -> None:
    case = asked("Support the IOM Counter Trafficking Collaborative")
    assert case.said("involves") == [("counter-trafficking-collaborative", "support-mechanism")]
    assert case.said("namesActor") == [("iom",)]


def test_an_initiative_has_the_functions_of_an_instrument() -> None:
    case = asked("Endorse and support Alliance 8.7 in line with UNTOC")
    assert sorted(case.said("involves")) == [
        ("alliance-8-7", "endorse"),
        ("alliance-8-7", "support-mechanism"),
    ]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("They met in Vienna, Austria.", []),
        ("They met in Vienna (Austria).", []),
        ("They met in Istanbul,\nTurkey, and left.", []),
        ("They met in Vienna, Mexico said.", [("mx",)]),
        ("They met in Vienna. Austria spoke.", [("at",)]),
    ],
)
def test_a_state_that_only_locates_a_place_is_no_actor(
    sentence: str, actors: list[tuple[str, ...]]
) -> None:
    assert told(sentence).said("namesActor") == actors


# --- populations and themes


def test_a_recommendation_benefits_whom_it_mentions() -> None:
    assert asked("Protect refugees and children").said("benefits") == [("refugees",), ("children",)]


def test_nobody_benefits_from_the_narrative() -> None:
    assert told("They spoke of refugees and children.").said("benefits") == []


def test_perpetrators_never_benefit() -> None:
    vocabulary = reader().vocabulary
    narrower = {short(e) for e in reader().interpreter.perpetrators}
    assert {short(PERPETRATORS), "smugglers", "traffickers", "criminal-networks"} <= narrower
    case = asked("Prosecute perpetrators, smugglers, traffickers and criminal networks")
    assert len(case.named("populations")) == 4
    assert case.said("benefits") == []
    assert ("smuggling-of-migrants",) in case.said("hasTheme")
    assert all(vocabulary.is_a(e, "Population") for e in reader().interpreter.perpetrators)


def test_who_is_named_only_in_a_title_does_not_benefit() -> None:
    plan = "10-Point Plan of Action on Refugee Protection and Mixed Migration"
    case = asked(f"Read the {plan} and help children")
    assert case.named("populations")[0][1:] == ("refugees",)
    assert case.said("benefits") == [("children",)]
    unknown = asked("Read the Kigali Declaration on the Rights of Smuggled Migrants")
    assert unknown.said("benefits") == []


def test_who_is_named_within_a_principle_benefits() -> None:
    case = asked("Avoid criminalization of migrants")
    assert case.said("appliesPrinciple") == [("non-criminalization-of-migrants",)]
    assert case.said("benefits") == [("migrants",)]


def test_a_part_has_the_themes_that_it_mentions() -> None:
    assert told("They spoke of asylum.").said("hasTheme") == [("asylum",)]


def test_a_recommendation_has_the_themes_of_whom_it_is_for_and_not_of_what_it_cites() -> None:
    themes = asked("Ratify UNTOC for trafficked persons").said("hasTheme")
    assert ("transnational-crime",) not in themes
    assert ("trafficking-in-persons",) in themes


def test_a_paragraph_has_the_themes_of_populations_and_not_of_instruments() -> None:
    themes = told("UNTOC is for trafficked persons.").said("hasTheme")
    assert ("transnational-crime",) not in themes
    assert ("trafficking-in-persons",) in themes


def test_a_principle_is_applied_where_it_is_mentioned() -> None:
    assert told("They keep to non-refoulement.").said("appliesPrinciple") == [("non-refoulement",)]


# --- verbs


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Ratify UNTOC", ["ratify"]),
        ("ratify UNTOC", ["ratify"]),
        ("RATIFY UNTOC", ["ratify"]),
        ("Ratify and implement UNTOC", ["ratify", "implement"]),
        ("Sign, ratify and implement UNTOC", ["sign", "ratify", "implement"]),
        ("Sign, ratify, and implement UNTOC", ["sign", "ratify", "implement"]),
        ("Strengthen/improve shelters", ["strengthen", "improve"]),
        ("Ratify and, where appropriate, implement UNTOC", ["ratify", "implement"]),
        ("Swiftly ratify and gradually apply UNTOC", ["ratify", "apply"]),
        ("To ratify UNTOC", ["ratify"]),
        ("“Ratify” UNTOC", ["ratify"]),
        ("Accede\nto UNTOC", ["accede"]),
        ("Ratify UNTOC and implement it", ["ratify", "implement"]),
        ("Ratification of UNTOC", ["ratify"]),
        ("The swift adoption of the law", ["adopt"]),
        ("Recommended the abolition of fines", ["repeal"]),
        ("Recommended lifting the ban", ["remove"]),
        ("Recommended that shelters be improved", ["improve"]),
        ("Seek provision of shelters", []),
        ("With the support of IOM, continue to open shelters", ["open"]),
        ("While noting its efforts, improve shelters", ["improve"]),
        ("Fully and immediately implement UNTOC", ["implement"]),
        ("Signatures and ratification", []),
        ("Do not ratify UNTOC", ["refrain"]),
        ("Not only ships help", []),
        ("Shelters are to be improved", ["improve"]),
        ("Shelters that may be improved", []),
        ("Address-based lists help", []),
        ("Build shelters", ["create"]),
        ("Build the capacities of nurses", ["build-capacity"]),
        (
            "To raise awareness of it (Chad); to condemn racism (Togo); to ratify UNTOC.",
            ["raise-awareness", "condemn", "ratify"],
        ),
        ("Take the measures necessary to prevent discrimination.", ["prevent"]),
    ],
)
def test_the_opening_verbs_tell_what_is_asked(sentence: str, actions: list[str]) -> None:
    said = asked(sentence).said("requestsAction")
    assert said == [(action,) for action in actions]


def test_the_evidence_of_a_verb_is_the_verb() -> None:
    assert asked("Swiftly ratify UNTOC").evidence("requestsAction", "ratify") == ["ratify"]


def test_the_narrative_asks_for_no_action() -> None:
    assert told("Ratify and implement, they said.").said("requestsAction") == []


# --- judgements


def test_a_row_adds_rejects_and_confirms(tmp_path: Path) -> None:
    case = judged(
        asked("Protect refugees with UNTOC and the police"),
        tmp_path,
        "statements",
        {"verdict": "reject", "relation": "benefits", "object": "population/refugees"},
        {"relation": "involves", "object": "actor/police", "quote": "the police"},
        {"verdict": "confirm", "relation": "cites", "object": "instrument/untoc"},
    )
    assert case.said("benefits") == []
    assert case.said("involves") == [("police",)]
    assert case.said("namesActor") == []
    added = {s.relation: s for s in case.statements()}
    assert short(added["involves"].maker) == "r2"
    assert added["involves"].reviewed
    assert added["cites"].reviewed
    assert short(added["cites"].maker) == "citation"
    assert not added["requestsAction"].reviewed


def test_a_row_may_put_a_function_in_the_place_of_another(tmp_path: Path) -> None:
    case = judged(
        asked("Ratify UNTOC"),
        tmp_path,
        "statements",
        {
            "relation": "cites",
            "object": "instrument/untoc",
            "function": "function/apply",
            "quote": "UNTOC",
        },
        {
            "verdict": "reject",
            "relation": "cites",
            "object": "instrument/untoc",
            "function": "function/ratify",
        },
    )
    assert case.said("cites") == [("untoc", "apply")]


def test_what_a_row_states_stays_beside_what_says_more(tmp_path: Path) -> None:
    row = {"relation": "cites", "object": "instrument/untoc", "quote": "UNTOC"}
    case = judged(asked("Ratify UNTOC"), tmp_path, "statements", row)
    assert sorted(case.said("cites")) == [("untoc",), ("untoc", "ratify")]


def test_a_row_may_take_the_place_of_what_a_rule_makes(tmp_path: Path) -> None:
    place = {"relation": "benefits", "object": "population/refugees"}
    case = judged(
        asked("Protect refugees, and help refugees in camps"),
        tmp_path,
        "statements",
        {**place, "quote": "refugees in camps"},
        {**place, "verdict": "reject"},
    )
    assert case.evidence("benefits", "refugees") == ["refugees in camps"]


def test_a_cue_within_the_words_of_a_name_tells_nothing_of_it(tmp_path: Path) -> None:
    case = told("It is said that harbours should act.")
    row = {"quote": "harbours should", "entity": "actor/states"}
    assert judged(case, tmp_path, "mentions", row).said("callsOn") == []
    row = {"quote": "harbours", "entity": "actor/states"}
    assert judged(case, tmp_path, "mentions", row).said("callsOn") == [("states",)]


UNTOC = {"relation": "cites", "object": "instrument/untoc", "quote": "UNTOC"}
RATIFY = {**UNTOC, "function": "function/ratify"}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{**RATIFY}], "something new to add"),
        ([{**UNTOC}, {**UNTOC}], "something new to add"),
        ([{**UNTOC, "verdict": "reject"}], "a statement that a rule makes"),
        ([{**UNTOC, "verdict": "confirm"}], "a statement that a rule makes"),
        ([{**RATIFY, "verdict": "reject"}] * 2, "a statement that a rule makes"),
        ([{**UNTOC, "relation": "mentions"}], "one of cites"),
        ([{**UNTOC, "relation": "benefits"}], "a gcm:Population"),
        ([{**UNTOC, "object": "actor/iom"}], "a gcm:Instrument"),
    ],
    ids=[
        "adds what a rule makes",
        "adds twice",
        "rejects what none makes",
        "confirms what none makes",
        "rejects twice",
        "unknown relation",
        "wrong relation",
        "wrong object",
    ],
)
def test_a_row_that_cannot_be_carried_out_is_refused(
    tmp_path: Path, rows: list[dict[str, str]], message: str
) -> None:
    case = judged(asked("Ratify UNTOC"), tmp_path, "statements", *rows)
    with pytest.raises(InputError, match=message) as error:
        case.statements()
    assert f"statements.tsv:{len(rows) + 1}" in str(error.value)


# --- statements


def test_a_statement_made_twice_is_one_with_all_its_evidence() -> None:
    case = told("UNTOC helps IOM. IOM read UNTOC.")
    assert case.said("cites") == [("untoc",)]
    assert case.evidence("cites", "untoc") == ["UNTOC", "UNTOC"]
    assert case.evidence("namesActor", "iom") == ["IOM", "IOM"]


def test_a_theme_needs_its_first_words_only() -> None:
    case = told("Smuggled migrants spoke of the smuggling of migrants.")
    assert case.evidence("hasTheme", "smuggling-of-migrants") == ["Smuggled migrants"]


def test_naming_a_thing_once_more_adds_nothing_to_what_is_meant_by_it() -> None:
    assert asked("Ratify UNTOC, for UNTOC helps").said("cites") == [("untoc", "ratify")]


def test_statements_stand_in_the_order_of_parts_edges_and_places() -> None:
    case = asked("Protect refugees and children in line with UNTOC", context="IOM spoke of UNTOC.")
    statements = case.statements()
    order = [part.identifier for part in case.document.parts]
    keys = [
        (order.index(s.part.identifier), list(RELATIONS).index(s.relation), s.evidence)
        for s in statements
    ]
    assert keys == sorted(keys)
    assert statements[0].relation == "cites"
    assert statements[0].part.identifier == "I.p1"


def test_a_table_of_contents_states_nothing() -> None:
    case = told("UNTOC and IOM help refugees.")
    parts = tuple(
        replace(part, identifier=part.identifier.replace("II.a.p", "contents.p"))
        for part in case.document.parts
    )
    listed = Case(Document(case.document.text, parts), "contents.p1", Annotations())
    assert listed.named() == [("UNTOC", "untoc"), ("IOM", "iom")]
    assert [s for s in listed.statements() if s.part.identifier == "contents.p1"] == []


def test_every_statement_has_evidence_in_its_part_and_a_maker() -> None:
    case = asked("Ratify UNTOC and protect refugees in cooperation with IOM")
    for statement in case.statements():
        assert statement.evidence
        assert statement.maker.startswith(iri("rule/"))
        assert statement.maker in reader().vocabulary.kinds
        for start, end in statement.evidence:
            assert statement.part.start <= start < end <= statement.part.end


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Widen the Government loan scheme", []),
        ("Amend the employer liability act", []),
        ("Ask the Government to widen the loan scheme", ["states"]),
        ("Thank the police for the scheme", ["police"]),
        ("Read the UNICEF handbook", ["unicef"]),
    ],
)
def test_an_actor_in_the_name_of_a_thing_is_not_named(sentence: str, named: list[str]) -> None:
    case = asked(sentence)
    found = [*case.said("namesActor"), *case.said("callsOn"), *case.said("involves")]
    assert [actor for actor, *_ in found] == named
