"""gcm-kg cite"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.errors import printable
from gcm_kg.files import written
from gcm_kg.views.bibliography import STYLES
from gcm_kg.views.citation_styles import FOOTNOTES


@of_documents
@click.command("cite")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--style", type=click.Choice(STYLES), default="chicago", show_default=True)
@click.option("--at", is_flag=True, help="Name the release of the graph, with its digest.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
@click.pass_obj
def command(
    graph: str | None, names: tuple[str, ...], style: str, at: bool, output: Path | None
) -> None:
    """Cite parts of documents, instruments, or actions of the Compact, by any of their names.

    Chicago, OSCOLA and Bluebook are footnotes; RIS, BibTeX and CSL-JSON are for programs that keep
    references. What the graph does not know is left out. To cite the rows of an answer, give
    --cite to gcm-kg ask, or write it to a file that ends in .ris or .bib.

    \b
    Example: gcm-kg cite III.a.1 "GCM 9.a" UNTOC --style oscola
    """
    from gcm_kg.cli.tables import tell

    cited = opened(graph).cite(*names, style=style, at=at)
    if output is None and style in FOOTNOTES:
        tell(cited, end="")
    else:
        written([printable(cited)], output)
