"""Says with which values a question was asked; where it gives nothing, why, and what is near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, offered
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.names import all_named, own_name
from gcm_kg.querying.parameters import Value, prepared
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.querying.unjudged import UPTAKE, unjudged
from gcm_kg.rdf.namespaces import expand
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, text_of

MOST_TRIED, MOST_OFFERED = 24, 3
"""Other values with which a question is asked that gave nothing, and those that are offered."""
TOGETHER = "nothing meets all conditions together"
"""What is said where nothing more is known."""
Values = Mapping[str, Value]


def asked_with(graph: Graph, question: Question, values: Values) -> list[str]:
    """The parameters of a question with the values that they had, a line each; of those that nobody
    gave, the defaults: "population: children (default)"."""
    lines = []
    for parameter in question.parameters:
        if given := _given(values.get(parameter.name)):
            lines.append(f"{parameter.name}: {' or '.join(given)}")
        elif parameter.default is not None:
            lines.append(f"{parameter.name}: {default_name(graph, parameter)} (default)")
    return lines


def default_name(graph: Graph, parameter: Parameter) -> str:
    """The default of a parameter as people would write it; empty for none."""
    default = parameter.default or ""
    return own_name(graph, default) if parameter.kind == "iri" and default else default


def _given(value: Value) -> list[str]:
    several = isinstance(value, list | tuple)
    return [str(each) for each in (value if several else [value]) if each is not None]  # type: ignore[union-attr]


def why_nothing(graph: Graph, question: Question, values: Values) -> list[str]:
    """Why a question gave no rows, as far as it is known, and with which values near those that it
    was asked with it gives some; a line each, options as they are given to the command."""
    from gcm_kg.querying.unmet import unmet

    reasons = unmet(graph, prepared(graph, question, values), exact=False)
    if unknown := unjudged(graph, question):
        nothing = any(line.rpartition(" ")[2] in UPTAKE for line in reasons)
        reasons = unknown if nothing else [*reasons, *unknown]
    nearest: list[str] = []
    tried = 0
    for parameter in question.parameters:
        given = _given(values.get(parameter.name)) or [parameter.default or ""]
        near: list[str] = []
        if parameter.kind == "iri" and given[0]:
            for iri in _iris(graph, parameter, given):
                reasons += mentioned(graph, iri)
                near += [own_name(graph, other) for other in _related(graph, iri)]
            near += _frequent(graph, parameter)
        near += [allowed for allowed in parameter.allowed if allowed not in given]
        found: list[str] = []
        for name in dict.fromkeys(near):
            if tried == MOST_TRIED or len(found) == MOST_OFFERED:
                break
            tried += 1
            if number := _rows(graph, question, {**values, parameter.name: name}):
                plural = "" if number == 1 else "s"
                found.append(f"--{parameter.name} {offered(name)} ({number} row{plural})")
        nearest += [f"nearest: {' or '.join(found)}"] if found else []
    return [*(dict.fromkeys(reasons) or [TOGETHER]), *nearest]


def _iris(graph: Graph, parameter: Parameter, given: list[str]) -> list[str]:
    return [iri for name in given for iri in all_named(graph, name, of=parameter.of)]


def _rows(graph: Graph, question: Question, values: Values) -> int:
    """The rows of a question with other values; none where they cannot be asked for."""
    try:
        return len(Answer(graph.query(prepared(graph, question, values))))
    except InputError:
        return 0


def mentioned(graph: Graph, iri: str) -> list[str]:
    """How often the documents speak of a thing, as a line; none for a thing of a class of which
    they never speak, such as a part of theirs."""
    (row,) = graph.select(shipped("querying/mentioned"), thing=NamedNode(iri))
    parts, spoken = int(text_of(row["parts"])), int(text_of(row["spoken"]))
    if not spoken:
        return []
    name = own_name(graph, iri)
    if not parts:
        return [f"no part mentions {name}"]
    seen = f"gcm-kg ask passages-mentioning --thing {offered(name)}"
    said = "1 part mentions" if parts == 1 else f"{parts} parts mention"
    return [f"{said} {name}, none as asked: {seen}"]


def _frequent(graph: Graph, parameter: Parameter) -> list[str]:
    """The things of the class of a parameter of which most parts speak."""
    if not parameter.of.startswith("gcm:"):
        return []
    rows = graph.select(shipped("querying/frequent"), kind=NamedNode(expand(parameter.of)))
    return [own_name(graph, text_of(row["other"])) for row in rows]


def _related(graph: Graph, iri: str) -> Iterator[str]:
    """Things beside one: narrower and wider ones, those that it supplements or is a part of, and
    those that have these in common with it; the nearest first."""
    for row in graph.select(shipped("querying/related"), thing=NamedNode(iri)):
        if isinstance(row["other"], NamedNode) and row["other"].value != iri:
            yield row["other"].value
