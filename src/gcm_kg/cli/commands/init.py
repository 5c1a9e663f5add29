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
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--no-sample", is_flag=True, help="Without the sample document.")
@click.pass_obj
def command(graph: str | None, folder: Path, no_sample: bool) -> None:
    """Make FOLDER a project of your own, with a small document to try it on.

    It holds the ontology, the vocabularies, the profiles of kinds of documents, the links and the
    questions of this version, all yours to change; the sample is in our own words. Commands that
    are run in the folder, or in one inside it, work on this project.

    \b
    Example: gcm-kg init my-consultations
    """
    from gcm_kg.publishing.beginning import begin_project

    if graph:
        found, advice = f"--graph {graph}", "leave it out"
        raise InputError("gcm-kg init", "a folder alone", found, advice)
    begin_project(folder, sample=not no_sample)
    steps = NEXT[2:] if no_sample else NEXT
    width = max(len(line) for line, _ in steps)
    click.echo(f"made the project {folder}; now:\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"    cd {offered(str(folder))}")
    for line, meaning in steps:
        click.echo(f"    {line:{width}}   # {meaning}")
