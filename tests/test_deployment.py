"""What is handed in elsewhere with a release: citation, archive, container, service."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import click
import yaml
from pyoxigraph import Literal, NamedNode

from gcm_kg.cli.main import main
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import DCTERMS, ONTOLOGY_GRAPH, OWL
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.serving.states import KEPT
from gcm_kg.store.directory import current

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
VERSION = PROJECT["version"]


def said(iri: str, path: Path, predicate: str) -> str:
    node, edge = NamedNode(iri), NamedNode(predicate)
    (value,) = {q.object for q in parse_turtle(path) if (q.subject, q.predicate) == (node, edge)}
    assert isinstance(value, NamedNode | Literal)
    return value.value


def of_ontology(predicate: str) -> str:
    return said(ONTOLOGY_GRAPH, this_project().ontology, predicate)


def test_the_version_is_the_same_wherever_it_is_said() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    archive = json.loads((ROOT / ".zenodo.json").read_text())
    dataset = said(f"{ONTOLOGY_GRAPH.removesuffix('ontology')}id/dataset", this_project().dataset,
                   DCTERMS + "bibliographicCitation")  # fmt: skip
    assert {citation["version"], citation["references"][0]["version"], archive["version"],
            of_ontology(OWL + "versionInfo")} == {VERSION}  # fmt: skip
    assert of_ontology(OWL + "versionIRI") == f"{ONTOLOGY_GRAPH}/{VERSION}"
    for text in (dataset, of_ontology(DCTERMS + "bibliographicCitation")):
        assert f"version {VERSION}." in text


def test_the_date_of_the_release_is_the_same_wherever_it_is_said() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    archive = json.loads((ROOT / ".zenodo.json").read_text())
    issued = of_ontology(DCTERMS + "issued")
    assert str(citation["date-released"]) == archive["publication_date"] == issued


def test_the_citation_has_what_the_format_asks_for() -> None:
    """The required keys of the Citation File Format 1.2.0, and licences of SPDX."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert all("name" in author for author in citation["authors"])
    assert (citation["license"], citation["references"][0]["license"]) == ("MIT", "CC-BY-4.0")
    assert citation["license"] == PROJECT["license"]


def instructions() -> list[list[str]]:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    return [line.split(" ") for line in lines if line and not line.startswith("#")]


def test_the_container_is_made_of_what_is_here() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes" in text
    copied = [words[1:-1] for words in instructions() if words[0] == "COPY"]
    own = [path for paths in copied if not paths[0].startswith("--from") for path in paths]
    assert own and all((ROOT / path).exists() for path in own)
    assert all((ROOT / name).is_file() for name in re.findall(r"--\w+ (\S+\.txt)", text))
    bases = [words[1] for words in instructions() if words[0] == "FROM"]
    assert {base.partition(":")[0] for base in bases} == {"python"}


def test_a_container_is_made_without_what_is_made_here_but_with_the_code_for_browsers() -> None:
    left, kept = (
        {line.strip("/").removeprefix("**/") for line in (ROOT / name).read_text().splitlines()}
        for name in (".gitignore", ".dockerignore")
    )
    assert left - kept == {"src/gcm_kg/serving/static/vendor"}


def test_the_container_holds_what_its_server_needs_before_it_starts() -> None:
    made = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if "keep(" in line]
    (command,) = (shlex.split(line.removeprefix("RUN ")) for line in made)
    subprocess.run([sys.executable, *command[1:]], check=True)
    assert (current(this_project()) / KEPT).is_file()


def test_the_container_runs_as_nobody_special_and_serves() -> None:
    words = instructions()
    last = max(i for i, line in enumerate(words) if line[0] == "FROM")
    (user,) = (line[1] for line in words[last:] if line[0] == "USER")
    assert user not in ("root", "0")
    (entry,) = (json.loads(" ".join(line[1:])) for line in words if line[0] == "ENTRYPOINT")
    assert parsed(entry) == "serve"


def test_the_service_runs_a_command_that_there_is() -> None:
    text = (ROOT / "deploy" / "gcm-kg.service").read_text()
    (command,) = re.findall(r"^ExecStart=(.*)$", text, re.M)
    assert parsed(shlex.split(command)) == "serve"
    assert {"NoNewPrivileges=yes", "DynamicUser=yes", "ProtectSystem=strict"} <= set(
        text.splitlines()
    )


def parsed(command: list[str]) -> str:
    """The name of the command that a command line runs, if its options are there."""
    assert Path(command[0]).name == "gcm-kg"
    found: click.Command = import_module(f"gcm_kg.cli.commands.{command[1]}").command
    program = click.Context(main, **main.context_settings)
    found.make_context(command[1], list(command[2:]), program, obj=None)
    return str(found.name)
