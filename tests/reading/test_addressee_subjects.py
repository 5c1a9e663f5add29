"""Who is to act may be named by a recommendation itself; who is only spoken of is not asked."""

from __future__ import annotations

import pytest
from reading.test_documents import read, said

REPORT = "Evaluation of ports\n\n1. Findings\n\nPorts are old.\n\n2. Recommendations\n\n• {}\n"


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("The Ministry of Ports should pay all.", ["Ministry of Ports"]),
        ("UNHCR and IOM country offices need to train guards.", ["UNHCR and IOM country offices"]),
        ("We recommend that the Port Authority publish its prices.", ["Port Authority"]),
        ("Donors are encouraged to pledge.", ["Donors"]),
        ("Detainees should know their rights.", []),
        ("UNHCR recommends the Parliament of Togo to open ports.", ["Parliament of Togo"]),
        ("In each port, the Ministry said that guards should be paid.", []),
        ("States should be told of it.", []),
        ("The Government should open ports.", []),
        ("The Rapporteur stresses that States should open ports.", ["States"]),
        ("The Rapporteur notes that States should be told of it.", []),
        ("The United Nations should open ports.", ["United Nations"]),
        ("NHRIs should visit ports.", ["NHRIs"]),
        ("We call upon States that have not done so to open ports.", ["States"]),
        ("The Rapporteur recommends to all States that they open ports.", ["States"]),
        ("The Rapporteur reminds all Member States of their duty to rescue.", ["Member States"]),
        (
            "The Secretary-General, in his capacity as Chair of the Board, should visit ports.",
            ["The Secretary-General"],
        ),
        (
            "The Minister of the Board of Ports should visit ports.",
            ["Minister of the Board of Ports"],
        ),
    ],
)
def test_who_is_to_act_is_asked(item: str, asked: list[str]) -> None:
    assert said(read(REPORT.format(item)).document, "addressedTo") == asked


@pytest.mark.parametrize(
    ("front", "asked"),
    [
        ("Visit to Togo\n\nReport of the Special Rapporteur on ports", ["Togo"]),
        ("UPR of Togo: joint submission", ["Togo"]),
        ("End of mission statement by the Expert on ports on her visit to Togo", ["Togo"]),
        ("Report of the Special Rapporteur on ports\non her mission to Togo", ["Togo"]),
        ("Statement on ports during her visit to Togo", []),
        ("Alternative report to the Committee on the second periodic report of Togo", ["Togo"]),
        ("Report on the implementation of the Convention by Togo", ["Togo"]),
        ("Report on the implementation of the Plan by Togo", []),
        ("Report on a meeting\n\nHe spoke of his visit to Togo.", []),
    ],
)
def test_the_front_says_whose_visit_or_review_it_is(front: str, asked: list[str]) -> None:
    text = f"{front}\n\nI. Recommendations\n\n1. The Government should:\n\n(a) Open ports.\n"
    assert said(read(text).document, "addressedTo") == asked


def test_with_whom_the_asked_are_to_work_is_not_asked() -> None:
    lead = "The Forum urges Governments, in cooperation with civil society, to:"
    text = f"Report\n\nI. Recommendations\n\n{lead}\n\n(a) Open ports;\n\n(b) Close camps.\n"
    assert said(read(text).document, "addressedTo") == ["Governments", "Governments"]


def test_the_community_that_should_act_is_asked_and_not_the_state_of_the_visit() -> None:
    front = "Visit to Togo\n\nReport of the Special Rapporteur on ports\n\nI. Recommendations"
    text = f"{front}\n\n1. The international community should pay.\n"
    assert said(read(text).document, "addressedTo") == ["international community"]


def test_the_state_of_observations_without_a_report_is_asked() -> None:
    title = "Concluding observations on Togo in the absence of a report"
    text = f"Committee against Torture\n\n{title}\n\n1. The State party should close prisons.\n"
    assert said(read(text).document, "addressedTo") == ["Togo"]


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("The Special Rapporteur recommends that the municipal authorities open homes.",
         "municipal authorities"),
        ("She calls upon businesses to pay their workers.", "businesses"),
        ("I also recommend that labour unions visit ports.", "labour unions"),
        ("The Special Rapporteur invites women's associations to visit ports.",
         "women's associations"),
        ("She encourages a human rights institution to visit camps.", "a human rights institution"),
        ("Countries of origin should train their consuls.", "Countries of origin"),
        ("The Special Rapporteur encourages efforts to open homes.", "Togo"),
        ("She urges the relevant authorities to open homes.", "Togo"),
        ("She recommends that the State party ask employers to pay.", "Togo"),
        ("The Special Rapporteur recommends that businesses be inspected.", "Togo"),
    ],
)  # fmt: skip
def test_others_whom_a_visitor_asks_are_asked_and_not_the_state(item: str, asked: str) -> None:
    front = "Visit to Togo\n\nReport of the Special Rapporteur on ports\n\nI. Recommendations"
    assert said(read(f"{front}\n\n1. {item}\n").document, "addressedTo") == [asked]


@pytest.mark.parametrize(
    ("front", "asked"), [("Visit to Togo", "Togo"), ("Report on ports", "Government")]
)
def test_the_government_that_is_named_alone_is_that_of_the_front(front: str, asked: str) -> None:
    lead = "The Special Rapporteur makes the following recommendations to the Government:"
    text = f"{front}\n\nI. Recommendations\n\n1. {lead}\n\n(a) Open homes.\n"
    assert said(read(text).document, "addressedTo") == [asked]


@pytest.mark.parametrize(
    ("item", "asked"),
    [
        ("Call upon the Secretariat of Ports to draft a law;", ["Secretariat of Ports"]),
        ("Invite ports and the private sector to pay more;", ["ports and the private sector"]),
        ("To request the Port Fund to pay all;", ["Port Fund"]),
        ("Ministers tasked the Port Fund with a study.", ["Port Fund"]),
        ("Ministers called on members to open ports.", ["members"]),
        ("We ask the Port Fund to pay all.", ["Port Fund"]),
        ("Commit to encourage employers to pay all;", []),
        ("Agree to strengthen ports;", []),
        ("Encourage efforts to open ports;", []),
    ],
)
def test_whom_a_declaration_calls_on_is_asked(item: str, asked: list[str]) -> None:
    front = "Lima Communiqué\n\nWe, the Ministers of Ports, meeting in Lima,\n\nHereby:\n\n"
    document = read(f"{front}1. {item}\n\n2. Pledge to close camps.\n").document
    assert said(document, "addressedTo") == asked


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("We also urge the Port Fund to pay.", 1),
        ("We appeal to all States to open ports.", 1),
        ("We urge you to read on.", 0),
        ("We urge caution.", 0),
    ],
)
def test_who_urges_others_in_a_statement_asks(line: str, count: int) -> None:
    text = f"Statement on ports\n\nPorts are closed.\n\n{line}\n"
    assert len(list(read(text, "general").document.recommendations())) == count


def test_who_is_asked_may_stand_on_two_lines_before_a_list() -> None:
    lead = "The Rapporteur recommends that businesses, in particular exporters of nuts\nand sugar:"
    text = f"Visit to Togo\n\nI. Recommendations\n\n1. {lead}\n\n(a) Open books;\n\n(b) Pay all.\n"
    assert "Togo" not in said(read(text).document, "addressedTo")
