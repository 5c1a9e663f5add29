"""gcm-kg export"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.errors import InputError
from gcm_kg.querying.results import GRAPH_FORMATS

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph


@of_documents
@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(GRAPH_FORMATS),
    help="By default turtle; trees are always jsonld.",
)
@click.option("--class", "class_name", help="Only the things of a class, as trees.")
@click.option("--thing", help="Only this thing, by any of its names, as a tree.")
@click.option("--named-graph", metavar="NAME", help="Only this graph, such as graph/vocabulary.")
@click.option(
    "--with-context", is_flag=True, help="The context in the tree of a thing, not its name behind."
)
@click.option("--with-links", is_flag=True, help="Also the links to other graphs.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)
@click.pass_obj
def command(
    graph: str | None, form: str | None, class_name: str | None, thing: str | None,
    named_graph: str | None, with_context: bool, with_links: bool, output: Path | None,
) -> None:  # fmt: skip
    """Write the graph, or a part of it, for other systems.

    Turtle, JSON-LD, N-Triples and RDF/XML hold all named graphs as one; TriG and N-Quads keep them
    apart. With --class or --thing, each thing is one tree of JSON-LD, with labels and evidence.

    \b
    Example: gcm-kg export --class Recommendation -o recommendations.jsonld
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.files import written

    _refuse_together(form, class_name, thing, named_graph, links=with_links)
    known = opened(graph)
    with progress("exporting"):
        if class_name is not None or thing is not None:
            pieces = _trees(known, class_name, thing, context=with_context)
        else:
            pieces = known.export(form or "turtle", named_graph=named_graph, links=with_links)
        written(pieces, output)


def _refuse_together(
    form: str | None, class_name: str | None, thing: str | None, name: str | None, *, links: bool
) -> None:
    """Raises InputError for options that do not go together: a format, a class, a thing, the name
    of a graph, and links; None is for an option that is not given."""
    tree = "--thing" if thing is not None else "--class" if class_name is not None else ""
    if tree and form not in (None, "jsonld"):
        found = f"--format {form}"
        raise InputError("gcm-kg export", f"JSON-LD with {tree}", found, "leave out one of the two")
    if name is not None and (tree or links):
        found = f"{tree or '--with-links'} too"
        raise InputError("gcm-kg export", "--named-graph alone", found, "leave out one of the two")
    if tree and links:
        found = "--with-links too"
        raise InputError("gcm-kg export", f"{tree} alone", found, "leave out one of the two")


def _trees(
    known: KnowledgeGraph, class_name: str | None, thing: str | None, *, context: bool
) -> Iterator[str]:
    """A tree for the thing, or for each thing of the class; the class is looked at first."""
    from gcm_kg.views.tree import framed_class, framed_text, tree_text

    of = ""
    if class_name is not None:
        framed_class(known.data, known.project, class_name)
        of = f"gcm:{class_name.removeprefix('gcm:')}"
    iri = "" if thing is None else known.find(thing, of=of, hint=", or give its class by --class")
    if class_name is None and not context:
        yield tree_text(known.data, known.project, iri)
        return
    yield framed_text(known.data, known.project, class_name or "", iri)
