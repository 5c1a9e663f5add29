"""Checking: the judge, what it says, and that Oxigraph does not change its verdict."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from gcm_kg.project import this_project
from gcm_kg.rdf.interop import to_rdflib
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.validation.check import check, with_vocabulary
from gcm_kg.validation.report import Finding, Report, Severity

pytestmark = pytest.mark.slow

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def damaged(before: str, after: str) -> list[Quad]:
    """The committed graph with one thing in its Turtle file replaced."""
    text = (this_project().graph / "gcm-kg.ttl").read_text("utf-8")
    assert before in text
    return list(parse(text.replace(before, after, 1).encode(), format=RdfFormat.TURTLE))


def results(report: rdflib.Graph) -> set[tuple[str, ...]]:
    """Focus node, value and message of each result."""
    return {
        tuple(str(report.value(r, p)) for p in (SH.focusNode, SH.value, SH.resultMessage))
        for r in report.subjects(rdflib.RDF.type, SH.ValidationResult)
    }


def plain_findings(quads: list[Quad]) -> set[tuple[str, ...]]:
    """What pySHACL finds with rdflib alone."""
    shapes = to_rdflib(parse_file(this_project().shapes))
    _, report, _ = pyshacl.validate(
        to_rdflib(quads), shacl_graph=shapes, inference="none", inplace=True
    )
    return results(report)


def test_the_committed_graph_has_no_finding_above_info() -> None:
    report = check(this_project(), with_vocabulary(this_project(), []), "rust")
    assert [f for f in report.findings if f.severity != "Info"] == []
    assert not report.fails(Severity.WARNING)
    assert report.fails(Severity.INFO)


def test_oxigraph_answers_the_constraints_as_rdflib_does() -> None:
    read = damaged('    oa:exact "UNTOC" ;', '    oa:exact "UNTAC" ;')
    quads = [quad for quad in read if not quad.predicate.value.endswith("Label")]
    at = next(i for i, quad in enumerate(quads) if "UNTAC" in str(quad.object))
    quads = quads[max(0, at - 2_000) : at + 2_000]
    found = results(rdflib.Graph().parse(data=check(this_project(), quads).turtle()))
    assert found == plain_findings(quads)
    assert len(found) > 4 and any("holds the words" in message for *_, message in found)


def test_a_changed_quotation_is_found() -> None:
    quads = damaged('    oa:exact "UNTOC" ;', '    oa:exact "UNTAC" ;')
    found = [f for f in check(this_project(), quads, "rust").findings if f.severity == "Violation"]
    assert any("char=" in str(f) for f in found)
    assert all("char=" in str(f) or "holds the words" in str(f) for f in found)


def test_a_missing_direct_edge_is_found() -> None:
    quads = damaged("    gcm:cites <instrument/untoc> ;\n", "")
    assert check(this_project(), quads, "rust").fails(Severity.VIOLATION)


def test_a_finding_is_one_line_with_place_message_and_remedy() -> None:
    finding = Finding("Violation", "instrument/x", "gcm:text", "y", "A text is expected", "add it")
    assert str(finding) == "violation: instrument/x gcm:text: A text is expected (found: y); add it"
    keys = {"severity", "focus", "path", "value", "message", "advice", "words"}
    assert set(finding.as_dict()) == keys


def test_findings_come_with_the_heaviest_first() -> None:
    bare = Quad(NamedNode(BASE + "actor/bare"), NamedNode("urn:none"), NamedNode("urn:none"))
    quads = [*damaged("    gcm:cites <instrument/untoc> ;\n", ""), bare]
    weights = [Severity[f.severity.upper()] for f in check(this_project(), quads, "rust").findings]
    assert weights == sorted(weights, reverse=True)


def test_findings_of_a_kind_are_told_together_and_each_where_all_are_asked_for() -> None:
    def found(severity: str, number: int) -> list[Finding]:
        return [Finding(severity, f"thing/{n}", "", "", severity, "") for n in range(number)]

    report = Report([*found("Violation", 4), *found("Warning", 4), *found("Info", 2)])
    lines = report.lines(2)
    assert [line.split(":")[0] for line in lines] == [
        *["violation"] * 3, *["warning"] * 3, "info",
    ]  # fmt: skip
    assert lines[6] == "info: 2 times: Info"
    assert lines[2] == "violation: 2 more of this kind; --all names each"
    assert lines[5] == "warning: 2 more of this kind; --all names each"
    assert len(report.lines(0)) == 9
