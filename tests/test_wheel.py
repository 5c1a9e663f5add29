"""The package alone, away from the checkout."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, as an installer unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run(installed: Path, cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "import gcm_kg.cli as c; assert c.__file__.startswith(sys.path[0]); c.main()"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": str(cache)}
    environment.pop("GCM_KG_PROJECT", None)
    command = [sys.executable, "-c", code, str(installed), *arguments]
    return subprocess.run(
        command, cwd=cache, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_graph_and_no_store(installed: Path) -> None:
    data = installed / "gcm_kg" / "bundled"
    assert (data / "data" / "graph" / "gcm-kg.trig").is_file()
    assert sorted(p.name for p in (data / "data").iterdir() if p.is_dir()) == [
        *("annotations", "graph", "mappings", "source", "vocabulary")
    ]
    assert (data / "ontology" / "shapes.ttl").is_file()
    assert list((data / "queries").glob("*.rq"))


def test_the_wheel_answers_alone_and_keeps_its_store_in_the_cache(
    installed: Path, tmp_path: Path
) -> None:
    done = run(installed, tmp_path, "ask", "recommendations-per-section", "--format", "csv")
    assert done.returncode == 0, done.stderr
    counts = [int(row["recommendations"]) for row in csv.DictReader(io.StringIO(done.stdout))]
    assert sum(counts) == 87
    assert [path for path in tmp_path.rglob("search.sqlite") if "gcm-kg" in path.parts]


def test_the_wheel_answers_where_nothing_can_be_written(installed: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "import gcm_kg; print(len(gcm_kg.open().ask('recommendations-per-section')))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(blocked)}  # a file: no folder can be in it
    environment.pop("GCM_KG_PROJECT", None)
    done = subprocess.run(
        [sys.executable, "-c", code, str(installed)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "7", done.stderr
