"""What the tools of agents answer: each row with quote, place and link. They raise InputError."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.questions import Question
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.limits import refuse_heavy, refuse_outward
from gcm_kg.serving.served import Served
from gcm_kg.serving.sources import placed, sources
from gcm_kg.serving.suggestions import suggested

MOST_ROWS = 200
SECONDS = 10
"""After which a query is ended."""
Arguments = Mapping[str, Any]


def questions(served: Served, given: Arguments) -> dict[str, Any]:
    """The questions, or those that some words may mean."""
    about = str(given.get("about") or "")
    if about:
        likely = suggested(about, served, 8)
        return {"questions": [{**_told(s.question), "parameters": dict(s.values)} for s in likely]}
    return {"questions": [_told(question) for question in served.kg.questions.values()]}


def _told(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "question": question.summary,
        "parameters": {
            p.name: " ".join([p.description, *(["one of:", *p.allowed] if p.allowed else [])])
            for p in question.parameters
        },
    }


def ask(served: Served, given: Arguments) -> dict[str, Any]:
    """The answer to a question."""
    values = given.get("parameters") or {}
    if not isinstance(values, dict):
        raise InputError("ask", "parameters as an object", type(values).__name__, "correct it")
    limit, offset = _number(given, "limit", 50), _number(given, "offset", 0)
    question = str(given["question"])
    known = served.kg.questions.get(question)
    select = known is None or known.form == "SELECT"
    answer = (
        served.kg.ask(question, limit=limit + 1, offset=offset, **values)
        if select
        else served.kg.ask(question, **values)
    )
    more = len(answer.terms) > limit
    answer.terms = answer.terms[:limit]
    return {"question": question, "parameters": values, **_answer(answer, served, more=more)}


def _answer(answer: Answer, served: Served, *, more: bool = False) -> dict[str, Any]:
    """An answer: its rows, each with where its words stand; an empty one says so."""
    if answer.boolean is not None:
        return {"answer": answer.boolean}
    if answer.triples is not None:
        return {"turtle": answer.serialize("turtle")}
    rows = [placed(row, served) for row in answer.rows]
    told: dict[str, Any] = {"rows": rows, "sources": sources(rows, served)}
    if more:
        told["more"] = "There are further rows: ask with an offset."
    if not rows:
        told["none"] = (
            "The graph has no row for this. The documents may not say so, or nobody could read it"
            " there: ask unresolved-mentions for what is left open."
        )
    return told


def _number(given: Arguments, name: str, otherwise: int) -> int:
    value = given.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        raise InputError(name, "a whole number, 0 or more", repr(value)[:40], "correct it")
    return min(value, MOST_ROWS) if name == "limit" else value


def find(served: Served, given: Arguments) -> dict[str, Any]:
    """The things that a name may mean."""
    found = served.names.near(str(given["name"])[:500], 8)
    return {
        "things": [
            {"id": short(m.iri), "link": m.iri, "label": m.label, "matched": m.name,
             "likeness": m.score, "definition": served.describe(m.iri),
             "kinds": sorted(served.label(k) for k in served.names.kinds[m.iri])}
            for m in found
        ]
    }  # fmt: skip


def search(served: Served, given: Arguments) -> dict[str, Any]:
    """The parts in which words stand."""
    hits = served.kg.search(str(given["words"]), limit=_number(given, "limit", 10))
    rows = [
        {"part": hit.part, "identifier": hit.identifier, "kind": hit.kind, "start": hit.start,
         "end": hit.end, "snippet": hit.snippet.replace("\2", "").replace("\3", "")}
        for hit in hits
    ]  # fmt: skip
    found = [placed(row, served) for row in rows]
    return {"rows": found, "sources": sources(found, served)}


def show(served: Served, given: Arguments) -> dict[str, Any]:
    """What is known of a thing."""
    entity = served.kg.show(str(given["name"]))
    return {
        "id": short(entity.iri),
        "link": entity.iri,
        "label": entity.label,
        "kinds": [served.label(kind) for kind in entity.types],
        "known": {
            served.label(name): [str(value) for value in values[:20]]
            for name, values in entity.properties.items()
            if not name.endswith(("hiddenLabel", "imperativeCue"))
        },
        "pointedAt": [
            {"by": served.label(name), "kind": served.label(kind), "times": number}
            for name, kind, number in entity.pointed_at[:40]
        ],
    }


def explain(served: Served, given: Arguments) -> dict[str, Any]:
    """Why the graph says what it says of a part."""
    part = served.kg.find(str(given["part"]), of="gcm:Part")
    rows = [
        placed(
            {"part": part, "relation": one.relation, "object": one.object,
             "objectLabel": one.object_label, "functionLabel": one.function,
             "polarityLabel": one.polarity, "degreeLabel": one.degree, "pinpoint": one.pinpoint,
             "madeBy": one.maker_label, "reviewed": one.reviewed, "reason": one.reason,
             "quote": quote.exact, "start": quote.start, "end": quote.end},
            served,
        )
        for one in served.kg.explain(part, str(given.get("about") or ""))
        for quote in one.quotes
    ]  # fmt: skip
    return {"rows": rows, "sources": sources(rows, served)}


def trace(served: Served, given: Arguments) -> dict[str, Any]:
    """What became of a recommendation."""
    (trace,) = served.kg.trace(str(given["recommendation"]))
    outcomes = [
        {"degree": o.degree, "action": short(o.action), "label": o.label, "objective": o.title,
         "substance": o.substance, "quote": o.quote, "reason": o.reason}
        for o in trace.outcomes
    ]  # fmt: skip
    told = {"identifier": trace.identifier, "link": trace.part, "text": trace.text}
    return {**told, "outcomes": outcomes}


def sparql(served: Served, given: Arguments) -> dict[str, Any]:
    """The answer to a query."""
    from gcm_kg.serving.messages import Refused

    text = str(given["query"])
    try:
        refuse_heavy(text)
        refuse_outward(text, ())
    except Refused as refused:
        raise InputError.from_line(refused.line) from None
    if served.confined:
        answer = Answer(served.graph.query(text), text, lambda: served.context)
    else:
        answer = served.kg.sparql(text, timeout=SECONDS)
    more = len(answer.terms) > MOST_ROWS
    answer.terms = answer.terms[:MOST_ROWS]
    return _answer(answer, served, more=more)
