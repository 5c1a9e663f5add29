"""The server's end of a worker: asks it, and ends it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from contextlib import suppress
from dataclasses import dataclass

from gcm_kg.serving.messages import SIZES, Request, Response

NICE = 15
"""How far a worker stands back that has worked for long (getpriority(2))."""


@dataclass(eq=False, slots=True)
class Worker:
    """A process that answers one request at a time."""

    number: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def answer(self, request: Request) -> Response:
        """The answer. Raises IncompleteReadError where the process has ended."""
        self.writer.write(request.packed())
        await self.writer.drain()
        first, second = SIZES.unpack(await self.reader.readexactly(SIZES.size))
        both = await self.reader.readexactly(first + second)
        return Response.unpacked(json.loads(both[:first]), both[first:])

    def end(self, *, killed: bool) -> None:
        """Ends the process: at once, or where it waits."""
        if killed:
            with suppress(ProcessLookupError):
                os.kill(self.number, signal.SIGKILL)
        self.writer.close()

    def give_way(self) -> None:
        """Lets others have the processor first, from now on."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.number, NICE)

    def take_turns(self) -> bool:
        """Lets it have the processor as others do; whether that was allowed."""
        try:
            os.setpriority(os.PRIO_PROCESS, self.number, os.getpriority(os.PRIO_PROCESS, 0))
        except OSError:
            return False
        return True
