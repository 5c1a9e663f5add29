"""Lists that headings part, answers to recommendations, and what only tells or thanks."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

PARTED = """VII. Recommendations

85. The Working Group recommends that the Government:

A. Prisons

(a) Close cells;

B. Ports

(b) Free all;

(c) Pay all.

86. The Working Group is grateful.
"""
ANSWERED = """Report of the Working Group on the Universal Periodic Review

Recommendation 118.3 (Peru): Not accepted.

The Ministry is at work.

Recommendation 118.4: Train all judges.
"""
TELLING = """V. Conclusions and recommendations

63. The Office wrote guidelines, which States should bear in mind.

64. The Council may wish to call for a study.

65. Speakers made the following points:

(a) Wages fell;
"""
MONITORING = """GRETA report on the implementation of the Convention by Togo

GRETA urges the authorities to pay all. GRETA invites the authorities to free all.

GRETA considers that the authorities should take steps, in particular:

- train judges;

Appendix 1 – List of GRETA’s conclusions and proposals for action

1. GRETA urges the authorities to pay all (paragraph 1).
"""
LABOUR = """Observation (CEACR)
Forced Labour Convention, 1930 (No. 29) - Togo (Ratification: 1960)

In its previous comment, the Committee asked the Government for figures. The Committee urges the
Government to train judges. The Committee asks the Government to pay them. The Committee is raising
other matters in a request addressed directly to the Government.
"""


def test_letters_go_on_behind_a_heading_that_parts_their_list() -> None:
    assert asked(read(PARTED).document) == ["Close cells;", "Free all;", "Pay all."]


def test_an_answer_behind_the_number_of_a_recommendation_is_none() -> None:
    assert asked(read(ANSWERED).document) == ["Train all judges."]


def test_what_may_be_wished_asks_and_what_should_be_borne_in_mind_only_tells() -> None:
    assert asked(read(TELLING).document) == ["The Council may wish to call for a study."]


def test_a_list_at_the_end_of_a_report_says_again_what_it_asked_for() -> None:
    found = asked(read(MONITORING).document)
    assert [words.split()[-1] for words in found] == ["all.", "all.", "judges;"]


def test_points_that_are_steps_are_asked_one_by_one() -> None:
    text = MONITORING.replace("particular:", "particular by:")
    steps = text.replace("- train judges;", "- extending the limit;\n\n- training judges.")
    found = asked(read(steps).document)
    assert found[2:] == ["extending the limit;", "training judges."]


def test_experts_on_labour_conventions_ask_in_sentences() -> None:
    reading = read(LABOUR)
    assert reading.profile == "supervision-of-labour-standards"
    assert [w.split()[-1] for w in asked(reading.document)] == ["judges.", "them."]


def test_thanks_below_what_is_agreed_are_no_recommendation() -> None:
    text = "Declaration\n\nMINISTERS AGREE TO:\n\n1. Train all.\n\n2. Thank Togo for its help.\n"
    assert asked(read(text).document) == ["Train all."]


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("The Committee is concerned that the State party should have no law.", False),
        ("The State party should have a law.", True),
    ],
)
def test_a_concern_that_a_state_should_lack_something_asks_for_nothing(
    sentence: str, asks: bool
) -> None:
    text = f"Concluding observations on the report of Togo\n\n8. {sentence}\n"
    assert bool(asked(read(text).document)) is asks


def test_the_state_under_review_is_the_one_of_the_title() -> None:
    lead = "56. The following recommendations were made to the State under review:"
    front = "Working Group on the Universal Periodic Review\nDraft report\n"
    title = "Report of the Working Group on the Universal Periodic Review\nTogo"
    text = f"{front}{title}\n\n{lead}\n\n1. Follow up on requests made to Fiji (Peru).\n"
    assert said(read(text).document, "addressedTo") == ["Togo"]


def test_raised_dashes_mark_items() -> None:
    text = "Recommendations\n\n⁻ Train all;\n⁻ Pay all.\n"
    assert asked(read(text).document) == ["Train all;", "Pay all."]


def test_a_regional_conference_that_issues_a_communique_asks_in_infinitives() -> None:
    front = "VI Regional Conference on Migration Joint Communiqué\n\nThey met in Lima.\n\n"
    text = f"{front}APPROVED\n\n1. To adopt the plan.\n\n2. To acknowledge its use.\n"
    assert asked(read(f"{text}\n3. To request Togo to train all.\n").document) == [
        "To adopt the plan.",
        "To request Togo to train all.",
    ]


def test_who_urges_by_a_short_name_asks() -> None:
    text = "Submission\n\nA. Work\n\n1. UHRC urges Parliament to pass a law.\n\n2. It rained.\n"
    assert asked(read(text).document) == ["UHRC urges Parliament to pass a law."]


def test_recommendations_of_a_forum_are_the_forums_also_in_a_report_of_somebody_else() -> None:
    front = "Recommendations of the Forum on Ports at its first session\n\nReport of the Special "
    text = f"{front}Rapporteur on ports\n\nI. Recommendations\n\n1. States should open ports.\n"
    assert said(read(text).document, "recommendedBy") == ["Forum on Ports"]


def test_an_analysis_by_a_rapporteur_is_theirs() -> None:
    front = "An analysis by the UN Special Rapporteur on ports, Jane Doe\n\nRecommendations\n\n"
    made = said(read(f"Ports\n\n{front}1. States should open ports.\n").document, "recommendedBy")
    assert [" ".join(name.split())[:27] for name in made] == ["Special Rapporteur on ports"]


@pytest.mark.parametrize(
    ("line", "count"), [("Issue 2: Birth registration", 1), ("Issue papers.", 2)]
)
def test_a_line_with_its_number_is_no_imperative(line: str, count: int) -> None:
    text = f"Submission\n\nIII. Challenges and recommendations\n\nOpen all ports.\n\n{line}\n"
    assert len(asked(read(text, "general").document)) == count


def test_a_kind_in_which_nothing_is_found_gives_way_to_the_general_one() -> None:
    front = (
        "Resolution concerning ports\n\nThe Port Conference, meeting at its third session, ended."
    )
    text = (
        f"{front}\n\nSuggested actions for ports:\n\n• More training of guards;\n\n• Fair prices.\n"
    )
    assert len(asked(read(text).document)) == 2
    assert asked(read(text, "resolution").document) == []


def test_issues_of_importance_are_asked_for() -> None:
    lead = "Issues of extreme importance for the region:"
    text = f"Meeting of ports\n\n{lead}\n\n• The need to train guards;\n• Open ports to all;\n"
    document = read(text).document
    assert len(asked(document)) == 2
    assert said(document, "addressedTo") == []


@pytest.mark.parametrize("verb", ["also urges", "recommends", "strongly encourages"])
def test_a_body_named_by_its_letters_recommends(verb: str) -> None:
    text = f"Report on ports\n\nRecommendations\n\n1. GRETA {verb} the authorities to open ports.\n"
    assert said(read(text).document, "recommendedBy") == ["GRETA"]


@pytest.mark.parametrize(
    ("lead", "count"),
    [("With regard to ports, it is recommended that States:", 2), ("With regard to ports:", 0)],
)
def test_what_recommends_is_more_than_the_matter_of_a_list(lead: str, count: int) -> None:
    text = f"Report\n\nI. Ports\n\n1. {lead}\n\n(a) Open ports;\n\n(b) Close camps.\n"
    assert len(asked(read(text).document)) == count


def test_what_several_bodies_said_is_by_the_one_in_whose_section_it_stands() -> None:
    item = "The Committee recommends that the State party {}."
    first, second = item.format("open ports"), item.format("close camps")
    heads = "Committee on Fish", "Committee on the Rights of Fishers (CRF)"
    text = f"Camps\n\n{heads[0]}\n\n1. {first}\n\nB. {heads[1]}\n\n2. {second}\n"
    assert said(read(text, "concluding-observations").document, "recommendedBy") == [
        "Committee on Fish",
        "Committee on the Rights of Fishers",
    ]


FORUM = """Resolution on ports

We, the Forum of ports, gathered in Lima,
Insisting that ports are many,
Recalling the naming of an Expert,
Recommend to States that they:
1. recognize the importance of ports, and build some,
2. recognize the importance of nets, and to mend some,
3. open ports.
"""
COMMISSION = """Resolution on ports

The Commission on Ports, meeting in Lima;

Recalling its Charter;

Calls on States to:

open ports;
train all;

pay all;

Condemns fees.

In ports that are old:

nets were torn.
"""
SESSION = """Co-facilitators' summary

Panel 1: Nets

Participants spoke of nets.

Means of implementation

• Training for guards

Elements for follow-up and review

• A forum every year

Participants

• Ann Doe
"""


def test_a_list_below_what_is_recommended_to_somebody_behind_a_preamble_asks_them() -> None:
    document = read(FORUM).document
    assert asked(document) == ["recognize the importance of nets, and to mend some,", "open ports."]
    assert set(said(document, "addressedTo")) == {"States"}


def test_lines_without_marks_below_what_ends_in_to_go_on_with_it() -> None:
    document = read(COMMISSION, "resolution").document
    assert asked(document) == ["open ports;", "train all;", "pay all;"]
    assert said(document, "addressedTo") == ["States"] * 3


def test_two_such_lines_are_two_points() -> None:
    text = COMMISSION.replace("train all;\n\npay all;\n", "train all;\n")
    assert asked(read(text, "resolution").document) == ["open ports;", "train all;"]


def test_the_parts_of_a_summary_of_consultations_on_the_compact_ask() -> None:
    document = read(SESSION, "consultation-summary").document
    assert asked(document) == ["Training for guards", "A forum every year"]


TITLED = """Trafficking plan

The participants agreed on the following recommendations:

Education
1.

Judges should be trained
at home.

2.

NHRIs should keep a roster.

Cooperation
3.

NHRIs should meet.

4.

The meeting ended in May.
"""


def test_titles_between_what_leads_over_and_its_list_part_nothing_from_it() -> None:
    document = read(TITLED).document
    assert [part.identifier for part in document.recommendations()] == ["1", "2", "3"]


RATED = """Evaluation of ports

SUMMARY
Main recommendations:
Recommendation 1: Open ports.
Recommendation 2: Mend nets.

I. FINDINGS
Ports are old.

IV. RECOMMENDATIONS
Recommendation 1 (priority: high; addressed to: Regional Office of the Fund for the Northern Ports)
Open two ports in the north, and
feed all who come.
Recommendation 2 (priority: low; addressed to: Regional Office of the Fund for
Ports; Governments)
Mend nets that are torn.
"""
LISTED = """Report to the Government of Togo on the visit of the Subcommittee on Prevention

1. The Subcommittee recommends that guards be paid.

2. The Subcommittee recommends that judges be trained.

APPENDIX

LIST OF THE SUBCOMMITTEE'S RECOMMENDATIONS

Pay

- guards to be paid (paragraph 1);

Training

- judges to be trained (paragraph 2).
"""


def test_a_bracket_of_a_label_that_goes_on_is_none_of_the_words() -> None:
    assert asked(read(RATED).document) == [
        "Open two ports in the north, and feed all who come.",
        "Mend nets that are torn.",
    ]


def test_titles_below_one_in_capitals_in_an_annex_are_of_its_list() -> None:
    assert len(asked(read(LISTED, "monitoring-report").document)) == 2


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("The background paper, written by the Bank, recommends that fees be known.", False),
        ("The Committee, in its general comment of 2017, recommended that all be paid.", False),
        ("The Forum recommends that fees be known.", True),
        ("This brief recommends that fees be known.", True),
        ("The present paper recommends that fees be known.", True),
    ],
)
def test_what_papers_and_comments_recommend_is_told(sentence: str, asks: bool) -> None:
    assert bool(asked(read(f"Report on ports\n\n1. Work\n\n{sentence}\n").document)) is asks


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Banks said that rules should be few.", False),
        ("Participants said that rules should be few.", True),
        ("Rules should be few.", True),
    ],
)
def test_what_somebody_said_should_be_is_told_below_recommendations_too(
    sentence: str, asks: bool
) -> None:
    text = f"Report\n\n1. Recommended actions\n\n- Open ports.\n\n{sentence}\n"
    assert (len(asked(read(text).document)) == 2) is asks


def test_a_quotation_of_what_another_recommended_is_none() -> None:
    told = "In 2019 the Committee recommended that Togo extend its Act:"
    text = f"Report\n\n1. Work\n\n{told}\n\n“The Committee recommends that the Act grow.”\n"
    assert not asked(read(text).document)


RESOLUTION = """Resolution adopted by the General Assembly

The General Assembly,

Recalling its earlier resolutions,

1. Expresses concern about the fees at sea, and in this regard:

(a) Calls upon all States to end them;

(b) {}

(c) Urges States to pay the crews;

2. Urges States:

(a) To open the ports;

(b) To count the boats.
"""


@pytest.mark.parametrize(
    ("point", "asks"),
    [
        ("Strongly condemns those who raise them;", False),
        ("Reiterates its demand that all ships be counted;", True),
        ("Welcomes what was done, and requests States to go on;", True),
        ("Takes note of the report;", False),
        ("Expresses its deep concern at it, and calls upon States to end it;", True),
    ],
)
def test_points_with_operative_verbs_of_their_own_say_themselves_whether_they_ask(
    point: str, asks: bool
) -> None:
    found = [part.identifier for part in read(RESOLUTION.format(point)).document.recommendations()]
    assert found == ["1.a", *(["1.b"] if asks else []), "1.c", "2.a", "2.b"]


def test_points_that_begin_with_a_noun_like_an_operative_verb_have_none() -> None:
    nouns = ("Notes of hearings are kept;", "Supports for crews are paid;")
    text = RESOLUTION.replace("(a) To open the ports", f"(a) {nouns[0]}").format(
        "Takes note of it;"
    )
    text = text.replace("(b) To count the boats.", f"(b) {nouns[1]}").replace(
        "2. Urges States:", "2. Urges States to ensure that:"
    )
    found = [part.identifier for part in read(text).document.recommendations()]
    assert found == ["1.a", "1.c", "2.a", "2.b"]
