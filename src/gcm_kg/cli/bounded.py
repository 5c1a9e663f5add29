"""Runs a command that reads the files of others in a process of its own, within bounds.

What is nested too deeply, or grows without end, ends a process without a word: the one that is left
says so in a line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from gcm_kg.errors import one_line

BOUNDED = ("add", "check", "merge", "link")
"""The commands that read files of others."""
UNTIMED = "add"
"""The one that builds, too, which takes as long as there are documents."""
VARIABLE, MEMORY = "GCM_KG_MEMORY", 4_000
"""What says how many megabytes such a command may take, and how many it may if nothing does."""
OUT_OF_TIME = 24
"""The signal of a process that has taken too long (SIGXCPU)."""
INSIDE = "GCM_KG_BOUNDED"
"""What is set in the process that works."""
SECONDS, LONGEST = "GCM_KG_SECONDS", 900
"""What says how many seconds of the processor it may take, and how many it may if nothing does."""


def is_wanted(arguments: Sequence[str], commands: Sequence[str]) -> bool:
    """Whether the arguments of the program are such a command, and this process has to start it."""
    asks = {"--help", "-h"} & set(arguments)
    return _command(arguments, commands) in BOUNDED and not asks and INSIDE not in os.environ


def _command(arguments: Sequence[str], commands: Sequence[str]) -> str:
    return next((word for word in arguments if word in commands), "")


def run(arguments: Sequence[str]) -> int:
    """Runs the program with the same arguments; gives its exit code, 2 where it broke off."""
    import tempfile

    with tempfile.TemporaryFile() as said:
        code = _run(arguments, said.fileno())
        said.seek(0)
        file = said.read().decode("utf-8", "replace")
    if code >= 0:
        return code
    if -code == OUT_OF_TIME:
        why, advice = "took too long", f"let {SECONDS} be more than {_seconds():,}"
    else:
        why = "was too large, or nested too deeply"
        advice = f"let {VARIABLE} be more than {_megabytes():,} megabytes"
    sys.stderr.write(
        f"gcm-kg: {file}the command broke off: what it read {why}; split the input, or {advice}\n"
    )
    return 2


def _run(arguments: Sequence[str], said: int) -> int:
    """Runs the program with a file, given by its descriptor, to which it writes what it reads."""
    import subprocess

    command = [sys.executable, "-m", "gcm_kg.cli.main", *arguments]
    passed = [said] if os.name == "posix" else []
    child = subprocess.Popen(command, env={**os.environ, INSIDE: str(said)}, pass_fds=passed)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the other one was told as well, and ends
            continue


def working_on(name: str) -> None:
    """Notes the file that is read, so that it is named if it ends this process; none if empty."""
    said = os.environ.get(INSIDE, "")
    if said.isdecimal() and int(said) > 2:
        with suppress(OSError):
            os.ftruncate(int(said), 0)
            os.pwrite(int(said), (f"{one_line(name)}: " if name else "").encode(), 0)


def limit(arguments: Sequence[str], commands: Sequence[str]) -> None:
    """Sets the bounds of this process, if it is one that was started for that."""
    if INSIDE not in os.environ:
        return
    from gcm_kg.querying.sandbox import end_with_parent

    end_with_parent()
    _quieten_engines()
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = {resource.RLIMIT_DATA: _megabytes() * 1_000_000}
        if _command(arguments, commands) != UNTIMED:
            most[resource.RLIMIT_CPU] = _seconds()
        for kind, number in most.items():
            resource.setrlimit(kind, (number, resource.getrlimit(kind)[1]))


def _quieten_engines() -> None:
    """Leaves standard error to Python: what an engine writes there when it ends the process is no
    line for people, and the other process says it in one."""
    with suppress(AttributeError, ValueError, OSError):
        sys.stderr.flush()
        kept, nowhere = os.dup(sys.stderr.fileno()), os.open(os.devnull, os.O_WRONLY)
        encoding, errors = sys.stderr.encoding, sys.stderr.errors
        os.dup2(nowhere, sys.stderr.fileno())
        os.close(nowhere)
        sys.stderr = os.fdopen(kept, "w", buffering=1, encoding=encoding, errors=errors)


def _megabytes() -> int:
    return _said(VARIABLE, MEMORY)


def _seconds() -> int:
    return _said(SECONDS, LONGEST)


def _said(variable: str, usual: int) -> int:
    """What a variable of the environment says, or else what is usual."""
    said = os.environ.get(variable, "")
    return int(said) if said.isascii() and said.isdigit() and int(said) > 0 else usual
