"""gcm-kg sparql"""

from __future__ import annotations

from typing import Any

import click

from gcm_kg.cli.opening import chosen, of_documents, opened
from gcm_kg.cli.output import say
from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS, is_empty


@of_documents
@click.command("sparql")
@click.argument("query", default="-")
@click.option(
    "--format",
    "form",
    type=click.Choice([*ROW_FORMATS, *GRAPH_FORMATS]),
    help="By default a table for rows, Turtle for a graph.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="When to give up.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=100, max=1_000_000),
    default=1_000,
    show_default=True,
    metavar="MEGABYTES",
    help="How much a query may take.",
)
@click.option(
    "--allow-service", is_flag=True, help="Let SERVICE clauses ask the endpoints that they name."
)
@click.pass_obj
def command(
    graph: str | None, query: str, form: str | None, timeout: float, memory: int,
    allow_service: bool,
) -> None:  # fmt: skip
    """Answer a query of your own: QUERY, the path of a file, or - for standard input.

    The prefixes of the project need not be declared. All named graphs are asked together. The graph
    cannot be changed, and no file or connection opened.

    \b
    Example: gcm-kg sparql "SELECT ?name { ?x a gcm:Principle ; skos:prefLabel ?name }"
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.querying.process import answer, answered, read_query
    from gcm_kg.rdf.sparql import alias_in_having
    from gcm_kg.rdf.sparql import form as form_of

    text = read_query(query)
    kind = form_of(text)
    if alias := alias_in_having(text):
        why = f"{alias} of HAVING has no value there: put what it stands for in its place"
        click.echo(f"gcm-kg: {why} (SPARQL 1.1, section 18.2.4)", err=True)
    wanted = form or {"SELECT": "table", "ASK": "table"}.get(kind, "turtle")
    asking: dict[str, Any] = {"seconds": timeout, "service": allow_service, "documents": chosen()}
    asking["memory"] = memory
    if wanted == "table" and kind == "SELECT":
        from gcm_kg.cli.tables import show_table

        with progress("asking"):
            found = answer(graph or "", text, **asking)
        show_table("", found.columns, found.texts())
        empty = all(text == "0" for row in found.texts()[:2] for text in row)  # or counts nothing
    else:
        with progress("asking"):
            written = answered(graph or "", text, wanted, **asking)
        click.echo(written, nl=False)
        empty = kind != "ASK" and is_empty(written, wanted)
    if empty:
        _say_why(graph, text)


def _say_why(graph: str | None, text: str) -> None:
    """Says which conditions of a query nothing meets."""
    from gcm_kg.querying.asked import TOGETHER
    from gcm_kg.querying.unmet import unmet
    from gcm_kg.rdf.sparql import words

    keys = chosen()
    say([f"only of {' and '.join(keys)}, by --document"] if keys else [])
    cut = words(text) & {"LIMIT", "OFFSET"}
    unknown = f"{TOGETHER}, or {' and '.join(sorted(cut))} leave nothing" if cut else TOGETHER
    say(unmet(opened(graph).data, text) or [unknown])
