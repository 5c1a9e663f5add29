"""Who is taught, hired or sent is involved in what is asked."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Hold courses on fire safety for teachers", ["teachers"]),
        (
            "Strengthen training and education for judges and members of the police",
            ["judiciary", "police"],
        ),
        ("Lower costs by training midwives", ["health-professionals"]),
        ("Teach teachers how to swim", ["teachers"]),
        ("Send labour inspectors who can swim", ["labour-inspectors"]),
        ("Hire more judges", ["judiciary"]),
        ("See that there are enough interpreters", ["interpreters"]),
        ("Ensure that interpreters are present", ["interpreters"]),
        ("Hold courses for sailors, and praise teachers", []),
        ("Count the teachers", []),
        ("Send the police a list of boats", []),
        ("Send teachers home at noon", []),
        ("Train judges, lawyers and other staff", ["judiciary", "lawyers"]),
        ("Train judges, lawyers and adopt a law", ["judiciary"]),
        ("See that inspectors are accompanied by interpreters", ["interpreters"]),
    ],
)
def test_who_is_taught_hired_or_sent_is_involved(sentence: str, actors: list[str]) -> None:
    assert asked(sentence).said("involves") == [(actor,) for actor in actors]


def test_whom_nobody_asked_is_not_called_on() -> None:
    assert told("Nobody asked the delegations a question.").said("callsOn") == []
    assert told("They asked the delegations to wait.").said("callsOn") == [("delegations",)]


@pytest.mark.parametrize(
    "sentence", ["Employers had better pay on time", "Employers would do well to pay on time"]
)
def test_who_had_better_do_something_is_called_on(sentence: str) -> None:
    assert asked(sentence).said("callsOn") == [("employers",)]
