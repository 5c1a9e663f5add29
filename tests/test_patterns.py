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
SIGNS = str.maketrans({"⏎": "\n", "⇥": "\t"})
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
    assert found(example["yes"].translate(SIGNS))
    assert not found(example["no"].translate(SIGNS))


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


def parted_anyhow(parsed: Any) -> bool:
    """Whether a pattern repeats, more than a few times, something that may be nothing but one run
    of signs: "(?:[a-z]+ ?)+" parts a word in as many ways as it has letters, squared and more."""
    for operation, argument in parsed:
        inner = argument if isinstance(argument, list | tuple) else [argument]
        parts = [part for part in inner if isinstance(part, SubPattern)]
        parts += [p for part in inner if isinstance(part, list) for p in part]
        if str(operation) == "MAX_REPEAT" and int(argument[1]) > 5 and is_run(argument[2]):
            return True
        if any(isinstance(part, SubPattern) and parted_anyhow(part) for part in parts):
            return True
    return False


def is_run(parsed: Any) -> bool:
    """Whether a pattern may be a run of signs alone, with nothing behind that ends the run."""
    told = [(str(operation), argument) for operation, argument in parsed]
    if len(told) == 1 and told[0][0] == "SUBPATTERN":
        return is_run(told[0][1][-1])
    runs = [at for at, (o, a) in enumerate(told) if o == "MAX_REPEAT" and a[0] and int(a[1]) > 99]
    rest = [(o, a) for at, (o, a) in enumerate(told) if [at] != runs and o != "ASSERT_NOT"]
    ended = any(at + 1 < len(told) and told[at + 1][0].startswith("ASSERT") for at in runs)
    return len(runs) == 1 and not ended and all(o == "MAX_REPEAT" and not a[0] for o, a in rest)


def test_no_pattern_parts_a_word_in_any_number_of_ways() -> None:
    """One that did took 2.7 seconds for one recommendation of 300 letters."""
    assert parted_anyhow(parse(r"a(?:(?!to\b)[\w'-]+,? ?){1,30}\Z"))
    assert not parted_anyhow(parse(r"a(?:(?!to\b)[\w'-]+(?![\w'-]),? ?){1,30}\Z"))
    assert not parted_anyhow(parse(r"(?:[\w-]+ ){0,9}(?: [\w-]+)*"))
    for module, name, _ in patterns(*ROOMS, "rdf", "importing", "querying"):
        found = getattr(import_module(f"gcm_kg.{module}"), name)
        assert not parted_anyhow(parse(found.pattern, found.flags)), f"{module}.{name}"


def test_there_are_patterns_in_each_room() -> None:
    assert {module.partition(".")[0] for module, *_ in PATTERNS} == set(ROOMS)
