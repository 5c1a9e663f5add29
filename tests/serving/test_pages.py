"""The pages for people, and the data beside them."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import openpyxl
import pytest
import rdflib
from serving.answered import HTML, ORIGIN, Page, get, plain, text

from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, OA
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.messages import Refused, fields
from gcm_kg.serving.pages import outcomes, recommendations, things
from gcm_kg.serving.pages.layout import from_word, to_word
from gcm_kg.serving.pages.links import Links, text_fragment
from gcm_kg.serving.pages.outcomes import lost
from gcm_kg.serving.served import Served
from gcm_kg.views.uptake import Outcome

TEMPLATES = Path(__file__).resolve().parents[2] / "src" / "gcm_kg" / "serving" / "templates"
ITEM = "/id/akn/un/doc/2017-10-05/gcm-thematic-session-5/eng/!main~sec_III__subsec_a__item_1"
PAGES = (
    "/", "/documents", "/recommendations", "/recommendations?use=ratify", "/uptake", "/quality",
    "/instruments", "/actors", "/states", "/ask", "/ask/recommendations-citing", "/query",
    "/find?q=children+UNTOC", "/compare?left=use%3Dratify&right=use%3Dimplement", ITEM,
    "/pages/themes-together", "/pages/instruments-cited-together", "/id/instrument/untoc",
    "/id/akn/un/doc/2017-10-05/gcm-thematic-session-5/eng",
)  # fmt: skip

NAMESAKES = """
@base <https://w3id.org/gcm-kg/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<instrument/a> skos:prefLabel "Plan of Action"@en .
<instrument/b> skos:prefLabel "Plan of Action"@en .
<instrument/c> skos:prefLabel "Charter"@en .
<urn:part> a gcm:Recommendation ; dcterms:identifier "1" ; gcm:evidence <urn:span> ;
    gcm:cites <instrument/a>, <instrument/b>, <instrument/c> .
<urn:span> oa:hasSource <urn:text> ; oa:hasSelector <urn:place> .
<urn:place> oa:start 0 .
"""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_and_asks_nothing_of_another_host(served: Served, address: str) -> None:
    response = get(served, address)
    assert response.status == 200
    page = Page(text(response))
    assert len(page.ids) == len(set(page.ids))
    for tag, attributes in page.tags:
        assert "style" not in attributes and not any(name.startswith("on") for name in attributes)
        if tag in ("script", "link", "img") and attributes.get("type") != "application/ld+json":
            address = attributes.get("src") or attributes["href"]
            assert address.startswith(("./", "../"))
    labels = {a["for"] for t, a in page.tags if t == "label"}
    fields = [a for t, a in page.tags if t in ("input", "select", "textarea")]
    assert all(a.get("type") == "hidden" or a["id"] in labels for a in fields)
    assert [tag for tag, _ in page.tags].count("h1") == 1
    regions = [a["aria-label"] for _, a in page.tags if a.get("role") == "region"]
    assert len(regions) == len(set(regions))


@pytest.mark.parametrize("address", ["/instruments", "/pages/instruments-cited-together"])
def test_a_figure_says_of_when_its_documents_are(served: Served, address: str) -> None:
    (caption,) = re.findall("<figcaption>.*?</figcaption>", text(get(served, address)), re.DOTALL)
    assert f"state {served.digest}; document of 5 October 2017)" in caption


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        (["2017-10-05", "2017-10-05"], "document of 5 October 2017"),
        (["2017-10-05", "2017-11-01"], "documents of 2017"),
        (["2014-09-01", "2009-02-10", "2017-11-01"], "documents of 2009 to 2017"),
        (["2014-09-01", "2009"], "documents of 2009 to 2014"),
        (["2009"], "document of 2009"),
    ],
)
def test_several_documents_are_of_the_years_from_first_to_last(
    tmp_path: Path, days: list[str], said: str
) -> None:
    parts = (
        f"<{BASE}akn/un/doc/{day}/d{n}/eng> a <{GCM}Document> ; <{DCTERMS}title> 'T' ; "
        f"<{GCM}evidence> [ <{OA}hasSource> <urn:x> ] ."
        for n, day in enumerate(days)
    )
    graph = tmp_path / "documents.ttl"
    graph.write_text(" ".join(parts), "utf-8")
    assert Served(str(graph)).dated == said


def test_the_network_of_instruments_has_a_line_for_each_pair_and_a_link_at_each_node(
    served: Served,
) -> None:
    page = Page(text(get(served, "/pages/instruments-cited-together")))
    lines = [a for tag, a in page.tags if tag == "path"]
    nodes = [a for tag, a in page.tags if tag == "circle"]
    rows = [tag for tag, _ in page.tags].count("tr") - 1
    assert 0 < len(lines) == rows
    assert 1 < len(nodes) <= 2 * len(lines)
    ends = {end for line in lines for end in (line["d"].split()[1], line["d"].split()[-1])}
    assert len(ends) == len(nodes)


def test_namesakes_that_are_cited_together_are_two_and_where_none_are_that_is_said(
    tmp_path: Path,
) -> None:
    graph = tmp_path / "namesakes.ttl"
    graph.write_text(NAMESAKES, "utf-8")
    page = Page(text(get(Served(str(graph)), "/pages/instruments-cited-together")))
    assert [tag for tag, _ in page.tags].count("circle") == 3
    graph.write_text(NAMESAKES.partition("<urn:part>")[0], "utf-8")
    told = text(get(Served(str(graph)), "/pages/instruments-cited-together"))
    assert "No part of the documents cites two instruments" in told and "<table" not in told


def test_all_links_of_the_main_pages_lead_somewhere(served: Served) -> None:
    tried: set[str] = set()
    for address in PAGES:
        path = address.partition("?")[0]
        links = Page(text(get(served, address))).links
        for link in links[:12] + links[12::25]:
            target = urljoin(ORIGIN + path, link).partition("#")[0]
            if target.startswith(ORIGIN) and target not in tried and "/reconcile" not in target:
                tried.add(target)
                where, _, query = target.removeprefix(ORIGIN).partition("?")
                assert get(served, unquote(where) + ("?" + query if query else "")).status < 400
    assert len(tried) > 80


def test_templates_speak_plainly() -> None:
    for path in TEMPLATES.rglob("*.html"):
        told = re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.findall(r"\b(?:edges?|functions?|notations?|triples?)\b", told), path.name


def test_a_recommendation_is_shown_with_its_words_and_why(served: Served) -> None:
    words = plain(text(get(served, ITEM)))
    assert "Accede to and ratify UNTOC and the two relevant Protocols thereto" in words
    assert "By the rule “citation”" in words
    page = Page(text(get(served, ITEM)))
    mentions = [a for tag, a in page.tags if a.get("class") == "mention"]
    assert any("United Nations Convention against" in a["data-why"] for a in mentions)
    assert {a["href"].removeprefix("#") for a in mentions} <= set(page.ids)
    assert any(":~:text=" in link for link in page.links)


def test_the_document_is_its_text_with_every_mention_marked(served: Served) -> None:
    address = PAGES[-1]
    html = text(get(served, address))
    assert html.count('class="mention"') > 1000
    (source,) = served.project.sources.glob("*.txt")
    lines = [" ".join(line.split()) for line in source.read_text("utf-8").split("\n")]
    told = plain(html)
    long = [line for line in lines[300:] if len(line) > 60]
    assert long and sum(line in told for line in long) > 0.95 * len(long)
    assert "support: some" in told


def test_a_thing_is_given_as_what_is_accepted_or_by_its_ending(served: Served) -> None:
    iri = rdflib.URIRef(BASE + "instrument/untoc")
    for address, accept, form in (
        ("/id/instrument/untoc.ttl", HTML, "turtle"),
        ("/id/instrument/untoc", "text/turtle", "turtle"),
        ("/id/instrument/untoc.jsonld", HTML, "json-ld"),
        ("/id/instrument/untoc", "application/n-triples, text/html;q=0.5", "nt"),
        ("/id/instrument/untoc", "application/rdf+xml", "xml"),
    ):
        response = get(served, address, accept)
        graph = rdflib.Graph().parse(data=text(response), format=form)
        assert (iri, None, None) in graph and (None, None, iri) in graph
    page = get(served, "/id/instrument/untoc")
    assert 'rel="alternate"; type="text/turtle"' in page.headers["Link"]
    (data,) = re.findall(r'ld\+json">(.*?)</script>', text(page))
    assert json.loads(data)["@type"] == "Legislation"
    with pytest.raises(Refused) as refused:
        get(served, "/id/instrument/untoc", "image/png")
    assert refused.value.status == 406


def test_what_is_not_there_is_404_with_what_is_nearest(served: Served) -> None:
    response = get(served, "/id/theme/trafficking-in-person")
    assert response.status == 404
    assert "trafficking in persons" in plain(text(response))
    for address in ("/nothing", "/id/", "/id/%00", "/static/../app.py", "/ask/nothing"):
        try:
            assert get(served, address).status == 404
        except Refused as refused:
            assert refused.status == 404


def test_a_list_is_taken_home_as_a_table(served: Served) -> None:
    address = "/recommendations?use=ratify&format="
    rows = text(get(served, address + "csv")).removeprefix("\ufeff").split("\r\n")
    assert rows[0].startswith("Place,Recommendation,Document")
    assert [row.partition(",")[0] for row in rows[1:-1]] == ["III.a.1", "III.a.10"]
    workbook = get(served, address + "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.body)).active
    assert sheet is not None and [row[0].value for row in sheet.iter_rows()] == [
        "Place", "III.a.1", "III.a.10",
    ]  # fmt: skip
    graph = rdflib.Graph().parse(data=text(get(served, address + "turtle")), format="turtle")
    assert len(set(graph.subjects())) == 2
    assert len(json.loads(text(get(served, address + "json")))) == 2
    assert text(get(served, address + "ris")).count("TY  -") == 2
    assert text(get(served, address + "bib")).count("@") == 2
    assert len(json.loads(text(get(served, address + "csl")))) == 2
    assert "sec. III.a, recommendation 10" in text(get(served, address + "txt"))


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("theme=trafiking in persons", "did you mean “trafficking in persons”"),
        ("colour=red", "colour: expected q, sort or one of document"),
        ("sort=colour", "sort: expected"),
        ("q=AND", "expected words"),
        ("offset=-1", "offset: expected a whole number"),
        ("format=png", "format: expected one of csv"),
    ],
)
def test_a_selection_that_cannot_be_made_is_told_in_a_line(
    served: Served, query: str, line: str
) -> None:
    with pytest.raises(Refused) as refused:
        get(served, f"/recommendations?{query.replace(' ', '+')}")
    assert refused.value.status in (400, 406)
    assert line in refused.value.line


def test_an_empty_list_and_an_empty_answer_say_why(served: Served) -> None:
    page = plain(text(get(served, "/recommendations?use=ratify&use.not=ratify")))
    assert "0 recommendations" in page and "Take out one of the choices" in page
    answer = plain(text(get(served, "/ask/recommendations-citing?instrument=CEDAW")))
    assert "None." in answer and "how right it is" in answer


def test_the_box_finds_things_places_and_questions(served: Served) -> None:
    place = plain(text(get(served, "/find?q=III.a.1")))
    assert "Places III.a.1 Accede to and ratify" in place
    asked = Page(text(get(served, "/find?q=which+recommendations+cite+the+Palermo+Convention")))
    assert any("ask/recommendations-citing?instrument=instrument" in link for link in asked.links)
    assert "Nothing here has this name" in plain(text(get(served, "/find?q=xyzzyqwv")))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Which recommendations are for children?", "recommendations-for-population"),
        ("What became of III.a.1?", "uptake-of-recommendation"),
        ("which treaties are cited most", "instruments-by-citations"),
        ("what was dropped from the final Compact", "recommendations-dropped"),
        ("who expressed concern", "assertions-by-speech-act"),
        ("Which States were represented?", "states-represented"),
        ("recommendations about debt bondage", "recommendations-by-theme"),
        ("who moderated the panels", "panels"),
    ],
)
def test_plain_words_suggest_the_question_that_they_mean(
    served: Served, asked: str, name: str
) -> None:
    from gcm_kg.serving.suggestions import suggested

    assert name in [one.question.name for one in suggested(asked, served)]


@pytest.mark.parametrize(
    ("asked", "first", "value"),
    [
        ("what was recommended by Mexico", "recommendations-made-by", "maker"),
        ("what was recommended to Mexico", "recommendations-to-state", "state"),
        ("which recommendations did Mexico make", "recommendations-made-by", "maker"),
    ],
)
def test_who_recommends_and_who_is_asked_are_told_apart(
    served: Served, asked: str, first: str, value: str
) -> None:
    from gcm_kg.serving.suggestions import suggested

    likely = suggested(asked, served)
    assert (likely[0].question.name, likely[0].values) == (first, {value: "actor/mx"})
    both = {"recommendations-made-by", "recommendations-to-state"}
    assert len(both & {one.question.name for one in likely}) == 1
    health = "World Health Organization"
    assert health not in str([s.labels for s in suggested("who asks Mexico?", served)])


def test_a_name_fills_in_one_parameter_of_a_question_only(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gcm_kg.serving.suggestions import suggested

    known = served.kg.questions["recommendations-by-theme"]
    theme = next(parameter for parameter in known.parameters if parameter.name == "theme")
    of_two = replace(known, name="two", parameters=(theme, replace(theme, name="other")))
    monkeypatch.setitem(served.kg.questions, "two", of_two)
    found = {one.question.name: one.values for one in suggested("debt bondage", served, 100)}
    assert found["two"] == {"theme": "theme/debt-bondage"}
    words = "debt bondage and trafficking in persons"
    both = {one.question.name: one.values for one in suggested(words, served, 100)}
    assert {*both["two"].values()} == {"theme/debt-bondage", "theme/trafficking-in-persons"}


def test_words_that_nothing_took_up_are_lost() -> None:
    outcome = Outcome("", "", "", "partly", "Enhance the detection of trafficking.")
    told = lost("Strengthen detection of traffickers", (outcome,))
    assert [word for word, is_lost in told if is_lost] == ["Strengthen"]
    assert not any(is_lost for _, is_lost in lost("Anything at all", ()))


def test_links_are_relative_to_the_page_and_words_are_found_in_it() -> None:
    assert Links("/id/a/b").page("ask/x", thing="UN TOC") == "../../ask/x?thing=UN+TOC"
    assert Links("/").thing(BASE + "akn/!main~sec_1") == "./id/akn/!main~sec_1"
    assert Links("/").thing(BASE + "dataset#class=gcm:Theme") == "./id/dataset"
    assert Links("/id/a", files=True).page("") == "../index.html"
    assert text_fragment("the two-fold", "and ", " of") == "#:~:text=and-,the%20two%2Dfold,-of"
    assert text_fragment("x", "hal", "f") == "#:~:text=x"
    assert Links("/").thing("javascript:alert(1)") == ""


@pytest.mark.parametrize(
    ("query", "least"),
    [
        ("SELECT DISTINCT ?p ?n { [] sh:namespace ?n ; sh:prefix ?p }", 19),
        ("SELECT ?c ?p { ?s void:class ?c ; void:propertyPartition/void:property ?p }", 300),
        ("SELECT ?q { ?s a sh:SPARQLExecutable ; rdfs:comment ?c ; sh:select ?q }", 60),
    ],
    ids=["prefixes", "partitions", "examples"],
)  # fmt: skip
def test_editors_find_what_they_look_for_in_the_endpoint(
    served: Served, query: str, least: int
) -> None:
    from gcm_kg.querying.answers import Answer

    assert len(Answer(served.graph.query(query)).terms) >= least


def test_a_page_is_given_as_it_was_in_a_state_that_is_kept(served: Served) -> None:
    now = get(served, "/id/instrument/untoc")
    state = f"?at={served.digest}".encode()
    same = get(served, f"/id/instrument/untoc?at={served.digest}").body
    assert same.replace(state, b"") == now.body.replace(state, b"")
    data = get(served, f"/id/instrument/untoc.ttl?at={served.digest}").body
    assert data == get(served, "/id/instrument/untoc.ttl").body
    with pytest.raises(Refused) as refused:
        get(served, "/id/instrument/untoc?at=0123456789abcdef")
    assert refused.value.status == 410 and served.digest in refused.value.line
    earlier = served.at(served.digest)
    assert earlier is not None and earlier.graph.store != served.graph.store
    assert get(earlier, "/id/instrument/untoc").body == now.body


@pytest.mark.parametrize(
    "address",
    ["/recommendations?use=ratify", "/ask/recommendations-citing?limit=2&of=s5",
     "/id/instrument/untoc", "/uptake", "/query?query=ASK+{}", "/"],
)  # fmt: skip
def test_a_page_of_a_state_leads_to_that_state_alone(served: Served, address: str) -> None:
    joint = "&" if "?" in address else "?"
    response = get(served, f"{address}{joint}at={served.digest}")
    page = Page(text(response))
    own = [link for link in page.links if not link.startswith(("http", "#"))]
    assert own and all(fields(urlsplit(link).query)["at"] == [served.digest] for link in own)
    hidden = [a["value"] for tag, a in page.tags if tag == "input" and a.get("name") == "at"]
    assert hidden == [served.digest] * sum(tag == "form" for tag, _ in page.tags)
    alternates = re.findall(r'<([^>]+)>; rel="alternate"', response.headers.get("Link", ""))
    assert all(one.endswith(f"?at={served.digest}") for one in alternates)


def test_a_part_leads_to_its_words_in_the_whole_document(served: Served) -> None:
    found = re.search(r'href="([^"]+)">These words in the document<', text(get(served, ITEM)))
    assert found and urljoin(ORIGIN + ITEM, found[1]).partition("#")[0] == f"{ORIGIN}{PAGES[-1]}"
    documents = text(get(served, "/documents"))
    assert "!letter_1" not in documents and "!main" not in documents.partition("<main")[2]


def test_a_page_is_cited_by_the_address_that_gives_it_again(served: Served) -> None:
    html = text(get(served, "/recommendations?theme.not=theme/prosecution&q=law+%26+order"))
    (cited,) = re.findall(r"state \w+, (\S+)</p>", html)
    path, _, query = unescape(cited).removeprefix(ORIGIN).partition("?")
    assert path == "/recommendations"
    assert fields(query) == {
        "theme.not": ["theme/prosecution"], "q": ["law & order"], "at": [served.digest],
    }  # fmt: skip
    again = text(get(served, f"/recommendations?{query}"))
    assert plain(again) == plain(html) and again == text(get(served, f"/recommendations?{query}"))
    assert "To cite this page" not in text(get(served, "/id/instrument/none"))


def test_surroundings_of_words_begin_and_end_with_a_whole_word() -> None:
    assert from_word("nder the rules of the old sea ") == "the rules of the old sea "
    assert to_word(", and by all rules of the new tre") == ", and by all rules of the new"
    assert (from_word("Fund "), to_word(" well.")) == ("Fund ", " well.")
    assert from_word("x" * 32) == "x" * 32


def test_things_of_one_name_are_told_apart_by_what_they_are(served: Served) -> None:
    words = plain(text(get(served, "/find?q=ratify")))
    assert "ratify action" in words
    assert "ratify what is asked of a text" in words
    assert "Names like this" in plain(text(get(served, "/find?q=illegal+crosings")))


def test_a_page_that_shows_some_statements_of_a_thing_says_how_many_there_are(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/id/theme/trafficking-in-persons"
    assert "statements are shown" not in text(get(served, address))
    few = shipped("serving/asked-of-thing").replace("LIMIT 100", "LIMIT 3")
    monkeypatch.setattr(things, "shipped", lambda name: few if "asked" in name else shipped(name))
    said = re.search(r"(\d+) of (\d+) statements are shown", text(get(served, address)))
    assert said and int(said[1]) == 3 < int(said[2])


@pytest.mark.parametrize("ending", ["nt", "ttl"])
def test_data_of_a_thing_to_which_much_points_is_told_in_portions(
    served: Served, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    address = f"/id/theme/trafficking-in-persons.{ending}"
    whole = get(served, address)
    assert "Link" not in whole.headers
    monkeypatch.setattr(things, "MOST_TRIPLES", 40)
    found, portions = rdflib.Graph(), 0
    while address:
        response = get(served, address)
        found += rdflib.Graph().parse(data=response.body, format=ending)
        portions += 1
        link = re.match(r'<http://localhost(.+)>; rel="next"', response.headers.get("Link", ""))
        address = link[1] if link else ""
    assert portions > 3
    assert set(found) == set(rdflib.Graph().parse(data=whole.body, format=ending))
    monkeypatch.setattr(served, "files", True)
    assert get(served, f"/id/theme/trafficking-in-persons.{ending}").body == whole.body


def test_what_nobody_has_judged_is_said_without_a_table_of_nothing(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served, "outcomes", {})
    html = text(get(served, "/uptake"))
    assert "<table" not in html
    assert "what became of any of the 87 recommendations in 1 document" in plain(html)


def test_a_facet_that_chooses_nothing_is_not_offered(served: Served) -> None:
    html = text(get(served, "/recommendations"))
    assert "<summary>Section</summary>" in html
    assert "<summary>Document</summary>" not in html


def test_a_document_leads_to_its_recommendations_and_sections(served: Served) -> None:
    page = Page(text(get(served, PAGES[-1])))
    (listed,) = (link for link in page.links if "recommendations/document/" in link)
    assert "87 recommendations" in plain(text(get(served, "/" + listed.lstrip("./"))))
    sections = [link[1:] for link in page.links if link.startswith("#") and link != "#content"]
    assert len(sections) > 10
    assert {unquote(one) for one in sections} <= set(page.ids)


def test_long_lists_come_in_pages_and_name_their_whole(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "SHOWN", 40)
    first, last = (Page(text(get(served, f"/uptake{more}"))) for more in ("", "?offset=80"))
    assert "1–40 of 87" in first.words
    assert "./uptake?offset=40" in first.links
    assert "81–87 of 87" in last.words
    assert "./uptake?offset=40" in last.links
    monkeypatch.setattr(recommendations, "OFFERED", 15)
    page = Page(text(get(served, "/recommendations?q=migrants")))
    (whole,) = (link for link in page.links if "values=theme" in link)
    assert whole == "./recommendations?q=migrants&values=theme#choices"
    more = Page(text(get(served, whole[1:].partition("#")[0])))
    assert len(more.links) > len(page.links)
    assert not any("values=theme" in link for link in more.links)


def test_numbers_agree_between_pages(served: Served) -> None:
    listed = plain(text(get(served, "/instruments")))
    of_thing = plain(text(get(served, "/id/instrument/untoc")))
    named = re.search(r"Transnational Organized Crime treaty, named (\d+) times", listed)
    assert named
    assert f"Where it is named ({named[1]})" in of_thing
    theme = text(get(served, "/id/theme/trafficking-in-persons"))
    (number,) = re.findall(r">(\d+ recommendations)</a> to choose from", theme)
    assert number in plain(text(get(served, "/recommendations?theme=theme/trafficking-in-persons")))
    assert "87 recommendations" in plain(text(get(served, "/documents")))


def test_among_several_documents_a_recommendation_is_listed_with_the_key_of_its_own(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ">III.a.1</a>" in text(get(served, "/recommendations"))
    monkeypatch.setattr(served.kg.documents, "name", lambda iri, place: f"s5:{place}")
    assert ">s5:III.a.1</a>" in text(get(served, "/recommendations"))
