"""gcm-kg names"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.output import say

if TYPE_CHECKING:
    from gcm_kg.views.unresolved_names import UnresolvedName

PLACE = "gcm:Place"
"""The class whose things lie in a State, which no name tells."""


@click.command("names")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="How many names to give, the most frequent first.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="NAME",
    help="Write the name to the vocabulary file of its class; may be given several times.",
)
@click.option(
    "--class",
    "kind",
    metavar="CURIE",
    help="With --accept: the class, where the guess is wrong or there is none.",
)
@click.pass_obj
def command(
    graph: str | None, most: int, form: str, accepted: tuple[str, ...], kind: str | None
) -> None:
    """List the names in the documents that the vocabulary does not explain, most frequent first.

    Each comes with its spellings, some of its places, a class guessed from its head noun, and
    labels of the vocabulary that are near it. --format turtle gives the blocks to be put into the
    vocabulary; --accept writes one there. Then build anew.

    \b
    Example: gcm-kg names --most 20
    """
    from gcm_kg.knowledge_graph import open_knowledge_graph

    known = open_knowledge_graph(graph)
    found = known.names(most=None if accepted else most)
    if not known.documents:
        say(["the graph has no document in which names could be looked for"])
    if accepted:
        _accept(found, accepted, kind)
    elif form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(name) for name in found], ensure_ascii=False, indent=2))
    elif form == "turtle":
        click.echo("\n".join(block for name in found if (block := name.turtle())), nl=False)
    elif known.documents:
        _show(found)


def _accept(found: Sequence[UnresolvedName], names: Sequence[str], kind: str | None) -> None:
    from gcm_kg.project import this_project
    from gcm_kg.publishing.additions import add_to_vocabulary
    from gcm_kg.views.unresolved_names import chosen

    things = [chosen(found, name, kind) for name in names]  # all, or none is written
    for thing in things:
        add_to_vocabulary(this_project(), thing.file, thing.turtle())
        click.echo(f"{thing.iri}: a {thing.kind}, in data/vocabulary/{thing.file}.ttl")
    located = any(thing.kind == PLACE for thing in things)
    state = " and the State it lies in (gcm:locatedIn <actor/…>)" if located else ""
    click.echo(f"now complete the definition{state} there, and run: gcm-kg build")


def _show(found: Sequence[UnresolvedName]) -> None:
    from gcm_kg.cli.tables import show_table

    if not found:
        click.echo("no unresolved names: the vocabulary explains every name in the documents")
        click.echo("what is described without a name: gcm-kg ask unresolved-mentions")
        return
    rows = [
        [
            name.name, str(len(name.places)), str(name.documents), name.kind,
            "; ".join(label for label, _ in name.near),
            name.places[0].within(),
        ]
        for name in found
    ]  # fmt: skip
    heads = ("name", "places", "documents", "class (a guess)", "near in the vocabulary", "in")
    show_table("Names that the vocabulary does not explain", heads, rows)
