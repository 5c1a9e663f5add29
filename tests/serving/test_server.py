"""The server as a process: a new state is taken up, and bad input ends in a line."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from serving.servers import serving

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.serving import server
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
