"""gcm-kg build"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from gcm_kg.cli.tables import warn
from gcm_kg.errors import InputError

if TYPE_CHECKING:
    from gcm_kg.project import Project
    from gcm_kg.publishing.record import Told

COLUMNS = ("document", "kind", "sections", "recommendations", "statements", "unresolved mentions")


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
@click.option(
    "--jobs", type=click.IntRange(min=1), help="How many processes read; by default the processors."
)
@click.option(
    "--scheduler",
    default="",
    help="The address of a Dask scheduler, tcp://…, whose workers read the documents.",
)
@click.option("--fresh", is_flag=True, help="Read all anew, and use nothing that was read before.")
@click.pass_obj
def command(
    graph: str | None, only_check: bool, engine: str, strict: bool, form: str, no_shacl: bool,
    jobs: int | None, scheduler: str, fresh: bool,
) -> None:  # fmt: skip
    """Read the sources and write the graph.

    The graph is validated first: with a violation nothing is written. What was there stays whole
    until the new graph is. A source that cannot be used is left out and named, and the exit code is
    1 then; with --strict nothing is written. At the end a table says what was read in each
    document, and of what kind it was taken to be. What was read of the same input before is used
    again.

    \b
    Example: gcm-kg build --check
    """
    from gcm_kg.project import this_project
    from gcm_kg.publishing.record import unchanged

    if graph:
        found, advice = f"--graph {graph}", "leave it out, or name a project by GCM_KG_PROJECT"
        raise InputError("gcm-kg build", "the sources of the project", found, advice)
    project, validator = this_project(), None if no_shacl else engine
    if not only_check:
        project.refuse_package("gcm-kg build")
        _say_aged(project, known=True)
    told = None if fresh or no_shacl else unchanged(project, validator)
    left_out: list[InputError] = []
    if told is None:
        from gcm_kg.publishing.documents import processors

        options = _Options(validator, strict, jobs or processors(), scheduler, fresh)
        told, left_out = _build(project, options, only_check=only_check)
    if not only_check:
        _say(project, told, left_out, form)
    _say_left_out(left_out)


def _say_aged(project: Project, *, known: bool) -> None:
    """Says what of the project is older than this version, which may be why a build fails; of one
    that does not say which version made it, only where it did."""
    from gcm_kg.publishing.renewal import aged

    found = aged(project)
    if bool(found.since) == known and (line := str(found)):
        click.echo(f"note: {line}", err=True)


class _Options(NamedTuple):
    engine: str | None
    strict: bool
    jobs: int
    scheduler: str
    fresh: bool


def _build(
    project: Project, options: _Options, *, only_check: bool
) -> tuple[Told, list[InputError]]:
    """Builds, and publishes unless there is a violation, or only a check is asked for."""
    from gcm_kg.cli.tables import progress
    from gcm_kg.publishing.build import building
    from gcm_kg.validation.report import Severity, fails

    total = len(list(project.sources.glob("*.toml"))) + 1
    with (
        progress("building", total=total) as advance,
        building(project, keep=not only_check, advance=advance, **options._asdict()) as built,
    ):
        violations = [finding for finding in built.findings if finding.severity == "Violation"]
        for finding in violations:
            warn(str(finding))
        if fails(built.findings, Severity.VIOLATION):
            _say_aged(project, known=False)
            raise click.exceptions.Exit(1)
        if only_check:
            _say_stale(built.stale(), built.left_out)
        else:
            built.put_in_place()
            _keep(project)
        return built.told, built.left_out


def _keep(project: Project) -> None:
    """Has what pages of the new graph share made now, rather than where it is first served."""
    from gcm_kg.serving.keeping import keep

    with suppress(InputError, OSError):  # the graph is built; the server makes it where it must
        keep(project)


def _say(project: Project, told: Told, left_out: list[InputError], form: str) -> None:
    if form == "json":
        _say_as_json(told, left_out)
        return
    click.echo(f"{told.quads:,} quads in {project.graph}, RDFC-1.0 digest {told.digest}")
    _say_what_was_read(told)


def _say_as_json(told: Told, left_out: list[InputError]) -> None:
    import json

    documents = [overview.as_dict() for overview in told.overviews]
    said = {"quads": told.quads, "digest": told.digest, "documents": documents}
    said["warnings"] = told.warnings
    said["left_out"] = [str(error) for error in left_out]
    click.echo(json.dumps(said, ensure_ascii=False, indent=2))


def _say_what_was_read(told: Told) -> None:
    from gcm_kg.cli.tables import show_table
    from gcm_kg.model.languages import spoken
    from gcm_kg.publishing.overview import answered_apart, counted_twice

    rows = [
        (
            each.document,
            ", ".join((each.kind, *spoken(each.language))),
            f"{each.sections:,}",
            f"{each.recommendations:,} of {each.promised:,}",
            f"{each.statements:,}",
            f"{each.unresolved:,}",
        )
        for each in told.overviews
    ]
    show_table("What was read", COLUMNS, rows)
    for each in told.overviews:
        for warning in each.warnings:
            warn(f"warning: {each.document}: {warning}")
    between = (*counted_twice(told.overviews), *answered_apart(told.overviews))
    for warning in (*between, *told.warnings):
        warn(f"warning: {warning}")


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
