"""Checks graphs against the SHACL shapes, with pySHACL as the judge.

For a corpus there is an engine in Rust, many times as fast; tests hold it to pySHACL's findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import IntEnum
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, serialize

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.rdf.namespaces import SH, short
from gcm_kg.rdf.parsing import parse_file, to_rdflib

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad


ENGINES = ("pyshacl", "rust")


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
    """The findings of a check; ``turtle`` gives the validation report of SHACL (section 3.6)."""

    findings: list[Finding]
    turtle: Callable[[], str]

    def fails(self, level: Severity) -> bool:
        """Whether a finding weighs as much as the level, or more."""
        return fails(self.findings, level)


def fails(findings: Iterable[Finding], level: Severity) -> bool:
    """Whether a finding weighs as much as the level, or more."""
    return any(Severity[finding.severity.upper()] >= level for finding in findings)


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the heaviest first."""
    return sorted(findings, key=lambda f: (-Severity[f.severity.upper()], str(f)))


def check(
    project: Project,
    quads: Iterable[Quad],
    engine: str = ENGINES[0],
    shapes: tuple[Path, ...] = (),
) -> Report:
    """The report on some quads, which are to hold the ontology and the vocabularies they use.

    ``shapes`` are files of shapes instead of all that the project has.
    Nothing is fetched: owl:imports are not followed and no rule or script of a shape is run.
    Raises InputError for shapes that cannot be run, and for an engine that is not installed.
    """
    files = shapes or (project.shapes, project.link_shapes)
    return _with_rust(files, quads) if engine == "rust" else _with_pyshacl(files, quads)


def _shapes(files: tuple[Path, ...]) -> Iterator[Quad]:
    """The shapes of some files, whose blank nodes are kept apart."""
    return chain.from_iterable(parse_file(file, apart=True) for file in files)


def _with_pyshacl(files: tuple[Path, ...], quads: Iterable[Quad]) -> Report:
    import pyshacl

    from gcm_kg.validation.hybrid_graph import twin_graph

    shapes = to_rdflib(_shapes(files))
    _, report, _ = pyshacl.validate(
        twin_graph(quads), shacl_graph=shapes, inference="none", inplace=True, meta_shacl=False,
        advanced=False, js=False, do_owl_imports=False, allow_infos=True, allow_warnings=True,
    )  # fmt: skip
    if not hasattr(report, "subjects"):
        raise InputError(files[0], "shapes that can be run", str(report), "correct them")
    return Report(ranked(_findings(report)), lambda: str(report.serialize(format="turtle")))


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        path = report.value(result, sh.resultPath)
        yield _finding(
            severity=str(report.value(result, sh.resultSeverity) or sh.Violation),
            focus=str(report.value(result, sh.focusNode)),
            # a path of several properties is a blank node: it is left to the message
            path=str(path) if isinstance(path, rdflib.URIRef) else "",
            value=str(report.value(result, sh.value) or ""),
            message=str(report.value(result, sh.resultMessage) or ""),
            component=str(report.value(result, sh.sourceConstraintComponent) or ""),
        )


def _with_rust(files: tuple[Path, ...], quads: Iterable[Quad]) -> Report:
    try:
        shapes = _rust_shapes(files)
    except ModuleNotFoundError:
        found, advice = "none", "pip install 'gcm-kg[corpus]', or use pyshacl"
        raise InputError("--engine rust", "the package shacl", found, advice) from None
    text = (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()
    report = shapes.validate_text(text, format="ntriples")
    findings = [
        _finding(
            severity=result.severity,
            focus=result.focus_node.removeprefix("<").removesuffix(">"),
            path=(result.path or "")[1:-1] if (result.path or "").startswith("<") else "",
            value=result.value_plain or "",
            message=result.message or "",
            component=result.component,
        )
        for result in report.results
    ]
    return Report(ranked(findings), lambda: str(report.turtle))


@cache
def _rust_shapes(files: tuple[Path, ...]) -> Any:
    import shacl

    triples = (quad.triple for quad in _shapes(files))
    text = serialize(triples, format=RdfFormat.TURTLE) or b""
    return shacl.Shapes.from_turtle(text.decode())


def _finding(
    *, severity: str, focus: str, path: str, value: str, message: str, component: str
) -> Finding:
    kind = component.removeprefix(SH).removesuffix("ConstraintComponent")
    return Finding(
        severity=severity.removeprefix(SH),
        focus=short(focus),
        path=short(path),
        value=short(" ".join(value.split()))[:120],
        message=message.rstrip("."),
        advice=ADVICE.get(kind, FALLBACK),
    )
