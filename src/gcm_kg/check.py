"""Checks graphs against the SHACL shapes, with pySHACL as the judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from gcm_kg.errors import InputError
from gcm_kg.iris import BASE, PREFIXES, SCHEMA
from gcm_kg.project import Project
from gcm_kg.rdf import parse_file, to_rdflib

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad

SH = "http://www.w3.org/ns/shacl#"


class Severity(IntEnum):
    """How much a finding weighs (SHACL, section 2.1.4)."""

    INFO = 0
    WARNING = 1
    VIOLATION = 2


ADVICE = {
    "MinCount": "add it",
    "MaxCount": "keep one",
    "Datatype": "correct the value",
    "Class": "name a thing of that class, or declare it",
    "NodeKind": "correct the value",
    "Pattern": "correct the value",
    "In": "use one of the values allowed",
    "LessThan": "put the two in order",
    "LessThanOrEquals": "put the two in order",
    "UniqueLang": "keep one for each language",
    "HasValue": "add the value",
}
"""What to do about a finding, by the kind of the constraint (SHACL, section 4)."""
FALLBACK = "look at the thing in its file and mend it"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation: which thing, which property, what is wrong, what to do."""

    severity: str
    focus: str
    path: str
    value: str
    message: str
    advice: str

    def __str__(self) -> str:
        found = f" (found: {self.value})" if self.value else ""
        path = f" {self.path}" if self.path else ""
        return f"{self.severity.lower()}: {self.focus}{path}: {self.message}{found}; {self.advice}"

    def as_dict(self) -> dict[str, str]:
        """The finding for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a check, and the validation report as SHACL defines it (section 3.6)."""

    findings: list[Finding]
    graph: rdflib.Graph

    def fails(self, level: Severity) -> bool:
        """Whether a finding weighs as much as the level, or more."""
        return any(Severity[finding.severity.upper()] >= level for finding in self.findings)


def check(project: Project, quads: Iterable[Quad]) -> Report:
    """The report on some quads, which are to hold the ontology and the vocabularies they use.

    Nothing is fetched: owl:imports are not followed and no rule or script of a shape is run.
    """
    import pyshacl

    from gcm_kg.twin import twin_graph

    shapes = to_rdflib(parse_file(project.shapes))
    _, report, _ = pyshacl.validate(
        twin_graph(quads), shacl_graph=shapes, inference="none", inplace=True, meta_shacl=False,
        advanced=False, js=False, do_owl_imports=False, allow_infos=True, allow_warnings=True,
    )  # fmt: skip
    if not hasattr(report, "subjects"):
        raise InputError(project.shapes, "shapes that can be run", str(report), "correct them")
    findings = sorted(_findings(report), key=lambda f: (-Severity[f.severity.upper()], str(f)))
    return Report(findings, report)


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        component = str(report.value(result, sh.sourceConstraintComponent) or "")
        kind = component.removeprefix(SH).removesuffix("ConstraintComponent")
        severity = str(report.value(result, sh.resultSeverity) or sh.Violation)
        yield Finding(
            severity=severity.removeprefix(SH),
            focus=short(str(report.value(result, sh.focusNode))),
            path=_path(report.value(result, sh.resultPath)),
            value=short(" ".join(str(report.value(result, sh.value) or "").split()))[:120],
            message=str(report.value(result, sh.resultMessage) or "").rstrip("."),
            advice=ADVICE.get(kind, FALLBACK),
        )


def _path(path: object) -> str:
    """The property of a result; a path of several (a blank node) is left to the message."""
    import rdflib

    return short(str(path)) if isinstance(path, rdflib.URIRef) else ""


def short(iri: str) -> str:
    """An IRI as people write it: with a prefix, or as its path below the base."""
    if iri.startswith(BASE):
        return iri[len(BASE) :]
    for name, namespace in PREFIXES.items():
        if iri.startswith(namespace) and namespace != SCHEMA:
            return f"{name}:{iri[len(namespace) :]}"
    return iri
