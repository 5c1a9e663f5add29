"""Recorded answers: what a question gave when a person last looked at it.

Run ``python tests/querying/recorded.py`` to record all of them anew, and read the difference
before you commit. Columns that show labels or the words of the source are left out: a label may be
edited without changing an answer, and the source is quoted in data/ alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import NamedNode

import gcm_kg
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.parameters import prepared
from gcm_kg.querying.questions import Question
from gcm_kg.querying.results import rows_text
from gcm_kg.store.graph import Graph

ANSWERS = Path(__file__).parent / "answers"
OF_SEVERAL = Path(__file__).parent / "answers-of-several"
"""The answers over three documents of different kinds (tests/publishing/several.py)."""
ELSEWHERE = {
    *("recommendations-to-state", "recommendations-made-by", "recommendations-by-position"),
    *("positions-by-addressee", "themes-never-accepted", "themes-by-position", "makers-by-theme"),
    *("themes-of-maker", "labels-of-experts"),
}
"""Questions of tables and reports of reviews: the first document has no answer to them."""
NOT_RECORDED = ("quote", "text", "prefix", "suffix", "reason", "why", "position")


def answer(graph: Graph, question: Question, **values: str | None) -> str:
    """The answer without what is not recorded: rows as CSV, repeated ones once; of a graph, the
    triples between things as sorted N-Triples."""
    found = Answer(graph.query(prepared(graph, question, values)))
    if found.triples is not None:
        triples = set(found.triples)
        return "".join(sorted(f"{t} .\n" for t in triples if isinstance(t.object, NamedNode)))
    kept = [
        i for i, n in enumerate(found.columns) if n not in NOT_RECORDED and not n.endswith("Label")
    ]
    rows = dict.fromkeys(tuple(row[i] for i in kept) for row in found.terms)
    return rows_text([found.columns[i] for i in kept], rows, "csv").replace("\r\n", "\n")


def recorded(question: Question, folder: Path = ANSWERS) -> Path:
    """The file of the recorded answer to a question."""
    return folder / f"{question.name}.{'csv' if question.form == 'SELECT' else 'nt'}"


def record() -> None:
    """Writes the answers to all questions, with the defaults of their parameters."""
    known = gcm_kg.open()
    graphs: dict[Path, Graph] = {ANSWERS: known.data, OF_SEVERAL: several.of_all_kinds()}
    for folder, graph in graphs.items():
        folder.mkdir(exist_ok=True)
        for question in known.questions.values():
            if folder == OF_SEVERAL or question.name not in ELSEWHERE:
                recorded(question, folder).write_text(answer(graph, question), "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from publishing import several

    record()
