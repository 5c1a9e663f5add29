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
