"""Documents are made on a cluster: a real scheduler and two workers, of which one ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from publishing import small
from publishing.ending import ended_once
from publishing.test_documents import TEXT, add_source
from store.servers import free_port

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.publishing import cluster
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.cluster import Cluster
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.documents import Documents
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.inputs import Inputs

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parents[1]
STEMS = [*"abcde", small.STEM]


@contextmanager
def started(name: str, *arguments: str) -> Iterator[None]:
    """A process of the cluster, which can import what tests define."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments, "--no-dashboard"]
    silent = subprocess.DEVNULL
    paths = [str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    with subprocess.Popen(command, stdout=silent, stderr=silent, env=environment) as process:
        try:
            yield
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler in this process, with two workers in their own that nobody starts again."""
    from distributed import LocalCluster  # which takes a third of a second

    folder, here = tmp_path_factory.mktemp("cluster"), "127.0.0.1"
    with ExitStack() as workers:
        scheduler = LocalCluster(n_workers=0, host=here, dashboard_address=None)
        workers.enter_context(scheduler)
        for n in "12":
            options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder / n))
            workers.enter_context(started("worker", scheduler.scheduler_address, *options))
        yield scheduler.scheduler_address


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = small.small(tmp_path_factory.mktemp("project") / "small")
    for stem in "abcde":
        add_source(made, stem, TEXT.format(stem))
    return made


def test_a_cluster_makes_the_same_bytes_and_when_a_worker_ends_nothing_is_lost_or_made_twice(
    project: Project, address: str, tmp_path: Path
) -> None:
    inputs = Inputs(project, None)
    tasks = [(file, inputs.of_document(file)) for file in sorted(project.sources.glob("*.toml"))]
    cache, other = Cache(tmp_path / "cluster"), Cache(tmp_path / "alone")
    cache.folder.mkdir()
    with Cluster(project, None, cache, address, make=ended_once) as makers:
        assert list(makers.made(tasks)) == [None] * len(STEMS)
    assert (cache.folder / "ended").exists(), "a worker has ended"
    assert sorted((cache.folder / "done").read_text().split()) == sorted(STEMS)
    alone = Documents(project, None, other).entries(EntryMaker(Corpus(project), None))
    kept = [cache.get(key) for _, key in tasks]
    assert [entry.packed for entry in alone] == [entry.packed for entry in kept if entry]
    # the worker that is left makes the rest of a build
    documents = Documents(project, None, Cache(tmp_path / "rest"), scheduler=address)
    told = [entry.told["key"] for entry in documents.entries(EntryMaker(Corpus(project), None))]
    assert sorted(told) == [*"abcde", "small"] and not documents.left_out


def test_a_worker_makes_no_entry_that_another_has_made(project: Project, tmp_path: Path) -> None:
    path = project.sources / "a.toml"
    key = Inputs(project, None).of_document(path)
    for damaged in (False, True):
        assert cluster.made_on_worker(str(path), key, project.root, None, tmp_path) is None
        made = (tmp_path / key).stat().st_ino
        if damaged:
            (tmp_path / key).write_bytes(b"damaged")
        assert cluster.made_on_worker(str(path), key, project.root, None, tmp_path) is None
        assert ((tmp_path / key).stat().st_ino != made) is damaged


def test_a_worker_with_other_files_or_another_version_makes_nothing(
    project: Project, tmp_path: Path
) -> None:
    file = str(project.sources / "a.toml")
    error = cluster.made_on_worker(file, "another", project.root, None, tmp_path)
    assert error and "the files and the program of the build" in str(error)
    gone = cluster.made_on_worker("/nowhere/x.toml", "k", project.root, None, tmp_path)
    assert gone and not list(tmp_path.iterdir())


def test_an_address_without_a_scheduler_is_one_line(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    for given in ("nonsense", f"tcp://127.0.0.1:{free_port()}"):
        with pytest.raises(InputError, match="a Dask scheduler with workers") as error:
            Cluster(project, None, Cache(tmp_path), given)
        assert "\n" not in str(error.value)
