"""A part to be, and its identifier in the component."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gcm_kg.model.document import Attribute
from gcm_kg.reading.wording import PURE

# Matches “a & b”, not “a2”.
OTHER = re.compile(r"[^A-Za-z0-9]+")

# Is “I. Introduction”, not “Introduction to work”.
INTRODUCTION = re.compile(
    r"\W*(?:[\dIVXA-Z]{1,4}[.)]\s*)?"
    r"(?:introduction|background|foreword|preface|general remarks)\W*",
    re.I,
)


@dataclass(slots=True)
class Node:
    """A part to be: its kind, its place, and what is below it."""

    kind: str
    identifier: str
    start: int
    end: int
    titles: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    below: list[Node] = field(default_factory=list)

    def reach(self) -> int:
        """Where the last part below it ends."""
        self.end = max([self.end, *(node.reach() for node in self.below)])
        return self.end


def without_titles(nodes: Iterable[Node]) -> None:
    """Takes what the headings above an introduction say from the sections below them: they are
    titles of the document, unless all of it is recommendations."""
    for node in nodes:
        if node.titles and not PURE.fullmatch(node.titles[-1]):
            node.titles = ()


def eid_of(node: Node, above: str) -> str:
    """The identifier in the component, after the Akoma Ntoso Naming Convention 1.0 (5.5)."""
    name = OTHER.sub("_", node.identifier)
    match node.kind:
        case "Section":
            return "toc" if node.identifier == "contents" else f"sec_{name}"
        case "Heading":
            return f"{above}__heading"
        case "Recommendation":
            name = f"item_{name}"
        case _:
            name = f"para_{name}"
    return f"{above}__{name}" if above else name
