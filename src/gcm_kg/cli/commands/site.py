"""gcm-kg site"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("site")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--address", default="", help="Where the site will be, for its map: https://…")
@click.pass_obj
def command(graph: str | None, directory: Path, address: str) -> None:
    """Write all pages, and the data of every thing, as files into DIRECTORY.

    They work on any web host, below any path, and opened from a disk. What needs a server (queries,
    and several choices of recommendations at once) is left out; each choice alone has a page.

    \b
    Example: gcm-kg site public --address https://example.org/gcm
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.serving.served import Served
    from gcm_kg.serving.site import write_site

    served = Served(graph or "", memory=True)
    served.open()
    with progress("writing pages") as advance:
        count = write_site(served, directory, address, advance)
    click.echo(f"{count:,} pages in {directory}")
