"""Describes the addresses for programs: OpenAPI 3.1, from the headers of the questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.negotiation import GRAPHS, ROWS
from gcm_kg.serving.pages.tables import EXPORTS, TABLES
from gcm_kg.serving.served import Served
from gcm_kg.views.facet_rows import FACETS
from gcm_kg.views.facets import SORTS

TEXT = {"schema": {"type": "string"}}
STATE = {"name": "at", "in": "query", "description": "the state of the graph", **TEXT}
CHOICES = (("", ": any of these"), (".all", ": all of these"), (".not", ": none of these"))
"""What stands behind the name of a facet, and what it means."""
PROBLEMS = {
    "400": {"description": "What is asked holds a mistake.", "content": {"text/plain": TEXT}},
    "406": {"description": "No such format.", "content": {"text/plain": TEXT}},
    "410": {"description": "The state is no longer kept.", "content": {"text/plain": TEXT}},
    "503": {"description": "It took too long.", "content": {"text/plain": TEXT}},
}


def openapi(request: Request, served: Served) -> Response:
    """The description as JSON."""
    import json

    paths: dict[str, Any] = {
        f"/ask/{question.name}": {"get": _question(question)}
        for question in served.kg.questions.values()
    }
    paths["/sparql"] = {"get": _sparql(), "post": _sparql_posted()}
    paths["/recommendations"] = {"get": _recommendations()}
    paths["/find"] = {"get": _find()}
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "What UN consultations recommend",
            "version": served.digest,
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": request.origin or "/"}],
        "paths": dict(sorted(paths.items())),
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return Response(text.encode(), "application/json")


def _question(question: Question) -> dict[str, Any]:
    is_graph = question.form in ("CONSTRUCT", "DESCRIBE")
    formats = GRAPHS if is_graph else {**ROWS, **TABLES}
    return {
        "operationId": question.name,
        "summary": question.summary,
        "description": question.description,
        "tags": list(question.tags),
        "parameters": [
            *(_parameter(parameter) for parameter in question.parameters),
            *(() if is_graph else (_number("limit"), _number("offset"))),
            {"name": "of", "in": "query", "description": "keys of documents", **TEXT},
            STATE,
            _format(formats),
        ],
        "responses": _responses(formats),
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer" if parameter.kind == "integer" else "string"}
    if parameter.allowed:
        schema["enum"] = list(parameter.allowed)
    if parameter.default is not None:
        default: str | int = short(parameter.default)
        schema["default"] = int(default) if parameter.kind == "integer" else default
    return {
        "name": parameter.name,
        "in": "query",
        "required": not parameter.optional and parameter.default is None,
        "description": parameter.description,
        "schema": {"type": "array", "items": schema},
        "explode": True,
    }


def _number(name: str) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 0, "maximum": 100_000}
    return {"name": name, "in": "query", "schema": schema}


def _format(formats: dict[str, str]) -> dict[str, Any]:
    names = list(dict.fromkeys(formats.values()))
    return {"name": "format", "in": "query", "schema": {"type": "string", "enum": names}}


def _responses(kinds: Iterable[str]) -> dict[str, Any]:
    content: dict[str, Any] = {kind: {} for kind in kinds}
    return {
        "200": {"description": "The answer.", "content": {**content, "text/html": {}}},
        **PROBLEMS,
    }


def _sparql() -> dict[str, Any]:
    names = ("query", "default-graph-uri", "named-graph-uri")
    parameters: list[dict[str, Any]] = [{"name": name, "in": "query", **TEXT} for name in names]
    return {
        "operationId": "sparql",
        "summary": "SPARQL 1.1 Protocol",
        "parameters": [*parameters, _format({**ROWS, **GRAPHS})],
        "responses": {**_responses({**ROWS, **GRAPHS}), "413": PROBLEMS["400"]},
    }


def _sparql_posted() -> dict[str, Any]:
    form = {"schema": {"type": "object", "properties": {"query": {"type": "string"}}}}
    content = {"application/sparql-query": TEXT, "application/x-www-form-urlencoded": form}
    return {
        "operationId": "sparql-posted",
        "summary": "SPARQL 1.1 Protocol",
        "requestBody": {"required": True, "content": content},
        "responses": {
            **_responses({**ROWS, **GRAPHS}),
            "413": PROBLEMS["400"],
            "415": PROBLEMS["400"],
        },
    }


def _recommendations() -> dict[str, Any]:
    several = {"type": "array", "items": {"type": "string"}}
    parameters = [
        {"name": f"{facet.key}{how}", "in": "query", "description": facet.label + said,
         "schema": several, "explode": True}
        for facet in FACETS
        for how, said in CHOICES
    ]  # fmt: skip
    words = {"name": "q", "in": "query", "description": "Words in the recommendation", **TEXT}
    order = {"name": "sort", "in": "query", "schema": {"type": "string", "enum": [*SORTS]}}
    return {
        "operationId": "recommendations",
        "summary": "Recommendations by what is known of them",
        "parameters": [words, *parameters, order, STATE, _format(EXPORTS)],
        "responses": _responses(EXPORTS),
    }


def _find() -> dict[str, Any]:
    return {
        "operationId": "find",
        "summary": "What there is for words",
        "parameters": [{"name": "q", "in": "query", "required": True, **TEXT}],
        "responses": {"200": {"description": "A page.", "content": {"text/html": {}}}},
    }
