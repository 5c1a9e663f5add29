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
        ("Ensure that judges and teachers count boats", ["judiciary", "teachers"]),
        ("Ensure that judges do not fine cooks", ["judiciary"]),
        ("Ensure that judges have boats", []),
        ("Ensure that judges are fed", []),
        ("Widen the outreach in ports by teachers", ["teachers"]),
        ("Widen the boats bought by teachers", []),
        ("Judges and teachers should be trained", ["judiciary", "teachers"]),
        ("The boats of judges and teachers should be found", []),
        ("Train cooks with the help of IOM and of teachers", ["iom", "teachers"]),
        ("See that there are enough interpreters", ["interpreters"]),
        ("Ensure that interpreters are present", ["interpreters"]),
        ("Ensure that trade unions are regularly and meaningfully consulted", ["unions"]),
        ("Ensure that civil society is involved", ["civil-society"]),
        ("Hold courses for sailors, and praise teachers", []),
        ("Count the teachers", []),
        ("Send the police a list of boats", []),
        ("Send teachers home at noon", []),
        ("Halt cooperation with the coast guards of the island", []),
        ("Train judges, lawyers and other staff", ["judiciary", "lawyers"]),
        ("Train judges, lawyers and adopt a law", ["judiciary"]),
        ("See that inspectors are accompanied by interpreters", ["interpreters"]),
        ("Consult employers' and workers' organizations", ["employers-organizations", "unions"]),
        ("Consult employers and workers' organizations", ["employers", "unions"]),
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


@pytest.mark.parametrize(
    ("sentence", "populations"),
    [
        ("Warn cooks about men who promise ships", []),
        ("Protect girls from violence against women", ["girls", "women"]),
        ("Hire female interpreters", []),
        ("Hire women who interpret", ["women"]),
        ("Find foster parents for girls", ["girls"]),
    ],
)
def test_who_is_a_danger_or_only_of_a_sex_does_not_benefit(
    sentence: str, populations: list[str]
) -> None:
    assert asked(sentence).said("benefits") == [(name,) for name in populations]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [("Look into claims that sailors drown", "act"), ("Look into ways of doing so", "explore")],
)
def test_who_looks_into_a_case_explores_no_possibility(sentence: str, strength: str) -> None:
    assert asked(sentence).said("strength") == [(strength,)]


def test_who_is_to_receive_something_is_not_called_on() -> None:
    assert asked("Recommends that teachers receive food").said("callsOn") == []
    assert asked("Recommends that teachers provide food").said("callsOn") == [("teachers",)]


@pytest.mark.parametrize(
    ("sentence", "called_on"),
    [
        ("Governments, together with employers, should license recruiters", ["states"]),
        ("IOM, in close cooperation with unions, must open an office", ["iom"]),
        ("The African Union and its member States should open ports", ["african-union", "states"]),
        ("IOM and its regional offices should open ports", ["iom"]),
        ("Ask IOM to open an office", ["iom"]),
        ("Ask IOM to say what it costs", ["iom"]),
        # only an answer is asked for
        ("Ask IOM what it costs", []),
        ("Ask employers whether they pay", []),
        # of which of them is spoken
        ("States that have not yet done so should open ports", ["states"]),
        ("States, which host cooks, must open ports", ["states"]),
        ("Boats of States that host cooks must open ports", []),
        # no aside
        ("States, and unions, should open ports", ["states", "unions"]),
    ],
)
def test_who_is_asked_to_do_something_beside_whom(sentence: str, called_on: list[str]) -> None:
    assert [actor for actor, *_ in asked(sentence).said("callsOn")] == called_on


@pytest.mark.parametrize(
    ("sentence", "involved", "called_on"),
    [
        ("Invite the Special Rapporteur on torture", ["special-rapporteur-on-torture"], []),
        ("Invite UNICEF and IOM to visit the camps", ["unicef", "iom"], []),
        ("Invite unions to an open dialogue", ["unions"], []),
        ("Invite unions for talks", ["unions"], []),
        ("Invite unions to attend to cooks", [], ["unions"]),
        ("Invite States that are no parties to the treaty to join it", [], ["states"]),
        ("Draw upon the expertise of UNICEF", ["unicef"], []),
        ("Use the help offered by UNICEF", [], []),
        ("Benefit from the help offered by UNICEF", ["unicef"], []),
        ("Deepen the engagement with and support for unions", ["unions"], []),
        ("Limit the involvement of the police", [], []),
        (
            "Improve the teaching of, and to raise awareness among, judicial, immigration and other"
            " relevant officials",
            ["judiciary", "immigration-officials", "public-officials"],
            [],
        ),
        (
            "Invite United Nations bodies and organizations, unions and employers to open schools",
            [],
            ["un-agencies", "unions", "employers"],
        ),
        ("Widen the involvement of the police", ["police"], []),
    ],
)
def test_guests_and_those_who_help_are_involved(
    sentence: str, involved: list[str], called_on: list[str]
) -> None:
    case = asked(sentence)
    assert [each for (each,) in case.said("involves")] == involved
    assert [each for (each,) in case.said("callsOn")] == called_on


@pytest.mark.parametrize(
    ("sentence", "called_on"),
    [
        (
            "Ask the EU to revise its acts, and member States to support cooks",
            ["european-union", "states"],
        ),
        ("Call on unions to open schools, and on employers to pay", ["unions", "employers"]),
        ("Call on unions to send police, and judges to courts", ["unions"]),
        ("Call on unions to help judges and teachers to read", ["unions"]),
        ("Send police to ports, and judges to read the law", []),
    ],
)
def test_others_are_asked_by_the_same_verb(sentence: str, called_on: list[str]) -> None:
    said = {each for (each,) in asked(sentence).said("callsOn")}
    assert said == set(called_on)


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Open ports with the technical and financial support of IOM", ["iom"]),
        ("Open ports with the support and cooperation of IOM", ["iom"]),
        ("Open ports with legal aid from unions", ["unions"]),
        ("Call for the support of IOM", ["iom"]),
        ("Seek to benefit from the support and services of IOM", ["iom"]),
        ("Convene banks and donors to read the plans", ["financial-institutions", "donors"]),
        ("Launch a joint initiative with UNHCR", ["unhcr"]),
        ("Seek the support and assistance of IOM", ["iom"]),
        ("Request from IOM the funds for a port", ["iom"]),
        ("Go on cooperating with unions", ["unions"]),
        ("Ensure regular consultation with unions", ["unions"]),
        ("Reopen the dialogue with the representatives of unions", ["unions"]),
        ("Share lessons and good practices with IOM", ["iom"]),
        ("Set up a council in which unions will participate", ["unions"]),
        ("Hold a dialogue between employers and independent unions", ["employers", "unions"]),
        ("Include unions in the design and implementation of plans", ["unions"]),
        ("Open ports with boats from Spain and the support that IOM lacks", []),
        ("Set up a council to which unions will object", []),
    ],
)
def test_those_whose_help_or_part_is_sought_are_involved(sentence: str, actors: list[str]) -> None:
    assert [each for (each,) in asked(sentence).said("involves")] == actors
