"""What the office of a person in a list is called says nothing of themes."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("line", "themes"),
    [
        ("Ms. Mona Doe, Expert, office of education policy;", []),
        ("H.E. Mr. John Doe, expert on education", []),
        ("- Dr. Doe – head of detention and of health; and", []),
        ("Ms. Mona Doe, Director of Ports, spoke of education.", ["education"]),
        ("Mr. John Doe was worried about education.", ["education"]),
    ],
)
def test_the_office_of_a_person_names_no_theme(line: str, themes: list[str]) -> None:
    assert [theme for (theme,) in told(line).said("hasTheme")] == themes


def test_the_sovereign_equality_of_states_is_not_about_discrimination() -> None:
    case = asked("Respect the sovereign equality of States")
    assert ("discrimination",) not in case.said("hasTheme")
    assert ("discrimination",) in asked("Respect the equality of workers").said("hasTheme")
