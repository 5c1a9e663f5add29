"""gcm-kg check"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import chosen, of_documents, opened
from gcm_kg.cli.output import say
from gcm_kg.errors import InputError, printable

if TYPE_CHECKING:
    from gcm_kg.validation.report import Report

MOST_ALIKE = 5
"""Findings of one kind that are given a line each, unless all are asked for."""


@of_documents
@click.command("check")
@click.argument("files", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "turtle"]),
    default="text",
    show_default=True,
    help="How findings are given; turtle is the report of SHACL.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "violation"]),
    default="violation",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--engine",
    type=click.Choice(["pyshacl", "rust"]),
    default="pyshacl",
    show_default=True,
    help="What validates: pySHACL, or an engine in Rust, for many documents.",
)
@click.option(
    "--profile",
    type=click.Choice(["full", "light"]),
    default="full",
    show_default=True,
    help="What is asked for; light is for recommendations of your own, without evidence.",
)
@click.option("--all", "whole", is_flag=True, help="Give each finding a line.")
@click.pass_obj
def command(
    graph: str | None, files: tuple[str, ...], form: str, fail_on: str, engine: str, profile: str,
    whole: bool,
) -> None:  # fmt: skip
    """Validate the built graph and its links, or other graphs, against the shapes.

    FILES are RDF files, directories of stores or addresses of endpoints; they, and what --graph
    names, are validated together with the ontology and the vocabularies.
    Nothing is fetched.

    \b
    Example: gcm-kg check more.ttl --format json --fail-on warning
    """
    from gcm_kg.cli.tables import progress, tell
    from gcm_kg.interface import check
    from gcm_kg.validation.report import Severity

    with progress("validating"):
        if chosen():
            if files:
                advice = "leave --document out"
                raise InputError("gcm-kg check", "one graph", "files too", advice)
            report = check(opened(graph), engine=engine, profile=profile)
        else:
            given = [*files, graph] if graph else files
            report = check(given, engine=engine, profile=profile)
    if form == "text":
        tell(_text(report, form, 0 if whole else MOST_ALIKE), end="")
    else:
        click.echo(_text(report, form, 0), nl=False)
    say(report.notes)
    raise click.exceptions.Exit(int(report.fails(Severity[fail_on.upper()])))


def _text(report: Report, form: str, most: int) -> str:
    """The findings as lines for people, as JSON, or as the SHACL report in Turtle."""
    if form == "turtle":
        return report.turtle()
    if form == "json":
        import json

        findings = [finding.as_dict() for finding in report.findings]
        return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"
    lines = report.lines(most) or ["no findings"]
    return printable("".join(f"{line}\n" for line in lines))
