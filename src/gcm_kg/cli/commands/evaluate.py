"""gcm-kg evaluate"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened

if TYPE_CHECKING:
    from gcm_kg.evaluation.comparison import Difference, Evaluation, Score

HEADINGS = ("relation", "gold", "found", "right", "precision", "recall")


@of_documents
@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False), metavar="GOLD.tsv")
@click.option(
    "--relation",
    "relations",
    multiple=True,
    help="Compare this relation only; several are allowed.",
)
@click.option("--differences", is_flag=True, help="List the rows that differ, too.")
@click.option(
    "--at-least",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Exit with 1 if precision or recall of all relations together is below this.",
)
@click.option("--format", "form", type=click.Choice(["text", "tsv", "json"]), default="text")
@click.pass_context
def command(
    ctx: click.Context, gold: Path, relations: tuple[str, ...], differences: bool,
    at_least: float | None, form: str,
) -> None:  # fmt: skip
    """Compare the graph with a gold table: precision and recall of each relation.

    A gold table says, row by row, what people read in some parts of a document; docs/gold.md
    describes it. Precision is the share of what the graph has of these parts that is right, recall
    the share of what is right that it has.

    \b
    Example: gcm-kg evaluate data/gold/gcm-thematic-session-5-summary.tsv --relation cites
    """

    found = opened(ctx.obj).evaluate(gold, relations=relations)
    {"text": _print, "tsv": _print_rows, "json": _print_json}[form](found, differences)
    total = found.total
    if at_least is not None and min(total.precision, total.recall) < at_least:
        ctx.exit(1)


def _print(found: Evaluation, differences: bool) -> None:
    from gcm_kg.cli.tables import show_table

    scores = [_cells(score) for score in (*found.scores, found.total)]
    show_table("The graph by the gold table", HEADINGS, scores)
    if differences and found.differences:
        names = ("difference", "place", "relation", "value", "detail", "words")
        show_table("Rows that differ", names, [_difference(d) for d in found.differences])


def _print_rows(found: Evaluation, differences: bool) -> None:
    rows = [HEADINGS, *map(_cells, found.scores), _cells(found.total)]
    if differences:
        rows = [("difference", "part", "relation", "value", "detail", "words")]
        rows += [tuple(_difference(d)) for d in found.differences]
    for row in rows:
        click.echo("\t".join(" ".join(cell.split()) for cell in row))


def _print_json(found: Evaluation, differences: bool) -> None:
    import json

    scores = [dict(zip(HEADINGS, _cells(s), strict=True)) for s in (*found.scores, found.total)]
    names = ("difference", "part", "relation", "value", "detail", "words")
    rows = [dict(zip(names, _difference(d), strict=True)) for d in found.differences]
    content = {"scores": scores, **({"differences": rows} if differences else {})}
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _cells(score: Score) -> tuple[str, ...]:
    counts = (score.relation, str(score.gold), str(score.found), str(score.right))
    return (*counts, f"{score.precision:.3f}", f"{score.recall:.3f}")


def _difference(difference: Difference) -> tuple[str, ...]:
    from gcm_kg.rdf.namespaces import short

    row = difference.row
    detail = (short(row.value), short(row.detail), row.words)
    return (difference.kind, difference.identifier, row.relation, *detail)
