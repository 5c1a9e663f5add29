"""gcm-kg list"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.output import Output, give_table, say, table_options


@of_documents
@click.command("list")
@click.argument("class_name", metavar="CLASS", default="themes")
@click.argument("words", nargs=-1)
@click.option("--used", is_flag=True, help="Only what some part of a document speaks of.")
@click.pass_obj
def command(
    graph: str | None, class_name: str, words: tuple[str, ...], used: bool,
    output: Path | None, program: str | None, columns: tuple[str, ...], wide: bool,
) -> None:  # fmt: skip
    """List the things of a class as a tree: themes, populations, actors, instruments, principles …

    Each has the number of the recommendations, and of all parts, that speak of it or of what stands
    below it; a section or another part of a document, of those within it, itself among them. With
    WORDS, only things whose name has one of them.

    \b
    Example: gcm-kg list themes border
    """
    from gcm_kg.views.listing import listed_table

    known = opened(graph)
    entries = known.things(class_name, *words, used=used)
    made = listed_table(class_name, entries, columns)
    give_table(made, Output(None, output, program == "excel", columns=columns, wide=wide))
    if not entries:
        say([known.why_no_things(class_name, *words, used=used)])


command.params += table_options()
