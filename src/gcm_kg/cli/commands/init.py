"""gcm-kg init"""

from __future__ import annotations

from pathlib import Path

import click

from gcm_kg.errors import InputError, offered

NEXT = (
    ("gcm-kg build", "reads the sample document and writes the graph"),
    ("gcm-kg ask recommendations-citing --instrument UNTOC", "asks it"),
    ("gcm-kg add REPORT.pdf TABLE.xlsx", "takes documents of yours, and builds"),
)
"""What to do in a new project, and what it does."""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--no-sample", is_flag=True, help="Without the sample document.")
@click.option(
    "--renew", is_flag=True, help="Take over what this version has newer, into a project of yours."
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="With --renew: also in the place of files that you may have changed; yours are kept as"
    " FILE.old.",
)
@click.pass_obj
def command(
    graph: str | None, folder: Path | None, no_sample: bool, renew: bool, everything: bool
) -> None:
    """Make FOLDER a project of your own, with a small document to try it on.

    It holds the ontology, the vocabularies, the profiles of kinds of documents, the links and the
    questions of this version, all yours to change; the sample is in our own words. Commands that
    are run in the folder, or in one inside it, work on this project.

    After an upgrade of the program --renew brings FOLDER, or the project that you are in, up to
    date; what you have changed is left.

    \b
    Example: gcm-kg init my-consultations
    """
    from gcm_kg.publishing.beginning import begin_project

    if graph:
        found, advice = f"--graph {graph}", "leave it out"
        raise InputError("gcm-kg init", "a folder alone", found, advice)
    if renew or everything:
        _renew(folder, everything=everything)
        return
    if folder is None:
        raise InputError("gcm-kg init", "the name of a folder", "none", "give one")
    begin_project(folder, sample=not no_sample)
    steps = NEXT[2:] if no_sample else NEXT
    width = max(len(line) for line, _ in steps)
    click.echo(f"made the project {folder}; now:\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"    cd {offered(str(folder))}")
    for line, meaning in steps:
        click.echo(f"    {line:{width}}   # {meaning}")


def _renew(folder: Path | None, *, everything: bool) -> None:
    """Renews a project, and says what was done to which file."""
    from gcm_kg.project import Project, this_project
    from gcm_kg.publishing import renewal

    project = this_project() if folder is None else Project(folder)
    if not project.vocabulary.is_dir():
        raise InputError(project.root, "the folder of a project", "none", "name one")
    found = renewal.renew(project, everything=everything)
    for name in found.older:
        click.echo(f"renewed   {name}")
    for name in found.changed:
        click.echo(
            f"renewed   {name}, yours is {name}{renewal.OLD}" if everything else f"left      {name}"
        )
    if found.changed and not everything:
        click.echo(
            "left is what you have changed, or may have; --renew --all takes it over as well"
        )
    click.echo("now: gcm-kg build" if found.older or everything else "nothing has become old")
