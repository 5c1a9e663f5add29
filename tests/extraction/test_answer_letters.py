"""Letters in a column of answers mean what its heading lists, where it leaves no doubt."""

from __future__ import annotations

import pytest

from gcm_kg.extraction.answer_letters import spelt_out


@pytest.mark.parametrize(
    ("heading", "letter", "meant"),
    [
        ("Agreed (Y/N/P)", "P", "partly accepted"),
        ("Agreed (Y/N/P)", "N", "rejected"),
        ("Response (A / PA / NA)", "NA", "rejected"),
        ("Response (A/P/R)", "A", "accepted"),
        ("Agreed (Y/N)", "N", "N"),
        ("Response", "N", "N"),
        ("Agreed (Y/N/P)", "Noted", "Noted"),
    ],
)
def test_a_letter_is_an_answer_where_three_are_listed(
    heading: str, letter: str, meant: str
) -> None:
    assert spelt_out(heading, letter) == meant
