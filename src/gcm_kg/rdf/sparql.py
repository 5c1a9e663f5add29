"""Cuts SPARQL text into tokens, so that nothing inside a string or comment is ever replaced."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.text.characters import is_unicode

TOKEN = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*')"
    r"|(?P<unclosed>[\"'].*)"  # all that follows: whatever stands there, it is no query
    r'|(?P<iri><[^<>"{}|^`\x00-\x20]*>)'
    r"|(?P<comment>\#[^\n\r]*)"
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<word>[^\W\d][\w-]*+(?!:))"
    r"|(?P<name>(?:[^\W\d][\w-]*+)?:(?:[\w.%~:-]|\\.)*)"  # with the escapes of section 19.8
    r"|(?P<other>\s+|\d+|.)",
    re.DOTALL,
)
"""The terminals of SPARQL 1.1 (section 19.8) as far as they must be told apart."""

UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
LONGEST = 1_000_000
"""Code points of a query."""
TEMPLATE = -1
"""The place of the braces behind CONSTRUCT, where no group is."""


def tokens(sparql: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each token; joined, the texts are the query again."""
    for match in TOKEN.finditer(sparql):
        yield match.lastgroup or "other", match[0]


def parameters(sparql: str) -> list[str]:
    """The grlc parameter variables of a query, in order: ?_name and ?__name with their suffixes."""
    found = (text[1:] for kind, text in tokens(sparql) if kind == "variable")
    return list(dict.fromkeys(name for name in found if name.startswith("_")))


def substituted(sparql: str, terms: Mapping[str, Sequence[str]]) -> str:
    """The query with terms, in N-Triples syntax, for variables (named without the mark).

    A single term takes the place of its variable. Of several, each is to be tried: every group
    that uses the variable begins with a VALUES block of them (SPARQL 1.1, section 10.2), and the
    query becomes SELECT DISTINCT, because one row can come from two of them.
    """
    single = {name: values[0] for name, values in terms.items() if len(values) == 1}
    several = {name: values for name, values in terms.items() if len(values) > 1}
    pieces = [
        single.get(text[1:], text) if kind == "variable" else text for kind, text in tokens(sparql)
    ]
    if not several:
        return "".join(pieces)
    for place, names in _groups(sparql, several.keys()).items():
        blocks = (f" VALUES ?{name} {{ {' '.join(several[name])} }}" for name in sorted(names))
        pieces[place] += "".join(blocks)
    return "".join(_distinct(pieces))


def _groups(sparql: str, names: Collection[str]) -> dict[int, set[str]]:
    """The opening braces of the groups in which variables stand, by number of token.

    What stands in a SELECT clause or behind its group belongs to that group; the template of a
    CONSTRUCT is no group.
    """
    found: defaultdict[int, set[str]] = defaultdict(set)
    opened: list[int] = []
    groups: dict[int, int] = {}  # the group of the sub-select that begins at a brace
    before = ""
    for place, (kind, text) in enumerate(tokens(sparql)):
        if kind == "comment" or text.isspace():
            continue
        if text == "{":
            if opened and groups.get(opened[-1]) == opened[-1]:
                groups[opened[-1]] = place
            opened.append(TEMPLATE if before == "CONSTRUCT" else place)
        elif text == "}" and opened:
            opened.pop()
        elif opened and before == "{" and text.upper() == "SELECT":
            groups[opened[-1]] = opened[-1]
        elif opened and kind == "variable" and text[1:] in names:
            found[opened[-1]].add(text[1:])
        before = text.upper()
    found.pop(TEMPLATE, None)
    return _merged((groups.get(place, place), used) for place, used in found.items())


def _merged(pairs: Iterable[tuple[int, set[str]]]) -> dict[int, set[str]]:
    merged: defaultdict[int, set[str]] = defaultdict(set)
    for place, used in pairs:
        merged[place] |= used
    return merged


def _distinct(pieces: list[str]) -> list[str]:
    """The tokens with DISTINCT behind the first SELECT; a CONSTRUCT or the like as it is."""
    words = [(i, p.upper()) for i, p in enumerate(pieces) if not (p.isspace() or p[:1] == "#")]
    for (place, word), (_, following) in pairwise(words):
        if word in ("CONSTRUCT", "DESCRIBE", "ASK"):
            break
        if word == "SELECT":
            if following not in ("DISTINCT", "REDUCED"):
                pieces[place] += " DISTINCT"
            break
    return pieces


def words(sparql: str) -> set[str]:
    """The keywords and other bare words of a query, in capitals."""
    return {text.upper() for kind, text in tokens(sparql) if kind == "word"}


def form(sparql: str) -> str:
    """Whether a query is a SELECT, CONSTRUCT, DESCRIBE or ASK; empty if it is none of them."""
    known = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")
    first = (text.upper() for kind, text in tokens(sparql) if kind == "word")
    return next((word for word in first if word in known), "")


def reaches_out(sparql: str) -> bool:
    """Whether a query may ask another endpoint.

    Engines want no space around a keyword ("trueSERVICE:a", "SERVICESILENT"): a word or prefix
    that holds it is taken for it.
    """
    heads = (text.partition(":")[0] for kind, text in tokens(sparql) if kind in ("word", "name"))
    return any("SERVICE" in head.upper() for head in heads)


def is_constant_service(sparql: str, hosts: Collection[str]) -> bool:
    """Whether all that a query asks elsewhere is asked at IRIs, written in full, of some hosts."""
    from urllib.parse import urlsplit

    shown = [(k, t) for k, t in tokens(sparql) if k != "comment" and not t.isspace()]
    for place, (kind, text) in enumerate(shown):
        if kind not in ("word", "name") or "SERVICE" not in text.partition(":")[0].upper():
            continue
        behind = [item for item in shown[place + 1 : place + 3] if item[1].upper() != "SILENT"]
        what, target = behind[0] if behind else ("", "")
        if text.upper() != "SERVICE" or what != "iri":
            return False
        if (urlsplit(target.strip("<>")).hostname or "") not in hosts:
            return False
    return True


def unclosed(sparql: str) -> str:
    """What follows the quotation mark of a string that does not end; empty if every string does."""
    return next((text for kind, text in tokens(sparql) if kind == "unclosed"), "")


@cache
def shipped(name: str) -> str:
    """A query of the package, by its place in it without the ending: "views/entity-outward"."""
    return (Path(__file__).parents[1] / f"{name}.rq").read_text("utf-8")


def declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with declarations, before its first line, of those prefixes that it uses and does
    not declare itself."""
    names = [(kind, text) for kind, text in tokens(sparql) if kind in ("name", "word")]
    used = {text.partition(":")[0] for kind, text in names if kind == "name"}
    itself = {b.partition(":")[0] for (_, a), (_, b) in pairwise(names) if a.upper() == "PREFIX"}
    missing = sorted((used & prefixes.keys()) - itself)
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in missing) + sparql


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
