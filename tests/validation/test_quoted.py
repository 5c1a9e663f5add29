"""Findings quote the words that they are about, where the graph has them."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from gcm_kg.rdf.namespaces import BASE, GCM
from gcm_kg.validation.quoted import MOST_KEPT, MOST_STEPS, Quoted
from gcm_kg.validation.report import Finding, Report

GRAPH = f"""
@base <{BASE}> .
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
<d/1> gcm:evidence <d#0,9> ;
    gcm:text "Ratify the\\n  Convention, and the Protocols thereto, and say by which day it is" .
<d/1/cites/c> gcm:evidence <d#7,9> .
<d#7,9> oa:hasSelector [ oa:exact "the Convention" ] .
<d/2> gcm:evidence <d/3> . <d/3> gcm:evidence <d/2> .
"""


def quoted() -> Quoted:
    found = Quoted()
    for quad in parse(GRAPH.encode(), format=RdfFormat.TURTLE):
        found.read(quad)
    return found


def about(focus: str, severity: str = "Warning") -> Finding:
    return Finding(severity, focus, "gcm:cites", "", "It cites", "add it")


def lines(*findings: Finding) -> list[str]:
    return Report(quoted().beside(findings)).lines(5)


def test_a_finding_quotes_the_words_of_its_thing_shortened_and_on_one_line() -> None:
    part, statement, other = lines(about("d/1"), about("d/1/cites/c"), about("d/2"))
    assert "d/1 “Ratify the Convention, and the Protocols thereto, and say b…” gcm:cites" in part
    assert "d/1/cites/c “the Convention” gcm:cites: It cites; add it" in statement
    assert other == "warning: d/2 gcm:cites: It cites; add it"


def test_of_information_of_one_kind_some_words_are_quoted() -> None:
    (line,) = lines(about("d/1/cites/c", "Info"), about("d#7,9", "Info"), about("d/2", "Info"))
    assert line == "info: 3 times: It cites: “the Convention”"


def test_findings_for_programs_have_the_words_as_they_are() -> None:
    (found,) = quoted().beside([about(f"{BASE}d/1/cites/c")])
    assert found.as_dict()["words"] == "the Convention"


def test_of_a_long_text_the_beginning_is_kept() -> None:
    found = Quoted()
    text = f'<urn:a> <{GCM}text> "{"word " * MOST_KEPT}" .'
    for quad in parse(text.encode(), format=RdfFormat.N_QUADS):
        found.read(quad)
    assert len(found.words("urn:a")) == MOST_KEPT


def test_words_are_followed_over_so_many_steps_and_no_more() -> None:
    def led(steps: int) -> str:
        found = Quoted()
        lines = [f"<urn:{n}> <{GCM}evidence> <urn:{n + 1}> .\n" for n in range(steps)]
        lines.append(f'<urn:{steps}> <{GCM}text> "there" .\n')
        for quad in parse("".join(lines).encode(), format=RdfFormat.N_QUADS):
            found.read(quad)
        return found.words("urn:0")

    assert led(MOST_STEPS) == "there"
    assert led(MOST_STEPS + 1) == ""
