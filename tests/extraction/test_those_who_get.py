"""Those who are to be given something: what they get is asked for, and a power involves them."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Offer survivors of torture medical care", ["service"]),
        ("Grant victims of trafficking and their children residence permits", ["permit"]),
        ("Give people in detention legal advice", ["service"]),
        ("Legal aid should be available in ports", ["service"]),
        ("Counselling should begin at once", ["service"]),
        ("No counselling should begin at once", []),
        ("Guarantee by law that cooks are fed", ["law"]),
        ("Provide all cooks with legal aid free of charge", ["service"]),
        ("Open ports and report on progress to IOM", ["review"]),
        ("Legal aid should be a part of all plans", []),
        ("Establish channels for complaints", ["mechanism"]),
        ("Open legal channels for cooks", ["permit"]),
        ("Counter laws against cooks", []),
        ("Combat plans against cooks", []),
        ("Guarantee by lamp that cooks are fed", []),
        ("Put the lamps away, and evaluate the results", ["review"]),
        ("Offer them the chance to set up a hotline", []),
        ("Review Act No. 18 of 2009", ["law"]),
        ("Amend Ordinance no. 3/12", ["law"]),
        ("Mainstream safety into port plans", ["policy"]),
        ("Mainstream safety into the boarding process", []),
        ("Include cooks in port plans", []),
        ("Offer women in services a boat", []),
    ],
)
def test_what_people_are_to_be_given_is_asked_for(sentence: str, measures: list[str]) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


@pytest.mark.parametrize(
    ("sentence", "involved"),
    [
        ("Give the police the power to search boats", True),
        ("Grant labour inspectors the right to board boats", True),
        ("Do not give the police the power to search boats", False),
        ("Give the police the lamps", False),
        ("Deny the police the power to search boats", False),
        ("It was recommended that unions be consulted", True),
        ("Unions should be regularly involved", True),
        ("Unions should be founded", False),
        ("Coordinate patrols with the coast guard", True),
        ("Authorize labour inspectors to board boats", True),
        ("Do not authorize labour inspectors to board boats", False),
        ("Hire widows as labour inspectors", True),
        ("Hear boys with interpreters at their side", True),
    ],
)
def test_those_who_are_to_be_given_a_power_are_involved(sentence: str, involved: bool) -> None:
    assert bool(asked(sentence).said("involves")) == involved


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("It was recommended that unions be consulted", False),
        ("It was recommended that unions be founded", False),
        ("It was recommended that unions be urged to sail", True),
        ("It was recommended that unions be patient", True),
    ],
)
def test_who_is_to_undergo_something_is_not_asked_to_do_it(sentence: str, called: bool) -> None:
    assert bool(asked(sentence).said("callsOn")) == called


def test_a_narrative_involves_nobody_who_should_be_consulted() -> None:
    assert told("Unions should be consulted.").said("involves") == []


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        (
            "Thank children with intellectual or psychosocial disabilities",
            "persons-with-disabilities",
        ),
        ("Thank old women", "older-persons"),
        ("Thank those who have been unlawfully imprisoned", "persons-deprived-of-liberty"),
    ],
)
def test_people_are_named_by_what_they_are_or_suffered(sentence: str, population: str) -> None:
    assert (population,) in asked(sentence).said("benefits")


@pytest.mark.parametrize(
    "sentence",
    [
        "Punish parents who let it happen",
        "Send back rejected asylum seekers",
        "Reduce the number of migrants",
        "Defend the border against migrants",
        "Adopt a law to expel irregular migrants",
        "Fine women on the move",
    ],
)
def test_nothing_is_asked_for_those_whom_it_is_against(sentence: str) -> None:
    assert not asked(sentence).said("benefits")


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not punish parents",
        "Stop sending back asylum seekers",
        "Refrain from measures to expel irregular migrants",
        "Reduce the number of attacks on migrants",
        "Defend the rights of migrants against abuse",
        "End violence against women",
        "Find a fine school for girls",
    ],
)
def test_what_is_to_be_left_undone_or_is_against_others_is_for_them(sentence: str) -> None:
    assert asked(sentence).said("benefits")


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        ("Pay every worker who loses a job", "workers"),
        ("Never send a minor back", "children"),
        ("Hear each person with a disability", "persons-with-disabilities"),
    ],
)
def test_one_of_them_stands_for_all(sentence: str, population: str) -> None:
    assert (population,) in asked(sentence).said("benefits")


@pytest.mark.parametrize("sentence", ["Fine a minor offence", "Hire a social worker"])
def test_words_of_something_else_name_nobody(sentence: str) -> None:
    assert not asked(sentence).said("benefits")


@pytest.mark.parametrize(
    ("sentence", "population", "gets"),
    [
        ("Draft it in consultation with refugees", "refugees", False),
        ("Draft it for refugees", "refugees", True),
        ("Open shelters run by women", "women", False),
        ("Open shelters for women", "women", True),
        ("Hold it in a forum open to refugees", "refugees", False),
        ("Make schools open to refugees", "refugees", True),
        ("Fund refugees' associations", "refugees", False),
        ("Uphold refugees' rights", "refugees", True),
        ("Teach the children of refugees", "refugees", False),
        ("Stop the detention of refugees", "refugees", True),
        ("Let boys remain with their parents", "parents", False),
        ("Tell girls and their parents", "parents", True),
    ],
)
def test_who_only_has_a_part_gets_nothing(sentence: str, population: str, gets: bool) -> None:
    assert ((population,) in asked(sentence).said("benefits")) == gets


def test_who_lacks_papers_is_not_about_papers() -> None:
    assert asked("Treat workers without papers").said("hasTheme") == [("irregular-migration",)]


@pytest.mark.parametrize(
    ("item", "served"),
    [
        ("Pay refugee rights groups", False),
        ("Pay migrant worker unions", False),
        ("Pay refugee groups", True),
        ("Pay refugees", True),
    ],
)
def test_bodies_that_are_named_by_people_are_not_those(item: str, served: bool) -> None:
    assert bool(asked(item).said("benefits")) == served


@pytest.mark.parametrize(
    ("item", "served"),
    [
        ("Amend the Refugees Act", False),
        ("Feed the refugees", True),
        ("Go after gangs, and not after the refugees", False),
        ("Open a procedure by which refugees can sail", True),
    ],
)
def test_laws_named_by_people_and_those_spared_serve_nobody(item: str, served: bool) -> None:
    assert (asked(item).said("benefits") == [("refugees",)]) == served


def test_each_state_party_is_called_on() -> None:
    assert asked("Each State Party shall own boats").said("callsOn") == [("states",)]


@pytest.mark.parametrize(
    ("sentence", "served"),
    [
        ("Pay women the same wages as men", ["women"]),
        ("Let women vote on an equal basis with men", ["women"]),
        ("Give migrants rights similar to those of citizens", ["migrants"]),
        ("Pay women and men the same wages", ["men", "women"]),
        ("Pay women as much as it takes to feed men", ["men", "women"]),
        ("Heal all persons, irrespective of their migrant status", []),
        ("Review the migrant status of cooks", ["migrants"]),
        ("Tackle beatings in society at large", []),
        ("Inform society at large", ["general-public"]),
        ("Repeal the rule that owners must be citizens", []),
        ("Open schools to citizens", ["citizens"]),
        ("Build a database on the facts provided by victims", ["victims"]),
        ("Build a database on the data provided by victims and witnesses", []),
        ("See to it that fewer migrants arrive", []),
        ("Heed the rapporteur on the right of women to water", []),
        ("Heed the rapporteur and feed women", ["women"]),
        ("Feed the Roma", ["minorities"]),
        ("Feed the Maori", ["indigenous-peoples"]),
        ("Feed orphans and widows", ["children", "women"]),
        ("Feed the poor and the old", ["persons-living-in-poverty"]),
        ("Mend the poor state of boats", []),
        ("Feed people of African descent", ["minorities"]),
        ("Feed gay men", ["lgbti-persons", "men"]),
        ("Feed same-sex couples", ["lgbti-persons"]),
        ("Uphold the rights of the family", ["families"]),
        ("Treat the Frisians as a national minority", ["minorities"]),
        ("Feed persons of undetermined nationality", ["stateless-persons"]),
        ("Feed women who run away from abusive households", ["women"]),
        ("Feed women who run abusive households", ["families", "women"]),
        ("Let no child sleep in a cell because of the papers of his parents", ["children"]),
        ("Read the definition of “victim of trafficking” again", []),
        ("End the stigma owing to which women hide", ["women"]),
        ("Feed migrants deprived of liberty", ["migrants", "persons-deprived-of-liberty"]),
        ("Feed groups living in extreme poverty", ["persons-living-in-poverty"]),
        ("Feed migrant agricultural workers", ["migrant-workers"]),
    ],
)
def test_with_whom_people_are_compared_gets_nothing(sentence: str, served: list[str]) -> None:
    assert sorted(each for (each,) in asked(sentence).said("benefits")) == served


@pytest.mark.parametrize(
    ("sentence", "against"),
    [
        ("Treat offenders under the age of 18 otherwise than adults", False),
        ("Prosecute offenders under the age of 18", True),
        ("Talk to the families of perpetrators", False),
        ("Talk to the perpetrators", True),
        ("See that those who use sexual violence are investigated", True),
        ("See that those who report sexual violence are heard", False),
    ],
)
def test_offenders_who_are_children_are_not_pursued(sentence: str, against: bool) -> None:
    assert bool(asked(sentence).said("targets")) == against
