"""Documents of other kinds are read by profiles: in kinds/ are some in our own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading.test_summary import check_tree

from gcm_kg.errors import InputError
from gcm_kg.model.document import Document
from gcm_kg.project import this_project
from gcm_kg.reading.documents import Reading, read_as
from gcm_kg.reading.sources import profiles_of

KINDS = Path(__file__).parent / "kinds"
PROFILES = profiles_of(this_project())
EXPECTED = {
    "action-plan": ("declaration", "A1.1 A1.2 A2.1"),
    "agency-opinions": ("general", "O1 O2"),
    "agenda": ("regional-meeting", ""),
    "allegation-letter": ("general", "r1"),
    "arab-league": ("general", "first second third"),
    "asks-to-ministries": ("general", "s2.1 s2.2 s3.1 s4.1"),
    "assembly-dotted": ("general", "2.1.1 2.1.2 2.2 3"),
    "audit-annex": ("evaluation-report", "2.1 2.2 2.3"),
    "assembly-recommendation": ("general", "3"),
    "bali-cochairs": ("declaration", "4.a 4.b 4.c"),
    "board-of-auditors": ("evaluation-report", "4 7.a 7.b"),
    "ccpr": ("concluding-observations", "4 6.a 6.b 7 8"),
    "ced-subheads": ("concluding-observations", "11.r1 13 15.a 15.b 17 18"),
    "cedaw-dense": ("concluding-observations", "5.a 5.b 5.c 7 8 9 10.r1"),
    "cedaw-subheads": ("concluding-observations", "19.a 19.b 20 21 22 23 24 25.r1"),
    "cerd": ("concluding-observations", "4.r1 6.a 6.b 6.c 7"),
    "cescr": ("concluding-observations", "3.r1 5.a 5.b 7"),
    "cmw-observations": ("concluding-observations", "5 6.r1 8.a 8.b 8.c 9 10 11"),
    "commission-lettered": ("resolution", "ii iii"),
    "commission-resolves": ("general", "1 2 3"),
    "council-conclusions": ("resolution", "2 3 4"),
    "country-narrative": ("general", "r1 r2 r3 r4"),
    "crc-subheads": ("concluding-observations", "3 4.a 4.b 6.a 6.b 6.c 7"),
    "draft-resolution": ("resolution", "1 3"),
    "ece-review": ("regional-meeting", "3.i 3.ii 3.iii 5.i 5.ii 6"),
    "eclac": ("general", "4 D.1 D.2 D.3"),
    "escap-bullets": ("general", "s2.1 s2.2 s2.3 s3.1 s4.1 s4.2"),
    "evaluation": ("evaluation-report", "R1 R2 R3 R4"),
    "evaluation-paragraphs": ("evaluation-report", "22 24 25"),
    "evaluation-titles": ("evaluation-report", "R1 R2 R3"),
    "ex-post-evaluation": ("general", "3.2.r1 3.2.r2 3.2.r3 3.2.r4"),
    "examen": ("review-in-french-or-spanish", "12.1 12.2 13.1"),
    "executive-committee": ("resolution", "b c d"),
    "expert-boxes": ("consultation-summary", "s4.1 s4.2 s4.3"),
    "expert-consultation": ("consultation-summary", "s2.1 s2.2 s2.3 s2.4"),
    "final-communique": ("general", "a.i a.ii b.i b.ii"),
    "ga-plan": ("resolution", "1 2 3.b 3.c 5"),
    "ga-text": ("resolution", "1 2.a 2.b 4"),
    "ga-wide-heads": ("resolution", "2 3 4"),
    "gcm-cochairs": ("consultation-summary", "s2.1 s2.2 s2.3 s3.1 s3.2"),
    "gfmd-chair": ("general", "s3.1 s3.2 s3.3 s5.1 s5.2"),
    "health-assembly": ("resolution", "2.1 2.2 3.1 3.2"),
    "hrc-resolution": ("resolution", "2 3 4.a 4.b 4.c 6"),
    "human-rights-council-decision": ("resolution", "2 3 4 5"),
    "ilo-conclusions": ("resolution", "2 3.a 3.b 3.c 4 5.a 5.b"),
    "ilo-meeting": ("general", "3.a 3.b 3.c 4"),
    "imrf": ("declaration", "4 5 7 8.a 8.b 9"),
    "jiu": ("evaluation-report", "II.r1 II.r2 R3"),
    "judgment": ("general", ""),
    "khartoum": ("declaration", "i ii iii 4"),
    "list-of-issues": ("general", ""),
    "management-response": ("evaluation-report", "R1 R2 R3"),
    "mayors": ("declaration", "1 2 3 4"),
    "ministers-statement": ("declaration", "4 5 6.a 6.b"),
    "minutes": ("meeting-minutes", "s3.r1 s3.r2 s4.r1"),
    "minutes-actions": ("general", "1.1 1.2"),
    "monitoring-narrative": ("monitoring-report", "13 15 16.r1 17"),
    "network-guidance": ("general", "s2.1 s2.2 s2.3 s3.1"),
    "numbered-list-no-periods": ("general", "3.1 3.2 3.3 3.4"),
    "ny-declaration": ("declaration", "5 7 8 10 11"),
    "oversight": ("evaluation-report", "2.1 2.2 2.3"),
    "oversight-replies": ("evaluation-report", "11.1 11.2"),
    "parliament-resolution": ("resolution", "1 2 4"),
    "permanent-forum": ("regional-meeting", "3 4 5"),
    "plan-of-action": ("declaration", "1.1 1.2 2.1 2.2 s2.1"),
    "platform-call": ("consultation-summary", "3 4 5"),
    "pledge-list": ("commitments", "1 2 3"),
    "pledges": ("commitments", "s1.1 s1.2 s2.1 s2.2 s2.3 s3.1"),
    "policy-asks": ("general", "s1.1 s1.2 s1.r3"),
    "rapporteur-summary": ("general", "6.a 6.b 6.c 7 8.a 8.b 9"),
    "rapporteur-visit": ("general", "III.a III.b 5.a"),
    "rcm-declaration": ("declaration", "1 2 3 4 5"),
    "roundtable-actions": ("general", "s2.1 s2.2 s2.3"),
    "roundtable-numbers": ("consultation-summary", "s1.1 s1.2 s1.3 6"),
    "senior-officials": ("declaration", "3.i 3.ii 4"),
    "sg-bold": ("general", "3 4 6"),
    "sg-report": ("general", "III.1 III.2 III.3 5"),
    "special-rapporteur": ("general", "5.a 5.b 5.c 6 7 8.a 8.b"),
    "stakeholder-markdown": ("consultation-summary", "1 2 3 4 5"),
    "stakeholder-summary": ("review-information", "2 3.r1 5 6"),
    "standing-committee": ("resolution", "2 3"),
    "sub-themes": ("general", "s2.i s2.ii s2.iii s2.iv"),
    "submission": ("general", "3.r1 3.r2 4.r1 4.r2"),
    "summary-record": ("summary-record", "2.r1 3 6.r1 7"),
    "summit-session": ("general", "1 2 3"),
    "treaty": ("treaty", ""),
    "unhcr-eval": ("evaluation-report", "3.r1 3.r2 R3"),
    "upr-addendum": ("universal-periodic-review", "118.1 118.2 118.3 118.4 118.5"),
    "upr-answers-below": ("universal-periodic-review", "12.1 12.4 12.6"),
    "upr-excerpt": ("universal-periodic-review", "117.1 117.2 118.1 118.2"),
    "upr-first-cycle": ("universal-periodic-review", "60.1 60.2 60.3 61.a 61.b"),
    "upr-fourth-grouped": (
        "universal-periodic-review",
        "148.1 148.2 148.3 148.4 148.5 148.6 148.7",
    ),
    "upr-replies": ("universal-periodic-review", "104.2 104.5 104.9"),
    "upr-second-wrapped": ("universal-periodic-review", "3.1 3.2 3.3 4.1 5.1 5.2 5.3"),
    "upr-third-cycle": ("universal-periodic-review", "6.1 6.2 6.3 6.4 6.5 7.1 7.2"),
    "vice-ministers": ("declaration", "2 3 5"),
    "views": ("views-of-committees", "9 10.a.i 10.a.ii 10.b"),
    "workshop": ("consultation-summary", "3.a 3.b 3.c"),
}
"""The profile that fits each document, and the recommendations that a reader counts in it."""
REVIEW = """Report of the Working Group on the Universal Periodic Review
Testland

II. Conclusions and/or recommendations

9. The recommendations below enjoy the support of Testland:

{items}

10. All conclusions and/or recommendations reflect the position of the State under review.
"""


def read(text: str, kind: str = "") -> Reading:
    return read_as(text, PROFILES, "text", kind)


def written(name: str) -> Reading:
    return read((KINDS / f"{name}.txt").read_text("utf-8"))


def asked(document: Document) -> list[str]:
    """The recommendations as they are read, each on one line."""
    return [" ".join(document.words_of(part).split()) for part in document.recommendations()]


def review(*items: str) -> Reading:
    """A report with these items, each as it stands in the text."""
    return read(REVIEW.format(items="\n\n".join(items)))


def said(document: Document, relation: str) -> list[str]:
    """The stretches in which the structure says something of the recommendations."""
    return [
        " ".join(document.text[attribute.start : attribute.end].split())
        for part in document.recommendations()
        for attribute in part.attributes
        if attribute.relation == relation
    ]


# --- whole documents


def test_every_document_of_the_folder_has_been_counted_by_reading() -> None:
    assert {path.stem for path in KINDS.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_of_another_kind_has_the_recommendations_that_a_reader_counts(name: str) -> None:
    profile, identifiers = EXPECTED[name]
    reading = written(name)
    assert reading.profile == profile
    assert [p.identifier for p in reading.document.recommendations()] == identifiers.split()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_of_a_document_is_in_one_part_or_is_page_furniture(name: str) -> None:
    check_tree(written(name).document)


# --- the kind


def test_a_kind_that_is_named_is_read_by_its_profile() -> None:
    text = (KINDS / "minutes.txt").read_text("utf-8")
    assert read(text, "general").profile == "general"


def test_a_text_of_no_known_kind_is_published_as_paragraphs_with_a_warning() -> None:
    reading = read("A poem of the sea.\n\nIt has two lines.\n")
    assert reading.profile == "general"
    assert [part.kind for part in reading.document.parts][1:] == ["Paragraph"] * 2
    assert len(reading.warnings) == 1


SHORT = [
    ("Recommendations on work\n\nTrain all judges.\nEnd the fees for workers.\n", 2),
    ("Recommendations to States\n- Train judges, and pay them\n- End the fees\n", 2),
    ("Recommendations\n\nRatify Convention No. 7.\n\nSupport for judges was spoken of.\n", 1),
    (
        "A/HRC/1/7\nRecommendations of the Forum on Judges at its second session, held in "
        "a city by the sea and to which hundreds of judges and clerks came from all continents\n\n"
        "12.\nStates should pay judges.\n13.\nThe Forum met twice.\n",
        1,
    ),
    ("A day of talks\n\n- Judges were there\n- So were the police\n", 0),
]


@pytest.mark.parametrize(("text", "count"), SHORT, ids=range(len(SHORT)))
def test_below_the_title_of_a_short_text_stand_the_recommendations_that_it_names(
    text: str, count: int
) -> None:
    reading = read(text)
    assert reading.profile == "general"
    assert len(asked(reading.document)) == count


@pytest.mark.parametrize("text", ["", " \n", "\ufeff\n\n", "\f"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="expected a text, found nothing"):
        read(text)


def test_a_bundle_of_letters_and_summary_is_read_in_its_parts() -> None:
    source = this_project().sources / "gcm-thematic-session-5-summary.txt"
    reading = read(source.read_text("utf-8"))
    assert reading.profile == "consultation-summary"
    assert {"letter-1", "letter-2", "summary", "annex"} <= set(reading.document.by_identifier)


# --- items that pages break


def test_an_item_goes_on_behind_a_page_and_what_the_page_adds_is_not_read() -> None:
    words = "9.1 Train the\nA/HRC/9/9\n4 GE.31-01234\npolice (Chile);"
    document = review(words, "9.2 Go on (Peru).\nA/HRC/9/9\nGE.31-01234 5").document
    assert asked(document) == ["Train the police (Chile);", "Go on (Peru)."]
    part = document.by_identifier["9.1"]
    assert document.text_of(part) == words.removeprefix("9.1 ")
    assert len(document.words_of(part)) == len(document.text_of(part))


def test_a_title_with_the_symbol_at_the_other_side_of_a_page_is_no_word_of_a_paragraph() -> None:
    first, *_ = asked(written("ga-wide-heads").document)
    assert first.endswith("sanctions to punish perpetrators of violence;")


def test_a_running_head_is_known_by_coming_again() -> None:
    pages = "\n".join(
        f"9.{n} Train the\nHUMAN RIGHTS\nPage {n}\npolice (Chile);" for n in range(1, 5)
    )
    assert asked(review(pages).document) == ["Train the police (Chile);"] * 4


def test_a_footnote_in_an_item_is_no_part_of_its_words() -> None:
    document = review("9.1 Ratify (Peru);\n** Not edited.\n9.2 Train (Chile).").document
    assert asked(document) == ["Ratify (Peru);", "Train (Chile)."]


def test_a_number_behind_a_word_that_asks_for_one_begins_no_item() -> None:
    document = review("9.1 Apply article\n9.2 of the Act (Peru);", "9.2 Train (Chile).").document
    assert asked(document) == ["Apply article 9.2 of the Act (Peru);", "Train (Chile)."]


def test_a_figure_that_begins_a_line_begins_no_item() -> None:
    document = review("9.1 Spend\n2.5 per cent on schools (Peru);", "9.2 Train (Chile).").document
    assert asked(document) == ["Spend 2.5 per cent on schools (Peru);", "Train (Chile)."]


# --- numbering


def test_the_numbers_say_how_many_recommendations_there_are() -> None:
    (series,) = review("9.1 Ratify (Peru);", "9.2 Train (Chile).").numbering
    assert str(series) == "9.1–9.2: 2 of 2"


def test_a_number_that_is_missing_is_named() -> None:
    (series,) = review("9.1 Ratify (Peru);", "9.2 Train (Chile);", "9.4 Go (Cuba).").numbering
    assert str(series) == "9.1–9.4: 3 of 4; missing: 9.3"
    assert (series.found, series.promised) == (3, 4)


# --- what the structure says


def test_makers_stand_in_the_brackets_behind_an_item_or_a_part_of_it() -> None:
    document = review(
        "9.1 Ratify the Act (No. 9) now (Iran (Islamic Republic of)); go (Cuba) (Peru)."
    ).document
    assert said(document, "recommendedBy") == ["Iran (Islamic Republic of)", "Cuba", "Peru"]


def test_a_treaty_in_brackets_makes_no_recommendation() -> None:
    document = review("9.1 Ratify the treaty on work (ILO Convention No. 29) (Peru).").document
    assert said(document, "recommendedBy") == ["Peru"]
    document = review("9.1 Apply the treaty on work (ILO Convention No. 29).").document
    assert said(document, "recommendedBy") == []


def test_the_lead_in_tells_the_position_and_the_state() -> None:
    document = review("9.1 Ratify (Peru);").document
    assert said(document, "addressedTo") == ["Testland"]
    assert said(document, "position") == [
        "The recommendations below enjoy the support of Testland:"
    ]


@pytest.mark.parametrize(
    "why",
    [
        "not in conformity with its laws, pledges and commitments",
        "as they are inconsistent with its international commitments",
    ],
)
def test_commitments_that_are_a_reason_do_not_make_a_list_one_of_commitments(why: str) -> None:
    text = REVIEW.replace(
        "enjoy the support of Testland", f"did not enjoy the support of Testland, {why}"
    )
    document = read(text.format(items="9.1 Ratify (Peru);")).document
    assert said(document, "recommendedBy") == ["Peru"]
    assert said(document, "position") == [
        f"The recommendations below did not enjoy the support of Testland, {why}:"
    ]


def test_numbers_of_recommendations_in_a_lead_in_end_no_sentence() -> None:
    why = "of which two (recommendations Nos. 1 and 2) go against its laws and commitments"
    text = REVIEW.replace("enjoy the support of Testland", f"did not enjoy its support, {why}")
    document = read(text.format(items="9.1 Ratify (Peru);")).document
    assert said(document, "position") == [
        f"The recommendations below did not enjoy its support, {why}:"
    ]


def test_a_line_behind_a_list_may_say_what_is_answered_to_all_above() -> None:
    text = REVIEW.replace("below enjoy the support of", "below were made to")
    line = "The recommendations listed above enjoy the support of Testland."
    document = read(text.format(items=f"9.1 Ratify (Peru);\n9.2 Train (Chad).\n{line}")).document
    assert said(document, "position") == [line, line]
    assert asked(document)[-1] == "Train (Chad)."


@pytest.mark.parametrize(
    ("item", "makers"),
    [
        ("Ratify it (Peru, Chad) already signed in 2007 (Mali), as soon as possible (Togo);", 3),
        ("Ratify it (Spain) as soon as possible (France);", 2),
        ("Ratify the Act of Lima (Peru) at its next session (France);", 1),
        ("Grant rights (Canada): Testland does not accept this, since it is so;", 1),
        ("Grant rights (Canada) – this is not acceptable;", 1),
    ],
)
def test_makers_stand_before_when_and_before_what_is_answered(item: str, makers: int) -> None:
    assert len(said(review(f"9.1 {item}").document, "recommendedBy")) == makers


def test_the_last_sentence_before_a_list_may_say_what_is_answered() -> None:
    for answer in (
        "The recommendations below enjoy its support:",
        "They do not enjoy its support:",
    ):
        text = REVIEW.replace(
            "The recommendations below enjoy the support of Testland:",
            f"The recommendations made during the talks have been examined by Testland. {answer}",
        )
        document = read(text.format(items="9.1 Ratify (Peru);")).document
        assert said(document, "position") == [answer]


@pytest.mark.parametrize("what", ["and offers the following comments", "for the following reasons"])
def test_reasons_announced_beside_recommendations_below_do_not_hide_them(what: str) -> None:
    lead = f"The recommendations below did not enjoy the support of Testland {what}:"
    text = REVIEW.replace("The recommendations below enjoy the support of Testland:", lead)
    document = read(text.format(items="9.1 Ratify (Peru);\n9.2 Train (Chad).")).document
    assert said(document, "recommendedBy") == ["Peru", "Chad"]
    assert said(document, "position") == [lead, lead]


def test_an_item_that_ends_with_a_colon_answers_to_none_below_it() -> None:
    items = "1. Ratify (Peru): Testland accepted it in part:\n2. Train (Chad);\n3. Pay (Mali)."
    document = read(REVIEW.format(items=items)).document
    lead = "The recommendations below enjoy the support of Testland:"
    assert said(document, "position") == [lead] * 3


def test_a_blank_within_a_number_does_not_hide_an_item() -> None:
    document = review("9.1 Ratify (Peru);\n9. 2 Train (Chad);\n9.3 Pay (Mali).").document
    assert [part.identifier for part in document.recommendations()] == ["9.1", "9.2", "9.3"]
    assert said(document, "recommendedBy") == ["Peru", "Chad", "Mali"]


def test_why_something_is_refused_names_nobody_who_is_asked() -> None:
    text = REVIEW.replace(
        "enjoy the support of Testland:",
        "do not enjoy the support of Testland because they contain the term “State of Palestine”:",
    )
    document = read(text.format(items="9.1 Ratify (Peru);")).document
    assert said(document, "addressedTo") == ["Testland"]


def test_brackets_that_explain_a_name_before_the_makers_are_no_maker() -> None:
    document = review("9.1 Heed the Committee on Ports (Committee on Ports) (Peru);").document
    assert said(document, "recommendedBy") == ["Peru"]
    assert said(review("9.1 Heed it (Chad) (Peru);").document, "recommendedBy") == ["Chad", "Peru"]


def test_commitments_made_beside_recommendations_are_none() -> None:
    made = "In response to the recommendations, Testland made the following voluntary commitments:"
    text = REVIEW.replace("The recommendations below enjoy the support of Testland:", made)
    assert made in text
    assert not asked(read(text.format(items="9.1 Ratify the treaty;")).document)


def test_of_two_answers_the_one_that_follows_from_the_other_is_the_position() -> None:
    text = REVIEW.replace(
        "below enjoy the support of", "did not enjoy support and are thus noted by"
    )
    document = read(text.format(items="9.1 Ratify (Peru);")).document
    assert said(document, "position") == ["thus noted by Testland:"]


def test_a_line_between_items_says_what_is_answered_to_those_below() -> None:
    document = written("upr-addendum").document
    answers = ["accepted", "accepted", "noted", "noted", "accepted"]
    assert said(document, "position") == [f"Recommendations {answer}" for answer in answers]
    replies = said(written("upr-replies").document, "position")
    assert [words.split()[1] for words in replies] == ["accepts", "accepts", "takes"]


def test_a_line_without_a_number_that_names_who_made_it_goes_on_with_the_item_before() -> None:
    items = (
        "9.1 Ratify it (Peru);\n\nSign the other one (Chile);",
        "9.2 Train all (Iran (Islamic Republic of)).",
    )
    document = review(*items).document
    assert asked(document)[0] == "Ratify it (Peru); Sign the other one (Chile);"
    assert said(document, "recommendedBy")[:2] == ["Peru", "Chile"]
    told = review(
        "9.1 Ratify it (Peru);\n\nThe list was read in the Council (No. 7).", "9.2 Go (Togo)."
    )
    assert asked(told.document) == ["Ratify it (Peru);", "Go (Togo)."]


@pytest.mark.parametrize(
    ("name", "maker", "addressees"),
    [
        ("hrc-resolution", "Human Rights Council", {"States", "the Special Rapporteur"}),
        ("cmw-observations", "COMMITTEE ON THE PROTECTION", {"Mockistan"}),
        ("ccpr", "Human Rights Committee", {"Sampleland"}),
        ("board-of-auditors", "Board of Auditors", {"UNHCR"}),
        ("views", "Human Rights Committee", {"Sylvania"}),
        (
            "assembly-dotted",
            "Parliamentary Assembly",
            {"member and observer States", "European Union"},
        ),
    ],
)
def test_a_body_makes_all_recommendations_of_its_document(
    name: str, maker: str, addressees: set[str]
) -> None:
    document = written(name).document
    made = said(document, "recommendedBy")
    assert len(made) == len(asked(document)) and all(m.startswith(maker) for m in made)
    assert set(said(document, "addressedTo")) == addressees


@pytest.mark.parametrize(
    ("sentence", "makers"),
    [
        ("Concerned about the prisons, CAT also recommended that Testland close two.", ["CAT"]),
        ("CERD was concerned at hate speech and urged Testland to end it.", ["CERD"]),
        ("CRC noted the law on schools. It recommended that Testland apply it.", ["CRC"]),
        ("It recommended that Testland apply the law on schools.", []),
    ],
)
def test_the_maker_is_no_opening_clause_and_no_pronoun(sentence: str, makers: list[str]) -> None:
    text = (KINDS / "stakeholder-summary.txt").read_text("utf-8")
    kept = [f"2. {sentence}" if line.startswith("2. ") else line for line in text.splitlines()]
    document = read("\n".join(kept)).document
    assert said(document, "recommendedBy")[: len(makers)] == makers
    assert "It" not in said(document, "recommendedBy")


def test_the_number_of_an_act_in_brackets_is_no_maker() -> None:
    text = REVIEW.format(items="9.1 Apply the Code (Act No. 14 of 2014) (Peru);")
    assert said(read(text).document, "recommendedBy") == ["Peru"]


def test_the_maker_of_a_sentence_is_its_subject() -> None:
    document = written("stakeholder-summary").document
    assert said(document, "recommendedBy") == ["JS1", "EN", "Sample Network", "JS1"]


# --- lists


@pytest.mark.parametrize("sign", ["-", "–", "•", "➢", "o", "\uf0b7", "✓", "*", "■"])
def test_bullets_of_all_kinds_mark_items_below_a_lead_in(sign: str) -> None:
    text = f"Report\n\nThe group recommended that States:\n\n{sign} Train\n{sign} Pay\n{sign} Go\n"
    assert asked(read(text).document) == ["Train", "Pay", "Go"]


@pytest.mark.parametrize(
    "marks",
    [
        "(a) (b) (c)",
        "a) b) c)",
        "(i) (ii) (iii)",
        "1) 2) 3)",
        "(1) (2) (3)",
        "First: Second: Third:",
    ],
)
def test_letters_and_numbers_mark_items_below_a_lead_in(marks: str) -> None:
    items = "\n\n".join(f"{mark} Train" for mark in marks.split())
    text = f"Report\n\nThe group recommended that States:\n\n{items}\n\nIt closed.\n"
    assert asked(read(text).document) == ["Train"] * 3


def test_a_list_in_running_text_is_parted() -> None:
    points = "(a) train; (b) pay, under paragraph 15 (b) of the Act; and (c) go."
    text = f"Report\n\nThe group recommended that States: {points}\n"
    assert asked(read(text).document) == [
        "train;",
        "pay, under paragraph 15 (b) of the Act; and",
        "go.",
    ]


def test_sentences_around_a_list_in_running_text_are_recommendations_of_their_own() -> None:
    text = (
        "Report\n\n1. It met. It was recommended that States pay. The group also recommended that "
        "States: (a) train; and (b) go. It was recommended that all return.\n"
    )
    document = read(text).document
    assert asked(document) == [
        "It was recommended that States pay.",
        "train; and",
        "go.",
        "It was recommended that all return.",
    ]
    assert [part.identifier for part in document.leaves()] == [
        "p1", "1.p1", "1.r1", "1", "1.a", "1.b", "1.r2"
    ]  # fmt: skip


def test_a_sentence_behind_the_last_point_that_recommends_nothing_stays_in_it() -> None:
    text = "Report\n\nThe group recommended that States: (a) train; and (b) go. It closed.\n"
    assert asked(read(text).document) == ["train; and", "go. It closed."]


def test_points_within_an_item_belong_to_it() -> None:
    points = "(a) Train:\n\n(i) Police;\n\n(ii) Judges;\n\n(b) Pay."
    text = f"Report\n\nThe group recommended that States:\n\n{points}\n"
    assert asked(read(text).document) == ["Train: (i) Police; (ii) Judges;", "Pay."]


@pytest.mark.parametrize(
    "lead_in",
    [
        "The Committee welcomes:",
        "The group had before it:",
        "The delegation was composed of:",
        "Participants discussed:",
    ],
)
def test_a_list_of_something_else_asks_for_nothing(lead_in: str) -> None:
    assert not asked(read(f"Report\n\n{lead_in}\n\n- One thing\n- Another\n").document)


def test_a_sentence_that_recommends_is_a_recommendation_of_its_own() -> None:
    text = "Report\n\nMembers met. It was recommended that States pay. Members left.\n"
    document = read(text).document
    assert asked(document) == ["It was recommended that States pay."]
    assert [part.kind for part in document.leaves()] == [
        "Paragraph",
        "Paragraph",
        "Recommendation",
        "Paragraph",
    ]


# --- properties

LINES = [
    *("1. A", "2. B", "1.1 C", "(a) d", "(b) e", "I. F", "II. G", "A. H", "- i", "• j", "* k", "7"),
    *("**L**", "# M", "Annex", "Contents", "A/1/2", "Recommendations", "Recommendation 1: N"),
    *("* ", "____", "Recommended:"),
]
LINE = st.one_of(st.text("ab (),;.:", max_size=12), st.sampled_from(LINES))


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, max_size=14), st.sampled_from(["", "general", "resolution", "declaration"]))
@example(["Contents", "1. A", "1. A", "- i", "* ", "A/1/2", "b"], "")
@example(["I. F", "2. B", ":", "I. F"], "")
def test_any_lines_give_a_tree_that_holds_every_word_once(lines: list[str], kind: str) -> None:
    text = "\n".join(lines)
    if text.strip():
        check_tree(read(text, kind).document)


CALLS = {
    "Requests the Secretary-General and the Board to act": "the Secretary-General and the Board",
    "Calls upon Member States and the Secretary-General to act": (
        "Member States and the Secretary-General"
    ),
    "Invites Governments, the World Bank and employers, as needed, to act": (
        "Governments, the World Bank and employers"
    ),
    "Requests the Secretary-General, in consultation with the Board, to act": (
        "the Secretary-General"
    ),
    "Requests the United Nations Office on Drugs and Crime to act": (
        "the United Nations Office on Drugs and Crime"
    ),
    "Urges all relevant stakeholders and civil society to act": (
        "all relevant stakeholders and civil society"
    ),
    "Calls upon States, and invites employers, to act": "States",
    "Encourages further efforts to act": "",
}


@pytest.mark.parametrize("words", CALLS, ids=range(len(CALLS)))
def test_all_whom_a_resolution_asks_are_asked_and_nobody_else(words: str) -> None:
    reading = read(
        "Resolution adopted by the General Assembly\n\nThe General Assembly,\n\n"
        f"1. Urges the Security Council to act;\n\n2. {words};\n\n3. Decides to end here.\n"
    )
    expected = ["the Security Council", *filter(None, [CALLS[words]])]
    assert reading.profile == "resolution"
    assert said(reading.document, "addressedTo") == expected


@pytest.mark.parametrize(
    ("brackets", "makers"),
    [
        ("(No. 189) (Mexico)", ["Mexico"]),
        ("(OP-CAT) (Chile) (Ghana)", ["Chile", "Ghana"]),
        ("(OP.CAT) (Chile)", ["Chile"]),
        ("(Chile); the chance of (Fiji, Ghana) paying (Peru)", ["Chile", "Fiji, Ghana", "Peru"]),
        ("of the council (the Upper House) (Ghana)", ["Ghana"]),
        ("(the Gambia); (Ghana)", ["the Gambia", "Ghana"]),
        ("(CEDAW), (USA, Chile)", ["USA, Chile"]),
        ("(USA)", ["USA"]),
    ],
)
def test_numbers_and_short_names_of_treaties_recommend_nothing(
    brackets: str, makers: list[str]
) -> None:
    reading = review(f"9.1 Ratify the Convention {brackets};", "9.2 Train all judges (Togo).")
    assert said(reading.document, "recommendedBy") == [*makers, "Togo"]


def test_who_spoke_last_made_what_a_summary_record_says_is_asked_for() -> None:
    makers = ["Norway", "Norway", "Togo", "International Labour Organization"]
    assert said(written("summary-record").document, "recommendedBy") == makers


def test_a_title_behind_a_label_is_one_with_what_should_be_done() -> None:
    text = (
        "Evaluation report of it\n\n1. Findings\n\nIt went well.\n\n2. Recommendations\n\n"
        "RECOMMENDATION 1 - DESIGN\nThe office should plan better.\n\n"
        "RECOMMENDATION 2 - PEOPLE\n\nTrain the staff of all offices.\n\nIt is cheap.\n"
    )
    assert asked(read(text).document) == [
        "DESIGN The office should plan better.", "PEOPLE Train the staff of all offices."
    ]  # fmt: skip


def test_messages_and_findings_are_no_recommendations() -> None:
    text = (
        "Report of the regional meeting on work\n\nI. Messages and recommendations\n\n"
        "1. The meeting issued these key messages, as follows:\n\n(a) Work is good;\n\n"
        "(b) Rest is good.\n\n2. It made these recommendations to States:\n\n(a) Pay well;\n\n"
        "(b) Pay soon.\n"
    )
    assert asked(read(text).document) == ["Pay well;", "Pay soon."]


@pytest.mark.parametrize("heading", ["Findings and recommendations", "Lessons and recommendations"])
@pytest.mark.parametrize("mark", ["- ", "1. ", "(a) "])
def test_below_a_heading_of_findings_too_only_items_that_say_what_should_be_done_are(
    heading: str, mark: str
) -> None:
    other = mark.replace("1", "2").replace("a", "b")
    text = (
        f"Evaluation report of it\n\nI. Scope\n\nIt was small.\n\nII. {heading}\n\n"
        f"{mark}It used the good weather.\n\n{other}The office should plan better.\n"
    )
    assert asked(read(text).document) == ["The office should plan better."]


def test_what_should_be_done_is_a_recommendation_of_a_committee_whoever_should() -> None:
    text = (
        "Concluding observations on the report of Testland\n\n"
        "1. The State party met the Committee. The Committee is concerned that fees should be paid."
        "\n\n2. Officers who beat detainees should be punished.\n"
    )
    assert asked(read(text).document) == ["Officers who beat detainees should be punished."]


@pytest.mark.parametrize(
    "verb",
    [
        "are committed to",
        "intend to",
        "also plan to",
        "commit to",
        "express our resolve to",
        "the Ministers of work, commit to",
    ],
)
def test_what_those_who_declare_intend_is_a_commitment(verb: str) -> None:
    comma = "," if "," in verb else ""
    text = (
        f"Declaration on work\n\nWe, the ministers, met. We agree.\n\nWe{comma} {verb} pay well.\n"
    )
    assert asked(read(text).document) == [f"We{comma} {verb} pay well."]


def test_a_resolution_that_condemns_and_urges_asks() -> None:
    text = (
        "Resolution adopted by the General Assembly\n\nThe General Assembly,\n\n"
        "1. Condemns all violence, and urges States to act;\n\n2. Condemns all cruelty;\n\n"
        "3. Condemns all hate, and appeals to States to act.\n"
    )
    assert asked(read(text).document) == [
        "Condemns all violence, and urges States to act;",
        "Condemns all hate, and appeals to States to act.",
    ]


def test_a_place_with_a_date_is_no_heading() -> None:
    text = "# Summary of the round table\n\nGeneva, 5 May 2031\n\n## Talks\n\nThey spoke.\n"
    kinds = [part.kind for part in read(text).document.parts]
    assert kinds.count("Section") == 2


def test_a_symbol_beside_the_number_of_a_page_is_no_heading() -> None:
    text = "Report of the panel\n\n1. It met for\n\nX/C/3/CO/8-9\n2/18\n\ntwo days.\n"
    assert [part.identifier for part in read(text).document.leaves()] == ["p1", "1"]


def test_a_paragraph_that_introduces_points_is_not_missing_from_the_numbers() -> None:
    reading = read(
        "Resolution adopted by the General Assembly\n\nThe General Assembly,\n\n"
        "1. Urges States to act;\n\n2. Calls upon States:\n\n(a) To pay;\n\n(b) To stay;\n\n"
        "3. Invites States to rest;\n\n4. Urges States to go;\n\n5. Urges States to come.\n"
    )
    assert [numbering.missing for numbering in reading.numbering] == [(), ()]


# --- what others recommended


@pytest.mark.parametrize(
    "sentence",
    [
        "A previous evaluation (2018) recommended that data be kept.",
        "The report that was published in May recommended that States open ports.",
        "In 2019 the Committee recommended that children be released.",
        "In its earlier report, the mission recommended that judges be trained.",
        "Those interviewed recommended that the office be moved.",
    ],
)
def test_what_others_recommended_before_or_elsewhere_is_told_and_not_asked(sentence: str) -> None:
    assert not asked(read(f"Report of the day\n\nIt met in May. {sentence} It rained.\n").document)
    ours = "It was recommended that judges be trained."
    document = read(f"Report of the day\n\nIt met in May. {sentence} {ours}\n").document
    assert asked(document) == [ours]


def test_findings_of_an_evaluation_tell_what_its_interlocutors_recommended() -> None:
    text = (
        "EVALUATION REPORT\n\nFindings of the evaluation\n\n1. {}\n\nRecommendation 1: Pay all.\n"
    )
    told = read(text.format("Refugees recommended that camps be closed."))
    assert told.profile == "evaluation-report"
    assert asked(told.document) == ["Pay all."]
    own = "The evaluation team recommended that camps be closed."
    assert asked(read(text.format(own)).document) == [own, "Pay all."]


def test_codes_of_conclusions_and_lessons_mark_no_recommendations() -> None:
    text = (
        "Evaluation report\n\n4.1 Conclusions\n\nC1. Staff should have come earlier.\n\n"
        "C2. It was late.\n\n4.2 Recommendations\n\nR1. Send staff at once.\n\nR2. Pay all.\n\n"
        "4.3 Lessons learned\n\nL1. Courses should be short.\n\nL2. It helped.\n"
    )
    assert asked(read(text).document) == ["Send staff at once.", "Pay all."]


def test_suggested_actions_below_a_labelled_recommendation_are_steps_of_it() -> None:
    text = (
        "Evaluation report\n\nRecommendation 1 (to States): Fund shelters.\nSuggested actions:\n"
        "• Count them.\n• Ask donors.\n\nRecommendation 2: Train staff.\n"
    )
    assert asked(read(text).document) == ["Fund shelters.", "Train staff."]


def test_a_row_of_a_table_in_a_text_is_no_recommendation() -> None:
    text = "Report\n\nRecommendations\n\n1\tTrain all judges\tCourts\tHigh\n\nPay all judges.\n"
    assert asked(read(text).document) == ["Pay all judges."]
    reading = review("9.1 Train all judges\t(Peru);")
    assert asked(reading.document) == ["Train all judges (Peru);"]


@pytest.mark.parametrize("end", ["9501/31 AA/bb 2\nANNEX JAI.1 EN", "9501/1/31 REV 1 XY/ab/zz 12"])
def test_numbers_of_documents_of_a_council_are_page_furniture(end: str) -> None:
    text = (
        "THE COUNCIL OF THE EUROPEAN UNION,\n\n1. RECALLING its conclusions of 2030;\n\n"
        f"2. INVITES the Commission to train all\n{end}\njudges of the courts;\n\n3. NOTES it.\n"
    )
    assert asked(read(text).document) == [
        "INVITES the Commission to train all judges of the courts;"
    ]


def test_points_within_a_line_below_recommendations_are_parted_by_bullets_or_semicolons() -> None:
    semicolons = "Recommendations for Togo:\n\nTrain all; fund shelters; and quickly pay all.\n"
    document = read(f"TOGO\n\nIt rained.\n\n{semicolons}").document
    assert asked(document) == ["Train all;", "fund shelters;", "and quickly pay all."]
    told = "Recommendations for Togo:\n\nTrain all; some are in May; others later.\n"
    assert not asked(read(f"TOGO\n\nIt rained.\n\n{told}").document)


# --- lists and marks


def test_a_lead_in_may_end_without_a_colon_before_its_list() -> None:
    text = (
        "LOWLAND DECLARATION\n\nWe, the participants, met in May.\nCall on Governments to\n"
        "(i) Open schools to all children of the\nregion;\n(ii) Fund lessons at night.\n"
        "Urge employers to\n(i) Pay for courses of\nlanguages.\n"
    )
    assert asked(read(text).document) == [
        "Open schools to all children of the region;",
        "Fund lessons at night.",
        "Pay for courses of languages.",
    ]


def test_codes_of_two_letters_mark_recommendations_of_several_ranks() -> None:
    text = (
        "Evaluation of return\n\nStrategic recommendations\nSR1: Adopt a policy on return.\n"
        "SR2: Align the packages.\nOperational recommendations\nOR1: Shorten the steps.\n"
        "OR2: Call back after a year.\n"
    )
    names = [part.identifier for part in read(text).document.recommendations()]
    assert [name.rpartition(".")[2] for name in names] == ["SR1", "SR2", "OR1", "OR2"]


def test_paragraphs_with_numbers_in_brackets_may_begin_late() -> None:
    text = (
        "Human Rights Committee\n\nConcluding observations on the sixth report of Lowland\n\n"
        "C. Principal subjects of concern\n(9) The Committee is concerned that courts are\nslow.\n"
        "The State party should appoint judges.\n(10) The Committee is concerned about fees.\n"
        "The State party should end them.\n"
    )
    assert asked(read(text).document) == [
        "The State party should appoint judges.",
        "The State party should end them.",
    ]


def test_those_who_made_a_recommendation_stand_before_strokes_and_marks_of_notes_too() -> None:
    reading = review("9.1 Train judges (Egypt)/Pay them (Chad);", "9.2 Open ports (Peru)1;")
    assert said(reading.document, "recommendedBy") == ["Egypt", "Chad", "Peru"]


@pytest.mark.parametrize(
    ("item", "makers"),
    [
        ("Consider joining (Peru) / Join (Chad, Togo) the treaty;", ["Peru", "Chad, Togo"]),
        ("Sign (Peru) or consider signing (Chad) the treaty;", ["Peru", "Chad"]),
        ("Train guards (Peru) and meet neighbours (Chad, Togo) on ports;", ["Peru"]),
        ("Meet neighbours (Chad, Togo) on ports (Peru);", ["Peru"]),
    ],
)
def test_those_who_ask_for_alternatives_stand_behind_each(item: str, makers: list[str]) -> None:
    assert said(review(f"9.1 {item}").document, "recommendedBy") == makers


def test_annexes_below_recommendations_are_none() -> None:
    text = "Report\n\nRecommendations\n\n- Train all.\n\nAnnexes\n\n- Open questions\n- Pay lists\n"
    assert asked(read(text).document) == ["Train all."]


def test_thanks_in_the_first_person_ask_for_nothing() -> None:
    text = "Report\n\nII. Recommendations\n\n7. I urge all to pay.\n\n8. I am grateful to all.\n"
    assert asked(read(text).document) == ["I urge all to pay."]


def test_an_assembly_that_writes_in_capitals_adopts_a_resolution() -> None:
    text = (
        "Decision on movers\n\nThe Assembly,\n\n1. TAKES NOTE of the report;\n\n"
        "2. CALLS UPON Member States to train judges;\n\n3. DIRECTS the Commission to report.\n"
    )
    assert len(asked(read(text).document)) == 2


def test_the_number_of_a_meeting_below_a_resolution_is_none_of_it() -> None:
    text = (
        "The Human Rights Council,\n\nRecalling its work,\n\n1. Urges States to train all judges "
        "of courts and\n2. Requests the Office to report to it at its ninth session on all this.\n"
        "48th plenary meeting\n12 July 2031\n"
    )
    assert asked(read(text).document) == [
        "Urges States to train all judges of courts and",
        "Requests the Office to report to it at its ninth session on all this.",
    ]


# --- notes, titles and verbs


def test_notes_below_a_rule_end_where_the_next_page_goes_on_with_a_paragraph() -> None:
    text = (
        "The General Assembly,\nRecalling its declaration on work,1\n__________________\n"
        "1 Resolution 85/1.\n\n31-29191 (E)\n1. Takes note of the report;2\n"
        "2. Invites Member States to train judges;\n__________________\n2 A/87/236.\n"
        "3. Requests the Office:\n(a) To train judges;\n(b) To pay them.\n"
    )
    assert asked(read(text).document) == [
        "Invites Member States to train judges;",
        "To train judges;",
        "To pay them.",
    ]


def test_titles_with_articles_and_questions_are_none_of_the_item_before() -> None:
    text = (
        "Committee on Work\n\nConcluding observations on Lowland\n\n"
        "6. The Committee recommends that the State party:\n"
        "(a) Review its law of labour in full and without delay;\n"
        "(b) Abolish the words in its law.\n"
        "Situations of risk in all its parts (art. 11)\n7. The Committee is concerned.\n"
    )
    found = asked(read(text).document)
    assert found == [
        "Review its law of labour in full and without delay;",
        "Abolish the words in its law.",
    ]
    brief = "Brief\nMessages\n▪ Women earn less than men.\nWhat should all do?\n▪ Pay women.\n"
    assert asked(read(brief).document) == ["Pay women."]


def test_a_part_on_conclusions_of_a_section_that_also_recommends_asks_for_nothing() -> None:
    text = (
        "Visit\n\nVI. Conclusions and recommendations\n\nA. Conclusions\n\n70. It made"
        " progress, but must do more.\n\nB. Recommendations\n\n71. States should train judges.\n"
    )
    assert asked(read(text).document) == ["States should train judges."]


@pytest.mark.parametrize(
    "words", ["Consider the possibility of it", "Continue, with others, its work", "Involve all"]
)
def test_more_verbs_ask_below_recommendations(words: str) -> None:
    assert asked(read(f"Report\n\nRecommendations\n\n{words}.\n\nIt was so.\n").document) == [
        f"{words}."
    ]


def test_an_excerpt_of_a_review_that_speaks_of_a_plan_of_action_is_no_declaration() -> None:
    text = (
        "II. CONCLUSIONS AND/OR RECOMMENDATIONS\n\n83. The recommendations listed below enjoy the "
        "support of Lowland:\nA. Adopt a national plan of action for all;\nB. Train judges.\n"
    )
    reading = read(text)
    assert reading.profile == "universal-periodic-review"
    assert len(said(reading.document, "position")) == 2


def test_a_section_whose_title_is_known_may_begin_late_below_a_long_line() -> None:
    text = (
        "Human Rights Council\nReport of the Special Rapporteur on the rights of all at sea\n"
        "VIII. Conclusions and recommendations\n98. It rained in all the ports of the country.\n"
        "99. States should open the ports to all crews.\n"
    )
    assert asked(read(text).document) == ["States should open the ports to all crews."]


def test_heads_of_delegation_that_agree_in_the_present_lead_over_to_what_is_agreed() -> None:
    text = (
        "Regional Conference on Migration\n\nLima, 3 June 2031\n\nThe Vice-Ministers, gathered in "
        "Lima, agree:\n\n1. To approve the report.\n\n2. To recognize the offer of Peru to be host."
        "\n\n3. To train the police.\n"
    )
    assert asked(read(text).document) == ["To approve the report.", "To train the police."]


TITLED = """Evaluation of the programme on migration in Lowland

4. Recommendations

Recommendation 1. Lawyers in return centres
Addressed to: IOM
Priority: High. Timeframe: 12 months
IOM should send lawyers to all centres.

Recommendation 2. Access
Priority: Low
Time frame: 2 years
UNHCR should visit all sites.
"""


def test_lines_between_a_title_and_what_is_asked_are_none_of_the_words_of_either() -> None:
    document = read(TITLED).document
    assert asked(document) == [
        "Lawyers in return centres IOM should send lawyers to all centres.",
        "Access UNHCR should visit all sites.",
    ]
    assert said(document, "addressedTo")[0] == "IOM"
    assert document.reassembled() == document.text


def test_a_paragraph_that_renews_and_requests_asks_for_what_it_requests() -> None:
    text = (
        "The Security Council,\n\nRecalling its work,\n\n1. Urges all to act;\n\n2. Renews the "
        "mandate of the group, and requests the Secretary-General to report;\n\n3. Renews it;\n"
    )
    assert [words.split()[0] for words in asked(read(text).document)] == ["Urges", "Renews"]
