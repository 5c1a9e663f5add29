"""gcm-kg search"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gcm_kg.cli.opening import of_documents, opened
from gcm_kg.errors import printable
from gcm_kg.querying.results import ROW_FORMATS
from gcm_kg.rdf.namespaces import short

if TYPE_CHECKING:
    from gcm_kg.store.fulltext import Hit


@of_documents
@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", default="", help="Only recommendation, paragraph or heading.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--format", "form", type=click.Choice(ROW_FORMATS), default="table")
@click.pass_obj
def command(graph: str | None, words: tuple[str, ...], kind: str, limit: int, form: str) -> None:
    """Find the parts of documents in which words stand, best first.

    All words must be there, in any of their forms. "Two words" in quotation marks stand side by
    side, traffick* is the beginning of a word; OR, AND and NOT (or -word) join, brackets group.
    Behind the parts come the things that have such a name.

    \b
    Example: gcm-kg search '"debt bondage" OR recruit*' --kind recommendation
    """
    from gcm_kg.store.fulltext import BEGIN, END

    known = opened(graph)
    hits = known.search(" ".join(words), kind=kind, limit=limit)
    if form == "table":
        from gcm_kg.cli.tables import show_table

        marks = str.maketrans({BEGIN: "«", END: "»"})
        name = known.documents.name
        rows = [
            [name(h.part, h.identifier), f"{h.start}–{h.end}", h.snippet.translate(marks)]
            for h in hits
        ]
        show_table(" ".join(words), ("identifier", "place", "snippet"), rows)
        things = known.named_by(" ".join(words))
        if things:
            named = ", ".join(f"{name} ({short(thing)})" for thing, name in things)
            click.echo(printable(f"things of such a name: {named}"))
    else:
        _write(hits, form)
    if not hits and (why := known.why_nothing(" ".join(words))):
        click.echo(f"gcm-kg: {why}", err=True)


def _write(hits: list[Hit], form: str) -> None:
    from pyoxigraph import Literal, NamedNode

    from gcm_kg.querying.results import rows_text
    from gcm_kg.store.fulltext import BEGIN, END

    names = ("part", "identifier", "kind", "start", "end", "snippet")
    rows = []
    for hit in hits:
        texts = hit.identifier, hit.kind, hit.snippet.replace(BEGIN, "").replace(END, "")
        identifier, kind, snippet = map(Literal, texts)
        place = Literal(hit.start), Literal(hit.end)
        rows.append((NamedNode(hit.part), identifier, kind, *place, snippet))
    click.echo(rows_text(names, rows, form), nl=False)
