"""What the README shows is run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner

from gcm_kg.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^ {4}\.venv/bin/gcm-kg (.*)$", README, re.MULTILINE)
LINKED = [
    target
    for name in ("README.md", "CONTRIBUTING.md", "data/README.md", "docs/decisions/README.md")
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8"))
    for target in [str((Path(name).parent / target).as_posix())]
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command: str) -> None:
    result = CliRunner().invoke(main, shlex.split(command))
    assert result.exit_code == 0, result.output
    assert result.output.strip() or "--check" in command


def test_the_program_of_the_readme_prints_what_is_asked_of_untoc(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    match = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert match
    exec(compile(match[1], "README.md", "exec"), {"rdflib": rdflib})
    lines = set(capsys.readouterr().out.split("\n")) - {""}
    assert lines == {"III.a.1 ratify", "III.a.1 implement"}


@pytest.mark.parametrize("target", sorted(set(LINKED)))
def test_what_is_linked_is_there(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = re.findall(r"`((?:ontology|data|queries|src|tests|benchmarks|docs)/[\w./-]*)`", text)
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]
