"""gcm-kg merge"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("merge")
@click.argument(
    "others", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OTHER..."
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIRECTORY",
    help="Where the store of all of them is to be; it must not be there yet.",
)
@click.pass_obj
def command(graph: str | None, others: tuple[Path, ...], output: Path) -> None:
    """Put other graphs beside ours, so that one question runs over all of them.

    OTHER is an RDF file, or a folder of such files. Each goes into a named graph of its own; ours
    stay as they are. The store is then asked with gcm-kg --graph DIRECTORY.

    \b
    Example: gcm-kg merge eurovoc.ttl sdg.ttl -o merged
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.errors import InputError
    from gcm_kg.knowledge_graph import open_knowledge_graph
    from gcm_kg.rdf.namespaces import short

    if graph is not None:
        advice = "leave --graph out"
        raise InputError("gcm-kg merge", "the built graph", f"--graph {graph}", advice)
    notes: list[str] = []
    with progress("merging", total=len(others)) as advance:
        counts = open_knowledge_graph().merge(others, output, advance, notes.append)
    for note in notes:
        click.echo(f"gcm-kg: {note}", err=True)
    for name, (number, of_ours) in counts.items():
        click.echo(f"{number:10,} triples in {short(name)}")
        if of_ours:
            note = f"{of_ours:,} of them describe things of ours and can change answers"
            click.echo(f"gcm-kg: {short(name)}: {note}; ask one graph with GRAPH", err=True)
    click.echo(f"ask them with gcm-kg --graph {output}")
