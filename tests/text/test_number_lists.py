"""What numbers a range of numbers stands for."""

from __future__ import annotations

import pytest

from gcm_kg.text.number_lists import inner_numbers


@pytest.mark.parametrize(
    ("joint", "first", "last", "inner"),
    [
        (" to ", "5", "8", ["6", "7"]),
        ("–", "16.1", "16.3", ["16.2"]),
        (" to ", "5", "6", []),
        (" to ", "8", "5", []),
        (" and ", "5", "8", []),
        ("–", "15.1", "16.4", []),
        ("–", "16", "16.4", []),
        ("–", "16.a", "16.c", []),
    ],
)
def test_a_range_stands_for_what_lies_between_in_one_series(
    joint: str, first: str, last: str, inner: list[str]
) -> None:
    assert list(inner_numbers(joint, first, last)) == inner
