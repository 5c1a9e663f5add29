"""gcm-kg ask"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import document_option, opened
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS
from gcm_kg.rdf.namespaces import short

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.querying.answers import Answer


class Questions(click.Group):
    """One command for each question file; its header is its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from gcm_kg.project import this_project

        return sorted(path.stem for path in this_project().queries.glob("*.rq"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from gcm_kg.project import this_project
        from gcm_kg.querying.questions import named_question

        project = this_project()
        return _command(named_question(project.queries, name, project.headers))


@click.group("ask", cls=Questions, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Answer a canned question; without a name, list them.

    \b
    Example: gcm-kg ask recommendations-for-population --population women --format csv
    """
    if ctx.invoked_subcommand is None:
        from gcm_kg.project import this_project
        from gcm_kg.querying.questions import load_questions

        questions = load_questions(this_project().queries, this_project().headers)
        width = max(map(len, questions), default=0)
        for name, question in questions.items():
            click.echo(f"{name:{width}}  {question.summary}")
        click.echo("\nManual of a question: gcm-kg ask NAME --help")


def _command(question: Question) -> click.Command:
    """The command of a question: an option for each parameter, and the header as help."""
    is_graph = question.form in ("CONSTRUCT", "DESCRIBE")
    formats = GRAPH_FORMATS if is_graph else ROW_FORMATS
    options: list[click.Parameter] = [_option(parameter) for parameter in question.parameters]
    options += [
        click.Option(
            ["--format", "form"], type=click.Choice(formats), default=formats[0], show_default=True
        ),
        click.Option(["--limit"], type=click.IntRange(min=0), help="At most so many rows."),
        click.Option(["--offset"], type=click.IntRange(min=0), help="Leave out the first rows."),
        document_option(),
        click.Option(["--show-sparql"], is_flag=True, help="Print the query instead of asking it."),
    ]

    @click.pass_context
    def callback(
        ctx: click.Context, /, form: str, limit: int | None, offset: int | None,
        show_sparql: bool, **values: tuple[str, ...],
    ) -> None:  # fmt: skip
        known = opened(ctx.obj)
        if show_sparql:
            sparql = known.prepared(question.name, limit=limit, offset=offset, **values)
            click.echo(sparql, nl=False)
        else:
            answer = known.ask(question.name, limit=limit, offset=offset, **values)
            _show(question, known, answer, form)

    return click.Command(
        question.name,
        params=options,
        callback=callback,
        help=f"{question.summary}\n\n{question.description}\n\n\b\nExample: {question.example}",
        short_help=question.summary,
    )


def _option(parameter: Parameter) -> click.Option:
    default = f" [default: {short(parameter.default)}]" if parameter.default else ""
    text = parameter.description[:1].upper() + parameter.description[1:]
    text += f"; of class {parameter.of}" if parameter.of else ""
    return click.Option(
        [f"--{parameter.name}", parameter.name],
        metavar="|".join(parameter.allowed) or parameter.name.upper(),
        multiple=True,
        help=f"{text}; can be given several times.{default}",
    )


def _show(question: Question, known: KnowledgeGraph, answer: Answer, form: str) -> None:
    if form == "table" and answer.boolean is None:
        from gcm_kg.cli.tables import show_table
        from gcm_kg.querying.identified import identified

        rows = identified(known.documents, answer.columns, answer.terms)
        show_table(question.summary, answer.columns, rows)
    else:
        click.echo(answer.serialize(form), nl=False)
