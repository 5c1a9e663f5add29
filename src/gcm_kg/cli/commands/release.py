"""gcm-kg release"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("release")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--address", required=True, help="Where the files will be: https://…")
@click.option("--pages", default="", help="Where a site or server of the graph is, if elsewhere.")
def command(directory: Path, address: str, pages: str) -> None:
    """Write the built graph as files to publish into DIRECTORY.

    The graph, its ontology, shapes and context, a description (DCAT, VoID) with the address of each
    file, their sums, and the rules by which w3id.org redirects the identifiers to ADDRESS (to be
    handed in there). Pages are what gcm-kg site or serve gives.

    \b
    Example: gcm-kg release public/data --address https://example.org/gcm/data --pages https://example.org/gcm
    """
    from gcm_kg.project import this_project
    from gcm_kg.publishing.distribution import write_distribution

    names = write_distribution(this_project(), directory, address, pages or address)
    click.echo(f"{len(names)} files in {directory}")
