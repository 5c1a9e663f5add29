"""Labels are found as whole words, the longest first, at the places where they stand."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gcm_kg.extraction.gazetteer import Finder, LabelMatch
from gcm_kg.model.vocabulary import Label
from gcm_kg.text.folding import fold, folded


def names(*texts: str, negative: tuple[str, ...] = (), layer: str = "names") -> list[Label]:
    """Labels that each name a thing of the same name."""
    positive = [Label(text, text, layer) for text in texts]
    return [*positive, *(Label(text, f"not {text}", layer, True) for text in negative)]


def matches(
    labels: list[Label], text: str, spans: list[tuple[int, int]] | None = None
) -> list[LabelMatch]:
    whole = [(0, len(text))] if spans is None else spans
    return Finder(labels).find(text, fold(text), whole)


def found(labels: list[Label], text: str) -> list[str]:
    """The words of the text that were found, on one line each."""
    return [" ".join(text[m.start : m.end].split()) for m in matches(labels, text)]


# --- whole words


def test_labels_are_found_with_their_places() -> None:
    (match,) = matches(names("Member States"), "All Member States agreed.")
    assert (match.start, match.end, match.label.entity) == (4, 17, "Member States")


def test_offsets_count_code_points() -> None:
    text = "\U0001f6a2\u0301 é Kyoto İ Kyoto"
    assert [text[m.start : m.end] for m in matches(names("Kyoto"), text)] == ["Kyoto", "Kyoto"]


@pytest.mark.parametrize("text", ["institution", "pins", "in2", "2in", "in_", "_in", "éin", "iné"])
def test_a_label_within_a_word_is_not_found(text: str) -> None:
    assert found(names("in"), text) == []


@pytest.mark.parametrize("text", ["cafe\u0301", "cafe\u0323", "cafe\u0903"])
def test_a_label_is_not_found_when_a_mark_changes_its_last_letter(text: str) -> None:
    assert found(names("cafe"), text) == []


@pytest.mark.parametrize(
    "text", ["in", "(in)", "in.", "“in”", "in's", "…in…", "to/in/of", "\nin\t"]
)
def test_a_label_is_found_beside_punctuation(text: str) -> None:
    assert found(names("in"), text) == ["in"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.7", ["8.7"]),
        ("8.7.", ["8.7"]),
        ("8.7, 16.2", ["8.7"]),
        ("8.7.1", []),
        ("1.8.7", []),
        ("18.7", []),
        ("8.70", []),
        ("8.7a", []),
        ("8.7.Then", ["8.7"]),
        ("see.8.7", ["8.7"]),
        ("1.8.7.Then", []),
    ],
)
def test_a_number_goes_on_over_a_point(text: str, expected: list[str]) -> None:
    assert found(names("8.7"), text) == expected


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("A/RES/71/280", "see A/RES/71/280.", ["A/RES/71/280"]),
        ("A/RES/71/280", "A/RES/71/280/Add.1", []),
        ("A/RES/71/280", "A/RES/71/2801", []),
        ("A/RES/71", "A/RES/71/280", []),
        ("RES/71/280", "A/RES/71/280", []),
        ("A/RES/71/280", "A/RES/71/280/ and", ["A/RES/71/280"]),
        ("A/71/L", "A/71/L.58", []),
        ("States", "States.5", ["States"]),
        ("A/71/L.58", "(A/71/L.58)", ["A/71/L.58"]),
        ("A/RES/71/280", "A/RES/71/\n280", []),
        ("States", "States/regions", ["States"]),
        ("280", "71/280", ["280"]),
    ],
)
def test_a_document_symbol_goes_on_over_a_stroke(
    label: str, text: str, expected: list[str]
) -> None:
    assert found(names(label), text) == expected


# --- which match


def test_the_longest_of_the_labels_that_begin_together_wins() -> None:
    labels = names("Protocol", "Protocol on Smuggling", "Smuggling")
    assert found(labels, "the Protocol on Smuggling") == ["Protocol on Smuggling"]
    assert found(labels, "the Protocol on Trafficking") == ["Protocol"]


def test_the_label_that_begins_first_wins_over_a_longer_one_that_begins_in_it() -> None:
    labels = names("human rights", "rights of the child in detention")
    assert found(labels, "human rights of the child in detention") == ["human rights"]


def test_what_follows_a_match_is_searched_again() -> None:
    assert found(names("a b", "b c", "c d"), "a b c d") == ["a b", "c d"]


def test_matches_may_touch() -> None:
    assert found(names("a)", "(b"), "a)(b") == ["a)", "(b"]


def test_a_label_found_twice_is_two_matches() -> None:
    assert found(names("sea"), "sea, sea-side, sea") == ["sea", "sea"]


def test_a_negative_label_takes_its_words_out_for_its_own_thing_only() -> None:
    denied = Label("Vienna Convention", "Vienna", "names", True)
    text = "Vienna and the Vienna Convention"
    found_of = [(m.start, m.label.negative) for m in matches([*names("Vienna"), denied], text)]
    assert found_of == [(0, False), (15, True)]
    both = [*names("Vienna", "Convention"), denied]
    assert [(m.start, m.label.text) for m in matches(both, text)] == [
        (0, "Vienna"), (15, "Vienna Convention"), (22, "Convention")
    ]  # fmt: skip


def test_a_negative_label_does_not_take_words_out_of_a_longer_name() -> None:
    labels = names("Vienna Convention on Treaties", negative=("Vienna Convention",))
    assert [m.label.negative for m in matches(labels, "Vienna Convention on Treaties")] == [False]


def test_a_negative_label_wins_over_an_equal_one() -> None:
    labels = [*names("goal"), Label("goal", "goal", "names", True)]
    assert [m.label.negative for m in matches(labels, "goal")] == [True]


def themes_in(text: str, *labels: str) -> list[str]:
    return [m.label.text for m in matches(names(*labels, layer="themes"), text)]


@pytest.mark.parametrize(
    ("longer", "modifiers"),
    [
        ("protection and assistance protocols", ["protection", "assistance"]),
        ("recruitment agencies", ["recruitment"]),
        ("child protection systems", ["protection"]),
        ("screening of migration routes", ["migration"]),
    ],
)
def test_a_compound_speaks_of_the_themes_that_are_its_modifiers(
    longer: str, modifiers: list[str]
) -> None:
    assert themes_in(f"through {longer}.", longer, *modifiers) == [longer, *modifiers]


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("child protection", "protection"),
        ("assistance to victims", "assistance"),
        ("stigmatization, racism and xenophobia", "stigmatization"),
        ("intelligence agencies", "intelligence"),
        ("legislative redefinition", "legislative"),
        ("identify and address causes", "identify"),
    ],
)
def test_a_compound_does_not_speak_of_what_is_not_its_modifier(longer: str, shorter: str) -> None:
    assert themes_in(f"through {longer}.", longer, shorter) == [longer]


def test_only_a_theme_is_read_out_of_a_longer_one() -> None:
    assert found(names("recruitment agencies", "recruitment"), "the recruitment agencies") == [
        "recruitment agencies"
    ]


def test_layers_do_not_compete() -> None:
    labels = [*names("forced labour convention"), *names("forced labour", layer="themes")]
    text = "the forced labour convention"
    assert [(m.label.layer, m.end) for m in matches(labels, text)] == [
        ("names", 28),
        ("themes", 17),
    ]


def test_a_negative_label_of_one_layer_leaves_the_others() -> None:
    labels = [*names(negative=("forced labour",)), *names("labour", layer="themes")]
    assert found(labels, "forced labour") == ["forced labour", "labour"]


# --- capitals


def test_capitals_of_a_label_are_needed_and_small_letters_are_not() -> None:
    assert found(names("member States"), "member States, Member States, member states") == [
        "member States",
        "Member States",
    ]


def test_an_acronym_is_found_in_capitals_only() -> None:
    assert found(names("ICT"), "ICT, Ict, ict, ICTs") == ["ICT"]


def test_words_in_capitals_are_found() -> None:
    assert found(names("New York"), "NEW YORK") == ["NEW YORK"]


def test_of_equal_labels_the_one_with_more_capitals_wins() -> None:
    labels = [Label("who", "pronoun", "names"), Label("WHO", "body", "names")]
    assert [m.label.entity for m in matches(labels, "who, WHO")] == ["pronoun", "body"]


@pytest.mark.parametrize("label", ["- The Hague", " The Hague", "*The Hague*", "<u>The</u> Hague"])
def test_capitals_are_looked_for_at_their_places_whatever_stands_around_a_label(label: str) -> None:
    assert found(names(label), "The Hague, the Hague, the hague") == ["The Hague"]


def test_capitals_are_looked_for_behind_hyphens_in_label_and_text() -> None:
    assert found(names("Counter-Trafficking"), "counter-trafficking, CounterTrafficking") == [
        "CounterTrafficking"
    ]
    assert found(names("CounterTrafficking"), "Counter-\nTrafficking") == ["Counter- Trafficking"]


# --- layout


@pytest.mark.parametrize(
    "text", ["non-refoulement", "nonrefoulement", "non-\nrefoulement", "non\u2011refoulement"]
)
def test_hyphens_do_not_matter(text: str) -> None:
    assert found(names("non-refoulement"), text) == [" ".join(text.split())]


@pytest.mark.parametrize("gap", [" ", "\n", "\r\n", "  \n  ", "\t", "\u00a0", "\n\n12\n\n", " <u>"])
def test_a_name_goes_on_over_line_ends_and_page_numbers(gap: str) -> None:
    text = f"the Global{gap}Compact."
    (match,) = matches(names("Global Compact"), text)
    assert (match.start, match.end) == (4, len(text) - 1)


def test_a_label_that_folds_to_nothing_is_never_found() -> None:
    assert found(names("-", " ", ""), "a - b") == []
    assert found([], "a - b") == []


# --- spans


def test_no_match_crosses_or_leaves_the_extents() -> None:
    text = "sea sea sea sea"
    spans = [(0, 3), (4, 6), (6, 9), (12, 15)]
    assert [m.start for m in matches(names("sea"), text, spans)] == [0, 12]
    assert matches(names("sea"), text, []) == []


def test_words_around_an_extent_still_bound_a_word() -> None:
    assert matches(names("sea"), "seaside", [(0, 3)]) == []


# --- properties

CHARACTERS = st.sampled_from("ab AB.-/12\n\r’é\u0301İΣς\U0001f6a2*")
TEXTS = st.text(CHARACTERS, max_size=40) | st.text(max_size=30)
LABELS = st.lists(
    st.builds(
        Label,
        st.text(CHARACTERS, max_size=5),
        st.sampled_from("xyz"),
        st.sampled_from(["names", "themes"]),
        st.booleans(),
    ),
    max_size=8,
)
SETTINGS = settings(max_examples=100, deadline=None)


@SETTINGS
@given(LABELS, TEXTS)
@example([Label("ΑΣ", "x", "names")], "İ ΑΣ")
def test_every_match_has_the_words_and_capitals_of_its_label(
    labels: list[Label], text: str
) -> None:
    for match in matches(labels, text):
        words = text[match.start : match.end]
        assert fold(words).text == folded(match.label.text)
        capitals = [c for c in match.label.text if c.isupper()]
        assert sum(c.isupper() for c in words) >= len(capitals) == match.capitals
        for side in (text[match.start - 1 : match.start], text[match.end : match.end + 1]):
            assert not side.isalnum()


@SETTINGS
@given(LABELS, TEXTS, st.lists(st.integers(0, 40), max_size=8))
def test_no_match_ever_crosses_an_extent(labels: list[Label], text: str, cuts: list[int]) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = list(pairwise(places))[::2]
    for match in matches(labels, text, spans):
        assert any(low <= match.start < match.end <= high for low, high in spans)


@SETTINGS
@given(LABELS, TEXTS)
def test_names_that_are_read_do_not_overlap_and_stand_in_order(
    labels: list[Label], text: str
) -> None:
    everything = matches(labels, text)
    assert [m.start for m in everything] == sorted(m.start for m in everything)
    chosen = [m for m in everything if m.label.layer == "names" and not m.label.negative]
    assert all(first.end <= second.start for first, second in pairwise(chosen))


@SETTINGS
@given(LABELS, TEXTS)
def test_one_layer_is_searched_as_if_there_were_no_other(labels: list[Label], text: str) -> None:
    alone = [label for label in labels if label.layer == "names"]
    assert matches(alone, text) == [m for m in matches(labels, text) if m.label.layer == "names"]


@SETTINGS
@given(
    st.text("abAB", min_size=1, max_size=4),
    st.lists(st.sampled_from(["x", "Y.", "(z", "8"]), max_size=3),
    st.lists(st.sampled_from(["x", "Y.", "z)", "8"]), max_size=3),
)
def test_a_label_that_stands_in_the_text_as_words_is_found(
    label: str, before: list[str], after: list[str]
) -> None:
    text = " ".join([*before, label, *after])
    start = len(" ".join(before)) + bool(before)
    assert [(m.start, m.end) for m in matches(names(label), text)] == [(start, start + len(label))]


def test_the_order_of_labels_does_not_change_what_is_found() -> None:
    labels = names("a", "a b", "b c", "c", negative=("b",))
    text = "a b c a c b"
    assert matches(labels, text) == matches(labels[::-1], text)


def test_finding_time_grows_with_the_length() -> None:
    labels = names(*("a " * n + "a" for n in range(20)), "8.7", "A/RES/71/280")
    finder, text = Finder(labels), "a 8.7.1 A/RES/71/280/ " * 10_000
    begin = time.process_time()
    finder.find(text, fold(text), [(0, len(text))])
    assert time.process_time() - begin < 3
