"""What is said of things, as N-Quads write terms, gathered by graph and subject.

Who makes millions of statements makes these and no quads: what is published, validated and loaded
is written from them at once, and no term is made, hashed and taken apart again on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from pyoxigraph import Literal, Quad, RdfFormat, parse

from gcm_kg.rdf.namespaces import XSD

Line = tuple[str, str, str, str]
"""Subject, predicate, object and graph, each as N-Quads write it; the graph may be empty."""
Said = dict[str, list[str]]
"""The distinct values of a subject by predicate."""
Graphs = dict[str, dict[str, Said]]
"""What is said of each subject by graph, in the order in which they came."""

# Matches what cannot stand as it is between quotation marks: “"”, “\” and control characters.
ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')


def named(iri: str) -> str:
    """An IRI as N-Quads write it. It is for those who write it on to see that it is one."""
    return f"<{iri}>"


def literal(text: str, language: str = "") -> str:
    """A text, in a language or none, as Oxigraph writes it in N-Quads."""
    plain = ESCAPED.sub(_escape, text) if ESCAPED.search(text) else text
    return f'"{plain}"@{language}' if language else f'"{plain}"'


def typed(value: object, name: str) -> str:
    """A value of a datatype of XML Schema, by its local name."""
    return f"{literal(str(value))}^^<{XSD}{name}>"


def _escape(found: re.Match[str]) -> str:
    return _escapes(found[0])


@cache
def _escapes(character: str) -> str:
    return str(Literal(character))[1:-1]


def gathered(lines: Iterable[Line]) -> Graphs:
    """What is said of each thing, each value once."""
    graphs: Graphs = {}
    before, there = "", ""
    said: Said = {}
    for subject, predicate, value, graph in lines:
        if subject != before or graph != there:
            subjects = graphs.setdefault(graph, {})
            known = subjects.get(subject)
            if known is None:
                known = subjects[subject] = {}
            said, before, there = known, subject, graph
        values = said.get(predicate)
        if values is None:
            said[predicate] = [value]
        elif value not in values:
            values.append(value)
    return graphs


def parted(lines: str) -> Graphs:
    """What distinct N-Quads say, as Oxigraph writes them."""
    graphs: Graphs = {}
    graph, ending, before = "", " .", ""
    said: Said = {}
    for line in lines.split("\n"):
        if not line:
            continue
        subject, predicate, rest = line.split(" ", 2)
        if graph and rest.endswith(ending):
            value = rest[: -len(ending)]
        else:
            value, graph = _value(rest)
            ending, before = f" {graph} .", ""
        if subject != before:
            before = subject
            said = graphs.setdefault(graph, {}).setdefault(subject, {})
        if predicate in said:
            said[predicate].append(value)
        else:
            said[predicate] = [value]
    return graphs


def _value(rest: str) -> tuple[str, str]:
    """Object and graph of what follows a predicate; the graph is empty for a triple."""
    value, _, graph = rest[:-2].rpartition(" ")
    if value and '"' not in graph and graph[:1] == "<":
        return value, graph
    return rest[:-2], ""  # a literal can hold blanks, too; no IRI holds quotation marks


def n_quads(graphs: Graphs) -> Iterator[bytes]:
    """The N-Quads of what is said, sorted by code points, as canonical N-Quads are; some lines at
    once.

    Nothing that may follow a term is before a blank, so that subjects can be sorted first.
    """
    pieces = [_of_subjects(graph, subjects) for graph, subjects in graphs.items() if subjects]
    if len(pieces) > 1:
        return iter(sorted(b"".join(chain.from_iterable(pieces)).splitlines(keepends=True)))
    return chain.from_iterable(pieces)


def _of_subjects(graph: str, subjects: Mapping[str, Said]) -> Iterator[bytes]:
    end = f" {graph} .\n" if graph else " .\n"
    for subject in sorted(subjects):
        both = [f"{each} {value}" for each, values in subjects[subject].items() for value in values]
        both.sort()
        yield f"{subject} {f'{end}{subject} '.join(both)}{end}".encode()


def subjects(lines: bytes) -> frozenset[str]:
    """The subjects of N-Quads."""
    return frozenset(line.partition(b" ")[0].decode() for line in lines.splitlines())


def as_quads(lines: Iterable[Line]) -> Iterator[Quad]:
    """The same as quads, each once, in their order."""
    texts = (" ".join(line).rstrip() + " .\n" for line in dict.fromkeys(lines))
    return iter(parse("".join(texts), format=RdfFormat.N_QUADS))
