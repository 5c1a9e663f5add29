"""A connection to a worker takes a message in however it is cut, and says when the worker ended."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from gcm_kg.serving.connection import Connection
from gcm_kg.serving.messages import framed


class Transport(asyncio.WriteTransport):
    """Takes what is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = b""

    def write(self, data: Any) -> None:
        self.sent += data


async def answered(connection: Connection, pieces: Sequence[bytes]) -> tuple[bytes, bytes]:
    waiting = asyncio.create_task(connection.answer(b"asked"))
    await asyncio.sleep(0)
    for piece in pieces:
        connection.data_received(piece)
    return await waiting


def connected() -> tuple[Connection, Transport]:
    connection, transport = Connection(), Transport()
    connection.connection_made(transport)
    return connection, transport


@pytest.mark.parametrize("size", [1, 3, 9, 1000])
def test_a_message_may_come_in_pieces(size: int) -> None:
    async def twice() -> None:
        connection, transport = connected()
        for body in (b"body" * 20, b""):
            message = framed(["head"], body)
            pieces = [message[at : at + size] for at in range(0, len(message), size)]
            assert await answered(connection, pieces) == (b'["head"]', body)
        assert transport.sent == b"asked" * 2

    asyncio.run(twice())


def test_who_waits_is_told_that_the_process_has_ended_and_so_is_who_asks_then() -> None:
    async def ended() -> None:
        connection, _ = connected()
        waiting = asyncio.create_task(connection.answer(b"asked"))
        await asyncio.sleep(0)
        connection.connection_lost(None)
        with pytest.raises(ConnectionError):
            await waiting
        with pytest.raises(ConnectionError):
            await connection.answer(b"asked again")

    asyncio.run(ended())


def test_an_answer_for_which_nobody_waits_any_more_is_let_go() -> None:
    async def cancelled() -> None:
        connection, _ = connected()
        waiting = asyncio.create_task(connection.answer(b"asked"))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0)
        connection.data_received(framed([], b"late"))
        connection.connection_lost(None)

    asyncio.run(cancelled())
