"""Runs a command that reads the files of others in a process of its own, within bounds.

What is nested too deeply, or grows without end, ends a process without a word: the one that is left
says so in a line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

BOUNDED = ("check", "merge", "link")
"""The commands that read files of others."""
VARIABLE, MEMORY = "GCM_KG_MEMORY", 4_000
"""What says how many megabytes such a command may take, and how many it may if nothing does."""
INSIDE = "GCM_KG_BOUNDED"
"""What is set in the process that works."""
LONGEST = 3_600
"""Seconds of the processor that it may take."""


def is_wanted(arguments: Sequence[str], commands: Sequence[str]) -> bool:
    """Whether the arguments of the program are such a command, and this process has to start it."""
    command = next((word for word in arguments if word in commands), "")
    asks = {"--help", "-h"} & set(arguments)
    return command in BOUNDED and not asks and INSIDE not in os.environ


def run(arguments: Sequence[str]) -> int:
    """Runs the program with the same arguments; gives its exit code, 2 where it broke off."""
    import subprocess

    command = [sys.executable, "-m", "gcm_kg.cli.main", *arguments]
    child = subprocess.Popen(command, env={**os.environ, INSIDE: "1"})
    while True:
        try:
            code = child.wait()
            break
        except KeyboardInterrupt:  # the other one was told as well, and ends
            continue
    if code >= 0:
        return code
    why = "took too long" if -code == 24 else "was too large, or nested too deeply"
    advice = f"split the input, or let {VARIABLE} be more than {_megabytes():,} megabytes"
    sys.stderr.write(f"gcm-kg: the command broke off: what it read {why}; {advice}\n")
    return 2


def limit() -> None:
    """Sets the bounds of this process, if it is one that was started for that."""
    if INSIDE not in os.environ:
        return
    from gcm_kg.querying.sandbox import end_with_parent

    end_with_parent()
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for kind, most in (
            (resource.RLIMIT_DATA, _megabytes() * 1_000_000),
            (resource.RLIMIT_CPU, LONGEST),
        ):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _megabytes() -> int:
    said = os.environ.get(VARIABLE, "")
    return int(said) if said.isascii() and said.isdigit() and int(said) > 0 else MEMORY
