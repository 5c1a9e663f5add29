"""gcm-kg stats"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened

if TYPE_CHECKING:
    from gcm_kg.views.statistics import Statistics


@of_documents
@click.command("stats")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help="Draw recommendations by section and theme, and citations by instrument.",
)
@click.option(
    "--network",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help="Draw which parts cite which instruments, and to what end.",
)
@click.pass_obj
def command(graph: str | None, form: str, plot: Path | None, network: Path | None) -> None:
    """Count what the graph holds, and draw it.

    \b
    Example: gcm-kg stats --plot overview.svg --network citations.svg
    """

    counts = opened(graph).statistics()
    _draw(counts, plot, network)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(counts), ensure_ascii=False, indent=2))
    elif not (plot or network):
        _print(counts)


def _draw(counts: Statistics, plot: Path | None, network: Path | None) -> None:
    from gcm_kg.cli.tables import progress
    from gcm_kg.views import charts as plots

    pictures: list[tuple[Path | None, Callable[[Statistics], str]]] = [
        (plot, plots.overview),
        (network, plots.network),
    ]
    for path, drawn in pictures:
        if path:
            with progress(f"drawing {path.name}"):
                plots.write_svg(path, drawn(counts))
            click.echo(f"wrote {path}", err=True)


def _print(counts: Statistics) -> None:
    from gcm_kg.rdf.namespaces import short

    lists = {
        "Recommendations by section": {
            f"{section}  {title}": number for section, (title, number) in counts.sections.items()
        },
        "Parts that cite an instrument": counts.citations_by_instrument(),
        "Things by class": {short(kind): number for kind, number in counts.classes.items()},
    }
    for title, numbers in lists.items():
        click.echo(f"{title} ({sum(numbers.values()):,})")
        for name, number in numbers.items():
            click.echo(f"{number:8,}  {name}")
        click.echo()
