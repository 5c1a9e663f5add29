"""gcm-kg trace"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.nothing import NO_RECOMMENDATION
from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gcm_kg.store.documents import Documents
    from gcm_kg.views.table import Table
    from gcm_kg.views.uptake import Outcome, Trace


@of_documents
@click.command("trace")
@click.argument("recommendations", nargs=-1, metavar="[RECOMMENDATION]...")
@click.option(
    "--against",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The text of the compact: quote its actions, and look for candidates in it.",
)
@click.option(
    "--candidates",
    type=click.IntRange(min=1, max=50),
    default=3,
    show_default=True,
    help="How many candidates to give where nobody has judged.",
)
@click.option("--format", "form", type=click.Choice(["text", "table", "json"]), default="text")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write one table to this file, as its ending says: csv, tsv, xlsx, docx, html, md, json.",
)
@click.pass_obj
def command(
    graph: str | None, recommendations: tuple[str, ...], against: Path | None, candidates: int,
    form: str, output: Path | None,
) -> None:  # fmt: skip
    """Show recommendations, or all, side by side with what became of them in the adopted Compact.

    To the right stand the actions that took a recommendation up, how much of it they kept, their
    substance and the reader's reason. With --against FILE, the text of the Compact, their own words
    stand there, and recommendations that nobody has judged get candidates: actions whose words are
    alike, and no more than that.

    \b
    Example: gcm-kg trace III.a.1 III.a.7
    """
    from gcm_kg.reading.compact import load_compact
    from gcm_kg.views.traced import traced

    known = opened(graph)
    compact = load_compact(against) if against else None
    for number, other in sorted(compact.copies.items()) if compact else ():
        note = f"Objective {number} repeats Objective {other} word for word; it is left out"
        click.echo(f"{against}: {note}", err=True)
    actions = compact.actions if compact else None
    found = [*known.trace(*recommendations, against=actions, candidates=candidates)]
    if not found:
        say([NO_RECOMMENDATION])
    if output or form == "table":
        _give(traced(found, known.documents), output)
        return
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    _show(found, known.documents)


def _give(table: Table, output: Path | None) -> None:
    """The one table, on the screen or in a file."""
    if output is None:
        from gcm_kg.cli.tables import show

        show(table)
        return
    from gcm_kg.views.writing import write_table

    write_table(table, output)
    click.echo(f"wrote {output}", err=True)


def _show(found: Iterable[Trace], documents: Documents) -> None:
    """Each recommendation to the left, its outcomes to the right."""
    from gcm_kg.cli.tables import BETWEEN, EDGE, show_columns, width

    room = width() - EDGE - BETWEEN * 2
    missing = "Nobody has judged what became of it; --against FILE gives candidates."
    for trace in found:
        right = "\n\n".join(map(_described, trace.outcomes)) or missing
        name = documents.name(trace.part, trace.identifier)
        columns = [(name, [trace.text]), ("in the adopted Compact", [right])]
        least = max(map(len, [name, *trace.text.split()]))  # a name, or a word, is in one piece
        left = max(room * 2 // 5, min(least, room // 2))
        show_columns(columns, (left, room - left))


def _described(outcome: Outcome) -> str:
    """Some lines about an action: what it did, what it says, and why we say so."""
    from gcm_kg.views.traced import in_our_words

    said = f"“{outcome.words}”" if outcome.words else in_our_words(outcome.substance)
    if outcome.degree == "candidate":
        return f"candidate, not judged (likeness {outcome.score:g}): {outcome.label}\n{said}"
    if not outcome.title:
        return f"{outcome.degree}: {outcome.reason}"
    head = f"{outcome.degree}: {outcome.label} ({outcome.title})"
    return f"{head}\n{said}\nWhat it takes up: “{outcome.quote}”\nWhy: {outcome.reason}"
