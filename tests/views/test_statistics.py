"""Counts of the whole, and the pictures drawn of them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest
from publishing import built, drafted
from pyoxigraph import RdfFormat, Store, serialize
from pyparsing import ParserElement

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.store.graph import LocalGraph
from gcm_kg.views import charts as plot
from gcm_kg.views.pictures import Drawn, write_picture
from gcm_kg.views.statistics import Citation, Statistics, statistics

SVG = "{http://www.w3.org/2000/svg}"


@cache
def counts() -> Statistics:
    return statistics(built.known().data)


def texts(svg: bytes) -> list[str]:
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def words(svg: bytes) -> str:
    """All that is written in a picture; lines of one text stand side by side there."""
    return " ".join(texts(svg))


def test_the_recommendations_of_the_sections_are_counted_in_document_order() -> None:
    assert [(s, n) for s, (_, n) in counts().sections.items()] == [
        *(("III.a", 11), ("III.b", 7), ("III.c", 17), ("III.d", 18)),
        *(("III.e", 12), ("III.f", 15), ("III.g", 7)),
    ]
    assert counts().classes[GCM + "Recommendation"] == 87


def test_the_numbers_agree_with_the_question_that_counts_the_same() -> None:
    rows = built.known().ask("instruments-by-citations")
    assert set(counts().citations_by_instrument()) == {row["instrumentLabel"] for row in rows}


def test_no_section_has_more_recommendations_of_a_theme_than_it_has() -> None:
    for section, themes in counts().themes.items():
        assert max(themes.values()) <= counts().sections[section][1]


def test_the_most_frequent_themes_come_first() -> None:
    first = counts().most_frequent_themes(3)
    assert first[:2] == ["trafficking in persons", "smuggling of migrants"]
    assert len(first) == 3


def test_the_overview_names_every_section_and_instrument_with_its_number() -> None:
    drawn = texts(plot.overview(counts()))
    for section, (_, number) in counts().sections.items():
        assert any(text.startswith(f"{section}  ") for text in drawn)
        assert str(number) in drawn
    drawn_words = words(plot.overview(counts()))
    for instrument in counts().citations_by_instrument():
        assert all(word in drawn_words for word in instrument.split())


def test_the_network_is_a_matrix_with_each_function_in_the_legend() -> None:
    svg = plot.network(counts())
    drawn = texts(svg)
    assert {c.part for c in counts().citations} <= set(drawn)
    functions = sorted({c.function for c in counts().citations if c.function})
    assert {f"{n}  {function}" for n, function in enumerate(functions, 1)} <= set(drawn)
    numbered = [text for text in drawn if text.isdigit()]
    assert len(numbered) == sum(1 for c in counts().citations if c.function)


@pytest.mark.parametrize("picture", [plot.overview, plot.network, plot.uptake])
def test_a_picture_says_of_what_it_is_and_cuts_nothing_off(picture: Drawn) -> None:
    drawn = words(picture(counts()))
    for word in f"n = 87 recommendations, {len(counts().citations)} citations".split():
        assert word in drawn
    for title in counts().documents.values():
        assert "2017-10-05" in title and all(word in drawn for word in title.split())
    assert "release" in drawn and "…" not in drawn


def test_a_slide_is_sixteen_to_nine_and_says_how_much_it_shows() -> None:
    svg = ElementTree.fromstring(plot.overview(counts(), slide=True))
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    assert width / height == pytest.approx(16 / 9, abs=0.01)
    assert f"of {len({t for by in counts().themes.values() for t in by})})" in words(
        plot.overview(counts(), slide=True)
    )


def test_the_degrees_of_a_section_add_up_to_its_recommendations() -> None:
    for section, degrees in counts().uptake.items():
        assert sum(degrees.values()) == counts().sections[section][1]
    rows = built.known().ask("uptake-per-section")
    kept = {row["identifier"]: row["wordingKept"] for row in rows}
    assert kept == {s: d.get("wording kept", 0) for s, d in counts().uptake.items()}


def test_functions_have_colours_of_their_own() -> None:
    functions = {c.function for c in counts().citations if c.function}
    assert len(functions) <= len(plot.COLOURS) == len(set(plot.COLOURS))


def test_the_same_graph_is_drawn_with_the_same_bytes() -> None:
    assert plot.network(counts()) == plot.network(counts())
    assert b"<dc:date>" not in plot.overview(counts())


def test_a_label_with_signs_of_markup_is_text() -> None:
    odd = Citation("I.p1", "A <b> & $x_1$", "")
    drawn = texts(plot.network(Statistics({}, {}, {}, [odd])))
    assert "A <b> & $x_1$" in drawn


def test_an_empty_graph_can_be_counted_and_drawn() -> None:
    nothing = statistics(LocalGraph(Store()))
    assert nothing == Statistics({}, {}, {}, [])
    assert plot.uptake(nothing).startswith(b"<?xml")
    assert plot.network(nothing).startswith(b"<?xml")
    assert plot.overview(nothing).startswith(b"<?xml")


def test_a_picture_is_written_as_its_ending_says(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.svg", counts(), plot.uptake)
    write_picture(tmp_path / "a.png", counts(), plot.uptake, slide=True)
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(InputError, match=r"ending in .svg or .png"):
        write_picture(tmp_path / "a.gif", counts(), plot.uptake)


def test_two_documents_are_counted_apart() -> None:
    """The first one twice, under two IRIs: no section has the recommendations of both."""
    store = Store()
    text = serialize(drafted.triples(), format=RdfFormat.N_TRIPLES) or b""
    store.load(text, format=RdfFormat.N_TRIPLES)
    other = text.replace(b"/gcm-thematic-session-5/", b"/gcm-thematic-session-6/")
    other = other.replace(b'key> "s5"', b'key> "s6"')
    store.load(other, format=RdfFormat.N_TRIPLES)
    found = statistics(LocalGraph(store))
    assert found.sections["s5:III.a"][1] == 11
    assert found.sections["s6:III.a"][1] == 11
    assert sum(number for _, number in found.sections.values()) == 2 * 87
    once = counts().citations_by_instrument()
    assert found.citations_by_instrument() == {name: 2 * n for name, n in once.items()}
    assert max(found.themes["s6:III.a"].values()) <= 11


def test_a_drawing_does_not_make_queries_be_read_more_slowly() -> None:
    plot.overview(statistics(LocalGraph(Store())))
    assert ParserElement._parse == ParserElement._parseNoCache, "nothing that was read is kept"
