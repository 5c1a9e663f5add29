"""Themes are found in many ways of saying the same thing, and not in words that look alike."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Punish brokers who lure nurses into domestic servitude", "trafficking-in-persons"),
        ("Stop those who prey on the lonely", "exploitation"),
        ("Help cooks to integrate into the community", "integration"),
        ("Stop sending anybody back to the islands", "return"),
        ("Ask for those who were removed by force", "return"),
        ("Let cooks found and lead trade unions", "freedom-of-assembly"),
        ("Stop holding families in remote facilities", "detention"),
        ("Amend the conditions under which migrants leave", "root-causes"),
        ("Forbid employers to keep hold of passports", "labour-exploitation"),
        ("Free cooks who work to pay off a debt", "debt-bondage"),
        ("Free sailors who are forced to work at night", "forced-labour"),
        ("Help families that escaped the fighting", "armed-conflict"),
        ("Save stowaways from falling victim once more", "prevention"),
        ("Find out what drives young people to leave", "root-causes"),
        ("Act against whatever compels farmers and their children to migrate", "root-causes"),
        ("Make villagers aware of what awaits them", "awareness-raising"),
        ("Weigh, at last, the dangers of the plan", "risk-assessment"),
        ("Look after children and the old", "child-protection"),
        ("Ask nurses who are prone to exploitation", "vulnerability"),
        ("Hear those who are willing to give evidence", "witness-protection"),
        ("Help cooks to recover unpaid wages in labour courts", "access-to-justice"),
        ("Bring the owner of the boat to court", "prosecution"),
        ("Drop the charges", "prosecution"),
        ("Break up rings of smugglers", "law-enforcement"),
        ("See that guards answer for their acts", "accountability"),
        ("Note that none of them was ever convicted", "impunity"),
        ("Amend articles 4 and 5 of the labour act", "legislation-and-policy"),
        ("Consider signing the Optional Protocol", "treaty-implementation"),
        ("Reconsider the reservations to it", "treaty-implementation"),
        ("Let cooks move to another employer and change employers", "labour-migration"),
        ("Reopen the borders", "border-control"),
        ("Reunite sailors with their families", "family-reunification"),
        ("Let every crew prove its identity and establish their identity", "identity-documents"),
        ("Record every birth on the islands", "birth-registration"),
        ("License labour brokers", "recruitment-agencies"),
        ("Rebuild village schools", "education"),
        ("Ask those who wait in a cell", "detention"),
        ("Never return people to war, or migrants", "return"),
        ("Do not take girls from school to sell flowers", "child-labour"),
        ("Do not ask for the husband's permission", "womens-rights"),
        ("Warn young people of the lies of recruiters", "awareness-raising"),
        ("Thank those who drowned", "missing-persons"),
        ("Hear the girls who were cut", "female-genital-mutilation"),
        ("Abolish exit permits", "freedom-of-movement"),
        ("Trace the profits of trafficking", "trafficking-in-persons"),
        ("Send nurses to the pier", "health"),
        ("Lower the price of a job", "recruitment"),
        ("Punish those who sell girls", "trafficking-in-persons"),
        ("Help widows to keep their land", "land"),
        ("Give crews a song and a lawyer", "access-to-justice"),
        ("Do not search the telephones of crews", "data-protection"),
        ("Do not portray them as criminals", "narratives"),
        ("Keep girls in school", "education"),
        ("Withdraw the licences of brokers", "recruitment-agencies"),
        ("Work with trade unions", "partnerships"),
        ("Agree on quotas with neighbouring countries", "international-cooperation"),
        ("See that authorities coordinate their work", "interagency-coordination"),
        ("Pass on to others the lessons", "information-sharing"),
        ("Freeze the assets of gangs", "financial-flows"),
        ("Teach judges and magistrates", "capacity-building"),
        ("Help women to report violence to the police", "reporting"),
        ("Commit more resources", "funding"),
        ("Stop labelling newcomers as invaders", "narratives"),
        ("Let sailors send their earnings home", "remittances"),
        ("Move no family that was chased from its land", "displacement"),
        ("See that farmers are not driven from their homes", "displacement"),
        ("Submit, without delay, the report to CEDAW", "treaty-bodies"),
        ("Receive soon the special rapporteur", "special-procedures"),
        ("Train the coast guard in human rights", "human-rights-education"),
        ("End violence, of whatever kind, against girls", "gender-based-violence"),
        ("Counter illiteracy", "education"),
        ("Help widows to find work", "employment"),
        ("Pay the delayed salaries", "labour-exploitation"),
        (
            "See that nobody is penalized because of their migration status",
            "criminalization-of-migrants",
        ),
        ("Lower the price of sending earnings", "remittances"),
        ("Stop those who ferry people across the river", "smuggling-of-migrants"),
        ("Ask why crews stay on the islands without permission", "irregular-migration"),
        ("Widen, step by step, the avenues for workers", "regular-pathways"),
        ("Take back, without delay, all citizens", "return"),
        ("Appoint for every orphan a guardian", "child-protection"),
        ("Hold the boys of the crew apart from adults", "child-protection"),
        ("Make the sale of bait an offence under the code", "legislation-and-policy"),
        ("Strip the owners of illicit gains", "financial-flows"),
        ("Pay for clinics and finance schools", "funding"),
        ("Record every death on the way", "data-collection"),
        ("Let cooks form a union and join unions", "decent-work"),
        ("Stop tearing apart families", "family-reunification"),
        ("Detain crews for a day at most", "detention"),
        ("Hold no stowaway without a court order", "detention"),
        ("Look for those who note that nobody was punished", "impunity"),
    ],
)
def test_a_theme_is_found_in_other_words(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Put employment agencies on a list", "employment"),
        ("Name the State of employment", "employment"),
        ("Work to repay the visit", "debt-bondage"),
        ("Bring the papers to the meeting", "prosecution"),
        ("Draw the line between the two fields", "legal-definitions"),
        ("Tell people at large", "impunity"),
        ("Invite States to speak", "special-procedures"),
        ("Keep the borders of the map straight", "border-control"),
        ("Send a letter home", "remittances"),
        ("Lower the price of bait", "remittances"),
        ("Bring people across the street together", "smuggling-of-migrants"),
        ("Make an offer", "legislation-and-policy"),
        ("Record every catch", "data-collection"),
        ("Uphold the rule of law", "legislation-and-policy"),
        ("Work with care", "partnerships"),
        ("Speak in languages understood by all", "culture"),
        ("Begin the development of specialist courses", "development"),
        ("Say how the report is to be drafted", "treaty-bodies"),
        ("Print the menu in four languages", "culture"),
        ("See that nobody is to be punished for fishing", "impunity"),
        ("Go for reasons of migration", "root-causes"),
        ("Leave untouched the funds for the two camps", "impunity"),
        ("See that the draft is put to the vote", "elections"),
        ("Write to the social media companies", "press-freedom"),
        ("Amend the conditions, annual leave and pay of migrants", "root-causes"),
        ("Read the identification documentation of migrants", "identification-and-referral"),
        ("See to it that migrants receive social security benefits", "securitization"),
        ("Meet the demand for cheap labour", "social-dumping"),
        ("Identify and remedy forced labour among victims", "identification-and-referral"),
        ("Shelter those who flee abusive cooks", "asylum"),
    ],
)
def test_words_that_look_alike_are_no_theme(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        ("Give shelter to people without papers", "irregular-migrants"),
        ("Give shelter to anyone with no nationality", "stateless-persons"),
        ("Give shelter to families who escaped", "asylum-seekers"),
        ("Give shelter to women who were sent back", "returnees"),
        ("Give shelter to men who had been cheated", "victims"),
        ("Give shelter to boys being trafficked", "victims-of-trafficking"),
        (
            "Give shelter to victims of torture, sexual violence and trafficking",
            "victims-of-trafficking",
        ),
        ("Give blankets to everyone held in cells", "persons-deprived-of-liberty"),
        ("Give shelter to all who need care", "persons-in-need"),
        ("Give shelter to girls in danger of falling into it", "persons-at-risk"),
        ("Give shelter to survivors who testify", "witnesses"),
        ("Give advice to nationals who work abroad", "migrant-workers"),
        ("Give advice to women employed in private homes", "domestic-workers"),
        ("Give advice to families trapped in poverty", "persons-living-in-poverty"),
    ],
)
def test_people_are_found_by_what_befalls_them(sentence: str, population: str) -> None:
    assert population in {
        name for _, *names in asked(sentence).named("populations") for name in names
    }


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        ("Dismiss individuals held responsible", "persons-deprived-of-liberty"),
        ("Wrap the goods without papers", "irregular-migrants"),
        ("Note that the bill was sent back", "returnees"),
    ],
)
def test_who_only_looks_like_them_is_not_found(sentence: str, population: str) -> None:
    assert population not in {
        name for _, *names in asked(sentence).named("populations") for name in names
    }


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Implement the Paris Agreement", "treaty-implementation"),
        ("Draw up detention protocols for airports", "standards-and-guidance"),
        ("Circulate the report of the Working Group on the UPR", "universal-periodic-review"),
        ("Receive the report of the Working Group on Arbitrary Detention", "special-procedures"),
        ("Forbid lie detectors and facial recognition at piers", "technology"),
        ("Collect data broken down by age and sex, without infringing privacy", "data-protection"),
        ("Give all inhabitants a nationality", "nationality"),
        ("Track, with unions, progress made on fees", "monitoring"),
        ("Protect the data of cooks", "data-protection"),
        ("Tell families how those who drowned on the way are buried", "missing-persons"),
        ("Equip border guards with the means to swim", "capacity-building"),
        ("Pay cooks the same wage as sailors", "decent-work"),
        ("Offer classes in the local language", "education"),
        ("Offer classes in the local language", "integration"),
        ("Pay surprise visits to factories", "labour-inspection"),
        ("Teachers should not tell the police about pupils", "firewalls"),
        ("Stop sharing data with the immigration police", "firewalls"),
        ("Set money aside for boats", "funding"),
        ("House women who fled a violent husband", "gender-based-violence"),
        ("Suspend removals at night", "return"),
        ("Stop sending people back to danger", "return"),
        ("Forbid the sale of surveillance tools", "technology"),
        ("Keep fingerprints safe", "data-protection"),
        ("Let spouses come along", "family-reunification"),
        ("Thank captains who pick up people in distress", "rescue-at-sea"),
        ("Vaccinate sailors", "health"),
        ("Offer primary care on ships", "health"),
        ("Ask for heavier penalties", "sentencing"),
        ("Publish figures broken down by rank", "data-collection"),
        ("Carry out due diligence", "risk-assessment"),
        ("See why convictions remain rare", "impunity"),
        ("Do not separate brothers and sisters", "family-reunification"),
        ("Clean up the rivers poisoned by mines", "environment"),
        ("Stop calling migrants a flood", "narratives"),
        ("Treat addiction at sea", "drugs"),
        ("See that every child is promptly registered", "birth-registration"),
        ("Create a calm working environment", "decent-work"),
        ("Write to guards who beat inmates", "torture"),
        ("Let cooks see a nurse without being reported to the police", "firewalls"),
        ("Visit those in police custody", "detention"),
        ("Publish a joint study of tides", "research"),
        ("Write a paper on business and human rights", "private-sector"),
        ("Fulfil reporting obligations", "treaty-bodies"),
    ],
)
def test_a_theme_is_found_by_what_is_done_and_in_compounds(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Cite the Paris Agreement", "treaty-implementation"),
        ("Achieve Goal 5 of the 2030 Agenda", "treaty-implementation"),
        ("Watch the effective implementation of the law on leases", "treaty-implementation"),
        ("Circulate the report of the Working Group on the UPR", "special-procedures"),
        ("End the immigration detention of boys", "migration"),
        ("Feed all sailors, irrespective of sex or nationality", "nationality"),
        ("Hear callers in their own languages", "culture"),
        ("Listen to recruiters", "recruitment"),
        ("Protect the data of cooks", "data-collection"),
        ("Count those who died on the way to market", "rescue-at-sea"),
        ("Equip police stations with cameras", "capacity-building"),
        ("Shorten the reporting obligations of carriers", "treaty-bodies"),
        ("Lower administrative penalties for late payment", "prosecution"),
        ("Hear those who come forward to testify", "reporting"),
        ("House women who fled a violent husband", "asylum"),
        ("Read general comment No. 4 on detention", "detention"),
        ("Count the money sent home by sailors", "return"),
        ("Remove barriers, and celebrate the removals of barriers", "return"),
        ("Assess the age of ships", "child-protection"),
        ("Treat complaints with due diligence", "risk-assessment"),
        ("Pay mothers, whatever passport they hold", "identity-documents"),
        ("Let cooks see a nurse without being reported to the police", "reporting"),
        ("Shelter those fleeing domestic violence", "asylum"),
        ("Sign the Protocol against the smuggling of migrants", "smuggling-of-migrants"),
        ("Thank the nurses", "health"),
        ("Keep the land routes open", "land"),
        ("Feed those who fled the floods", "asylum"),
        ("Ensure that nobody is charged for water", "impunity"),
        ("Thank a lawyer", "access-to-justice"),
        ("Ask those who wait in a shop", "detention"),
        ("Bring back the choir of migrants", "return"),
    ],
)
def test_words_that_only_qualify_or_make_no_difference_are_no_theme(
    sentence: str, theme: str
) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme", "is_found"),
    [
        ("Stop pushing boats full of children back", "border-control", True),
        ("Mind the transnational nature of these crimes", "transnational-crime", True),
        ("Mind the transnational nature of fishing", "transnational-crime", False),
        ("Speed up the development and implementation of the plan", "development", False),
        ("Join the development of its media law", "development", False),
        ("Pay for the development of the island", "development", False),
        ("Pay for rural development", "development", True),
        ("Set up a task force to hear claims, and allow workers to leave", "root-causes", False),
        ("See what has forced workers to leave", "root-causes", True),
        ("Provide interpreters free of charge to workers", "recruitment", False),
        ("Ask for recruitment that is free of charge to workers", "recruitment", True),
    ],
)
def test_words_beside_a_label_tell_whether_its_theme_is_meant(
    sentence: str, theme: str, is_found: bool
) -> None:
    assert ((theme,) in asked(sentence).said("hasTheme")) is is_found
