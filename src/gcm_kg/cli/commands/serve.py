"""gcm-kg serve"""

from __future__ import annotations

import click


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="When a query is ended.",
)
@click.option(
    "--workers",
    type=click.IntRange(0, 256),
    default=0,
    show_default=True,
    help="How many processes; if 0, two more than there are processors, and 4 at least.",
)
@click.option("--root-path", default="", help="The path below which a proxy shows the server.")
@click.option(
    "--allow-service", "hosts", multiple=True, metavar="HOST", help="A host that SERVICE may ask."
)
@click.option("--mcp", is_flag=True, help="Let agents ask, too: MCP at /mcp.")
@click.option("--no-log", is_flag=True, help="Write no line for each request.")
@click.pass_obj
def command(
    graph: str | None, host: str, port: int, timeout: float, workers: int, root_path: str,
    hosts: tuple[str, ...], mcp: bool, no_log: bool,
) -> None:  # fmt: skip
    """Serve the graph to browsers and programs, read-only, until it is told to end.

    \b
    Pages are at /, SPARQL 1.1 at /sparql, the questions at /ask, a description for programs at
    /openapi.json, reconciliation for OpenRefine at /reconcile.

    \b
    Example: gcm-kg serve --port 8000
    """
    from gcm_kg.serving.server import run

    def ready(address: str) -> None:
        click.echo(f"serving at {address}", err=True)

    root = "/" + root_path.strip("/") if root_path.strip("/") else ""
    run(
        graph or "", host=host, port=port, seconds=timeout, size=workers, hosts=hosts, root=root,
        log=not no_log, mcp=mcp, ready=ready,
    )  # fmt: skip
