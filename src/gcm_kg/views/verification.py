"""Checks an answer that somebody quotes: that its words stand where it says, in these texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.project import Project
from gcm_kg.rdf.namespaces import DCTERMS, GCM
from gcm_kg.store.graph import Graph, text_of

Asking = Callable[[str, Mapping[str, Any]], Iterable[Mapping[str, Any]]]
"""Gives the rows of a question, by its name and the values of its parameters."""
PARTS = ("recommendation", "part", "section", "passage", "assertion")
"""Columns of what words stand in."""
BESIDE = ("link", "source")
"""What is told beside the row that a question gives."""

BETWEEN = " … "
"""What stands between the pieces of a quote that is not in one piece."""
NOTHING = "nothing could be checked: no row has a quote"
"""What is said of an answer that quotes nothing."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of the check of an answer: how many quotes stand in the sources, and what is wrong,
    a line each."""

    quotes: int
    problems: tuple[str, ...]


def verified(
    answer: Mapping[str, Any], project: Project, digest: str, graph: Graph, ask: Asking
) -> Verified:
    """The check of an answer against the sources of a project, its graph and the digest of its
    state; ``ask`` gives the rows of a question.

    An answer is what ``gcm-kg mcp`` gives (``structuredContent``), or results of SPARQL in JSON.
    Words in the columns quote and text have to stand in the sources, a quote from start to end
    where the row says so; a row that names a part has to have its place and words. Where the answer
    says what was asked, each row has to be one that is given. Raises InputError for what holds no
    rows.
    """
    texts = _texts(project)
    problems = list(_states(answer, digest, texts))
    quotes, rows = 0, _rows(answer)
    for number, row in enumerate(rows, 1):
        quotes += bool({"quote", "text", "snippet"} & row.keys())
        known = answer.get("sources", {}).get(row.get("source", ""), "")
        among = [texts[known]] if known in texts else list(texts.values())
        wrong = [*_wrong(row, among), *_misplaced(row, graph)]
        problems += [f"row {number}: {problem}" for problem in wrong]
    problems += _unasked(answer, rows, ask)
    if not quotes:
        problems.append(f"{NOTHING}, of {len(rows)} in it" if rows else "it has no rows")
    return Verified(quotes, tuple(problems))


def _unasked(
    answer: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], ask: Asking
) -> Iterator[str]:
    """The rows that the question does not give, where the answer says what was asked."""
    question, values = answer.get("question"), answer.get("parameters") or {}
    if not isinstance(question, str) or not isinstance(values, dict):
        return
    try:
        given = {_told(row) for row in ask(question, values)}
    except (InputError, TypeError) as error:
        yield f"the question: {error}"
        return
    for number, row in enumerate(rows, 1):
        if _told(row) not in given:
            yield f"row {number}: {question} does not give it"


def _told(row: Mapping[str, Any]) -> str:
    """What a row says, without what is told beside it."""
    said = {name: value for name, value in row.items() if name not in BESIDE and value is not None}
    return json.dumps(said, sort_keys=True)


def _states(answer: Mapping[str, Any], digest: str, texts: Mapping[str, str]) -> Iterator[str]:
    """What differs between the state that an answer is from and this one."""
    said = answer.get("digest")
    if said and said != digest:
        yield f"the answer is from the state {shown(str(said), 20)} of the graph, this is {digest}"
    for iri, known in answer.get("sources", {}).items():
        if known not in texts:
            yield f"the source {shown(str(iri), 90)} is not here, or is another text"


def _texts(project: Project) -> dict[str, str]:
    """The source texts by their digests (SHA-256)."""
    texts = (load_text(path) for path in sorted(project.sources.glob("*.txt")))
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}


def _rows(answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = answer.get("rows")
    if isinstance(rows, list):
        return [row for row in rows if isinstance(row, dict)]
    bindings = answer.get("results", {}).get("bindings") if "results" in answer else None
    if not isinstance(bindings, list):
        found = ", ".join(sorted(map(str, answer)))[:60] or "nothing"
        advice = "give what gcm-kg mcp or /ask/… answered, as JSON"
        raise InputError("the answer", "rows", found, advice)
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


def _wrong(row: Mapping[str, Any], texts: Sequence[str]) -> Iterator[str]:
    """What is wrong with the words of a row."""
    if "quote" not in row and "start" not in row:
        return
    quote = str(row.get("quote", row.get("text", "")))
    pieces = quote.split(BETWEEN)
    if "start" not in row:
        if not any(all(piece in text for piece in pieces) for text in texts):
            yield f"{shown(quote, 50)} stands nowhere in the sources"
        return
    try:
        start, end = int(row["start"]), int(row.get("end", int(row["start"]) + len(quote)))
    except (TypeError, ValueError):
        yield "start and end are no numbers"
        return
    if not any(_stands(pieces, text, start, end) for text in texts):
        yield f"{shown(quote, 50)} does not stand at {start}–{end}"


def _stands(pieces: Sequence[str], text: str, start: int, end: int) -> bool:
    """Whether pieces stand in a text one after the other, the first at the start, the last before
    the end."""
    if not 0 <= start <= end <= len(text) or not text.startswith(pieces[0], start):
        return False
    at = start
    for piece in pieces:
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return text.endswith(pieces[-1], start, end)


def _misplaced(row: Mapping[str, Any], graph: Graph) -> Iterator[str]:
    """What a row says otherwise than the graph of the parts that it names."""
    named = [str(row[name]) for name in PARTS if name in row]
    said = [_said(graph, iri) for iri in named]
    for iri, properties in zip(named, said, strict=True):
        if not properties:
            yield f"{shown(iri, 90)} is nothing in this graph"
    for column, name in (("identifier", DCTERMS + "identifier"), ("text", GCM + "text")):
        known = {" ".join(value.split()) for of in said for value in of.get(name, ())}
        if column in row and known and " ".join(str(row[column]).split()) not in known:
            yield f"{shown(str(row[column]), 50)} is not the {column} of what it names"
    texts = [text for of in said for text in of.get(GCM + "text", ())]
    pieces = [piece.strip() for piece in str(row.get("snippet", "")).split(BETWEEN.strip())]
    if texts and not any(all(piece in text for piece in pieces) for text in texts):
        yield f"{shown(str(row['snippet']), 50)} does not stand in what it names"


def _said(graph: Graph, iri: str) -> dict[str, list[str]]:
    try:
        node = NamedNode(iri)
    except ValueError:
        return {}
    found: dict[str, list[str]] = {}
    for triple in graph.triples(node, None, None):
        found.setdefault(triple.predicate.value, []).append(text_of(triple.object))
    return found


def read_answer(path: Path) -> dict[str, Any]:
    """The answer in a file. Raises InputError for what is no JSON object."""
    text = load_text(path)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(path, "JSON", "other text", "give an answer as JSON") from None
    if not isinstance(found, dict):
        raise InputError(path, "a JSON object", type(found).__name__, "give an answer as JSON")
    inner = found.get("structuredContent")
    return inner if isinstance(inner, dict) else found
