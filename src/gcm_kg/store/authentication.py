"""Says who asks a server (RFC 7616, Digest; RFC 7617, Basic): once it has asked for it, before it
asks again. Some servers close the connection on the body of a request that comes without."""

from __future__ import annotations

import urllib.request
from http.client import HTTPMessage
from typing import IO, Any
from urllib.request import HTTPPasswordMgrWithPriorAuth, Request, parse_http_list, parse_keqv_list


class _Digest(urllib.request.HTTPDigestAuthHandler):
    _challenge: dict[str, str] | None = None

    def http_request(self, req: Request) -> Request:
        """The request with an answer to the challenge that came before."""
        if self._challenge and not req.has_header(self.auth_header):
            answer = self.get_authorization(req, self._challenge)
            req.add_unredirected_header(self.auth_header, f"Digest {answer}")
        return req

    https_request = http_request

    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        """Answers a challenge, and keeps it."""
        scheme, _, values = str(headers.get("www-authenticate", "")).partition(" ")
        if scheme.lower() == "digest":
            self._challenge = parse_keqv_list(parse_http_list(values))
        return super().http_error_401(req, fp, code, msg, headers)


class _Basic(urllib.request.HTTPBasicAuthHandler):
    passwd: HTTPPasswordMgrWithPriorAuth

    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        """Answers by name and password, from now on before it is asked."""
        if str(headers.get("www-authenticate", "")).lower().startswith("basic"):
            self.passwd.update_authenticated(req.full_url, True)
        return super().http_error_401(req, fp, code, msg, headers)


def authenticated(address: str, user: str, password: str) -> list[urllib.request.BaseHandler]:
    """What answers the challenges of the server at an address, and of no other one."""
    known = HTTPPasswordMgrWithPriorAuth()
    known.add_password(None, address, user, password)
    return [_Digest(known), _Basic(known)]
