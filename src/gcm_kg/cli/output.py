"""Where an answer goes, and in which form: the screen, standard output or a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.errors import InputError, printable

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.querying.answers import Answer
    from gcm_kg.views.table import Table


@dataclass(frozen=True, slots=True)
class Output:
    """What the options say: a format, a file, whether it is for Excel and has IRIs, which columns
    it has, whether the screen may be wider than it is, and the style of a column of citations."""

    form: str | None = None
    path: Path | None = None
    excel: bool = False
    iris: bool = False
    columns: Sequence[str] = ()
    wide: bool = False
    style: str = ""


def output_options() -> list[click.Parameter]:
    """The options of ``Output``, but for the format."""
    path = click.Path(path_type=Path, dir_okay=False)
    return [
        click.Option(
            ["-o", "--output"], type=path, metavar="FILE",
            help="Write to this file, in UTF-8, as its ending says: csv, tsv, xlsx, docx, html,"
            " md, json, srj; ttl, nt, jsonld … for a graph.",
        ),
        click.Option(
            ["--for", "program"], type=click.Choice(["excel"]),
            help="Make a CSV file that Excel opens as it is.",
        ),
        click.Option(["--iris"], is_flag=True, help="Also the IRIs of things, beside their names."),
        click.Option(
            ["--columns"], multiple=True, metavar="NAME,…",
            help="Only these columns, in this order.",
        ),
        click.Option(["--wide"], is_flag=True, help="Break no cell, however long the lines are."),
    ]  # fmt: skip


def table_options() -> list[click.Parameter]:
    """The options of ``Output`` for rows that have no query behind them, but for the format."""
    return [option for option in output_options() if option.name != "iris"]


def give_table(made: Table, to: Output) -> None:
    """Shows a table, or writes it to a file as its ending says."""
    if to.path is None:
        from gcm_kg.cli.tables import show

        show(made, wide=to.wide)
        return
    from gcm_kg.views.writing import write_table

    write_table(made, to.path, excel=to.excel)
    click.echo(f"wrote {to.path}", err=True)


def give(
    known: KnowledgeGraph, answer: Answer, title: str, notes: Sequence[str], to: Output
) -> None:
    """Shows an answer as a table, prints it in a format, or writes it to a file, and says which
    values nobody has given."""
    _refuse_idle(answer, to)
    defaults = [note for note in notes if note.endswith(" (default)")]
    if to.form and to.form != "table":
        _write(_arranged(known, answer, to).serialize(to.form), to.path)
    elif to.path is None and (answer.triples is not None or answer.boolean is not None):
        click.echo(answer.serialize("table" if answer.triples is None else ""), nl=False)
    else:
        _give_table(known, answer, title, notes, to)
        defaults = defaults if to.path else []
    say(defaults)


def _refuse_idle(answer: Answer, to: Output) -> None:
    """Raises InputError for options that would do nothing to such an answer."""
    if to.excel and (to.path is None or to.form):
        found = f"--format {to.form}" if to.form else "none"
        raise InputError("--for excel", "a file, by -o", found, "give -o FILE.csv alone")
    if answer.triples is not None or answer.boolean is not None:
        what = "true or false" if answer.triples is None else "a graph"
        for option, given in (("--columns", to.columns), ("--cite", to.style)):
            if given:
                raise InputError(option, "an answer of rows", what, "leave it out")


def _arranged(known: KnowledgeGraph, answer: Answer, to: Output) -> Answer:
    """An answer for programs with the columns that are asked for."""
    if to.style:
        from gcm_kg.views.citations import footnotes

        answer = answer.widened("citation", footnotes(known.data, answer, to.style))
    if to.columns:
        from gcm_kg.views.table import chosen_columns

        answer = answer.narrowed(chosen_columns(answer.columns, to.columns, variables=True))
    return answer


def _give_table(
    known: KnowledgeGraph, answer: Answer, title: str, notes: Sequence[str], to: Output
) -> None:
    from gcm_kg.querying.identified import identified
    from gcm_kg.views.table import table

    rows = identified(known.data, answer.columns, answer.terms, iris=to.iris)
    columns = [*answer.columns]
    if to.style:
        from gcm_kg.views.citations import footnotes

        columns.append("citation")
        for row, footnote in zip(rows, footnotes(known.data, answer, to.style), strict=True):
            row.append(footnote)
    made = table(title, columns, rows, wanted=to.columns, iris=to.iris, notes=notes)
    if to.path is None:
        give_table(made, to)
        return
    from gcm_kg.views.bibliography import BIBLIOGRAPHIES, cited
    from gcm_kg.views.citations import cited_things
    from gcm_kg.views.writing import write_answer

    if (ending := to.path.suffix.lower()) in BIBLIOGRAPHIES:
        found = cited_things(known.data, answer)
        _write(cited(found, BIBLIOGRAPHIES[ending]), to.path)
        return
    write_answer(_arranged(known, answer, to), made, to.path, excel=to.excel)
    click.echo(f"wrote {to.path}", err=True)


def _write(text: str, path: Path | None) -> None:
    if path is None:
        click.echo(text, nl=False)
        return
    from gcm_kg.files import write_whole

    write_whole(path, [text])
    click.echo(f"wrote {path}", err=True)


def say(lines: Iterable[str]) -> None:
    """Says something beside an answer, such as why it is empty: on standard error, a line each."""
    for line in lines:
        click.echo(f"gcm-kg: {printable(line)}", err=True)
