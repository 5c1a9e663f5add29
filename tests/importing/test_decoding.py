"""Texts are decoded by marks, as UTF-8, by their line ends, or by how their letters stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.importing.decoding import decoded

HERE = Path("file")
LETTERS = {
    "La main-d’œuvre et le cœur de l’œuvre « à l’État »": "cp1252 mac_roman",
    "Œuvrer pour la main-d'œuvre": "cp1252 mac_roman iso-8859-15",
    "un vœu à 5 €": "cp1252 mac_roman iso-8859-15",
    "La niñez de México y el Perú; ¿qué más?": "cp1252 mac_roman cp850 iso-8859-15",
    "Türkiye and Curaçao, Réunion and Århus": "cp1252 mac_roman cp850 iso-8859-15",
    "20 °C, 1½ years, 50 £, § 5": "cp1252",
    "Łódź i źródło, żółć": "cp1250 iso-8859-2",
    "İstanbul’da ışık ve ağaç, şehir": "cp1254",
    "Рекомендации государствам о правах ребёнка": "cp1251 koi8-r",
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("words", LETTERS, ids=range(len(LETTERS)))
def test_letters_stand_as_they_do_in_words_in_the_encoding_that_is_found(
    words: str, end: str
) -> None:
    text = f"{words}\n{words}\n"
    for encoding in LETTERS[words].split():
        data = text.replace("\n", end).encode(encoding)
        assert decoded(data, HERE)[0] == text, encoding


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        decoded(bytes(range(256)) * 4, HERE)


def test_a_letter_of_another_encoding_in_utf_8_leaves_the_others_as_they_are() -> None:
    text = "Les élèves d’été, à l’État.\n"
    data = text.encode() + text[:9].encode("cp1252")
    assert decoded(data, HERE)[0] == text + text[:9]


def test_letters_far_into_a_text_tell_its_encoding() -> None:
    text = "Train the judges.\n" * 20_000 + "Une œuvre d’État.\n"
    assert decoded(text.encode("mac_roman"), HERE) == (text, "mac_roman")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Et \x8cr\rog to\r", ("Et år\nog to\n", "mac_roman")),
        (b"Une \x8cuvre\r\nlongue\r\n", ("Une Œuvre\nlongue\n", "cp1252")),
        (b"Une \x8cuvre\nlongue\n", ("Une Œuvre\nlongue\n", "cp1252")),
    ],
)
def test_a_letter_of_two_encodings_is_told_by_the_ends_of_lines(
    data: bytes, expected: tuple[str, str]
) -> None:
    assert decoded(data, HERE) == expected
