"""The shape of the code: which way imports point, how large things are, what is not there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gcm_kg.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "gcm_kg"
FLOW = (
    "errors",
    "project",
    "files",
    "text.layout",
    "text.folding",
    "model.document",
    "reading.lines",
    "reading.blocks",
    "reading.outline",
    "reading.completeness",
    "reading.summary",
    "extraction.gazetteer",
    "rdf.namespaces",
    "reading.vocabulary",
    "reading.annotations",
    "reading.sources",
    "text.name_shapes",
    "extraction.mentions",
    "extraction.unnamed",
    "extraction.coordination",
    "extraction.anaphora",
    "text.phrases",
    "extraction.cues",
    "extraction.operative_verbs",
    "extraction.interpreter",
    "publishing.quads",
    "rdf.turtle",
    "publishing.context",
    "rdf.jsonld",
    "publishing.void",
    "mappings.sssom",
    "mappings.curated",
    "extraction.pipeline",
    "publishing.release",
    "rdf.parsing",
    "validation.hybrid_graph",
    "validation.check",
    "validation.pool",
    "rdf.sparql",
    "rdf.readonly",
    "querying.questions",
    "querying.kinds",
    "querying.names",
    "publishing.catalogue",
    "store.fulltext",
    "store.loading",
    "store.directory",
    "store.merging",
    "publishing.build",
    "querying.parameters",
    "views.explanation",
    "reading.compact",
    "views.uptake",
    "views.entity",
    "views.statistics",
    "querying.results",
    "knowledge_graph",
    "validation.shards",
    "views.charts",
    "views.tree",
    "querying.export",
    "linking.labels",
    "mappings.identifiers",
    "linking.entity_types",
    "linking.subjects",
    "linking.candidates",
    "linking.target",
    "linking.extent",
    "linking.terms",
    "linking.disambiguation",
    "linking.comparison",
    "linking.matching",
    "store.remote",
    "linking.harvest",
    "linking.proposals",
    "mappings.review",
    "querying.process",
    "querying.sandbox",
    "cli.tables",
    *(f"cli.commands.{name}" for name in COMMANDS),
    "cli.main",
)
"""The modules in the order of the flow: each may import those before it."""
LARGEST_MODULE = 260
LONGEST_FUNCTION = 40
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
HEAVY = ("rdflib", "pyshacl", "rich", "yaml", "oxrdflib", "ahocorasick_rs", "matplotlib", "pyld")

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.stem != "__init__")


def module_name(path: Path) -> str:
    """The name of a module below the package."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[str]:
    """The modules of the project that a module imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "gcm_kg":
                names |= {alias.name for alias in node.names}
            elif node.module.startswith("gcm_kg."):
                room = node.module.removeprefix("gcm_kg.")
                inside = {f"{room}.{alias.name}" for alias in node.names} & set(FLOW)
                names |= inside or {room}
        elif isinstance(node, ast.Import):
            names |= {a.name.removeprefix("gcm_kg.") for a in node.names if "gcm_kg." in a.name}
    return names


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_one_way(path: Path) -> None:
    name = module_name(path)
    assert name in FLOW, f"put {name} into its place in FLOW"
    later = imported(path) - set(FLOW[: FLOW.index(name)])
    assert not later, f"{name} must not import {later}: they come later in the flow"


def test_the_flow_names_only_modules_that_exist() -> None:
    assert set(FLOW) == set(map(module_name, MODULES))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text("utf-8").split("\n")) <= LARGEST_MODULE, "split it"
    assert ast.get_docstring(tree(path)), "begin it with a docstring"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_functions_are_short_and_public_ones_are_described(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"split {node.name}"
    public = [n for n in tree(path).body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    bare = [n.name for n in public if n.name[0] != "_" and not ast.get_docstring(n)]
    assert not bare, "describe them"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_module_catches_everything_or_is_a_drawer(path: Path) -> None:
    assert path.stem not in DRAWERS
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in ("everything", "Exception", "BaseException")


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = "import sys, gcm_kg.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(done.stdout.split())


def test_committed_files_name_no_registry_host_and_no_path_of_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    pattern = re.compile(r"(?<![\w.])/(?:root|home/\w+|work)/|files\.pythonhosted|index-url")
    here = Path(__file__).name
    named = [
        name
        for name in listed
        if Path(name).name != here
        and (ROOT / name).is_file()
        and (ROOT / name).suffix in {".py", ".toml", ".md", ".txt", ".ttl", ".rq", ".tsv", ""}
        and pattern.search((ROOT / name).read_text("utf-8", errors="replace"))
    ]
    assert not named
