"""Reads the profiles of kinds of documents, and finds the one that fits a text best."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.reading.pattern_fragments import with_fragments
from gcm_kg.text.lazy_patterns import LazyPatterns

GENERAL = "general"
"""The profile of texts that no other fits; what another does not say holds as it is said there."""
GENERAL_TOO = "…"
"""What stands in a list of a profile for what the general one has there."""
LEAST = 3
"""The score from which a profile fits."""
START = 4_000
"""Code points at the beginning of a text, where its title, symbol and date stand."""
ANYWHERE = 400_000
"""Code points in which signs are looked for anywhere: two hundred pages tell what a text is."""
KEYS = {
    "title": str,
    "signs": list,
    "fragments": dict,
    "styles": list,
    "heading_words": list,
    "sections": list,
    "asking_sections": list,
    "other_sections": list,
    "summary_sections": list,
    "note_sections": list,
    "lead_ins": list,
    "other_lead_ins": list,
    "operative": list,
    "labels": list,
    "asking_labels": list,
    "dotted": bool,
    "asking_marks": list,
    "lettered_areas": bool,
    "bulleted": bool,
    "paragraphs": list,
    "imperatives": list,
    "sentences": list,
    "other_sentences": list,
    "whole_paragraphs": bool,
    "to_the_end": bool,
    "makers": bool,
    "makers_behind": list,
    "maker": list,
    "antecedent": list,
    "speakers": bool,
    "body": list,
    "position": bool,
    "addressee": list,
    "addressee_fields": list,
    "addressee_heads": list,
    "addressee_subjects": list,
    "addressee_calls": list,
    "addressee_that": list,
    "government": list,
    "addressed_in_front": bool,
}
"""The keys of a profile and the types of their values, described in data/profiles/README.md."""
PATTERNS = (
    *("heading_words", "sections", "asking_sections", "other_sections", "summary_sections"),
    *(
        "note_sections",
        "lead_ins",
        "other_lead_ins",
        "operative",
        "paragraphs",
        "imperatives",
        "sentences",
        "other_sentences",
        "makers_behind",
        "maker",
    ),
    *("antecedent", "body", "addressee", "addressee_fields", "addressee_heads"),
    "addressee_subjects",
    "addressee_calls",
    "addressee_that",
    "government",
)
"""The keys whose values are lists of regular expressions."""
HEEDING = (
    "addressee",
    "addressee_subjects",
    "addressee_calls",
    "addressee_that",
    "body",
    "government",
)
"""The keys of those that heed capitals."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that speaks for a profile, or against it where its weight is negative.

    It is looked for at the start of a text, or anywhere; it has to match so many ``times``.
    """

    pattern: re.Pattern[str]
    weight: int
    at_start: bool
    times: int

    def is_in(self, text: str) -> bool:
        """Whether a text shows it."""
        end = START if self.at_start else ANYWHERE
        found = islice(self.pattern.finditer(text, 0, end), self.times)
        return sum(1 for _ in found) == self.times


@dataclass(frozen=True, slots=True)
class Profile:
    """How documents of a kind are laid out, and which of their parts are recommendations."""

    name: str
    title: str
    signs: tuple[Sign, ...]
    styles: frozenset[str]
    labels: frozenset[str]
    asking_labels: frozenset[str]
    asking_marks: frozenset[str]
    flags: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]]

    def score(self, text: str) -> int:
        """The sum of the weights of the signs that a text shows."""
        return sum(sign.weight for sign in self.signs if sign.is_in(text))

    def find(self, key: str, words: str) -> re.Match[str] | None:
        """Where one of the patterns under a key matches the words."""
        return self.patterns[key].search(words)


def load_profiles(folders: Iterable[Path]) -> dict[str, Profile]:
    """The profiles in the folders by name, sorted; a later folder's goes before an earlier one's.

    Raises InputError, with the file, for what is no TOML, for keys that are not known, values of
    another type and patterns that are none.
    """
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    if GENERAL not in files:
        found, advice = ", ".join(files) or "none", "restore data/profiles"
        raise InputError("data/profiles", f"{GENERAL}.toml", found, advice)
    unsaid = {key: kind() for key, kind in KEYS.items()}  # of profiles older than a key
    values, fragments = with_fragments(files[GENERAL], _values(files[GENERAL]), {})
    general = unsaid | values
    profiles = {GENERAL: _profile(files[GENERAL], general)}
    for name in sorted(files.keys() - {GENERAL}):
        values, _ = with_fragments(files[name], _values(files[name]), fragments)
        own = {key: _with_general(value, general[key]) for key, value in values.items()}
        profiles[name] = _profile(files[name], general | own)
    return profiles


def _with_general(own: Any, general: Any) -> Any:
    """A value of a profile, in lists those of the general one in the place of “…”."""
    if not isinstance(own, list) or GENERAL_TOO not in own:
        return own
    at = own.index(GENERAL_TOO)
    return [*own[:at], *general, *own[at + 1 :]]


def best(profiles: Mapping[str, Profile], text: str) -> tuple[Profile, int]:
    """The profile with the highest score, and that score; the general one if none fits."""
    scores = {name: profile.score(text) for name, profile in profiles.items()}
    scores.pop(GENERAL, None)
    name = max(sorted(scores), key=lambda name: scores[name], default=GENERAL)
    if scores.get(name, 0) < LEAST:
        return profiles[GENERAL], 0
    return profiles[name], scores[name]


def _values(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(load_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path, "TOML", str(error), "correct the line") from None
    for key, value in values.items():
        if key not in KEYS:
            raise InputError(path, f"keys such as {', '.join(KEYS)}", key, "remove or correct it")
        if not isinstance(value, KEYS[key]):
            expected = f"{key} = a {KEYS[key].__name__}"
            raise InputError(path, expected, shown(str(value)), "correct it")
    return values


def _profile(path: Path, values: dict[str, Any]) -> Profile:
    return Profile(
        name=path.stem,
        title=values["title"] or path.stem,
        signs=tuple(_sign(path, sign) for sign in values["signs"]),
        styles=frozenset(values["styles"]),
        labels=frozenset(values["labels"]),
        asking_labels=frozenset(values["asking_labels"]),
        asking_marks=frozenset(values["asking_marks"]),
        flags=frozenset(key for key, value in values.items() if value is True),
        patterns=LazyPatterns({key: _pattern(path, key, values[key]) for key in PATTERNS}),
    )


def _sign(path: Path, sign: dict[str, Any]) -> Sign:
    match sign:
        case {"pattern": str(pattern), "weight": int(weight)}:
            at, times = sign.get("at", "start"), sign.get("times", 1)
            return Sign(_compiled(path, "signs", pattern), weight, at == "start", times)
    expected = 'signs = { pattern = "…", weight = 2, at = "start" or "anywhere" }'
    raise InputError(path, expected, shown(str(sign)), "correct it")


def _pattern(path: Path, key: str, patterns: list[str]) -> Callable[[], re.Pattern[str]]:
    """What makes one pattern for all; it matches nothing if there is none. A mistake in one of
    them is found at once."""
    for pattern in patterns:
        _compiled(path, key, pattern)
    numbered = (
        p.replace("(?P<to>", f"(?P<to{number}>").replace("(?P<body>", f"(?P<body{number}>")
        for number, p in enumerate(patterns)
    )
    whole = "|".join(f"(?:{pattern})" for pattern in numbered) or r"(?!)"
    return partial(_compiled, path, key, whole)


def _compiled(path: Path, key: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, 0 if key in HEEDING else re.IGNORECASE)
    except (re.error, TypeError) as error:
        found = f"{shown(str(pattern))} ({error})"
        raise InputError(path, f"{key} = regular expressions", found, "correct it") from None
