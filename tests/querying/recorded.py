"""Recorded answers: what a question gave when a person last looked at it.

Run ``python tests/querying/recorded.py`` to record all of them anew, and read the difference
before you commit. Columns that show labels or the words of the source are left out: a label may be
edited without changing an answer, and the source is quoted in data/ alone.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pyoxigraph import NamedNode, QueryTriples, Store

from gcm_kg.project import this_project
from gcm_kg.querying.parameters import prepared, rows, run
from gcm_kg.querying.questions import Question, load_questions
from gcm_kg.store.directory import open_store

ANSWERS = Path(__file__).parent / "answers"
NOT_RECORDED = ("quote", "text", "prefix", "suffix", "reason", "why", "position")


def answer(store: Store, question: Question, **values: str | None) -> str:
    """The answer without what is not recorded: rows as CSV, repeated ones once; of a graph, the
    triples between things as sorted N-Triples."""
    sparql = prepared(store, question, values)
    if question.form != "SELECT":
        found_triples = run(store, sparql)
        assert isinstance(found_triples, QueryTriples)
        triples = set(found_triples)
        lines = sorted(f"{t} .\n" for t in triples if isinstance(t.object, NamedNode))
        return "".join(lines)
    names, found = rows(store, sparql)
    kept = [i for i, n in enumerate(names) if n not in NOT_RECORDED and not n.endswith("Label")]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(names[i] for i in kept)
    writer.writerows(dict.fromkeys(tuple(row[i] for i in kept) for row in found))
    return table.getvalue()


def recorded(question: Question) -> Path:
    """The file of the recorded answer to a question."""
    return ANSWERS / f"{question.name}.{'csv' if question.form == 'SELECT' else 'nt'}"


def record() -> None:
    """Writes the answers to all questions, with the defaults of their parameters."""
    project = this_project()
    store = open_store(project)
    ANSWERS.mkdir(exist_ok=True)
    for question in load_questions(project.queries).values():
        recorded(question).write_text(answer(store, question), "utf-8")


if __name__ == "__main__":
    record()
