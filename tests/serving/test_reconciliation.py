"""Reconciliation as OpenRefine and other clients do it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from serving.answered import ORIGIN, get, text

from gcm_kg.serving.messages import Refused, Request
from gcm_kg.serving.routes import respond
from gcm_kg.serving.served import Served


def asked(served: Served, *queries: dict[str, Any], **more: str) -> list[list[dict[str, Any]]]:
    """The candidates of a batch of queries, sent as OpenRefine sends them."""
    batch = {f"q{place}": query for place, query in enumerate(queries)}
    body = urlencode({"queries": json.dumps(batch), **more}).encode()
    kind = "application/x-www-form-urlencoded"
    response = respond(Request("POST", "/reconcile", "", "", kind, body, ORIGIN), served)
    found = json.loads(text(response))
    return [found[name]["result"] for name in batch]


def test_the_manifest_says_what_the_service_can(served: Served) -> None:
    manifest = json.loads(text(get(served, "/reconcile")))
    assert {"versions", "name", "identifierSpace", "schemaSpace"} <= manifest.keys()
    assert "0.2" in manifest["versions"]
    assert manifest["view"]["url"] == f"{ORIGIN}/id/{{{{id}}}}"
    for service in (*manifest["suggest"].values(), manifest["extend"]["propose_properties"]):
        address = service["service_path"] + "?prefix=a"
        assert service["service_url"] == ORIGIN and get(served, address).status == 200


@pytest.mark.parametrize(
    ("name", "kind", "identifier", "match"),
    [
        ("UNTOC", "", "instrument/untoc", True),
        ("palermo convention", "Instrument", "instrument/untoc", True),
        ("Smugling Protocol", "Instrument", "instrument/smuggling-protocol", False),
        ("trafiking in persons", "Theme", "theme/trafficking-in-persons", False),
        ("Convention on the rights of the child", "", "instrument/crc", True),
        ("XVIII-12", "Instrument", "instrument/untoc", True),
        ("A/RES/71/280", "", "instrument/ares-71-280", True),
        ("Schweizerische Eidgenossenschaft", "Actor", "actor/ch", None),
        ("IOM", "gcm:Actor", "actor/iom", True),
    ],
)
def test_the_right_thing_is_first_for_its_names_codes_and_misspellings(
    served: Served, name: str, kind: str, identifier: str, match: bool | None
) -> None:
    (found,) = asked(served, {"query": name, "type": kind} if kind else {"query": name})
    assert found[0]["id"] == identifier
    assert match is None or found[0]["match"] is match
    assert {"id", "name", "score", "match", "type"} <= found[0].keys()


def test_a_type_a_limit_and_properties_narrow_what_is_found(served: Served) -> None:
    query = {"query": "trafficking in persons", "limit": 2}
    themes, populations = asked(
        served, {**query, "type": "Theme"}, {**query, "type": ["Population"]}
    )
    assert themes[0]["id"] == "theme/trafficking-in-persons" and len(themes) <= 2
    assert all(one["id"].startswith("population/") for one in populations)
    by_code, contrary = (
        {"query": "Palermo", "properties": [{"pid": "treatyNumber", "v": number}]}
        for number in ("XVIII-12", "I-1")
    )
    first, second = asked(served, by_code, contrary)
    assert first[0]["id"] == "instrument/untoc"
    scores = [
        [o["score"] for o in found if o["id"] == "instrument/untoc"] for found in (first, second)
    ]
    assert scores[0] > scores[1]


def test_of_two_candidates_that_are_as_likely_none_is_taken_for_the_thing(served: Served) -> None:
    name = {"query": "United Nations Convention against Transnational Organized Crime"}
    code = {"pid": "areaCode", "v": "756"}
    one, both = asked(served, name, {**name, "properties": [code]})
    assert one[0]["id"] == "instrument/untoc" and one[0]["match"]
    assert {found["id"] for found in both[:2]} == {"instrument/untoc", "actor/ch"}
    assert both[0]["score"] == both[1]["score"]
    assert [found["match"] for found in both[:2]] == [False, False]


def test_matches_are_taken_home_as_sssom(served: Served) -> None:
    batch = {"a": {"query": "UNTOC"}, "b": {"query": "nothing of the kind"}}
    address = "/reconcile?" + urlencode({"queries": json.dumps(batch), "format": "sssom"})
    lines = text(get(served, address)).splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [row[1] for row in rows] == ["subject_label", "UNTOC"]
    assert rows[1][3] == "https://w3id.org/gcm-kg/id/instrument/untoc"


def test_columns_are_extended_and_things_suggested_and_shown(served: Served) -> None:
    properties = [{"id": "treatyNumber"}, {"id": "issuedBy"}]
    asked_for = {"ids": ["instrument/untoc", "nothing"], "properties": properties}
    found = json.loads(
        text(get(served, "/reconcile?" + urlencode({"extend": json.dumps(asked_for)})))
    )
    assert found["meta"][0] == {"id": "treatyNumber", "name": "treaty number"}
    assert found["rows"]["instrument/untoc"]["treatyNumber"] == [{"str": "XVIII-12"}]
    assert found["rows"]["instrument/untoc"]["issuedBy"][0]["id"] == "actor/unga"
    assert found["rows"]["nothing"] == {"treatyNumber": [], "issuedBy": []}
    offered = json.loads(text(get(served, "/reconcile/suggest/entity?prefix=palermo+conv")))[
        "result"
    ]
    assert offered[0]["id"] == "instrument/untoc" and offered[0]["notable"] == ["treaty"]
    preview = text(get(served, "/reconcile/preview?id=instrument/untoc"))
    assert "<mark>UNTOC</mark>" in preview


def test_the_draft_of_the_next_version_is_answered(served: Served) -> None:
    conditions = [{"matchType": "name", "v": "UNTOC"}]
    conditions.append({"matchType": "property", "pid": "treatyNumber", "v": "XVIII-12"})
    body = json.dumps({"queries": [{"type": "Instrument", "conditions": conditions}]}).encode()
    request = Request("POST", "/reconcile/v1/match", "", "", "application/json", body, ORIGIN)
    (result,) = json.loads(text(respond(request, served)))["results"]
    assert result["candidates"][0]["id"] == "instrument/untoc"


@pytest.mark.parametrize(
    "query",
    ["queries=x", "queries=[]", 'queries={"a":1}', "extend={}", 'queries={"a":{"type":{"b":1}}}'],
)
def test_what_is_no_batch_is_refused_in_a_line(served: Served, query: str) -> None:
    name, _, value = query.partition("=")
    with pytest.raises(Refused) as refused:
        get(served, "/reconcile?" + urlencode({name: value}))
    assert refused.value.status == 400
