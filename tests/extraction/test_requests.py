"""What recommendations ask for: strength, measures, conditions, means, purposes, polarity."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told

from gcm_kg.model.statements import RELATIONS


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Ratify UNTOC", "act"),
        ("Ensure that ships are safe", "act"),
        ("Blorb the ships", "act"),
        ("Consider ratifying UNTOC", "consider"),
        ("Give thought to hotlines", "consider"),
        ("Contemplate hotlines", "contemplate"),
        ("Explore new pathways", "explore"),
        ("Consider whether to open hotlines", "explore"),
        ("Encourage employers to pay", "encourage"),
        ("Think about hotlines", "consider"),
    ],
)
def test_the_opening_says_how_strongly_is_asked(sentence: str, strength: str) -> None:
    assert asked(sentence).said("strength") == [(strength,)]


def test_only_recommendations_have_strengths_and_measures() -> None:
    case = told("Establish guidelines.")
    assert not case.said("strength") and not case.said("requestsMeasure")
    assert {"strength", "requestsMeasure", "targets"} <= RELATIONS.keys()


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Establish common guidelines for screening", ["guidelines"]),
        ("Develop guidelines, appoint a focal point in ports", ["guidelines", "body"]),
        ("Ensure the implementation of national policies", ["policy"]),
        ("Provide victims of fraud with legal assistance", ["service"]),
        ("Provide guidance to officers with patience", ["guidelines"]),
        ("Ratify UNTOC", ["law"]),
        ("Train the officers", ["training"]),
        ("Promote research on policies", ["data"]),
        ("Avoid haste", []),
        ("Blorb all hotlines", ["body"]),
        ("Ratify the Optional Protocol to the Convention against Torture", ["law"]),
        ("Abolish the law, and establish hotlines", ["body"]),
        ("End punishment of crews", []),
        ("Carry out a study of wages", ["data"]),
        ("Hold talks with unions", ["partnership"]),
        ("Build up the capacities of cooks", ["training"]),
        ("Set aside money for oars", ["finance"]),
        ("Seek assistance from donors", []),
        ("Call on donors to increase funding for ports", ["finance"]),
        ("Mandate the ombudsperson to monitor flights", ["review"]),
        ("Invite the board to take note", []),
        ("Encourage access to shelters", ["service"]),
        ("Appoint in each port an independent rapporteur", ["body"]),
        ("Adopt without delay a law on ports", ["law"]),
        ("Treat cooks alike", []),
    ],
)
def test_the_head_of_the_object_says_what_is_to_be_made(sentence: str, measures: list[str]) -> None:
    assert sorted(asked(sentence).said("requestsMeasure")) == sorted((m,) for m in measures)


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Adopt laws protecting fishers from abuse", ["law"]),
        ("Adopt a plan of action on ports", ["policy"]),
        ("Adopt a code of conduct for masters", ["guidelines"]),
        ("Amend the penal code", ["law"]),
        ("Review the legislation governing work visas", ["law"]),
        ("Open a hotline operating around the clock", ["body"]),
        ("Suspend a boat operating around the clock", []),
        ("Inspect farms through joint inspections", ["enforcement"]),
        ("Support awareness-raising activities in ports", ["campaign"]),
        ("Strengthen security measures", []),
        ("Consider the possibility of ratifying the Convention", ["law"]),
        ("Consider establishing an ombudsman institution", ["body"]),
        ("Support programmes aimed at returning crews", ["policy"]),
        ("Provide the necessary funding to ports", ["finance"]),
        ("Provide the funding necessary for ports", ["finance"]),
        ("Support policy makers in ports", []),
        ("Prohibit recruitment fees", ["law"]),
        ("Work closely with unions", ["partnership"]),
        ("Strengthen human rights education in ports", ["training"]),
    ],
)
def test_measures_stand_before_what_qualifies_them_and_in_gerunds(
    sentence: str, measures: list[str]
) -> None:
    assert sorted(asked(sentence).said("requestsMeasure")) == sorted((m,) for m in measures)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Train officers, where appropriate, in ports", ["where appropriate"]),
        ("Open ports when no pathways exist", ["when no pathways exist"]),
        ("Open ports only if ships are safe", ["only if ships are safe"]),
        ("Open ports, consistent with UNTOC", ["consistent with UNTOC"]),
        ("Open ports regardless of status", ["regardless of status"]),
        ("Open ports where ships are consistently late", ["where ships are consistently late"]),
        ("Open ports with care", []),
        ("Feed cooks while proceedings are pending", ["while proceedings are pending"]),
        ("Open shelters where those who flee bad cooks can stay", []),
    ],
)
def test_conditions_are_quoted(sentence: str, words: list[str]) -> None:
    assert asked(sentence).words("Condition") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Open ports in order to save lives", ["in order to save lives"]),
        ("Open ports to identify victims", ["to identify victims"]),
        ("Open ports, to ensure that nobody drowns", ["to ensure that nobody drowns"]),
        ("Open ports to prevent harm to protect people", ["to prevent harm", "to protect people"]),
        ("Ensure access to justice", []),
        ("Recognize the need to identify victims", []),
        ("Encourage States to identify victims", []),
        ("Study the causes that lead migrants to employ smugglers", []),
        ("Provide guidance to embassies", []),
        ("Suspend initiatives to legalize ferries", []),
        ("Ferries for pleasure purposes should be restricted", []),
        ("Restrict ferries for pleasure purposes", ["for pleasure purposes"]),
        ("Adopt and enforce, in order to save lives, a law", ["in order to save lives"]),
        ("Open ports as a means to save lives", ["as a means to save lives"]),
    ],
)
def test_an_infinitive_that_says_what_for_is_a_purpose(sentence: str, words: list[str]) -> None:
    assert asked(sentence).words("Purpose") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Save lives by opening ports", ["by opening ports"]),
        ("Save lives, including through cooperation", ["including through cooperation"]),
        ("Save lives by means of patrols to the end", ["by means of patrols to the end"]),
        ("Save, by means of patrols, lives at sea", ["by means of patrols"]),
        ("Save lives, by means of buoys, and lights", ["by means of buoys, and lights"]),
        ("Help those harmed by smuggling rings", []),
        ("Fight fraud carried out through agents", []),
        ("Recall that lives cannot be saved through fines", []),
    ],
)
def test_means_are_what_something_is_to_be_done_by(sentence: str, words: list[str]) -> None:
    assert asked(sentence).words("Means") == words


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Combat corruption", "corruption", "prevent-or-combat"),
        ("Establish safeguards against corruption", "corruption", "avoid"),
        ("Maintain the firewalls", "firewalls", "preserve"),
        ("Promote truly robust labour inspection", "labour-inspection", "promote"),
        ("Prevent and address forced labour and corruption", "corruption", "prevent-or-combat"),
        ("Study corruption", "corruption", ""),
        ("Promote corruption", "corruption", ""),
        ("Combat labour inspection", "labour-inspection", ""),
        ("Provide crews, including cooks, with health care", "health", "promote"),
        ("Provide persons with disabilities with health care", "disability", ""),
        ("Grant victims of forced labour a residence permit", "residence-permits", "promote"),
        ("Grant victims of forced labour a residence permit", "forced-labour", ""),
        ("Provide crews with health care, oars and legal aid", "access-to-justice", "promote"),
        ("Ensure the non-criminalization of migrants", "criminalization-of-migrants", "avoid"),
        ("Avoid measures that criminalize migrants", "criminalization-of-migrants", "avoid"),
        ("Open courses along migration routes", "migration-routes", ""),
        ("Help those who seek asylum", "asylum", ""),
        ("Use to that end financial intelligence", "financial-flows", ""),
        ("Target smugglers of migrants", "smuggling-of-migrants", "prevent-or-combat"),
        ("Improve access to justice", "access-to-justice", "promote"),
        ("Review access to justice and health care", "health", ""),
        ("Increase the availability of health care", "health", "promote"),
        ("Preserve the independence of ombudspersons", "ombudsperson", "preserve"),
        ("Refrain from detaining asylum seekers", "detention", "avoid"),
        ("Refrain from the training of guards", "capacity-building", ""),
        ("Increase visa fees for migrants", "visas", ""),
        ("Follow the rules when building prisons", "detention", ""),
        ("Give them access to places of detention", "detention", ""),
        ("Do not criminalize migrants", "criminalization-of-migrants", "avoid"),
        ("See that nobody is ever detained", "detention", ""),
        ("See that children are never detained", "detention", "avoid"),
        ("See that detention is used only as a last resort", "detention", "avoid"),
        ("Establish a moratorium on executions", "death-penalty", "prevent-or-combat"),
        (
            "Keep the prohibition of corporal punishment of children",
            "corporal-punishment-of-children",
            "prevent-or-combat",
        ),
        ("Address the root causes that drive people away", "root-causes", "prevent-or-combat"),
        ("Adopt a law against corruption", "corruption", "prevent-or-combat"),
        ("Condemn all acts of corruption", "corruption", "prevent-or-combat"),
        ("Write rules that protect all staff from debt bondage", "debt-bondage", "avoid"),
        ("Protect borders and talk against debt bondage", "debt-bondage", ""),
        ("See that firewalls be put in place", "firewalls", "promote"),
        ("See that corruption is rooted out", "corruption", "prevent-or-combat"),
        ("Improve asylum procedures", "asylum", "promote"),
        ("Refrain from expelling families", "return", "avoid"),
        ("Strengthen the capacity of labour inspectors", "labour-inspection", "promote"),
        ("Speed up the orderly issuance of visas", "visas", "promote"),
        ("Strengthen the supervision of visas", "visas", ""),
        ("Widen the competence of the committee of visas", "visas", ""),
        ("Allocate sufficient funds to clinics", "funding", "promote"),
        ("See that migrants are not criminalized", "criminalization-of-migrants", "avoid"),
        (
            "Repeal what makes irregular entry an offence",
            "criminalization-of-migrants",
            "prevent-or-combat",
        ),
        ("Keep clinics and health care strictly apart from enforcement", "health", ""),
        ("Keep labour inspection in place", "labour-inspection", "preserve"),
        ("Point to a higher risk of corruption", "corruption", ""),
        ("Point to the risk of criminalizing irregular migration", "irregular-migration", ""),
        ("Roll back measures that punish irregular entry", "irregular-migration", ""),
        ("Stop paying agencies that engage in unethical recruitment", "recruitment", ""),
        ("Support groups that fight corruption", "corruption", "prevent-or-combat"),
        ("Publish yearly figures on residence permits", "residence-permits", ""),
    ],
)
def test_the_words_before_a_theme_say_whether_it_is_furthered_or_fought(
    sentence: str, theme: str, polarity: str
) -> None:
    found = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert found[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("They agreed that corruption should be rooted out.", "prevent-or-combat"),
        ("They spoke of rooting out corruption.", "prevent-or-combat"),
        ("They saw that corruption is rooted out.", ""),
        ("They rooted out corruption.", ""),
        ("They cautioned against condemning corruption.", ""),
    ],
)
def test_a_narrative_that_only_reports_furthers_and_fights_nothing(
    sentence: str, polarity: str
) -> None:
    found = {short(s.entity): short(s.polarity) for s in told(sentence).statements()}
    assert found["corruption"] == polarity


def test_what_is_avoided_and_fought_is_fought_and_what_is_kept_and_furthered_is_furthered() -> None:
    case = asked("Refrain from detaining families. Phase out the detention of asylum seekers")
    found = {short(s.entity): short(s.polarity) for s in case.statements()}
    assert found["detention"] == "prevent-or-combat"


def test_words_of_two_polarities_leave_a_theme_without_one() -> None:
    case = told("They avoid narratives. They promote narratives.")
    found = {short(s.entity): short(s.polarity) for s in case.statements()}
    assert found["narratives"] == ""


def test_cues_of_two_polarities_before_a_theme_give_it_none() -> None:
    found = {
        short(s.entity): short(s.polarity)
        for s in told("Promote and combat corruption.").statements()
    }
    assert found["corruption"] == ""


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Establish hotlines and promote research", ["establish", "promote"]),
        ("Establish hotlines that save lives, and promote research", ["establish", "promote"]),
        ("Establish hotlines to save lives, and promote research", ["establish", "promote"]),
        ("Establish hotlines that save lives and promote research", ["establish"]),
        ("Establish hotlines to save lives and promote research", ["establish"]),
        ("Establish hotlines to better identify crews and assist them", ["establish"]),
        ("Establish hotlines to warn crews, train them, and promote research", ["establish"]),
        ("Accede to the Convention and establish a hotline", ["accede", "establish"]),
        ("Abolish fees charged to seafarers and establish a hotline", ["establish", "repeal"]),
        (
            "Establish hotlines by training volunteers and promote research",
            ["establish", "promote"],
        ),
        ("Establish centres, including shelters, clinics, and research units", ["establish"]),
        (
            "Establish hotlines, protect crews, promote research",
            ["establish", "promote", "protect"],
        ),
        ("Consult unions, together with clinics, progress in law and research", ["consult"]),
        ("Take measures to establish hotlines and promote research", ["establish", "promote"]),
        ("Consider the report favourably and promote research", ["consider", "promote"]),
        ("Establish research and support", ["establish"]),
        (
            "Abolish fees and instruct, assist and protect crews",
            ["assist", "protect", "repeal", "require"],
        ),
        ("Maintain hotlines, continue to fund clinics", ["fund", "maintain"]),
        ("Maintain hotlines, fund and all", ["maintain"]),
    ],
)
def test_verbs_of_clauses_of_the_same_rank_ask_too(sentence: str, actions: list[str]) -> None:
    assert sorted(asked(sentence).said("requestsAction")) == [(action,) for action in actions]


def test_labour_conventions_cited_together_tell_their_theme_and_a_name_does_not() -> None:
    theme = ("international-labour-standards",)
    assert theme in asked("Ratify relevant ILO labour conventions").said("hasTheme")
    assert ("forced-labour",) not in asked("Ratify the Forced Labour Convention").said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Give legal aid to offenders", []),
        ("Halt all executions of convicted offenders", []),
        ("Reintegrate former smugglers", []),
        (
            "See that smugglers get fair trials and that jails for smugglers are guarded",
            [("smugglers",)],
        ),
        ("Improve prison conditions for smugglers", []),
        ("Impose sentences on smugglers", [("smugglers",)]),
    ],
)
def test_who_is_to_have_or_to_be_spared_something_is_no_target(
    sentence: str, targets: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("targets") == targets


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Reform the security services", []),
        ("Reform the social services", [("service",)]),
        ("Inform the consulate of each arrest", []),
        ("Inform the public of each arrest", [("campaign",)]),
    ],
)
def test_bodies_are_no_services_and_offices_no_public(
    sentence: str, measures: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("requestsMeasure") == measures


def test_perpetrators_are_targets_and_never_benefit() -> None:
    case = asked("Investigate smugglers to protect children")
    assert case.said("targets") == [("smugglers",)]
    assert case.said("benefits") == [("children",)]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("In accordance with paragraph 21 of A/RES/71/280, they met.", "paragraph 21"),
        ("They recalled articles 3 and 5 of the Trafficking Protocol.", "articles 3 and 5"),
        ("They recalled the Trafficking Protocol (article 3).", "article 3"),
        ("They recalled UNTOC, whose article 7 speaks of banks.", "article 7"),
        ("They recalled UNTOC and article 7.", ""),
        ("They recalled UNTOC.", ""),
    ],
)
def test_the_place_within_an_instrument_is_a_pinpoint(sentence: str, place: str) -> None:
    (citation,) = (s for s in told(sentence).statements() if s.relation == "cites")
    assert citation.pinpoint == place


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("They combat slavery and corruption. Both crimes pay.", ["corruption", "slavery"]),
        ("The two phenomena of slavery and corruption pay.", ["corruption", "slavery"]),
    ],
)
def test_the_two_crimes_are_those_that_were_named_last(sentence: str, themes: list[str]) -> None:
    assert sorted(theme for (theme,) in told(sentence).said("hasTheme")) == themes


def test_two_crimes_are_looked_for_in_the_parts_before() -> None:
    case = asked("Distinguish the two crimes", context="They spoke of slavery and corruption.")
    assert {("slavery",), ("corruption",)} <= set(case.said("hasTheme"))
    alone = asked("Distinguish the two crimes", context="They spoke of corruption.")
    assert ("corruption",) not in alone.said("hasTheme")


def test_what_refers_back_once_more_means_the_same_concepts() -> None:
    case = told(
        "Smuggling and trafficking in persons differ. Both crimes may end in forced labour. "
        "These two crimes overlap."
    )
    found = [things for words, *things in case.named("themes") if "crimes" in words]
    assert found == [["smuggling-of-migrants", "trafficking-in-persons"]] * 2


@pytest.mark.parametrize(
    ("sentence", "functions"),
    [
        ("Ratify UNTOC and bring national law into line with it", {"ratify", "align-with"}),
        ("Ratify UNTOC and UNCAC, and implement them fully", {"ratify", "implement"}),
        ("Ratify UNTOC and UNCAC, and act in line with it", {"ratify"}),
        ("Look into a new charter, taking into account UNTOC", {"consider-as-guidance"}),
        ("Consider ratifying UNTOC", set()),
    ],
)
def test_a_pronoun_stands_for_the_instruments_of_its_sentence(
    sentence: str, functions: set[str]
) -> None:
    made = asked(sentence).statements()
    found = {short(s.function) for s in made if short(s.entity) == "untoc" and s.function}
    assert found == functions


@pytest.mark.parametrize(
    ("sentence", "population", "benefits"),
    [
        ("Dismantle gangs that kidnap migrants", "migrants", False),
        ("Invest in towns to which migrants return", "migrants", False),
        ("Open clinics for migrants", "migrants", True),
        ("Review the law on migrants", "migrants", False),
        ("Release detainees who have children", "children", False),
    ],
)
def test_a_population_that_qualifies_others_is_not_benefited(
    sentence: str, population: str, benefits: bool
) -> None:
    assert ((population,) in asked(sentence).said("benefits")) == benefits


@pytest.mark.parametrize(
    ("sentence", "theme", "has"),
    [
        (
            "Collect data disaggregated by sex, age, disability and nationality",
            "nationality",
            False,
        ),
        ("Collect data disaggregated by sex and age on disability", "disability", True),
        ("Collect data disaggregated by sex, in order to grant nationality", "nationality", True),
    ],
)
def test_that_by_which_data_are_split_is_no_theme(sentence: str, theme: str, has: bool) -> None:
    assert ((theme,) in asked(sentence).said("hasTheme")) == has


def test_what_somebody_is_called_on_to_do_is_no_purpose() -> None:
    assert asked("Call on States that have a fleet to save lives").words("Purpose") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Repeal, where they exist, laws that punish migrants", "Condition", ["where they exist"]),
        ("Help ports, upon request, in drawing up plans", "Condition", ["upon request"]),
        ("Help ports upon their request in drawing up plans", "Condition", ["upon their request"]),
        ("Share data while respecting privacy", "Condition", ["while respecting privacy"]),
        ("Patrol without endangering crews", "Condition", ["without endangering crews"]),
        ("Open ports without delay", "Condition", []),
        ("Open ports, resources permitting", "Condition", ["resources permitting"]),
        (
            "Act in keeping with ILO Convention No. 189, and train staff",
            "Condition",
            ["in keeping with ILO Convention No. 189"],
        ),
        ("Train judges by means of courses, and open shelters", "Means", ["by means of courses"]),
        (
            "Train them by means of courses, visits, and support for mentors",
            "Means",
            ["by means of courses, visits, and support for mentors"],
        ),
        (
            "Write laws so as to shield children, punish smugglers, and help victims",
            "Purpose",
            ["so as to shield children, punish smugglers, and help victims"],
        ),
        ("Meet in order to share views, and open shelters", "Purpose", ["in order to share views"]),
        (
            "Invite those that have not yet done so to ratify UNTOC",
            "Condition",
            ["that have not yet done so"],
        ),
        ("Invite those that have not yet done so to ratify UNTOC", "Purpose", []),
        (
            "See that they are freed on the basis of evidence, and that records are erased",
            "Condition",
            ["on the basis of evidence"],
        ),
        (
            "Dismantle gangs by tracing their money, and bring to justice their leaders",
            "Means",
            ["by tracing their money"],
        ),
        ("Punish officials who look away when minors are smuggled", "Condition", []),
        ("Erase records of offences that they were compelled to commit", "Purpose", []),
    ],
)
def test_a_passage_ends_where_what_is_asked_goes_on(
    sentence: str, kind: str, words: list[str]
) -> None:
    assert asked(sentence).words(kind) == words


def test_a_condition_may_open_a_recommendation() -> None:
    case = asked("Where return is not possible, grant temporary residence permits")
    assert case.words("Condition") == ["Where return is not possible"]
    assert case.said("requestsAction") == [("grant",)]
    assert case.said("requestsMeasure") == [("permit",)]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Grant permits to the extent permitted by national law", "to the extent permitted by"),
        ("To the fullest extent possible, release children", "To the fullest extent possible"),
        ("Pursuant to national law, issue visas to refugees", "Pursuant to national law"),
        ("Return migrants on a voluntary basis", "on a voluntary basis"),
        ("Release migrants, save where a court objects", "save where a court objects"),
    ],
)
def test_limits_of_what_is_asked_are_conditions_wherever_they_stand(
    sentence: str, condition: str
) -> None:
    (found,) = asked(sentence).words("Condition")
    assert found.startswith(condition)
    assert asked(sentence).said("requestsAction")


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Protect women and girls against gender-based violence", "gender-based-violence", "avoid"),
        ("Protect migrant workers from debt bondage", "debt-bondage", "avoid"),
        ("Uphold freedom from torture", "torture", "avoid"),
        ("Take steps against corruption", "corruption", "prevent-or-combat"),
        ("Replace detention by other measures", "detention", "prevent-or-combat"),
        ("Protect children against the odds by education", "education", ""),
    ],
)
def test_whoever_is_protected_from_a_harm_it_is_to_be_avoided(
    sentence: str, theme: str, polarity: str
) -> None:
    case = asked(sentence)
    (found,) = [s for s in case.statements() if short(s.entity) == theme]
    assert short(found.polarity or "") == polarity


@pytest.mark.parametrize(
    ("sentence", "strength", "action"),
    [
        ("States may wish to open ports", "contemplate", "open"),
        ("States may open ports", "contemplate", "open"),
        ("States could usefully open ports", "contemplate", "open"),
        ("States may wish to consider opening ports", "consider", "consider"),
        ("Port States are to open ports", "act", "open"),
        ("Open ports that may harm crews", "act", "open"),
    ],
)
def test_what_somebody_may_do_is_held_out(sentence: str, strength: str, action: str) -> None:
    case = asked(sentence)
    assert case.said("strength") == [(strength,)]
    assert case.said("requestsAction") == [(action,)]


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Enact a law that prohibits corruption", "corruption", "prevent-or-combat"),
        ("Put an immediate end to corruption", "corruption", "prevent-or-combat"),
        ("Declare a moratorium on detention", "detention", "prevent-or-combat"),
        ("Remove obstacles to education", "education", "promote"),
        ("Give effect to the right to education", "education", "promote"),
    ],
)
def test_what_a_law_prohibits_is_fought_and_what_obstacles_stood_before_is_furthered(
    sentence: str, theme: str, polarity: str
) -> None:
    found = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert found[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "involved"),
    [
        ("Share information among border police", [("border-police",)]),
        ("Fight corruption among border police", [("border-police",)]),
        ("Mandate ombudspersons to visit ports", [("ombudspersons",)]),
        ("Sign an agreement drawn up with trade unions", [("unions",)]),
        ("Open ledgers to audit by banks", [("financial-institutions",)]),
        ("Fight fraud, working with banks to that end", [("financial-institutions",)]),
        ("Plan it in consultation with migrants and with civil society", [("civil-society",)]),
    ],
)
def test_who_is_given_a_task_or_worked_with_is_involved(
    sentence: str, involved: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("involves") == involved


@pytest.mark.parametrize(
    ("sentence", "populations"),
    [
        ("Ratify conventions on enforced disappearance, migrant workers and refugees", set()),
        ("Ratify the migrant workers convention", set()),
        ("Adopt a treaty on torture for the benefit of women", {"women"}),
        ("Adopt conventions on torture and protect refugees", {"refugees"}),
        ("Join the Conventions relating to the status of refugees and of minors", set()),
        ("Sign treaties on the rights of women, children, and migrants", set()),
        ("Ratify conventions, in particular those on torture and refugees", set()),
        ("Ratify instruments on children in armed conflict, and refugees", set()),
    ],
)
def test_whom_treaties_are_on_is_not_for_whom_they_are_asked(
    sentence: str, populations: set[str]
) -> None:
    assert {population for (population,) in asked(sentence).said("benefits")} == populations


@pytest.mark.parametrize(
    ("sentence", "relation", "read"),
    [
        ("Sign accords on pensions", "requestsMeasure", [("partnership",)]),
        ("Sign without delay", "requestsMeasure", [("law",)]),
        ("Amend the Shipping Act", "requestsMeasure", [("law",)]),
        ("Delete the data", "requestsMeasure", []),
        ("Instruct police to rest", "requestsMeasure", []),
        ("Instruct police and teachers in first aid", "involves", [("police",), ("teachers",)]),
        ("Instruct police and teachers in first aid", "callsOn", []),
        ("Instruct police in border towns to rest", "callsOn", [("police",)]),
        ("Urge police in the handling of boats", "callsOn", [("police",)]),
        ("Hold hearings with interpreters present", "involves", [("interpreters",)]),
        ("Note hearings that interpreters attend", "involves", []),
        ("Disrupt gangs that prey upon migrants", "benefits", []),
        ("The Ministry of Labour and Family should act", "callsOn", [("government-ministries",)]),
        (
            "Do not make help depend on a testimony",
            "appliesPrinciple",
            [("unconditional-assistance",)],
        ),
        ("Refrain from invoking national sovereignty", "appliesPrinciple", []),
        (
            "Refrain from violating national sovereignty",
            "appliesPrinciple",
            [("national-sovereignty",)],
        ),
    ],
)
def test_what_is_made_with_whom_and_on_what_nobody_is_to_lean(
    sentence: str, relation: str, read: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said(relation) == read


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("See that no seafarer is charged any fee by agents", "ethical-recruitment"),
        ("Exempt those who are carried from prosecution", "non-criminalization-of-migrants"),
        ("Open an account out of which cooks are compensated", "right-to-remedy"),
        ("Plan courses drawn up with former seafarers", "agency-and-participation"),
    ],
)
def test_a_principle_is_found_in_wordings_of_its_content(sentence: str, principle: str) -> None:
    assert (principle,) in asked(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("See that each seafarer pays a fee to the port", "ethical-recruitment"),
        ("Exempt those who are retired from taxes", "non-criminalization-of-migrants"),
        ("Open an account in which cooks save", "right-to-remedy"),
        ("Plan courses drawn up with care", "agency-and-participation"),
    ],
)
def test_wordings_that_only_look_like_a_principle_are_none(sentence: str, principle: str) -> None:
    assert (principle,) not in asked(sentence).said("appliesPrinciple")


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("The Home Office should outwit all smugglers", []),
        ("The Office should also outwit them by training all guards", ["training"]),
        ("The Ministry should gladly outwit a new law", ["law"]),
        ("Offices should be outwitted", []),
    ],
)
def test_who_should_do_something_of_no_known_verb_is_no_measure(
    sentence: str, measures: list[str]
) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]
