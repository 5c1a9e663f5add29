"""Optional Protocols are named by their treaty: "CEDAW and its Optional Protocol"."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("words", "protocols"),
    [
        ("CEDAW and its Optional Protocol", ["cedaw-op"]),
        ("the Convention against Torture (CAT) and its Optional Protocol", ["opcat"]),
        ("CRPD and the Optional Protocol thereto", ["crpd-op"]),
        ("CEDAW as well as its Optional Protocol", ["cedaw-op"]),
        ("CRPD and its Optional Protocols", ["crpd-op"]),
        ("ICCPR and its Second Optional Protocol", ["iccpr-op2"]),
        ("ICCPR and its first Optional Protocol", ["iccpr-op1"]),
        ("ICCPR and its two Optional Protocols", ["iccpr-op1", "iccpr-op2"]),
        ("CRC and its three Optional Protocols", ["crc-opac", "crc-opic", "crc-opsc"]),
        ("CRC and its two Optional Protocols", ["crc-opac", "crc-opsc"]),
        ("both Optional Protocols to the ICCPR", ["iccpr-op1", "iccpr-op2"]),
        (
            "the two Optional Protocols to the Convention on the Rights of the Child",
            ["crc-opac", "crc-opsc"],
        ),
        ("the Optional Protocols to CRC", ["crc-opac", "crc-opsc"]),
        ("the optional protocols to CRC", ["crc-opac", "crc-opsc"]),
        ("ICCPR and the Optional Protocol II thereto", ["iccpr-op2"]),
        ("the three Optional Protocols to the CRC", ["crc-opac", "crc-opic", "crc-opsc"]),
        ("the CEDAW Optional Protocol", ["cedaw-op"]),
        ("the reports under CEDAW and accede to its Optional Protocol", ["cedaw-op"]),
    ],
)
def test_the_only_protocol_or_as_many_as_are_counted_are_meant(
    words: str, protocols: list[str]
) -> None:
    cited = [row for row in asked(f"Ratify {words} without delay").said("cites") if "op" in row[0]]
    assert cited == [(protocol, "ratify") for protocol in protocols]


@pytest.mark.parametrize(
    "words",
    [
        "ICCPR and its Optional Protocol",
        "ICCPR and its three Optional Protocols",
        "UNCAC and its Optional Protocol",
        "the two Optional Protocols to the CEDAW",
        "the three Optional Protocols to ICCPR",
        "ICCPR, CEDAW and their Optional Protocols",
    ],
)
def test_what_is_not_certain_stays_unresolved(words: str) -> None:
    case = asked(f"Ratify {words} without delay")
    assert not [row for row in case.said("cites") if "op" in row[0]]
    assert any("Optional Protocol" in name for name, *entities in case.named() if not entities)


def test_the_only_protocol_of_a_treaty_needs_no_other_name() -> None:
    said = asked("Ratify the Forced Labour Convention and its Protocol").said("cites")
    assert ("ilo-p029", "ratify") in said


@pytest.mark.parametrize(
    ("words", "treaties"),
    [
        ("the International Covenants on Human Rights", ["iccpr", "icescr"]),
        ("the 1954 and 1961 Conventions on statelessness", ["stateless-1954", "stateless-1961"]),
        ("the ILO conventions on migrant workers (Nos. 97 and 143)", ["ilo-c097", "ilo-c143"]),
    ],
)
def test_one_name_may_cite_several_treaties(words: str, treaties: list[str]) -> None:
    said = asked(f"Ratify {words} without delay").said("cites")
    assert said == [(treaty, "ratify") for treaty in treaties]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Ratify the 2014 Protocol to the Forced Labour Convention", [("ilo-p029", "ratify")]),
        ("Ratify the 2014 Protocol to Convention No. 29", [("ilo-p029", "ratify")]),
        ("Ratify the Protocol of 2014 to ILO Convention No. 29", [("ilo-p029", "ratify")]),
        ("Ratify the 2005 Protocol to the Slavery Convention", []),
        ("Ratify the 2000 Protocol to UNTOC", []),
    ],
)
def test_a_protocol_of_a_year_is_the_one_of_that_year_and_never_its_treaty(
    sentence: str, cited: list[tuple[str, str]]
) -> None:
    assert asked(sentence).said("cites") == cited


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Ratify the Optional Protocols to CAT, CRPD and CEDAW", {"opcat", "crpd-op", "cedaw-op"}),
        (
            "Ratify the two Optional Protocols to the CRC and CEDAW",
            {"crc-opac", "crc-opsc", "cedaw-op"},
        ),
        ("Ratify the Optional Protocols to CAT, and ratify CEDAW", {"cedaw"}),
        ("Ratify the Optional Protocol to CAT, and CEDAW", {"opcat", "cedaw"}),
        ("Ratify the Optional Protocols to CAT and ICCPR", {"opcat"}),
    ],
)
def test_protocols_to_several_treaties_are_those_of_each(sentence: str, cited: set[str]) -> None:
    assert {row[0] for row in asked(sentence).said("cites")} == cited


@pytest.mark.parametrize(
    "protocol",
    [
        "the Protocol No. 14 to the European Convention on Human Rights",
        "Protocols Nos. 12 and 13 to the European Convention on Human Rights",
        "Additional Protocol No. 12 to the ECHR",
        "Protocol 14 to the ECHR",
        "Protocol XI to the ECHR",
    ],
)
def test_a_numbered_protocol_is_not_its_treaty_and_no_guidelines(protocol: str) -> None:
    read = asked(f"Ratify {protocol}")
    assert not read.said("cites"), "it is not known"
    assert read.said("requestsMeasure") == [("law",)]
    assert read.named() == [(protocol.removeprefix("the "),)], "its whole name is kept"
