"""The shipped SERVICE queries, run against a server on this machine in place of the endpoints."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from store.servers import oxigraph_server

from gcm_kg.cli.main import main
from gcm_kg.rdf.sparql import reaches_out

ROOT = Path(__file__).resolve().parents[2]
QUERIES = ROOT / "queries" / "federation"
ENDPOINTS = {
    "wikidata": "https://query.wikidata.org/sparql",
    "cellar": "https://publications.europa.eu/webapi/rdf/sparql",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("server")
    files = sorted((ROOT / "tests" / "querying" / "federation" / "endpoints").glob("*.ttl"))
    with oxigraph_server(folder, *files) as address:
        yield address


def run(name: str, address: str, *options: str) -> Result:
    """The shipped query, with another address for its endpoint."""
    text = (QUERIES / f"{name}.rq").read_text("utf-8")
    assert text.count(ENDPOINTS[name]) == 1
    text = text.replace(ENDPOINTS[name], address)
    return CliRunner().invoke(main, ["sparql", "--format", "csv", *options], input=text)


def rows(done: Result) -> list[dict[str, str]]:
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.output)))


def test_what_wikidata_says_stands_beside_the_recommendations(server: str) -> None:
    (row,) = rows(run("wikidata", server, "--allow-service"))
    assert row["actorLabel"] == "International Organization for Migration"
    assert row["seat"] == "Somewhere" and int(row["recommendations"]) > 0


def test_an_act_is_found_in_cellar_by_its_celex_number(server: str) -> None:
    (row,) = rows(run("cellar", server, "--allow-service"))
    assert row["actLabel"] == "Council Decision 2004/579/EC" and row["date"] == "2004-04-29"
    assert row["work"] == "http://example.org/cellar/work"


@pytest.mark.parametrize("name", ENDPOINTS)
def test_no_endpoint_is_asked_unless_the_user_allows_it(name: str, server: str) -> None:
    done = run(name, server)
    assert done.exit_code == 2 and "--allow-service" in done.output
    assert done.output.count("\n") == 1


@pytest.mark.parametrize("name", ENDPOINTS)
def test_an_endpoint_that_is_not_there_is_one_line(name: str) -> None:
    done = run(name, "http://127.0.0.1:9/sparql", "--allow-service")
    assert done.exit_code == 2 and done.output.count("\n") == 1


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.rq")), ids=lambda path: path.stem)
def test_a_query_says_what_to_merge_or_what_it_asks(path: Path) -> None:
    text = path.read_text("utf-8")
    assert reaches_out(text) is (path.stem in ENDPOINTS)
    head = "\n".join(line for line in text.split("\n") if line.startswith("#"))
    assert "--allow-service" in head if path.stem in ENDPOINTS else "Merge beside ours" in head
    assert path.name in (ROOT / "docs" / "federation.md").read_text("utf-8")


def test_what_wikidata_is_asked_of_is_what_our_links_say() -> None:
    text = (QUERIES / "wikidata.rq").read_text("utf-8")
    table = (ROOT / "data" / "mappings" / "wikidata.sssom.tsv").read_text("utf-8")
    asked = re.findall(r"wd:(Q\d+)", text)
    assert asked and all(f"owl:sameAs\twikidata:{item}\t" in table for item in asked)
