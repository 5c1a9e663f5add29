"""The body whose document it is: who it is, and what it says in its own document."""

from __future__ import annotations

from functools import cache

import pytest
from extraction.sentences import Case

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document
from gcm_kg.project import this_project
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

OBSERVATIONS = """Committee on the Rights of the Child

Concluding observations on the second report of Testland

1. The Committee is deeply concerned that schools are closed. The Council regrets it.

2. The national Committee for Schools is worried. The Committee on Trade is worried.

3. The Committee recommends that the State party open the schools.
"""
RESOLUTION = """Human Rights Council

Resolution on schools

The Human Rights Council,

Recalling the Convention on the Rights of the Child,

Deeply alarmed by the number of closed schools,

1. Urges States to open the schools, to pay the teachers and to train them;

2. Stresses that no school is to be closed;

3. Requests UNICEF to build schools in order to teach all.
"""
OF_THE_ASSEMBLY = """General Assembly

Resolution on schools

The General Assembly,

Recalling its resolutions 48/134 and 61/295 on other matters,

Recalling also resolution 53/144 on schools,

Taking note of the report of the Human Rights Council and its resolution 48/134,

Taking note of Council resolution 48/134,

1. Urges States to open the schools, to pay the teachers and to train them;

2. Stresses that no school is to be closed;
"""
REPORT = """Report of the Special Rapporteur on the human rights of migrants

# Findings

The Special Rapporteur warns that schools are closed. He does not dispute the figures.

# Recommendations

The Special Rapporteur recommends that States:

- Open the schools
"""


@cache
def documents() -> dict[str, Document]:
    profiles = profiles_of(this_project())
    texts = {
        "observations": OBSERVATIONS,
        "resolution": RESOLUTION,
        "report": REPORT,
        "of the Assembly": OF_THE_ASSEMBLY,
    }
    return {name: read_as(text, profiles).document for name, text in texts.items()}


def part(document: str, identifier: str) -> Case:
    return Case(documents()[document], identifier, Annotations())


@pytest.mark.parametrize(
    ("document", "identifier", "told"),
    [
        (
            "observations",
            "1",
            [
                ("committee-on-the-rights-of-the-child", "", "express-concern"),
                ("", "", "express-concern"),
            ],
        ),
        ("resolution", "p4", [("human-rights-council", "", "cite")]),
        ("resolution", "p5", [("human-rights-council", "", "express-concern")]),
        ("resolution", "2", [("human-rights-council", "", "stress")]),
        ("resolution", "p1", []),
    ],
)
def test_a_body_holds_what_its_own_document_says(
    document: str, identifier: str, told: list[tuple[str, ...]]
) -> None:
    assert part(document, identifier).told() == told


def test_a_special_rapporteur_holds_and_recommends_what_the_report_says() -> None:
    who = "special-rapporteur-on-the-human-rights-of-migrants"
    (narrative,) = (
        p
        for p in documents()["report"].parts
        if p.kind == "Paragraph" and "warns" in documents()["report"].text_of(p)
    )
    assert part("report", narrative.identifier).told() == [
        (who, "", "express-concern"),
        (who, "", "affirm"),
    ]
    (asked,) = documents()["report"].recommendations()
    case = part("report", asked.identifier)
    assert case.said("recommendedBy") == [(who,)] and case.said("addressedTo") == [("states",)]


def test_a_committee_that_other_words_tell_apart_is_another_one() -> None:
    assert "document-body" in part("observations", "1").makers()
    assert "document-body" not in part("observations", "2").makers()


def test_whom_a_resolution_addresses_by_name_is_called_on() -> None:
    assert part("resolution", "1").said("callsOn") == [("states",)]
    assert part("resolution", "3").said("callsOn") == [("unicef",)]


def test_what_somebody_is_asked_to_do_is_no_purpose() -> None:
    assert part("resolution", "1").words("Purpose") == []
    assert part("resolution", "3").words("Purpose") == ["in order to teach all"]


@pytest.mark.parametrize(
    ("identifier", "cited"),
    [
        ("p4", [("paris-principles", "recall-as-framework"), ("undrip", "recall-as-framework")]),
        ("p5", [("defenders-declaration", "recall-as-framework")]),
        ("p6", []),
        ("p7", []),
    ],
)
def test_resolutions_in_a_document_of_an_organ_are_its_own_where_no_other_is_named(
    identifier: str, cited: list[tuple[str, ...]]
) -> None:
    assert part("of the Assembly", identifier).said("cites") == cited


VISIT = """Report of the Special Rapporteur on the human rights of migrants

Visit to Kenya

# Findings

1. The Special Rapporteur visited Kenya.

# Recommendations

2. The Special Rapporteur recommends the following:

- The Government should open the schools.

- The Ministry of Education should pay teachers.

- The Government of Malta should help.

- It recommends that the Government lift all fees.
"""


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("open the schools", {"ke"}),
        ("pay teachers", {"government-ministries"}),
        ("lift all fees", {"ke"}),
    ],
)
def test_the_government_is_the_only_state_to_which_a_document_is_addressed(
    words: str, asked: set[str]
) -> None:
    document = read_as(VISIT, profiles_of(this_project())).document
    (item,) = (p for p in document.recommendations() if words in document.text_of(p))
    assert {
        who for (who,) in Case(document, item.identifier, Annotations()).said("callsOn")
    } == asked


def test_a_state_that_is_visited_is_no_maker_and_one_that_is_named_is_itself() -> None:
    front = "migrants on his visit to Kenya\n"
    text = VISIT.replace("migrants\n\nVisit to Kenya\n", front)
    document = read_as(text, profiles_of(this_project())).document
    item = next(p for p in document.recommendations() if "Malta" in document.text_of(p))
    case = Case(document, item.identifier, Annotations())
    who = "special-rapporteur-on-the-human-rights-of-migrants"
    assert case.said("recommendedBy") == [(who,)]
    assert ("ke",) not in case.said("callsOn")


REVIEWED = """Report of the Working Group on the Universal Periodic Review

I. Summary

4. The delegation noted that schools are open. The delegation of Malta noted it. Delegations noted
it. The State under review stressed that fees are low. The head of delegation said more.

II. Conclusions and/or recommendations

93. The recommendations below enjoy the support of Kenya:

93.1. Train judges (Peru);

94. The recommendations below were noted by {}:

94.1. Pay nurses (Chile).
"""


@pytest.mark.parametrize(
    ("asked", "holders"),
    [
        ("Kenya", ["ke", "mt", "delegations", "ke", "ke"]),
        ("Togo", ["delegations", "mt", "delegations", "", "delegations"]),
    ],
)
def test_the_delegation_in_a_review_answers_for_the_state_that_is_asked(
    asked: str, holders: list[str]
) -> None:
    document = read_as(REVIEWED.format(asked), profiles_of(this_project())).document
    told = Case(document, "4", Annotations()).told()
    assert [holder for holder, *_ in told] == holders
