"""gcm-kg verify"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.cli.tables import tell


@click.command("verify")
@click.argument("answer", type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, answer: Path) -> None:
    """Check that the words that an answer quotes stand where it says.

    ANSWER is a file of JSON, as an agent has it from gcm-kg mcp, or a program from the address of a
    question. Every quote is looked up in the source texts, and what a row says of a part in the
    graph; the state of the graph is compared. Where the answer has its question, that is asked
    again: each row has to be one of those that it gives.

    \b
    Example: gcm-kg verify answer.json
    """
    from gcm_kg.knowledge_graph import open_knowledge_graph
    from gcm_kg.views.verification import read_answer

    found = open_knowledge_graph(ctx.obj).verify(read_answer(answer))
    for problem in found.problems:
        tell(problem)
    click.echo(f"{found.quotes} quotes checked, {len(found.problems)} problems")
    ctx.exit(1 if found.problems or not found.quotes else 0)
