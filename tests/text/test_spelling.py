"""How names may be written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.text.spelling import renderings, stem


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("International Labour Organization", ["Labor Organization", "Labour Organisation"]),
        ("programmes of defence", ["programs of defense"]),
        ("Côte d'Ivoire", ["Cote d'Ivoire", "Co\u0302te d'Ivoire"]),
        ("Guinea-Bissau", ["Guinea Bissau"]),
    ],
)
def test_other_ways_of_writing_a_name(name: str, others: list[str]) -> None:
    found = renderings(name)
    assert found[0] == name
    assert all(any(other in one for one in found) for other in others)


@pytest.mark.parametrize("name", ["Chile", "list of advice", "gender-based violence", "rise", ""])
def test_what_can_be_written_in_one_way_only(name: str) -> None:
    assert renderings(name) == [name]


@given(st.text(max_size=30))
def test_a_name_comes_first_and_no_rendering_comes_twice(name: str) -> None:
    found = renderings(name)
    assert found[0] == name
    assert len(set(found)) == len(found) <= 8


@pytest.mark.parametrize(
    ("word", "singular"),
    [
        ("migrants", "migrant"),
        ("countries", "country"),
        ("taxes", "tax"),
        ("crises", "crisis"),
        ("status", "status"),
        ("access", "access"),
        ("basis", "basis"),
        ("ads", "ads"),
        ("census", "census"),
        ("analysis", "analysis"),
        ("laddies", "laddy"),
        ("eyries", "eyry"),
        ("goeies", "goeie"),
        ("women", "woman"),
        ("labour", "labor"),
    ],
)
def test_a_word_in_the_singular_and_in_american_spelling(word: str, singular: str) -> None:
    assert stem(word) == singular
