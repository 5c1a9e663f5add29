"""What is spared where a corpus is built or asked again, beside the first time.

``python benchmarks/again.py [DOCUMENTS]``: ``gcm-kg build`` of so many documents with different
texts (20 if none is given), with nothing changed and with one changed; a question to one of them,
twice. Processor time, of all processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import NAME, corpus, rewrite
from memory import spent

from gcm_kg.project import Project, this_project

QUESTION = ("ask", "recommendations-citing", "--instrument", "UNTOC", "--document")


def took(environment: dict[str, str], *command: str) -> float:
    """Seconds of the processors that a command takes."""
    before = spent()
    subprocess.run(
        [sys.executable, "-m", "gcm_kg", *command],
        env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return spent() - before


def change_one(project: Project) -> None:
    """Adds a word to the text of a document."""
    path = next(iter(project.sources.glob(f"{NAME}-copy-7*.txt")))
    rewrite(path, path.read_text("utf-8").replace("migrants", "all migrants", 1))


def main(documents: int) -> None:
    """Prints each time, and which share of the first one it is."""
    with tempfile.TemporaryDirectory(prefix="gcm-kg-benchmark-") as name:
        project = corpus(this_project(), Path(name), documents, texts=True)
        environment = os.environ | {"GCM_KG_PROJECT": str(project.root)}
        first = took(environment, "build")
        print(f"{documents} documents built: {first:.1f} s of the processors")
        again = took(environment, "build")
        print(f"built again, nothing changed: {again:.2f} s, {again / first:.3f} of it")
        key = "s5"
        asked, kept = (took(environment, *QUESTION, key) for _ in range(2))
        print(f"one document asked: {asked:.2f} s, and then {kept:.2f} s, {kept / asked:.2f} of it")
        change_one(project)
        changed = took(environment, "build")
        print(f"built again, one changed: {changed:.1f} s, {changed / first:.2f} of it")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
