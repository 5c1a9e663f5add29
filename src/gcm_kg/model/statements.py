"""What is extracted from a document: mentions of things, and statements about parts."""

from __future__ import annotations

from dataclasses import dataclass

from gcm_kg.model.document import Part


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name one or more things; with no thing, they are unresolved.

    ``start`` and ``end`` are code points of the source; ``maker`` is the IRI of the rule, or of
    the annotation row, that made it.
    """

    start: int
    end: int
    entities: tuple[str, ...]
    layer: str
    maker: str
    part: Part


RELATIONS = {
    "cites": ("Citation", "Instrument"),
    "appliesPrinciple": ("PrincipleApplication", "Principle"),
    "callsOn": ("CallOnActor", "Actor"),
    "involves": ("Involvement", "Actor"),
    "namesActor": ("ActorNaming", "Actor"),
    "benefits": ("Benefit", "Population"),
    "hasTheme": ("ThemeAssignment", "Theme"),
    "requestsAction": ("ActionRequest", "Action"),
}
"""The direct edges, in the order in which they are written: statement class and class of object."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge with its evidence: stretches of the source, in code points."""

    part: Part
    relation: str
    entity: str
    function: str
    evidence: tuple[tuple[int, int], ...]
    maker: str
    reviewed: bool = False

    @property
    def key(self) -> Key:
        """What makes the statement this one: part, edge, object and function."""
        return (self.part.identifier, self.relation, self.entity, self.function)


Key = tuple[str, str, str, str]
