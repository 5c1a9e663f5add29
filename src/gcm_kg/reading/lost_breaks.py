"""Parts lines that hold many numbered paragraphs, as in texts of pages that lost their breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gcm_kg.reading.lines import Line
from gcm_kg.reading.running_numbers import numbered

LONG, LEAST = 1_500, 4
"""Code points of a line that may have lost its breaks; numbers that have to follow each other."""
# Matches “(Togo); 3. ⇥Pay” and “(Togo) 9.2 Pay”, not “Rule 3. ⇥Pay”.
INSIDE = re.compile(
    r"(?<=[.;:,)])\s*\d{1,3}\. ?\t\s*[A-Z“\"]|\)[;.,]?\s*\d{1,3}\.(?:\d{1,3}\.?\s|\s)\s*[A-Z“\"]"
    r"|(?i:conclusions and(?:/or)? recommendations)[.\s]*\d{1,3}\.\s*[A-Z]"
)
"""Where a number behind an item or a lead-in begins an item, in a line of any length."""
# Matches “ • Train”, not “•”.
BULLET = re.compile(r"(?<= )[•▪●◦■‣∙] (?=\S)")
# Matches “. The”, not “. the”.
SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
# Matches “. II. Ports and nets ” and “. Recommendations to ports ”, not “, II. Ports, ”.
HEADING = re.compile(
    r"(?:(?<=[.;:”)] )|(?<=[.;:”)])|(?<=\s)(?=[IVX]{1,4}\.\s*(?i:conclusions and)))"
    r"(?:(?:[IVXL]{1,5}|[A-Z])\.\s*[A-Z](?:[^.;:]|\barts?\.){2,120}"
    r"|(?:[A-Z][a-z]+ ){0,2}(?:and )?[Rr]ecommendations(?: (?:to|for|on) [^.;:]{2,60})?:?\s*)\Z"
)

# Matches “last. Recommendation 1: Train”, not “paid. Recommendation 1 remains”.
LABEL = re.compile(
    r"(?<=\s)(?:Recommendation|Finding|Conclusion)\s\d{1,2}(?:[.:]|\s[–—-])\s(?=[A-Z])"
)
# Matches “paid. Priority: high”, not “the priority: all”.
FIELDS = re.compile(
    r"(?<=[\w)][.;])\s+(?=(?:Addressed to|Priority|Deadline|Responsib\w+|Time ?frame|Lead|Action by"
    r"|(?:Management )?[Rr]esponse)\s?:)"
)
"""What is said of a labelled recommendation behind it."""
# Matches “the children. Trafficking in persons ”, not “12. Trafficking in persons ”.
TITLE = re.compile(r"(?<=[a-z)][a-z)][.;”)] )[A-Z](?:[^.;:!?]|\barts?\.){2,90}\Z")
"""What may be a heading without a number, where nearly all ends with a sign but for such."""
# Matches “children. ”, not “children ”.
ENDS = re.compile(r"[.;:!?”)]\s*(?:and\s*)?\Z")
MOST = 0.6
"""The share of what is numbered in a line that ends with a sign."""
# Matches “(Chad). The recommendations listed above”, not “Togo said. The recommendations above”.
OF_ALL_ABOVE = re.compile(r"\)[.;]\s*(?=The recommendations (?:\w+ )?above\b)")
# Matches “(Chad). Annex Composition of”, not “the annex”.
ANNEX = re.compile(
    r"(?<=[.;”)])\s+(?=Annex(?:es)?(?: [IVX]+)?\s+[A-Z])|(?<=[.;”)])(?=Annex[A-Z\s])"
)


def with_breaks(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that lost their breaks parted before what is numbered or has a sign, before
    the headings right above, and where a list or its last item ends; no sign of the text is
    changed. Takes time in proportion to the length of the text."""
    jammed = [len(line.text) >= LONG or bool(INSIDE.search(line.text)) for line in lines]
    running = numbered((line.text, inside) for line, inside in zip(lines, jammed, strict=True))
    for line, inside, numbers in zip(lines, jammed, running, strict=True):
        places = sorted({0, *(_places(line.text, numbers) if inside else [])})
        for low, high in pairwise([*places, len(line.text)]):
            yield Line(line.number, line.start + low, line.text[low:high])


def _places(text: str, running: Sequence[int]) -> list[int]:
    """Where paragraphs, items and headings begin in a line; nothing in one with few of them."""
    labels = _labels(text)
    numbers = sorted({*running, *labels})
    items = [match.start() for match in BULLET.finditer(text)]
    begins = numbers if len(numbers) >= len(items) else items
    if len(begins) < (LEAST if len(text) >= LONG else 1):
        return []
    places = list[int]()
    pieces = list(pairwise([0, *begins]))
    parted = sum(any(p.search(text, *each) for p in (ENDS, HEADING, TITLE)) for each in pieces)
    titled = parted > MOST * len(pieces)
    for low, high in pieces:
        heading = HEADING.search(text, low, high) or (titled and TITLE.search(text, low, high))
        places += [heading.start(), high] if heading else [high]
    annex = ANNEX.search(text, begins[-1])
    places += [annex.start()] if annex else []
    places += [match.end() for match in OF_ALL_ABOVE.finditer(text)]
    places += [match.end() for match in FIELDS.finditer(text) if labels]
    return places if begins is numbers else [*places, *_behind(text, items)]


def _labels(text: str) -> list[int]:
    """Where “Recommendation 1:”, “Finding 2.” and the like begin; nothing where only one does."""
    places = [match.start() for match in LABEL.finditer(text)]
    return places if len(places) > 1 else []


def _behind(text: str, items: Sequence[int]) -> list[int]:
    """Where the text goes on behind the last item, if each of the others is one sentence."""
    if any(SENTENCE.search(text, low, high - 1) for low, high in pairwise(items)):
        return []
    end = SENTENCE.search(text, items[-1])
    return [end.end()] if end else []
