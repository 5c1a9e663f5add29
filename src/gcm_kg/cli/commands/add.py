"""gcm-kg add"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.tables import tell, warn
from gcm_kg.errors import InputError

if TYPE_CHECKING:
    from gcm_kg.importing.addition import Addition, Importer

MOST_NAMED = 5
"""Links that are named of those that are not followed."""
KEYS = ("symbol", "date", "title", "language")
"""What is guessed from the first page, and can be given instead."""


@click.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--yes", is_flag=True, help="Take what was guessed, without a question.")
@click.option("--dry-run", is_flag=True, help="Show what would be read, and write nothing.")
@click.option("--no-build", is_flag=True, help="Do not build the graph afterwards.")
@click.option("--symbol", default="", help="The symbol of the document, such as A/RES/73/8.")
@click.option("--date", default="", help="Its date, such as 2018-11-05, or its month, 2018-11.")
@click.option("--title", default="", help="Its title.")
@click.option("--language", default="", help="Its language, such as en.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="ROLE=HEADING",
    help="What a column of a table holds, by its heading or number: text, identifier, addressedTo,"
    " recommendedBy, position, labels, tickedPositions, tickedLabels, kind.",
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    yes: bool,
    dry_run: bool,
    no_build: bool,
    columns: tuple[str, ...],
    **given: str,
) -> None:
    """Take documents and tables into the project, and build the graph.

    Text, PDF, DOCX, HTML, Markdown, CSV, TSV and XLSX, or folders of them. What a file is, its
    bytes say, not its name. Its words, with their pages or cells, become a source of the project;
    what its first page says of it is shown and taken if you agree.

    \b
    Example: gcm-kg add report.pdf recommendations.xlsx --yes
    """
    from gcm_kg.importing.addition import Importer
    from gcm_kg.project import this_project

    project = this_project()
    project.refuse_package("gcm-kg add")
    importer = Importer(project, {key: given[key] for key in KEYS}, _columns(columns))
    additions, refused = _prepared(importer, list(_files(files)))
    for error in refused:
        click.echo(f"gcm-kg: {error}", err=True)
    if dry_run or not additions:
        raise click.exceptions.Exit(2 if refused and not additions else int(bool(refused)))
    _confirm(yes)
    _write(importer, additions)
    if no_build:
        click.echo("now: gcm-kg build")
    else:
        ctx.invoke(_build())
    if refused:
        raise click.exceptions.Exit(1)


def _build() -> click.Command:
    from gcm_kg.cli.commands.build import command as build

    return build


def _columns(said: tuple[str, ...]) -> dict[str, str]:
    from gcm_kg.reading.table import ROLES

    columns: dict[str, str] = {}
    for each in said:
        role, equals, heading = each.partition("=")
        if role not in ROLES or not equals or not heading:
            expected = f"ROLE=HEADING with one of {', '.join(ROLES)}"
            raise InputError("--column", expected, f"“{each}”", "correct it")
        columns[role] = heading
    return columns


def _files(given: tuple[Path, ...]) -> Iterator[Path]:
    """The files given, and those in folders given, in order; hidden ones are left out, and so are
    links that lead out of their folder, which is said."""
    for path in given:
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.is_file() or each.is_symlink())
            shown = [f for f in found if not any(p[0] == "." for p in f.relative_to(path).parts)]
            root = path.resolve()
            away = [str(f) for f in shown if not f.resolve().is_relative_to(root)]
            yield from (f for f in shown if f.is_file() and str(f) not in away)
            if away:
                names = ", ".join(away[:MOST_NAMED]) + (", …" if len(away) > MOST_NAMED else "")
                warn(f"not followed: {len(away)} links out of {path} ({names})")
        else:
            yield path


def _prepared(importer: Importer, files: list[Path]) -> tuple[list[Addition], list[InputError]]:
    """What files add, shown one by one, and the errors of those that cannot be used."""
    from gcm_kg.cli.additions import show
    from gcm_kg.cli.bounded import working_on
    from gcm_kg.importing.storing import new

    if not files:
        raise InputError("gcm-kg add", "files", "an empty folder", "give another")
    taken: set[str] = set()
    additions: list[Addition] = []
    refused: list[InputError] = []
    for path in files:
        working_on(str(path))
        try:
            found = list(new(importer, path, taken))
            if not found:
                tell(f"{path}: is there already")
            for addition in found:
                show(importer, path, addition)
                additions.append(addition)
        except InputError as error:
            refused.append(error)
        except (MemoryError, RecursionError) as error:
            deep = "nested too deeply" if isinstance(error, RecursionError) else "a larger one"
            refused.append(InputError(path, "a file that memory holds", deep, "split it"))
    working_on("")
    return additions, refused


def _confirm(yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        advice = "give --yes, and --title, --date, --symbol or --language where it is wrong"
        raise InputError("gcm-kg add", "an answer", "no terminal", advice)
    if not click.confirm("Take this?", default=True):
        click.echo("nothing was added; --title, --date, --symbol, --language, --column correct it")
        raise click.exceptions.Exit(1)


def _write(importer: Importer, additions: list[Addition]) -> None:
    from gcm_kg.importing.storing import write

    for addition in additions:
        path = write(addition, importer.project)
        click.echo(f"added {path}")
