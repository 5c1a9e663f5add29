"""Documents as offices write them: rules beside what is asked, names before what is to be done."""

from __future__ import annotations

import pytest
from extraction.sentences import reader, short
from reading.test_documents import asked, read, said

from gcm_kg.extraction.attributions import Attributions
from gcm_kg.model.document import WHOLE


def general(text: str) -> tuple[list[str], list[str]]:
    document = read(text, "general").document
    maybe = (a for part in document.recommendations() for a in part.attributes)
    names = {" ".join(document.text[a.start : a.end].split()) for a in maybe if a.column == WHOLE}
    return asked(document), [x for x in said(document, "addressedTo") if x not in names]


@pytest.mark.parametrize(
    ("item", "to"),
    [
        ("Member States to name focal points;", ["Member States"]),
        ("IOM and UNHCR, as the Secretariat, to train officials;", ["IOM and UNHCR"]),
        ("The Ministry of Health to pay nurses;", ["Ministry of Health"]),
        ("Support to Member States to build homes;", []),
        ("Access to schools;", []),
    ],
)
def test_who_stands_before_what_is_to_be_done_is_asked(item: str, to: list[str]) -> None:
    text = f"The meeting agreed on the following recommendations:\n\n- {item}\n- Open homes;\n"
    assert general(text)[1] == to


@pytest.mark.parametrize(
    ("lead", "to"),
    [("recommends that:", ["IOM", "Partner States"]), ("recommends the following:", [])],
)
def test_below_that_items_begin_with_who_is_to_act(lead: str, to: list[str]) -> None:
    text = f"The Group {lead}\n\n1. IOM train officials;\n\n2. Partner States sign agreements.\n"
    assert general(text)[1] == to


@pytest.mark.parametrize(
    ("heading", "to"), [("UNICEF", ["UNICEF"]), ("Civil society", ["Civil society"]), ("Homes", [])]
)
def test_a_heading_that_is_a_name_alone_says_who_is_asked(heading: str, to: list[str]) -> None:
    text = f"# Recommendations\n\n## {heading}\n\n- Open homes for guests.\n"
    assert general(text) == (["Open homes for guests."], to)


def test_numbers_go_on_behind_headings_that_say_to_whom_infinitives_are() -> None:
    text = """Recommendations to the Ministry of Work

1. To train judges;

2. To pay nurses.

Recommendations to the Parliament

3. To amend the Act on homes.

Activities

4. To this end, the office opened a school.
"""
    assert general(text)[0] == ["To train judges;", "To pay nurses.", "To amend the Act on homes."]


RULES = """Challenges and recommendations

{}

- Clinics should open on Sundays.
- Homes must not ask for money.
"""


@pytest.mark.parametrize(
    "rule",
    [
        "Guests must show a card before they see a doctor.",
        "Patients must pay first. Hospitals must treat all, but many do not.",
    ],
)
def test_rules_above_a_list_of_recommendations_are_none(rule: str) -> None:
    expected = ["Clinics should open on Sundays.", "Homes must not ask for money."]
    assert general(RULES.format(rule))[0] == expected
    lead = "Clinics should change. Therefore:"
    assert len(general(RULES.format(lead))[0]) != 1


def test_a_rule_that_is_not_kept_is_no_recommendation() -> None:
    text = "Way forward\n\n1. {}\n\n2. Clinics should open on Sundays.\n"
    kept = "Waiting times must be short."
    assert len(general(text.format(kept))[0]) == 2
    assert len(general(text.format("Waiting must be short, yet they wait for hours."))[0]) == 1


def test_who_was_asked_at_a_meeting_to_do_something_is_asked() -> None:
    text = "Way forward\n\n1. The Lima Forum was asked to draft a plan.\n\n2. {} to rate it.\n"
    found = general(text.format("Participants were asked"))
    assert found == (["The Lima Forum was asked to draft a plan."], ["Lima Forum"])


@pytest.mark.parametrize(
    ("subject", "makers"),
    [
        ("The Kenyan delegation", ["Kenyan delegation"]),
        ("The representative of Kenya", ["representative of Kenya"]),
        ("One delegation", []),
    ],
)
def test_who_recommended_something_in_a_meeting_made_it(subject: str, makers: list[str]) -> None:
    text = f"Discussion\n\nIt rained. {subject} recommended that member States abolish fees.\n"
    document = read(text, "general").document
    assert said(document, "recommendedBy") == makers
    assert said(document, "addressedTo") == ["member States"]


def test_rows_below_a_titled_recommendation_say_who_is_asked() -> None:
    text = """Recommendations

Recommendation 1: Extend the work to Togo

The ILO should extend its work to the ports.

Addressed to\tILO Office
Priority\tHigh

Recommendation 2: Pay nurses

The ILO should pay nurses.
"""
    document = read(text, "evaluation-report").document
    assert said(document, "addressedTo") == ["ILO Office", "ILO"]


@pytest.mark.parametrize(
    ("front", "to"),
    [
        ("National Human Rights Commission of Togo", "Togo"),
        ("Office of the Ombudsman of Togo", "Togo"),
        ("Commission on Homes of Togo", "Government"),
        ("Ombudsman for Children", "Government"),
    ],
)
def test_the_government_is_that_of_the_state_whose_body_reports(front: str, to: str) -> None:
    text = f"{front}\n\nTenth report\n\nRecommendations to the Government\n\n1. To pay nurses.\n"
    assert general(text) == (["To pay nurses."], [to])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Co-Chairs encouraged members to fund the office.", 1),
        ("Some delegates encouraged members to fund the office.", 0),
        ("Members were encouraged by the Chair to speak.", 0),
        ("Ministers invited the Secretary to introduce the item.", 0),
    ],
)
def test_what_all_of_a_meeting_urged_is_a_recommendation(words: str, number: int) -> None:
    text = (
        f"Bali Process\n\nCo-Chairs’ Statement\n\nLima, 5 May 2031\n\n1. It rained.\n\n2. {words}\n"
    )
    reading = read(text)
    assert reading.profile == "regional-meeting"
    assert len(asked(reading.document)) == number


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("CHAPTER FOUR. RIGHTS OF WORKERS", True),
        ("Part II – What was found", True),
        ("Part II of the Act is old, and", False),
    ],
)
def test_chapters_and_parts_are_headings_without_blank_lines_around(
    line: str, is_heading: bool
) -> None:
    text = f"Report on work\n\nIt rained in the whole country.\n{line}\n4.1 In 2031 it rained.\n"
    document = read(text, "general").document
    heads = [document.text_of(part) for part in document.parts if part.kind == "Heading"]
    assert (line in heads) == is_heading


@pytest.mark.parametrize("heading", ["Conclusions and recommendations", "Way forward"])
def test_what_people_have_to_bear_is_no_recommendation(heading: str) -> None:
    text = f"I. {heading}\n\n1. {{}}\n\n2. States should open homes.\n"
    burden = "Many guests must choose between homes and work."
    assert general(text.format(burden))[0] == ["States should open homes."]
    seen = "The lack of homes must be seen in the context of the flood."
    assert general(text.format(seen))[0] == ["States should open homes."]
    assert len(general(text.format("Many States must choose."))[0]) == 2


def test_points_that_somebody_will_carry_out_are_some_below_next_steps() -> None:
    text = "# {}\n\nTogo {}:\n\n- open homes for guests;\n- pay nurses.\n"
    assert len(general(text.format("Next steps", "will"))[0]) == 2
    assert not general(text.format("Methodology", "will"))[0]
    assert not general(text.format("Next steps", "has"))[0]


def test_a_title_names_who_visited_whom() -> None:
    text = """Observations on the visit to Togo by the Working Group on Homes (2 to 5 May 2031)

Recommendations

The Government should:

- pay nurses.
"""
    document = read(text, "general").document
    assert said(document, "addressedTo") == ["Togo"]
    assert said(document, "recommendedBy") == ["Working Group on Homes"]


@pytest.mark.parametrize(
    ("heading", "actors"),
    [
        ("B. African Union Commission", ["african-union-commission"]),
        ("Employers", ["employers"]),
        ("Migrants and the African Union", []),
        ("Homes", []),
    ],
)
def test_a_heading_below_recommendations_that_is_a_known_name_is_who_is_asked(
    heading: str, actors: list[str]
) -> None:
    text = f"# Recommendations\n\n## {heading}\n\n- Open homes for guests.\n"
    document = read(text, "general").document
    found = Attributions(reader().vocabulary)
    stated = [short(s.entity) for s in found.read(document) if s.relation == "addressedTo"]
    assert stated == actors
    if not actors:
        assert not found.unresolved(document)


def test_who_stands_before_a_colon_is_asked() -> None:
    text = "Recommendations\n\n1. From the Lima Board: pay nurses.\n\n2. To donors: Fund homes.\n"
    assert general(text)[1] == ["Lima Board", "donors"]


def test_whom_a_body_recommends_something_with_priority_is_asked() -> None:
    words = "The Board recommends, as a priority, that the Parliament add homes."
    text = f"I. Recommendations\n\n1. {words}\n"
    assert general(text)[1] == ["Parliament"]


def test_labels_in_what_became_of_earlier_recommendations_are_of_others() -> None:
    text = """## Summary of recommendations

5.1 Homes should be open.

## Progress since the last report

Recommendation 4.9: Guests should have telephones. Achieved
"""
    assert general(text)[0] == ["Homes should be open."]


def test_chapters_that_say_again_what_a_list_of_labels_says_are_counted_once() -> None:
    words = "The committee recommends that the Department publish figures every month."
    text = f"""List of recommendations

Recommendation 1 (paragraph 3.14)

{words}

Chapter 3. Numbers

3.14 {words}

3.15 The committee recommends that all homes be open on every day of the week.
"""
    document = read(text, "general").document
    assert len([each for each in asked(document) if each.endswith(words)]) == 1
    assert len(asked(document)) == 2
