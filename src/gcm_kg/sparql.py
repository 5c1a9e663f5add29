"""Answers queries that users write: read-only, with a time limit, reaching nothing outside."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.tokens import form, words

UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
LONGEST = 1_000_000
"""Code points of a query."""


def answer(
    sparql: str, form: str = "", *, graph: str = "", seconds: float = 60, service: bool = False
) -> str:
    """The answer to a query, as text in one of the formats of ``results``.

    The query runs in a process of its own, which is killed when the time is over. With ``service``
    it may ask the endpoints that its SERVICE clauses name; otherwise it can open neither file nor
    connection. FROM names graphs of the store alone. Raises InputError for what is no query, is not
    allowed, takes too long, or is more than the engine can bear.
    """
    refuse(sparql, service=service)
    command = [sys.executable, "-m", "gcm_kg.worker", *(["--outward"] if service else []), form]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as problems:
        try:
            done = subprocess.run(
                [*command, graph], input=sparql.encode("utf-8", "replace"), stdout=output,
                stderr=problems, timeout=seconds, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            found = "that it took longer"
            advice = "make it more selective, or give --timeout more"
            expected = f"an answer within {seconds:g} seconds"
            raise InputError("the query", expected, found, advice) from None
        _raise_for(done.returncode, _read(problems))
        return _read(output)


def refuse(sparql: str, *, service: bool) -> None:
    """Raises InputError for a text that is no query to read the graph alone."""
    if len(sparql) > LONGEST:
        raise InputError("the query", f"at most {LONGEST:,} characters", "more", "shorten it")
    used = words(sparql)
    if "SERVICE" in used and not service:
        advice = "take it out, or allow it by --allow-service"
        raise InputError("the query", "this graph alone", "SERVICE", advice)
    if not form(sparql):
        found = ", ".join(sorted(used & UPDATES)) or shown(sparql)
        expected = "SELECT, CONSTRUCT, DESCRIBE or ASK"
        raise InputError("the query", expected, found, "the graph is changed by its sources only")


def read_query(given: str) -> str:
    """A query as it is given: the text itself, the path of a file, or "-" for standard input.

    Raises InputError for a file that cannot be read.
    """
    if given == "-":
        return sys.stdin.read()
    if form(given):
        return given
    path = Path(given)
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or type(error).__name__
        expected = "a query, or the path of a file that holds one"
        raise InputError(shown(given), expected, found, "see gcm-kg sparql --help") from None


def _read(file: object) -> str:
    file.seek(0)  # type: ignore[attr-defined]
    return file.read().decode("utf-8", "replace")  # type: ignore[attr-defined, no-any-return]


def _raise_for(code: int, problems: str) -> None:
    if code == 0:
        return
    lines = problems.strip().splitlines() or [""]
    if code == 2:
        raise Refused(lines[-1])
    found = "that the engine broke off" + (f" (signal {-code})" if code < 0 else "")
    advice = "nest it less deeply, or ask for less at once"
    raise InputError("the query", "one that the engine can bear", found, advice)


class Refused(InputError):
    """What the other process said of the query, a line already."""

    def __init__(self, line: str) -> None:
        Exception.__init__(self, line)
