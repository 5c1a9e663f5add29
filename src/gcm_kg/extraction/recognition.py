"""Finds all mentions of a document, and words that look like names and are not known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from gcm_kg.extraction.anaphora import protocols_of_treaties, these_instruments
from gcm_kg.extraction.concept_anaphora import these_phenomena
from gcm_kg.extraction.contexts import keep_in_context
from gcm_kg.extraction.coordination import add_coordinated
from gcm_kg.extraction.described_concepts import describe
from gcm_kg.extraction.document_bodies import name_document_bodies, name_the_government
from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.head_nouns import head_nouns
from gcm_kg.extraction.instrument_pronouns import (
    former_and_latter,
    instrument_pronouns,
    instruments_leant_on,
    parent_treaties,
    what_is_done_with_them,
)
from gcm_kg.extraction.lists_of_persons import drop_concepts_of_offices
from gcm_kg.extraction.longer_names import keep_longer_names
from gcm_kg.extraction.mentions import MentionIndex, find_labels, sort_key
from gcm_kg.extraction.ministries import name_ministries
from gcm_kg.extraction.name_variants import name_variants
from gcm_kg.extraction.names_with_states import keep_names_with_states
from gcm_kg.extraction.numbered_goals import name_numbered_goals, name_numbered_objectives
from gcm_kg.extraction.numbered_instruments import (
    name_numbered_conventions,
    name_numbered_resolutions,
)
from gcm_kg.extraction.operative_verbs import verbs_alone
from gcm_kg.extraction.optional_protocols import name_optional_protocols
from gcm_kg.extraction.other_meanings import drop_other_meanings
from gcm_kg.extraction.representatives import keep_representatives
from gcm_kg.extraction.short_names import name_short_names
from gcm_kg.extraction.states_in_small_letters import name_states_in_small_letters
from gcm_kg.extraction.treaties_of_states import name_treaties_of_states
from gcm_kg.extraction.treaty_bodies import name_bodies
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import REPEATED, Mention
from gcm_kg.model.vocabulary import Label, Vocabulary
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.text.name_shapes import unresolved_spans

RULES = (
    add_coordinated,
    name_numbered_goals,
    name_numbered_objectives,
    name_numbered_conventions,
    name_numbered_resolutions,
    name_optional_protocols,
    name_treaties_of_states,
    name_ministries,
    name_states_in_small_letters,
    head_nouns,
    protocols_of_treaties,
    these_instruments,
    instrument_pronouns,
    instruments_leant_on,
    what_is_done_with_them,
    former_and_latter,
    parent_treaties,
    these_phenomena,
    describe,
)
DESCRIBED = rule_iri("described")
CONCEPTS = ("principles", "populations", "themes")


def find_mentions(
    document: Document,
    vocabulary: Vocabulary,
    finder: Finder,
    covered: Iterable[tuple[int, int]] = (),
) -> list[Mention]:
    """All mentions in the document, in the order of their places, unresolved ones included.

    What a sentence says of a theme once more is in the layer REPEATED.

    ``covered`` are stretches that annotations have explained; no name in them is unresolved.
    """
    found = find_labels(document, vocabulary, finder)
    keep_longer_names(found)
    keep_representatives(found)
    keep_names_with_states(found)
    drop_other_meanings(found)
    name_bodies(found)
    name_short_names(found)
    name_document_bodies(found)
    name_the_government(found)
    for rule in RULES:
        rule(found)
    for span in covered:
        found.take("names", span)
    _unknown_names(found)
    name_variants(found)
    keep_in_context(found)
    drop_concepts_of_offices(found)
    again = _drop_concepts(found)
    return sorted([*found.all(), *again], key=sort_key)


def _unknown_names(found: MentionIndex) -> None:
    """Words that look like names and are not explained by anything.

    Concepts explain the capitals of their own words: "Smuggled Migrants and Traffickers" in a
    title. They do not explain the name of a convention in which they stand.
    """
    verbs = found.vocabulary.prepared("verbs alone", verbs_alone)
    for leaf in found.leaves:
        if leaf.kind != "Heading":
            gaps = list(found.gaps("names", leaf.start, leaf.end))
            for span in unresolved_spans(found.text, leaf.start, leaf.end, gaps, verbs):
                capitals = (i for i in range(*span) if found.text[i].isupper())
                if any(_is_no_concept(found, i) for i in capitals):
                    found.add(span, (), "names", "unknown-name")


def _drop_concepts(found: MentionIndex) -> list[Mention]:
    """Takes back what a sentence says of its themes once more, and gives it: a theme is what a
    sentence is about, its first words there are enough. What stands only in the proper name of an
    organization, an instrument, or of something unknown is not spoken of at all: "Migration Policy
    Centre" says nothing of policy, nor "2030 Agenda for Sustainable Development" of development.
    """
    again: list[Mention] = []
    reached, seen = -1, set[tuple[int, tuple[str, ...]]]()
    whole: Mention | None = None
    ends = [end for leaf in found.leaves for _, end in found.document.sentences_of(leaf)]
    for mention in found.all():
        if mention.layer == "names" and _is_proper(found, mention):
            reached = max(reached, mention.end)
        elif mention.layer in ("themes", "principles"):
            key = (bisect_left(ends, mention.end), mention.entities)
            theme = mention.layer == "themes"
            if mention.end <= reached or (theme and _is_kind(found, mention, whole)):
                found.remove(mention)
            elif theme and key in seen:
                found.remove(mention)
                again.append(replace(mention, layer=REPEATED))
            else:
                seen.add(key)
                whole = mention if theme and mention.maker != DESCRIBED else whole
    return again


def _is_kind(found: MentionIndex, inner: Mention, whole: Mention | None) -> bool:
    """Whether a theme is read within the name of a narrower one: "child protection services" are
    not spoken of as protection once more. Defining words may hold what else is spoken of."""
    if whole is None or whole.part != inner.part or inner.end > whole.end:
        return False
    get = found.vocabulary.get
    return any(b in inner.entities for e in whole.entities for b in get(e, SKOS + "broader"))


def _is_proper(found: MentionIndex, name: Mention) -> bool:
    """Whether a name is one of an instrument, or has a capital and is one of an organization, of an
    office ("Special Rapporteur on …") or unknown; instruments cited together are no name."""
    is_a, entities = found.vocabulary.is_a, name.entities
    if entities and all(is_a(entity, "Instrument") for entity in entities):
        together = ("LabourConventions", "InstrumentGroup")
        return not any(is_a(entity, kind) for entity in entities for kind in together)
    capital = any(map(str.isupper, found.text[name.start : name.end]))
    return capital and all(
        is_a(entity, "Organization") or is_a(entity, "Office") for entity in entities
    )


def _is_no_concept(found: MentionIndex, position: int) -> bool:
    return all(found.is_free(layer, position, position + 1) for layer in CONCEPTS)


RULE = rule_iri("unnamed-instrument")
# Begins “ frameworks including UNTOC”, not “ frameworks; including UNTOC”.
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
    spans = [(leaf.start, leaf.end) for leaf in leaves]
    parts = iter(leaves)
    part = next(parts, None)
    for match in finder.find(document.words, document.folded, spans):
        while part and part.end < match.end:
            part = next(parts, None)
        if part is None or NAMES_FOLLOW.match(document.words, match.end, part.end):
            continue
        if not any(m.start < match.end and match.start < m.end for m in named[part]):
            found.append(Mention(match.start, match.end, (), "names", RULE, part))
    return found
