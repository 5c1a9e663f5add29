"""Compares what a graph has of some parts with what a gold table says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.evaluation.gold import PLACED, RELATIONS, Part, Row, load_gold
from gcm_kg.evaluation.things import Things
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.documents import documents
from gcm_kg.store.graph import Graph, text_of

DETAILS = {"function": "citationFunction", "polarity": "polarity", "pinpoint": "pinpoint"}
TOLD = {"holder": "holder", "support": "support", "act": "speechAct"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one side has: ``missing`` in the graph, or ``extra`` there."""

    kind: str
    identifier: str
    row: Row


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows of a relation gold and graph have, and how many of them are the same."""

    relation: str
    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what the graph has that is right; 1 where it has nothing."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is right that the graph has; 1 where there is nothing."""
        return self.right / self.gold if self.gold else 1.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all relations that the gold speaks of, with the rows that differ."""

    scores: list[Score]
    differences: list[Difference]

    @property
    def total(self) -> Score:
        """All relations together."""
        sums = [sum(getattr(s, name) for s in self.scores) for name in ("gold", "found", "right")]
        return Score("all", *sums)


def evaluate(graph: Graph, path: Path, relations: Sequence[str] = ()) -> Evaluation:
    """The evaluation of a graph by a gold table, of the parts that this names.

    Only relations of which the table has a row are compared; of these, only ``relations`` where
    some are given. Raises InputError for a table that cannot be used.
    """
    if unknown := sorted(set(relations) - set(RELATIONS)):
        raise InputError("the relation", " or ".join(RELATIONS), shown(unknown[0]), "correct it")
    identifiers, parts = _parts(graph)
    if not parts:
        advice = "give the one that the table is about"
        raise InputError("the graph", "one with parts of documents", "none", advice)
    gold, read = load_gold(path, parts, Things(graph))
    wanted = {row.relation for row in gold} & set(relations or RELATIONS)
    if without := [name for name in relations if name not in wanted]:
        has = ", ".join(name for name in RELATIONS if name in {row.relation for row in gold})
        raise InputError(path, f"rows of {without[0]}", "none", f"give others: {has}")
    ours = _grouped(row for row in _found(graph) if row.part in read)
    theirs = _grouped(dict.fromkeys(gold))
    scores, differences = [], []
    for relation in (name for name in RELATIONS if name in wanted):
        mine, yours = ours[relation], theirs[relation]
        compare = _placed if relation in PLACED else _equal
        missing, extra = compare(yours, mine)
        scores.append(Score(relation, len(yours), len(mine), len(yours) - len(missing)))
        differences += [Difference("missing", identifiers[r.part], r) for r in missing]
        differences += [Difference("extra", identifiers[r.part], r) for r in extra]
    return Evaluation(scores, differences)


def _parts(graph: Graph) -> tuple[dict[str, str], dict[str, list[Part]]]:
    """The identifiers of parts, with the key of the document where there are several; and the parts
    by identifier, with and without the key, and by IRI."""
    known = documents(graph)
    identifiers: dict[str, str] = {}
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for iri, identifier, text, start in _rows(graph, "parts"):
        qualified = known.qualified(iri, identifier)
        identifiers[iri] = qualified if len(known) > 1 else identifier
        part = Part(iri, text, int(start))
        for name in {identifier, qualified, iri}:
            parts[name].append(part)
    return identifiers, dict(parts)


def _found(graph: Graph) -> Iterator[Row]:
    """What the graph has, in the form of a gold table."""
    for part, edge, thing, function, polarity, pinpoint in _rows(graph, "statements"):
        yield Row(part, edge.removeprefix(GCM), thing, "")
        values = {"function": function, "polarity": polarity, "pinpoint": pinpoint}
        yield from (Row(part, DETAILS[k], thing, value) for k, value in values.items() if value)
    for part, kind, start, end, *told in _rows(graph, "passages"):
        span = (int(start), int(end))
        yield Row(part, kind.removeprefix(GCM).lower(), "", "", "", span)
        for relation, value in zip(TOLD.values(), told, strict=True):
            if value:
                yield Row(part, relation, value, "", "", span)


def _grouped(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in dict.fromkeys(rows):
        grouped[row.relation].append(row)
    return grouped


def _equal(gold: list[Row], found: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of each side that the other has not."""
    theirs = {(row.part, row.value, row.detail) for row in found}
    ours = {(row.part, row.value, row.detail) for row in gold}
    missing = [row for row in gold if (row.part, row.value, row.detail) not in theirs]
    return missing, [row for row in found if (row.part, row.value, row.detail) not in ours]


def _placed(gold: list[Row], found: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of each side that have no partner on the other: one of the same part and value with
    which it has more than half of the shorter one's words in common. Each is partner once."""
    left = list(found)
    missing: list[Row] = []
    for row in gold:
        same = (o for o in left if (o.part, o.value) == (row.part, row.value))
        partner = max(same, key=lambda other: _shared(row, other), default=None)
        if partner and _shared(row, partner) > 0.5:
            left.remove(partner)
        else:
            missing.append(row)
    return missing, left


def _shared(one: Row, other: Row) -> float:
    """How much of the shorter stretch lies in the longer one."""
    (a, b), (c, d) = one.span or (0, 0), other.span or (0, 0)
    return max(0, min(b, d) - max(a, c)) / max(1, min(b - a, d - c))


def _rows(graph: Graph, name: str) -> list[list[str]]:
    return [[text_of(t) for t in row] for row in graph.select(shipped(f"evaluation/{name}"))]
