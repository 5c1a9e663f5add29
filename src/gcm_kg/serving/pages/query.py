"""The page for queries of one's own."""

from __future__ import annotations

from gcm_kg.errors import InputError
from gcm_kg.querying.answers import Answer
from gcm_kg.serving.limits import refuse_heavy, refuse_outward, varies
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.pages.answers import table
from gcm_kg.serving.pages.layout import HERE, page
from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.served import Served

EXAMPLE = """SELECT ?place ?words WHERE {
  ?recommendation a gcm:Recommendation ; dcterms:identifier ?place ; gcm:text ?words ;
    gcm:hasTheme ?theme .
  ?theme skos:prefLabel "trafficking in persons"@en
} ORDER BY ?place LIMIT 20
"""
EDITOR = HERE / "static" / "vendor" / "yasqe.min.js"
"""The editor of others, which a step of the build puts there."""
SHOWN = 1_000
"""Rows on a page."""


def query(request: Request, served: Served) -> Response:
    """The page with the form for a query, and the answer to the one that is given."""
    if served.files:
        return page("query-files", request, served, title="Your own query", text=EXAMPLE)
    text = request.one("query")
    answer: Answer | None = None
    problem = ""
    if text.strip():
        try:
            refuse_heavy(text)
            refuse_outward(text, served.hosts)
            answer = Answer(served.graph.query(text), text, lambda: served.context)
        except (Refused, InputError) as error:
            problem = getattr(error, "line", str(error))
    links = Links.of(request, served)
    is_graph = answer is not None and answer.triples is not None
    heads, rows = table(answer, links) if answer is not None else ([], [])
    response = page(
        "query", request, served, title="Your own query", text=text or EXAMPLE, problem=problem,
        asked=answer is not None, heads=heads, rows=rows[:SHOWN], count=len(rows),
        truth=answer.boolean if answer is not None else None,
        graph=answer.serialize("turtle") if answer is not None and is_graph else "",
        editor=EDITOR.is_file(), questions=list(served.kg.questions.values()),
        as_data=lambda form: links.page("sparql", query=text, format=form),
    )  # fmt: skip
    lasting = not problem and not varies(text)
    return Response(
        response.body, response.content_type, 400 if problem else 200, response.headers, lasting
    )
