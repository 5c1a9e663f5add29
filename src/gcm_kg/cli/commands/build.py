"""gcm-kg build"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.errors import InputError


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
@click.option("--no-shacl", is_flag=True, help="Do not validate; for a quick look only.")
@click.pass_obj
def command(graph: str | None, only_check: bool, engine: str, strict: bool, no_shacl: bool) -> None:
    """Read the sources and write the graph.

    The graph is validated first: with a violation nothing is written. What was there stays whole
    until the new graph is. A source that cannot be used is left out and named, and the exit code is
    1 then; with --strict nothing is written.

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
    click.echo(f"{built.quads:,} quads in {project.graph}, RDFC-1.0 digest {built.digest[:16]}…")
    _say_left_out(built.left_out)


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
