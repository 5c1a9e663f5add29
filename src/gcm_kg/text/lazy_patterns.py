"""Patterns that are compiled when they are first asked for: most texts need few of them, and to
compile those of thousands of words takes longer than to read a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from sys import maxsize

METHODS = ("search", "match", "fullmatch", "finditer")
"""What a pattern is asked for."""


class LazyPattern:
    """A pattern with the methods of a compiled one that are used here."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, whose methods take the place of those here. Raises re.error where it is
        none."""
        pattern = re.compile(self.source)
        self.__dict__ |= {name: getattr(pattern, name) for name in METHODS}
        return pattern

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place in a text, or in a stretch of it, where the pattern matches."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """A match that begins where the text, or a stretch of it, does."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """A match of all of a text, or of a stretch of it."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, in their order."""
        return self.compiled.finditer(text, start, end)


class LazyPatterns(Mapping[str, re.Pattern[str]]):
    """Compiled patterns by name, each made by what is given for it when it is first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], re.Pattern[str]]]) -> None:
        self._makers, self._made = makers, dict[str, re.Pattern[str]]()

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
