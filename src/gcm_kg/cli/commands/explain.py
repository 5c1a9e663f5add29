"""gcm-kg explain"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.cli.output import say
from gcm_kg.errors import offered, printable

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph


@of_documents
@click.command("explain")
@click.argument("part")
@click.option("--about", default="", help="Only the edges to what has this name.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def command(graph: str | None, part: str, about: str, form: str) -> None:
    """Say why a recommendation, or any other part, has its edges.

    Each statement with the words it rests on, in their surroundings and with their place in code
    points of the source, and the rule or the reader's judgement that made it.

    \b
    Example: gcm-kg explain III.a.1 --about UNTOC
    """

    known = opened(graph)
    explanations = known.explain(part, about)
    if form == "json":
        import json
        from dataclasses import asdict

        text = json.dumps([asdict(one) for one in explanations], ensure_ascii=False, indent=2)
        click.echo(printable(text))
        return
    from gcm_kg.cli.tables import tell

    thing = known.show(known.find(part, of="gcm:Part"))
    name = known.called(thing.iri, thing.label)
    for value in thing.properties.get("https://w3id.org/gcm-kg/ontology#text", ()):
        tell(f"{name}: {' '.join(value.text.split())}\n")
    for one in explanations:
        tell(f"{one}\n", 4)
    click.echo(f"{len(explanations)} statement{'' if len(explanations) == 1 else 's'}")
    if not explanations:
        say([_why_none(known, part, name, about)])


def _why_none(known: KnowledgeGraph, part: str, name: str, about: str) -> str:
    """Why a part has no such edges."""
    others = len(known.explain(part)) if about else 0
    if others:
        count = "1 statement" if others == 1 else f"{others} statements"
        return f"{name} has {count}, none about {about}"
    return f"nothing is stated of {name} itself; see gcm-kg show {offered(part)}"
