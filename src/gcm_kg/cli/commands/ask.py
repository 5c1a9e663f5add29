"""gcm-kg ask"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gcm_kg.cli.opening import chosen, document_option, opened, with_version
from gcm_kg.cli.output import Output, give, output_options, say
from gcm_kg.errors import InputError
from gcm_kg.querying.asked import asked_with, default_name, why_nothing
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS
from gcm_kg.querying.unjudged import unjudged
from gcm_kg.rdf.namespaces import short

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph

FOOTNOTES = ("chicago", "oscola", "bluebook")
"""The styles of footnotes."""


class Questions(click.Group):
    """One command for each question file; its header is its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from gcm_kg.project import this_project

        return sorted(path.stem for path in this_project().queries.glob("*.rq"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from gcm_kg.project import this_project
        from gcm_kg.querying.questions import named_question

        project = this_project()
        return with_version(_command(named_question(project.queries, name, project.headers)))


@click.group("ask", cls=Questions, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Answer a canned question; without a name, list them.

    \b
    Example: gcm-kg ask recommendations-for-population --population women --format csv
    """
    if ctx.invoked_subcommand is None:
        from gcm_kg.cli.tables import tell
        from gcm_kg.project import this_project
        from gcm_kg.querying.questions import load_questions

        questions = load_questions(this_project().queries, this_project().headers)
        width = max(map(len, questions), default=0)
        for name, question in questions.items():
            tell(f"{name:{width}}  {question.summary}", width + 2)
        tell("\nManual of a question: gcm-kg ask NAME --help")


def _command(question: Question) -> click.Command:
    """The command of a question: an option for each parameter, and the header as help."""
    is_graph = question.form in ("CONSTRUCT", "DESCRIBE")
    formats = GRAPH_FORMATS if is_graph else ROW_FORMATS
    options: list[click.Parameter] = [ParameterOption(p) for p in question.parameters]
    options += [
        click.Option(
            ["--format", "form"],
            type=click.Choice(formats),
            help=f"By default {formats[0]}; json is SPARQL's, objects plain JSON.",
        ),
        click.Option(["--limit"], type=click.IntRange(min=0), help="At most so many rows."),
        click.Option(["--offset"], type=click.IntRange(min=0), help="Leave out the first rows."),
        document_option(),
        *output_options(),
        click.Option(
            ["--cite", "style"],
            type=click.Choice(FOOTNOTES),
            help="Add a column of footnotes; -o FILE.ris or FILE.bib writes a bibliography.",
        ),
        click.Option(["--show-sparql"], is_flag=True, help="Print the query instead of asking it."),
    ]

    @click.pass_context
    def callback(
        ctx: click.Context, /, form: str | None, limit: int | None, offset: int | None,
        show_sparql: bool, output: Path | None, program: str | None, iris: bool,
        columns: tuple[str, ...], wide: bool, style: str | None, **values: tuple[str, ...],
    ) -> None:  # fmt: skip
        known = opened(ctx.obj)
        if show_sparql:
            sparql = known.prepared(question.name, limit=limit, offset=offset, **values)
            click.echo(sparql, nl=False)
            return
        answer = known.ask(question.name, limit=limit, offset=offset, **values)
        notes = asked_with(known.data, question, values)
        given = Output(form, output, program == "excel", iris, columns, wide, style or "")
        give(known, answer, question.summary, notes, given)
        if answer.boolean is None and not len(answer) and limit != 0:
            _say_why(known, question, values, offset or 0)
        else:
            say(f"{line}: not in this answer" for line in unjudged(known.data, question))

    return click.Command(
        question.name,
        params=options,
        callback=callback,
        help=f"{question.summary}\n\n{question.description}\n\n\b\nExample: {question.example}",
        short_help=question.summary,
    )


def _say_why(
    known: KnowledgeGraph, question: Question, values: dict[str, Any], offset: int
) -> None:
    """Says why there is no answer; rows that were left out are one reason, and documents."""
    if offset and (number := len(known.ask(question.name, **values))):
        lines = [f"--offset {offset} leaves out all {number} rows"]
    else:
        keys = chosen()
        lines = [f"only of {' and '.join(keys)}, by --document"] if keys else []
        lines += why_nothing(known.data, question, values)
    say(lines)


class ParameterOption(click.Option):
    """The option of a parameter; its default is looked up in the graph when help is asked for."""

    def __init__(self, parameter: Parameter) -> None:
        text = parameter.description[:1].upper() + parameter.description[1:]
        text += f"; of class {parameter.of}" if parameter.of else ""
        self.parameter = parameter
        super().__init__(
            [f"--{parameter.name}", parameter.name],
            metavar="|".join(parameter.allowed) or parameter.name.upper(),
            multiple=True,
            help=f"{text}; can be given several times.",
        )

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if not record or self.parameter.default is None:
            return record
        try:
            default = default_name(opened(ctx.obj).data, self.parameter)
        except InputError:  # there is no graph to look it up in
            default = short(self.parameter.default)
        return record[0], f"{record[1]} [default: {default}]"
