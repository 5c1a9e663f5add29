"""Ends the connections of a request at its deadline, wherever in the answer it is.

A time limit of a socket holds for each piece alone: a server that sends its status, a header, a
chunk or a trailer byte by byte is never late by it.
"""

from __future__ import annotations

import http.client
import socket
import threading
import urllib.request
from contextlib import suppress
from functools import partial
from typing import Any


class Watch:
    """The connections of one request. ``over`` says that they were ended."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(max(0.0, seconds), self._end)
        self._timer.daemon = True
        self._timer.start()

    def add(self, connected: socket.socket) -> None:
        """Watches a connection."""
        self._sockets.append(connected)
        if self.over:
            self._end()

    def stop(self) -> None:
        """Watches no longer."""
        self._timer.cancel()

    def _end(self) -> None:
        self.over = True
        for connected in self._sockets:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


class _Watched(http.client.HTTPConnection):
    """A connection that is watched from when it is made."""

    def __init__(self, *arguments: Any, watch: Watch, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._watch = watch

    def connect(self) -> None:
        super().connect()
        self._watch.add(self.sock)


class _WatchedSecure(_Watched, http.client.HTTPSConnection):
    """The same with TLS, which the connection has by the time it is watched."""


class WatchedHttp(urllib.request.HTTPHandler):
    """Opens addresses with http."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: urllib.request.Request) -> Any:
        """The answer to a request."""
        return self.do_open(partial(_Watched, watch=self._watch), req)


class WatchedHttps(urllib.request.HTTPSHandler):
    """Opens addresses with https."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: urllib.request.Request) -> Any:
        """The answer to a request."""
        return self.do_open(partial(_WatchedSecure, watch=self._watch), req)
