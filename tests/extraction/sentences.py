"""Small documents around a sentence, read with the project's own vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gcm_kg.extraction.judgements import judged_mentions
from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.extraction.recognition import find_mentions
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import Mention, Passage, Statement
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.annotations import COLUMNS, load_annotations
from gcm_kg.reading.summary import read
from gcm_kg.reading.vocabulary import load_vocabulary

PATH = "un/test/document"
FRAME = "I. Opening\n\n{context}\n\nII. Areas\n\na. First area\n\n{narrative}\n\n- {item}\n"
CONTEXT, NARRATIVE, ITEM = "I.p1", "II.a.p1", "II.a.1"
"""The parts of a small document that hold words."""


@cache
def reader() -> Extractor:
    """The project's vocabulary, prepared once."""
    project = this_project()
    return Extractor(load_vocabulary(project.ontology, project.vocabulary))


@dataclass(frozen=True)
class Case:
    """What is read from a small document. ``part`` is the part that the test looks at."""

    document: Document
    part: str
    annotations: Annotations

    @property
    def looked_at(self) -> Part:
        return self.document.by_identifier[self.part]

    def mentions(self) -> list[Mention]:
        """All mentions, the judged ones too."""
        rows = [row.span for row in self.annotations.all() if row.span]
        vocabulary = reader().vocabulary
        found = find_mentions(self.document, vocabulary, reader().finder, rows)
        return judged_mentions(found, self.annotations, vocabulary)

    def named(self, layer: str = "names") -> list[tuple[str, ...]]:
        """The words of each mention in the part, on one line, and the short names of its things."""
        return [
            (" ".join(self.document.text[m.start : m.end].split()), *map(short, m.entities))
            for m in self.mentions()
            if m.layer == layer and m.part.identifier == self.part
        ]

    def makers(self) -> list[str]:
        """The rule or row that made each mention of a name in the part."""
        here = [m for m in self.mentions() if m.part.identifier == self.part]
        return [m.maker.rsplit("/", 1)[-1] for m in here if m.layer == "names"]

    def statements(self) -> list[Statement]:
        """All statements, in their order."""
        return reader().interpreter.statements(self.document, self.mentions(), self.annotations)

    def said(self, relation: str) -> list[tuple[str, ...]]:
        """The short names of what the part states by an edge, with the function if there is one."""
        return [
            (short(s.entity), short(s.function)) if s.function else (short(s.entity),)
            for s in self.statements()
            if s.relation == relation and s.part.identifier == self.part
        ]

    def passages(self) -> list[Passage]:
        """The passages of the part."""
        read = reader().passages.read(self.document, self.mentions())
        return [passage for passage in read if passage.part.identifier == self.part]

    def words(self, kind: str) -> list[str]:
        """The words of each passage of a kind in the part, on one line."""
        text = self.document.text
        here = (p for p in self.passages() if p.kind == kind)
        return [" ".join(text[p.start : p.end].split()) for p in here]

    def told(self) -> list[tuple[str, ...]]:
        """Holder, support and speech act of each assertion in the part, by their short names."""
        return [
            (" ".join(map(short, p.holders)), short(p.support), short(p.speech_act))
            for p in self.passages()
            if p.kind == "Assertion"
        ]

    def evidence(self, relation: str, entity: str) -> list[str]:
        """The words behind the statements of the part about a thing."""
        return [
            " ".join(self.document.text[start:end].split())
            for s in self.statements()
            if s.relation == relation and short(s.entity) == entity
            for start, end in s.evidence
            if s.part.identifier == self.part
        ]


def short(iri: str) -> str:
    """The last segment of an IRI."""
    return iri.rsplit("/", 1)[-1]


def asked(sentence: str, context: str = "Opening words.") -> Case:
    """The sentence as a recommendation."""
    text = FRAME.format(context=context, narrative="It was said.", item=sentence)
    return Case(read(text), ITEM, Annotations())


def told(sentence: str, context: str = "Opening words.") -> Case:
    """The sentence as a paragraph of the narrative."""
    text = FRAME.format(context=context, narrative=sentence, item="Go on")
    return Case(read(text), NARRATIVE, Annotations())


def judged(case: Case, folder: Path, table: str, *rows: dict[str, str]) -> Case:
    """The case with rows of a table of annotations; cells that are not given are empty."""
    defaults = {"verdict": "add", "part": case.part, "reason": "For the test."}
    lines = ["\t".join(COLUMNS[table])]
    for number, row in enumerate(rows, 1):
        cells = {"id": f"r{number}", **defaults, **row}
        lines.append("\t".join(cells.get(column, "") for column in COLUMNS[table]))
    (folder / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    notes = load_annotations(folder, PATH, case.document, reader().vocabulary)
    return Case(case.document, case.part, notes)


def iri(local: str) -> str:
    """The IRI of a thing of the vocabulary."""
    return BASE + local
