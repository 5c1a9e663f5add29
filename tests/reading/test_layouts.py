"""Layouts that differ in their marks, lead-ins and headings are read alike."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, review, said

from gcm_kg.reading.contents_tables import contents_of
from gcm_kg.reading.lines import Line

# --- marks


@pytest.mark.parametrize("sign", ["»", "›", "★", "☐", "→", "👉", "✔\ufe0f", "- [ ]", "* [x]"])
def test_signs_of_all_kinds_mark_items(sign: str) -> None:
    text = f"Report\n\nThe group recommended that States:\n\n{sign} Train\n{sign} Pay\n"
    assert asked(read(text).document) == ["Train", "Pay"]


@pytest.mark.parametrize(
    "labels",
    [
        ("Recommendation No. 1: ", "Recommendation No. 2: "),
        ("Recommendation 1 (see para. 2): ", "Recommendation 2 [high priority]: "),
        ("First recommendation: ", "Second recommendation: "),
        ("- Recommendation 1: ", "- Recommendation 2: "),
        ("• R1. ", "• R2. "),
        ("(R1) ", "(R2) "),
        ("R.1. ", "R.2. "),
        ("Strategic recommendation 1: ", "Strategic recommendation 2: "),
        ("Suggestion 1: ", "Suggestion 2: "),
        ("1st recommendation: ", "2nd recommendation: "),
        ("“Recommendation 1”: ", "“Recommendation 2”: "),
        ("Recommendation 1 to the Board: ", "Recommendation 2 to donors: "),
        ("### Recommendation 1\n\n", "### Recommendation 2\n\n"),
        ("Evaluation recommendation 1. ", "Evaluation recommendation 2. "),
        ("R.1 ", "R.2 "),
        ("Rec. 1 ", "Rec. 2 "),
        ("Recommendation 1 ", "Recommendation 2 "),
        ("Proposal 1 – ", "Proposal 2 – "),
    ],
)
def test_a_label_marks_a_recommendation_however_it_is_written(labels: tuple[str, str]) -> None:
    one, other = labels
    text = f"Evaluation report\n\nIt met in May.\n\n{one}Train all.\n\n{other}Pay all.\n"
    document = read(text).document
    assert asked(document) == ["Train all.", "Pay all."]
    assert [part.identifier for part in document.recommendations()] == ["R1", "R2"]


@pytest.mark.parametrize(
    ("labels", "identifiers"),
    [
        (("Measure 1: ", "Measure 2: "), ["M1", "M2"]),
        (("Action 3.1 ", "Action 3.2 "), ["A3.1", "A3.2"]),
        (("A1. ", "A2. "), ["A1", "A2"]),
        (("C1) ", "C2) "), ["C1", "C2"]),
        (("[B1] ", "[B2] "), ["B1", "B2"]),
    ],
)
def test_a_measure_or_code_marks_what_says_what_should_be_done(
    labels: tuple[str, str], identifiers: list[str]
) -> None:
    one, other = labels
    text = f"Plan of work\n\nIt met in May.\n\n{one}Train all.\n\n{other}Pay all.\n"
    document = read(text).document
    assert asked(document) == ["Train all.", "Pay all."]
    assert [part.identifier for part in document.recommendations()] == identifiers
    told = f"Plan of work\n\nIt met in May.\n\n{one}It was closed.\n\n{other}Nobody paid.\n"
    assert not asked(read(told).document)


@pytest.mark.parametrize(
    "line",
    [
        "Recommendation 1 was adopted in May.",
        "Recommendation 1 Status has been told to all.",
        "Rec. 1 is overdue.",
        "R1 has been withdrawn.",
        "A1 roads must be closed.",
        "Article 1. States should report.",
        "Step 1: Train all.",
        "Annex A1",
        "Question 1: Should all be trained?",
        "Finding 1: Staff should have been trained.",
    ],
)
def test_who_speaks_of_something_numbered_asks_for_nothing(line: str) -> None:
    assert not asked(read(f"Report of the team\n\nIt met in May.\n\n{line}\n\nIt left.\n").document)


@pytest.mark.parametrize(
    "caption",
    [
        "Figure 1: Recommendations by body",
        "Table 2. Recommendations made",
        "What Recommendation 4 did",
    ],
)
def test_below_a_caption_nothing_is_asked_for(caption: str) -> None:
    text = (
        f"Report of the team\n\n1. Data\n\n{caption}\n\n• Peru: 12\n• Togo: 14\n\n"
        "2. Recommendations\n\n• Train all\n"
    )
    assert asked(read(text).document) == ["Train all"]


@pytest.mark.parametrize("marks", ["I II III", "(a) (b) (c)", "A B C", "one two three"])
def test_labels_are_counted_by_letters_and_numbers_of_all_kinds(marks: str) -> None:
    items = "".join(f"Recommendation {mark}: Train all.\n\n" for mark in marks.split())
    assert len(asked(read(f"Evaluation report\n\nIt met in May.\n\n{items}").document)) == 3


@pytest.mark.parametrize("mark", ["", "• ", "- ", "**"])
def test_a_label_needs_no_number(mark: str) -> None:
    end = mark if mark == "**" else ""
    text = f"Report\n\n1. Ports\n\nIt met.\n\n{mark}Recommendation:{end} Train all.\n\nIt left.\n"
    assert asked(read(text).document) == ["Train all."]


@pytest.mark.parametrize("marks", ["[1] [2]", "#1 #2", "① ②", "№1 №2"])
def test_numbers_among_signs_mark_items(marks: str) -> None:
    one, other = marks.split()
    text = (
        f"Report\n\nIt met.\n\nRecommendations\n\n{one} Train\n{other} Pay\n\nThanks\n\nTo all.\n"
    )
    assert asked(read(text).document) == ["Train", "Pay"]


def test_numbers_in_square_brackets_that_words_refer_to_are_those_of_notes() -> None:
    text = (
        "Report\n\nIt met in May.\n\nRecommendations\n\n1. States should train all [1].\n\n"
        "2. States should pay all [2].\n\n[1] States should see the Act.\n[2] Others should too.\n"
    )
    assert asked(read(text).document) == [
        "States should train all [1].",
        "States should pay all [2].",
    ]


@pytest.mark.parametrize("name", ["Appendix", "Annexe", "Attachment"])
def test_what_stands_in_an_appendix_is_not_below_the_last_heading(name: str) -> None:
    text = (
        "Report\n\n1. Opening\n\nIt met.\n\n2. Recommendations\n\nStates should:\n\n(a) Pay.\n\n"
        f"{name} B: Opening statement\n\nGovernments should rest, said the host.\n"
    )
    assert asked(read(text).document) == ["Pay."]


def test_a_heading_in_capitals_is_no_label() -> None:
    text = "REPORT OF THE PANEL\n\n1 OPENING\n\nIt met.\n\nRECOMMENDATIONS:\n\n» Train\n» Pay\n"
    assert asked(read(text).document) == ["Train", "Pay"]


def test_numbers_behind_bullets_are_no_points_of_the_last_one() -> None:
    text = "Report\n\nThe group recommended that States:\n\n• Train\n• Pay\n\n1) Go\n2) Stay\n"
    assert asked(read(text).document) == ["Train", "Pay", "Go", "Stay"]


def test_examples_below_an_item_belong_to_it() -> None:
    text = (
        "Report\n\nRecommendations\n\n• States should set standards, such as:\n   – water;\n"
        "   – light.\n• Employers should pay.\n"
    )
    assert asked(read(text).document) == [
        "States should set standards, such as: – water; – light.",
        "Employers should pay.",
    ]


def test_headings_of_another_series_part_no_list_from_what_led_over_before() -> None:
    text = (
        "Report\n\nIt was recommended that:\n\na. States\n\n- Train all\n\n"
        "b. Donors\n\n- Pay all\n\nThe talks went on.\n\n"
        "a. History\n\n- Rain\n\nb. Wind\n\n- Storm\n"
    )
    assert asked(read(text).document) == ["Train all", "Pay all"]


def test_items_that_words_before_them_only_lead_over_to_by_way_of_example_are_asked() -> None:
    text = "Report\n\nRecommendations\n\nThe Committee recommends, inter alia:\n\n• Train\n• Pay\n"
    assert asked(read(text).document) == ["Train", "Pay"]


@pytest.mark.parametrize(
    ("item", "makers"),
    [
        ("(a) Train (Peru) and (b) pay (Togo);", ["Peru", "Togo"]),
        ("Protect all, whatever their sex (including identity) and age (Peru);", ["Peru"]),
        ("Train (the Gambia) and pay (the former Nation);", ["the Gambia", "the former Nation"]),
    ],
)
def test_brackets_without_a_name_made_none(item: str, makers: list[str]) -> None:
    assert said(review(f"9.1 {item}").document, "recommendedBy") == makers


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_a_line_says_of_a_labelled_recommendation_is_no_part_of_it(gap: str) -> None:
    text = (
        f"Evaluation report\n\nIt met.\n\nRecommendation 1: Train all.{gap}"
        "Rationale: it was recommended that all rest.\n\n"
        f"Recommendation 2: Pay all.{gap}Addressed to: agencies. Deadline: 2031\n"
    )
    assert asked(read(text).document) == ["Train all.", "Pay all."]


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060", "\ufeff", "\u200e"])
def test_signs_without_width_before_a_mark_are_no_words(unseen: str) -> None:
    text = (
        f"Report\n\nThe group recommended that States:\n\n(a) Train;\n\n{unseen}(b) {unseen}Pay.\n"
    )
    assert asked(read(text).document) == ["Train;", "Pay."]


# --- pages


@pytest.mark.parametrize(
    "edge",
    [
        "{0} | P a g e",
        "Page | {0}",
        "[page {0}]",
        "p. {0}",
        "• {0} •",
        "~ {0} ~",
        "{roman}",
        "Meeting on work and rest {0}",
        "3/5/2031 Report of the talks {0}/9",
        "www.talks.example\n{0}",
    ],
)
def test_what_stands_at_the_edges_of_pages_is_in_no_recommendation(edge: str) -> None:
    pages = [edge.format(n, roman="i ii iii iv".split()[n - 1]) for n in range(1, 5)]
    first, *others, last = pages
    text = (
        f"Report\n\nThe group recommended that States:\n\n(a) Train all judges of\n\n{first}\n\n"
        f"the land;\n\n{others[0]}\n\n(b) Pay.\n\n{others[1]}\n\nIt closed.\n\n{last}\n"
    )
    assert asked(read(text).document) == ["Train all judges of the land;", "Pay."]


def test_numbered_titles_that_come_again_are_no_edges_of_pages() -> None:
    text = "".join(f"Round table on work {n}\n\nIt was held by all.\n\n" for n in range(1, 5))
    kinds = [part.kind for part in read(f"Report\n\n{text}").document.parts]
    assert kinds.count("Section") == 4


# --- lead-ins


@pytest.mark.parametrize(
    "lead_in",
    [
        "The following actions were proposed:",
        "Speakers put forward these ideas:",
        "Participants also called for:",
        "It was suggested to:",
        "Several delegations advised States to:",
        "They stressed the need to:",
        "It was considered essential to:",
        "They agreed that States would:",
        "The mayors asked States to:",
    ],
)
def test_whatever_asks_before_a_list_makes_its_items_recommendations(lead_in: str) -> None:
    text = f"Report of the talks\n\n1. It opened.\n\n2. {lead_in}\n\n• Train all\n• Pay all\n"
    assert asked(read(text).document) == ["Train all", "Pay all"]


@pytest.mark.parametrize(
    "lead_in",
    [
        "The following questions were raised:",
        "The Chair proposed the following agenda:",
        "The meeting agreed to elect the following officers:",
        "Participants put forward several questions:",
    ],
)
def test_questions_and_agendas_that_are_proposed_ask_for_nothing(lead_in: str) -> None:
    text = f"Report of the talks\n\n1. It opened.\n\n2. {lead_in}\n\n• One thing\n• Another\n"
    assert not asked(read(text).document)


@pytest.mark.parametrize(
    "lead_in",
    ["did not accept the recommendations below:", "rejects, as unfounded, these recommendations:"],
)
def test_recommendations_that_a_state_does_not_accept_were_made(lead_in: str) -> None:
    text = (
        "Report of the Working Group on the Universal Periodic Review\n\n"
        f"9. Testland {lead_in}\n\n(a) Train all (Peru);\n\n(b) Pay all (Togo).\n"
    )
    assert asked(read(text).document) == ["Train all (Peru);", "Pay all (Togo)."]


@pytest.mark.parametrize("words", ["Drop all quotas.", "Let them work.", "Do not detain them."])
def test_a_paragraph_below_a_heading_may_ask_by_any_verb(words: str) -> None:
    text = f"Brief on work\n\nFacts\n\nThey wait.\n\nRecommendations\n\n{words}\n\nIt ends.\n"
    assert asked(read(text).document) == [words]


@pytest.mark.parametrize(
    "heading",
    [
        "Next steps",
        "The way forward",
        "Action points",
        "Priorities for action",
        "Conclusions and next steps",
        "What happens next",
        "Agreed actions",
        "Findings and recommendations",
    ],
)
def test_below_what_comes_next_only_what_says_what_should_be_done_is_asked(heading: str) -> None:
    text = (
        f"Report of the talks\n\nDebate\n\nAll spoke.\n\n{heading}\n\n"
        "• Train all.\n• The report will be sent.\n• Insurance for herders\n• States should pay.\n"
        "• Secretariat to share the list.\n"
    )
    asks = ["Train all.", "States should pay.", "Secretariat to share the list."]
    assert asked(read(text).document) == asks


# --- who is asked

TWICE = ["Peru", "Peru", "Togo"]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Recommendation 1: Train.\nAddressed to: Peru, Togo\nPriority: high", ["Peru, Togo"]),
        ("Recommendation 1: Train.\n\nResponsible entity: Red Cross", ["Red Cross"]),
        ("• Train.\n  Addressees: Peru\n• Pay.\n  Addressees: Togo", ["Peru", "Togo"]),
        ("1. States should train.\n\nAction by: Peru. Due: 2031\n\n2. All should pay.", ["Peru"]),
        ("Addressed to: Peru\n\n• Train.\n• Pay.\n\nAddressed to: Togo\n\n• Rest.", TWICE),
        ("To the Red Cross:\n\n1. Train.\n\nTo employers:\n\n2. Pay.", ["Red Cross", "employers"]),
        ("Recommendation 1: Train.\n\nPriority: high, Responsible: Peru, Due: 2031", ["Peru"]),
        ("Recommendation 1: Train.\n\nHigh priority. Lead: Peru and Togo", ["Peru and Togo"]),
        ("Recommendation 1: Train.\n\nPriority – high | Lead – Peru | Date – 2031", ["Peru"]),
        ("Recommendation 1: Train.\n\nLead: Peru. Partners: Togo", ["Peru"]),
        ("Recommendation 1: Train.\nKey action: Write. Responsible: Peru. Due: 2031", []),
        ("• Train. (Addressed to: Peru)\n• Pay.", ["Peru"]),
        ("• Train those to whom letters were addressed to: all\n• Pay.", []),
    ],
)  # fmt: skip
def test_a_line_above_or_below_items_says_who_is_asked(text: str, addressees: list[str]) -> None:
    document = read(f"Report\n\n# Facts\n\nIt rained.\n\n# Recommendations\n\n{text}\n").document
    assert said(document, "addressedTo") == addressees
    assert not any("Addressed" in words and "(" not in words for words in asked(document))


@pytest.mark.parametrize(
    ("heading", "addressee"),
    [
        ("# Recommendations to Member States", ["Member States"]),
        ("# 2. Recommendations for the Government of Peru", ["Government of Peru"]),
        ("# Recommendations\n\n# To the African Union:", ["African Union"]),
        ("# Recommendations\n\n## For donors", ["donors"]),
        ("# Recommendations to improve work", []),
        ("# Recommendations for children", []),
    ],
)
def test_a_heading_says_who_is_asked(heading: str, addressee: list[str]) -> None:
    document = read(f"Report\n\n# Facts\n\nIt rained.\n\n{heading}\n\n- Train all.\n").document
    assert asked(document) == ["Train all."]
    assert said(document, "addressedTo") == addressee


@pytest.mark.parametrize(
    ("lead", "addressee"),
    [
        ("The evaluators recommend that port States:", ["port States"]),
        ("The evaluators urge the Government of Peru to:", ["the Government of Peru"]),
        ("Ship owners and donors should:", ["Ship owners and donors"]),
        ("Donors are invited to:", ["Donors"]),
        ("The evaluators recommend the following:", []),
        ("They should:", []),
        ("It is recommended to:", []),
    ],
)
def test_the_words_before_a_list_say_who_is_asked(lead: str, addressee: list[str]) -> None:
    text = f"Report\n\n# Facts\n\nIt rained.\n\n# Recommendations\n\n{lead}\n\n- Train all.\n"
    document = read(text).document
    assert asked(document) == ["Train all."]
    assert said(document, "addressedTo") == addressee


# --- headings


@pytest.mark.parametrize("heading", ["What we recommend", "Part Two: Recommendations", "Our asks"])
def test_a_heading_before_the_first_number_heads_what_is_asked_for(heading: str) -> None:
    text = (
        "A talk on work: outcome\n\nWhat we heard\n\nWorkers spoke.\n\n"
        f"{heading}\n\n1. States should train all.\n\n2. Employers should pay.\n\n"
        "What comes next\n\nIt will be sent to all.\n"
    )
    assert asked(read(text).document) == ["States should train all.", "Employers should pay."]


def test_what_those_who_met_agreed_and_called_for_is_asked_without_a_we() -> None:
    text = (
        "Joint statement of the talks on work\n\nThe representatives of two States met in May.\n\n"
        "They agreed to share data.\n\nThey called upon employers to pay.\n\nThey thanked all.\n"
    )
    reading = read(text)
    assert reading.profile == "declaration"
    assert asked(reading.document) == [
        "They agreed to share data.",
        "They called upon employers to pay.",
    ]


@pytest.mark.parametrize("hashes", ["", "# "])
def test_numbers_of_two_levels_in_a_section_of_recommendations_mark_items(hashes: str) -> None:
    text = (
        f"Report of the talks\n\n{hashes}1. Introduction\n\nIt was held.\n\n"
        f"{hashes}2. Recommendations\n\n2.1\tOpen registers.\n\n2.2\tWaive fees.\n\n"
        f"{hashes}3. Annex\n\n3.1\tThe programme was long.\n"
    )
    assert asked(read(text).document) == ["Open registers.", "Waive fees."]


def test_a_section_that_does_not_begin_with_the_first_number_needs_no_blank_line() -> None:
    text = (
        "Report of the Working Group on the Universal Periodic Review\nTestland\n"
        "II. Conclusions and/or recommendations\n9. The recommendations enjoy its support:\n"
        "9.1. Train all (Peru);\n9.2. Pay all (Togo).\n"
    )
    document = read(text).document
    assert asked(document) == ["Train all (Peru);", "Pay all (Togo)."]
    assert said(document, "position") == ["The recommendations enjoy its support:"] * 2


def test_a_resolution_may_resolve_to_urge() -> None:
    text = (
        "RES. 12\n\nTHE PERMANENT COUNCIL,\n\nTAKING INTO ACCOUNT its work;\n\nRESOLVES:\n\n"
        "1. To urge States to pay.\n\n2. To take note of the report.\n"
    )
    reading = read(text)
    assert reading.profile == "resolution"
    assert asked(reading.document) == ["To urge States to pay."]


def test_who_is_encouraged_by_something_asks_for_nothing() -> None:
    text = (
        "Report of the Board\n\nI. Talks\n\n8. It met.\n\nII. Recommendations\n\n"
        "9. States are encouraged to pay.\n\n10. I am encouraged by what was done.\n"
    )
    assert asked(read(text).document) == ["States are encouraged to pay."]


def test_what_a_preamble_recalls_introduces_no_operative_paragraph() -> None:
    text = (
        "Resolution adopted by the General Assembly\n\nThe General Assembly,\n\n"
        "Recalling its resolution 7, which urges States to pay,\n\n1. Reaffirms its aims;\n\n"
        "2. Welcomes the report;\n\n3. Calls upon States to rest.\n"
    )
    assert asked(read(text).document) == ["Calls upon States to rest."]


# --- summaries, points


REPORT = "Report on wages\n\nExecutive summary\n\nStates should pay all.\n\n{rest}"


def test_a_summary_restates_what_a_section_of_recommendations_says() -> None:
    rest = "Findings\n\nPay is low.\n\nRecommendations\n\n1. Pay all on time.\n\n2. End fees.\n"
    sentence = REPORT.replace("States should", "It was recommended that States")
    assert asked(read(sentence.format(rest=rest)).document) == ["Pay all on time.", "End fees."]


@pytest.mark.parametrize(
    "rest", ["Findings\n\nPay is low.\n", "Recommendations\n\nNone was made.\n"]
)
def test_what_only_a_summary_says_is_not_lost(rest: str) -> None:
    sentence = REPORT.replace("States should", "It was recommended that States")
    (words,) = asked(read(sentence.format(rest=rest)).document)
    assert words.endswith("pay all.")


def test_an_item_that_asks_has_its_points_in_it_and_one_that_leads_over_has_not() -> None:
    text = "Recommendations\n\n1. Open clinics at night:\n  ◦ in ports\n  ◦ in towns\n\n2. {}\n"
    document = read(text.format("States should:\n  ◦ Train nurses\n  ◦ Pay nurses")).document
    first, *others = asked(document)
    assert first.startswith("Open clinics at night:") and first.endswith("in towns")
    assert others == ["Train nurses", "Pay nurses"]


def test_points_on_one_line_are_those_of_a_list_in_a_section_that_asks_too() -> None:
    text = "Audit\n\nFindings and recommendations\n\n{}\n"
    document = read(
        text.format("7. The Board recommends that it: (a) end it; and (b) pay.")
    ).document
    assert asked(document) == ["end it; and", "pay."]


@pytest.mark.parametrize(
    "title", ["Status of audit recommendations", "Follow-up of previous recommendations"]
)
def test_what_became_of_recommendations_is_none(title: str) -> None:
    text = f"Audit\n\nRecommendations\n\n• Pay all.\n\n{title}\n\n• Train all.\n"
    assert asked(read(text).document) == ["Pay all."]


def test_a_title_that_asks_is_one_with_the_paragraph_that_says_it_in_full() -> None:
    text = "Review\n\nRecommendation 1: Build schools\n\n{}\n\nRecommendation 2: Pay all.\n"
    (full, _), (short, _) = (
        asked(read(text.format(words)).document)
        for words in ("Build 40 schools by May.", "It was said that it should be soon.")
    )
    assert (full, short) == ("Build schools Build 40 schools by May.", "Build schools")


@pytest.mark.parametrize("below", ["We call on the ports to:", "Rapporteur: Ann Example"])
def test_what_begins_anew_below_an_item_is_no_part_of_it(below: str) -> None:
    text = f"Forum\n\nWe call on all States to:\n• Pay the crews of all ships at once.\n{below}\n"
    assert asked(read(text).document) == ["Pay the crews of all ships at once."]


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("To thank the host for the hall", False),
        ("To recognize the work of the Chair", False),
        ("To recognize refugees by their word", True),
        ("To welcome the report and to request that it be printed", True),
    ],
)
def test_thanks_among_what_was_agreed_ask_for_nothing(item: str, asks: bool) -> None:
    text = f"Meeting\n\nThe members agreed:\n\n1. To train all.\n\n2. {item}.\n"
    assert asked(read(text).document)[1:] == [f"{item}."] * asks


@pytest.mark.parametrize("title", ["Chapter II", "Draft decision I"])
def test_a_short_line_without_a_sign_is_no_end_of_a_paragraph(title: str) -> None:
    lines = ["It was recommended that all the States of the region end it and", "pay in June."]
    lines[1] = f"that they pay all of those who were harmed by it {lines[1]}"
    text = "Report\n\n5. " + "\n".join(lines) + "\n{}\n"
    document = read(text.format(f"{title}\nIt sat.")).document
    assert document.text_of(document.by_identifier["5"]) == "\n".join(lines)
    wrapped = read(text.format("The Board\nwas told of it.")).document
    assert wrapped.by_identifier["5.r1"].end < wrapped.by_identifier["5.p1"].start


@pytest.mark.parametrize(
    ("outer", "count"), [("Train the guards", 1), ("Schools", 2), ("Train the guards in:", 1)]
)
def test_bullets_below_a_bullet_are_in_it_unless_it_is_a_title(outer: str, count: int) -> None:
    text = (
        f"Recommendations\n\n• {outer}\n\n◦ Teach languages\n\n◦ Pay all on time\n\n• Pay nurses\n"
    )
    found = asked(read(text).document)
    assert len(found) == count + 1 and found[-1] == "Pay nurses"
    assert all("Schools" not in words for words in found)


def test_what_a_form_calls_the_words_is_none_of_them() -> None:
    rows = [f"Recommendation {n}\n\nText\t{w} all.\n\n" for n, w in enumerate(("Train", "Pay"), 1)]
    assert asked(read("Evaluation report\n\n" + "".join(rows)).document) == [
        "Train all.",
        "Pay all.",
    ]


@pytest.mark.parametrize(("last", "count"), [("Way forward", 2), ("3. Costs", 2), ("Rights", 3)])
def test_headings_right_below_that_of_recommendations_head_some_of_them(
    last: str, count: int
) -> None:
    text = "Report\n\nRecommendations\n\nWork\n\n• Pay all.\n\nHealth\n\n• Open clinics.\n\n"
    assert len(asked(read(f"{text}{last}\n\n• It rains.\n").document)) == count


def test_who_is_asked_stands_before_a_heading_that_parts_a_list_from_its_words() -> None:
    text = "4. It was recommended that port States:\n\nLaw\n\n(a) Amend the Act;\n\n(b) Apply it.\n"
    document = read(f"Report\n\nRecommendations\n\n{text}").document
    assert asked(document) == ["Amend the Act;", "Apply it."]
    assert said(document, "addressedTo") == ["port States"] * 2


@pytest.mark.parametrize(
    ("line", "is_item"),
    [
        ("117. These recommendations enjoy the support of Togo:\n117.1 Train all (Peru).", 1),
        ("117. the Act of Togo was read.\n117.1 of it was not.", 0),
        ("117. The Act was read.", 0),
    ],
)
def test_a_number_behind_many_that_are_missing_is_one_where_other_lines_show_it(
    line: str, is_item: int
) -> None:
    text = (
        f"Universal Periodic Review\nReport of the Working Group\nTogo\n1. It met in May.\n{line}\n"
    )
    assert asked(read(text).document) == ["Train all (Peru)."] * is_item


def test_what_is_said_behind_who_made_an_item_is_no_part_of_it() -> None:
    document = review("9.1 Ratify it (Peru).\nThe law does not allow it.").document
    assert asked(document) == ["Ratify it (Peru)."]


def test_labels_whose_word_changes_have_one_numbering() -> None:
    words = "Recommendation 1: Train.", "Action 2: Pay all.", "Recommendation 3: Count all."
    (numbering,) = read("Review\n\n" + "\n\n".join(words) + "\n").numbering
    assert (numbering.found, numbering.missing) == (3, ())


AREAS = """Report on ports

I. Conclusions

Crews wait for months, and few are paid.

II. Recommendations

a. States

The evaluators recommend that port States:

- Open the ports
- Pay the crews

b. Donors

Donors should:

- Fund the clinics
"""


def test_lettered_areas_of_no_summary_say_who_is_asked_too() -> None:
    document = read(AREAS).document
    assert asked(document) == ["Open the ports", "Pay the crews", "Fund the clinics"]
    assert said(document, "addressedTo") == ["port States", "port States", "Donors"]


LONG = "who have to be heard whenever land is given to others for a long time, in all regions"
PLAN = f"""Highland Summit, 11 November 2031
Action Plan

1. Benefits of migration for development, and the roots of displacement in rural regions of origin

1.1 Investing in work
Partners will make policies fit those of others, {LONG}. In this regard, partners agree to:
• support farmers, {LONG};
• pay nurses.

The following initiatives will be launched by the end of 2032:
(i) Launch a programme for returnees;
(ii) Set up a fund.

2. Legal migration
• Strengthen the reunification of families.
• Strengthened courts.

3. Prevention of smuggling, of trafficking and of all that makes people leave their homes and land
Partners will:
a) set up a team;
b) open posts.
"""


def test_each_line_of_a_plan_whose_lines_are_paragraphs_is_one_below_its_titles_too() -> None:
    document = read(PLAN).document
    titles = [document.text_of(p) for p in document.parts if p.kind == "Heading"]
    assert [title.split()[0] for title in titles] == ["1.", "1.1", "2.", "3."]
    assert [words.split()[0] for words in asked(document)] == [
        "support", "pay", "Launch", "Set", "Strengthen", "set", "open",
    ]  # fmt: skip


def test_an_item_that_hangs_below_its_mark_is_whole_among_lines_that_are_paragraphs() -> None:
    text = PLAN.replace(
        "• Strengthen the reunification", "• Strengthen the\n  Reunification Office"
    )
    assert "Strengthen the Reunification Office of families." in asked(read(text).document)


@pytest.mark.parametrize("title", ["Contents", "Togo Contents", ""])
def test_an_annex_in_the_table_of_contents_begins_none(title: str) -> None:
    dots = "." * 40
    text = f"""Report of the Working Group on the Universal Periodic Review

{title}

Introduction {dots} 1–4 3

II. Conclusions and/or recommendations {dots} 106–107 14

Annex

Composition of the delegation {dots} 23

Introduction

1. The Group met.

II. Conclusions and/or recommendations

106. The recommendations below enjoy the support of Togo:

106.1. Train judges (Peru);

106.2. Pay nurses (Chile).
"""
    found = [part.identifier for part in read(text).document.recommendations()]
    assert found == ["106.1", "106.2"]


@pytest.mark.parametrize(("between", "together"), [(1, True), (9, False)])
def test_entries_with_leaders_are_a_table_of_contents_where_they_stand_together(
    between: int, together: bool
) -> None:
    entry = f"Findings {'.' * 20} 4"
    lines = [Line(n, 0, entry if n % (between + 1) == 0 else "") for n in range(3 * between + 3)]
    held = contents_of(lines)
    assert len(held) == (2 * between + 3 if together else 0)
