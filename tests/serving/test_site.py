"""A site of files: every link leads to a file, and nothing is asked of another host."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import rdflib
from serving.answered import Page

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import DCTERMS, GCM, SKOS
from gcm_kg.serving.served import Served
from gcm_kg.serving.site import write_site

SMALL = Path(__file__).parent / "small.ttl"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    directory = tmp_path_factory.mktemp("site") / "made"
    count = write_site(Served(str(SMALL)), directory, "https://example.org/below")
    assert count == len(list(directory.rglob("*.html")))
    yield directory


def test_every_link_leads_to_a_file_of_the_site(site: Path) -> None:
    followed = 0
    for file in site.rglob("*.html"):
        page = Page(file.read_text("utf-8"))
        found = [*page.links, *(a["src"] for t, a in page.tags if t == "script" and "src" in a)]
        found += [a["href"] for t, a in page.tags if t == "link"]
        for link in found:
            path = unquote(link.partition("#")[0])
            if path and not path.startswith(("http://", "https://")):
                assert not path.startswith("/")
                target = os.path.normpath(file.parent / path)
                assert Path(target).is_file(), (file, link)
                followed += 1
    assert followed > 500


def test_each_thing_has_a_page_and_its_data(site: Path) -> None:
    page = Page((site / "id" / "theme" / "schools.html").read_text("utf-8"))
    assert 'Schools without "danger" & <fear>.' in page.words
    assert "Fund safe schools" in page.words
    graph = rdflib.Graph().parse(site / "id" / "theme" / "schools.ttl")
    assert len(graph) >= 3
    item = Page((site / "id" / "doc" / "!item_1.html").read_text("utf-8"))
    assert "<b>now</b>" in item.words


def test_recommendations_have_a_page_for_each_choice(site: Path) -> None:
    chosen = Page(
        (site / "recommendations" / "theme" / "theme" / "schools.html").read_text("utf-8")
    )
    assert "1 recommendation of 2" in " ".join(chosen.words.split())
    assert (site / "recommendations.csv").read_bytes().count(b"\r\n") == 3


def test_the_map_lists_all_pages_and_the_index_all_things(site: Path) -> None:
    listed = ElementTree.parse(site / "sitemap.xml").getroot()
    places = [node.text or "" for node in listed.iter() if node.tag.endswith("loc")]
    assert len(places) == len(list(site.rglob("*.html")))
    assert all(place.startswith("https://example.org/below/") for place in places)
    assert "Convention on Children" in (site / "static" / "search-index.js").read_text("utf-8")


def test_a_folder_of_something_else_is_left_alone_and_a_site_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(InputError, match="an empty folder, or one made here"):
        write_site(Served(str(SMALL)), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_no_iri_leads_out_of_the_folder(tmp_path: Path) -> None:
    made, graph = tmp_path / "above" / "site", tmp_path / "graph.ttl"
    out = "https://w3id.org/gcm-kg/id/../../../out", "https://example.org/../../../../../../out"
    said = "".join(f'<{iri}> a gcm:Theme ; skos:prefLabel "Out"@en .' for iri in out)
    said += f"<urn:a> gcm:hasTheme {', '.join(f'<{iri}>' for iri in out)} ; a gcm:Recommendation ;"
    said += 'dcterms:identifier "1" ; gcm:text "Ratify it." .'
    names = {"gcm": GCM, "skos": SKOS, "dcterms": DCTERMS}
    graph.write_text("".join(f"@prefix {p}: <{n}> ." for p, n in names.items()) + said)
    write_site(Served(str(graph)), made)
    assert (made / "recommendations.html").is_file()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path != graph
                and made not in path.parents]  # fmt: skip
