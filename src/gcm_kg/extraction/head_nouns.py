"""Resolves "the Convention", "that Protocol" and "the compact": a noun for a whole name.

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from gcm_kg.extraction.defined_names import defined_names
from gcm_kg.extraction.mentions import MentionIndex, unexplained
from gcm_kg.model.document import Part
from gcm_kg.model.vocabulary import Vocabulary

HEAD_CLASSES = {
    "Convention": "Treaty",
    "Protocol": "Treaty",
    "Covenant": "Treaty",
    "Declaration": "Declaration",
    "Agenda": "PlanOfAction",
    "Plan": "PlanOfAction",
    "Compact": "Compact",
}
HEAD = rf"{'|'.join(HEAD_CLASSES)}|(?<=[Tt]he )compact"
# Matches “the Protocols” and “of the compact”, not “a protocol” and “a compact”.
NOUN = re.compile(rf"\b(?P<noun>{HEAD})s?\b")
# Matches “a regional treaty was”, not “the treaty”.
NOT_NAMED = re.compile(
    r"\b(?:an?|another|one|new)\s+(?:[\w-]+\s+){0,2}"
    r"(?P<noun>convention|protocol|declaration|agenda|plan|compact|treaty)\b",
    re.I,
)
NAME_GOES_ON = (
    r"\s*\(|\s+(?:[A-Z\d]|(?:on|against|concerning|relating|regarding|supplementing)\b|"
    r"(?:of|to|for)\s+(?:the\s+)?[A-Z\d])"
)
# Matches “parties to the Convention shall”, not “parties to the Convention on”.
HEAD_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]aid)\s+(?P<head>{HEAD})\b"
    rf"(?!{NAME_GOES_ON}|\s+for\b)"
)


def head_nouns(found: MentionIndex) -> None:
    """ "the Convention" is the only instrument of that class named before it in its part, or, where
    none is, the one that the document means all over by it.

    Where the noun stands before it in a name that is not known, nothing is certain.
    """
    needed = (head[1:] for head in HEAD_CLASSES)
    heads = {match.start("head"): match for match in unexplained(found, HEAD_NOUN, *needed)}
    defined = defined_names(found, HEAD_CLASSES) if heads else {}
    for leaves in _paragraphs(found) if heads else ():
        start, end = leaves[0].start, leaves[-1].end
        names = [name for leaf in leaves for name in found.between(leaf.start, leaf.end)]
        known: defaultdict[str, set[str]] = defaultdict(set)
        unsure: set[str] = set()
        for noun in NOUN.finditer(found.text, start, end):
            while names and names[0].end <= noun.start():
                for entity in names.pop(0).entities:
                    known[head_of(found.vocabulary, entity)].add(entity)
            name = noun["noun"].capitalize()
            if head := heads.get(noun.start()):
                meant = known[name] or _pointed_at(found, head, start)
                meant = meant or _defined(defined, name, noun.start())
                sure = len(meant) == 1 and name not in unsure
                sure = sure and not _another(found.text[start : noun.start()], name)
                entities = tuple(meant) if sure else ()
                if sure or noun["noun"] == name:
                    found.add(head.span(), entities, "names", "head-noun")
                unsure.update([] if sure else [name])
            elif found.is_free("names", *noun.span()):
                unsure.add(name)


def _pointed_at(found: MentionIndex, head: re.Match[str], start: int) -> set[str]:
    """What "that Protocol" means whose own paragraph names none: those named by the noun in the
    paragraph or item before, where it has the noun in names only."""
    low = found.part(start - 1).start if start else 0
    if head[0].lower().startswith("the ") or low == start:
        return set()
    nouns = [n for n in NOUN.finditer(found.text, low, start) if n["noun"] == head["head"]]
    if any(found.is_free("names", *noun.span()) for noun in nouns):
        return set()
    entities = {e for name in found.between(low, start) for e in name.entities}
    return {e for e in entities if head_of(found.vocabulary, e) == head["head"]}


def _paragraphs(found: MentionIndex) -> Iterator[list[Part]]:
    """The leaves, each with the sentences before it that are parts of the same paragraph."""
    together: list[Part] = []
    for leaf in found.leaves:
        between = found.document.text[together[-1].end : leaf.start] if together else ""
        if together and (between.strip() or between.count("\n") > 1):
            yield together
            together = []
        together.append(leaf)
    if together:
        yield together


def _defined(defined: dict[str, list[tuple[int, str]]], noun: str, position: int) -> set[str]:
    """What a noun means by the last definition before a place."""
    places = [entity for place, entity in defined.get(noun, ()) if place <= position]
    return set(places[-1:])


def _another(before: str, noun: str) -> bool:
    """Whether a thing that the noun may mean is spoken of without a name: "a regional treaty"."""
    meant = {noun.lower()} | ({"treaty"} if HEAD_CLASSES[noun] == "Treaty" else set())
    return any(other["noun"].lower() in meant for other in NOT_NAMED.finditer(before))


def head_of(vocabulary: Vocabulary, entity: str) -> str:
    """The noun by which an instrument may be meant: the first in its name, which alone is its head.

    A "Protocol supplementing the Convention" is a protocol.
    """
    noun = NOUN.search(vocabulary.name(entity))
    fits = noun and vocabulary.is_a(entity, HEAD_CLASSES[noun["noun"]])
    return noun["noun"] if noun and fits else ""
