"""gcm-kg export"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.querying.results import GRAPH_FORMATS


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(GRAPH_FORMATS),
    help="By default turtle; trees are always jsonld.",
)
@click.option("--class", "class_name", help="Only the things of a class, as trees.")
@click.option("--thing", help="Only this thing, by any of its names, as a tree.")
@click.option("--named-graph", metavar="NAME", help="Only this graph, such as graph/vocabulary.")
@click.option("--with-links", is_flag=True, help="Also the links to other graphs.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
@click.pass_obj
def command(
    graph: str | None, form: str | None, class_name: str | None, thing: str | None,
    named_graph: str | None, with_links: bool, output: Path | None,
) -> None:  # fmt: skip
    """Write the graph, or a part of it, for other systems.

    Turtle, JSON-LD, N-Triples and RDF/XML hold all named graphs as one; TriG and N-Quads keep them
    apart. With --class or --thing, each thing is one tree of JSON-LD, with labels and evidence.

    \b
    Example: gcm-kg export --class Recommendation -o recommendations.jsonld
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.knowledge_graph import open_graph
    from gcm_kg.querying.export import exported, refuse_together, trees, written

    refuse_together(form, class_name, thing, named_graph, links=with_links)
    known = open_graph(graph)
    with progress("exporting"):
        if class_name is not None or thing is not None:
            pieces = trees(known, class_name, thing)
        else:
            whole = graph is None
            pieces = exported(known, form or "turtle", named_graph, built=whole, links=with_links)
        written(pieces, output)
