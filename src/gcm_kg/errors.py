"""The one error that users see: where, what was expected, what was found, what to do."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category


class InputError(Exception):
    """Input that cannot be used. Its text is one line; the command line prints it and exits 2."""

    def __init__(
        self, where: str | Path, expected: str, found: str, advice: str, *, line: int | None = None
    ) -> None:
        place = _without_secrets(str(where))
        at = f"{place}:{line}" if line is not None else place
        super().__init__(one_line(f"{at}: expected {expected}, found {found}; {advice}"))

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


def missing(where: str | Path, package: str, extra: str, otherwise: str = "") -> InputError:
    """The error of a package that is not installed, which comes with an extra of this one."""
    advice = f"pip install 'gcm-kg[{extra}]'{otherwise and f', or {otherwise}'}"
    return InputError(where, f"the package {package}", "none", advice)


TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, section 2)."""


def printable(text: str) -> str:
    """The text with its lines and tabs, without what would steer a terminal."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    """Whether a terminal would not show a character but do something: controls, but for new lines
    and tabs, separators of lines, and marks that turn the direction of writing. Spaces of every
    width, joiners of letters, and signs that only some fonts have, are shown."""
    return character in TURNING or (
        category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t"
    )


def one_line(text: str) -> str:
    """The text on one line, without what would steer a terminal."""
    return printable(" ".join(text.split()))


def shown(text: str, limit: int = 60) -> str:
    """The text in quotation marks, on one line and cut to ``limit`` code points, for messages."""
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= limit else f"“{flat[: limit - 1]}…”"


def offered(text: str) -> str:
    """The text as it can be pasted into a shell, in single quotes where it needs them."""
    from shlex import quote

    return quote(" ".join(text.split()))
