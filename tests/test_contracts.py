"""The shape of the project that no linter holds: sizes, names, what is loaded, what is committed.

Which room may import which stands in pyproject.toml, as contracts of import-linter.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import gcm_kg

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src" / "gcm_kg").rglob("*.py"))
LARGEST_MODULE = 251
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
HEAVY = ("rdflib", "pyshacl", "rich", "yaml", "oxrdflib", "ahocorasick_rs", "matplotlib", "pyld")
# Is “gcm_kg.views.bibliography”, not “gcm_kg.views.table”.
UNASKED = re.compile(
    r"shutil|tempfile|gcm_kg\.(?:text\.(?:folding|sentences)|model\.document"
    r"|store\.(?:loading|fulltext|endpoint)|views\.(?!table|viewed).*|querying\.unmet"
    r"|(?:reading|extraction|publishing|serving|linking|validation)\b.*)"
)
"""Modules that an answer does not need, and that would make the start slower."""


def test_every_module_is_short_and_none_is_a_drawer() -> None:
    lengths = {path: len(path.read_text("utf-8").split("\n")) for path in MODULES}
    assert not [path for path, length in lengths.items() if length > LARGEST_MODULE], "split them"
    assert DRAWERS.isdisjoint(path.stem for path in MODULES)


def test_the_command_line_starts_without_what_a_question_does_not_need() -> None:
    code = """
import sys, gcm_kg.cli.main as program
program.main(["ask", "figures", "--limit", "1"], standalone_mode=False)
print("\\n", *sys.modules)
"""
    gcm_kg.open()  # the store is made, if it is not there
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shown, *_, loaded_names = done.stdout.strip().split("\n")
    loaded = loaded_names.split()
    assert shown.startswith("Which figures")
    assert not set(HEAVY) & set(loaded)
    assert not {name for name in loaded if re.fullmatch(UNASKED, name)}


def test_committed_files_name_no_registry_host_and_no_path_of_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    pattern = re.compile(r"(?<![\w.])/(?:root|home/\w+|work)/|files\.pythonhosted|index-url")
    endings = {
        ".py",
        ".cff",
        ".json",
        ".service",
        ".toml",
        ".md",
        ".txt",
        ".ttl",
        ".rq",
        ".tsv",
        "",
    }
    files = [ROOT / name for name in listed if Path(name).name != Path(__file__).name]
    named = [
        file
        for file in files
        if file.is_file()
        and file.suffix in endings
        and pattern.search(file.read_text("utf-8", errors="replace"))
    ]
    assert not named


def test_every_decision_stands_in_the_list_under_its_number_and_title() -> None:
    folder = ROOT / "docs" / "decisions"
    row = re.compile(r"\| \[(\d{4})\]\((\1-[\w-]+\.md)\) \| (.*?)(?: \(replaced by \d{4}\))? \|")
    listed = [row.fullmatch(line) for line in (folder / "README.md").read_text("utf-8").split("\n")]
    rows = [match.groups() for match in listed if match]
    assert [name for _, name, _ in rows] == sorted(p.name for p in folder.glob("0*.md"))
    for number, name, title in rows:
        first = (folder / name).read_text("utf-8").partition("\n")[0]
        assert first == f"# {int(number)}. {title}", name
