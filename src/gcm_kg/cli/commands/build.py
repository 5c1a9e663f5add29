"""gcm-kg build"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.errors import InputError

if TYPE_CHECKING:
    from gcm_kg.publishing.build import Built
    from gcm_kg.publishing.overview import Overview

COLUMNS = ("document", "kind", "sections", "recommendations", "statements", "unresolved names")


@click.command("build")
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit 1 if data/graph is stale."
)
@click.option(
    "--engine",
    type=click.Choice(["pyshacl", "rust"]),
    default="rust",
    show_default=True,
    help="What validates: an engine in Rust, or pySHACL, which takes twenty times as long.",
)
@click.option(
    "--strict", is_flag=True, help="Write nothing if a source cannot be used; else it is left out."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How it is said what was read in each document.",
)
@click.option("--no-shacl", is_flag=True, help="Do not validate; for a quick look only.")
@click.pass_obj
def command(
    graph: str | None, only_check: bool, engine: str, strict: bool, form: str, no_shacl: bool
) -> None:
    """Read the sources and write the graph.

    The graph is validated first: with a violation nothing is written. What was there stays whole
    until the new graph is. A source that cannot be used is left out and named, and the exit code is
    1 then; with --strict nothing is written. At the end a table says what was read in each
    document, and of what kind it was taken to be.

    \b
    Example: gcm-kg build --check
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.project import this_project
    from gcm_kg.publishing.build import building
    from gcm_kg.validation.report import Severity, fails

    if graph:
        found, advice = f"--graph {graph}", "leave it out, or name a project by GCM_KG_PROJECT"
        raise InputError("gcm-kg build", "the sources of the project", found, advice)
    project = this_project()
    with (
        progress("building", total=len(list(project.sources.glob("*.toml"))) + 1) as advance,
        building(
            project,
            None if no_shacl else engine,
            keep=not only_check,
            strict=strict,
            advance=advance,
        ) as built,
    ):
        violations = [finding for finding in built.findings if finding.severity == "Violation"]
        for finding in violations:
            click.echo(str(finding), err=True)
        if fails(built.findings, Severity.VIOLATION):
            raise click.exceptions.Exit(1)
        if only_check:
            _say_stale(built.stale(), built.left_out)
            return
        built.put_in_place()
    if form == "json":
        _say_as_json(built)
    else:
        digest = f"RDFC-1.0 digest {built.digest[:16]}…"
        click.echo(f"{built.quads:,} quads in {project.graph}, {digest}")
        _say_what_was_read(built.overviews)
    _say_left_out(built.left_out)


def _say_as_json(built: Built) -> None:
    import json

    left_out = [str(error) for error in built.left_out]
    documents = [overview.as_dict() for overview in built.overviews]
    said = {"quads": built.quads, "digest": built.digest, "documents": documents}
    click.echo(json.dumps(said | {"left_out": left_out}, ensure_ascii=False, indent=2))


def _say_what_was_read(overviews: list[Overview]) -> None:
    from gcm_kg.cli.tables import show_table

    rows = [
        (
            each.document,
            each.kind,
            f"{each.sections:,}",
            f"{each.recommendations:,} of {each.promised:,}",
            f"{each.statements:,}",
            f"{each.unresolved:,}",
        )
        for each in overviews
    ]
    show_table("What was read", COLUMNS, rows)
    for each in overviews:
        for warning in each.warnings:
            click.echo(f"warning: {each.document}: {warning}", err=True)


def _say_stale(stale: list[Path], left_out: list[InputError]) -> None:
    for path in stale:
        click.echo(f"stale: {path}; run gcm-kg build and commit the result", err=True)
    _say_left_out(left_out)
    if stale:
        raise click.exceptions.Exit(1)


def _say_left_out(left_out: list[InputError]) -> None:
    for error in left_out:
        click.echo(f"left out: {error}", err=True)
    if left_out:
        raise click.exceptions.Exit(1)
