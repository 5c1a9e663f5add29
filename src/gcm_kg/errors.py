"""The one error that users see: where, what was expected, what was found, what to do."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """Input that cannot be used. Its text is one line; the command line prints it and exits 2."""

    def __init__(
        self, where: str | Path, expected: str, found: str, advice: str, *, line: int | None = None
    ) -> None:
        place = _without_secrets(str(where))
        at = f"{place}:{line}" if line is not None else place
        message = " ".join(f"{at}: expected {expected}, found {found}; {advice}".split())
        # What a file holds must not steer the terminal, or break its encoding.
        super().__init__("".join(c if c.isprintable() else "\ufffd" for c in message))

    @classmethod
    def from_line(cls, line: str) -> InputError:
        """The error of another process, given its line."""
        error = cls.__new__(cls)
        Exception.__init__(error, line)
        return error

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return InputError.from_line, (str(self),)


class IncompleteAnswer(UserWarning):
    """What is said where an answer is given without a part of it that could not be used."""


def _without_secrets(where: str) -> str:
    """A place without what an address may say of who asks: its user, its password, its query."""
    if not where.lower().startswith(("http://", "https://")):
        return where
    scheme, _, rest = where.partition("://")
    host, slash, path = rest.partition("?")[0].partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def shown(text: str, limit: int = 60) -> str:
    """The text in quotation marks, on one line and cut to ``limit`` code points, for messages."""
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= limit else f"“{flat[: limit - 1]}…”"


def offered(text: str) -> str:
    """The text as it can be pasted into a shell, in single quotes where it needs them."""
    from shlex import quote

    return quote(" ".join(text.split()))
