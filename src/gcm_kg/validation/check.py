"""Checks graphs against the SHACL shapes, with pySHACL or an engine in Rust.

For a corpus there is an engine in Rust, many times as fast; tests hold it to pySHACL's findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from gcm_kg.errors import InputError, shown
from gcm_kg.project import LINKS, TURTLE, Project, own_project
from gcm_kg.rdf.interop import quiet_literals, to_rdflib
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, GCM, OTHER_GRAPHS, RDF, SH
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.reading.vocabulary import load_vocabulary
from gcm_kg.store.graph import Graph
from gcm_kg.store.loading import refuse_mixture
from gcm_kg.store.opening import open_graph
from gcm_kg.validation.chains import with_chains_that_end
from gcm_kg.validation.quoted import Quoted
from gcm_kg.validation.report import Finding, Report, finding, ranked

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Quad


TYPE = NamedNode(RDF + "type")
ENGINES = ("pyshacl", "rust")
PROFILES = ("full", "light")


def check(
    project: Project, quads: Iterable[Quad], engine: str = ENGINES[0], shapes: tuple[Path, ...] = ()
) -> Report:
    """The report on some quads, which are to hold the ontology and the vocabularies they use.

    ``shapes`` are files of shapes instead of all that the project has.
    Nothing is fetched: owl:imports are not followed and no rule or script of a shape is run.
    Raises InputError for shapes that cannot be run, and for an engine that is not installed.
    """
    files = shapes or (project.shapes, project.link_shapes)
    if engine not in ENGINES:
        raise InputError("the engine", " or ".join(ENGINES), shown(engine), "choose one")
    if engine == "rust":
        triples = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
        return _with_rust(files, triples.decode(), "ntriples")
    return _with_pyshacl(files, quads)


def shapes_of(profile: str) -> tuple[Path, ...]:
    """The files of shapes of a profile: ``full`` has none of its own, but all of the project's.
    Raises InputError for one that is not known."""
    if profile not in PROFILES:
        raise InputError("the profile", " or ".join(PROFILES), shown(profile), "choose one")
    return (own_project().light_shapes,) if profile == "light" else ()


def check_lines(shapes: tuple[Path, ...], lines: bytes, engine: str) -> list[Finding]:
    """The findings on N-Quads, as ``check`` gives them, whatever graph they are in."""
    if engine == "rust":
        return _with_rust(shapes, lines.decode(), "nquads").findings
    return _with_pyshacl(shapes, parse(lines, format=RdfFormat.N_QUADS)).findings


def check_turtle(shapes: tuple[Path, ...], text: bytes, engine: str) -> list[Finding]:
    """The findings on Turtle, which is a quarter of the same N-Quads, and read in half the time."""
    if engine == "rust":
        return _with_rust(shapes, text.decode(), "turtle").findings
    return _with_pyshacl(shapes, parse(text, format=RdfFormat.TURTLE)).findings


def _shapes(files: tuple[Path, ...]) -> Iterator[Quad]:
    """The shapes of some files, whose blank nodes are kept apart."""
    return chain.from_iterable(parse_file(file, apart=True) for file in files)


def _with_pyshacl(files: tuple[Path, ...], quads: Iterable[Quad]) -> Report:
    import pyshacl

    from gcm_kg.validation.hybrid_graph import hybrid_graph

    shapes = to_rdflib(_shapes(files))
    with _running(files), quiet_literals():
        _, report, _ = pyshacl.validate(
            hybrid_graph(quads), shacl_graph=shapes, inference="none", inplace=True,
            meta_shacl=False, advanced=False, js=False, do_owl_imports=False, allow_infos=True,
            allow_warnings=True,
        )  # fmt: skip
    if not hasattr(report, "subjects"):
        raise InputError(files[0], "shapes that can be run", str(report), "correct them")
    return Report(ranked(_findings(report)), lambda: str(report.serialize(format="turtle")))


def _findings(report: rdflib.Graph) -> Iterator[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        path = report.value(result, sh.resultPath)
        yield finding(
            severity=str(report.value(result, sh.resultSeverity) or sh.Violation),
            focus=str(report.value(result, sh.focusNode)),
            # a path of several properties is a blank node: it is left to the message
            path=str(path) if isinstance(path, rdflib.URIRef) else "",
            value=str(report.value(result, sh.value) or ""),
            message=str(report.value(result, sh.resultMessage) or ""),
            component=str(report.value(result, sh.sourceConstraintComponent) or ""),
        )


def _with_rust(files: tuple[Path, ...], text: str, form: str) -> Report:
    try:
        shapes = _rust_shapes(tuple(path.read_bytes() for path in files if path.is_file()), files)
    except ModuleNotFoundError:
        found, advice = "none", "pip install shacl, or use pyshacl"
        raise InputError("--engine rust", "the package shacl", found, advice) from None
    with _running(files):
        report = shapes.validate_text(text, format=form)
    findings = [
        finding(
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
def _rust_shapes(texts: tuple[bytes, ...], files: tuple[Path, ...]) -> Any:
    """The shapes of some files, compiled once as long as their texts are the same."""
    import shacl

    triples = (quad.triple for quad in _shapes(files))
    text = serialize(triples, format=RdfFormat.TURTLE) or b""
    with _running(files):
        return shacl.Shapes.from_turtle(text.decode())


@contextmanager
def _running(files: tuple[Path, ...]) -> Iterator[None]:
    """Raises InputError for what an engine says of shapes that it cannot run, and of chains that it
    cannot follow to their ends."""
    try:
        yield
    except RecursionError:
        expected, found = "chains of classes and of parts that can be followed", "longer ones"
        raise InputError("the graph", expected, found, "shorten them, or --engine rust") from None
    except (re.error, RuntimeError, ValueError) as error:
        names = " ".join(str(file) for file in files)
        raise InputError(names, "shapes that can be run", str(error), "correct them") from None


class Seen:
    """How many quads were read of the graphs that are checked, how many say of what class of ours a
    thing is, and the words of their things."""

    def __init__(self) -> None:
        self.quads = self.ours = 0
        self.quoted = Quoted()

    def counted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """The same quads, counted as they are read."""
        for quad in quads:
            self.quads += 1
            self.quoted.read(quad)
            self.ours += quad.predicate == TYPE and str(quad.object).startswith(f"<{GCM}")
            yield quad

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be said of a graph that has nothing of ours: that it was hardly checked."""
        if not self.quads:
            return ("nothing was checked: what was given holds nothing",)
        if not self.ours:
            return ("nothing in it is of a class of gcm-kg: the shapes say little of it",)
        return ()


def with_vocabulary(
    project: Project, files: Sequence[str | Path | Graph], seen: Seen | None = None
) -> Iterator[Quad]:
    """The quads of files, directories of stores or endpoints, with the project's ontology and
    vocabularies; without any, the built graph, which holds them, with its links to other graphs.
    ``seen`` counts those of the graphs. Raises InputError for what cannot be read."""
    if not files:
        paths = [project.graph / name for name in (TURTLE, LINKS)]
        for path in paths:
            if not path.is_file():
                raise InputError(path, "the built graph", "none", "run gcm-kg build")
        refuse_mixture(project.graph, TURTLE, LINKS)
        return (seen or Seen()).counted(chain.from_iterable(map(parse_file, paths)))
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    opened = (f if isinstance(f, Graph) else open_graph(f, project) for f in files)
    theirs = (seen or Seen()).counted(chain.from_iterable(map(_ours, opened)))
    return with_chains_that_end(chain(vocabulary.ontology, vocabulary.quads, theirs))


def _ours(opened: Graph) -> Iterator[Quad]:
    """The quads of a graph, but for those that follow from others (superclasses are no mistake),
    and those of graphs that were merged beside ours."""
    for quad in opened.quads():
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if name != CLOSURE_GRAPH and not name.startswith(OTHER_GRAPHS):
            yield quad
