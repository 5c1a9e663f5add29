"""The package alone: its wheel in an environment of its own, with what it declares and no more."""

from __future__ import annotations

import ast
import csv
import io
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SMALL = ROOT / "tests" / "validation" / "shapes" / "Action" / "valid.ttl"
ASK = "import gcm_kg; print(len(gcm_kg.open().ask('recommendations-per-section')))"


def needed(lines: Iterable[str], extra: str = "") -> Iterator[str]:
    """The names of the distributions that are required, and that these require."""
    for requirement in map(Requirement, lines):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield canonicalize_name(requirement.name)
            for other in requirement.extras or {""}:
                yield from needed(requires(requirement.name) or (), other)


def link(name: str, site: Path) -> None:
    """Puts a distribution that is installed here into another environment too."""
    here = distribution(name)
    for top in {path.parts[0] for path in here.files or ()} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(here.locate_file(top))).resolve())


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment in which the wheel is installed. Nothing is fetched: what the package
    requires is that of this environment; what only developers need is not there."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    fresh = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(fresh)], check=True)
    python = str(fresh / "bin" / "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*install, "--no-index", "--no-deps", "--no-compile", str(wheel)], check=True)
    (site,) = fresh.glob("lib/python*/site-packages")
    for name in set(needed(PROJECT["dependencies"])):
        link(name, site)
    return fresh


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which nothing of the checkout is near, and the store is kept."""
    return tmp_path_factory.mktemp("cache")


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements in a module, however deep, without the expressions in them."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield each
            yield from statements(each)


def run(
    environment: Path, cache: Path, *command: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs a program of the environment where nothing of the checkout is near."""
    kept = {name: os.environ[name] for name in ("LANG", "TMPDIR") if name in os.environ}
    given = {**kept, "XDG_CACHE_HOME": str(cache), "HOME": str(cache), **variables}
    program = str(environment / "bin" / command[0])
    return subprocess.run(
        [program, *command[1:]], cwd=cache, env=given, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_graph_and_no_store(environment: Path) -> None:
    (data,) = environment.glob("lib/python*/site-packages/gcm_kg/bundled")
    assert (data / "data" / "graph" / "gcm-kg.trig").is_file()
    folders = sorted(p.name for p in (ROOT / "data").iterdir() if p.is_dir() and p.name != "store")
    assert sorted(p.name for p in (data / "data").iterdir() if p.is_dir()) == folders
    assert (data / "ontology" / "shapes.ttl").is_file()
    assert list((data / "queries").glob("*.rq"))


def test_what_only_developers_need_is_not_in_the_environment(
    environment: Path, tmp_path: Path
) -> None:
    for name in ("pytest", "hypothesis", "mypy", "matplotlib"):
        assert run(environment, tmp_path, "python", "-c", f"import {name}").returncode == 1
    code = "import gcm_kg, rdflib, sys; print(gcm_kg.__file__)"
    assert run(environment, tmp_path, "python", "-c", code).stdout.startswith(str(environment))


def test_the_wheel_answers_alone_and_keeps_its_store_in_the_cache(
    environment: Path, cache: Path
) -> None:
    command = ("gcm-kg", "ask", "recommendations-per-section", "--format", "csv")
    done = run(environment, cache, *command)
    assert done.returncode == 0, done.stderr
    counts = [int(row["recommendations"]) for row in csv.DictReader(io.StringIO(done.stdout))]
    assert sum(counts) == 87
    assert [path for path in cache.rglob("search.sqlite") if "gcm-kg" in path.parts]


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "recommendations-citing", "--instrument", "UNTOC"],
        ["sparql", "SELECT ?name { ?x a gcm:Principle ; skos:prefLabel ?name }"],
        ["show", "Palermo Convention"],
        ["search", "debt bondage"],
        ["explain", "III.a.1", "--about", "UNTOC"],
        ["export", "--thing", "III.a.1"],
        ["--graph", str(SMALL), "export", "--format", "nquads"],
        ["stats"],
        ["check", str(SMALL), "--engine", "rust"],
        ["check", str(SMALL), "--profile", "light"],
    ],
)
def test_every_command_works_with_what_the_package_declares(
    environment: Path, cache: Path, command: list[str]
) -> None:
    done = run(environment, cache, "gcm-kg", *command)
    assert done.returncode == 0 and done.stdout, done.stderr


def test_the_wheel_answers_where_nothing_can_be_written(environment: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")  # a file: no folder can be in it
    done = run(environment, tmp_path, "python", "-c", ASK, XDG_CACHE_HOME=str(blocked))
    assert done.stdout.strip() == "7", done.stderr


def test_every_package_that_is_imported_is_declared() -> None:
    """Also what is imported only where it is used, and by no command above."""
    optional = PROJECT["optional-dependencies"]
    extras = (line for lines in optional.values() for line in lines)
    lines = [*PROJECT["dependencies"], *extras]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    owners, known = packages_distributions(), {*sys.stdlib_module_names, "gcm_kg"}
    for path in (ROOT / "src").rglob("*.py"):
        for node in statements(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for top in {name.partition(".")[0] for name in names} - known:
                owning = {canonicalize_name(owner) for owner in owners.get(top, ())}
                assert owning & declared, f"{path.name} imports {top}: declare it in pyproject.toml"
