"""gcm-kg sparql"""

from __future__ import annotations

import click

from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS


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
    "--allow-service", is_flag=True, help="Let SERVICE clauses ask the endpoints that they name."
)
@click.pass_obj
def command(
    graph: str | None, query: str, form: str | None, timeout: float, allow_service: bool
) -> None:
    """Answer a query of your own: QUERY, the path of a file, or - for standard input.

    The prefixes of the project need not be declared. All named graphs are asked together. The graph
    cannot be changed, and no file or connection opened.

    \b
    Example: gcm-kg sparql "SELECT ?name { ?x a gcm:Principle ; skos:prefLabel ?name }"
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.querying import process as sparql
    from gcm_kg.rdf.sparql import form as form_of

    text = sparql.read_query(query)
    kind = form_of(text)
    wanted = form or {"SELECT": "table", "ASK": "table"}.get(kind, "turtle")
    as_table = wanted == "table" and kind == "SELECT"
    with progress("asking"):
        answer = sparql.answer(
            text, "json" if as_table else wanted,
            graph=graph or "", seconds=timeout, service=allow_service,
        )  # fmt: skip
    if as_table:
        _show(answer)
    else:
        click.echo(answer, nl=False)


def _show(answer: str) -> None:
    from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

    from gcm_kg.cli.tables import show_table
    from gcm_kg.querying.results import texts

    parsed = parse_query_results(answer, format=QueryResultsFormat.JSON)
    assert isinstance(parsed, QuerySolutions)
    show_table("", *texts(parsed))
