"""Answers one query in a process of its own, which its parent can end.

An engine cannot be stopped from within: planning alone can take for ever, and deep nesting ends the
process. So the parent starts this module with the graph as its argument and the query as its input,
and kills it at the deadline; should the parent be killed, an alarm ends it. Run as
``python -m gcm_kg.querying.sandbox FORMAT GRAPH SECONDS [--memory=MEGABYTES] [--document=KEY]…
[--outward]``.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

MEMORY = 1_000
"""Megabytes that a query may take unless something else is said."""
NO_ROOM = 3
"""The exit code where the answer cannot be written."""
END_WITH_PARENT = 1
"""Of prctl(2): which signal is sent when the parent ends, by whatever."""
GRACE = 5
"""Seconds after the deadline at which a process ends itself."""
SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: its number in Linux (linux/audit.h), and that of the call that opens a socket."""
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
NUMBER, ARCHITECTURE = 0, 4
"""Where the number of a call and that of the machine stand (linux/seccomp.h, seccomp_data)."""
REFUSE, ALLOW = 0x00050000 | 13, 0x7FFF0000
"""What to do with a call: to fail with "permission denied", or to go on."""
NO_NEW_PRIVILEGES, SET_FILTER, BY_FILTER = 38, 22, 2
"""Of prctl(2)."""


def main(arguments: list[str]) -> int:
    """Answers the query of standard input; 2 with a line on standard error if it is none."""
    form, graph, seconds, *flags = arguments
    memory = next((f.partition("=")[2] for f in flags if f.startswith("--memory=")), MEMORY)
    end_with_parent()
    limit(float(seconds), int(memory))
    from functools import partial

    from gcm_kg.errors import InputError
    from gcm_kg.project import this_project
    from gcm_kg.querying.answers import Answer
    from gcm_kg.rdf.jsonld import load_context
    from gcm_kg.store.opening import open_graph

    sparql = sys.stdin.buffer.read().decode()
    try:
        project = this_project()
        keys = [flag.partition("=")[2] for flag in flags if flag.startswith("--document=")]
        data = open_graph(graph or None, project)
        if keys:
            from gcm_kg.store.limited import limited

            data = limited(data, keys)
        if "--outward" not in flags:
            deny_sockets()
        context = partial(load_context, project.context)
        text = Answer(data.query(sparql), sparql, context).serialize(form)
    except InputError as error:
        sys.stderr.buffer.write(f"{error}\n".encode())
        return 2
    try:
        # The stream that is there may be one that writes a part and says nothing.
        with open(sys.stdout.fileno(), "wb", closefd=False) as output:
            output.write(text.encode())
    except OSError as error:
        sys.stderr.buffer.write(f"{error.strerror}\n".encode())
        return NO_ROOM
    return 0


def end_with_parent() -> None:
    """Lets this process end when its parent does, where the system can (Linux, prctl)."""
    if sys.platform != "linux":
        return
    import ctypes
    import signal

    before = os.getppid()
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != before:  # it has ended already
        os.kill(os.getpid(), signal.SIGKILL)


def limit(seconds: float, megabytes: int = MEMORY) -> None:
    """Bounds the memory of this process, and its life, whatever becomes of its parent."""
    with suppress(ImportError, AttributeError, ValueError):  # where there are no such limits
        import resource
        import signal

        signal.alarm(int(seconds) + GRACE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000, hard))


def deny_sockets() -> None:
    """Takes from this process, for good, the means to open a connection.

    It works on Linux (seccomp); elsewhere SERVICE has been refused by its name alone. A limit of
    open files would not do: of a large database most files are opened when they are first read.
    """
    machine, number = SOCKET.get(os.uname().machine, (0, 0)) if sys.platform == "linux" else (0, 0)
    if not machine:
        return
    import ctypes
    import struct

    steps = (
        (LOAD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 0, 3, machine),  # another: to the last step
        (LOAD, 0, 0, NUMBER),
        (JUMP_IF_EQUAL, 0, 1, number),
        (RETURN, 0, 0, REFUSE),
        (RETURN, 0, 0, ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(code)))
    control = ctypes.CDLL(None).prctl
    control(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    control(SET_FILTER, BY_FILTER, program, 0, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
