"""What is extracted from a document: mentions of things, statements about parts, and passages."""

from __future__ import annotations

from dataclasses import dataclass, field

from gcm_kg.model.document import Part, Source

REPEATED = "repeated themes"
"""The layer of what names a theme that its sentence has named before: it marks nothing, and may
still say whether the theme is to be furthered or fought."""


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

    def __hash__(self) -> int:  # thousands are looked up, and few begin where others do
        return hash((self.start, self.end, self.entities))


RELATIONS = {
    "cites": ("Citation", "Instrument"),
    "appliesPrinciple": ("PrincipleApplication", "Principle"),
    "callsOn": ("CallOnActor", "Actor"),
    "involves": ("Involvement", "Actor"),
    "namesActor": ("ActorNaming", "Actor"),
    "benefits": ("Benefit", "Population"),
    "targets": ("Targeting", "Population"),
    "hasTheme": ("ThemeAssignment", "Theme"),
    "requestsAction": ("ActionRequest", "Action"),
    "requestsMeasure": ("MeasureRequest", "Measure"),
    "strength": ("RequestStrength", "Strength"),
    "actionCategory": ("Categorization", "ActionCategory"),
    "recommendedBy": ("Authorship", "Actor"),
    "addressedTo": ("Addressing", "Actor"),
    "position": ("PositionTaking", "Position"),
}
"""The direct edges, in the order in which they are written: statement class and class of object."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge with its evidence: stretches of the source, in code points, or of that of
    ``elsewhere``, where another document says it."""

    part: Part
    relation: str
    entity: str
    function: str
    evidence: tuple[tuple[int, int], ...]
    maker: str
    reviewed: bool = False
    polarity: str = ""
    pinpoint: str = ""
    elsewhere: Source | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> Key:
        """What makes the statement this one: part, edge, object and function."""
        return (self.part.identifier, self.relation, self.entity, self.function)


Key = tuple[str, str, str, str]


PASSAGES = {"condition": "Condition", "means": "Means", "purpose": "Purpose"}
"""The edges from a recommendation to stretches of it, with the class of what they lead to."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a part that does something in it: it asserts, or says when, how or what for.

    ``kind`` is the local name of its class: Assertion, Condition, Means or Purpose. ``holders``,
    ``support`` and ``speech_act`` are IRIs, of assertions only, and empty where the words do not
    say; ``words`` is where it is said who says it and how, code points like all places.
    """

    part: Part
    kind: str
    start: int
    end: int
    maker: str
    holders: tuple[str, ...] = ()
    support: str = ""
    speech_act: str = ""
    words: tuple[int, int] | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the source lies in this one."""
        return self.start <= start and end <= self.end
