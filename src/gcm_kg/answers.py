"""Shows answers and findings to people, and writes them for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from gcm_kg.questions import Parameter, Question

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from gcm_kg.check import Report
    from gcm_kg.project import Project

FORMATS = ("table", "csv", "tsv", "json")
HIDDEN_IN_TABLES = ("reason", "rule", "prefix", "suffix", "statement", "participation", "figure")
"""Columns that are left out where people read; the other formats have them."""
WIDTHS = {"text": 4, "quote": 2}
"""How a line is shared between the columns that are not short; others have 2 shares too."""
SHORT = ("identifier", "role", "function", "start", "end", "count", "parts", "recommendations")
"""Columns that are never broken over lines."""


def question_command(question: Question) -> click.Command:
    """The command of a question: an option for each parameter, and the header as help."""
    options: list[click.Parameter] = [_option(parameter) for parameter in question.parameters]
    options += [
        click.Option(["--format", "form"], type=click.Choice(FORMATS), default="table"),
        click.Option(["--show-sparql"], is_flag=True, help="Print the query instead of asking it."),
    ]

    def callback(form: str, show_sparql: bool, **values: str | None) -> None:
        _answer(question, values, form, show_sparql)

    return click.Command(
        question.name,
        params=options,
        callback=callback,
        help=f"{question.summary}\n\n{question.description}\n\n\b\nExample: {question.example}",
        short_help=question.summary,
    )


def _option(parameter: Parameter) -> click.Option:
    from gcm_kg.check import short

    default = f" [default: {short(parameter.default)}]" if parameter.default else ""
    return click.Option(
        [f"--{parameter.name}", parameter.name],
        metavar="|".join(parameter.allowed) or parameter.name.upper(),
        help=parameter.description[:1].upper() + parameter.description[1:] + "." + default,
    )


def _answer(question: Question, values: dict[str, str | None], form: str, show: bool) -> None:
    from pyoxigraph import QueryResultsFormat

    from gcm_kg.ask import as_text, open_graph, prepared, rows
    from gcm_kg.project import this_project

    store = open_graph(this_project())
    sparql = prepared(store, question, values)
    if show:
        click.echo(sparql, nl=False)
    elif form == "table":
        _table(question, *rows(store, sparql))
    else:
        known = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}
        text = as_text(store, sparql, known.get(form, QueryResultsFormat.JSON))
        click.echo(text, nl=not text.endswith("\n"))


def _table(question: Question, names: list[str], found: list[list[str]]) -> None:
    """The rows for people: labels where there are any instead of IRIs, and the number of rows."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from gcm_kg.check import short

    hidden = {n for n in names if f"{n}Label" in names or n in HIDDEN_IN_TABLES}
    hidden |= {"recommendation", "section", "part", "mention"} if "identifier" in names else set()
    shown = [(i, n.removesuffix("Label")) for i, n in enumerate(names) if n not in hidden]
    table = Table(title=question.summary, box=SIMPLE_HEAD, title_justify="left", expand=True)
    for _, name in shown:
        share = None if name in SHORT else WIDTHS.get(name, 2)
        table.add_column(name, overflow="fold", ratio=share, no_wrap=name in SHORT)
    for row in found:
        table.add_row(*(" ".join(short(row[i]).split()) for i, _ in shown))
    console = Console(markup=False, highlight=False)
    console.print(table)
    console.print(f"{len(found)} row{'' if len(found) == 1 else 's'}")


def print_questions() -> None:
    """The questions by name, with what each asks."""
    from gcm_kg.project import this_project
    from gcm_kg.questions import load_questions

    questions = load_questions(this_project().queries)
    width = max(map(len, questions), default=0)
    for name, question in questions.items():
        click.echo(f"{name:{width}}  {question.summary}")
    click.echo("\nManual of a question: gcm-kg ask NAME --help")


def print_findings(project: Project, quads: Iterable[Quad], *, quiet: bool) -> bool:
    """Validates, prints what is wrong to standard error, and says whether there is no violation."""
    from gcm_kg.check import Severity, check

    report = check(project, quads)
    for finding in report.findings:
        if not quiet or finding.severity == "Violation":
            click.echo(str(finding), err=True)
    return not report.fails(Severity.VIOLATION)


def findings_text(report: Report, form: str) -> str:
    """The findings as lines for people, as JSON, or as the SHACL report in Turtle."""
    if form == "turtle":
        return report.graph.serialize(format="turtle")
    if form == "json":
        findings: list[dict[str, Any]] = [finding.as_dict() for finding in report.findings]
        return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"
    lines = [str(finding) for finding in report.findings] or ["no findings"]
    return "".join(f"{line}\n" for line in lines)
