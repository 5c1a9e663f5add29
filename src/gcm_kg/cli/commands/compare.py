"""gcm-kg compare"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.cli.nothing import why_none
from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.output import Output, give_table, say, table_options
from gcm_kg.files import written


@of_documents
@click.command("compare")
@click.argument("first")
@click.argument("second")
@click.option(
    "--by",
    default="theme",
    show_default=True,
    metavar="FACET",
    help="What to compare them by: theme, action, instrument, actor, population …",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_obj
def command(
    graph: str | None, first: str, second: str, by: str, form: str, output: Path | None,
    program: str | None, columns: tuple[str, ...], wide: bool,
) -> None:  # fmt: skip
    """Compare two selections of recommendations: what is more frequent in which.

    A selection is FACET=NAME, with | between names of which one is enough, "not" before what must
    not be, and ; between criteria that all have to be met. The facets are the options of gcm-kg
    find, and document. A value counts in all recommendations that find would find for it.

    \b
    Example: gcm-kg compare "population=children" "population=women; not section=III.g" --by action
    """
    from gcm_kg.views.contrast import compared_object, compared_table

    known = opened(graph)
    found = known.compare(first.split(";"), second.split(";"), by)
    if form == "json":
        import json

        text = json.dumps(compared_object(found, columns), ensure_ascii=False, indent=2) + "\n"
        written([text], output)
    else:
        made = compared_table(found, first, second, by, columns)
        give_table(made, Output(None, output, program == "excel", columns=columns, wide=wide))
    for name, number, given in (("first", found.one, first), ("second", found.other, second)):
        if not number:
            say(f"{name}: {line}" for line in why_none(known, given.split(";")))
    if found.one and found.other and not found.differences:
        say([f"no recommendation of either has anything of {by}"])


command.params += table_options()
