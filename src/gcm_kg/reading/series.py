"""Follows the series of marks through a text: what number may come next, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import SIGNS
from gcm_kg.text.layout import DEEPER

MOST_MISSING = 5
"""How many numbers of a series may be missing in a row, for the next to be taken as its own."""
MOST_LOST = 3
"""The number with which a list may begin below what leads over to it, where those before are
lost."""
MOST_LEFT = 3
"""How many series of one key are remembered."""
MOST_OPEN = 24
"""How many series may be open in each other: looking through them takes time."""
REMEMBERED = ("number", "dotted", "label", "code", "roman")
"""Styles that go on behind the headings and lists that come between their marks."""
LETTERED = (("letter", "()"), ("letter", ")"), ("small roman", "()"), ("small roman", ")"))
"""Marks that go on behind a heading, up to the next numbered paragraph: “B. At sea (c) …”."""


@dataclass(slots=True)
class Series:
    """An open series: the key of its marks, the last value, the segment that it is under, of a
    list within an item with the same marks how far in it stands, and whether it goes on only below
    a paragraph that leads over to a list."""

    key: tuple[str, str]
    last: int
    owner: int | None
    indent: int = 0
    closed: bool = False


class OpenSeries:
    """The series that are open at a place of the text, the innermost last."""

    def __init__(self) -> None:
        self.open: list[Series] = []
        self.left: dict[tuple[str, str], list[Series]] = {}
        """Those that may go on later, the last ones of each key."""

    def take(
        self,
        marks: Sequence[Mark],
        owner: int | None,
        indent: int = 0,
        *,
        clear: bool,
        fresh: bool,
        nested: bool,
        sure: bool = False,
        inner: bool = False,
        leads: bool = False,
    ) -> tuple[Mark, int | None] | None:
        """The one of these readings of a mark that fits, and the segment that its series is under.

        ``clear`` says that the words before may end there, ``fresh`` that a blank line stands
        before the mark, ``nested`` that a list may begin within the item before, ``sure`` that
        other lines show that a number is one of a list although others are missing before it;
        ``inner`` that bullets with the same sign do, ``leads`` that the numbered paragraph before
        leads over to a list, though its numbers may go on from the one above; ``owner`` is the
        segment that a series that begins here is under, ``indent`` how far in the mark stands.
        """
        numbered = [mark for mark in marks if mark.style != "bullet"]
        if self._in_list() and not nested:
            owner = self.open[-1].owner
        fits = self._fits(numbered, owner, clear, fresh, leads)
        found = next(fits, None) or (self._missed(numbered, owner) if clear and sure else None)
        if found is None:
            bullet = next((mark for mark in marks if mark.style == "bullet"), None)
            if bullet is None or not (clear or self._in_list() or bullet.prefix in SIGNS):
                return None
            if inner:
                self._keep(Series(bullet.key, 0, owner, indent), bullet)
                return bullet, owner
            return self._bullet(bullet, owner, nested, indent)
        mark, series = found
        if leads and series not in self.open:
            series.owner = owner
        self._keep(series, mark)
        return mark, series.owner

    def _fits(
        self, marks: Sequence[Mark], owner: int | None, clear: bool, fresh: bool, leads: bool
    ) -> Iterator[tuple[Mark, Series]]:
        """The readings that fit, the surest first: the next number of a series, a first one, one
        behind a few that are missing, the first that is there of a series."""
        kept = (mark for mark in marks if clear or mark.style != "letter")
        left = (s for mark in kept for s in self.left.get(mark.key, ()) if leads or not s.closed)
        known = [*reversed(self.open), *left]
        pairs = [(mark, series) for series in known for mark in marks if mark.key == series.key]
        yield from ((mark, series) for mark, series in pairs if mark.value == series.last + 1)
        if clear:
            first = (m for m in marks if m.value == 1 and self._may_begin(m, fresh))
            yield from ((mark, Series(mark.key, 0, owner)) for mark in first)
            yield from ((mark, series) for mark, series in pairs if _near(series, mark))
            late = (m for m in marks if m.style in ("dotted", "label") and self._is_under(m))
            yield from ((mark, Series(mark.key, 0, owner)) for mark in late)
            lost = (m for m in marks if leads and m.style == "number" and m.value <= MOST_LOST)
            yield from ((mark, Series(mark.key, 0, owner)) for mark in lost)
        if fresh:
            yield from ((m, s) for m, s in pairs if m.style == "number" and m.value > s.last)
            keys = {series.key for series in known}
            new = (m for m in marks if m.key not in keys and _may_begin_late(m))
            yield from ((mark, Series(mark.key, 0, None)) for mark in new)

    def _missed(self, marks: Sequence[Mark], owner: int | None) -> tuple[Mark, Series] | None:
        """A number behind many that are missing: its series, or a new one."""
        late = (("number", "."), ("number", "()"))
        mark = next((m for m in marks if m.key in late or m.style == "dotted"), None)
        if mark is None:
            return None
        known = next((s for s in reversed(self.open) if s.key == mark.key), None)
        if known and known.last >= mark.value and mark.style != "dotted":
            return None
        return mark, known or Series(mark.key, 0, owner)

    def _may_begin(self, mark: Mark, fresh: bool) -> bool:
        return mark.style != "dotted" or fresh or self._is_under(mark)

    def _is_under(self, mark: Mark) -> bool:
        """Whether a dotted number goes on from a number that was the last, or that is due."""
        head = mark.prefix.rpartition(".")[2]
        if mark.style != "dotted" or not head:
            return True
        known = [*self.open, *(series for kept in self.left.values() for series in kept)]
        return any(int(head) in (s.last, s.last + 1) for s in known if s.key[0] in REMEMBERED)

    def _in_list(self) -> bool:
        return bool(self.open) and self.open[-1].key[0] == "bullet"

    def _bullet(
        self, mark: Mark, owner: int | None, nested: bool, indent: int
    ) -> tuple[Mark, int | None]:
        """Bullets of another sign go on with a list, unless they are points in its last item."""
        known = (s for s in reversed(self.open) if s.key == mark.key and s.indent <= indent)
        series = next(known, None)
        if series is None:
            above = self.open[-1] if self._in_list() and not nested else None
            series = Series(mark.key, 0, above.owner if above else owner)
        self._keep(series, mark)
        return mark, series.owner

    def _keep(self, series: Series, mark: Mark) -> None:
        """Makes a series the innermost one; the series within it are left."""
        if series in self.open:
            while self.open[-1] is not series:
                self._leave(self.open.pop())
        else:
            kept = self.left.get(series.key, [])
            self.left[series.key] = [other for other in kept if other is not series]
            while self.open and _rank(self.open[-1].key) > _rank(series.key):
                self._leave(self.open.pop())
            self.open.append(series)
            if len(self.open) > MOST_OPEN:
                self._leave(self.open.pop(-2))
        series.last = mark.value
        series.closed = False
        if mark.style in REMEMBERED:
            for lettered in (s for key in LETTERED for s in self.left.get(key, ())):
                lettered.closed = True

    def _leave(self, series: Series) -> None:
        if series.key[0] in REMEMBERED or series.key in LETTERED:
            self.left[series.key] = [series, *self.left.get(series.key, ())][:MOST_LEFT]

    def knows(self, key: tuple[str, str]) -> bool:
        """Whether numbers of such a series have come before."""
        return key in self.left or any(series.key == key for series in self.open)

    def is_deeper(self, mark: Mark) -> bool:
        """Whether a bullet is one of lists within the list of bullets that is open: ◦ below •."""
        inner = DEEPER.find(mark.prefix) if mark.style == "bullet" and len(mark.prefix) == 1 else -1
        outer = DEEPER.find(self.open[-1].key[1]) if self._in_list() else -1
        return 0 <= outer < inner

    def end_lists(self) -> None:
        """A paragraph without a mark ends the lists of bullets before it."""
        while self.open and self.open[-1].key[0] == "bullet":
            self.open.pop()

    def begin_section(self) -> None:
        """A heading ends all lists; numbers of paragraphs go on."""
        while self.open and self.open[-1].key[0] not in ("roman", "capital"):
            self._leave(self.open.pop())

    def begin_anew(self) -> None:
        """In an annex every series begins anew."""
        self.open.clear()
        self.left.clear()


def _may_begin_late(mark: Mark) -> bool:
    """Whether a text may begin with this number of a series: 5. or II., but not V. for a name."""
    return mark.style == "number" or (mark.style == "roman" and len(mark.label) > 1)


def _rank(key: tuple[str, str]) -> int:
    """Sections are numbered I., areas A.; every other series is within them."""
    return {("roman", "."): 0, ("capital", "."): 1}.get(key, 2)


def _near(series: Series, mark: Mark) -> bool:
    most = 30 if series.key[0] == "dotted" else MOST_MISSING
    return 1 < mark.value - series.last <= most
