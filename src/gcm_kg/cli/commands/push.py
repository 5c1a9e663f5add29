"""gcm-kg push"""

from __future__ import annotations

import os

import click

PASSWORD = "GCM_KG_PASSWORD"
"""The variable of the environment with the password, which no list of processes shows then."""


@click.command("push")
@click.argument("address")
@click.option("--query", default="", help="The address of the store's SPARQL endpoint, if unusual.")
@click.option("--user", default="", help=f"A name for the store; its password is in {PASSWORD}.")
@click.pass_obj
def command(graph: str | None, address: str, query: str, user: str) -> None:
    """Bring the built graph into a store of others, by the Graph Store Protocol.

    ADDRESS is that of the store's named graphs: http://localhost:7878/store for Oxigraph,
    …/sparql-graph-crud-auth for Virtuoso, …/data for Jena Fuseki, …/rdf-graphs/service for GraphDB.
    Each document has a named graph of its own. Only what has changed is sent, what was brought
    before and is gone here is removed, and all is counted there. Can be interrupted and repeated.

    \b
    Example: gcm-kg push http://localhost:7878/store
    """
    from gcm_kg.cli.tables import progress
    from gcm_kg.project import this_project
    from gcm_kg.publishing.pushing import push
    from gcm_kg.store.graph_store import GraphStore
    from gcm_kg.store.opening import open_graph

    secret = (user, os.environ.get(PASSWORD, "")) if user else None
    target, source = GraphStore(address, query, secret), open_graph(graph, this_project())
    with progress("pushing", total=len(source.named_graphs())) as advance:
        done = push(source, target, advance)
    told = {"written": done.written, "unchanged": done.unchanged, "removed": done.removed}
    counts = ", ".join(f"{len(names):,} {what}" for what, names in told.items())
    click.echo(f"graphs: {counts}; {done.triples:,} triples, all counted at {target.endpoint}")
