"""Reconciliation of names with our things, for OpenRefine and the like.

W3C Entity Reconciliation Community Group, Reconciliation Service API 0.2; its draft of 1.0 is
answered below ``/reconcile/v1``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from gcm_kg.rdf.namespaces import BASE, GCM, short
from gcm_kg.serving.candidates import PROPERTIES, TYPES, candidates, type_of
from gcm_kg.serving.extension import extended, proposed
from gcm_kg.serving.messages import Refused, Request, Response, fields, only
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.served import Served

JSON = "application/json"
NAME = "What UN consultations recommend"
SHOWN_BY_OTHERS = "default-src 'none'; style-src 'self'; base-uri 'none'"
"""The policy of previews, which pages of other hosts may show in a frame."""
MOST_QUERIES = 1_000
"""Queries of a batch."""
WIDTH, HEIGHT = 480, 300
"""Pixels of a preview."""
SSSOM_HEAD = """# mapping_set_id: https://w3id.org/gcm-kg/id/mappings/reconciled
# license: https://creativecommons.org/licenses/by/4.0/
# curie_map:
#   skos: http://www.w3.org/2004/02/skos/core#
#   semapv: https://w3id.org/semapv/vocab/
subject_type\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tconfidence
"""
"""How a mapping set in SSSOM/TSV begins whose subjects are texts."""


def reconcile(request: Request, served: Served) -> Response:
    """The manifest; or the candidates of a batch of queries, or values of properties.

    Section 3.1 (manifest), 4 (queries) and 7 (extension). Raises Refused.
    """
    given = dict(request.parameters)
    if request.method == "POST":
        given |= fields(request.body.decode("utf-8", "replace"))
    if "queries" in given:
        batch = _object(only(given, "queries"), "queries")
        if len(batch) > MOST_QUERIES:
            raise Refused(413, f"queries: expected at most {MOST_QUERIES}")
        found = {name: _candidates(one, served) for name, one in batch.items()}
        if only(given, "format") == "sssom":
            return _sssom(batch, found)
        return _json({name: {"result": result} for name, result in found.items()})
    if "extend" in given:
        return _json(extended(_object(only(given, "extend"), "extend"), served))
    return _json(manifest(request.origin))


def manifest(origin: str) -> dict[str, Any]:
    """What the service is and can (section 3.1)."""
    service = {"service_url": origin}
    return {
        "versions": ["0.1", "0.2"],
        "name": NAME,
        "identifierSpace": BASE,
        "schemaSpace": GCM,
        "defaultTypes": [{"id": name, "name": label} for name, label in TYPES.items()],
        "view": {"url": f"{origin}/id/{{{{id}}}}"},
        "preview": {
            "url": f"{origin}/reconcile/preview?id={{{{id}}}}",
            "width": WIDTH,
            "height": HEIGHT,
        },
        "suggest": {
            kind: {**service, "service_path": f"/reconcile/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {**service, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def below(request: Request, served: Served) -> Response:
    """What is below ``/reconcile``: suggestions, properties, previews, and the draft of 1.0."""
    what = request.path.removeprefix("/reconcile/")
    if what.startswith("v1"):
        return _draft(what.removeprefix("v1").strip("/"), request, served)
    if what.startswith("suggest/"):
        return _suggested(what.removeprefix("suggest/"), request, served)
    if what == "properties":
        return _json(proposed(request.one("type")))
    if what == "preview":
        return _preview(request, served)
    raise Refused(404, f"{request.path[:80]}: expected suggest, properties or preview")


def _object(text: str, name: str) -> dict[str, Any]:
    """JSON that is an object. Raises Refused."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(400, f"{name}: expected JSON") from None
    if not isinstance(found, dict):
        raise Refused(400, f"{name}: expected an object")
    return found


def _candidates(query: Any, served: Served) -> list[dict[str, Any]]:
    """The candidates of a query of a batch (section 4.2). Raises Refused."""
    if not isinstance(query, dict):
        raise Refused(400, "queries: expected an object for each")
    types = query.get("type") or []
    listed = [types] if isinstance(types, str) else types
    given = query.get("properties") or []
    if not isinstance(listed, list) or not isinstance(given, list):
        raise Refused(400, "queries: expected lists of types and properties")
    pairs = [(str(p.get("pid")), p.get("v")) for p in given if isinstance(p, dict)]
    limit = query.get("limit")
    most = min(limit, 100) if isinstance(limit, int) and limit > 0 else 5
    text = str(query.get("query") or "")[:1_000]
    return candidates(text, [str(name) for name in listed], pairs, most, served)


def _sssom(batch: Mapping[str, Any], found: Mapping[str, list[dict[str, Any]]]) -> Response:
    """The queries whose first candidate is a match, as mappings of texts (SSSOM)."""
    lines = [SSSOM_HEAD]
    for name, query in batch.items():
        best = next((one for one in found[name] if one["match"]), None)
        if best:
            label = " ".join(str(query.get("query") or "").split())
            row = (
                "rdfs literal", label, "skos:exactMatch", BASE + best["id"], best["name"],
                "semapv:LexicalMatching", f"{best['score'] / 100:.2f}",
            )  # fmt: skip
            lines.append("\t".join(row) + "\n")
    kind = "text/tab-separated-values; charset=utf-8"
    headers = {"Content-Disposition": 'attachment; filename="reconciled.sssom.tsv"'}
    return Response("".join(lines).encode(), kind, headers=headers)


def _suggested(kind: str, request: Request, served: Served) -> Response:
    """What begins with some letters: things, types or properties (section 6)."""
    prefix = request.one("prefix").strip()[:200]
    if kind == "entity":
        found = served.names.beginning(prefix) if prefix else []
        listed = [
            {"id": short(m.iri), "name": m.label, "notable": [type_of(m.iri, served)["name"]],
             "description": served.describe(m.iri)}
            for m in found
        ]  # fmt: skip
        return _json({"result": listed})
    known = {"type": TYPES, "property": {p.name: p.label for p in PROPERTIES}}.get(kind)
    if known is None:
        raise Refused(404, "suggest: expected entity, property or type")
    wanted = prefix.lower()
    pairs = [(name, label) for name, label in known.items() if wanted in f"{label} {name}".lower()]
    return _json({"result": [{"id": name, "name": label} for name, label in pairs]})


def _preview(request: Request, served: Served) -> Response:
    """A small page that shows a thing, with the words that name it (section 5)."""
    iri = BASE + request.one("id")
    if iri not in served.names.labels:
        raise Refused(404, "id: expected the identifier of a thing")
    quotes = served.kg.ask("passages-mentioning", thing=iri, limit=3).rows
    response = page(
        "preview", request, served, title=served.names.labels[iri], iri=iri,
        kind=type_of(iri, served)["name"], definition=served.describe(iri), quotes=quotes,
    )  # fmt: skip
    response.headers["Content-Security-Policy"] = SHOWN_BY_OTHERS
    return response


def _draft(what: str, request: Request, served: Served) -> Response:
    """The draft of 1.0: JSON in the body, lists in place of named queries."""
    if what == "":
        return _json(_draft_manifest(request.origin))
    if what.startswith("suggest/"):
        return _suggested(what.removeprefix("suggest/"), request, served)
    if what == "preview":
        return _preview(request, served)
    body = _object(request.body.decode("utf-8", "replace"), "the body")
    if what == "extend":
        return _json(_rows_as_list(extended(body, served)))
    if what != "match":
        raise Refused(404, "v1: expected match, extend, suggest or preview")
    queries = body.get("queries")
    if not isinstance(queries, list) or len(queries) > MOST_QUERIES:
        raise Refused(400, f"queries: expected a list of at most {MOST_QUERIES}")
    return _json({"results": [{"candidates": _conditioned(one, served)} for one in queries]})


def _draft_manifest(origin: str) -> dict[str, Any]:
    whole = manifest(origin)
    whole["versions"] = ["1.0-draft"]
    whole["suggest"] = {"entity": True, "property": True, "type": True}
    whole["extend"] = {"proposeProperties": False, "propertySettings": []}
    whole["standardizedScore"] = True
    whole["preview"] = {"width": WIDTH, "height": HEIGHT}
    return whole


def _conditioned(query: Any, served: Served) -> list[dict[str, Any]]:
    """The candidates of a query of 1.0, whose name and properties are conditions."""
    if not isinstance(query, dict) or not isinstance(query.get("conditions"), list):
        raise Refused(400, "queries: expected objects with conditions")
    conditions = [one for one in query["conditions"] if isinstance(one, dict)]
    names = [_value(one) for one in conditions if one.get("matchType") == "name"]
    text = names[0] if names else ""
    pairs = [
        {"pid": one.get("pid", one.get("propertyId")), "v": _value(one)}
        for one in conditions
        if one.get("matchType") != "name"
    ]
    return _candidates({**query, "query": text, "properties": pairs}, served)


def _value(condition: dict[str, Any]) -> Any:
    """The value of a condition: the first of several; of a thing its name."""
    value = condition.get("v", condition.get("propertyValue"))
    first = (value or [None])[0] if isinstance(value, list) else value
    return first.get("name", first.get("id")) if isinstance(first, dict) else first


def _rows_as_list(found: dict[str, Any]) -> dict[str, Any]:
    rows = [
        {"id": iri, "properties": [{"id": p, "values": vs} for p, vs in values.items()]}
        for iri, values in found["rows"].items()
    ]
    return {"meta": found["meta"], "rows": rows}


def _json(value: Any) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(), JSON)
