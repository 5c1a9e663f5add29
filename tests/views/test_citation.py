"""Footnotes and bibliographies: what is known stands there in the order of the style."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import built, several
from pyoxigraph import RdfFormat, Store

from gcm_kg.cli.main import main
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.model.annotations import Annotations
from gcm_kg.publishing.quads import DocumentQuads
from gcm_kg.rdf.described import as_quads
from gcm_kg.rdf.namespaces import BASE, GCM, RDFS
from gcm_kg.store.graph import LocalGraph
from gcm_kg.views.bibliography import STYLES, cited
from gcm_kg.views.citation_styles import bluebook, chicago, held, oscola
from gcm_kg.views.reference import Reference, reference

UNTOC = "United Nations Convention against Transnational Organized Crime"
REPORT = Reference(
    "https://w3id.org/gcm-kg/id/x", "document", "Report on one State", "Human Rights Council",
    symbol="A/HRC/99/7", date="2031-07-03", item="paragraph 122.1", page="21",
)  # fmt: skip
LETTERS = """
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
gcm:Recommendation rdfs:subClassOf gcm:Part .
<urn:doc> a gcm:Document ; dcterms:title "Report on one State"@en ;
  gcm:documentSymbol "A/HRC/99/7" ;
  dcterms:date "2031-07-03" .
<urn:section> a gcm:Section ; gcm:partOf <urn:doc> ; dcterms:identifier "II" .
<urn:item> a gcm:Recommendation ; gcm:partOf <urn:section> ; dcterms:identifier "122.1" ;
  gcm:ordinal 1 ; gcm:evidence <urn:span> .
<urn:span> oa:hasSelector <urn:page> . <urn:page> a oa:FragmentSelector ; rdf:value "page=21" .
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def known() -> KnowledgeGraph:
    return built.known()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", f"{UNTOC}, November 15, 2000, 2225 UNTS 209."),
        (
            "oscola",
            f"{UNTOC} (adopted 15 November 2000, entered into force 29 September 2003)"
            " 2225 UNTS 209",
        ),
        ("bluebook", f"{UNTOC}, Nov. 15, 2000, 2225 U.N.T.S. 209."),
    ],
)
def test_a_treaty_is_cited_with_its_dates_and_its_place_in_the_series(
    style: str, expected: str
) -> None:
    assert known().cite("Palermo Convention", style=style) == f"{expected}\n"


def test_a_treaty_of_unknown_volume_is_cited_by_its_number() -> None:
    assert known().cite("Rome Statute", style="oscola").endswith("UNTS Reg No I-38544\n")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("oscola", "UNGA Res 73/195 (December 2018) UN Doc A/RES/73/195, Objective 9, action (a)"),
        ("bluebook", "G.A. Res. 73/195, Global Compact for"),
        ("chicago", "United Nations General Assembly, Resolution 73/195, Global Compact for"),
    ],
)
def test_a_part_of_an_instrument_is_cited_in_the_whole(style: str, expected: str) -> None:
    found = known().cite("GCM 9.a", style=style)
    assert found.startswith(expected) and "Objective 9, action (a)" in found


def test_a_recommendation_is_cited_with_section_number_session_and_date() -> None:
    found = known().cite("III.a.1", style="oscola")
    for words in ("(Vienna, 4–5 September 2017)", "(5 October 2017)", "s III.a, recommendation 1"):
        assert words in found
    assert "transmittal letter" in known().cite("letter-1")
    assert "(October 9, 2017)" in known().cite("letter-1")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            chicago,
            "United Nations, Human Rights Council, “Report on one State,” A/HRC/99/7"
            " (July 3, 2031), paragraph 122.1, 21.",
        ),
        (oscola, "UNHRC, ‘Report on one State’ (3 July 2031) UN Doc A/HRC/99/7, para 122.1, 21"),
        (
            bluebook,
            "Human Rights Council, Report on one State, ¶ 122.1, at 21, U.N. Doc. A/HRC/99/7"
            " (July 3, 2031).",
        ),
    ],
)
def test_a_report_is_cited_with_body_symbol_paragraph_and_page(style, expected) -> None:  # type: ignore[no-untyped-def]
    assert style(REPORT) == expected


def test_what_the_graph_says_of_a_report_is_in_its_reference() -> None:
    store = Store()
    store.load(LETTERS.encode(), format=RdfFormat.TURTLE)
    found = reference(LocalGraph(store), "urn:item")
    assert (found.body, found.symbol, found.date) == (
        "Human Rights Council",
        "A/HRC/99/7",
        "2031-07-03",
    )
    assert (found.section, found.item, found.page) == ("", "paragraph 122.1", "21")


def test_days_of_one_month_name_it_once() -> None:
    assert held(["2017-09-04", "2017-09-05"]) == "September 4–5, 2017"
    assert held(["2017-09-20", "2017-10-02"], american=False) == "20 September 2017–2 October 2017"
    assert held(["2017-09"]) == "September 2017" and held([]) == ""


def test_records_hold_what_is_known_and_nothing_empty() -> None:
    (item,) = json.loads(cited([REPORT], "csl"))
    assert cited([REPORT], "csl-json") == cited([REPORT], "csl")
    assert item["issued"] == {"date-parts": [[2031, 7, 3]]} and item["number"] == "A/HRC/99/7"
    assert all(item.values()) and item["type"] == "report"
    record = cited([REPORT], "ris")
    assert record.startswith("TY  - RPRT\n") and record.endswith("ER  - \n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in record.splitlines())
    assert "M1  - A/HRC/99/7" in record and "SP  - 21" in record


def test_signs_of_tex_are_escaped() -> None:
    one = Reference("https://w3id.org/gcm-kg/id/x", "document", "R&D {100%} of_it", "Body")
    assert r"title = {{R\&D \{100\%\} of\_it}}" in cited([one], "bibtex")


@pytest.mark.parametrize("style", STYLES)
def test_the_same_thing_is_cited_once_and_the_release_named_where_it_is_asked_for(
    style: str,
) -> None:
    assert known().cite("UNTOC", "Palermo Convention", style=style) == known().cite(
        "UNTOC", style=style
    )
    assert "release" not in known().cite("III.a.1", style=style)
    assert "rdfc-1.0:sha256:" in known().cite("III.a.1", style=style, at=True)


@pytest.mark.slow
@pytest.mark.parametrize("style", ["chicago", "oscola", "bluebook"])
def test_every_instrument_and_recommendation_can_be_cited(style: str) -> None:
    things = known().sparql(
        "SELECT DISTINCT ?x { { ?y gcm:cites ?x } UNION { ?x a gcm:Recommendation } }"
    )
    for row in things:
        (line,) = known().cite(str(row["x"]), style=style).splitlines()
        assert not re.search(r"\(\)|, ,|  |^,|,$| ,", line), line


def test_rows_of_an_answer_have_footnotes_or_are_a_bibliography(tmp_path: Path) -> None:
    shown = run("ask", "recommendations-citing", "--cite", "oscola", "--format", "table", "--wide")
    assert "s III.a, recommendation 1" in shown.output
    path = tmp_path / "all.bib"
    assert run("ask", "passages-citing", "-o", path).exit_code == 0
    keys = re.findall(r"^@\w+\{(.*),$", path.read_text("utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) > 2 and "instrument-untoc" in keys


def test_the_command_writes_a_file_and_refuses_what_is_nothing(tmp_path: Path) -> None:
    assert run("cite", "UNTOC", "--style", "ris", "-o", tmp_path / "a.ris").exit_code == 0
    assert (tmp_path / "a.ris").read_text("utf-8").startswith("TY  - LEGAL")
    assert run("cite", "UNTOK").exit_code == 2


def test_a_row_of_a_table_is_cited_as_the_row_and_not_by_its_place_among_rows() -> None:
    """The first row holds the heads of columns: what stands in row 3 is the second of all."""
    store = Store()
    row = LETTERS.replace('"122.1"', '"row-3"').replace("gcm:ordinal 1", "gcm:ordinal 2")
    store.load(row.encode(), RdfFormat.TURTLE)
    found = reference(LocalGraph(store), "urn:item")
    assert (found.section, found.item) == ("", "row 3")
    assert oscola(found).endswith(", row 3, 21")


def test_a_document_that_is_added_is_cited_with_the_symbol_that_is_known_of_it() -> None:
    one = replace(several.source(several.OTHERS["children"]), symbol="A/HRC/99/7")
    store = Store()
    store.extend(as_quads(DocumentQuads(one).quads([], [], [], Annotations())))
    above = f"<{GCM}Document> <{RDFS}subClassOf> <{GCM}Part> ."
    store.load(above.encode(), RdfFormat.N_TRIPLES)
    assert reference(LocalGraph(store), f"{BASE}{one.path}").symbol == "A/HRC/99/7"
