"""The graph that the options of a command name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from gcm_kg.errors import InputError

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph

Decorated = TypeVar("Decorated", bound=Callable[..., object])
DOCUMENTS = "gcm_kg.documents"
"""Where a command keeps the keys of documents that its options name."""


def _remember(ctx: click.Context, parameter: click.Parameter, keys: tuple[str, ...]) -> None:
    known = ctx.meta.setdefault(DOCUMENTS, [])
    known += [key for key in keys if key not in known]


def document_option() -> click.Option:
    """The option that limits a command to some documents; it may also stand before the command."""
    return click.Option(
        ["--document"],
        multiple=True,
        metavar="KEY",
        expose_value=False,
        callback=_remember,
        help="Only of this document, by its key; several are allowed.",
    )


def of_documents(command: click.Command) -> click.Command:
    """A command with this option."""
    command.params.append(document_option())
    return command


def version_option(*, hidden: bool = False) -> Callable[[Decorated], Decorated]:
    """What gives a command the option --version."""
    return click.version_option(package_name="gcm-kg", prog_name="gcm-kg", hidden=hidden)


def with_version(command: click.Command) -> click.Command:
    """A command that knows --version, as the program does; its manual need not say so again."""
    if all(parameter.name != "version" for parameter in command.params):
        version_option(hidden=True)(command)
    return command


def chosen() -> tuple[str, ...]:
    """The keys of the documents that options name; none for all documents."""
    return tuple(click.get_current_context().meta.get(DOCUMENTS, ()))


def opened(graph: str | None) -> KnowledgeGraph:
    """The graph that --graph and --document name. Raises InputError as opening does."""
    from gcm_kg.knowledge_graph import open_knowledge_graph

    return open_knowledge_graph(graph, chosen())


def refuse_documents(command: str) -> None:
    """Raises InputError where options name documents for a command that works on all of them."""
    if keys := chosen():
        found = f"--document {' '.join(keys)}"
        raise InputError(f"gcm-kg {command}", "all documents", found, "leave it out")
