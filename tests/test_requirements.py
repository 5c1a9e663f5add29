"""What is installed: every version has its digests, and what pyproject.toml asks for is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = DECLARED["project"]["optional-dependencies"]
GROUPS = DECLARED["dependency-groups"]
BASE = [*DECLARED["project"]["dependencies"], *GROUPS["build"]]
USERS = [line for name, lines in EXTRAS.items() if name != "all" for line in lines]
ENTRY = re.compile(r"^([\w.-]+)==(\S+)[^\n]*((?:\\\n +--hash=sha256:[0-9a-f]{64} ?)+)$", re.M)
# Matches “click==8.5.1 \” and the lines of its digests, not “click==8.5.1” alone.
ASKED = {
    "run": BASE,
    "extras": BASE + USERS,
    "serve": BASE + EXTRAS["serve"] + EXTRAS["office"],
    "docs": BASE + GROUPS["docs"],
    "browser": BASE + GROUPS["browser"],
    "stores": BASE + GROUPS["stores"],
    "test": BASE + USERS + GROUPS["docs"] + GROUPS["test"],
}


def pinned(name: str) -> dict[str, str]:
    """The versions of a file, by the names of their distributions."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    found: dict[str, str] = {
        canonicalize_name(match[1]): match[2] for match in ENTRY.finditer(text)
    }
    assert len(found) == len(re.findall(r"^\S", text, re.M)), "an entry without digests"
    return found


@pytest.mark.parametrize("name", ASKED)
def test_all_that_is_asked_for_is_pinned_within_its_bounds(name: str) -> None:
    versions = pinned(name)
    for requirement in map(Requirement, ASKED[name]):
        version = versions.get(canonicalize_name(requirement.name))
        assert version and requirement.specifier.contains(version), (
            f"{requirement}: make requirements"
        )


def test_one_version_is_installed_whatever_is_made() -> None:
    whole = pinned("test")
    for name in ("run", "extras", "serve", "docs"):
        assert pinned(name).items() <= whole.items()


def test_every_file_of_requirements_is_looked_at() -> None:
    assert {path.stem for path in (ROOT / "requirements").glob("*.txt")} == set(ASKED)


def test_users_get_nothing_that_only_developers_need() -> None:
    theirs = pinned("extras").keys() - {
        canonicalize_name(Requirement(g).name) for g in GROUPS["build"]
    }
    ours = {canonicalize_name(Requirement(line).name) for line in GROUPS["test"] + GROUPS["docs"]}
    abandoned = {"pytest-logging", "rdflib-shim", "rdflib-jsonld", "cfgraph", "linkml", "owlrl"}
    shared = {"owlrl", "packaging"}  # pySHACL needs them
    assert not theirs & ((ours | abandoned) - shared)


def test_every_dependency_of_users_is_bounded_above() -> None:
    for requirement in map(Requirement, [*DECLARED["project"]["dependencies"], *USERS]):
        assert any(bound.operator == "<" for bound in requirement.specifier), requirement
