"""Knowledge graphs of what United Nations consultations recommend, with the words behind each edge.

``gcm_kg.open()`` gives the built graph, to be asked; ``add``, ``read``, ``build``, ``check``,
``diff``, ``init``, ``link`` and ``serve`` do what the commands of these names do. Each name is
loaded when it is first used.

>>> import gcm_kg
>>> kg = gcm_kg.open()
>>> len(kg.ask("recommendations-per-section"))
7
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gcm_kg.errors import InputError
    from gcm_kg.interface import (
        add,
        build,
        check,
        diff,
        init,
        link,
        push,
        read,
        release,
        serve,
        site,
    )
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.knowledge_graph import open_knowledge_graph as open
    from gcm_kg.project import Project

__all__ = [
    "InputError",
    "KnowledgeGraph",
    "Project",
    "add",
    "build",
    "check",
    "diff",
    "init",
    "link",
    "open",
    "push",
    "read",
    "release",
    "serve",
    "site",
]

_HOMES = {
    "InputError": "errors",
    "KnowledgeGraph": "knowledge_graph",
    "Project": "project",
    "add": "interface",
    "build": "interface",
    "check": "interface",
    "diff": "interface",
    "init": "interface",
    "link": "interface",
    "open": "knowledge_graph:open_knowledge_graph",
    "push": "interface",
    "read": "interface",
    "release": "interface",
    "serve": "interface",
    "site": "interface",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, other = _HOMES[name].partition(":")
    value = getattr(import_module(f"{__name__}.{module}"), other or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
