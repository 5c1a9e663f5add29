"""A State in the name of an institution or a person is not named; its own organs name it."""

from __future__ import annotations

import pytest
from extraction.sentences import told

HELD = "They met the {} in May."


@pytest.mark.parametrize(
    "name",
    [
        "Kenya Wildlife Society",
        "Lebanon Crisis Response Plan",
        "United States Virgin Islands",
        "Peru Trade Association of Potters",
        "University of Jordan",
        "Central Bank of Ghana",
        "Ms. Chad Oman",
        "Dr. Anna Israel",
    ],
)
def test_a_longer_name_is_kept_whole_and_names_no_state(name: str) -> None:
    told_of = told(HELD.format(name))
    assert (name,) in told_of.named()
    assert not told_of.said("namesActor")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Mexico National Human Rights Commission", "national-human-rights-institutions"),
        ("Bar Association of the Philippines", "lawyers"),
    ],
)
def test_a_known_kind_of_body_stays_known(name: str, body: str) -> None:
    assert told(HELD.format(name)).said("namesActor") == [(body,)]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Government of Ghana", "gh"),
        ("Parliament of Ghana", "gh"),
        ("President of Ghana and Ms. Mensah", "gh"),
        ("commission that Ghana set up", "gh"),
        ("envoys of Ghana, University teachers", "gh"),
        ("office in Ghana", "gh"),
    ],
)
def test_organs_and_places_of_a_state_name_it(words: str, state: str) -> None:
    assert (state,) in told(HELD.format(words)).said("namesActor")
