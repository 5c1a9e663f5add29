"""Recorded answers: what a question gave when a person last looked at it.

Run ``python tests/recorded.py`` to record all of them anew, and read the difference before you
commit. Columns that show labels or the words of the source are left out: a label may be edited
without changing an answer, and the source is quoted in data/ alone.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pyoxigraph import Store

from gcm_kg.ask import open_graph, prepared, rows
from gcm_kg.project import this_project
from gcm_kg.questions import Question, load_questions

ANSWERS = Path(__file__).parent / "answers"
NOT_RECORDED = ("quote", "text", "prefix", "suffix", "reason", "position")


def answer(store: Store, question: Question, **values: str | None) -> str:
    """The answer as CSV, without the columns that are not recorded; repeated rows are one."""
    names, found = rows(store, prepared(store, question, values))
    kept = [i for i, n in enumerate(names) if n not in NOT_RECORDED and not n.endswith("Label")]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(names[i] for i in kept)
    writer.writerows(dict.fromkeys(tuple(row[i] for i in kept) for row in found))
    return table.getvalue()


def record() -> None:
    """Writes the answers to all questions, with the defaults of their parameters."""
    project = this_project()
    store = open_graph(project)
    ANSWERS.mkdir(exist_ok=True)
    for name, question in load_questions(project.queries).items():
        (ANSWERS / f"{name}.csv").write_text(answer(store, question), "utf-8")


if __name__ == "__main__":
    record()
