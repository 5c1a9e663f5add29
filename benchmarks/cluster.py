"""The time of a build whose documents are read by one worker of a cluster, and by two.

``python benchmarks/cluster.py [DOCUMENTS]``: a Dask scheduler and its workers on this machine, each
number of workers in turn, twice; 20 documents with different texts if none is given.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from corpus import corpus
from distributed import LocalCluster

from gcm_kg.project import this_project


def took(environment: dict[str, str], workers: int) -> float:
    """Seconds of a build, from its start to its end, with so many workers."""
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "gcm_kg", "build", "--fresh", "--scheduler",
             cluster.scheduler_address],
            env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return time.perf_counter() - start


def main(documents: int) -> None:
    """Prints the times, and how many times as fast two workers are."""
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        project = corpus(this_project(), Path(name), documents, texts=True)
        environment = os.environ | {"GCM_KG_PROJECT": str(project.root)}
        times: dict[int, list[float]] = {1: [], 2: []}
        for workers in (1, 2, 1, 2):
            times[workers].append(took(environment, workers))
        one, two = median(times[1]), median(times[2])
        print(
            f"{documents} documents, {os.cpu_count()} cores: {one:.1f} s by one worker, {two:.1f} s"
        )
        print(f"by two: {one / two:.2f} times as fast")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
