"""The files to publish: their addresses and sums, and where the identifiers lead."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from gcm_kg.errors import InputError
from gcm_kg.project import FILES, this_project
from gcm_kg.publishing.distribution import redirections, write_distribution
from gcm_kg.rdf.namespaces import BASE, DCAT
from gcm_kg.rdf.parsing import parse_turtle

FILES_AT, PAGES_AT = "https://example.org/d", "https://example.org/p"
DOWNLOAD = NamedNode(DCAT + "downloadURL")
BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"
THING = "id/akn/un/doc/2017/x/eng/!main~sec_III__item_1"


def led(path: str, accept: str, *, terms: bool = True) -> str:
    """Where the rules lead: the target of the first one whose condition and pattern hold."""
    condition = ""
    for line in redirections("1.2.3", FILES_AT, PAGES_AT, terms=terms):
        word, *rest = line.split(" ")
        if word == "RewriteCond":
            condition = rest[1]
        elif word == "RewriteRule":
            match = re.search(rest[0], path)
            if match and re.search(condition, accept):
                return rest[1].replace("$1", match[1] if match.lastindex else "")
            condition = ""
    return ""


@pytest.mark.parametrize(
    ("path", "accept", "target"),
    [
        ("ontology", BROWSER, f"{FILES_AT}/ontology.html"),
        ("ontology", "text/turtle", f"{FILES_AT}/gcm.ttl"),
        ("ontology/1.2.3", "*/*", f"{FILES_AT}/gcm.ttl"),
        ("ontology/1x2.3", "*/*", ""),
        ("shapes", "*/*", f"{FILES_AT}/shapes.ttl"),
        ("id/dataset", BROWSER, f"{PAGES_AT}/"),
        ("id/dataset", "text/turtle", f"{FILES_AT}/void.ttl"),
        (THING, BROWSER, f"{PAGES_AT}/{THING}.html"),
        (THING, "text/turtle", f"{PAGES_AT}/{THING}.ttl"),
        (THING, "application/ld+json", f"{PAGES_AT}/{THING}.jsonld"),
        (THING, "application/n-triples", f"{PAGES_AT}/{THING}.nt"),
        ("", BROWSER, f"{PAGES_AT}/"),
        ("idle", BROWSER, ""),
    ],
)
def test_an_identifier_leads_to_what_is_asked_for(path: str, accept: str, target: str) -> None:
    assert led(path, accept) == target


def test_without_a_page_of_terms_the_ontology_is_its_file() -> None:
    assert led("ontology", BROWSER, terms=False) == f"{FILES_AT}/gcm.ttl"


def test_every_described_file_is_there_with_its_address_and_all_sums_hold(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    names = write_distribution(this_project(), folder, f"{FILES_AT}/", PAGES_AT)
    assert {*FILES, "gcm.ttl", "shapes.ttl", "w3id/.htaccess"} <= set(names)
    described = parse_turtle(folder / "void.ttl")
    located = {str(q.subject): str(q.object) for q in described if q.predicate == DOWNLOAD}
    expected = ("closure.trig", "gcm-kg.jsonld", "gcm-kg.trig", "gcm-kg.ttl", "links.trig")
    assert located == {f"<{BASE}dataset#{n}>": f"<{FILES_AT}/{n}>" for n in expected}
    assert all((folder / name).is_file() for name in expected)
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        sum_, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sum_
    assert sorted(write_distribution(this_project(), folder, FILES_AT, PAGES_AT)) == sorted(names)


@pytest.mark.parametrize("address", ["", "example.org", "ftp://e.org/", "https://e.org/$1", "x y"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError, match="expected an address"):
        write_distribution(this_project(), tmp_path / "data", address, PAGES_AT)
    assert not (tmp_path / "data").exists()


def test_a_folder_of_something_else_and_a_graph_that_is_not_built_are_refused(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(InputError, match="an empty folder"):
        write_distribution(this_project(), tmp_path, FILES_AT, PAGES_AT)
    with pytest.raises(InputError, match="expected a folder, found a file"):
        write_distribution(this_project(), tmp_path / "mine.txt", FILES_AT, PAGES_AT)
    project = type(this_project())(tmp_path / "empty")
    with pytest.raises(InputError, match="run gcm-kg build"):
        write_distribution(project, tmp_path / "data", FILES_AT, PAGES_AT)
