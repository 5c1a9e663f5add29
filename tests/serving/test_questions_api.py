"""The questions as addresses for programs."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from openapi_spec_validator import validate
from serving.answered import HTML, Page, get, text

from gcm_kg.project import this_project
from gcm_kg.serving.messages import Refused
from gcm_kg.serving.served import Served

NAMES = sorted(path.stem for path in this_project().queries.glob("*.rq"))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_a_page_and_an_answer(served: Served, name: str) -> None:
    question = served.kg.questions[name]
    needed = [p for p in question.parameters if p.default is None and not p.optional]
    assert not needed
    assert get(served, f"/ask/{name}").status == 200
    if question.form == "SELECT":
        found = json.loads(text(get(served, f"/ask/{name}", "application/json")))
        assert len(found["results"]["bindings"]) == len(served.kg.ask(name))


def test_several_values_labels_limits_and_the_next_rows(served: Served) -> None:
    address = "/ask/recommendations-for-population?population=children&population=women&limit=2"
    response = get(served, address, "application/json")
    bindings = json.loads(text(response))["results"]["bindings"]
    assert len(bindings) == 2 and "populationLabel" in bindings[0]
    following = response.headers["Link"].partition(">")[0].strip("<")
    query = parse_qs(urlsplit(following).query)
    assert query == {"population": ["children", "women"], "offset": ["2"], "limit": ["2"]}
    further = get(served, urlsplit(following)._replace(scheme="", netloc="").geturl(), "text/csv")
    assert text(further).count("\r\n") == 3


def test_the_next_rows_of_a_page_follow_those_shown_of_the_same_documents(served: Served) -> None:
    address = "/ask/instruments-by-citations?of=s5&limit=3"
    page = Page(text(get(served, address)))
    (following,) = [link for link in page.links if "offset=" in link]
    asked = parse_qs(urlsplit(following).query)
    assert (asked["of"], asked["offset"], asked["limit"]) == (["s5"], ["3"], ["3"])
    (whole,) = [link for link in page.links if "format=csv" in link]
    assert parse_qs(urlsplit(whole).query)["of"] == ["s5"]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_each_format_has_the_rows_that_are_asked_for(served: Served, form: str) -> None:
    body = text(get(served, f"/ask/instruments-by-citations?limit=3&format={form}"))
    rows = {"json": body.count('"instrument":'), "xml": body.count("<result>")}
    assert rows.get(form, body.count("\n") - 1) == 3


def test_a_mistake_is_told_in_a_line_to_programs_and_in_a_page_to_people(served: Served) -> None:
    address = "/ask/recommendations-citing?instrument=Palermo+Convntion"
    with pytest.raises(Refused) as refused:
        get(served, address, "application/json")
    assert refused.value.status == 400 and "did you mean" in refused.value.line
    page = get(served, address, HTML)
    assert page.status == 400 and "did you mean" in Page(text(page)).words
    for wrong in ("colour=red", "limit=x", "scope=everything"):
        with pytest.raises(Refused):
            get(served, f"/ask/recommendations-citing?{wrong}", "application/json")


def test_the_description_of_the_addresses_is_openapi_and_names_every_question(
    served: Served,
) -> None:
    whole = json.loads(text(get(served, "/openapi.json")))
    validate(whole)
    assert {f"/ask/{name}" for name in NAMES} <= set(whole["paths"])
    scope = whole["paths"]["/ask/recommendations-citing"]["get"]["parameters"][1]
    assert scope["schema"]["items"]["enum"] == ["direct", "family"]


@pytest.mark.parametrize(
    "path", ["/ask/recommendations-citing", "/ask/recommendation-as-graph", "/recommendations"]
)
def test_every_format_that_is_described_is_answered(served: Served, path: str) -> None:
    described = json.loads(text(get(served, "/openapi.json")))["paths"][path]["get"]
    (formats,) = (p["schema"]["enum"] for p in described["parameters"] if p["name"] == "format")
    kinds = {get(served, f"{path}?format={f}", "*/*").content_type for f in formats}
    assert {kind.partition(";")[0] for kind in kinds} <= set(
        described["responses"]["200"]["content"]
    )
    assert path == "/ask/recommendation-as-graph" or {"csv", "xlsx", "docx", "md"} <= set(formats)
