"""Principles, and what is asked of an instrument, in words that are not the usual ones."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("Speakers said that every country decides who enters.", "national-sovereignty"),
        ("It was a matter for each State to decide.", "national-sovereignty"),
        ("The human rights of migrants must be respected.", "respect-for-human-rights"),
        ("A line should be drawn between smuggling and trafficking.",
         "distinction-smuggling-trafficking"),
        ("Separate the work of inspectors from that of the immigration police.", "firewall"),
        ("Humanitarian aid should not be an offence.", "non-penalization-of-defenders"),
        ("Question survivors so that it does not cause further harm.",
         "avoidance-of-re-victimization"),
        ("Guards must not break their treaty obligations.", "international-law"),
        ("The duty rests foremost with the State.", "primary-responsibility-of-state"),
        ("Costs should be spread evenly.", "responsibility-sharing"),
        ("It was said that this is everybody's problem.", "shared-responsibility"),
        ("A birthplace should make no difference.", "non-discrimination"),
        ("The law shields sailors no less than citizens.", "equal-protection-of-the-law"),
        ("Nobody should be flown back to where they would be killed.", "non-refoulement"),
        ("Whoever was locked up is owed an apology.", "right-to-remedy"),
        ("The jailed sailor's consul should be told of the arrest.", "consular-notification"),
        ("Files on residents might leak.", "privacy-and-data-protection"),
        ("The cure must not be worse than the disease.", "do-no-harm"),
        ("Care should depend on the wound, not the passport.", "protection-according-to-need"),
        ("Those who were harmed come first.", "victim-centred-approach"),
        ("An exploited woman must never be jailed for it.", "non-criminalization-of-victims"),
        ("Girls have to relive what happened.", "avoidance-of-re-victimization"),
        ("There is a bed even for those who refuse to testify.", "unconditional-assistance"),
        ("Young migrants want a seat at the table.", "agency-and-participation"),
        ("Overstaying should no longer be a crime.", "non-criminalization-of-migrants"),
        ("Kindness must never be an offence.", "non-penalization-of-defenders"),
        ("Nurses must not report patients to the immigration police.", "firewall"),
        ("Every captain must pick up people in the water.", "assistance-at-sea"),
        ("People go home of their own free will.", "safe-return"),
        ("Leaflets are printed in Tigrinya.", "understandable-language"),
        ("Judges ask what is best for the toddler.", "best-interests-child"),
        ("Plans were made for men.", "gender-sensitivity"),
        ("Interviews should suit how old a person is.", "age-sensitivity"),
        ("Firms should lay bare every subcontractor.", "supply-chain-transparency"),
        ("The ringleaders should be put on trial.", "accountability"),
        ("Arrests alone achieve little.", "balanced-approach"),
        ("All ministries should pull on the same rope.", "whole-of-government-approach"),
        ("Unions and recruiters sat around one table.", "multi-stakeholder-approach"),
        ("Nurses and detectives work as a team.", "multidisciplinary-approach"),
        ("Tackle the entire problem.", "comprehensive-approach"),
        ("The ban had rested on rumours.", "evidence-based-policy"),
    ],
)  # fmt: skip
def test_a_principle_is_applied_in_other_words(sentence: str, principle: str) -> None:
    assert (principle,) in told(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("Let farm hands sue their boss", "access-to-justice"),
        ("Pay pickers a wage they can live on", "decent-work"),
        ("License agents who take nothing from workers", "ethical-recruitment"),
    ],
)
def test_one_that_is_a_theme_as_well_is_applied_where_it_is_asked_for(
    sentence: str, principle: str
) -> None:
    assert (principle,) in asked(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    "sentence",
    [
        "A professor of international law took the chair.",
        "The firewall of the server was mended.",
        "Product and price are two of the four Ps of marketing.",
        "Journalists can report without fear of harassment.",
        "Find out how much it costs before the fair opens.",
        "The captain must steer the ship to the port.",
        "The law protects the harbour.",
        "The price of a seat on the plane fell.",
        "Children are separated from their parents for reasons of immigration control.",
    ],
)
def test_the_same_words_of_other_things_apply_none(sentence: str) -> None:
    assert not told(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Drop the caveat that you attached to article 9 of CEDAW", "withdraw-reservations"),
        ("Join the ranks of the States parties to the Rome Statute", "ratify"),
        ("Bind yourselves to UNCAT", "ratify"),
        ("Give effect to every article of the CRC", "implement"),
        ("Judge the case of the sailor by article 36 of CEDAW", "apply"),
        ("Watch the indicators of the 2030 Agenda", "monitor"),
        ("Raise your hand for the Sendai Framework", "endorse"),
        ("Finance hotlines out of the Sendai Framework", "support-mechanism"),
        ("Take a leaf from the CRC", "consider-as-guidance"),
        ("Rewrite the act so that it no longer departs from CEDAW", "align-with"),
        ("Copy the list of circumstances out of article 6 of the Smuggling Protocol", "source"),
        ("Use the word abuse as it is used in UNTOC", "define-term"),
    ],
)
def test_what_is_asked_of_an_instrument_is_found_in_other_words(
    sentence: str, function: str
) -> None:
    found = asked(sentence).said("cites")
    assert function in {each for _, *rest in found for each in rest}


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Delegations applauded UNTOC.", "endorse"),
        ("Ghana was asked to bind itself to UNTOC.", "ratify"),
        ("The drafters lifted a paragraph on witnesses from UNTOC.", "source"),
        ("Drafters should let themselves be inspired by UNTOC.", "consider-as-guidance"),
        ("Delegations spoke of UNTOC.", ""),
        ("A handbook on UNTOC was sold out of print.", ""),
    ],
)  # fmt: skip
def test_a_narrative_may_say_it_in_other_words(sentence: str, function: str) -> None:
    found = told(sentence).said("cites")
    assert [functions for _, *rest in found for functions in rest] == [function] * bool(function)
