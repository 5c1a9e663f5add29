"""Folding makes variants of a name equal, and never loses where a character came from."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gcm_kg.text.folding import fold, folded

CHARACTERS = "aZé İIıßΣςσ\u0301\U0001f6a2\U00010400’“”'\"-\u00ad\u2010\u2011–*<u>/ \t\n\r\f\u00a0"
SPACES = st.sampled_from(["-", " ", "\n", "\n\n", "\t", "\r\n", "12", "*", "<u>", "</u>", "7 of 9"])
TEXTS = st.lists(SPACES | st.sampled_from(CHARACTERS) | st.characters(), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Member States", "member states"),
        ("member \t\n states", "member states"),
        ("member\u00a0states", "member states"),
        ("gender-sensitive", "gendersensitive"),
        ("gender\u2011sensitive", "gendersensitive"),
        ("gender\u2010sensitive", "gendersensitive"),
        ("traf\u00adficking", "trafficking"),
        ("gender-\nsensitive", "gendersensitive"),
        ("gender- \n   sensitive", "gendersensitive"),
        ("gender-\r\nsensitive", "gendersensitive"),
        ("child- and gender", "child and gender"),
        ("regions - also", "regions also"),
        ("regions -\nalso", "regions also"),
        ("one – two", "one – two"),
        ("*issue* <u>brief</u>", "issue brief"),
        ("the * issue", "the issue"),
        ("the state`s", "the state's"),
        ("UNTOC[1] and UNCAC.[12] Then", "untoc and uncac. then"),
        ("UNTOC† and UNCAC ‡ too", "untoc and uncac too"),
        ("see [1] and [sic]", "see [1] and [sic]"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("“it’s”", '"it\'s"'),
        ("İstanbul", "istanbul"),
        ("ΟΔΟΣ ΟΔΟΣ", "οδοσ οδοσ"),
        ("Straße", "straße"),
    ],
)
def test_text_is_folded(text: str, expected: str) -> None:
    assert fold(text).text == expected


@pytest.mark.parametrize("page", ["12", " 12 ", "- 12 -", "Page 12", "Page 2 of 12"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_number_between_blank_lines_is_one_space(page: str, end: str) -> None:
    assert fold(f"the{end}{end}{page}{end}{end}Compact").text == "the compact"


def test_a_hyphen_bridges_a_page_break() -> None:
    assert fold("gender-\n\n12\n\nsensitive").text == "gendersensitive"


@pytest.mark.parametrize("text", ["goal\n16\nis", "1234", "the\n\n2017\n\nAgenda", "a 12 b"])
def test_other_numbers_stay(text: str) -> None:
    assert fold(text).text == " ".join(text.lower().split())


def test_a_label_is_folded_without_spaces_at_its_ends() -> None:
    assert folded(" - The Compact \n") == "the compact"
    assert folded("-") == ""


def test_places_in_the_source_are_known_behind_everything_that_is_dropped() -> None:
    text = "A- \n b  <u>C</u>\n\n12\n\n\U0001f6a2-D"
    folding = fold(text)
    assert folding.text == "ab c \U0001f6a2d"
    assert [text[folding.source(i)] for i in range(len(folding.text))] == list("Ab C\n\U0001f6a2D")
    assert folding.span(0, 2) == (0, 6)
    assert text[slice(*folding.span(5, 7))] == "\U0001f6a2-D"


@settings(max_examples=100, deadline=None)
@given(TEXTS)
@example("İ-\n\n1\n\n ΑΣ")
def test_every_folded_character_maps_back_to_the_character_it_came_from(text: str) -> None:
    folding = fold(text)
    for index, character in enumerate(folding.text):
        origin = text[slice(*folding.span(index, index + 1))]
        if character == " ":
            assert origin[0].isspace()
        else:
            assert character in fold(origin).text
            assert len(origin) == 1 or unicodedata.combining(origin[-1])


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_places_in_the_source_rise_and_stay_within_it(text: str) -> None:
    folding = fold(text)
    places = [folding.source(index) for index in range(len(folding.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_the_span_of_a_stretch_folds_to_the_stretch(text: str, data: st.DataObject) -> None:
    folding = fold(text)
    if not folding.text:
        return
    start = data.draw(st.integers(0, len(folding.text) - 1))
    end = data.draw(st.integers(start + 1, len(folding.text)))
    low, high = folding.span(start, end)
    assert 0 <= low < high <= len(text)
    stretch = folding.text[start:end]
    if stretch == stretch.strip():
        assert fold(text[low:high]).text == stretch


@settings(max_examples=100, deadline=None)
@given(st.text("aZé漢İΣ \n\r\t-\u00ad*\u200b1"))
def test_no_letter_is_dropped(text: str) -> None:
    letters = [character for character in fold(text).text if character.isalpha()]
    assert letters == [fold(character).text for character in text if character.isalpha()]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abΩ漢", min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_hyphens_and_white_space_in_all_their_forms_fold_alike(
    words: list[str], data: st.DataObject
) -> None:
    gaps = {
        " ": [" ", "  ", "\n", "\t", "\u00a0", "\r\n", "\n \n", "\n\n7\n\n", " - ", " *"],
        "-": ["-", "\u2011", "\u00ad", "-\n", "- \n ", "-\r\n", "", "-\n\n7\n\n"],
    }
    kinds = data.draw(st.lists(st.sampled_from(" -"), min_size=len(words), max_size=len(words)))

    def variant() -> str:
        pairs = zip(words, kinds, strict=True)
        return "".join(word + data.draw(st.sampled_from(gaps[kind])) for word, kind in pairs)

    assert folded(variant()) == folded(variant())


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_folded_label_is_folded_already_but_for_its_marks(text: str) -> None:
    once = folded(text)
    assert "  " not in once
    assert folded(once.replace("-", "")) == folded(once)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\n",
        "-",
        "- ",
        "-\n",
        "\n - \n",
        "\n \n1",
        "1",
        "\n\n1\n\n",
        "* ",
        "<u>",
        " \n",
        "\n\n- 1 of ",
    ],
)
def test_a_quarter_of_a_million_characters_fold_in_time(piece: str) -> None:
    """A fifth of a second; what grows with the square of the length would take many minutes."""
    text = piece * (250_000 // len(piece))
    begin = time.process_time()
    fold(f"x{text}x")
    assert time.process_time() - begin < 3


def test_the_letters_of_a_ligature_all_come_from_its_place() -> None:
    text = "tra\ufb03c"
    assert fold(text).text == "traffic"
    assert [fold(text).source(i) for i in range(7)] == [0, 1, 2, 3, 3, 3, 4]
    assert fold(text).span(0, 7) == (0, 5)


@given(TEXTS)
def test_every_place_of_the_folded_text_is_found_again(text: str) -> None:
    projection = fold(text)
    for position in range(len(text) + 1):
        after = [i for i in range(len(projection.text)) if projection.source(i) >= position]
        assert projection.index(position) == (after[0] if after else len(projection.text))


@pytest.mark.parametrize("name", ["Lajčák", "Škoda Öl", "Ångström", "ấ"])
def test_decomposed_letters_are_letters_and_keep_their_marks(name: str) -> None:
    decomposed = unicodedata.normalize("NFD", f"of {name}.")
    folding = fold(decomposed)
    assert folding.text == fold(f"of {name}.").text
    assert decomposed[slice(*folding.span(3, len(folding.text) - 1))] == decomposed[3:-1]


def test_marks_that_have_no_letter_of_their_own_stay() -> None:
    assert fold("q\u0301x").text == "q\u0301x"
