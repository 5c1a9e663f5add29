"""Which words name things: labels, names inside names, coordinated names, and judgements."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from extraction.sentences import NARRATIVE, Case, asked, iri, judged, reader, told
from hypothesis import given, settings
from hypothesis import strategies as st

from gcm_kg.errors import InputError
from gcm_kg.extraction.mentions import MentionIndex, sort_key
from gcm_kg.extraction.recognition import find_mentions
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import REPEATED
from gcm_kg.text.folding import folded

# --- labels


def test_a_label_is_found_as_whole_words_with_its_capitals() -> None:
    assert told("We praise UNTOC.").named() == [("UNTOC", "untoc")]


@pytest.mark.parametrize(
    "sentence",
    [
        "We praise untoc, Untoc and iom.",
        "She states that the compact has three protocols and two declarations.",
        "The conventions of society and the rules of each state differ.",
        "These are plans of action, and our agenda is long.",
        "The preUNTOC and the UNTOC_2 are something else.",
    ],
)
def test_common_nouns_verbs_and_acronyms_in_the_wrong_case_name_nothing(sentence: str) -> None:
    assert told(sentence).named() == []


def test_the_longest_label_wins() -> None:
    sentence = "They follow the Global Plan of Action to Combat Trafficking in Persons."
    words = "Global Plan of Action to Combat Trafficking in Persons"
    assert told(sentence).named() == [(words, "gpa-trafficking")]


def test_a_negative_label_takes_its_words_out_and_they_stay_to_be_looked_up() -> None:
    assert told("We praise the Vienna Convention.").named() == [("Vienna Convention",)]


def test_a_negative_label_of_one_theme_leaves_the_words_to_the_others() -> None:
    sentence = "They help by assisting in identification procedures at borders."
    assert ("identification procedures", "identification-and-referral") in told(sentence).named(
        "themes"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She leads the Migration Policy Centre in Florence.", []),
        ("The Migration Policy Centre studies migration policy.", ["migration policy"]),
        ("They will ratify the Smuggling Protocol.", []),
    ],
)
def test_the_name_of_an_organization_or_instrument_says_nothing_of_the_words_in_it(
    sentence: str, expected: list[str]
) -> None:
    found = {words for words, *_ in told(sentence).named("themes")}
    assert found & {"Migration Policy", "Policy", "Migration", "migration policy", "Smuggling"} == (
        set(expected)
    )


@pytest.mark.parametrize(
    "name",
    ["Smuggling\nProtocol", "Smuggling  Protocol", "Smug-\ngling Protocol"],
    ids=["line break", "two spaces", "hyphen"],
)
def test_a_label_may_be_broken(name: str) -> None:
    (found,) = told(f"We praise the {name} here.").named()
    assert found[1:] == ("smuggling-protocol",)


def test_a_label_may_be_broken_by_a_page_number() -> None:
    case = asked("Ratify the Smuggling\n\n- 12 -\n\n  Protocol and more")
    (found,) = case.named()
    assert found == ("Smuggling - 12 - Protocol", "smuggling-protocol")


def test_a_label_does_not_go_on_in_the_next_part() -> None:
    case = told("This is about the Smuggling", context="Protocol matters are for others.")
    assert [m for m in case.mentions() if m.layer == "names"] == []


def test_a_theme_is_mentioned_once_in_a_part_and_again_in_the_next() -> None:
    case = told("Asylum and once more asylum.", context="We speak of asylum.")
    asylum = [m for m in case.mentions() if m.entities == (iri("theme/asylum"),)]
    places = [(m.part.identifier, m.layer) for m in asylum]
    assert places == [("I.p1", "themes"), (NARRATIVE, "themes"), (NARRATIVE, REPEATED)]


# --- names inside names


def test_the_issuer_within_the_name_of_an_instrument_is_named_too() -> None:
    case = told("They keep the ILO labour conventions.")
    assert case.named() == [("ILO labour conventions", "ilo-labour-conventions"), ("ILO", "ilo")]
    assert case.makers() == ["label", "part-of-name"]


def test_who_names_an_entity_of_the_united_nations_does_not_name_all_of_them() -> None:
    assert told("They thanked the United Nations Children's Fund.").said("namesActor") == [
        ("unicef",)
    ]


def test_what_stands_in_the_name_of_an_office_is_no_theme() -> None:
    case = told("They heard the Special Rapporteur on contemporary forms of slavery.")
    assert case.said("hasTheme") == []


def test_the_issuer_is_named_where_a_line_breaks_its_name() -> None:
    named = told("They recall General\nAssembly resolution 71/280.").named()
    assert named[1:] == [("General Assembly", "unga")]


def test_an_actor_that_does_not_stand_in_the_name_is_not_named() -> None:
    assert told("They praise the New York Declaration.").makers() == ["label"]


# --- coordinated names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "They praise its Trafficking and Smuggling Protocols.",
            [("Trafficking and Smuggling Protocols", "trafficking-protocol")],
        ),
        ("They praise the Trafficking or the Smuggling Protocol.", []),
        (
            "The Trafficking in Persons and Smuggling of Migrants Protocols help.",
            [
                (
                    "Trafficking in Persons and Smuggling of Migrants Protocols",
                    "trafficking-protocol",
                )
            ],
        ),
        (
            "The Trafficking and/or Smuggling Protocol helps.",
            [("Trafficking and/or Smuggling Protocol", "trafficking-protocol")],
        ),
        (
            "The Smuggling,\nand Trafficking Protocols help.",
            [("Smuggling, and Trafficking Protocols", "smuggling-protocol")],
        ),
    ],
)
def test_the_first_of_two_coordinated_names_has_lost_its_last_word(
    sentence: str, names: list[tuple[str, ...]]
) -> None:
    case = told(sentence)
    pairs = zip(case.named(), case.makers(), strict=True)
    assert [name for name, maker in pairs if maker == "coordination"] == names


def test_each_of_three_coordinated_names_but_the_last_has_lost_its_last_word() -> None:
    case = told("They praise the Trafficking, Smuggling and Firearms Protocol.")
    assert [name[1] for name in case.named()] == [
        "trafficking-protocol",
        "smuggling-protocol",
        "firearms-protocol",
    ]
    assert case.makers() == ["coordination", "coordination", "label"]


def test_a_head_behind_a_hyphen_is_given_back_too() -> None:
    principles = asked("Work in a child- and gender-sensitive way").named("principles")
    assert ("child- and gender-sensitive", "child-sensitivity") in principles


def test_a_page_number_may_part_coordinated_names() -> None:
    case = asked("Ratify the Trafficking\n\n7\n\n  and Smuggling Protocols")
    assert [name[1:] for name in case.named()] == [
        ("trafficking-protocol",),
        ("smuggling-protocol",),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "They fight trafficking and Smuggling Protocols help.",
        "They praise the New York and Smuggling Protocols.",
        "They end Trafficking. And Smuggling Protocols help.",
        "They end Trafficking; and Smuggling Protocols help.",
    ],
    ids=["small letter", "no such label", "sentence ends", "semicolon"],
)
def test_other_words_before_a_conjunction_are_no_coordinated_name(sentence: str) -> None:
    assert told(sentence).makers().count("coordination") == 0


def test_words_that_a_name_has_already_are_not_taken_for_a_coordinated_one() -> None:
    case = told("It criminalizes irregular migration and border policies fail.")
    assert "coordination" not in [m.maker.rsplit("/", 1)[-1] for m in case.mentions()]


# --- judgements


def test_a_row_adds_a_mention_in_the_layer_of_its_thing(tmp_path: Path) -> None:
    case = told("They spoke of those ashore.")
    row = {"quote": "those ashore", "entity": "population/refugees"}
    case = judged(case, tmp_path, "mentions", row)
    assert case.named("populations") == [("those ashore", "refugees")]


def test_a_row_explains_what_no_rule_could(tmp_path: Path) -> None:
    case = told("They praised the Kigali Declaration.")
    assert case.named() == [("Kigali Declaration",)]
    row = {"quote": "Kigali Declaration", "entity": "instrument/ny-declaration"}
    case = judged(case, tmp_path, "mentions", row)
    assert case.named() == [("Kigali Declaration", "ny-declaration")]
    assert case.makers() == ["r1"]


def test_a_row_rejects_one_of_two_things_and_leaves_the_other(tmp_path: Path) -> None:
    context = "They named the Trafficking Protocol and the Smuggling Protocol."
    case = told("They praised UNTOC and its Protocols.", context)
    row = {"verdict": "reject", "quote": "its Protocols", "entity": "instrument/smuggling-protocol"}
    case = judged(case, tmp_path, "mentions", row)
    assert case.named() == [("UNTOC", "untoc"), ("its Protocols", "trafficking-protocol")]


def test_a_row_without_an_entity_rejects_all_that_its_words_are_taken_for(tmp_path: Path) -> None:
    row = {"verdict": "reject", "quote": "UNTOC"}
    case = judged(told("They praised UNTOC."), tmp_path, "mentions", row)
    assert case.named() == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"quote": "UNTOC", "entity": "instrument/untoc"}, "something new to add"),
        ({"verdict": "reject", "quote": "praised"}, "a rule takes for a mention"),
        (
            {"verdict": "reject", "quote": "UNTOC", "entity": "instrument/gcm"},
            "a rule takes for a mention",
        ),
    ],
    ids=["adds what is there", "rejects what is not", "rejects another thing"],
)
def test_a_row_that_changes_nothing_is_refused(
    tmp_path: Path, row: dict[str, str], message: str
) -> None:
    case = judged(told("They praised UNTOC."), tmp_path, "mentions", row)
    with pytest.raises(InputError, match=message) as error:
        case.mentions()
    assert "mentions.tsv:2" in str(error.value)


# --- any text

WORDS = """
UNTOC|Smuggling Protocol|Protocols|its two Protocols thereto|the Convention|These instruments|
Trafficking|and|or|,|.|;|-|goals 5.2, 8.7 and 16.2|SDGs 5|target|2030 Agenda|States|should|ratify|
Ratify|implement|not|in line with|in cooperation with|with|IOM|ILO|labour conventions|Vienna|(|)|
Austria|“|’s|’|Kigali Declaration|A/RES/61/5|XYZ|migrants|smugglers|gender-sensitive|child|the|of|
é|İ|ß|🙂|etc|such as|is operationalized
"""
FRAGMENTS = st.sampled_from(
    [word.strip("\n") for word in WORDS.split("|")]
    + ["\n", "\n\n", "\n\n12\n\n", "\n\n- 3 -\n\n", "\u00ad", "\u00a0", "\t"]
)
TEXTS = st.lists(st.tuples(FRAGMENTS, st.sampled_from(["", " ", " ", " "])), max_size=40).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)


def document(texts: list[str], kind: str) -> Document:
    """A document with one leaf for each text; the first is a paragraph."""
    whole = Part("Document", "document", "", "", None, 1, 0, sum(map(len, texts)))
    parts, position = [whole], 0
    for number, text in enumerate(texts, 1):
        leaf = Part(
            kind if number > 1 else "Paragraph",
            f"I.{number}",
            "main",
            f"item_{number}",
            "document",
            number,
            position,
            position + len(text),
        )
        parts.append(leaf)
        position = leaf.end
    return Document("".join(texts), tuple(parts))


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(["Recommendation", "Paragraph"]))
def test_any_text_gives_mentions_with_words_inside_their_parts_in_order(
    texts: list[str], kind: str
) -> None:
    made = document(texts, kind)
    mentions = find_mentions(made, reader().vocabulary, reader().finder)
    for mention in mentions:
        assert mention.part.start <= mention.start < mention.end <= mention.part.end
        assert folded(made.text[mention.start : mention.end])
        assert all(entity in reader().vocabulary.kinds for entity in mention.entities)
    assert mentions == sorted(mentions, key=sort_key)
    statements = Case(made, "I.1", Annotations()).statements()
    assert all(
        s.part.start <= low < high <= s.part.end for s in statements for low, high in s.evidence
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "UNTOC and its two Protocols, the Trafficking Protocol, the Smuggling Protocol. ",
        "The Convention holds. ",
        "UNTOC and the GCM. These instruments help. ",
        "States, ",
        "SDGs 5, ",
        "ratify, implement and ",
        "XYZ and Kigali Plan of the ",
    ],
)
def test_a_very_long_part_is_read_to_its_end(words: str) -> None:
    # A quarter of a second where time grows with the length; a minute where with its square.
    made = document(["", f"UNTOC. {words * 1500}"], "Recommendation")
    assert Case(made, "I.2", Annotations()).statements()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 19), st.integers(1, 6)), max_size=8))
def test_what_is_taken_is_neither_free_nor_in_a_gap(spans: list[tuple[int, int]]) -> None:
    found = MentionIndex(document(["x" * 25], "Paragraph"), reader().vocabulary)
    for start, length in spans:
        found.take("names", (start, start + length))
    taken = {i for start, length in spans for i in range(start, start + length)}
    gaps = {i for low, high in found.gaps("names", 0, 25) for i in range(low, high)}
    assert gaps == set(range(25)) - taken
    for start, length in spans:
        assert not found.is_free("names", start, start + length)
        assert found.is_free("themes", start, start + length)


def test_a_decomposed_letter_is_the_letter_of_the_label() -> None:
    name = unicodedata.normalize("NFD", "Miroslav Lajčák")
    assert asked(f"Thank {name} today").named() == [(name, "miroslav-lajcak")]
