"""The server's end of a worker: asks it, and ends it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from gcm_kg.serving.messages import SIZES, Request, Response

NICE = 15
"""How far a worker stands back that has worked for long (getpriority(2))."""


class Connection(asyncio.Protocol):
    """Sends messages, and takes in one at a time. There is nothing between it and the loop, as
    streams are: these take a third of the time of a small request."""

    def __init__(self) -> None:
        self._transport: asyncio.WriteTransport | None = None
        self._held, self._wanted = bytearray(), 0
        self._waiting: asyncio.Future[tuple[bytes, bytes]] | None = None
        self._ended = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Is told that it can send."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        """Takes in a piece of a message."""
        self._held += data
        if not self._wanted and len(self._held) >= SIZES.size:
            self._wanted = SIZES.size + sum(SIZES.unpack_from(self._held))
        if self._wanted and len(self._held) >= self._wanted:
            first, _ = SIZES.unpack_from(self._held)
            whole, start = bytes(self._held), SIZES.size
            self._held, self._wanted = bytearray(), 0
            if self._waiting and not self._waiting.done():
                self._waiting.set_result((whole[start : start + first], whole[start + first :]))

    def connection_lost(self, exc: Exception | None) -> None:
        """Is told that the process has ended."""
        self._ended = True
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(ConnectionError("the process has ended"))

    async def answer(self, message: bytes) -> tuple[bytes, bytes]:
        """The two halves of what is answered to a message. Raises ConnectionError where the process
        has ended."""
        if self._transport is None or self._ended:
            raise ConnectionError("the process has ended")
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._waiting

    def close(self) -> None:
        """Ends the connection."""
        if self._transport:
            self._transport.close()


@dataclass(eq=False, slots=True)
class Worker:
    """A process that answers one request at a time."""

    number: int
    connection: Connection

    async def answer(self, request: Request) -> Response:
        """The answer. Raises ConnectionError where the process has ended."""
        head, body = await self.connection.answer(request.packed())
        return Response.unpacked(json.loads(head), body)

    def end(self, *, killed: bool) -> None:
        """Ends the process: at once, or where it waits."""
        if killed:
            with suppress(ProcessLookupError):
                os.kill(self.number, signal.SIGKILL)
        self.connection.close()

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
