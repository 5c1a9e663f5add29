"""Principles in their defining words, and words that name a principle and a theme alike."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told

from gcm_kg.text.defining_words import wording


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("No country can manage storms alone.", "international-cooperation"),
        ("Victims should not be punished for acts they were forced to commit.",
         "non-criminalization-of-victims"),
        ("Help must never depend on their willingness to testify.", "unconditional-assistance"),
        ("Clinics are to be kept strictly apart from immigration enforcement.", "firewall"),
        ("Every State bears the first responsibility for its crews.",
         "primary-responsibility-of-state"),
        ("Nobody may be sent back to a place where torture is likely.", "non-refoulement"),
        ("Some families were expelled without a hearing.", "non-refoulement"),
        ("Care is given irrespective of whether they hold papers.", "non-discrimination"),
        ("Data are never handed over to the police.", "privacy-and-data-protection"),
        ("Refugees had no say in the plans.", "agency-and-participation"),
        ("Nobody refrained from deporting crews to places where torture is likely.",
         "non-refoulement"),
        ("Stop jailing trafficked children.", "non-criminalization-of-victims"),
        ("Let sailors claim unpaid wages.", "right-to-remedy"),
        ("Alert, at once, the consulate of every arrest.", "consular-notification"),
        ("Bring the owner of the boat to justice.", "accountability"),
        ("Nobody is turned away on account of nationality.", "non-discrimination"),
        ("Records are kept with safeguards for privacy.", "privacy-and-data-protection"),
        ("Families were pushed back without an examination of their claims.", "non-refoulement"),
        ("Signs explain it in their own languages.", "understandable-language"),
        ("Border control is the prerogative of each State.", "national-sovereignty"),
        ("Refugees had never been asked.", "agency-and-participation"),
        ("Clinics reported patients to the police.", "firewall"),
        ("Volunteers who feed migrants must not face charges.", "non-penalization-of-defenders"),
        ("Send nobody back to an island where he or she would be tortured.", "non-refoulement"),
        ("Guards who tortured detainees must answer before a court.", "accountability"),
        ("Nobody is to be jailed for having crossed a border.", "non-criminalization-of-migrants"),
        ("Do not treat as an offence the irregular entry of crews.",
         "non-criminalization-of-migrants"),
        ("Clinics treat all, no matter what passport they hold.", "non-discrimination"),
        ("Trafficked girls must not be jailed for theft.", "non-criminalization-of-victims"),
        ("People smuggling and human trafficking are lumped together.",
         "distinction-smuggling-trafficking"),
        ("Help is not tied to a victim's readiness to give evidence.", "unconditional-assistance"),
        ("Teachers have no duty to tell the immigration authorities.", "firewall"),
        ("Do not fine people who gave migrants a lift.", "non-penalization-of-defenders"),
        ("Spare survivors repeated questioning.", "avoidance-of-re-victimization"),
        ("Inform detainees in a tongue that they understand.", "understandable-language"),
        ("Women whose boats were burned were paid damages.", "right-to-remedy"),
        ("Place every child's welfare above all other concerns.", "best-interests-child"),
        ("Each country itself decides whom it lets in.", "national-sovereignty"),
        ("Forbid clinics to pass names to the border police.", "firewall"),
        ("Pay nationals and migrants alike.", "non-discrimination"),
        ("Let captains save lives without fear of being prosecuted for smuggling.",
         "non-penalization-of-defenders"),
        ("Hear the views of affected women.", "agency-and-participation"),
    ],
)  # fmt: skip
def test_a_principle_is_read_in_its_defining_words(sentence: str, principle: str) -> None:
    assert (principle,) in told(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    "sentence",
    [
        "No country was there. The sailor sat alone.",
        "Victims were not heard, and those who prosecuted smugglers were praised.",
        "The report was returned without examination.",
        "Sailors returned to a country where they had family.",
        "Soldiers were not punished for acts against civilians.",
        "Irregular entry rose, and crime did not.",
        "The budget did not depend on their cooperation with donors.",
        "People who gave migrants false papers were fined.",
        "Repeated questioning of the minister led to a reply.",
        "Policies that criminalize migrants had effects that nobody wanted.",
    ],
)
def test_words_of_other_clauses_describe_no_principle(sentence: str) -> None:
    assert told(sentence).said("appliesPrinciple") == []


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Prosecute employers who withhold passports.", True),
        ("Prosecute anyone who exploits seafarers.", True),
        ("Prosecute those who organize, from abroad, the sale of children.", True),
        ("Prosecute those responsible for the death of stowaways, and for torture.", True),
        ("Revoke the licences of fraudulent recruitment agencies.", True),
        ("Bring to justice all those who burned the boats.", True),
        ("Hold officials who knew it to account.", True),
        ("End impunity for those who knew it.", True),
        ("Prosecute persons who have tortured seafarers.", True),
        ("Do not punish those who fled.", False),
        ("Avoid the prosecution of those who fled.", False),
        ("Train employers who hire seafarers.", False),
        ("Help those who were exploited by employers.", False),
        ("Support those who fled. Some exploit seafarers.", False),
    ],
)
def test_who_does_harm_is_a_perpetrator_though_not_so_named(sentence: str, targets: bool) -> None:
    assert (("perpetrators",) in asked(sentence).said("targets")) is targets


@pytest.mark.parametrize(
    ("sentence", "populations"),
    [
        ("Enrol refugee children at once", {"refugees", "children"}),
        ("Interview smuggled women alone", {"smuggled-migrants", "women"}),
        ("Visit detained migrants", {"persons-deprived-of-liberty", "migrants"}),
        ("Register internally displaced families", {"internally-displaced-persons", "families"}),
        ("Insure undocumented domestic workers", {"irregular-migrants", "domestic-workers"}),
        ("Hire young refugees", {"young-people", "refugees"}),
        ("Feed young children", {"children"}),
        ("Empower minorities, women and the elderly", {"minorities", "women", "older-persons"}),
    ],
)  # fmt: skip
def test_people_whom_two_words_name_together_are_of_both_populations(
    sentence: str, populations: set[str]
) -> None:
    assert {population for (population,) in asked(sentence).said("benefits")} == populations


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("Ensure that each order can be challenged before a court", "access-to-justice"),
        ("Let detainees consult a lawyer", "access-to-justice"),
        ("Punish agents that charge fees to seafarers", "ethical-recruitment"),
        ("Discipline officials who mistreat seafarers, and punish officials who order it",
         "accountability"),
    ],
)  # fmt: skip
def test_a_recommendation_applies_a_principle_that_it_describes(
    sentence: str, principle: str
) -> None:
    assert (principle,) in asked(sentence).said("appliesPrinciple")


def test_who_is_named_more_closely_is_not_described_more_loosely() -> None:
    said = asked("Punish members of criminal networks that exploit migrants.").said("targets")
    assert said == [("criminal-networks",)]


def test_networks_that_are_to_be_broken_up_are_criminal_ones() -> None:
    assert asked("Break up the networks behind it.").said("targets") == [("criminal-networks",)]
    assert not asked("Thank the networks behind it.").said("targets")


def test_what_is_named_is_not_described_once_more() -> None:
    case = told("They upheld the distinction between smuggling and trafficking in persons.")
    found = [s for s in case.statements() if s.relation == "appliesPrinciple"]
    assert [(short(s.entity), len(s.evidence)) for s in found] == [
        ("distinction-smuggling-trafficking", 1)
    ]


@pytest.mark.parametrize(
    ("sentence", "applied"),
    [
        ("One State did not accept the principle of non-refoulement.", False),
        ("Two delegations rejected the principle of non-refoulement.", False),
        ("Some rejected bills that breach the principle of non-refoulement.", True),
        ("Some rejected the bill, and others recalled the principle of non-refoulement.", True),
        ("No State may reject the principle of non-refoulement.", True),
    ],
)  # fmt: skip
def test_a_principle_that_somebody_disputes_is_not_applied(sentence: str, applied: bool) -> None:
    assert (("non-refoulement",) in told(sentence).said("appliesPrinciple")) is applied


def test_a_principle_has_its_theme() -> None:
    case = told("Clinics are to be kept strictly apart from immigration enforcement.")
    assert ("firewalls",) in case.said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "applies"),
    [
        ("Crews have difficult access to justice.", False),
        ("Crews have a right of access to justice.", True),
        ("Speakers called for access to justice.", True),
        ("They noted the importance of ships and access to justice.", True),
    ],
)
def test_a_principle_that_is_a_theme_too_is_applied_where_it_is_wanted(
    sentence: str, applies: bool
) -> None:
    case = told(sentence)
    assert (("access-to-justice",) in case.said("appliesPrinciple")) == applies
    assert ("access-to-justice",) in case.said("hasTheme")
    assert ("access-to-justice",) in asked("Ensure access to justice").said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Lives were lost; others had perished off the coast.", "rescue-at-sea"),
        ("They had to sell their kidneys.", "organ-removal"),
        ("Islanders were kept behind bars for weeks.", "detention"),
        ("Costs of sending money home were high; money sent home by migrants was taxed.",
         "remittances"),
    ],
)  # fmt: skip
def test_a_theme_is_read_in_families_of_words(sentence: str, theme: str) -> None:
    assert (theme,) in told(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Bars near the harbour were kept open.", "detention"),
        ("They sell kidney beans.", "organ-removal"),
        ("She was tricked by the weather.", "recruitment"),
    ],
)
def test_some_words_of_a_family_are_not_enough(sentence: str, theme: str) -> None:
    assert (theme,) not in told(sentence).said("hasTheme")


@pytest.mark.parametrize(
    "verb", ["send", "sends", "sent", "sending", "fly", "flies", "flew", "flown", "flying"]
)
def test_a_verb_with_a_plus_stands_for_its_forms(verb: str) -> None:
    known = wording("(send+|fly+) … home")
    assert known.pattern.search(f"they {verb} all of them home")
    assert verb in known.needed[0]
    assert not known.pattern.search(f"they {verb}er all of them home")


def test_a_verb_with_words_behind_it_keeps_them_and_stands_outside_brackets_too() -> None:
    assert wording("(look+ after|help+) them").pattern.search("she looked after them")
    assert not wording("(look+ after|help+) them").pattern.search("she looked them")
    assert wording("organise+ … labour").pattern.search("organized farm labor")


def test_a_theme_named_within_defining_words_is_read_too() -> None:
    themes = asked("Stop violence and discrimination against women").said("hasTheme")
    assert {("gender-based-violence",), ("gender",)} <= set(themes)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("tie", ("tied", "ties", "tying")),
        ("control", ("controlled", "controlling")),
        ("withdraw", ("withdrew", "withdrawn")),
        ("undergo", ("undergoes", "undergoing")),
    ],
)
def test_forms_that_no_simple_rule_gives_are_known(verb: str, forms: tuple[str, ...]) -> None:
    assert all(wording(f"{verb}+ it").pattern.search(f"they {form} it") for form in forms)
