"""The most memory that a build of many documents holds, without the store's own.

``python benchmarks/memory.py [DOCUMENTS …]``: each number in a process of its own; 10, 100 and
1,000 if none is given.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import corpus

from gcm_kg.project import this_project

CODE = """
import resource
from gcm_kg.publishing.build import building
from gcm_kg.project import this_project
with building(this_project(), None, keep=False, fresh=True) as built:
    print(built.told.quads, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main(numbers: list[int]) -> None:
    """Builds each number of documents, and prints quads, memory and time."""
    for documents in numbers:
        with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
            project = corpus(this_project(), Path(name), documents)
            environment = os.environ | {"GCM_KG_PROJECT": str(project.root), "TMPDIR": name}
            start = time.perf_counter()
            ended = subprocess.run(
                [sys.executable, "-c", CODE], env=environment, check=True, stdout=subprocess.PIPE,
                text=True,
            )  # fmt: skip
            quads, kilobytes = map(int, ended.stdout.split())
            spent = (time.perf_counter() - start) / documents
            print(
                f"{documents:5} documents, {quads:11,} quads: at most {kilobytes / 1024:6.0f} MiB, "
                f"{spent:.2f} s a document",
                flush=True,
            )


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [10, 100, 1000])
