"""Cuts SPARQL text into tokens, so that nothing inside a string or comment is ever replaced."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
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
DEEPEST, SIGNS = 200, ("!", "^", "-", "+")
"""How deeply a query may be nested: engines end the process at some 900. Signs that nest."""
LONGEST = 1_000_000
"""Code points of a query."""
MOST_ROWS = 2**31 - 1
"""The largest number of rows that engines and endpoints count to."""


def tokens(sparql: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each token; joined, the texts are the query again."""
    for match in TOKEN.finditer(sparql):
        yield match.lastgroup or "other", match[0]


def parameters(sparql: str) -> list[str]:
    """The grlc parameter variables of a query, in order: ?_name and ?__name with their suffixes."""
    found = (text[1:] for kind, text in tokens(sparql) if kind == "variable")
    return list(dict.fromkeys(name for name in found if name.startswith("_")))


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
    that holds it is taken for it, unless it is a prefix that the query declares and no group
    follows its name, as none does in a triple.
    """
    return next(_services(sparql), None) is not None


def _services(sparql: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The words that may be a SERVICE clause, each with what follows."""
    known = declarations(sparql).keys()
    shown = [(k, t) for k, t in tokens(sparql) if k != "comment" and not t.isspace()]
    for place, (kind, text) in enumerate(shown):
        prefix, colon, _ = text.partition(":")
        if kind not in ("word", "name") or "SERVICE" not in prefix.upper():
            continue
        declaring = bool(colon) and place > 0 and shown[place - 1][1].upper() == "PREFIX"
        behind = shown[place + 1 : place + 3]
        in_triple = bool(colon) and prefix in known and not (behind and behind[0][1] == "{")
        if not declaring and not in_triple:
            yield text, behind


def is_constant_service(sparql: str, hosts: Collection[str]) -> bool:
    """Whether all that a query asks elsewhere is asked at IRIs, written in full, of some hosts."""
    from urllib.parse import urlsplit

    for text, following in _services(sparql):
        behind = [item for item in following if item[1].upper() != "SILENT"]
        what, target = behind[0] if behind else ("", "")
        if text.upper() != "SERVICE" or what != "iri":
            return False
        if (urlsplit(target.strip("<>")).hostname or "") not in hosts:
            return False
    return True


def undeclared(sparql: str, known: Collection[str]) -> str:
    """The first prefix of a query that it does not declare and that is not known; "" for none."""
    own = declarations(sparql)
    names = (text.partition(":")[0] for kind, text in tokens(sparql) if kind == "name")
    return next((f"{name}:" for name in names if name not in own and name not in known), "")


def alias_in_having(sparql: str) -> str:
    """A variable of HAVING that SELECT makes by AS, and that has no value there yet (SPARQL 1.1,
    section 18.2.4): such a condition holds for no row. "" for none."""
    shown = [(k, t) for k, t in tokens(sparql) if k != "comment" and not t.isspace()]
    made = {b[1][1:] for a, b in pairwise(shown) if a[1].upper() == "AS" and b[0] == "variable"}
    having = False
    for kind, text in shown:
        having = (having or text.upper() == "HAVING") and text.upper() not in ("ORDER", "}")
        if having and kind == "variable" and text[1:] in made:
            return text
    return ""


def unclosed(sparql: str) -> str:
    """What follows the quotation mark of a string that does not end; empty if every string does."""
    return next((text for kind, text in tokens(sparql) if kind == "unclosed"), "")


@cache
def shipped(name: str) -> str:
    """A query of the package, by its place in it without the ending: "views/entity-outward"."""
    return (Path(__file__).parents[1] / f"{name}.rq").read_text("utf-8")


def declarations(sparql: str) -> dict[str, str]:
    """The namespaces of the prefixes that a query declares."""
    found: dict[str, str] = {}
    shown = [(kind, text) for kind, text in tokens(sparql) if kind != "comment" and text.strip()]
    for (_, word), (kind, name), (last, iri) in zip(shown, shown[1:], shown[2:], strict=False):
        if word.upper() == "PREFIX" and kind == "name" and last == "iri":
            found.setdefault(name.removesuffix(":"), iri[1:-1])
    return found


def limited(sparql: str, limit: int | None, offset: int | None) -> str:
    """The query for at most ``limit`` rows of its answer, behind ``offset`` of them; where it says
    LIMIT and OFFSET itself, these are rows of what it gives then."""
    if limit is None and offset is None:
        return sparql
    pieces = [text for _, text in tokens(sparql)]
    depth, word = 0, ""
    own: dict[str, int] = {}
    where = 0
    for place, (kind, text) in enumerate(tokens(sparql)):
        depth += (text == "{") - (text == "}") if kind == "other" else 0
        if depth == 0 and word in ("LIMIT", "OFFSET") and text.isdigit():
            own[word] = int(text)
            pieces[where] = pieces[place] = ""
        if kind != "comment" and not text.isspace():
            word, where = text.upper(), place
    behind = offset or 0
    most = [limit] if limit is not None else []
    most += [max(0, own["LIMIT"] - behind)] if "LIMIT" in own else []
    lines = [f"LIMIT {min([*most, MOST_ROWS])}"] if most else []
    if skipped := min(own.get("OFFSET", 0) + behind, MOST_ROWS):
        lines.append(f"OFFSET {skipped}")
    whole = "".join(pieces)
    return "\n".join([whole.removesuffix("\n"), *lines, ""])


def declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with declarations, before its first line, of those prefixes that it uses and does
    not declare itself."""
    names = [(kind, text) for kind, text in tokens(sparql) if kind in ("name", "word")]
    used = {text.partition(":")[0] for kind, text in names if kind == "name"}
    itself = {b.partition(":")[0] for (_, a), (_, b) in pairwise(names) if a.upper() == "PREFIX"}
    missing = sorted((used & prefixes.keys()) - itself)
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in missing) + sparql


def deepest(sparql: str) -> int:
    """How deeply brackets of any kind lie in each other, or signs such as ``!`` stand in a row."""
    depth = most = signs = 0
    for kind, text in tokens(sparql):
        if kind == "comment" or text.isspace():
            continue
        signs = signs + 1 if text in SIGNS else 0
        depth += (text in "{([") - (text in "})]") if kind == "other" else 0
        most = max(most, depth, signs)
    return most


def refuse(sparql: str, *, service: bool) -> None:
    """Raises InputError for a text that is no query to read the graph alone, and for one that is
    nested so deeply that an engine could end the process."""
    if len(sparql) > LONGEST:
        raise InputError("the query", f"at most {LONGEST:,} characters", "more", "shorten it")
    if deepest(sparql) > DEEPEST:
        expected = f"at most {DEEPEST} brackets in each other"
        raise InputError("the query", expected, "more", "nest it less deeply")
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
