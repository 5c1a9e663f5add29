"""Compares what the rules say of a table of recommendations with what experts say.

The table is UPR Info's (To, Text, From, Response, Action, Issue, Session); it is no part of the
project, and nothing is measured where it is not there. Half of the rows, drawn at random and always
the same, were never looked at: their figures are the ones to believe.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part, Source
from gcm_kg.model.statements import Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import BASE, DCTERMS
from gcm_kg.reading.vocabulary import load_vocabulary

TABLE = Path(__file__).parents[1] / "../shared/documents/upr-info-sessions-1-5.csv"
MEANT = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
INSTRUMENTS = "International instruments"
CATEGORIES = {
    "1": "minimal",
    "2": "continuing",
    "3": "considering",
    "4": "general",
    "5": "specific",
}
# Matches “accede to”, not “parties”.
ASKS = re.compile(
    r"\b(?:ratif\w+|acced\w+|accession|sign|signing|signature|becom\w+ (?:a )?part)", re.I
)
# Matches “consider”, not “ratify”.
UNDECIDED = re.compile(
    r"\b(?:consider|explor|possibilit|study|envisag|examin|reflect|review)", re.I
)
SEED = 5


@dataclass(frozen=True)
class Row:
    """A row: its words, the experts' labels and category, and what the rules say."""

    text: str
    labels: frozenset[str]
    category: str
    statements: tuple[Statement, ...]

    def has(self, relation: str, things: frozenset[str] | None = None, function: str = "") -> bool:
        """Whether a statement of a relation is made, about one of some things, to some end."""
        return any(
            s.relation == relation
            and (things is None or s.entity in things)
            and s.function.endswith(function)
            for s in self.statements
        )


def rows(path: Path, extractor: Extractor) -> Iterator[Row]:
    """The rows of the table, each text read as a recommendation of its own."""
    with path.open(encoding="mac_roman", newline="") as file:
        for cells in csv.DictReader(file):
            text = cells["Text"]
            part = Part("Recommendation", "1", "main", "rec_1", None, 1, 0, len(text))
            document = Document(text, (part,))
            source = Source("row", "row", "Row", "en", "", "", "", {}, {}, document)
            said = extractor.extract(source, Annotations()).statements
            labels = frozenset(label.strip() for label in cells["Issue"].split(","))
            yield Row(text, labels, CATEGORIES[cells["Action"]], tuple(said))


def counted(vocabulary: Vocabulary) -> frozenset[str]:
    """The instruments that the experts' label means: no goals, plans and guidance."""
    left_out = {BASE + thing for thing in MEANT["left out"]}
    of_kinds = {e for kind in MEANT["instruments"] for e in vocabulary.of_kind(kind)}
    return frozenset(of_kinds - left_out)


def say(what: str, them: list[bool], us: list[bool], promise: tuple[float, float]) -> None:
    """Precision and recall of what we say against what the experts say."""
    both = sum(a and b for a, b in zip(them, us, strict=True))
    precision, recall = both / max(1, sum(us)), both / max(1, sum(them))
    kept = precision >= promise[0] and recall >= promise[1]
    print(
        f"{what:42} {sum(them):5} rows  {precision:.3f} / {recall:.3f}"
        f"  promised {promise[0]:.2f} / {promise[1]:.2f}: {'kept' if kept else 'NOT KEPT'}"
    )


def themes(table: list[Row], vocabulary: Vocabulary) -> None:
    """The themes and populations against the experts' issues.

    A recommendation to ratify a treaty has the subject of the treaty for its issue.
    """
    for label, meant in MEANT["labels"].items():
        alone = frozenset(BASE + thing for thing in meant.get("alone", ()))
        things = vocabulary.with_narrower(BASE + thing for thing in meant["things"]) | alone
        cited = frozenset(
            entity
            for entity in vocabulary.of_kind("Instrument")
            if things.intersection(vocabulary.get(entity, DCTERMS + "subject"))
        )
        us = [_is_about(r, things) or r.has("cites", cited) for r in table]
        say(label, [label in r.labels for r in table], us, tuple(meant["promised"]))


def _is_about(row: Row, things: frozenset[str]) -> bool:
    return any(row.has(relation, things) for relation in ("hasTheme", "benefits", "targets"))


def citations(table: list[Row], vocabulary: Vocabulary) -> None:
    """Citations, and what they ask, against the label of international instruments."""
    them = [INSTRUMENTS in r.labels for r in table]
    meant = counted(vocabulary)
    say("cites an instrument of any kind", them, [r.has("cites") for r in table], (0.0, 0.9))
    say("cites what the label means", them, [r.has("cites", meant) for r in table], (0.96, 0.9))
    ratify = [r.has("cites", None, "/ratify") for r in table]
    right = sum(a and b for a, b in zip(them, ratify, strict=True)) / max(1, sum(ratify))
    asking = [INSTRUMENTS in r.labels and _asks(r.text) for r in table]
    found = sum(a and b for a, b in zip(asking, ratify, strict=True)) / max(1, sum(asking))
    print(f"ratify: {right:.3f} labelled (promised .98), {found:.3f} of {sum(asking)} found (.85)")


def _asks(text: str) -> bool:
    return bool(ASKS.search(text)) and not UNDECIDED.search(text)


def categories(table: list[Row]) -> None:
    """Categories of action: how many rows have one, and how many of these the experts'."""
    told = [
        (r.category, s.entity.rsplit("/", 1)[-1])
        for r in table
        for s in r.statements
        if s.relation == "actionCategory"
    ]
    right = sum(a == b for a, b in told) / max(1, len(told))
    print(f"action category: {len(told) / len(table):.3f} of rows (.90), {right:.3f} right (.90)")


def main(show: Callable[[str], None] = print) -> None:
    """Prints the figures of both halves of the table."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE
    if not path.is_file():
        show(f"{path}: no table there, so nothing is compared")
        return
    project = this_project()
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    table = list(rows(path, Extractor(vocabulary)))
    random.Random(SEED).shuffle(table)
    half = len(table) // 2
    for name, part in (("looked at", table[:half]), ("held out", table[half:])):
        show(f"--- {name}: {len(part)} rows, precision / recall")
        themes(part, vocabulary)
        citations(part, vocabulary)
        categories(part)


if __name__ == "__main__":
    main()
