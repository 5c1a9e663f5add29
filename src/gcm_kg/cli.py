"""The command line: build, check, ask, in the order of the flow."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from gcm_kg.errors import InputError


class Program(click.Group):
    """The commands in the order of the flow; an InputError ends in one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(f"gcm-kg: {error}", err=True)
            ctx.exit(2)


class Questions(click.Group):
    """One command for each question file; its header is its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from gcm_kg.project import this_project
        from gcm_kg.questions import load_questions

        return list(load_questions(this_project().queries))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        from gcm_kg.answers import question_command
        from gcm_kg.project import this_project
        from gcm_kg.questions import load_question

        path = this_project().queries / f"{name}.rq"
        return question_command(load_question(path)) if path.is_file() else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        if self.get_command(ctx, args[0]) is None:
            close = get_close_matches(args[0], self.list_commands(ctx), n=1)
            advice = f"did you mean {close[0]}?" if close else "see gcm-kg ask for all of them"
            raise InputError("gcm-kg ask", "the name of a question", f"“{args[0]}”", advice)
        return super().resolve_command(ctx, args)


@click.group(cls=Program)
@click.version_option(package_name="gcm-kg", prog_name="gcm-kg")
def main() -> None:
    """Knowledge graphs of what United Nations consultations recommend.

    Exit codes: 0 well, 1 findings, 2 wrong use.

    \b
    Example: gcm-kg ask recommendations-citing --instrument UNTOC
    """


@main.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit 1 if data/graph is stale."
)
@click.option("--no-shacl", is_flag=True, help="Do not validate; for a quick look only.")
def build(only_check: bool, no_shacl: bool) -> None:
    """Read the sources and write the graph.

    The graph is validated first: with a violation nothing is written.

    \b
    Example: gcm-kg build --check
    """
    import gc

    from gcm_kg.answers import print_findings
    from gcm_kg.build import build as build_graph
    from gcm_kg.build import stale_files
    from gcm_kg.project import this_project
    from gcm_kg.publish import write

    gc.disable()  # a build makes much and frees little before it ends: a third of its time
    project = this_project()
    built = build_graph(project)
    if not no_shacl and not print_findings(project, built.quads, quiet=True):
        raise click.exceptions.Exit(1)
    if only_check:
        stale = stale_files(project, built)
        for path in stale:
            click.echo(f"stale: {path}; run gcm-kg build and commit the result", err=True)
        raise click.exceptions.Exit(1 if stale else 0)
    write(project.graph, built.files)
    click.echo(
        f"{len(built.store):,} quads in {project.graph}, RDFC-1.0 digest {built.digest[:16]}…"
    )


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text")
@click.option(
    "--fail-on",
    type=click.Choice(["info", "warning", "violation"]),
    default="violation",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
def check(files: tuple[Path, ...], form: str, fail_on: str) -> None:
    """Validate the built graph, or RDF files, against the shapes.

    Files are read together with the ontology and the vocabularies. Nothing is fetched.

    \b
    Example: gcm-kg check --format json --fail-on warning
    """
    from gcm_kg.answers import findings_text
    from gcm_kg.check import Severity
    from gcm_kg.check import check as validate
    from gcm_kg.project import this_project
    from gcm_kg.shards import shard

    project = this_project()
    report = validate(project, shard(project, files))
    click.echo(findings_text(report, form), nl=False)
    raise click.exceptions.Exit(int(report.fails(Severity[fail_on.upper()])))


@main.group(cls=Questions, invoke_without_command=True)
@click.pass_context
def ask(ctx: click.Context) -> None:
    """Answer a canned question; without a name, list them.

    \b
    Example: gcm-kg ask recommendations-for-population --population women --format csv
    """
    if ctx.invoked_subcommand is None:
        from gcm_kg.answers import print_questions

        print_questions()


if __name__ == "__main__":
    sys.exit(main())
