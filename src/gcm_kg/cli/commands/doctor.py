"""gcm-kg doctor"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gcm_kg.evaluation.conformance import Verdict


@click.command("doctor")
@click.argument("endpoint")
@click.option(
    "--question", "names", multiple=True, metavar="NAME", help="Only this question; several may be."
)
@click.option("--quick", is_flag=True, help="Do not look for the smallest query that goes wrong.")
def command(endpoint: str, names: tuple[str, ...], quick: bool) -> None:
    """Ask a store all questions, and name those that it answers otherwise than the built graph.

    ENDPOINT is the address of a SPARQL endpoint, or the directory of a store, that holds the
    published graph. Each question is asked with the values of its example; one whose values name
    nothing in the built graph is named, and not asked. Where answers differ, rows that are missing
    or too many are shown, and a small query that shows the difference. Exits with 1 if there is
    one.

    \b
    Example: gcm-kg doctor http://localhost:7878/query --question recommendations-citing
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.knowledge_graph import open_knowledge_graph

    known = open_knowledge_graph(None)
    verdicts = []
    with progress("asking", total=len(names or known.questions)) as advance:
        for verdict in known.doctor(endpoint, *names, smallest=not quick):
            advance()
            verdicts.append(verdict)
            if not verdict.right:
                click.echo(_told(verdict))
    asked = [verdict for verdict in verdicts if not verdict.unasked]
    right = sum(verdict.right for verdict in asked)
    left = f"; {n} not asked" if (n := len(verdicts) - len(asked)) else ""
    click.echo(f"{right} of {len(asked)} questions are answered as by the built graph{left}")
    raise click.exceptions.Exit(int(right < len(asked)))


def _told(verdict: Verdict) -> str:
    if verdict.unasked:
        return f"not asked: {verdict.question}: {verdict.unasked}"
    if verdict.error:
        return f"{verdict.question}: no answer: {verdict.error}"
    lines = [f"{verdict.question}: {verdict.found:,} rows instead of {verdict.expected:,}"]
    lines += [f"    missing: {' | '.join(row)}" for row in verdict.missing]
    lines += [f"    too much: {' | '.join(row)}" for row in verdict.extra]
    if verdict.smallest:
        lines += ["    it shows on:", *(f"        {line}" for line in verdict.smallest.split("\n"))]
    return "\n".join(lines).rstrip()
