"""gcm-kg stats"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.errors import InputError

if TYPE_CHECKING:
    from gcm_kg.views.statistics import Statistics


@of_documents
@click.command("stats")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw recommendations by section and theme, and citations by instrument.",
)
@click.option(
    "--network",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw which parts cite which instruments, and to what end, as a matrix.",
)
@click.option(
    "--uptake",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw how much of each section the adopted Compact took up.",
)
@click.option("--slide", is_flag=True, help="Draw pictures as slides, 16:9.")
@click.pass_obj
def command(
    graph: str | None, form: str, plot: Path | None, network: Path | None,
    uptake: Path | None, slide: bool,
) -> None:  # fmt: skip
    """Count what the graph holds, and draw it: SVG or PNG, by the ending of the file.

    \b
    Example: gcm-kg stats --plot overview.svg --network citations.png --slide
    """

    counts = opened(graph).statistics()
    _draw(counts, {"overview": plot, "network": network, "uptake": uptake}, slide=slide)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(counts), ensure_ascii=False, indent=2))
    elif not (plot or network or uptake):
        _print(counts)


def _draw(counts: Statistics, pictures: Mapping[str, Path | None], *, slide: bool) -> None:
    from gcm_kg.cli.tables import progress
    from gcm_kg.views import charts
    from gcm_kg.views.pictures import write_picture

    cited = len(counts.citations)
    drawn = {
        "overview": ("recommendations or citations", counts.recommendations + cited),
        "network": ("citations", cited),
        "uptake": ("recommendations that the Compact was compared with", len(counts.uptake)),
    }
    for name, path in pictures.items():
        what, number = drawn[name]
        if path and not number:
            raise InputError(path, f"{what} to draw", "none in the graph", "draw another")
        if path:
            with progress(f"drawing {path.name}"):
                write_picture(path, counts, getattr(charts, name), slide=slide)
            click.echo(f"wrote {path}", err=True)


def _print(counts: Statistics) -> None:
    from gcm_kg.cli.tables import tell
    from gcm_kg.rdf.namespaces import short

    lists = {
        "Recommendations by section": {
            f"{section}  {title}": number for section, (title, number) in counts.sections.items()
        },
        "Parts that cite an instrument": counts.citations_by_instrument(),
        "Things by class of gcm-kg": {
            short(kind): number for kind, number in counts.classes.items()
        },
    }
    for title, numbers in lists.items():
        if not numbers:
            click.echo(f"{title}: the graph has none\n")
            continue
        tell(f"{title} ({sum(numbers.values()):,})")
        for name, number in numbers.items():
            tell(f"{number:8,}  {name}", 10)
        click.echo()
