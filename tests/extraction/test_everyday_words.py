"""Themes and principles said in everyday words, and words of theirs that mean something else."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Tell newcomers what awaits them", "information-for-migrants"),
        ("Meet arriving families at the pier", "reception"),
        ("Give cooks somewhere to sleep", "housing"),
        ("Give every girl a place at a school", "education"),
        ("Keep beds for those who give birth", "health"),
        ("Help them to make a living", "employment"),
        ("Sue abusive bosses", "labour-exploitation"),
        ("Warn of bogus job offers", "recruitment"),
        ("License and blacklist agencies", "recruitment-agencies"),
        ("Count guest workers", "labour-migration"),
        ("Give her a permit of her own", "residence-permits"),
        ("Legalize their stay", "regularization"),
        ("Deport nobody to a war", "return"),
        ("Strike it off the list of safe countries of origin", "asylum"),
        ("Bury bodies without names in peace", "missing-persons"),
        ("See that spouses can join", "family-reunification"),
        ("Keep brothers and sisters together", "family"),
        ("Keep nobody in police cells", "detention"),
        ("Stop strip searches", "torture"),
        ("Help cooks to take their employer to court", "access-to-justice"),
        ("Give each a fair hearing", "administration-of-justice"),
        ("Open a case against them", "prosecution"),
        ("Impound boats", "law-enforcement"),
        ("Dismiss officers for it", "accountability"),
        ("Stop guards who take bribes", "corruption"),
        ("Keep their names secret", "data-protection"),
        ("Do not report patients to the police", "firewalls"),
        ("Write with respect, and show what migrants bring", "narratives"),
        ("Punish incitement to hatred", "xenophobia"),
        ("Find money for clinics", "funding"),
        ("Have the ministries speak with one voice", "interagency-coordination"),
        ("Act across borders", "international-cooperation"),
        ("Let ships warn each other of storms", "information-sharing"),
        ("Team up with charities", "partnerships"),
        ("Give survivors a voice", "empowerment"),
        ("Listen to children", "rights-of-the-child"),
        ("Help women who were stalked", "gender-based-violence"),
        ("Pay parental leave", "social-protection"),
        (
            "Move villages before fields are lost to the sea, as crops that fail show",
            "climate-change",
        ),
        ("Give the young reasons to stay", "root-causes"),
        ("Make it cheaper to wire money home", "remittances"),
        ("Find out where their goods come from", "supply-chains"),
        ("Stop those who sell passages", "smuggling-of-migrants"),
        ("Write off debts to brokers", "debt-bondage"),
        ("Trace payments", "financial-flows"),
        ("Take stock of it", "monitoring"),
        ("Do surprise visits to kilns", "labour-inspection"),
        ("Shield those who speak out", "witness-protection"),
        ("Blow the whistle", "reporting"),
        ("Do not fine people for crossing it", "criminalization-of-migrants"),
        ("Send no soldiers to the border", "securitization"),
        ("Stop land hunger", "land"),
    ],
)
def test_everyday_words_say_what_it_is_about(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence, context="It is about migrants.").said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Vote in favour of the resolution", "elections"),
        ("Wait for the entry into force of the new law", "treaty-implementation"),
        ("Pay no armed groups", "humanitarian-law"),
    ],
)
def test_the_same_words_may_mean_something_else(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("See that no cook has to pay for a job", "ethical-recruitment"),
        ("Disclose where goods are sewn", "supply-chain-transparency"),
        ("Let no distress call go unanswered", "assistance-at-sea"),
        ("Print it in a tongue that he reads", "understandable-language"),
        ("Give refugees themselves a say", "agency-and-participation"),
        ("Do not turn her away for declining to press charges", "unconditional-assistance"),
        ("Base it on the fundamental conventions of the ILO", "international-labour-standards"),
        ("Respect the sovereign right of States", "national-sovereignty"),
    ],
)
def test_principles_are_told_in_everyday_words(sentence: str, principle: str) -> None:
    assert (principle,) in asked(sentence).said("appliesPrinciple")


def test_those_who_are_rescued_are_no_duty() -> None:
    assert asked("Hear people rescued at sea").said("appliesPrinciple") == []


def test_the_media_are_moved_and_a_clause_between_parts() -> None:
    polarities = {
        sentence: {s.entity.rpartition("/")[2] for s in asked(sentence).statements() if s.polarity}
        for sentence in (
            "Encourage the media to write fairly",
            "Publish what they find, and pay back the fees that migrants were charged",
            "Improve the collection of sex-disaggregated figures",
        )
    }
    assert [found & {"technology", "recruitment", "gender"} for found in polarities.values()] == [
        set(),
        set(),
        set(),
    ]


@pytest.mark.parametrize("words", ["are invited to", "should"])
def test_parties_to_a_treaty_are_asked(words: str) -> None:
    case = asked(f"States parties to the Palermo Convention {words} open it")
    assert case.said("callsOn") == [("states",)]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Cooperate fully with UNHCR", "unhcr"),
        ("Engage constructively with UNHCR", "unhcr"),
        ("Seek technical assistance from UNHCR", "unhcr"),
        ("Ask for the advice of UNHCR", "unhcr"),
        ("Report regularly to UNHCR", "unhcr"),
    ],
)
def test_those_whose_help_is_sought_are_involved(sentence: str, actor: str) -> None:
    assert asked(sentence).said("involves") == [(actor,)]


def test_how_often_is_no_condition_and_what_is_given_back_no_return() -> None:
    assert asked("Check once a year what is left").words("Condition") == []
    assert asked("Check it once it is open").words("Condition") == ["once it is open"]
    assert ("return",) not in asked("Return the savings of migrants").said("hasTheme")
    assert ("return",) in asked("Return the migrants to Ghana").said("hasTheme")
