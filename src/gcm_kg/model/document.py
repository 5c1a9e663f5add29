"""What a document of the kind consists of. Offsets count code points of the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gcm_kg.model.keys import usual_key
from gcm_kg.model.original import Original
from gcm_kg.text.folding import Folded, fold
from gcm_kg.text.layout import LAYOUT
from gcm_kg.text.sentences import sentences

HEADINGS_OF_COLUMNS = "table__heading"
"""The fragment of the row of a table that names its columns, and not the table."""
WHOLE = "heading"
"""In the place of a column: what a stretch names counts only where nothing else stands in it."""
LEAF_KINDS = frozenset({"Heading", "Paragraph", "Recommendation"})
"""Kinds of parts that hold words of their own; all others hold parts."""


class Answer(NamedTuple):
    """What a document answers to recommendations by their numbers, from ``low`` to ``high`` without
    those in ``but``: where its words say it, which may be the recommendations of another one."""

    low: str
    high: str
    start: int
    end: int
    but: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """A stretch of the source in which its structure says something of a recommendation.

    ``relation`` is the direct edge that it speaks of: recommendedBy ("(Mexico; Austria)" behind an
    item, a cell of a table), addressedTo, position (the sentence before a list, a cell), or
    labelledWith (an expert's label; ``column`` is the heading of the column of the table). The
    stretch may lie in the part, in another, or in none. Start and end count code points, of the
    text of ``elsewhere``, where that is given: an addendum answers in a file of its own.
    """

    relation: str
    start: int
    end: int
    column: str = ""
    elsewhere: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document. ``kind`` is the local name of its class in the ontology.

    ``identifier`` is the document's own numbering ("III.a.1"); ``eid`` the Akoma Ntoso style
    identifier of the part inside its component (Naming Convention 1.0, section 5.5).
    ``attributes`` are what the structure of the document says of it.
    """

    kind: str
    identifier: str
    component: str
    eid: str
    parent: str | None
    ordinal: int
    start: int
    end: int
    attributes: tuple[Attribute, ...] = ()

    def __hash__(self) -> int:  # parts are looked up for each of their names
        return hash((self.start, self.identifier))

    @property
    def is_leaf(self) -> bool:
        """Whether the part holds words rather than parts."""
        return self.kind in LEAF_KINDS


@dataclass(frozen=True, slots=True)
class Document:
    """A source text and its parts in document order, each parent before its children.

    ``skipped`` are stretches that belong to no sentence: page furniture, footnotes inside a part,
    the numbers that mark paragraphs and items. They may lie in a part, whose text they are then.
    ``outside`` are stretches that belong to no part by what the document is: the cells of a table
    that say something of a recommendation, and are none of its words.
    """

    text: str
    parts: tuple[Part, ...]
    skipped: tuple[tuple[int, int], ...] = ()
    outside: tuple[tuple[int, int], ...] = ()
    words: str = field(init=False, repr=False, compare=False)
    """The text as it is read: what is skipped is blank, and every offset stays."""
    by_identifier: dict[str, Part] = field(init=False, repr=False, compare=False)
    folded: Folded = field(init=False, repr=False, compare=False)
    _foldings: dict[tuple[int, int], Folded] = field(init=False, repr=False, compare=False)
    _sentences: dict[tuple[int, int], tuple[tuple[int, int], ...]] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_identifier", {part.identifier: part for part in self.parts})
        object.__setattr__(self, "words", blanked(self.text, self.skipped))
        object.__setattr__(self, "folded", fold(self.words))
        object.__setattr__(self, "_foldings", {})
        object.__setattr__(self, "_sentences", {})

    def text_of(self, part: Part) -> str:
        """The words of the part, exactly as they stand in the source."""
        return self.text[part.start : part.end]

    def words_of(self, part: Part) -> str:
        """The words of the part as they are read, with blanks for what is skipped."""
        return self.words[part.start : part.end]

    def folding_of(self, part: Part) -> Folded:
        """The words of a leaf in folded form, made once; its places are those of the leaf."""
        place = (part.start, part.end)
        if place not in self._foldings:
            self._foldings[place] = fold(self.words_of(part))
        return self._foldings[place]

    def sentences_of(self, part: Part) -> tuple[tuple[int, int], ...]:
        """Start and end (code points of the source) of each sentence of a leaf, found once."""
        place = (part.start, part.end)
        if place not in self._sentences:
            self._sentences[place] = tuple(sentences(self.words, *place))
        return self._sentences[place]

    def leaves(self) -> Iterator[Part]:
        """The parts that hold words, in document order; no two overlap."""
        return (part for part in self.parts if part.is_leaf)

    def recommendations(self) -> Iterator[Part]:
        """The recommendations, in document order."""
        return (part for part in self.parts if part.kind == "Recommendation")

    def separators(self) -> Iterator[tuple[int, int]]:
        """The stretches between leaves: layout that belongs to no part."""
        position = 0
        for leaf in self.leaves():
            yield position, leaf.start
            position = leaf.end
        yield position, len(self.text)

    def reassembled(self) -> str:
        """Leaves and separators in order: the source text again.

        Raises ValueError when a leaf overlaps another or a separator holds more than layout and
        what is outside every part, that is, when words of the source would be lost.
        """
        pieces: list[str] = []
        leaves = [*self.leaves(), None]
        for (start, end), leaf in zip(self.separators(), leaves, strict=True):
            if end < start or not LAYOUT.fullmatch(self._told(start, end)):
                raise ValueError(f"words outside every part at {start}: {self.text[start:end]!r}")
            pieces += [self.text[start:end], self.text_of(leaf) if leaf else ""]
        return "".join(pieces)

    def _told(self, start: int, end: int) -> str:
        """The words of a stretch without those that are outside every part."""
        first = bisect_right(self.outside, start, key=lambda place: place[1])
        last = bisect_left(self.outside, end, key=lambda place: place[0])
        words, low = "", start
        for begin, stop in self.outside[first:last]:
            words, low = words + self.words[low : max(low, begin)], min(stop, end)
        return words + self.words[low:end]


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with a space for every code point of the stretches, which may overlap."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted(stretches):
        start = max(start, position)
        if start < end:
            pieces += [text[position:start], " " * (end - start)]
            position = end
    return "".join([*pieces, text[position:]])


@dataclass(frozen=True, slots=True)
class Numbering:
    """A series of numbered recommendations: its first and last number, and which are missing."""

    first: str
    last: str
    found: int
    missing: tuple[str, ...] = ()

    @property
    def promised(self) -> int:
        """How many recommendations the numbers promise."""
        return self.found + len(self.missing)

    def __str__(self) -> str:
        lost = f"; missing: {', '.join(self.missing)}" if self.missing else ""
        span = self.first if self.first == self.last else f"{self.first}–{self.last}"
        return f"{span}: {self.found} of {self.promised}{lost}"


@dataclass(frozen=True, slots=True)
class Source:
    """A source text with its metadata. ``path`` is the document's IRI below the base, and ``key``
    the short name that tells its parts from those of other documents: "s5:III.a.1"; by default the
    end of the path without the language.

    ``kind`` is the profile that the text was read by, ``numbering`` what the numbers of its
    recommendations promise, ``warnings`` what was not understood of its layout, ``answers`` what it
    answers to recommendations by their numbers.
    """

    stem: str
    path: str
    title: str
    language: str
    sha256: str
    rights: str
    session: str
    dates: dict[str, str]
    reported: dict[str, str]
    document: Document
    key: str = ""
    kind: str = ""
    symbol: str = ""
    numbering: tuple[Numbering, ...] = ()
    warnings: tuple[str, ...] = ()
    original: Original | None = None
    answers: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.key or usual_key(self.path))

    @property
    def promised(self) -> int:
        """How many recommendations there are, with those that the numbers promise."""
        missing = sum(len(series.missing) for series in self.numbering)
        return sum(1 for _ in self.document.recommendations()) + missing
