"""What Python users import, and that each command has a method beside it."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import gcm_kg
from gcm_kg.cli.main import COMMANDS
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import GCM, RDF

ROOT = Path(__file__).resolve().parents[1]
METHODS = {"stats": "statistics", "list": "things", "mcp": "serve"}
"""Methods that have another name than their command."""
DOCUMENTED = ("gcm_kg", "gcm_kg.interface", "gcm_kg.knowledge_graph")


@pytest.mark.parametrize("name", gcm_kg.__all__)
def test_what_is_exported_can_be_imported(name: str) -> None:
    assert getattr(gcm_kg, name).__doc__
    assert name in dir(gcm_kg)


def test_all_that_is_exported_is_listed_and_nothing_else_is_there() -> None:
    assert set(gcm_kg.__all__) == set(gcm_kg._HOMES)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        gcm_kg.nothing  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, gcm_kg; print(*(m for m in sys.modules if m.startswith('gcm_kg.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_function_or_a_method(command: str) -> None:
    name = METHODS.get(command, command)
    assert callable(getattr(KnowledgeGraph, name, None) or getattr(gcm_kg, name))


@pytest.mark.parametrize("module", DOCUMENTED)
def test_the_examples_of_the_reference_work(module: str) -> None:
    found = doctest.testmod(import_module(module))
    assert found.attempted and not found.failed


def test_the_reference_describes_all_that_is_exported() -> None:
    page = (ROOT / "docs" / "api" / "gcm_kg.html").read_text("utf-8")
    methods = [f"KnowledgeGraph.{name}" for name in vars(KnowledgeGraph) if name[0] != "_"]
    missing = [name for name in (*gcm_kg.__all__, *methods) if f'id="{name}"' not in page]
    assert not missing, "run make docs"


def test_a_document_is_read_and_the_graph_checked_in_python(tmp_path: Path) -> None:
    document = gcm_kg.read(next(this_project().sources.glob("*.txt")))
    assert len(list(document.recommendations())) == 87
    (tmp_path / "bad.ttl").write_text(
        "<urn:x> a <https://w3id.org/gcm-kg/ontology#Recommendation> .", "utf-8"
    )
    report = gcm_kg.check(tmp_path / "bad.ttl", engine="rust")
    assert {finding.focus for finding in report.findings} >= {"urn:x"}


def test_an_opened_graph_is_checked_and_an_unknown_engine_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.nt"
    path.write_text(f"<urn:x> <{RDF}type> <{GCM}Recommendation> .", "utf-8")
    found = gcm_kg.check(gcm_kg.open(path), engine="rust").findings
    assert {finding.focus for finding in found} >= {"urn:x"}
    with pytest.raises(gcm_kg.InputError, match="the engine: expected pyshacl or rust"):
        gcm_kg.check(path, engine="bogus")


def test_a_vocabulary_is_linked_in_python(tmp_path: Path) -> None:
    path = tmp_path / "theirs.ttl"
    path.write_text('<urn:x> <http://www.w3.org/2004/02/skos/core#prefLabel> "UNTOC" .', "utf-8")
    assert gcm_kg.link(path).names == 1
