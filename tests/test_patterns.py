"""Each pattern of English and of UN drafting has an example of what it matches, and of what not.

The comment above it says how: it matches within the first words, is all of them, or begins them.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "gcm_kg"
ROOMS = ("text", "reading", "extraction")
PATTERN = re.compile(r"(?m)^(?P<comment># .*\n)?(?P<name>[A-Z_]+) = re\.compile\(")
EXAMPLE = re.compile(r"# (?P<how>Matches|Is|Begins) “(?P<yes>.*)”, not “(?P<no>.*)”\.\n")
HOW = {"Matches": "search", "Is": "fullmatch", "Begins": "match"}
PATTERNS = [
    (".".join(path.relative_to(SOURCE).with_suffix("").parts), match["name"], match["comment"])
    for room in ROOMS
    for path in sorted((SOURCE / room).glob("*.py"))
    for match in PATTERN.finditer(path.read_text("utf-8"))
]


@pytest.mark.parametrize(("module", "name", "comment"), PATTERNS, ids=lambda value: str(value)[:40])
def test_a_pattern_matches_its_example_and_not_the_other(
    module: str, name: str, comment: str | None
) -> None:
    example = EXAMPLE.fullmatch(comment or "")
    assert example, f"put “# Matches “…”, not “…”.” above {module}.{name}"
    found = getattr(getattr(import_module(f"gcm_kg.{module}"), name), HOW[example["how"]])
    assert found(example["yes"].replace("⏎", "\n"))
    assert not found(example["no"].replace("⏎", "\n"))


def test_there_are_patterns_in_each_room() -> None:
    assert {module.partition(".")[0] for module, *_ in PATTERNS} == set(ROOMS)
