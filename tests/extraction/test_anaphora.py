"""Names that lean on other names, and names that nothing explains."""

from __future__ import annotations

import pytest
from extraction.sentences import Case, asked, iri, reader, told

from gcm_kg.extraction.recognition import find_mentions
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part
from gcm_kg.reading.summary import read

BOTH = "They spoke of the Trafficking Protocol and the Smuggling Protocol."
AGENDA = "They spoke of the 2030 Agenda."


def leaning(sentence: str, rule: str, context: str = "Opening words.") -> list[tuple[str, ...]]:
    """What a rule makes of a sentence in the narrative."""
    case = told(sentence, context)
    return [name for name, maker in zip(case.named(), case.makers(), strict=True) if maker == rule]


# --- goals and targets


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "They named goals 5.2, 8.7 and 16.2.",
            [("goals 5.2", "sdg-5-2"), ("8.7", "sdg-8-7"), ("16.2", "sdg-16-2")],
        ),
        (
            "They named targets 5.2, 8.7, and 16.2.",
            [("targets 5.2", "sdg-5-2"), ("8.7", "sdg-8-7"), ("16.2", "sdg-16-2")],
        ),
        ("They named target 8.7 and 16.2.", [("16.2", "sdg-16-2")]),
        ("They named SDG 5.2 and 8.7.", [("8.7", "sdg-8-7")]),
        ("They named SDGs 5 and 8.", [("SDGs 5", "sdg-5"), ("8", "sdg-8")]),
        (
            "They named Sustainable Development Goals 5 and 8.",
            [("Sustainable Development Goals 5", "sdg-5"), ("8", "sdg-8")],
        ),
        ("They named Goal 16.", [("Goal 16", "sdg-16")]),
        ("They named goal 8.7 of the 2030 Agenda.", []),
        ("They named goals 5 and 8 of the SDGs.", [("goals 5", "sdg-5"), ("8", "sdg-8")]),
    ],
)
def test_numbers_behind_goal_or_target_name_goals_of_the_2030_agenda(
    sentence: str, names: list[tuple[str, ...]]
) -> None:
    assert leaning(sentence, "numbered-goal", AGENDA) == names


def test_numbers_take_the_place_of_the_name_of_all_goals_together() -> None:
    assert told("They named SDGs 5 and 8.").named() == [("SDGs 5", "sdg-5"), ("8", "sdg-8")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They named target 17.99.", ["target 17.99"]),
        ("They named goals 5.2 and 99.", ["99"]),
        ("They named Goal 5 of the Kigali Plan.", ["Goal 5"]),
        ("They named target 8.7 of their strategy and target 5.1 of their plan.", ["target 5.1"]),
    ],
    ids=["no such target", "one of two", "of another plan", "of another plan, small"],
)
def test_a_number_of_no_known_goal_stays_unresolved(sentence: str, words: list[str]) -> None:
    made = leaning(sentence, "numbered-goal", AGENDA)
    assert [name[0] for name in made if len(name) == 1] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "They have a goal of 5 centres.",
        "They target 5 regions.",
        "They named goal 5 of a plan.",
        "They met a target of 8.7 per cent.",
        "They target 5,000 people and a goal 50%.",
        "They met a target 8.7 per cent higher, and target 1.5 million.",
        "They named Aichi Targets 5 and 8.",
        "Aichi Targets 5 and 8 were named.",
        "Goals were named. 5 and 8 were others.",
        "They named targets 5-8.",
    ],
)
def test_other_numbers_behind_goal_or_target_name_none(sentence: str) -> None:
    made = leaning(sentence, "numbered-goal", AGENDA)
    assert made == []


def test_without_the_agenda_numbers_of_goals_are_nothing() -> None:
    assert told("They named goals 5.2, 8.7 and 16.2.").named() == []


# --- the Convention


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("UNTOC is old. They praise the Convention.", [("the Convention", "untoc")]),
        ("UNTOC is old. The Convention’s aim is clear.", [("The Convention", "untoc")]),
        ("They praise this Convention.", [("this Convention",)]),
        (
            "The Trafficking Protocol and the Smuggling Protocol are old. The Protocol helps.",
            [("The Protocol",)],
        ),
        ("The Smuggling Protocol is old. The Convention helps.", [("The Convention",)]),
        ("UNTOC is old. The Convention helps. The Convention stays.", ["untoc", "untoc"]),
        ("The Convention helps. UNTOC is old. The Convention stays.", ["", ""]),
        ("The 2030 Agenda is long. The Plan is short.", [("The Plan",)]),
        ("The 2030 Agenda is long. The Agenda is good.", [("The Agenda", "agenda2030")]),
        ("The Geneva Convention and UNTOC are old. The Convention stays.", [("The Convention",)]),
        (
            "UNTOC and the Forced Labour Convention are old. The Convention stays.",
            [("The Convention",)],
        ),
        (
            "The Trafficking Protocol and the Protocol relating to the Status of Refugees are old. "
            "The Protocol stays.",
            [("The Protocol",)],
        ),
        (
            "The Protocol of 2014 to the Forced Labour Convention, 1930 is new. "
            "The Convention stays.",
            [("The Convention",)],
        ),
        ("UNTOC is old. A regional convention is near. The Convention stays.", [""]),
        ("UNTOC is old. Another treaty is near. The Convention stays.", [""]),
        ("The 2030 Agenda is long. A new treaty is near. The Agenda is good.", ["agenda2030"]),
        ("They praise the Compact.", [("the Compact",)]),
        ("Two global compacts are near. The compact should help.", []),
    ],
    ids=[
        "one before",
        "at the beginning of a sentence",
        "none before",
        "two before",
        "of another class",
        "twice",
        "named later",
        "a plan by another noun",
        "a plan by its noun",
        "beside an unknown one",
        "beside one of another class with the same noun",
        "beside a protocol that supplements nothing",
        "a protocol whose name goes on with a convention",
        "beside one without a name",
        "beside a treaty without a name",
        "a plan beside a treaty without a name",
        "a compact with a capital",
        "a compact without one",
    ],
)
def test_the_convention_is_the_only_one_named_before(sentence: str, names: list[object]) -> None:
    made = leaning(sentence, "head-noun")
    if all(isinstance(name, str) for name in names):
        assert [name[1] if name[1:] else "" for name in made] == names
    else:
        assert made == names


@pytest.mark.parametrize(
    "sentence",
    [
        "UNTOC is old. The Convention on the Rights of the Child is older.",
        "UNTOC is old. The Convention against corruption is younger.",
        "UNTOC is old. The Convention (CRC) is older.",
        "UNTOC is old. The Convention of 1951 is older.",
        "UNTOC is old. The Convention relating to refugees is older.",
        "UNTOC is old. The convention was held in May.",
        "UNTOC is old. The Conventions Committee met.",
    ],
)
def test_a_convention_that_its_own_words_name_is_not_the_one_before(sentence: str) -> None:
    assert leaning(sentence, "head-noun") == []


def test_a_convention_of_another_part_is_not_meant() -> None:
    assert leaning("The Convention helps.", "head-noun", "UNTOC is old.") == [("The Convention",)]


@pytest.mark.parametrize(
    ("sentence", "before", "names"),
    [
        ("That Protocol demands it.", "Ratify the Smuggling Protocol.", ["smuggling-protocol"]),
        ("The said Convention demands it.", "Ratify UNTOC.", ["untoc"]),
        ("That Protocol demands it.", "Ratify the Palermo Protocols.", [""]),
        (
            "That Protocol demands it.",
            "Ratify the Smuggling Protocol and the Protocol on Fish.",
            [""],
        ),
    ],
    ids=["one", "named without the noun", "several", "beside an unknown one"],
)
def test_what_is_pointed_at_may_stand_in_the_part_before(
    sentence: str, before: str, names: list[str]
) -> None:
    text = f"I. Opening\n\nWords.\n\nII. Areas\n\na. First area\n\n- {before}\n- {sentence}\n"
    case = Case(read(text), "II.a.2", Annotations())
    assert [name[1] if name[1:] else "" for name in case.named()] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The global compact for migration is near. The compact should help.", ["gcm"]),
        ("The global compact on refugees is near. The compact should help.", ["refugees"]),
        ("The UN Global Compact is old. The compact should help.", []),
        ("Two global compacts are near. The compact should help.", []),
        ("The global compact for migration is near. A compact should help.", []),
    ],
)
def test_the_compact_is_the_only_one_that_the_document_names(
    sentence: str, names: list[str]
) -> None:
    made = [name[1] for name in leaning(sentence, "head-noun") if name[1:]]
    assert [name.removeprefix("global-compact-on-") for name in made] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ratify the Smuggling Protocol and its parent convention.", ["untoc"]),
        ("Ratify the Paris Agreement and its parent convention.", []),
        ("Ratify UNTOC and its parent convention on crime.", []),
    ],
)
def test_the_parent_convention_is_what_a_protocol_supplements(
    sentence: str, names: list[str]
) -> None:
    assert [name[1] for name in leaning(sentence, "instrument-pronoun")] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("UNTOC and CEDAW differ. They urged the ratification of the latter.", ["cedaw"]),
        ("UNTOC is older than CEDAW. They spoke to the former.", ["untoc"]),
        ("UNTOC, CEDAW and CAT differ. They spoke of the latter.", []),
        ("UNTOC and CEDAW differ. They spoke to the former President.", []),
    ],
)
def test_the_former_and_the_latter_are_of_two(sentence: str, names: list[str]) -> None:
    assert [name[1] for name in leaning(sentence, "instrument-pronoun")] == names


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Ratify CAT, and align the Penal Code with its terms", [("cat", "align-with")]),
        ("Ratify CAT and harmonize laws with it", [("cat", "align-with")]),
        ("Ratify CAT and put it into a frame", []),
        ("Ratify CAT and transpose it into domestic law", [("cat", "implement")]),
        ("Ratify CAT and lift the reservations to it", [("cat", "withdraw-reservations")]),
        ("Ratify CAT and ensure its full implementation", [("cat", "implement")]),
        ("Ratify CAT and implement all its provisions", [("cat", "implement")]),
        ("Ratify CAT, adopt a plan and implement its provisions", []),
        ("Ratify CAT and bring laws into line with its obligations", []),
        ("Ratify CAT and CEDAW, and align laws with its terms", []),
        (
            "Ratify CAT and CEDAW, and align laws with their terms",
            [("cat", "align-with"), ("cedaw", "align-with")],
        ),
    ],
)
def test_what_is_asked_of_its_provisions_is_asked_of_the_treaty(
    sentence: str, read: list[tuple[str, str]]
) -> None:
    found = [pair for pair in asked(sentence).said("cites") if pair[1] != "ratify"]
    assert sorted(found) == read


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "The Trafficking Protocol and the Smuggling Protocol differ. Both Protocols help.",
            {"trafficking-protocol", "smuggling-protocol"},
        ),
        ("The Trafficking Protocol differs. Both Protocols help.", set()),
    ],
)
def test_both_protocols_are_the_two_that_were_named(sentence: str, names: set[str]) -> None:
    assert {n for name in leaning(sentence, "protocols-thereto") for n in name[1:]} == names


# --- Protocols

TWO = ("trafficking-protocol", "smuggling-protocol")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("They praise UNTOC and the two relevant Protocols thereto.", TWO),
        ("They praise UNTOC and its two Protocols.", TWO),
        ("They praise UNTOC and its Protocols.", TWO),
        ("They praise UNTOC. Both Protocols help.", TWO),
        ("They praise UNTOC and Protocols thereto.", TWO),
        ("They praise the two Protocols supplementing UNTOC.", TWO),
        ("They praise the Protocols to the Palermo Convention.", TWO),
        ("They praise UNTOC and its three Protocols.", (*TWO, "firearms-protocol")),
        ("They praise UNTOC and its four Protocols.", ()),
        ("They urge parties to UNTOC and the Protocols thereto to act.", TWO),
        ("They praise its two Protocols.", ()),
        ("They praise UNTOC. The Convention on X and its two Protocols are others.", ()),
        ("They praise UNTOC. The Covenant on X and its two Protocols are others.", ()),
        ("They praise UNTOC and the Protocols to the Geneva Conventions.", ()),
        ("They praise UNTOC and its Protocols on firearms.", ()),
    ],
)
def test_protocols_are_those_of_the_treaty_named_last(
    sentence: str, names: tuple[str, ...]
) -> None:
    ((_, *entities),) = leaning(sentence, "protocols-thereto", BOTH)
    assert sorted(entities) == sorted(names)


def test_protocols_that_the_document_names_nowhere_are_not_meant() -> None:
    sentence = "They praise UNTOC and its two Protocols."
    assert leaning(sentence, "protocols-thereto") == [("its two Protocols",)]


def test_protocols_of_which_the_document_names_one_are_the_group_of_them() -> None:
    context = "They spoke of the Trafficking Protocol."
    sentence = "They praise UNTOC and its Protocols."
    assert leaning(sentence, "protocols-thereto", context) == [("its Protocols", "untoc-protocols")]


@pytest.mark.parametrize(
    "sentence",
    [
        "They praise UNTOC and new protocols.",
        "They praise UNTOC. Protocols on screening help.",
        "They praise UNTOC and the Optional Protocols.",
    ],
)
def test_protocols_without_a_word_that_points_back_are_left_alone(sentence: str) -> None:
    assert leaning(sentence, "protocols-thereto", BOTH) == []


# --- these instruments


@pytest.mark.parametrize(
    ("sentence", "entities"),
    [
        ("They praise UNTOC and the New York Declaration. These instruments help.", 2),
        ("They praise UNTOC and the New York Declaration. Both legal instruments help.", 2),
        ("They praise UNTOC, the GCM and the 2030 Agenda. Those instruments help.", 3),
        ("They praise UNTOC, the GCM and the 2030 Agenda. Both instruments help.", 0),
        ("They praise UNTOC. These instruments help.", 0),
        ("They praise UNTOC and the GCM. They praise unions. These instruments help.", 0),
        ("They praise IOM and UNHCR. These instruments help.", 0),
    ],
    ids=["two", "both", "three", "both of three", "one", "a sentence between", "no instruments"],
)
def test_these_instruments_are_those_of_the_sentence_before(sentence: str, entities: int) -> None:
    ((_, *named),) = leaning(sentence, "these-instruments")
    assert len(named) == entities


def test_instruments_of_music_are_nothing() -> None:
    sentence = "They praise UNTOC and the GCM. Such instruments and their instruments sound."
    assert leaning(sentence, "these-instruments") == []


# --- what nothing explains

COVENANT = "Covenant on the Rights of All Smuggled Migrants"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They met with XYZ.", "XYZ"),
        ("They recalled A/RES/61/5 and no more.", "A/RES/61/5"),
        ("They recalled E/CN.15/2017/4 and no more.", "E/CN.15/2017/4"),
        ("They praised the Kigali Declaration.", "Kigali Declaration"),
        ("The Kigali Principles help.", "Kigali Principles"),
        ("In the Nairobi Declaration they agreed.", "Nairobi Declaration"),
        ("They praised the Élysée Treaty.", "Élysée Treaty"),
        ("They praised the Statute.", "Statute"),
        ("They praised the Covenant on the Rights of All Smuggled Migrants.", COVENANT),
        ("They met with the Ministry of Labour of Mexico.", "Ministry of Labour"),
        ("They met States of the Kigali Declaration of Member States.", "Kigali Declaration"),
        ("They praised Ruritania’s Future Now Project.", "Ruritania’s Future Now Project"),
    ],
)
def test_a_name_that_nothing_explains_is_kept_unresolved(sentence: str, words: str) -> None:
    unresolved = [name for name in told(sentence).named() if len(name) == 1]
    assert unresolved == [(words,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Conventions of society differ. Declaration of love: none.",
        "However, they agreed. In Nairobi they met.",
        "THEY MET WITH XYZ.",
        "They met on DAY II in PANEL IV.",
        "Smuggled Migrants and Victims of Trafficking were heard.",
        "We met in May.",
    ],
    ids=["sentence begins", "sentence begins with a small word", "all in capitals", "layout"]
    + ["a concept in a title", "one capitalized word"],
)
def test_capitals_that_mean_nothing_are_no_name(sentence: str) -> None:
    assert [name for name in told(sentence).named() if len(name) == 1] == []


def test_headings_have_no_unknown_names() -> None:
    case = told("They met.")
    heading = case.document.by_identifier["II.heading"]
    assert heading.kind == "Heading"
    assert all(m.part.kind != "Heading" for m in case.mentions())


def test_words_that_a_judgement_explains_are_not_unknown() -> None:
    case = told("They met with XYZ and ABC.")
    start = case.document.text.index("XYZ")
    mentions = find_mentions(
        case.document, reader().vocabulary, reader().finder, [(start, start + 3)]
    )
    words = [case.document.text[m.start : m.end] for m in mentions if m.layer == "names"]
    assert words == ["ABC"]


def test_a_table_of_contents_is_searched_like_any_part() -> None:
    part = Part("Paragraph", "contents.p1", "main", "toc__p_1", "contents", 1, 0, 9)
    mentions = find_mentions(Document("The UNTOC", (part,)), reader().vocabulary, reader().finder)
    assert [m.entities for m in mentions if m.layer == "names"] == [(iri("instrument/untoc"),)]


def test_a_document_without_parts_has_no_mentions() -> None:
    document = Document("UNTOC. The Convention and its Protocols.", ())
    assert find_mentions(document, reader().vocabulary, reader().finder) == []


def test_all_kinds_of_rules_may_meet_in_a_recommendation() -> None:
    case = asked("Ratify UNTOC and the two Protocols thereto, and meet goals 5.2 and 8.7", BOTH)
    assert case.makers() == ["label", "protocols-thereto"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("both Conventions", {"untoc", "uncac"}),
        ("the two conventions", {"untoc", "uncac"}),
        ("all three instruments", {"untoc", "uncac", "smuggling-protocol"}),
        ("these three treaties", {"untoc", "uncac", "smuggling-protocol"}),
        ("these three conventions", set()),
        ("both Covenants", set()),
    ],
)
def test_a_noun_in_the_plural_stands_for_those_it_can_mean(words: str, named: set[str]) -> None:
    sentence = f"Ratify UNTOC, UNCAC and the Smuggling Protocol and implement {words}"
    said = asked(sentence).said("cites")
    assert {row[0] for row in said if row[1:] == ("implement",)} == named
