"""gcm-kg ask"""

from __future__ import annotations

import click

from gcm_kg.errors import InputError
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS
from gcm_kg.rdf.namespaces import short


class Questions(click.Group):
    """One command for each question file; its header is its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from gcm_kg.project import this_project

        return sorted(path.stem for path in this_project().queries.glob("*.rq"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from gcm_kg.project import this_project
        from gcm_kg.querying.questions import load_question

        path = this_project().queries / f"{name}.rq"
        known = name.replace("-", "").isalnum() and path.is_file()
        return _command(load_question(path)) if known else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.list_commands(ctx), n=1)
            advice = f"did you mean {close[0]}?" if close else "see gcm-kg ask for all of them"
            raise InputError("gcm-kg ask", "the name of a question", f"“{args[0]}”", advice)
        return super().resolve_command(ctx, args)


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

        questions = load_questions(this_project().queries)
        width = max(map(len, questions), default=0)
        for name, question in questions.items():
            click.echo(f"{name:{width}}  {question.summary}")
        click.echo("\nManual of a question: gcm-kg ask NAME --help")


def _command(question: Question) -> click.Command:
    """The command of a question: an option for each parameter, and the header as help."""
    formats = ROW_FORMATS if question.form == "SELECT" else GRAPH_FORMATS
    options: list[click.Parameter] = [_option(parameter) for parameter in question.parameters]
    options += [
        click.Option(
            ["--format", "form"], type=click.Choice(formats), default=formats[0], show_default=True
        ),
        click.Option(["--limit"], type=click.IntRange(min=0), help="At most so many rows."),
        click.Option(["--offset"], type=click.IntRange(min=0), help="Leave out the first rows."),
        click.Option(["--show-sparql"], is_flag=True, help="Print the query instead of asking it."),
    ]

    @click.pass_context
    def callback(
        ctx: click.Context, /, form: str, limit: int | None, offset: int | None,
        show_sparql: bool, **values: tuple[str, ...],
    ) -> None:  # fmt: skip
        sparql = _prepared(ctx, question, values)
        for word, number in (("LIMIT", limit), ("OFFSET", offset)):
            sparql += f"{word} {number}\n" if number is not None else ""
        _answer(ctx, question, sparql, form, show=show_sparql)

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


def _prepared(ctx: click.Context, question: Question, values: dict[str, tuple[str, ...]]) -> str:
    from gcm_kg.knowledge_graph import open_graph
    from gcm_kg.querying.parameters import prepared

    ctx.obj = open_graph(ctx.obj)
    return prepared(ctx.obj.store, question, values)


def _answer(ctx: click.Context, question: Question, sparql: str, form: str, *, show: bool) -> None:
    if show:
        click.echo(sparql, nl=False)
        return
    from gcm_kg.querying.parameters import rows, run
    from gcm_kg.querying.results import serialized

    if form == "table":
        from gcm_kg.cli.tables import show_table

        show_table(question.summary, *rows(ctx.obj.store, sparql))
    else:
        click.echo(serialized(run(ctx.obj.store, sparql), form), nl=False)
