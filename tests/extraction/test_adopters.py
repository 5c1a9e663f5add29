"""Who "we" are in what States, or others, adopt, and what they do by saying something."""

from __future__ import annotations

import pytest
from extraction.sentences import Case, told

from gcm_kg.model.annotations import Annotations
from gcm_kg.project import this_project
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

STATES = "We, the Heads of State and Government of Chile, Peru and Mexico, have met."
OTHERS = "We, the young people of the coast, have met."
ENDING = "We commit to the following:\n\n1. To open schools;\n\n2. To pay teachers."


def declared(opening: str, *paragraphs: str) -> list[tuple[str, ...]]:
    """What the last of some paragraphs of a declaration says, given how it begins."""
    text = "\n\n".join(("Declaration on schools", opening, *paragraphs, ENDING)) + "\n"
    document = read_as(text, profiles_of(this_project())).document
    place = text.index(paragraphs[-1])
    part = next(leaf for leaf in document.leaves() if leaf.start <= place < leaf.end)
    return Case(document, part.identifier, Annotations()).told()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("We acknowledge that fees are high.", [("member-states", "", "affirm")]),
        ("In this regard, we applaud the teachers.", [("member-states", "", "support")]),
        ("We also deplore the loss of books.", [("member-states", "", "express-concern")]),
        ("We do not accept that schools be closed.", [("member-states", "", "deny")]),
        ("We are deeply convinced that schools help.", [("member-states", "", "affirm")]),
        (
            "We recognize what was done, and we condemn raids on schools.",
            [("member-states", "", "affirm"), ("member-states", "", "express-concern")],
        ),
        ("UNICEF welcomed what we have built.", [("unicef", "", "support")]),
        ("They said that we need more.", [("", "", "affirm")]),
        ("Schools are open.", []),
    ],
)
def test_states_hold_what_they_say_in_a_declaration_of_theirs(
    sentence: str, said: list[tuple[str, ...]]
) -> None:
    assert declared(STATES, sentence) == said


def test_a_long_list_of_those_who_adopt_parts_them_from_no_verb() -> None:
    names = ", ".join(f"the Republic of Testland {number}" for number in range(20))
    assert declared(STATES, f"We, {names}, affirm that schools are open.") == [
        ("member-states", "", "affirm")
    ]


@pytest.mark.parametrize(
    "opening",
    [
        OTHERS,
        "We, the representatives of civil society, have met.",
        "We, the leaders of youth groups, have met.",
    ],
)
def test_others_are_no_states_and_do_the_same_by_saying_something(opening: str) -> None:
    more = ("We affirm this.", "We affirm that.", "We deplore the loss of books.")
    assert declared(opening, *more) == [("", "", "express-concern")]


def test_a_report_in_which_somebody_says_we_is_not_in_the_first_person() -> None:
    assert told("We acknowledge that fees are high.").told() == [("", "", "")]
