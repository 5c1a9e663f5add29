"""The SPARQL 1.1 Protocol as clients that are not ours speak it, and as W3C's tests have it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving.servers import Running, serving
from SPARQLWrapper import JSON, TURTLE, XML, SPARQLWrapper

from gcm_kg.serving.limits import varies

DATA = "http://example.org/data/"
TRIG = f"""
@prefix e: <http://example.org/> .
<{DATA}1> {{ e:one e:p "first" ; a e:Thing }}
<{DATA}2> {{ e:two e:p "second" }}
<{DATA}3> {{ e:three e:p "third" }}
"""
ALL = "SELECT ?o { ?s <http://example.org/p> ?o } ORDER BY ?o"
NAMED = "SELECT ?g { GRAPH ?g { ?s <http://example.org/p> ?o } } ORDER BY ?g"
JSON_RESULTS = "application/sparql-results+json"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    path = tmp_path_factory.mktemp("served") / "data.trig"
    path.write_text(TRIG, "utf-8")
    with serving(str(path)) as running:
        yield running


def values(response: httpx.Response, name: str = "o") -> list[str]:
    assert response.status_code == 200, response.text
    return [row[name]["value"] for row in response.json()["results"]["bindings"]]


def post(
    server: Running, kind: str, content: bytes | str, address: str = "/sparql"
) -> httpx.Response:
    return server.client.post(address, content=content, headers={"Content-Type": kind})


FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


# W3C's tests of the protocol for queries, by their names there


def test_query_get(server: Running) -> None:
    response = server.client.get("/sparql", params={"query": "ASK {}"})
    assert response.headers["content-type"] == JSON_RESULTS
    assert response.json()["boolean"] is True


def test_query_post_form(server: Running) -> None:
    assert server.client.post("/sparql", data={"query": "ASK {}"}).json()["boolean"] is True


def test_query_post_direct(server: Running) -> None:
    assert post(server, DIRECT, "ASK {}").json()["boolean"] is True


@pytest.mark.parametrize("how", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("default", "named", "found", "graphs"),
    [
        ([1], [], ["first"], []),
        ([1, 2], [], ["first", "second"], []),
        ([], [1, 2], [], ["1", "2"]),
        ([3], [1, 2], ["third"], ["1", "2"]),
        ([9], [], [], []),
    ],
    ids=["default_graph", "default_graphs", "named_graphs", "full", "graph_that_is_not_there"],
)
def test_query_dataset(
    server: Running, how: str, default: list[int], named: list[int], found: list[str],
    graphs: list[str],
) -> None:  # fmt: skip
    given = {
        "default-graph-uri": [f"{DATA}{n}" for n in default],
        "named-graph-uri": [f"{DATA}{n}" for n in named],
    }

    def asked(query: str) -> httpx.Response:
        if how == "get":
            return server.client.get("/sparql", params={"query": query, **given})
        if how == "form":
            return server.client.post("/sparql", data={"query": query, **given})
        return server.client.post(
            "/sparql", params=given, content=query, headers={"Content-Type": DIRECT}
        )

    assert values(asked(ALL)) == found
    assert values(asked(NAMED), "g") == [DATA + name for name in graphs]


def test_query_multiple_dataset(server: Running) -> None:
    query = ALL.replace("{", f"FROM <{DATA}1> {{", 1)
    given = {"query": query, "default-graph-uri": f"{DATA}2"}
    assert values(server.client.get("/sparql", params={"query": query})) == ["first"]
    assert values(server.client.get("/sparql", params=given)) == ["second"]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("SELECT * {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * {}", "text/csv", "text/csv; charset=utf-8"),
        ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("ASK {}", "application/xml;q=0.5, application/json", "application/json"),
        ("DESCRIBE <http://example.org/one>", "text/turtle", "text/turtle; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-quads", "application/n-quads"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/html, application/trig;q=.1", "application/trig"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/ld+json", "application/ld+json"),
        ("SELECT * {}", "text/html;q=1, */*;q=0.1, application/*;q=0", "text/csv; charset=utf-8"),
    ],
)
def test_query_content_type(server: Running, query: str, accept: str, kind: str) -> None:
    response = server.client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, kind)
    assert response.headers["vary"] == "Accept"


def test_csv_and_xml_hold_what_they_are_made_of(server: Running) -> None:
    query = 'SELECT ?a ?b { BIND(<http://example.org/#char=1,9> AS ?a) BIND("\\u0001" AS ?b) }'
    found = {
        kind: server.client.get("/sparql", params={"query": query, "format": kind}).text
        for kind in ("csv", "xml")
    }
    rows = list(csv.DictReader(io.StringIO(found["csv"], newline="")))
    assert rows == [{"a": "http://example.org/#char=1,9", "b": "\x01"}]
    assert ElementTree.fromstring(found["xml"]) is not None
    ask = {"query": "ASK {}", "format": "csv"}
    assert server.client.get("/sparql", params=ask).text == "true\n"


def test_bad_query_method(server: Running) -> None:
    response = server.client.put("/sparql", params={"query": "ASK {}"})
    assert response.status_code == 405
    assert "POST" in response.headers["allow"]


def test_bad_multiple_queries(server: Running) -> None:
    assert server.client.get("/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D").status_code == 400
    assert post(server, DIRECT, "ASK {}", "/sparql?query=ASK%20%7B%7D").status_code == 400


@pytest.mark.parametrize("kind", ["text/plain", ""])
def test_bad_query_wrong_media_type_and_missing_types(server: Running, kind: str) -> None:
    assert post(server, kind, "query=ASK%20%7B%7D").status_code == 415
    assert post(server, kind, "ASK {}").status_code == 415


def test_bad_query_non_utf8(server: Running) -> None:
    assert post(server, DIRECT + "; charset=UTF-16", "ASK {}".encode("utf-16")).status_code == 400
    assert post(server, FORM, b"query=ASK+%7B+%22%FF%22+%7D").status_code == 400


def test_bad_query_syntax(server: Running) -> None:
    response = server.client.get("/sparql", params={"query": "SELECT * { ?s ?p }"})
    assert response.status_code == 400
    assert response.text.startswith("the query: expected SPARQL 1.1, found a mistake at 1:")
    assert response.text.count("\n") == 1


@pytest.mark.parametrize("kind", ["form", "direct", "get"])
def test_updates_are_refused(server: Running, kind: str) -> None:
    update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
    if kind == "form":
        response = server.client.post("/sparql", data={"update": update})
    elif kind == "direct":
        response = post(server, "application/sparql-update", update)
    else:
        response = server.client.get("/sparql", params={"query": update})
    assert response.status_code == (415 if kind == "direct" else 400)


# What the protocol leaves to the service


def test_a_format_can_be_asked_for_by_name_and_one_that_is_not_there_is_406(
    server: Running,
) -> None:
    response = server.client.get("/sparql", params={"query": ALL, "format": "csv"})
    assert response.text.split() == ["o", "first", "second", "third"]
    for given in ({"format": "turtle"}, {"format": "nonsense"}):
        assert server.client.get("/sparql", params={"query": ALL, **given}).status_code == 406
    headers = {"Accept": "image/png"}
    assert server.client.get("/sparql", params={"query": ALL}, headers=headers).status_code == 406


def test_what_is_too_large_is_refused(server: Running) -> None:
    assert post(server, DIRECT, "#" * 200_000).status_code == 413
    assert post(server, DIRECT, "#" * 1_200_000).status_code == 413
    address = "/sparql?query=" + "%20" * 21_000
    assert server.client.get(address).status_code in (400, 414)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * {" + "{" * 3000 + "}" * 3000 + "}",
        "SELECT * { FILTER (" + "!" * 3000 + "true) }",
        "SELECT * { {} " + "UNION {}" * 3000 + " }",
        'SELECT * { "',
    ],
    ids=["service", "groups", "negations", "unions", "open string"],
)
def test_what_an_engine_could_not_bear_is_refused_before_it_sees_it(
    server: Running, query: str
) -> None:
    response = post(server, DIRECT, query)
    assert (response.status_code, response.text.count("\n")) == (400, 1)


def test_nothing_is_fetched_that_a_query_names(server: Running) -> None:
    query = "SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }"
    assert server.client.get("/sparql", params={"query": query}).json()["results"]["bindings"] == []


def test_a_query_that_takes_too_long_is_ended_and_others_are_answered(server: Running) -> None:
    crossed = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(20))
    query = f"SELECT (COUNT(*) AS ?n) {{ {crossed} }}"
    response = server.client.get("/sparql", params={"query": query})
    assert response.status_code == 503
    assert response.text.startswith("the query: expected an answer within 1.5 seconds")
    assert server.client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    assert "gcm_kg_queries_killed_total 0" not in server.client.get("/metrics").text


def test_an_answer_is_kept_and_a_client_that_has_it_is_told_so(server: Running) -> None:
    first = server.client.get("/sparql", params={"query": ALL})
    tag = first.headers["etag"]
    again = server.client.get("/sparql", params={"query": ALL}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = server.client.get("/sparql", params={"query": ALL, "format": "xml"})
    assert other.headers["etag"] != tag
    varying = server.client.get("/sparql", params={"query": "SELECT (RAND() AS ?r) {}"})
    assert "etag" not in varying.headers
    assert varying.headers["cache-control"] == "no-store"


def test_head_and_options(server: Running) -> None:
    head = server.client.head("/sparql", params={"query": ALL})
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) > 0
    options = server.client.options("/sparql", headers={"Origin": "http://example.org"})
    assert options.status_code == 204
    assert options.headers["access-control-allow-origin"] == "*"
    assert "POST" in options.headers["access-control-allow-methods"]


def test_the_service_describes_itself_to_programs_and_sends_browsers_to_a_page(
    server: Running,
) -> None:
    response = server.client.get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = rdflib.URIRef(f"{server.address}/sparql")
    assert (service, rdflib.RDF.type, sd.Service) in graph
    assert {str(name) for name in graph.objects(None, sd.name)} == {DATA + n for n in "123"}
    browser = server.client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert browser.status_code == 303
    assert browser.headers["location"] == f"{server.address}/query"


def test_health_says_which_state_is_served(server: Running) -> None:
    assert json.loads(server.client.get("/health").text)["digest"]


# Clients that are not ours


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(server: Running, method: str) -> None:
    client = SPARQLWrapper(f"{server.address}/sparql")
    client.setMethod(method)
    client.setQuery(ALL)
    client.setReturnFormat(JSON)
    found: Any = client.query().convert()
    assert [row["o"]["value"] for row in found["results"]["bindings"]] == [
        "first", "second", "third",
    ]  # fmt: skip
    client.setReturnFormat(XML)
    found = client.query().convert()
    assert len(found.getElementsByTagName("result")) == 3
    client.setQuery("CONSTRUCT WHERE { ?s a ?o }")
    client.setReturnFormat(TURTLE)
    found = client.query().convert()
    assert b"Thing" in found


def test_rdflibs_store(server: Running) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.address}/sparql"))
    assert len(list(graph.query(ALL))) == 3
    assert (None, rdflib.RDF.type, rdflib.URIRef("http://example.org/Thing")) in graph


def test_a_port_that_is_taken_is_said_in_one_line(server: Running, tmp_path: Path) -> None:
    from gcm_kg.errors import InputError
    from gcm_kg.serving.server import bound

    with pytest.raises(InputError, match="expected a port that is free") as refused:
        bound("127.0.0.1", int(server.address.rpartition(":")[2]))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("ASK { FILTER(1-NOW() > 0) }", True), ("SELECT (rand() AS ?r) {}", True),
        ("SELECT (BNODE # a comment\n () AS ?b) {}", True),
        ("SELECT ?now ?uuid { ?now e:rand ?uuid }", False),
        ("SELECT ?x { ?x e:known 'NOW()' } # UUID()", False),
    ],
)  # fmt: skip
def test_an_answer_that_may_be_another_each_time_is_not_kept(query: str, other: bool) -> None:
    assert varies(query) == other


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (f"SELECT *FROM <{DATA}1> {{ ?s e:p ?from }}", 1),
        ("SELECT ?from { ?s e:p ?from } # FROM <x:>", 3),
    ],
)
def test_from_is_a_word_of_the_query_not_of_its_variables(
    server: Running, query: str, rows: int
) -> None:
    text = f"PREFIX e: <http://example.org/> {query}"
    found = server.client.get("/sparql", params={"query": text}).json()["results"]["bindings"]
    assert len(found) == rows
