"""gcm-kg show"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.querying.results import GRAPH_FORMATS

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.views.entity import Entity


@of_documents
@click.command("show")
@click.argument("name")
@click.option("--of", default="", help="The class that the thing must be in, such as gcm:Theme.")
@click.option("--format", "form", type=click.Choice(["text", *GRAPH_FORMATS]), default="text")
@click.pass_obj
def command(graph: str | None, name: str, of: str, form: str) -> None:
    """Show one thing: an instrument, actor, principle, recommendation, term … by any of its names.

    \b
    Example: gcm-kg show "Palermo Convention"
    """

    known = opened(graph)
    iri = known.find(name, of=of, hint=", or give its class by --of")
    if form != "text":
        answer = known.sparql(f"DESCRIBE <{iri}>")
        click.echo(answer.serialize(form), nl=False)
        return
    _print(known, known.show(iri))


def _print(known: KnowledgeGraph, thing: Entity) -> None:
    from gcm_kg.cli.tables import tell
    from gcm_kg.rdf.namespaces import short

    kinds = ", ".join(short(kind) for kind in thing.types)
    tell(f"{known.called(thing.iri, thing.label)}\n{kinds}\n<{thing.iri}>\n")
    heads = {name: _head(short(name), kinds) for name in thing.properties}
    width = max(map(len, heads.values()), default=0)
    for name, values in thing.properties.items():
        for number, value in enumerate(values):
            head = heads[name] if number == 0 else ""
            said = known.called(value.text, str(value)) if value.is_iri else str(value)
            tell(f"{head:{width}}  {' '.join(said.split())}", width + 2)
    if thing.pointed_at:
        click.echo("\nHow many things point here:")
    for name, kind, number in thing.pointed_at:
        tell(f"{number:6}  {short(kind)} by {short(name)}", 8)


def _head(name: str, kinds: str) -> str:
    """What stands before the values of a property; what the Compact says is in our words."""
    ours = name == "skos:definition" and kinds.startswith("gcm:Compact")
    return f"{name} (in our words)" if ours else name
