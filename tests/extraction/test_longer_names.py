"""A label within the name of another thing names nothing; the whole name stays unresolved."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


def named(sentence: str) -> list[tuple[str, ...]]:
    return asked(sentence).named()


@pytest.mark.parametrize(
    ("before", "name", "behind"),
    [
        ("Ratify the ", "Economic Community Convention against Corruption", " soon"),
        ("States ratify the ", "Pan-Asian Convention on the Rights of the Child", ""),
        ("Sign the ", "Second Optional Protocol to the Convention on the Rights of the Child", ""),
        ("Ratify ", "Optional Protocols to UNCAC", " without delay"),
        ("Follow ", "general recommendation No. 38 (2020) on CEDAW", ""),
        ("Follow ", "general comment No. 2 (2013) on the rights of migrant workers", ""),
        ("Follow ", "general recommendation No. 36 on racial profiling by the police", ", and pay"),
        ("Follow ", "general comment No. 9", " to the letter"),
        ("Follow ", "general comment No. 9 on detention", " and adopt a law"),
        ("Accept the ", "Amendments to the Rome Statute", ""),
        ("Accept the ", "amendment to article 20, paragraph 1, of CEDAW", ""),
        ("Ratify the ", "European Union Convention against Corruption", ""),
        ("Ratify the ", "Additional Protocol to the Convention against Torture", ""),
        ("Ratify the ", "UNHCR Convention against Torture", ""),
        ("Report to the ", "UNTOC Committee", " every year"),
        ("Ratify the ", "AU Refugee Convention", " soon"),
        ("Ratify the ", "Caribbean Trafficking Protocol", " soon"),
        ("Sign the ", "CRC Optional Protocol", " on schools"),
        ("Accede to the ", "Andean Convention against Corruption", " soon"),
        ("Read ", "A/HRC/WG.6/12/L.7", " again"),
        ("Read ", "UNTOC/COP/2018/5/Add.1", " again"),
        ("Fund the ", "UNTOC (Voluntary Contributions) Fund", ""),
        ("Read ", "CEDAW/C/GC/38", " again"),
        ("Read ", "ICCPR/C/21/Rev.1/13", " again"),
        ("Pass the ", "Child Rights Convention Act 2003", ""),
        ("Pass the ", "Convention on the Rights of the Child (Implementation) Bill", " soon"),
        ("Repeal the ", "CEDAW Act, 2010", ", and pay"),
        ("Fund the ", "Refugee Convention Action Plan", ""),
        ("Hear the ", "Convention against Torture Committee", " again"),
        ("Use the ", "Legislative Guide to UNTOC", ""),
        ("Use the ", "Implementation Handbook for the CRC", " in schools"),
        ("Read the ", "Explanatory Report to the Istanbul Convention", ""),
        ("Host the ", "Conference of the Parties to UNTOC", " in May"),
        ("Follow ", "resolution 1325 of the African Union", " soon"),
        ("Follow ", "resolution 1325 of the city", " council"),
        ("Follow ", "African Union resolution 1325", ""),
        ("Follow ", "City Council resolution 1325", ""),
        ("Apply ", "Regulation (EU) 2016/399", " soon"),
        ("Apply ", "Council Regulation (EC) No 810/2009", " soon"),
    ],
)
def test_the_whole_name_of_another_thing_is_kept_unresolved(
    before: str, name: str, behind: str
) -> None:
    case = asked(before + name + behind)
    assert (name,) in case.named()
    assert case.said("cites") == []


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("Ratify the United Nations Convention against Corruption", "uncac"),
        ("Ratify the UN Convention against Corruption", "uncac"),
        ("Ratify Convention against Corruption", "uncac"),
        ("Ratify the Convention against Corruption", "uncac"),
        ("Apply the Rome Statute and its amendments", "rome-statute"),
        ("Ratify UNTOC. Rules are needed", "untoc"),
        ("Ratify the Geneva Refugee Convention", "refugee-convention"),
        ("Ratify the UN Smuggling Protocol", "smuggling-protocol"),
        ("Ratify UNTOC/UNCAC in 2018", "untoc"),
        ("Read A/RES/71/280 again", "ares-71-280"),
        ("Keep the commitments to CEDAW", "cedaw"),
        ("Apply CEDAW, and Act on it", "cedaw"),
        ("Write a guide to CEDAW", "cedaw"),
        ("Bring CEDAW into law", "cedaw"),
        ("Follow resolution 1325 of the United Nations Security Council", "resolution-1325"),
        ("Follow resolution 1325 of 31 October 2000", "resolution-1325"),
        ("Follow resolution 71/280 of the United Nations", "ares-71-280"),
        ("Follow UN resolution 1325", "resolution-1325"),
        ("Follow Assembly resolution 71/280", "ares-71-280"),
    ],
)
def test_words_that_are_no_part_of_the_name_leave_it_alone(sentence: str, instrument: str) -> None:
    assert (instrument,) in [row[:1] for row in asked(sentence).said("cites")]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/UNTOC/trafficking",
        "UNTOC@example.org",
        "www.cedaw.example/CRC",
        "CRC.docx",
        "cedaw.example.org?UNTOC=CRC",
    ],
)
def test_what_stands_in_an_address_or_name_of_a_file_names_nothing(address: str) -> None:
    case = told(f"They wrote of {address} today.")
    assert (case.named(), case.named("themes")) == ([], [])


def test_an_instrument_at_the_end_of_a_sentence_is_no_file() -> None:
    assert named("Ratify UNTOC. Then wait") == [("UNTOC", "untoc")]


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("Implement article 9, paragraphs 2 and 3, of UNTOC", "implement"),
        ("Implement Arts. 6 and 7 of UNTOC", "implement"),
        ("Implement art. 9 of UNTOC", "implement"),
        ("Implement paragraph (b)(ii) of UNTOC", "implement"),
        ("Ratify: UNTOC", "ratify"),
        ("States are no longer implementing UNTOC", ""),
        ("Implement, in Vienna, what is in the spirit of UNTOC", ""),
    ],
)
def test_a_place_in_an_instrument_does_not_part_it_from_what_is_asked(
    sentence: str, function: str
) -> None:
    assert asked(sentence).said("cites") == [("untoc", function) if function else ("untoc",)]


def test_what_two_verbs_with_an_ampersand_ask_is_both() -> None:
    assert set(asked("Ratify & implement UNTOC").said("cites")) == {
        ("untoc", "ratify"),
        ("untoc", "implement"),
    }


@pytest.mark.parametrize("other", ["A regional treaty", "Another convention", "A new convention"])
def test_the_convention_may_be_one_that_is_spoken_of_without_its_name(other: str) -> None:
    text = f"UNTOC helps. {other} was written in Cairo. The Convention is good."
    assert told(text).named()[-1] == ("The Convention",)


def test_the_verb_that_opens_a_sentence_is_no_part_of_an_unknown_name() -> None:
    assert named("Ratify the Convention on Imaginary Things") == [
        ("Convention on Imaginary Things",)
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Accede to the Treaty on Imaginary Seas", "Treaty on Imaginary Seas"),
        ("Endorse Charter Number Twelve", "Charter Number Twelve"),
        ("Comply with the Covenant on Imaginary Things", "Covenant on Imaginary Things"),
    ],
)
def test_a_verb_that_begins_a_sentence_is_no_part_of_a_name(sentence: str, name: str) -> None:
    assert named(sentence) == [(name,)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Thank the Special Representative of the Secretary General on Migration and Refugees",
            [("Special Representative of the Secretary General on Migration and Refugees",)],
        ),
        (
            "Hear the Special Representative of the Secretary-General on Violence against Children",
            [
                (
                    "Special Representative of the Secretary-General on Violence against Children",
                    "special-representative-on-violence-against-children",
                )
            ],
        ),
        (
            "Hear the Secretary-General",
            [("the Secretary-General", "secretary-general-of-the-united-nations")],
        ),
    ],
)
def test_a_representative_is_not_the_secretary_general(
    sentence: str, names: list[tuple[str, ...]]
) -> None:
    assert named(sentence) == names
    assert asked(sentence).said("hasTheme") in ([], [("violence-against-children",)])


def test_letters_in_the_number_of_an_act_name_nobody() -> None:
    assert asked("Apply Regulation (EU) 2016/399").said("namesActor") == []
    assert asked("Count the boats of the EU (2016)").said("namesActor") == [("european-union",)]
