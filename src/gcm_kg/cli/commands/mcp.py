"""gcm-kg mcp"""

from __future__ import annotations

import click


@click.command("mcp")
@click.pass_obj
def command(graph: str | None) -> None:
    """Let an agent ask the graph, by the Model Context Protocol over standard input and output.

    Put this command into the settings of the agent. It has few tools: list the questions, ask one,
    find a thing, search, show, explain, trace, and SPARQL with a time limit. Each row of an answer
    has the words, their place and a link.

    \b
    Example: gcm-kg mcp < messages.jsonl
    """
    import sys

    from gcm_kg.serving.mcp import run
    from gcm_kg.serving.served import Served

    served = Served(graph or "", memory=False)
    served.open()
    run(sys.stdin, sys.stdout, served)
