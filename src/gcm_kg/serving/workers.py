"""Keeps the processes that answer, ends those that take too long, and takes up a new build."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.serving.connection import Connection, Worker
from gcm_kg.serving.messages import Refused, Request, Response
from gcm_kg.serving.states import state
from gcm_kg.serving.worker import NUMBER, READY

PATIENCE = 5.0
"""Seconds that a request waits for a worker."""
MOST_WAITING = 256
"""Requests that wait at a time."""
SLOW = 0.25
"""Seconds after which a worker gives way to the others."""
LOOK = 2.0
"""Seconds between two looks for a new build."""
LONGEST = 86_400.0
"""Seconds: the deadline of a request is not after more."""
OPENING = 300.0
"""Seconds in which a graph must be open."""
HEAVY = frozenset({"/sparql", "/query"})
"""Paths of questions that anybody may have written; one worker is never given to them."""


class Generation:
    """The workers of one state of the graph, and the process that they are copies of."""

    def __init__(self, where: str, *, memory: bool, seconds: float, hosts: Sequence[str]) -> None:
        ours, theirs = socket.socketpair()
        place = "memory" if memory else "disk"
        arguments = [where, place, str(min(seconds, LONGEST)), *hosts]
        command = [sys.executable, "-m", "gcm_kg.serving.worker", *arguments]
        self._process = subprocess.Popen(command, stdin=theirs.fileno(), start_new_session=True)
        theirs.close()
        ours.setblocking(False)
        self._control, self._turn = ours, asyncio.Lock()
        self.idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()  # the last one has all at hand
        self.retired, self.size, self.digest = False, 0, ""

    async def start(self, size: int) -> None:
        """Waits until the graph is open, and has some copies made. Raises InputError."""
        self.size = size
        loop = asyncio.get_running_loop()
        said = await asyncio.wait_for(loop.sock_recv(self._control, 4096), OPENING)
        if not said.startswith(READY):
            found = said.decode("utf-8", "replace") or "that the process ended"
            if said:
                raise InputError.from_line(found)
            raise InputError("the server", "a process that opens the graph", found, "try again")
        self.digest = said[len(READY) :].decode()
        for _ in range(size):
            self.idle.put_nowait(await self._copied())

    async def _copied(self) -> Worker:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        loop = asyncio.get_running_loop()
        async with self._turn:
            socket.send_fds(self._control, [READY], [theirs.fileno()])
            theirs.close()
            number = await loop.sock_recv(self._control, NUMBER.size)
        if len(number) < NUMBER.size:
            raise ConnectionError("the process that opens the graph has ended")
        _, connection = await loop.create_unix_connection(Connection, sock=ours)
        return Worker(NUMBER.unpack(number)[0], connection)

    async def renew(self) -> None:
        """Puts another worker in the place of one that has ended."""
        with suppress(OSError, ConnectionError):
            self.give_back(await self._copied())

    def give_back(self, worker: Worker) -> None:
        """Takes a worker that has answered."""
        if self.retired:
            worker.end(killed=False)
        else:
            self.idle.put_nowait(worker)

    def retire(self) -> None:
        """Ends the workers, those that answer when they have done so."""
        self.retired = True
        while not self.idle.empty():
            self.idle.get_nowait().end(killed=False)
        self._control.close()

    def end(self) -> None:
        """Ends all of it."""
        self.retire()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        self._process.kill()
        self._process.wait()

    def kill(self) -> None:
        """Ends those, too, that still answer: for nobody, once the server has ended."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


class Workers:
    """Answers requests, each within ``seconds``, by some processes; follows the graph's changes."""

    def __init__(
        self, where: str = "", *, size: int = 0, seconds: float = 10, hosts: Sequence[str] = (),
        note: Callable[[str], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self.where, self.hosts, self.note = where, tuple(hosts), note
        self.seconds = min(seconds, LONGEST)
        self.size = size or max(4, (os.cpu_count() or 1) + 2)
        self._heavy = asyncio.Semaphore(max(self.size - 1, 1))
        self._generation: Generation | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.waiting = self.killed = self.ended = 0

    @property
    def digest(self) -> str:
        """The digest of the state that is answered from."""
        return self._generation.digest if self._generation else ""

    async def start(self) -> None:
        """Opens the graph: on disk where it is, which is done at once, and then in memory."""
        self._generation = await self._begun(memory=False)
        self._soon(self._follow())

    async def _begun(self, *, memory: bool) -> Generation:
        generation = Generation(self.where, memory=memory, seconds=self.seconds, hosts=self.hosts)
        try:
            await generation.start(self.size)
        except BaseException:
            generation.end()
            raise
        return generation

    async def _follow(self) -> None:
        """Has the graph read into memory, now and whenever it has changed."""
        while True:
            try:
                await self._replace(await self._begun(memory=True))
            except (InputError, OSError, TimeoutError) as error:
                self.note(f"the graph is not read anew: {error}")
            while await self._unchanged():
                await asyncio.sleep(LOOK)

    async def _unchanged(self) -> bool:
        try:
            return await asyncio.to_thread(state, self.where, this_project()) == self.digest
        except (InputError, OSError):
            return True  # it is being replaced

    async def _replace(self, generation: Generation) -> None:
        before, self._generation = self._generation, generation
        if before:
            before.retire()
            await asyncio.to_thread(before.end)

    def _soon(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def answer(self, request: Request) -> Response:
        """The answer of a worker. Raises Refused where there is none in time."""
        if self.waiting >= MOST_WAITING:
            raise Refused(503, "the server: too many requests wait; try again", Retry_After="5")
        self.waiting += 1
        try:
            if request.path in HEAVY:
                await self._heavy_turn()
                try:
                    return await self._answered(request)
                finally:
                    self._heavy.release()
            return await self._answered(request)
        except TimeoutError:
            raise Refused(503, "the server: it is busy; try again", Retry_After="5") from None
        finally:
            self.waiting -= 1

    async def _answered(self, request: Request) -> Response:
        generation = self._generation
        if generation is None:
            raise Refused(503, "the server: it is starting", Retry_After="1")
        worker = await self._idle(generation)
        slow = asyncio.get_running_loop().call_later(SLOW, worker.give_way)
        done = False
        try:
            async with asyncio.timeout(self.seconds):
                response = await worker.answer(request)
            done = slow.when() > asyncio.get_running_loop().time() or worker.take_turns()
            return response
        except TimeoutError:
            self.killed += 1
            line = f"the query: expected an answer within {self.seconds:g} seconds; ask for less"
            raise Refused(503, line) from None
        except ConnectionError:
            self.ended += 1
            line = "the query: expected one that the engine can bear; nest it less deeply"
            raise Refused(503, line) from None
        finally:
            slow.cancel()
            self._after(generation, worker, done=done)

    async def _heavy_turn(self) -> None:
        """Waits until a question that anybody may have written may be asked."""
        if self._heavy.locked():
            async with asyncio.timeout(PATIENCE):
                await self._heavy.acquire()
        else:
            await self._heavy.acquire()

    async def _idle(self, generation: Generation) -> Worker:
        """A worker that has nothing to do. Raises TimeoutError where there is none in time."""
        with suppress(asyncio.QueueEmpty):
            return generation.idle.get_nowait()
        async with asyncio.timeout(PATIENCE):
            return await generation.idle.get()

    def _after(self, generation: Generation, worker: Worker, *, done: bool) -> None:
        """Has a worker back; one that was slow, or is to be ended, is replaced."""
        if done:
            generation.give_back(worker)
            return
        worker.end(killed=True)
        if not generation.retired:
            self._soon(generation.renew())

    async def stop(self) -> None:
        """Ends all processes."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._generation:
            await asyncio.to_thread(self._generation.end)
            self._generation.kill()
