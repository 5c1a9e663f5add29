"""CPU time of a request, beside Oxigraph's own server on the same data and clients, in one run.

CPU seconds are those of all processes of a server, so a busy machine changes them little. Where an
answer must not be kept, each query has a number of its own in a comment.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from gcm_kg.knowledge_graph import open_knowledge_graph
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.rdf.sparql import declared
from gcm_kg.store.directory import GRAPH, current

ROUNDS = 150
TICKS = os.sysconf("SC_CLK_TCK")
PORT = 7979


def children(root: int) -> set[int]:
    """A process and all below it."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
    found = {root}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def cpu(root: int) -> float:
    """CPU seconds of a process and of all below it."""
    total = 0
    for number in children(root):
        try:
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def per_request(root: int, port: int, path: str, query: str, *, kept: bool) -> float:
    """Milliseconds of CPU for a request, on average."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(number: int) -> None:
        text = query if kept else f"{query}\n# {number}"
        headers = {"Accept": "application/sparql-results+json"}
        client.request("GET", f"{path}?query={quote(text)}", headers=headers)
        response = client.getresponse()
        body = response.read()
        assert response.status == 200, body

    for number in range(5):
        ask(-number)
    before = cpu(root)
    for number in range(ROUNDS):
        ask(number)
    return (cpu(root) - before) / ROUNDS * 1000


def ready(port: int, path: str) -> None:
    """Waits until a server answers."""
    for _ in range(600):
        try:
            client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            client.request("GET", path)
            client.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def settle(root: int) -> None:
    """Waits until a server has read the graph into memory, and rests."""
    before, still = -1.0, 0
    for _ in range(300):
        time.sleep(0.5)
        now = cpu(root)
        still = still + 1 if now - before < 0.02 else 0
        before = now
        if still >= 6:
            return


def queries() -> dict[str, str]:
    """What is asked."""
    kg = open_knowledge_graph()
    canned = {
        name: declared(kg.prepared(name), WRITTEN)
        for name in (
            "recommendations-citing",
            "recommendations-for-population",
            "instruments-by-citations",
        )
    }
    untoc = "<https://w3id.org/gcm-kg/id/instrument/untoc>"
    point = f"SELECT ?p ?o {{ {untoc} ?p ?o }} LIMIT 10"
    return {"ASK {}": "ASK {}", "point query": point, **canned}


def main() -> None:
    """Prints a line for each query."""
    binary = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    open_knowledge_graph()
    store = current(this_project()) / GRAPH
    started: list[subprocess.Popen[bytes]] = []

    def start(command: list[str], port: int, path: str) -> int:
        started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        ready(port, path)
        return started[-1].pid

    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(store, Path(folder) / "store")
        serve = [sys.executable, "-m", "gcm_kg.cli.main", "serve", "--no-log", "--port", str(PORT)]
        theirs = [binary, "serve-read-only", "--location", str(copy), "--union-default-graph"]
        try:
            ours = start(serve, PORT, "/health")
            other = start([*theirs, "--bind", f"127.0.0.1:{PORT + 1}"], PORT + 1, "/")
            settle(ours)
            report(lambda q, kept: per_request(ours, PORT, "/sparql", q, kept=kept),
                   lambda q: per_request(other, PORT + 1, "/query", q, kept=False))  # fmt: skip
        finally:
            for process in started:
                process.terminate()
                process.wait(30)


def report(ours: Callable[[str, bool], float], theirs: Callable[[str], float]) -> None:
    """The CPU milliseconds of both servers, and their ratio: above 1 ours takes less."""
    print(f"{'query':32} {'ours':>8} {'kept':>8} {'oxigraph':>9} {'ratio':>7} {'kept':>7}")
    for name, query in queries().items():
        text = re.sub(r"^#.*\n", "", query, flags=re.MULTILINE)
        new, kept, other = ours(text, False), ours(text, True), theirs(text)
        ratios = f"{other / max(new, 1e-3):7.2f} {other / max(kept, 1e-3):7.2f}"
        print(f"{name:32} {new:8.2f} {kept:8.2f} {other:9.2f} {ratios}")


if __name__ == "__main__":
    main()
