"""Bounds what a query may be before an engine sees it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.sparql import UPDATES, is_constant_service, reaches_out, tokens
from gcm_kg.serving.messages import Refused
from gcm_kg.text.characters import is_unicode

LONGEST_QUERY = 100_000
"""Code points."""
DEEPEST = 60
"""Brackets in brackets; engines read with one call in another and end with their stack."""
MOST_OPERATORS = 400
"""Words and signs in a row of which each adds a level to the tree that an engine makes."""
NESTING = frozenset(
    {"!", "-", "+", "/", "|", "^", "&", "*", "UNION", "OPTIONAL", "MINUS", "EXISTS"}
)
OPENING, CLOSING = frozenset("{(["), frozenset("})]")
VARYING = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})
"""Functions that give something else each time."""
# Is “query.wikidata.org”, “::1”, not “https://query.wikidata.org/sparql”, “localhost:8000”.
HOST = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"
)
# Matches “NOW ()”, not “?now” or “known”; in a string or comment it matches too.
CALLED = re.compile(rf"(?<![\w?$:])(?:{'|'.join(sorted(VARYING))})(?!\w)", re.IGNORECASE)


FORMS = frozenset({"SELECT", "CONSTRUCT", "DESCRIBE", "ASK"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a query is made of, as far as it is bounded."""

    deepest: int
    operators: int
    words: frozenset[str]
    unclosed: str


@lru_cache(64)
def shape(sparql: str) -> Shape:
    """What a query is made of, found in one pass."""
    depth = deepest = operators = 0
    words, unclosed = set(), ""
    for kind, text in tokens(sparql):
        if kind == "word":
            word = text.upper()
            words.add(word)
            operators += word in NESTING
        elif kind == "other":
            depth += (text in OPENING) - (text in CLOSING)
            deepest = max(deepest, depth)
            operators += text in NESTING
        elif kind == "unclosed":
            unclosed = text
    return Shape(deepest, operators, frozenset(words), unclosed)


def refuse_heavy(sparql: str) -> None:
    """Raises Refused for a text that an engine could not bear, or that is no query to read with."""
    if len(sparql) > LONGEST_QUERY:
        raise Refused(413, f"the query: expected at most {LONGEST_QUERY:,} characters, found more")
    if not is_unicode(sparql) or "\0" in sparql:
        raise Refused(400, "the query: expected text in UTF-8")
    if _is_light(sparql):
        return
    found = shape(sparql)
    if found.unclosed:
        rest = shown(found.unclosed, 20)
        raise Refused(400, f"the query: expected an end of the string {rest}")
    if found.deepest > DEEPEST:
        raise Refused(400, f"the query: expected at most {DEEPEST} brackets in brackets")
    if found.operators > MOST_OPERATORS:
        raise Refused(400, f"the query: expected at most {MOST_OPERATORS} operators")
    if not found.words & FORMS:
        raise Refused(400, "the query: expected SELECT, CONSTRUCT, DESCRIBE or ASK; it reads only")


def _is_light(sparql: str) -> bool:
    """Whether a text is within the bounds wherever its signs stand, as most are: then it need not
    be taken apart."""
    upper = sparql.upper()
    return (
        sum(map(sparql.count, OPENING)) <= DEEPEST
        and sum(map(upper.count, NESTING)) <= MOST_OPERATORS
        and any(word in upper for word in FORMS)
        and not any(word in upper for word in UPDATES)
    )


def service_hosts(given: Collection[str]) -> tuple[str, ...]:
    """Hosts that SERVICE may ask, in small letters. Raises InputError for what is not one."""
    for host in given:
        if not HOST.fullmatch(host):
            expected, advice = "a host, such as query.wikidata.org", "leave out what is around it"
            raise InputError("gcm-kg serve --allow-service", expected, shown(host), advice)
    return tuple(host.lower() for host in given)


def refuse_outward(sparql: str, hosts: Collection[str]) -> None:
    """Raises Refused for a query that asks another endpoint, unless at one of the hosts."""
    if "SERVICE" not in sparql.upper() and "\\" not in sparql:
        return
    if reaches_out(sparql) and not (hosts and is_constant_service(sparql, hosts)):
        raise Refused(400, "SERVICE: expected a query of this graph alone; take it out")


def varies(sparql: str) -> bool:
    """Whether the answer to a query may be another each time it is asked."""
    upper = sparql.upper()
    if not any(word in upper for word in VARYING) or not CALLED.search(sparql):
        return False  # so it is with most, and quickly said
    return bool(shape(sparql).words & VARYING)
