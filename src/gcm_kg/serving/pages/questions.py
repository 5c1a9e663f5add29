"""The questions: a list of them, and for each a form, its answer as a page, and as data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, cast

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.asked import why_nothing
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.querying.unjudged import unjudged
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.messages import Refused, Request, Response, number
from gcm_kg.serving.negotiation import GRAPHS, HTML, ROWS, chosen, labelled
from gcm_kg.serving.pages.answers import table
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.pages.tables import TABLES
from gcm_kg.serving.pages.tables import written as as_file
from gcm_kg.serving.served import Served
from gcm_kg.views.table import table as people

BESIDE = frozenset({"format", "limit", "offset", "at", "of"})
SHOWN = 200
"""Rows on a page."""
MOST = 100_000
MOST_OFFERED = 400
"""Things of a class that a form offers."""
# Matches “by IRI, notation or any label”, “by IRI or verb”, not “by identifier or IRI”.
BY_NAME = re.compile(r"by IRI(?:, notation)? or (?:any )?(?:label|verb)")
# Matches “by identifier or IRI”, not “by IRI or label”.
BY_PLACE = re.compile(r"by identifier or IRI")


def listing(request: Request, served: Served) -> Response:
    """The page of all questions, by what they are about."""
    groups: defaultdict[str, list[Question]] = defaultdict(list)
    for question in served.kg.questions.values():
        groups[question.tags[0] if question.tags else "more"].append(question)
    ordered = sorted(groups.items())
    return page("questions", request, served, title="Questions", groups=ordered)


def ask(request: Request, served: Served) -> Response:
    """The answer to a question, as a page or as data (with the next rows in a Link header).

    Raises Refused for a question, a parameter or a value that is not known.
    """
    name = request.path.removeprefix("/ask/")
    question = served.kg.questions.get(name)
    if question is None:
        try:
            served.kg.prepared(name)
        except InputError as error:
            raise Refused(404, str(error)) from None
        raise Refused(404, f"{name[:60]}: expected the name of a question")
    is_graph = question.form in ("CONSTRUCT", "DESCRIBE")
    offered = _offered(request, GRAPHS if is_graph else {**ROWS, **TABLES})
    media_type, form = chosen(request.accept, request.one("format"), offered)
    values = {k: [v for v in vs if v] for k, vs in request.parameters.items() if k not in BESIDE}
    limit = number(request.parameters, "limit", _usual(served, form), MOST)
    offset = number(request.parameters, "offset", 0, 10_000_000)
    try:
        kg = _limited(served, request)
        answer = _answered(kg, question, values, limit, offset)
    except InputError as error:
        if form == "html":
            return _page(request, served, question, values, None, str(error))
        raise Refused(400, str(error)) from None
    more = len(answer.terms) > limit
    answer.terms = answer.terms[:limit]
    if form == "html":
        return _page(request, served, question, values, answer, "", more=more, offset=offset)
    headers = {"Vary": "Accept"}
    if more:
        links = Links("/", False)
        following = {**request.parameters, "offset": [str(offset + limit)], "limit": [str(limit)]}
        address = links.with_query(request.path[1:], following).removeprefix("./")
        headers["Link"] = f'<{request.origin}/{address}>; rel="next"'
    return Response(_written(question, answer, form), labelled(media_type), headers=headers)


def _offered(request: Request, formats: Mapping[str, str]) -> dict[str, str]:
    """The formats of an answer, the page first for who names it, else last."""
    if "html" in request.accept:
        return {HTML: "html", **formats}
    return {**formats, HTML: "html"}


def _usual(served: Served, form: str) -> int:
    """The rows that are given where nobody says how many."""
    return SHOWN if form == "html" and not served.files else MOST


def _limited(served: Served, request: Request) -> KnowledgeGraph:
    """The graph of the documents that are asked for by their keys, or of all."""
    keys = request.parameters.get("of", [])
    return served.kg.of(*keys) if keys else served.kg


def _answered(
    kg: KnowledgeGraph, question: Question, values: dict[str, list[str]], limit: int, offset: int
) -> Answer:
    given = cast("dict[str, Any]", values)
    if question.form == "SELECT":
        return kg.ask(question.name, limit=limit + 1, offset=offset, **given)
    return kg.ask(question.name, **given)


def _written(question: Question, answer: Answer, form: str) -> bytes:
    if form in ("xlsx", "docx", "md"):
        return as_file(people(question.summary, answer.columns, answer.texts()), form)
    return answer.serialize(form).encode()


def _page(
    request: Request, served: Served, question: Question, values: dict[str, list[str]],
    answer: Answer | None, problem: str, *, more: bool = False, offset: int = 0,
) -> Response:  # fmt: skip
    links = Links.of(request, served)
    heads, rows = (
        table(answer, links) if answer is not None and answer.triples is None else ([], [])
    )
    graph = answer.serialize("turtle") if answer is not None and answer.triples is not None else ""
    given = {**values, "of": request.parameters.get("of", [])}
    limit = number(request.parameters, "limit", SHOWN, MOST)
    following = {**given, "offset": [str(offset + limit)]}
    if limit != SHOWN:
        following["limit"] = [str(limit)]
    forms = ("ttl", "jsonld", "nt") if graph else ("csv", "xlsx", "docx", "json", "md")
    return page(
        "answer", request, served, title=question.summary, question=question, heads=heads,
        rows=rows, graph=graph,
        reasons=_why_nothing(served, question, values, answer), problem=problem,
        left_out=unjudged(served.graph, question) if answer else [],
        sparql=answer.sparql if answer else "",
        truth=None if answer is None else answer.boolean, of=given["of"], offset=offset,
        fields=[_field(served, parameter, values) for parameter in question.parameters],
        status=400 if problem else 200, forms=forms,
        as_data=lambda form: links.with_query(request.path[1:], {**given, "format": [form]}),
        further=links.with_query(request.path[1:], following)
        if more else "",
    )  # fmt: skip


def _why_nothing(
    served: Served, question: Question, values: dict[str, list[str]], answer: Answer | None
) -> list[str]:
    """Why an answer is empty, as far as that is known, and what is near."""
    if answer is None or answer.terms or answer.triples or answer.boolean is not None:
        return []
    told = why_nothing(served.graph, question, values)
    return [line.partition(": gcm-kg")[0].replace("--", "") for line in told]


def _field(served: Served, parameter: Parameter, values: dict[str, list[str]]) -> dict[str, Any]:
    """A field of the form of a question: what can be chosen, where that is not too much."""
    given = values.get(parameter.name) or [parameter.default or ""]
    options = list(parameter.allowed)
    if parameter.of:
        options = _members(served, parameter.of)
    known = [served.names.labels.get(value, short(value)) for value in given]
    told = BY_NAME.sub("by any of its names", BY_PLACE.sub("by its place", parameter.description))
    return {
        "parameter": parameter, "given": known[0], "options": options[:MOST_OFFERED], "told": told,
    }  # fmt: skip


def _members(served: Served, kind: str) -> list[str]:
    """The labels of the things of a class, which a browser offers where they are typed."""
    from gcm_kg.rdf.namespaces import expand

    wanted = served.classes_below(expand(kind))
    kinds = served.names.kinds
    labels = (label for iri, label in served.names.labels.items() if kinds[iri] & wanted)
    return sorted(set(labels))
