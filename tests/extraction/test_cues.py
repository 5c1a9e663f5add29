"""What is meant by naming an instrument: cues before and behind a name."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, reader, short, told

from gcm_kg.extraction.cues import CueReader
from gcm_kg.extraction.interpreter import ROLES
from gcm_kg.model.iris import rule_iri
from gcm_kg.text.defining_words import spelled_out

BOTH = "They spoke of the Trafficking Protocol and the Smuggling Protocol."
ADOPT = "and adopt measures for"

# --- recommendations


@pytest.mark.parametrize(
    ("sentence", "functions"),
    [
        ("Ratify UNTOC", ["ratify"]),
        ("Ensure that States ratify UNTOC", ["ratify"]),
        ("Promote universal ratification of UNTOC", ["ratify"]),
        ("Implement the relevant provisions of UNTOC", ["implement"]),
        ("Give effect to article 5 of UNTOC", ["implement"]),
        ("Strengthen, at the national level, laws implementing UNTOC", ["implement"]),
        ("Review the implementation of UNTOC", ["monitor"]),
        ("Apply UNTOC at sea", ["apply"]),
        ("Endorse UNTOC", ["endorse"]),
        ("Make use of UNTOC in courts", ["support-mechanism"]),
        ("Consider UNTOC in new laws", ["consider-as-guidance"]),
        ("Treat UNTOC as a guiding document", ["consider-as-guidance"]),
        ("Adopt laws in line with UNTOC", ["align-with"]),
        ("Prosecute smuggling as defined in UNTOC", ["define-term"]),
        ("Cooperate on the basis of UNTOC", ["recall-as-framework"]),
        ("Keep the duties set out in UNTOC", ["source"]),
        ("Not only ratify UNTOC", ["ratify"]),
        ("Ratify UNTOC without delay", ["ratify"]),
        ("Without delay ratify UNTOC", ["ratify"]),
    ],
)
def test_a_cue_tells_the_function_of_a_citation(sentence: str, functions: list[str]) -> None:
    assert asked(sentence).said("cites") == [("untoc", name) for name in functions]


@pytest.mark.parametrize(
    ("cue", "ways"),
    [
        ("in line with …", ["in line with …"]),
        ("(in|into) line with …", ["in line with …", "into line with …"]),
        ("in (|full) accord with …", ["in accord with …", "in full accord with …"]),
        ("… is (now|still) the (|sole) basis",
         ["… is now the basis", "… is now the sole basis",
          "… is still the basis", "… is still the sole basis"]),
    ],
)  # fmt: skip
def test_a_cue_with_choices_stands_for_each_of_them(cue: str, ways: list[str]) -> None:
    assert spelled_out(cue) == ways


def test_the_evidence_of_a_function_is_the_cue_and_the_name() -> None:
    assert asked("Ratify the Palermo Convention").evidence("cites", "untoc") == [
        "Ratify",
        "Palermo Convention",
    ]


def test_a_name_without_a_cue_is_cited_without_a_function() -> None:
    assert asked("Print UNTOC in all languages").said("cites") == [("untoc",)]


@pytest.mark.parametrize(
    ("sentence", "functions"),
    [
        ("Ratify and implement UNTOC", ["ratify", "implement"]),
        ("Sign, ratify, and effectively implement UNTOC", ["ratify", "implement"]),
        ("Ratify or, where appropriate, apply UNTOC", ["ratify", "apply"]),
        ("Accede to, ratify and fully implement UNTOC", ["ratify", "implement"]),
        ("Apply, ratify and implement UNTOC", ["apply", "ratify", "implement"]),
        ("Ratify, implement UNTOC", ["implement"]),
        ("Ratify treaties and implement UNTOC", ["implement"]),
        (
            "Ratify UNTOC and adopt measures for its effective implementation",
            ["ratify", "implement"],
        ),
    ],
)
def test_coordinated_cues_all_count(sentence: str, functions: list[str]) -> None:
    found = asked(sentence).said("cites")
    assert sorted(found) == sorted(("untoc", name) for name in functions)


def test_the_nearest_cue_counts() -> None:
    said = asked("Ratify UNTOC and implement the New York Declaration").said("cites")
    assert sorted(said) == [("ny-declaration", "implement"), ("untoc", "ratify")]


def test_one_cue_holds_for_all_names_of_a_list() -> None:
    case = asked("Ratify UNTOC, its two Protocols, the Kigali Treaty and the GCM", BOTH)
    assert sorted(case.said("cites")) == [
        ("gcm", "ratify"),
        ("smuggling-protocol", "ratify"),
        ("trafficking-protocol", "ratify"),
        ("untoc", "ratify"),
    ]


def test_a_cue_behind_holds_for_the_list_before_it() -> None:
    sentence = (
        "Name UNTOC and its two Protocols, and adopt measures for their effective implementation"
    )
    said = asked(sentence, BOTH).said("cites")
    assert sorted(said) == [
        ("smuggling-protocol", "implement"),
        ("trafficking-protocol", "implement"),
        ("untoc", "implement"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ratify treaties. UNTOC is old",
        "Ratify treaties; UNTOC is old",
        "Ratify treaties: UNTOC is one",
        "Ratify what UNTOC says",
        "Implement reforms while UNTOC is young",
        "Implement laws and sign UNTOC",
        "Implement laws, UNTOC being old",
        "Support victims whom UNTOC names",
        "Consider States that signed UNTOC",
        "Implement new and better ideas about how to read UNTOC",
        "In line with good practices, UNTOC is to be read",
        "Implement plans - UNTOC is old",
    ],
)
def test_a_cue_does_not_reach_beyond_its_phrase(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("untoc",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not ratify UNTOC",
        "Do not sign, ratify or implement UNTOC",
        "Never apply UNTOC",
        "Refrain from implementing UNTOC",
        "Avoid applying UNTOC",
        "Keep borders without ratifying UNTOC",
        "Adopt laws instead of implementing UNTOC",
        "Consider whether to ratify UNTOC",
        "Address obstacles to the ratification of UNTOC",
        "Adopt laws that are not in line with UNTOC",
        "Adopt laws that are not fully consistent with UNTOC",
        "Do not treat UNTOC as a guiding document",
        "Ratify the Smuggling Protocol but not UNTOC",
    ],
)
def test_what_is_denied_is_no_function(sentence: str) -> None:
    assert ("untoc",) in asked(sentence).said("cites")


@pytest.mark.parametrize(
    "sentence",
    [
        "Share information on the implementation of UNTOC",
        "Report on the ratification of UNTOC",
        "Assist States that ratify UNTOC",
        "Praise States which fully implement UNTOC",
    ],
)
def test_what_is_only_told_of_in_a_recommendation_is_no_function(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("untoc",)]


def test_a_denial_elsewhere_in_the_sentence_does_not_touch_a_cue() -> None:
    sentence = "Ensure that migrants are not criminalized, in line with UNTOC"
    assert asked(sentence).said("cites") == [("untoc", "align-with")]


@pytest.mark.parametrize(
    "sentence",
    ["Support UNTOC training", "Implement UNTOC reform plans", "Support UNTOC’s secretariat"],
)
def test_a_noun_behind_a_name_is_what_the_cue_means(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("untoc",)]


@pytest.mark.parametrize(
    ("sentence", "functions"),
    [
        ("Implement conventional UNTOC", ["implement"]),
        ("Implement authoritative UNTOC", []),
        ("Act in line with conventional, authoritative UNTOC", []),
        ("Act in line with conventional authoritative UNTOC", ["align-with"]),
        ("Act in line\nwith conventional authoritative UNTOC", ["align-with"]),
        ("Act in line with authoritative authoritative UNTOC", []),
    ],
    ids=["12", "13", "comma", "25", "25 behind a broken line", "26"],
)
def test_few_letters_stand_between_a_cue_and_a_name(sentence: str, functions: list[str]) -> None:
    said = [name[1] for name in asked(sentence).said("cites") if name[1:]]
    assert said == functions


def test_names_before_a_list_do_not_belong_to_it() -> None:
    case = asked("Ratify UNTOC while reading the GCM and the New York Declaration")
    assert sorted(case.said("cites")) == [("gcm",), ("ny-declaration",), ("untoc", "ratify")]


def test_a_cue_goes_past_the_actor_whose_instrument_it_is() -> None:
    case = asked("Support implementation of UNHCR’s recently updated 10-Point Plan of Action")
    assert case.said("cites") == [("unhcr-10-point-plan", "implement")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Consider ratifying UNTOC",
        "Consider the implementation of UNTOC",
        "Explore the possibility of acceding to UNTOC",
        "Contemplate early ratification of UNTOC",
        "Give thought to the question of ratifying UNTOC",
        "Study the feasibility of acceding to UNTOC",
        "Reflect upon becoming a party to UNTOC",
        "Look at options of implementing UNTOC",
        "Open a debate on the prompt ratification of UNTOC",
        "Take note that States have yet to ratify UNTOC",
        "Consider, together with others, ratifying UNTOC",
        "Favourably consider training judges and acceding to UNTOC",
    ],
)
def test_what_is_only_to_be_considered_is_no_function(sentence: str) -> None:
    assert asked(sentence).said("cites") == [("untoc",)]


@pytest.mark.parametrize(
    "aside",
    [
        "as soon as possible",
        "inter alia",
        "without further delay",
        "at the earliest possible date",
        "as a matter of priority",
        "if possible",
    ],
)
def test_an_aside_between_commas_does_not_part_a_cue_from_its_name(aside: str) -> None:
    assert asked(f"Ratify, {aside}, UNTOC").said("cites") == [("untoc", "ratify")]


def test_but_also_goes_on_with_a_list() -> None:
    said = asked("Implement not only UNTOC but also UNCAC").said("cites")
    assert said == [("untoc", "implement"), ("uncac", "implement")]


def test_an_article_of_an_instrument_may_be_the_subject_of_a_cue() -> None:
    said = asked("Ensure that article 9 of UNTOC is implemented").said("cites")
    assert said == [("untoc", "implement")]


def test_a_page_break_does_not_part_a_cue_from_its_name() -> None:
    case = asked("Ratify the\n\n7\n\n  Smuggling Protocol and\n\n- 8 -\n\n  UNTOC")
    assert sorted(case.said("cites")) == [("smuggling-protocol", "ratify"), ("untoc", "ratify")]


def test_a_cue_does_not_reach_into_the_next_recommendation() -> None:
    case = asked("Ratify\n\n- UNTOC is meant")
    assert [s.function for s in case.statements() if s.relation == "cites"] == [""]


def test_commas_make_a_list_only_with_a_conjunction() -> None:
    said = asked("In line with UNTOC, the New York Declaration is to be read").said("cites")
    assert sorted(said) == [("ny-declaration",), ("untoc", "align-with")]


# --- the narrative


@pytest.mark.parametrize(
    "sentence",
    [
        "Ratification of UNTOC does not always change a State.",
        "Many States ratify UNTOC and implement the Smuggling Protocol.",
        "Some consider UNTOC and support the Smuggling Protocol.",
        "They accede to UNTOC and respect the Smuggling Protocol.",
    ],
)
def test_verbs_ask_for_nothing_in_the_narrative(sentence: str) -> None:
    assert {len(name) for name in told(sentence).said("cites")} == {1}


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("There was strong support for UNTOC.", "endorse"),
        ("They welcomed UNTOC.", "endorse"),
        ("Smuggling is a crime in accordance with paragraph 3 of UNTOC.", "recall-as-framework"),
        ("They acted recalling UNTOC.", "recall-as-framework"),
        ("They saw to it that UNTOC is operationalized.", "implement"),
        ("They named laws consistent with UNTOC.", "align-with"),
        ("They named trafficking as defined in UNTOC.", "define-term"),
        ("They described UNTOC as a key contribution.", "source"),
    ],
)
def test_other_cues_are_read_in_the_narrative_too(sentence: str, function: str) -> None:
    assert told(sentence).said("cites") == [("untoc", function)]


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no strong support for UNTOC.",
        "They pointed to the low level of ratification of UNTOC.",
        "They welcomed the debate on UNTOC.",
        "They asked whether UNTOC is operationalized.",
        "The Protocol supplementing UNTOC is operationalized.",
        "Some provisions of UNTOC are operationalized.",
        "UNTOC is, some said, operationalized.",
        "UNTOC is good. It is operationalized.",
    ],
)
def test_where_a_cue_is_not_certain_the_narrative_only_cites(sentence: str) -> None:
    assert told(sentence).said("cites") == [("untoc",)]


# --- the reader


def test_a_cue_within_a_longer_one_is_not_read() -> None:
    case = asked("Express strong support for UNTOC and review the implementation of the GCM")
    assert sorted(case.said("cites")) == [("gcm", "monitor"), ("untoc", "endorse")]


def test_a_name_of_which_nothing_is_said_has_no_reading() -> None:
    case = asked("Print UNTOC")
    assert reader().interpreter.functions.read(case.document, case.mentions()) == {}


def test_names_that_are_part_of_others_are_not_read_by_themselves() -> None:
    case = asked("Support the ILO labour conventions")
    assert case.said("involves") == []
    assert case.said("namesActor") == [("ilo",)]


def test_a_list_may_stand_in_any_number_of_names() -> None:
    names = ", ".join(["UNTOC", "the GCM"] * 200)
    case = asked(f"Ratify {names} and the New York Declaration")
    assert len(case.said("cites")) == 3
    assert {function for _, function in case.said("cites")} == {"ratify"}


@pytest.mark.parametrize(
    ("sentence", "involved"),
    [
        ("Fund shelters run by the police", [("police",)]),
        ("Hold talks with IOM on wages", [("iom",)]),
        ("Conclude memorandums of understanding with IOM", [("iom",)]),
        ("Replace guidelines adopted by IOM", []),
    ],
)
def test_who_runs_or_talks_is_involved(sentence: str, involved: list[tuple[str]]) -> None:
    assert asked(sentence).said("involves") == involved


def test_relative_clauses_tell_of_actors_only() -> None:
    case = asked("Establish hotlines that involve the police")
    assert case.said("involves") == [("police",)]
    strict = CueReader(reader().vocabulary, (*ROLES, rule_iri("actor-named")))
    names = [mention for mention in case.mentions() if mention.layer == "names"]
    assert strict.read(case.document, names) == {}


def test_a_verb_of_its_own_rank_is_asked_for_behind_what_is_considered() -> None:
    said = asked("Consider training judges, and ratify UNTOC").said("cites")
    assert said == [("untoc", "ratify")]


@pytest.mark.parametrize("word", ["Harmonise", "Harmonize"])
def test_a_cue_is_read_in_both_spellings(word: str) -> None:
    said = asked(f"{word} national legislation with UNTOC").said("cites")
    assert said == [("untoc", "align-with")]


@pytest.mark.parametrize("mark", ["[3]", "†", "³", " ‡"])
def test_the_mark_of_a_footnote_does_not_part_a_list(mark: str) -> None:
    said = asked(f"Ratify UNTOC{mark} and UNCAC{mark}").said("cites")
    assert said == [("untoc", "ratify"), ("uncac", "ratify")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Objectives 8 and 21 of the GCM, adopted in Marrakech, provide the frame for the talks.",
        "Objectives 8 and 21 of the GCM were invoked by many.",
    ],
)
def test_what_is_said_of_a_goal_is_not_said_of_what_it_belongs_to(sentence: str) -> None:
    cited = told(sentence).said("cites")
    assert cited == [("gcm-8", "recall-as-framework"), ("gcm-21", "recall-as-framework"), ("gcm",)]


def test_nothing_is_to_be_fought_by_a_proposal_that_is_opposed() -> None:
    case = told("Several States opposed the proposal to abolish the detention of migrants.")
    (theme,) = [s for s in case.statements() if short(s.entity) == "detention"]
    assert not theme.polarity
    case = told("Several States supported the proposal to abolish the detention of migrants.")
    (theme,) = [s for s in case.statements() if short(s.entity) == "detention"]
    assert short(theme.polarity) == "prevent-or-combat"


def test_becoming_party_to_it_is_said_of_the_treaty_before() -> None:
    text = "Some praised the CRC, and appealed to all States to become parties to it."
    assert ("crc", "ratify") in told(text).said("cites")
