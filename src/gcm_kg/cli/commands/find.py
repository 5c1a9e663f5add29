"""gcm-kg find"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.cli.nothing import why_none
from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.output import Output, give_table, say, table_options
from gcm_kg.files import written
from gcm_kg.querying.results import ROW_FORMATS

OPTIONS = {
    "theme": "with a theme, or a narrower one",
    "population": "for the sake of a population",
    "section": "in a section",
    "cites": "citing an instrument",
    "function": "with what is asked to be done with an instrument",
    "actor": "naming an actor",
    "principle": "applying a principle",
    "action": "asking for an action",
    "measure": "asking by a measure",
    "strength": "asking as strongly",
    "target": "against a population",
    "polarity": "asking to promote or to avoid",
    "state": "naming a State, made by it or addressed to it",
    "maker": "recommended by an actor",
    "addressee": "addressed to an actor",
    "position": "on which a position was taken",
    "fate": "of which so much was kept in the Compact",
    "about": "with anything of this name",
    "words": "with these words, as gcm-kg search takes them",
}
"""What can be looked for: an option for each."""
SHORTER = {"maker": "--by", "addressee": "--to"}
"""Other names of options."""


def _options(command: click.Command) -> click.Command:
    """The command with an option for each criterion."""
    options: list[click.Parameter] = [
        click.Option(
            [f"--{name}", *([SHORTER[name]] if name in SHORTER else []), name],
            multiple=True,
            metavar="NAME",
            help=f"Only those {text}.",
        )
        for name, text in OPTIONS.items()
    ]
    command.params = [*options, *command.params, *table_options()]
    return command


@of_documents
@_options
@click.command("find")
@click.argument("names", nargs=-1)
@click.option(
    "--not", "excluded", multiple=True, metavar="[FACET=]NAME", help="None that has this."
)
@click.option("--family", is_flag=True, help="An instrument stands for what supplements it, too.")
@click.option("--format", "form", type=click.Choice(ROW_FORMATS), default="table")
@click.pass_context
def command(
    ctx: click.Context, /, names: tuple[str, ...], excluded: tuple[str, ...], family: bool,
    form: str, output: Path | None, program: str | None, columns: tuple[str, ...], wide: bool,
    **given: tuple[str, ...],
) -> None:  # fmt: skip
    """Find the recommendations that meet several criteria, with the words by which they do.

    NAMES are those of anything; what is the name of nothing is looked for in the texts.
    All criteria have to be met; of an option that is given several times, one is enough. --not
    leaves out what has a thing: "theme=gender", or any thing by its name alone.

    \b
    Of a review: gcm-kg find --by Norway --to Mexico --theme detention
    Example: gcm-kg find --population children --theme "border management" --not UNTOC
    """
    from gcm_kg.views.criteria import criteria
    from gcm_kg.views.finding import found_table, found_text

    known = opened(ctx.obj)
    wanted = known.named_or_words(names) + criteria(given, excluded)
    found = known.select(wanted, family=family)
    if form == "table":
        made = found_table(found, wanted, columns)
        give_table(made, Output(None, output, program == "excel", columns=columns, wide=wide))
    else:
        written([found_text(found, form, columns)], output)
    if not found:
        say(why_none(known, wanted, family=family))
