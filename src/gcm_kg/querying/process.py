"""Answers queries that users write: read-only, with a time limit, reaching nothing outside."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from gcm_kg.errors import InputError, shown
from gcm_kg.project import this_project
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.sandbox import MEMORY, NO_ROOM
from gcm_kg.rdf.jsonld import load_context
from gcm_kg.rdf.sparql import LONGEST, UPDATES, refuse, words
from gcm_kg.rdf.sparql import form as form_of
from gcm_kg.store.directory import current, opened
from gcm_kg.store.graph import IN_MEMORY, is_address
from gcm_kg.store.opening import open_graph

LONGEST_WAIT = 7 * 86_400
"""Seconds: more would be no limit, and clocks cannot count to infinity."""


def answer(
    where: str, sparql: str, *, seconds: float, service: bool = False,
    context: Callable[[], dict[str, Any]] | None = None, documents: Sequence[str] = (),
    memory: int = MEMORY,
) -> Answer:  # fmt: skip
    """The answer to a query, as ``answered`` gives it."""
    is_graph = form_of(sparql) in ("CONSTRUCT", "DESCRIBE")
    text = answered(
        where, sparql, "ntriples" if is_graph else "json", seconds=seconds, service=service,
        documents=documents, memory=memory,
    )  # fmt: skip
    if is_graph:
        triples = (quad.triple for quad in parse(text.encode(), format=RdfFormat.N_TRIPLES))
        return Answer(triples, sparql, context)
    results = parse_query_results(text.encode(), format=QueryResultsFormat.JSON)
    return Answer(results, sparql, context)


def answered(
    where: str, sparql: str, form: str = "", *, seconds: float = 60, service: bool = False,
    documents: Sequence[str] = (), memory: int = MEMORY,
) -> str:  # fmt: skip
    """The answer to a query, as text in one of the formats of ``results``; ``where`` names the
    graph as for ``open_graph``, the empty text the built one, and ``documents`` the keys of those
    that alone are asked.

    The query runs in a process of its own, which is killed when the time is over, or when it takes
    more than ``memory`` megabytes. With ``service``
    it may ask the endpoints that its SERVICE clauses name; otherwise it can open no connection.
    FROM names graphs of the store alone. A graph at an endpoint is asked there, for as long. Raises
    InputError for what is no query, is not allowed, takes too long, or is more than the engine can
    bear.
    """
    refuse(sparql, service=service)
    if not seconds > 0:  # which is true of what is not a number, too
        raise InputError("--timeout", "seconds, more than 0", f"{seconds:g}", "give more")
    seconds = min(LONGEST_WAIT, seconds)
    if is_address(where):
        from gcm_kg.store.endpoint import RemoteGraph
        from gcm_kg.store.limited import limited

        context = partial(load_context, this_project().context)
        remote = limited(RemoteGraph(where, seconds), documents)
        return Answer(remote.query(sparql), sparql, context).serialize(form)
    if where == IN_MEMORY:
        advice = "write it to a file and open that"
        raise InputError("--timeout", "a graph in a file or store", "one in memory", advice)
    if not where:
        _make_store(documents)
    flags = [f"--memory={memory}", *(f"--document={key}" for key in documents)]
    flags += ["--outward"] if service else []
    return _in_process([form, where, str(seconds), *flags], sparql, seconds)


def _make_store(documents: Sequence[str]) -> None:
    """Makes the store of the built graph, and that of some documents, if there is none, before the
    time of a query begins."""
    project = this_project()
    if documents:
        from gcm_kg.store.limited import limited

        limited(open_graph(None, project), documents)
    elif not current(project).is_dir():
        opened(project)


def _in_process(arguments: list[str], sparql: str, seconds: float) -> str:
    command = [sys.executable, "-m", "gcm_kg.querying.sandbox", *arguments]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as problems:
        try:
            done = subprocess.run(
                command, input=sparql.encode(), stdout=output, stderr=problems,
                timeout=seconds, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            found = "that it took longer"
            advice = "make it more selective, or give --timeout more"
            expected = f"an answer within {seconds:g} seconds"
            raise InputError("the query", expected, found, advice) from None
        _raise_for(done.returncode, _read(problems))
        return _read(output)


def read_query(given: str) -> str:
    """A query as it is given: the text itself, the path of a file, or "-" for standard input.

    Raises InputError for a file that cannot be read.
    """
    if given == "-":
        return _decoded("standard input", sys.stdin.buffer)
    if _looks_like_one(given) and not _is_file(given):
        return given
    try:
        with Path(given).open("rb") as file:
            return _decoded(shown(given), file)
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or type(error).__name__
        expected = "a query, or the path of a file that holds one"
        raise InputError(shown(given), expected, found, "see gcm-kg sparql --help") from None


def _looks_like_one(given: str) -> bool:
    """Whether a text is a query or an update, rather than a path with such a word in it."""
    parted = "{" in given or len(given.split()) > 1
    return parted and bool(form_of(given) or words(given) & UPDATES)


def _is_file(given: str) -> bool:
    try:
        return Path(given).is_file()
    except (OSError, ValueError):  # too long for a name, for example
        return False


def _decoded(place: str, file: IO[bytes]) -> str:
    """The text of a file, without a byte order mark, as far as a query may be long."""
    content = file.read(4 * LONGEST + 4)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"another byte at {error.start}"
        raise InputError(place, "text in UTF-8", found, "convert it to UTF-8") from None


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _raise_for(code: int, problems: str) -> None:
    if code == 0:
        return
    lines = problems.strip().splitlines() or [""]
    if code == 2:
        raise InputError.from_line(lines[-1])
    if code == NO_ROOM or "No space left" in problems:
        found = lines[-1] or "a full disk"
        advice = "free some, or name another folder by TMPDIR"
        raise InputError(tempfile.gettempdir(), "room for the answer", found, advice)
    found = "that the engine broke off" + (f" (signal {-code})" if code < 0 else "")
    advice = "ask for less at once, nest it less deeply, or give it more by --memory"
    raise InputError("the query", "one that the engine can bear", found, advice)
