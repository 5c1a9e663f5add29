"""The server as a process: a new state is taken up, and bad input ends in a line."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
from serving.servers import serving

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.serving import server
from gcm_kg.serving.application import Application
from gcm_kg.serving.limits import service_hosts
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.workers import Workers
from gcm_kg.store.directory import current

pytestmark = pytest.mark.slow
QUERY = {"query": "SELECT ?o { ?s <urn:p> ?o } ORDER BY ?o", "format": "csv"}


def test_a_new_state_is_taken_up_without_a_failed_request(tmp_path: Path) -> None:
    path = tmp_path / "data.nt"
    path.write_text('<urn:s> <urn:p> "before" .\n', "utf-8")
    with serving(str(path), "--mcp") as served:
        first = served.client.get("/sparql", params=QUERY)
        assert first.text.split() == ["o", "before"]
        path.write_text('<urn:s> <urn:p> "after" .\n', "utf-8")
        for _ in range(600):
            response = served.client.get("/sparql", params=QUERY)
            assert response.status_code == 200
            if "after" in response.text:
                break
            time.sleep(0.05)
        assert response.text.split() == ["o", "after"]
        assert response.headers["etag"] != first.headers["etag"]
        message = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
        assert served.client.post("/mcp", json=message).json()["result"] == {}
        elsewhere = {"Origin": "http://example.org"}
        assert served.client.post("/mcp", json=message, headers=elsewhere).status_code == 403


def test_a_server_that_is_told_to_end_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "data.nt"
    path.write_text("".join(f'<urn:s{n}> <urn:p> "{n}" .\n' for n in range(2000)), "utf-8")
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(str(path)) as served, ThreadPoolExecutor() as pool:
        assert served.client.get("/health").status_code == 200
        asked = pool.submit(served.client.get, "/sparql", params={"query": heavy})
        time.sleep(0.5)
        begun = processes(served.process.pid) - {served.process.pid}
        assert len(begun) > 3
        served.process.terminate()
        served.process.wait(20)
        assert asked.result().status_code == 503
    for _ in range(20):
        if not (left := {pid for pid in begun if is_alive(pid)}):
            break
        time.sleep(0.05)
    assert not left


def is_alive(pid: int) -> bool:
    """Whether a process runs: not one that has ended and that nobody has asked of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_what_is_cut_off_at_the_end_is_a_503() -> None:
    class Ending(Workers):
        async def answer(self, request: Request) -> Response:
            raise asyncio.CancelledError

    sent: list[dict[str, object]] = []

    async def ask() -> None:
        async def receive() -> dict[str, object]:
            return {}

        async def send(message: object) -> None:
            sent.append(cast("dict[str, object]", message))

        scope = {"type": "http", "method": "GET", "path": "/", "scheme": "http", "headers": [],
                 "query_string": b""}  # fmt: skip
        await Application(Ending(), log=False)(scope, receive, send)

    asyncio.run(ask())
    assert sent[0]["status"] == 503 and b"it is ending" in cast(bytes, sent[1]["body"])


def processes(root: int) -> set[int]:
    """A process and those below it."""
    below = {root}
    for _ in range(3):
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                pid, parent = path.parent.name, path.read_text().rpartition(")")[2].split()[1]
                below |= {int(pid)} if int(parent) in below else set()
    return below


def test_what_cannot_be_served_ends_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text("nonsense", "utf-8")
    damaged = tmp_path / "store"
    shutil.copytree(current(this_project()), damaged)
    table = max(damaged.rglob("*.sst"), key=lambda path: path.stat().st_size)
    content = table.read_bytes()
    table.write_bytes(content[:100] + b"damaged!" + content[108:])
    for place, found in ((tmp_path / "data.ttl", "data.ttl"), (damaged, table.name)):
        command = [
            sys.executable, "-m", "gcm_kg.cli.main", "--graph", str(place), "serve", "--port", "0",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert found in done.stderr


def test_a_server_without_its_packages_begins_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(server, "find_spec", lambda name: None)
    monkeypatch.setattr(server, "Workers", lambda *a, **k: begun.append(a))
    with pytest.raises(InputError, match=r"gcm-kg\[serve\]"):
        server.run("", host="127.0.0.1", port=0, seconds=1)
    assert not begun


def test_an_address_that_is_not_of_this_machine_is_no_matter_of_the_port() -> None:
    with pytest.raises(InputError, match="an address of this machine.*correct --host"):
        server.bound("203.0.113.7", 0)


@pytest.mark.parametrize("given", ["http://example.org/", "example.org:80", "example.org/", ""])
def test_what_service_may_ask_is_a_host_and_no_address(given: str) -> None:
    with pytest.raises(InputError, match=r"--allow-service.*a host, such as"):
        server.run("", host="127.0.0.1", port=0, seconds=1, hosts=[given])


def test_hosts_that_service_may_ask_are_written_as_addresses_have_them() -> None:
    assert service_hosts(["Query.Wikidata.org", "::1"]) == ("query.wikidata.org", "::1")
