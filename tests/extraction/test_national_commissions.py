"""A commission of a State is not the one of the United Nations with the same words in its name."""

from __future__ import annotations

import pytest
from extraction.sentences import asked

UN = "commission-on-human-rights"


def names_it(sentence: str) -> bool:
    return any(UN in str(each) for each in asked(sentence).named())


@pytest.mark.parametrize(
    "name",
    [
        "State Commission on Human Rights",
        "Interministerial Commission on Human Rights",
        "Commission on Human Rights of Togo",
        "Commission on Human Rights and Administrative Justice",
    ],
)
def test_the_commission_of_a_state_is_none_of_the_united_nations(name: str) -> None:
    assert not names_it(f"Give more staff to the {name}.")


@pytest.mark.parametrize(
    "name", ["Commission on Human Rights", "Commission on Human Rights of the United Nations"]
)
def test_without_more_words_or_with_those_of_the_united_nations_it_is_theirs(name: str) -> None:
    assert names_it(f"Recall the resolutions of the {name} and the Council.")
