"""SPARQL Query Results XML Format (W3C, second edition): rows, and true or false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, Triple

from gcm_kg.store.graph import Term

HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
STRING = "http://www.w3.org/2001/XMLSchema#string"
# Matches “\x1b”, not “é”.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


def xml_rows(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    """Rows, a result each; what is not bound is left out (section 2.3.1)."""
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    lines = [f"{HEAD}<head>{variables}</head>\n<results>\n"]
    for row in rows:
        bound = ((n, term) for n, term in zip(names, row, strict=True) if term is not None)
        cells = "".join(f"<binding name={quoteattr(n)}>{_term(t)}</binding>" for n, t in bound)
        lines.append(f"<result>{cells}</result>\n")
    return "".join([*lines, "</results>\n</sparql>\n"])


def xml_truth(value: bool) -> str:
    """True or false (section 2.3.2)."""
    return f"{HEAD}<head/>\n<boolean>{str(value).lower()}</boolean>\n</sparql>\n"


def _term(term: Term) -> str:
    if isinstance(term, BlankNode):
        return f"<bnode>{_text(term.value)}</bnode>"
    if isinstance(term, Triple):
        ends = ("subject", "predicate", "object")
        inside = "".join(f"<{end}>{_term(getattr(term, end))}</{end}>" for end in ends)
        return f"<triple>{inside}</triple>"
    if isinstance(term, Literal):
        said = ""
        if term.language:
            said = f" xml:lang={quoteattr(term.language)}"
        elif term.datatype.value != STRING:
            said = f" datatype={quoteattr(_plain(term.datatype.value))}"
        return f"<literal{said}>{_text(term.value)}</literal>"
    return f"<uri>{_text(term.value)}</uri>"


def _plain(text: str) -> str:
    return NO_XML.sub("\ufffd", text)


def _text(text: str) -> str:
    return escape(_plain(text), {"\r": "&#13;"})
