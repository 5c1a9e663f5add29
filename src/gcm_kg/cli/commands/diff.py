"""gcm-kg diff"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.errors import printable

if TYPE_CHECKING:
    from gcm_kg.views.difference import Difference


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json", "patch"]), default="text")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many things of each document and class are named.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
def command(old: str, new: str | None, form: str, most: int, output: Path | None) -> None:
    """Say what was added, removed and changed between two graphs.

    OLD and NEW are RDF files, directories of stores, addresses of endpoints, or tags of the
    project's repository; without NEW it is the built graph. --format patch gives an RDF patch.
    Exits with 1 where there is a difference.

    \b
    Example: gcm-kg diff older.trig
    """
    from gcm_kg.cli.tables import tell
    from gcm_kg.files import written
    from gcm_kg.project import this_project
    from gcm_kg.publishing.versions import opened_version
    from gcm_kg.views.difference import difference, patch

    project = this_project()
    before, after = opened_version(old, project), opened_version(new, project)
    if form == "patch":
        written(patch(before, after), output)
        return
    found = difference(before, after)
    if form == "text" and output is None:
        tell(_text(found, most), 6, end="")
    else:
        written([_json(found) if form == "json" else printable(_text(found, most))], output)
    raise click.exceptions.Exit(int(bool(found.added or found.removed)))


def _json(found: Difference) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def _text(found: Difference, most: int) -> str:
    """For each document and class: how many, and the first of each kind by name."""
    if not (found.added or found.removed):
        return "no difference\n"
    lines: list[str] = []
    for (document, of_class), counts in found.counts().items():
        told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(counts.items()))
        lines.append(f"{document or 'no document'}, {of_class}: {told}")
        same = [c for c in found.changes if (c.document, c.of_class) == (document, of_class)]
        for change in same[:most]:
            what = f" ({', '.join(change.properties)})" if change.properties else ""
            lines.append(f"    {change.kind}: {change.name}{what}")
        if len(same) > most > 0:
            lines.append(f"    … and {len(same) - most:,} more; --most shows them")
    lines.append(f"{found.added:,} quads added, {found.removed:,} removed")
    return "\n".join(lines) + "\n"
