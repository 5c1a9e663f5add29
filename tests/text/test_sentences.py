"""Sentences and the forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.text.sentences import sentences
from gcm_kg.text.verb_forms import participle_in_ing, past_forms, reporting_forms


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One! “Two?” Three", ["One!", "“Two?”", "Three"]),
        ("H.E. Mr. Juan Gómez spoke. He left.", ["H.E. Mr. Juan Gómez spoke.", "He left."]),
        ("See art. 5 of it. Then go.", ["See art. 5 of it.", "Then go."]),
        ("Goal 8.7 matters. Yes.", ["Goal 8.7 matters.", "Yes."]),
        ("of the\n\nSmuggling Protocol. Next", ["of the\n\nSmuggling Protocol.", "Next"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_another_begins(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_an_abbreviation_at_the_start_of_a_stretch_ends_no_sentence() -> None:
    text = "7. Ms. Roe spoke."
    assert [text[start:end] for start, end in sentences(text, 3, len(text))] == ["Ms. Roe spoke."]


@given(st.text(st.sampled_from("aB. ?!”’)\n\t1")))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("note", ["noted", "note", "notes"]),
        ("worry", ["worried", "worry", "worries"]),
        ("admit", ["admitted", "admit", "admits"]),
        ("stress", ["stressed", "stress", "stresses"]),
        ("draw attention to", ["drew attention to", "drawn attention to", "draw attention to"]),
        ("positively note", ["positively noted", "positively note", "positively notes"]),
    ],
)
def test_the_verb_of_a_phrase_takes_its_forms(phrase: str, forms: list[str]) -> None:
    assert reporting_forms(phrase)[: len(forms)] == forms
    assert set(past_forms(phrase)) <= set(forms)


@pytest.mark.parametrize(
    ("phrase", "form"),
    [("note", "noting"), ("agree", "agreeing"), ("submit", "submitting"), ("say no", "saying no")],
)
def test_the_present_participle(phrase: str, form: str) -> None:
    assert participle_in_ing(phrase) == form
