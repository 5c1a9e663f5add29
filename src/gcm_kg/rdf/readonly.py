"""Refuses what is no query to read the graph alone: updates, and questions to other endpoints."""

from __future__ import annotations

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.sparql import form, reaches_out, unclosed, words
from gcm_kg.text.folding import is_unicode

UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
LONGEST = 1_000_000
"""Code points of a query."""


def refuse(sparql: str, *, service: bool) -> None:
    """Raises InputError for a text that is no query to read the graph alone."""
    if len(sparql) > LONGEST:
        raise InputError("the query", f"at most {LONGEST:,} characters", "more", "shorten it")
    if not is_unicode(sparql):
        raise InputError("the query", "text in UTF-8", "other bytes", "convert it to UTF-8")
    if open_string := unclosed(sparql):
        raise InputError("the query", "SPARQL 1.1", shown(open_string, 20), "close the string")
    if reaches_out(sparql) and not service:
        advice = "take it out; on the command line, --allow-service allows it"
        raise InputError("the query", "this graph alone", "SERVICE", advice)
    if not form(sparql):
        found = ", ".join(sorted(words(sparql) & UPDATES)) or shown(sparql)
        expected = "SELECT, CONSTRUCT, DESCRIBE or ASK"
        raise InputError("the query", expected, found, "the graph is changed by its sources only")
