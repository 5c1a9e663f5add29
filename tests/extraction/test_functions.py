"""What is asked to be done with an instrument, where one word may ask for several things."""

from __future__ import annotations

import pytest
from extraction.sentences import Case, asked, told

from gcm_kg.model.annotations import Annotations
from gcm_kg.reading.summary import read


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Adhere to CEDAW", ("cedaw", "ratify")),
        ("Adhere to the principles of CEDAW", ("cedaw", "apply")),
        ("Adhere to CEDAW in the treatment of cooks", ("cedaw", "apply")),
        ("Adhere to CEDAW when drafting laws", ("cedaw", "apply")),
        ("Adhere to CEDAW in the near future", ("cedaw", "ratify")),
        ("Adhere to CEDAW in order to end doubts", ("cedaw", "ratify")),
        ("Adhere to the Global Compact for Migration", ("gcm", "apply")),
        ("Join the Rome Statute", ("rome-statute", "ratify")),
        ("Join the Global Compact for Migration", ("gcm", "endorse")),
    ],
)
def test_who_adheres_to_a_treaty_ratifies_it(sentence: str, cited: tuple[str, str]) -> None:
    assert asked(sentence).said("cites") == [cited]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Accede to, and fully implement, CEDAW", ("cedaw", "ratify")),
        ("Accede to, and fully implement, CEDAW", ("cedaw", "implement")),
        ("Ratify and give effect to CEDAW", ("cedaw", "ratify")),
        ("Start the ratification, domestication and implementation of CEDAW", ("cedaw", "ratify")),
        (
            "Start the ratification, domestication and full implementation of CEDAW",
            ("cedaw", "implement"),
        ),
        ("Sign and become a State party to CEDAW", ("cedaw", "ratify")),
        ("Become a party to, and apply, CEDAW", ("cedaw", "apply")),
        ("See that those who have not yet done so accede to CEDAW", ("cedaw", "ratify")),
        (
            "Keep the pledges given, and honour the undertakings made under CEDAW",
            ("cedaw", "implement"),
        ),
        ("Incorporate, write or otherwise bring CEDAW into domestic law", ("cedaw", "implement")),
        ("See that CEDAW is put into practice", ("cedaw", "implement")),
        ("Strike out what is incompatible with CEDAW", ("cedaw", "align-with")),
        ("Cut fees in line with target 12.8 of the 2030 Agenda", ("agenda2030", "align-with")),
    ],
)
def test_what_stands_between_a_verb_and_a_treaty_does_not_part_them(
    sentence: str, cited: tuple[str, str]
) -> None:
    assert cited in asked(sentence).said("cites")


def test_those_who_have_not_ratified_are_not_asked_by_that() -> None:
    assert asked("Write to those that have not ratified CEDAW").said("cites") == [("cedaw",)]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("The talks should be guided by the 2030 Agenda.", ("agenda2030", "consider-as-guidance")),
        ("They recalled that in UNTOC they pledged it.", ("untoc", "recall-as-framework")),
        ("They said that CEDAW obliges States to help.", ("cedaw", "recall-as-framework")),
        ("They said that CEDAW concerned them.", ("cedaw",)),
        ("They recalled that CEDAW requires care.", ("cedaw", "recall-as-framework")),
        ("They recalled that CEDAW boats sank.", ("cedaw",)),
        ("Ghana called UNTOC the bedrock of its law.", ("untoc", "recall-as-framework")),
        ("UNTOC remained the yardstick for all.", ("untoc", "recall-as-framework")),
        ("UNTOC was called a burden for all.", ("untoc",)),
        ("They read UNTOC, which all States were urged to join.", ("untoc", "ratify")),
        ("They read UNTOC, which all States had joined.", ("untoc",)),
        ("They read UNTOC, which ports should be told to join.", ("untoc",)),
    ],
)
def test_a_narrative_says_what_a_treaty_is_taken_for(sentence: str, cited: tuple[str, ...]) -> None:
    assert told(sentence).said("cites") == [cited]


def test_those_who_act_behind_a_name_are_no_part_of_it() -> None:
    case = told("They recalled that in the New York Declaration Member States pledged it.")
    assert case.said("cites") == [("ny-declaration", "recall-as-framework")]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Seize the proceeds under UNTOC", ("untoc", "recall-as-framework")),
        ("Respect the right to health in article 12 of ICESCR", ("icescr", "recall-as-framework")),
        ("Comply with its obligations under CEDAW", ("cedaw", "apply")),
        ("Hold a seminar in the margins of CEDAW", ("cedaw",)),
    ],
)
def test_a_treaty_under_which_others_act_is_their_frame_where_nothing_else_is_said(
    sentence: str, cited: tuple[str, ...]
) -> None:
    assert asked(sentence).said("cites") == [cited]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Vaccinate in line with target 3.8 of the Sustainable Development Goals", "target 3.8"),
        ("Serve the 2030 Agenda, target 10.7 of which speaks of migration", "target 10.7"),
    ],
)
def test_a_target_is_a_place_within_goals(sentence: str, place: str) -> None:
    assert place in [s.pinpoint for s in asked(sentence).statements() if s.relation == "cites"]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        (
            "Complete the accession of all States to CEDAW and to CAT",
            [("cedaw", "ratify"), ("cat", "ratify")],
        ),
        ("Accede, without any delay whatever, to CEDAW", [("cedaw", "ratify")]),
        ("Become, at long last, a party to CEDAW", [("cedaw", "ratify")]),
        ("Monitor, with others, progress towards SDG target 16.2", [("sdg-16-2", "monitor")]),
        ("Align the law of the sea with UNTOC", [("untoc", "align-with")]),
        (
            "Gauge progress towards target 8.7 and Goals 5 and 16",
            [("sdg-8-7", "monitor"), ("sdg-5", "monitor"), ("sdg-16", "monitor")],
        ),
        (
            "Give effect to the Work in Fishing Convention (C188) and to CAT",
            [("ilo-c188", "implement"), ("cat", "implement")],
        ),
        ("Accede, at last, to CEDAW and speak of CAT", [("cedaw", "ratify"), ("cat",)]),
        ("Study accession, by all States, to CEDAW", [("cedaw",)]),
        ("Do not hinder the accession of others to CEDAW", [("cedaw",)]),
        ("Consider ratifying or acceding to CEDAW", [("cedaw",)]),
        ("Consider, with the help of others, accession to CEDAW", [("cedaw",)]),
        ("Write to those that have acceded, as friends, to CEDAW", [("cedaw",)]),
        ("Aim at compliance of laws by alignment of them with CEDAW", [("cedaw", "align-with")]),
    ],
)
def test_the_words_of_a_cue_may_be_parted(sentence: str, cited: list[tuple[str, ...]]) -> None:
    assert asked(sentence).said("cites") == cited


def test_both_ends_of_a_cue_that_other_words_part_are_evidence() -> None:
    case = asked("Accede, without any delay whatever, to CEDAW")
    assert case.evidence("cites", "cedaw") == ["Accede", "to", "CEDAW"]


def test_a_cue_does_not_reach_into_the_item_before() -> None:
    items = "- Help with the accession of all\n- to CEDAW belongs a committee\n"
    text = f"I. Opening\n\nWords.\n\nII. Areas\n\na. First area\n\nIt was said.\n\n{items}"
    assert Case(read(text), "II.a.2", Annotations()).said("cites") == [("cedaw",)]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("They urged all others to become parties\nto CEDAW.", ("cedaw", "ratify")),
        ("They called upon all others to make use of CEDAW.", ("cedaw", "support-mechanism")),
        ("They did not call upon all others to make use of CEDAW.", ("cedaw",)),
        ("They asked all others whether to make use of CEDAW.", ("cedaw",)),
        ("They appealed for the implementation of CEDAW.", ("cedaw", "implement")),
        ("They took note of the implementation of CEDAW.", ("cedaw",)),
        ("They did not urge all others to ratify CEDAW.", ("cedaw",)),
        ("They spoke with those that urge all others to ratify CEDAW.", ("cedaw",)),
    ],
    ids=[
        "over the end of a line",
        "used",
        "not used",
        "asked whether",
        "appealed",
        "noted",
        "denied",
        "of those who are meant",
    ],
)
def test_what_others_are_urged_to_do_is_said_of_the_treaty(
    sentence: str, cited: tuple[str, ...]
) -> None:
    assert told(sentence).said("cites") == [cited]


def test_a_narrative_takes_a_definition_that_other_words_part() -> None:
    case = told("They kept to the definition of a refugee in the Refugee Convention.")
    assert case.said("cites") == [("refugee-convention", "define-term")]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Abide by its obligations, including those under CEDAW", ("cedaw", "apply")),
        ("Implement effectively its commitments as contained in CEDAW", ("cedaw", "implement")),
        ("Align the law on pay with the principles enshrined in CEDAW", ("cedaw", "align-with")),
        ("Recall the obligations under CEDAW", ("cedaw", "recall-as-framework")),
        ("Consider complying with the obligations under CEDAW", ("cedaw", "recall-as-framework")),
        (
            "Respect the rights of defenders in accordance with CEDAW",
            ("cedaw", "recall-as-framework"),
        ),
    ],
)
def test_what_is_asked_with_obligations_is_asked_with_the_treaty_that_holds_them(
    sentence: str, cited: tuple[str, str]
) -> None:
    assert asked(sentence).said("cites") == [cited]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Lift all reservations to CEDAW", [("cedaw", "withdraw-reservations")]),
        (
            "Withdraw, as it had promised, the reservations entered to ICCPR and CEDAW",
            [("iccpr", "withdraw-reservations"), ("cedaw", "withdraw-reservations")],
        ),
        (
            "Withdraw the declaration made under article 124 of the Rome Statute",
            [("rome-statute", "withdraw-reservations")],
        ),
        (
            "Narrow the sweeping reservation made upon accession to CEDAW",
            [("cedaw", "withdraw-reservations")],
        ),
        (
            "Look once more at its reservations to CAT with a view to lifting them",
            [("cat", "withdraw-reservations")],
        ),
        (
            "Remove its reservations to CEDAW and ratify CAT",
            [("cedaw", "withdraw-reservations"), ("cat", "ratify")],
        ),
        ("Consider lifting its reservations to CEDAW", [("cedaw",)]),
        (
            "Lift the reservation to CEDAW and the interpretative declaration on article 2 of CRC",
            [("crc", "withdraw-reservations"), ("cedaw", "withdraw-reservations")],
        ),
        (
            "Withdraw the bill on it and make the declaration under article 22 of CAT",
            [("cat", "recall-as-framework")],
        ),
        ("Report to all on the withdrawal of reservations to CEDAW", [("cedaw",)]),
        ("Object to reservations to CEDAW", [("cedaw",)]),
        ("Ratify CEDAW without reservations", [("cedaw", "ratify")]),
        ("Withdraw from the Rome Statute", [("rome-statute",)]),
        ("Upon ratification of CEDAW, publish it", [("cedaw",)]),
        ("Call once more upon others for the ratification of CEDAW", [("cedaw", "ratify")]),
    ],
)
def test_who_takes_back_what_was_reserved_or_declared_withdraws_reservations(
    sentence: str, cited: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("cites") == cited


def test_a_narrative_says_who_is_urged_to_withdraw_reservations() -> None:
    case = told("They urged all others to withdraw their reservations to CEDAW.")
    assert case.said("cites") == [("cedaw", "withdraw-reservations")]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Harmonize municipal and national bylaws with CEDAW", [("cedaw", "align-with")]),
        (
            "Finish the harmonization of the code, the act on pay and customs with CEDAW",
            [("cedaw", "align-with")],
        ),
        ("Harmonize customs and laws with the requirements of CEDAW", [("cedaw", "align-with")]),
        (
            "Bring its law into full line with the obligations under CEDAW",
            [("cedaw", "align-with")],
        ),
        ("Amend all bylaws that do not comply with CEDAW", [("cedaw", "align-with")]),
        ("Repeal the acts that violate CEDAW", [("cedaw", "align-with")]),
        ("Adapt the code of procedure to CEDAW", [("cedaw", "align-with")]),
        ("Write about bylaws that do not comply with CEDAW", [("cedaw",)]),
        ("Speak of laws and customs with those who drew up CEDAW", [("cedaw",)]),
    ],
)
def test_what_is_harmonized_may_be_listed(sentence: str, cited: list[tuple[str, ...]]) -> None:
    assert asked(sentence).said("cites") == cited


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        (
            "Ratify the human rights treaties listed by OHCHR, notably CAT and CEDAW",
            [("human-rights-treaties", "ratify"), ("cat", "ratify"), ("cedaw", "ratify")],
        ),
        (
            "Ratify the human rights treaties to which it is not party, including CAT",
            [("human-rights-treaties", "ratify"), ("cat", "ratify")],
        ),
        ("Hear of duties under the law, such as those in CEDAW", [("cedaw",)]),
        ("Honour its obligations under the law, such as those in CEDAW", [("cedaw", "implement")]),
        (
            "Consider expediting the ratification of the human rights treaties, notably CAT",
            [("human-rights-treaties",), ("cat",)],
        ),
        (
            "Ratify human rights treaties with the help of OHCHR, which knows CAT",
            [("human-rights-treaties", "ratify"), ("cat",)],
        ),
    ],
)
def test_what_is_asked_of_a_kind_is_asked_of_those_that_are_named_of_it(
    sentence: str, cited: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("cites") == cited


def test_goals_of_a_range_are_pursued_in_a_place_and_those_of_another_plan_are_not_known() -> None:
    cited = asked("Attain Sustainable Development Goals 1–3 in camps").said("cites")
    assert [goal for goal, *_ in cited] == ["sdg-1", "sdg-2", "sdg-3"]
    assert not asked("Attain SDGs 1 and 3 in the Aichi plan").said("cites")


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank States for ratifying UNTOC",
        "Congratulate Ghana on ratifying UNTOC",
        "After ratifying UNTOC, train judges",
        "Report on how UNTOC is implemented",
        "Say whether UNTOC is respected",
        "Say why UNTOC is respected",
    ],
)
def test_what_was_done_or_is_in_question_is_not_asked_for(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("untoc",)]


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Ask States to thank their crews and to ratify UNTOC", "ratify"),
        ("Stop violating UNTOC", "apply"),
        ("Refrain from breaches of UNTOC", "apply"),
    ],
)
def test_to_stop_violating_a_treaty_is_to_apply_it(sentence: str, function: str) -> None:
    assert asked(sentence).said("cites") == [("untoc", function)]


def test_who_calls_for_a_treaty_to_be_ratified_asks_for_it() -> None:
    assert told("Delegations called for UNTOC to be ratified.").said("cites") == [
        ("untoc", "ratify")
    ]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        (
            "Implement CEDAW and withdraw the reservation to its article 29",
            [("cedaw", "implement"), ("cedaw", "withdraw-reservations")],
        ),
        (
            "Ratify CAT and do the same for its Optional Protocol",
            [("cat", "ratify"), ("opcat", "ratify")],
        ),
        ("Ratify CAT, and do likewise with ICERD", [("cat", "ratify"), ("icerd", "ratify")]),
        ("Having signed CAT, proceed to its ratification", [("cat", "ratify")]),
        (
            "Study the Palermo Protocols with a view to their ratification",
            [("untoc-protocols", "ratify")],
        ),
        ("CAT having been signed, it should now be ratified", [("cat", "ratify")]),
        ("Publish CEDAW and join it", [("cedaw", "ratify")]),
        # what is another’s, or only possible
        ("Study CAT and a bill against torture, and see to its ratification", [("cat",)]),
        ("Consider the possibility of eventual CAT ratification", [("cat",)]),
        ("Train judges in CAT at the same time as those in ICERD", [("cat",), ("icerd",)]),
    ],
)  # fmt: skip
def test_what_stands_for_a_treaty_says_what_is_done_with_it(
    sentence: str, cited: list[tuple[str, ...]]
) -> None:
    assert sorted(asked(sentence).said("cites")) == sorted(cited)


def test_ratification_and_application_are_both_asked_for() -> None:
    said = asked("Promote the ratification and effective application of UNTOC").said("cites")
    assert said == [("untoc", "apply"), ("untoc", "ratify")]


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("IOM recalled that the Palermo Convention forbids it.", "recall-as-framework"),
        ("Delegations reaffirmed the Palermo Convention.", "endorse"),
        ("Delegations embraced the Palermo Convention.", "endorse"),
    ],
)
def test_who_recalls_frames_and_who_reaffirms_endorses(sentence: str, function: str) -> None:
    assert told(sentence).said("cites") == [("untoc", function)]


def test_what_is_asked_of_a_treaty_with_its_protocols_is_asked_of_all() -> None:
    cited = asked("Fulfil the obligations arising from the CRC and its three Optional Protocols")
    assert {function for _, function in cited.said("cites")} == {"implement"}


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Accept the Rome Statute", ("rome-statute", "ratify")),
        ("Approve the Global Compact for Migration", ("gcm", "endorse")),
        (
            "Lift its general and its specific reservations to CEDAW",
            ("cedaw", "withdraw-reservations"),
        ),
        (
            "Remove reservations and interpretative statements to the ICCPR",
            ("iccpr", "withdraw-reservations"),
        ),
        ("Implement all the articles of CEDAW", ("cedaw", "implement")),
        ("Include the content of CAT in its penal law", ("cat", "implement")),
        ("Incorporate CEDAW principles into its laws", ("cedaw", "implement")),
        ("Reach the Millennium Development Goals in time", ("mdgs", "implement")),
        (
            "Set up an institute according to the Paris Principles",
            ("paris-principles", "recall-as-framework"),
        ),
        (
            "Teach in accordance with the Plan of Action 2010-2014 of the World Programme for Human"
            " Rights Education",
            ("world-programme-human-rights-education", "recall-as-framework"),
        ),
        ("Ensure consistency between press laws and the ICCPR", ("iccpr", "align-with")),
        (
            "Align laws with the standards and principles contemplated in CEDAW",
            ("cedaw", "align-with"),
        ),
        ("Adopt a family code that fully complies with CEDAW", ("cedaw", "apply")),
        ("Amend the press law to better reflect article 19 of the ICCPR", ("iccpr", "align-with")),
        (
            "Amend the code in accordance with its international obligations, including CEDAW",
            ("cedaw", "recall-as-framework"),
        ),
        (
            "Ensure respect of humanitarian law, in particular the Geneva Conventions",
            ("geneva-conventions", "apply"),
        ),
        ("Ratify expeditiously several human rights treaties, including CAT", ("cat", "ratify")),
        ("Ratify CAT, CEDAW and the 1951 Refugee Convention", ("cedaw", "ratify")),
    ],
)
def test_what_an_instrument_holds_and_what_kind_it_is_may_stand_between(
    sentence: str, cited: tuple[str, str]
) -> None:
    assert cited in asked(sentence).said("cites")


@pytest.mark.parametrize(
    "sentence",
    [
        "Go on with the efforts in respect of CEDAW",
        "Teach those States that comply with CEDAW",
        "Prepare a handbook on CEDAW principles",
    ],
)
def test_words_that_ask_nothing_of_an_instrument_give_no_function(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("cedaw",)]
