"""Each pattern of English and of UN drafting has an example of what it matches, and of what not.

The comment above it says how: it matches within the first words, is all of them, or begins them.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from re._parser import SubPattern, parse  # type: ignore[import-not-found]
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "gcm_kg"
ROOMS = ("text", "reading", "extraction")
PATTERN = re.compile(r"(?m)^(?P<comment># .*\n)?(?P<name>[A-Z_]+) = re\.compile\(")
EXAMPLE = re.compile(r"# (?P<how>Matches|Is|Begins) “(?P<yes>.*)”, not “(?P<no>.*)”\.\n")
HOW = {"Matches": "search", "Is": "fullmatch", "Begins": "match"}
OF_ONE_SIGN = {"IN", "LITERAL", "NOT_LITERAL", "ANY", "CATEGORY"}


def patterns(*rooms: str) -> list[tuple[str, str, str | None]]:
    """The module, the name and the comment of each pattern of some rooms."""
    return [
        (".".join(path.relative_to(SOURCE).with_suffix("").parts), match["name"], match["comment"])
        for room in rooms
        for path in sorted((SOURCE / room).glob("*.py"))
        for match in PATTERN.finditer(path.read_text("utf-8"))
    ]


PATTERNS = patterns(*ROOMS)


@pytest.mark.parametrize(("module", "name", "comment"), PATTERNS, ids=lambda value: str(value)[:40])
def test_a_pattern_matches_its_example_and_not_the_other(
    module: str, name: str, comment: str | None
) -> None:
    example = EXAMPLE.fullmatch(comment or "")
    assert example, f"put “# Matches “…”, not “…”.” above {module}.{name}"
    found = getattr(getattr(import_module(f"gcm_kg.{module}"), name), HOW[example["how"]])
    assert found(example["yes"].replace("⏎", "\n"))
    assert not found(example["no"].replace("⏎", "\n"))


def unsafe(parsed: Any) -> bool:
    """Whether a pattern repeats more than one sign possessively, or has atomic groups."""
    for operation, argument in parsed:
        inner = argument if isinstance(argument, list | tuple) else [argument]
        parts = [part for part in inner if isinstance(part, SubPattern)]
        parts += [p for part in inner if isinstance(part, list) for p in part]
        if str(operation) == "ATOMIC_GROUP" or (
            str(operation) == "POSSESSIVE_REPEAT"
            and {str(o) for part in parts for o, _ in part} - OF_ONE_SIGN
        ):
            return True
        if any(isinstance(part, SubPattern) and unsafe(part) for part in parts):
            return True
    return False


def test_patterns_are_read_alike_by_all_versions_of_python() -> None:
    """Before 3.11.5 Python lost matches of possessive groups in which something may be tried again
    (its issue 106052)."""
    assert unsafe(parse(r"x(?:(?:a|ab)c)*+")) and not unsafe(parse(r"[ab]*+(?:x|y+)"))
    for module, name, _ in patterns(*ROOMS, "rdf", "importing", "querying"):
        found = getattr(import_module(f"gcm_kg.{module}"), name)
        assert not unsafe(parse(found.pattern, found.flags)), f"{module}.{name}"


def test_there_are_patterns_in_each_room() -> None:
    assert {module.partition(".")[0] for module, *_ in PATTERNS} == set(ROOMS)
