"""The header of a question: its values, and the lines in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown


@dataclass(frozen=True, slots=True)
class Header:
    """What a header, or a part of it, says; every value is text, a list or a mapping.

    Methods raise InputError, with the line, for a value of another kind than is asked for.
    """

    path: Path
    sparql: str
    values: dict[str, Any]

    def fault(
        self, word: str, expected: str, found: str, advice: str, behind: str = ""
    ) -> InputError:
        """An error at the first line with a word, or a key ("name:"), behind that of another key if
        one is given."""
        begin = self._line(f"{behind}:", 0) if behind else 0
        place = self._line(word, begin)
        return InputError(self.path, expected, found, advice, line=place + 1)

    def _line(self, word: str, begin: int) -> int:
        lines = enumerate(self.sparql.split("\n"))
        for number, line in lines:
            text = line.lstrip("#+- ") if word.endswith(":") else line
            if number >= begin and (text.startswith(word) or (text is line and word in line)):
                return number
        return begin

    def text(self, key: str, default: str) -> str:
        """A text on one line; the default where there is none."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.fault(f"{key}:", f"a text as {key}", shown(str(value)), "write it as one")
        return " ".join(value.split()) or default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or a single one."""
        value = self.values.get(key) or []
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in values):
            raise self.fault(f"{key}:", f"texts as {key}", shown(str(value)), "write a list")
        return tuple(one for one in values if one)

    def mapping(self, key: str) -> dict[str, Any]:
        """A mapping; empty where there is none."""
        return self.of(self.values, key)

    def of(self, values: dict[str, Any], key: str) -> dict[str, Any]:
        """A mapping within another one."""
        value = values.get(key) or {}
        if not isinstance(value, dict):
            expected = f"a mapping behind {key}:"
            raise self.fault(f"{key}:", expected, shown(str(value)), "write key: value below it")
        return value

    def listed(self, key: str, names: Sequence[str]) -> list[str]:
        """What grlc's ``defaults`` and ``enumerate`` hold for a parameter of some names: a mapping,
        or a list of single pairs, whose values are texts or lists of them."""
        value = self.values.get(key) or []
        for pair in value if isinstance(value, list) else [value]:
            if isinstance(pair, str):
                continue  # grlc asks its endpoint for the values of such a one
            if not isinstance(pair, dict):
                expected, advice = f"pairs behind {key}:", "write - name: value"
                raise self.fault(f"{key}:", expected, shown(str(pair)), advice)
            name = next((name for name in names if name in pair), None)
            if name is None:
                continue
            found = pair[name] if isinstance(pair[name], list) else [pair[name]]
            if not found or not all(isinstance(one, str) and one for one in found):
                expected, advice = f"a text as {key} of {name}", "write one, or leave the line out"
                raise self.fault(f"{name}:", expected, _shown(pair[name]), advice, key)
            return found
        return []


def _shown(value: object) -> str:
    return shown(str(value)) if value else "nothing"
