"""Cues as they are declared, as they stand in a text, and what they say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueReading:
    """What a cue means (the IRI of the thing that declares it) and the words that say so."""

    meaning: str
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CueKind:
    """How a cue is declared. An imperative one counts in recommendations only."""

    meaning: str
    behind: bool
    imperative: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text."""

    start: int
    end: int
    kind: CueKind
