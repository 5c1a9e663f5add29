"""Instruments and themes of human rights are found by the names that people use for them."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        ("OPCAT", "opcat"),
        ("OP-CAT", "opcat"),
        ("Optional Protocol to the Convention against Torture", "opcat"),
        ("Convention against Torture", "cat"),
        ("Optional Protocol to CEDAW", "cedaw-op"),
        ("Convention on the Elimination of all forms of Discrimination Against Women", "cedaw"),
        ("First Optional Protocol to ICCPR", "iccpr-op1"),
        ("Second Optional Protocol to the ICCPR", "iccpr-op2"),
        ("ICESCR", "icescr"),
        ("Convention on the rights of persons with disabilities", "crpd"),
        ("Convention on Enforced Disappearances", "icpped"),
        ("Rights of the Child Convention", "crc"),
        ("Optional Protocol to the CRC on the sale of children", "crc-opsc"),
        ("Convention on the Rights of Migrant Workers and Their Families", "icrmw"),
        ("Palermo Protocol", "trafficking-protocol"),
        ("1951 Convention", "refugee-convention"),
        ("1961 Convention", "stateless-1961"),
        ("ILO Convention No. 169", "ilo-c169"),
        ("Violence and Harassment Convention", "ilo-c190"),
        ("Maputo Protocol", "maputo-protocol"),
        ("Istanbul Convention", "istanbul-convention"),
        ("African Union Convention on Preventing and Combating Corruption", "au-corruption-"),
        ("Convention of Belém do Pará", "belem-do-para"),
        ("Belem do Para Convention", "belem-do-para"),
        ("Paris Principles", "paris-principles"),
        ("General Assembly resolution 48/134", "paris-principles"),
        ("Nelson Mandela Rules", "mandela-rules"),
        ("Basic Principles on the Role of Lawyers", "lawyers-principles"),
        ("Guidelines on the Role of Prosecutors", "prosecutors-guidelines"),
        ("Yogyakarta principles", "yogyakarta-principles"),
        ("United Nations Declaration on the Rights of Indigenous Peoples", "undrip"),
        ("Global Compact on Refugees", "global-compact-on-refugees"),
    ],
)
def test_an_instrument_is_found_by_what_it_is_called(words: str, instrument: str) -> None:
    cited = [row[0] for row in asked(f"Implement the {words} without delay").said("cites")]
    assert len(cited) == 1 and cited[0].startswith(instrument)


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Improve conditions in prisons", "detention"),
        ("Combat discrimination against women", "discrimination"),
        ("Combat discrimination against women", "gender"),
        ("Denounce gender discrimination", "discrimination"),
        ("Carry out public awareness campaigns", "awareness-raising"),
        ("Organize training programmes for cooks", "capacity-building"),
        ("De-securitize the policing of ports", "securitization"),
        ("Organize training programmes for cooks on human rights", "human-rights-education"),
        ("Submit a report on the implementation of CEDAW", "treaty-bodies"),
        ("Stop those who criminalize migrants", "criminalization-of-migrants"),
        ("Implement the 2007 strategy for ports", "legislation-and-policy"),
        ("Strengthen the normative and institutional framework", "legislation-and-policy"),
        ("Reform the school system", "education"),
        ("Let women take part in political and public life", "elections"),
        ("Ensure access to schools, housing, health care and employment", "employment"),
        ("Reduce the number of maternal deaths", "health"),
        ("Uphold the separation of powers", "administration-of-justice"),
        ("Fight stereotypes about cooks", "narratives"),
        ("Fight family violence", "gender-based-violence"),
        ("Investigate every allegation of torture", "torture"),
        ("End cruel, inhuman and degrading treatment", "torture"),
        ("Declare a moratorium on executions", "death-penalty"),
        ("Support persons with disabilities", "disability"),
        ("Protect national minorities", "minorities"),
        ("Consult indigenous communities", "indigenous-peoples"),
        ("Ban female genital mutilation", "female-genital-mutilation"),
        ("Prohibit corporal punishment of children", "corporal-punishment-of-children"),
        ("Abolish corporal punishment by sentence", "corporal-punishment"),
        ("Reduce the length of prison sentences", "sentencing"),
        ("End child labour", "child-labour"),
        ("Uphold the rights of the child", "rights-of-the-child"),
        ("Promote the rights of women", "womens-rights"),
        ("Decriminalize homosexual relations", "sexual-orientation-and-gender-identity"),
        ("Guarantee press freedom", "press-freedom"),
        ("Respect freedom of religion", "freedom-of-religion"),
        ("Find the disappeared persons", "enforced-disappearances"),
        ("Search for missing migrants and identify the dead", "missing-persons"),
        ("Extend a standing invitation", "special-procedures"),
        ("Submit its overdue reports", "treaty-bodies"),
        ("Set up a national human rights institution", "national-human-rights-institutions"),
        ("Lower the costs of remittances", "remittances"),
        ("Adapt to climate change", "climate-change"),
        ("Resettle internally displaced persons", "internal-displacement"),
        ("Resettle persons displaced by storms", "displacement"),
        ("See to the return of migrants where it is safe", "return"),
        ("Conclude bilateral agreements on migration", "international-cooperation"),
        ("Improve access to safe drinking water", "water"),
        ("Defend the independence of the judiciary", "administration-of-justice"),
        ("Seek technical assistance", "technical-assistance"),
        ("Fight HIV/AIDS", "hiv"),
        ("Reform the nationality law", "nationality"),
        ("Involve the diaspora", "diaspora"),
        ("Hold free and fair elections", "elections"),
    ],
)
def test_what_is_recommended_has_a_theme(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Investigate extrajudicial executions", "death-penalty"),
        ("Settle the custody of children", "detention"),
        ("Create an environment conducive to dialogue", "environment"),
        ("End the climate of impunity", "climate-change"),
        ("Convene the National Assembly", "freedom-of-assembly"),
        ("End torture by those who act in an official capacity", "capacity-building"),
        ("Keep girls safe in the domestic environment", "environment"),
        ("Consult development partners", "development"),
        ("Reform the marital partnership", "partnerships"),
        ("Help asylum-seekers by inclusion in their legislation of fines", "integration"),
        ("Identify and bring those to court who beat migrants", "identification-and-referral"),
        ("Invite her to return to the country for a visit", "return"),
        ("Prepare a report on the implementation of the resolution", "treaty-bodies"),
        ("Prevent, criminalize and punish child trafficking", "criminalization-of-migrants"),
        ("Carry out public awareness campaigns", "human-rights-education"),
        ("Organize training programmes for cooks", "human-rights-education"),
        ("Introduce a minimum age for criminal accountability", "accountability"),
        ("Join treaties to respect, protect and fulfil the human rights of migrants", "protection"),
        ("Stop the sale of children, child prostitution and child pornography", "prostitution"),
        ("Protect sexual minorities", "minorities"),
        ("Prevent international child abduction", "enforced-disappearances"),
        ("Investigate kidnappings for ransom", "enforced-disappearances"),
        ("Search for missing migrants", "enforced-disappearances"),
        ("Resettle persons displaced by storms", "internal-displacement"),
        ("Give migrants rights in return", "return"),
        ("See to the return of stolen assets", "return"),
        ("Tax the conversion of farms", "freedom-of-religion"),
        ("Let victims complain without fear of reprisals", "human-rights-defenders"),
    ],
)
def test_the_same_word_in_another_sense_is_not_the_theme(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("The managers exploited the good weather", "exploitation"),
        ("Improve rescue capacity in the strait", "capacity-building"),
        ("Guarantee freedom of speech, both online and offline", "technology"),
        ("Let humanitarian assistance reach migrants", "humanitarian-law"),
        ("Remove imprisonment as a penalty for insults", "detention"),
        ("Record the occupation of each applicant", "humanitarian-law"),
    ],
)
def test_words_that_mean_something_else_are_not_the_theme(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Withdraw its remaining reservations to articles 2 and 16", "treaty-implementation"),
        ("Count the children working in mines", "child-labour"),
        ("Pay for return flights", "return"),
        ("Have employers bear the cost of recruitment", "recruitment"),
    ],
)
def test_a_theme_is_found_by_how_it_is_spoken_of(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


def test_international_human_rights_standards_are_cited_and_a_principle() -> None:
    case = asked("Bring the police law into line with international human rights standards")
    assert ("human-rights-standards", "align-with") in case.said("cites")
    assert ("international-human-rights-law",) in case.said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "populations"),
    [
        ("Try offenders under the age of 18 before judges of their own", ["children"]),
        ("Register the children of stateless parents", ["children"]),
        ("Appoint guardians for orphans", ["children"]),
        ("Let persons in custody see a lawyer", ["persons-deprived-of-liberty"]),
    ],
)
def test_those_for_whose_sake_something_is_asked_benefit(
    sentence: str, populations: list[str]
) -> None:
    assert [row[0] for row in asked(sentence).said("benefits")] == populations
