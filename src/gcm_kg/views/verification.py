"""Checks an answer that somebody quotes: that its words stand where it says, in these texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.project import Project

BETWEEN = " … "
"""What stands between the pieces of a quote that is not in one piece."""
NOTHING = "nothing could be checked: no row has a quote and where it starts"
"""What is said of an answer that quotes nothing, or says not where."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of the check of an answer: how many quotes stand in the sources, and what is wrong,
    a line each."""

    quotes: int
    problems: tuple[str, ...]


def verified(answer: Mapping[str, Any], project: Project, digest: str) -> Verified:
    """The check of an answer against the sources of a project and the digest of its state.

    An answer is what ``gcm-kg mcp`` gives (``structuredContent``), or results of SPARQL in JSON,
    with the columns quote, start and end. Raises InputError for what holds no rows.
    """
    texts = _texts(project)
    problems = list(_states(answer, digest, texts))
    quotes, rows = 0, _rows(answer)
    for number, row in enumerate(rows, 1):
        if {"quote", "text"} & row.keys() and "start" in row:
            quotes += 1
            known = answer.get("sources", {}).get(row.get("source", ""), "")
            among = [texts[known]] if known in texts else list(texts.values())
            if problem := _wrong(row, among):
                problems.append(f"row {number}: {problem}")
    if not quotes:
        problems.append(f"{NOTHING}, of {len(rows)} in it" if rows else "it has no rows")
    return Verified(quotes, tuple(problems))


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


def _wrong(row: Mapping[str, Any], texts: list[str]) -> str:
    """What is wrong with a quote; nothing if its pieces stand in a text where it says."""
    quote = str(row.get("quote", row.get("text")))
    try:
        start, end = int(row["start"]), int(row.get("end", int(row["start"]) + len(quote)))
    except (TypeError, ValueError):
        return "start and end are no numbers"
    for text in texts:
        window = text[max(start, 0) : end]
        pieces = quote.split(BETWEEN)
        if window == quote or (len(pieces) > 1 and all(piece in window for piece in pieces)):
            return ""
    return f"{shown(quote, 50)} does not stand at {start}–{end}"


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
