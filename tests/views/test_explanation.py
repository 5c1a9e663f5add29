"""Why an edge is there: the words, their place, and what drew it."""

from __future__ import annotations

import json
from functools import cache

import pytest
from click.testing import CliRunner, Result
from publishing import built

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.views.explanation import Quote

UNTOC = f"{BASE}instrument/untoc"
BOTH = {f"{BASE}actor/private-sector", f"{BASE}theme/private-sector"}


def graph() -> KnowledgeGraph:
    return built.known()


@cache
def source() -> str:
    (path,) = graph().project.sources.glob("*.txt")
    return path.read_text("utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_the_citations_of_untoc_are_explained_by_their_words() -> None:
    found = graph().explain("III.a.1", about="UNTOC")
    assert {(one.relation, one.object_label, one.function) for one in found} == {
        ("citation", "United Nations Convention against Transnational Organized Crime", "ratify"),
        (
            "citation",
            "United Nations Convention against Transnational Organized Crime",
            "implement",
        ),
    }
    (ratify,) = (one for one in found if one.function == "ratify")
    assert [quote.exact for quote in ratify.quotes] == ["Accede to", "ratify", "UNTOC"]


@pytest.mark.parametrize("part", ["III.a.1", "III.f.12", "IV.p1", "III.c.11"])
def test_every_quote_stands_at_its_place_between_what_is_around_it(part: str) -> None:
    quotes = [quote for one in graph().explain(part) for quote in one.quotes]
    assert quotes
    for quote in quotes:
        assert source()[quote.start : quote.end] == quote.exact
        assert source()[: quote.start].endswith(quote.prefix)
        assert source()[quote.end :].startswith(quote.suffix)
        assert f"«{' '.join(quote.exact.split())}»" in str(quote).replace("« ", "«")


def test_each_statement_says_what_made_it_and_why() -> None:
    found = graph().explain("III.a.1")
    assert found
    for one in found:
        assert one.made_by.startswith(BASE) and one.maker_label and one.reason
        assert str(one).splitlines()[-1].strip().startswith(f"by {one.maker_label}, ")


def test_a_statement_with_several_makers_is_explained_by_each_once() -> None:
    for part in ("III.a.p1", "III.a.1", "III.d.5"):
        pairs = [(one.statement, one.made_by) for one in graph().explain(part)]
        assert len(pairs) == len(set(pairs))


def test_a_name_of_several_things_explains_the_edges_to_all_of_them() -> None:
    found = graph().explain("III.f.12", about="private sector")
    assert {one.object for one in found} == BOTH
    for iri in BOTH:
        assert graph().explain("III.f.12", about=iri) == [o for o in found if o.object == iri]


def test_what_a_part_says_nothing_of_has_no_explanation() -> None:
    assert graph().explain("III.f.12", about="UNTOC") == []
    assert "0 statements" in run("III.f.12", "--about", "UNTOC").output


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("III.a.99",), "the name of a gcm:Part"),
        (("UNTOC",), "the name of a gcm:Part"),
        (("III.a.1", "--about", "UNTOK"), "did you mean"),
    ],
)
def test_a_name_of_nothing_is_refused_in_one_line(
    arguments: tuple[str, ...], expected: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert expected in result.output


def test_people_read_the_part_the_words_and_the_maker() -> None:
    output = run("III.a.1", "--about", "id:instrument/untoc").output
    for words in ("III.a.1: Accede to and ratify UNTOC", "«UNTOC»", "(ratify)", "2 statements"):
        assert words in output
    assert "reviewed: " in output


def test_programs_read_json() -> None:
    found = json.loads(run("III.a.1", "--about", "UNTOC", "--format", "json").output)
    assert {one["object"] for one in found} == {UNTOC}
    assert found[0]["quotes"][0].keys() == {
        *("start", "end", "prefix", "exact", "suffix", "fragment", "elsewhere", "document")
    }


def test_an_unknown_name_is_an_error_in_python_too() -> None:
    with pytest.raises(InputError, match="the name of a gcm:Part"):
        graph().explain("III.z.1")


def test_an_explanation_tells_polarity_and_degree_beside_the_thing() -> None:
    told = CliRunner().invoke(main, ["explain", "III.e.1"]).output
    assert "theme: criminalization of migrants and victims (avoid)\n" in told
    assert "action (g) (substance kept)\n" in told


def test_words_of_a_page_are_told_with_their_page_and_rectangle() -> None:
    quote = Quote(3, 9, "", "migrant", "", "page=7&viewrect=123.4,48.0,37.2,12.9")
    assert quote.place == "3–9, page 7"
    assert quote.rectangle == "123 points from the left, 48 from the top, 37 wide, 13 high"
    assert Quote(3, 9, "", "migrant", "", "cell=2,3").rectangle == ""
