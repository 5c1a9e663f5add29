"""Finds phrases that point to instruments without naming them: what a reader must look up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from gcm_kg.extraction.gazetteer import Finder, Label
from gcm_kg.extraction.mentions import Mention, rule_iri
from gcm_kg.model.document import Document, Part
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.reading.vocabulary import Vocabulary

RULE = rule_iri("unnamed-instrument")
NAMES_FOLLOW = re.compile(r"[^.;:]{0,40}?\b(?:including|particularly|namely|such as)\b")


def unnamed_finder(vocabulary: Vocabulary) -> Finder:
    """A finder of the phrases that the rule declares as its hidden labels."""
    phrases = vocabulary.get(RULE, SKOS + "hiddenLabel")
    return Finder(Label(phrase, RULE, "phrases") for phrase in phrases)


def find_unnamed(document: Document, finder: Finder, mentions: Iterable[Mention]) -> list[Mention]:
    """The unresolved mentions of instruments that a document points to and does not name.

    A phrase that overlaps a name, or that names follow ("existing frameworks including …"), is
    left out.
    """
    named: defaultdict[Part, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.layer == "names":
            named[mention.part].append(mention)
    found: list[Mention] = []
    leaves = [leaf for leaf in document.leaves() if leaf.kind != "Heading"]
    extents = [(leaf.start, leaf.end) for leaf in leaves]
    parts = iter(leaves)
    part = next(parts, None)
    for match in finder.find(document.text, document.folded, extents):
        while part and part.end < match.end:
            part = next(parts, None)
        if part is None or NAMES_FOLLOW.match(document.text, match.end, part.end):
            continue
        if not any(m.start < match.end and match.start < m.end for m in named[part]):
            found.append(Mention(match.start, match.end, (), "names", RULE, part))
    return found
