"""Assertions: who said it, with what support, and what was done by saying it."""

from __future__ import annotations

import pytest
from extraction.sentences import told
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Panelists noted that fees are high.", ("panellists", "", "affirm")),
        ("One panellist stressed the cost.", ("panellist", "one", "stress")),
        ("The cost was underlined by a discussant.", ("panellist", "one", "stress")),
        ("Several delegations called for more ships.", ("delegations", "several", "call-for")),
        ("A number of speakers urged restraint.", ("speakers", "several", "call-for")),
        ("A majority of participants welcomed it.", ("participants", "most", "support")),
        ("Most Member States share experiences.", ("member-states", "most", "share")),
        ("The thematic expert identified a gap.", ("thematic-expert", "", "affirm")),
        ("UNODC pointed to its own guidelines.", ("unodc", "", "cite")),
        ("Several panellists queried whether fees are high.", ("panellists", "several", "deny")),
        ("Delegations were of one mind that boats are few.", ("delegations", "", "affirm")),
        ("In the eyes of UNODC, boats are few.", ("unodc", "", "affirm")),
        ("Two delegations would rather see ships.", ("delegations", "some", "call-for")),
        ("Two delegations would rather not speak of ships.", ("delegations", "some", "deny")),
        ("Nobody asked for more ships.", ("", "", "deny")),
        ("It was asked from the floor who would pay.", ("", "", "report")),
        ("Ghana asked for those who would pay.", ("gh", "", "call-for")),
        ("Not a few delegations regretted it.", ("delegations", "many", "express-concern")),
        ("For UNODC, the question was one of fuel.", ("unodc", "", "affirm")),
        ("For UNODC, boats were hired.", ("", "", "")),
        ("For the representative of UNODC, boats were too slow.", ("unodc", "", "affirm")),
        ("For most speakers, boats were too slow.", ("speakers", "most", "affirm")),
        ("For one of the panellists, boats were too slow.", ("panellists", "one", "affirm")),
        ("For speakers, boats were hired.", ("", "", "")),
        ("For two States, boats were hired.", ("", "", "")),
        ("As Ghana saw it, boats were too slow.", ("gh", "", "affirm")),
        ("As Ghana has few boats, others help.", ("", "", "")),
        ("Delegates came out against more ships.", ("delegations", "", "deny")),
        ("Ghana could live with the plan.", ("gh", "", "support")),
        ("Delegates were at pains to point out that boats are few.", ("delegations", "", "stress")),
        ("No one supported the plan.", ("", "", "deny")),
        ("Nobody said that boats are few.", ("", "all", "deny")),
        ("The representative of IOM warned against haste.", ("iom", "", "express-concern")),
        ("Delegates from the region regretted the delay.", ("delegations", "", "express-concern")),
        ("Panelists that work at sea reported that ships are few.", ("panellists", "", "affirm")),
        ("To save lives, participants proposed patrols.", ("participants", "", "call-for")),
        ("One harpooner voiced deep concern about fuel.", ("", "", "express-concern")),
        ("Young people from the port demanded work.", ("", "", "call-for")),
        ("The law demanded by many is old.", ("", "", "")),
        ("A guide that captains praised is old.", ("", "", "")),
        ("The Chair thanked the crews.", ("co-facilitators", "", "support")),
        (
            "INTERPOL opened the meeting and recalled that in 2016 Member States had stressed it.",
            ("interpol", "", "affirm"),
        ),
        ("One speaker stressed the cost.", ("speakers", "one", "stress")),
        ("A judge maintained that fines are high.", ("judiciary", "one", "affirm")),
        ("A researcher of Qatar University said it.", ("qatar-university", "one", "affirm")),
        (
            "Several States, while sharing the aim, maintained that fees are high.",
            ("member-states", "several", "affirm"),
        ),
        ("Participants expressed broad support for patrols.", ("participants", "most", "support")),
        ("Speakers suggested that the fund be doubled.", ("speakers", "", "call-for")),
        ("Speakers suggested that fees are high.", ("speakers", "", "affirm")),
        (
            "INTERPOL and some trade unions insisted on checks.",
            ("interpol unions", "some", "stress"),
        ),
        (
            "Delegations and stakeholders reiterated their views.",
            ("delegations stakeholders", "", "affirm"),
        ),
        ("Ghana could not say that boats are few.", ("gh", "", "deny")),
        ("The delegations do not contend that boats are few.", ("delegations", "", "deny")),
        ("Ghana never said that boats are few.", ("gh", "", "deny")),
        ("The employers, for their part, said that boats are few.", ("employers", "", "affirm")),
        ("Ghana registers deep concern at fees.", ("gh", "", "express-concern")),
        ("Ghana gave support to the plan.", ("gh", "", "support")),
        ("The group comprising Ghana noted that boats are few.", ("", "", "affirm")),
        (
            "Ghana, taking note of the law, which limits fees, recommended that boats be sold.",
            ("gh", "", "call-for"),
        ),
    ],
)
def test_subject_or_agent_of_a_verb_of_saying_is_the_holder(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was noted that fees are high.", ("", "", "affirm")),
        ("It was widely recognized that fees are high.", ("", "many", "affirm")),
        ("It was undisputed that States decide.", ("", "all", "affirm")),
        ("Nobody questioned that States decide.", ("", "all", "affirm")),
        ("No delegation contested that States decide.", ("delegations", "all", "affirm")),
        ("Not a single panellist opposed the fund.", ("panellists", "all", "affirm")),
        ("No delegation supported the fund.", ("delegations", "", "deny")),
        ("On the whole, delegations felt that fees are high.", ("delegations", "most", "affirm")),
        ("Two thirds of the delegations supported the fund.", ("delegations", "most", "support")),
        ("It was generally felt that fees are high.", ("", "most", "affirm")),
        ("There was a call to lower fees.", ("", "", "call-for")),
        ("There were several calls for lower fees.", ("", "several", "call-for")),
        ("There was broad agreement that fees are high.", ("", "most", "affirm")),
        ("Concerns were raised that fees are high.", ("", "", "express-concern")),
        ("The discussion revealed gaps.", ("", "", "affirm")),
        ("Many statements called for care.", ("", "many", "call-for")),
        ("It was accepted without dissent that fees are high.", ("", "all", "affirm")),
        ("There was broad agreement among panellists on fees.", ("panellists", "most", "affirm")),
        ("High fees were a further source of worry.", ("", "", "express-concern")),
        ("The session ended with an appeal to shipowners.", ("", "", "call-for")),
        ("It was a common observation that fees are high.", ("", "", "affirm")),
        ("Figures shared during the session pointed to a rise.", ("", "", "share")),
        ("One area of the discussion focused on undisputed rights.", ("", "all", "report")),
        ("It also summarizes what was said.", ("", "", "")),
        ("Crews of IOM and consulates were commended.", ("", "", "support")),
        ("The meeting brought together 64 States.", ("", "", "")),
        ("Fees are high.", ("", "", "")),
        ("The measures that participants take matter.", ("", "", "")),
        ("The risks that participants noted are real.", ("", "", "")),
    ],
)
def test_where_nobody_is_named_there_is_no_holder(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The discussion did not suggest a new definition.",
        "It was not, however, interpreted as a refusal.",
        "No delegation spoke in favour of fines.",
        "There was no support for fines.",
        "Participants rejected fines.",
    ],
)
def test_what_is_denied_is_told_as_denied(sentence: str) -> None:
    assert [act for _, _, act in told(sentence).told()] == ["deny"]


@pytest.mark.parametrize(
    ("sentences", "holders"),
    [
        ("Panelists spoke up for it. They stressed the cost.", ["panellists", "panellists"]),
        ("Delegations noted it. Some suggested that it is old.", ["delegations", "delegations"]),
        ("One panellist noted it. Another regretted it.", ["panellist", "panellist"]),
        ("IOM noted it. In its view, nothing follows.", ["iom", ""]),
        ("IOM and ILO noted it. Both agencies regretted it.", ["iom ilo", "iom ilo"]),
        ("Delegations noted it. A few thought that it is old.", ["delegations", "delegations"]),
        ("Delegations noted it. All of them regretted it.", ["delegations", "delegations"]),
        ("A minority of delegations noted it; the rest did not.", ["delegations"]),
        ("IOM noted it. In her view, nothing follows.", ["iom", "iom"]),
        ("They stressed the cost.", [""]),
    ],
)
def test_a_pronoun_looks_back_to_the_holder_that_was_named_last(
    sentences: str, holders: list[str]
) -> None:
    assert [holder for holder, _, _ in told(sentences).told()] == holders


def test_joined_verbs_of_other_acts_are_assertions_of_the_same_holder() -> None:
    case = told("Panelists called on States to act and highlighted the cost.")
    assert case.told() == [("panellists", "", "call-for"), ("panellists", "", "stress")]
    assert case.words("Assertion") == [
        "Panelists called on States to act",
        "and highlighted the cost.",
    ]
    other = told("Some States asked for time, while others argued for haste.")
    assert other.words("Assertion")[1] == "while others argued for haste."


def test_a_verb_in_what_is_said_begins_no_assertion() -> None:
    case = told("Panelists noted that States said too little and that data were collected.")
    assert case.told() == [("panellists", "", "affirm")]


def test_to_point_to_what_is_no_instrument_or_practice_is_to_say_that_it_is_so() -> None:
    assert told("Participants pointed to UNTOC.").told()[0][2] == "cite"
    assert told("Participants pointed to good practices.").told()[0][2] == "cite"
    assert told("Participants pointed to high fees.").told()[0][2] == "affirm"


def test_to_describe_as_something_is_to_affirm_and_to_mention_an_instrument_is_to_cite() -> None:
    assert told("Delegations described a project.").told()[0][2] == "share"
    assert told("Delegations described fees as a burden.").told()[0][2] == "affirm"
    assert told("Participants mentioned UNTOC as useful.").told()[0][2] == "cite"
    assert told("Participants mentioned that UNTOC is old.").told()[0][2] == "affirm"


def test_to_invite_to_a_meeting_calls_for_nothing() -> None:
    assert told("Participants invited States to ratify UNTOC.").told()[0][2] == "call-for"
    assert told("Participants invited States to a dialogue.").told()[0][2] == "report"


def test_what_leads_over_to_a_list_asserts_nothing() -> None:
    assert told("Participants suggested the following:").told() == []


def test_the_words_that_report_are_kept_beside_what_is_reported() -> None:
    case = told("In the end, several delegations stressed the cost of it.")
    (assertion,) = case.passages()
    assert assertion.words is not None
    assert case.document.text[slice(*assertion.words)] == "several delegations stressed"


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("Panelists noted. It was said that they, and “some” did not 1.2\n- "))
)
def test_assertions_of_any_text_lie_in_their_part_one_behind_the_other(text: str) -> None:
    sentence = "It was said. " + " ".join(text.split()).replace("- ", " ")
    case = told(sentence + ".")
    reached = case.looked_at.start
    for passage in case.passages():
        assert reached <= passage.start < passage.end <= case.looked_at.end
        assert passage.words is None or passage.holds(*passage.words)
        reached = passage.end


def test_states_that_speak_do_not_state() -> None:
    text = "Several States disagreed with the proposal to abolish detention."
    assert told(text).told() == [("member-states", "several", "deny")]


def test_nearly_all_are_not_all() -> None:
    text = "Nearly all delegations endorsed alternatives to detention."
    assert told(text).told() == [("delegations", "most", "support")]


def test_misgivings_are_a_concern() -> None:
    text = "A few delegations voiced misgivings about large camps."
    assert told(text).told() == [("delegations", "some", "express-concern")]


def test_hardly_anybody_against_is_most() -> None:
    assert told("Hardly anybody disagreed that it helps.").told() == [("", "most", "affirm")]
    assert told("Scarcely any speaker disputed that it helps.").told() == [
        ("speakers", "most", "affirm")
    ]
    assert told("Almost no delegation contested that it helps.").told() == [
        ("delegations", "most", "affirm")
    ]


def test_two_or_three_are_some_and_nobody_against_is_all() -> None:
    assert told("Two delegations disagreed.").told() == [("delegations", "some", "deny")]
    assert told("Nobody spoke against visas.").told() == [("", "all", "affirm")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A member of the European Parliament, who had sailed, stressed the cost.",
            ("european-parliament", "one", "stress"),
        ),
        (
            "A representative of the Office of the United Nations High Commissioner for Human"
            " Rights said that fees are high.",
            ("ohchr", "one", "affirm"),
        ),
        ("Many of the States that sent ships opposed it.", ("member-states", "many", "deny")),
        ("UNICEF told the crews that boats are few.", ("unicef", "", "affirm")),
        ("UNICEF told the crews of its boats.", ("unicef", "", "share")),
        ("UNICEF has long called for patrols.", ("unicef", "", "call-for")),
        ("UNICEF spoke of its boats.", ("unicef", "", "share")),
        ("UNICEF was not persuaded that boats help.", ("unicef", "", "deny")),
        ("UNICEF did not dispute the figures.", ("unicef", "", "affirm")),
        ("Participants did not dispute the figures.", ("participants", "all", "affirm")),
        ("Not every delegation welcomed it.", ("delegations", "some", "deny")),
        ("Delegates preferred to wait.", ("delegations", "", "support")),
        ("Participants were unanimous that fees are high.", ("participants", "all", "support")),
        ("Views differed on the fund.", ("", "", "report")),
        (
            "Concern was voiced, notably by Asian delegations, at the delay.",
            ("delegations", "", "express-concern"),
        ),
        ("One State dissociated itself from the text.", ("member-states", "one", "deny")),
        ("Most speakers, including two ministers, praised it.", ("speakers", "most", "support")),
        (
            "A number of delegations, echoing the panellists, called for patrols.",
            ("delegations", "several", "call-for"),
        ),
        ("The panel did not endorse patrols.", ("panellists", "", "deny")),
        (
            "An economist of the World Bank warned of fees.",
            ("world-bank", "one", "express-concern"),
        ),
        ("A report of the World Bank was read.", ("", "", "")),
        ("It was stressed by IOM that boats are few.", ("iom", "", "stress")),
        ("It was noted by the head of UNICEF that boats are few.", ("unicef", "", "affirm")),
        ("A small group of delegations noted it.", ("delegations", "some", "affirm")),
        ("The cook on the panel denied it.", ("", "", "deny")),
        ("The summary panel denied it.", ("", "", "deny")),
        ("Boats were described as coffins by some speakers.", ("speakers", "some", "affirm")),
        (
            "One panellist, a former recruiter who now advises brands, set out how prices grow.",
            ("panellist", "one", "share"),
        ),
        ("Nobody in the room contended that the audits had worked.", ("", "all", "deny")),
        ("No one denied that the audits had failed.", ("", "all", "affirm")),
        (
            "The moderator welcomed it: boats, she remarked, are few, and crews are old.",
            ("moderators", "", "support"),
        ),
        ("Most delegations found little common ground on fees.", ("delegations", "most", "report")),
        ("Ghana called the plan of the port a success.", ("gh", "", "affirm")),
        ("The speakers called the meeting to order.", ("", "", "")),
        ("Ghana underscored that boats are few.", ("gh", "", "stress")),
        ("Ghana volunteered to count its crews.", ("gh", "", "support")),
        ("The State of Palestine welcomed the report.", ("ps", "", "support")),
        ("The head of delegation of Qatar said that boats are few.", ("qa", "", "affirm")),
    ],
)
def test_who_speaks_is_named_in_many_ways(sentence: str, expected: tuple[str, str, str]) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("Some States welcomed it. Four denied that they did.", ("member-states", "some", "deny")),
        ("Two unions welcomed it; a third replied that fees are high.", ("unions", "", "affirm")),
        (
            "Most delegations welcomed it, while some preferred to wait.",
            ("delegations", "some", "support"),
        ),
        (
            "Delegations referred to the plan, and the work of the crews was widely praised.",
            ("", "many", "support"),
        ),
        (
            "Several delegations agreed in principle, yet were unwilling to pay.",
            ("delegations", "several", "deny"),
        ),
        (
            "A physician who runs a clinic in the port described its patients. In her experience,"
            " fear is the cause.",
            ("health-professionals", "", "affirm"),
        ),
    ],
)
def test_numbers_pronouns_and_joined_clauses_have_holders_of_their_own(
    sentences: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentences).told()[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Half a dozen delegations pressed for a fund.", ("delegations", "several", "call-for")),
        ("All but one delegation endorsed it.", ("delegations", "most", "support")),
        ("Neither panellist disputed the figures.", ("panellist", "all", "affirm")),
        ("A majority of participants welcomed it.", ("participants", "most", "support")),
        ("A majority was of the view that fees are high.", ("", "most", "affirm")),
        ("The prevailing view was that fees are high.", ("", "most", "affirm")),
        ("There was little appetite for a new fund.", ("", "", "deny")),
        ("The text met with opposition from several States.", ("member-states", "several", "deny")),
        ("The point was made that fees are high.", ("", "", "affirm")),
        ("Mention was made of the Bali Process.", ("", "", "cite")),
        ("No objections were raised to the text.", ("", "", "affirm")),
        ("Participants voiced no objection.", ("participants", "", "affirm")),
        ("Participants voiced no concern.", ("participants", "", "deny")),
        ("Unions had no objection to the text.", ("unions", "", "support")),
        ("Participants remained split over it.", ("participants", "", "report")),
        ("A consensus emerged that fees are high.", ("", "all", "affirm")),
    ],
)
def test_how_many_hold_what_is_said_in_many_ways(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The moderator asked why fees are high.", ("moderators", "", "report")),
        (
            "According to a prosecutor from the port, fees are high.",
            ("prosecutors", "one", "affirm"),
        ),
        ("What lacks, in the view of many, is a fund.", ("", "many", "affirm")),
        ("Speaker after speaker likened ports to walls.", ("speakers", "many", "affirm")),
        ("Delegations insisted that crews be heard.", ("delegations", "", "call-for")),
        ("Delegations insisted that fees are high.", ("delegations", "", "stress")),
        ("UNHCR considered the fees incompatible with the law.", ("unhcr", "", "affirm")),
        ("UNHCR considered ways to cut fees.", ("unhcr", "", "report")),
        ("It was not accepted by all that fees are high.", ("", "", "deny")),
        ("There was hardly any dissent that fees are high.", ("", "most", "affirm")),
        ("Several representatives welcomed it.", ("delegations", "several", "support")),
        ("Representatives of UNICEF welcomed it.", ("unicef", "", "support")),
    ],
)
def test_what_is_asked_insisted_on_or_considered(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    "line", ["CRC (1992)", "Reporting status", "Concluding observations on boats"]
)
def test_a_line_of_a_table_asserts_nothing(line: str) -> None:
    assert told(line).told() == []
