"""What the README shows is run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gcm_kg.cli.main import main

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ENGINEERS = (ROOT / "docs" / "data-engineers.md").read_text("utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```", README + ENGINEERS, re.DOTALL | re.MULTILINE)
FEDERATION = (ROOT / "docs" / "federation.md").read_text("utf-8")
SHOWN = re.findall(r"^ {4}gcm-kg (.*)$", README + FEDERATION, re.MULTILINE)
ELSEWHERE = ("init ", "--graph merged", "merge ", "sparql --allow", "link vocab", "link --review")
COMMANDS = [line for line in SHOWN if line != "build" and not line.startswith(ELSEWHERE)]
"""Without what makes a project (tests/cli/test_init.py), or asks files and servers of others."""
LINKED = [
    target
    for name in (
        *(
            "README.md",
            "CONTRIBUTING.md",
            "data/README.md",
            "docs/federation.md",
            "docs/serving.md",
        ),
        *("docs/decisions/README.md", "docs/data-engineers.md"),
    )
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8"))
    for target in [str((Path(name).parent / target).as_posix())]
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where some of them write files
    shutil.copy(ROOT / "tests" / "querying" / "federation" / "unbis.ttl", "your-vocabulary.ttl")
    result = CliRunner().invoke(main, shlex.split(command, comments=True))
    assert result.exit_code == 0, result.output
    given = tmp_path / "your-vocabulary.ttl"
    written = [path for path in tmp_path.iterdir() if path != given and path.stat().st_size]
    assert result.output.strip() or written or "--check" in command


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_of_the_documentation_works(
    program: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    exec(compile(program, "documentation", "exec"), {})
    printed = capfd.readouterr().out.strip()
    assert printed
    if program.startswith("import rdflib"):
        assert {*printed.split("\n")} == {"III.a.1 ratify", "III.a.1 implement"}


def test_there_are_programs_for_each_way_to_load() -> None:
    assert [word for p in PROGRAMS for word in re.findall(r"^(?:import|from) (\w+)", p, re.M)] == [
        *("gcm_kg", "rdflib", "pyoxigraph", "csv", "io", "subprocess")
    ]


def test_the_page_of_terms_is_that_of_the_ontology(tmp_path: Path) -> None:
    page = tmp_path / "ontology.html"
    command = [sys.executable, "-m", "pylode", str(ROOT / "ontology" / "gcm.ttl"), "-o", str(page)]
    subprocess.run(command, check=True, capture_output=True)
    assert page.read_bytes() == (ROOT / "docs" / "ontology.html").read_bytes(), "run make docs"


@pytest.mark.parametrize("target", sorted(set(LINKED)))
def test_what_is_linked_is_there(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = re.findall(r"`((?:ontology|data|queries|src|tests|benchmarks|docs)/[\w./-]*)`", text)
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]
