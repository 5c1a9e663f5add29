"""Answers one query in a process of its own, which its parent can end.

An engine cannot be stopped from within: planning alone can take for ever, and deep nesting ends the
process. So the parent starts this module with the graph as its argument and the query as its input,
and kills it at the deadline. Run as ``python -m gcm_kg.worker [--outward] FORMAT [GRAPH]``.
"""

from __future__ import annotations

import sys
from contextlib import suppress

NO_MORE_FILES = 3
"""Standard input, output and error: with these open and no other allowed, no socket can be."""


def main(arguments: list[str]) -> int:
    """Answers the query of standard input; 2 with a line on standard error if it is none."""
    outward = "--outward" in arguments
    form, graph = ([a for a in arguments if a != "--outward"] + [""])[:2]
    from gcm_kg.ask import run
    from gcm_kg.errors import InputError
    from gcm_kg.knowledge_graph import open_graph
    from gcm_kg.results import serialized

    sparql = sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        store = open_graph(graph or None).store
        store.query("ASK {}")
        if not outward:
            shut_in()
        text = serialized(run(store, sparql), form)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        expected, found = "SPARQL 1.1", f"{getattr(error, 'msg', None) or error}"
        problem = InputError("the query", expected, found, "correct it")
        print(problem, file=sys.stderr)
        return 2
    sys.stdout.buffer.write(text.encode())
    return 0


def shut_in() -> None:
    """Takes from this process the means to open a file or a connection."""
    with suppress(
        ImportError
    ):  # where there is no such limit, SERVICE has been refused by its name
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (NO_MORE_FILES, NO_MORE_FILES))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
