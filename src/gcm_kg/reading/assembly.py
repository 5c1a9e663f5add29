"""Puts the leaves and sections of a document together: its parts, with their identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gcm_kg.model.document import Numbering, Part
from gcm_kg.reading.attributes import Attributes
from gcm_kg.reading.headings import Heading
from gcm_kg.reading.label_marks import initial
from gcm_kg.reading.leaves import Leaf, over_fields, series_of
from gcm_kg.reading.nodes import INTRODUCTION, OTHER, Node, eid_of, without_titles
from gcm_kg.reading.recommendations import Recommendations
from gcm_kg.reading.segments import Segment, Span
from gcm_kg.reading.titles import titles_above

DEEPEST = 8
"""Numbers in the identifier of a point at most, behind which lists in lists count anew."""
UNNUMBERED = ("bullet", "roman", "capital")
KEPT = (*UNNUMBERED[1:], "code")
"""Marks that are words of a paragraph, unless it is a heading: "A. Verde said"."""


class Assembly:
    """Assembles one document from its segments and headings."""

    def __init__(
        self, segments: Sequence[Segment], headings: Sequence[Heading], words: str
    ) -> None:
        self.segments, self.headings, self.words = segments, headings, words
        start = min((s.begin for s in segments), default=0)
        self.root = Node("Document", "document", start, start)
        self.used = {"document"}
        self.tried: dict[str, int] = {}
        """The last numbers behind names that were used, so that none is tried again."""
        self.eids: set[str] = set()
        self.skipped: list[tuple[int, int]] = []
        """The stretches of marks and of notes, in which no name is looked for."""
        self.numbers: dict[int, str] = {}
        """The identifiers of numbered paragraphs, by their segments."""
        self.leaves: list[tuple[Leaf, Node]] = []

    def assemble(self, found: Recommendations) -> None:
        """Makes the tree of parts below the root."""
        sections = self._sections()
        stops = [h.index for h in self.headings] + [len(self.segments)]
        for node, low, high in zip(sections, stops, stops[1:], strict=False):
            found.learn(node.titles, range(low + 1, high))
        self._front(range(stops[0]), found)
        for heading, node, stop in zip(self.headings, sections, stops[1:], strict=True):
            areas = len(heading.label) == 1 and heading.label.islower()
            span = range(heading.index + 1, stop)
            self._fill(node, found.leaves(span, node.titles, areas))
        self.root.reach()

    def _front(self, span: range, found: Recommendations) -> None:
        """What stands before the first section: the title, the contents."""
        sections, self.root.below = self.root.below, []
        contents = [i for i in span if self.segments[i].role == "contents"]
        first = contents[0] if contents else span.stop
        last = contents[-1] if contents else span.stop
        front = self.segments[span.start : first]
        titles = () if sections or contents else titles_above(self.words, front)
        self._fill(self.root, found.leaves(range(first), titles, False))
        if contents:
            node = self._section(self.segments[first], self.root, "contents")
            self._fill(node, found.leaves(range(first + 1, last + 1), ("contents",), False))
            self._fill(self.root, found.leaves(range(last + 1, span.stop), (), False))
        self.root.below += sections

    def _sections(self) -> list[Node]:
        """The nodes of the headings, in their tree."""
        stack: list[tuple[int, Node]] = []
        made: list[Node] = []
        for heading in self.headings:
            while stack and stack[-1][0] >= heading.depth:
                stack.pop()
            above = stack[-1][1] if stack else self.root
            segment = self.segments[heading.index]
            node = self._section(segment, above, self._name(heading, above))
            title = " ".join(self.words[segment.start : segment.end].split())
            if INTRODUCTION.fullmatch(title):
                without_titles(each for _, each in stack)
            node.titles = (*above.titles, title)
            stack.append((heading.depth, node))
            made.append(node)
        return made

    def _section(self, segment: Segment, above: Node, name: str) -> Node:
        identifier = self._unused(name, f"{name}-")
        while (eid := OTHER.sub("_", identifier)) in self.eids:  # as I.2 and I-2 have one
            identifier = self._unused(name, f"{name}-")
        self.eids.add(eid)
        node = Node("Section", identifier, segment.begin, segment.end)
        head = Node("Heading", f"{identifier}.heading", segment.begin, segment.end)
        node.below.append(head)
        above.below.append(node)
        return node

    def _name(self, heading: Heading, above: Node) -> str:
        """The identifier of a section: its label behind that of the section above, or a number."""
        label = OTHER.sub("-", heading.label).strip("-") if heading.label else ""
        if heading.role == "annex":
            segment = self.segments[heading.index]
            number = self.words[segment.begin : segment.end].split()[1:2]
            suffix = OTHER.sub("", number[0]) if number else ""
            return f"annex-{suffix}" if suffix and suffix.isupper() | suffix.isdigit() else "annex"
        if label and "." in heading.label:
            label = heading.label
            whole = above is self.root or label.startswith(above.identifier)
            return label if whole else f"{above.identifier}.{label}"
        if not label:
            label = f"s{1 + sum(node.kind == 'Section' for node in above.below)}"
        return label if above is self.root else f"{above.identifier}.{label}"

    def _unused(self, name: str, again: str) -> str:
        if name in self.used:
            number = self.tried.get(again, 2)
            while f"{again}{number}" in self.used:
                number += 1
            self.tried[again] = number
            name = f"{again}{number}"
        self.used.add(name)
        return name

    def _fill(self, node: Node, leaves: Iterator[Leaf]) -> None:
        last: Node | None = None
        made: list[Node] = []
        counts: Counter[str] = Counter()
        for leaf in over_fields(leaves, self.segments):
            if leaf.joins and last is not None:
                last.end = leaf.end
                self.skipped += leaf.holes
                continue
            kind = "Recommendation" if leaf.asks else "Paragraph"
            counted = "Note" if leaf.note else kind
            counts[counted] += 1
            kept = leaf.mark is not None and leaf.mark.style in KEPT and not leaf.asks
            start = leaf.begin if kept else leaf.start
            if leaf.begin < start:
                self.skipped.append((leaf.begin, start))
            if leaf.note:
                self.skipped.append((start, leaf.end))
            last = Node(kind, self._leaf_name(node, leaf, counts[counted]), start, leaf.end)
            made.append(last)
            self.leaves.append((leaf, last))
        place = 1 if node.below[:1] and node is not self.root else len(node.below)
        node.below[place:place] = made

    def _leaf_name(self, node: Node, leaf: Leaf, count: int) -> str:
        """The identifier of a leaf, from its number if it has one."""
        base, letter = (
            "" if node is self.root else f"{node.identifier}.",
            "r" if leaf.asks else "n" if leaf.note else "p",
        )
        counted = f"{base}{letter}{count}"
        if leaf.piece:
            return self._piece_name(node, leaf, letter, counted)
        if leaf.note or leaf.mark is None or leaf.mark.style in UNNUMBERED:
            name = f"{base}{count}" if leaf.asks else counted
            name = counted if name in self.used else name
            return self._unused(name, counted + "-")
        return self._numbered(node, leaf, counted)

    def _piece_name(self, node: Node, leaf: Leaf, letter: str, counted: str) -> str:
        """The identifier of a sentence: that of its numbered paragraph, and which it is."""
        mark = self.segments[leaf.index].mark
        if mark is None or mark.key != ("number", "."):
            return self._unused(counted, counted + "-")
        annex = node.identifier.split(".")[0] if node.identifier.startswith("annex") else ""
        number = f"{annex}.{mark.label}" if annex else mark.label
        return self._unused(f"{number}.{letter}1", f"{number}.{letter}")

    def _numbered(self, node: Node, leaf: Leaf, counted: str) -> str:
        assert leaf.mark is not None
        label = OTHER.sub(".", leaf.mark.label).strip(".")
        annex = node.identifier.split(".")[0] if node.identifier.startswith("annex") else ""
        if leaf.mark.style == "label":
            label = initial(leaf.mark) + label.upper()
        elif (above := self._numbered_above(leaf)) and leaf.mark.style != "dotted":
            label, annex = f"{above}.{label}", ""
        elif leaf.mark.style != "dotted" and leaf.mark.key != ("number", "."):
            annex = "" if node is self.root else node.identifier
        name = f"{annex}.{label}" if annex else label
        name = self._unused(counted if name in self.used else name, counted + "-")
        self.numbers.setdefault(leaf.index, name)
        return name

    def _numbered_above(self, leaf: Leaf) -> str:
        """The number of the paragraph that a list is under, unless lists are in lists without end:
        then each has its own numbers."""
        above = self.numbers.get(leaf.owner, "") if leaf.owner is not None else ""
        return above if above.count(".") < DEEPEST else ""

    def parts(self, attributes: Attributes) -> Iterator[Part]:
        """The parts in document order, each parent before its children."""
        said = {id(node): leaf for leaf, node in self.leaves if leaf.asks}
        yield Part("Document", "document", "", "", None, 1, self.root.start, self.root.end)
        yield from self._below(self.root, "", said, attributes, ())

    def _below(
        self,
        above: Node,
        eid: str,
        said: dict[int, Leaf],
        attributes: Attributes,
        heads: tuple[Span, ...],
    ) -> Iterator[Part]:
        counts: Counter[str] = Counter()
        heads += tuple((n.start, n.end) for n in above.below if n.kind == "Heading")
        for node in above.below:
            counts[node.kind] += 1
            own = eid_of(node, eid)
            leaf = said.get(id(node))
            given = tuple(attributes.of(leaf, node.end, heads)) if leaf else ()
            place = counts[node.kind], node.start, node.end, given
            yield Part(node.kind, node.identifier, "main", own, above.identifier, *place)
            yield from self._below(node, own, said, attributes, heads)

    def numbering(self) -> Iterator[Numbering]:
        """What the numbers of the recommendations promise, series by series."""
        names = {id(leaf): node.identifier for leaf, node in self.leaves}
        others = {
            (*leaf.mark.key, leaf.owner, leaf.mark.value)
            for leaf, _ in self.leaves
            if leaf.mark and not leaf.asks
        }
        before: dict[tuple[str, str], int] = {}
        for leaves in series_of([leaf for leaf, _ in self.leaves]).values():
            values = [leaf.mark.value for leaf in leaves if leaf.mark]
            mark, listed = leaves[0].mark, leaves[0].owner in self.numbers
            due = before.get(mark.key, 0) + 1 if mark else 1
            due = due if due <= values[0] else 1  # a list may go on with the numbers of another
            before |= {mark.key: values[-1]} if mark else {}
            few = len(values) < 0.8 * (max(values) - due + 1)
            if few and mark and mark.key == ("number", ".") and not listed:
                continue  # numbers of paragraphs, of which some are recommendations
            lost = sorted(set(range(due, max(values) + 1)) - set(values))
            key = (*mark.key, leaves[0].owner) if mark else ()
            lost = [n for n in lost if (*key, n) not in others]
            first, last = names[id(leaves[0])], names[id(leaves[-1])]
            stem = first.rpartition(".")[0]
            numbers = tuple(f"{stem}.{n}" if stem else str(n) for n in lost)
            of_paragraphs = mark is not None and mark.key == ("number", ".")
            missing = tuple(n for n in numbers if not (of_paragraphs and n in self.used))
            yield Numbering(first, last, len(leaves), missing)
